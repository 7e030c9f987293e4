import { describe, expect, it } from "vitest";
import {
  actor,
  citation,
  EXPERT,
  FINISHED,
  ground,
  hazard,
  id,
  NOW,
  photo,
  type Rows,
  SITE,
  task,
  VISIT,
  visit,
} from "../../../test/stories/sample-visit.ts";
import { World } from "../../../test/stories/visit-world.ts";
import { type Role, roles } from "../access/roles.ts";
import { dayOf, instantAt } from "../calendar/local-date.ts";
import { plainCalendar } from "../calendar/working-days.ts";
import type { AnyCommand } from "../kernel/command.ts";
import { accompany } from "./accompany.ts";
import { visitCommands } from "./commands.ts";
import { finishVisit } from "./finish-visit.ts";
import { missingBeforeFinish } from "./missing-before-finish.ts";
import { visitProblems } from "./problems.ts";
import { recordFindings } from "./record-findings.ts";
import { startVisit } from "./start-visit.ts";
import { reinspectionWindow, supervisionWindow } from "./task-windows.ts";

const PERSON = { name: "何先生", role: "主要负责人" };
const FINISH = { visitId: VISIT, departedAt: NOW, enterprisePerson: PERSON };
const CONFORM = { itemCode: "XC-01-01", result: "conform" };

function codeOf(result: ReturnType<World["run"]>): string {
  return result.ok ? "ok" : result.problem.code;
}

/** A visit under way that could be finished: someone accompanies, one item is answered. */
function ready(...parts: readonly Rows[]): World {
  const finding = {
    ...visitWall(),
    visitId: VISIT,
    itemCode: "XC-02-01",
    result: "conform" as const,
    note: null,
    recordedAt: NOW,
  };
  const rows: Rows = {
    visits: [visit({ accompaniedBy: "officer", accompaniedName: "陆科员", checkedItems: 1 })],
    findings: [finding],
  };
  return new World(ground(), rows, ...parts);
}

function visitWall() {
  const { tenantId, enterpriseId, agencyId, madeByAgencyId, communityId } = visit();
  return { tenantId, enterpriseId, agencyId, madeByAgencyId, communityId };
}

const found = { hazards: [hazard(41)], hazardCitations: [citation(41)], photoSlots: [photo(51, 41)] } satisfies Rows;
const planned = {
  tasks: [task(31), task(32, { kind: "supervision" }), task(33, { kind: "reinspection" })],
  visitTasks: [{ ...visitWall(), visitId: VISIT, taskId: id(31) }],
} satisfies Rows;

describe("who may, in which status", () => {
  const own: readonly { command: AnyCommand; args: unknown; started: string; finished: string }[] = [
    {
      command: accompany,
      args: { visitId: VISIT, by: "officer", name: "陆科员" },
      started: "ok",
      finished: "visit.already_finished",
    },
    {
      command: recordFindings,
      args: { visitId: VISIT, findings: [CONFORM] },
      started: "ok",
      finished: "visit.already_finished",
    },
    { command: finishVisit, args: FINISH, started: "ok", finished: "visit.already_finished" },
    {
      command: startVisit,
      args: { visitId: VISIT, siteId: SITE, taskIds: [], taskCode: "U1", kind: "inspection" },
      started: "visit.already_started",
      finished: "visit.already_started",
    },
  ];

  for (const { command, args, started, finished } of own) {
    it(`${command.name}: ${started} while started, ${finished} when finished`, () => {
      expect(codeOf(ready().run(command, args, EXPERT))).toBe(started);
      expect(codeOf(new World(ground(), { visits: [visit(FINISHED)] }).run(command, args, EXPERT))).toBe(finished);
    });

    it(`${command.name}: nobody but an expert`, () => {
      const others: Role[] = roles.filter((role) => role !== "expert");
      for (const role of others) expect(codeOf(ready().run(command, args, actor(role)))).toBe("command.not_yours");
    });
  }

  it("is another expert's visit", () => {
    for (const { command, args } of own.slice(0, 3)) {
      expect(codeOf(ready().run(command, args, actor("expert", 299)))).toBe("visit.other_expert");
    }
  });

  it("is not there", () => {
    for (const { command, args } of own.slice(0, 3)) {
      expect(codeOf(new World(ground()).run(command, args, EXPERT))).toBe("not_found");
    }
  });

  it("photos: stored by the system, declared by the expert, confirmed by the lead", () => {
    const by = Object.fromEntries(visitCommands.map((command) => [command.name, command.by]));
    expect(by["photo.store"]).toEqual(["system"]);
    expect(by["photo.declareLost"]).toEqual(["expert"]);
    expect(by["photo.confirmLost"]).toEqual(["agencyLead"]);
    expect(by["onSiteRecord.serve"]).toEqual(["expert"]);
  });
});

