// Every measure of the figures, each defined once: as SQL, and in the sentence a person reads under 看口径.
// The overview counts with them, the registers filter with them, so a figure and the rows behind it cannot differ.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { type Asker, type Condition, visible } from "./visibility.ts";

const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);

/** Counted open: neither closed nor voided, or closed with its closing in dispute. */
export function isOpen(h: string): Condition {
  const status = column(h, "status");
  return sql<SqlBool>`(${status} not in ('closed', 'voided') or (${status} = 'closed' and ${column(h, "contested")}))`;
}

/**
 * The day that runs for whoever must act: the enterprise's while it rectifies (also while others decide beside it),
 * the agency's while a re-inspection is due, none while enforcement or a dispute has it.
 */
export function dueOn(h: string): RawBuilder<LocalDate | null> {
  return sql<LocalDate | null>`(case ${column(h, "status")}
    when 'open' then ${column(h, "rectificationDue")}
    when 'submitted' then ${column(h, "reinspectionDue")}
    when 'awaitingFinalReinspection' then ${column(h, "reinspectionDue")} end)`;
}

/** Past that day. Submitted in time and waiting is never the enterprise's delay. */
export function isOverdue(h: string, day: LocalDate): Condition {
  return sql<SqlBool>`coalesce(${dueOn(h)} < ${day}::date, false)`;
}

/** In one of these hands. */
export function isHeldBy(h: string, holders: readonly string[]): Condition {
  return sql<SqlBool>`${column(h, "holder")} in (${sql.join(holders.map((holder) => sql`${holder}`))})`;
}

/** Where an open hazard stands, in groups of the five steps; the same steps as `currentStep` of the domain names. */
export function stepGroupOf(h: string): RawBuilder<string> {
  const status = column(h, "status");
  return sql<string>`(case
    when ${status} = 'referred' then 'enforcement'
    when ${status} <> 'open' then 'submitted'
    when ${column(h, "clockStartedOn")} is null and ${column(h, "round")} = 1 then 'notServed'
    when ${column(h, "round")} > 1 then 'againRectifying'
    else 'rectifying' end)`;
}

export const stepOfGroup = { notServed: 2, rectifying: 3, againRectifying: 3, submitted: 4, enforcement: 5 } as const;

/** Found between two days and not voided since. */
export function isFoundBetween(h: string, from: LocalDate, to: LocalDate): Condition {
  return sql<SqlBool>`(${column(h, "foundOn")} between ${from}::date and ${to}::date and ${column(h, "status")} <> 'voided')`;
}

/** The scope decision that holds for each enterprise on a day: the latest effective one, then the latest taken. */
export function scopeHoldingOn(asker: Asker, day: LocalDate): RawBuilder<unknown> {
  return sql`(select distinct on (d.enterprise_id) d.enterprise_id, d.decision, d.ground, d.effective_from
    from scope_decisions d where ${visible(asker, "scopeDecisions", "d")} and d.effective_from <= ${day}::date
    order by d.enterprise_id, d.effective_from desc, d.decided_at desc, d.id desc)`;
}

/** Served: a finished inspection by the agency within the days. */
export function isServedBetween(asker: Asker, e: string, from: LocalDate, to: LocalDate): Condition {
  return sql<SqlBool>`exists (select 1 from visits sv where ${visible(asker, "visits", "sv")}
    and sv.enterprise_id = ${column(e, "id")} and sv.kind = 'inspection' and sv.status = 'finished'
    and sv.inspected_on between ${from}::date and ${to}::date)`;
}

/** Owes standardization: industrial, and main-business revenue from the scheme's threshold. */
export function owesStandardization(e: string, thresholdFen: number): Condition {
  return sql<SqlBool>`coalesce(${column(e, "industryKind")} = 'industrial' and ${column(e, "mainRevenueFen")} >= ${thresholdFen}::bigint, false)`;
}

/** The newest word on standardization of each enterprise on a day. */
export function standardizationOn(asker: Asker, day: LocalDate): RawBuilder<unknown> {
  return sql`(select distinct on (s.enterprise_id) s.enterprise_id, s.state, s.valid_to
    from standardizations s where ${visible(asker, "standardizations", "s")} and s.effective_from <= ${day}::date
    order by s.enterprise_id, s.effective_from desc, s.recorded_at desc, s.id desc)`;
}

/** Graded with a certificate that runs; `s` is a row of `standardizationOn`. */
export function isStandardized(s: string, day: LocalDate): Condition {
  return sql<SqlBool>`coalesce(${column(s, "state")} = 'graded' and (${column(s, "validTo")} is null or ${column(s, "validTo")} >= ${day}::date), false)`;
}

/** How a task stands: done, done because nothing was open, owed, or a gap once its period is over. */
export function actStateOf(t: string, day: LocalDate): RawBuilder<string> {
  return sql<string>`(case
    when ${column(t, "state")} = 'fulfilled' and ${column(t, "fulfilledBy")} = 'nothingOpen' then 'nothingOpen'
    when ${column(t, "state")} = 'fulfilled' then 'done'
    when ${column(t, "periodEndsOn")} < ${day}::date then 'gap'
    else 'owed' end)`;
}

/** 口径: how each figure is counted, for the person who asks. */
export const definitions = {
  coverage:
    "分母：当日应纳入的企业（按生效的纳入认定，合并的不重复算）。分子：其中本服务年度到当日至少有1次已结束的现场检查的企业。",
  standardization:
    "分母：当日应纳入的工业企业中，主营业务收入达到方案门槛（1,000万元）的。分子：其中当日已评定等级、证书在有效期内的。",
  acts: "分母：本方案各周期应办的任务（取消的不算）。完成分两种：实际到场或督促过的，和当时没有未销号隐患、不需要办的（另列）。周期已过仍没办的是缺，过了周期才办的算补办。",
  found: "本服务年度内查出的隐患，作废的不算。",
  open: "还没销号的隐患，不论哪年查出；销号有异议的算没销号。",
  overdue: "期限已过的未销号隐患：整改中的看整改期限，已提交待复查的看复查期限。按时提交、等复查的不算企业逾期。",
  carriedOver: "在本周期开始前查出、现在还没销号的隐患。",
  listed: "正在挂牌督办的重大隐患。",
  responsibility:
    "每条未销号隐患此刻只在一方手上，各方手上的加起来就是未销号总数；逾期看正在走的期限：整改中的看整改期限，待复查的看复查期限。村社区、成员单位、领导小组不持有隐患：村社区看的是辖区里的，成员单位看的是派给它照看的，领导小组看的是已经升级报到的。另有事项是要办的报告、漏办的任务和待定的批次。",
} as const;
