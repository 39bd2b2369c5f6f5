-- Who took data out, who looked at what is not everybody's. The record on the chain "access" proves it; this is its list.

create table journal_access (
    id          bigint generated always as identity primary key,
    kind        text        not null check (kind in ('EXPORT', 'READ', 'UNMASK')),
    what        text        not null,
    case_no     text,
    detail      text        not null default '',
    rows        bigint,
    bytes       bigint,
    sha256      text,
    by_username text        not null,
    by_name     text        not null,
    channel     text        not null,
    at          timestamptz not null,
    finished_at timestamptz,
    slot        bigint
);
comment on table journal_access is '导出和查阅清单;以记录链 access 为准';
comment on column journal_access.detail is '导出的筛选条件,或查看身份的理由';
comment on column journal_access.rows is '行数;导出中断的为空';
comment on column journal_access.slot is '查阅:同一人在同一时段重复打开同一案只记一次';
create unique index journal_access_reading on journal_access (by_username, case_no, what, slot) where slot is not null;
create index journal_access_kind on journal_access (kind, id desc);
create index journal_access_person on journal_access (by_username, id desc);
create index journal_access_case on journal_access (case_no, id desc) where case_no is not null;
create index journal_access_at on journal_access (at);

-- The auditor's list of manual interventions, narrowed to one person.
create index journal_entry_intervention_actor on journal_entry (actor, at desc, chain, seq) where intervention;
