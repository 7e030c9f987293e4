// The five steps once through the front door, from a signed record to a released report, a referral and the last closing.
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { makePhoto } from "../../scenario/photos.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, photoArgs, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: Visited;
let owner: Person;

const DAY = 24 * 3_600_000;
function days(count: number) {
  const { clock } = subdistrict.office;
  clock.moveTo(new Date(Date.parse(clock.now()) + count * DAY).toISOString());
}

async function realPhoto(now: string, seed: number) {
  const bytes = Buffer.from(
    await makePhoto({
      seed,
      scene: "electricalBox",
      caption: "演示",
      takenAt: now,
      lat: 30.18,
      lng: 120.26,
      width: 800,
    }),
  );
  return photoArgs(now, bytes);
}

async function sendPhoto(person: Person, photo: { readonly sha256: string; readonly bytes: Buffer }) {
  const url = `/api/v1/photos/${person.tenantId}/${photo.sha256}`;
  return person.request({ method: "PUT", url, payload: photo.bytes, headers: { "content-type": "image/jpeg" } });
}

function rowsOf<T>(read: (db: Parameters<Parameters<typeof asActor<T>>[3]>[0]["db"]) => Promise<T>): Promise<T> {
  const { office } = subdistrict;
  return asActor(office.instance.services.database, office.tenantId, systemActor("test"), ({ db }) => read(db));
}

const hazardNow = (id: string | undefined) =>
  rowsOf((db) =>
    db
      .selectFrom("hazards")
      .selectAll()
      .where("id", "=", id ?? "")
      .executeTakeFirstOrThrow(),
  );

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { office, first } = subdistrict;
  const photos = await Promise.all([1, 2, 3].map((seed) => realPhoto(office.clock.now(), seed)));
  let next = 0;
  visited = await inspect(subdistrict, first, 3, (now) => photos[next++] ?? photoArgs(now));
  owner = await office.addPerson("enterprisePrincipal", "何先生（演示）", { scopeId: first.enterpriseId });
});
afterAll(() => subdistrict.close());

test("the fifteen days count from the day after service", async () => {
  const hazard = await hazardNow(visited.hazardIds[0]);
  expect(hazard).toMatchObject({
    status: "open",
    holder: "enterprise",
    clockStartedOn: "2026-04-13",
    rectificationDue: "2026-04-28",
  });
});

