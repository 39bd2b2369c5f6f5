-- Drafts made from a frozen round, with the list behind each of their numbers as it was then.

create table round_brief (
    round_no     text        not null references round (no),
    kind         text        not null check (kind in ('BRIEF', 'BULLETIN')),
    version      int         not null check (version >= 1),
    made_at      timestamptz not null,
    made_by      text        not null,
    made_by_name text        not null,
    file_name    text        not null,
    content      bytea       not null,
    sha256       text        not null,
    figures_hash text        not null,
    primary key (round_no, kind, version)
);
comment on table round_brief is '月调度简报、通报的草稿,写下就不再改';
comment on column round_brief.figures_hash is '全部数字和名单的散列:没有变化就不另出一稿';

create table round_brief_line (
    round_no text not null,
    kind     text not null,
    version  int  not null,
    figure   text not null,
    seq      int  not null check (seq >= 1),
    ref      text not null,
    title    text not null,
    unit     text,
    words    text,
    primary key (round_no, kind, version, figure, seq),
    foreign key (round_no, kind, version) references round_brief (round_no, kind, version)
);
comment on table round_brief_line is '草稿中每个数字背后的名单;数字就是行数';
comment on column round_brief_line.ref is '案号或单位代码';

create trigger round_brief_stays before update or delete on round_brief
    for each row execute function paper_stays();
create trigger round_brief_line_stays before update or delete on round_brief_line
    for each row execute function paper_stays();

-- What was struck off in a period.
create index problem_event_struck_off on problem_event (at) where kind = 'problem.struckOff';
