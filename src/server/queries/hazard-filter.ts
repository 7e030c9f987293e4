// The hazard list's filter as SQL over the hazard `h`, its enterprise `e` and its catalogue item `i`.
// Open, overdue and found are the measures the overview counts with, so a figure and its rows cannot differ.
import { type SqlBool, sql } from "kysely";
import type { HazardFilter } from "#api/hazards.ts";
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";
import { dueSoonDays } from "#domain/hazard/due.ts";
import { holdersOf } from "#domain/hazard/responsible.ts";
import { wasTold } from "./climbing-rules.ts";
import { dueOn, isFoundBetween, isHeldBy, isOpen, isOverdue, stepGroupOf } from "./measures.ts";
import { isWithUnit } from "./routing.ts";
import { type Asker, type Condition, visible } from "./visibility.ts";

export interface HazardView {
  readonly day: LocalDate;
  /** The service year up to today, and the first day of the period that runs. */
  readonly span: { readonly from: LocalDate; readonly to: LocalDate; readonly periodFrom: LocalDate };
  readonly filter: HazardFilter;
}

export function hazardConditions(asker: Asker, view: HazardView): Condition[] {
  return [
    visible(asker, "hazards", "h"),
    ...stateConditions(view),
    ...timeConditions(view),
    ...placeConditions(view),
    ...(view.filter.unit ? [isWithUnit(asker, view.filter.unit, unitStates(view.filter))] : []),
    ...(view.filter.told ? [wasTold(asker, view.filter.told)] : []),
  ];
}

function unitStates({ unitState }: HazardFilter): readonly ("asked" | "taken")[] {
  return unitState ? [unitState] : ["asked", "taken"];
}

function stateConditions({ filter }: HazardView): Condition[] {
  const conditions: Condition[] = [];
  const state = filter.state ?? (filter.status || filter.found ? "all" : "open");
  if (state === "open") conditions.push(isOpen("h"));
  if (state === "closed") conditions.push(sql<SqlBool>`not ${isOpen("h")} and h.status <> 'voided'`);
  if (filter.status) conditions.push(sql<SqlBool>`h.status = ${filter.status}`);
  if (filter.family) conditions.push(sql<SqlBool>`h.family = ${filter.family}`);
  if (filter.category) conditions.push(sql<SqlBool>`coalesce(i.level2, '未归类') = ${filter.category}`);
  if (filter.severity) conditions.push(sql<SqlBool>`h.severity = ${filter.severity}`);
  if (filter.holder) conditions.push(sql<SqlBool>`h.holder = ${filter.holder}`);
  if (filter.responsible) conditions.push(isHeldBy("h", holdersOf[filter.responsible]));
  if (filter.group) conditions.push(sql<SqlBool>`${stepGroupOf("h")} = ${filter.group}`);
  if (filter.flag) conditions.push(sql<SqlBool>`${sql.ref(`h.${filter.flag}`)}`);
  if (filter.listed) conditions.push(sql<SqlBool>`h.listed`);
  return conditions;
}

function timeConditions({ day, span, filter }: HazardView): Condition[] {
  const conditions: Condition[] = [];
  if (filter.overdue) conditions.push(isOverdue("h", day));
  if (filter.due)
    conditions.push(sql<SqlBool>`${dueOn("h")} between ${day}::date and ${addDays(day, dueSoonDays)}::date`);
  if (filter.carriedOver) conditions.push(sql<SqlBool>`h.found_on < ${span.periodFrom}::date`);
  if (filter.found) conditions.push(isFoundBetween("h", span.from, span.to));
  if (filter.foundFrom) conditions.push(sql<SqlBool>`h.found_on >= ${filter.foundFrom}::date`);
  if (filter.foundTo) conditions.push(sql<SqlBool>`h.found_on <= ${filter.foundTo}::date`);
  return conditions;
}

function placeConditions({ filter }: HazardView): Condition[] {
  const conditions: Condition[] = [];
  if (filter.enterprise) conditions.push(sql<SqlBool>`h.enterprise_id = ${filter.enterprise}::uuid`);
  if (filter.community) conditions.push(sql<SqlBool>`h.community_id = ${filter.community}::uuid`);
  if (filter.agency) conditions.push(sql<SqlBool>`h.agency_id = ${filter.agency}::uuid`);
  if (filter.visit) conditions.push(sql<SqlBool>`h.visit_id = ${filter.visit}::uuid`);
  if (filter.text) conditions.push(like(filter.text, ["h.number", "h.description", "h.place", "e.name"]));
  return conditions;
}

/** Any of the columns contains the text; a backslash, percent sign or underline in it means itself. */
export function like(text: string, columns: readonly string[]): Condition {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const ways = columns.map((column) => sql<SqlBool>`${sql.ref(column)} ilike ${pattern}`);
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}
