// 登记标准化: the state from a day on; earlier ones stay.
import type { EnterpriseFile } from "#api/enterprises.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { ChoiceField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Faults, useDraft, type Values } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { gradeWords, standardizationWords } from "../../words/standardization-words.ts";

const states = ["creating", "applied", "graded", "revoked", "none"] as const;
const grades = ["three", "two", "one", "smallMicro"] as const;
type Field = "state" | "grade" | "certificateNo" | "validTo" | "effectiveFrom";
type Say = (zh: string, en: string) => string;

interface StandardizationDrawerProps {
  readonly file: EnterpriseFile;
  readonly onClose: () => void;
}

export function StandardizationDrawer({ file: { facts, day }, onClose }: StandardizationDrawerProps) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const start = { state: "creating", grade: "three", certificateNo: "", validTo: "", effectiveFrom: day };
  const draft = useDraft<Field>(start, (values) => faultsOf(values, say));
  const graded = draft.values.state === "graded";
  async function record() {
    const { state, grade, certificateNo, validTo, effectiveFrom } = draft.values;
    const certificate = graded ? { grade, certificateNo: certificateNo.trim() || null, validTo: validTo || null } : {};
    const args = { standardizationId: newId(), enterpriseId: facts.id, state, effectiveFrom, ...certificate };
    if (await send({ name: "standardization.record", args }, say("标准化已登记", "Recorded"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`登记标准化：${facts.name}`, `Standardization: ${facts.name}`)}
      draft={draft}
      submit={say("登记", "Record")}
      leave={say("先不登记", "Not now")}
      sending={sending}
      onSubmit={() => void record()}
      onClose={onClose}
    >
      <ChoiceField
        draft={draft}
        name="state"
        label={say("到哪一步了", "State")}
        options={states.map((one) => ({ value: one, label: word(standardizationWords[one]) }))}
      />
      <InputField draft={draft} name="effectiveFrom" type="date" label={say("从哪天起", "From")} />
      {graded ? (
        <>
          <ChoiceField
            draft={draft}
            name="grade"
            label={say("等级", "Grade")}
            options={grades.map((one) => ({ value: one, label: word(gradeWords[one]) }))}
          />
          <InputField draft={draft} name="certificateNo" label={say("证书编号", "Certificate number")} optional />
          <InputField
            draft={draft}
            name="validTo"
            type="date"
            label={say("有效期到", "Valid to")}
            hint={say("不填就是没有期限", "Without end when left empty")}
            optional
          />
        </>
      ) : null}
    </FormDrawer>
  );
}

function faultsOf({ state, validTo, effectiveFrom }: Values<Field>, say: Say): Faults<Field> {
  const early = state === "graded" && validTo !== "" && validTo < effectiveFrom;
  return {
    ...(effectiveFrom ? {} : { effectiveFrom: say("请选从哪天起。", "Choose a day.") }),
    ...(early ? { validTo: say("有效期早于生效日。", "It ends before it starts.") } : {}),
  };
}
