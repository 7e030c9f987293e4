// `nightly`: the deadline work of one night for 100,000 enterprises with 400,000 open hazards in ten subdistricts, against one
// statement of the tables' owner that reads the same rows and inserts the same reminder rows. Proposing referrals, which the
// statement does not do, is part of ours. Each run starts on a copy of its own; a second run of the night writes nothing.
import assert from "node:assert/strict";
import pg from "pg";
import { movableClock } from "#server/clock.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { type Instance, openInstance } from "#server/instance.ts";
import { runDeadlines } from "#server/jobs/nightly-deadlines.ts";
import { type BenchDatabase, type DatabaseUrls, openBenchDatabase } from "./bench-database.ts";
import { makeTenant, SERVICE_YEAR } from "./bench-subdistricts.ts";
import { say } from "./machine-facts.ts";
import { median, short, timed } from "./median.ts";
import { writeOpenHazards } from "./open-hazards.ts";

const TENANTS = 10;
const ENTERPRISES_EACH = 10_000;
const HAZARDS_EACH = 4;
const ROUNDS = 3;
const DAY = `${SERVICE_YEAR}-11-23`;
const AT_MOST = 3;

/** The rules as they stand before anyone changes them, written out by hand. */
const BY_HAND = `
insert into reminders (tenant_id, hazard_id, holder, due_on, told, after_days, day, enterprise_id, agency_id, made_by_agency_id, community_id)
select h.tenant_id, h.id, h.holder, d.due_on, s.told, s.after_days, $1::date, h.enterprise_id, h.agency_id, h.made_by_agency_id, h.community_id
from hazards h
cross join lateral (select case h.holder when 'enterprise' then h.rectification_due when 'agency' then h.reinspection_due end as due_on) d
join (values ('enterprise', 'enterprise', -3, -1), ('enterprise', 'enterprise', 0, 0), ('enterprise', 'enterprise', 1, 9999),
  ('enterprise', 'community', 3, 9999), ('enterprise', 'office', 7, 9999), ('agency', 'agency', -2, -1), ('agency', 'agency', 0, 0),
  ('agency', 'agency', 1, 9999), ('agency', 'office', 3, 9999)) as s(holder, told, after_days, last_days)
  on s.holder = h.holder and $1::date - d.due_on between s.after_days and s.last_days
where h.status not in ('closed', 'voided') and (s.told <> 'community' or h.community_id is not null)`;

const WRITTEN = `select count(*)::integer as rows, md5(string_agg(r, '' order by r)) as digest
  from (select concat_ws('/', tenant_id, hazard_id, holder, due_on, told, after_days, day, enterprise_id, community_id) as r from reminders) x`;

export async function run(): Promise<object> {
  const database = await openBenchDatabase();
  try {
    say(
      `making ${TENANTS} subdistricts with ${(TENANTS * ENTERPRISES_EACH * HAZARDS_EACH).toLocaleString()} open hazards …`,
    );
    const tenants = await prepare(database);
    const rounds = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const byHand = await handRound(await database.copy(`hand${round}`));
      const ours = await ourRound(database, await database.copy(`ours${round}`), tenants);
      assert.deepEqual(ours.written, byHand.written, "the same reminder rows");
      say(`round ${round}: ${short(ours.ms)} ms against ${short(byHand.ms)} ms`);
      rounds.push({ ...ours, byHandMs: byHand.ms });
    }
    return figures(rounds);
  } finally {
    await database.close();
  }
}

async function prepare(database: BenchDatabase): Promise<readonly string[]> {
  const instance = await open(database, database);
  const tenants: string[] = [];
  const size = { enterprises: 1, experts: 1, communities: 1, planned: false };
  for (let no = 1; no <= TENANTS; no += 1) tenants.push((await makeTenant(instance.services, no, size)).tenantId);
  await instance.close();
  await asOwner(database, async (owner) => {
    for (const tenantId of tenants)
      await writeOpenHazards(owner, { tenantId, enterprises: ENTERPRISES_EACH, hazardsEach: HAZARDS_EACH, day: DAY });
    await owner.query("vacuum analyze");
    await owner.query("checkpoint");
  });
  return tenants;
}

async function handRound(urls: DatabaseUrls) {
  return asOwner(urls, async (owner) => {
    await owner.query("select count(*) from hazards");
    const ms = await timed(() => owner.query(BY_HAND, [DAY]));
    return { ms, written: await writtenBy(owner) };
  });
}

async function ourRound(database: BenchDatabase, urls: DatabaseUrls, tenants: readonly string[]) {
  const instance = await open(database, urls);
  const work = { reminders: 0, proposed: 0 };
  const night = async () => {
    for (const tenantId of tenants) {
      const done = await runDeadlines(instance.services, tenantId, DAY);
      work.reminders += done.reminders;
      work.proposed += done.proposed;
    }
  };
  for (const tenantId of tenants) await readAll(instance, tenantId);
  const ms = await timed(night);
  const { written, events } = await asOwner(urls, async (owner) => ({
    written: await writtenBy(owner),
    events: await eventsOf(owner),
  }));
  const first = { ...work };
  const secondMs = await timed(night);
  assert.deepEqual(work, first, "the second run finds nothing to do");
  await asOwner(urls, async (owner) => {
    assert.deepEqual(await writtenBy(owner), written, "the second run writes no reminder");
    assert.equal(await eventsOf(owner), events, "the second run writes no event");
  });
  await instance.close();
  return { ms, secondMs, ...first, written };
}

/** Both sides begin with the hazards in memory. */
function readAll({ services: { database } }: Instance, tenantId: string): Promise<unknown> {
  return asActor(database, tenantId, systemActor("bench"), ({ db }) =>
    db
      .selectFrom("hazards")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("tenantId", "=", tenantId)
      .execute(),
  );
}

function open(database: BenchDatabase, { appUrl, ownerUrl }: DatabaseUrls): Promise<Instance> {
  return openInstance({
    dataDir: database.folder,
    databaseUrl: appUrl,
    ownerUrl,
    publicUrl: "http://127.0.0.1",
    clock: movableClock(`${DAY}T01:00:00.000Z`),
  });
}

async function asOwner<T>({ ownerUrl }: DatabaseUrls, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function writtenBy(owner: pg.Client) {
  const { rows } = await owner.query<{ rows: number; digest: string }>(WRITTEN);
  return rows[0];
}

async function eventsOf(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>("select count(*)::integer as n from journal_events");
  return rows[0]?.n ?? 0;
}

interface Round {
  readonly ms: number;
  readonly byHandMs: number;
  readonly secondMs: number;
  readonly reminders: number;
  readonly proposed: number;
}

function figures(rounds: readonly Round[]) {
  const ratios = rounds.map(({ ms, byHandMs }) => ms / byHandMs);
  return {
    ratio: short(median(ratios), 3),
    wanted: { ratioAtMost: AT_MOST },
    all: ratios.map((ratio) => short(ratio, 3)),
    unit: "milliseconds",
    ours: short(median(rounds.map(({ ms }) => ms))),
    byHand: short(median(rounds.map(({ byHandMs }) => byHandMs))),
    secondRun: { milliseconds: short(median(rounds.map(({ secondMs }) => secondMs))), rowsWritten: 0 },
    enterprises: TENANTS * ENTERPRISES_EACH,
    openHazards: TENANTS * ENTERPRISES_EACH * HAZARDS_EACH,
    reminders: rounds[0]?.reminders,
    referralsProposed: rounds[0]?.proposed,
  };
}
