// One enterprise on one page: its history in one order, and its access links issued again and taken back by the office.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getEnterpriseFile } from "#api/enterprises.ts";
import { newId, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: Visited;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  visited = await inspect(subdistrict, subdistrict.first, 4);
});
afterAll(() => subdistrict.close());

const fileFor = async (person: Person) =>
  getEnterpriseFile.response.parse((await person.get(`/api/v1/enterprises/${subdistrict.first.enterpriseId}`)).json);
const open = (secret: string) => subdistrict.office.app.inject({ method: "GET", url: `/l/${secret}` });

test("acts of one moment stand in the order of steps and numbers, the same every time", async () => {
  const { events, eventsTotal } = await fileFor(subdistrict.officer);
  expect(eventsTotal).toBe(events.length);
  expect(new Set(events.map((event) => event.at)).size).toBeLessThan(events.length);
  const keys = events.map(({ at, step, hazardNumber }) => `${at} ${step ?? 9} ${hazardNumber}`);
  expect(keys).toEqual(keys.toSorted().toReversed());
});

test("the office issues a link again and takes it back; the page says so, and others only look", async () => {
  const { officer, first } = subdistrict;
  const secret = "office-issued-again-aa";
  const secretHash = createHash("sha256").update(secret).digest("hex");
  const linkId = newId();
  await officer.act("accessLink.issue", { linkId, secretHash, visitId: visited.visitId });
  expect((await open(secret)).statusCode).toBe(200);
  const issued = (await fileFor(first.agencyLead)).links;
  expect(issued.map(({ state, passedOn }) => [state, passedOn])).toEqual([
    ["valid", false],
    ["valid", false],
  ]);
  expect(issued.find((link) => link.id === linkId)).toMatchObject({ validUntil: null, inspectedOn: "2026-04-13" });
  expect(JSON.stringify(issued)).not.toContain(secretHash);
  await officer.act("accessLink.revoke", { linkId, reason: "发错了人" });
  expect((await open(secret)).statusCode).toBe(410);
  const after = (await fileFor(first.communityOfficer)).links.find((link) => link.id === linkId);
  expect(after).toMatchObject({ state: "revoked", revokedReason: "发错了人" });
  const refused = await first.communityOfficer.send("accessLink.revoke", { linkId, reason: "试试" });
  expect(refused.problem?.code).toBe("command.not_yours");
});
