import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { FieldDatabase, StoredSnapshot } from "../../store/field-database.ts";
import { rowsOf } from "../../store/read-rows.ts";
import { isForToday } from "../today/stops.ts";

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
  readonly periods: readonly Row<"schemePeriods">[];
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
    periods: await rowsOf(db, scope, "schemePeriods"),
  };
}

/** What a visit made now is for unless the expert says otherwise: what is due, else what periods already begun owe. */
export function owedNow({ owed, periods }: Pick<SiteRows, "owed" | "periods">, scope: string, today: LocalDate) {
  const due = owed.filter((task) => isForToday(task, scope, today));
  if (due.length > 0) return due;
  const begun = new Set(periods.filter((one) => one.startsOn <= today).map((one) => `${one.schemeId} ${one.no}`));
  return owed.filter((task) => begun.has(`${task.schemeId} ${task.periodNo}`));
}

function dayOfTask(task: Row<"tasks">): string {
  return task.plannedOn ?? task.windowFrom ?? task.periodEndsOn;
}
