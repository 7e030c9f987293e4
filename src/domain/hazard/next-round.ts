// A rejected proof, a failed re-inspection and a wrong closing end the round and open the next, with a new deadline
// counted from the day of the decision (design §2 "Whose clock").
import { dayOf } from "../calendar/local-date.ts";
import { chooseDeadline, rectificationDueOn, schemeForClock } from "../calendar/rectification-deadline.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { actedAt } from "./act.ts";
import type { Hazard } from "./statuses.ts";

interface NewDeadline {
  readonly deadlineDays?: number | null;
  readonly deadlineReason: string | null;
  readonly reason: string;
}

/** The columns of the next round's clock. Fewer days than the scheme's stand on the decision's reason if on no other. */
export function nextRoundClock(
  schemes: readonly Row<"schemes">[],
  args: NewDeadline,
  context: Context,
): Result<Partial<Hazard>> {
  const startedOn = dayOf(actedAt(context));
  const scheme = schemeForClock(schemes, startedOn);
  if (!scheme) return refuse("hazard.no_scheme", { day: startedOn });
  const deadline = chooseDeadline(scheme.rectificationDays, args.deadlineDays, args.deadlineReason ?? args.reason);
  if (!deadline.ok) return deadline;
  return ok({
    ...deadline.value,
    clockStartedOn: startedOn,
    rectificationDue: rectificationDueOn(startedOn, deadline.value.deadlineDays),
    submittedAt: null,
    reinspectionDue: null,
  });
}
