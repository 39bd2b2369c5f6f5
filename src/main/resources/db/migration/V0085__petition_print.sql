-- What letters are compared by. The array holds pairs of neighbouring characters, two in one int; see decision 0016.
create table petition_print (
    seq         bigint generated always as identity primary key,
    no          text   not null unique references petition (no),
    pairs       int[]  not null,
    places      text[] not null default '{}',
    firms       text[] not null default '{}',
    types       text[] not null default '{}',
    district    text,
    received_on date   not null
);
comment on table petition_print is '信访件查重用的特征：正文相邻两字、地点、企业';
-- The planner has no use for the commonest of millions of pairs, and analysing them takes long.
alter table petition_print alter column pairs set statistics 0;
-- Without a pending list: a letter is looked for right after it was written.
create index petition_print_pairs on petition_print using gin (pairs) with (fastupdate = off);
