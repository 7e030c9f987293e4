-- Who read which enterprise's file, newest first, and of one enterprise.
create index access_log_act on access_log (tenant_id, act, at desc);
create index access_log_subject on access_log (tenant_id, subject, at desc);
