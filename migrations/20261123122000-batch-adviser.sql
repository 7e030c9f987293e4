-- Who advised a batch, by membership: two persons may bear one name, and one person may hold two memberships.
alter table batches add column advised_by_membership_id uuid;
