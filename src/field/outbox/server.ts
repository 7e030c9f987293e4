// Everything this app asks the server, by fetch; every way to fail becomes a value. No retry and no rule lives here.

import { z } from "zod";
import { APP_RELEASE, APP_RELEASE_HEADER } from "#api/app-release.ts";
import { postCommands } from "#api/commands.ts";
import { type Holding, type OwnHolding, putHoldings } from "#api/holdings.ts";
import { type ProblemAnswer, problemSchema } from "#api/problem.ts";
import { deleteSession, getSession, postSession, type SessionAnswer, sessionSchema } from "#api/session.ts";
import {
  type DirectoryAnswer,
  getDirectory,
  getLibrary,
  getOutboxKey,
  getSync,
  type SyncAnswer,
  syncAnswerSchema,
} from "#api/sync.ts";
import { deviceId, measureClock } from "../store/device.ts";
import type { PhotoReply, Reply } from "./read-answer.ts";
import { rememberUpdate } from "./update-wanted.ts";

const MEMBERSHIP_HEADER = "x-bihuan-membership";
const TIMEOUT_MS = 30_000;
const PHOTO_TIMEOUT_MS = 5 * 60_000;

export type Answered<T> =
  | { readonly kind: "answered"; readonly value: T }
  | { readonly kind: "refused"; readonly status: number; readonly problem: ProblemAnswer }
  | { readonly kind: "unreachable" };

const refusalSchema = z.object({ problem: problemSchema });

export async function sendCommands(texts: readonly string[]): Promise<Reply> {
  const answer = await ask(postCommands.path, postCommands.response, json("POST", { commands: texts }));
  if (answer.kind !== "answered") return answer;
  rememberUpdate(answer.value.update);
  return { kind: "answered", ...answer.value };
}

export async function sendPhoto(tenantId: string, scope: string, sha256: string, blob: Blob): Promise<PhotoReply> {
  const headers = { [MEMBERSHIP_HEADER]: scope, "content-type": blob.type || "application/octet-stream" };
  const request = { method: "PUT", headers, body: blob };
  const answer = await ask(`/api/v1/photos/${tenantId}/${sha256}`, z.unknown(), request, PHOTO_TIMEOUT_MS);
  return answer.kind === "answered" ? { kind: "stored" } : answer;
}

export async function pullSnapshot(
  scope: string,
  have?: { readonly version: number; readonly day: string },
): Promise<Answered<SyncAnswer>> {
  const query = have ? `?since=${have.version}&day=${have.day}` : "";
  const headers = { [MEMBERSHIP_HEADER]: scope };
  const answer = await ask(`${getSync.path}${query}`, syncAnswerSchema, { headers });
  if (answer.kind === "answered") rememberUpdate(answer.value.update);
  return answer;
}

/** The library's answer as it came; its one reader checks it. */
export function pullLibrary(have: number): Promise<Answered<unknown>> {
  return ask(`${getLibrary.path}?have=${have}`, z.unknown(), {});
}

export function pullDirectory(scope: string, after: number): Promise<Answered<DirectoryAnswer>> {
  const headers = { [MEMBERSHIP_HEADER]: scope };
  return ask(`${getDirectory.path}?after=${after}`, getDirectory.response, { headers });
}

export function exchangeHoldings(
  scope: string,
  visits: readonly OwnHolding[],
): Promise<Answered<{ readonly now: string; readonly others: readonly Holding[] }>> {
  const { headers, ...request } = json("PUT", { deviceId: deviceId(), visits });
  const whole = { ...request, headers: { ...headers, [MEMBERSHIP_HEADER]: scope } };
  return ask(putHoldings.path, putHoldings.response, whole);
}

export function pullOutboxKey(): Promise<Answered<{ readonly key: string }>> {
  return ask(getOutboxKey.path, getOutboxKey.response, {});
}

/** `missing`: the server answered that it has none to give; `unreachable`: it did not answer. */
export async function pullPicture(
  scope: string,
  slotId: string,
  size: "thumb" | "working",
): Promise<Blob | "missing" | "unreachable"> {
  const url = `/api/v1/photos/${slotId}?size=${size}`;
  const response = await attempt(url, { headers: { [MEMBERSHIP_HEADER]: scope } }, TIMEOUT_MS);
  if (!response) return "unreachable";
  return response.ok ? response.blob().catch(() => "unreachable" as const) : "missing";
}

export async function signIn(login: string, password: string): Promise<Answered<SessionAnswer>> {
  return askSession(json("POST", { login, password }), postSession.path);
}

export function readSession(): Promise<Answered<SessionAnswer>> {
  return askSession({}, getSession.path);
}

export async function signOut(): Promise<void> {
  await attempt(deleteSession.path, { method: "DELETE" }, TIMEOUT_MS);
}

async function askSession(init: RequestInit, path: string): Promise<Answered<SessionAnswer>> {
  const sentAt = Date.now();
  const answer = await ask(path, sessionSchema, init);
  if (answer.kind === "answered") measureClock(answer.value.now, sentAt, Date.now());
  return answer;
}

function json(method: string, body: unknown): RequestInit {
  return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function ask<T>(
  url: string,
  schema: z.ZodType<T>,
  init: RequestInit,
  timeout = TIMEOUT_MS,
): Promise<Answered<T>> {
  const response = await attempt(url, init, timeout);
  const body: unknown = await response?.json().catch(() => undefined);
  if (!response || body === undefined) return { kind: "unreachable" };
  if (!response.ok) {
    const refusal = refusalSchema.safeParse(body);
    return refusal.success
      ? { kind: "refused", status: response.status, problem: refusal.data.problem }
      : { kind: "unreachable" };
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? { kind: "answered", value: parsed.data } : { kind: "unreachable" };
}

/** Undefined when nothing came back: no signal, a cut connection, too slow. */
async function attempt(url: string, init: RequestInit, timeout: number): Promise<Response | undefined> {
  try {
    const headers = { ...init.headers, [APP_RELEASE_HEADER]: String(APP_RELEASE) };
    return await fetch(url, { ...init, headers, credentials: "same-origin", signal: AbortSignal.timeout(timeout) });
  } catch {
    return undefined;
  }
}
