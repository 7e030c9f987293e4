// 更正日期和文号: when a version begins and ends, by what number, how sure that is and where it stands.
import type { VersionLine } from "#api/law-library.ts";
import { CERTAINTY_LABELS } from "#domain/law/labels.ts";
import { CERTAINTIES } from "#domain/law/library-rows.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField, ChoiceField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

type Field = "docNumber" | "effectiveFrom" | "effectiveTo" | "replacedBy" | "certainty" | "note";

interface AmendDrawerProps {
  readonly instrumentId: string;
  readonly version: VersionLine;
  readonly onClose: () => void;
}

export function AmendDrawer({ instrumentId, version, onClose }: AmendDrawerProps) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const { docNumber, effectiveFrom, effectiveTo, replacedBy, certainty } = version;
  const known = { effectiveFrom: effectiveFrom ?? "", effectiveTo: effectiveTo ?? "", replacedBy: replacedBy ?? "" };
  const draft = useDraft<Field>({ docNumber, ...known, certainty, note: "" }, (values) => ({
    ...(values.docNumber.trim() ? {} : { docNumber: say("请填文号。", "The number is needed.") }),
    ...(values.effectiveFrom && values.effectiveTo && values.effectiveTo < values.effectiveFrom
      ? { effectiveTo: say("失效日不能早于施行日。", "The last day cannot be before the first.") }
      : {}),
    ...(values.note.trim() ? {} : { note: say("请写出处，如公报、官网网址。", "Say where this stands.") }),
  }));
  async function submit() {
    const { effectiveFrom: from, effectiveTo: to, ...rest } = draft.values;
    const args = {
      instrumentId,
      version: version.version,
      ...rest,
      effectiveFrom: from || null,
      effectiveTo: to || null,
    };
    if (await send({ name: "law.amend", args }, say("已更正", "Amended"))) onClose();
  }
  return (
    <FormDrawer
      title={say("更正日期和文号", "Amend dates and number")}
      lead={say(
        "改了施行日或失效日，当天有效的条款会跟着变；已出的报告不变。",
        "Reports already issued stay as they are.",
      )}
      draft={draft}
      submit={say("更正", "Amend")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <InputField draft={draft} name="docNumber" label={say("文号", "Number")} />
      <InputField draft={draft} name="effectiveFrom" type="date" label={say("施行日", "In force from")} optional />
      <InputField
        draft={draft}
        name="effectiveTo"
        type="date"
        label={say("最后有效的一天", "Last day in force")}
        optional
      />
      <InputField draft={draft} name="replacedBy" label={say("由什么替代（文号）", "Replaced by")} optional />
      <ChoiceField
        draft={draft}
        name="certainty"
        label={say("有多可靠", "How sure")}
        options={CERTAINTIES.map((one) => ({ value: one, label: word(CERTAINTY_LABELS[one]) }))}
      />
      <AreaField draft={draft} name="note" label={say("出处", "Where this stands")} />
    </FormDrawer>
  );
}
