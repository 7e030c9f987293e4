// Which open hazards a rule routes: the same condition for the preview and for the job that acts on it.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { RoutingPreview } from "#api/member-units.ts";
import { ROUTING_PREVIEW_ROWS } from "#api/member-units.ts";
import { matchOf, type RoutingMatch, type RoutingRule, standingRules } from "#domain/routing/rule.ts";
import type { Transaction } from "../db/transaction.ts";
import { isOpen } from "./measures.ts";
import { type Asker, type Condition, visible } from "./visibility.ts";

interface Decider {
  readonly id: string;
  readonly match: RoutingMatch;
}

export function readRoutingRules(tx: Transaction): Promise<RoutingRule[]> {
  return tx.db
    .selectFrom("routingRules")
    .selectAll()
    .where(visible(tx, "routingRules"))
    .orderBy("setAt", "desc")
    .execute();
}

export interface Routable {
  readonly hazardId: string;
  readonly ruleId: string;
}

/** Hazards that no unit was ever asked to look after and that a standing rule sends to one; oldest first. */
export async function routableHazards(
  tx: Transaction,
  rules: readonly RoutingRule[],
  most: number,
): Promise<Routable[]> {
  const deciders = standingRules(rules).map((rule) => ({ id: rule.id, match: matchOf(rule) }));
  if (deciders.length === 0) return [];
  const { rows } = await sql<Routable>`select x.id as hazard_id, x.rule_id from (${decided(tx, deciders)}) x
    where x.rule_id is not null order by x.id limit ${most}`.execute(tx.db);
  return rows;
}

/** What a rule, new or changed, would route beside the others that stand. */
export async function previewOf(
  tx: Transaction,
  draft: RoutingMatch & { readonly position: number; readonly replacesRuleId?: string | null | undefined },
): Promise<RoutingPreview> {
  const others = standingRules(await readRoutingRules(tx)).filter(({ id }) => id !== draft.replacesRuleId);
  const before = others.filter(({ position }) => position <= draft.position);
  const after = others.filter(({ position }) => position > draft.position);
  const ofRule = (rule: RoutingRule): Decider => ({ id: rule.id, match: matchOf(rule) });
  const deciders = [...before.map(ofRule), { id: DRAFT, match: draft }, ...after.map(ofRule)];
  const { rows } = await sql<RoutingPreview["rows"][number] & { readonly total: number }>`
    select x.id as hazard_id, x.number, x.description as title, coalesce(x.enterprise_name, '') as enterprise_name, count(*) over ()::integer as total
    from (${decided(tx, deciders)}) x where x.rule_id = ${DRAFT} order by x.id limit ${ROUTING_PREVIEW_ROWS}`.execute(
    tx.db,
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

const DRAFT = "draft";

function decided(tx: Transaction, deciders: readonly Decider[]): RawBuilder<unknown> {
  const cases = deciders.map(({ id, match }) => sql`when ${fits(match)} then ${id}`);
  return sql`select h.id, h.number, h.description, e.name as enterprise_name, case ${sql.join(cases, sql` `)} end as rule_id
    from hazards h
    join sites s on s.tenant_id = h.tenant_id and s.id = h.site_id and ${visible(tx, "sites", "s")}
    join enterprises e on e.tenant_id = h.tenant_id and e.id = h.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join catalogue_items i on i.code = h.item_code
    where ${visible(tx, "hazards", "h")} and ${isOpen("h")}
      and not exists (select 1 from hazard_routings r where ${visible(tx, "hazardRoutings", "r")} and r.hazard_id = h.id)`;
}

function fits({ family, level2, itemCodes, tags }: RoutingMatch): Condition {
  const conditions: Condition[] = [
    ...(family ? [sql<SqlBool>`h.family = ${family}`] : []),
    ...(level2 ? [sql<SqlBool>`i.level2 = ${level2}`] : []),
    ...(itemCodes.length > 0 ? [sql<SqlBool>`h.item_code = any(${itemCodes}::text[])`] : []),
    ...(tags.length > 0 ? [sql<SqlBool>`(s.tags::jsonb || e.tags::jsonb) ?| ${tags}::text[]`] : []),
  ];
  return conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** The hazard `h` is looked after by a unit (or by any), or waits for it to say so. */
export function isWithUnit(asker: Asker, unitId: string, states: readonly ("asked" | "taken")[]): Condition {
  const whose = unitId === "any" ? sql`` : sql`and hr.unit_id = ${unitId}::uuid`;
  return sql<SqlBool>`exists (select 1 from hazard_routings hr where ${visible(asker, "hazardRoutings", "hr")} and hr.hazard_id = h.id
    ${whose} and hr.state in (${sql.join(states.map((state) => sql`${state}`))}))`;
}
