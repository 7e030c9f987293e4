import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AGENCY,
  actor,
  citation,
  EXPERT,
  FINISHED,
  ground,
  hazard,
  id,
  LEAD,
  membership,
  NOW,
  OFFICER,
  photo,
  REVIEWER,
  type Rows,
  SYSTEM,
  sha,
  VISIT,
  visit,
} from "../../../test/stories/sample-visit.ts";
import { World } from "../../../test/stories/visit-world.ts";
import { type Role, roles } from "../access/roles.ts";
import type { AnyCommand } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { draftReport } from "./report-draft.ts";
import { attachDocument, voidDocument } from "./report-filing.ts";
import { documentProblems } from "./report-problems.ts";
import { releaseReport, reviewReport } from "./report-release.ts";
import { type DocumentState, documentStates } from "./report-transitions.ts";

const REPORT = id(65);
const record: Row<"documents"> = {
  tenantId: id(1),
  id: id(61),
  kind: "onSiteRecord",
  number: "T31-1",
  state: "issued",
  visitId: VISIT,
  hazardId: null,
  enterpriseId: id(3),
  agencyId: AGENCY,
  madeByAgencyId: AGENCY,
  communityId: id(5),
  formVersion: 1,
  data: "{}",
  dataDigest: sha(1),
  pdfSha256: null,
  templateVersion: null,
  dueOn: null,
  draftedAt: NOW,
  draftedByName: EXPERT.name,
  reviewedAt: null,
  reviewedByName: null,
  reviewedByMembershipId: null,
  releasedAt: NOW,
  releasedByName: EXPERT.name,
  releasedByMembershipId: EXPERT.id,
  onePersonRelease: false,
  voidReason: null,
};

const found = {
  hazards: [hazard(41)],
  hazardCitations: [citation(41)],
  photoSlots: [photo(51, 41, { state: "stored" })],
} satisfies Rows;

function afterVisit(rows: Rows = found, scheme: Parameters<typeof ground>[0] = {}): World {
  return new World(ground(scheme), { visits: [visit(FINISHED)], documents: [record] }, rows);
}

function codeOf(result: ReturnType<World["run"]>): string {
  return result.ok ? "ok" : result.problem.code;
}

const ARGS = { documentId: REPORT };
const draft = (world: World) => world.run(draftReport, { ...ARGS, visitId: VISIT }, SYSTEM);

/** A report in a state, by the commands that lead there. */
function reportIn(state: DocumentState | "none"): World {
  const world = afterVisit();
  if (state === "none") return world;
  draft(world);
  if (state === "reviewed" || state === "issued") world.run(reviewReport, ARGS, REVIEWER);
  if (state === "issued") world.run(releaseReport, ARGS, LEAD);
  if (state === "void") world.run(voidDocument, { ...ARGS, reason: "重做" }, LEAD);
  return world;
}

describe("every command in every state by every role", () => {
  // Written out from design §2, not from the table the code reads.
  const expectation: readonly {
    readonly command: AnyCommand;
    readonly args: unknown;
    readonly by: readonly Role[];
    readonly works: readonly (DocumentState | "none")[];
  }[] = [
    {
      command: draftReport,
      args: { ...ARGS, visitId: VISIT },
      by: ["system", "agencyLead", "agencyReviewer", "expert"],
      works: ["none"],
    },
    { command: reviewReport, args: ARGS, by: ["agencyReviewer"], works: ["draft", "reviewed"] },
    { command: releaseReport, args: ARGS, by: ["agencyLead"], works: ["reviewed"] },
    {
      command: attachDocument,
      args: { ...ARGS, pdfSha256: sha(9), templateVersion: "1" },
      by: ["system"],
      works: ["issued"],
    },
    {
      command: voidDocument,
      args: { ...ARGS, reason: "重做" },
      by: ["agencyLead"],
      works: ["draft", "reviewed", "issued"],
    },
  ];

  for (const { command, args, by, works } of expectation) {
    it(command.name, () => {
      for (const state of ["none", ...documentStates] as const) {
        for (const role of roles) {
          const result = reportIn(state).run(command, args, actor(role, 250));
          const may = by.includes(role) && works.includes(state);
          expect(`${role} ${state} ${result.ok}`).toBe(`${role} ${state} ${may}`);
        }
      }
    });
  }
});

describe("report.draft", () => {
  it("is due three working days after the visit, under R and the task's code", () => {
    const world = afterVisit();
    expect(codeOf(draft(world))).toBe("ok");
    expect(world.get("documents", REPORT)).toMatchObject({ number: "RT31", state: "draft", dueOn: "2026-11-26" });
    const data = JSON.parse(world.get("documents", REPORT).data);
    expect(data).toMatchObject({
      onSiteRecordNumber: "T31-1",
      servedOn: "2026-11-23",
      counts: { hazards: 1, withDirectClause: 1 },
    });
  });

  it("counts on after a void one", () => {
    const world = reportIn("void");
    expect(codeOf(world.run(draftReport, { documentId: id(66), visitId: VISIT }, LEAD))).toBe("ok");
    expect(world.get("documents", id(66)).number).toBe("RT31-2");
    expect(codeOf(world.run(draftReport, { documentId: id(67), visitId: VISIT }, LEAD))).toBe("report.already_drafted");
  });

  it("waits for the visit's end, and lists what was carried over", () => {
    const open = new World(ground(), { visits: [visit()] });
    expect(codeOf(draft(open))).toBe("report.visit_not_finished");
    const older = hazard(44, { visitId: id(9), foundOn: "2026-08-19", rectificationDue: "2026-09-03", round: 2 });
    const world = afterVisit({ ...found, hazards: [hazard(41), older] });
    draft(world);
    expect(JSON.parse(world.get("documents", REPORT).data).carriedOver).toMatchObject([
      { foundOn: "2026-08-19", round: 2 },
    ]);
  });
});

