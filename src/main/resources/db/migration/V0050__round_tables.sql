-- Monthly rounds: who was asked about which problems, what each unit reported, and what was frozen.

create table round (
    no             text        primary key,
    year           int         not null check (year between 2000 and 2100),
    month          int         not null check (month between 1 and 12),
    opened_at      timestamptz not null,
    opened_by      text        not null,
    opened_by_name text        not null,
    frozen_at      timestamptz,
    frozen_by      text,
    frozen_by_name text,
    unique (year, month),
    check ((frozen_at is null) = (frozen_by is null)),
    check ((frozen_at is null) = (frozen_by_name is null))
);
comment on table round is '月调度,每月一轮';
-- While a round is open the month before it is frozen: what is written later belongs to the next month.
create unique index round_one_open on round ((true)) where frozen_at is null;

create table round_unit (
    no             text        not null references round (no),
    unit_code      text        not null,
    state          text        not null default 'OPEN' check (state in ('OPEN', 'REPORTED', 'LATE', 'SILENT')),
    settled_at     timestamptz,
    settled_by     text,
    settled_by_name text,
    primary key (no, unit_code),
    check ((state = 'OPEN') = (settled_at is null)),
    check ((state in ('REPORTED', 'LATE')) = (settled_by is not null))
);
comment on table round_unit is '一轮中的应报单位;SILENT 为冻结时仍未报';
create index round_unit_state on round_unit (no, state, unit_code);

-- What is null in a reported row is as it was last month; an unchanged row holds nothing of its own.
create table round_item (
    no            text    not null,
    unit_code     text    not null,
    problem_no    text    not null references problem (no),
    seq           int     not null check (seq >= 1),
    rectification int     not null,
    leads         boolean not null,
    standing      boolean not null,
    planned       int     check (planned between 0 and 100),
    planned_basis text[]  not null default '{}',
    unchanged     boolean,
    text          text,
    actual        int     check (actual between 0 and 100),
    issue         text,
    status        text    check (status in ('DONE', 'ON_SCHEDULE', 'BEHIND', 'STANDING')),
    primary key (no, unit_code, problem_no),
    foreign key (no, unit_code) references round_unit (no, unit_code),
    unique (no, unit_code, seq),
    check ((unchanged is null) = (status is null)),
    check (unchanged is not true or (text is null and actual is null and issue is null)),
    check (status is null or (status = 'STANDING') = standing)
);
comment on table round_item is '调度表的一行:某单位的某个问题';
comment on column round_item.planned_basis is '序时进度的计算过程,逐行';
comment on column round_item.issue is '存在问题或需协调事项;空字符串表示上月的事项已经没有了';
create index round_item_problem on round_item (problem_no, unit_code, no desc);
create index round_item_status on round_item (no, status, unit_code, seq);

create table round_chase (
    no             text        not null,
    unit_code      text        not null,
    chased_on      date        not null,
    chased_at      timestamptz not null,
    chased_by      text        not null,
    chased_by_name text        not null,
    primary key (no, unit_code, chased_on),
    foreign key (no, unit_code) references round_unit (no, unit_code)
);
comment on table round_chase is '催报记录,同一轮同一单位一天一次';

create table round_behind_twice (
    problem_no text        not null references problem (no),
    no         text        not null references round (no),
    earlier_no text        not null references round (no),
    found_at   timestamptz not null,
    primary key (problem_no, no)
);
comment on table round_behind_twice is '连续两轮未达序时进度的问题,每轮只说一次';
create index round_behind_twice_no on round_behind_twice (no, problem_no);

-- The open problems a round asks about; the closed ones are ten times as many.
create index round_open_problem on problem (no) where struck_off_at is null;

-- A frozen round never changes, whoever asks.
create function refuse_frozen_round() returns trigger language plpgsql as $$
declare
    touched text := coalesce(new.no, old.no);
begin
    if exists (select 1 from round where no = touched and frozen_at is not null) then
        raise exception 'round % is frozen', touched using errcode = 'integrity_constraint_violation';
    end if;
    return coalesce(new, old);
end
$$;
create trigger round_frozen before update or delete on round
    for each row execute function refuse_frozen_round();
create trigger round_unit_frozen before insert or update or delete on round_unit
    for each row execute function refuse_frozen_round();
create trigger round_item_frozen before insert or update or delete on round_item
    for each row execute function refuse_frozen_round();
create trigger round_chase_frozen before insert or update or delete on round_chase
    for each row execute function refuse_frozen_round();
