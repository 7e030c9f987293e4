// A law is amended: the editor imports the new text, confirms where each article went, and what the change touches is
// listed and settled; what was cited before stays as it was, word for word.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Comparison, StatutePreview } from "#api/law-library.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import { daysOnBasis } from "#domain/law/fallback-only.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import {
  AMENDED_LAW as LAW,
  LAW_HEAD,
  LAW_OF_2021,
  lawArticle,
  revisedLaw,
  wordsOfArticle,
} from "./setup/amended-law.ts";
import { newId, type Person } from "./setup/people.ts";
import {
  hazardArgs,
  inspect,
  openSubdistrict,
  photoArgs,
  type Subdistrict,
  type Visited,
} from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let editor: Person;
let visited: Visited;
let pinned: unknown[];

const before = LAW_OF_2021;
const after = revisedLaw("2026年4月10日", "2026年5月1日");

async function upload(name: string, text: string) {
  return editor.request({
    method: "POST",
    url: `/api/v1/law/files?name=${encodeURIComponent(name)}`,
    payload: Buffer.from(text),
    headers: { "content-type": "application/octet-stream" },
  });
}

async function take(name: string, text: string) {
  const read = await upload(name, text);
  expect([read.status, read.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  const preview: StatutePreview = read.json;
  const saved = await editor.post(`/api/v1/law/files/${preview.sha256}/import`, {
    fileName: name,
    source: "公报（演示）",
  });
  expect([saved.status, saved.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return { preview, saved: saved.json };
}

async function citations() {
  const { json } = await subdistrict.officer.get(`/api/v1/hazards/${visited.hazardIds[0]}`);
  return json.citations;
}

/** Which version of the law a hazard's citation was read in. */
function pinnedVersions(hazardId = "") {
  const { office } = subdistrict;
  return asActor(office.instance.services.database, office.tenantId, systemActor("test"), ({ db }) =>
    db
      .selectFrom("hazardCitations")
      .select(["version", "docNumber"])
      .where("hazardId", "=", hazardId)
      .where("instrumentId", "=", LAW)
      .execute(),
  );
}

async function libraryOnDay() {
  return (await subdistrict.office.instance.services.library()).library;
}

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  editor = await subdistrict.office.addPerson("lawEditor", "法规编辑（演示）", { tenantId: platformTenantId });
  visited = await inspect(subdistrict, subdistrict.first, 4);
  pinned = await citations();
});
afterAll(() => subdistrict.close());

test("the library lists instruments, and what nobody has compared is a work list", async () => {
  const { json } = await editor.get("/api/v1/law/instruments");
  expect(json.counts).toMatchObject({ instruments: 84, pending: 0, noText: 84 });
  const unverified = (await editor.get("/api/v1/law/unverified")).json;
  expect(unverified.total).toBeGreaterThan(50);
  const [clause] = unverified.rows;
  const { instrumentId, version, article: number, nature } = clause;
  await editor.act("law.checkClause", {
    instrumentId,
    version,
    article: number,
    nature,
    summary: "改写过的摘要",
    note: "对照公报",
  });
  expect((await editor.get("/api/v1/law/unverified")).json.total).toBe(unverified.total - 1);
  const row = (await libraryOnDay()).instruments
    .get(instrumentId)
    ?.versions.find((one) => one.version === version)
    ?.articles.get(number);
  expect(row).toMatchObject({ summary: "改写过的摘要", verified: true });
});

test("nobody but the editor gets in", async () => {
  const { officer, officeLead, first } = subdistrict;
  for (const person of [officer, officeLead, first.expert])
    expect((await person.get("/api/v1/law/instruments")).status).toBe(403);
  expect(await officer.send("law.reject", { instrumentId: LAW, version: 1, note: "试试" })).toMatchObject({
    status: "refused",
  });
});

test("a file is shown with every article counted before anything is saved; a wrong one is refused with its line", async () => {
  const wrong = await upload("缺条.md", before.replace("第九条 ", "第十条 "));
  expect([wrong.status, wrong.json.problem.text]).toEqual([422, expect.stringContaining("前面缺第九条")]);
  const { json } = await upload("安全生产法(2021-06-10).md", before);
  expect(json).toMatchObject({
    title: "中华人民共和国安全生产法",
    counts: { articles: 119 },
    placement: "attach",
    placementVersion: 1,
    waits: false,
  });
  expect((await editor.get(`/api/v1/law/instruments/${LAW}`)).json.versions[0].articleCount).toBe(0);
});

test("the text of the known version joins its summaries", async () => {
  const { saved } = await take("安全生产法(2021-06-10).md", before);
  expect(saved).toEqual({ instrumentId: LAW, version: 1, state: "released", changed: true });
  const { json } = await editor.get(`/api/v1/law/instruments/${LAW}/versions/1`);
  expect(json).toMatchObject({ articleCount: 119, effectiveFrom: "2021-09-01", passedOn: "2021-06-10" });
  expect(json.source).toMatch(/；条文：公报（演示）$/);
  expect(json.clauseList.find((one: { article: string }) => one.article === "4").words).toBe(wordsOfArticle(4));
  await editor.act("law.checkText", { instrumentId: LAW, version: 1, note: "与公报逐条对照" });
});

let comparison: Comparison;

test("a revision waits, and is compared article by article", async () => {
  const { preview, saved } = await take("安全生产法(2026-04-10).md", after);
  expect(preview).toMatchObject({ placement: "new", waits: true, passedOn: "2026-04-10", effectiveFrom: "2026-05-01" });
  expect(saved).toEqual({ instrumentId: LAW, version: 2, state: "pending", changed: true });
  expect((await libraryOnDay()).instruments.get(LAW)?.versions.map((one) => one.version)).toEqual([1]);
  comparison = (await editor.get(`/api/v1/law/instruments/${LAW}/versions/2/comparison`)).json;
  expect(comparison.toLater).toBeNull();
  const rows = new Map(comparison.fromEarlier?.rows.map((row) => [row.from, row]));
  expect(rows.get("1")).toMatchObject({ to: "1", change: "same" });
  expect(rows.get("4")).toMatchObject({ to: "5", change: "changed", cited: true });
  expect(rows.get("100")).toMatchObject({ to: null, change: "dropped" });
  expect(rows.get("36")).toMatchObject({ to: "37", change: "same" });
  expect(comparison.fromEarlier?.added).toEqual(["2"]);
});

test("it is released only with an answer for every article", async () => {
  const pair = comparison.fromEarlier;
  const moves = (pair?.rows ?? []).map(({ from, to }) => ({ from, to }));
  const release = (own: object) =>
    editor.send("law.release", {
      instrumentId: LAW,
      version: 2,
      effectiveFrom: "2026-05-01",
      docNumber: "主席令第99号",
      ...own,
    });
  expect((await release({})).problem?.code).toBe("law.neighbours_changed");
  const short = { version: 1, moves: moves.slice(1) };
  expect((await release({ fromEarlier: short })).problem?.code).toBe("law.move_missing");
  const twice = { version: 1, moves: moves.map((move) => (move.from === "2" ? { ...move, to: "1" } : move)) };
  expect((await release({ fromEarlier: twice })).problem?.code).toBe("law.move_twice");
  expect(await release({ fromEarlier: { version: 1, moves } })).toMatchObject({ status: "accepted" });
});

test("the catalogue follows the clause to its new number from the first day on, and every day has a clause", async () => {
  const library = await libraryOnDay();
  const days = { from: "2026-04-25", to: "2026-05-10" };
  for (const code of library.items.keys())
    expect([code, daysOnBasis(library, code, "none", days, "330109")]).toEqual([code, []]);
  const clause = async (day: string) => {
    const { citationsFor } = await import("#domain/law/citations.ts");
    return citationsFor(library, "JC-03-01", day).find((one) => one.instrumentId === LAW && one.role === "direct");
  };
  const [old, fresh] = [await clause("2026-04-30"), await clause("2026-05-01")];
  expect(old).toMatchObject({ state: "inForce", version: 1 });
  expect(fresh).toMatchObject({ state: "inForce", version: 2 });
  // The summary of changed words has to be compared again before it stands without its mark.
  const changed = library.instruments.get(LAW)?.versions[1]?.articles.get("5");
  expect(changed).toMatchObject({ verified: false });
});

test("what the change touches is listed: items for the editor, open hazards for the office; each is settled with a note", async () => {
  const { office, officer, officeLead } = subdistrict;
  await office.runJobs();
  const items = (await editor.get("/api/v1/law-reviews")).json;
  expect(items.counts.open).toBeGreaterThan(10);
  expect(items.rows.every((row: { subjectKind: string }) => row.subjectKind === "item")).toBe(true);
  const hazards = (await officer.get("/api/v1/law-reviews")).json;
  expect(hazards.rows.length).toBeGreaterThan(0);
  const [review] = hazards.rows;
  expect(review).toMatchObject({
    subjectKind: "hazard",
    title: "中华人民共和国安全生产法",
    effectiveFrom: "2026-05-01",
    state: "open",
  });
  await officer.act("lawReview.settle", { reviewIds: [review.id], note: "整改意见不变" });
  expect((await officeLead.send("lawReview.settle", { reviewIds: [review.id], note: "再办一次" })).problem?.code).toBe(
    "law.review_settled",
  );
  expect((await editor.send("lawReview.settle", { reviewIds: [review.id], note: "别处的" })).problem?.code).toBe(
    "law.review_not_found",
  );
  await editor.act("lawReview.settle", { reviewIds: [items.rows[0].id, items.rows[1].id], note: "目录不用改" });
  expect((await editor.get("/api/v1/law-reviews")).json.counts).toEqual({ open: items.counts.open - 2, settled: 2 });
  const settled = (await officer.get("/api/v1/law-reviews?state=settled")).json;
  expect(settled.rows).toMatchObject([{ note: "整改意见不变", settledByName: officer.name }]);
});

test("running the job again opens nothing twice", async () => {
  const { reviewLawChange } = await import("#server/jobs/review-law-change.ts");
  const before = (await editor.get("/api/v1/law-reviews")).json.counts;
  await reviewLawChange(subdistrict.office.instance.services, `${LAW} 2`);
  expect((await editor.get("/api/v1/law-reviews")).json.counts).toEqual(before);
});

test("what was cited before stays word for word", async () => {
  expect(await citations()).toEqual(pinned);
});

test("a hazard found under the new version cites it by its own numbers", async () => {
  subdistrict.office.clock.moveTo("2026-05-06T01:00:00.000Z");
  // A process keeps a tenant's rules, the law among them, for ten seconds.
  await sleep(10_500);
  const { hazardIds } = await inspect(subdistrict, subdistrict.second, 1);
  const { json } = await subdistrict.officer.get(`/api/v1/hazards/${hazardIds[0]}`);
  const fresh = json.citations.find((one: { title: string }) => one.title.endsWith(LAW));
  // 第四十二条第二款 became 第四十三条第二款, and its words changed: not verified until somebody compares again.
  expect(fresh).toMatchObject({ article: "43第2款", role: "direct", state: "inForce", verified: false });
  expect(await pinnedVersions(hazardIds[0])).toEqual([{ version: 2, docNumber: "主席令第99号" }]);
  expect(await pinnedVersions(visited.hazardIds[0])).toEqual([{ version: 1, docNumber: "主席令第88号（2021修正）" }]);
  expect(pinned).toContainEqual(expect.objectContaining({ article: "42第2款", verified: true }));
});

test("a visit made before the new version and sent after it cites the law of its own day", async () => {
  const { office, officer, first } = subdistrict;
  const made = "2026-04-29T02:00:00.000Z";
  expect(office.clock.now().slice(0, 10)).toBe("2026-05-06");
  const [visitId, hazardId] = [newId(), newId()];
  const options = { visit: visitId, occurredAt: made };
  const start = { siteId: first.siteId, taskIds: [], taskCode: "2026-1-0001-L1", kind: "inspection" };
  await first.expert.act("visit.start", { visitId, ...start, arrived: { at: made } }, options);
  const hazard = hazardArgs(visitId, hazardId, 1, [photoArgs(made).args]);
  await first.expert.act("hazard.record", hazard, options);
  expect(await pinnedVersions(hazardId)).toEqual([{ version: 1, docNumber: "主席令第88号（2021修正）" }]);
  const { json } = await officer.get(`/api/v1/hazards/${hazardId}`);
  expect(json.citations).toContainEqual(
    expect.objectContaining({ article: "42第2款", role: "direct", state: "inForce" }),
  );
});

test("an earlier version takes its place in time, and a wrong import is sent back", async () => {
  const old = `${LAW_HEAD}${lawArticle(1, wordsOfArticle(1))}${lawArticle(2, "本法自2002年11月1日起施行。")}`;
  const { saved } = await take("安全生产法(2002-06-29).md", old);
  expect(saved).toMatchObject({ version: 3, state: "pending" });
  const early: Comparison = (await editor.get(`/api/v1/law/instruments/${LAW}/versions/3/comparison`)).json;
  expect([early.fromEarlier, early.toLater?.later]).toEqual([null, 1]);
  const versions = (await editor.get(`/api/v1/law/instruments/${LAW}`)).json.versions;
  expect(versions.map((one: { version: number }) => one.version)).toEqual([2, 1, 3]);
  await editor.act("law.reject", { instrumentId: LAW, version: 3, note: "节选，不是全文" });
  const again = await upload("安全生产法(2002-06-29).md", old);
  expect(again.json.placement).toBe("rejected");
});

test("a guess of place or kind is corrected; a tenant elsewhere then no longer cites the law", async () => {
  expect(
    (await editor.send("law.classify", { instrumentId: "没有的", kind: "law", divisionCode: "000000" })).problem?.code,
  ).toBe("law.instrument_not_found");
  await editor.act("law.classify", { instrumentId: "浙江省消防条例", kind: "rule", divisionCode: "320200" });
  const library = await libraryOnDay();
  expect(library.instruments.get("浙江省消防条例")).toMatchObject({ kind: "rule", divisionCode: "320200" });
  const { citationsFor } = await import("#domain/law/citations.ts");
  const cited = citationsFor(library, "JC-03-04", "2026-05-06", "330109").map((one) => one.instrumentId);
  expect(cited).not.toContain("浙江省消防条例");
});

test("the journal accounts for all of it", async () => {
  const { database, dataDir } = subdistrict.office.instance.services;
  for (const tenant of [platformTenantId, subdistrict.office.tenantId]) {
    const verdict = await checkTenant(database, dataDir, tenant, true);
    expect(verdict).toMatchObject({ chain: { holds: true }, differences: [] });
  }
});
