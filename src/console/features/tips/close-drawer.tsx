// 办结: what came of it, with the last answer. Nothing is closed without one.
import type { Tip } from "#api/tips.ts";
import { isComplaint, type TipOutcome, tipOutcomeLabels, tipOutcomes } from "#domain/tip/labels.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function CloseDrawer({ tip, onClose }: { readonly tip: Tip; readonly onClose: () => void }) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const confirmable = tip.enterpriseId !== null || isComplaint(tip.about);
  const outcomes = tipOutcomes.filter((one) => one !== "confirmed" || confirmable);
  const first: TipOutcome = confirmable ? "confirmed" : "notFound";
  const draft = useDraft<"outcome" | "text">({ outcome: first, text: "" }, ({ text }) =>
    text.trim() ? {} : { text: say("没有答复不能办结。请写给反映人的话。", "It is closed with an answer.") },
  );
  async function close() {
    const args = { tipId: tip.id, ...draft.values };
    if (await send({ name: "tip.close", args }, say("已办结", "Closed"))) onClose();
  }
  return (
    <FormDrawer
      title={say("办结并答复", "Close with an answer")}
      lead={
        confirmable
          ? say("办结后不能再改，反映人凭回执看得到结果。", "It stays closed; the reporter reads the outcome.")
          : say("还没有分到企业，所以不能选“情况属实”。", "“Confirmed” needs an enterprise first.")
      }
      draft={draft}
      submit={say("办结", "Close")}
      leave={say("先不办结", "Not now")}
      sending={sending}
      onSubmit={() => void close()}
      onClose={onClose}
    >
      <SelectField
        draft={draft}
        name="outcome"
        label={say("结果", "Outcome")}
        options={outcomes.map((one) => ({ value: one, label: word(tipOutcomeLabels[one]) }))}
      />
      <AreaField draft={draft} name="text" rows={5} label={say("给反映人的答复", "Answer to the reporter")} />
    </FormDrawer>
  );
}
