-- What is told to people and groups: channels with their templates and rules (journaled), messages and what became of each sending.
create table message_channels (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  settings text not null,
  events text not null,
  active boolean not null,
  updated_at timestamptz not null,
  updated_by_name text not null,
  constraint message_channels_pkey primary key (tenant_id, id),
  constraint message_channels_kind_check check (kind in ('email', 'sms', 'wecom', 'dingtalk', 'webhook'))
);
-- Sealed under the installation's master key and bound to the channel's target; no query answers it.
create table message_secrets (
  tenant_id uuid not null,
  channel_id uuid not null,
  sealed text not null,
  stored_at timestamptz not null,
  constraint message_secrets_pkey primary key (tenant_id, channel_id)
);
create table message_templates (
  tenant_id uuid not null,
  event text not null,
  body text not null,
  updated_at timestamptz not null,
  updated_by_name text not null,
  constraint message_templates_pkey primary key (tenant_id, event)
);
create table message_rules (
  tenant_id uuid not null,
  id text not null,
  quiet_from text not null,
  quiet_to text not null,
  digest_minutes integer not null,
  constraint message_rules_pkey primary key (tenant_id, id)
);
create table message_contacts (
  tenant_id uuid not null,
  membership_id uuid not null,
  email text,
  phone text,
  constraint message_contacts_pkey primary key (tenant_id, membership_id)
);
-- One thing told to one person (membership_id), one enterprise (enterprise_id) or the groups (neither).
create table messages (
  tenant_id uuid not null,
  id uuid not null,
  event text not null,
  membership_id uuid,
  enterprise_id uuid,
  subject_type text not null,
  subject_id text not null,
  words text not null,
  text text,
  state text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint messages_pkey primary key (tenant_id, id),
  constraint messages_state_check check (state in ('new', 'spread'))
);
create index messages_new on messages (tenant_id, created_at) where state = 'new';
create index messages_inbox on messages (tenant_id, membership_id, created_at desc);
create table message_sends (
  tenant_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  channel_id uuid not null,
  address text not null,
  event text not null,
  text text not null,
  state text not null,
  attempts integer not null,
  next_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  fate_code text,
  fate_params text,
  digest_id uuid,
  created_at timestamptz not null,
  constraint message_sends_pkey primary key (tenant_id, id),
  constraint message_sends_once unique (tenant_id, channel_id, message_id, address),
  constraint message_sends_state_check check (state in ('waiting', 'sending', 'sent', 'failed'))
);
create index message_sends_due on message_sends (tenant_id, next_at) where state in ('waiting', 'sending');
create index message_sends_record on message_sends (tenant_id, created_at desc);

do $$
declare
  name text;
begin
  foreach name in array array['message_channels', 'message_secrets', 'message_templates', 'message_rules', 'message_sends'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (tenant_id = (select app_tenant())
      and case (select app_scope()) when ''office'' then true when ''people'' then true else false end)', name || '_policy', name);
  end loop;
  -- Whoever acts may tell somebody something, and keeps the own address; whose message it is is the finer cut.
  foreach name in array array['message_contacts', 'messages'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (tenant_id = (select app_tenant())
      and case when (select app_scope()) in (''office'', ''agency'', ''community'', ''enterprise'', ''people'') then true else false end)', name || '_policy', name);
  end loop;
end $$;
