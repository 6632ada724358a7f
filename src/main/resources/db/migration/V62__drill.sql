-- Real or drill is said by the number itself, from the first moment and for good: the column can neither be written nor changed.
alter table activation add constraint activation_number_form check (number ~ '^D?[0-9]{4}-[0-9]{3,}$');
alter table activation add column drill boolean not null generated always as (starts_with(number, 'D')) stored;

-- The same minute may be a drill's and a real event's: neither keeps the other from being opened.
drop index activation_open_event;
create unique index activation_open_event on activation (drill, event_type, occurred_at) where state = 'OPEN';

-- Drills have a count of their own, so that the numbers of real activations have no gaps.
alter table activation_year add column drill boolean not null default false;
alter table activation_year alter column drill drop default;
alter table activation_year drop constraint activation_year_pkey;
alter table activation_year add primary key (year, drill);

-- A notice belongs to the side of its activation; what is about none is real.
alter table notice add column drill boolean not null
  generated always as (coalesce(starts_with(activation_number, 'D'), false)) stored;
