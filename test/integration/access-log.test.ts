// Reading an enterprise's file leaves a line: who, which, when; one a person, enterprise and day. The office's lead reads them.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "./setup/people.ts";
import { openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
});
afterAll(() => subdistrict.close());

const read = (person: Person, enterpriseId: string) => person.get(`/api/v1/enterprises/${enterpriseId}`);
const readings = async (query = "") => (await subdistrict.officeLead.get(`/api/v1/access-log${query}`)).json;

test("each reader leaves one line a day, whatever the scope he reads in", async () => {
  const { first, officer, office } = subdistrict;
  for (const person of [officer, first.expert, first.communityOfficer, officer, first.expert])
    expect((await read(person, first.enterpriseId)).status).toBe(200);
  const today = await readings();
  expect(today.total).toBe(3);
  expect(today.rows.map((row: { readerName: string }) => row.readerName).sort()).toEqual(
    [officer, first.expert, first.communityOfficer].map(({ name }) => name).sort(),
  );
  expect(today.rows.find((row: { readerName: string }) => row.readerName === first.expert.name)).toMatchObject({
    ...{ enterpriseId: first.enterpriseId, enterpriseName: first.name, readerRole: "expert", at: office.clock.now() },
    scopeName: expect.any(String),
  });
  office.clock.moveTo("2026-04-14T02:00:00.000Z");
  await read(officer, first.enterpriseId);
  expect((await readings()).total).toBe(4);
});

test("whoever finds no file leaves no line", async () => {
  const { first, second } = subdistrict;
  const { total } = await readings();
  expect((await read(second.expert, first.enterpriseId)).status).toBe(404);
  expect((await readings()).total).toBe(total);
});

test("the lines are found by enterprise and by name, and only lead and auditor see them", async () => {
  const { first, second, officer } = subdistrict;
  await read(officer, second.enterpriseId);
  expect((await readings(`?enterprise=${second.enterpriseId}`)).total).toBe(1);
  expect((await readings(`?text=${encodeURIComponent(first.expert.name)}`)).total).toBe(1);
  for (const person of [officer, first.agencyLead, first.communityOfficer])
    expect((await person.get("/api/v1/access-log")).status).toBe(403);
});
