-- A hazard that came from paper says from which file and row. It hangs on a visit of the same mark that counts as no service.
alter table hazards add column imported_from text;
alter table visits add column imported_from text;
