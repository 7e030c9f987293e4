// Reads a tenant's division, working days and layer over the catalogue once, and the law once a version.

import type { WorkingCalendar } from "#domain/calendar/working-days.ts";
import { layeredLibrary } from "#domain/law/catalogue/layer.ts";
import type { Library } from "#domain/law/library.ts";
import { correctedCalendar } from "../calendar/published-days.ts";
import type { Database } from "../db/pool.ts";
import { asActor } from "../db/transaction.ts";
import { readLayer } from "../library/tenant-layer.ts";
import { systemActor } from "./issue.ts";
import type { RulesOf, TenantRules } from "./rules.ts";

/** How long a tenant's settings may be used before they are read again; other processes may have changed them. */
const KEEP_MS = 10_000;

export function tenantRules(
  database: Database,
  published: WorkingCalendar,
  readLibrary: () => Promise<Library>,
): RulesOf {
  const kept = new Map<string, { readonly until: number; readonly rules: Promise<TenantRules> }>();
  const rulesOf = (tenantId: string): Promise<TenantRules> => {
    const known = kept.get(tenantId);
    if (known && known.until > performance.now()) return known.rules;
    const rules = readRules(database, tenantId, published, readLibrary);
    kept.set(tenantId, { until: performance.now() + KEEP_MS, rules });
    rules.catch(() => kept.delete(tenantId));
    return rules;
  };
  return Object.assign(rulesOf, { forget: () => kept.clear() });
}

async function readRules(
  database: Database,
  tenantId: string,
  published: WorkingCalendar,
  readLibrary: () => Promise<Library>,
): Promise<TenantRules> {
  const tenant = await database.global
    .selectFrom("tenants")
    .select("divisionCode")
    .where("id", "=", tenantId)
    .executeTakeFirst();
  const { corrections, layer } = await asActor(
    database,
    tenantId,
    systemActor("rules"),
    async (tx) => ({
      corrections: await tx.db.selectFrom("workingDayCorrections").select(["day", "working"]).execute(),
      layer: await readLayer(tx),
    }),
    { readOnly: true },
  );
  return {
    divisionCode: tenant?.divisionCode ?? "000000",
    calendar: correctedCalendar(published, corrections),
    library: layeredLibrary(await readLibrary(), layer),
  };
}
