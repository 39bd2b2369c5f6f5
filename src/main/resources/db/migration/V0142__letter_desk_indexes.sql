-- Letters of every day, which come without a batch: those that wait for their dispatch by the day they are due.
create index petition_without_batch on petition (state, (coalesce(due_on, 'infinity'::date)), no) where batch_id is null;
create index petition_without_batch_due on petition ((coalesce(due_on, 'infinity'::date)), no) where batch_id is null;
-- Letters a leader follows: taken upon himself, or marked.
create index petition_of_leaders on petition ((coalesce(due_on, 'infinity'::date)), no)
    where state = 'LEADERS_CASE' or leader is not null or starred or key_mark;
