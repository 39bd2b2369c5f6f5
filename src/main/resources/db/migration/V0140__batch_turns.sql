-- A batch that is closed may be opened again; who closed it before, who opened it and why stays written down.
create table petition_batch_turn (
    id             bigint      generated always as identity primary key,
    batch_id       bigint      not null references petition_batch (id),
    closed         boolean     not null,
    reason         text,
    turned_by      text        not null,
    turned_by_name text        not null,
    at             timestamptz not null,
    check (closed = (reason is null))
);
comment on table petition_batch_turn is '批次封批与重新打开的记录，只增不改';
create index petition_batch_turn_batch on petition_batch_turn (batch_id, id);
insert into petition_batch_turn (batch_id, closed, turned_by, turned_by_name, at)
select b.id, true, b.closed_by, coalesce(b.closed_by, ''), b.closed_at from petition_batch b
 where b.closed_at is not null and b.closed_by is not null;
