-- Which matter a process instance carries on, where that is not its own; written when it starts, so that no variable moves it.
create table matter_process (
    process_instance text primary key,
    matter           text not null
);
revoke update, delete, truncate on matter_process from ${appRole};

-- Who broke the glass asked and acted at once: one side that is both, and neither of the others.
alter table matter_hand drop constraint matter_hand_side_check;
alter table matter_hand add constraint matter_hand_side_check
    check (side in ('REQUESTER', 'APPROVER', 'EXECUTOR', 'VERIFIER', 'BREAK_GLASS'));

-- The hands of downgrades move to where all others are, with their moments.
insert into matter_hand (matter, person_id, side, acted_at)
select 'downgrade/' || hand.downgrade, hand.person_id,
    case when downgrade.break_glass and hand.part = 'REQUESTER' and hand.person_id = downgrade.requested_by
        then 'BREAK_GLASS' else hand.part end,
    hand.taken_at
from downgrade_hand hand join downgrade on downgrade.number = hand.downgrade;
drop table downgrade_hand;

-- What runs already is the matter of its downgrade from here on, in the models of before as well.
insert into matter_process (process_instance, matter)
select proc_inst_id_, 'downgrade/' || max(long_) from act_ru_variable
where name_ = 'downgradeNumber' and execution_id_ = proc_inst_id_ and long_ is not null
group by proc_inst_id_;

update matter_task set matter = carried.matter
from act_ru_task task join matter_process carried on carried.process_instance = task.proc_inst_id_
where task.id_ = matter_task.task_id;

insert into matter_task (task_id, matter, side)
select task.id_, carried.matter,
    case task.task_def_key_ when 'Task_VerifyRestoration' then 'VERIFIER' else 'EXECUTOR' end
from act_ru_task task join matter_process carried on carried.process_instance = task.proc_inst_id_
where task.task_def_key_ in ('Task_ApplyDowngrade', 'Task_RestoreDowngrade', 'Task_VerifyRestoration')
on conflict do nothing;

-- Decisions were kept under the kind of what they were about, which is no matter.
update decision set matter = carried.matter
from matter_process carried
where carried.process_instance = decision.process_instance and decision.outcome is null;
