// 列入: which enterprise, on what ground, why, and how many visits more.
import { type KeyGround, keyGroundLabels, keyGrounds } from "#domain/key-enterprise/labels.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { EnterpriseField } from "../../forms/enterprise-field.tsx";
import { AreaField, InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

type Name = "enterpriseId" | "ground" | "second" | "extraVisits" | "reason";

export function EnterDrawer({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const initial = { enterpriseId: "", ground: keyGrounds[0] as string, second: "", extraVisits: "2", reason: "" };
  const draft = useDraft<Name>(initial, ({ enterpriseId, extraVisits, reason }) => ({
    ...(enterpriseId ? {} : { enterpriseId: say("请选一家企业。", "Choose an enterprise.") }),
    ...(/^\d{1,2}$/.test(extraVisits) && Number(extraVisits) <= 24
      ? {}
      : { extraVisits: say("填0到24次。", "0 to 24 visits.") }),
    ...(reason.trim() ? {} : { reason: say("请写明理由，机构和村社区也会看到。", "The reason is needed.") }),
  }));
  async function enter() {
    const { ground, second, extraVisits, ...rest } = draft.values;
    const grounds = [...new Set([ground, second])].filter((one): one is KeyGround => one !== "");
    const args = { ...rest, keyEnterpriseId: newId(), grounds, extraVisits: Number(extraVisits) };
    if (await send({ name: "keyEnterprise.enter", args }, say("已列入名单", "Put on the list"))) onClose();
  }
  const grounds = keyGrounds.map((one) => ({ value: one, label: word(keyGroundLabels[one]) }));
  return (
    <FormDrawer
      title={say("列入重点隐患企业", "Put on the key-hazard list")}
      lead={say(
        "列入后机构按加查次数多去，执法检查记在名单里。名单不停企业的产。",
        "Extra visits and checks follow; the list stops nothing.",
      )}
      draft={draft}
      submit={say("列入名单", "Put on the list")}
      leave={say("先不列", "Not now")}
      sending={sending}
      onSubmit={() => void enter()}
      onClose={onClose}
    >
      <EnterpriseField draft={draft} name="enterpriseId" label={say("企业", "Enterprise")} />
      <SelectField draft={draft} name="ground" label={say("主要原因", "Main ground")} options={grounds} />
      <SelectField
        draft={draft}
        name="second"
        label={say("还有一个原因", "A second ground")}
        optional
        options={[{ value: "", label: say("没有", "None") }, ...grounds]}
      />
      <InputField
        draft={draft}
        name="extraVisits"
        label={say("加查几次", "Extra visits")}
        type="number"
        min={0}
        max={24}
      />
      <AreaField draft={draft} name="reason" label={say("列入的理由", "Reason")} rows={4} />
    </FormDrawer>
  );
}
