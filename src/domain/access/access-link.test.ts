import { describe, expect, it } from "vitest";
import {
  actor,
  EXPERT,
  FINISHED,
  ground,
  hazard,
  id,
  LINK,
  NOW,
  OFFICER,
  sha,
  VISIT,
  visit,
} from "../../../test/stories/sample-visit.ts";
import { World } from "../../../test/stories/visit-world.ts";
import { addDays, instantAt } from "../calendar/local-date.ts";
import type { AnyCommand } from "../kernel/command.ts";
import { hazardsOfLink, type LinkState, linkState, linkStates, validUntil } from "./access-link.ts";
import { accessCommands } from "./commands.ts";
import { visitLink } from "./link-row.ts";
import { accessProblems } from "./problems.ts";
import { findProofCode, printedProofCode, proofCodeOf } from "./proof-code.ts";
import { type Role, roles } from "./roles.ts";

const HOLDER = actor("linkHolder", 300);

function codeOf(result: ReturnType<World["run"]>): string {
  return result.ok ? "ok" : result.problem.code;
}

function command(name: string): AnyCommand {
  const found = accessCommands.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(name);
  return found;
}

const issue = command("accessLink.issue");
const delegate = command("accessLink.delegate");
const revoke = command("accessLink.revoke");
const introduce = command("accessLink.introduce");

/** A finished visit with two hazards and its link, in a state. */
function linked(state: LinkState = "valid"): World {
  const closed = { status: "closed", closedOn: "2026-09-01", closedHow: "reinspected" } as const;
  const set = state === "expired" ? closed : {};
  const world = new World(ground(), {
    visits: [visit(FINISHED)],
    hazards: [hazard(41, set), hazard(42, set), hazard(43, { visitId: id(9) })],
  });
  world.run(issue, { linkId: LINK, visitId: VISIT, secretHash: sha(60) }, EXPERT, instantAt("2026-08-20", "10:00"));
  if (state === "revoked") world.run(revoke, { linkId: LINK, reason: "发错人" }, OFFICER);
  return world;
}

const CHILD = { linkId: id(67), parentId: LINK, secretHash: sha(67), hazardIds: [id(41)], label: "电工老李" };

describe("link states", () => {
  const VISITED = visit();
  const change = visitLink(visit(), { linkId: LINK, secretHash: sha(1) }, new World().context(EXPERT, NOW));
  if (change.op !== "insert" || change.entity !== "accessLinks") throw new Error("no link");
  const link = change.row;
  const closed = (n: number, closedOn: string) => hazard(n, { status: "closed", closedOn });

  it("is valid while a hazard is open or contested", () => {
    expect(linkState(link, VISITED, [hazard(41), closed(42, "2026-01-01")], "2028-01-01")).toBe("valid");
    expect(
      linkState(
        link,
        VISITED,
        [hazard(41, { status: "closed", closedOn: "2026-01-01", contested: true })],
        "2028-01-01",
      ),
    ).toBe("valid");
  });

  it("expires 30 days after the last was closed", () => {
    const hazards = [closed(41, "2026-12-01"), closed(42, "2026-12-20"), hazard(44, { status: "voided" })];
    expect(validUntil(link, VISITED, hazards)).toBe("2027-01-19");
    expect(linkState(link, VISITED, hazards, "2027-01-19")).toBe("valid");
    expect(linkState(link, VISITED, hazards, "2027-01-20")).toBe("expired");
  });

  it("counts from its issue when there is no hazard, and not before it was issued", () => {
    expect(validUntil(link, VISITED, [])).toBe(addDays("2026-11-23", 30));
    expect(validUntil(link, VISITED, [closed(41, "2026-01-01")])).toBe(addDays("2026-11-23", 30));
  });

  it("looks only at its own hazards", () => {
    const child = { ...link, hazardIds: JSON.stringify([id(41)]) };
    const hazards = [closed(41, "2026-12-01"), hazard(42), hazard(43, { visitId: id(9) })];
    expect(hazardsOfLink(link, VISITED, hazards).map((row) => row.id)).toEqual([id(41), id(42)]);
    expect(linkState(child, VISITED, hazards, "2027-01-05")).toBe("expired");
    expect(linkState({ ...link, revokedAt: NOW }, VISITED, hazards, "2026-11-24")).toBe("revoked");
  });

  it("opens what was carried into the visit, and keeps open while that is", () => {
    const before = { visitId: id(9), foundOn: "2026-08-01" };
    const carried = hazard(43, before);
    const closedBefore = hazard(44, { ...before, status: "closed", closedOn: "2026-09-01" });
    const elsewhere = hazard(45, { ...before, siteId: id(99) });
    const after = hazard(46, { visitId: id(9), foundOn: "2027-02-01" });
    const all = [carried, closedBefore, elsewhere, after];
    expect(hazardsOfLink(link, VISITED, all)).toEqual([carried]);
    expect(linkState(link, VISITED, all, "2028-01-01")).toBe("valid");
  });
});

describe("every command in every state by every role", () => {
  // Written out from design §2, not from the table the code reads.
  const expectation: readonly {
    readonly command: AnyCommand;
    readonly args: unknown;
    readonly by: readonly Role[];
    readonly works: readonly LinkState[];
  }[] = [
    {
      command: issue,
      args: { linkId: id(68), visitId: VISIT, secretHash: sha(68) },
      by: ["expert", "officer"],
      works: linkStates,
    },
    { command: delegate, args: CHILD, by: ["linkHolder", "enterprisePrincipal", "enterpriseStaff"], works: ["valid"] },
    {
      command: revoke,
      args: { linkId: LINK, reason: "发错人" },
      by: ["officer", "expert", "agencyLead"],
      works: ["valid", "expired"],
    },
    {
      command: introduce,
      args: { holderId: id(69), name: "老李", position: "电工" },
      by: ["linkHolder"],
      works: ["valid"],
    },
  ];

  for (const { command: tried, args, by, works } of expectation) {
    it(tried.name, () => {
      for (const state of linkStates) {
        for (const role of roles) {
          const may = by.includes(role) && works.includes(state);
          expect(`${role} ${state} ${linked(state).run(tried, args, actor(role)).ok}`).toBe(`${role} ${state} ${may}`);
        }
      }
    });
  }
});