describe("visit.start", () => {
  const args = { visitId: VISIT, siteId: SITE, taskIds: [id(31)], taskCode: "T31", kind: "inspection" };

  it("takes planned tasks", () => {
    const world = new World(ground(), { tasks: [task(31)] });
    expect(
      codeOf(
        world.run(
          startVisit,
          { ...args, arrived: { at: "2026-11-23T09:30:00+08:00", lat: 30.1, lng: 120.2, accuracy: 12 } },
          EXPERT,
        ),
      ),
    ).toBe("ok");
    expect(world.get("visits", VISIT)).toMatchObject({
      status: "started",
      taskCode: "T31",
      periodNo: 3,
      inspectedOn: "2026-11-23",
      arrivedAt: "2026-11-23T01:30:00.000Z",
      arrivedAccuracy: 12,
      enterpriseName: "恒达机械",
    });
    expect(world.all("visitTasks")).toHaveLength(1);
    expect(world.all("tasks")).toHaveLength(1);
  });

  it("makes a task of its own with the phone's code when unplanned", () => {
    const world = new World(ground());
    expect(codeOf(world.run(startVisit, { ...args, taskIds: [], taskCode: "LS-1123-01" }, EXPERT))).toBe("ok");
    const [made] = world.all("tasks");
    expect(made).toMatchObject({
      code: "LS-1123-01",
      kind: "inspection",
      periodNo: 3,
      periodEndsOn: "2026-12-31",
      state: "owed",
    });
    expect(world.all("visitTasks")[0]?.taskId).toBe(made?.id);
  });

  it("makes no task for an unplanned re-inspection", () => {
    const world = new World(ground());
    expect(
      codeOf(world.run(startVisit, { ...args, taskIds: [], taskCode: "LS-2", kind: "reinspection" }, EXPERT)),
    ).toBe("ok");
    expect(world.all("tasks")).toHaveLength(0);
    expect(world.get("visits", VISIT).periodNo).toBe(3);
  });

  it.each([
    ["visit.task_not_owed", { tasks: [task(31, { state: "fulfilled" })] }, {}],
    ["visit.task_not_for_visit", { tasks: [task(31, { kind: "supervision" })] }, {}],
    ["visit.code_of_no_task", { tasks: [task(31)] }, { taskCode: "X" }],
    ["not_found", {}, {}],
    ["visit.code_taken", { tasks: [task(31)] }, { taskIds: [] }],
    ["not_found", { tasks: [task(31)] }, { siteId: id(99) }],
  ] as const)("refuses with %s", (code, rows, set) => {
    expect(
      codeOf(
        new World(ground(), { tasks: [...("tasks" in rows ? rows.tasks : [])] }).run(
          startVisit,
          { ...args, ...set },
          EXPERT,
        ),
      ),
    ).toBe(code);
  });

  it("refuses a site another agency serves, and a day without a period", () => {
    const world = new World(ground(), { tasks: [task(31)] });
    expect(codeOf(world.run(startVisit, args, { ...EXPERT, scopeId: id(98) }))).toBe("visit.site_not_served");
    const later = instantAt("2028-01-05", "10:00");
    expect(codeOf(world.run(startVisit, { ...args, taskIds: [], taskCode: "U" }, EXPERT, later))).toBe(
      "visit.no_period",
    );
  });
});

describe("visit.accompany (R8)", () => {
  it.each([
    ["visit.accompanied_name_missing", "inspection", { by: "communityOfficer" }],
    ["visit.accompaniment_reason_missing", "inspection", { by: "none" }],
    ["ok", "inspection", { by: "none", reason: "防汛值守" }],
    ["ok", "reinspection", { by: "none" }],
    ["visit.order_words", "inspection", { by: "none", reason: "已责令停产，无人陪同" }],
  ] as const)("%s: %s %o", (code, kind, args) => {
    const world = new World(ground(), { visits: [visit({ kind })] });
    expect(codeOf(world.run(accompany, { visitId: VISIT, ...args }, EXPERT))).toBe(code);
  });
});

