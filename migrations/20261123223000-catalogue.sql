-- The catalogue edited by commands: what an item asks of whom, its listed case, its earlier texts, and each tenant's layer over it.

-- Beside an item, so that the reference files go on saying only what they know. No row: asked as the code's own tags say.
create table catalogue_profiles (
  item_code           text    not null,
  tags                text, -- site tags, any one of which brings it in, separated by semicolons; null: as the product knows it
  trades              text, -- beginnings of GB/T 4754 codes, separated by semicolons; null: every trade
  seasons             text, -- separated by semicolons; null: all year
  risk_from           text, -- asked where the site's risk is this or higher; null: everywhere
  asked_after         text, -- the item whose answer opens this one
  asked_on            text,
  score               integer not null,
  severity_case       text, -- the listed case of a major hazard
  severity_conditions text, -- every one of them must be met, a line each
  retired             boolean not null,
  constraint catalogue_profiles_pkey primary key (item_code),
  constraint catalogue_profiles_item foreign key (item_code) references catalogue_items (code),
  constraint catalogue_profiles_risk_from_known check (risk_from in ('red', 'orange', 'yellow', 'blue')),
  constraint catalogue_profiles_asked_on_known check (asked_on in ('conform', 'nonconform')),
  constraint catalogue_profiles_branch_whole check ((asked_after is null) = (asked_on is null)),
  constraint catalogue_profiles_score_range check (score between 0 and 100)
);

-- What an item said before it was changed, whole.
create table catalogue_item_versions (
  item_code       text        not null,
  version         integer     not null, -- library version in which it began to say so
  content         text        not null,
  replaced_at     timestamptz not null,
  replaced_by_name text       not null,
  note            text        not null, -- why it was changed
  constraint catalogue_item_versions_pkey primary key (item_code, version),
  constraint catalogue_item_versions_item foreign key (item_code) references catalogue_items (code)
);

-- A tenant's layer: texts of its own over an item, an item switched off, items of its own under codes of its own.
create table catalogue_overrides (
  tenant_id       uuid        not null,
  item_code       text        not null,
  kind            text        not null,
  off             boolean     not null,
  content         text        not null, -- the whole item as JSON where it is the tenant's own, else what differs
  version         integer     not null, -- counts the changes of this row
  changed_at      timestamptz not null,
  changed_by_name text        not null,
  note            text,
  constraint catalogue_overrides_pkey primary key (tenant_id, item_code),
  constraint catalogue_overrides_kind_known check (kind in ('change', 'own')),
  constraint catalogue_overrides_version_positive check (version > 0)
);

do $$
declare
  name text;
  platform constant text := '(select app_tenant()) = ''00000000-0000-7000-8000-000000000001''::uuid';
begin
  foreach name in array array['catalogue_profiles', 'catalogue_item_versions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (true)', name || '_read', name);
    execute format('create policy %I on %I for insert with check (%s)', name || '_add', name, platform);
    execute format('create policy %I on %I for update using (%s)', name || '_change', name, platform);
  end loop;
  execute 'alter table catalogue_overrides enable row level security';
  execute 'create policy catalogue_overrides_read on catalogue_overrides for select using (tenant_id = (select app_tenant())
    and case when (select app_scope()) in (''office'', ''agency'', ''community'', ''enterprise'', ''people'') then true else false end)';
  execute 'create policy catalogue_overrides_write on catalogue_overrides using (tenant_id = (select app_tenant())
    and case when (select app_scope()) in (''office'', ''people'') then true else false end)';
end $$;
