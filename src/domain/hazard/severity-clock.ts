// The clock of a suspicion: by when office and agency are to have looked at it. Hours by the clock, nights and holidays
// included; the scheme may say otherwise (杭州市安全生产监督管理条例 第33条 asks for the report and names no hours).
import { getDeadline } from "../calendar/deadline-rules.ts";
import { dayOf, type Instant } from "../calendar/local-date.ts";
import type { Row } from "../kernel/entities.ts";

/** Hours from suspicion to the hour due; the dated rule's where the scheme says nothing. */
export function majorNoticeHours(scheme: Pick<Row<"schemes">, "majorNoticeHours"> | undefined, at: Instant): number {
  return scheme?.majorNoticeHours ?? getDeadline("majorNotice", dayOf(at)).amount;
}

/** The two instants kept with the hazard. */
export function severityClock(scheme: Pick<Row<"schemes">, "majorNoticeHours"> | undefined, at: Instant) {
  const due = new Date(Date.parse(at) + majorNoticeHours(scheme, at) * 3_600_000);
  return { suspectedAt: at, severityDueAt: due.toISOString() };
}
