import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export type SyncLook = "local" | "done" | "stuck";

const lookIcon: Readonly<Record<SyncLook, IconName>> = { local: "phone", done: "cloud", stuck: "alert" };

interface SyncBadgeProps {
  readonly look: SyncLook;
  readonly text: string;
  readonly onOpen?: () => void;
}

/** Where what was written lies now: only here, arrived, or waiting for a person. Opens the sync centre. */
export function SyncBadge({ look, text, onOpen }: SyncBadgeProps) {
  const content = (
    <>
      <Icon name={lookIcon[look]} />
      <span aria-live="polite">{text}</span>
    </>
  );
  if (!onOpen) return <span className={`sync sync--${look}`}>{content}</span>;
  return (
    <button type="button" className={`sync sync--${look}`} onClick={onOpen}>
      {content}
    </button>
  );
}
