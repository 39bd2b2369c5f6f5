-- Files that leave are on the list too, each once in ten minutes: two files of one case are two lines.

drop index journal_access_reading;
create unique index journal_access_reading
    on journal_access (by_username, coalesce(case_no, ''), what, coalesce(sha256, ''), slot) where slot is not null;
