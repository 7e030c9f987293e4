-- The hazard, what it stands on in law, every act on it, and what hangs beside its status.

create table hazards (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  visit_id uuid not null,
  site_id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid not null,
  made_by_agency_id uuid not null,
  community_id uuid,
  item_code text not null,
  family text not null,
  place text not null,
  description text not null,
  advice text not null,
  standard text not null,
  no_photo_reason text,
  severity text not null,
  severity_case text,
  status text not null,
  round integer not null,
  failed_rounds integer not null,
  found_on date not null,
  found_period_no integer,
  deadline_rule text not null,
  deadline_days integer not null,
  deadline_reason text,
  clock_started_on date,
  served_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  rectification_due date,
  submitted_at timestamptz,
  reinspection_due date,
  refused_by_enterprise boolean not null,
  contested boolean not null,
  contest_reason text,
  listed boolean not null,
  extension_pending boolean not null,
  referral_proposed boolean not null,
  void_proposed boolean not null,
  void_confirmed_by_office boolean not null,
  void_confirmed_by_agency boolean not null,
  closed_on date,
  closed_how text,
  holder text not null,
  held_since timestamptz not null,
  constraint hazards_pkey primary key (tenant_id, id),
  constraint hazards_number_key unique (tenant_id, number),
  constraint hazards_family_check check (family in ('records', 'onSite')),
  constraint hazards_severity_check check (severity in ('general', 'suspectedMajor', 'major')),
  constraint hazards_status_check check (status in ('open', 'submitted', 'referred', 'awaitingFinalReinspection', 'closed', 'voided')),
  constraint hazards_no_photo_reason_check check (no_photo_reason in ('documentsAbsent', 'photographyForbidden', 'danger')),
  constraint hazards_closed_how_check check (closed_how in ('fixedOnSite', 'reinspected', 'finalReinspection')),
  constraint hazards_holder_check check (holder in ('enterprise', 'agency', 'agencyLead', 'officer', 'enforcementOfficer', 'nobody'))
);
create index hazards_enterprise on hazards (tenant_id, enterprise_id, status);
create index hazards_visit on hazards (tenant_id, visit_id);
create index hazards_open on hazards (tenant_id, holder, rectification_due) where status not in ('closed', 'voided');
create index hazards_found on hazards (tenant_id, found_on);

create table hazard_citations (
  tenant_id uuid not null,
  hazard_id uuid not null,
  position integer not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  enterprise_id uuid not null,
  instrument_id text not null,
  title text not null,
  article text not null,
  role text not null,
  state text not null,
  nature text not null,
  summary text not null,
  verified boolean not null,
  words_sha256 text not null,
  constraint hazard_citations_pkey primary key (tenant_id, hazard_id, position),
  constraint hazard_citations_role_check check (role in ('direct', 'standard', 'conditional', 'fallback')),
  constraint hazard_citations_state_check check (state in ('inForce', 'notYet', 'repealed', 'replaced', 'dateUnknown'))
);

create table hazard_acts (
  tenant_id uuid not null,
  id uuid not null,
  hazard_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  enterprise_id uuid not null,
  command text not null,
  step integer,
  round integer not null,
  status_after text not null,
  actor_name text not null,
  actor_role text not null,
  on_behalf boolean not null,
  note text,
  data text,
  visit_id uuid,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  constraint hazard_acts_pkey primary key (tenant_id, id)
);
create index hazard_acts_hazard on hazard_acts (tenant_id, hazard_id, received_at);

create table extensions (
  tenant_id uuid not null,
  id uuid not null,
  hazard_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  enterprise_id uuid not null,
  steps_taken text not null,
  days_needed integer not null,
  reason text not null,
  interim_protection text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  state text not null,
  granted_until date,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  constraint extensions_pkey primary key (tenant_id, id),
  constraint extensions_state_check check (state in ('asked', 'granted', 'declined'))
);
create index extensions_hazard on extensions (tenant_id, hazard_id);

create table supervisions (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  site_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  task_id uuid,
  means text not null,
  note text,
  by_name text not null,
  by_role text not null,
  hazard_ids text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  constraint supervisions_pkey primary key (tenant_id, id),
  constraint supervisions_means_check check (means in ('visit', 'call', 'message'))
);
create index supervisions_enterprise on supervisions (tenant_id, enterprise_id);

create table referrals (
  tenant_id uuid not null,
  id uuid not null,
  hazard_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  enterprise_id uuid not null,
  state text not null,
  ground text not null,
  reason text not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  received_by_name text,
  received_at timestamptz,
  case_number text,
  returned_reason text,
  result_kind text,
  result_document_number text,
  result_on date,
  result_officers text,
  result_note text,
  concluded_at timestamptz,
  constraint referrals_pkey primary key (tenant_id, id),
  constraint referrals_state_check check (state in ('proposed', 'declined', 'referred', 'received', 'returned', 'concluded')),
  constraint referrals_ground_check check (ground in ('overdue', 'refusal', 'threeFailedRounds'))
);
create index referrals_hazard on referrals (tenant_id, hazard_id);
create index referrals_state on referrals (tenant_id, state);

create table batches (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  kind text not null,
  advice_reason text not null,
  advised_by_name text not null,
  advised_at timestamptz not null,
  state text not null,
  decided_kind text,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  constraint batches_pkey primary key (tenant_id, id),
  constraint batches_kind_check check (kind in ('eliminate', 'suspend', 'upgrade')),
  constraint batches_decided_kind_check check (decided_kind in ('eliminate', 'suspend', 'upgrade')),
  constraint batches_state_check check (state in ('advised', 'decided', 'declined'))
);

alter table hazards add constraint hazards_visit_fkey foreign key (tenant_id, visit_id) references visits (tenant_id, id);
alter table hazards add constraint hazards_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
alter table hazard_citations add constraint hazard_citations_hazard_fkey foreign key (tenant_id, hazard_id) references hazards (tenant_id, id);
alter table hazard_acts add constraint hazard_acts_hazard_fkey foreign key (tenant_id, hazard_id) references hazards (tenant_id, id);
alter table extensions add constraint extensions_hazard_fkey foreign key (tenant_id, hazard_id) references hazards (tenant_id, id);
alter table supervisions add constraint supervisions_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
alter table referrals add constraint referrals_hazard_fkey foreign key (tenant_id, hazard_id) references hazards (tenant_id, id);
alter table batches add constraint batches_enterprise_fkey foreign key (tenant_id, enterprise_id) references enterprises (tenant_id, id);
