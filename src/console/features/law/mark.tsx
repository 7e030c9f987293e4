// A state of a law, version or clause: drawing, word and colour together.
import type { ReactNode } from "react";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";

interface MarkProps {
  readonly tone: "ok" | "soon" | "late" | "rest";
  readonly icon: IconName;
  readonly children: ReactNode;
}

export function Mark({ tone, icon, children }: MarkProps) {
  return (
    <span className={`due due--${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
