// A person of the story: signed in, asking and acting by HTTP as a browser or the field app does.

import { v7 as uuidv7 } from "uuid";
import type { GrantedRole } from "#domain/organization/membership-scope.ts";

export interface Identity {
  readonly role: GrantedRole;
  readonly name: string;
  readonly accountId: string;
  readonly membershipId: string;
  readonly tenantId: string;
  readonly scopeId: string | null;
}

export interface Door {
  readonly url: string;
  readonly cookie: () => Promise<string>;
  readonly now: () => string;
}

/** A command before it is put into its envelope. */
export interface Act {
  readonly name: string;
  readonly args: unknown;
  readonly id?: string;
  readonly occurredAt?: string;
}

export interface Outcome {
  readonly id: string;
  readonly status: "accepted" | "refused" | "conflict" | "notFound";
  readonly problem?: { readonly code: string; readonly text: string };
}

export interface Batch {
  readonly visit?: string;
  readonly deviceId?: string;
}

export interface Person extends Identity {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  /** Bytes of a photo; sending them again is harmless. */
  putPhoto(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Sends commands in order, as one request; answers their outcomes. */
  send(acts: readonly Act[], batch?: Batch): Promise<readonly Outcome[]>;
  /** Sends commands that must all be accepted. */
  act(name: string, args: unknown, occurredAt?: string): Promise<void>;
  actAll(acts: readonly Act[], batch?: Batch): Promise<void>;
}

export const newId = uuidv7;

/** A person whose requests carry the session's cookie, the origin of our own page and the membership acted under. */
export function personOn(door: Door, identity: Identity): Person {
  const { tenantId, membershipId, name: who } = identity;
  const request = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { origin: door.url, cookie: await door.cookie(), "x-bihuan-membership": membershipId };
    const response = await fetch(`${door.url}${path}`, { ...init, headers: { ...headers, ...init.headers } });
    const body = await response.text();
    if (!response.ok) throw new Error(`${who} ${init.method} ${path.slice(0, 60)}: ${response.status} ${body}`);
    return JSON.parse(body);
  };
  const post: Person["post"] = (path, body) => {
    const headers = { "content-type": "application/json" };
    return request(path, { method: "POST", body: JSON.stringify(body), headers });
  };
  const send: Person["send"] = async (acts, batch = {}) => {
    const commands = acts.map((act) => textOf(act, identity, door.now(), batch));
    return outcomesIn(await post("/api/v1/commands", { commands }));
  };
  const actAll: Person["actAll"] = async (acts, batch) => {
    const outcomes = await send(acts, batch);
    for (const [index, act] of acts.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status !== "accepted")
        throw new Error(`${act.name} by ${who}: ${outcome?.problem?.text ?? outcome?.status ?? "no outcome"}`);
    }
  };
  return {
    ...identity,
    get: (path) => request(path, { method: "GET" }),
    post,
    async putPhoto(sha256, bytes) {
      const body = new Uint8Array(bytes);
      const headers = { "content-type": "image/jpeg" };
      await request(`/api/v1/photos/${tenantId}/${sha256}`, { method: "PUT", body, headers });
    },
    send,
    act: (name, args, occurredAt) => actAll([occurredAt ? { name, args, occurredAt } : { name, args }]),
    actAll,
  };
}

function textOf(act: Act, { tenantId: tenant, membershipId: membership }: Identity, now: string, batch: Batch): string {
  const { name, args, id = newId(), occurredAt = now } = act;
  const { visit, deviceId } = batch;
  return JSON.stringify({ v: 1, id, tenant, membership, visit, name, args, occurredAt, clockOffset: 0, deviceId });
}

function outcomesIn(answer: unknown): readonly Outcome[] {
  if (typeof answer !== "object" || answer === null || !("outcomes" in answer)) throw new Error("no outcomes");
  return answer.outcomes as readonly Outcome[];
}
