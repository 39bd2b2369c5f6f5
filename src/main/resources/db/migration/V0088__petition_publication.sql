-- What the public reads of letters: drafts that move, versions that stay, and the address a batch is reached by.

create table petition_publication (
    no             text        primary key references petition (no),
    batch_id       bigint      not null references petition_batch (id),
    step           text        not null check (step in ('DRAFT', 'CONFIRMED', 'RELEASED')),
    live           text        not null check (live in ('NONE', 'SHOWN', 'WITHDRAWN')),
    change         text        not null
        check (change in ('FIRST', 'UPDATED', 'CORRECTED', 'WITHDRAWN', 'RESTORED')),
    reason         text,
    note           text,
    text           jsonb       not null,
    source         jsonb       not null,
    kept           text[]      not null default '{}',
    basis          timestamptz not null,
    outcome        text        not null,
    confirmed_by   text,
    confirmed_name text,
    confirmed_for  text,
    confirmed_at   timestamptz,
    versions       int         not null default 0,
    version        int         not null default 1,
    check (step <> 'CONFIRMED' or confirmed_by is not null and confirmed_at is not null)
);
comment on table petition_publication is '信访件公开稿：遮盖、确认、发布到哪一步';
comment on column petition_publication.reason is '向公众说明的原因';
comment on column petition_publication.note is '复核人退回时的意见，不公开';
comment on column petition_publication.source is '公开稿所依据的原文';
comment on column petition_publication.kept is '形似个人信息、经逐处核对后保留的文字';
comment on column petition_publication.basis is '公开稿所依据的答复的时刻；答复再有变化的须重新确认';
create index petition_publication_batch on petition_publication (batch_id, no);

create table petition_public_batch (
    batch_id bigint      primary key references petition_batch (id),
    layout   text        not null check (layout in ('Y2023', 'Y2019')),
    token    text        unique check (length(token) >= 26),
    first_on date,
    last_at  timestamptz,
    check ((token is null) = (first_on is null))
);
comment on table petition_public_batch is '批次公开页：栏目、地址和首次公开日期';
create index petition_public_batch_recent on petition_public_batch (first_on desc, batch_id desc) where token is not null;

-- Append only: what the public saw stays as it was.
create table petition_published (
    no             text        not null references petition (no),
    version        int         not null check (version >= 1),
    batch_id       bigint      not null references petition_batch (id),
    serial         int         not null check (serial >= 1),
    change         text        not null
        check (change in ('FIRST', 'UPDATED', 'CORRECTED', 'WITHDRAWN', 'RESTORED')),
    reason         text,
    section_on     date        not null,
    content        text        not null,
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    confirmed_by   text,
    confirmed_name text,
    confirmed_for  text,
    confirmed_at   timestamptz,
    released_by    text        not null,
    released_name  text        not null,
    released_for   text,
    released_at    timestamptz not null,
    primary key (no, version),
    check (change = 'FIRST' or reason is not null or change = 'UPDATED'),
    check (confirmed_by is distinct from released_by or change = 'WITHDRAWN')
);
comment on table petition_published is '公开过的每一版，只增不改';
comment on column petition_published.content is '公众所见内容，规范 JSON；sha256 为其散列';
create index petition_published_batch on petition_published (batch_id, serial, version);
create unique index petition_published_place on petition_published (batch_id, serial) where version = 1;

create trigger petition_published_stays before update or delete on petition_published
    for each row execute function journal_refuse();
create trigger petition_published_stays_whole before truncate on petition_published
    for each statement execute function journal_refuse();

do $$
declare
    held record;
begin
    for held in
        select table_name, grantee, privilege_type
          from information_schema.role_table_grants
         where table_schema = current_schema() and table_name = 'petition_published'
           and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')
           and grantee <> current_user
    loop
        execute format('revoke %s on %I from %I', held.privilege_type, held.table_name, held.grantee);
    end loop;
end
$$;
