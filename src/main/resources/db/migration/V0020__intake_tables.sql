-- Lists brought in: each run with its outcome, its refused rows, the edits it found, and the file while it is needed.
create table import_run (
    id                uuid primary key,
    kind              text        not null check (kind in ('PROBLEMS')),
    file_name         text        not null,
    file_sha256       text        not null,
    file_size         bigint      not null,
    file_of           uuid references import_run (id),
    dry_run           boolean     not null,
    partial           boolean     not null,
    usual_source      text,
    state             text        not null
        check (state in ('CHECKING', 'CHECKED', 'REFUSED', 'IMPORTING', 'DONE', 'INTERRUPTED')),
    sheet             text,
    headings          text[]      not null default '{}',
    other_sheets      text[]      not null default '{}',
    ignored_columns   text[]      not null default '{}',
    notes             text[]      not null default '{}',
    row_count         int         not null default 0,
    done_count        int         not null default 0,
    good_count        int         not null default 0,
    created_count     int         not null default 0,
    updated_count     int         not null default 0,
    unchanged_count   int         not null default 0,
    rejected_count    int         not null default 0,
    message           text,
    submitted_by      text        not null,
    submitted_by_name text        not null,
    on_behalf_of      text,
    submitted_at      timestamptz not null,
    finished_at       timestamptz,
    heartbeat_at      timestamptz not null
);
comment on table import_run is '导入记录';
comment on column import_run.file_of is 'run that keeps the file, when this one confirms a dry run';
comment on column import_run.partial is 'the good rows were wanted although others were refused';
comment on column import_run.heartbeat_at is 'database time; a run at work that falls silent was interrupted';
create index import_run_recent on import_run (submitted_at desc);
create index import_run_file on import_run (file_of) where file_of is not null;

create table import_error (
    id          bigint generated always as identity primary key,
    run_id      uuid not null references import_run (id) on delete cascade,
    row_number  int  not null,
    column_name text,
    value       text,
    message     text not null,
    remedy      text not null,
    cells       text[]
);
comment on table import_error is '导入时退回的行';
comment on column import_error.cells is 'the row as it was, once per row, for the error sheet';
create index import_error_run on import_error (run_id, row_number, id);

create table import_change (
    id         bigint generated always as identity primary key,
    run_id     uuid not null references import_run (id) on delete cascade,
    row_number int  not null,
    case_no    text not null,
    field      text not null,
    before     text,
    after      text
);
comment on table import_change is '导入时发现的修改';
create index import_change_run on import_change (run_id, row_number, id);

create table import_file_part (
    run_id  uuid  not null references import_run (id) on delete cascade,
    seq     int   not null,
    content bytea not null,
    primary key (run_id, seq)
);
comment on table import_file_part is '导入文件的内容,用完即删';
