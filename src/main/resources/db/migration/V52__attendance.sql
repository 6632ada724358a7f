-- Whether a called person is asked to come, to work from home, or only to say how they are.
alter table call_out add column attendance text not null default 'ASSEMBLE'
  check (attendance in ('ASSEMBLE', 'TELEWORK', 'SAFETY_ONLY'));
