import { describe, expect, it } from "vitest";
import { MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import { contextOf, idOf, person, tenantId } from "../../../test/stories/story-context.ts";
import { defaultScheme } from "../contract/scheme-parts.ts";
import { insertEntry, registerEntrySchema } from "../organization/register-entry.ts";
import { scopeCommands } from "./commands.ts";

const NOW = "2026-04-01T01:00:00.000Z";
const officer = person("赵安", "officer");
const MILL = idOf("mill");

function tenant(mainRevenueFen: number | null = 200_000_000): MemoryStore {
  const store = new MemoryStore();
  const { periods: _, ...parts } = defaultScheme(2026);
  store.put("schemes", {
    ...parts,
    tenantId,
    id: idOf("scheme"),
    expertVisitsADay: null,
    officerVisitsADay: null,
    createdAt: NOW,
  });
  const entry = { enterpriseId: MILL, siteId: idOf("site"), registerNo: 1, name: "蜀山厂", industryKind: "industrial" };
  for (const change of insertEntry(registerEntrySchema.parse({ ...entry, mainRevenueFen }), tenantId, NOW)) {
    if (change.op === "insert") store.put(change.entity, change.row);
  }
  return store;
}

let count = 0;

function verdict(change: object = {}) {
  count += 1;
  const decisionId = idOf(`decision ${count}`);
  return { decisionId, enterpriseId: MILL, decision: "in", ground: "b", effectiveFrom: "2026-04-01", ...change };
}

function run(store: MemoryStore, name: string, args: unknown): string {
  const command = scopeCommands.find((one) => one.name === name);
  if (!command) throw new Error(name);
  const result = runCommand(store, command, args, contextOf(officer, NOW));
  return result.ok ? `ok ${result.value.events.length}` : result.problem.code;
}

const decide = (store: MemoryStore, change: object) => run(store, "scope.decide", verdict(change));
const recompute = (store: MemoryStore, ...changes: object[]) =>
  run(store, "scope.recompute", { schemeId: idOf("scheme"), decisions: changes.map(verdict) });

describe("deciding scope", () => {
  it("asks for minutes, need and reason", () => {
    const store = tenant();
    expect(decide(store, { ground: "d" })).toBe("scope.minutes_missing");
    expect(decide(store, { ground: "d", evidence: "  " })).toBe("scope.minutes_missing");
    expect(decide(store, { ground: "c" })).toBe("scope.need_missing");
    expect(decide(store, { decision: "out", ground: "none" })).toBe("scope.reason_missing");
    expect(decide(store, { decision: "out", ground: "b" })).toBe("scope.ground_unfit");
    expect(decide(store, { ground: "none" })).toBe("scope.ground_unfit");
    expect(decide(store, { ground: "d", evidence: "安委会2026年3月20日纪要3号" })).toBe("ok 1");
  });

  it("keeps every decision with its day and who took it, and says nothing twice", () => {
    const store = tenant();
    expect(decide(store, { decision: "out", ground: "none", evidence: "停业" })).toBe("scope.not_in");
    expect(decide(store, {})).toBe("ok 1");
    expect(decide(store, { effectiveFrom: "2026-05-01" })).toBe("scope.unchanged");
    expect(decide(store, { ground: "a", effectiveFrom: "2026-05-01" })).toBe("ok 1");
    expect(decide(store, { decision: "out", ground: "none", evidence: "停业", effectiveFrom: "2026-09-01" })).toBe(
      "ok 1",
    );
    expect(store.rows("scopeDecisions").map((row) => [row.ground, row.effectiveFrom, row.decidedByName])).toEqual([
      ["b", "2026-04-01", "赵安"],
      ["a", "2026-05-01", "赵安"],
      ["none", "2026-09-01", "赵安"],
    ]);
  });
});

describe("recomputing scope", () => {
  it("takes only what the register says, with its figures as evidence", () => {
    expect(recompute(tenant(), { ground: "a" })).toBe("scope.figures_differ");
    const store = tenant();
    expect(recompute(store, {})).toBe("ok 1");
    expect(recompute(store, {})).toBe("ok 0");
    expect(store.rows("scopeDecisions")[0]?.evidence).toBe("按名册：主营收入200万元");
    expect(recompute(store, {}, {})).toBe("scope.twice");
    expect(recompute(tenant(null), { decision: "out", ground: "none" })).toBe("ok 0");
  });

  it("never moves what a person decided", () => {
    const store = tenant(null);
    decide(store, { ground: "d", evidence: "纪要3号" });
    expect(recompute(store, { decision: "out", ground: "none" })).toBe("scope.decided_by_person");
  });
});
