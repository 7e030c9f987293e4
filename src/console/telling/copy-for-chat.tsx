// 复制到群: the text is shown before it is copied, so that nobody pastes what they have not seen; where the browser gives no
// clipboard (a page without https) it can be marked and copied by hand.
import { App, Drawer } from "antd";
import { useId, useState } from "react";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import "./telling.css";

/** The button; the text is made when it is asked for. */
export function CopyForChat({ textOf }: { readonly textOf: () => string }) {
  const say = useSay();
  const [text, setText] = useState<string>();
  return (
    <>
      <button type="button" className="btn no-print" onClick={() => setText(textOf())}>
        <Icon name="text" />
        {say("复制到群", "Copy for chat")}
      </button>
      {text === undefined ? null : <ChatDrawer text={text} onClose={() => setText(undefined)} />}
    </>
  );
}

function ChatDrawer({ text: made, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const say = useSay();
  const id = useId();
  const { message } = App.useApp();
  const [text, setText] = useState(made);
  async function copy() {
    const field = document.getElementById(id);
    try {
      await navigator.clipboard.writeText(text);
      void message.success(say("已复制，到群里粘贴", "Copied; paste it into the group"));
    } catch {
      if (field instanceof HTMLTextAreaElement) field.select();
      void message.info({ content: say("已全选，请按Ctrl+C复制", "Selected; press Ctrl+C"), duration: 6 });
    }
  }
  return (
    <Drawer open size={520} title={say("复制到群", "Copy for chat")} onClose={onClose}>
      <div className="stack">
        <label className="field__label" htmlFor={id}>
          {say("就发这些，可以先改", "This is what is sent; change it if need be")}
        </label>
        <textarea id={id} className="input chat__text" value={text} onChange={(event) => setText(event.target.value)} />
        <div className="row">
          <button type="button" className="btn btn--primary" onClick={() => void copy()}>
            <Icon name="text" />
            {say("复制", "Copy")}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say("关上", "Close")}
          </button>
        </div>
      </div>
    </Drawer>
  );
}
