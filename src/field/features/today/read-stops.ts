import type { HeldMembership } from "../../store/device.ts";
import type { FieldDatabase } from "../../store/field-database.ts";
import { rowsOf } from "../../store/read-rows.ts";
import type { ScopeRows } from "./stops.ts";

/** The rows of every membership of which this phone has a snapshot; the snapshots themselves are too large to read for it. */
export async function readScopes(
  db: FieldDatabase,
  memberships: readonly HeldMembership[],
): Promise<readonly ScopeRows[]> {
  const pulled = new Set(await db.snapshots.toCollection().primaryKeys());
  return Promise.all(memberships.filter((one) => pulled.has(one.id)).map((one) => readScope(db, one)));
}

async function readScope(db: FieldDatabase, { id: scope, tenantName }: HeldMembership): Promise<ScopeRows> {
  const [tasks, visits, sites, enterprises, communities, hazards, documents, periods] = await Promise.all([
    rowsOf(db, scope, "tasks"),
    rowsOf(db, scope, "visits"),
    rowsOf(db, scope, "sites"),
    rowsOf(db, scope, "enterprises"),
    rowsOf(db, scope, "communities"),
    rowsOf(db, scope, "hazards"),
    rowsOf(db, scope, "documents"),
    rowsOf(db, scope, "schemePeriods"),
  ]);
  return { scope, tenantName, tasks, visits, sites, enterprises, communities, hazards, documents, periods };
}
