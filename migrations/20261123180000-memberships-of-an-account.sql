-- Every request asks whose session it is and what that account holds. Answering the account's own memberships whole saves a
-- second transaction a request; like before, this function alone looks across tenants, and only for the account it is told.
-- A textual body follows columns that are added later.
drop function memberships_of(uuid, date);

create function memberships_of(account uuid, today date) returns setof memberships
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.* from memberships m
    where m.account_id = account and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
    order by m.tenant_id, m.created_at, m.id
  $$;
