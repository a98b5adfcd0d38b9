-- What a hosted Supabase database has before the first migration and plain PostgreSQL lacks:
-- roles, schemas, default privileges, and as much of schema `auth` as migrations and seeds touch.
-- Applied once to a new database. Supabase Lite adds the rest of `auth` itself, with
-- `create ... if not exists`, so the tables below keep the columns of both.
--
-- A row in auth.users that must be able to sign in by e-mail code, here and on hosted Supabase,
-- fills these columns (tried on Lite; for Supabase Auth see its issues 1940 and 410):
--   id                     any uuid
--   instance_id            '00000000-0000-0000-0000-000000000000': Supabase looks people up by it
--   aud, role              'authenticated': looked up by, and copied into the token
--   email                  lower case
--   email_confirmed_at     now(): otherwise the mail is the one for new people
--   confirmation_token, recovery_token, email_change, email_change_token_new
--                          '': Supabase reads them as text and fails on null
--   raw_app_meta_data      '{"provider": "email", "providers": ["email"]}'
--   raw_user_meta_data     '{}'
--   created_at, updated_at now(): Supabase has no default for them
-- and one row in auth.identities with provider 'email', provider_id = the user's id as text,
-- user_id, identity_data {"sub": id, "email": email, "email_verified": true} and
-- last_sign_in_at, created_at, updated_at.

do $$
begin
	if not exists (select from pg_roles where rolname = 'anon') then
		create role anon nologin noinherit;
	end if;
	if not exists (select from pg_roles where rolname = 'authenticated') then
		create role authenticated nologin noinherit;
	end if;
	if not exists (select from pg_roles where rolname = 'service_role') then
		create role service_role nologin noinherit bypassrls;
	end if;
end
$$;

create schema extensions;
grant usage on schema extensions to anon, authenticated, service_role;

-- Hosted Supabase hands everything in `public` to everybody until a migration revokes it.
grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;

create schema auth;
grant usage on schema auth to anon, authenticated, service_role;

create table auth.users (
	instance_id uuid,
	id uuid primary key,
	aud varchar(255) default 'authenticated',
	role varchar(255) default 'authenticated',
	email varchar(255),
	encrypted_password varchar(255),
	phone text unique,
	email_confirmed_at timestamptz,
	phone_confirmed_at timestamptz,
	confirmed_at timestamptz generated always as (
		least(email_confirmed_at, phone_confirmed_at)
	) stored,
	invited_at timestamptz,
	confirmation_token varchar(255),
	confirmation_sent_at timestamptz,
	recovery_token varchar(255),
	recovery_sent_at timestamptz,
	email_change varchar(255),
	email_change_token_new varchar(255),
	email_change_token_current varchar(255),
	email_change_sent_at timestamptz,
	email_change_confirm_status smallint default 0 check (email_change_confirm_status between 0 and 2),
	phone_change text,
	phone_change_token varchar(255),
	phone_change_sent_at timestamptz,
	reauthentication_token varchar(255),
	reauthentication_sent_at timestamptz,
	raw_app_meta_data jsonb default '{}',
	raw_user_meta_data jsonb default '{}',
	banned_until timestamptz,
	deleted_at timestamptz,
	is_sso_user boolean not null default false,
	is_anonymous boolean not null default false,
	last_sign_in_at timestamptz,
	created_at timestamptz default now(),
	updated_at timestamptz default now()
);

create unique index users_email_partial_key on auth.users (email) where is_sso_user = false;

create table auth.identities (
	id uuid primary key default gen_random_uuid(),
	provider text not null,
	provider_id text not null,
	user_id uuid not null references auth.users (id) on delete cascade,
	identity_data jsonb not null default '{}',
	email varchar(255) generated always as (lower(identity_data ->> 'email')) stored,
	last_sign_in_at timestamptz,
	created_at timestamptz default now(),
	updated_at timestamptz default now(),
	unique (provider, provider_id)
);

create index identities_user_id_idx on auth.identities (user_id);
