-- Letters of petitioners, the batches they arrive in, the shares units answer for, and what became of each.

create table petition_batch (
    id              bigint      generated always as identity primary key,
    inspection      text        not null,
    receiver        text        not null default '',
    ordinal         int         not null check (ordinal >= 1),
    window_from     timestamptz,
    window_to       timestamptz,
    handed_over_on  date,
    stated_letters  int check (stated_letters >= 0),
    stated_calls    int check (stated_calls >= 0),
    stated_mails    int check (stated_mails >= 0),
    stated_starred  int check (stated_starred >= 0),
    stated_district jsonb       not null default '{}',
    stated_type     jsonb       not null default '{}',
    closed_at       timestamptz,
    closed_by       text,
    opened_at       timestamptz not null,
    version         int         not null default 0,
    check (window_to > window_from),
    unique (inspection, receiver, ordinal)
);
comment on table petition_batch is '信访批次：一个受理时段一批';
comment on column petition_batch.receiver is '接收地；本市的为空';
comment on column petition_batch.stated_district is '来文所列分地区件数，地区名到件数，可为小数';
comment on column petition_batch.stated_type is '来文所列分类型件数';
create index petition_batch_recent on petition_batch (handed_over_on desc nulls last, id desc);

create table petition (
    no               text        primary key,
    number_scope     text        not null,
    number_key       text        not null,
    upstream_no      text,
    content_sha256   text        not null,
    channel          text        not null
        check (channel in ('CALL', 'LETTER', 'PLATFORM', 'WECHAT', 'HOTLINE', 'VISIT', 'OTHER')),
    inspection       text,
    handover_no      text,
    batch_id         bigint references petition_batch (id),
    received_on      date        not null,
    region           text,
    district         text,
    place            text,
    firm             text,
    pollution_types  text[]      not null default '{}',
    problem_type     text,
    title            text        not null,
    body             text        not null check (body <> ''),
    reference_text   text,
    starred          boolean     not null default false,
    key_mark         boolean     not null default false,
    petitioner       text        not null check (petitioner in ('NAMED', 'ANONYMOUS', 'UNKNOWN')),
    state            text        not null,
    verdict          text check (verdict in ('TRUE', 'PARTLY', 'MOSTLY', 'UNTRUE')),
    outcome          text check (outcome in ('DONE', 'STAGED', 'OPEN')),
    findings         text,
    handling         text,
    goal             text,
    accountability   text,
    sanctions        jsonb       not null default '{}',
    planned_on       date,
    due_on           date,
    attempt          int         not null default 1 check (attempt >= 1),
    returns          int         not null default 0,
    redispatches     int         not null default 0,
    call_backs       int         not null default 0,
    satisfied        boolean,
    leader           text,
    problem_no       text,
    dispatched_at    timestamptz,
    signed_at        timestamptz,
    answered_at      timestamptz,
    passed_at        timestamptz,
    closed_at        timestamptz,
    registered_at    timestamptz not null,
    registered_by    text        not null,
    version          int         not null default 0
);
comment on table petition is '信访件';
comment on column petition.number_scope is '来件编号在哪个范围内唯一：督察编号、某轮督察的流水号、某个平台';
comment on column petition.number_key is '来件编号；没有编号的为来件内容、日期和信访人的散列';
comment on column petition.content_sha256 is '来件内容的散列；编号相同而内容不同即为冲突';
comment on column petition.body is '来件正文，其中的电话、证件号码等已遮盖；原文加密存于 petition_identity';
comment on column petition.starred is '来文标*或列为重点件';
comment on column petition.key_mark is '本市列为重点件，进入领导关注清单';
comment on column petition.redispatches is '二次派单次数';
comment on column petition.answered_at is '最后一个承办单位负责人审签报出的时刻';