describe("issue", () => {
  it("needs a finished visit, a new id and a new secret", () => {
    const started = new World(ground(), { visits: [visit()] });
    expect(codeOf(started.run(issue, { linkId: LINK, visitId: VISIT, secretHash: sha(60) }, EXPERT))).toBe(
      "accessLink.visit_not_finished",
    );
    expect(codeOf(linked().run(issue, { linkId: LINK, visitId: VISIT, secretHash: sha(61) }, EXPERT))).toBe(
      "row.exists",
    );
    expect(codeOf(linked().run(issue, { linkId: id(68), visitId: VISIT, secretHash: sha(60) }, EXPERT))).toBe(
      "accessLink.secret_taken",
    );
    expect(codeOf(linked().run(issue, { linkId: id(68), visitId: id(99), secretHash: sha(61) }, EXPERT))).toBe(
      "not_found",
    );
    expect(codeOf(linked().run(issue, { linkId: id(68), visitId: VISIT, secretHash: "plain-secret" }, EXPERT))).toBe(
      "command.malformed",
    );
  });
});

describe("delegate", () => {
  it("makes a child for chosen hazards, and a child of the child for fewer", () => {
    const world = linked();
    expect(codeOf(world.run(delegate, { ...CHILD, hazardIds: [id(41), id(41)] }, HOLDER))).toBe("ok");
    expect(world.get("accessLinks", CHILD.linkId)).toMatchObject({
      parentId: LINK,
      hazardIds: JSON.stringify([id(41)]),
      label: "电工老李",
      visitId: VISIT,
    });
    const electrician = { ...HOLDER, linkId: CHILD.linkId };
    const next = { ...CHILD, linkId: id(70), parentId: CHILD.linkId, secretHash: sha(70) };
    expect(codeOf(world.run(delegate, { ...next, hazardIds: [id(42)] }, electrician))).toBe(
      "accessLink.hazard_not_in_link",
    );
    expect(codeOf(world.run(delegate, next, electrician))).toBe("ok");
    expect(
      codeOf(world.run(delegate, { ...next, linkId: id(71), secretHash: sha(71), parentId: LINK }, electrician)),
    ).toBe("accessLink.not_yours");
  });

  it("refuses another enterprise and hazards of another visit", () => {
    expect(codeOf(linked().run(delegate, CHILD, { ...actor("enterpriseStaff"), scopeId: id(98) }))).toBe(
      "accessLink.not_yours",
    );
    expect(codeOf(linked().run(delegate, { ...CHILD, hazardIds: [id(43)] }, HOLDER))).toBe(
      "accessLink.hazard_not_in_link",
    );
    expect(codeOf(linked().run(delegate, { ...CHILD, hazardIds: [] }, HOLDER))).toBe("command.malformed");
  });
});

describe("revoke", () => {
  it("revokes what was passed on as well", () => {
    const world = linked();
    world.run(delegate, CHILD, HOLDER);
    world.run(issue, { linkId: id(68), visitId: VISIT, secretHash: sha(68) }, EXPERT);
    expect(codeOf(world.run(revoke, { linkId: LINK, reason: "发错人" }, EXPERT))).toBe("ok");
    expect(world.all("accessLinks").map(({ revokedReason }) => revokedReason)).toEqual(["发错人", "发错人", null]);
    expect(
      codeOf(
        world.run(introduce, { holderId: id(69), name: "老李", position: "电工" }, { ...HOLDER, linkId: CHILD.linkId }),
      ),
    ).toBe("accessLink.revoked");
    expect(codeOf(world.run(revoke, { linkId: LINK, reason: "发错人" }, EXPERT))).toBe("accessLink.already_revoked");
  });
});

describe("introduce", () => {
  it("keeps name and position of whoever holds the link, once a device", () => {
    const world = linked();
    const args = { holderId: id(69), name: " 老李 ", position: "电工" };
    expect(codeOf(world.run(introduce, args, HOLDER))).toBe("ok");
    expect(world.get("accessLinkHolders", id(69))).toMatchObject({ linkId: LINK, name: "老李", position: "电工" });
    expect(codeOf(world.run(introduce, args, HOLDER))).toBe("row.exists");
  });
});

describe("proof code", () => {
  it("has 100 bits, is read back as typed, and is not guessed from a shorter text", () => {
    const code = proofCodeOf(id(1));
    expect(code).toHaveLength(20);
    expect(proofCodeOf(id(2))).not.toBe(code);
    expect(printedProofCode(code)).toMatch(/^(\w{4}-){4}\w{4}$/);
    expect(findProofCode(` ${printedProofCode(code).toLowerCase()} `)).toBe(code);
    expect(findProofCode("OIL0-0000-0000-0000-0000")).toBe("01100000000000000000");
    expect(findProofCode("K7Q2-9XTM")).toBeUndefined();
    expect(findProofCode("U".repeat(20))).toBeUndefined();
  });
});

it("every refusal is a sentence in both languages", () => {
  for (const { zh, en } of Object.values(accessProblems)) {
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  }
});
