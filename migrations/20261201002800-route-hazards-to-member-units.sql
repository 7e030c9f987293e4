-- Member units of the leading group (消安办, 城管科): who belongs to each, by which rules hazards are routed to them, and each
-- routing with its answer. The unit looks after a hazard beside its holder; the holder's column says nothing of it.

create table member_units (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  duty text not null, -- what it looks after, in words
  set_by_name text not null,
  set_at timestamptz not null,
  constraint member_units_pkey primary key (tenant_id, id),
  constraint member_units_name_key unique (tenant_id, name)
);

create table member_unit_people (
  tenant_id uuid not null,
  membership_id uuid not null,
  unit_id uuid not null,
  placed_by_name text not null,
  placed_at timestamptz not null,
  constraint member_unit_people_pkey primary key (tenant_id, membership_id),
  constraint member_unit_people_unit_fkey foreign key (tenant_id, unit_id) references member_units (tenant_id, id)
);

-- A rule is never rewritten: a change ends it and begins another.
create table routing_rules (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  position integer not null, -- the lowest that fits decides
  family text,
  level2 text, -- the catalogue's second level
  item_codes text not null, -- JSON array; empty: every item
  tags text not null, -- JSON array, any one of which the site or enterprise carries; empty: everywhere
  reason text not null,
  set_by_name text not null,
  set_at timestamptz not null,
  ended_at timestamptz,
  ended_by_name text,
  ended_reason text,
  constraint routing_rules_pkey primary key (tenant_id, id),
  constraint routing_rules_unit_fkey foreign key (tenant_id, unit_id) references member_units (tenant_id, id),
  constraint routing_rules_family_check check (family in ('records', 'onSite')),
  constraint routing_rules_position_check check (position between 1 and 999)
);

create table hazard_routings (
  tenant_id uuid not null,
  id uuid not null,
  hazard_id uuid not null,
  enterprise_id uuid not null,
  agency_id uuid,
  made_by_agency_id uuid,
  community_id uuid,
  turn integer not null, -- counts a hazard's routings; of two that are decided at once one stands
  unit_id uuid not null,
  rule_id uuid, -- null: routed by a person
  reason text not null,
  state text not null,
  routed_by_name text not null,
  routed_at timestamptz not null,
  answered_by_name text,
  answered_at timestamptz,
  answer_reason text,
  constraint hazard_routings_pkey primary key (tenant_id, id),
  constraint hazard_routings_hazard_fkey foreign key (tenant_id, hazard_id) references hazards (tenant_id, id),
  constraint hazard_routings_unit_fkey foreign key (tenant_id, unit_id) references member_units (tenant_id, id),
  constraint hazard_routings_state_check check (state in ('asked', 'taken', 'sentBack', 'replaced'))
);
create unique index hazard_routings_turn on hazard_routings (tenant_id, hazard_id, turn);
create index hazard_routings_unit on hazard_routings (tenant_id, unit_id, state);

do $$
declare
  name text;
begin
  foreach name in array array['member_unit_people', 'routing_rules'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (tenant_id = (select app_tenant())
      and case when (select app_scope()) in (''office'', ''people'') then true else false end)', name || '_policy', name);
  end loop;
end $$;
alter table member_units enable row level security;
create policy member_units_read on member_units for select using (tenant_id = (select app_tenant())
  and case when (select app_scope()) in ('office', 'agency', 'community', 'enterprise', 'people') then true else false end);
create policy member_units_write on member_units using (tenant_id = (select app_tenant())
  and case when (select app_scope()) = 'office' then true else false end);
alter table hazard_routings enable row level security;
create policy hazard_routings_policy on hazard_routings using (tenant_id = (select app_tenant())
  and case (select app_scope())
    when 'office' then true
    when 'agency' then agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())
    when 'community' then community_id = (select app_scope_id())
    when 'enterprise' then enterprise_id = (select app_scope_id())
    else false end);