create unique index petition_number on petition (number_scope, number_key);
create index petition_upstream_no on petition (upstream_no) where upstream_no is not null;
create index petition_batch_letters on petition (batch_id, upstream_no, no);
create index petition_registered on petition (registered_at desc, no desc);
create index petition_received on petition (received_on desc, no desc);
create index petition_district on petition (district, received_on desc, no desc);
create index petition_firm on petition (firm) where firm is not null;
create index petition_problem on petition (problem_no) where problem_no is not null;
-- What is late or will be: as long as the list of open letters, however many are closed.
create index petition_open_due on petition ((coalesce(due_on, 'infinity'::date)), no) where answered_at is null;
create index petition_one_state on petition (state, no);
create index petition_source on petition ((coalesce(inspection, '')), no);
create index petition_ledger_district on petition ((coalesce(district, '')), no);
create index petition_due on petition ((coalesce(due_on, 'infinity'::date)), no);
create index petition_search on petition
    using gin (search_pairs(case_search_text(no || ' ' || coalesce(upstream_no, ''), title, body,
        coalesce(place, '') || ' ' || coalesce(firm, ''))));

create table petition_share (
    no          text          not null references petition (no),
    seq         int           not null check (seq >= 1),
    unit_code   text          not null,
    share       numeric(4, 2) not null check (share > 0 and share <= 1),
    signed_at   timestamptz,
    signed_by   text,
    answered_at timestamptz,
    primary key (no, unit_code)
);
comment on table petition_share is '承办份额：同一件的份额合计为 1';
create index petition_share_unit on petition_share (unit_code, no);

create function petition_shares_add_up() returns trigger language plpgsql as $$
declare
    letter text := case when tg_op = 'DELETE' then old.no else new.no end;
    total numeric;
begin
    select sum(share) into total from petition_share where no = letter;
    if total <> 1 then
        raise exception 'shares of % add up to %, not to 1', letter, total using errcode = 'check_violation';
    end if;
    return null;
end
$$;
-- Checked at the end of the transaction: shares are exchanged row by row.
create constraint trigger petition_share_sum after insert or update or delete on petition_share
    deferrable initially deferred for each row execute function petition_shares_add_up();

create table petition_return (
    id             bigint      generated always as identity primary key,
    no             text        not null references petition (no),
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
comment on table petition_return is '退单及裁定';
create index petition_return_no on petition_return (no, id);
create unique index petition_return_open on petition_return (no, unit_code) where decision is null;

create table petition_report (
    id             bigint      generated always as identity primary key,
    no             text        not null references petition (no),
    attempt        int         not null,
    unit_code      text        not null,
    verdict        text        not null check (verdict in ('TRUE', 'PARTLY', 'MOSTLY', 'UNTRUE')),
    outcome        text        not null check (outcome in ('DONE', 'STAGED', 'OPEN')),
    findings       text        not null,
    handling       text        not null,
    goal           text,
    accountability text,
    sanctions      jsonb       not null default '{}',
    planned_on     date,
    reported_by    text        not null,
    reported_at    timestamptz not null,
    decision       text check (decision in ('SIGNED', 'RETURNED')),
    reason         text,
    signed_by      text,
    signed_at      timestamptz
);
comment on table petition_report is '承办单位的调查核实和处理情况';
create index petition_report_no on petition_report (no, id);
create unique index petition_report_open on petition_report (no, unit_code) where decision is null;

create table petition_check (
    id         bigint      generated always as identity primary key,
    no         text        not null references petition (no),
    attempt    int         not null,
    stage      text        not null
        check (stage in ('REVIEW', 'FOLLOW_UP', 'CALL_BACK', 'LEADER')),
    result     text        not null,
    opinion    text,
    on_day     date,
    checked_by text        not null,
    checked_at timestamptz not null
);
comment on table petition_check is '材料审核、跟踪、回访和领导包案的结果';
create index petition_check_no on petition_check (no, id);

-- Append only: what is written here is never changed.
create table petition_event (
    no           text        not null references petition (no),
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
comment on table petition_event is '信访件经过，只增不改';

-- Who may see a case by belonging to a unit, for every kind of case.
create or replace view case_unit (no, unit_code) as
select no, unit_code from problem_unit
union all
select no, supervising_unit from problem where supervising_unit is not null
union all
select no, unit_code from petition_share;
