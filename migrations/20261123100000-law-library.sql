-- The shared law library and inspection catalogue: reference data for all tenants, kept in the platform's own space.
-- An unknown date stays null; it never means "always in force".

create table library_versions (
  version     integer not null,
  released_on date    not null,
  note        text    not null,
  constraint library_versions_pkey primary key (version),
  constraint library_versions_version_positive check (version > 0)
);

create table instruments (
  id            text not null, -- the short title by which references name it
  title         text not null,
  kind          text not null,
  division_code text not null, -- GB/T 2260; 000000 is national
  constraint instruments_pkey primary key (id),
  constraint instruments_kind_known check (kind in ('law', 'regulation', 'rule', 'standard', 'government')),
  constraint instruments_division_code_shape check (division_code ~ '^[0-9]{6}([0-9]{3}){0,2}$')
);

create table instrument_versions (
  instrument_id  text    not null,
  version        integer not null,
  doc_number     text    not null,
  effective_from date, -- first day in force; null: not found out
  effective_to   date, -- last day in force; null: no end known
  replaced_by    text, -- document number of what took its place
  source         text    not null,
  certainty      text    not null, -- V read in the original, S second-hand, M to be checked
  constraint instrument_versions_pkey primary key (instrument_id, version),
  constraint instrument_versions_instrument foreign key (instrument_id) references instruments (id),
  constraint instrument_versions_days_in_order check (effective_to >= effective_from),
  constraint instrument_versions_certainty_known check (certainty in ('V', 'S', 'M'))
);

create table articles (
  instrument_id text    not null,
  version       integer not null,
  article       text    not null,
  nature        text    not null,
  topic         text    not null,
  keywords      text    not null, -- separated by semicolons
  summary       text    not null,
  verified      boolean not null, -- the summary was compared with the original text
  constraint articles_pkey primary key (instrument_id, version, article),
  constraint articles_version foreign key (instrument_id, version) references instrument_versions (instrument_id, version),
  constraint articles_nature_known check (nature in ('duty', 'standard', 'penalty'))
);

create table catalogue_items (
  code             text    not null,
  family           text    not null, -- records 基础管理, onSite 现场管理
  level1           text    not null,
  level2           text    not null,
  item             text    not null,
  typical_hazard   text    not null,
  advice           text    not null,
  standard         text    not null,
  severity_default text    not null, -- major only when all conditions of the listed case are met and a person confirms it
  version          integer not null, -- library version of the last change
  constraint catalogue_items_pkey primary key (code),
  constraint catalogue_items_library_version foreign key (version) references library_versions (version),
  constraint catalogue_items_family_known check (family in ('records', 'onSite')),
  constraint catalogue_items_severity_default_known check (severity_default in ('general', 'major'))
);

create table catalogue_citations (
  item_code     text    not null,
  position      integer not null,
  instrument_id text    not null,
  article       text    not null, -- may name a paragraph of a listed article, so no foreign key to articles
  role          text    not null,
  constraint catalogue_citations_pkey primary key (item_code, position),
  constraint catalogue_citations_item foreign key (item_code) references catalogue_items (code),
  constraint catalogue_citations_instrument foreign key (instrument_id) references instruments (id),
  constraint catalogue_citations_position_positive check (position > 0),
  constraint catalogue_citations_role_known check (role in ('direct', 'standard', 'conditional', 'fallback'))
);

create index catalogue_citations_by_instrument on catalogue_citations (instrument_id);
create index catalogue_items_by_version on catalogue_items (version);

-- Everyone reads; only the platform's own tenant writes. Nothing is taken back but a citation.
do $$
declare
  name text;
  platform constant text := '(select app_tenant()) = ''00000000-0000-7000-8000-000000000001''::uuid';
begin
  foreach name in array array['library_versions', 'instruments', 'instrument_versions', 'articles', 'catalogue_items',
    'catalogue_citations'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (true)', name || '_read', name);
    execute format('create policy %I on %I for insert with check (%s)', name || '_add', name, platform);
    execute format('create policy %I on %I for update using (%s)', name || '_change', name, platform);
  end loop;
  execute format('create policy catalogue_citations_take_back on catalogue_citations for delete using (%s)', platform);
end $$;
