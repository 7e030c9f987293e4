// `submit`: one visit (12 commands with 8 hazards, 16 photo slots and signatures) in one request over HTTP, durable, by 8
// clients, against the ceiling that writes the same rows. Once with the clients on 8 tenants, once with all on one.
import assert from "node:assert/strict";
import { join } from "node:path";
import pg from "pg";
import { movableClock } from "#server/clock.ts";
import { readLockFile } from "#server/db/embedded/lock-file.ts";
import { openInstance } from "#server/instance.ts";
import { type BenchDatabase, type DatabaseUrls, openBenchDatabase, refreshStatistics } from "./bench-database.ts";
import { type BenchTenant, makeTenant } from "./bench-subdistricts.ts";
import { cpuTimeOf } from "./cpu-time.ts";
import { type HttpClients, openHttpClients } from "./http-clients.ts";
import { say } from "./machine-facts.ts";
import { median, short, timed } from "./median.ts";
import { startServerProcess } from "./server-process.ts";
import { type Ceiling, openCeiling } from "./submit-ceiling.ts";
import { CHANGED_TABLE, FILLED_TABLES, JOURNAL_TABLE, readVisitRows, tableDigests } from "./visit-rows.ts";
import { openSupply, type PreparedVisit } from "./visit-supply.ts";
import type { VisitPlan } from "./visit-texts.ts";

const CLIENTS = 8;
const VISITS_EACH = 10;
const WARM_UPS = 4;
const ROUNDS = 10;
const SET_UP_AT = "2026-04-13T00:30:00.000Z";
const VISITS_AT = "2026-04-13T01:00:00.000Z";

/** What every client sends in one round. */
type Round = readonly (readonly PreparedVisit[])[];

interface Times {
  readonly ours: number;
  readonly ceiling: number;
  /** Which ceiling it was. */
  readonly pipelined: boolean;
  /** Processor time of the database for both, and of our server. */
  readonly cpu: { readonly oursDatabase: number; readonly server: number; readonly ceilingDatabase: number };
}

interface Sides {
  readonly serverPid: number;
  readonly databasePid: number;
  readonly clients: HttpClients;
  /** One that waits for each statement and one that does not; they take turns, round by round. */
  readonly ceilings: readonly [Ceiling, Ceiling];
  readonly product: pg.Client;
  /** The ceiling's database, as its owner. */
  readonly copy: pg.Client;
}

export async function run(args: readonly string[]): Promise<object> {
  const kind = args[0] === "inspection" ? "inspection" : "reinspection";
  const database = await openBenchDatabase();
  try {
    say("making 8 subdistricts …");
    const { eight, one, commands } = await prepare(database, kind);
    const other = await database.copy("ceiling");
    return { commands, ...(await measure(database, other, eight, one)) };
  } finally {
    await database.close();
  }
}

/** Makes the tenants and every request of every round before anything is measured. */
async function prepare(database: BenchDatabase, kind: VisitPlan["kind"]) {
  const instance = await openInstance({
    dataDir: database.folder,
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    publicUrl: "http://127.0.0.1",
    clock: movableClock(SET_UP_AT),
  });
  const rounds = WARM_UPS + ROUNDS;
  const each = rounds * VISITS_EACH;
  const tenants: BenchTenant[] = [];
  for (let no = 0; no < CLIENTS; no += 1) {
    const size = no === 0 ? { enterprises: each * (CLIENTS + 1), experts: CLIENTS } : { enterprises: each, experts: 1 };
    tenants.push(await makeTenant(instance.services, no, { ...size, communities: 5 }));
  }
  const supplies = await Promise.all(tenants.map((tenant) => openSupply(instance.services, tenant, kind)));
  const visitsOf = (tenant: number, expert: number) =>
    Array.from({ length: VISITS_EACH }, () => {
      const person = tenants[tenant]?.experts[expert];
      const visit = person && supplies[tenant]?.take(person, VISITS_AT);
      if (!visit) throw new Error("no such expert");
      return visit;
    });
  const byClient = (make: (client: number) => PreparedVisit[]): Round =>
    Array.from({ length: CLIENTS }, (_, n) => make(n));
  const eight = Array.from({ length: rounds }, () => byClient((client) => visitsOf(client, 0)));
  const one = Array.from({ length: rounds }, () => byClient((client) => visitsOf(0, client)));
  const commands = eight[0]?.[0]?.[0]?.texts.length ?? 0;
  await instance.close();
  return { eight, one, commands };
}

