// A lesson set aside or taken up again, with the reason that stands beside it from then on.
import type { LessonLine } from "#api/suggestions.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function LessonDrawer({ lesson, onClose }: { readonly lesson: LessonLine; readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const { itemCode, words, item } = lesson;
  const stops = lesson.said?.inUse !== false;
  const draft = useDraft<"reason">({ reason: "" }, ({ reason }) =>
    reason.trim() ? {} : { reason: say("请写为什么，别人会看到。", "Say why; others will see it.") },
  );
  async function submit() {
    const command = stops ? "lesson.setAside" : "lesson.takeUp";
    const args = { itemCode, words, reason: draft.values.reason };
    if (await send({ name: command, args }, stops ? say("已停下", "Set aside") : say("已重新采用", "In use again")))
      onClose();
  }
  return (
    <FormDrawer
      title={
        stops ? say("停下这条所学", "Set this lesson aside") : say("重新采用这条所学", "Take this lesson up again")
      }
      lead={`“${words}” → ${item}`}
      draft={draft}
      submit={stops ? say("停下", "Set aside") : say("重新采用", "Take up again")}
      leave={say("先不动", "Not now")}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AreaField draft={draft} name="reason" label={say("为什么", "Why")} rows={3} />
    </FormDrawer>
  );
}
