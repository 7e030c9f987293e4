// 提一条建议: the agency's, in its own words; it never orders.
import { batchKinds } from "#api/batches.ts";
import { batchKindLabels } from "#domain/batch/labels.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { EnterpriseField } from "../../forms/enterprise-field.tsx";
import { AreaField, ChoiceField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function AdviseDrawer({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const draft = useDraft({ enterpriseId: "", kind: "upgrade", reason: "" }, ({ enterpriseId, reason }) => ({
    ...(enterpriseId ? {} : { enterpriseId: say("请选一家企业。", "Choose an enterprise.") }),
    ...(reason.trim() ? {} : { reason: say("请写明理由。", "The reason is needed.") }),
  }));
  async function advise() {
    const args = { batchId: newId(), ...draft.values };
    if (await send({ name: "batch.advise", args }, say("建议已交给街道", "The office has your advice"))) onClose();
  }
  return (
    <FormDrawer
      title={say("提一条建议", "Advise a batch")}
      lead={say("机构只提建议。列不列、列哪一批，由街道决定。", "You advise; the office decides.")}
      draft={draft}
      submit={say("把建议交给街道", "Hand in")}
      leave={say("先不提", "Not now")}
      sending={sending}
      onSubmit={() => void advise()}
      onClose={onClose}
    >
      <EnterpriseField draft={draft} name="enterpriseId" label={say("哪家企业", "Enterprise")} />
      <ChoiceField
        draft={draft}
        name="kind"
        label={say("建议列入哪一批", "Which batch")}
        options={batchKinds.map((one) => ({ value: one, label: word(batchKindLabels[one]) }))}
      />
      <AreaField
        draft={draft}
        name="reason"
        rows={5}
        label={say("理由", "Reason")}
        hint={say("写查到了什么、为什么这样建议", "What was found, and why")}
      />
    </FormDrawer>
  );
}
