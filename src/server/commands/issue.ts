// Commands the server itself issues: jobs and set-up, as a named system actor.
import { randomUUID } from "node:crypto";
import type { Actor } from "#domain/access/roles.ts";
import { problemText } from "#domain/problems.ts";
import { handleCommands, type WritePath } from "./handle.ts";
import type { Outcome } from "./outcome.ts";
import { parseCommands } from "./parse.ts";

export function systemActor(job: string): Actor {
  return { kind: "system", id: job, role: "system", name: "系统", scopeId: null };
}

/** Issues one command as the system; answers its outcome. A command of wrong shape is a bug and throws. */
export async function issue(
  path: WritePath,
  job: string,
  tenant: string,
  name: string,
  args: unknown,
  id: string = randomUUID(),
): Promise<Outcome> {
  const text = JSON.stringify({ v: 1, id, tenant, name, args, occurredAt: path.clock.now() });
  const parsed = parseCommands([text]);
  if (parsed.stopped) throw new Error(`${name}: ${problemText(parsed.stopped)}`);
  const answer = await handleCommands(path, { accountKey: `system:${job}`, actor: systemActor(job) }, parsed.commands);
  const outcome = answer.outcomes[0];
  if (!outcome) throw new Error(`${name} got no outcome`);
  return outcome;
}

export interface SystemAct {
  readonly id: string;
  readonly name: string;
  readonly args: unknown;
}

/** As many as a request may hold. */
const PORTION = 50;

/** Issues commands as the system, so many a transaction; answers their outcomes in order. */
export async function issueAll(
  path: WritePath,
  job: string,
  tenant: string,
  acts: readonly SystemAct[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const sender = { accountKey: `system:${job}`, actor: systemActor(job) };
  for (let from = 0; from < acts.length; from += PORTION) {
    const occurredAt = path.clock.now();
    const texts = acts.slice(from, from + PORTION).map((act) => JSON.stringify({ v: 1, ...act, tenant, occurredAt }));
    const parsed = parseCommands(texts);
    if (parsed.stopped) throw new Error(`${job}: ${problemText(parsed.stopped)}`);
    outcomes.push(...(await handleCommands(path, sender, parsed.commands)).outcomes);
  }
  return outcomes;
}

/** Issues a command that must be accepted; a refusal is thrown as its sentence. */
export async function mustIssue(
  path: WritePath,
  job: string,
  tenant: string,
  name: string,
  args: unknown,
  id?: string,
): Promise<void> {
  const outcome = await issue(path, job, tenant, name, args, id);
  if (outcome.status !== "accepted")
    throw new Error(`${name} refused: ${outcome.problem ? problemText(outcome.problem) : outcome.status}`);
}
