// Hazards in figures: found in the year by family and category, open by step, overdue by holder, and the worst five.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Category, OverdueHazard, Overview, StepGroup } from "#api/overview.ts";
import { stepGroups } from "#api/overview.ts";
import type { Figure } from "#api/rows-link.ts";
import { dayOf, daysBetween, type LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { dueOn, isFoundBetween, isOpen, isOverdue, stepGroupOf, stepOfGroup } from "./measures.ts";
import { type OverviewCut, within } from "./overview-cut.ts";
import { visible } from "./visibility.ts";

/** Days of the year looked at, and the first day of the period that runs. */
export interface HazardSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly periodFrom: LocalDate;
}

const MOST_SHOWN = 5;
const families = ["records", "onSite"] as const;

export async function overviewHazards(
  tx: Transaction,
  cut: OverviewCut,
  span: HazardSpan,
): Promise<Overview["hazards"]> {
  const mine = sql<SqlBool>`${visible(tx, "hazards", "h")} and ${within(cut, "h")}`;
  const byCategory = await foundByCategory(tx, cut, span, mine);
  return {
    ...(await totals(tx, cut, span, mine)),
    byFamily: families.map((family) => ({
      family,
      found: figure(sum(byCategory.filter((one) => one.family === family).map((one) => one.found.count)), cut, {
        state: "all",
        found: "year",
        family,
      }),
    })),
    byCategory,
    bySteps: await openBySteps(tx, cut, mine),
    overdueByHolder: await overdueByHolder(tx, cut, mine),
    mostOverdue: await mostOverdue(tx, cut, mine),
  };
}

function figure(count: number, cut: OverviewCut, filter: Record<string, string>): Figure {
  return { count, rows: { list: "hazards", filter: { ...filter, ...cut.filter } } };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

async function totals(tx: Transaction, cut: OverviewCut, span: HazardSpan, mine: RawBuilder<SqlBool>) {
  const found = isFoundBetween("h", span.from, span.to);
  const { rows } = await sql<Record<"found" | "closedOfFound" | "open" | "overdue" | "listed" | "carriedOver", number>>`
    select count(*) filter (where ${found}) as found,
      count(*) filter (where ${found} and not ${isOpen("h")}) as closed_of_found,
      count(*) filter (where ${isOpen("h")}) as open,
      count(*) filter (where ${isOpen("h")} and ${isOverdue("h", cut.day)}) as overdue,
      count(*) filter (where ${isOpen("h")} and h.listed) as listed,
      count(*) filter (where ${isOpen("h")} and h.found_on < ${span.periodFrom}::date) as carried_over
    from hazards h where ${mine}`.execute(tx.db);
  const row = rows[0];
  return {
    found: figure(row?.found ?? 0, cut, { state: "all", found: "year" }),
    closedOfFound: figure(row?.closedOfFound ?? 0, cut, { state: "closed", found: "year" }),
    open: figure(row?.open ?? 0, cut, { state: "open" }),
    overdue: figure(row?.overdue ?? 0, cut, { state: "open", overdue: "1" }),
    listed: figure(row?.listed ?? 0, cut, { state: "open", listed: "1" }),
    carriedOver: figure(row?.carriedOver ?? 0, cut, { state: "open", carriedOver: "1" }),
  };
}

async function foundByCategory(
  tx: Transaction,
  cut: OverviewCut,
  span: HazardSpan,
  mine: RawBuilder<SqlBool>,
): Promise<Category[]> {
  const { rows } = await sql<{ family: Category["family"]; category: string; count: number }>`
    select h.family, coalesce(i.level2, '未归类') as category, count(*) as count
    from hazards h left join catalogue_items i on i.code = h.item_code
    where ${mine} and ${isFoundBetween("h", span.from, span.to)}
    group by 1, 2 order by count(*) desc, 2`.execute(tx.db);
  return rows.map(({ family, category, count }) => ({
    family,
    category,
    found: figure(count, cut, { state: "all", found: "year", family, category }),
  }));
}

async function openBySteps(tx: Transaction, cut: OverviewCut, mine: RawBuilder<SqlBool>) {
  const { rows } = await sql<{ group: StepGroup; open: number; overdue: number }>`
    select ${stepGroupOf("h")} as "group", count(*) as open, count(*) filter (where ${isOverdue("h", cut.day)}) as overdue
    from hazards h where ${mine} and ${isOpen("h")} group by 1`.execute(tx.db);
  return stepGroups.map((group) => {
    const row = rows.find((one) => one.group === group);
    return {
      group,
      step: stepOfGroup[group],
      open: figure(row?.open ?? 0, cut, { state: "open", group }),
      overdue: figure(row?.overdue ?? 0, cut, { state: "open", group, overdue: "1" }),
    };
  });
}

async function overdueByHolder(tx: Transaction, cut: OverviewCut, mine: RawBuilder<SqlBool>) {
  const { rows } = await sql<{ holder: OverdueHazard["holder"]; count: number }>`
    select h.holder, count(*) as count from hazards h
    where ${mine} and ${isOpen("h")} and ${isOverdue("h", cut.day)} group by 1 order by 2 desc, 1`.execute(tx.db);
  return rows.map(({ holder, count }) => ({
    holder,
    overdue: figure(count, cut, { state: "open", overdue: "1", holder }),
  }));
}

async function mostOverdue(tx: Transaction, cut: OverviewCut, mine: RawBuilder<SqlBool>): Promise<OverdueHazard[]> {
  const { rows } = await sql<Omit<OverdueHazard, "daysLate" | "step">>`
    select h.id, h.number, h.description, h.place, h.enterprise_id, coalesce(e.name, v.enterprise_name) as enterprise_name,
      c.name as community_name, h.severity, ${stepGroupOf("h")} as "group", h.holder, h.held_since, ${dueOn("h")} as due_on
    from hazards h
    join visits v on v.tenant_id = h.tenant_id and v.id = h.visit_id
    left join enterprises e on e.tenant_id = h.tenant_id and e.id = h.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = h.tenant_id and c.id = h.community_id and ${visible(tx, "communities", "c")}
    where ${mine} and ${visible(tx, "visits", "v")} and ${isOpen("h")} and ${isOverdue("h", cut.day)}
    order by h.severity = 'major' desc, ${dueOn("h")}, h.number limit ${MOST_SHOWN}`.execute(tx.db);
  return rows.map((row) => ({
    ...row,
    step: stepOfGroup[row.group],
    heldSince: dayOf(row.heldSince),
    daysLate: daysBetween(row.dueOn, cut.day),
  }));
}
