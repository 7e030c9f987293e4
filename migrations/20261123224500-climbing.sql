-- By which rules overdue items climb, as dated versions; and what must be told to whom, a row a moment that was reached.

create table climbing_rules (
  tenant_id uuid not null,
  id uuid not null,
  valid_from date not null,
  ladders text not null,
  reason text not null,
  previewed_on date,
  previewed_hits integer,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint climbing_rules_pkey primary key (tenant_id, id)
);
create index climbing_rules_day on climbing_rules (tenant_id, valid_from);
alter table climbing_rules enable row level security;
create policy climbing_rules_policy on climbing_rules using (tenant_id = (select app_tenant())
  and case when (select app_scope()) = 'office' then true else false end);

-- Messages, not facts: each can be made again from the hazards and the rules, so the journal does not carry them.
create table reminders (
  tenant_id uuid not null,
  hazard_id uuid not null,
  holder text not null,
  due_on date not null,
  told text not null,
  after_days integer not null,
  day date not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  constraint reminders_pkey primary key (tenant_id, hazard_id, due_on, told, after_days, holder),
  constraint reminders_holder_check check (holder in ('enterprise', 'agency')),
  constraint reminders_told_check check (told in ('enterprise', 'agency', 'community', 'office', 'leadingGroup'))
);
create index reminders_told on reminders (tenant_id, told, day);
alter table reminders enable row level security;
create policy reminders_policy on reminders using (tenant_id = (select app_tenant())
  and case (select app_scope())
    when 'office' then true
    when 'agency' then agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())
    when 'community' then community_id = (select app_scope_id())
    when 'enterprise' then enterprise_id = (select app_scope_id())
    else false end);
