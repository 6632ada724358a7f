-- A second number or address of the same channel is another way for the same notice.
alter table notice drop constraint notice_once;
alter table notice add constraint notice_once
    unique nulls not distinct (activation_number, step, round, person_id, channel, position);
