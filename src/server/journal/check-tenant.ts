// The whole verdict on one tenant: its chain, its signed heads here and in the second place, and, if asked, its tables.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { platformTenantId } from "#domain/access/roles.ts";
import { systemActor } from "../commands/issue.ts";
import type { Database } from "../db/pool.ts";
import { asActor } from "../db/transaction.ts";
import { differences, foldJournal } from "./fold.ts";
import { readEvents, readSignedHeads, readTable, tablesOf } from "./read.ts";
import { type ChainVerdict, type SignedHead, verifyChain } from "./verify.ts";

export interface TenantVerdict {
  readonly chain: ChainVerdict;
  /** Differences between the journal and the tables; empty when they agree or were not compared. */
  readonly differences: readonly string[];
}

const headLine = z.object({
  day: z.string(),
  seq: z.number(),
  hash: z.string(),
  signature: z.string(),
  publicKey: z.string(),
});

/** Heads kept in the second place, `<data>/heads/<tenant>.jsonl`; none where the file is absent. */
export async function readHeadFile(dataDir: string, tenantId: string): Promise<SignedHead[]> {
  const text = await readFile(join(dataDir, "heads", `${tenantId}.jsonl`), "utf8").catch(() => "");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => headLine.parse(JSON.parse(line)))
    .map((head) => ({ ...head, hash: Buffer.from(head.hash, "hex") }));
}

export async function checkTenant(
  database: Database,
  dataDir: string,
  tenantId: string,
  withState: boolean,
): Promise<TenantVerdict> {
  const kept = await readHeadFile(dataDir, tenantId);
  return asActor(database, tenantId, systemActor("verify"), async ({ client }) => {
    await client.query("set transaction isolation level repeatable read");
    const stored = await readSignedHeads(client, tenantId);
    const chain = await verifyChain(tenantId, readEvents(client, tenantId), [...stored, ...kept]);
    if (!withState || !chain.holds) return { chain, differences: [] };
    return { chain, differences: await compareState(client, tenantId) };
  });
}

async function compareState(client: Parameters<typeof readTable>[0], tenantId: string): Promise<string[]> {
  const folded = await foldJournal(payloadsOf(client, tenantId));
  const found: string[] = [];
  for (const entity of tablesOf(tenantId === platformTenantId)) {
    const stored = await readTable(client, tenantId, entity);
    found.push(...differences(entity, folded.get(entity) ?? new Map(), stored));
  }
  return found;
}

async function* payloadsOf(client: Parameters<typeof readTable>[0], tenantId: string): AsyncGenerator<string> {
  for await (const event of readEvents(client, tenantId)) if (event.payload !== null) yield event.payload;
}
