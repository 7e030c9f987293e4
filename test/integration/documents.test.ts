// Documents: seen through their walls, released by other hands once nothing is missing, opened as the PDF that was filed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import type { Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: Visited;
let reportId: string;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  visited = await inspect(subdistrict, subdistrict.first, 2);
  await inspect(subdistrict, subdistrict.second, 1);
  await subdistrict.office.runJobs();
  const { json } = await subdistrict.first.reviewer.get("/api/v1/documents?kind=inspectionReport");
  reportId = json.rows[0].id;
});
afterAll(() => subdistrict.close());

const numbersOf = async (person: Person) => (await person.get("/api/v1/documents")).json.total;
const pageOf = async (person: Person, id: string) => (await person.get(`/api/v1/documents/${id}`)).json;

test("the office sees both agencies' documents, each agency its own, the community no drafts", async () => {
  const { officer, first, second } = subdistrict;
  expect([await numbersOf(officer), await numbersOf(first.reviewer), await numbersOf(second.reviewer)]).toEqual([
    4, 2, 2,
  ]);
  expect(await numbersOf(first.communityOfficer)).toBe(1);
  expect((await second.reviewer.get(`/api/v1/documents/${reportId}`)).status).toBe(404);
});

test("a report says what it lacks, and whose turn it is", async () => {
  const { first, officer } = subdistrict;
  const forReviewer = await pageOf(first.reviewer, reportId);
  expect(forReviewer.acts).toEqual(["report.review"]);
  expect(forReviewer.missing.map((line: { code: string }) => line.code)).toEqual(["photoAwaited", "photoAwaited"]);
  const forLead = await pageOf(first.agencyLead, reportId);
  expect(forLead.acts).toEqual(["document.void"]);
  expect(forLead.waitsFor).toContain("还没审核");
  expect((await pageOf(officer, reportId)).acts).toEqual([]);
  await first.reviewer.act("report.review", { documentId: reportId });
  expect((await pageOf(first.agencyLead, reportId)).acts).toEqual(["report.release", "document.void"]);
});

test("the on-site record opens as PDF for those who see it, and the reading is noted", async () => {
  const { officer, first, second, office } = subdistrict;
  const pdf = await officer.get(`/api/v1/documents/${visited.documentId}/pdf`);
  expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, "%PDF-"]);
  expect((await first.communityOfficer.get(`/api/v1/documents/${visited.documentId}/pdf`)).status).toBe(200);
  expect((await second.agencyLead.get(`/api/v1/documents/${visited.documentId}/pdf`)).status).toBe(404);
  const notes = await asActor(office.instance.services.database, office.tenantId, systemActor("test"), ({ db }) =>
    db.selectFrom("accessLog").select(["actor", "subject"]).where("act", "=", "document.pdf").execute(),
  );
  expect(notes.map((note) => note.subject)).toEqual(Array(2).fill(`documents:${visited.documentId}`));
});

test("what is not printed yet says so in a sentence", async () => {
  const answer = await subdistrict.first.agencyLead.get(`/api/v1/documents/${reportId}/pdf`);
  expect([answer.status, answer.json.problem.code]).toEqual([404, "document.not_printed"]);
  expect(answer.json.problem.text).toContain("还没制成PDF");
});
