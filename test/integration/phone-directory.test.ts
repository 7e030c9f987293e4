// The directory on a phone: each agency's expert gets the names of the enterprises it serves, and nobody else's.
import { afterAll, beforeAll, expect, test } from "vitest";
import { getDirectory } from "#api/sync.ts";
import type { Person } from "./setup/people.ts";
import { openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
});
afterAll(() => subdistrict.close());

const directoryFor = async (person: Person, after = 0) =>
  getDirectory.response.parse((await person.get(`${getDirectory.path}?after=${after}`)).json);

test("two experts get different enterprises, each its own agency's, by name and address", async () => {
  const { first, second } = subdistrict;
  const [ours, theirs] = [await directoryFor(first.expert), await directoryFor(second.expert)];
  expect(ours.rows.map((row) => row.id)).toContain(first.enterpriseId);
  expect(theirs.rows.map((row) => row.id)).toContain(second.enterpriseId);
  const shared = ours.rows.filter((row) => theirs.rows.some((other) => other.id === row.id));
  expect(shared).toEqual([]);
  const [row] = ours.rows.filter((one) => one.id === first.enterpriseId);
  expect(row).toMatchObject({ siteId: first.siteId });
  expect(row?.name).not.toBe("");
  expect(row?.address).not.toBe("");
  expect(ours.next).toBeNull();
});

test("goes on after the last register number; telephone numbers stay where they are", async () => {
  const { first } = subdistrict;
  expect(await directoryFor(first.expert, 1_000_000)).toEqual({ rows: [], next: null });
  const text = JSON.stringify(await directoryFor(first.expert));
  expect(text).not.toMatch(/1[3-9]\d{9}/);
});
