-- The same walls, said by cases. As a chain of "or" the planner took each of them for a rare match, expected one row in a hundred,
-- and joined whole subdistricts by nested loops; of a case it expects half the rows, and the actor's scope is looked at once a row.

do $$
declare
  name text;
  tenant constant text := 'tenant_id = (select app_tenant())';
  by_scope constant text := 'case (select app_scope())
    when ''office'' then true
    when ''agency'' then %s
    when ''community'' then community_id = (select app_scope_id())
    when ''enterprise'' then %I = (select app_scope_id())
    else false end';
  holds constant text := 'agency_id = (select app_scope_id())';
  holds_or_made constant text := 'agency_id = (select app_scope_id()) or made_by_agency_id = (select app_scope_id())';
begin
  foreach name in array array['tasks', 'visits', 'visit_tasks', 'findings', 'photo_slots', 'hazards', 'hazard_citations', 'hazard_acts',
    'extensions', 'supervisions', 'referrals', 'batches', 'documents', 'signatures', 'access_links', 'access_link_holders'] loop
    execute format('alter policy %I on %I using (%s and %s)', name || '_policy', name, tenant, format(by_scope, holds_or_made, 'enterprise_id'));
  end loop;
  foreach name in array array['sites', 'standardizations'] loop
    execute format('alter policy %I on %I using (%s and %s)', name || '_policy', name, tenant, format(by_scope, holds, 'enterprise_id'));
  end loop;
  execute format('alter policy enterprises_policy on enterprises using (%s and %s)', tenant, format(by_scope, holds, 'id'));
  foreach name in array array['schemes', 'scheme_periods', 'communities', 'agency_engagements', 'working_day_corrections'] loop
    execute format('alter policy %I on %I using (%s and case when (select app_scope()) in (''office'', ''agency'', ''community'', ''enterprise'', ''people'') then true else false end)', name || '_read', name, tenant);
  end loop;
  execute format('alter policy scope_decisions_policy on scope_decisions using (%s and case when (select app_scope()) in (''office'', ''people'') then true else false end)', tenant);
end $$;
