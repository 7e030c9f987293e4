// A deadline in words and tone: 余9天, 今天到期, 逾期4天.
import { daysBetween, type LocalDate } from "#domain/calendar/local-date.ts";
import { dueOn } from "#domain/hazard/due.ts";
import { sayDue } from "#domain/hazard/due-words.ts";
import type { DueTone } from "#ui/due-chip.tsx";

export interface DueWords {
  readonly tone: DueTone;
  readonly text: string;
}

type Say = (zh: string, en: string) => string;

/** The running day of a hazard, a decision or a report. */
export function dueWords(day: LocalDate | null, today: LocalDate, say: Say): DueWords {
  const { tone, word } = sayDue(dueOn(day, today));
  return { tone, text: say(word.zh, word.en) };
}

/** A visit that is planned: amber from ten days before. */
export function planWords(day: LocalDate, today: LocalDate, say: Say): DueWords {
  const left = daysBetween(today, day);
  if (left < 0) return { tone: "late", text: say(`过期${-left}天`, `${-left} d late`) };
  if (left === 0) return { tone: "soon", text: say("今天", "Today") };
  return { tone: left <= 10 ? "soon" : "ok", text: say(`余${left}天`, `${left} d left`) };
}

/** A certificate or a drill: amber from thirty days before. */
export function certificateWords(day: LocalDate, today: LocalDate, say: Say): DueWords {
  const left = daysBetween(today, day);
  if (left < 0) return { tone: "late", text: say(`过期${-left}天`, `expired ${-left} d ago`) };
  return {
    tone: left <= 30 ? "soon" : "ok",
    text: left === 0 ? say("今天到期", "Expires today") : say(`余${left}天`, `${left} d left`),
  };
}
