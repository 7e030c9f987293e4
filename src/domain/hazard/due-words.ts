// Days left in a word and a colour, the same on phone, page and sheet: 余9天, 今天到期, 逾期4天. Colour never stands alone.
import type { Label } from "../kernel/label.ts";
import type { Due, DueState } from "./due.ts";

/** Green, amber, red and grey, as the chips are named. */
export type DueTone = "ok" | "soon" | "late" | "rest";

export interface SaidDue {
  readonly tone: DueTone;
  readonly word: Label;
}

const tones: Readonly<Record<DueState, DueTone>> = { onTime: "ok", dueSoon: "soon", overdue: "late", noDate: "rest" };

export function sayDue({ state, daysLeft }: Due): SaidDue {
  return { tone: tones[state], word: daysLeft === null ? { zh: "无期限", en: "No date" } : daysWord(daysLeft) };
}

/** `daysLeft` in whole days: 0 is the last day, which runs to 24:00; negative is overdue. */
export function daysWord(daysLeft: number): Label {
  if (daysLeft === 0) return { zh: "今天到期", en: "Due today" };
  if (daysLeft > 0) return { zh: `余${daysLeft}天`, en: `${daysLeft} d left` };
  return { zh: `逾期${-daysLeft}天`, en: `${-daysLeft} d overdue` };
}
