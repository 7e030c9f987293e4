// 收回赋权事项: its last day and why; what was decided in its days stays.
import type { DelegatedItemRow } from "#api/delegated-items.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

interface EndItemDrawerProps {
  readonly row: DelegatedItemRow;
  readonly day: string;
  readonly onClose: () => void;
}

export function EndItemDrawer({ row, day, onClose }: EndItemDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft<"validTo" | "reason">({ validTo: day, reason: "" }, ({ validTo, reason }) => ({
    ...(validTo >= day ? {} : { validTo: say("请选今天或以后。", "Today or later.") }),
    ...(reason.trim() ? {} : { reason: say("请写为什么收回。", "The reason is needed.") }),
  }));
  async function end() {
    const args = { itemId: row.id, ...draft.values };
    if (await send({ name: "delegatedItem.end", args }, say("赋权事项已收回", "Ended"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`收回：${row.name}`, `End: ${row.name}`)}
      lead={say("期内已经定的移送不变。", "What was decided in its days stays.")}
      draft={draft}
      submit={say("收回这项", "End it")}
      leave={say("先留着", "Keep it")}
      sending={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <InputField draft={draft} name="validTo" label={say("最后一天", "Last day")} type="date" min={day} />
      <AreaField draft={draft} name="reason" label={say("为什么收回", "Reason")} rows={2} />
    </FormDrawer>
  );
}