describe("the two other persons", () => {
  const twoHats = {
    memberships: [membership(206, "agencyReviewer", 201), membership(207, "agencyLead", 202)],
  } satisfies Rows;
  const hatted = (scheme: Parameters<typeof ground>[0] = {}) => {
    const base = ground(scheme);
    const world = new World({ ...base, memberships: [...(base.memberships ?? []), ...twoHats.memberships] }, found, {
      visits: [visit(FINISHED)],
      documents: [record],
    });
    draft(world);
    return world;
  };

  it("refuses the expert as reviewer, whatever the membership", () => {
    expect(codeOf(hatted().run(reviewReport, ARGS, actor("agencyReviewer", 206)))).toBe("report.reviewer_is_expert");
  });

  it("refuses the reviewer as releaser, whatever the membership", () => {
    const world = hatted();
    world.run(reviewReport, ARGS, REVIEWER);
    expect(codeOf(world.run(releaseReport, ARGS, actor("agencyLead", 207)))).toBe("report.one_person");
    expect(codeOf(world.run(releaseReport, ARGS, LEAD))).toBe("ok");
    expect(world.get("documents", REPORT)).toMatchObject({
      state: "issued",
      onePersonRelease: false,
      releasedByName: LEAD.name,
    });
  });

  it("refuses a draft", () => {
    expect(codeOf(hatted().run(releaseReport, ARGS, LEAD))).toBe("report.not_reviewed");
  });

  it("lets one person where the scheme says so, and marks it", () => {
    const world = hatted({ onePersonRelease: true });
    world.run(reviewReport, ARGS, REVIEWER);
    world.run(releaseReport, ARGS, actor("agencyLead", 207));
    expect(world.get("documents", REPORT)).toMatchObject({ state: "issued", onePersonRelease: true });
    const straight = hatted({ onePersonRelease: true });
    straight.run(releaseReport, ARGS, LEAD);
    expect(straight.get("documents", REPORT)).toMatchObject({ state: "issued", onePersonRelease: true });
    const two = hatted({ onePersonRelease: true });
    two.run(reviewReport, ARGS, REVIEWER);
    two.run(releaseReport, ARGS, LEAD);
    expect(two.get("documents", REPORT).onePersonRelease).toBe(false);
  });
});

/** A reviewed report whose rows are changed afterwards, as a correction or a lost photo changes them. */
function reviewedThen(rows: Rows): World {
  const documents = [...reportIn("reviewed").all("documents")];
  return new World(ground(), { visits: [visit(FINISHED)], documents }, { ...found, ...rows });
}