describe("finding.record (R5)", () => {
  it("replaces what was recorded before and counts each item once", () => {
    const world = ready();
    world.run(recordFindings, { visitId: VISIT, findings: [CONFORM, { ...CONFORM, itemCode: "XC-01-02" }] }, EXPERT);
    world.run(
      recordFindings,
      { visitId: VISIT, findings: [{ ...CONFORM, result: "notApplicable", note: " 无此设备 " }] },
      EXPERT,
    );
    expect(world.all("findings").map(({ itemCode, result }) => `${itemCode} ${result}`)).toEqual([
      "XC-02-01 conform",
      "XC-01-01 notApplicable",
      "XC-01-02 conform",
    ]);
    expect(world.get("visits", VISIT).checkedItems).toBe(3);
  });

  it("refuses an unknown item, order words and more than 200", () => {
    const run = (findings: readonly unknown[]) =>
      codeOf(ready().run(recordFindings, { visitId: VISIT, findings }, EXPERT));
    expect(run([{ ...CONFORM, itemCode: "XX" }])).toBe("finding.unknown_item");
    expect(run([{ ...CONFORM, note: "责令整改" }])).toBe("visit.order_words");
    expect(run(Array.from({ length: 201 }, () => CONFORM))).toBe("command.malformed");
  });
});

describe("what is missing before finish", () => {
  const nonconform = {
    ...visitWall(),
    visitId: VISIT,
    itemCode: "XC-01-01",
    result: "nonconform" as const,
    note: null,
    recordedAt: NOW,
  };
  const state = {
    visit: visit({ accompaniedBy: "officer", accompaniedName: "陆科员" }),
    findings: [nonconform],
    hazards: [hazard(41)],
    citations: [citation(41)],
    photos: [photo(51, 41)],
    enterprisePerson: PERSON,
  };
  const codes = (set: Partial<Parameters<typeof missingBeforeFinish>[0]>) =>
    missingBeforeFinish({ ...state, ...set }).map(({ code }) => code);

  it("is nothing when all is there", () => expect(codes({})).toEqual([]));

  it.each([
    ["accompaniment", { visit: visit() }],
    ["findings", { findings: [] }],
    ["enterprisePerson", { enterprisePerson: null }],
    ["unsortedTray", { unsorted: 2 }],
    ["itemWithoutHazard", { hazards: [], findings: [nonconform] }],
    ["itemWithoutHazard", { hazards: [hazard(41, { status: "voided" })] }],
    ["itemWithoutHazard", { hazards: [hazard(41, { visitId: id(9), status: "closed" })] }],
    ["itemUnchecked", { checklist: [{ itemCode: "XC-01-02", title: "漏保试跳" }] }],
    ["hazard.place", { hazards: [hazard(41, { place: " " })] }],
    ["hazard.text", { hazards: [hazard(41, { description: "" })] }],
    ["hazard.advice", { hazards: [hazard(41, { advice: "" })] }],
    ["hazard.standard", { hazards: [hazard(41, { standard: "" })] }],
    ["hazard.photo", { photos: [] }],
    ["hazard.photo", { photos: [photo(51, 41, { purpose: "fixedOnSite" })] }],
    ["hazard.citation", { citations: [] }],
    ["hazard.citation", { citations: [citation(41, { state: "dateUnknown" })] }],
    ["hazard.citation", { citations: [citation(41, { nature: "penalty" })] }],
    ["hazard.citation", { citations: [citation(41, { article: "全文" })] }],
  ] as const)("%s", (code, set) => expect(codes(set)).toEqual([code]));

  it("takes a reason instead of a photo, and an older open hazard instead of a new one", () => {
    expect(codes({ photos: [], hazards: [hazard(41, { noPhotoReason: "danger" })] })).toEqual([]);
    expect(codes({ hazards: [hazard(41, { visitId: id(9) })], citations: [], photos: [] })).toEqual([]);
  });

  it("asks a re-inspection neither for company nor for findings", () => {
    expect(codes({ visit: visit({ kind: "reinspection" }), findings: [], hazards: [] })).toEqual([]);
  });

  it("is what visit.finish refuses with, in words", () => {
    const world = new World(ground(), { visits: [visit()] });
    const refused = world.run(finishVisit, FINISH, EXPERT);
    expect(refused).toMatchObject({
      problem: { code: "visit.incomplete", params: { count: 2, missing: "陪同人还没记；清单一项也没勾" } },
    });
    expect(world.get("visits", VISIT).status).toBe("started");
  });
});

