-- 赋权事项: what of enforcement was delegated to the subdistrict, on which basis, from when to when. A referral goes to the
-- subdistrict's own enforcement officers only for such an item; else to the authority in charge.
create table delegated_items (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  legal_basis text not null,
  valid_from date not null,
  valid_to date, -- last day; null while it runs
  set_by_name text not null,
  set_at timestamptz not null,
  ended_by_name text,
  ended_at timestamptz,
  ended_reason text,
  constraint delegated_items_pkey primary key (tenant_id, id),
  constraint delegated_items_days_check check (valid_to is null or valid_to >= valid_from)
);
alter table delegated_items enable row level security;
create policy delegated_items_policy on delegated_items using (tenant_id = (select app_tenant())
  and case when (select app_scope()) in ('office', 'people') then true else false end);

alter table referrals add column delegated_item_id uuid;
-- The item and its basis in the words of the day of the decision.
alter table referrals add column delegated_words text;
