-- What is owed to whom: scheme with its periods, contracts, tasks, services that are no visit.

create table schemes (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  service_year integer not null,
  starts_on date not null,
  ends_on date not null,
  target_on date not null,
  rectification_days integer not null,
  reinspection_working_days integer not null,
  report_working_days integer not null,
  one_person_release boolean not null,
  above_scale_revenue_fen bigint not null,
  in_scope_revenue_fen bigint not null,
  standardization_revenue_fen bigint not null,
  created_at timestamptz not null,
  constraint schemes_pkey primary key (tenant_id, id),
  constraint schemes_year_key unique (tenant_id, service_year),
  constraint schemes_rectification_days_check check (rectification_days between 1 and 365)
);

create table scheme_periods (
  tenant_id uuid not null,
  scheme_id uuid not null,
  no integer not null,
  starts_on date not null,
  ends_on date not null,
  inspections integer not null,
  supervisions integer not null,
  reinspections integer not null,
  constraint scheme_periods_pkey primary key (tenant_id, scheme_id, no)
);

create table contracts (
  tenant_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  agency_id uuid not null,
  number text not null,
  party_a text not null,
  party_b text not null,
  starts_on date not null,
  ends_on date not null,
  visits_owed integer not null,
  amount_fen bigint not null,
  visit_price_fen bigint not null,
  acceptance_rules text not null,
  created_at timestamptz not null,
  constraint contracts_pkey primary key (tenant_id, id),
  constraint contracts_number_key unique (tenant_id, number)
);

create table contract_enterprises (
  tenant_id uuid not null,
  contract_id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid not null,
  constraint contract_enterprises_pkey primary key (tenant_id, contract_id, enterprise_id)
);

create table service_records (
  tenant_id uuid not null,
  id uuid not null,
  agency_id uuid,
  kind text not null,
  audience text not null,
  title text not null,
  held_on date not null,
  place text not null,
  attendees integer not null,
  summary text not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  constraint service_records_pkey primary key (tenant_id, id),
  constraint service_records_kind_check check (kind in ('technical', 'management', 'education')),
  constraint service_records_audience_check check (audience in ('subdistrict', 'enterprise'))
);

create table tasks (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  kind text not null,
  scheme_id uuid not null,
  period_no integer not null,
  period_ends_on date not null,
  enterprise_id uuid not null,
  site_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  expert_membership_id uuid,
  officer_membership_id uuid,
  planned_on date,
  first_planned_on date,
  replanned_count integer not null,
  replan_reason text,
  window_from date,
  window_to date,
  state text not null,
  fulfilled_on date,
  fulfilled_by text,
  fulfilled_ref uuid,
  cancelled_reason text,
  created_at timestamptz not null,
  constraint tasks_pkey primary key (tenant_id, id),
  constraint tasks_code_key unique (tenant_id, code),
  constraint tasks_kind_check check (kind in ('inspection', 'supervision', 'reinspection')),
  constraint tasks_state_check check (state in ('owed', 'fulfilled', 'cancelled')),
  constraint tasks_fulfilled_by_check check (fulfilled_by in ('visit', 'supervision', 'nothingOpen'))
);
create index tasks_enterprise on tasks (tenant_id, enterprise_id, period_no, kind);
create index tasks_expert_planned on tasks (tenant_id, expert_membership_id, planned_on) where state = 'owed';
create index tasks_period on tasks (tenant_id, scheme_id, kind, period_no, state);

alter table scheme_periods add constraint scheme_periods_scheme_fkey foreign key (tenant_id, scheme_id) references schemes (tenant_id, id);
alter table contracts add constraint contracts_scheme_fkey foreign key (tenant_id, scheme_id) references schemes (tenant_id, id);
alter table contract_enterprises add constraint contract_enterprises_contract_fkey foreign key (tenant_id, contract_id) references contracts (tenant_id, id);
alter table contract_enterprises add constraint contract_enterprises_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
alter table tasks add constraint tasks_scheme_fkey foreign key (tenant_id, scheme_id) references schemes (tenant_id, id);
alter table tasks add constraint tasks_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
alter table tasks add constraint tasks_site_fkey foreign key (tenant_id, site_id) references sites (tenant_id, id);
