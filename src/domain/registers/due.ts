// The next day of an entry: where it comes from, and how many days are left in a word and a colour. An entry without a day says why.
import { z } from "zod";
import { deadlineKeys, getDeadline, lastDayOf } from "../calendar/deadline-rules.ts";
import { daysBetween, type LocalDate, localDateSchema } from "../calendar/local-date.ts";
import type { WorkingCalendar } from "../calendar/working-days.ts";
import { type DueTone, daysWord } from "../hazard/due-words.ts";
import type { Row } from "../kernel/entities.ts";
import type { Label } from "../kernel/label.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { isRegisterKind, type RegisterKind, registerKindRules } from "./kinds.ts";

export const dueSources = ["stated", "term", "own", "lasting", "unknown"] as const;
export type DueSource = (typeof dueSources)[number];

export const dueSourceLabels: Readonly<Record<DueSource, Label>> = {
  stated: { zh: "证件或报告上写的日期", en: "The day on the paper" },
  term: { zh: "按法规标准的期限", en: "By law or standard" },
  own: { zh: "企业自己定的日期", en: "Set by the enterprise" },
  lasting: { zh: "长期有效，没有下次", en: "Lasting" },
  unknown: { zh: "还不知道，先空着", en: "Not known yet" },
};

export const nextDueSchema = z.discriminatedUnion("source", [
  z.object({ source: z.literal("stated"), on: localDateSchema }),
  z.object({ source: z.literal("own"), on: localDateSchema }),
  z.object({ source: z.literal("term"), term: z.enum(deadlineKeys) }),
  z.object({ source: z.literal("lasting") }),
  z.object({ source: z.literal("unknown") }),
]);
export type NextDue = z.output<typeof nextDueSchema>;

type DueColumns = Pick<Row<"registerEntries">, "dueOn" | "dueSource" | "dueTerm">;

/** The columns of the next day; a term is counted by the rule of the day the matter happened on. */
export function nextDue(
  kind: RegisterKind,
  due: NextDue,
  happenedOn: LocalDate | null,
  calendar: WorkingCalendar,
): Result<DueColumns> {
  if (due.source === "lasting" || due.source === "unknown") {
    return ok({ dueOn: null, dueSource: due.source, dueTerm: null });
  }
  if (due.source !== "term") {
    if (happenedOn && due.on < happenedOn) return refuse("register.due_before", { day: due.on, from: happenedOn });
    return ok({ dueOn: due.on, dueSource: due.source, dueTerm: null });
  }
  const rule = registerKindRules[kind];
  if (!rule.terms.includes(due.term)) return refuse("register.term_not_here", { kind: rule.label.zh });
  if (!happenedOn) return refuse("register.term_without_day", { day: rule.happenedOn.zh });
  const term = getDeadline(due.term, happenedOn);
  if (term.unit === "hour") throw new Error(`a register counts no hours: ${due.term}`);
  const dueOn = lastDayOf({ ...term, unit: term.unit }, happenedOn, calendar);
  return ok({ dueOn, dueSource: "term", dueTerm: due.term });
}

/** UI's threshold for certificates and drills. */
const REGISTER_SOON_DAYS = 30;

type Dated = Pick<Row<"registerEntries">, "kind" | "dueOn" | "dueSource" | "state">;

/** Days left as a chip says it: 余90天, 余7天, 过期3天, 长期有效, 日期待补. */
export function sayRegisterDue(entry: Dated, today: LocalDate): { readonly tone: DueTone; readonly word: Label } {
  if (entry.state === "struck") return { tone: "rest", word: { zh: "已划掉", en: "Struck out" } };
  if (entry.state === "renewed") return { tone: "rest", word: { zh: "已有新的", en: "Renewed" } };
  if (entry.dueOn === null) {
    return entry.dueSource === "unknown"
      ? { tone: "soon", word: { zh: "日期待补", en: "Day missing" } }
      : { tone: "rest", word: { zh: "长期有效", en: "Lasting" } };
  }
  const left = daysBetween(today, entry.dueOn);
  if (left >= 0) return { tone: left <= REGISTER_SOON_DAYS ? "soon" : "ok", word: daysWord(left) };
  const past = isRegisterKind(entry.kind) ? registerKindRules[entry.kind].past : { zh: "过期", en: "past" };
  return { tone: "late", word: { zh: `${past.zh}${-left}天`, en: `${-left} d ${past.en}` } };
}

/** Days before the next day at which the enterprise is reminded, and the day after it. The first that is reached counts. */
export const registerSteps = [90, 30, 7, 0, -1] as const;
