import { type ReactNode, useState } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

interface FoldProps {
  readonly title: ReactNode;
  readonly icon?: IconName;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A line that opens: what most people need not read, one tap away. What is in it is made when it is first opened. */
export function Fold({ title, icon, open = false, children }: FoldProps) {
  const [wasOpened, setWasOpened] = useState(open);
  return (
    <details className="fold" open={open} onToggle={() => setWasOpened(true)}>
      <summary>
        {icon ? <Icon name={icon} /> : null}
        <span>{title}</span>
        <span className="fold__arrow">
          <Icon name="down" />
        </span>
      </summary>
      <div className="fold__body">{wasOpened ? children : null}</div>
    </details>
  );
}
