-- A look-back that is proposed is taken up or declined, once, by somebody and for a reason.
alter table petition_look_back
    add column decision        text check (decision in ('ACCEPTED', 'DECLINED')),
    add column reason          text,
    add column decided_by      text,
    add column decided_by_name text,
    add column decided_at      timestamptz,
    add constraint petition_look_back_decided check ((decision is null) = (decided_at is null)),
    add constraint petition_look_back_declined check (decision is distinct from 'DECLINED' or reason is not null);
create index petition_look_back_waiting on petition_look_back (proposed_at, problem_no, no) where decision is null;
create index petition_look_back_decided on petition_look_back (decided_at desc, problem_no, no)
    where decision is not null;
create index petition_look_back_letter on petition_look_back (no);
