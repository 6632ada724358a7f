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

-- Which of the person's addresses of that channel it goes to.
alter table notice add column position integer not null default 0;
-- Until when we must hear that it goes well, and when its failure was followed up: once.
alter table notice add column hear_by timestamptz, add column passed_on_at timestamptz;
update notice set passed_on_at = changed_at where state = 'FAILED' or channel = 'NONE';
create index notice_to_follow on notice (state, hear_by) where passed_on_at is null and not_needed_since is null;

-- Whom no way reached with a notice: somebody must telephone. Listed once, when the task for it was opened.
create table unreached (
  activation_number text        not null,
  step              text        not null,
  person_id         text        not null,
  subject           text        not null,
  since             timestamptz not null,
  listed_at         timestamptz,
  primary key (activation_number, step, person_id)
);
