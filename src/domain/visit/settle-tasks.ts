// What a finished visit does to the tasks owed: fulfils its own, counts nothing twice, sets windows for what follows (R10).
import type { LocalDate } from "../calendar/local-date.ts";
import { schemeOn } from "../calendar/rectification-deadline.ts";
import type { WorkingCalendar } from "../calendar/working-days.ts";
import { isOpen } from "../hazard/statuses.ts";
import type { Row } from "../kernel/entities.ts";
import { earliestDeadline } from "./earliest-deadline.ts";
import { reinspectionWindow, supervisionWindow } from "./task-windows.ts";

type Task = Row<"tasks">;

export interface SettleFacts {
  readonly visit: Row<"visits">;
  readonly visitTasks: readonly Row<"visitTasks">[];
  /** All tasks of the enterprise. */
  readonly tasks: readonly Task[];
  /** All hazards of the enterprise. */
  readonly hazards: readonly Row<"hazards">[];
  readonly schemes: readonly Row<"schemes">[];
  readonly day: LocalDate;
  readonly calendar: WorkingCalendar;
}

export interface TaskChange {
  readonly task: Task;
  readonly set: Partial<Task>;
}

/** Every task at most once: fulfilled by the visit, fulfilled as nothing open, or given its window. */
export function settleTasks(facts: SettleFacts): readonly TaskChange[] {
  const byVisit = tasksOfVisit(facts);
  const settled = byVisit.map((task) => ({ task, set: fulfilled("visit", facts) }));
  const done = new Set(byVisit.map((task) => task.id));
  const rest = facts.tasks.filter((task) => task.state === "owed" && !done.has(task.id));
  if (facts.hazards.some(isOpen)) {
    const windows = facts.visit.kind === "inspection" ? taskWindows(facts, byVisit, rest) : [];
    return [...settled, ...windows];
  }
  const needless = rest.filter((task) => isPeriodInspected(task, byVisit, rest));
  return [...settled, ...needless.map((task) => ({ task, set: fulfilled("nothingOpen", facts) }))];
}

/** The owed tasks it was made for; a re-inspection also fulfils the one its period owes. */
function tasksOfVisit({ visit, visitTasks, tasks, schemes }: SettleFacts): readonly Task[] {
  const named = new Set(visitTasks.map((row) => row.taskId));
  const own = tasks.filter((task) => task.state === "owed" && named.has(task.id));
  if (visit.kind === "inspection" || own.some((task) => task.kind === "reinspection")) return own;
  const schemeId = schemeOn(schemes, visit.inspectedOn)?.id;
  const owed = tasks
    .filter((task) => task.kind === "reinspection" && task.state === "owed" && task.schemeId === schemeId)
    .find((task) => task.periodNo === visit.periodNo);
  return owed ? [...own, owed] : own;
}

/** Nothing to press or to look at again: only once the period owes no inspection any more, and this visit touched it. */
function isPeriodInspected(task: Task, byVisit: readonly Task[], rest: readonly Task[]): boolean {
  const isOfPeriod = (other: Task) => other.schemeId === task.schemeId && other.periodNo === task.periodNo;
  return byVisit.some(isOfPeriod) && !rest.some((other) => other.kind === "inspection" && isOfPeriod(other));
}

function fulfilled(by: NonNullable<Task["fulfilledBy"]>, { visit, day }: SettleFacts): Partial<Task> {
  return { state: "fulfilled", fulfilledOn: day, fulfilledBy: by, fulfilledRef: visit.id };
}

/** Windows of the supervision and re-inspection owed for the periods inspected by this visit. */
export function taskWindows(
  facts: Pick<SettleFacts, "visit" | "hazards" | "schemes" | "day" | "calendar">,
  inspections: readonly Task[],
  owed: readonly Task[],
): readonly TaskChange[] {
  const deadline = earliestDeadline(facts.hazards, facts.visit.id, facts.day);
  if (deadline === undefined) return [];
  return owed.flatMap((task) => {
    const inspected = inspections.some(
      (done) => done.kind === "inspection" && done.schemeId === task.schemeId && done.periodNo === task.periodNo,
    );
    const scheme = facts.schemes.find((row) => row.id === task.schemeId);
    if (!inspected || !scheme || task.kind === "inspection") return [];
    if (task.kind === "supervision") return [{ task, set: supervisionWindow(facts.day, deadline) }];
    return [{ task, set: reinspectionWindow(deadline, scheme.reinspectionWorkingDays, facts.calendar) }];
  });
}
