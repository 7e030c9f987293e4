// The stage of a story: a fresh instance in this process with a clock the player moves, listening on a loopback port.
// The only file of the player that knows the server; everything else speaks HTTP.
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import pg from "pg";
import { platformTenantId } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { GrantedRole } from "#domain/organization/membership-scope.ts";
import { createAccount, createTenant, grantMembership } from "#server/access/bootstrap.ts";
import { openSession } from "#server/access/sessions.ts";
import type { Clock } from "#server/clock.ts";
import { mustIssue } from "#server/commands/issue.ts";
import { startEmbedded } from "#server/db/embedded/supervisor.ts";
import { type Instance, openInstance } from "#server/instance.ts";
import { runDeadlines } from "#server/jobs/nightly-deadlines.ts";
import { signHeads } from "#server/journal/sign-head.ts";
import { startWork } from "#server/main.ts";
import { type Person, personOn } from "./person.ts";

export interface StageOptions {
  readonly dataDir: string;
  readonly now: string;
  readonly host?: string;
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly publicUrl?: string;
  readonly demonstration?: boolean;
  readonly log?: (line: string) => void;
  /** Adds to the app before it listens; only the demonstration does. */
  readonly prepare?: (app: Instance["app"]) => void;
}

export interface NewPerson {
  readonly role: GrantedRole;
  readonly name: string;
  readonly title?: string;
  readonly scopeId?: string;
}

export interface Stage {
  readonly instance: Instance;
  readonly url: string;
  /** Puts the clock to an instant; it stands there until it is moved again. */
  moveTo(instant: string): void;
  /** From now on the clock is the real one, and jobs are worked on as they come. */
  followRealTime(): void;
  addTenant(name: string, divisionCode: string): Promise<string>;
  addAgency(tenantId: string, agencyId: string, name: string): Promise<void>;
  addPerson(tenantId: string, person: NewPerson): Promise<Person>;
  /** Drafts reports; printing is left to the server's own work after the story. */
  draftReports(): Promise<void>;
  /** The deadlines of one night: reminders, climbing, proposed referrals. */
  workNight(tenantId: string, day: string): Promise<void>;
  signHeads(): Promise<void>;
  /** A hand in the tables, past every rule: only `--sabotage` uses it. */
  tamper(sql: string, values?: readonly unknown[]): Promise<number>;
  close(): Promise<void>;
}

const REQUESTS_PER_MINUTE = 10_000_000;
/** A crash may cost an invented story its last moments, never its order. */
const INVENTED_DATA = { synchronous_commit: "off" };

export async function openStage(options: StageOptions): Promise<Stage> {
  const host = options.host ?? "127.0.0.1";
  const port = options.port || (await freePort());
  const url = options.publicUrl ?? `http://${host}:${port}`;
  const clock = storyClock(options.now);
  const log = options.log ?? (() => {});
  const database = await startEmbedded({ dataDir: options.dataDir, log, settings: INVENTED_DATA });
  const instance = await openInstance({
    dataDir: options.dataDir,
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    publicUrl: url,
    clock,
    demonstration: options.demonstration ?? false,
    app: { requestsPerMinute: REQUESTS_PER_MINUTE },
  });
  options.prepare?.(instance.app);
  await instance.app.listen({ port, host });
  return stageOn(instance, clock, url, () => database.stop());
}

interface StoryClock extends Clock {
  put(instant: string | undefined): void;
}

function storyClock(start: string): StoryClock {
  let at: string | undefined = start;
  return {
    now: () => at ?? new Date().toISOString(),
    put: (instant) => {
      at = instant;
    },
  };
}

function stageOn(instance: Instance, clock: StoryClock, url: string, stopDatabase: () => Promise<void>): Stage {
  const { services, queue, handlers } = instance;
  let stopWork: (() => Promise<void>) | undefined;
  return {
    instance,
    url,
    moveTo: (instant) => clock.put(instant),
    followRealTime() {
      clock.put(undefined);
      stopWork ??= startWork(instance);
    },
    addTenant: (name, divisionCode) => createTenant(services, name, divisionCode),
    async addAgency(tenantId, agencyId, name) {
      await mustIssue(services.writePath, "story", platformTenantId, "agency.create", { agencyId, name });
      const validFrom = dayOf(clock.now());
      await mustIssue(services.writePath, "story", tenantId, "agency.engage", { agencyId, validFrom });
    },
    addPerson: (tenantId, person) => addPerson(instance, url, tenantId, person),
    async draftReports() {
      const drafting = Object.entries(handlers).filter(([name]) => name === "report.draft");
      await queue.drain(Object.fromEntries(drafting));
    },
    async workNight(tenantId, day) {
      await runDeadlines(services, tenantId, day);
    },
    async signHeads() {
      await signHeads(services.database, clock, services.dataDir);
    },
    tamper: (sql, values = []) => tamper(instance, sql, values),
    async close() {
      await stopWork?.();
      await instance.close();
      await stopDatabase();
    },
  };
}

const RENEW_MS = 6 * 3_600_000;

async function addPerson({ services }: Instance, url: string, tenantId: string, person: NewPerson): Promise<Person> {
  const login = `${person.role.toLowerCase()}-${crypto.randomUUID().slice(0, 8)}`;
  const { role, name: displayName } = person;
  const accountId = await createAccount(services, { login, displayName });
  const membershipId = await grantMembership(services, tenantId, {
    ...{ accountId, role, displayName },
    scopeId: person.scopeId ?? null,
    title: person.title ?? null,
  });
  let kept: { readonly at: number; readonly cookie: Promise<string> } | undefined;
  const cookie = () => {
    const now = services.clock.now();
    if (!kept || Math.abs(Date.parse(now) - kept.at) > RENEW_MS) {
      const session = openSession(services.database, accountId, now);
      kept = { at: Date.parse(now), cookie: session.then((token) => `bihuan_session=${token}`) };
    }
    return kept.cookie;
  };
  const identity = { role, name: displayName, accountId, membershipId, tenantId, scopeId: person.scopeId ?? null };
  return personOn({ url, cookie, now: () => services.clock.now() }, identity);
}

async function tamper(instance: Instance, sql: string, values: readonly unknown[]): Promise<number> {
  const client = new pg.Client({ connectionString: instance.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
