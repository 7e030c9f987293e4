// The evidence holds without trusting us: what is tampered with is named.

import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { signHeads } from "#server/journal/sign-head.ts";
import { newId, openTestOffice, type Person, type TestOffice } from "./setup/people.ts";

let office: TestOffice;
let officer: Person;
let owner: pg.Client;

beforeAll(async () => {
  office = await openTestOffice();
  officer = await office.addPerson("officer", "陆科员（演示）");
  for (const name of ["甲村", "乙村", "丙村"])
    await officer.act("community.register", { communityId: newId(), name, kind: "village" });
  const { database, clock, dataDir } = office.instance.services;
  expect(await signHeads(database, clock, dataDir)).toBeGreaterThan(0);
  expect(await signHeads(database, clock, dataDir)).toBe(0);
  owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await office.close();
});

/** Tampers as the tables' owner, asks for the verdict, and puts everything back. */
async function verdictAfter(sql: string, undo: string) {
  const before = await owner.query("select * from journal_events where tenant_id = $1 order by seq", [office.tenantId]);
  await owner.query(sql);
  try {
    const { database, dataDir } = office.instance.services;
    return await checkTenant(database, dataDir, office.tenantId, true);
  } finally {
    await owner.query(undo);
    const missing = await owner.query("select seq from journal_events where tenant_id = $1", [office.tenantId]);
    const there = new Set(missing.rows.map((row) => row.seq));
    for (const row of before.rows.filter((one) => !there.has(one.seq)))
      await owner.query("insert into journal_events select * from json_populate_record(null::journal_events, $1)", [
        JSON.stringify({
          ...row,
          prev_hash: `\\x${row.prev_hash.toString("hex")}`,
          hash: `\\x${row.hash.toString("hex")}`,
          salt: `\\x${row.salt.toString("hex")}`,
        }),
      ]);
  }
}

beforeEach(async () => {
  const { database, dataDir } = office.instance.services;
  const verdict = await checkTenant(database, dataDir, office.tenantId, true);
  expect(verdict).toMatchObject({ chain: { holds: true }, differences: [] });
});

test("a changed byte in a payload", async () => {
  const verdict = await verdictAfter(
    "update journal_events set payload = replace(payload, '乙村', '丁村') where payload like '%乙村%'",
    "update journal_events set payload = replace(payload, '丁村', '乙村') where payload like '%丁村%'",
  );
  expect(verdict.chain).toMatchObject({ holds: false, reason: expect.stringContaining("payload was changed") });
});

test("a dropped middle event", async () => {
  const verdict = await verdictAfter(
    `delete from journal_events where tenant_id = '${office.tenantId}' and seq = 2`,
    "select 1",
  );
  expect(verdict.chain).toMatchObject({ holds: false, seq: 2, reason: expect.stringContaining("missing") });
});

test("a dropped last event is seen against the signed head", async () => {
  const verdict = await verdictAfter(
    `delete from journal_events where tenant_id = '${office.tenantId}' and seq = (select max(seq) from journal_events where tenant_id = '${office.tenantId}')`,
    "select 1",
  );
  expect(verdict.chain).toMatchObject({ holds: false, reason: expect.stringContaining("tail is missing") });
});

test("a signed head in the table that was made again by another key", async () => {
  const verdict = await verdictAfter("update signed_heads set signature = encode(sha256('x'), 'base64')", "select 1");
  await owner.query("delete from signed_heads");
  const { database, clock, dataDir } = office.instance.services;
  await signHeads(database, clock, dataDir);
  expect(verdict.chain).toMatchObject({ holds: false, reason: expect.stringContaining("signature") });
});

test("an edited table row", async () => {
  const verdict = await verdictAfter(
    "update communities set name = '改过的村' where name = '丙村'",
    "update communities set name = '丙村' where name = '改过的村'",
  );
  expect(verdict.chain.holds).toBe(true);
  expect(verdict.differences.join()).toMatch(/communities .*name is "改过的村", the journal says "丙村"/);
});

test("an added table row nobody decided", async () => {
  const id = newId();
  const verdict = await verdictAfter(
    `insert into communities values ('${office.tenantId}', '${id}', '多出来的村', 'village')`,
    `delete from communities where id = '${id}'`,
  );
  expect(verdict.differences.join()).toMatch(/in the table, not in the journal/);
});

test("every table is on the journaled or on the exempt list", async () => {
  const { entities, unjournaled } = await import("#domain/kernel/entities.ts");
  const { camel } = await import("#server/db/naming.ts");
  const { rows } = await owner.query(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'schema_migrations'",
  );
  const listed = new Set<string>([...entities, ...unjournaled]);
  expect(rows.map((row) => camel(row.relname)).filter((name) => !listed.has(name))).toEqual([]);
});

test("every security-definer function is one of the four that look across tenants", async () => {
  const { rows } = await owner.query(
    "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1",
  );
  expect(rows.map((row) => row.proname)).toEqual([
    "document_by_proof",
    "link_by_hash",
    "memberships_of",
    "tenants_with_work",
  ]);
});

test("every tenant table has row security, and unset means nothing is visible", async () => {
  const { rows } = await owner.query(
    `select c.relname, c.relrowsecurity from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'sessions'`,
  );
  expect(rows.filter((row) => !row.relrowsecurity).map((row) => row.relname)).toEqual([]);
  const app = new pg.Client({ connectionString: office.appUrl });
  await app.connect();
  try {
    for (const { relname } of rows) {
      const { rows: seen } = await app.query(`select count(*)::int as n from ${relname}`);
      expect([relname, seen[0].n]).toEqual([relname, 0]);
    }
  } finally {
    await app.end();
  }
});
