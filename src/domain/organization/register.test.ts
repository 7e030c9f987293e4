import { describe, expect, it } from "vitest";
import { MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import { agencyId, contextOf, idOf, person, tenantId } from "../../../test/stories/story-context.ts";
import type { Actor } from "../access/roles.ts";
import { organizationCommands } from "./commands.ts";
import { readTags, storedTags } from "./tags.ts";

const NOW = "2026-04-01T01:00:00.000Z";
const officer = person("赵安", "officer");
const COMMUNITY = idOf("湘湖");

function tenant(): MemoryStore {
  const store = new MemoryStore();
  store.put("communities", { tenantId, id: COMMUNITY, name: "湘湖社区", kind: "residentialCommunity" });
  store.put("agencyEngagements", {
    tenantId,
    agencyId,
    agencyName: "安信",
    validFrom: "2026-01-01",
    validTo: "2026-12-31",
  });
  return store;
}

function run(store: MemoryStore, name: string, args: unknown, actor: Actor = officer, at = NOW): string {
  const command = organizationCommands.find((one) => one.name === name);
  if (!command) throw new Error(name);
  const result = runCommand(store, command, args, contextOf(actor, at));
  return result.ok ? `ok ${result.value.events.length}` : result.problem.code;
}

function entry(registerNo: number, change: object = {}) {
  const enterpriseId = idOf(`enterprise ${registerNo}`);
  return {
    enterpriseId,
    siteId: idOf(`site ${registerNo}`),
    registerNo,
    name: `蜀山${registerNo}厂`,
    communityId: COMMUNITY,
    ...change,
  };
}

describe("the register", () => {
  it("takes an enterprise with its first site, once", () => {
    const store = tenant();
    expect(
      run(store, "enterprise.register", entry(1, { tags: ["喷涂", "粉尘", "喷涂"], address: "风情大道1号" })),
    ).toBe("ok 1");
    expect(run(store, "enterprise.register", entry(1))).toBe("enterprise.known");
    expect(run(store, "enterprise.register", entry(1, { enterpriseId: idOf("other") }))).toBe(
      "enterprise.number_taken",
    );
    expect(run(store, "enterprise.register", entry(2, { communityId: idOf("nowhere") }))).toBe("community.not_found");
    const [site] = store.rows("sites");
    expect(site).toMatchObject({ name: "主厂区", address: "风情大道1号", communityId: COMMUNITY });
    expect(readTags(site?.tags ?? "")).toEqual(["喷涂", "粉尘"]);
    expect(readTags("不是名单")).toEqual([]);
    expect(storedTags([])).toBe("[]");
  });

  it("amends named fields only, remembers the old name, and moves the only site", () => {
    const store = tenant();
    run(store, "enterprise.register", entry(1, { principalName: "周明" }));
    const enterpriseId = idOf("enterprise 1");
    expect(
      run(store, "enterprise.amend", { enterpriseId, name: "蜀山新厂", communityId: null, principalName: null }),
    ).toBe("ok 1");
    expect(store.rows("enterprises")[0]).toMatchObject({
      name: "蜀山新厂",
      renamedFrom: "蜀山1厂",
      principalName: null,
      registerNo: 1,
    });
    expect(store.rows("sites")[0]?.communityId).toBeNull();
    expect(run(store, "enterprise.amend", { enterpriseId, name: "蜀山新厂" })).toBe("enterprise.unchanged");
  });

  it("imports 143 with one event each, and again only what changed; a blank erases nothing", () => {
    const store = tenant();
    const rows = Array.from({ length: 143 }, (_, index) =>
      entry(index + 1, { mainRevenueFen: 200_000_000, employees: 20 }),
    );
    expect(run(store, "enterprise.import", { rows })).toBe("ok 143");
    expect(run(store, "enterprise.import", { rows })).toBe("ok 0");
    const changed = rows.map((row, index) =>
      index < 3 ? { ...row, employees: null, name: `${row.name}有限公司` } : row,
    );
    expect(run(store, "enterprise.import", { rows: changed })).toBe("ok 3");
    expect(store.rows("enterprises")[0]).toMatchObject({ employees: 20, renamedFrom: "蜀山1厂" });
  });

  it("imports all or nothing", () => {
    const store = tenant();
    const bad = [
      [entry(1), entry(1)],
      [entry(1), entry(2, { registerNo: 1 })],
      [entry(1), entry(2, { communityId: idOf("nowhere") })],
    ];
    const codes = bad.map((rows) => run(store, "enterprise.import", { rows }));
    expect(codes).toEqual(["enterprise.twice_in_list", "enterprise.number_taken", "community.not_found_for"]);
    expect(store.rows("enterprises")).toEqual([]);
  });

  it("stops when its operation was cancelled", () => {
    const store = tenant();
    const operationId = idOf("operation");
    expect(run(store, "operation.start", { operationId, kind: "import", total: 2 })).toBe("ok 1");
    expect(run(store, "enterprise.import", { operationId, rows: [entry(1)] })).toBe("ok 1");
    expect(run(store, "operation.advance", { operationId, done: 1 })).toBe("ok 1");
    expect(run(store, "operation.advance", { operationId, done: 3 })).toBe("operation.progress_unfit");
    expect(run(store, "operation.end", { operationId, state: "cancelled", summary: "存了1家" })).toBe("ok 1");
    expect(run(store, "enterprise.import", { operationId, rows: [entry(2)] })).toBe("operation.not_running");
  });
});

describe("entrusting", () => {
  it("hands over enterprise, site, standardization and owed tasks, one event an enterprise", () => {
    const store = tenant();
    run(store, "enterprise.import", { rows: [entry(1), entry(2)] });
    const enterpriseIds = [idOf("enterprise 1"), idOf("enterprise 2")];
    const grade = { enterpriseId: enterpriseIds[0], state: "creating", effectiveFrom: "2026-04-01" };
    run(store, "standardization.record", { ...grade, standardizationId: idOf("grade") });
    expect(run(store, "enterprise.entrust", { enterpriseIds, agencyId })).toBe("ok 2");
    for (const entity of ["enterprises", "sites", "standardizations"] as const) {
      expect(store.rows(entity).map((row) => row.agencyId)).toEqual(store.rows(entity).map(() => agencyId));
    }
    expect(run(store, "enterprise.entrust", { enterpriseIds, agencyId })).toBe("ok 0");
    expect(run(store, "enterprise.entrust", { enterpriseIds, agencyId: idOf("stranger") })).toBe("agency.not_engaged");
    const later = "2027-01-05T01:00:00.000Z";
    expect(run(store, "enterprise.entrust", { enterpriseIds, agencyId }, officer, later)).toBe(
      "agency.engagement_over",
    );
  });
});

describe("views and working days", () => {
  it("keeps a view to the person who saved it", () => {
    const store = tenant();
    const view = { viewId: idOf("view"), list: "hazards", name: "逾期", query: "?overdue=1" };
    expect(run(store, "view.save", view)).toBe("ok 1");
    expect(run(store, "view.save", { ...view, name: "快到期" })).toBe("ok 1");
    const other = person("钱主任", "officeLead");
    expect(run(store, "view.save", view, other)).toBe("view.not_found");
    expect(run(store, "view.remove", { viewId: view.viewId }, other)).toBe("view.not_found");
    expect(run(store, "view.remove", { viewId: view.viewId })).toBe("ok 1");
    expect(store.rows("savedViews")).toEqual([]);
  });

  it("corrects a working day again and again", () => {
    const store = tenant();
    const correct = (working: boolean) => ({ day: "2026-10-08", working, reason: "按通知调休" });
    const lead = person("钱主任", "officeLead");
    expect(run(store, "workingDay.correct", correct(true), lead)).toBe("ok 1");
    expect(run(store, "workingDay.correct", correct(false), lead)).toBe("ok 1");
    expect(store.rows("workingDayCorrections").map((row) => row.working)).toEqual([false]);
  });
});
