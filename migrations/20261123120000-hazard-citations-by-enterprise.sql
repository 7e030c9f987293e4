-- Finishing and serving a visit read the clauses of all hazards of its enterprise; without this they read the tenant's.

create index hazard_citations_enterprise on hazard_citations (tenant_id, enterprise_id);
