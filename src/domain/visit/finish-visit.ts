// visit.finish: the expert leaves. Everything R7 and R8 ask is there; the tasks are counted, the windows set.
import { z } from "zod";
import { dayOf, instantSchema } from "../calendar/local-date.ts";
import { type DecidedEvent, type Decision, update } from "../kernel/change.ts";
import { type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { VISIT_COMMAND_LABELS } from "./labels.ts";
import { missingBeforeFinish } from "./missing-before-finish.ts";
import { ownVisitFor } from "./own-visit.ts";
import { refuseOrderWords } from "./own-words.ts";
import { placeSchema } from "./place.ts";
import { settleTasks } from "./settle-tasks.ts";
import { visitRow } from "./transitions.ts";

const finishVisitArgs = z.object({
  visitId: z.uuid(),
  departedAt: instantSchema.nullish(),
  departedFrom: placeSchema.nullish(),
  enterprisePerson: z.object({ name: text(80), role: text(80) }),
  /** Photos thrown out of the tray, and the reasons given; the pictures stay off the server. */
  discarded: z.object({ photos: z.int().min(1).max(500), reasons: text(1000) }).nullish(),
});
type Args = z.output<typeof finishVisitArgs>;

interface State {
  readonly visit: Row<"visits"> | undefined;
  readonly visitTasks: readonly Row<"visitTasks">[];
  readonly findings: readonly Row<"findings">[];
  readonly photos: readonly Row<"photoSlots">[];
  readonly schemes: readonly Row<"schemes">[];
  readonly hazards: readonly Row<"hazards">[];
  readonly citations: readonly Row<"hazardCitations">[];
  readonly tasks: readonly Row<"tasks">[];
}

export const finishVisit = defineCommand({
  name: "visit.finish",
  label: VISIT_COMMAND_LABELS["visit.finish"],
  by: visitRow("visit.finish").by,
  args: finishVisitArgs,
  needs: (args, { tenantId }) => ({
    visit: one("visits", { id: args.visitId }),
    visitTasks: many("visitTasks", { visitId: args.visitId }),
    findings: many("findings", { visitId: args.visitId }),
    photos: many("photoSlots", { visitId: args.visitId }),
    schemes: many("schemes", { tenantId }),
  }),
  needsMore: (_args, { visit }) => ({
    hazards: many("hazards", { enterpriseId: visit?.enterpriseId }),
    citations: many("hazardCitations", { enterpriseId: visit?.enterpriseId }),
    tasks: many("tasks", { enterpriseId: visit?.enterpriseId }),
  }),
  decide: (state, args, context) => decideFinish(state, args, context),
});

function decideFinish(state: State, args: Args, context: Context): Result<Decision> {
  const found = ownVisitFor("visit.finish", state.visit, context.actor);
  if (!found.ok) return found;
  const visit = found.value;
  const departedAt = args.departedAt ?? context.occurredAt;
  if (departedAt < visit.arrivedAt) return refuse("visit.departed_before_arrival");
  const order = refuseOrderWords(args.enterprisePerson.name, args.enterprisePerson.role);
  if (order) return order;
  const missing = missingBeforeFinish({ ...state, visit, enterprisePerson: args.enterprisePerson });
  if (missing.length > 0) {
    return refuse("visit.incomplete", {
      count: missing.length,
      missing: missing.map(({ label }) => label.zh).join("；"),
      missingEn: missing.map(({ label }) => label.en).join("; "),
    });
  }
  const set = {
    status: "finished" as const,
    departedAt,
    departedLat: args.departedFrom?.lat ?? null,
    departedLng: args.departedFrom?.lng ?? null,
    departedAccuracy: args.departedFrom?.accuracy ?? null,
    enterprisePerson: args.enterprisePerson.name,
    enterprisePersonRole: args.enterprisePerson.role,
    discardedPhotos: args.discarded?.photos ?? null,
    discardReasons: args.discarded?.reasons ?? null,
  };
  const taskChanges = settleTasks({ ...state, visit, day: dayOf(departedAt), calendar: context.calendar });
  const events: DecidedEvent[] = taskChanges.map((change) => ({
    subject: { type: "tasks", id: change.task.id },
    changes: [update("tasks", change.task, change.set)],
  }));
  return ok({
    events: [{ subject: { type: "visits", id: visit.id }, changes: [update("visits", visit, set)] }, ...events],
  });
}
