// Where work items come from. Each source gives the same columns; several matters of one hazard are several items.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { isOpen } from "./measures.ts";
import { visible } from "./visibility.ts";

/** All open items on a day, whoever holds them. */
export function workSources(tx: Transaction, day: LocalDate): RawBuilder<unknown> {
  const sources = [hazardItems(tx), reportItems(tx), taskItems(tx, day), batchItems(tx), tipItems(tx)];
  return sql.join(sources, sql` union all `);
}

function hazardItems(tx: Transaction): RawBuilder<unknown> {
  return sql`select k.kind, 'hazard'::text as subject, h.id as subject_id, h.description as title, h.number, h.place,
      h.enterprise_id, coalesce(e.name, v.enterprise_name) as enterprise_name, h.community_id, c.name as community_name, a.agency_name,
      case when h.status in ('submitted', 'awaitingFinalReinspection') then 4 when h.status = 'referred' then 5
        when h.status = 'open' and h.clock_started_on is null then 2 when h.status = 'open' then 3 end as step,
      h.severity, k.holder, coalesce(k.since, h.held_since) as since, k.from_name,
      case when k.holder = 'enterprise' then h.rectification_due when k.holder = 'agency' then h.reinspection_due end as due_on,
      case when h.status = 'open' then h.rectification_due end as enterprise_due,
      k.days_asked, case when k.kind = 'severity' then h.severity_due_at end as due_at, h.void_confirmed_by_office as confirmed_by_office, h.void_confirmed_by_agency as confirmed_by_agency, h.agency_id, hr.unit_id, mu.name as unit_name
    from hazards h
    join visits v on v.tenant_id = h.tenant_id and v.id = h.visit_id and ${visible(tx, "visits", "v")}
    ${namesOf(tx, "h")}
    left join extensions x on x.tenant_id = h.tenant_id and x.hazard_id = h.id and x.state = 'asked' and h.extension_pending
      and ${visible(tx, "extensions", "x")}
    left join referrals r on r.tenant_id = h.tenant_id and r.hazard_id = h.id and r.state = 'proposed' and h.referral_proposed
      and ${visible(tx, "referrals", "r")}
    left join hazard_routings hr on hr.tenant_id = h.tenant_id and hr.hazard_id = h.id and hr.state <> 'replaced' and ${visible(tx, "hazardRoutings", "hr")}
    left join member_units mu on mu.tenant_id = hr.tenant_id and mu.id = hr.unit_id and ${visible(tx, "memberUnits", "mu")}
    cross join lateral (${mattersOf()}) k
    where ${visible(tx, "hazards", "h")} and ${isOpen("h")}`;
}

/** What waits beside the status; without any of it, what the status itself waits for. */
function mattersOf(): RawBuilder<unknown> {
  const none = sql<SqlBool>`not (h.contested or h.void_proposed or h.referral_proposed or h.extension_pending or h.severity = 'suspectedMajor')`;
  return sql`select m.kind, m.holder, m.since, m.from_name, m.days_asked from (values
      ('contest', 'agencyLead', null::timestamptz, null::text, null::integer, h.contested),
      ('void', case when h.void_confirmed_by_agency then 'officer' else 'agencyLead' end, null, null, null, h.void_proposed),
      ('referral', 'officer', r.proposed_at, r.proposed_by_name, null, h.referral_proposed),
      ('extension', 'officer', x.asked_at, x.asked_by_name, x.days_needed, h.extension_pending),
      ('severity', 'officer', null, null, null, h.severity = 'suspectedMajor'),
      ('rectify', 'enterprise', null, null, null, h.status = 'open' and ${none}),
      ('reinspect', 'agency', null, null, null, h.status in ('submitted', 'awaitingFinalReinspection') and ${none}),
      ('enforce', 'enforcementOfficer', null, null, null, h.status = 'referred' and ${none}),
      ('takeOver', 'memberUnit', hr.routed_at, hr.routed_by_name, null, hr.state = 'asked'),
      ('reroute', 'officer', hr.answered_at, hr.answered_by_name, null, hr.state = 'sentBack')
    ) as m(kind, holder, since, from_name, days_asked, stands) where m.stands`;
}

