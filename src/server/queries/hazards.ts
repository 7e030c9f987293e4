// The list of hazards: a page of rows, or all of them for a sheet.
import { type RawBuilder, sql } from "kysely";
import type { HazardFilter, HazardRow, hazardSorts } from "#api/hazards.ts";
import { addDays, dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { currentStep } from "#domain/hazard/steps.ts";
import type { Transaction } from "../db/transaction.ts";
import { type HazardView, hazardConditions } from "./hazard-filter.ts";
import { dueOn, isOverdue } from "./measures.ts";
import { communitiesOf, schemeOnDay } from "./scheme-on-day.ts";
import { visible } from "./visibility.ts";

export const HAZARD_PAGE = 50;
type Sort = (typeof hazardSorts)[number];

export interface HazardSlice {
  readonly sort: Sort;
  readonly limit: number;
  readonly offset: number;
}

interface ListedHazard extends Omit<HazardRow, "step" | "heldSince"> {
  readonly heldSince: string;
  readonly clockStartedOn: LocalDate | null;
  readonly total: number;
}

export async function readHazards(
  tx: Transaction,
  day: LocalDate,
  filter: HazardFilter,
  slice: HazardSlice,
): Promise<{ total: number; rows: HazardRow[] }> {
  const view = await viewOf(tx, day, filter);
  const { rows } = await sql<ListedHazard>`
    select ${hazardColumns()}, count(*) over () as total
    from ${hazardTables(tx)}
    where ${sql.join(hazardConditions(tx, view), sql` and `)}
    order by ${orders[slice.sort](day)}, h.number
    limit ${slice.limit} offset ${slice.offset}`.execute(tx.db);
  return { total: rows[0]?.total ?? 0, rows: rows.map(hazardRowOf) };
}

/** What both the list and the page of one hazard show of it. */
export function hazardColumns(): RawBuilder<unknown> {
  return sql`h.id, h.number, h.description, h.place, h.enterprise_id, coalesce(e.name, v.enterprise_name) as enterprise_name,
    c.name as community_name, a.agency_name, h.family, i.level2 as category, h.severity, h.status, h.contested, h.holder,
    h.held_since, ${dueOn("h")} as due_on, h.round, h.found_on, h.closed_on, h.clock_started_on`;
}

export function hazardTables(tx: Transaction): RawBuilder<unknown> {
  return sql`hazards h
    join visits v on v.tenant_id = h.tenant_id and v.id = h.visit_id and ${visible(tx, "visits", "v")}
    left join enterprises e on e.tenant_id = h.tenant_id and e.id = h.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = h.tenant_id and c.id = h.community_id and ${visible(tx, "communities", "c")}
    left join agency_engagements a on a.tenant_id = h.tenant_id and a.agency_id = h.agency_id and ${visible(tx, "agencyEngagements", "a")}
    left join catalogue_items i on i.code = h.item_code`;
}

export function hazardRowOf(row: ListedHazard): HazardRow {
  const { total: _total, clockStartedOn, heldSince, ...rest } = row;
  return { ...rest, heldSince: dayOf(heldSince), step: currentStep({ status: row.status, clockStartedOn }) };
}

const orders: Readonly<Record<Sort, (day: LocalDate) => RawBuilder<unknown>>> = {
  consequence: (day) => sql`case h.severity when 'major' then 0 when 'suspectedMajor' then 1 else 2 end,
    ${isOverdue("h", day)} desc, ${dueOn("h")} nulls last, h.held_since`,
  due: () => sql`${dueOn("h")} nulls last`,
  "-found": () => sql`h.found_on desc`,
  number: () => sql`h.number`,
  since: () => sql`h.held_since`,
};

async function viewOf(tx: Transaction, day: LocalDate, filter: HazardFilter): Promise<HazardView> {
  const { scheme, periods } = await schemeOnDay(tx, day, filter.year);
  const from = scheme?.startsOn ?? addDays(day, -365);
  const to = scheme && scheme.endsOn < day ? scheme.endsOn : day;
  const running = periods.find((period) => period.startsOn <= day && day <= period.endsOn);
  return { day, filter, span: { from, to, periodFrom: running?.startsOn ?? from } };
}

/** What the list may be narrowed by. */
export async function hazardChoices(tx: Transaction, enterpriseId: string | undefined) {
  const agencies = await tx.db
    .selectFrom("agencyEngagements")
    .select(["agencyId as id", "agencyName as name"])
    .where(visible(tx, "agencyEngagements"))
    .orderBy("agencyName")
    .execute();
  const categories = await sql<{ category: string }>`
    select distinct coalesce(i.level2, '未归类') as category from hazards h left join catalogue_items i on i.code = h.item_code
    where ${visible(tx, "hazards", "h")} order by 1`.execute(tx.db);
  const enterprise = enterpriseId
    ? await tx.db
        .selectFrom("enterprises")
        .select("name")
        .where(visible(tx, "enterprises"))
        .where("id", "=", enterpriseId)
        .executeTakeFirst()
    : undefined;
  return {
    communities: await communitiesOf(tx),
    agencies,
    categories: categories.rows.map((row) => row.category),
    enterpriseName: enterprise?.name ?? null,
  };
}
