// Once a day each tenant's head is signed and written to a second place, so that a cut tail is detected.
import { sign } from "node:crypto";
import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Actor } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/pool.ts";
import { asActor } from "../db/transaction.ts";
import { masterKey, openPrivateKey } from "./tenant-keys.ts";
import { headStatement } from "./verify.ts";

export const headSigner: Actor = { kind: "system", id: "sign-head", role: "system", name: "系统", scopeId: null };

/** Signs today's heads of all tenants that have work and no head yet; answers how many. Safe to run twice. */
export async function signHeads(database: Database, clock: Clock, dataDir: string): Promise<number> {
  const day = dayOf(clock.now());
  const { rows } = await database.pool.query<{ tenant_id: string }>("select tenant_id from tenants_with_work($1)", [
    day,
  ]);
  for (const { tenant_id } of rows) await signHead(database, clock, dataDir, tenant_id, day);
  return rows.length;
}

async function signHead(
  database: Database,
  clock: Clock,
  dataDir: string,
  tenantId: string,
  day: string,
): Promise<void> {
  const master = await masterKey(dataDir);
  const line = await asActor(database, tenantId, headSigner, async ({ db }) => {
    const head = await db.selectFrom("journalHeads").selectAll().executeTakeFirstOrThrow();
    const key = await db.selectFrom("tenantKeys").selectAll().orderBy("createdAt", "desc").executeTakeFirstOrThrow();
    const statement = headStatement(tenantId, { day, seq: head.seq, hash: head.hash });
    const signature = sign(null, statement, openPrivateKey(master, key.sealedPrivateKey)).toString("base64");
    const row = { tenantId, day, seq: head.seq, hash: head.hash, keyId: key.id, signature, signedAt: clock.now() };
    await db
      .insertInto("signedHeads")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return JSON.stringify({ ...row, hash: Buffer.from(head.hash).toString("hex"), publicKey: key.publicKey });
  });
  const folder = join(dataDir, "heads");
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, `${tenantId}.jsonl`), `${line}\n`, { flush: true });
}
