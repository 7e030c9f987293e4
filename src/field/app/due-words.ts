// A deadline as the chip says it: 余9天, 今天到期, 逾期4天.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { dueOn } from "#domain/hazard/due.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { DueTone } from "#ui/due-chip.tsx";

export interface DueWords {
  readonly tone: DueTone;
  readonly text: string;
}

export function dueWords(hazard: Row<"hazards">, today: LocalDate): DueWords {
  if (!isOpen(hazard)) return { tone: "rest", text: hazard.status === "voided" ? "已作废" : "已销号" };
  if (hazard.status === "submitted") return { tone: "rest", text: "已交，待复查" };
  if (hazard.status === "awaitingFinalReinspection") return { tone: "rest", text: "待最终复查" };
  const { daysLeft, state } = dueOn(hazard.rectificationDue, today);
  if (daysLeft === null) return { tone: "rest", text: `限${hazard.deadlineDays}日` };
  if (state === "overdue") return { tone: "late", text: `逾期${-daysLeft}天` };
  if (daysLeft === 0) return { tone: "soon", text: "今天到期" };
  return { tone: state === "dueSoon" ? "soon" : "ok", text: `余${daysLeft}天` };
}
