// The register's filter as SQL over the enterprise `e`, its scope `hold`, its standardization `st` and its hazards `hz`.
import { type SqlBool, sql } from "kysely";
import type { EnterpriseFilter } from "#api/enterprises.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Schemes } from "#domain/rows.generated.ts";
import { actStateOf, isServedBetween, isStandardized, owesStandardization } from "./measures.ts";
import { targetDay } from "./scheme-on-day.ts";
import { type Asker, type Condition, NOTHING, seesScopeList, visible } from "./visibility.ts";

export interface RegisterView {
  readonly day: LocalDate;
  readonly scheme: Schemes | undefined;
  readonly filter: EnterpriseFilter;
}

/** Every condition the filter names; nothing named is the whole register. */
export function registerConditions(asker: Asker, view: RegisterView): Condition[] {
  const { filter } = view;
  const conditions: Condition[] = [sql<SqlBool>`e.merged_into is null`, visible(asker, "enterprises", "e")];
  if (filter.text) conditions.push(namedLike(filter.text));
  if (filter.community) conditions.push(sql<SqlBool>`e.community_id = ${filter.community}::uuid`);
  if (filter.agency) conditions.push(sql<SqlBool>`e.agency_id = ${filter.agency}::uuid`);
  if (filter.scale) conditions.push(scaled(filter.scale));
  if (filter.open) conditions.push(sql<SqlBool>`hz.open > 0`);
  if (filter.overdue) conditions.push(sql<SqlBool>`hz.overdue > 0`);
  conditions.push(...scopeConditions(asker, view), ...targetConditions(asker, view));
  if (filter.act) conditions.push(hasAct(asker, view));
  return conditions;
}

/** A backslash, percent sign or underline in the search text means itself. */
function namedLike(text: string): Condition {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<SqlBool>`(e.name ilike ${pattern} or e.renamed_from ilike ${pattern} or e.credit_code ilike ${pattern}
    or exists (select from enterprises gone where gone.tenant_id = e.tenant_id and gone.merged_into = e.id and gone.name ilike ${pattern}))`;
}

function scaled(scale: NonNullable<EnterpriseFilter["scale"]>): Condition {
  if (scale === "unknown") return sql<SqlBool>`e.above_scale is null`;
  return scale === "above" ? sql<SqlBool>`e.above_scale` : sql<SqlBool>`not e.above_scale`;
}

function scopeConditions(asker: Asker, { filter }: RegisterView): Condition[] {
  const conditions: Condition[] = [];
  if ((filter.scope || filter.ground) && !seesScopeList(asker)) return [NOTHING];
  if (filter.scope === "never") conditions.push(sql<SqlBool>`hold.decision is null`);
  else if (filter.scope) conditions.push(sql<SqlBool>`hold.decision = ${filter.scope}`);
  if (filter.ground) conditions.push(sql<SqlBool>`hold.decision = 'in' and hold.ground = ${filter.ground}`);
  return conditions;
}

/** The rows of R4's two targets, counted exactly as the overview counts them. */
function targetConditions(asker: Asker, { day, scheme, filter }: RegisterView): Condition[] {
  if (!filter.coverage && !filter.standardization) return [];
  if (!scheme || !seesScopeList(asker)) return [NOTHING];
  const on = targetDay(scheme, day);
  const conditions: Condition[] = [sql<SqlBool>`hold.decision = 'in'`];
  const served = isServedBetween(asker, "e", scheme.startsOn, on);
  if (filter.coverage) conditions.push(filter.coverage === "done" ? served : sql<SqlBool>`not ${served}`);
  if (filter.standardization) {
    const graded = isStandardized("st", on);
    conditions.push(owesStandardization("e", scheme.standardizationRevenueFen));
    if (filter.standardization === "done") conditions.push(graded);
    if (filter.standardization === "missing") conditions.push(sql<SqlBool>`not ${graded}`);
  }
  return conditions;
}

/** The day scope and standardization are read on: the targets' own day where a target is filtered by. */
export function registerScopeDay({ day, scheme, filter }: RegisterView): LocalDate {
  return scheme && (filter.coverage || filter.standardization) ? targetDay(scheme, day) : day;
}

function hasAct(asker: Asker, { day, scheme, filter }: RegisterView): Condition {
  if (!scheme) return NOTHING;
  const period = filter.period ? sql`and t.period_no = ${filter.period}` : sql``;
  const states = filter.actState === "fulfilled" ? ["done", "nothingOpen"] : [filter.actState];
  const state = filter.actState ? sql`and ${actStateOf("t", day)} in (${sql.join(states)})` : sql``;
  return sql<SqlBool>`exists (select 1 from tasks t where ${visible(asker, "tasks", "t")} and t.enterprise_id = e.id
    and t.scheme_id = ${scheme.id}::uuid and t.state <> 'cancelled' and t.kind = ${filter.act} ${period} ${state})`;
}
