-- What letters and answers say of earlier letters, resolved or waiting for the letter to arrive.
create table petition_mention (
    no          text        not null references petition (no),
    target      text        not null,
    phrase      text        not null,
    inspection  text,
    batch       int,
    upstream_no text,
    partly      boolean     not null,
    found_at    timestamptz not null,
    other_no    text references petition (no),
    resolved_at timestamptz,
    primary key (no, target),
    check ((batch is null) <> (upstream_no is null)),
    check ((other_no is null) = (resolved_at is null))
);
comment on table petition_mention is '来件或答复中写明的重复关系';
create index petition_mention_waiting_number on petition_mention (upstream_no) where other_no is null and upstream_no is not null;
create index petition_mention_waiting_batch on petition_mention (inspection, batch) where other_no is null and batch is not null;
create index petition_mention_other on petition_mention (other_no) where other_no is not null;
