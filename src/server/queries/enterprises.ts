// The register of enterprises: one query for the page, one for the count, one for the dots of the rows shown.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Dot, EnterpriseFilter, EnterpriseRow, enterpriseSorts } from "#api/enterprises.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { SchemePeriods } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { readDots } from "./enterprise-dots.ts";
import { type RegisterView, registerConditions, registerScopeDay } from "./enterprise-filter.ts";
import { dueOn, isOpen, isOverdue, scopeHoldingOn, standardizationOn } from "./measures.ts";
import { communitiesOf, schemeOnDay } from "./scheme-on-day.ts";
import { seesScopeList, visible } from "./visibility.ts";

export type EnterpriseSort = (typeof enterpriseSorts)[number];

export const REGISTER_PAGE = 50;

const orders: Readonly<Record<EnterpriseSort, RawBuilder<unknown>>> = {
  register: sql`e.register_no`,
  name: sql`e.name`,
  "-open": sql`hz.open desc nulls last, e.register_no`,
  "-overdue": sql`hz.overdue desc nulls last, e.register_no`,
  due: sql`hz.next_due nulls last, e.register_no`,
  "-revenue": sql`e.main_revenue_fen desc nulls last, e.register_no`,
};

type FoundRow = Omit<EnterpriseRow, "dots">;

export interface RegisterSlice {
  readonly sort: EnterpriseSort;
  readonly offset: number;
  readonly limit: number;
}

export async function readRegister(tx: Transaction, day: LocalDate, filter: EnterpriseFilter, slice: RegisterSlice) {
  const { scheme, periods } = await schemeOnDay(tx, day, filter.year);
  const view: RegisterView = { day, scheme, filter };
  const { total } = await countRegister(tx, view);
  const found = await findRows(tx, view, slice);
  const dots = scheme
    ? await readDots(
        tx,
        scheme.id,
        day,
        found.map((row) => row.id),
      )
    : new Map<string, Map<string, Dot>>();
  return {
    total,
    periods,
    rows: found.map((row): EnterpriseRow => ({ ...row, dots: gridOf(periods, dots.get(row.id)) })),
  };
}

/** What the filters offer: communities of the tenant, agencies at work in it. */
export async function registerChoices(tx: Transaction) {
  const agencies = await tx.db
    .selectFrom("agencyEngagements")
    .select(["agencyId as id", "agencyName as name"])
    .where(visible(tx, "agencyEngagements"))
    .orderBy("agencyName")
    .execute();
  return { communities: await communitiesOf(tx), agencies };
}

/** The register joined to its scope, standardization and hazards in figures. */
function register(tx: Transaction, view: RegisterView): RawBuilder<unknown> {
  const on = registerScopeDay(view);
  const where = sql.join(registerConditions(tx, view), sql` and `);
  return sql`enterprises e
    left join ${scopeHoldingOn(tx, on)} hold on hold.enterprise_id = e.id
    left join ${standardizationOn(tx, on)} st on st.enterprise_id = e.id
    left join (select h.enterprise_id, count(*) as open, count(*) filter (where ${isOverdue("h", view.day)}) as overdue,
        min(${dueOn("h")}) as next_due
      from hazards h where ${visible(tx, "hazards", "h")} and ${isOpen("h")} group by h.enterprise_id) hz on hz.enterprise_id = e.id
    left join communities c on c.tenant_id = e.tenant_id and c.id = e.community_id and ${visible(tx, "communities", "c")}
    left join agency_engagements a on a.tenant_id = e.tenant_id and a.agency_id = e.agency_id and ${visible(tx, "agencyEngagements", "a")}
    where ${where}`;
}

async function countRegister(tx: Transaction, view: RegisterView): Promise<{ total: number }> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${register(tx, view)}`.execute(tx.db);
  return rows[0] ?? { total: 0 };
}

async function findRows(tx: Transaction, view: RegisterView, slice: RegisterSlice): Promise<FoundRow[]> {
  const scope = seesScopeList(tx) ? sql<SqlBool>`true` : sql<SqlBool>`false`;
  const { rows } = await sql<FoundRow>`
    select e.id, e.register_no, e.name, e.credit_code, c.name as community_name, a.agency_name, e.above_scale, e.industry,
      e.main_revenue_fen, case when ${scope} then coalesce(hold.decision, 'never') end as scope,
      case when hold.decision = 'in' then nullif(hold.ground, 'none') end as ground,
      coalesce(hz.open, 0) as open_hazards, coalesce(hz.overdue, 0) as overdue_hazards, hz.next_due
    from ${register(tx, view)}
    order by ${orders[slice.sort]} limit ${slice.limit} offset ${slice.offset}`.execute(tx.db);
  return rows;
}

const kinds = ["inspection", "supervision", "reinspection"] as const;

function gridOf(periods: readonly SchemePeriods[], dots: ReadonlyMap<string, Dot> | undefined): Dot[][] {
  return kinds.map((kind) => periods.map(({ no }) => dots?.get(`${kind} ${no}`) ?? "none"));
}
