-- Deadlines that are watched and can be moved. Rules of periods are decision tables from here on (DeadlineRule.dmn);
-- what a rule said when a deadline was opened stays in the deadline's own row.

alter table deadline drop constraint deadline_rule_fkey;
alter table deadline
    add column name            text,
    add column hours           int,
    add column start_at        timestamptz,
    add column rule_version    text not null default 'deadline_rule',
    add column holder          text,
    add column timer_element   text,
    add column follows_subject boolean not null default false,
    add column due_at          timestamptz,
    add column watched_from    timestamptz,
    add column checkpoint_at   timestamptz,
    add column rung            int,
    add column suspended_on    date,
    add column suspended_until date,
    add column extensions      int not null default 0;

update deadline d set
    name = case d.kind when 'SUBJECT' then '整改时限' else r.name end,
    follows_subject = r.subject_date and d.days is null and d.months is null,
    start_at = d.start_on::timestamp at time zone 'Asia/Shanghai',
    due_at = (d.current_due_on + 1)::timestamp at time zone 'Asia/Shanghai',
    timer_element = case d.kind
        when 'PUBLIC_NOTICE' then 'Catch_NoticePeriodOver'
        when 'LOOK_BACK' then 'Catch_LookBackDue'
        when 'STANDING_REVIEW' then 'Catch_StandingReviewDue'
        else case when d.rule = 'UserTask_SignFor' then 'Boundary_SigningOverdue' end end,
    watched_from = now(),
    checkpoint_at = case when d.met_at is null and d.voided_at is null then now() end
  from deadline_rule r where r.code = d.rule;

alter table deadline
    alter column name set not null,
    alter column start_at set not null,
    alter column due_at set not null,
    alter column watched_from set not null,
    alter column rule_version drop default,
    -- An open deadline has exactly one next checkpoint, a closed one none.
    add constraint deadline_checkpoint_check check ((checkpoint_at is not null) = (met_at is null and voided_at is null)),
    add constraint deadline_suspension_check check ((suspended_on is null) = (suspended_until is null));
comment on column deadline.rule_version is '开立时所依据的规则表和版本';
comment on column deadline.holder is '应当办理的候选组;案件自身的时限为空,归牵头单位';
comment on column deadline.timer_element is '到期时推动流程的定时事件;只提醒不推动的为空';
comment on column deadline.follows_subject is '随案件自身的时限变动';
comment on column deadline.due_at is '到此刻仍未完成即为超期';
comment on column deadline.checkpoint_at is '期限督办下一次查看的时刻';
comment on column deadline.rung is '督办阶梯已走到的一级,以距到期的天数表示;空为尚未走到';
create index deadline_checkpoint on deadline (checkpoint_at) where checkpoint_at is not null;
create index deadline_suspended on deadline (case_no) where suspended_on is not null;
create index deadline_open_case on deadline (case_no) where met_at is null and voided_at is null;
drop index deadline_open_due;
create index deadline_open_due on deadline (current_due_on, id) where met_at is null and voided_at is null;

drop table deadline_rule;

-- Append only: every move of a day, side by side with who, when and why.
create table deadline_change (
    id               bigint generated always as identity primary key,
    deadline_id      bigint      not null references deadline (id),
    kind             text        not null check (kind in ('EXTENDED', 'SUSPENDED', 'RESUMED', 'CALENDAR', 'CORRECTED')),
    from_on          date        not null,
    to_on            date        not null,
    clock_on         date,
    stood_from       date,
    calendar_version bigint,
    reason           text        not null,
    request_id       bigint,
    after_expiry     boolean     not null,
    by_username      text        not null,
    by_name          text        not null,
    changed_at       timestamptz not null
);
comment on table deadline_change is '期限变动,只增不改';
comment on column deadline_change.clock_on is '挂账:停表之日;恢复:恢复计时之日';
comment on column deadline_change.after_expiry is '作出时期限是否已过';
create index deadline_change_deadline on deadline_change (deadline_id, id);
create index deadline_change_at on deadline_change (changed_at desc, id desc);
-- One request moves a deadline once, however often its decision is carried out.
create unique index deadline_change_request on deadline_change (deadline_id, request_id, kind) where request_id is not null;

-- Append only: what the watch did about a deadline. A rung acts once for one due day, however often it is reached.
create table deadline_step (
    id          bigint generated always as identity primary key,
    deadline_id bigint      not null references deadline (id),
    due_on      date        not null,
    rung        int         not null,
    repetition  int         not null default 0,
    action      text        not null,
    days_left   int         not null,
    told        text        not null,
    rule        text        not null,
    clause      text        not null,
    decision    text        not null,
    taken_at    timestamptz not null,
    unique (deadline_id, due_on, rung, repetition)
);
comment on table deadline_step is '期限督办经过,只增不改';
create index deadline_step_action on deadline_step (action, taken_at desc, id desc);
