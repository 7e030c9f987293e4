-- R18: enterprises under special watch, by a decision with reasons and off again by another; the checks enforcement made of them.

create table key_enterprises (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  grounds text not null,
  reason text not null,
  extra_visits integer not null,
  entered_on date not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  left_on date,
  left_reason text,
  left_by_name text,
  left_at timestamptz,
  constraint key_enterprises_pkey primary key (tenant_id, id),
  constraint key_enterprises_extra_visits_check check (extra_visits between 0 and 24)
);
create unique index key_enterprises_standing on key_enterprises (tenant_id, enterprise_id) where left_on is null;

create table enforcement_checks (
  tenant_id uuid not null,
  id uuid not null,
  key_enterprise_id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  checked_on date not null,
  officers text not null,
  outcome text not null,
  document_number text,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  constraint enforcement_checks_pkey primary key (tenant_id, id)
);
create index enforcement_checks_of on enforcement_checks (tenant_id, key_enterprise_id);
alter table enforcement_checks add constraint enforcement_checks_key_fkey foreign key (tenant_id, key_enterprise_id) references key_enterprises (tenant_id, id);

do $$
declare
  name text;
begin
  foreach name in array array['key_enterprises', 'enforcement_checks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (tenant_id = (select app_tenant()) and case (select app_scope())
      when ''office'' then true
      when ''agency'' then agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())
      when ''community'' then community_id = (select app_scope_id())
      when ''enterprise'' then enterprise_id = (select app_scope_id())
      else false end)', name || '_policy', name);
  end loop;
end $$;
