// Walks a tenant's chain and names the first broken event. Trusts nothing but the bytes it is given.
import { createPublicKey, verify as verifySignature } from "node:crypto";
import { chainHash, type Envelope, payloadDigest } from "./append.ts";

export interface StoredEvent {
  readonly seq: number;
  readonly id: string;
  readonly commandId: string;
  readonly envelope: string;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
  readonly salt: Uint8Array | null;
  readonly payload: string | null;
}

export interface SignedHead {
  readonly day: string;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly signature: string;
  readonly publicKey: string;
}

export type ChainVerdict =
  | { readonly holds: true; readonly events: number; readonly erased: number; readonly signedHeads: number }
  | { readonly holds: false; readonly seq: number; readonly reason: string };

const broken = (seq: number, reason: string): ChainVerdict => ({ holds: false, seq, reason });

/** Bytes a daily head's signature covers. */
export function headStatement(
  tenantId: string,
  head: { readonly day: string; readonly seq: number; readonly hash: Uint8Array },
): Buffer {
  return Buffer.from(
    `bihuan-head\n${tenantId}\n${head.day}\n${head.seq}\n${Buffer.from(head.hash).toString("hex")}\n`,
    "utf8",
  );
}

/** Checks order, links, envelope digests and payload digests of all events, then every signed head against the chain. */
export async function verifyChain(
  tenantId: string,
  events: AsyncIterable<StoredEvent> | Iterable<StoredEvent>,
  signedHeads: readonly SignedHead[],
): Promise<ChainVerdict> {
  const heads = new Map(signedHeads.map((head) => [head.seq, head]));
  let previous: Uint8Array = Buffer.alloc(32);
  let seq = 0;
  let erased = 0;
  for await (const event of events) {
    seq += 1;
    const reason = faultOf(tenantId, event, seq, previous);
    if (reason) return broken(seq, reason);
    if (event.payload === null) erased += 1;
    const head = heads.get(seq);
    if (head && !sameBytes(head.hash, event.hash)) return broken(seq, `differs from the head signed on ${head.day}`);
    previous = event.hash;
  }
  for (const head of signedHeads) {
    if (head.seq > seq)
      return broken(seq + 1, `events up to ${head.seq} were signed on ${head.day}; the tail is missing`);
    if (!signatureHolds(tenantId, head))
      return broken(head.seq, `the signature of the head of ${head.day} does not hold`);
  }
  return { holds: true, events: seq, erased, signedHeads: signedHeads.length };
}

function faultOf(tenantId: string, event: StoredEvent, seq: number, previous: Uint8Array): string | undefined {
  if (event.seq !== seq) return `event ${seq} is missing; the next one stored is ${event.seq}`;
  if (!sameBytes(event.prevHash, previous)) return "does not link to the event before it";
  if (!sameBytes(chainHash(previous, seq, event.envelope), event.hash)) return "its hash does not fit its envelope";
  const envelope: Envelope = JSON.parse(event.envelope);
  if (envelope.tenant !== tenantId || envelope.id !== event.id || envelope.commandId !== event.commandId)
    return "its envelope names another event";
  if (
    event.payload !== null &&
    event.salt !== null &&
    payloadDigest(event.salt, event.payload) !== envelope.payloadDigest
  )
    return "its payload was changed";
  return undefined;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function signatureHolds(tenantId: string, head: SignedHead): boolean {
  const key = createPublicKey({ key: Buffer.from(head.publicKey, "base64"), format: "der", type: "spki" });
  return verifySignature(null, headStatement(tenantId, head), key, Buffer.from(head.signature, "base64"));
}
