-- Which letters may be about the same matter, what was decided about them, and which are handled together.

create table petition_repeat_pair (
    no              text        not null references petition (no),
    other_no        text        not null references petition (no),
    score           int         not null check (score between 0 and 100),
    similarity      int         not null check (similarity between 0 and 100),
    reasons         text[]      not null,
    found_at        timestamptz not null,
    state           text        not null default 'PROPOSED'
        check (state in ('PROPOSED', 'JOINED', 'RELATED', 'DIFFERENT')),
    decided_by      text,
    decided_by_name text,
    decided_at      timestamptz,
    reason          text,
    primary key (no, other_no),
    check (no > other_no),
    check ((state = 'PROPOSED') = (decided_at is null))
);
comment on table petition_repeat_pair is '疑似重复的两件；认定不重复的留在这里，以后不再提出';
create index petition_repeat_queue on petition_repeat_pair (score desc, no desc, other_no desc) where state = 'PROPOSED';
create index petition_repeat_other on petition_repeat_pair (other_no, no);

create table petition_cluster (
    id             bigint      generated always as identity primary key,
    main_no        text        not null references petition (no),
    opened_at      timestamptz not null,
    opened_by      text        not null,
    opened_by_name text        not null
);
comment on table petition_cluster is '并案：一次办理，分别答复；每件仍有自己的编号和期限';

-- Who left stays written down.
create table petition_cluster_member (
    id             bigint      generated always as identity primary key,
    cluster_id     bigint      not null references petition_cluster (id),
    no             text        not null references petition (no),
    joined_at      timestamptz not null,
    joined_by      text        not null,
    joined_by_name text        not null,
    left_at        timestamptz,
    left_by        text,
    left_by_name   text,
    left_reason    text,
    check ((left_at is null) = (left_by is null)),
    check ((left_at is null) = (left_reason is null))
);
comment on table petition_cluster_member is '并案中的一件；拆出的保留记录';
create unique index petition_cluster_member_once on petition_cluster_member (no) where left_at is null;
create index petition_cluster_member_cluster on petition_cluster_member (cluster_id, id);
create index petition_cluster_member_no on petition_cluster_member (no, id);

-- The answer of one letter carried to another of its cluster, where it may be worded differently.
create table petition_carried_answer (
    no             text        primary key references petition (no),
    from_no        text        not null references petition (no),
    cluster_id     bigint      not null references petition_cluster (id),
    verdict        text,
    outcome        text,
    findings       text        not null,
    handling       text        not null,
    goal           text,
    accountability text,
    carried_at     timestamptz not null,
    edited_at      timestamptz,
    edited_by      text,
    edited_by_name text
);
comment on table petition_carried_answer is '并案办理结果带到各件的答复稿，可逐件修改';
create index petition_carried_answer_cluster on petition_carried_answer (cluster_id, no);

-- Struck-off problems that a repeat letter gives reason to look at again.
create table petition_look_back (
    problem_no  text        not null references problem (no),
    no          text        not null references petition (no),
    cluster_id  bigint      not null references petition_cluster (id),
    proposed_at timestamptz not null,
    primary key (problem_no, no)
);
comment on table petition_look_back is '重复信访涉及已销号问题，建议回头看';
create index petition_look_back_cluster on petition_look_back (cluster_id);
