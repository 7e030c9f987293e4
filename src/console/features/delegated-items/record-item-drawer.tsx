// 登记赋权事项: the item, what it stands on, and its days.
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

type Name = "name" | "legalBasis" | "validFrom" | "validTo";

export function RecordItemDrawer({ day, onClose }: { readonly day: string; readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const initial = { name: "", legalBasis: "", validFrom: day, validTo: "" };
  const draft = useDraft<Name>(initial, ({ name, legalBasis, validFrom, validTo }) => ({
    ...(name.trim() ? {} : { name: say("请写事项名称。", "The item is needed.") }),
    ...(legalBasis.trim() ? {} : { legalBasis: say("请写赋权的依据。", "The basis is needed.") }),
    ...(validFrom ? {} : { validFrom: say("请选开始的日子。", "The first day is needed.") }),
    ...(validTo && validTo < validFrom ? { validTo: say("最后一天早于开始那天。", "Before the first day.") } : {}),
  }));
  async function record() {
    const args = { ...draft.values, itemId: newId(), validTo: draft.values.validTo || null };
    if (await send({ name: "delegatedItem.record", args }, say("赋权事项已登记", "Recorded"))) onClose();
  }
  return (
    <FormDrawer
      title={say("登记赋权事项", "Record a delegated item")}
      lead={say("照赋权文件原样写，移送材料上会印出来。", "As the document says it; printed on the package.")}
      draft={draft}
      submit={say("登记", "Record")}
      leave={say("先不登记", "Not now")}
      sending={sending}
      onSubmit={() => void record()}
      onClose={onClose}
    >
      <InputField draft={draft} name="name" label={say("事项", "Item")} />
      <AreaField
        draft={draft}
        name="legalBasis"
        label={say("依据", "Basis")}
        hint={say("赋权文件的名称、文号和条目。", "Title, number and entry of the document.")}
        rows={3}
      />
      <InputField draft={draft} name="validFrom" label={say("从哪天起", "From")} type="date" />
      <InputField draft={draft} name="validTo" label={say("最后一天", "Last day")} type="date" optional />
    </FormDrawer>
  );
}
