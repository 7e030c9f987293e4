// 改期限: in how many working days a tip is triaged and answered. What was reported before keeps its days.
import { useSay } from "../../appearance/language.ts";
import { InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Faults, useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

const fields = ["triageWorkingDays", "answerWorkingDays"] as const;
type Name = (typeof fields)[number];

interface TermsDrawerProps {
  readonly terms: Readonly<Record<Name, number>>;
  readonly onClose: () => void;
}

export function TermsDrawer({ terms, onClose }: TermsDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const initial = { triageWorkingDays: `${terms.triageWorkingDays}`, answerWorkingDays: `${terms.answerWorkingDays}` };
  const draft = useDraft<Name>(initial, (values) => {
    const faults: Faults<Name> = {};
    for (const name of fields)
      if (!/^\d{1,2}$/.test(values[name]) || Number(values[name]) < 1 || Number(values[name]) > 60)
        faults[name] = say("填1到60天。", "1 to 60 days.");
    return faults;
  });
  async function save() {
    const { triageWorkingDays, answerWorkingDays } = draft.values;
    const args = { triageWorkingDays: Number(triageWorkingDays), answerWorkingDays: Number(answerWorkingDays) };
    if (await send({ name: "tip.setTerms", args }, say("期限已改", "Changed"))) onClose();
  }
  return (
    <FormDrawer
      title={say("改办理期限", "Change the terms")}
      lead={say("从反映那天的第二天算。已经收到的，期限不变。", "What was reported before keeps its days.")}
      draft={draft}
      submit={say("改成这样", "Change")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <InputField
        draft={draft}
        name="triageWorkingDays"
        type="number"
        label={say("分办（工作日）", "Triage, working days")}
      />
      <InputField
        draft={draft}
        name="answerWorkingDays"
        type="number"
        label={say("答复（工作日）", "Answer, working days")}
      />
    </FormDrawer>
  );
}
