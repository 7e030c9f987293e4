// What every list offers beside its rows: plain text for a chat group, Excel, paper.
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import { CopyForChat } from "../telling/copy-for-chat.tsx";

interface ListToolsProps {
  /** The shown rows as lines of text, made when asked for. */
  readonly textOf: () => string;
  readonly sheet: string;
}

export function ListTools({ textOf, sheet }: ListToolsProps) {
  const say = useSay();
  return (
    <div className="page__acts">
      <CopyForChat textOf={textOf} />
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
