// A year of history for a subdistrict whose register and scheme are there: tasks, visits, hazards in every status, acts, photos,
// supervisions, documents. Written as rows by the tables' owner, because 60,000 commands would take an hour; figures only, no journal.
import type pg from "pg";

export interface HistoryOf {
  readonly tenantId: string;
  readonly schemeId: string;
  readonly agencyId: string;
  readonly expertIds: readonly string[];
  readonly officerId: string;
  /** The day it is; everything planned before it happened, but for what slipped. */
  readonly day: string;
}

/** Columns of the walls, as every row of an enterprise carries them. */
const WALLS = "tenant_id, enterprise_id, agency_id, made_by_agency_id, community_id";
const walls = (alias: string) =>
  `${alias}.tenant_id, ${alias}.enterprise_id, ${alias}.agency_id, ${alias}.made_by_agency_id, ${alias}.community_id`;

export async function writeYearOfHistory(owner: pg.ClientBase, of: HistoryOf): Promise<void> {
  for (const { text, values } of statements(of)) await owner.query(text, values);
  await owner.query("analyze");
}

function statements(of: HistoryOf): { text: string; values?: unknown[] }[] {
  const { tenantId, schemeId, agencyId, expertIds, officerId, day } = of;
  const at = `${day}T02:00:00.000Z`;
  return [
    { text: "set timezone = 'UTC'" },
    {
      text: `update enterprises set main_revenue_fen = 1500000000 where tenant_id = $1 and register_no % 3 = 0`,
      values: [tenantId],
    },
    { text: TASKS, values: [tenantId, schemeId, agencyId, expertIds, officerId, at] },
    { text: VISITS, values: [tenantId, day, expertIds] },
    {
      text: `insert into visit_tasks (visit_id, task_id, ${WALLS}) select v.id, t.id, ${walls("v")} from visits v join tasks t on t.tenant_id = v.tenant_id and t.code = v.task_code where v.tenant_id = $1`,
      values: [tenantId],
    },
    { text: FULFILLED, values: [tenantId, day] },
    { text: HAZARDS, values: [tenantId, day] },
    { text: FINDINGS, values: [tenantId] },
    { text: CITATIONS, values: [tenantId] },
    { text: ACTS, values: [tenantId] },
    { text: PHOTOS, values: [tenantId] },
    { text: SUPERVISIONS, values: [tenantId] },
    { text: DOCUMENTS, values: [tenantId, day] },
    { text: REFERRALS, values: [tenantId] },
    { text: EXTENSIONS, values: [tenantId] },
    { text: STANDARDIZATIONS, values: [tenantId] },
  ];
}

const TASKS = `
insert into tasks (id, code, kind, scheme_id, period_no, period_ends_on, site_id, expert_membership_id, officer_membership_id,
  planned_on, first_planned_on, replanned_count, window_from, window_to, state, created_at, ${WALLS})
select gen_random_uuid(), format('Y%s-%s-%s', e.register_no, p.no, k.kind), k.kind, $2, p.no, p.ends_on, s.id,
  ($4::uuid[])[1 + e.register_no % cardinality($4::uuid[])], $5::uuid,
  case k.kind when 'inspection' then p.starts_on + e.register_no * 7 % 80 end,
  case k.kind when 'inspection' then p.starts_on + e.register_no * 7 % 80 end, 0,
  case when k.kind <> 'inspection' then p.starts_on + e.register_no * 7 % 80 end,
  case when k.kind <> 'inspection' then p.starts_on + 10 + e.register_no * 7 % 80 end,
  'owed', $6, e.tenant_id, e.id, $3, $3, e.community_id
from enterprises e join sites s on s.tenant_id = e.tenant_id and s.enterprise_id = e.id
cross join (values ('inspection'), ('supervision'), ('reinspection')) as k(kind)
join scheme_periods p on p.tenant_id = e.tenant_id and p.scheme_id = $2
where e.tenant_id = $1`;

