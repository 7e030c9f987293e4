-- Who is asking, and the small tables that stand above the tenants.
-- The actor is set by SET LOCAL in the BEGIN message; unset means nothing is visible.

create function app_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '')::uuid;

create function app_scope() returns text language sql stable parallel safe
  return nullif(current_setting('app.scope', true), '');

-- For scope 'rollups' the id is a division code and no uuid.
create function app_scope_id() returns uuid language sql stable parallel safe
  return case when nullif(current_setting('app.scope', true), '') = 'rollups' then null
              else nullif(current_setting('app.scope_id', true), '')::uuid end;

create function app_division() returns text language sql stable parallel safe
  return case when nullif(current_setting('app.scope', true), '') = 'rollups'
              then nullif(current_setting('app.scope_id', true), '') end;

create table divisions (
  code text not null,
  name text not null,
  parent_code text,
  constraint divisions_pkey primary key (code)
);

create table tenants (
  id uuid not null,
  kind text not null,
  name text not null,
  division_code text not null,
  created_at timestamptz not null,
  constraint tenants_pkey primary key (id),
  constraint tenants_kind_check check (kind in ('platform', 'subdistrict'))
);

create table accounts (
  id uuid not null,
  login text not null,
  display_name text not null,
  state text not null,
  created_at timestamptz not null,
  constraint accounts_pkey primary key (id),
  constraint accounts_login_key unique (login),
  constraint accounts_state_check check (state in ('active', 'closed'))
);

-- Password hashes stand apart so that no journal payload ever carries one.
create table account_secrets (
  account_id uuid not null,
  password_hash text not null,
  changed_at timestamptz not null,
  constraint account_secrets_pkey primary key (account_id)
);

create table sign_in_failures (
  login text not null,
  failures integer not null,
  locked_until timestamptz,
  last_failed_at timestamptz not null,
  constraint sign_in_failures_pkey primary key (login)
);

create table sessions (
  id_hash bytea not null,
  account_id uuid not null,
  tenant_id uuid,
  membership_id uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sessions_pkey primary key (id_hash)
);
create index sessions_account on sessions (account_id);

create table agencies (
  id uuid not null,
  name text not null,
  credit_code text,
  created_at timestamptz not null,
  constraint agencies_pkey primary key (id)
);
