// The officer's overview by the fewest statements: three, written by hand, as the tables' owner. Figures only: no links to rows, no words.
import type pg from "pg";

export interface HandFigures {
  readonly totals: Readonly<Record<string, number>>;
  readonly byCategory: readonly { family: string; category: string; found: number }[];
  readonly bySteps: readonly { group: string; open: number; overdue: number }[];
  readonly overdueByHolder: readonly { holder: string; overdue: number }[];
  readonly mostOverdue: readonly { id: string; dueOn: string }[];
  readonly needs: readonly HandNeed[];
  readonly acts: readonly Readonly<Record<string, string | number | null>>[];
  readonly targets: readonly { measure: string; done: number; of: number; missing: readonly string[] | null }[];
  readonly communities: readonly string[];
}

interface HandNeed {
  readonly key: string;
  readonly count: number;
  readonly earliestDue: string | null;
  readonly communities: number;
  readonly example: string | null;
}

export interface HandQuestion {
  readonly tenantId: string;
  readonly schemeId: string;
  readonly day: string;
  /** First day of the service year and of the running period; day the targets are counted on. */
  readonly from: string;
  readonly periodFrom: string;
  readonly targetOn: string;
  readonly thresholdFen: number;
}

/** In the order of consequence, as the officer sees them. */
const NEEDS = [
  ["severityToConfirm", "open and severity = 'suspectedMajor'", "null::date"],
  ["overdueWithEnterprise", "status = 'open' and rectification_due < $2", "rectification_due"],
  [
    "reinspectionOverdue",
    "status in ('submitted', 'awaitingFinalReinspection') and reinspection_due < $2",
    "reinspection_due",
  ],
  ["referralToDecide", "status = 'open' and referral_proposed", "null::date"],
  ["extensionToDecide", "status = 'open' and extension_pending", "rectification_due"],
  ["voidToConfirm", "open and void_proposed and not void_confirmed_by_office", "null::date"],
] as const;

const HAZARDS = `
with h as materialized (
  select h.*, e.name as enterprise_name, i.level2, c.open, d.due, coalesce(c.open and d.due < $2, false) as late,
    h.found_on between $3 and $2 and h.status <> 'voided' as found,
    case when h.status = 'referred' then 'enforcement' when h.status <> 'open' then 'submitted'
      when h.clock_started_on is null and h.round = 1 then 'notServed' when h.round > 1 then 'againRectifying' else 'rectifying' end as step
  from hazards h join enterprises e on e.tenant_id = h.tenant_id and e.id = h.enterprise_id
  left join catalogue_items i on i.code = h.item_code
  cross join lateral (select h.status not in ('closed', 'voided') or (h.status = 'closed' and h.contested) as open) c
  cross join lateral (select case when h.status = 'open' then h.rectification_due
    when h.status in ('submitted', 'awaitingFinalReinspection') then h.reinspection_due end as due) d
  where h.tenant_id = $1
)
select json_build_object(
  'totals', (select json_build_object('found', count(*) filter (where found), 'closedOfFound', count(*) filter (where found and not open),
      'open', count(*) filter (where open), 'overdue', count(*) filter (where late), 'listed', count(*) filter (where open and listed),
      'carriedOver', count(*) filter (where open and found_on < $4)) from h),
  'byCategory', (select json_agg(r) from (select family, coalesce(level2, '未归类') as category, count(*) as found from h where found
      group by 1, 2 order by 3 desc, 2) r),
  'bySteps', (select json_agg(r) from (select step as group, count(*) as open, count(*) filter (where late) as overdue from h where open group by 1) r),
  'overdueByHolder', (select json_agg(r) from (select holder, count(*) as overdue from h where late group by 1 order by 2 desc, 1) r),
  'mostOverdue', (select json_agg(r) from (select id, due as "dueOn" from h where late order by severity = 'major' desc, due, number limit 5) r),
  'needs', (select json_agg(r) from (${NEEDS.map(([key, where, due]) => needOf(key, where, due)).join(" union all ")}) r)
) as figures`;

function needOf(key: string, where: string, due: string): string {
  return `select '${key}' as key, count(*) as count, min(${due}) as "earliestDue", count(distinct community_id) as communities,
    min(concat_ws('：', enterprise_name, description)) as example from h where ${where}`;
}