/** Done on their day but for one in thirteen, which slipped. */
const VISITS = `
insert into visits (id, kind, task_code, site_id, enterprise_name, expert_membership_id, expert_name, inspected_on, period_no, status,
  arrived_at, departed_at, accompanied_by, accompanied_name, enterprise_person, enterprise_person_role, checked_items, ${WALLS})
select gen_random_uuid(), 'inspection', t.code, t.site_id, e.name, t.expert_membership_id, '周工（演示）', t.planned_on, t.period_no,
  'finished', t.planned_on + interval '1 hour', t.planned_on + interval '3 hours', 'officer', '陆科员（演示）', '何先生（演示）', '负责人', 42,
  ${walls("t")}
from tasks t join enterprises e on e.tenant_id = t.tenant_id and e.id = t.enterprise_id
where t.tenant_id = $1 and t.kind = 'inspection' and t.planned_on < $2::date and (e.register_no + t.period_no * 5) % 13 <> 0
  and cardinality($3::uuid[]) > 0`;

const FULFILLED = `
update tasks t set state = 'fulfilled', fulfilled_on = coalesce(t.planned_on, t.window_to), fulfilled_ref = t.id,
  fulfilled_by = case when t.kind = 'inspection' then 'visit' when hashtext(t.code) % 5 = 0 then 'nothingOpen'
    when t.kind = 'supervision' then 'supervision' else 'visit' end
where t.tenant_id = $1 and (
  (t.kind = 'inspection' and exists (select from visits v where v.tenant_id = t.tenant_id and v.task_code = t.code))
  or (t.kind <> 'inspection' and t.window_to < $2::date and hashtext(t.code) % 11 <> 0))`;

/** Three a visit. What is older than two months is closed but for one in twenty-five; what is newer stands in every status. */
const HAZARDS = `
insert into hazards (id, number, visit_id, site_id, item_code, family, place, description, advice, standard, severity, status, round,
  failed_rounds, found_on, found_period_no, deadline_rule, deadline_days, clock_started_on, served_at, rectification_due, submitted_at,
  reinspection_due, refused_by_enterprise, contested, listed, extension_pending, referral_proposed, void_proposed,
  void_confirmed_by_office, void_confirmed_by_agency, closed_on, closed_how, holder, held_since, ${WALLS})
select gen_random_uuid(), v.task_code || '-' || n, v.id, v.site_id, i.code, i.family, n || '号车间', '通道堆放纸箱，宽度不足',
  '清出通道并划线', '疏散通道保持畅通', case when h.luck % 97 = 0 then 'suspectedMajor' else 'general' end, h.status,
  case when h.luck % 9 = 0 then 2 else 1 end, case when h.luck % 9 = 0 then 1 else 0 end, v.inspected_on, v.period_no, 'scheme', 15,
  v.inspected_on, v.departed_at, v.inspected_on + 15, case when h.status = 'submitted' then v.departed_at + interval '9 days' end,
  case when h.status = 'submitted' then v.inspected_on + 23 end, false, h.luck % 211 = 0 and h.status <> 'voided', h.luck % 307 = 0,
  h.status = 'open' and h.luck % 17 = 0, h.status = 'open' and h.luck % 19 = 0, h.status = 'open' and h.luck % 83 = 0, false, false,
  case when h.status = 'closed' then v.inspected_on + 12 end, case when h.status = 'closed' then 'reinspected' end,
  case h.status when 'open' then 'enterprise' when 'submitted' then 'agency' when 'referred' then 'enforcementOfficer' else 'nobody' end,
  v.departed_at, ${walls("v")}
from visits v cross join generate_series(1, 3) as n
cross join lateral (select abs(hashtext(v.task_code || '/' || n)) as luck) l
cross join lateral (select l.luck, case
  when l.luck % 101 = 0 then 'voided'
  when v.inspected_on < $2::date - 60 then case when l.luck % 25 = 0 then case when l.luck % 50 = 0 then 'referred' else 'open' end else 'closed' end
  when l.luck % 4 = 0 then 'submitted' when l.luck % 4 = 1 then 'closed' else 'open' end as status) h
join lateral (select code, family from catalogue_items order by code offset l.luck % 60 limit 1) i on true
where v.tenant_id = $1`;

const FINDINGS = `
insert into findings (visit_id, item_code, result, recorded_at, ${WALLS})
select v.id, i.code, 'conform', v.arrived_at, ${walls("v")}
from visits v cross join lateral (select code from catalogue_items order by code limit 6) i where v.tenant_id = $1`;

