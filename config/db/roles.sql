-- The two roles of a Cairn database, run once by a superuser; running it again changes nothing.
-- Passwords are set apart from this file: alter role cairn_app password '…'.
--
-- cairn_owner owns the schemas and runs the migrations.
-- cairn_app is what the server connects as: it owns nothing, so that row-level security binds it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'cairn_owner') then
    create role cairn_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'cairn_app') then
    create role cairn_app login;
  end if;
end $$;
alter role cairn_owner nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
alter role cairn_app nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
