// What every list offers beside its rows: plain text for a chat group, Excel, paper.
import { App } from "antd";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";

interface ListToolsProps {
  /** The shown rows as lines of text, made when asked for. */
  readonly textOf: () => string;
  readonly sheet: string;
}

export function ListTools({ textOf, sheet }: ListToolsProps) {
  const say = useSay();
  const { message } = App.useApp();
  async function copy() {
    try {
      await navigator.clipboard.writeText(textOf());
      void message.success(say("已复制，可以粘到群里", "Copied"));
    } catch {
      void message.error(
        say("浏览器没让复制。请导出 Excel，或选中文字复制。", "The browser refused. Export to Excel instead."),
      );
    }
  }
  return (
    <div className="page__acts">
      <button type="button" className="btn" onClick={() => void copy()}>
        <Icon name="text" />
        {say("复制文字", "Copy as text")}
      </button>
      <a className="btn" href={sheet} download>
        <Icon name="download" />
        {say("导出 Excel", "Export Excel")}
      </a>
      <button type="button" className="btn btn--icon" aria-label={say("打印", "Print")} onClick={() => print()}>
        <Icon name="print" />
      </button>
    </div>
  );
}
