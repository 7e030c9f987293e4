// A community's own list: the open hazards of its sites, site by site, and when each was last pressed to act.
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { isEnterpriseOverdue } from "#domain/hazard/due.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { supervisionDue } from "#domain/supervision/supervision-due.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

export interface SiteOfCommunity {
  readonly siteId: string;
  readonly enterpriseName: string;
  readonly siteName: string;
  readonly hazards: readonly Row<"hazards">[];
  readonly lastSupervision: Row<"supervisions"> | undefined;
  /** The earliest day by which one of its hazards wants a push and has had none since its round began. */
  readonly superviseBy: LocalDate | null;
}

export async function sitesOfCommunity(tx: Transaction, today: LocalDate): Promise<readonly SiteOfCommunity[]> {
  const hazards = await tx.db
    .selectFrom("hazards")
    .selectAll()
    .where(visible(tx, "hazards"))
    .where((where) => where.or([where("status", "not in", ["closed", "voided"]), where("contested", "=", true)]))
    .orderBy("rectificationDue")
    .orderBy("number")
    .execute();
  const bySite = Map.groupBy(hazards, (hazard) => hazard.siteId);
  if (bySite.size === 0) return [];
  const siteIds = [...bySite.keys()];
  const names = await tx.db
    .selectFrom("sites")
    .innerJoin("enterprises", (join) =>
      join.onRef("enterprises.tenantId", "=", "sites.tenantId").onRef("enterprises.id", "=", "sites.enterpriseId"),
    )
    .select(["sites.id", "sites.name as siteName", "enterprises.name as enterpriseName"])
    .where(visible(tx, "sites"))
    .where("sites.id", "in", siteIds)
    .execute();
  const supervisions = await tx.db
    .selectFrom("supervisions")
    .selectAll()
    .distinctOn("siteId")
    .where(visible(tx, "supervisions"))
    .where("siteId", "in", siteIds)
    .orderBy("siteId")
    .orderBy("occurredAt", "desc")
    .execute();
  const sites = siteIds.map((siteId) => {
    const own = bySite.get(siteId) ?? [];
    const name = names.find((one) => one.id === siteId);
    const lastSupervision = supervisions.find((one) => one.siteId === siteId);
    const words = { enterpriseName: name?.enterpriseName ?? "", siteName: name?.siteName ?? "" };
    return { siteId, ...words, hazards: own, lastSupervision, superviseBy: dueFor(own, lastSupervision) };
  });
  return sites.toSorted((a, b) => weight(a, today).localeCompare(weight(b, today)));
}

/** Half-way to the deadline (design: Plan), for what the enterprise still has to do. */
function dueFor(hazards: readonly Row<"hazards">[], last: Row<"supervisions"> | undefined): LocalDate | null {
  const lastDay = last ? dayOf(last.occurredAt) : "";
  const days = hazards.flatMap(({ status, clockStartedOn, rectificationDue }) =>
    status === "open" && clockStartedOn && rectificationDue && lastDay < clockStartedOn
      ? [supervisionDue(clockStartedOn, rectificationDue)]
      : [],
  );
  return days.toSorted()[0] ?? null;
}

/** Overdue first, then the nearest date. */
function weight(site: SiteOfCommunity, today: LocalDate): string {
  const late = site.hazards.some((hazard) => isEnterpriseOverdue(hazard, today)) ? "0" : "1";
  const first = site.hazards
    .flatMap((hazard) => (hazard.status === "open" ? (hazard.rectificationDue ?? []) : []))
    .toSorted()[0];
  return `${late} ${first ?? "9999"} ${site.enterpriseName}`;
}
