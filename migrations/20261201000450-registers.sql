-- R13 and R17: what an enterprise keeps books on, one row an entry; a newer one of a series puts the older to rest.

create table register_entries (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  kind text not null,
  variety text not null,
  subject text not null,
  number text,
  headcount integer,
  happened_on date,
  note text,
  due_on date,
  due_source text not null,
  due_term text,
  photo_slot_ids text not null,
  state text not null,
  entered_at timestamptz not null,
  entered_by_name text not null,
  entered_by_role text not null,
  on_behalf boolean not null,
  corrected_at timestamptz,
  corrected_by_name text,
  corrected_reason text,
  struck_at timestamptz,
  struck_by_name text,
  struck_reason text,
  constraint register_entries_pkey primary key (tenant_id, id),
  constraint register_entries_state_check check (state in ('standing', 'renewed', 'struck')),
  constraint register_entries_due_source_check check (due_source in ('stated', 'term', 'own', 'lasting', 'unknown')),
  constraint register_entries_due_check check ((due_on is null) = (due_source in ('lasting', 'unknown')))
);
create index register_entries_of on register_entries (tenant_id, enterprise_id, kind);
create index register_entries_due on register_entries (tenant_id, due_on) where state = 'standing';
alter table register_entries add constraint register_entries_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);

alter table register_entries enable row level security;
create policy register_entries_policy on register_entries using (tenant_id = (select app_tenant()) and case (select app_scope())
  when 'office' then true
  when 'agency' then agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())
  when 'community' then community_id = (select app_scope_id())
  when 'enterprise' then enterprise_id = (select app_scope_id())
  else false end);

alter table photo_slots drop constraint photo_slots_purpose_check;
alter table photo_slots add constraint photo_slots_purpose_check check (purpose in ('hazard', 'fixedOnSite', 'rectification', 'reinspection', 'supervision', 'signature', 'refusal', 'extension', 'register', 'selfInspection'));
