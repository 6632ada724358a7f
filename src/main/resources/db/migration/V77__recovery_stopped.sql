-- A recovery whose procedure was cut off (the continuity was taken back, the activation stood down) ends with the moment at which it was.
alter table recovery add column stopped_at timestamptz;
alter table recovery drop constraint recovery_state_check;
alter table recovery add constraint recovery_state_check
    check (state in ('RECOVERING', 'VERIFYING', 'PARTLY', 'FULLY', 'STOPPED'));

-- Nothing of an ended activation is being recovered; when exactly it was cut off was not kept, its end is the latest moment.
update recovery set state = 'STOPPED', stopped_at = activation.closed_at
from activation
where activation.number = recovery.activation_number and activation.closed_at is not null and recovery.restored_at is null;

alter table recovery add check ((state = 'STOPPED') = (stopped_at is not null));
