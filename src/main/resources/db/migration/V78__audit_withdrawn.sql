-- An audit can be taken back by who decides that audits are held, in any step; the words of it stay like those of every other step.
alter table security_audit drop constraint security_audit_state_check;
alter table security_audit add constraint security_audit_state_check check (state in
    ('COMMISSIONED', 'PLANNED', 'CONDUCTED', 'REPORTED', 'EVALUATED', 'IMPROVING', 'IMPROVED', 'CLOSED', 'WITHDRAWN'));

-- What was not planned yet has no audited role.
alter table security_audit drop constraint security_audit_check1;
alter table security_audit add constraint security_audit_check1 check (state in ('COMMISSIONED', 'WITHDRAWN') or audited_role is not null);

alter table security_audit_step drop constraint security_audit_step_step_check;
alter table security_audit_step add constraint security_audit_step_step_check check (step in ('COMMISSION', 'ITEMS', 'RESULT', 'FINDINGS',
    'REPORT', 'EVALUATION', 'IMPROVEMENT_PLAN', 'IMPROVEMENT', 'SUFFICIENT', 'INSUFFICIENT', 'WITHDRAWAL'));
