// 分到企业: which enterprise it is, at which of its sites, and a note for colleagues that the reporter never reads.

import { getEnterpriseFile } from "#api/enterprises.ts";
import type { Tip } from "#api/tips.ts";
import { useSay } from "../../appearance/language.ts";
import { EnterpriseField } from "../../forms/enterprise-field.tsx";
import { AreaField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Draft, useDraft } from "../../forms/use-draft.ts";
import { useRoute } from "../../request/use-route.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

type Name = "enterpriseId" | "siteId" | "note";

export function TriageDrawer({ tip, onClose }: { readonly tip: Tip; readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const initial = { enterpriseId: tip.enterpriseId ?? "", siteId: "", note: "" };
  const draft = useDraft<Name>(initial, ({ enterpriseId }) =>
    enterpriseId ? {} : { enterpriseId: say("请选一家企业。", "Choose an enterprise.") },
  );
  async function assign() {
    const { enterpriseId, siteId, note } = draft.values;
    const args = { tipId: tip.id, enterpriseId, siteId: siteId || null, note };
    if (await send({ name: "tip.triage", args }, say("已分到企业，由您办", "Assigned; it is yours"))) onClose();
  }
  return (
    <FormDrawer
      title={say("分到企业", "Assign to an enterprise")}
      lead={say(`反映人写的：${[tip.enterpriseWords, tip.place].filter(Boolean).join("，")}`, tip.place ?? "")}
      draft={draft}
      submit={say("分到这家，由我办", "Assign, I handle it")}
      leave={say("先不分", "Not now")}
      sending={sending}
      onSubmit={() => void assign()}
      onClose={onClose}
    >
      <EnterpriseField draft={draft} name="enterpriseId" label={say("企业", "Enterprise")} />
      {draft.values.enterpriseId ? <SiteField draft={draft} enterpriseId={draft.values.enterpriseId} /> : null}
      <AreaField
        draft={draft}
        name="note"
        optional
        label={say("给同事的话", "Note for colleagues")}
        hint={say("反映人看不到。", "The reporter does not see it.")}
      />
    </FormDrawer>
  );
}

/** Asked only where there is a choice. */
function SiteField({ draft, enterpriseId }: { readonly draft: Draft<Name>; readonly enterpriseId: string }) {
  const say = useSay();
  const file = useRoute(getEnterpriseFile, { params: { id: enterpriseId } }).data;
  const sites = file?.sites ?? [];
  if (sites.length < 2) return null;
  return (
    <SelectField
      draft={draft}
      name="siteId"
      optional
      label={say("场所", "Site")}
      options={[
        { value: "", label: say("不定", "Not said") },
        ...sites.map((site) => ({ value: site.id, label: site.address ?? site.name ?? site.id })),
      ]}
    />
  );
}
