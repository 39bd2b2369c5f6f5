-- The record: append only, chained per case, signed with a key the database does not know.

create table journal_entry (
    chain        text collate "C" not null,
    seq          bigint           not null check (seq >= 1),
    at           timestamptz      not null,
    actor        text             not null,
    actor_name   text             not null,
    on_behalf_of text,
    channel      text             not null,
    node         text             not null,
    intervention boolean          not null,
    body         text             not null,
    prev         bytea            not null,
    mac          bytea            not null,
    algorithm    text             not null,
    key_id       text             not null,
    primary key (chain, seq)
);
comment on table journal_entry is '记录,每案每次办理一条,只增不改';
comment on column journal_entry.chain is '案号;不属于案件的为流程标识';
comment on column journal_entry.body is 'RFC 8785 规范化 JSON';
comment on column journal_entry.prev is '上一条的校验值';
comment on column journal_entry.mac is '本条全部内容及上一条校验值的带密钥校验值';

create index journal_entry_intervention on journal_entry (at desc, chain, seq) where intervention;

-- The last entry of each chain, signed by itself: entries cut off at the end leave a head that says so.
create table journal_head (
    chain     text collate "C" primary key,
    seq       bigint not null,
    mac       bytea  not null,
    prev      bytea  not null,
    proof     bytea  not null,
    algorithm text   not null,
    key_id    text   not null
);
comment on table journal_head is '各案记录的末尾';

create table journal_seal (
    no        bigint primary key check (no >= 1),
    slot      text        not null unique,
    at        timestamptz not null,
    sealed_by text        not null,
    chains    bigint      not null,
    root      bytea       not null,
    prev      bytea       not null,
    mac       bytea       not null,
    algorithm text        not null,
    key_id    text        not null
);
comment on table journal_seal is '封存:某一时刻全部案件记录末尾的树根,前后相连';

create table journal_leaf (
    chain text collate "C" not null,
    seq   bigint not null,
    mac   bytea  not null,
    seal  bigint not null references journal_seal (no),
    primary key (chain, seq)
);
comment on table journal_leaf is '封存时的案件记录末尾;与上次封存相同的不再写';
create index journal_leaf_seal on journal_leaf (seal);

create table journal_check (
    id          bigint generated always as identity primary key,
    slot        text unique,
    scope       text        not null,
    checked_by  text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    intact      boolean     not null,
    entries     bigint      not null,
    findings    jsonb       not null
);
comment on table journal_check is '核验结果';
create index journal_check_started on journal_check (started_at desc, id desc);

create function journal_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the record is only added to: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create function journal_head_grows() returns trigger language plpgsql as $$
begin
    if new.chain <> old.chain or new.seq <> old.seq + 1 then
        raise exception 'the head of a chain only moves to the next entry'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger journal_entry_stays before update or delete on journal_entry
    for each row execute function journal_refuse();
create trigger journal_entry_stays_whole before truncate on journal_entry
    for each statement execute function journal_refuse();
create trigger journal_head_stays before delete on journal_head
    for each row execute function journal_refuse();
create trigger journal_head_stays_whole before truncate on journal_head
    for each statement execute function journal_refuse();
create trigger journal_head_only_grows before update on journal_head
    for each row execute function journal_head_grows();
create trigger journal_seal_stays before update or delete on journal_seal
    for each row execute function journal_refuse();
create trigger journal_seal_stays_whole before truncate on journal_seal
    for each statement execute function journal_refuse();
create trigger journal_leaf_stays before update or delete on journal_leaf
    for each row execute function journal_refuse();
create trigger journal_leaf_stays_whole before truncate on journal_leaf
    for each statement execute function journal_refuse();
create trigger journal_check_stays before update or delete on journal_check
    for each row execute function journal_refuse();
create trigger journal_check_stays_whole before truncate on journal_check
    for each statement execute function journal_refuse();

-- Default privileges gave the application's role every right on rows; on the record it may only read and add.
do $$
declare
    held record;
begin
    for held in
        select table_name, grantee, privilege_type
          from information_schema.role_table_grants
         where table_schema = current_schema()
           and table_name in ('journal_entry', 'journal_head', 'journal_seal', 'journal_leaf', 'journal_check')
           and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')
           and grantee <> current_user
           and not (table_name = 'journal_head' and privilege_type = 'UPDATE')
    loop
        execute format('revoke %s on %I from %I', held.privilege_type, held.table_name, held.grantee);
    end loop;
end
$$;
