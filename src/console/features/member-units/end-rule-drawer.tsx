// 停用规则: what is routed already stays where it is.
import type { RoutingRuleRow } from "#api/member-units.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function EndRuleDrawer({ rule, onClose }: { readonly rule: RoutingRuleRow; readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft<"reason">({ reason: "" }, ({ reason }) =>
    reason.trim() ? {} : { reason: say("请写为什么停用。", "The reason is needed.") },
  );
  async function end() {
    const args = { ruleId: rule.id, ...draft.values };
    if (await send({ name: "routingRule.end", args }, say("规则已停用", "Ended"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`停用派给${rule.unitName}的规则`, `End the rule for ${rule.unitName}`)}
      lead={say("已经派过去的不动，新的不再按它派。", "What is routed stays; nothing more is routed by it.")}
      draft={draft}
      submit={say("停用规则", "End the rule")}
      leave={say("先留着", "Keep it")}
      sending={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <AreaField draft={draft} name="reason" label={say("为什么停用", "Reason")} rows={2} />
    </FormDrawer>
  );
}
