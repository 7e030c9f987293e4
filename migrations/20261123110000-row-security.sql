-- The second wall. Scalar sub-selects make PostgreSQL read the actor once per statement and not once per row.

do $$
declare
  name text;
  tenant constant text := 'tenant_id = (select app_tenant())';
  scoped constant text := '(select app_scope()) = ''office''
    or ((select app_scope()) = ''agency'' and (agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())))
    or ((select app_scope()) = ''community'' and community_id = (select app_scope_id()))
    or ((select app_scope()) = ''enterprise'' and enterprise_id = (select app_scope_id()))';
  members constant text := '(select app_scope()) in (''office'', ''agency'', ''community'', ''enterprise'', ''people'')';
begin
  -- Rows of one enterprise: the office, the agency that holds or made them, its community, itself.
  foreach name in array array['sites', 'tasks', 'visits', 'visit_tasks', 'findings', 'photo_slots', 'hazards', 'hazard_citations',
    'hazard_acts', 'extensions', 'supervisions', 'referrals', 'batches', 'documents', 'signatures', 'access_links',
    'access_link_holders', 'standardizations'] loop
    execute format('alter table %I enable row level security', name);
    if name in ('sites', 'standardizations') then
      execute format('create policy %I on %I using (%s and (%s))', name || '_policy', name, tenant,
        replace(scoped, 'agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())', 'agency_id = (select app_scope_id())'));
    else
      execute format('create policy %I on %I using (%s and (%s))', name || '_policy', name, tenant, scoped);
    end if;
  end loop;

  execute 'alter table enterprises enable row level security';
  execute format('create policy enterprises_policy on enterprises using (%s and (%s))', tenant,
    replace(replace(scoped, 'agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())', 'agency_id = (select app_scope_id())'),
      'enterprise_id = ', 'id = '));

  -- The scheme and the map of the tenant: read by everyone who belongs to it, written by office and people.
  foreach name in array array['schemes', 'scheme_periods', 'communities', 'agency_engagements', 'working_day_corrections'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s and %s)', name || '_read', name, tenant, members);
    execute format('create policy %I on %I using (%s and (select app_scope()) in (''office'', ''people''))', name || '_write', name, tenant);
  end loop;

  -- The office's own, and the agency's where it is a party.
  foreach name in array array['contracts', 'contract_enterprises', 'service_records'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (%s and ((select app_scope()) = ''office''
      or ((select app_scope()) = ''agency'' and agency_id = (select app_scope_id()))))', name || '_policy', name, tenant);
  end loop;
  foreach name in array array['scope_decisions', 'operations'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (%s and (select app_scope()) in (''office'', ''people''))', name || '_policy', name, tenant);
  end loop;

  -- What every act of a tenant needs, whoever acts.
  foreach name in array array['journal_heads', 'command_outcomes', 'saved_views', 'blobs'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (%s and (select app_scope()) is not null)', name || '_policy', name, tenant);
  end loop;
  foreach name in array array['journal_events', 'access_log'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for insert with check (%s and (select app_scope()) is not null)', name || '_append', name, tenant);
    execute format('create policy %I on %I for select using (%s and (select app_scope()) in (''office'', ''people''))', name || '_read', name, tenant);
  end loop;
  foreach name in array array['signed_heads', 'tenant_keys'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (%s and (select app_scope()) in (''office'', ''people''))', name || '_policy', name, tenant);
  end loop;

  execute 'alter table memberships enable row level security';
  execute format('create policy memberships_policy on memberships using (%s and ((select app_scope()) in (''office'', ''people'')
    or ((select app_scope()) = ''agency'' and scope_id = (select app_scope_id()))))', tenant);

  execute 'alter table document_proofs enable row level security';
  execute format('create policy document_proofs_read on document_proofs for select using (%s and (select app_scope()) is not null)', tenant);
  execute format('create policy document_proofs_write on document_proofs using (%s and (select app_scope()) in (''office'', ''agency''))', tenant);

  execute 'alter table rollups enable row level security';
  execute format('create policy rollups_write on rollups using (%s and (select app_scope()) = ''office'')', tenant);
  execute 'create policy rollups_read on rollups for select using ((select app_scope()) = ''rollups'' and division_code like (select app_division()) || ''%'')';
end $$;

-- Before the tenant is known, these four alone look across tenants; they answer ids only.
create function memberships_of(account uuid, today date) returns table (tenant_id uuid, membership_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select m.tenant_id, m.id from memberships m
    where m.account_id = account and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today);
  end;

create function link_by_hash(hash text) returns table (tenant_id uuid, link_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select l.tenant_id, l.id from access_links l where l.secret_hash = hash;
  end;

create function document_by_proof(code text) returns table (tenant_id uuid, proof_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select p.tenant_id, p.id from document_proofs p where p.proof_code = code;
  end;

create function tenants_with_work(day date) returns table (tenant_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select h.tenant_id from journal_heads h
    where h.seq > 0 and not exists (select 1 from signed_heads s where s.tenant_id = h.tenant_id and s.day = tenants_with_work.day);
  end;