const TASKS = `
with t as materialized (
  select t.*, case when t.state = 'fulfilled' and t.fulfilled_by = 'nothingOpen' then 'nothingOpen' when t.state = 'fulfilled' then 'done'
    when t.period_ends_on < $2 then 'gap' else 'owed' end as stands
  from tasks t where t.tenant_id = $1
)
select json_build_object(
  'acts', (select json_agg(r) from (select kind, period_no as "periodNo", count(*) as total, count(*) filter (where stands = 'done') as done,
      count(*) filter (where stands = 'nothingOpen') as "nothingOpen", count(*) filter (where stands = 'owed') as owed,
      count(*) filter (where stands = 'gap') as gap, count(*) filter (where stands = 'gap' and planned_on >= $2) as "gapReplanned"
    from t where scheme_id = $3 and state <> 'cancelled' group by grouping sets ((kind, period_no), (kind))) r),
  'need', (select row_to_json(r) from (select 'supervisionDue' as key, count(*) as count, min(t.window_to) as "earliestDue",
      count(distinct t.community_id) as communities, min(e.name) as example
    from t join enterprises e on e.tenant_id = t.tenant_id and e.id = t.enterprise_id
    where t.kind = 'supervision' and t.state = 'owed' and t.window_from <= $2) r)
) as figures`;

const TARGETS = `
with counted as materialized (
  select e.id, e.register_no,
    exists (select from visits v where v.tenant_id = e.tenant_id and v.enterprise_id = e.id and v.kind = 'inspection' and v.status = 'finished'
      and v.inspected_on between $2 and $3) as served,
    coalesce(e.industry_kind = 'industrial' and e.main_revenue_fen >= $4, false) as owes,
    coalesce(st.state = 'graded' and (st.valid_to is null or st.valid_to >= $3), false) as graded
  from enterprises e
  join (select distinct on (enterprise_id) enterprise_id, decision from scope_decisions where tenant_id = $1 and effective_from <= $3
    order by enterprise_id, effective_from desc, decided_at desc, id desc) hold on hold.enterprise_id = e.id and hold.decision = 'in'
  left join (select distinct on (enterprise_id) enterprise_id, state, valid_to from standardizations where tenant_id = $1 and effective_from <= $3
    order by enterprise_id, effective_from desc, recorded_at desc, id desc) st on st.enterprise_id = e.id
  where e.tenant_id = $1 and e.merged_into is null
)
select json_build_object(
  'targets', json_build_array(
    (select json_build_object('measure', 'coverage', 'done', count(*) filter (where served), 'of', count(*), 'missing',
      (select json_agg(id order by register_no) from (select id, register_no from counted where not served order by register_no limit 5) m)) from counted),
    (select json_build_object('measure', 'standardization', 'done', count(*) filter (where graded), 'of', count(*), 'missing',
      (select json_agg(id order by register_no) from (select id, register_no from counted where owes and not graded order by register_no limit 5) m))
      from counted where owes)),
  'communities', (select json_agg(name order by name) from communities where tenant_id = $1)
) as figures`;

export async function overviewByHand(owner: pg.ClientBase, ask: HandQuestion): Promise<HandFigures> {
  const { tenantId, schemeId, day, from, periodFrom, targetOn, thresholdFen } = ask;
  const one = async <T>(name: string, text: string, values: unknown[]): Promise<T> => {
    const { rows } = await owner.query<{ figures: T }>({ name, text, values });
    if (!rows[0]) throw new Error("no figures");
    return rows[0].figures;
  };
  type Hazards = Pick<HandFigures, "totals" | "byCategory" | "bySteps" | "overdueByHolder" | "mostOverdue" | "needs">;
  const hazards = await one<Hazards>("hazards", HAZARDS, [tenantId, day, from, periodFrom]);
  const tasks = await one<{ acts: HandFigures["acts"]; need: HandNeed }>("tasks", TASKS, [tenantId, day, schemeId]);
  const targets = await one<Pick<HandFigures, "targets" | "communities">>("targets", TARGETS, [
    tenantId,
    from,
    targetOn,
    thresholdFen,
  ]);
  return { ...hazards, ...targets, acts: tasks.acts, needs: [...hazards.needs, tasks.need] };
}
