-- What became of a notice after its hand-over. 'FAILED' stands for both kinds of failure; `failure` tells them apart.
alter table notice drop constraint notice_state_check;
alter table notice add constraint notice_state_check check (state in (
  'PLANNED', 'HANDING_OVER', 'ACCEPTED', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'ANSWERED', 'EXPIRED', 'UNKNOWN', 'SKIPPED'));
alter table notice add column failure text check (failure in ('TEMPORARY', 'PERMANENT'));

-- Every report of a provider as it came, also one about a message that nobody knows yet: the report can overtake the commit of the
-- hand-over, and is applied when the message's id is written down.
create table provider_report (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  provider_id text        not null,
  status      text        not null,
  code        text
);
create index provider_report_by_message on provider_report (provider_id, id);
revoke update, delete, truncate on provider_report from ${appRole};
