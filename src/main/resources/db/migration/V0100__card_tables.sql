-- Red and yellow cards: what was proposed on which facts, what was decided by whom, what was issued, answered, lifted, and
-- what followed. A card has its number from the first proposal on; it is a card only once a row of card_issue says so.

create table card (
    no                 text        primary key,
    subject_no         text        not null,
    title              text        not null,
    unit_code          text        not null,
    cause              text        not null,
    importance         text        not null,
    state              text        not null,
    level              int         not null default 0 check (level between 0 and 2),
    colour             text check (colour in ('YELLOW', 'RED')),
    wanted_colour      text check (wanted_colour in ('YELLOW', 'RED')),
    wanted_clause      text,
    wanted_rule        text,
    wanted_reply_days  int check (wanted_reply_days > 0),
    wanted_approver    text,
    wanted_demand      text,
    proposer_kind      text        not null check (proposer_kind in ('RULE', 'COORDINATOR', 'DEPARTMENT', 'ASSESSOR')),
    proposed_at        timestamptz not null,
    reply_due_on       date,
    issued_at          timestamptz,
    closed_at          timestamptz,
    closing_reason     text,
    check ((level = 0) = (colour is null)),
    check ((level = 0) = (issued_at is null))
);
comment on table card is '红黄牌警示:一件任务、一个单位、一种情形一行,从建议到摘牌';
comment on column card.subject_no is '警示的对象案件:问题 WT、信访件 XF';
comment on column card.level is '已签发几级:0 还只是建议,1 首次签发,2 黄牌转红牌';
comment on column card.colour is '现行牌级;还没有签发的为空';
comment on column card.wanted_colour is '正在审核审批的牌级;没有在审的为空';
comment on column card.closing_reason is '不予发牌、撤回、撤销的理由';

-- However many facts speak of it, and whichever node hears of them first: one open card for one task and cause.
create unique index card_open on card (subject_no, unit_code, cause) where closed_at is null;
create index card_proposed on card (proposed_at desc, no desc);
create index card_subject on card (subject_no, no);
create index card_unit on card (unit_code, proposed_at desc, no desc);
create index card_state on card (state, proposed_at desc, no desc);

create table card_proposal (
    id             bigint generated always as identity primary key,
    card_no        text        not null references card (no),
    level          int         not null check (level in (1, 2)),
    fact_key       text        not null unique,
    proposer_kind  text        not null check (proposer_kind in ('RULE', 'COORDINATOR', 'DEPARTMENT', 'ASSESSOR')),
    proposer_name  text        not null,
    by_username    text        not null,
    by_name        text        not null,
    by_for         text,
    at             timestamptz not null,
    text           text        not null,
    facts          jsonb       not null,
    colour         text        not null check (colour in ('YELLOW', 'RED')),
    clause         text        not null,
    rule           text        not null,
    reply_days     int         not null,
    approver       text        not null
);
comment on table card_proposal is '发牌建议:当时的事实、符合的规则、谁提出;同一张牌的后续事实归并在一起';
comment on column card_proposal.level is '建议签发的是第几级';
comment on column card_proposal.fact_key is '同一事实只提一次';
comment on column card_proposal.proposer_name is '提出的人、单位或第三方评估组';
comment on column card_proposal.facts is '提出时规则所看的事实';
create index card_proposal_card on card_proposal (card_no, id);

create table card_decision (
    id          bigint generated always as identity primary key,
    card_no     text        not null references card (no),
    level       int         not null,
    kind        text        not null check (kind in
        ('REVIEW', 'APPROVAL', 'WITHDRAWAL', 'REPLY_CHECK', 'SITE_CHECK', 'LIFTING')),
    outcome     text        not null check (outcome in
        ('KEPT', 'CHANGED', 'DROPPED', 'APPROVED', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'PASSED', 'FAILED')),
    colour      text check (colour in ('YELLOW', 'RED')),
    clause      text,
    reply_days  int,
    reason      text,
    by_username text        not null,
    by_name     text        not null,
    by_for      text,
    at          timestamptz not null
);
comment on table card_decision is '审核、审批、撤回、答复核查、现场核查、摘牌审批:谁、何时、理由';
create index card_decision_card on card_decision (card_no, id);

