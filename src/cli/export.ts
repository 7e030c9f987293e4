// `bihuan export --tenant ID [--out FILE]`: JSON lines; without --tenant it lists the tenants.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { exportTenant } from "#server/journal/export-tenant.ts";
import { option, withInstance } from "./with-instance.ts";

export async function run(args: readonly string[]): Promise<number> {
  return withInstance(async ({ services }) => {
    const tenantId = option(args, "tenant");
    if (!tenantId) {
      const tenants = await services.database.global
        .selectFrom("tenants")
        .select(["id", "name"])
        .orderBy("createdAt")
        .execute();
      for (const tenant of tenants) console.log(`${tenant.id}  ${tenant.name}`);
      console.error("Name one: bihuan export --tenant ID [--out FILE]");
      return 2;
    }
    const file = option(args, "out");
    const out = file ? createWriteStream(file) : process.stdout;
    const counts = await exportTenant(services.database, tenantId, async (line) => {
      if (!out.write(`${line}\n`)) await once(out, "drain");
    });
    if (file) {
      out.end();
      await once(out, "finish");
    }
    console.error(`${counts.rows} rows, ${counts.events} events`);
    return 0;
  });
}
