import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

interface ErrorStateProps {
  readonly icon?: IconName;
  readonly title: string;
  /** What is safe, what failed, what to do, and a number to report. */
  readonly children?: ReactNode;
  readonly retry?: { readonly text: string; readonly onRetry: () => void };
}

export function ErrorState({ icon = "alert", title, children, retry }: ErrorStateProps) {
  return (
    <div className="state" role="alert">
      <Icon name={icon} />
      <div className="state__title">{title}</div>
      {children ? <p>{children}</p> : null}
      {retry ? (
        <button type="button" className="btn" onClick={retry.onRetry}>
          {retry.text}
        </button>
      ) : null}
    </div>
  );
}
