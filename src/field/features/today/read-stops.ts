import type { FieldDatabase } from "../../store/field-database.ts";
import { rowsOf } from "../../store/read-rows.ts";
import type { ScopeRows } from "./stops.ts";

/** The rows of every membership held on this phone. */
export async function readScopes(db: FieldDatabase): Promise<readonly ScopeRows[]> {
  const found: ScopeRows[] = [];
  for (const { scope, tenantName } of await db.snapshots.toArray()) {
    found.push({
      scope,
      tenantName,
      tasks: await rowsOf(db, scope, "tasks"),
      visits: await rowsOf(db, scope, "visits"),
      sites: await rowsOf(db, scope, "sites"),
      enterprises: await rowsOf(db, scope, "enterprises"),
      communities: await rowsOf(db, scope, "communities"),
      hazards: await rowsOf(db, scope, "hazards"),
      documents: await rowsOf(db, scope, "documents"),
      periods: await rowsOf(db, scope, "schemePeriods"),
    });
  }
  return found;
}
