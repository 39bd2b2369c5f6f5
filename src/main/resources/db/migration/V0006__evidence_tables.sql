-- Files handed in as proof (佐证材料). The bytes lie on disk under their hash; a row ties them to a task and a criterion.
create table evidence (
    id          uuid primary key,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name   text        not null,
    media_type  text        not null,
    size_bytes  bigint      not null check (size_bytes > 0),
    case_no     text        not null,
    task_id     text        not null,
    criterion   text,
    unit_code   text,
    taken_on    date,
    place       text,
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    filed_at    timestamptz,
    removed_at  timestamptz
);
comment on table evidence is '佐证材料';
comment on column evidence.criterion is 'closure criterion the file proves; null when the step has none';
comment on column evidence.taken_on is '拍摄(形成)日期, apart from the time of upload';
comment on column evidence.filed_at is 'when the task was completed; filed evidence is neither changed nor removed';

-- The same file twice under one criterion of one task is one piece of evidence.
create unique index evidence_once on evidence (task_id, criterion, sha256) nulls not distinct where removed_at is null;
create index evidence_case on evidence (case_no, uploaded_at) where removed_at is null;
create index evidence_hash on evidence (sha256) where removed_at is null;
