// The hot readings find their rows by an index: 1,000 enterprises with a year of history, five more subdistricts beside them in
// the same tables, asked as the application role under row security.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "#domain/access/roles.ts";
import { UnitOfWork } from "#server/commands/unit-of-work.ts";
import { asActor, type Transaction } from "#server/db/transaction.ts";
import { readRegister } from "#server/queries/enterprises.ts";
import { readHazards } from "#server/queries/hazards.ts";
import { readOverview } from "#server/queries/overview.ts";
import { readWorkItems } from "#server/queries/work-items.ts";
import { readSnapshot } from "#server/sync/snapshot.ts";
import { type BenchTenant, makeTenant } from "../../bench/bench-subdistricts.ts";
import { writeYearOfHistory } from "../../bench/year-of-history.ts";
import { openTestOffice, type TestOffice } from "./setup/people.ts";

const DAY = "2027-03-20";
const NEIGHBOURS = 5;
/** Tables that grow with every visit: whoever reads one of them from end to end reads every subdistrict's. */
const GROWING = [
  ...["visits", "tasks", "visit_tasks", "hazards", "hazard_citations", "hazard_acts", "photo_slots", "documents"],
  "supervisions",
];

let office: TestOffice;
let tenant: BenchTenant;

beforeAll(async () => {
  office = await openTestOffice("2026-04-01T01:00:00.000Z");
  tenant = await makeTenant(office.instance.services, 50, {
    enterprises: 1000,
    experts: 12,
    communities: 20,
    planned: false,
  });
  const owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
  const { tenantId, schemeId, agencyId, experts, officer } = tenant;
  const expertIds = experts.map((expert) => expert.membershipId);
  await writeYearOfHistory(owner, {
    tenantId,
    schemeId,
    agencyId,
    expertIds,
    officerId: officer.membershipId,
    day: DAY,
  });
  for (let no = 1; no <= NEIGHBOURS; no += 1) await addNeighbour(owner, tenantId, no);
  await owner.query("analyze");
  await owner.end();
}, 240_000);
afterAll(() => office.close());

/** The same rows once more under another tenant. */
async function addNeighbour(owner: pg.Client, tenantId: string, no: number): Promise<void> {
  const neighbour = `00000000-0000-7000-8000-0000000001${String(no).padStart(2, "0")}`;
  for (const table of [
    "schemes",
    "communities",
    "enterprises",
    "sites",
    "scope_decisions",
    "standardizations",
    ...GROWING,
  ]) {
    const { rows } = await owner.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
       where table_name = $1 and table_schema = 'public' and column_name <> 'tenant_id'`,
      [table],
    );
    const columns = rows[0]?.columns ?? "";
    await owner.query(
      `insert into ${table} (tenant_id, ${columns}) select $1, ${columns} from ${table} where tenant_id = $2`,
      [neighbour, tenantId],
    );
  }
}

const officer = (): Actor => ({
  kind: "member",
  id: tenant.officer.membershipId,
  role: "officer",
  name: "",
  scopeId: null,
});
const expert = (): Actor => ({
  ...{ kind: "member", id: tenant.experts[0]?.membershipId ?? "", role: "expert", name: "", scopeId: tenant.agencyId },
});

const planSchema = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan: z.unknown() })) }));
const nodeSchema = z.object({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  Plans: z.array(z.unknown()).optional(),
});

/** The growing tables a reading would go through from end to end. */
async function readThrough(actor: Actor, reading: (tx: Transaction) => Promise<unknown>): Promise<string[]> {
  const { database } = office.instance.services;
  return asActor(database, tenant.tenantId, actor, async (tx) => {
    const asked = await statementsOf(tx, reading);
    expect(asked.length).toBeGreaterThan(0);
    const found = new Set<string>();
    for (const { text, values } of asked) {
      const { rows } = await tx.client.query(`explain (format json) ${text}`, values);
      for (const row of planSchema.parse(rows)) for (const { Plan } of row["QUERY PLAN"]) collect(Plan, found);
    }
    return [...found].sort();
  });
}

function collect(plan: unknown, found: Set<string>): void {
  const node = nodeSchema.parse(plan);
  const table = node["Relation Name"] ?? "";
  if (node["Node Type"] === "Seq Scan" && GROWING.includes(table)) found.add(table);
  for (const below of node.Plans ?? []) collect(below, found);
}

const askedSchema = z.union([
  z.tuple([z.string()]).transform(([text]) => ({ text, values: [] as unknown[] })),
  z.tuple([z.string(), z.array(z.unknown())]).transform(([text, values]) => ({ text, values })),
  z
    .tuple([z.object({ text: z.string(), values: z.array(z.unknown()) })])
    .transform(([{ text, values }]) => ({ text, values })),
]);

/** Every statement a reading sends, with its values. */
async function statementsOf({ client, ...tx }: Transaction, reading: (tx: Transaction) => Promise<unknown>) {
  const asked: z.output<typeof askedSchema>[] = [];
  const query = client.query;
  const listening = (...args: unknown[]) => {
    asked.push(askedSchema.parse(args));
    return Reflect.apply(query, client, args);
  };
  Object.defineProperty(client, "query", { value: listening, configurable: true });
  try {
    await reading({ client, ...tx });
  } finally {
    Reflect.deleteProperty(client, "query");
  }
  return asked.filter(({ text }) => /^\s*(select|with|\()/i.test(text));
}

test("the register's page", async () => {
  expect(
    await readThrough(officer(), (tx) => readRegister(tx, DAY, {}, { sort: "register", offset: 0, limit: 50 })),
  ).toEqual([]);
});

test("the list of hazards", async () => {
  const page = { sort: "due", offset: 0, limit: 50 } as const;
  expect(await readThrough(officer(), (tx) => readHazards(tx, DAY, { state: "open" }, page))).toEqual([]);
});

test("the work list", async () => {
  const page = { sort: "due", offset: 0, limit: 50 } as const;
  expect(await readThrough(officer(), (tx) => readWorkItems(tx, DAY, { view: "mine" }, page))).toEqual([]);
});

test("the overview", async () => {
  expect(await readThrough(officer(), (tx) => readOverview(tx, DAY, {}))).toEqual([]);
});

test("a phone's snapshot", async () => {
  expect(await readThrough(expert(), (tx) => readSnapshot(tx, DAY))).toEqual([]);
});

test("what a visit's commands load", async () => {
  const [enterpriseId = ""] = tenant.enterpriseIds;
  const needs = [
    {
      all: { entity: "hazards", where: { enterpriseId }, many: true },
      own: { entity: "hazardCitations", where: { enterpriseId }, many: true },
    },
    {
      tasks: { entity: "tasks", where: { enterpriseId }, many: true },
      visit: { entity: "visits", where: { id: enterpriseId }, many: false },
    },
    {
      photos: { entity: "photoSlots", where: { visitId: enterpriseId }, many: true },
      papers: { entity: "documents", where: { visitId: enterpriseId }, many: true },
    },
  ] as const;
  expect(await readThrough(expert(), (tx) => new UnitOfWork(tx.client, tx.tenantId).foresee(needs))).toEqual([]);
});

test("a reading from end to end is seen", async () => {
  const reading = async (tx: Transaction) => {
    await tx.client.query("set local enable_indexscan = off");
    await tx.client.query("set local enable_bitmapscan = off");
    await tx.client.query("set local enable_indexonlyscan = off");
    await readOverview(tx, DAY, {});
  };
  expect(await readThrough(officer(), reading)).toEqual(["hazards", "tasks", "visits"]);
});
