-- Letters the public is not to read: asked for by one person on a ground of the law, confirmed by another.

create table petition_withholding (
    id             bigint      generated always as identity primary key,
    no             text        not null references petition (no),
    batch_id       bigint      not null references petition_batch (id),
    ground         text        not null check (ground in
        ('STATE_SECRET', 'FORBIDDEN_BY_LAW', 'PUBLIC_SECURITY', 'TRADE_SECRET', 'PRIVACY', 'INFORMER', 'CASE_FILE')),
    explanation    text        not null check (length(explanation) between 1 and 200),
    proposed_by    text        not null,
    proposed_name  text        not null,
    proposed_for   text,
    proposed_at    timestamptz not null,
    confirmed_by   text,
    confirmed_name text,
    confirmed_for  text,
    confirmed_at   timestamptz,
    ended_by       text,
    ended_name     text,
    ended_for      text,
    ended_at       timestamptz,
    ended_why      text,
    check ((confirmed_by is null) = (confirmed_at is null)),
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_why is null)),
    check (confirmed_by is distinct from proposed_by)
);
comment on table petition_withholding is '不予公开：一人提请、另一人确认；不同意的、后来解除的也留着';
comment on column petition_withholding.ground is '法定理由';
comment on column petition_withholding.explanation is '依据说明，不对外';
comment on column petition_withholding.ended_at is '不同意或者解除的时刻';
create unique index petition_withholding_open on petition_withholding (no) where ended_at is null;
create index petition_withholding_letter on petition_withholding (no, id);
create index petition_withholding_batch on petition_withholding (batch_id) where confirmed_at is not null;
