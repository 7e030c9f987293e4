// Subdistricts with nothing but open hazards, due in the weeks around a day: what the nightly deadline work walks over. Rows are
// written by the tables' owner from one enterprise that was registered by command; figures only, no journal.
import type pg from "pg";

export interface OpenHazards {
  readonly tenantId: string;
  readonly enterprises: number;
  readonly hazardsEach: number;
  readonly day: string;
}

/** Most are due within a fortnight, some late by days, one in two thousand by more than a month; one in six is with the agency. */
export async function writeOpenHazards(owner: pg.ClientBase, of: OpenHazards): Promise<void> {
  const { tenantId, enterprises, hazardsEach, day } = of;
  await owner.query(ENTERPRISES, [tenantId, enterprises]);
  await owner.query(SITES, [tenantId]);
  await owner.query(VISITS, [tenantId, day]);
  await owner.query(HAZARDS, [tenantId, hazardsEach, day]);
}

const ENTERPRISES = `
insert into enterprises select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'register_no', n, 'name', '演示厂' || n, 'credit_code', null))).*
from enterprises e cross join generate_series(2, $2::integer) as n where e.tenant_id = $1 and e.register_no = 1`;

const SITES = `
insert into sites select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'enterprise_id', e.id))).*
from sites s join enterprises e on e.tenant_id = s.tenant_id and e.register_no > 1 where s.tenant_id = $1`;

const VISITS = `
insert into visits (tenant_id, id, kind, task_code, site_id, enterprise_id, enterprise_name, agency_id, made_by_agency_id, community_id,
  expert_membership_id, expert_name, inspected_on, status, arrived_at, checked_items)
select s.tenant_id, gen_random_uuid(), 'inspection', 'N' || e.register_no, s.id, e.id, e.name, s.agency_id, s.agency_id, s.community_id,
  gen_random_uuid(), '周工（演示）', $2::date - 15, 'finished', ($2::date - 15)::timestamptz, 42
from sites s join enterprises e on e.tenant_id = s.tenant_id and e.id = s.enterprise_id where s.tenant_id = $1`;

const HAZARDS = `
insert into hazards (id, number, visit_id, site_id, item_code, family, place, description, advice, standard, severity, status, round,
  failed_rounds, found_on, deadline_rule, deadline_days, clock_started_on, served_at, rectification_due, submitted_at, reinspection_due,
  refused_by_enterprise, contested, listed, extension_pending, referral_proposed, void_proposed, void_confirmed_by_office,
  void_confirmed_by_agency, holder, held_since, tenant_id, enterprise_id, agency_id, made_by_agency_id, community_id)
select gen_random_uuid(), e.register_no || '-' || n, v.id, v.site_id, 'XC-05-05', 'onSite', n || '号车间',
  '通道堆放纸箱，宽度不足', '清出通道并划线', '疏散通道保持畅通', 'general', h.status, 1, 0, d.due - 15, 'scheme', 15, d.due - 15,
  (d.due - 15)::timestamptz, d.due, case when h.status = 'submitted' then (d.due - 12)::timestamptz end,
  case when h.status = 'submitted' then d.due end, false, false, false, false, false, false, false, false,
  case h.status when 'open' then 'enterprise' else 'agency' end, (d.due - 15)::timestamptz,
  e.tenant_id, e.id, v.agency_id, v.agency_id, v.community_id
from enterprises e join visits v on v.tenant_id = e.tenant_id and v.enterprise_id = e.id cross join generate_series(1, $2::integer) as n
cross join lateral (select abs(hashtext(e.register_no || '/' || n)::bigint) as luck) l
cross join lateral (select case when l.luck % 6 = 0 then 'submitted' else 'open' end as status,
  $3::date + case when l.luck % 2000 = 1 then -33 else (l.luck / 7 % 24)::integer - 8 end as due) h(status, due)
cross join lateral (select h.due) d
where e.tenant_id = $1`;
