create table headquarters_report (
    id                bigint generated always as identity primary key,
    activation_number text not null references activation,
    number            integer not null,
    text              text not null,
    drafted_at        timestamptz not null,
    signed_by         text,
    capacity          text,
    remarks           text,
    signed_at         timestamptz,
    handed_over_at    timestamptz,
    unique (activation_number, number)
);

create table after_action_record (
    activation_number text primary key references activation,
    text              text not null,
    findings          text,
    improvements      text,
    reviewed_by       text,
    filed_at          timestamptz
);
