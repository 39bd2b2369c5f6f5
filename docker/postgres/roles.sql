-- Two roles: the owner makes and changes the tables, the application reads and writes rows.
-- Run once as superuser in the database of Duban; running it again changes nothing.
do $$
begin
    if not exists (select from pg_roles where rolname = 'duban_owner') then
        create role duban_owner login;
    end if;
    if not exists (select from pg_roles where rolname = 'duban_app') then
        create role duban_app login;
    end if;
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect, create, temporary on database %I to duban_owner', current_database());
    execute format('grant connect, temporary on database %I to duban_app', current_database());
end
$$;

revoke create on schema public from public;
grant usage, create on schema public to duban_owner;
grant usage on schema public to duban_app;

alter default privileges for role duban_owner in schema public
    grant select, insert, update, delete on tables to duban_app;
alter default privileges for role duban_owner in schema public
    grant usage, select on sequences to duban_app;