async function measure(database: BenchDatabase, ceiling: DatabaseUrls, eight: readonly Round[], one: readonly Round[]) {
  const flags = process.env.BENCH_FLAGS?.split(" ");
  const server = await startServerProcess({
    ...{ dataDir: database.folder, databaseUrl: database.appUrl, startsAt: VISITS_AT, works: false },
    flags,
  });
  const product = new pg.Client({ connectionString: database.ownerUrl });
  const copy = new pg.Client({ connectionString: ceiling.ownerUrl });
  await Promise.all([product.connect(), copy.connect()]);
  const databasePid = (await readLockFile(join(database.folder, "cluster")))?.pid ?? 0;
  const serverPid = server.child.pid ?? 0;
  const both = {
    serverPid,
    databasePid,
    clients: openHttpClients(server.address),
    ceilings: [openCeiling(ceiling.appUrl, CLIENTS, false), openCeiling(ceiling.appUrl, CLIENTS, true)] as const,
    product,
    copy,
  };
  const eightTimes: Times[] = [];
  const oneTimes: Times[] = [];
  for (const [index, round] of eight.entries()) {
    if (index === WARM_UPS)
      await Promise.all([refreshStatistics(database.ownerUrl), refreshStatistics(ceiling.ownerUrl)]);
    eightTimes.push(await runRound(both, round, index % 2));
    oneTimes.push(await runRound(both, one[index] ?? [], index % 2));
    say(`round ${index + 1} of ${eight.length}`);
  }
  assert.deepEqual(await tableDigests(copy), await tableDigests(product), "both sides hold the same rows");
  both.clients.close();
  await Promise.all([...both.ceilings.map((one) => one.close()), product.end(), copy.end(), server.stop()]);
  return figures(eightTimes.slice(WARM_UPS), oneTimes.slice(WARM_UPS));
}

/** The same visits on both sides, one after the other; the rows of ours are what the ceiling writes. */
async function runRound(
  { clients, ceilings, product, copy, ...pids }: Sides,
  round: Round,
  turn: number,
): Promise<Times> {
  let failed: string | undefined;
  const before = await cpuNow(pids);
  const ours = await timed(async () => {
    const answers = await clients.sendAll(round);
    failed = answers
      .flat()
      .find(({ status, text }) => status !== 200 || /refused|conflict|notFound|stopped/.test(text))?.text;
  });
  if (failed) throw new Error(`a visit was not accepted: ${failed}`);
  const between = await cpuNow(pids);
  const rows = await readVisitRows(product, copy, round.flat());
  const perClient = round.map((_, client) => rows.slice(client * VISITS_EACH, (client + 1) * VISITS_EACH));
  const beforeCeiling = await cpuNow(pids);
  const theirs = await timed(() =>
    Promise.all(
      perClient.map(async (visits) => {
        for (const visit of visits) await ceilings[turn]?.write(visit);
      }),
    ),
  );
  const after = await cpuNow(pids);
  const cpu = {
    oursDatabase: between.database - before.database,
    server: between.server - before.server,
    ceilingDatabase: after.database - beforeCeiling.database,
  };
  return { ours, ceiling: theirs, pipelined: turn === 1, cpu };
}

async function cpuNow({ serverPid, databasePid }: Pick<Sides, "serverPid" | "databasePid">) {
  const [server, database] = await Promise.all([cpuTimeOf(serverPid), cpuTimeOf(databasePid)]);
  return { server: server ?? Number.NaN, database: database ?? Number.NaN };
}

function figures(eight: readonly Times[], one: readonly Times[]) {
  const visits = CLIENTS * VISITS_EACH;
  const cpu = (of: keyof Times["cpu"]) => short(median(eight.map((times) => times.cpu[of])) / visits, 3);
  const [plain, plainOne] = [sides(eight, false), sides(one, false)];
  const [pipelined, pipelinedOne] = [sides(eight, true), sides(one, true)];
  return {
    ratio: plain.ratio,
    ratioOneTenant: plainOne.ratio,
    wanted: { ratio: 0.5, ratioOneTenant: 0.3 },
    unit: "visits a second",
    ours: { eightTenants: plain.ours, oneTenant: plainOne.ours },
    ceiling: { eightTenants: plain.ceiling, oneTenant: plainOne.ceiling },
    ceilingSentInOneGo: {
      ...{ ratio: pipelined.ratio, ratioOneTenant: pipelinedOne.ratio },
      ...{ eightTenants: pipelined.ceiling, oneTenant: pipelinedOne.ceiling },
    },
    cpuMillisecondsAVisit: {
      server: cpu("server"),
      database: cpu("oursDatabase"),
      ceilingDatabase: cpu("ceilingDatabase"),
    },
    clients: CLIENTS,
    visitsARound: visits,
    rounds: eight.length,
    tables: [...FILLED_TABLES.map(({ table }) => table), CHANGED_TABLE, JOURNAL_TABLE],
    onlyOurs: [
      "journal_heads is locked and moved",
      "two jobs a visit",
      "sessions, memberships and rows are read",
      "HTTP",
      "rules",
    ],
  };
}

function sides(all: readonly Times[], pipelined: boolean) {
  const times = all.filter((one) => one.pipelined === pipelined);
  const rate = (milliseconds: readonly number[]) => short((CLIENTS * VISITS_EACH * 1000) / median(milliseconds), 3);
  return {
    ratio: short(median(times.map(({ ours, ceiling }) => ceiling / ours)), 3),
    ours: rate(times.map(({ ours }) => ours)),
    ceiling: rate(times.map(({ ceiling }) => ceiling)),
  };
}
