// How a form becomes a command: the id it was rendered with, the bytes it had the first time, the one way to write.
import type { Actor } from "#domain/access/roles.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { problemText } from "#domain/problems.ts";
import { handleCommands } from "../commands/handle.ts";
import type { Outcome } from "../commands/outcome.ts";
import { parseCommands } from "../commands/parse.ts";
import { asActor } from "../db/transaction.ts";
import { firstSentAt } from "../queries/hazard-parts.ts";
import type { Services } from "../server-parts.ts";
import { ProblemError } from "./problems.ts";

/** Who a form acts as: a holder of a link, or a signed-in member. */
export interface Writing {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly accountKey: string;
  readonly membershipId: string | null;
}

export interface PortalCommand {
  readonly id: string;
  readonly name: string;
  readonly args: unknown;
}

export type Written =
  | { readonly result: "accepted" }
  | { readonly result: "refused"; readonly code: string; readonly text: string }
  /** The form was sent before with other words. */
  | { readonly result: "conflict" };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id a form was rendered with; a form without one was not ours. */
export function commandIdOf(fields: Readonly<Record<string, string | undefined>>): string {
  const id = fields.commandId ?? "";
  if (!UUID.test(id))
    throw new ProblemError(400, "request.bad_input", { field: "表单", detail: "请回到上一页再交一次" });
  return id;
}

/** Sends one command. `argsAt` gets the moment of acting, the same at the second tap as at the first. */
export async function writeOnce(
  services: Services,
  writing: Writing,
  command: { readonly id: string; readonly name: string; readonly argsAt: (occurredAt: string) => unknown },
): Promise<Written> {
  for (let attempt = 1; ; attempt += 1) {
    const occurredAt = await actedAt(services, writing, command.id);
    const args = command.argsAt(occurredAt);
    const [outcome] = await send(services, writing, [{ id: command.id, name: command.name, args }], occurredAt);
    // Two taps at once: the later one saw nothing stored, lost, and now sends what the first one sent.
    if (outcome?.status !== "conflict" || attempt > 1) return writtenOf(outcome);
  }
}

/** The same act on several hazards, each a command with an id of its own. */
export async function writeEach(
  services: Services,
  writing: Writing,
  formId: string,
  commands: readonly { readonly key: string; readonly name: string; readonly args: unknown }[],
): Promise<readonly Written[]> {
  const own = commands.map(({ key, name, args }) => ({ id: derivedId(formId, key), name, args }));
  const first = own[0];
  if (!first) return [];
  const outcomes = await send(services, writing, own, await actedAt(services, writing, first.id));
  return outcomes.map(writtenOf);
}

async function actedAt(services: Services, writing: Writing, commandId: string): Promise<string> {
  const { tenantId, actor, accountKey } = writing;
  const stored = await asActor(services.database, tenantId, actor, (tx) => firstSentAt(tx, commandId, accountKey), {
    readOnly: true,
  });
  return stored ?? services.clock.now();
}

async function send(
  services: Services,
  writing: Writing,
  commands: readonly PortalCommand[],
  occurredAt: string,
): Promise<readonly Outcome[]> {
  const { tenantId: tenant, membershipId: membership, actor, accountKey } = writing;
  const texts = commands.map((command) => JSON.stringify({ v: 1, tenant, membership, occurredAt, ...command }));
  const parsed = parseCommands(texts);
  if (parsed.stopped) throw new ProblemError(400, parsed.stopped.code, parsed.stopped.params);
  const answer = await handleCommands(services.writePath, { accountKey, actor }, parsed.commands);
  return answer.outcomes;
}

function writtenOf(outcome: Outcome | undefined): Written {
  if (outcome?.status === "accepted") return { result: "accepted" };
  if (outcome?.status === "conflict") return { result: "conflict" };
  const problem = outcome?.problem ?? { code: "not_found", params: {} };
  return { result: "refused", code: problem.code, text: problemText(problem) };
}
