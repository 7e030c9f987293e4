// 更正类别与地域: what an instrument is and whose division it belongs to.
import { INSTRUMENT_KIND_LABELS } from "#domain/law/labels.ts";
import { INSTRUMENT_KINDS, type InstrumentKind } from "#domain/law/library-rows.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

interface ClassifyDrawerProps {
  readonly instrumentId: string;
  readonly kind: InstrumentKind;
  readonly divisionCode: string;
  readonly onClose: () => void;
}

export function ClassifyDrawer({ instrumentId, kind, divisionCode, onClose }: ClassifyDrawerProps) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const draft = useDraft<"kind" | "divisionCode">({ kind, divisionCode }, (values) =>
    /^[0-9]{6}([0-9]{3}){0,2}$/.test(values.divisionCode)
      ? {}
      : { divisionCode: say("请填6、9或12位区划代码，全国是000000。", "A division code of 6, 9 or 12 digits.") },
  );
  async function submit() {
    const args = { instrumentId, ...draft.values };
    if (await send({ name: "law.classify", args }, say("已更正", "Corrected"))) onClose();
  }
  return (
    <FormDrawer
      title={say("更正类别与地域", "Correct kind and place")}
      lead={say("外地的法规，本地的隐患不能引用。", "Law of another place cannot be cited here.")}
      draft={draft}
      submit={say("更正", "Correct")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField
        draft={draft}
        name="kind"
        label={say("哪一类", "Kind")}
        options={INSTRUMENT_KINDS.map((one) => ({ value: one, label: word(INSTRUMENT_KIND_LABELS[one]) }))}
      />
      <InputField
        draft={draft}
        name="divisionCode"
        label={say("区划代码", "Division code")}
        hint={say("全国000000，浙江省330000，杭州市330100", "000000 is national")}
      />
    </FormDrawer>
  );
}
