-- A tenant's own instruments: requirements and notices of its subdistrict, district, city or province that the shared library
-- does not hold. One row an instrument, with all its versions; other tenants never see it.

create table tenant_instruments (
  tenant_id       uuid        not null,
  id              text        not null, -- the short title by which references name it; never one of the shared library's
  content         text        not null, -- title, kind, division and the versions with their dates, source and clauses, as JSON
  version         integer     not null, -- counts the changes of this row
  changed_at      timestamptz not null,
  changed_by_name text        not null,
  constraint tenant_instruments_pkey primary key (tenant_id, id),
  constraint tenant_instruments_version_positive check (version > 0)
);

alter table tenant_instruments enable row level security;
create policy tenant_instruments_read on tenant_instruments for select using (tenant_id = (select app_tenant())
  and case when (select app_scope()) in ('office', 'agency', 'community', 'enterprise', 'people') then true else false end);
create policy tenant_instruments_write on tenant_instruments using (tenant_id = (select app_tenant())
  and case when (select app_scope()) = 'office' then true else false end);
