// A subdistrict with its people, on a server of its own and a database of its own. People act through the front door.
import { rm } from "node:fs/promises";
import type { FastifyInstance, InjectOptions } from "fastify";
import { v7 as uuidv7 } from "uuid";
import type { OutcomeAnswer } from "#api/commands.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import type { GrantedRole } from "#domain/organization/membership-scope.ts";
import { createAccount, createTenant, grantMembership } from "#server/access/bootstrap.ts";
import { openSession } from "#server/access/sessions.ts";
import { movableClock } from "#server/clock.ts";
import { mustIssue } from "#server/commands/issue.ts";
import { type Instance, type InstanceOptions, openInstance } from "#server/instance.ts";
import type { Services } from "#server/server-parts.ts";
import { createPrepared } from "./database.ts";

export const ORIGIN = "http://bihuan.test";

export interface Sent {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the route answers
  readonly json: any;
}

/** A person who is signed in and acts under one membership. */
export interface Person {
  readonly name: string;
  readonly role: GrantedRole;
  readonly accountId: string;
  readonly membershipId: string;
  readonly tenantId: string;
  /** The session cookie's header; signs in again when the clock was moved on. */
  cookie(): Promise<string>;
  get(url: string): Promise<Sent>;
  post(url: string, body: unknown): Promise<Sent>;
  request(options: InjectOptions): Promise<Sent>;
  /** Sends one command; answers its outcome whatever it is. */
  send(name: string, args: unknown, options?: CommandOptions): Promise<OutcomeAnswer>;
  /** Sends one command that must be accepted. */
  act(name: string, args: unknown, options?: CommandOptions): Promise<void>;
}

export interface CommandOptions {
  readonly id?: string;
  readonly occurredAt?: string;
  readonly visit?: string;
}

export interface TestOffice {
  readonly instance: Instance;
  readonly app: FastifyInstance;
  readonly clock: ReturnType<typeof movableClock>;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly tenantId: string;
  addTenant(name: string): Promise<string>;
  addAgency(name: string): Promise<string>;
  addPerson(
    role: GrantedRole,
    name: string,
    options?: { scopeId?: string; tenantId?: string; divisionCode?: string },
  ): Promise<Person>;
  /** Runs enqueued jobs until none is left. */
  runJobs(): Promise<number>;
  close(): Promise<void>;
}

export const newId = uuidv7;

/** Opens a server on a cloned database, with one subdistrict in it and a clock that stands at `now`. */
export async function openTestOffice(
  now = "2026-04-02T01:00:00.000Z",
  options: Pick<InstanceOptions, "privateTargets"> = {},
): Promise<TestOffice> {
  const { database, dataDir } = await createPrepared();
  const clock = movableClock(now);
  const instance = await openInstance({
    dataDir,
    databaseUrl: database.appUrl,
    publicUrl: ORIGIN,
    clock,
    ...options,
    app: { requestsPerMinute: 1_000_000 },
  });
  const { services, app } = instance;
  let divisions = 0;
  const addTenant = (name: string) => {
    divisions += 1;
    return createTenant(services, name, `3301090${String(divisions).padStart(2, "0")}`);
  };
  const tenantId = await addTenant("青岚街道（演示）");
  return {
    instance,
    app,
    clock,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    tenantId,
    addTenant,
    async addAgency(name) {
      const agencyId = uuidv7();
      await mustIssue(services.writePath, "test", platformTenantId, "agency.create", { agencyId, name });
      await mustIssue(services.writePath, "test", tenantId, "agency.engage", {
        agencyId,
        validFrom: clock.now().slice(0, 10),
      });
      return agencyId;
    },
    addPerson: (role, name, options = {}) => addPerson(instance, options.tenantId ?? tenantId, role, name, options),
    runJobs: () => instance.queue.drain(instance.handlers),
    async close() {
      await instance.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const RENEW_MS = 6 * 3_600_000;

function sessionKeeper(services: Services, accountId: string): () => Promise<string> {
  let kept: { readonly at: number; readonly cookie: string } | undefined;
  return async () => {
    const now = services.clock.now();
    if (!kept || Math.abs(Date.parse(now) - kept.at) > RENEW_MS)
      kept = { at: Date.parse(now), cookie: `bihuan_session=${await openSession(services.database, accountId, now)}` };
    return kept.cookie;
  };
}

async function addPerson(
  { services, app }: Instance,
  tenantId: string,
  role: GrantedRole,
  name: string,
  scope: { scopeId?: string; divisionCode?: string },
): Promise<Person> {
  const login = `p${uuidv7().replaceAll("-", "").slice(-12)}`;
  const accountId = await createAccount(services, { login, displayName: name });
  const membershipId = await grantMembership(services, tenantId, { accountId, role, displayName: name, ...scope });
  const cookie = sessionKeeper(services, accountId);
  const request = async (options: InjectOptions): Promise<Sent> => {
    const response = await app.inject({
      ...options,
      headers: { origin: ORIGIN, host: new URL(ORIGIN).host, cookie: await cookie(), ...options.headers },
    });
    const isJson = String(response.headers["content-type"]).includes("json");
    return { status: response.statusCode, text: response.payload, json: isJson ? response.json() : undefined };
  };
  const post = (url: string, body: unknown) =>
    request({ method: "POST", url, payload: JSON.stringify(body), headers: { "content-type": "application/json" } });
  const send: Person["send"] = async (command, args, options = {}) => {
    const text = JSON.stringify({
      v: 1,
      id: options.id ?? uuidv7(),
      tenant: tenantId,
      membership: membershipId,
      visit: options.visit,
      name: command,
      args,
      occurredAt: options.occurredAt ?? services.clock.now(),
    });
    const answer = await post("/api/v1/commands", { commands: [text] });
    const outcome = answer.json?.outcomes?.[0];
    if (!outcome) throw new Error(`${command}: no outcome, ${answer.status} ${answer.text}`);
    return outcome;
  };
  return {
    name,
    role,
    accountId,
    membershipId,
    tenantId,
    cookie,
    request,
    get: (url) => request({ method: "GET", url }),
    post,
    send,
    async act(command, args, options) {
      const outcome = await send(command, args, options);
      if (outcome.status !== "accepted")
        throw new Error(`${command} as ${name}: ${outcome.status} ${JSON.stringify(outcome.problem)}`);
    },
  };
}
