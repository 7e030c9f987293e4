// The work list: one row an act that waits, out of hazards, reports, tasks and batches, each through its own wall.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { WorkFilter, WorkItem, WorkView, workSorts } from "#api/work-items.ts";
import { workViews } from "#api/work-items.ts";
import { addDays, dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { dueSoonDays } from "#domain/hazard/due.ts";
import type { Transaction } from "../db/transaction.ts";
import { like } from "./hazard-filter.ts";
import type { Condition } from "./visibility.ts";
import { isMine, isWith } from "./work-holders.ts";
import { workSources } from "./work-sources.ts";

export const WORK_PAGE = 50;
type Sort = (typeof workSorts)[number];

export interface WorkSlice {
  readonly sort: Sort;
  readonly limit: number;
  readonly offset: number;
}

export interface WorkList {
  readonly total: number;
  readonly items: WorkItem[];
  readonly counts: Record<WorkView, number>;
}

type ItemRow = Omit<WorkItem, "key" | "since"> & { readonly since: string; readonly total: number };

export async function readWorkItems(
  tx: Transaction,
  day: LocalDate,
  filter: WorkFilter,
  slice: WorkSlice,
): Promise<WorkList> {
  const views = viewConditions(tx, day);
  const wanted = [views[filter.view], ...filterConditions(day, filter)];
  const { rows } = await sql<ItemRow>`
    with w as (${workSources(tx, day)})
    select w.kind, w.subject, w.subject_id, w.title, w.number, w.place, w.enterprise_id, w.enterprise_name, w.community_name,
      w.step, w.severity, w.holder, ${holderName} as holder_name, w.since, w.from_name, w.due_on, w.enterprise_due, w.days_asked, w.due_at, count(*) over () as total
    from w where ${sql.join(wanted, sql` and `)}
    order by ${orders[slice.sort](day)}, w.since, w.subject_id, w.kind
    limit ${slice.limit} offset ${slice.offset}`.execute(tx.db);
  return { total: rows[0]?.total ?? 0, items: rows.map(itemOf), counts: await countViews(tx, day, views) };
}

async function countViews(tx: Transaction, day: LocalDate, views: Readonly<Record<WorkView, Condition>>) {
  const columns = workViews.map((view) => sql`count(*) filter (where ${views[view]}) as ${sql.ref(view)}`);
  const { rows } = await sql<Record<WorkView, number>>`
    with w as (${workSources(tx, day)}) select ${sql.join(columns)} from w`.execute(tx.db);
  const row = rows[0];
  const of = (view: WorkView) => row?.[view] ?? 0;
  return { mine: of("mine"), today: of("today"), overdue: of("overdue"), others: of("others"), all: of("all") };
}

const holderName = sql<
  string | null
>`case when w.holder in ('agency', 'agencyLead', 'agencyReviewer') then w.agency_name
  when w.holder = 'community' then w.community_name when w.holder = 'memberUnit' then w.unit_name end`;

/** The day that makes an item urgent: the holder's own, else the enterprise's that runs on. */
const running = sql<LocalDate | null>`coalesce(w.due_on, w.enterprise_due)`;

function viewConditions(tx: Transaction, day: LocalDate): Readonly<Record<WorkView, Condition>> {
  const mine = isMine(tx, day);
  return {
    mine,
    today: sql<SqlBool>`${running} = ${day}::date`,
    overdue: sql<SqlBool>`${running} < ${day}::date`,
    others: sql<SqlBool>`not (${mine})`,
    all: sql<SqlBool>`true`,
  };
}

function filterConditions(day: LocalDate, filter: WorkFilter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.kind) conditions.push(sql<SqlBool>`w.kind = ${filter.kind}`);
  if (filter.holder) conditions.push(sql<SqlBool>`w.holder = ${filter.holder}`);
  if (filter.community) conditions.push(sql<SqlBool>`w.community_id = ${filter.community}::uuid`);
  if (filter.agency) conditions.push(sql<SqlBool>`w.agency_id = ${filter.agency}::uuid`);
  if (filter.responsible) conditions.push(isWith(filter.responsible));
  if (filter.about) conditions.push(sql<SqlBool>`(w.subject = 'hazard') = ${filter.about === "hazard"}`);
  if (filter.step) conditions.push(sql<SqlBool>`w.step = ${filter.step}`);
  if (filter.severity) conditions.push(sql<SqlBool>`w.severity = ${filter.severity}`);
  if (filter.due) conditions.push(dueConditions[filter.due](day));
  if (filter.text) conditions.push(like(filter.text, ["w.title", "w.number", "w.enterpriseName"]));
  return conditions;
}

const dueConditions: Readonly<Record<NonNullable<WorkFilter["due"]>, (day: LocalDate) => Condition>> = {
  overdue: (day) => sql<SqlBool>`${running} < ${day}::date`,
  today: (day) => sql<SqlBool>`${running} = ${day}::date`,
  soon: (day) => sql<SqlBool>`${running} between ${day}::date and ${addDays(day, dueSoonDays)}::date`,
  later: (day) => sql<SqlBool>`${running} > ${addDays(day, dueSoonDays)}::date`,
  none: () => sql<SqlBool>`${running} is null`,
};

/** Major and suspected first, then what is overdue, then what stands at enforcement's door, then by day. */
const orders: Readonly<Record<Sort, (day: LocalDate) => RawBuilder<unknown>>> = {
  consequence: (day) => sql`case when w.severity in ('major', 'suspectedMajor') then 0
      when ${running} < ${day}::date then 1 when w.kind in ('referral', 'enforce') then 2 else 3 end,
    ${running} nulls last`,
  due: () => sql`${running} nulls last`,
  since: () => sql`w.since`,
};

function itemOf({ total: _total, since, ...row }: ItemRow): WorkItem {
  return { ...row, since: dayOf(since), key: `${row.kind}:${row.subjectId}` };
}
