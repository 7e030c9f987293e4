// 答复反映人: read by whoever holds the receipt, with the office's name and nobody's own.
import type { Tip } from "#api/tips.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function AnswerDrawer({ tip, onClose }: { readonly tip: Tip; readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft<"text">({ text: "" }, ({ text }) =>
    text.trim() ? {} : { text: say("请写答复的话。", "The answer is needed.") },
  );
  async function answer() {
    const args = { tipId: tip.id, text: draft.values.text };
    if (await send({ name: "tip.answer", args }, say("答复已发出", "Answered"))) onClose();
  }
  return (
    <FormDrawer
      title={say("答复反映人", "Answer the reporter")}
      lead={say(
        "反映人凭回执看得到，署名是街道安监办。不写企业名和个人姓名。",
        "Whoever holds the receipt reads it. Name no enterprise and no person.",
      )}
      draft={draft}
      submit={say("发出答复", "Send the answer")}
      leave={say("先不发", "Not now")}
      sending={sending}
      onSubmit={() => void answer()}
      onClose={onClose}
    >
      <AreaField draft={draft} name="text" rows={5} label={say("答复", "Answer")} />
    </FormDrawer>
  );
}
