// Overdue, due soon and days left, computed for a day and never stored (design §2 "Whose clock"). Each holder has its
// own date: the enterprise's is rectificationDue, the agency's reinspectionDue; the others have none, only "since when".
import { dayOf, daysBetween, type Instant, type LocalDate } from "../calendar/local-date.ts";
import { type Hazard, type Holder, isOpen } from "./statuses.ts";

/** ui: amber from three days left. */
export const dueSoonDays = 3;

export type DueState = "overdue" | "dueSoon" | "onTime" | "noDate";

export interface Due {
  readonly dueOn: LocalDate | null;
  /** Negative once overdue; 0 on the last day, which runs to 24:00. */
  readonly daysLeft: number | null;
  readonly state: DueState;
}

export interface HolderDue extends Due {
  readonly holder: Holder;
  readonly since: Instant;
  /** Whole days since it came into these hands. */
  readonly heldDays: number;
}

export function dueOn(day: LocalDate | null, today: LocalDate): Due {
  if (!day) return { dueOn: null, daysLeft: null, state: "noDate" };
  const daysLeft = daysBetween(today, day);
  if (daysLeft < 0) return { dueOn: day, daysLeft, state: "overdue" };
  return { dueOn: day, daysLeft, state: daysLeft <= dueSoonDays ? "dueSoon" : "onTime" };
}

/** Whoever holds it, by that holder's own date. */
export function holderDue(hazard: Hazard, today: LocalDate): HolderDue {
  const { holder, heldSince: since } = hazard;
  return { ...dueOn(dateOf(hazard), today), holder, since, heldDays: daysBetween(dayOf(since), today) };
}

function dateOf(hazard: Hazard): LocalDate | null {
  switch (hazard.holder) {
    case "enterprise":
      return hazard.rectificationDue;
    case "agency":
      return hazard.reinspectionDue;
    case "agencyLead":
    case "officer":
    case "enforcementOfficer":
    case "nobody":
      return null;
    default:
      return hazard.holder satisfies never;
  }
}

/**
 * The enterprise's own date, whoever holds the hazard meanwhile: it runs on while an extension or a referral is being
 * decided, and it is met by submitting. Submitted in time and waiting is never overdue.
 */
export function enterpriseDue(hazard: Hazard, today: LocalDate): Due {
  if (hazard.status !== "open") return dueOn(null, today);
  return dueOn(hazard.rectificationDue, today);
}

export function isEnterpriseOverdue(hazard: Hazard, today: LocalDate): boolean {
  return enterpriseDue(hazard, today).state === "overdue";
}

/** Submitted after 24:00 of the due date. */
export function isSubmittedLate(hazard: Hazard): boolean {
  if (!hazard.submittedAt || !hazard.rectificationDue) return false;
  return dayOf(hazard.submittedAt) > hazard.rectificationDue;
}

/** R9: in how many periods' ends it was open: "carried over, n-th time" (上轮遗留第N次). */
export function timesCarried(
  foundOn: LocalDate,
  periods: readonly { readonly endsOn: LocalDate }[],
  day: LocalDate,
): number {
  return new Set(periods.map(({ endsOn }) => endsOn).filter((end) => foundOn <= end && end < day)).size;
}

/** R9: found by the period's end and not closed by then is carried over into the next. */
export function carriedOver(
  hazard: Pick<Hazard, "foundOn" | "closedOn" | "status" | "contested">,
  period: { readonly endsOn: LocalDate },
): boolean {
  if (hazard.foundOn > period.endsOn || hazard.status === "voided") return false;
  return isOpen(hazard) || hazard.closedOn === null || hazard.closedOn > period.endsOn;
}
