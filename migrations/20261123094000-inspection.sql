-- A visit, what was looked at, and the photos as slots that fill when the bytes arrive.

create table visits (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  task_code text not null,
  site_id uuid not null,
  enterprise_id uuid not null,
  enterprise_name text not null,
  agency_id uuid not null,
  made_by_agency_id uuid not null,
  community_id uuid,
  expert_membership_id uuid not null,
  expert_name text not null,
  inspected_on date not null,
  period_no integer,
  status text not null,
  arrived_at timestamptz not null,
  arrived_lat double precision,
  arrived_lng double precision,
  arrived_accuracy double precision,
  departed_at timestamptz,
  accompanied_by text,
  accompanied_name text,
  accompaniment_reason text,
  enterprise_person text,
  enterprise_person_role text,
  checked_items integer not null,
  constraint visits_pkey primary key (tenant_id, id),
  constraint visits_kind_check check (kind in ('inspection', 'reinspection')),
  constraint visits_status_check check (status in ('started', 'finished')),
  constraint visits_accompanied_by_check check (accompanied_by in ('officer', 'memberUnit', 'communityOfficer', 'none'))
);
create index visits_enterprise on visits (tenant_id, enterprise_id, inspected_on);
create index visits_expert on visits (tenant_id, expert_membership_id, status);

create table visit_tasks (
  tenant_id uuid not null,
  visit_id uuid not null,
  task_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  enterprise_id uuid not null,
  constraint visit_tasks_pkey primary key (tenant_id, visit_id, task_id)
);

create table findings (
  tenant_id uuid not null,
  visit_id uuid not null,
  item_code text not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  enterprise_id uuid not null,
  result text not null,
  note text,
  recorded_at timestamptz not null,
  constraint findings_pkey primary key (tenant_id, visit_id, item_code),
  constraint findings_result_check check (result in ('conform', 'nonconform', 'notApplicable', 'notChecked'))
);

create table photo_slots (
  tenant_id uuid not null,
  id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  enterprise_id uuid not null,
  visit_id uuid,
  hazard_id uuid,
  purpose text not null,
  sha256 text not null,
  original_sha256 text,
  bytes integer not null,
  taken_at timestamptz not null,
  lat double precision,
  lng double precision,
  source text not null,
  state text not null,
  original_state text not null,
  stored_at timestamptz,
  lost_reason text,
  lost_by_name text,
  lost_confirmed_by_name text,
  exif text,
  constraint photo_slots_pkey primary key (tenant_id, id),
  constraint photo_slots_purpose_check check (purpose in ('hazard', 'fixedOnSite', 'rectification', 'reinspection', 'supervision', 'signature', 'refusal', 'extension')),
  constraint photo_slots_source_check check (source in ('camera', 'library', 'drawn')),
  constraint photo_slots_state_check check (state in ('expected', 'stored', 'declaredLost')),
  constraint photo_slots_original_state_check check (original_state in ('none', 'expected', 'stored'))
);
create index photo_slots_hazard on photo_slots (tenant_id, hazard_id);
create index photo_slots_visit on photo_slots (tenant_id, visit_id);
create index photo_slots_sha256 on photo_slots (tenant_id, sha256);
create index photo_slots_original on photo_slots (tenant_id, original_sha256);

create table blobs (
  tenant_id uuid not null,
  sha256 text not null,
  bytes bigint not null,
  mime text not null,
  width integer,
  height integer,
  dhash text,
  stored_at timestamptz not null,
  constraint blobs_pkey primary key (tenant_id, sha256)
);

alter table visits add constraint visits_site_fkey foreign key (tenant_id, site_id) references sites (tenant_id, id);
alter table visits add constraint visits_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
alter table visit_tasks add constraint visit_tasks_visit_fkey foreign key (tenant_id, visit_id) references visits (tenant_id, id);
alter table visit_tasks add constraint visit_tasks_task_fkey foreign key (tenant_id, task_id) references tasks (tenant_id, id);
alter table findings add constraint findings_visit_fkey foreign key (tenant_id, visit_id) references visits (tenant_id, id);
