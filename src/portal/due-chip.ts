// Days left in colour and in a word, for whoever must act. Colour never stands alone: icon, word, colour.
import { html } from "ghtml";
import { type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import { enterpriseDue } from "#domain/hazard/due.ts";
import { type DueTone, sayDue } from "#domain/hazard/due-words.ts";
import type { Hazard } from "#domain/hazard/statuses.ts";
import { type IconName, icon } from "./icons.ts";

interface Chip {
  readonly tone: DueTone;
  readonly drawn: IconName;
  readonly word: string;
}

const resting: Readonly<Record<Exclude<Hazard["status"], "open">, Chip>> = {
  submitted: { tone: "rest", drawn: "clock", word: "已交，等复查" },
  referred: { tone: "rest", drawn: "clock", word: "已移送执法" },
  awaitingFinalReinspection: { tone: "rest", drawn: "clock", word: "等最后复查" },
  closed: { tone: "rest", drawn: "done", word: "已销号" },
  voided: { tone: "rest", drawn: "done", word: "已作废" },
};

const drawn: Readonly<Record<DueTone, IconName>> = { ok: "clock", soon: "glass", late: "alert", rest: "clock" };

function chipOf(hazard: Hazard, today: LocalDate): Chip {
  if (hazard.status !== "open") return resting[hazard.status];
  const due = enterpriseDue(hazard, today);
  if (due.daysLeft === null) return { tone: "rest", drawn: "clock", word: "签收后起算" };
  const { tone, word } = sayDue(due);
  return { tone, drawn: drawn[tone], word: word.zh };
}

/** The chip of a hazard as its enterprise reads it. */
export function dueChip(hazard: Hazard, today: LocalDate): string {
  const chip = chipOf(hazard, today);
  return html`<span class="due due--${chip.tone}"><span class="sr-only">期限：</span>!${icon(chip.drawn)}${chip.word}</span>`;
}

/** By when, in a whole sentence with the day of the week; what is no longer asked of the enterprise is not asked again. */
export function byWhen(hazard: Hazard, today: LocalDate): string {
  if (hazard.status !== "open") return doneWords(hazard, hazard.status, today);
  const day = hazard.rectificationDue;
  if (!day) return `从贵厂签收那天起，${hazard.deadlineDays}天内改好。`;
  const spoken = spokenDay(day, today);
  const { state, daysLeft } = enterpriseDue(hazard, today);
  if (state === "overdue" && daysLeft !== null)
    return `${hazard.deadlineRule === "extension" ? `同意延到${spoken}` : `应在${spoken}前改好`}，已经过了${-daysLeft}天。请尽快改好交上来。`;
  if (hazard.deadlineRule === "extension") return `已同意延到${spoken}。`;
  if (hazard.round > 1) return `上次没通过，这一轮请在${spoken}前改好（当天也算）。`;
  return `请在${spoken}前改好（当天也算）。`;
}

function doneWords(hazard: Hazard, status: Exclude<Hazard["status"], "open">, today: LocalDate): string {
  const due = hazard.rectificationDue ? `期限是${spokenDay(hazard.rectificationDue, today)}。` : "";
  switch (status) {
    case "submitted":
      return `贵厂已经交了，等专家来看。${due}`;
    case "referred":
      return `已移送执法。${due}`;
    case "awaitingFinalReinspection":
      return "执法已有结果，等专家来做最后一次复查。";
    case "closed":
      return hazard.closedOn ? `${spokenDay(hazard.closedOn, today)}已销号，不用再改。` : "已销号，不用再改。";
    case "voided":
      return "已作废，不用改。";
    default:
      return status satisfies never;
  }
}
