import { describe, expect, it } from "vitest";
import { type MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import {
  agencyId,
  communityId,
  contextOf,
  enterpriseId,
  idOf,
  people,
  siteId,
  tenantId,
} from "../../../test/stories/story-context.ts";
import { newGround, periods, photos, recordArgs, visitRow } from "../../../test/stories/story-ground.ts";
import { hazardCommands } from "../hazard/commands.ts";
import type { AnyCommand } from "../kernel/command.ts";
import type { Tasks } from "../rows.generated.ts";
import { supervisionCommands } from "./commands.ts";
import { supervisionDue } from "./supervision-due.ts";

const MAY = "2026-05-06T02:00:00.000Z";

function run(
  store: MemoryStore,
  commands: readonly AnyCommand[],
  name: string,
  actor: typeof people.community | typeof people.expert,
  args: unknown,
  at = MAY,
): string {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(name);
  const result = runCommand(store, command, args, contextOf(actor, at));
  return result.ok ? "ok" : result.problem.code;
}

function supervise(store: MemoryStore, word: string, change: object = {}, at = MAY): string {
  const args = { supervisionId: idOf(word), siteId, means: "call", note: "老板说周五前改好", ...change };
  return run(store, supervisionCommands, "supervision.record", people.community, args, at);
}

function owed(periodNo: number): Tasks {
  const { schemeId = "", endsOn: periodEndsOn = "" } = periods.find((period) => period.no === periodNo) ?? {};
  return {
    ...{
      tenantId,
      id: idOf(`task ${periodNo}`),
      code: `2026-${periodNo}-0001-D`,
      kind: "supervision",
      schemeId,
      periodNo,
      periodEndsOn,
    },
    ...{
      enterpriseId,
      siteId,
      agencyId,
      madeByAgencyId: null,
      communityId,
      expertMembershipId: null,
      officerMembershipId: null,
    },
    ...{
      plannedOn: null,
      firstPlannedOn: null,
      replannedCount: 0,
      replanReason: null,
      windowFrom: null,
      windowTo: null,
    },
    ...{
      state: "owed",
      fulfilledOn: null,
      fulfilledBy: null,
      fulfilledRef: null,
      cancelledReason: null,
      replacedBy: null,
      createdAt: MAY,
    },
  };
}

function tenant(): MemoryStore {
  const store = newGround();
  store.put("sites", {
    ...{
      tenantId,
      id: siteId,
      enterpriseId,
      name: "主厂区",
      address: null,
      communityId,
      agencyId,
      landlordSiteId: null,
    },
    ...{ tags: "[]", lat: null, lng: null },
  });
  for (const periodNo of [1, 2]) store.put("tasks", owed(periodNo));
  return store;
}

describe("recording a supervision", () => {
  it("fulfils the owed one of its own period, once", () => {
    const store = tenant();
    expect(supervise(store, "first")).toBe("ok");
    expect(store.find("tasks", { id: idOf("task 1") })).toMatchObject({
      ...{ state: "fulfilled", fulfilledBy: "supervision", fulfilledOn: "2026-05-06", fulfilledRef: idOf("first") },
    });
    expect(supervise(store, "second")).toBe("ok");
    expect(store.find("supervisions", { id: idOf("second") })?.taskId).toBeNull();
    expect(store.find("tasks", { id: idOf("task 2") })?.state).toBe("owed");
    expect(supervise(store, "third", {}, "2026-07-01T02:00:00.000Z")).toBe("ok");
    expect(store.find("tasks", { id: idOf("task 2") })?.state).toBe("fulfilled");
    expect(supervise(store, "third")).toBe("supervision.known");
  });

  it("stands on the timeline of each hazard and expects its photos", () => {
    const store = tenant();
    store.put("visits", visitRow("visit", people.expert, "2026-05-06"));
    expect(run(store, hazardCommands, "hazard.record", people.expert, recordArgs("door", "visit", 1, MAY))).toBe("ok");
    const hazardIds = [idOf("door"), idOf("door")];
    expect(supervise(store, "pressed", { hazardIds, photos: photos(1, MAY) })).toBe("ok");
    const acts = store.rows("hazardActs").filter((act) => act.command === "supervision.record");
    expect(acts).toHaveLength(1);
    expect(acts[0]).toMatchObject({
      step: 3,
      statusAfter: "open",
      actorRole: "communityOfficer",
      note: "老板说周五前改好",
    });
    expect(store.rows("photoSlots").filter((slot) => slot.purpose === "supervision")).toHaveLength(1);
    expect(store.find("supervisions", { id: idOf("pressed") })?.hazardIds).toBe(JSON.stringify([idOf("door")]));
    expect(supervise(store, "strange", { hazardIds: [idOf("nowhere")] })).toBe("supervision.hazard_not_here");
    store.merge("hazards", `${tenantId}/${idOf("door")}`, { status: "closed" });
    expect(supervise(store, "late", { hazardIds })).toBe("supervision.hazard_over");
    store.merge("hazards", `${tenantId}/${idOf("door")}`, { contested: true });
    expect(supervise(store, "late", { hazardIds })).toBe("ok");
  });
});

describe("half-way", () => {
  it.each([
    ["2026-05-16", "2026-05-08"],
    ["2026-05-15", "2026-05-08"],
    ["2026-05-02", "2026-05-01"],
    ["2026-05-01", "2026-05-01"],
    ["2026-04-01", "2026-05-01"],
  ])("from 1 May to %s is %s", (due, half) => {
    expect(supervisionDue("2026-05-01", due)).toBe(half);
  });
});
