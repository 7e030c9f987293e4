// Every row and every journal event of a tenant as JSON lines, and who was told of which deadline: what a third party needs to recompute figures and check the chain.

import { platformTenantId } from "#domain/access/roles.ts";
import { systemActor } from "../commands/issue.ts";
import type { Database } from "../db/pool.ts";
import { asActor } from "../db/transaction.ts";
import { readEvents, readReminders, readSignedHeads, readTable, tablesOf } from "./read.ts";

/** Hands each line to `write`, from one consistent snapshot. Rows: { table, row }; events: { event }; heads: { head }. */
export async function exportTenant(
  database: Database,
  tenantId: string,
  write: (line: string) => void | Promise<void>,
): Promise<{ rows: number; events: number }> {
  return asActor(database, tenantId, systemActor("export"), async ({ client }) => {
    await client.query("set transaction isolation level repeatable read");
    let rows = 0;
    let events = 0;
    await write(JSON.stringify({ bihuanExport: 1, tenantId }));
    for (const entity of tablesOf(tenantId === platformTenantId))
      for (const row of (await readTable(client, tenantId, entity)).values()) {
        rows += 1;
        await write(JSON.stringify({ table: entity, row }));
      }
    // Follows from the rest; here so that anyone can see who was told when.
    for (const row of await readReminders(client, tenantId)) {
      rows += 1;
      await write(JSON.stringify({ table: "reminders", row }));
    }
    for (const head of await readSignedHeads(client, tenantId))
      await write(JSON.stringify({ head: { ...head, hash: hex(head.hash) } }));
    for await (const event of readEvents(client, tenantId)) {
      events += 1;
      const { prevHash, hash, salt, ...rest } = event;
      await write(
        JSON.stringify({ event: { ...rest, prevHash: hex(prevHash), hash: hex(hash), salt: salt && hex(salt) } }),
      );
    }
    return { rows, events };
  });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
