-- The one write path: outcomes first, head and journal last. Salt and payload stand beside the hash and may be erased.

create table tenant_keys (
  tenant_id uuid not null,
  id uuid not null,
  public_key text not null,
  sealed_private_key text not null,
  created_at timestamptz not null,
  constraint tenant_keys_pkey primary key (tenant_id, id)
);

create table journal_heads (
  tenant_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  constraint journal_heads_pkey primary key (tenant_id)
);

create table journal_events (
  tenant_id uuid not null,
  seq bigint not null,
  id uuid not null,
  command_id uuid not null,
  envelope text not null,
  prev_hash bytea not null,
  hash bytea not null,
  salt bytea,
  payload text,
  constraint journal_events_pkey primary key (tenant_id, seq),
  constraint journal_events_id_key unique (tenant_id, id)
);

create table signed_heads (
  tenant_id uuid not null,
  day date not null,
  seq bigint not null,
  hash bytea not null,
  key_id uuid not null,
  signature text not null,
  signed_at timestamptz not null,
  constraint signed_heads_pkey primary key (tenant_id, day)
);

create table command_outcomes (
  tenant_id uuid not null,
  command_id uuid not null,
  account_key text not null,
  membership_id uuid,
  text_hash bytea not null,
  name text not null,
  visit_id uuid,
  status text not null,
  problem_code text,
  problem_params text,
  replaces uuid,
  text text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  constraint command_outcomes_pkey primary key (tenant_id, command_id),
  constraint command_outcomes_status_check check (status in ('accepted', 'refused'))
);
create index command_outcomes_refused on command_outcomes (tenant_id, received_at) where status = 'refused';

create table access_log (
  tenant_id uuid not null,
  id uuid not null,
  actor text not null,
  act text not null,
  subject text not null,
  detail text,
  at timestamptz not null,
  constraint access_log_pkey primary key (tenant_id, id)
);
