-- Units that are given work, the people in them, and who stands in for whom.
create table unit (
    code          text primary key,
    name          text not null,
    short_name    text not null,
    kind          text not null check (kind in ('CITY', 'COUNTY', 'ZONE', 'OFFICE', 'DEPARTMENT', 'BRANCH')),
    division_code text,
    parent_code   text references unit (code),
    valid_from    date not null,
    valid_to      date,
    check (valid_to is null or valid_to > valid_from)
);
comment on table unit is '单位';

create table unit_alias (
    alias     text primary key,
    unit_code text not null references unit (code)
);
comment on column unit_alias.alias is 'folded: half width, no spaces, no punctuation';
create index unit_alias_unit on unit_alias (unit_code);

create table person (
    username  text primary key,
    full_name text not null,
    unit_code text not null references unit (code),
    active    boolean not null default true
);
comment on table person is '人员;口令存于流程引擎的用户表';
create index person_unit on person (unit_code);

create table person_role (
    username text not null references person (username),
    role     text not null check (role in ('COORDINATOR', 'LEADER', 'CLERK', 'HEAD', 'AUDITOR', 'ADMIN')),
    primary key (username, role)
);

create table substitution (
    id           bigint generated always as identity primary key,
    absent       text not null references person (username),
    substitute   text not null references person (username),
    from_on      date not null,
    to_on        date not null,
    created_by   text not null,
    created_at   timestamptz not null,
    cancelled_at timestamptz,
    check (absent <> substitute),
    check (to_on >= from_on)
);
comment on table substitution is '代办:外出期间由谁代为办理';
create index substitution_open on substitution (from_on, to_on) where cancelled_at is null;
create unique index substitution_once on substitution (absent, substitute, from_on, to_on) where cancelled_at is null;

create table city_setting (
    name  text primary key,
    value text not null
);
comment on table city_setting is '样例城市的状态,如时钟偏移';
