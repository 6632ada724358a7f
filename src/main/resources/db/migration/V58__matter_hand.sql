-- Which side of which matter a task is, as it was when the task was opened: a variable changed later does not move it.
create table matter_task (
    task_id text primary key,
    matter  text not null,
    side    text not null
);

-- Who acted on which side. A person stands once in a matter, so that two sides of it cannot be one person's, not even at the same time.
create table matter_hand (
    matter    text not null,
    person_id text not null,
    side      text not null check (side in ('REQUESTER', 'APPROVER', 'EXECUTOR', 'VERIFIER')),
    acted_at  timestamptz not null,
    primary key (matter, person_id)
);

revoke update, delete, truncate on matter_task from ${appRole};
revoke update, delete, truncate on matter_hand from ${appRole};

-- The matter that a decision belongs to. Decisions from before had none but themselves.
alter table decision add column matter text;
update decision set matter = process_instance;
alter table decision alter column matter set not null;

-- What whoever decided had before them, and what had become of asking the ranks above; as it was then.
alter table decision add column facts text, add column higher_ranks text;

-- What a superior made of a deputy's decision, once.
create table decision_ratification (
    decision    bigint primary key references decision,
    taken_back  boolean not null,
    reason      text not null,
    person_id   text not null,
    -- The rank in which they did: from there the role's next decision is asked.
    position    integer not null,
    ratified_at timestamptz not null
);
revoke update, delete, truncate on decision_ratification from ${appRole};
