-- The auditor's tools: indexes behind the lists, samples with their seed, and notes kept apart from the record.

create index problem_took on problem ((struck_off_at - registered_at), no) where struck_off_at is not null;
create index deadline_met_before on deadline ((due_at - met_at)) where met_at is not null;
drop index evidence_hash;
create index evidence_hash on evidence (sha256, case_no) where removed_at is null;

create table audit_sample (
    id            bigint generated always as identity primary key,
    name          text        not null,
    seed          text        not null,
    rule          jsonb       not null,
    rule_words    text        not null,
    wanted        int         not null check (wanted between 1 and 200),
    population    bigint      not null,
    digest        text        not null,
    drawn_by      text        not null,
    drawn_by_name text        not null,
    drawn_at      timestamptz not null
);
comment on table audit_sample is '审计样本:按规则和种子抽取,可以重抽核对';
comment on column audit_sample.population is '符合规则的案件数';
comment on column audit_sample.digest is '符合规则的全部案号按序相连的 SHA-256';
create index audit_sample_drawn on audit_sample (id desc);

create table audit_sample_case (
    sample_id bigint not null references audit_sample (id),
    place     int    not null,
    case_no   text   not null,
    primary key (sample_id, place),
    unique (sample_id, case_no)
);

create table audit_note (
    id           bigint generated always as identity primary key,
    case_no      text        not null,
    step         bigint check (step >= 1),
    text         text        not null,
    by_username  text        not null,
    by_name      text        not null,
    at           timestamptz not null,
    withdrawn_at timestamptz
);
comment on table audit_note is '审计备注,不属于案件记录';
create index audit_note_case on audit_note (case_no, step, id);
create index audit_note_person on audit_note (by_username, id desc);
