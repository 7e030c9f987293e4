// A deadline as icon, word and colour together; never colour alone.
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

export type DueTone = "ok" | "soon" | "late" | "rest";

const toneIcon: Readonly<Record<DueTone, IconName>> = { ok: "clock", soon: "glass", late: "alert", rest: "done" };

interface DueChipProps {
  readonly tone: DueTone;
  /** 余9天, 今天到期, 逾期4天. */
  readonly text: string;
  /** Said before the word when read aloud, such as 期限. */
  readonly spokenBefore?: string;
}

export function DueChip({ tone, text, spokenBefore }: DueChipProps) {
  return (
    <span className={`due due--${tone}`}>
      <Icon name={toneIcon[tone]} />
      {spokenBefore ? <span className="sr-only">{spokenBefore}</span> : null}
      {text}
    </span>
  );
}
