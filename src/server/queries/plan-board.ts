// The plan board's rows: tasks of one period with who goes, the weeks with their working days, the people to choose from.
import { type SqlBool, sql } from "kysely";
import type { PlanBoard, PlanPerson, PlanTask } from "#api/plan.ts";
import { addDays, type LocalDate, weekdayOf } from "#domain/calendar/local-date.ts";
import { type WorkingCalendar, workingDaysIn } from "#domain/calendar/working-days.ts";
import { findCommand } from "#domain/commands.ts";
import { visitsADay } from "#domain/inspection/capacity.ts";
import type { SchemePeriods, Schemes } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { periodState, schemeOnDay } from "./scheme-on-day.ts";
import { visible } from "./visibility.ts";

export interface PlanQuestion {
  readonly day: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly year?: number | undefined;
  readonly period?: number | undefined;
  readonly agency?: string | undefined;
}

export async function readPlanBoard(tx: Transaction, question: PlanQuestion): Promise<PlanBoard> {
  const { day } = question;
  const { scheme, periods, years } = await schemeOnDay(tx, day, question.year);
  const period = chosenPeriod(periods, day, question.period);
  const may = (name: string) => findCommand(name)?.by.includes(tx.actor.role) ?? false;
  const shown = scheme && period ? await periodTasks(tx, scheme, period, question) : { tasks: [], tray: [] };
  return {
    day,
    scheme: scheme ? headOf(scheme) : null,
    years: [...years],
    periods: scheme ? await periodsWithOwed(tx, scheme, periods, question) : [],
    period: period?.no ?? null,
    visitsADay: visitsADay(scheme),
    weeks: period ? weeksOf(period, question.calendar) : [],
    experts: await expertsOf(tx, day, question.agency),
    officers: await officersOf(tx, day),
    ...shown,
    mayMove: may("task.replan"),
    mayNameOfficer: may("plan.make"),
    mayMake: may("plan.make"),
    maySetCapacity: scheme !== undefined && may("plan.setCapacity"),
  };
}

function headOf({ id, name, serviceYear, startsOn }: Schemes): PlanBoard["scheme"] {
  return { id, name, serviceYear, startsOn };
}

/** The one asked for; else the one that runs; else the last that is over, or the first to come. */
function chosenPeriod(periods: readonly SchemePeriods[], day: LocalDate, no: number | undefined) {
  if (no !== undefined) return periods.find((one) => one.no === no);
  return (
    periods.find((one) => one.startsOn <= day && day <= one.endsOn) ??
    periods.findLast((one) => one.endsOn < day) ??
    periods[0]
  );
}

function weeksOf(period: SchemePeriods, calendar: WorkingCalendar): PlanBoard["weeks"] {
  const weeks: PlanBoard["weeks"] = [];
  const monday = addDays(period.startsOn, 1 - weekdayOf(period.startsOn));
  for (let from = monday; from <= period.endsOn; from = addDays(from, 7)) {
    const to = addDays(from, 6);
    weeks.push({ from, to, workingDays: workingDaysIn(from, to, calendar) });
  }
  return weeks;
}

function ofAgency(alias: string, agency: string | undefined) {
  return agency ? sql<SqlBool>`${sql.ref(`${alias}.agencyId`)} = ${agency}::uuid` : sql<SqlBool>`true`;
}

