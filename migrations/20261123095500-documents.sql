-- Frozen documents, signatures, proof rows anyone may check, and access links.

create table documents (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  number text not null,
  state text not null,
  visit_id uuid,
  hazard_id uuid,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  form_version integer not null,
  data text not null,
  data_digest text not null,
  pdf_sha256 text,
  template_version text,
  due_on date,
  drafted_at timestamptz not null,
  drafted_by_name text not null,
  reviewed_at timestamptz,
  reviewed_by_name text,
  reviewed_by_membership_id uuid,
  released_at timestamptz,
  released_by_name text,
  released_by_membership_id uuid,
  one_person_release boolean not null,
  void_reason text,
  constraint documents_pkey primary key (tenant_id, id),
  constraint documents_number_key unique (tenant_id, kind, number),
  constraint documents_kind_check check (kind in ('onSiteRecord', 'inspectionReport', 'referralPackage')),
  constraint documents_state_check check (state in ('draft', 'reviewed', 'issued', 'void'))
);
create index documents_visit on documents (tenant_id, visit_id);
create index documents_enterprise on documents (tenant_id, enterprise_id);

-- What the public page of a proof code shows, and nothing more.
create table document_proofs (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  proof_code text not null,
  kind text not null,
  number text not null,
  data_digest text not null,
  pdf_sha256 text,
  state text not null,
  issued_on date not null,
  constraint document_proofs_pkey primary key (tenant_id, id),
  constraint document_proofs_code_key unique (tenant_id, proof_code),
  constraint document_proofs_state_check check (state in ('valid', 'void'))
);
create index document_proofs_code on document_proofs (proof_code);

create table signatures (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  visit_id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  signer text not null,
  name text not null,
  refused boolean not null,
  refusal_reason text,
  photo_slot_id uuid,
  digest text not null,
  device_id text not null,
  signed_at timestamptz not null,
  constraint signatures_pkey primary key (tenant_id, id),
  constraint signatures_signer_check check (signer in ('expert', 'accompanying', 'enterprise'))
);
create index signatures_document on signatures (tenant_id, document_id);

create table access_links (
  tenant_id uuid not null,
  id uuid not null,
  secret_hash text not null,
  parent_id uuid,
  visit_id uuid not null,
  site_id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  hazard_ids text,
  label text,
  issued_at timestamptz not null,
  issued_by_name text not null,
  revoked_at timestamptz,
  revoked_reason text,
  constraint access_links_pkey primary key (tenant_id, id),
  constraint access_links_secret_hash_key unique (tenant_id, secret_hash)
);
create index access_links_hash on access_links (secret_hash);
create index access_links_visit on access_links (tenant_id, visit_id);

create table access_link_holders (
  tenant_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  name text not null,
  position text not null,
  introduced_at timestamptz not null,
  constraint access_link_holders_pkey primary key (tenant_id, id)
);

alter table signatures add constraint signatures_document_fkey foreign key (tenant_id, document_id) references documents (tenant_id, id);
alter table document_proofs add constraint document_proofs_document_fkey foreign key (tenant_id, document_id) references documents (tenant_id, id);
alter table access_links add constraint access_links_visit_fkey foreign key (tenant_id, visit_id) references visits (tenant_id, id);
alter table access_link_holders add constraint access_link_holders_link_fkey foreign key (tenant_id, link_id) references access_links (tenant_id, id);

-- Figures for wide areas; the only tenant rows an observer reads.
create table rollups (
  tenant_id uuid not null,
  division_code text not null,
  measure text not null,
  day date not null,
  value bigint not null,
  constraint rollups_pkey primary key (tenant_id, measure, day)
);