create table card_issue (
    card_no       text        not null references card (no),
    level         int         not null check (level in (1, 2)),
    subject_no    text        not null,
    unit_code     text        not null,
    cause         text        not null,
    colour        text        not null check (colour in ('YELLOW', 'RED')),
    clause        text        not null check (clause <> ''),
    rule          text        not null,
    reply_days    int         not null,
    reply_due_on  date        not null,
    issued_on     date        not null,
    issued_at     timestamptz not null,
    approver      text        not null,
    approved_by   text        not null,
    approved_name text        not null,
    approved_for  text,
    approved_at   timestamptz not null,
    paper_id      bigint      not null,
    paper_number  text        not null,
    primary key (card_no, level)
);
comment on table card_issue is '签发:每级一行,写下就不再改';
create index card_issue_unit on card_issue (unit_code, issued_on);
create index card_issue_day on card_issue (issued_on, unit_code);
create index card_issue_subject on card_issue (subject_no, unit_code);

create table card_signature (
    card_no     text        not null references card (no),
    level       int         not null,
    note        text,
    by_username text        not null,
    by_name     text        not null,
    by_for      text,
    at          timestamptz not null,
    primary key (card_no, level)
);
comment on table card_signature is '警示通知书的签收';

create table card_reply (
    id           bigint generated always as identity primary key,
    card_no      text        not null references card (no),
    level        int         not null,
    text         text        not null,
    completed_on date,
    task_id      text,
    evidence     int         not null,
    by_username  text        not null,
    by_name      text        not null,
    by_for       text,
    at           timestamptz not null
);
comment on table card_reply is '单位的整改情况书面答复';
create index card_reply_card on card_reply (card_no, id);

create table card_objection (
    id            bigint generated always as identity primary key,
    card_no       text        not null references card (no),
    level         int         not null,
    text          text        not null,
    by_username   text        not null,
    by_name       text        not null,
    by_for        text,
    at            timestamptz not null,
    upheld        boolean,
    answer        text,
    decided_by    text,
    decided_name  text,
    decided_for   text,
    decided_at    timestamptz,
    check ((upheld is null) = (decided_at is null))
);
comment on table card_objection is '单位对警示的异议';
create unique index card_objection_open on card_objection (card_no) where decided_at is null;
create index card_objection_card on card_objection (card_no, id);

create table card_lifting (
    id           bigint generated always as identity primary key,
    card_no      text        not null references card (no),
    text         text        not null,
    task_id      text,
    evidence     int         not null check (evidence > 0),
    by_username  text        not null,
    by_name      text        not null,
    by_for       text,
    at           timestamptz not null,
    visited_on   date,
    visitors     text,
    paper_id     bigint,
    paper_number text,
    lifted_at    timestamptz
);
comment on table card_lifting is '摘牌申请、现场核查的日期和人员、解除通知书';
create index card_lifting_card on card_lifting (card_no, id);
create index card_lifting_lifted on card_lifting (lifted_at) where lifted_at is not null;

create table card_revocation (
    card_no     text        primary key references card (no),
    unit_code   text        not null,
    colour      text        not null check (colour in ('YELLOW', 'RED')),
    revoked_on  date        not null,
    reason      text        not null
);
comment on table card_revocation is '异议成立而撤销的牌:按撤销日另计,不改过去的数';
create index card_revocation_unit on card_revocation (unit_code, revoked_on);

create table card_consequence (
    id          bigint generated always as identity primary key,
    card_no     text        not null references card (no),
    level       int         not null,
    unit_code   text        not null,
    kind        text        not null check (kind in
        ('SPECIAL_LETTER', 'DEDUCTION', 'INTERVIEW', 'LISTED_SUPERVISION', 'REGIONAL_LIMIT', 'ACCOUNTABILITY')),
    points      int,
    due_on      date,
    clause      text        not null,
    rule        text        not null,
    decided_at  timestamptz not null,
    done_on     date,
    note        text,
    done_by     text,
    done_name   text,
    done_for    text,
    done_at     timestamptz,
    paper_id    bigint,
    void_at     timestamptz,
    unique (card_no, level, kind)
);
comment on table card_consequence is '后果台账';
comment on column card_consequence.due_on is '要人去办的,最迟哪天办;自行生效的为空';
comment on column card_consequence.void_at is '警示撤销,后果随之失效';
create index card_consequence_unit on card_consequence (unit_code, id desc);
create index card_consequence_open on card_consequence (id desc) where due_on is not null and done_at is null and void_at is null;

-- What was issued and what was revoked stands as it was written, or last month's count would change.
create function card_row_stands() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name;
end $$;
create trigger card_issue_stands before update or delete on card_issue
    for each row execute function card_row_stands();
create trigger card_revocation_stands before update or delete on card_revocation
    for each row execute function card_row_stands();
