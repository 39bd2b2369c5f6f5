-- Who wrote the letter stands apart from the letter, sealed with a key that is not in the database.

create table petition_identity (
    no        text        primary key references petition (no),
    key_id    text        not null,
    sealed    bytea       not null,
    sealed_at timestamptz not null
);
comment on table petition_identity is '信访人身份和来件原文，AES-GCM 加密；密钥不在数据库中';

-- Append only: every look at an identity.
create table petition_unmasking (
    id           bigint      generated always as identity primary key,
    no           text        not null references petition (no),
    purpose      text        not null,
    actor        text        not null,
    actor_name   text        not null,
    on_behalf_of text,
    at           timestamptz not null
);
comment on table petition_unmasking is '查看信访人身份的记录，只增不改';
create index petition_unmasking_recent on petition_unmasking (at desc, id desc);
create index petition_unmasking_no on petition_unmasking (no, id);
