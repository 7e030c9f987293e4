import type { Row } from "#domain/kernel/entities.ts";
import type { FieldDatabase, StoredSnapshot } from "../../store/field-database.ts";
import { rowsOf } from "../../store/read-rows.ts";

export interface SiteRows {
  readonly snapshot: StoredSnapshot;
  readonly site: Row<"sites">;
  readonly enterprise: Row<"enterprises">;
  readonly community: Row<"communities"> | undefined;
  /** Owed by this expert here, and of a kind a visit fulfils. */
  readonly owed: readonly Row<"tasks">[];
  readonly visits: readonly Row<"visits">[];
  readonly hazards: readonly Row<"hazards">[];
  readonly photos: readonly Row<"photoSlots">[];
}

export async function readSite(db: FieldDatabase, scope: string, siteId: string): Promise<SiteRows | null> {
  const snapshot = await db.snapshots.get(scope);
  const site = (await rowsOf(db, scope, "sites")).find((one) => one.id === siteId);
  if (!snapshot || !site) return null;
  const { enterpriseId } = site;
  const enterprise = (await rowsOf(db, scope, "enterprises")).find((one) => one.id === enterpriseId);
  if (!enterprise) return null;
  const tasks = await rowsOf(db, scope, "tasks", { enterpriseId });
  return {
    snapshot,
    site,
    enterprise,
    community: (await rowsOf(db, scope, "communities")).find((one) => one.id === site.communityId),
    owed: tasks
      .filter((task) => task.siteId === siteId && task.state === "owed" && task.kind !== "supervision")
      .filter((task) => task.expertMembershipId === scope)
      .toSorted((a, b) => a.kind.localeCompare(b.kind) || dayOfTask(a).localeCompare(dayOfTask(b))),
    visits: (await rowsOf(db, scope, "visits", { enterpriseId })).filter((visit) => visit.siteId === siteId),
    hazards: await rowsOf(db, scope, "hazards", { enterpriseId }),
    photos: await rowsOf(db, scope, "photoSlots", { enterpriseId }),
  };
}

function dayOfTask(task: Row<"tasks">): string {
  return task.plannedOn ?? task.windowFrom ?? task.periodEndsOn;
}
