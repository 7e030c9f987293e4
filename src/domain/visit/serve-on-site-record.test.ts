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
  LIBRARY,
  NOW,
  photo,
  type Rows,
  SYSTEM,
  sha,
  task,
  VISIT,
  visit,
} from "../../../test/stories/sample-visit.ts";
import { World } from "../../../test/stories/visit-world.ts";
import { findProofCode, printedProofCode } from "../access/proof-code.ts";
import { instantAt } from "../calendar/local-date.ts";
import { schemeOn } from "../calendar/rectification-deadline.ts";
import { canonicalDigest } from "../documents/canonical-digest.ts";
import type { Row } from "../kernel/entities.ts";
import { namesNow } from "./names-as-signed.ts";
import { onSiteRecordData } from "./on-site-record-data.ts";
import { confirmPhotoLost, declarePhotoLost, storePhoto } from "./photos.ts";
import { serveOnSiteRecord } from "./serve-on-site-record.ts";

const found: Rows = {
  hazards: [hazard(41), hazard(42, { deadlineDays: 3 }), hazard(43, { status: "voided" })],
  hazardCitations: [citation(41), citation(42)],
  photoSlots: [photo(51, 41), photo(52, 42)],
};

function finished(set: Parameters<typeof visit>[0] = {}): World {
  return new World(ground(), found, { visits: [visit({ ...FINISHED, ...set })] });
}

/** The ground's rows of a table with some columns changed. */
function renamed<E extends "tenants" | "schemes" | "agencyEngagements" | "memberships">(
  entity: E,
  set: Partial<Row<E>>,
): Rows[E] {
  const rows: readonly Row<E>[] = ground()[entity] ?? [];
  return rows.map((row) => ({ ...row, ...set })) as Rows[E];
}

/** What the phone does before it signs. */
function digestOf(world: World, servedAt = NOW, sequence = 1): string {
  const data = onSiteRecordData(rowsOf(world), { sequence, servedAt, library: LIBRARY });
  if (!data.ok) throw new Error(data.problem.code);
  return canonicalDigest(data.value);
}

function rowsOf(world: World) {
  return {
    visit: world.get("visits", VISIT),
    findings: world.all("findings"),
    hazards: world.all("hazards"),
    citations: world.all("hazardCitations"),
    photos: world.all("photoSlots"),
    tenant: world.all("tenants")[0],
    scheme: schemeOn(world.all("schemes"), "2026-11-23"),
    engagement: world.all("agencyEngagements")[0],
    enterprise: world.all("enterprises")[0],
    site: world.all("sites")[0],
    community: world.all("communities")[0],
    expert: world.all("memberships")[0],
  };
}

const drawn = { slotId: id(71), sha256: sha(71), bytes: 10, takenAt: NOW, source: "drawn" };
const signed = [
  { signatureId: id(81), signer: "expert", name: "周工", signedAt: NOW, photo: drawn },
  { signatureId: id(82), signer: "accompanying", name: "陆科员", signedAt: NOW },
  { signatureId: id(83), signer: "enterprise", name: "何先生", signedAt: NOW },
];

function args(world: World, set: Record<string, unknown> = {}) {
  return {
    documentId: id(61),
    visitId: VISIT,
    sequence: 1,
    digest: digestOf(world),
    signatures: signed,
    accessLink: { linkId: id(60), secretHash: sha(60) },
    ...set,
  };
}

function codeOf(result: ReturnType<World["run"]>): string {
  return result.ok ? "ok" : result.problem.code;
}

