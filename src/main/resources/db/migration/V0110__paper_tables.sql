-- Numbered papers (文书): templates an office may edit, the office's own words per kind, numbers without gaps, the files.

create table paper_template (
    id               bigint generated always as identity primary key,
    kind             text        not null,
    version          int         not null check (version >= 1),
    file_name        text        not null,
    sha256           text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content          bytea       not null,
    reason           text        not null,
    -- Null for those that came with the software.
    uploaded_by      text,
    uploaded_by_name text,
    uploaded_at      timestamptz not null,
    unique (kind, version)
);
comment on table paper_template is '文书模板,各版本长期保留';

create table paper_letterhead (
    kind       text primary key,
    mark       text        not null unique,
    head       text        not null,
    organ      text        not null,
    changed_at timestamptz,
    changed_by text
);
comment on table paper_letterhead is '发文字号、发文机关标志和署名,每类文书一行';
comment on column paper_letterhead.mark is '发文机关代字, the words before the year: 泉环委警';
comment on column paper_letterhead.head is '发文机关标志, the red head';
comment on column paper_letterhead.organ is '发文机关署名';

insert into paper_letterhead (kind, mark, head, organ) values
    ('WARNING', '泉环委警', '泉州市生态环境保护委员会办公室', '泉州市生态环境保护委员会办公室'),
    ('LIFTING', '泉环委解', '泉州市生态环境保护委员会办公室', '泉州市生态环境保护委员会办公室'),
    ('INTERVIEW', '泉环委谈', '泉州市生态环境保护委员会办公室', '泉州市生态环境保护委员会办公室'),
    ('SUPERVISION', '泉环委督', '泉州市生态环境保护委员会办公室', '泉州市生态环境保护委员会办公室');

create table paper_number (
    kind text not null,
    year int  not null,
    last int  not null,
    primary key (kind, year)
);
comment on table paper_number is '各类文书当年用到的顺序号;行锁保证不跳号';

create table paper (
    id                bigint generated always as identity primary key,
    key               text        not null unique,
    kind              text        not null,
    year              int         not null,
    serial            int         not null check (serial >= 1),
    number            text        not null unique,
    case_no           text        not null,
    addressee         text        not null,
    copies            text[]      not null,
    title             text        not null,
    file_name         text        not null,
    sha256            text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    template_id       bigint      not null references paper_template (id),
    issued_at         timestamptz not null,
    issued_by         text        not null,
    issued_by_name    text        not null,
    issued_for        text,
    signed_at         timestamptz,
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    withdrawn_by_name text,
    withdrawn_for     text,
    withdrawn_reason  text,
    unique (kind, year, serial),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table paper is '文书';
comment on column paper.signed_at is 'when the addressee signed for it, as in paper_receipt; here for lists';
create index paper_case on paper (case_no, id);
create index paper_issued on paper (issued_at, id);
create index paper_addressee on paper (addressee, issued_at, id);
create index paper_unsigned on paper (issued_at, id) where signed_at is null and withdrawn_at is null;
create index paper_withdrawn on paper (issued_at, id) where withdrawn_at is not null;
create index paper_kind on paper (kind, issued_at, id);

create table paper_file (
    paper_id bigint primary key references paper (id),
    content  bytea not null
);
comment on table paper_file is '文书的 Word 文件,制成后不变';

-- A paper's file and a template that made papers stay as they are, whoever asks.
create function paper_stays() returns trigger language plpgsql as $$
begin
    raise exception 'papers and their templates are not changed or deleted';
end $$;
create trigger paper_file_stays before update or delete on paper_file
    for each row execute function paper_stays();
create trigger paper_template_stays before update or delete on paper_template
    for each row execute function paper_stays();