test("the on-site record is printed as a PDF", async () => {
  await subdistrict.office.runJobs();
  const document = await rowsOf((db) =>
    db.selectFrom("documents").selectAll().where("id", "=", visited.documentId).executeTakeFirstOrThrow(),
  );
  expect(document.pdfSha256).toMatch(/^[0-9a-f]{64}$/);
  const { services } = subdistrict.office.instance;
  const pdf = await services.blobs.get(subdistrict.office.tenantId, document.pdfSha256 ?? "");
  expect(
    Buffer.from(pdf ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

test("a report is not released while a photo is still on a phone, and is by two persons once it came", async () => {
  const { first, office } = subdistrict;
  const report = await rowsOf((db) =>
    db
      .selectFrom("documents")
      .selectAll()
      .where("visitId", "=", visited.visitId)
      .where("kind", "=", "inspectionReport")
      .executeTakeFirstOrThrow(),
  );
  await first.reviewer.act("report.review", { documentId: report.id });
  const early = await first.agencyLead.send("report.release", { documentId: report.id });
  expect(early.status).toBe("refused");
  for (const photo of visited.photos) expect((await sendPhoto(first.expert, photo)).status).toBe(200);
  expect((await sendPhoto(first.expert, visited.photos[0] ?? photoArgs(office.clock.now()))).status).toBe(200);
  await first.agencyLead.act("report.release", { documentId: report.id });
  await office.runJobs();
  const released = await rowsOf((db) =>
    db.selectFrom("documents").selectAll().where("id", "=", report.id).executeTakeFirstOrThrow(),
  );
  expect(released).toMatchObject({ state: "issued", pdfSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("a photo is answered only through a visible row, without its place", async () => {
  const slot = visited.photos[0]?.slotId;
  const seen = await subdistrict.first.expert.get(`/api/v1/photos/${slot}?size=thumb`);
  const hidden = await subdistrict.second.expert.get(`/api/v1/photos/${slot}?size=thumb`);
  expect([seen.status, hidden.status]).toEqual([200, 404]);
});

test("owner proves, community supervises, expert re-inspects and closes", async () => {
  const { office, first } = subdistrict;
  const hazardId = visited.hazardIds[0];
  await first.communityOfficer.act("supervision.record", {
    supervisionId: newId(),
    siteId: first.siteId,
    means: "visit",
    hazardIds: [hazardId],
  });
  days(3);
  const proof = photoArgs(office.clock.now());
  await owner.act("rectification.submit", { hazardId, text: "通道已清出并划线", photos: [proof.args] });
  expect(await hazardNow(hazardId)).toMatchObject({ status: "submitted", holder: "agency" });
  days(4);
  const visitId = newId();
  await first.expert.act("visit.start", {
    visitId,
    siteId: first.siteId,
    taskIds: [],
    taskCode: `F${visitId.slice(0, 8)}`,
    kind: "reinspection",
  });
  const after = photoArgs(office.clock.now());
  await first.expert.act("reinspection.pass", { hazardId, visitId, photos: [after.args] }, { visit: visitId });
  expect(await hazardNow(hazardId)).toMatchObject({ status: "closed", closedHow: "reinspected", holder: "nobody" });
  await first.expert.act(
    "visit.finish",
    { visitId, enterprisePerson: { name: "何先生（演示）", role: "负责人" } },
    { visit: visitId },
  );
});

test("overdue: proposed, referred, received, concluded, finally re-inspected, closed", async () => {
  const { first, officer, enforcement, office } = subdistrict;
  const hazardId = visited.hazardIds[1];
  const early = await first.expert.send("referral.propose", {
    hazardId,
    referralId: newId(),
    ground: "overdue",
    reason: "催了两次没动",
  });
  expect(early.status).toBe("refused");
  days(20);
  await first.expert.act("referral.propose", {
    hazardId,
    referralId: newId(),
    ground: "overdue",
    reason: "催了两次没动",
  });
  expect(await hazardNow(hazardId)).toMatchObject({ holder: "officer" });
  await officer.act("referral.decide", { hazardId, outcome: "refer", reason: "同意移送" });
  await enforcement.act("referral.receive", { hazardId, caseNumber: "演示案〔2026〕1号" });
  const on = office.clock.now().slice(0, 10);
  await enforcement.act("enforcement.conclude", {
    hazardId,
    resultKind: "penaltyDecided",
    documentNumber: "演示罚〔2026〕1号",
    on,
    officers: ["演示01", "演示02"],
    certificates: ["证01", "证02"],
  });
  expect(await hazardNow(hazardId)).toMatchObject({ status: "awaitingFinalReinspection", holder: "agency" });
  const visitId = newId();
  await first.expert.act("visit.start", {
    visitId,
    siteId: first.siteId,
    taskIds: [],
    taskCode: `F${visitId.slice(0, 8)}`,
    kind: "reinspection",
  });
  await first.expert.act(
    "reinspection.pass",
    { hazardId, visitId, photos: [photoArgs(office.clock.now()).args] },
    { visit: visitId },
  );
  expect(await hazardNow(hazardId)).toMatchObject({ status: "closed", closedHow: "finalReinspection" });
});

test("extension: asked with four parts, decided by the office", async () => {
  const hazardId = visited.hazardIds[2];
  const parts = { stepsTaken: "已订货", daysNeeded: 20, reason: "配件要定做", interimProtection: "停用并围挡" };
  await owner.act("extension.request", { hazardId, extensionId: newId(), ...parts });
  await subdistrict.officer.act("extension.decide", {
    hazardId,
    outcome: "grant",
    grantedUntil: "2026-06-30",
    reason: "同意",
  });
  expect(await hazardNow(hazardId)).toMatchObject({ rectificationDue: "2026-06-30", extensionPending: false });
});

test("the journal accounts for every row", async () => {
  const { database, dataDir } = subdistrict.office.instance.services;
  const verdict = await checkTenant(database, dataDir, subdistrict.office.tenantId, true);
  expect(verdict).toMatchObject({ chain: { holds: true }, differences: [] });
});