async function periodTasks(tx: Transaction, scheme: Schemes, period: SchemePeriods, question: PlanQuestion) {
  const { day } = question;
  const { rows } = await sql<PlanTask & { isTray: boolean }>`
    select t.id, t.code, t.kind, t.state, t.enterprise_id, e.name as enterprise_name, c.name as community_name, t.agency_id,
      t.period_no, t.period_ends_on,
      case when t.state = 'fulfilled' then t.fulfilled_on when t.kind = 'reinspection' then t.window_to else t.planned_on end as "on",
      t.first_planned_on, t.replanned_count, t.replan_reason, t.window_from,
      coalesce(t.expert_membership_id, seen.expert_membership_id) as expert_membership_id, t.officer_membership_id,
      (t.kind = 'inspection' and t.state = 'owed' and t.period_no <= ${period.no}
        and (t.planned_on is null or t.planned_on < ${day}::date or t.expert_membership_id is null)) as is_tray
    from tasks t
    join enterprises e on e.tenant_id = t.tenant_id and e.id = t.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = t.tenant_id and c.id = t.community_id and ${visible(tx, "communities", "c")}
    left join lateral (select v.expert_membership_id from visits v where ${visible(tx, "visits", "v")}
      and v.enterprise_id = t.enterprise_id and v.period_no = t.period_no and v.kind = 'inspection'
      order by v.inspected_on desc limit 1) seen on true
    where ${visible(tx, "tasks", "t")} and t.scheme_id = ${scheme.id}::uuid and ${ofAgency("t", question.agency)}
      and t.kind in ('inspection', 'reinspection') and t.state in ('owed', 'fulfilled')
      and (t.kind = 'inspection' or t.window_to is not null)
      and (t.period_no = ${period.no} or (t.state = 'owed' and t.period_no < ${period.no})
        or t.planned_on between ${period.startsOn}::date and ${period.endsOn}::date)
    order by t.period_ends_on, t.planned_on nulls first, e.register_no, t.code`.execute(tx.db);
  const strip = ({ isTray: _isTray, ...task }: PlanTask & { isTray: boolean }): PlanTask => task;
  return { tasks: rows.filter((row) => !row.isTray).map(strip), tray: rows.filter((row) => row.isTray).map(strip) };
}

async function periodsWithOwed(
  tx: Transaction,
  scheme: Schemes,
  periods: readonly SchemePeriods[],
  { day, agency }: PlanQuestion,
): Promise<PlanBoard["periods"]> {
  const { rows } = await sql<{ periodNo: number; kind: "inspection" | "supervision" | "reinspection"; owed: number }>`
    select t.period_no, t.kind, count(*) as owed from tasks t
    where ${visible(tx, "tasks", "t")} and t.scheme_id = ${scheme.id}::uuid and t.state = 'owed' and ${ofAgency("t", agency)}
    group by 1, 2`.execute(tx.db);
  return periods.map(({ no, startsOn, endsOn }) => {
    const owed = (kind: string) => rows.find((row) => row.periodNo === no && row.kind === kind)?.owed ?? 0;
    return {
      ...{ no, startsOn, endsOn, state: periodState({ startsOn, endsOn }, day) },
      owed: { inspection: owed("inspection"), supervision: owed("supervision"), reinspection: owed("reinspection") },
    };
  });
}

/** Experts of engaged agencies who are there today. */
export async function expertsOf(tx: Transaction, day: LocalDate, agency?: string): Promise<PlanPerson[]> {
  const { rows } = await sql<PlanPerson>`
    select m.id as membership_id, m.display_name as name, m.title, m.scope_id as agency_id, a.agency_name
    from memberships m
    left join agency_engagements a on a.tenant_id = m.tenant_id and a.agency_id = m.scope_id and ${visible(tx, "agencyEngagements", "a")}
    where ${visible(tx, "memberships", "m")} and m.role = 'expert' and m.valid_from <= ${day}::date
      and (m.valid_to is null or m.valid_to >= ${day}::date) and ${agency ? sql<SqlBool>`m.scope_id = ${agency}::uuid` : sql<SqlBool>`true`}
    order by a.agency_name, m.created_at, m.id`.execute(tx.db);
  return rows;
}

/** Those of the subdistrict who may accompany. */
export async function officersOf(tx: Transaction, day: LocalDate): Promise<PlanPerson[]> {
  const { rows } = await sql<PlanPerson>`
    select m.id as membership_id, m.display_name as name, m.title, null::uuid as agency_id, null::text as agency_name
    from memberships m
    where ${visible(tx, "memberships", "m")} and m.role in ('officer', 'officeLead', 'memberUnit', 'communityOfficer')
      and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
    order by m.created_at, m.id`.execute(tx.db);
  return rows;
}
