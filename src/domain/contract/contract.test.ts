import { describe, expect, it } from "vitest";
import { MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import { agencyId, contextOf, idOf, person, tenantId } from "../../../test/stories/story-context.ts";
import type { Actor } from "../access/roles.ts";
import { insertEntry, registerEntrySchema } from "../organization/register-entry.ts";
import type { Tasks } from "../rows.generated.ts";
import { contractCommands } from "./commands.ts";
import { defaultScheme, faultOfScheme, type SchemeParts } from "./scheme-parts.ts";

const NOW = "2026-04-01T01:00:00.000Z";
const lead = person("钱主任", "officeLead");
const schemeId = idOf("scheme");

function run(store: MemoryStore, name: string, args: unknown, actor: Actor = lead): string {
  const command = contractCommands.find((one) => one.name === name);
  if (!command) throw new Error(name);
  const result = runCommand(store, command, args, contextOf(actor, NOW));
  return result.ok ? "ok" : result.problem.code;
}

/** The default scheme with some periods changed, by number. */
function withPeriod(no: number, change: Partial<SchemeParts["periods"][number]>): SchemeParts {
  const scheme = defaultScheme(2026);
  return { ...scheme, periods: scheme.periods.map((period) => (period.no === no ? { ...period, ...change } : period)) };
}

function tenant(): MemoryStore {
  const store = new MemoryStore();
  store.put("agencyEngagements", { tenantId, agencyId, agencyName: "安信", validFrom: "2026-01-01", validTo: null });
  return store;
}

describe("a scheme", () => {
  it("runs from April to March in four quarters of 4+4+4, leap years included", () => {
    for (let year = 2017; year <= 2040; year += 1) expect(faultOfScheme(defaultScheme(year))).toBeUndefined();
    const { startsOn, endsOn, targetOn, periods } = defaultScheme(2026);
    expect([startsOn, endsOn, targetOn]).toEqual(["2026-04-01", "2027-03-31", "2026-12-31"]);
    expect(periods.reduce((sum, one) => sum + one.inspections + one.supervisions + one.reinspections, 0)).toBe(12);
  });

  it.each([
    [withPeriod(2, { startsOn: "2026-07-02" }), "scheme.period_gap"],
    [withPeriod(2, { startsOn: "2026-06-30" }), "scheme.period_overlap"],
    [withPeriod(2, { no: 3 }), "scheme.period_number"],
    [withPeriod(1, { endsOn: "2026-03-31" }), "scheme.period_reversed"],
    [withPeriod(4, { endsOn: "2027-03-30" }), "scheme.year_not_covered"],
    [withPeriod(4, { endsOn: "2027-04-01" }), "scheme.year_not_covered"],
    [withPeriod(1, { startsOn: "2026-04-02" }), "scheme.period_gap"],
    [{ ...defaultScheme(2026), endsOn: "2026-03-01" }, "scheme.days_reversed"],
    [{ ...defaultScheme(2026), targetOn: "2027-12-31" }, "scheme.target_outside"],
    [{ ...defaultScheme(2026), inScopeRevenueFen: 3_000_000_000 }, "scheme.thresholds_reversed"],
  ])("is refused when its parts do not fit (%#)", (scheme, code) => {
    expect(faultOfScheme(scheme)?.problem.code).toBe(code);
  });

  it("may be set again; with a plan standing on it, its periods stay and its parameters change", () => {
    const store = tenant();
    const { periods, ...parts } = defaultScheme(2026);
    const three = [...periods.slice(0, 2), { ...(periods[2] ?? { no: 3 }), endsOn: "2027-03-31" }];
    expect(run(store, "scheme.set", { schemeId, ...parts, periods })).toBe("ok");
    expect(run(store, "scheme.set", { schemeId, ...parts, periods: three })).toBe("ok");
    expect(store.rows("schemePeriods")).toHaveLength(3);
    expect(run(store, "scheme.set", { schemeId, ...parts, periods })).toBe("ok");
    expect(run(store, "scheme.set", { schemeId: idOf("other"), ...parts, periods })).toBe("scheme.year_taken");
    store.put("tasks", inspectionOf(4));
    expect(run(store, "scheme.set", { schemeId, ...parts, periods: three })).toBe("scheme.planned");
    expect(run(store, "scheme.set", { schemeId, ...parts, periods, onePersonRelease: true })).toBe("ok");
    expect(store.rows("schemes")[0]?.onePersonRelease).toBe(true);
  });
});

function inspectionOf(periodNo: number): Tasks {
  return {
    ...{
      tenantId,
      id: idOf("task"),
      code: "2026-4-0001-J",
      kind: "inspection",
      schemeId,
      periodNo,
      periodEndsOn: "2027-03-31",
    },
    ...{ enterpriseId: idOf("mill"), siteId: idOf("site"), agencyId, madeByAgencyId: null, communityId: null },
    ...{
      expertMembershipId: null,
      officerMembershipId: null,
      plannedOn: null,
      firstPlannedOn: null,
      replannedCount: 0,
    },
    ...{ replanReason: null, windowFrom: null, windowTo: null, state: "owed", fulfilledOn: null, fulfilledBy: null },
    ...{ fulfilledRef: null, cancelledReason: null, replacedBy: null, createdAt: NOW },
  };
}

describe("a contract", () => {
  const contract = {
    ...{
      contractId: idOf("contract"),
      schemeId,
      agencyId,
      number: "蜀安2026-1",
      partyA: "蜀山街道办事处",
      partyB: "安信公司",
    },
    ...{ startsOn: "2026-04-01", endsOn: "2027-03-31", visitsOwed: 572, amountFen: 57_200_000, visitPriceFen: 100_000 },
    ...{ acceptanceRules: "按季验收", enterpriseIds: [] },
  };

  it("needs its scheme, an engaged agency, a free number and enterprises that are there", () => {
    const store = tenant();
    expect(run(store, "contract.conclude", contract)).toBe("scheme.not_found");
    run(store, "scheme.set", { schemeId, ...defaultScheme(2026) });
    expect(run(store, "contract.conclude", { ...contract, agencyId: idOf("stranger") })).toBe("agency.not_engaged");
    expect(run(store, "contract.conclude", { ...contract, enterpriseIds: [idOf("mill")] })).toBe(
      "enterprise.not_found",
    );
    expect(run(store, "contract.conclude", { ...contract, endsOn: "2026-03-01" })).toBe("contract.days_reversed");
    expect(run(store, "contract.conclude", contract)).toBe("ok");
    expect(run(store, "contract.conclude", { ...contract, contractId: idOf("b") })).toBe("contract.number_taken");
  });
});

describe("two contracts", () => {
  const mill = idOf("mill");
  const parts = {
    ...{ schemeId, agencyId, partyA: "蜀山街道办事处", partyB: "安信公司", acceptanceRules: "按季验收" },
    ...{ visitsOwed: 4, amountFen: 400_000, visitPriceFen: 100_000, enterpriseIds: [mill] },
  };
  const whole = { ...parts, startsOn: "2026-04-01", endsOn: "2027-03-31" };
  const rest = { ...parts, startsOn: "2026-10-01", endsOn: "2027-03-31" };

  function covered(): MemoryStore {
    const store = tenant();
    const entry = registerEntrySchema.parse({
      enterpriseId: mill,
      siteId: idOf("site"),
      registerNo: 1,
      name: "蜀山厂",
    });
    for (const change of insertEntry(entry, tenantId, NOW))
      if (change.op === "insert") store.put(change.entity, change.row);
    run(store, "scheme.set", { schemeId, ...defaultScheme(2026) });
    expect(run(store, "contract.conclude", { ...whole, contractId: idOf("first"), number: "1号" })).toBe("ok");
    return store;
  }

  it("may not buy the visits of one enterprise twice for the same days", () => {
    const store = covered();
    expect(run(store, "contract.conclude", { ...rest, contractId: idOf("b"), number: "2号" })).toBe(
      "contract.covers_twice",
    );
    const after = { ...rest, startsOn: "2027-04-01", endsOn: "2028-03-31" };
    expect(run(store, "contract.conclude", { ...after, contractId: idOf("c"), number: "3号" })).toBe("ok");
    expect(store.rows("contracts")).toHaveLength(2);
  });

  it("may stand beside each other where one owes no visits", () => {
    const store = covered();
    const talks = { ...rest, visitsOwed: 0, visitPriceFen: 0, contractId: idOf("talks"), number: "宣讲" };
    expect(run(store, "contract.conclude", talks)).toBe("ok");
  });

  it("follow each other once the enterprise was released from the first", () => {
    const store = covered();
    const reason = "改由另一家机构服务";
    const release = { contractId: idOf("first"), enterpriseIds: [mill], servedUntil: "2026-09-30", reason };
    expect(run(store, "contract.release", release, person("陆科员", "officer"))).toBe("command.not_yours");
    expect(run(store, "contract.release", { ...release, contractId: idOf("none") })).toBe("contract.not_found");
    for (const servedUntil of ["2026-03-31", "2027-03-31"])
      expect(run(store, "contract.release", { ...release, servedUntil })).toBe("contract.leaves_outside");
    expect(run(store, "contract.release", release)).toBe("ok");
    expect(run(store, "contract.release", release)).toBe("contract.none_named");
    const early = { ...rest, startsOn: "2026-09-30", contractId: idOf("b"), number: "2号" };
    expect(run(store, "contract.conclude", early)).toBe("contract.covers_twice");
    expect(run(store, "contract.conclude", { ...rest, contractId: idOf("b"), number: "2号" })).toBe("ok");
    expect(store.rows("contractEnterprises").map(({ servedUntil }) => servedUntil)).toEqual(["2026-09-30", null]);
  });
});

describe("a service record", () => {
  const talk = {
    ...{ serviceRecordId: idOf("talk"), kind: "education", audience: "enterprise", title: "有限空间宣讲" },
    ...{ heldOn: "2026-03-31", place: "街道会议室", attendees: 60, summary: "讲了三种事故" },
  };
  const agency: Actor = { ...person("陈经理", "agencyLead"), scopeId: agencyId };

  it("is the agency's own, in its own words, after the event", () => {
    const store = tenant();
    expect(run(store, "service.record", { ...talk, agencyId: idOf("other") }, agency)).toBe("service.own_agency_only");
    expect(run(store, "service.record", { ...talk, summary: "责令停用" }, agency)).toBe("service.order_words");
    expect(run(store, "service.record", { ...talk, heldOn: "2026-04-02" }, agency)).toBe("service.in_future");
    expect(run(store, "service.record", talk, agency)).toBe("ok");
    expect(store.rows("serviceRecords")[0]?.agencyId).toBe(agencyId);
  });
});
