// What happens to a planned task before it is fulfilled: another day, other people, cancelled, settled because nothing is open.
import { z } from "zod";
import { dayOf, localDateSchema, spokenDay } from "../calendar/local-date.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import { decided, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { ok, type Refused, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import type { Memberships, Tasks } from "../rows.generated.ts";
import { scopeOn } from "../scope/scope-on.ts";
import { faultOfSettling } from "./nothing-open.ts";
import { isVisitingExpert, isVisitingOfficer } from "./visitor-roles.ts";

function faultOfOwed(task: Tasks): Refused | undefined {
  return task.state === "owed" ? undefined : refuse(`task.${task.state}`, { code: task.code });
}

/** Another day, with its reason. The first planned day and the count of moves stay visible; a day after the period is allowed and shows (R10). */
const replanTask = defineCommand({
  name: "task.replan",
  label: { zh: "改期", en: "Replan" },
  by: ["officer", "officeLead", "agencyLead", "system"],
  args: z.object({ taskId: z.uuid(), plannedOn: localDateSchema, reason: text(500) }),
  needs: (args) => ({ task: one("tasks", { id: args.taskId }) }),
  needsMore: (_, { task }) => ({
    period: one("schemePeriods", { schemeId: task?.schemeId, no: task?.periodNo }),
  }),
  decide: ({ task, period }, { plannedOn, reason }, { today, calendar }) => {
    if (!task) return refuse("task.not_found");
    const fault = faultOfOwed(task);
    if (fault) return fault;
    if (task.kind !== "inspection") return refuse("task.no_planned_day", { code: task.code });
    const day = spokenDay(plannedOn, today);
    if (plannedOn < today) return refuse("task.day_past", { day });
    if (!isWorkingDay(plannedOn, calendar)) return refuse("task.day_off", { day });
    if (period && plannedOn < period.startsOn) {
      return refuse("task.before_period", { day, startsOn: spokenDay(period.startsOn, today) });
    }
    if (plannedOn === task.plannedOn) return refuse("task.same_day", { day });
    const set: Partial<Tasks> = {
      plannedOn,
      firstPlannedOn: task.firstPlannedOn ?? plannedOn,
      replannedCount: task.replannedCount + 1,
      replanReason: reason,
    };
    return ok(decided("tasks", task.id, [update("tasks", task, set)]));
  },
});

/** True when a task was moved beyond the end of its period. */
export function isBeyondPeriod(task: Pick<Tasks, "plannedOn" | "periodEndsOn">): boolean {
  return task.plannedOn !== null && task.plannedOn > task.periodEndsOn;
}

/** Who goes: the agency's expert, the office's companion. Absent stays, null takes away. */
const assignTask = defineCommand({
  name: "task.assign",
  label: { zh: "指派", en: "Assign" },
  by: ["officer", "officeLead", "agencyLead", "system"],
  args: z.object({
    taskId: z.uuid(),
    expertMembershipId: z.uuid().nullish(),
    officerMembershipId: z.uuid().nullish(),
  }),
  needs: (args) => ({
    task: one("tasks", { id: args.taskId }),
    expert: one("memberships", { id: args.expertMembershipId ?? undefined }),
    officer: one("memberships", { id: args.officerMembershipId ?? undefined }),
  }),
  decide: ({ task, expert, officer }, args, { actor, today }) => {
    if (!task) return refuse("task.not_found");
    const fault = faultOfOwed(task);
    if (fault) return fault;
    const { expertMembershipId, officerMembershipId } = args;
    if (actor.role === "agencyLead" && officerMembershipId !== undefined) return refuse("task.officer_by_office");
    const day = task.plannedOn ?? today;
    if (
      expertMembershipId &&
      !(isVisitingExpert(expert) && expert?.scopeId === task.agencyId && isThere(expert, day))
    ) {
      return refuse("task.expert_unfit");
    }
    if (officerMembershipId && !(isVisitingOfficer(officer) && isThere(officer, day)))
      return refuse("task.officer_unfit");
    const set: Partial<Tasks> = {
      ...(expertMembershipId !== undefined && { expertMembershipId }),
      ...(officerMembershipId !== undefined && { officerMembershipId }),
    };
    if (Object.keys(set).length === 0) return refuse("task.nobody_named");
    return ok(decided("tasks", task.id, [update("tasks", task, set)]));
  },
});

function isThere(member: Memberships | undefined, day: string): boolean {
  return member !== undefined && member.validFrom <= day && (member.validTo === null || member.validTo >= day);
}

/** Nothing is owed to an enterprise that has left the scope. While it is in scope its tasks stay owed and may only be moved. */
const cancelTask = defineCommand({
  name: "task.cancel",
  label: { zh: "取消任务", en: "Cancel task" },
  by: ["officer", "officeLead", "system"],
  args: z.object({ taskId: z.uuid(), reason: text(500) }),
  needs: (args) => ({ task: one("tasks", { id: args.taskId }) }),
  needsMore: (_, { task }) => ({ decisions: many("scopeDecisions", { enterpriseId: task?.enterpriseId }) }),
  decide: ({ task, decisions }, { reason }, { today }) => {
    if (!task) return refuse("task.not_found");
    const fault = faultOfOwed(task);
    if (fault) return fault;
    if (scopeOn(decisions, today).has(task.enterpriseId)) return refuse("task.still_in_scope", { code: task.code });
    const set: Partial<Tasks> = { state: "cancelled", cancelledReason: reason };
    return ok(decided("tasks", task.id, [update("tasks", task, set)]));
  },
});

/** Supervision and re-inspection with nothing to press for: fulfilled, and shown apart in every figure. */
const settleNothingOpen = defineCommand({
  name: "task.settleNothingOpen",
  label: { zh: "无未销号隐患，记为完成", en: "Settle: nothing open" },
  by: ["system"],
  args: z.object({ taskId: z.uuid() }),
  needs: (args) => ({ task: one("tasks", { id: args.taskId }) }),
  needsMore: (_, { task }) => ({
    siblings: many("tasks", { enterpriseId: task?.enterpriseId, schemeId: task?.schemeId, periodNo: task?.periodNo }),
    hazards: many("hazards", { enterpriseId: task?.enterpriseId }),
  }),
  decide: ({ task, siblings, hazards }, _, { receivedAt }) => {
    if (!task) return refuse("task.not_found");
    const fault = faultOfOwed(task) ?? faultOfSettling(task, siblings, hazards);
    if (fault) return fault;
    const set: Partial<Tasks> = { state: "fulfilled", fulfilledOn: dayOf(receivedAt), fulfilledBy: "nothingOpen" };
    return ok(decided("tasks", task.id, [update("tasks", task, set)]));
  },
});

export const taskCommands: readonly AnyCommand[] = [replanTask, assignTask, cancelTask, settleNothingOpen];
