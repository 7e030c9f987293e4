-- A suspected major hazard has an hour by which office and agency are to have dealt with it, and advice to stop use, which binds
-- nobody. The treatment plan holds the five fixes 五落实 (R13), by the enterprise, or by the agency as advice.
alter table hazards
  add column suspected_at timestamptz,
  add column severity_due_at timestamptz,
  add column stop_use_advice text;
alter table schemes
  add column major_notice_hours integer,
  add constraint schemes_major_notice_hours_check check (major_notice_hours between 1 and 72);

create table treatment_plans (
  tenant_id uuid not null,
  id uuid not null,
  hazard_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  enterprise_id uuid not null,
  origin text not null,
  responsible text not null,
  measures text not null,
  funds_fen bigint not null,
  finish_on date not null,
  contingency_plan text not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  constraint treatment_plans_pkey primary key (tenant_id, id),
  constraint treatment_plans_origin_check check (origin in ('enterprise', 'agencyAdvice')),
  constraint treatment_plans_hazard_fkey foreign key (tenant_id, hazard_id) references hazards (tenant_id, id)
);
create index treatment_plans_hazard on treatment_plans (tenant_id, hazard_id, entered_at);
alter table treatment_plans enable row level security;
create policy treatment_plans_policy on treatment_plans using (tenant_id = (select app_tenant()) and case (select app_scope())
  when 'office' then true
  when 'agency' then agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())
  when 'community' then community_id = (select app_scope_id())
  when 'enterprise' then enterprise_id = (select app_scope_id())
  else false end);
