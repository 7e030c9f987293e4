// 移出: the lead decides, with the reason and what is still open in view.
import type { KeyEnterprise } from "#api/key-enterprises.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function LeaveDrawer({ row, onClose }: { readonly row: KeyEnterprise; readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft<"reason">({ reason: "" }, ({ reason }) =>
    reason.trim() ? {} : { reason: say("请写明凭什么移出。", "The reason is needed.") },
  );
  async function leave() {
    const args = { keyEnterpriseId: row.id, ...draft.values };
    if (await send({ name: "keyEnterprise.leave", args }, say("已移出名单", "Taken off the list"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`移出：${row.enterpriseName}`, `Take off: ${row.enterpriseName}`)}
      lead={say(
        `还有${row.openHazards}条隐患没销号，其中重大${row.openMajor}条；加查去了${row.extraVisitsMade}次，应去${row.extraVisits}次。`,
        `${row.openHazards} open, ${row.openMajor} major; ${row.extraVisitsMade} of ${row.extraVisits} extra visits.`,
      )}
      draft={draft}
      submit={say("移出名单", "Take off")}
      leave={say("先不移", "Not now")}
      sending={sending}
      onSubmit={() => void leave()}
      onClose={onClose}
    >
      <AreaField draft={draft} name="reason" label={say("移出的理由", "Reason")} rows={4} />
    </FormDrawer>
  );
}
