-- What an import did to each enterprise, so that it can be taken back as a batch while nothing was built on it.
create table import_entries (
  tenant_id uuid not null,
  operation_id uuid not null,
  enterprise_id uuid not null,
  kind text not null,
  before text not null,
  after text not null,
  constraint import_entries_pkey primary key (tenant_id, operation_id, enterprise_id),
  constraint import_entries_kind_check check (kind in ('registered', 'updated'))
);
alter table import_entries enable row level security;
create policy import_entries_policy on import_entries using (tenant_id = (select app_tenant())
  and case when (select app_scope()) = 'office' then true else false end);
