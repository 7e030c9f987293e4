// visit.start: the expert is on the ground. A planned visit names its tasks; an unplanned inspection makes one.
import { z } from "zod";
import { dayOf, instantSchema, type LocalDate } from "../calendar/local-date.ts";
import { type DecidedEvent, type Decision, insert } from "../kernel/change.ts";
import { type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { VISIT_COMMAND_LABELS } from "./labels.ts";
import { placeSchema } from "./place.ts";
import { periodOn } from "./scheme-period.ts";
import { visitRow } from "./transitions.ts";

const arrivalSchema = placeSchema.extend({ at: instantSchema });

const startVisitArgs = z.object({
  visitId: z.uuid(),
  siteId: z.uuid(),
  taskIds: z.array(z.uuid()).max(20),
  /** The code of one of the tasks; for an unplanned visit a code made on the phone. */
  taskCode: text(60),
  kind: z.enum(["inspection", "reinspection"]),
  arrived: arrivalSchema.nullish(),
});
type Args = z.output<typeof startVisitArgs>;
type Tasks = readonly Row<"tasks">[];

interface State {
  readonly visit: Row<"visits"> | undefined;
  readonly site: Row<"sites"> | undefined;
  readonly taskWithCode: Row<"tasks"> | undefined;
  readonly schemes: readonly Row<"schemes">[];
  readonly periods: readonly Row<"schemePeriods">[];
  readonly enterprise: Row<"enterprises"> | undefined;
  readonly tasks: Tasks;
}

export const startVisit = defineCommand({
  name: "visit.start",
  label: VISIT_COMMAND_LABELS["visit.start"],
  by: visitRow("visit.start").by,
  args: startVisitArgs,
  needs: (args, { tenantId }) => ({
    visit: one("visits", { id: args.visitId }),
    site: one("sites", { id: args.siteId }),
    taskWithCode: one("tasks", { code: args.taskCode }),
    schemes: many("schemes", { tenantId }),
    periods: many("schemePeriods", { tenantId }),
  }),
  needsMore: (_args, state) => ({
    enterprise: one("enterprises", { id: state.site?.enterpriseId }),
    tasks: many("tasks", { enterpriseId: state.site?.enterpriseId }),
  }),
  decide: (state, args, context) => decideStart(state, args, context),
});

function decideStart(state: State, args: Args, context: Context): Result<Decision> {
  const { site, enterprise } = state;
  if (state.visit) return refuse("visit.already_started", { enterprise: state.visit.enterpriseName });
  if (!site || !enterprise) return refuse("not_found");
  if (site.agencyId === null || site.agencyId !== context.actor.scopeId) {
    return refuse("visit.site_not_served", { enterprise: enterprise.name });
  }
  const day = dayOf(args.arrived?.at ?? context.occurredAt);
  const tasks = chosenTasks(state.tasks, args);
  if (!tasks.ok) return tasks;
  const made = taskToMake(state, args, site, day, context);
  if (!made.ok) return made;
  const periodNo = tasks.value[0]?.periodNo ?? made.value?.periodNo ?? periodOn(state, day)?.periodNo ?? null;
  const visit = visitOf(args, site, enterprise, site.agencyId, day, periodNo, context);
  const done = made.value ? [made.value] : tasks.value;
  const visitTasks = done.map((task) => insert("visitTasks", visitTaskOf(visit, task.id)));
  const events: DecidedEvent[] = [
    { subject: { type: "visits", id: visit.id }, changes: [insert("visits", visit), ...visitTasks] },
  ];
  if (made.value) {
    events.unshift({ subject: { type: "tasks", id: made.value.id }, changes: [insert("tasks", made.value)] });
  }
  return ok({ events });
}

/** The named tasks: of this enterprise, still owed, and of a kind an expert's visit fulfils. */
function chosenTasks(owned: Tasks, args: Args): Result<Tasks> {
  const chosen: Row<"tasks">[] = [];
  const codes: string[] = [];
  for (const id of new Set(args.taskIds)) {
    const task = owned.find((row) => row.id === id);
    if (!task) return refuse("not_found");
    if (task.state !== "owed" && !task.replacedBy) return refuse("visit.task_not_owed", { code: task.code });
    if (task.kind === "supervision") return refuse("visit.task_not_for_visit", { code: task.code });
    codes.push(task.code);
    chosen.push(...standingFor(task, owned));
  }
  if (codes.length > 0 && !codes.includes(args.taskCode)) {
    return refuse("visit.code_of_no_task", { code: args.taskCode });
  }
  return ok(chosen.filter((task, index) => chosen.indexOf(task) === index));
}

/** Itself, or what is owed in its place since two entries became one; nothing where that is fulfilled: the visit is one more. */
function standingFor(task: Row<"tasks">, owned: Tasks): Tasks {
  if (!task.replacedBy) return [task];
  return owned.filter((row) => row.id === task.replacedBy && row.state === "owed");
}

/** An unplanned inspection gets a task of its own with the phone's code, in the period of the day; any other none. */
function taskToMake(
  state: State,
  args: Args,
  site: Row<"sites">,
  day: LocalDate,
  context: Context,
): Result<Row<"tasks"> | null> {
  if (args.taskIds.length > 0) return ok(null);
  if (state.taskWithCode) return refuse("visit.code_taken", { code: args.taskCode });
  if (args.kind === "reinspection") return ok(null);
  const period = periodOn(state, day);
  if (!period) return refuse("visit.no_period", { day });
  return ok({
    tenantId: context.tenantId,
    id: context.newId("task"),
    code: args.taskCode,
    kind: "inspection",
    ...period,
    enterpriseId: site.enterpriseId,
    siteId: site.id,
    agencyId: site.agencyId,
    madeByAgencyId: site.agencyId,
    communityId: site.communityId,
    expertMembershipId: context.actor.id,
    officerMembershipId: null,
    plannedOn: null,
    firstPlannedOn: null,
    replannedCount: 0,
    replanReason: null,
    windowFrom: null,
    windowTo: null,
    state: "owed",
    fulfilledOn: null,
    fulfilledBy: null,
    fulfilledRef: null,
    cancelledReason: null,
    replacedBy: null,
    createdAt: context.receivedAt,
  });
}

function visitOf(
  args: Args,
  site: Row<"sites">,
  enterprise: Row<"enterprises">,
  agencyId: string,
  day: LocalDate,
  periodNo: number | null,
  context: Context,
): Row<"visits"> {
  return {
    tenantId: context.tenantId,
    id: args.visitId,
    kind: args.kind,
    taskCode: args.taskCode,
    siteId: site.id,
    enterpriseId: site.enterpriseId,
    enterpriseName: enterprise.name,
    agencyId,
    madeByAgencyId: agencyId,
    communityId: site.communityId,
    expertMembershipId: context.actor.id,
    expertName: context.actor.name,
    inspectedOn: day,
    periodNo,
    status: "started",
    arrivedAt: args.arrived?.at ?? context.occurredAt,
    arrivedLat: args.arrived?.lat ?? null,
    arrivedLng: args.arrived?.lng ?? null,
    arrivedAccuracy: args.arrived?.accuracy ?? null,
    departedAt: null,
    departedLat: null,
    departedLng: null,
    departedAccuracy: null,
    accompaniedBy: null,
    accompaniedName: null,
    accompanimentReason: null,
    enterprisePerson: null,
    enterprisePersonRole: null,
    discardedPhotos: null,
    discardReasons: null,
    importedFrom: null,
    checkedItems: 0,
  };
}

function visitTaskOf(visit: Row<"visits">, taskId: string): Row<"visitTasks"> {
  const { tenantId, id, agencyId, madeByAgencyId, communityId, enterpriseId } = visit;
  return { tenantId, visitId: id, taskId, agencyId, madeByAgencyId, communityId, enterpriseId };
}