describe("report.release", () => {
  it.each([
    ["一车间配电箱：缺照片，也没有写明不拍的原因", { photoSlots: [] }],
    ["一车间配电箱：缺当日有效的依据条款", { hazardCitations: [citation(41, { state: "dateUnknown" })] }],
    ["一车间配电箱：缺治理建议", { hazards: [hazard(41, { advice: "" })] }],
    ["一车间配电箱：11月23日（周一）09:41拍的照片还在手机上", { photoSlots: [photo(51, 41)] }],
    [
      "一车间配电箱：11月23日（周一）09:41拍的照片已报遗失，等机构负责人确认",
      { photoSlots: [photo(51, 41, { state: "declaredLost" })] },
    ],
  ] as const)("refuses: %s", (missing, rows) => {
    const result = reviewedThen(rows as unknown as Rows).run(releaseReport, ARGS, LEAD);
    expect(result).toMatchObject({ problem: { code: "report.incomplete", params: { count: 1, missing } } });
  });

  it("refuses without a served record", () => {
    const world = new World(ground(), { visits: [visit(FINISHED)] }, found);
    draft(world);
    world.run(reviewReport, ARGS, REVIEWER);
    expect(world.run(releaseReport, ARGS, LEAD)).toMatchObject({
      problem: { params: { missing: "现场检查记录还没签字送达" } },
    });
  });

  it("asks for another review when a hazard was corrected since, and not when only its deadline moved", () => {
    const corrected = reviewedThen({ hazards: [hazard(41, { description: "已更正" })] });
    expect(corrected.run(releaseReport, ARGS, LEAD)).toMatchObject({
      problem: { code: "report.changed_since_review", params: { hazards: "T31-41" } },
    });
    expect(codeOf(corrected.run(reviewReport, ARGS, REVIEWER))).toBe("ok");
    expect(codeOf(corrected.run(releaseReport, ARGS, LEAD))).toBe("ok");
    expect(corrected.get("hazards", id(41)).description).toBe("已更正");
    const moved = reviewedThen({
      hazards: [hazard(41, { rectificationDue: "2026-12-20", severity: "major", status: "closed" })],
    });
    expect(codeOf(moved.run(releaseReport, ARGS, LEAD))).toBe("ok");
  });

  it("prints a confirmed loss instead of the picture", () => {
    const lost = photo(51, 41, { state: "declaredLost", lostReason: "手机落水", lostConfirmedByName: LEAD.name });
    const world = afterVisit({ ...found, photoSlots: [lost] });
    draft(world);
    world.run(reviewReport, ARGS, REVIEWER);
    expect(codeOf(world.run(releaseReport, ARGS, LEAD))).toBe("ok");
    const [printed] = JSON.parse(world.get("documents", REPORT).data).hazards;
    expect(printed).toMatchObject({ photos: [], noPhotoReason: "照片遗失，机构负责人已确认" });
  });

  it("freezes what was reviewed and gives it a proof", () => {
    const world = reportIn("reviewed");
    const { dataDigest } = world.get("documents", REPORT);
    world.run(releaseReport, ARGS, LEAD);
    expect(world.get("documents", REPORT).dataDigest).toBe(dataDigest);
    expect(world.all("documentProofs")).toMatchObject([
      { documentId: REPORT, number: "RT31", state: "valid", dataDigest },
    ]);
  });

  it("never happens without R7's parts", () => {
    const words = fc.constantFrom("", "有");
    const slot = fc.record({
      state: fc.constantFrom("expected" as const, "stored" as const, "declaredLost" as const),
      lostConfirmedByName: fc.constantFrom(null, "负责人"),
      purpose: fc.constantFrom("hazard" as const, "fixedOnSite" as const, "rectification" as const),
    });
    const clause = fc.record({
      state: fc.constantFrom("inForce" as const, "repealed" as const, "dateUnknown" as const),
      nature: fc.constantFrom("duty", "penalty"),
    });
    const anyHazard = fc.record({
      place: words,
      description: words,
      advice: words,
      standard: words,
      noPhotoReason: fc.constantFrom(null, "danger" as const),
      slots: fc.array(slot, { maxLength: 3 }),
      clauses: fc.array(clause, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anyHazard, ({ slots, clauses, ...set }) => {
        const world = reviewedThen({
          hazards: [hazard(41, set)],
          hazardCitations: clauses.map((row, index) => citation(41, { ...row, position: index })),
          photoSlots: slots.map((row, index) => photo(51 + index, 41, row)),
        });
        world.run(reviewReport, ARGS, REVIEWER);
        const released = world.run(releaseReport, ARGS, LEAD).ok;
        const ofFinding = slots.filter((row) => row.purpose !== "rectification");
        const whole =
          [set.place, set.description, set.advice, set.standard].every((part) => part !== "") &&
          (set.noPhotoReason !== null || slots.some((row) => row.purpose === "hazard")) &&
          clauses.some((row) => row.state === "inForce" && row.nature === "duty") &&
          ofFinding.every(
            (row) => row.state === "stored" || (row.state === "declaredLost" && row.lostConfirmedByName !== null),
          );
        expect(released).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });
});

describe("attach and void", () => {
  it("files the rendering once, on the proof as well", () => {
    const world = reportIn("issued");
    const args = { ...ARGS, pdfSha256: sha(9), templateVersion: "1" };
    expect(codeOf(world.run(attachDocument, args, SYSTEM))).toBe("ok");
    expect(world.all("documentProofs")[0]?.pdfSha256).toBe(sha(9));
    expect(codeOf(world.run(attachDocument, { ...args, pdfSha256: sha(8) }, SYSTEM))).toBe("document.already_attached");
  });

  it("voids the proof with the document; a report is the agency's to void", () => {
    const world = reportIn("issued");
    expect(codeOf(world.run(voidDocument, { ...ARGS, reason: "错误" }, OFFICER))).toBe("document.other_side_voids");
    expect(codeOf(world.run(voidDocument, { ...ARGS, reason: "照片放错" }, LEAD))).toBe("ok");
    expect(world.all("documentProofs")[0]?.state).toBe("void");
    expect(world.get("documents", REPORT)).toMatchObject({ state: "void", voidReason: "照片放错" });
    expect(codeOf(world.run(voidDocument, { ...ARGS, reason: "再来" }, LEAD))).toBe("document.already_void");
  });

  it("leaves a referral package to the office", () => {
    const world = new World({ documents: [{ ...record, kind: "referralPackage" }] });
    expect(codeOf(world.run(voidDocument, { documentId: record.id, reason: "错误" }, LEAD))).toBe(
      "document.other_side_voids",
    );
    expect(codeOf(world.run(voidDocument, { documentId: record.id, reason: "错误" }, OFFICER))).toBe("ok");
  });
});

it("every refusal is a sentence in both languages", () => {
  for (const { zh, en } of Object.values(documentProblems)) {
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  }
});
