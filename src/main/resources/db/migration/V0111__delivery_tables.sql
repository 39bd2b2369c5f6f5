-- Service (送达) of papers: where a unit takes them, each delivery with its result, and who signed.

create table unit_channel (
    unit_code      text primary key,
    mail           text,
    webhook        text,
    webhook_secret text,
    changed_at     timestamptz not null,
    changed_by     text        not null,
    check ((webhook is null) = (webhook_secret is null))
);
comment on table unit_channel is '单位接收文书的邮箱和系统接口';

create table paper_delivery (
    id         bigint generated always as identity primary key,
    paper_id   bigint      not null references paper (id),
    unit_code  text        not null,
    copy       boolean     not null,
    channel    text        not null,
    state      text        not null,
    created_at timestamptz not null,
    attempts   int         not null default 0,
    tried_at   timestamptz,
    sent_at    timestamptz,
    sent_to    text,
    result     text,
    by_hand    text,
    by_hand_name text,
    unique (paper_id, unit_code, channel)
);
comment on table paper_delivery is '送达,每个收件单位每种方式一行';
comment on column paper_delivery.result is 'what became of the last attempt, in words';
comment on column paper_delivery.by_hand is 'account of whoever served it by hand';
-- Open ones, which stay few; the failed ones for the alarm.
create index paper_delivery_open on paper_delivery (state, paper_id) where state in ('WAITING', 'FAILED');

create table paper_receipt (
    paper_id      bigint      not null references paper (id),
    unit_code     text        not null,
    signed_at     timestamptz not null,
    signed_by     text        not null,
    signed_name   text        not null,
    on_behalf_of  text,
    primary key (paper_id, unit_code)
);
comment on table paper_receipt is '签收,每个单位最先签收的一人';
