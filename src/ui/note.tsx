import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export type NoteTone = "plain" | "ok" | "soon" | "late";

const toneIcon: Readonly<Record<NoteTone, IconName>> = { plain: "bulb", ok: "done", soon: "alert", late: "lock" };

interface NoteProps {
  readonly tone?: NoteTone;
  readonly icon?: IconName;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** A strip that says how things stand and what to do; read aloud when it appears. */
export function Note({ tone = "plain", icon, title, children }: NoteProps) {
  return (
    <div className={tone === "plain" ? "note" : `note note--${tone}`} role={tone === "late" ? "alert" : "status"}>
      <Icon name={icon ?? toneIcon[tone]} />
      <div>
        <div className="note__title">{title}</div>
        {children ? <div className="soft">{children}</div> : null}
      </div>
    </div>
  );
}
