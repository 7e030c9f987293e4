// The journal's last statement: locks the tenant's head row, chains the events, moves the head. Commit order is sequence order.
import { createHash, hash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import type pg from "pg";
import type { DecidedEvent } from "#domain/kernel/change.ts";

export interface JournalEntry {
  readonly id: string;
  readonly commandId: string;
  readonly command: string;
  readonly actor: string;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly event: DecidedEvent;
}

export interface Envelope {
  readonly tenant: string;
  readonly id: string;
  readonly command: string;
  readonly commandId: string;
  readonly actor: string;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** SHA-256(salt ‖ RFC 8785 bytes of the payload), hex. */
  readonly payloadDigest: string;
}

/** RFC 8785 canonical JSON. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("value has no canonical JSON");
  return text;
}

export function payloadDigest(salt: Uint8Array, payload: string): string {
  return hash("sha256", Buffer.concat([salt, Buffer.from(payload, "utf8")]), "hex");
}

/** hash = SHA-256(prevHash ‖ seq as 8 bytes, big-endian ‖ SHA-256(envelope)). */
export function chainHash(prevHash: Uint8Array, seq: number, envelope: string): Buffer {
  const seqBytes = Buffer.alloc(8);
  seqBytes.writeBigInt64BE(BigInt(seq));
  const envelopeHash = createHash("sha256").update(envelope, "utf8").digest();
  return createHash("sha256").update(prevHash).update(seqBytes).update(envelopeHash).digest();
}

// All that needs no lock is worked out before the head row is locked (`head` counts `input`). COMMIT is sent right behind
// this statement, so it must fail by itself where something is wrong: without a head row the sequence is null and the
// insert is refused.
const APPEND = `
with recursive input as materialized (
  select n, id, command_id, envelope, sha256(convert_to(envelope, 'UTF8')) as envelope_hash, decode(salt, 'hex') as salt, payload
  from unnest($2::uuid[], $3::uuid[], string_to_array($4, e'\\x1e'), string_to_array($5, e'\\x1e'), string_to_array($6, e'\\x1e'))
    with ordinality as t(id, command_id, envelope, salt, payload, n)
), head as materialized (
  select seq, hash from journal_heads where tenant_id = $1 and (select count(*) from input) > 0 for update
), chain as (
  select 0::bigint as n, (select seq from head) as seq, null::bytea as prev_hash, (select hash from head) as hash
  union all
  select input.n, chain.seq + 1, chain.hash, sha256(chain.hash || int8send(chain.seq + 1) || input.envelope_hash)
  from chain join input on input.n = chain.n + 1
), written as (
  insert into journal_events (tenant_id, seq, id, command_id, envelope, prev_hash, hash, salt, payload)
  select $1, chain.seq, input.id, input.command_id, input.envelope, chain.prev_hash, chain.hash, input.salt, input.payload
  from chain join input using (n)
), last as (
  select seq, hash from chain order by n desc limit 1
)
update journal_heads h set seq = last.seq, hash = last.hash from last where h.tenant_id = $1 returning h.seq`;

const SALT_BYTES = 16;

/** Parts a JSON text from the next (RFC 7464): JSON never holds it bare, so nothing needs escaping a second time. */
const RECORD_SEPARATOR = "\x1e";

/** Appends the entries in order; answers the head's new sequence number. */
export async function appendJournal(
  client: pg.ClientBase,
  tenantId: string,
  entries: readonly JournalEntry[],
): Promise<number> {
  const salts = randomBytes(SALT_BYTES * entries.length);
  const input = entries.map((entry, index) => {
    const salt = salts.subarray(SALT_BYTES * index, SALT_BYTES * (index + 1));
    const payload = canonical({ changes: entry.event.changes });
    const envelope: Envelope = {
      tenant: tenantId,
      id: entry.id,
      command: entry.command,
      commandId: entry.commandId,
      actor: entry.actor,
      occurredAt: entry.occurredAt,
      receivedAt: entry.receivedAt,
      subject: entry.event.subject,
      payloadDigest: payloadDigest(salt, payload),
    };
    return { envelope: canonical(envelope), salt: salt.toString("hex"), payload };
  });
  const sequence = (part: keyof (typeof input)[number]) => input.map((one) => one[part]).join(RECORD_SEPARATOR);
  const result = await client.query<{ seq: number }>({
    name: "journal append",
    text: APPEND,
    values: [
      tenantId,
      entries.map((entry) => entry.id),
      entries.map((entry) => entry.commandId),
      ...[sequence("envelope"), sequence("salt"), sequence("payload")],
    ],
  });
  const seq = result.rows[0]?.seq;
  if (seq === undefined) throw new Error(`tenant ${tenantId} has no journal head`);
  return seq;
}
