-- What the application role may do; run after every migration. It owns nothing and never rewrites what was journaled.
grant usage on schema public to :app_role;
grant select, insert, update, delete on all tables in schema public to :app_role;
revoke update, delete on journal_events, signed_heads, access_log from :app_role;
revoke delete on journal_heads, command_outcomes, tenant_keys, hazards, hazard_acts, visits, tasks, documents, signatures from :app_role;
revoke insert, update, delete on schema_migrations from :app_role;
revoke execute on function memberships_of(uuid, date), link_by_hash(text), document_by_proof(text), tenants_with_work(date) from public;
grant execute on function memberships_of(uuid, date), link_by_hash(text), document_by_proof(text), tenants_with_work(date) to :app_role;
