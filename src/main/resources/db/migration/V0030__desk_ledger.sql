-- What the ledger is read by. Search works on pairs of neighbouring characters, because Chinese words are mostly two
-- characters long and pg_trgm finds no trigrams in Chinese text under a C locale, which the embedded database has.

create function case_search_text(no text, title text, description text, site text) returns text
    language sql immutable parallel safe
    as $$ select lower(normalize(no || ' ' || title || ' ' || description || ' ' || coalesce(site, ''), NFKC)) $$;

create function search_pairs(folded text) returns text[]
    language sql immutable strict parallel safe
    as $$ select coalesce(array_agg(distinct substr(folded, i, 2)), '{}')
            from generate_series(1, length(folded) - 1) i $$;
comment on function search_pairs is '检索用:文本中相邻两字的集合';

drop index if exists problem_search;
create index problem_search on problem
    using gin (search_pairs(case_search_text(no, title, description, site)));

-- One index for each order the ledger can be sorted in; the number breaks ties, so that paging never skips a row.
create index problem_ledger_due on problem ((coalesce(due_on, 'infinity'::date)), no);
create index problem_ledger_source on problem (source, no);
create index problem_ledger_lead on problem ((coalesce(lead_unit, '')), no);
create index problem_ledger_state on problem ((coalesce(array_position(
    '{REGISTERED,DISPATCHED,RETURNED,SIGNED,PLAN_SUBMITTED,RECTIFYING,STANDING,REPORTED,CHECKED,PUBLIC_NOTICE,OBJECTED,STRIKE_OFF_PENDING,STRUCK_OFF,CLOSED}'::text[],
    state), 99)), no);
create index problem_ledger_one_state on problem (state, no);
-- What is late or will be: at most as long as the list of open cases, however many are closed.
create index problem_ledger_open on problem ((coalesce(due_on, 'infinity'::date)), no)
    where struck_off_at is null and deadline_kind <> 'STANDING';
