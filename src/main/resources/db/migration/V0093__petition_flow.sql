-- A return may show that the letter is none of the office's.
alter table petition_return drop constraint petition_return_decision_check;
alter table petition_return add constraint petition_return_decision_check
    check (decision in ('KEPT', 'REASSIGNED', 'DECIDED_BY_LEADER', 'DECLINED'));

-- A repeat goes along with its main letter until that one is answered or the repeat is split off.
create table petition_fold (
    no        text        primary key references petition (no),
    main_no   text        not null references petition (no),
    folded_at timestamptz not null,
    check (no <> main_no)
);
comment on table petition_fold is '正在随主件办理的重复件；经过在 petition_event 中';
create index petition_fold_main on petition_fold (main_no, no);
