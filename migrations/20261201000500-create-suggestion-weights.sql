-- What an agency has said of its own lessons: a lesson set aside moves no suggestion until it is taken up again.

create table suggestion_weights (
  tenant_id       uuid        not null,
  agency_id       uuid        not null,
  lesson_key      text        not null, -- SHA-256 of the item's code and the words
  item_code       text        not null,
  words           text        not null, -- as accepted, normalized
  weight          integer     not null, -- 0: set aside; 1: counts again
  reason          text        not null,
  changed_at      timestamptz not null,
  changed_by_name text        not null,
  constraint suggestion_weights_pkey primary key (tenant_id, agency_id, lesson_key),
  constraint suggestion_weights_weight_known check (weight in (0, 1))
);

alter table suggestion_weights enable row level security;
create policy suggestion_weights_policy on suggestion_weights using (tenant_id = (select app_tenant()) and case (select app_scope())
  when 'office' then true
  when 'agency' then agency_id = (select app_scope_id())
  else false end);
