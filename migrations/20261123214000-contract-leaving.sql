-- The last day an enterprise is served under a contract it left early; null while the contract's own end holds.
alter table contract_enterprises add column served_until date;
