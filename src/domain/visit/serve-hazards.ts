// What service does to the hazards of a visit and, now that their deadlines are fixed, to the windows of the tasks.
import { dayOf, type Instant } from "../calendar/local-date.ts";
import { serveHazard } from "../hazard/acknowledge.ts";
import { heldSet } from "../hazard/act.ts";
import { type DecidedEvent, update } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { taskWindows } from "./settle-tasks.ts";

export interface ServeFacts {
  readonly visit: Row<"visits">;
  readonly hazards: readonly Row<"hazards">[];
  readonly servedAt: Instant;
  readonly visitTasks: readonly Row<"visitTasks">[];
  readonly tasks: readonly Row<"tasks">[];
  readonly schemes: readonly Row<"schemes">[];
}

/** One event a hazard, then one a task whose window moved. */
export function serveHazards(facts: ServeFacts, context: Context): readonly DecidedEvent[] {
  const served = facts.hazards.map((hazard) => serveOne(hazard, facts.servedAt, context));
  const hazards = served.map(({ hazard }) => hazard);
  const day = dayOf(facts.servedAt);
  const named = new Set(facts.visitTasks.map((row) => row.taskId));
  const inspections = facts.tasks.filter((task) => named.has(task.id));
  const owed = facts.tasks.filter((task) => task.state === "owed" && !named.has(task.id));
  const windows = taskWindows({ ...facts, hazards, day, calendar: context.calendar }, inspections, owed);
  const moved = windows.map(
    ({ task, set }): DecidedEvent => ({
      subject: { type: "tasks", id: task.id },
      changes: [update("tasks", task, set)],
    }),
  );
  return [...served.map(({ event }) => event), ...moved];
}

function serveOne(hazard: Row<"hazards">, servedAt: Instant, context: Context) {
  const { set: served, act } = serveHazard(hazard, servedAt, context);
  const set = heldSet(hazard, served, servedAt);
  // Served a second time nothing of the hazard moves; the timeline still tells of it.
  const changes = Object.keys(set).length > 0 ? [update("hazards", hazard, set), act] : [act];
  const event: DecidedEvent = { subject: { type: "hazards", id: hazard.id }, changes };
  return { hazard: { ...hazard, ...set }, event };
}
