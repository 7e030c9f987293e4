-- Subdistrict, communities, agencies at work here, people, enterprises and their sites.

create table memberships (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  scope_kind text not null,
  scope_id uuid,
  division_code text,
  display_name text not null,
  title text,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  constraint memberships_pkey primary key (tenant_id, id),
  constraint memberships_role_check check (role in ('officer', 'officeLead', 'memberUnit', 'communityOfficer', 'agencyLead',
    'agencyReviewer', 'expert', 'enterprisePrincipal', 'enterpriseStaff', 'enforcementOfficer', 'leader', 'observer',
    'tenantAdmin', 'platformAdmin', 'lawEditor', 'auditor')),
  constraint memberships_scope_kind_check check (scope_kind in ('office', 'agency', 'community', 'enterprise', 'people', 'division', 'platform'))
);
create index memberships_account on memberships (account_id);

create table agency_engagements (
  tenant_id uuid not null,
  agency_id uuid not null,
  agency_name text not null,
  valid_from date not null,
  valid_to date,
  constraint agency_engagements_pkey primary key (tenant_id, agency_id)
);

create table communities (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  constraint communities_pkey primary key (tenant_id, id),
  constraint communities_name_key unique (tenant_id, name),
  constraint communities_kind_check check (kind in ('village', 'residentialCommunity'))
);

create table enterprises (
  tenant_id uuid not null,
  id uuid not null,
  register_no integer not null,
  name text not null,
  credit_code text,
  above_scale boolean,
  industry_kind text,
  industry text,
  main_revenue_fen bigint,
  revenue_year integer,
  employees integer,
  principal_name text,
  principal_phone text,
  risk_level text,
  tags text not null,
  agency_id uuid,
  community_id uuid,
  merged_into uuid,
  renamed_from text,
  created_at timestamptz not null,
  constraint enterprises_pkey primary key (tenant_id, id),
  constraint enterprises_register_no_key unique (tenant_id, register_no),
  constraint enterprises_credit_code_key unique (tenant_id, credit_code),
  constraint enterprises_industry_kind_check check (industry_kind in ('industrial', 'wholesale', 'retail', 'catering', 'other')),
  constraint enterprises_risk_level_check check (risk_level in ('red', 'orange', 'yellow', 'blue'))
);

create table sites (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  name text not null,
  address text,
  community_id uuid,
  agency_id uuid,
  landlord_site_id uuid,
  tags text not null,
  lat double precision,
  lng double precision,
  constraint sites_pkey primary key (tenant_id, id)
);
create index sites_enterprise on sites (tenant_id, enterprise_id);

create table scope_decisions (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  decision text not null,
  ground text not null,
  effective_from date not null,
  evidence text not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  constraint scope_decisions_pkey primary key (tenant_id, id),
  constraint scope_decisions_decision_check check (decision in ('in', 'out')),
  constraint scope_decisions_ground_check check (ground in ('a', 'b', 'c', 'd', 'none'))
);
create index scope_decisions_enterprise on scope_decisions (tenant_id, enterprise_id, effective_from);

create table standardizations (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  community_id uuid,
  state text not null,
  grade text,
  certificate_no text,
  valid_to date,
  effective_from date not null,
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  constraint standardizations_pkey primary key (tenant_id, id),
  constraint standardizations_state_check check (state in ('none', 'creating', 'applied', 'graded', 'revoked')),
  constraint standardizations_grade_check check (grade in ('one', 'two', 'three', 'smallMicro'))
);
create index standardizations_enterprise on standardizations (tenant_id, enterprise_id, effective_from);

create table saved_views (
  tenant_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  created_at timestamptz not null,
  constraint saved_views_pkey primary key (tenant_id, id)
);
create index saved_views_membership on saved_views (tenant_id, membership_id, list);

create table operations (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  total integer not null,
  done integer not null,
  summary text not null,
  started_by_name text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint operations_pkey primary key (tenant_id, id),
  constraint operations_state_check check (state in ('running', 'done', 'cancelled', 'failed'))
);

create table working_day_corrections (
  tenant_id uuid not null,
  day date not null,
  working boolean not null,
  reason text not null,
  constraint working_day_corrections_pkey primary key (tenant_id, day)
);

alter table sites add constraint sites_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
alter table sites add constraint sites_community_fkey foreign key (tenant_id, community_id) references communities (tenant_id, id);
alter table enterprises add constraint enterprises_community_fkey foreign key (tenant_id, community_id) references communities (tenant_id, id);
alter table scope_decisions add constraint scope_decisions_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
alter table standardizations add constraint standardizations_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
