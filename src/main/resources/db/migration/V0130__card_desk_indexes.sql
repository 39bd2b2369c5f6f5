-- What the desk reads cards by. Search works on pairs of neighbouring characters, like the ledger's.

create function card_search_text(no text, subject_no text, title text) returns text
    language sql immutable parallel safe
    as $$ select lower(normalize(no || ' ' || subject_no || ' ' || title, NFKC)) $$;

create index card_search on card using gin (search_pairs(card_search_text(no, subject_no, title)));
create index card_issue_number on card_issue using gin (search_pairs(lower(normalize(paper_number, NFKC))));

-- Issued cards in the order of the list, and those in force, which stay few however many are lifted.
create index card_issued on card (issued_at desc, no desc) where level > 0;
create index card_unit_issued on card (unit_code, issued_at desc, no desc) where level > 0;
create index card_in_force on card (issued_at, no) where level > 0 and closed_at is null;
create index card_in_force_subject on card (colour, subject_no) where level > 0 and closed_at is null;

-- What waits for a decision, and whose answer is due.
create index card_waiting on card (no) where state in ('PROPOSED', 'REVIEWED', 'APPROVED');
create index card_reply_due on card (reply_due_on, no) where state in ('ISSUED', 'SIGNED');

-- What met a rule and led to no card, with the reason.
create index card_decision_not_granted on card_decision (id desc)
    where kind in ('REVIEW', 'APPROVAL', 'WITHDRAWAL') and outcome in ('DROPPED', 'REFUSED', 'WITHDRAWN');

create index card_consequence_points on card_consequence (decided_at, unit_code) where points is not null;
create index card_consequence_returned on card_consequence (void_at, unit_code) where points is not null and void_at is not null;
