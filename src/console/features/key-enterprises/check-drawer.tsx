// 记执法检查: the day, two officers with their certificates, what came of it, the foreign document number.
import type { KeyEnterprise } from "#api/key-enterprises.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Faults, useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

const needed = ["checkedOn", "firstName", "firstNo", "secondName", "secondNo", "outcome"] as const;
type Name = (typeof needed)[number] | "documentNumber";

interface CheckDrawerProps {
  readonly row: KeyEnterprise;
  readonly day: string;
  readonly onClose: () => void;
}

export function CheckDrawer({ row, day, onClose }: CheckDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const initial = {
    checkedOn: day,
    firstName: "",
    firstNo: "",
    secondName: "",
    secondNo: "",
    outcome: "",
    documentNumber: "",
  };
  const draft = useDraft<Name>(initial, (values) => {
    const faults: Faults<Name> = {};
    for (const name of needed) if (!values[name].trim()) faults[name] = say("这一格要填。", "Needed.");
    return faults;
  });
  async function record() {
    const { checkedOn, firstName, firstNo, secondName, secondNo, outcome, documentNumber } = draft.values;
    const officers = [
      { name: firstName, certificateNo: firstNo },
      { name: secondName, certificateNo: secondNo },
    ];
    const args = { checkId: newId(), keyEnterpriseId: row.id, checkedOn, officers, outcome, documentNumber };
    if (await send({ name: "enforcementCheck.record", args }, say("检查已记下", "Recorded"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`记执法检查：${row.enterpriseName}`, `Enforcement check: ${row.enterpriseName}`)}
      lead={say(
        "执法检查至少两名持证人员。案子在执法自己的系统里办，这里只记结果和文号。",
        "At least two certified officers; the case lives elsewhere.",
      )}
      draft={draft}
      submit={say("记下检查", "Record")}
      leave={say("先不记", "Not now")}
      sending={sending}
      onSubmit={() => void record()}
      onClose={onClose}
    >
      <InputField
        draft={draft}
        name="checkedOn"
        label={say("检查日", "Day")}
        type="date"
        min={row.enteredOn}
        max={day}
      />
      <InputField draft={draft} name="firstName" label={say("第一名执法人员", "First officer")} />
      <InputField draft={draft} name="firstNo" label={say("他的执法证号", "Certificate")} />
      <InputField draft={draft} name="secondName" label={say("第二名执法人员", "Second officer")} />
      <InputField draft={draft} name="secondNo" label={say("他的执法证号", "Certificate")} />
      <AreaField draft={draft} name="outcome" label={say("检查结果", "Outcome")} rows={3} />
      <InputField draft={draft} name="documentNumber" label={say("执法文书号", "Document number")} optional />
    </FormDrawer>
  );
}