describe("visit.finish and the tasks", () => {
  it("fulfils its tasks once, and the others as nothing open", () => {
    const world = ready(planned);
    expect(codeOf(world.run(finishVisit, FINISH, EXPERT))).toBe("ok");
    expect(world.all("tasks").map(({ fulfilledBy, fulfilledOn }) => `${fulfilledBy} ${fulfilledOn}`)).toEqual([
      "visit 2026-11-23",
      "nothingOpen 2026-11-23",
      "nothingOpen 2026-11-23",
    ]);
    expect(world.get("visits", VISIT)).toMatchObject({
      status: "finished",
      enterprisePerson: "何先生",
      departedAt: NOW,
    });
  });

  it("leaves other periods alone, and waits for a second inspection of the period", () => {
    const other = { tasks: [task(34, { kind: "supervision", periodNo: 2 }), task(35)] };
    const world = ready(planned, other);
    world.run(finishVisit, FINISH, EXPERT);
    expect(world.all("tasks").map(({ state }) => state)).toEqual(["fulfilled", "owed", "owed", "owed", "owed"]);
  });

  it("sets the windows when something is open", () => {
    const world = ready(planned, found);
    expect(codeOf(world.run(finishVisit, FINISH, EXPERT))).toBe("ok");
    expect(world.get("tasks", id(32))).toMatchObject({
      state: "owed",
      windowFrom: "2026-11-23",
      windowTo: "2026-11-30",
    });
    // 8 December + 10 working days, Monday to Friday.
    expect(world.get("tasks", id(33))).toMatchObject({
      state: "owed",
      windowFrom: "2026-12-08",
      windowTo: "2026-12-22",
    });
  });

  it("counts a contested closed hazard as open", () => {
    const contested = { hazards: [hazard(41, { visitId: id(9), status: "closed", contested: true })] };
    const world = ready(planned, contested);
    world.run(finishVisit, FINISH, EXPERT);
    expect(world.get("tasks", id(32)).state).toBe("owed");
  });

  it("fulfils the re-inspection owed for its period, and only one", () => {
    const world = new World(ground(), {
      visits: [visit({ kind: "reinspection" })],
      hazards: [hazard(41, { visitId: id(9) })],
      tasks: [
        task(33, { kind: "reinspection" }),
        task(34, { kind: "reinspection" }),
        task(36, { kind: "reinspection", periodNo: 2 }),
      ],
    });
    expect(codeOf(world.run(finishVisit, FINISH, EXPERT))).toBe("ok");
    expect(world.all("tasks").map(({ fulfilledBy }) => fulfilledBy)).toEqual(["visit", null, null]);
  });

  it("fulfils an inspection and an older re-inspection by one visit", () => {
    const older = {
      tasks: [task(36, { kind: "reinspection", periodNo: 2 })],
      visitTasks: [{ ...visitWall(), visitId: VISIT, taskId: id(36) }],
    };
    const world = ready(planned, older, found);
    world.run(finishVisit, FINISH, EXPERT);
    expect(world.all("tasks").map(({ fulfilledBy }) => fulfilledBy)).toEqual(["visit", null, null, "visit"]);
  });

  it("refuses to leave before it arrived", () => {
    const early = { ...FINISH, departedAt: instantAt("2026-11-23", "08:59") };
    expect(codeOf(ready().run(finishVisit, early, EXPERT))).toBe("visit.departed_before_arrival");
  });
});

describe("windows", () => {
  it("halves the days to the deadline, the earlier half of an odd number", () => {
    expect(supervisionWindow("2026-11-23", "2026-12-08").windowTo).toBe("2026-11-30");
    expect(supervisionWindow("2026-11-23", "2026-11-23").windowTo).toBe("2026-11-23");
  });

  it("counts working days after the deadline", () => {
    const holiday = { ...plainCalendar, exceptions: new Map([["2027-01-01", false]]) };
    expect(reinspectionWindow("2026-12-30", 2, holiday)).toEqual({ windowFrom: "2026-12-30", windowTo: "2027-01-04" });
  });
});

it("every refusal has a sentence in both languages that ends, and says no 无权限", () => {
  for (const { zh, en } of Object.values(visitProblems)) {
    expect(zh).toMatch(/。$/);
    expect(zh).not.toMatch(/无权限|！| /);
    expect(en).toMatch(/\.$/);
  }
  expect(dayOf(NOW)).toBe("2026-11-23");
});
