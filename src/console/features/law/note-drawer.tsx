// One act with one note: a text compared, a version sent back, a review settled.
import { type ReactNode, useState } from "react";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

const WORDS = {
  check: {
    title: { zh: "条文已核对", en: "Text checked" },
    label: { zh: "与哪里核对的", en: "Compared with" },
    submit: { zh: "记下：已核对", en: "Record the check" },
    fault: { zh: "请写与哪里核对的，如公报、官网网址。", en: "Say what it was compared with." },
    said: { zh: "已记下核对", en: "Recorded" },
  },
  reject: {
    title: { zh: "退回这个版本", en: "Send this version back" },
    label: { zh: "为什么退回", en: "Why" },
    submit: { zh: "退回", en: "Send back" },
    fault: { zh: "请写为什么退回，以后有人再导时会看到。", en: "Say why; whoever imports it again will see it." },
    said: { zh: "已退回", en: "Sent back" },
  },
  settle: {
    title: { zh: "办结这件复核", en: "Settle this review" },
    label: { zh: "怎么处理的", en: "What was done" },
    submit: { zh: "办结", en: "Settle" },
    fault: { zh: "请写怎么处理的，如“整改意见不变”。", en: "Say what was done." },
    said: { zh: "已办结", en: "Settled" },
  },
} as const;

interface NoteDrawerProps {
  readonly what: keyof typeof WORDS;
  readonly command: string;
  readonly args: object;
  readonly lead?: ReactNode;
  /** The same act on more at once, where the person ticks it. */
  readonly together?: { readonly label: string; readonly args: object } | undefined;
  readonly onClose: () => void;
}

export function NoteDrawer({ what, command, args, lead, together, onClose }: NoteDrawerProps) {
  const say = useSay();
  const word = useWord();
  const words = WORDS[what];
  const { send, sending } = useSendCommand();
  const [all, setAll] = useState(false);
  const draft = useDraft<"note">({ note: "" }, (values) => (values.note.trim() ? {} : { note: word(words.fault) }));
  async function submit() {
    if (
      await send(
        { name: command, args: { ...args, ...(all ? together?.args : {}), note: draft.values.note } },
        word(words.said),
      )
    )
      onClose();
  }
  return (
    <FormDrawer
      title={word(words.title)}
      lead={lead}
      draft={draft}
      submit={word(words.submit)}
      leave={say("先不办", "Not now")}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AreaField draft={draft} name="note" label={word(words.label)} rows={4} />
      {together ? (
        <label className="choice__one">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          {together.label}
        </label>
      ) : null}
    </FormDrawer>
  );
}
