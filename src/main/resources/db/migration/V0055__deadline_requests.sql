-- What is asked for about a case in the course of its work: extension, suspension, reassignment. The approval itself
-- runs as a process of its own; its words, caps and decision stand here for good.

create table deadline_request (
    id                bigint generated always as identity primary key,
    kind              text        not null check (kind in ('EXTENSION', 'SUSPENSION', 'REASSIGNMENT')),
    state             text        not null check (state in
        ('ASKED', 'SIGNED', 'GRANTED', 'REFUSED', 'NOT_SIGNED', 'WITHDRAWN', 'LAPSED')),
    case_no           text        not null,
    deadline_id       bigint references deadline (id),
    unit_code         text,
    wanted_on         date,
    wanted_lead       text,
    wanted_units      text[]      not null default '{}',
    reason            text        not null,
    progress          text        not null,
    due_on            date,
    nth               int         not null check (nth > 0),
    total             int,
    approver          text        not null check (approver in ('COORDINATOR', 'LEADER')),
    max_days          int,
    clause            text        not null,
    rule              text        not null,
    asked_by          text        not null,
    asked_name        text        not null,
    asked_for         text,
    asked_at          timestamptz not null,
    signed_by         text,
    signed_name       text,
    signed_for        text,
    signed_at         timestamptz,
    granted_on        date,
    granted_lead      text,
    granted_units     text[],
    decision_reason   text,
    decided_by        text,
    decided_name      text,
    decided_for       text,
    decided_at        timestamptz,
    after_expiry      boolean     not null default false,
    resumption_reason text,
    resumed_by        text,
    resumed_name      text,
    resumed_for       text,
    resumed_at        timestamptz,
    note              text,
    closed_at         timestamptz,
    check ((deadline_id is null) = (kind = 'REASSIGNMENT')),
    check ((wanted_on is null) = (kind = 'REASSIGNMENT')),
    check ((decided_at is null) = (decided_by is null)),
    check (state not in ('GRANTED', 'REFUSED') or decided_at is not null)
);
comment on table deadline_request is '申请:延期、挂账、改派';
comment on column deadline_request.unit_code is '提出申请的单位;协调员提出的为空';
comment on column deadline_request.due_on is '提出时的到期日';
comment on column deadline_request.nth is '同一期限(改派为同一问题)第几次,按已同意的计';
comment on column deadline_request.total is '共可几次;空为不限';
comment on column deadline_request.asked_for is '代谁提出;其余各 _for 列同理';
comment on column deadline_request.after_expiry is '作出决定时期限是否已过';
comment on column deadline_request.closed_at is '办结:未予同意、撤回、失效,或同意的已经执行完';

-- One request of a kind at a time, however often the button is pressed.
create unique index deadline_request_alive on deadline_request (deadline_id, kind)
    where closed_at is null and deadline_id is not null;
create unique index deadline_request_alive_reassignment on deadline_request (case_no)
    where closed_at is null and kind = 'REASSIGNMENT';
create index deadline_request_case on deadline_request (case_no, id);
create index deadline_request_deadline on deadline_request (deadline_id, kind);
-- The queue, oldest first, and what a unit was granted and refused before.
create index deadline_request_open on deadline_request (id) where state in ('ASKED', 'SIGNED');
create index deadline_request_waiting on deadline_request (approver, id) where state = 'SIGNED';
create index deadline_request_unit on deadline_request (unit_code, decided_at) where decided_at is not null;

-- The list of moves that came too late.
create index deadline_change_late on deadline_change (id desc) where after_expiry;
