-- What anyone may report: a danger (线索 tip), or a complaint (投诉) about an agency or an officer. The public reads and writes one
-- tip only, the one whose id is made of its receipt number and secret; a complaint is the office lead's alone; the reporter's
-- own data stands apart.

create function app_acting_role() returns text language sql stable parallel safe
  return nullif(current_setting('app.role', true), '');

create table tips (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  about text not null,
  text text not null,
  place text,
  enterprise_words text,
  reported_at timestamptz not null,
  state text not null,
  triage_due date not null,
  answer_due date not null,
  enterprise_id uuid,
  site_id uuid,
  community_id uuid,
  handler_membership_id uuid,
  handler_name text,
  handler_since timestamptz,
  outcome text,
  closed_at timestamptz,
  constraint tips_pkey primary key (tenant_id, id),
  constraint tips_number_key unique (tenant_id, number),
  constraint tips_about_check check (about in ('enterprise', 'agency', 'official')),
  constraint tips_state_check check (state in ('reported', 'assigned', 'closed')),
  constraint tips_outcome_check check (outcome in ('confirmed', 'notFound', 'passedOn', 'repeated'))
);
create index tips_waiting on tips (tenant_id, state, answer_due);

create table tip_photos (
  tenant_id uuid not null,
  id uuid not null,
  tip_id uuid not null,
  about text not null,
  position integer not null,
  sha256 text not null,
  bytes integer not null,
  constraint tip_photos_pkey primary key (tenant_id, id),
  constraint tip_photos_about_check check (about in ('enterprise', 'agency', 'official'))
);
create index tip_photos_of on tip_photos (tenant_id, tip_id);

-- Personal data of whoever reported, if they left any.
create table tip_reporters (
  tenant_id uuid not null,
  tip_id uuid not null,
  about text not null,
  name text,
  contact text,
  constraint tip_reporters_pkey primary key (tenant_id, tip_id),
  constraint tip_reporters_about_check check (about in ('enterprise', 'agency', 'official'))
);

create table tip_acts (
  tenant_id uuid not null,
  id uuid not null,
  tip_id uuid not null,
  about text not null,
  kind text not null,
  text text,
  by_name text not null,
  at timestamptz not null,
  constraint tip_acts_pkey primary key (tenant_id, id),
  constraint tip_acts_about_check check (about in ('enterprise', 'agency', 'official')),
  constraint tip_acts_kind_check check (kind in ('taken', 'triaged', 'answered', 'closed'))
);
create index tip_acts_of on tip_acts (tenant_id, tip_id);

-- In how many working days the office looks at a tip and answers it, where it set its own.
create table tip_terms (
  tenant_id uuid not null,
  triage_working_days integer not null,
  answer_working_days integer not null,
  constraint tip_terms_pkey primary key (tenant_id),
  constraint tip_terms_days_check check (triage_working_days between 1 and answer_working_days and answer_working_days <= 60)
);

alter table tip_photos add constraint tip_photos_tip_fkey foreign key (tenant_id, tip_id) references tips (tenant_id, id);
alter table tip_reporters add constraint tip_reporters_tip_fkey foreign key (tenant_id, tip_id) references tips (tenant_id, id);
alter table tip_acts add constraint tip_acts_tip_fkey foreign key (tenant_id, tip_id) references tips (tenant_id, id);

do $$
declare
  name text;
  key text;
  tenant constant text := 'tenant_id = (select app_tenant())';
begin
  foreach name in array array['tips', 'tip_photos', 'tip_acts', 'tip_reporters'] loop
    key := case name when 'tips' then 'id' else 'tip_id' end;
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (%s and case (select app_scope())
      when ''office'' then (about = ''enterprise'' and (%L <> ''tip_reporters'' or (select app_acting_role()) = ''officer''))
        or (select app_acting_role()) in (''officeLead'', ''system'')
      when ''open'' then %I = (select app_scope_id())
      else false end)', name || '_policy', name, tenant, name, key);
  end loop;
  alter table tip_terms enable row level security;
  execute format('create policy tip_terms_read on tip_terms for select using (%s and (select app_scope()) in (''office'', ''open''))', tenant);
  execute format('create policy tip_terms_write on tip_terms using (%s and (select app_scope()) = ''office'')', tenant);
end $$;
