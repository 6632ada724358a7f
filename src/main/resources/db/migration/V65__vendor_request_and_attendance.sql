-- Somebody may be asked whether they come without being asked how they are.
alter table call_out drop constraint call_out_attendance_check;
alter table call_out add constraint call_out_attendance_check
  check (attendance in ('ASSEMBLE', 'ASSEMBLE_ONLY', 'TELEWORK', 'SAFETY_ONLY'));

-- The vendor that was asked to help with a system, contact point after contact point.
create table vendor_request (
    activation_number text not null references activation,
    system_id         text not null,
    vendor_id         text not null,
    state             text not null check (state in
        ('ASKING', 'EXPECTED', 'AT_WORK', 'DONE', 'CANNOT', 'UNREACHED', 'WITHDRAWN')),
    contact_no        integer not null,
    requested_at      timestamptz not null,
    arrival_due_at    timestamptz,
    arrived_at        timestamptz,
    ended_at          timestamptz,
    primary key (activation_number, system_id)
);
