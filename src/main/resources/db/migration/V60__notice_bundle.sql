-- Several notices to one person leave as one message: the row that the message bears the name of, in each of the others. When the latest
-- hand-over began, by which the next notices to the same address wait for each other.
alter table notice add column bundle_id bigint references notice, add column handed_at timestamptz;
create index notice_bundled on notice (bundle_id) where bundle_id is not null;
create index notice_by_address on notice (person_id, channel, position, handed_at);

-- The next to be handed over is found without sorting all that wait, and what is open without reading what is done.
create index notice_waiting on notice (channel, urgency, planned_at, id) where state = 'PLANNED';
drop index notice_open;
create index notice_open on notice (state, planned_at) where state in ('PLANNED', 'HANDING_OVER', 'UNKNOWN');