const CITATIONS = `
insert into hazard_citations (hazard_id, position, instrument_id, title, article, role, state, nature, summary, verified, words_sha256, ${WALLS})
select h.id, n, 'anquan-shengchan-fa', '安全生产法', (40 + n)::text, 'direct', 'inForce', 'duty', '应当采取措施消除事故隐患', true, repeat('0', 64), ${walls("h")}
from hazards h cross join generate_series(1, 2) as n where h.tenant_id = $1`;

const ACTS = `
insert into hazard_acts (id, hazard_id, command, step, round, status_after, actor_name, actor_role, on_behalf, occurred_at, received_at, ${WALLS})
select gen_random_uuid(), h.id, c.command, c.step, 1, h.status, '周工（演示）', 'expert', false, h.held_since, h.held_since, ${walls("h")}
from hazards h cross join (values ('hazard.record', 1), ('onSiteRecord.serve', 2), ('supervision.record', 3)) as c(command, step)
where h.tenant_id = $1`;

const PHOTOS = `
insert into photo_slots (id, visit_id, hazard_id, purpose, sha256, bytes, taken_at, source, state, original_state, stored_at, ${WALLS})
select gen_random_uuid(), h.visit_id, h.id, 'hazard', md5(h.id::text || n) || md5(n || h.id::text), 180000, h.held_since, 'camera', 'stored', 'none',
  h.held_since, ${walls("h")}
from hazards h cross join generate_series(1, 2) as n where h.tenant_id = $1`;

const SUPERVISIONS = `
insert into supervisions (id, site_id, task_id, means, by_name, by_role, hazard_ids, occurred_at, received_at, ${WALLS})
select gen_random_uuid(), t.site_id, t.id, 'call', '联络员（演示）', 'communityOfficer', '[]', t.fulfilled_on, t.fulfilled_on, ${walls("t")}
from tasks t where t.tenant_id = $1 and t.kind = 'supervision' and t.fulfilled_by = 'supervision'`;

/** The signed record and the report of each visit; the newest reports still wait for review or release. */
const DOCUMENTS = `
insert into documents (id, kind, number, state, visit_id, form_version, data, data_digest, due_on, drafted_at, drafted_by_name, released_at,
  one_person_release, ${WALLS})
select gen_random_uuid(), k.kind, k.prefix || v.task_code,
  case when k.kind = 'inspectionReport' and v.inspected_on > $2::date - 4 then 'draft'
    when k.kind = 'inspectionReport' and v.inspected_on > $2::date - 7 then 'reviewed' else 'issued' end,
  v.id, 1, '{}', repeat('0', 64), v.inspected_on + 3, v.departed_at, '周工（演示）', v.departed_at, false, ${walls("v")}
from visits v cross join (values ('onSiteRecord', ''), ('inspectionReport', 'R')) as k(kind, prefix) where v.tenant_id = $1`;

const REFERRALS = `
insert into referrals (id, hazard_id, state, ground, reason, proposed_by_name, proposed_at, ${WALLS})
select gen_random_uuid(), h.id, case when h.status = 'referred' then 'referred' else 'proposed' end, 'overdue', '催了两次没动', '周工（演示）',
  h.held_since, ${walls("h")}
from hazards h where h.tenant_id = $1 and (h.status = 'referred' or h.referral_proposed)`;

const EXTENSIONS = `
insert into extensions (id, hazard_id, steps_taken, days_needed, reason, interim_protection, asked_by_name, asked_at, state, ${WALLS})
select gen_random_uuid(), h.id, '已订货', 20, '配件要定做', '停用并围挡', '何先生（演示）', h.held_since, 'asked', ${walls("h")}
from hazards h where h.tenant_id = $1 and h.extension_pending`;

const STANDARDIZATIONS = `
insert into standardizations (tenant_id, id, enterprise_id, agency_id, community_id, state, valid_to, effective_from, recorded_at, recorded_by_name)
select e.tenant_id, gen_random_uuid(), e.id, e.agency_id, e.community_id, case when e.register_no % 2 = 0 then 'graded' else 'applied' end,
  case when e.register_no % 2 = 0 then date '2029-01-01' end, date '2026-01-01', timestamptz '2026-01-01 00:00+00', '陆科员（演示）'
from enterprises e where e.tenant_id = $1 and e.register_no % 3 = 0 and e.register_no % 7 <> 0`;
