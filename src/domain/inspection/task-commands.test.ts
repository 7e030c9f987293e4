import { describe, expect, it } from "vitest";
import { MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import { agencyId, contextOf, idOf, person, tenantId } from "../../../test/stories/story-context.ts";
import type { Actor } from "../access/roles.ts";
import { addDays } from "../calendar/local-date.ts";
import { defaultScheme } from "../contract/scheme-parts.ts";
import { insertEntry, registerEntrySchema } from "../organization/register-entry.ts";
import type { Tasks } from "../rows.generated.ts";
import { inspectionCommands } from "./commands.ts";
import { isBeyondPeriod } from "./task-commands.ts";

const NOW = "2026-04-01T01:00:00.000Z";
const schemeId = idOf("scheme");
const officer = person("赵安", "officer");
const system = person("夜间任务", "system");
const lead: Actor = { ...person("陈经理", "agencyLead"), scopeId: agencyId };

function putMember(store: MemoryStore, word: string, role: "expert" | "officer", scopeId: string | null): void {
  store.put("memberships", {
    ...{
      tenantId,
      id: idOf(word),
      accountId: idOf(`account ${word}`),
      role,
      scopeId,
      divisionCode: null,
      displayName: word,
    },
    ...{
      scopeKind: role === "expert" ? "agency" : "office",
      title: null,
      validFrom: "2026-01-01",
      validTo: null,
      createdAt: NOW,
    },
  });
}

/** 143 enterprises in scope since March, served by one agency with two experts. */
function tenant(count = 143): MemoryStore {
  const store = new MemoryStore();
  const { periods, ...parts } = defaultScheme(2026);
  store.put("schemes", {
    ...parts,
    tenantId,
    id: schemeId,
    expertVisitsADay: null,
    officerVisitsADay: null,
    createdAt: NOW,
  });
  for (const period of periods) store.put("schemePeriods", { ...period, tenantId, schemeId });
  for (let no = 1; no <= count; no += 1) {
    const entry = { enterpriseId: idOf(`e${no}`), siteId: idOf(`s${no}`), registerNo: no, name: `${no}厂` };
    const communityId = idOf(`community ${no % 9}`);
    for (const change of insertEntry(registerEntrySchema.parse({ ...entry, communityId }), tenantId, NOW)) {
      if (change.op === "insert") store.put(change.entity, change.row);
    }
    store.merge("enterprises", `${tenantId}/${entry.enterpriseId}`, { agencyId });
    decideScope(store, no, "in", "2026-03-20");
  }
  for (const word of ["王工", "李工"]) putMember(store, word, "expert", agencyId);
  putMember(store, "赵安", "officer", null);
  return store;
}

function decideScope(store: MemoryStore, no: number, decision: "in" | "out", effectiveFrom: string): void {
  store.put("scopeDecisions", {
    ...{
      tenantId,
      id: idOf(`${no} ${decision} ${effectiveFrom}`),
      enterpriseId: idOf(`e${no}`),
      decision,
      effectiveFrom,
    },
    ...{
      ground: decision === "in" ? "b" : "none",
      evidence: "",
      decidedByName: "赵安",
      decidedAt: `${effectiveFrom}T00:00:00.000Z`,
    },
  });
}

function run(store: MemoryStore, name: string, args: unknown, actor: Actor = officer, at = NOW): string {
  const command = inspectionCommands.find((one) => one.name === name);
  if (!command) throw new Error(name);
  const result = runCommand(store, command, args, contextOf(actor, at));
  return result.ok ? `ok ${result.value.events.length}` : result.problem.code;
}

function plan(store: MemoryStore, from: number, to: number, change: object = {}): string {
  const enterpriseIds = Array.from({ length: to - from + 1 }, (_, index) => idOf(`e${from + index}`));
  const experts = ["王工", "李工"].map((word) => ({ membershipId: idOf(word), perDay: 3 }));
  const officers = [{ membershipId: idOf("赵安"), perDay: 4 }];
  return run(store, "plan.make", { schemeId, enterpriseIds, experts, officers, fromDay: "2026-04-01", ...change });
}

function taskOf(store: MemoryStore, code: string): Tasks {
  const task = store.find("tasks", { code });
  if (!task) throw new Error(code);
  return task;
}

describe("plan.make", () => {
  it("makes 1,716 tasks in two portions within capacity, and nothing again", () => {
    const store = tenant();
    expect(plan(store, 1, 80)).toBe("ok 80");
    expect(plan(store, 81, 143)).toBe("ok 63");
    expect(store.rows("tasks")).toHaveLength(1716);
    const inspections = store.rows("tasks").filter((task) => task.kind === "inspection");
    expect(inspections.filter((task) => task.plannedOn === null)).toEqual([]);
    const days = Map.groupBy(inspections, (task) => `${task.officerMembershipId} ${task.plannedOn}`);
    expect(Math.max(...[...days.values()].map((day) => day.length))).toBeLessThanOrEqual(4);
    const snapshot = store.snapshot();
    expect([plan(store, 1, 80), plan(store, 81, 143)]).toEqual(["ok 0", "ok 0"]);
    expect(store.snapshot()).toBe(snapshot);
  });

  it("owes joiners what is left, and refuses who is not in scope, has no expert's or officer's role", () => {
    const store = tenant(2);
    decideScope(store, 1, "out", "2026-09-01");
    decideScope(store, 1, "in", "2026-10-10");
    decideScope(store, 2, "out", "2026-03-25");
    expect(plan(store, 1, 1)).toBe("ok 1");
    expect(store.rows("tasks").map((task) => task.code.slice(0, 6))).toEqual([
      "2026-3",
      "2026-3",
      "2026-3",
      "2026-4",
      "2026-4",
      "2026-4",
    ]);
    expect(plan(store, 2, 2)).toBe("plan.not_in_scope");
    expect(plan(store, 1, 1, { experts: [{ membershipId: idOf("赵安"), perDay: 1 }] })).toBe("plan.expert_unfit");
    expect(plan(store, 1, 1, { officers: [{ membershipId: idOf("王工"), perDay: 1 }] })).toBe("plan.officer_unfit");
  });
});

describe("one task", () => {
  it("is replanned onto a working day with the first day kept, also beyond its period", () => {
    const store = tenant(1);
    plan(store, 1, 1);
    const task = taskOf(store, "2026-1-0001-J");
    const move = (plannedOn: string, taskId = task.id) =>
      run(store, "task.replan", { taskId, plannedOn, reason: "企业停电" });
    expect(move("2026-04-04")).toBe("task.day_off");
    expect(move("2026-03-31")).toBe("task.day_past");
    expect(move("2026-04-02", taskOf(store, "2026-2-0001-J").id)).toBe("task.before_period");
    expect(move("2026-04-02", taskOf(store, "2026-1-0001-F").id)).toBe("task.no_planned_day");
    expect(move("2026-04-02")).toBe("ok 1");
    expect(move("2026-04-02")).toBe("task.same_day");
    expect(move("2026-07-01")).toBe("ok 1");
    const moved = taskOf(store, "2026-1-0001-J");
    expect(moved).toMatchObject({ firstPlannedOn: task.plannedOn, replannedCount: 2, replanReason: "企业停电" });
    expect(isBeyondPeriod(moved)).toBe(true);
  });

  it("is assigned to the agency's experts by the agency, to the office's people by the office", () => {
    const store = tenant(1);
    plan(store, 1, 1);
    putMember(store, "外人", "expert", idOf("other agency"));
    const { id: taskId } = taskOf(store, "2026-1-0001-J");
    const assign = (args: object, actor: Actor) => run(store, "task.assign", { taskId, ...args }, actor);
    expect(assign({ officerMembershipId: idOf("赵安") }, lead)).toBe("task.officer_by_office");
    expect(assign({ expertMembershipId: idOf("外人") }, lead)).toBe("task.expert_unfit");
    expect(assign({ officerMembershipId: idOf("王工") }, officer)).toBe("task.officer_unfit");
    expect(assign({}, officer)).toBe("task.nobody_named");
    expect(assign({ expertMembershipId: idOf("李工") }, lead)).toBe("ok 1");
    expect(assign({ officerMembershipId: null }, officer)).toBe("ok 1");
    expect(taskOf(store, "2026-1-0001-J")).toMatchObject({
      expertMembershipId: idOf("李工"),
      officerMembershipId: null,
    });
  });

  it("is not assigned to somebody whose time ended the day before the visit; one whose last day it is may go", () => {
    const store = tenant(1);
    plan(store, 1, 1);
    const task = taskOf(store, "2026-1-0001-J");
    const day = task.plannedOn ?? "";
    const assignUntil = (validTo: string) => {
      store.merge("memberships", `${tenantId}/${idOf("李工")}`, { validTo });
      return run(store, "task.assign", { taskId: task.id, expertMembershipId: idOf("李工") }, lead);
    };
    expect(assignUntil(addDays(day, -1))).toBe("task.expert_unfit");
    expect(assignUntil(day)).toBe("ok 1");
  });

  it("is cancelled only when its enterprise has left the scope", () => {
    const store = tenant(1);
    plan(store, 1, 1);
    const { id: taskId } = taskOf(store, "2026-1-0001-D");
    expect(run(store, "task.cancel", { taskId, reason: "停业" })).toBe("task.still_in_scope");
    decideScope(store, 1, "out", "2026-04-01");
    expect(run(store, "task.cancel", { taskId, reason: "停业" })).toBe("ok 1");
    expect(run(store, "task.cancel", { taskId, reason: "停业" })).toBe("task.cancelled");
  });

  it("is settled without anything open only after the period's inspection", () => {
    const store = tenant(1);
    plan(store, 1, 1);
    const settle = (code: string) => run(store, "task.settleNothingOpen", { taskId: taskOf(store, code).id }, system);
    expect(settle("2026-1-0001-J")).toBe("task.inspection_needs_visit");
    expect(settle("2026-1-0001-D")).toBe("task.not_inspected");
    store.put("tasks", { ...taskOf(store, "2026-1-0001-J"), state: "fulfilled", fulfilledBy: "visit" });
    expect(settle("2026-1-0001-D")).toBe("ok 1");
    expect(settle("2026-1-0001-F")).toBe("ok 1");
    expect(settle("2026-2-0001-F")).toBe("task.not_inspected");
    expect(taskOf(store, "2026-1-0001-F")).toMatchObject({ fulfilledBy: "nothingOpen", fulfilledOn: "2026-04-01" });
  });
});
