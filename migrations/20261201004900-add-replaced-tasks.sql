-- Two entries of the register that are one enterprise owe the same act of a period once. The task that is owed in place of a
-- cancelled one, so that a visit a phone began for the cancelled one is counted there.

alter table tasks add column replaced_by uuid;
