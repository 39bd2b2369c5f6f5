-- Problems, what was handed in and decided on the way, and their history.

create table case_serial (
    flow text   not null,
    year int    not null,
    last bigint not null,
    primary key (flow, year)
);
comment on table case_serial is '案号流水,每类事项每年一行';

create table problem (
    no               text        primary key,
    source           text        not null,
    list_region      text        not null default '',
    list_serial      text,
    list_name        text,
    title            text        not null,
    description      text        not null,
    pollution_types  text[]      not null default '{}',
    site             text,
    risk             text check (risk in ('HIGH', 'MEDIUM', 'LOW')),
    lead_unit        text,
    supervising_unit text,
    deadline_kind    text check (deadline_kind in ('DATE', 'PRECISION', 'IMMEDIATE', 'STANDING')),
    deadline_text    text,
    due_on           date,
    due_precision    text check (due_precision in ('DAY', 'MONTH', 'QUARTER', 'YEAR')),
    also_standing    boolean     not null default false,
    goal             text,
    measures_text    text,
    state            text        not null,
    rectification    int         not null default 1 check (rectification >= 1),
    attempt          int         not null default 1 check (attempt >= 1),
    plan_revision    int         not null default 0,
    returns          int         not null default 0,
    relapse_found    boolean,
    listed           jsonb       not null default '{}',
    registered_at    timestamptz not null,
    registered_by    text        not null,
    rectified_at     timestamptz,
    struck_off_at    timestamptz,
    version          int         not null default 0
);
comment on table problem is '问题台账';
comment on column problem.list_serial is '来源清单中的序号;来源、区域、序号相同即为同一行';
comment on column problem.rectification is '第几轮整改;反弹一次加一';
comment on column problem.attempt is '本轮内第几次组织整改;初验、核查验收不通过或异议成立各加一';
comment on column problem.listed is '清单最近一次写的内容,用于比对下一份清单';

create unique index problem_list_key on problem (source, list_region, list_serial) where list_serial is not null;
create index problem_registered on problem (registered_at desc, no desc);
create index problem_state on problem (state, registered_at desc, no desc);
create index problem_lead_unit on problem (lead_unit, registered_at desc, no desc);
create index problem_supervising_unit on problem (supervising_unit, registered_at desc, no desc);
create index problem_due on problem (due_on, no);
-- What goes late next and what is late: only work that is not done yet and has a limit.
create index problem_open_due on problem (due_on, no)
    where rectified_at is null and struck_off_at is null and deadline_kind <> 'STANDING';

create table problem_unit (
    no        text not null references problem (no),
    unit_code text not null,
    role      text not null check (role in ('LEAD', 'RESPONSIBLE')),
    seq       int  not null,
    primary key (no, role, unit_code)
);
create index problem_unit_unit on problem_unit (unit_code, role, no);

-- Who may see a case by belonging to a unit; the one place that says so, for the ledger and the case page alike.
create view case_unit (no, unit_code) as
select no, unit_code from problem_unit
union all
select no, supervising_unit from problem where supervising_unit is not null;

create table problem_plan (
    no            text        not null references problem (no),
    rectification int         not null,
    revision      int         not null,
    goal          text        not null,
    contact       text        not null,
    phone         text        not null,
    submitted_by  text        not null,
    submitted_at  timestamptz not null,
    decision      text check (decision in ('ACCEPTED', 'RETURNED')),
    reason        text,
    decided_by    text,
    decided_at    timestamptz,
    primary key (no, rectification, revision)
);

create table problem_measure (
    id                 bigint generated always as identity primary key,
    no                 text not null,
    rectification      int  not null,
    revision           int  not null,
    seq                int  not null,
    text               text not null,
    due_on             date not null,
    responsible_person text not null,
    unit_code          text not null,
    done_on            date,
    unique (no, rectification, revision, seq),
    foreign key (no, rectification, revision) references problem_plan (no, rectification, revision)
);
create index problem_measure_due on problem_measure (due_on) where done_on is null;