describe("onSiteRecord.serve", () => {
  it("issues the record with its number from the phone, its signatures, its link and its proof", () => {
    const world = finished();
    const given = args(world);
    expect(codeOf(world.run(serveOnSiteRecord, given, EXPERT))).toBe("ok");
    const document = world.get("documents", id(61));
    expect(document).toMatchObject({
      kind: "onSiteRecord",
      number: "T31-1",
      state: "issued",
      dataDigest: given.digest,
    });
    expect(JSON.parse(document.data).hazards).toHaveLength(2);
    expect(
      world.all("signatures").map(({ signer, digest, deviceId }) => [signer, digest === given.digest, deviceId]),
    ).toEqual([
      ["expert", true, "phone-1"],
      ["accompanying", true, "phone-1"],
      ["enterprise", true, "phone-1"],
    ]);
    expect(world.get("photoSlots", id(71))).toMatchObject({ purpose: "signature", state: "expected", visitId: VISIT });
    expect(world.get("accessLinks", id(60))).toMatchObject({ visitId: VISIT, hazardIds: null, secretHash: sha(60) });
    const [proof] = world.all("documentProofs");
    expect(proof).toMatchObject({ number: "T31-1", state: "valid", dataDigest: given.digest, issuedOn: "2026-11-23" });
    expect(proof?.proofCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(findProofCode(printedProofCode(proof?.proofCode ?? "").toLowerCase())).toBe(proof?.proofCode);
  });

  it("serves every hazard that stands and fixes its due date, as printed", () => {
    const world = finished();
    world.run(serveOnSiteRecord, args(world), EXPERT);
    const due = Object.fromEntries(
      world.all("hazards").map(({ number, rectificationDue }) => [number, rectificationDue]),
    );
    expect(due).toEqual({ "T31-41": "2026-12-08", "T31-42": "2026-11-26", "T31-43": null });
    const printed = JSON.parse(world.get("documents", id(61)).data).hazards;
    expect(printed.map((entry: { deadline: { dueOn: string } }) => entry.deadline.dueOn)).toEqual([
      "2026-12-08",
      "2026-11-26",
    ]);
    expect(world.all("hazardActs").map(({ command }) => command)).toEqual(["onSiteRecord.serve", "onSiteRecord.serve"]);
  });

  it("moves the windows when it is signed a day later", () => {
    const world = new World(ground(), found, {
      visits: [visit(FINISHED)],
      tasks: [task(31, { state: "fulfilled" }), task(32, { kind: "supervision" }), task(33, { kind: "reinspection" })],
      visitTasks: [
        {
          tenantId: id(1),
          visitId: VISIT,
          taskId: id(31),
          enterpriseId: id(3),
          agencyId: AGENCY,
          madeByAgencyId: AGENCY,
          communityId: id(5),
        },
      ],
    });
    const later = instantAt("2026-11-24", "09:00");
    expect(codeOf(world.run(serveOnSiteRecord, args(world, { digest: digestOf(world, later) }), EXPERT, later))).toBe(
      "ok",
    );
    expect(world.get("tasks", id(32))).toMatchObject({ windowFrom: "2026-11-24", windowTo: "2026-11-25" });
    expect(world.get("tasks", id(33))).toMatchObject({ windowFrom: "2026-11-27", windowTo: "2026-12-11" });
  });

  it("is served by a refusal with its reason, and keeps its photo", () => {
    const world = finished();
    const refusal = {
      ...signed[2],
      refused: true,
      refusalReason: "负责人不愿签",
      photo: { ...drawn, slotId: id(72), source: "camera" },
    };
    expect(
      codeOf(world.run(serveOnSiteRecord, args(world, { signatures: [signed[0], signed[1], refusal] }), EXPERT)),
    ).toBe("ok");
    expect(world.get("signatures", id(83))).toMatchObject({
      refused: true,
      refusalReason: "负责人不愿签",
      photoSlotId: id(72),
    });
    expect(world.get("photoSlots", id(72)).purpose).toBe("refusal");
    expect(world.get("hazards", id(41)).servedAt).toBe(NOW);
  });

  it("asks nobody of the subdistrict to sign when nobody came", () => {
    const world = finished({ accompaniedBy: "none", accompaniedName: null, accompanimentReason: "防汛值守" });
    expect(codeOf(world.run(serveOnSiteRecord, args(world, { signatures: [signed[0], signed[2]] }), EXPERT))).toBe(
      "ok",
    );
  });

  it.each([
    ["onSiteRecord.signature_missing", { signatures: [signed[0], signed[1]] }],
    ["onSiteRecord.signature_missing", { signatures: [signed[0], signed[2]] }],
    [
      "onSiteRecord.expert_must_sign",
      { signatures: [{ ...signed[0], refused: true, refusalReason: "不签" }, signed[1], signed[2]] },
    ],
    ["onSiteRecord.refusal_reason_missing", { signatures: [signed[0], signed[1], { ...signed[2], refused: true }] }],
    ["onSiteRecord.signature_twice", { signatures: [signed[0], signed[1], { ...signed[2], signatureId: id(81) }] }],
    ["onSiteRecord.digest_differs", { digest: sha(99) }],
    ["onSiteRecord.digest_differs", { remarks: "屏幕上没有的话" }],
    ["visit.order_words", { remarks: "责令停产" }],
  ])("refuses with %s", (code, set) => {
    const world = finished();
    expect(codeOf(world.run(serveOnSiteRecord, args(world, set), EXPERT))).toBe(code);
    expect(world.all("documents")).toHaveLength(0);
  });

  it("refuses a visit under way, another's visit, and a number or link used before", () => {
    const started = finished({ status: "started" });
    expect(codeOf(started.run(serveOnSiteRecord, args(started), EXPERT))).toBe("visit.not_finished");
    const world = finished();
    expect(codeOf(world.run(serveOnSiteRecord, args(world), actor("expert", 299)))).toBe("visit.other_expert");
    world.run(serveOnSiteRecord, args(world), EXPERT);
    const again = { documentId: id(62), accessLink: { linkId: id(63), secretHash: sha(63) } };
    expect(codeOf(world.run(serveOnSiteRecord, args(world), EXPERT))).toBe("row.exists");
    expect(codeOf(world.run(serveOnSiteRecord, args(world, again), EXPERT))).toBe("onSiteRecord.number_taken");
  });

  it("keeps what the registry said on the phone although the office changed it since", () => {
    const world = finished();
    const registry = {
      siteName: "一号厂区",
      address: "创业路88号",
      community: "湖头社区",
      creditCode: null,
      principal: "何先生",
      scaleText: "规下工业企业",
      trade: "金属制品业",
    };
    const given = args(world, { registry });
    const renamed = ground();
    const changed = new World(
      { ...renamed, enterprises: renamed.enterprises?.map((row) => ({ ...row, principalName: "何女士" })) },
      found,
      { visits: [visit(FINISHED)] },
    );
    expect(codeOf(changed.run(serveOnSiteRecord, { ...given, registry: null }, EXPERT))).toBe(
      "onSiteRecord.digest_differs",
    );
    expect(codeOf(changed.run(serveOnSiteRecord, given, EXPERT))).toBe("ok");
  });

  const renames: readonly [string, Partial<Rows>, string][] = [
    ["the subdistrict", { tenants: renamed("tenants", { name: "青岚新城街道" }) }, "青岚新城街道"],
    ["the scheme", { schemes: renamed("schemes", { name: "2026年度服务（修订）" }) }, "2026年度服务（修订）"],
    ["the agency", { agencyEngagements: renamed("agencyEngagements", { agencyName: "安信集团" }) }, "安信集团"],
    ["the expert's title", { memberships: renamed("memberships", { title: "高级工程师" }) }, "高级工程师"],
    ["the enterprise", { visits: [visit({ ...FINISHED, enterpriseName: "恒达智造" })] }, "恒达智造"],
    ["the expert", { visits: [visit({ ...FINISHED, expertName: "周工程师" })] }, "周工程师"],
  ];

  it.each(renames)("keeps the name that was signed although the office renamed %s since", (_what, rows, newName) => {
    const world = finished();
    const given = args(world, { names: namesNow(rowsOf(world), LIBRARY) });
    const later = new World(ground(), found, { visits: [visit(FINISHED)] }, rows);
    expect(codeOf(later.run(serveOnSiteRecord, { ...given, names: null }, EXPERT))).toBe("onSiteRecord.digest_differs");
    expect(codeOf(later.run(serveOnSiteRecord, given, EXPERT))).toBe("ok");
    expect(later.get("documents", id(61)).data).not.toContain(newName);
  });

  it("keeps the catalogue's group that was signed although it was renamed since", () => {
    const wall = { tenantId: id(1), enterpriseId: id(3), agencyId: AGENCY, madeByAgencyId: AGENCY, communityId: id(5) };
    const findings: Row<"findings">[] = [
      { ...wall, visitId: VISIT, itemCode: "XC-06-02", result: "conform", note: null, recordedAt: NOW },
    ];
    const world = new World(ground(), found, { visits: [visit(FINISHED)], findings });
    const names = { ...namesNow(rowsOf(world), LIBRARY), groups: { "XC-06-02": "旧的分类名" } };
    const data = onSiteRecordData(rowsOf(world), { sequence: 1, servedAt: NOW, library: LIBRARY, names });
    const digest = data.ok ? canonicalDigest(data.value) : "";
    const given = args(world, { digest });
    expect(codeOf(world.run(serveOnSiteRecord, given, EXPERT))).toBe("onSiteRecord.digest_differs");
    expect(codeOf(world.run(serveOnSiteRecord, { ...given, names }, EXPERT))).toBe("ok");
    expect(JSON.parse(world.get("documents", id(61)).data).checklist.groups[0].name).toBe("旧的分类名");
  });

  it("still refuses what the signers did not see: names are words, facts are the rows'", () => {
    const world = finished();
    const names = { ...namesNow(rowsOf(world), LIBRARY), agency: "没有出现在屏幕上的机构" };
    expect(codeOf(world.run(serveOnSiteRecord, args(world, { names }), EXPERT))).toBe("onSiteRecord.digest_differs");
    const given = args(world, { names: namesNow(rowsOf(world), LIBRARY) });
    const other = new World(
      ground(),
      { ...found, hazards: [hazard(41, { place: "二号车间" }), hazard(42)] },
      {
        visits: [visit(FINISHED)],
      },
    );
    expect(codeOf(other.run(serveOnSiteRecord, given, EXPERT))).toBe("onSiteRecord.digest_differs");
  });

  it("serves a corrected hazard again without moving any date", () => {
    const world = finished();
    world.run(serveOnSiteRecord, args(world), EXPERT);
    const later = instantAt("2026-11-25", "09:00");
    const again = {
      documentId: id(62),
      sequence: 2,
      digest: digestOf(world, later, 2),
      accessLink: { linkId: id(63), secretHash: sha(63) },
      signatures: signed.map((row, index) => ({ ...row, signatureId: id(90 + index), photo: null })),
    };
    expect(codeOf(world.run(serveOnSiteRecord, args(world, again), EXPERT, later))).toBe("ok");
    expect(world.get("hazards", id(41)).rectificationDue).toBe("2026-12-08");
    expect(world.get("documents", id(62)).number).toBe("T31-2");
  });
});

describe("photos", () => {
  const LOST = { state: "declaredLost", lostReason: "手机落水", lostByName: "周工" } as const;
  const expectation = {
    "photo.store": { expected: "ok", stored: "photo.already_stored", declaredLost: "ok" },
    "photo.declareLost": { expected: "ok", stored: "photo.not_expected", declaredLost: "photo.not_expected" },
    "photo.confirmLost": { expected: "photo.not_declared_lost", stored: "photo.not_declared_lost", declaredLost: "ok" },
  } as const;
  const commands = [
    { command: storePhoto, args: { sha256: sha(51), which: "working" }, by: SYSTEM },
    { command: declarePhotoLost, args: { slotId: id(51), reason: "手机落水" }, by: EXPERT },
    { command: confirmPhotoLost, args: { slotId: id(51) }, by: LEAD },
  ] as const;
  const states = { expected: {}, stored: { state: "stored" }, declaredLost: LOST } as const;

  for (const { command, args, by } of commands) {
    it(`${command.name} in every state`, () => {
      for (const state of ["expected", "stored", "declaredLost"] as const) {
        const world = new World({ photoSlots: [photo(51, 41, states[state])] });
        expect(`${state} ${codeOf(world.run(command, args, by))}`).toBe(
          `${state} ${expectation[command.name as keyof typeof expectation][state]}`,
        );
      }
    });
  }

  it("fills every slot of the same content, working copy and original apart", () => {
    const two = [
      photo(51, 41, { originalSha256: sha(500), originalState: "expected" }),
      photo(53, 42, { sha256: sha(51) }),
    ];
    const world = new World({ photoSlots: two });
    world.run(storePhoto, { sha256: sha(51), which: "working", exif: "2026-11-23 09:41 HUAWEI" }, SYSTEM);
    expect(world.all("photoSlots").map(({ state, originalState }) => `${state} ${originalState}`)).toEqual([
      "stored expected",
      "stored none",
    ]);
    world.run(storePhoto, { sha256: sha(500), which: "original" }, SYSTEM);
    expect(world.get("photoSlots", id(51))).toMatchObject({ originalState: "stored", exif: "2026-11-23 09:41 HUAWEI" });
    expect(codeOf(world.run(storePhoto, { sha256: sha(7), which: "working" }, SYSTEM))).toBe("not_found");
  });

  it("is found after all, and confirmed lost only once and by its own agency", () => {
    const world = new World({ photoSlots: [photo(51, 41, LOST)] });
    expect(codeOf(world.run(confirmPhotoLost, { slotId: id(51) }, { ...LEAD, scopeId: id(98) }))).toBe("not_found");
    expect(codeOf(world.run(confirmPhotoLost, { slotId: id(51) }, LEAD))).toBe("ok");
    expect(codeOf(world.run(confirmPhotoLost, { slotId: id(51) }, LEAD))).toBe("photo.loss_already_confirmed");
    world.run(storePhoto, { sha256: sha(51), which: "working" }, SYSTEM);
    expect(world.get("photoSlots", id(51))).toMatchObject({
      state: "stored",
      lostReason: null,
      lostConfirmedByName: null,
    });
  });
});
