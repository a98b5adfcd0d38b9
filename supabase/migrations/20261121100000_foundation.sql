-- The ground everything stands on: nothing is granted unless a later line grants it.

create schema if not exists private;
create schema if not exists care;

revoke all on schema private from public;
revoke all on schema care from public;
revoke create on schema public from public;

alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

grant usage on schema public to anon, authenticated;
grant usage on schema private to authenticated;

comment on schema public is 'All that the Data API exposes.';
comment on schema private is 'Helpers and secrets of the app itself, never exposed.';
comment on schema care is 'Who is a client and who supports whom: never exposed, never granted.';

-- Time ------------------------------------------------------------------------------------------

create function private.clock() returns timestamptz
language sql stable set search_path = '' as $$
	select coalesce(nullif(current_setting('buurtplein.now', true), '')::timestamptz, now());
$$;
revoke execute on function private.clock() from public;
grant execute on function private.clock() to authenticated;
comment on function private.clock() is
	'The one clock of all rules. A proof or a test may fix it for its own connection.';

-- Secrets ---------------------------------------------------------------------------------------

create table private.installation (
	id boolean primary key default true check (id),
	hash_key bytea not null
		default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);
alter table private.installation enable row level security;
alter table private.installation force row level security;
comment on table private.installation is
	'One row: the key under which codes and addresses are hashed. Ground: no personal data. Term: as long as the installation.';
insert into private.installation default values;

create function private.keyed_hash(value text) returns bytea
language sql stable security definer set search_path = '' as $$
	select sha256((select hash_key from private.installation) || convert_to(value, 'UTF8'));
$$;
revoke execute on function private.keyed_hash(text) from public;

-- Limits ----------------------------------------------------------------------------------------

create table private.limits (
	kind text primary key,
	most integer not null check (most > 0),
	per interval not null check (per > interval '0'),
	exact boolean not null default true
);
alter table private.limits enable row level security;
alter table private.limits force row level security;
comment on table private.limits is
	'How often something may be tried. Ground: no personal data. Term: as long as the installation.';
comment on column private.limits.exact is
	'Whether tries of one subject wait for each other. Not where the subject is everybody: a few too many may slip through.';

insert into private.limits (kind, most, per, exact) values
	('invite_address', 10, '1 hour', true),
	('invite_all', 300, '1 hour', false),
	('invite_account', 10, '1 hour', true),
	('invite_accounts', 300, '1 hour', false),
	('code_again', 1, '30 seconds', true),
	('code_email', 3, '1 hour', true),
	('code_address', 3, '1 hour', true),
	('code_check', 5, '1 hour', true);

create table private.attempts (
	id bigint generated always as identity primary key,
	kind text not null references private.limits (kind) on delete cascade,
	subject bytea not null,
	made_at timestamptz not null
);
create index attempts_kind_subject_made_at on private.attempts (kind, subject, made_at);
create index attempts_made_at on private.attempts (made_at);
alter table private.attempts enable row level security;
alter table private.attempts force row level security;
comment on table private.attempts is
	'Recent tries, as keyed hashes of an e-mail, account or network address, against guessing and flooding. Ground: legitimate interest. Term: two hours, a day for what may be done so often a day.';

create function private.is_exhausted(kind text, subject text, since timestamptz default '-infinity')
returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
	-- A try without a subject counts too: it would slip past its own brake and, by failing, the others.
	hashed constant bytea := private.keyed_hash(is_exhausted.kind || ':' || coalesce(is_exhausted.subject, ''));
begin
	-- Tries at the same moment would each count the others' absence.
	perform pg_advisory_xact_lock(hashtextextended(encode(hashed, 'hex'), 0))
	from private.limits l where l.kind = is_exhausted.kind and l.exact;
	return (
		select count(a.id) >= l.most
		from private.limits l
		left join private.attempts a
			on a.kind = l.kind
			and a.subject = hashed
			and a.made_at > greatest(private.clock() - l.per, is_exhausted.since)
		where l.kind = is_exhausted.kind
		group by l.most
	);
end;
$$;
revoke execute on function private.is_exhausted(text, text, timestamptz) from public;

create function private.note_attempt(kind text, subject text) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.attempts (kind, subject, made_at)
	values (
		note_attempt.kind,
		private.keyed_hash(note_attempt.kind || ':' || coalesce(note_attempt.subject, '')),
		private.clock()
	);
$$;
revoke execute on function private.note_attempt(text, text) from public;
