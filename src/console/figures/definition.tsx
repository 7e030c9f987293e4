// 看口径: how a figure is counted, one tap away.
import { Popover } from "antd";
import { useSay } from "../appearance/language.ts";

export interface DefinitionLine {
  readonly name: string;
  readonly text: string | undefined;
}

export function Definition({ lines }: { readonly lines: readonly DefinitionLine[] }) {
  const say = useSay();
  const content = (
    <dl className="definition">
      {lines.map(({ name, text }) =>
        text ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
  return (
    <Popover content={content} trigger="click" placement="topLeft">
      <button type="button" className="linklike">
        {say("看口径", "How it is counted")}
      </button>
    </Popover>
  );
}
