-- Messages to candidate groups, and who signed for them.
create table message (
    id              bigint generated always as identity primary key,
    key             text        not null unique,
    case_no         text,
    subject_key     text,
    candidate_group text        not null,
    kind            text        not null,
    title           text        not null,
    text            text        not null,
    link            text check (link like '/%' and link not like '//%'),
    posted_at       timestamptz not null,
    leaves_at       timestamptz not null,
    left_at         timestamptz,
    withdrawn_at    timestamptz,
    read_at         timestamptz,
    read_by         text,
    check (left_at is null or withdrawn_at is null),
    check (read_at is null or left_at is not null),
    check ((read_at is null) = (read_by is null))
);
comment on table message is '消息';
comment on column message.left_at is 'shown from here on; a message is seen by nobody while it is null';
comment on column message.withdrawn_at is 'no longer wanted when it was to leave; never shown';
comment on column message.read_at is 'the first reading by anybody of the group: proof of receipt';

-- What is to leave next.
create index message_waiting on message (leaves_at, id) where left_at is null and withdrawn_at is null;
-- A group's messages, the newest first; of one kind; those nobody has read, which stay few.
create index message_shown on message (candidate_group, left_at, id) where left_at is not null;
create index message_kind on message (candidate_group, kind, left_at, id) where left_at is not null;
create index message_unread on message (candidate_group, left_at, id) where left_at is not null and read_at is null;
-- A case's messages, and all of them, for those who oversee.
create index message_case on message (case_no, left_at, id) where left_at is not null;
create index message_left on message (left_at, id) where left_at is not null;

create table message_read (
    message_id   bigint      not null references message (id),
    username     text        not null,
    on_behalf_of text,
    read_at      timestamptz not null,
    primary key (username, message_id)
);
comment on table message_read is '签阅;最先一条即送达凭证';