create table problem_return (
    id             bigint generated always as identity primary key,
    no             text        not null references problem (no),
    unit_code      text        not null,
    reason_code    text        not null,
    reason         text        not null,
    suggested_unit text,
    returned_by    text        not null,
    returned_at    timestamptz not null,
    decision       text check (decision in ('KEPT', 'REASSIGNED', 'DECIDED_BY_LEADER')),
    new_unit       text,
    answer         text,
    decided_by     text,
    decided_at     timestamptz
);
create index problem_return_no on problem_return (no, id);
create unique index problem_return_open on problem_return (no) where decision is null;

create table problem_report (
    id            bigint generated always as identity primary key,
    no            text        not null references problem (no),
    rectification int         not null,
    attempt       int         not null,
    unit_code     text        not null,
    kind          text        not null check (kind in ('DONE', 'STANDING')),
    text          text        not null,
    completed_on  date,
    criteria      jsonb       not null default '{}',
    reported_by   text        not null,
    reported_at   timestamptz not null,
    decision      text check (decision in ('SIGNED', 'RETURNED')),
    reason        text,
    signed_by     text,
    signed_at     timestamptz
);
create index problem_report_no on problem_report (no, id);
create unique index problem_report_open on problem_report (no, unit_code) where kind = 'DONE' and decision is null;

create table problem_check (
    id            bigint generated always as identity primary key,
    no            text        not null references problem (no),
    rectification int         not null,
    attempt       int         not null,
    stage         text        not null
        check (stage in ('PRELIMINARY', 'VERIFICATION', 'STRIKE_OFF', 'LOOK_BACK', 'STANDING')),
    passed        boolean     not null,
    opinion       text,
    visited_on    date,
    visitors      text,
    criteria      jsonb       not null default '{}',
    checked_by    text        not null,
    checked_at    timestamptz not null
);
create index problem_check_no on problem_check (no, id);

create table public_notice (
    id               bigint generated always as identity primary key,
    no               text        not null references problem (no),
    rectification    int         not null,
    attempt          int         not null,
    starts_on        date        not null,
    ends_on          date        not null,
    days             int         not null,
    unit_of_counting text        not null,
    first_day        text        not null,
    opened_at        timestamptz not null,
    closed_at        timestamptz,
    check (ends_on >= starts_on)
);
create index public_notice_no on public_notice (no, id);
create unique index public_notice_open on public_notice (no) where closed_at is null;

create table objection (
    id          bigint generated always as identity primary key,
    notice_id   bigint      not null references public_notice (id),
    no          text        not null references problem (no),
    received_on date        not null,
    channel     text        not null,
    text        text        not null,
    upheld      boolean,
    answer      text,
    answered_by text,
    answered_at timestamptz
);
create index objection_notice on objection (notice_id, id);

-- Append only: what is written here is never changed.
create table problem_event (
    no           text        not null references problem (no),
    seq          bigint      not null check (seq >= 1),
    at           timestamptz not null,
    actor        text        not null,
    actor_name   text        not null,
    on_behalf_of text,
    unit_code    text,
    kind         text        not null,
    data         jsonb       not null default '{}',
    primary key (no, seq)
);
comment on table problem_event is '问题经过,只增不改';
create index problem_event_at on problem_event (at);

-- Text search. The extension is trusted since PostgreSQL 13, so the owner of the database can make it; where the server
-- does not bring it, search works without the index.
do $$
begin
    if exists (select 1 from pg_available_extensions where name = 'pg_trgm') then
        create extension if not exists pg_trgm;
        create index problem_search on problem
            using gin ((no || ' ' || title || ' ' || description || ' ' || coalesce(site, '')) gin_trgm_ops);
    end if;
exception
    when insufficient_privilege then
        raise notice 'pg_trgm is not installed and may not be created by this role; search runs without an index';
end
$$;
