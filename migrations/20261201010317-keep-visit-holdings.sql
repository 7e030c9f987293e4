-- What each phone of a visit said it still holds unsent; overwritten with every word, no fact of the trade and not journaled.

create table visit_holdings (
  tenant_id uuid not null,
  visit_id uuid not null,
  device_id uuid not null,
  membership_id uuid not null,
  person_name text not null,
  commands integer not null,
  photos integer not null,
  unsorted integer not null,
  said_at timestamptz not null,
  constraint visit_holdings_pkey primary key (tenant_id, visit_id, device_id),
  constraint visit_holdings_counts_check check (commands >= 0 and photos >= 0 and unsorted >= 0)
);

alter table visit_holdings enable row level security;
create policy visit_holdings_policy on visit_holdings using (tenant_id = (select app_tenant()) and (select app_scope()) = 'agency');
