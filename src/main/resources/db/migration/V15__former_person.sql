-- Who was in the plan once: records are kept for ten years and go on naming people by their id.
create table former_person (
    person_id text primary key,
    name      text not null,
    left_at   timestamptz not null
);
