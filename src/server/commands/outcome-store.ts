// Outcome rows: dedupe and guard in one. They are written first as accepted; only refusals are written again.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Actor } from "#domain/access/roles.ts";
import type { Instant } from "#domain/calendar/local-date.ts";
import type { Problem } from "#domain/kernel/result.ts";
import type { Outcome } from "./outcome.ts";
import type { ParsedCommand } from "./parse.ts";

export interface Claim {
  readonly command: ParsedCommand;
  /** Present when this command was answered before. */
  readonly settled?: Outcome;
}

const CLAIM = `
insert into command_outcomes (tenant_id, command_id, account_key, membership_id, text_hash, name, visit_id, status, replaces, occurred_at, received_at)
select tenant_id, command_id, account_key, membership_id, text_hash, name, visit_id, status, replaces, occurred_at, received_at
from json_populate_recordset(null::command_outcomes, $1)
on conflict do nothing returning command_id`;

interface StoredOutcome {
  command_id: string;
  account_key: string;
  text_hash: Buffer;
  status: "accepted" | "refused";
  problem_code: string | null;
  problem_params: string | null;
}

/** Claims the commands for this transaction; those claimed before come back with their stored outcome. */
export async function claimOutcomes(
  client: pg.ClientBase,
  tenantId: string,
  sender: { readonly accountKey: string; readonly actor: Actor },
  commands: readonly ParsedCommand[],
  receivedAt: Instant,
): Promise<Claim[]> {
  const rows = commands.map(({ envelope, textHash }) => ({
    tenant_id: tenantId,
    command_id: envelope.id,
    account_key: sender.accountKey,
    membership_id: envelope.membership ?? null,
    text_hash: `\\x${textHash.toString("hex")}`,
    name: envelope.name,
    visit_id: envelope.visit ?? null,
    status: "accepted",
    replaces: envelope.replaces ?? null,
    occurred_at: envelope.occurredAt,
    received_at: receivedAt,
  }));
  const claimed = await client.query<{ command_id: string }>({
    name: "claim outcomes",
    text: CLAIM,
    values: [JSON.stringify(rows)],
  });
  const fresh = new Set(claimed.rows.map((row) => row.command_id));
  if (fresh.size === commands.length) return commands.map((command) => ({ command }));
  const stored = await storedOutcomes(client, tenantId, commands);
  const seen = new Set<string>();
  return commands.map((command) => {
    const id = command.envelope.id;
    const first = !seen.has(id);
    seen.add(id);
    const row = stored.get(id);
    if ((fresh.has(id) && first) || !row) return { command };
    return { command, settled: repeatOf(command, row, sender.accountKey) };
  });
}

async function storedOutcomes(client: pg.ClientBase, tenantId: string, commands: readonly ParsedCommand[]) {
  const result = await client.query<StoredOutcome>({
    name: "stored outcomes",
    text: `select command_id, account_key, text_hash, status, problem_code, problem_params
           from command_outcomes where tenant_id = $1 and command_id = any($2::uuid[])`,
    values: [tenantId, commands.map((command) => command.envelope.id)],
  });
  return new Map(result.rows.map((row) => [row.command_id, row]));
}

function repeatOf(command: ParsedCommand, row: StoredOutcome, accountKey: string): Outcome {
  const id = command.envelope.id;
  if (row.account_key !== accountKey) return { id, status: "notFound", problem: { code: "not_found", params: {} } };
  if (!command.textHash.equals(row.text_hash))
    return { id, status: "conflict", problem: { code: "command.other_bytes", params: {} } };
  if (row.status === "accepted") return { id, status: "accepted", repeated: true };
  const problem: Problem = { code: row.problem_code ?? "", params: JSON.parse(row.problem_params ?? "{}") };
  return { id, status: "refused", problem, repeated: true };
}

/** Stores refusals with their exact text for the office to see, and notes each in the access log. */
export async function storeRefusals(
  client: pg.ClientBase,
  tenantId: string,
  actor: Actor,
  refused: readonly { readonly claim: Claim; readonly problem: Problem }[],
  receivedAt: Instant,
): Promise<void> {
  if (!refused.length) return;
  const rows = refused.map(({ claim: { command }, problem }) => ({
    command_id: command.envelope.id,
    code: problem.code,
    params: JSON.stringify(problem.params),
    text: command.text,
    log_id: randomUUID(),
    actor: `${actor.kind}:${actor.id}`,
    act: command.envelope.name,
  }));
  await client.query({
    name: "store refusals",
    text: `with input as (
      select * from json_to_recordset($2::json) as t(command_id uuid, code text, params text, text text, log_id uuid, actor text, act text)
    ), stored as (
      update command_outcomes o set status = 'refused', problem_code = input.code, problem_params = input.params, text = input.text
      from input where o.tenant_id = $1 and o.command_id = input.command_id
    )
    insert into access_log (tenant_id, id, actor, act, subject, detail, at)
    select $1, log_id, actor, act, 'refused', code, $3 from input`,
    values: [tenantId, JSON.stringify(rows), receivedAt],
  });
}
