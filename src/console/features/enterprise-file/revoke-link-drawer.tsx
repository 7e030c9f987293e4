// Taking a link back: it and whatever was passed on from it open nothing from now on.
import type { FileLink } from "#api/enterprises.ts";
import { useSay } from "../../appearance/language.ts";
import { InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { shortDay } from "../../words/day-words.ts";

interface RevokeLinkDrawerProps {
  readonly link: FileLink;
  readonly day: string;
  readonly onClose: () => void;
}

export function RevokeLinkDrawer({ link, day, onClose }: RevokeLinkDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft({ reason: "" }, ({ reason }) =>
    reason.trim() ? {} : { reason: say("请写为什么停用。", "The reason is needed.") },
  );
  async function revoke() {
    const args = { linkId: link.id, reason: draft.values.reason.trim() };
    const command = { name: "accessLink.revoke", args, visit: link.visitId };
    if (await send(command, say("链接已停用，再打开会看到说明", "Revoked"))) onClose();
  }
  return (
    <FormDrawer
      title={say("停用这个链接", "Revoke this link")}
      lead={say(
        `${shortDay(link.inspectedOn, day)}检查的链接，连同从它转出去的，都打不开了。企业交过的内容都留着。`,
        "It and those passed on from it open no more. What was handed in stays.",
      )}
      draft={draft}
      submit={say("停用这个链接", "Revoke")}
      leave={say("先留着", "Keep it")}
      sending={sending}
      onSubmit={() => void revoke()}
      onClose={onClose}
    >
      <InputField
        draft={draft}
        name="reason"
        label={say("为什么停用", "Reason")}
        hint={say("如：发错了人，手机丢了", "e.g. sent to the wrong person")}
      />
    </FormDrawer>
  );
}
