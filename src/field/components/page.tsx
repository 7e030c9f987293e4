// The frame of every screen: title, the badge that says where the work lies, the content, one main button at the thumb.
import type { ReactNode } from "react";
import { Icon } from "#ui/icon.tsx";
import { OutboxBadge } from "./outbox-badge.tsx";

interface PageProps {
  readonly title: string;
  readonly onBack?: () => void;
  /** Stands right under the title, without the padding of the content. */
  readonly under?: ReactNode;
  readonly actions?: ReactNode;
  readonly nav?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, onBack, under, actions, nav, children }: PageProps) {
  return (
    <div className="phone">
      <header className={under ? "phone__top phone__top--open" : "phone__top"}>
        {onBack ? (
          <button type="button" className="back" aria-label="返回" onClick={onBack}>
            <Icon name="left" />
          </button>
        ) : null}
        <h1>{title}</h1>
        <OutboxBadge />
      </header>
      {under}
      <main className="phone__main">{children}</main>
      {actions ? <div className="phone__act">{actions}</div> : null}
      {nav}
    </div>
  );
}
