-- The law library edited by commands and journaled by the platform: the texts of versions, how numbers moved between them,
-- who checked what, and what a change of law touches in every tenant.

-- What was filled in beside the journal comes again through it, from the reference files at the next start.
truncate catalogue_citations, catalogue_items, articles, instrument_versions, instruments, library_versions;

alter table library_versions add column reference_sha256 text; -- of the reference files, where they made the release

-- origin: who said a row last. The reference files change only what nobody else has.
alter table instruments add column origin text not null
  constraint instruments_origin_known check (origin in ('reference', 'import', 'editor'));
alter table catalogue_items add column origin text not null
  constraint catalogue_items_origin_known check (origin in ('reference', 'import', 'editor'));
-- The version by whose count the article is named; null: as counted on the day.
alter table catalogue_citations add column counted_in integer;

alter table instrument_versions
  add column origin text not null
    constraint instrument_versions_origin_known check (origin in ('reference', 'import', 'editor')),
  -- pending: imported beside known versions, waits for its mapping; it stands in no timeline.
  add column state text not null
    constraint instrument_versions_state_known check (state in ('pending', 'released', 'rejected')),
  add column passed_on date, -- last adoption, amendment or revision
  add column history text, -- the lines that tell of it, as published
  add column preamble text,
  add column appendix text,
  add column article_count integer not null, -- articles with their text; 0 when only summaries are known
  add column text_sha256 text, -- of title, headings and words, whatever the file's layout
  add column file_name text,
  add column file_sha256 text,
  add column doubts text, -- what the reading pointed at, as codes separated by semicolons
  add column checked_by_name text, -- who compared the text with the published one
  add column checked_at timestamptz,
  add column note text; -- of the check, the release or the rejection

alter table articles
  add column origin text not null
    constraint articles_origin_known check (origin in ('reference', 'import', 'editor')),
  add column checked_by_name text,
  add column checked_at timestamptz,
  add column check_note text; -- against what it was compared

-- The words of every article of an imported version. Paragraphs are lines; items keep their （一）.
create table article_texts (
  instrument_id text    not null,
  version       integer not null,
  article       text    not null, -- 16, or 16-1 for 第十六条之一
  position      integer not null,
  headings      text    not null, -- 编、章、节, a line each, outermost first
  words         text    not null,
  words_sha256  text    not null,
  constraint article_texts_pkey primary key (instrument_id, version, article),
  constraint article_texts_version foreign key (instrument_id, version) references instrument_versions (instrument_id, version),
  constraint article_texts_position_positive check (position > 0)
);

-- Where an article of one version went in the next, as the editor confirmed it. A new article has no row.
create table article_moves (
  instrument_id text    not null,
  from_version  integer not null,
  to_version    integer not null,
  from_article  text    not null,
  to_article    text, -- null: it was dropped
  change        text    not null,
  constraint article_moves_pkey primary key (instrument_id, from_version, to_version, from_article),
  constraint article_moves_from foreign key (instrument_id, from_version) references instrument_versions (instrument_id, version),
  constraint article_moves_to foreign key (instrument_id, to_version) references instrument_versions (instrument_id, version),
  constraint article_moves_change_known check (change in ('same', 'changed', 'dropped')),
  constraint article_moves_dropped_nowhere check ((to_article is null) = (change = 'dropped'))
);

-- What a change of law touches: catalogue items and forms in the platform's space, open hazards in each tenant's.
create table law_reviews (
  tenant_id       uuid        not null,
  id              uuid        not null,
  instrument_id   text        not null,
  title           text        not null,
  version         integer     not null,
  effective_from  date,
  subject_kind    text        not null,
  subject_id      text        not null,
  subject_name    text        not null,
  clause          text        not null, -- as it is cited there
  becomes         text, -- the clause that stands instead; null: none
  change          text        not null,
  state           text        not null,
  note            text,
  opened_at       timestamptz not null,
  settled_at      timestamptz,
  settled_by_name text,
  constraint law_reviews_pkey primary key (tenant_id, id),
  constraint law_reviews_subject_kind_known check (subject_kind in ('hazard', 'item', 'template')),
  constraint law_reviews_change_known check (change in ('changed', 'moved', 'dropped', 'ended')),
  constraint law_reviews_state_known check (state in ('open', 'settled'))
);
create index law_reviews_open on law_reviews (tenant_id, state, opened_at);

do $$
declare
  name text;
  platform constant text := '(select app_tenant()) = ''00000000-0000-7000-8000-000000000001''::uuid';
begin
  foreach name in array array['article_texts', 'article_moves'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (true)', name || '_read', name);
    execute format('create policy %I on %I for insert with check (%s)', name || '_add', name, platform);
    execute format('create policy %I on %I for update using (%s)', name || '_change', name, platform);
  end loop;
  execute 'alter table law_reviews enable row level security';
  execute 'create policy law_reviews_policy on law_reviews using (tenant_id = (select app_tenant())
    and case when (select app_scope()) in (''office'', ''people'') then true else false end)';
end $$;
