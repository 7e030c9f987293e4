// Today's stops out of the rows of every membership: one a site, with what is owed there and what is open. Pure.
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { routeOrder } from "./route-order.ts";

export interface ScopeRows {
  readonly scope: string;
  readonly tenantName: string;
  readonly tasks: readonly Row<"tasks">[];
  readonly visits: readonly Row<"visits">[];
  readonly sites: readonly Row<"sites">[];
  readonly enterprises: readonly Row<"enterprises">[];
  readonly communities: readonly Row<"communities">[];
  readonly hazards: readonly Row<"hazards">[];
  readonly documents: readonly Row<"documents">[];
  readonly periods: readonly Row<"schemePeriods">[];
}

export interface Stop {
  readonly scope: string;
  readonly tenantName: string;
  readonly site: Row<"sites">;
  readonly enterprise: Row<"enterprises">;
  readonly community: string | null;
  /** Owed by this expert and due to be done now. */
  readonly tasks: readonly Row<"tasks">[];
  readonly period: Row<"schemePeriods"> | undefined;
  readonly visit: Row<"visits"> | undefined;
  readonly served: boolean;
  readonly open: readonly Row<"hazards">[];
  readonly status: "done" | "under way" | "to do";
}

/** A planned inspection on its day or late; a re-inspection once its window is open. */
export function isForToday(task: Row<"tasks">, scope: string, today: LocalDate): boolean {
  if (task.state !== "owed" || task.expertMembershipId !== scope || task.kind === "supervision") return false;
  const from = task.plannedOn ?? task.windowFrom;
  return from !== null && from <= today;
}

/** Done ones first, then the route. */
export function stopsOf(scopes: readonly ScopeRows[], today: LocalDate): readonly Stop[] {
  const stops = scopes.flatMap((rows) => stopsIn(rows, today));
  const done = stops
    .filter((stop) => stop.status === "done")
    .toSorted((a, b) => (a.visit?.arrivedAt ?? "").localeCompare(b.visit?.arrivedAt ?? ""));
  const underWay = stops.filter((stop) => stop.status === "under way");
  const toDo = routeOrder(stops.filter((stop) => stop.status === "to do"));
  return [...done, ...underWay, ...toDo];
}

function stopsIn(rows: ScopeRows, today: LocalDate): readonly Stop[] {
  const due = Map.groupBy(
    rows.tasks.filter((task) => isForToday(task, rows.scope, today)),
    (task) => task.siteId,
  );
  const own = rows.visits.filter((visit) => visit.expertMembershipId === rows.scope && isToday(visit, today));
  const siteIds = new Set([...due.keys(), ...own.map((visit) => visit.siteId)]);
  return [...siteIds].flatMap((siteId) => {
    const site = rows.sites.find((one) => one.id === siteId);
    const enterprise = rows.enterprises.find((one) => one.id === site?.enterpriseId);
    if (!site || !enterprise) return [];
    return [
      stopAt(
        rows,
        site,
        enterprise,
        due.get(siteId) ?? [],
        own.filter((visit) => visit.siteId === siteId),
      ),
    ];
  });
}

function isToday(visit: Row<"visits">, today: LocalDate): boolean {
  return visit.status === "started" || dayOf(visit.departedAt ?? visit.arrivedAt) === today;
}

function stopAt(
  rows: ScopeRows,
  site: Row<"sites">,
  enterprise: Row<"enterprises">,
  tasks: readonly Row<"tasks">[],
  visits: readonly Row<"visits">[],
): Stop {
  const visit = visits.find((one) => one.status === "started") ?? visits.at(-1);
  const unserved = visit?.status === "finished" && !rows.documents.some((one) => one.visitId === visit.id);
  const status = visit?.status === "started" || unserved ? "under way" : visit && tasks.length === 0 ? "done" : "to do";
  const [task] = tasks;
  return {
    scope: rows.scope,
    tenantName: rows.tenantName,
    site,
    enterprise,
    community: rows.communities.find((one) => one.id === site.communityId)?.name ?? null,
    tasks,
    period: rows.periods.find((one) => one.schemeId === task?.schemeId && one.no === task.periodNo),
    visit: status === "to do" ? undefined : visit,
    served: visit !== undefined && rows.documents.some((one) => one.visitId === visit.id),
    open: rows.hazards.filter((hazard) => hazard.siteId === site.id && isOpen(hazard)),
    status,
  };
}

/** 10–12月, 12月 when it lies in one month, 12–次年2月 across the year. */
export function periodMonths({ startsOn, endsOn }: Pick<Row<"schemePeriods">, "startsOn" | "endsOn">): string {
  const [from, to] = [Number(startsOn.slice(5, 7)), Number(endsOn.slice(5, 7))];
  if (startsOn.slice(0, 7) === endsOn.slice(0, 7)) return `${from}月`;
  return startsOn.slice(0, 4) === endsOn.slice(0, 4) ? `${from}–${to}月` : `${from}–次年${to}月`;
}