function namesOf(tx: Transaction, alias: string): RawBuilder<unknown> {
  const of = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`left join enterprises e on e.tenant_id = ${of("tenantId")} and e.id = ${of("enterpriseId")} and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = ${of("tenantId")} and c.id = ${of("communityId")} and ${visible(tx, "communities", "c")}
    left join agency_engagements a on a.tenant_id = ${of("tenantId")} and a.agency_id = ${of("agencyId")} and ${visible(tx, "agencyEngagements", "a")}`;
}

function reportItems(tx: Transaction): RawBuilder<unknown> {
  return sql`select case d.state when 'draft' then 'reviewReport' else 'releaseReport' end, 'document', d.id, d.number, d.number, null,
      d.enterprise_id, coalesce(e.name, ''), d.community_id, c.name, a.agency_name, 2, null,
      case d.state when 'draft' then 'agencyReviewer' else 'agencyLead' end, coalesce(d.reviewed_at, d.drafted_at),
      coalesce(d.reviewed_by_name, d.drafted_by_name), d.due_on, null::date, null::integer, null::timestamptz, false, false, d.agency_id, null::uuid, null
    from documents d ${namesOf(tx, "d")}
    where ${visible(tx, "documents", "d")} and d.kind = 'inspectionReport' and d.state in ('draft', 'reviewed')`;
}

/** Owed and past its day: planned, end of its window, or end of its period. */
function taskItems(tx: Transaction, day: LocalDate): RawBuilder<unknown> {
  return sql`select t.kind || 'Task', 'task', t.id, t.code, t.code, null, t.enterprise_id, coalesce(e.name, ''), t.community_id, c.name, a.agency_name,
      case t.kind when 'inspection' then 1 when 'supervision' then 3 else 4 end, null,
      case t.kind when 'supervision' then case when t.community_id is null then 'officer' else 'community' end else 'agency' end,
      t.due::timestamptz, null, t.due, null::date, null::integer, null::timestamptz, false, false, t.agency_id, null::uuid, null
    from (select o.*, coalesce(o.planned_on, o.window_to, o.period_ends_on) as due from tasks o
      where ${visible(tx, "tasks", "o")} and o.state = 'owed') t ${namesOf(tx, "t")}
    where t.due < ${day}::date`;
}

function batchItems(tx: Transaction): RawBuilder<unknown> {
  return sql`select 'batch', 'batch', b.id, b.advice_reason, null, null, b.enterprise_id, coalesce(e.name, ''), b.community_id, c.name, a.agency_name,
      null::integer, null, 'officer', b.advised_at, b.advised_by_name, null::date, null::date, null::integer, null::timestamptz, false, false, b.agency_id, null::uuid, null
    from batches b ${namesOf(tx, "b")}
    where ${visible(tx, "batches", "b")} and b.state = 'advised'`;
}

/** A tip waits for whoever triages it, then for who answers; a complaint for the lead alone. */
function tipItems(tx: Transaction): RawBuilder<unknown> {
  return sql`select case when t.state = 'reported' and t.handler_membership_id is null then 'tipTriage' else 'tipAnswer' end, 'tip', t.id, t.text,
      t.number, t.place, t.enterprise_id, coalesce(e.name, t.enterprise_words, '未分办'), t.community_id, c.name, null::text,
      null::integer, null, case when t.about = 'enterprise' then 'officer' else 'officeLead' end, coalesce(t.handler_since, t.reported_at),
      t.handler_name, case when t.state = 'reported' and t.handler_membership_id is null then t.triage_due else t.answer_due end, null::date,
      null::integer, null::timestamptz, false, false, null::uuid, null::uuid, null
    from tips t
    left join enterprises e on e.tenant_id = t.tenant_id and e.id = t.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = t.tenant_id and c.id = t.community_id and ${visible(tx, "communities", "c")}
    where ${visible(tx, "tips", "t")} and t.state <> 'closed'`;
}
