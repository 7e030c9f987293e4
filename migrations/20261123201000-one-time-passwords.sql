-- A password somebody else has seen (shown once to whoever invited, or printed at the start) is good for one thing: changing it.
alter table account_secrets add column must_change boolean not null default false;
