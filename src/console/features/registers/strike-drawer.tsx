// 划掉: an entry is never deleted; who struck it out and why stays to be read.
import type { RegisterRow } from "#api/enterprise-registers.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function StrikeDrawer({ row, onClose }: { readonly row: RegisterRow; readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft<"reason">({ reason: "" }, ({ reason }) =>
    reason.trim() ? {} : { reason: say("请写明为什么划掉。", "The reason is needed.") },
  );
  async function strike() {
    const args = { entryId: row.id, ...draft.values };
    if (await send({ name: "register.strike", args }, say("已划掉", "Struck out"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`划掉：${row.subject}`, `Strike out: ${row.subject}`)}
      lead={say(
        "划掉的不再提醒，企业也看得到是谁划的、为什么。",
        "It is reminded of no more; who struck it out stays to be read.",
      )}
      draft={draft}
      submit={say("划掉这一条", "Strike out")}
      leave={say("先留着", "Keep it")}
      sending={sending}
      onSubmit={() => void strike()}
      onClose={onClose}
    >
      <AreaField draft={draft} name="reason" label={say("为什么划掉", "Reason")} rows={3} />
    </FormDrawer>
  );
}
