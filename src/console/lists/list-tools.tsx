// What every list offers beside its rows: plain text for a chat group, Excel, paper.
import type { ReactNode } from "react";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import { CopyForChat } from "../telling/copy-for-chat.tsx";

interface ListToolsProps {
  /** The shown rows as lines of text, made when asked for. */
  readonly textOf: () => string;
  /** Absent where a list goes to no sheet. */
  readonly sheet?: string;
  /** The list's own act. */
  readonly children?: ReactNode;
}

export function ListTools({ textOf, sheet, children }: ListToolsProps) {
  const say = useSay();
  return (
    <div className="page__acts">
      <CopyForChat textOf={textOf} />
      {sheet ? (
        <a className="btn" href={sheet} download>
          <Icon name="download" />
          {say("导出 Excel", "Export Excel")}
        </a>
      ) : null}
      <button type="button" className="btn btn--icon" aria-label={say("打印", "Print")} onClick={() => print()}>
        <Icon name="print" />
      </button>
      {children}
    </div>
  );
}
