// How long an enterprise has to rectify (R12) and an agency to look again (design §2 "Whose clock").
// Every number of days is the scheme's; these are its rules. The due date is stored with the key of its rule.
import type { Row } from "../kernel/entities.ts";
import type { Label } from "../kernel/label.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { addDays, type LocalDate } from "./local-date.ts";
import { addWorkingDays, type WorkingCalendar } from "./working-days.ts";

/** What set a hazard's days: the scheme, the expert with a reason for fewer, or a granted extension. */
export const deadlineRules = ["scheme", "expert", "extension"] as const;
export type DeadlineRule = (typeof deadlineRules)[number];

export const deadlineRuleLabels: Readonly<Record<DeadlineRule, Label>> = {
  scheme: { zh: "方案规定的期限", en: "The scheme's deadline" },
  expert: { zh: "专家缩短的期限", en: "Shortened by the expert" },
  extension: { zh: "同意延期后的期限", en: "Extended deadline" },
};

export interface Deadline {
  readonly deadlineRule: DeadlineRule;
  readonly deadlineDays: number;
  readonly deadlineReason: string | null;
}

/** The scheme of a day; schemes of a tenant follow each other by service year. */
export function schemeOn(schemes: readonly Row<"schemes">[], day: LocalDate): Row<"schemes"> | undefined {
  return schemes.find((scheme) => scheme.startsOn <= day && day <= scheme.endsOn);
}

/** The scheme of a day, or the last that began before it: a hazard outlives its service year. */
export function schemeForClock(schemes: readonly Row<"schemes">[], day: LocalDate): Row<"schemes"> | undefined {
  const begun = schemes.filter((scheme) => scheme.startsOn <= day);
  return begun.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))[0];
}

/** R12: the scheme's days, or fewer with a reason. More is what an extension is for. */
export function chooseDeadline(
  schemeDays: number,
  days: number | null | undefined,
  reason: string | null | undefined,
): Result<Deadline> {
  if (days == null || days === schemeDays) {
    return ok({ deadlineRule: "scheme", deadlineDays: schemeDays, deadlineReason: null });
  }
  if (days > schemeDays) return refuse("hazard.deadline_longer_than_scheme", { days, schemeDays });
  if (!reason) return refuse("hazard.deadline_needs_reason", { days, schemeDays });
  return ok({ deadlineRule: "expert", deadlineDays: days, deadlineReason: reason });
}

/** Calendar days from the day after, to 24:00 Shanghai of the day returned; no roll over holidays. */
export function rectificationDueOn(startedOn: LocalDate, days: number): LocalDate {
  return addDays(startedOn, days);
}

/** The agency's: working days from the day of submission, that day not counted. */
export function reinspectionDueOn(submittedOn: LocalDate, workingDays: number, calendar: WorkingCalendar): LocalDate {
  return addWorkingDays(submittedOn, workingDays, calendar);
}
