import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

interface EmptyStateProps {
  readonly icon?: IconName;
  /** That it is good: 没有逾期隐患. */
  readonly title: string;
  /** What comes next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here: said as good news, with what comes next. */
export function EmptyState({ icon = "done", title, children, action }: EmptyStateProps) {
  return (
    <div className="state">
      <Icon name={icon} />
      <div className="state__title">{title}</div>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
