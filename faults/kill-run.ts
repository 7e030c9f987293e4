// One run of kills under load. Nothing acknowledged may be lost, nothing may be done twice, and in the end the chain must hold
// and the journal account for every row.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { movableClock } from "#server/clock.ts";
import { readLockFile } from "#server/db/embedded/lock-file.ts";
import { openInstance } from "#server/instance.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { makeTenant } from "../bench/bench-subdistricts.ts";
import { startKilledServer, VICTIMS, type Victim } from "./killed-server.ts";
import { type Sender, startClients } from "./sending-clients.ts";

const SET_UP_AT = "2026-04-13T00:30:00.000Z";
const LOAD_AT = "2026-04-13T01:00:00.000Z";
const CLIENTS = 8;
const COMES_BACK_WITHIN_MS = 60_000;
/** The server is killed at a random moment of this span after the clients are seen to be served. */
const SPAN_MS = 50;

export interface KillReport {
  readonly kills: Readonly<Record<Victim, number>>;
  readonly acknowledged: number;
  readonly repeated: number;
  readonly sentAgain: number;
  readonly unanswered: Readonly<Record<string, number>>;
  /** Empty when everything held. */
  readonly faults: readonly string[];
}

export async function runKills(kills: number, progress: (line: string) => void): Promise<KillReport> {
  const dataDir = await mkdtemp(join(tmpdir(), "bihuan-kill-"));
  const senders = await prepare(dataDir);
  const server = await startKilledServer(dataDir, LOAD_AT);
  const counts = { server: 0, postmaster: 0, backend: 0 };
  const faults: string[] = [];
  const clients = startClients(senders, () => server.address, LOAD_AT);
  const { heard } = clients;
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await served(heard.acknowledged);
      await sleep(Math.random() * SPAN_MS);
      const victim = VICTIMS[kill % VICTIMS.length] ?? "server";
      counts[victim] += 1;
      await server.kill(victim);
      if (kill % 10 === 0) progress(`${kill} kills, ${heard.acknowledged.size} acts acknowledged`);
    }
    await served(heard.acknowledged);
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  await Promise.race([clients.finish(), sleep(COMES_BACK_WITHIN_MS)]);
  await server.stop();
  faults.push(...heard.wrong, ...(await verify(dataDir, heard.acknowledged)));
  await endDatabase(dataDir);
  if (faults.length) progress(`the data folder is kept: ${dataDir}`);
  else await rm(dataDir, { recursive: true, force: true });
  const { repeated, sentAgain } = heard;
  const unanswered = Object.fromEntries(heard.unanswered);
  return { kills: counts, acknowledged: heard.acknowledged.size, repeated, sentAgain, unanswered, faults };
}

/** Waits until some more acts were acknowledged: only then is there load to break into. */
async function served(acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const before = acknowledged.size;
  for (const started = performance.now(); acknowledged.size < before + CLIENTS; await sleep(2))
    if (performance.now() - started > COMES_BACK_WITHIN_MS) throw new Error("nothing was acknowledged for a minute");
}

/** Two subdistricts, four officers' phones in each. */
async function prepare(dataDir: string): Promise<Sender[]> {
  const instance = await openInstance({ dataDir, publicUrl: "http://127.0.0.1", clock: movableClock(SET_UP_AT) });
  const senders: Sender[] = [];
  for (const no of [1, 2]) {
    const tenant = await makeTenant(instance.services, no, { enterprises: 40, experts: 1, communities: 2 });
    const sites = await instance.services.database.pool.connect().then(async (client) => {
      await client.query(`begin; set local app.tenant = '${tenant.tenantId}'; set local app.scope = 'office'`);
      const { rows } = await client.query<{ id: string }>("select id from sites");
      await client.query("commit");
      client.release();
      return rows.map((row) => row.id);
    });
    const sender = { tenantId: tenant.tenantId, person: tenant.officer, siteIds: sites };
    for (let client = 0; client < CLIENTS / 2; client += 1) senders.push(sender);
  }
  await instance.close();
  return senders;
}

async function verify(dataDir: string, acknowledged: ReadonlyMap<string, string>): Promise<string[]> {
  const instance = await openInstance({ dataDir, publicUrl: "http://127.0.0.1", clock: movableClock(LOAD_AT) });
  const faults: string[] = [];
  for (const tenantId of new Set(acknowledged.values())) {
    const verdict = await checkTenant(instance.services.database, dataDir, tenantId, true);
    if (!verdict.chain.holds)
      faults.push(`chain of ${tenantId} broken at ${verdict.chain.seq}: ${verdict.chain.reason}`);
    faults.push(...verdict.differences.slice(0, 10));
  }
  faults.push(...(await lostOrTwice(instance.ownerUrl ?? "", [...acknowledged.keys()])));
  await instance.close();
  return faults;
}

/** Each acknowledged act left exactly one accepted outcome, one event and one row; and there is no event beside them. */
async function lostOrTwice(ownerUrl: string, ids: readonly string[]): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string; outcomes: number; events: number }>(
    `select a.id, (select count(*)::int from command_outcomes o where o.command_id = a.id and o.status = 'accepted') as outcomes,
       coalesce(e.n, 0)::int as events
     from unnest($1::uuid[]) as a(id) left join (select command_id, count(*) as n from journal_events group by 1) e on e.command_id = a.id`,
    [ids],
  );
  const totals = await owner.query<{ events: number; rows: number }>(
    `select (select count(*)::int from journal_events where envelope like '%"command":"supervision.record"%') as events,
       (select count(*)::int from supervisions) as rows`,
  );
  await owner.end();
  const [total] = totals.rows;
  const faults = rows
    .filter((row) => row.outcomes !== 1 || row.events !== 1)
    .map((row) => `acknowledged ${row.id}: ${row.outcomes} outcomes, ${row.events} events`);
  if (total?.events !== ids.length || total.rows !== ids.length)
    faults.push(`${ids.length} acts acknowledged, ${total?.events} events, ${total?.rows} rows`);
  return faults;
}

/** Nothing is left behind in the machine, whatever went wrong. */
async function endDatabase(dataDir: string): Promise<void> {
  const lock = await readLockFile(join(dataDir, "cluster"));
  if (!lock) return;
  try {
    process.kill(lock.pid, "SIGQUIT");
  } catch {
    // It had gone already.
  }
}
