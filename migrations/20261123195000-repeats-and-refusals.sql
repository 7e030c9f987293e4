-- A hazard found again names the earlier one; a referral on refusal says who refused what, in which words; a finished visit
-- says how many photos were thrown out of its tray and why. All null for what came before.
alter table hazards add column repeat_of uuid;
create index hazards_repeat on hazards (tenant_id, repeat_of) where repeat_of is not null;
alter table referrals
  add column refused_what text,
  add column refused_by text,
  add column refused_words text,
  add constraint referrals_refused_what_check check (refused_what in ('visit', 'reinspection', 'rectification'));
alter table visits
  add column discarded_photos integer,
  add column discard_reasons text;
