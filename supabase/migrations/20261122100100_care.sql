-- Who is a client, who supports whom, consent, and the log of looks. Nobody may read any of it but
-- through the functions below, and nothing outside this schema depends on it: care knows of plans,
-- plans do not know of care.

create table care.organisations (
	id uuid primary key default gen_random_uuid(),
	name text not null check (char_length(name) between 2 and 60)
);

create table care.workers (
	id uuid primary key default gen_random_uuid(),
	organisation_id uuid not null references care.organisations (id) on delete cascade,
	profile_id uuid references public.profiles (id) on delete set null,
	first_name text not null check (char_length(first_name) between 1 and 40),
	face text not null default 'initials' check (char_length(face) <= 20),
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	email text check (char_length(email) <= 254),
	unique (profile_id)
);
create index workers_organisation_id on care.workers (organisation_id);

create table care.administrators (
	profile_id uuid primary key references public.profiles (id) on delete cascade,
	organisation_id uuid not null references care.organisations (id) on delete cascade,
	first_name text not null check (char_length(first_name) between 1 and 40)
);
create index administrators_organisation_id on care.administrators (organisation_id);

create table care.invitations (
	id uuid primary key default gen_random_uuid(),
	worker_id uuid not null references care.workers (id) on delete cascade,
	code_hash bytea not null unique,
	made_at timestamptz not null,
	expires_at timestamptz not null
);
create index invitations_worker_id on care.invitations (worker_id);
create index invitations_made_at on care.invitations (made_at);

create table care.consents (
	id uuid primary key default gen_random_uuid(),
	client_id uuid not null references public.profiles (id) on delete cascade,
	organisation_id uuid not null references care.organisations (id) on delete cascade,
	version smallint not null,
	given_at timestamptz not null,
	withdrawn_at timestamptz
);
create index consents_organisation_id on care.consents (organisation_id);
create unique index consents_one_at_a_time on care.consents (client_id, organisation_id)
	where withdrawn_at is null;
create index consents_client_id on care.consents (client_id);
create index consents_withdrawn_at on care.consents (withdrawn_at) where withdrawn_at is not null;

create table care.relations (
	id uuid primary key default gen_random_uuid(),
	client_id uuid not null references public.profiles (id) on delete cascade,
	worker_id uuid not null references care.workers (id) on delete cascade,
	organisation_id uuid not null references care.organisations (id) on delete cascade,
	started_on date not null,
	ended_on date check (ended_on >= started_on),
	replaces_id uuid references care.relations (id) on delete set null,
	sees_balance boolean not null default false,
	sees_next_meetup boolean not null default false,
	client_telephone text check (client_telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	call_asked_at timestamptz,
	shared_at timestamptz,
	unique (id, client_id)
);
create index relations_client_id on care.relations (client_id);
create index relations_worker_id on care.relations (worker_id);
create index relations_organisation_id on care.relations (organisation_id);
create index relations_replaces_id on care.relations (replaces_id);
create index relations_ended_on on care.relations (ended_on) where ended_on is not null;

create table care.sentence_shares (
	relation_id uuid not null,
	client_id uuid not null,
	sentence_id uuid not null,
	primary key (sentence_id, relation_id),
	foreign key (relation_id, client_id) references care.relations (id, client_id) on delete cascade,
	foreign key (sentence_id, client_id) references public.goal_sentences (id, owner_id)
		on delete cascade
);
create index sentence_shares_relation_id on care.sentence_shares (relation_id, client_id);

create table care.proposals (
	id uuid primary key default gen_random_uuid(),
	relation_id uuid not null references care.relations (id) on delete cascade,
	goal_id uuid references public.goals (id) on delete cascade,
	kind public.sentence_kind not null check (kind <> 'look_back'),
	words text not null check (
		char_length(words) between 1 and 280 and words = btrim(words) and words !~ '[[:cntrl:]]'
	),
	proposed_at timestamptz not null,
	check ((kind = 'want') = (goal_id is null)),
	unique nulls not distinct (relation_id, goal_id, kind, words)
);
create index proposals_goal_id on care.proposals (goal_id);
create index proposals_proposed_at on care.proposals (proposed_at);

create table care.subjects (
	profile_id uuid primary key references public.profiles (id) on delete cascade,
	pseudonym uuid not null unique default gen_random_uuid()
);

create table care.looks (
	id bigint generated always as identity primary key,
	looked_at timestamptz not null,
	looker_id uuid not null,
	looker_name text not null,
	role text not null check (role in ('support_worker', 'care_administrator', 'other')),
	organisation text,
	subject uuid,
	what text not null check (what in ('list', 'plan', 'relation')),
	ground text not null check (ground in ('consent', 'agreement', 'none')),
	refused boolean not null,
	visit uuid not null,
	previous_hash bytea,
	hash bytea not null
);
create index looks_subject on care.looks (subject, looked_at);
create index looks_looked_at on care.looks (looked_at);
create index looks_visit on care.looks (visit);
create index looks_looker_id on care.looks (looker_id);

alter table care.organisations enable row level security;
alter table care.organisations force row level security;
alter table care.workers enable row level security;
alter table care.workers force row level security;
alter table care.administrators enable row level security;
alter table care.administrators force row level security;
alter table care.invitations enable row level security;
alter table care.invitations force row level security;
alter table care.consents enable row level security;
alter table care.consents force row level security;
alter table care.relations enable row level security;
alter table care.relations force row level security;
alter table care.sentence_shares enable row level security;
alter table care.sentence_shares force row level security;
alter table care.proposals enable row level security;
alter table care.proposals force row level security;
alter table care.subjects enable row level security;
alter table care.subjects force row level security;
alter table care.looks enable row level security;
alter table care.looks force row level security;

comment on table care.organisations is
	'A care organisation. Ground: no personal data. Term: as long as it takes part.';
comment on table care.workers is
	'Support workers with how their clients reach them. Told to their clients and their administrator only. Ground: agreement. Term: as long as they work there, at most as long as the account.';
comment on table care.administrators is
	'Who assigns workers to clients for an organisation. Ground: agreement. Term: as long as they work there, at most as long as the account.';
comment on table care.invitations is
	'Codes with which a person lets a worker support them, as keyed hashes. Does not say for whom. Gone once used. Ground: legitimate interest. Term: thirty days.';
comment on table care.consents is
	'That a client agreed to support by an organisation, to which text, and until when. Ground: legal duty. Term: two years after it ended, at most as long as the account.';
comment on table care.relations is
	'Who supports whom, from day to day, and what the client lets that worker see. One row is one secret. Ground: consent. Term: two years after it ended, at most as long as the account.';
comment on table care.sentence_shares is
	'Which sentence a client lets a worker read. Ground: consent. Term: until the client takes it back.';
comment on table care.proposals is
	'A sentence that a worker proposes. Gone once answered: a no is never shown. Ground: consent. Term: eight weeks.';
comment on table care.subjects is
	'Under which pseudonym looks at a person are kept. Erasing a person erases the pseudonym with them. Ground: legal duty. Term: as long as the account.';
comment on table care.looks is
	'Who looked at what of whom, on what ground, also when it was refused. Chained by hash per day; never changed. Ground: legal duty. Term: two years.';

-- The second factor -----------------------------------------------------------------------------------

alter table private.installation
	add column second_factor_waived_for_development boolean not null default false;

create function private.has_second_factor() returns boolean
language sql stable security definer set search_path = '' as $$
	select coalesce((select auth.jwt()) ->> 'aal' = 'aal2', false)
		or (select i.second_factor_waived_for_development from private.installation i);
$$;
revoke execute on function private.has_second_factor() from public;
comment on function private.has_second_factor() is
	'Whether this session was opened with a second factor. Only the embedded backend, which has none, waives it.';

-- The log of looks --------------------------------------------------------------------------------------

create function care.tg_looks__append_only() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	if tg_op = 'DELETE' and old.looked_at < private.clock() - interval '2 years' then
		return old;
	end if;
	raise exception 'the log of looks only grows';
end;
$$;
revoke execute on function care.tg_looks__append_only() from public;
create trigger append_only before update or delete on care.looks
	for each row execute function care.tg_looks__append_only();
create trigger never_emptied before truncate on care.looks
	for each statement execute function care.tg_looks__append_only();

create function care.look_hash(look care.looks) returns bytea
language sql immutable set search_path = '' as $$
	select sha256(
		coalesce(look.previous_hash, '')
		|| convert_to(jsonb_build_array(
			extract(epoch from look.looked_at), look.looker_id, look.looker_name, look.role, look.organisation,
			look.subject, look.what, look.ground, look.refused, look.visit
		)::text, 'UTF8')
	);
$$;
revoke execute on function care.look_hash(care.looks) from public;

create function care.note_look(
	looker_name text, role text, organisation text, subject_id uuid, what text, ground text,
	refused boolean, visit uuid default gen_random_uuid()
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	look care.looks;
begin
	-- One chain a day: two looks at the same moment would otherwise follow the same one.
	perform pg_advisory_xact_lock(hashtextextended('care.looks', 0));
	if note_look.subject_id is not null then
		insert into care.subjects (profile_id) values (note_look.subject_id) on conflict do nothing;
	end if;
	-- Never before the look ahead of it in the chain, whichever of the two began first.
	look.looked_at := greatest(
		private.clock(), (select l.looked_at from care.looks l order by l.id desc limit 1)
	);
	look.looker_id := (select auth.uid());
	look.looker_name := note_look.looker_name;
	look.role := note_look.role;
	look.organisation := note_look.organisation;
	look.subject := (select s.pseudonym from care.subjects s where s.profile_id = note_look.subject_id);
	look.what := note_look.what;
	look.ground := note_look.ground;
	look.refused := note_look.refused;
	look.visit := note_look.visit;
	look.previous_hash := (
		select l.hash from care.looks l
		where l.looked_at >= date_trunc('day', look.looked_at, 'UTC')
		order by l.id desc limit 1
	);
	look.hash := care.look_hash(look);
	insert into care.looks (
		looked_at, looker_id, looker_name, role, organisation, subject, what, ground, refused, visit,
		previous_hash, hash
	) values (
		look.looked_at, look.looker_id, look.looker_name, look.role, look.organisation, look.subject,
		look.what, look.ground, look.refused, look.visit, look.previous_hash, look.hash
	);
end;
$$;
revoke execute on function care.note_look(text, text, text, uuid, text, text, boolean, uuid) from public;
comment on function care.note_look(text, text, text, uuid, text, text, boolean, uuid) is
	'Writes down a look. Reading asks for a look that was written before, so what is read is always written down.';

create function care.broken_looks() returns table (day date, look_id bigint)
language sql stable security definer set search_path = '' as $$
	select date(l.looked_at at time zone 'UTC'), l.id
	from (
		select l.*, lag(l.hash) over (
			partition by date(l.looked_at at time zone 'UTC') order by l.id
		) as hash_before
		from care.looks l
	) l
	where l.previous_hash is distinct from l.hash_before
		or l.hash <> care.look_hash(row(
			l.id, l.looked_at, l.looker_id, l.looker_name, l.role, l.organisation, l.subject, l.what, l.ground,
			l.refused, l.visit, l.previous_hash, l.hash
		)::care.looks);
$$;
revoke execute on function care.broken_looks() from public;
comment on function care.broken_looks() is 'Rows whose chain does not hold: somebody changed a look, or removed or slipped in one before another.';

create function care.close_consents() returns void
language sql volatile security definer set search_path = '' as $$
	update care.consents c set withdrawn_at = private.clock()
	where c.withdrawn_at is null and not exists (
		select from care.relations r
		where r.client_id = c.client_id and r.organisation_id = c.organisation_id
			and (r.ended_on is null or r.ended_on > (private.clock() at time zone 'Europe/Amsterdam')::date)
	);
$$;
revoke execute on function care.close_consents() from public;
comment on function care.close_consents() is
	'A consent ends with the last relation that it was for: support that ended does not come back without a new one.';

-- Who may act ---------------------------------------------------------------------------------------------

create function care.consent_version() returns smallint
language sql immutable set search_path = '' as $$ select 1::smallint $$;
revoke execute on function care.consent_version() from public;
comment on function care.consent_version() is 'Which text of the consent is shown now.';

create function care.today() returns date
language sql stable security definer set search_path = '' as $$
	select private.local_date(private.clock(), 'Europe/Amsterdam');
$$;
revoke execute on function care.today() from public;

create function care.is_active(relation care.relations) returns boolean
language sql stable security definer set search_path = '' as $$
	select relation.started_on <= care.today()
		and (relation.ended_on is null or relation.ended_on > care.today())
		and exists (
			select from care.consents c
			where c.client_id = relation.client_id and c.organisation_id = relation.organisation_id
				and c.withdrawn_at is null
		);
$$;
revoke execute on function care.is_active(care.relations) from public;

create function private.my_care_roles() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return jsonb_build_object(
		'worker', exists (select from care.workers w where w.profile_id = (select auth.uid())),
		'administrator', exists (
			select from care.administrators a where a.profile_id = (select auth.uid())
		),
		'secondFactor', private.has_second_factor()
	);
end;
$$;
revoke execute on function private.my_care_roles() from public;
grant execute on function private.my_care_roles() to authenticated;
comment on function private.my_care_roles() is 'Which pages of care are mine. Told to nobody else.';

create function care.my_name() returns text
language sql stable security definer set search_path = '' as $$
	select coalesce(
		(select w.first_name from care.workers w where w.profile_id = (select auth.uid())),
		(select a.first_name from care.administrators a where a.profile_id = (select auth.uid())),
		private.shown_as((select auth.uid())) ->> 'firstName',
		''
	);
$$;
revoke execute on function care.my_name() from public;

create function care.my_role() returns text
language sql stable security definer set search_path = '' as $$
	select case
		when exists (select from care.workers w where w.profile_id = (select auth.uid()))
			then 'support_worker'
		when exists (select from care.administrators a where a.profile_id = (select auth.uid()))
			then 'care_administrator'
		else 'other'
	end;
$$;
revoke execute on function care.my_role() from public;

create function care.refuse(subject_id uuid, what text, hint text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
	if private.is_exhausted('refused_look', (select auth.uid())::text) then
		raise sqlstate 'PT429' using message = 'too many refused looks', hint = 'too_many_looks';
	end if;
	perform private.note_attempt('refused_look', (select auth.uid())::text);
	perform care.note_look(
		care.my_name(), care.my_role(), null, refuse.subject_id, refuse.what, 'none', true
	);
	return jsonb_build_object('refused', refuse.hint);
end;
$$;
revoke execute on function care.refuse(uuid, text, text) from public;
comment on function care.refuse(uuid, text, text) is
	'Writes down a look that was refused, and answers so: raising would undo the writing.';

insert into private.limits (kind, most, per, exact) values ('refused_look', 30, '1 hour', true);

create function care.has_looked(visit uuid, subject_id uuid, what text) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select from care.looks l join care.subjects s on s.pseudonym = l.subject
		where l.visit = has_looked.visit and l.looker_id = (select auth.uid())
			and s.profile_id = has_looked.subject_id and l.what = has_looked.what and not l.refused
			and l.looked_at > private.clock() - interval '1 minute'
	);
$$;
revoke execute on function care.has_looked(uuid, uuid, text) from public;
comment on function care.has_looked(uuid, uuid, text) is
	'Whether this look at this person was written down, by the asker, within the minute.';

create function care.worker_view(relation care.relations) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.shared_view(
		relation.id, relation.client_id,
		array(select s.sentence_id from care.sentence_shares s where s.relation_id = relation.id),
		relation.sees_balance, relation.sees_next_meetup
	);
$$;
revoke execute on function care.worker_view(care.relations) from public;

-- The worker's pages ----------------------------------------------------------------------------------------

create function care.lock_my_client(relation_id uuid, to_change boolean default false)
returns care.relations
language plpgsql volatile security definer set search_path = '' as $$
declare
	relation care.relations;
begin
	if lock_my_client.to_change then
		perform from care.relations r where r.id = lock_my_client.relation_id for update;
	end if;
	-- Conflicts with the lock of a client who takes something back: no read succeeds after that answer.
	select r.* into relation
	from care.relations r join care.workers w on w.id = r.worker_id
	where r.id = lock_my_client.relation_id and w.profile_id = (select auth.uid())
	for share of r;
	if relation.id is null or not care.is_active(relation) or not private.has_second_factor() then
		return null;
	end if;
	return relation;
end;
$$;
revoke execute on function care.lock_my_client(uuid, boolean) from public;

create function public.begin_look(what text, relation_id uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	visit constant uuid := gen_random_uuid();
	worker care.workers;
	administrator care.administrators;
	relation care.relations;
	subject uuid;
begin
	select * into worker from care.workers w where w.profile_id = (select auth.uid());
	select * into administrator from care.administrators a where a.profile_id = (select auth.uid());
	if begin_look.what = 'plan' then
		relation := care.lock_my_client(begin_look.relation_id);
		select r.client_id into subject from care.relations r where r.id = begin_look.relation_id;
	end if;
	if begin_look.what not in ('list', 'plan', 'relation')
		or (begin_look.what in ('list', 'plan') and worker.id is null)
		or (begin_look.what = 'relation' and administrator.profile_id is null)
	then
		return care.refuse(subject, 'list', 'not_found');
	elsif not private.has_second_factor() then
		return care.refuse(subject, begin_look.what, 'second_factor_needed');
	elsif begin_look.what = 'plan' and relation.id is null then
		return care.refuse(subject, 'plan', 'not_found');
	end if;
	perform care.note_look(
		coalesce(worker.first_name, administrator.first_name),
		case begin_look.what when 'relation' then 'care_administrator' else 'support_worker' end,
		o.name, r.client_id, begin_look.what,
		case begin_look.what when 'relation' then 'agreement' else 'consent' end, false, visit
	)
	from care.relations r join care.organisations o on o.id = r.organisation_id
	where case begin_look.what
		when 'plan' then r.id = relation.id
		when 'list' then r.worker_id = worker.id and care.is_active(r)
		else r.organisation_id = administrator.organisation_id
			and (r.ended_on is null or r.ended_on > care.today())
	end;
	return jsonb_build_object('visit', visit);
end;
$$;
revoke execute on function public.begin_look(text, uuid) from public;
grant execute on function public.begin_look(text, uuid) to authenticated;
comment on function public.begin_look(text, uuid) is
	'Writes down that I look, and is answered before I see anything: a fault on the way back cannot undo it.';

create function public.clients_page(visit uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	me care.workers;
	relation care.relations;
	view jsonb;
	clients jsonb := '[]';
begin
	select * into me from care.workers w where w.profile_id = (select auth.uid());
	if me.id is null then
		return care.refuse(null, 'list', 'not_found');
	elsif not private.has_second_factor() then
		return care.refuse(null, 'list', 'second_factor_needed');
	end if;
	for relation in
		select r.* from care.relations r
		where r.worker_id = me.id and care.is_active(r) order by r.started_on, r.id for share
	loop
		continue when not care.has_looked(clients_page.visit, relation.client_id, 'list');
		view := care.worker_view(relation);
		clients := clients || jsonb_build_object(
			'id', relation.id, 'person', view -> 'person', 'callAskedAt', relation.call_asked_at,
			'nextMeetup', view -> 'nextMeetup', 'balance', view -> 'balance',
			'changedAt', greatest(
				relation.shared_at,
				(view -> 'balance' ->> 'setAt')::timestamptz,
				(
					select max((sentence ->> 'writtenAt')::timestamptz)
					from jsonb_array_elements(view -> 'goals') goal, jsonb_array_elements(goal) sentence
				)
			)
		);
	end loop;
	return jsonb_build_object(
		'firstName', me.first_name,
		'organisation', (select o.name from care.organisations o where o.id = me.organisation_id),
		'clients', clients
	);
end;
$$;
revoke execute on function public.clients_page(uuid) from public;
grant execute on function public.clients_page(uuid) to authenticated;
comment on function public.clients_page(uuid) is
	'A worker''s own clients, of each what that client shares; only those of a look that was written down.';

create function public.client_page(relation_id uuid, visit uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	relation constant care.relations := care.lock_my_client(client_page.relation_id);
begin
	if relation.id is null or not care.has_looked(client_page.visit, relation.client_id, 'plan') then
		return care.refuse(
			(select r.client_id from care.relations r where r.id = client_page.relation_id), 'plan',
			case
				when care.my_role() = 'support_worker' and not private.has_second_factor()
					then 'second_factor_needed'
				else 'not_found'
			end
		);
	end if;
	return care.worker_view(relation) || jsonb_build_object(
		'id', relation.id, 'since', relation.started_on, 'telephone', relation.client_telephone,
		'callAskedAt', relation.call_asked_at
	);
end;
$$;
revoke execute on function public.client_page(uuid, uuid) from public;
grant execute on function public.client_page(uuid, uuid) to authenticated;
comment on function public.client_page(uuid, uuid) is
	'What one client lets their own worker read, now; only after a look that was written down.';

create function public.client_called(relation_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	relation constant care.relations := care.lock_my_client(client_called.relation_id, true);
begin
	if relation.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	update care.relations r set call_asked_at = null where r.id = relation.id;
end;
$$;
revoke execute on function public.client_called(uuid) from public;
grant execute on function public.client_called(uuid) to authenticated;

-- The administrator's page ------------------------------------------------------------------------------------

create function care.my_administration() returns care.administrators
language plpgsql stable security definer set search_path = '' as $$
declare
	me care.administrators;
begin
	select * into me from care.administrators a where a.profile_id = (select auth.uid());
	if me.profile_id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif not private.has_second_factor() then
		raise sqlstate 'PT403' using message = 'second factor', hint = 'second_factor_needed';
	end if;
	return me;
end;
$$;
revoke execute on function care.my_administration() from public;

create function care.my_relation(relation_id uuid) returns care.relations
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant care.administrators := care.my_administration();
	relation care.relations;
begin
	select * into relation from care.relations r
	where r.id = my_relation.relation_id and r.organisation_id = me.organisation_id for update;
	if relation.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return relation;
end;
$$;
revoke execute on function care.my_relation(uuid) from public;

create function public.relations_page(visit uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	me care.administrators;
	organisation text;
	relation record;
	relations jsonb := '[]';
begin
	select * into me from care.administrators a where a.profile_id = (select auth.uid());
	if me.profile_id is null then
		return care.refuse(null, 'relation', 'not_found');
	elsif not private.has_second_factor() then
		return care.refuse(null, 'relation', 'second_factor_needed');
	end if;
	select o.name into organisation from care.organisations o where o.id = me.organisation_id;
	for relation in
		select r.* from care.relations r
		where r.organisation_id = me.organisation_id
			and (r.ended_on is null or r.ended_on > care.today())
		order by r.started_on, r.id
	loop
		continue when not care.has_looked(relations_page.visit, relation.client_id, 'relation');
		relations := relations || jsonb_build_object(
			'id', relation.id, 'person', private.shown_as(relation.client_id),
			'workerId', relation.worker_id, 'startedOn', relation.started_on, 'endedOn', relation.ended_on
		);
	end loop;
	return jsonb_build_object(
		'firstName', me.first_name, 'organisation', organisation, 'today', care.today(),
		'workers', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', w.id, 'firstName', w.first_name, 'face', w.face
			) order by w.first_name, w.id), '[]')
			from care.workers w where w.organisation_id = me.organisation_id
		),
		'relations', relations
	);
end;
$$;
revoke execute on function public.relations_page(uuid) from public;
grant execute on function public.relations_page(uuid) to authenticated;
comment on function public.relations_page(uuid) is
	'Who supports whom in the administrator''s own organisation, and nothing that residents write; only those of a look that was written down.';

create function public.invite_client(worker_id uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant care.administrators := care.my_administration();
	code constant text := private.eight_digits();
begin
	if private.is_exhausted('invite_client', me.profile_id::text) then
		raise sqlstate 'PT429' using message = 'too many codes', hint = 'too_many_client_codes';
	end if;
	insert into care.invitations (worker_id, code_hash, made_at, expires_at)
	select
		w.id, private.keyed_hash('circle:' || code), private.clock(), private.clock() + interval '30 days'
	from care.workers w
	where w.id = invite_client.worker_id and w.organisation_id = me.organisation_id;
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.note_attempt('invite_client', me.profile_id::text);
	return code;
end;
$$;
revoke execute on function public.invite_client(uuid) from public;
grant execute on function public.invite_client(uuid) to authenticated;
comment on function public.invite_client(uuid) is
	'A code of 8 digits, told this once. Who types it and agrees gets this worker; the administrator never picks from residents. Twenty an hour.';

insert into private.limits (kind, most, per, exact) values ('invite_client', 20, '1 hour', true);

create function public.end_relation(relation_id uuid, on_day date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	relation constant care.relations := care.my_relation(end_relation.relation_id);
begin
	if end_relation.on_day < care.today() or end_relation.on_day > care.today() + 366 then
		raise sqlstate 'PT422' using message = 'today or later', hint = 'not_that_far';
	end if;
	-- What has ended stays ended: a later day would let the worker in again.
	update care.relations r set ended_on = greatest(end_relation.on_day, r.started_on)
	where r.id = relation.id and (r.ended_on is null or r.ended_on > care.today());
	if found then
		-- A code does not say for whom it is: one that lies about would begin anew what is ended here.
		delete from care.invitations i where i.worker_id = relation.worker_id;
	end if;
end;
$$;
revoke execute on function public.end_relation(uuid, date) from public;
grant execute on function public.end_relation(uuid, date) to authenticated;
comment on function public.end_relation(uuid, date) is
	'Support ends on a day. Codes of that worker that nobody used yet lapse.';

create function public.replace_worker(worker_id uuid, by_worker_id uuid, from_day date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant care.administrators := care.my_administration();
begin
	if replace_worker.from_day < care.today() or replace_worker.from_day > care.today() + 366 then
		raise sqlstate 'PT422' using message = 'today or later', hint = 'not_that_far';
	elsif replace_worker.worker_id = replace_worker.by_worker_id or (
		select count(*) from care.workers w
		where w.organisation_id = me.organisation_id
			and w.id in (replace_worker.worker_id, replace_worker.by_worker_id)
	) <> 2 then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	-- First, so that who just used one is among those who get another worker.
	delete from care.invitations i where i.worker_id = replace_worker.worker_id;
	with going as (
		select r.id, r.ended_on as planned_end from care.relations r
		where r.worker_id = replace_worker.worker_id and r.organisation_id = me.organisation_id
			and (r.ended_on is null or r.ended_on > replace_worker.from_day)
		order by r.id for update
	), ended as (
		update care.relations r set ended_on = greatest(replace_worker.from_day, r.started_on)
		from going g where r.id = g.id
		returning r.*, g.planned_end
	)
	insert into care.relations (
		client_id, worker_id, organisation_id, started_on, ended_on, replaces_id
	)
	select e.client_id, replace_worker.by_worker_id, e.organisation_id, e.ended_on, e.planned_end, e.id
	from ended e
	where (e.planned_end is null or e.planned_end > e.ended_on) and not exists (
		select from care.relations r
		where r.client_id = e.client_id and r.worker_id = replace_worker.by_worker_id
			and (r.ended_on is null or r.ended_on > e.ended_on)
	);
end;
$$;
revoke execute on function public.replace_worker(uuid, uuid, date) from public;
grant execute on function public.replace_worker(uuid, uuid, date) to authenticated;
comment on function public.replace_worker(uuid, uuid, date) is
	'From a day on another worker takes over. The new one sees nothing until the client says so. Codes of the old one that nobody used yet lapse.';

-- What everybody can do: whom I have beside me ----------------------------------------------------------------

create function private.my_workers() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', r.id, 'firstName', w.first_name, 'face', w.face, 'telephone', w.telephone,
			'email', w.email, 'organisation', o.name, 'startedOn', r.started_on, 'endedOn', r.ended_on,
			'active', care.is_active(r), 'consentGivenAt', c.given_at, 'consentVersion', c.version,
			'seesBalance', r.sees_balance, 'seesNextMeetup', r.sees_next_meetup,
			'clientTelephone', r.client_telephone, 'callAskedAt', r.call_asked_at,
			'replaces', (
				select p.first_name
				from care.relations b join care.workers p on p.id = b.worker_id
				where b.id = r.replaces_id and r.shared_at is null
			)
		) order by r.started_on, r.id), '[]')
		from care.relations r
		join care.workers w on w.id = r.worker_id
		join care.organisations o on o.id = r.organisation_id
		join care.consents c on c.client_id = r.client_id and c.organisation_id = r.organisation_id
			and c.withdrawn_at is null
		where r.client_id = (select auth.uid()) and (r.ended_on is null or r.ended_on > care.today())
	);
end;
$$;
revoke execute on function private.my_workers() from public;
grant execute on function private.my_workers() to authenticated;
comment on function private.my_workers() is 'Who supports me from an organisation, for my own eyes. Empty for most.';

create function private.my_worker_shares() returns table (sentence_id uuid, reader_id uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select s.sentence_id, s.relation_id
		from care.relations r
		join care.sentence_shares s on s.relation_id = r.id and s.client_id = r.client_id
		where r.client_id = (select auth.uid()) and (r.ended_on is null or r.ended_on > care.today());
end;
$$;
revoke execute on function private.my_worker_shares() from public;
grant execute on function private.my_worker_shares() to authenticated;

create function private.my_proposals() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(
			p.person || jsonb_build_object('id', p.id, 'kind', p.kind, 'goalId', p.goal_id, 'words', p.words)
			order by p.proposed_at, p.id
		), '[]')
		from (
			select p.*, private.shown_supporter(s) as person
			from public.supporters s join private.proposals p on p.supporter_id = s.id
			where s.owner_id = (select auth.uid())
			union all
			select p.*, jsonb_build_object('firstName', w.first_name, 'face', w.face)
			from care.relations r
			join care.proposals p on p.relation_id = r.id
			join care.workers w on w.id = r.worker_id
			where r.client_id = (select auth.uid()) and care.is_active(r)
		) p
	);
end;
$$;
revoke execute on function private.my_proposals() from public;
grant execute on function private.my_proposals() to authenticated;
comment on function private.my_proposals() is
	'What somebody of my circle proposes to me, whoever they are.';

create function private.lock_my_worker(relation_id uuid) returns care.relations
language plpgsql volatile security definer set search_path = '' as $$
declare
	relation care.relations;
begin
	select * into relation from care.relations r
	where r.id = lock_my_worker.relation_id and r.client_id = (select auth.uid())
		and (r.ended_on is null or r.ended_on > care.today())
	for update;
	return relation;
end;
$$;
revoke execute on function private.lock_my_worker(uuid) from public;

create function public.set_reader(sentence_id uuid, reader_id uuid, reads boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	supporter constant public.supporters := private.lock_my_supporter(set_reader.reader_id);
	relation constant care.relations := private.lock_my_worker(set_reader.reader_id);
begin
	if (supporter.id is null and relation.id is null) or not exists (
		select from public.goal_sentences s where s.id = set_reader.sentence_id and s.owner_id = me
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	delete from public.sentence_shares s
	where s.sentence_id = set_reader.sentence_id and s.supporter_id = supporter.id;
	delete from care.sentence_shares s
	where s.sentence_id = set_reader.sentence_id and s.relation_id = relation.id;
	if not set_reader.reads then
		return;
	elsif supporter.id is not null then
		insert into public.sentence_shares (owner_id, sentence_id, supporter_id, shared_at)
		values (me, set_reader.sentence_id, supporter.id, private.clock());
	else
		insert into care.sentence_shares (relation_id, client_id, sentence_id)
		values (relation.id, me, set_reader.sentence_id);
		update care.relations r set shared_at = private.clock() where r.id = relation.id;
	end if;
end;
$$;
revoke execute on function public.set_reader(uuid, uuid, boolean) from public;
grant execute on function public.set_reader(uuid, uuid, boolean) to authenticated;
comment on function public.set_reader(uuid, uuid, boolean) is
	'Lets a reader of my circle read one sentence, or takes it back: from the answer on no read shows it.';

create function public.set_view(reader_id uuid, what text, sees boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	supporter constant public.supporters := private.lock_my_supporter(set_view.reader_id);
	relation constant care.relations := private.lock_my_worker(set_view.reader_id);
begin
	if (supporter.id is null and relation.id is null)
		or set_view.what not in ('balance', 'next_meetup')
	then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	update public.supporters s set
		sees_balance = case set_view.what when 'balance' then set_view.sees else s.sees_balance end,
		sees_next_meetup = case set_view.what when 'next_meetup' then set_view.sees else s.sees_next_meetup end
	where s.id = supporter.id;
	update care.relations r set
		sees_balance = case set_view.what when 'balance' then set_view.sees else r.sees_balance end,
		sees_next_meetup = case set_view.what when 'next_meetup' then set_view.sees else r.sees_next_meetup end,
		shared_at = case when set_view.sees then private.clock() else r.shared_at end
	where r.id = relation.id;
end;
$$;
revoke execute on function public.set_view(uuid, text, boolean) from public;
grant execute on function public.set_view(uuid, text, boolean) to authenticated;
comment on function public.set_view(uuid, text, boolean) is
	'Lets a reader of my circle see my balance or my next meetup, or takes it back.';

create function public.ask_call(reader_id uuid, asked boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	supporter constant public.supporters := private.lock_my_supporter(ask_call.reader_id);
	relation constant care.relations := private.lock_my_worker(ask_call.reader_id);
	moment constant timestamptz := case when ask_call.asked then private.clock() end;
begin
	if supporter.id is null and relation.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	update public.supporters s set call_asked_at = moment where s.id = supporter.id;
	update care.relations r set call_asked_at = moment where r.id = relation.id;
end;
$$;
revoke execute on function public.ask_call(uuid, boolean) from public;
grant execute on function public.ask_call(uuid, boolean) to authenticated;
comment on function public.ask_call(uuid, boolean) is 'Asks somebody of my circle to ring me, or takes that back.';

create function public.seen_by(reader_id uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	supporter constant public.supporters := private.lock_my_supporter(seen_by.reader_id);
	relation constant care.relations := private.lock_my_worker(seen_by.reader_id);
begin
	return case
		when supporter.id is not null then
			private.supporter_view(supporter) || jsonb_build_object('reader', private.shown_supporter(supporter))
		when relation.id is not null then
			care.worker_view(relation) || jsonb_build_object('reader', (
				select jsonb_build_object('firstName', w.first_name, 'face', w.face)
				from care.workers w where w.id = relation.worker_id
			))
	end;
end;
$$;
revoke execute on function public.seen_by(uuid) from public;
grant execute on function public.seen_by(uuid) to authenticated;
comment on function public.seen_by(uuid) is
	'Exactly what somebody of my circle reads of me: made by the same function as their own page. Null: nobody of mine.';

create function public.set_client_telephone(relation_id uuid, telephone text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	relation constant care.relations := private.lock_my_worker(set_client_telephone.relation_id);
begin
	if relation.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	update care.relations r set client_telephone = set_client_telephone.telephone where r.id = relation.id;
end;
$$;
revoke execute on function public.set_client_telephone(uuid, text) from public;
grant execute on function public.set_client_telephone(uuid, text) to authenticated;

create function public.share_likewise(relation_id uuid, agreed boolean) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
	relation constant care.relations := private.lock_my_worker(share_likewise.relation_id);
begin
	if relation.id is null or relation.replaces_id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	-- What the client answered, or chose to share since, a second tap does not undo.
	elsif relation.shared_at is not null then
		return false;
	end if;
	if share_likewise.agreed then
		insert into care.sentence_shares (relation_id, client_id, sentence_id)
		select relation.id, s.client_id, s.sentence_id
		from care.sentence_shares s where s.relation_id = relation.replaces_id
		on conflict do nothing;
		update care.relations r set
			sees_balance = b.sees_balance, sees_next_meetup = b.sees_next_meetup,
			client_telephone = b.client_telephone
		from care.relations b where r.id = relation.id and b.id = relation.replaces_id;
	end if;
	update care.relations r set shared_at = private.clock() where r.id = relation.id;
	return true;
end;
$$;
revoke execute on function public.share_likewise(uuid, boolean) from public;
grant execute on function public.share_likewise(uuid, boolean) to authenticated;
comment on function public.share_likewise(uuid, boolean) is
	'Lets a worker who took over read what the one before them read, or not. Asked once; false: it was answered already.';

create function public.withdraw_consent(relation_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	relation care.relations;
begin
	-- Agreeing takes this lock too: of the two, one comes after the other.
	perform from public.profiles p where p.id = (select auth.uid()) for no key update;
	-- Also by a relation that ended meanwhile: what somebody wants to stop is the support.
	select * into relation from care.relations r
	where r.id = withdraw_consent.relation_id and r.client_id = (select auth.uid());
	if relation.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform from care.relations r
	where r.client_id = relation.client_id and r.organisation_id = relation.organisation_id
	order by r.id for update;
	update care.consents c set withdrawn_at = private.clock()
	where c.client_id = relation.client_id and c.organisation_id = relation.organisation_id
		and c.withdrawn_at is null;
	delete from care.relations r
	where r.client_id = relation.client_id and r.organisation_id = relation.organisation_id
		and r.started_on > care.today();
	update care.relations r set
		ended_on = care.today(), client_telephone = null, call_asked_at = null,
		sees_balance = false, sees_next_meetup = false
	where r.client_id = relation.client_id and r.organisation_id = relation.organisation_id
		and (r.ended_on is null or r.ended_on > care.today());
	delete from care.sentence_shares s using care.relations r
	where r.id = s.relation_id and r.client_id = relation.client_id
		and r.organisation_id = relation.organisation_id;
	delete from care.proposals p using care.relations r
	where r.id = p.relation_id and r.client_id = relation.client_id
		and r.organisation_id = relation.organisation_id;
end;
$$;
revoke execute on function public.withdraw_consent(uuid) from public;
grant execute on function public.withdraw_consent(uuid) to authenticated;
comment on function public.withdraw_consent(uuid) is
	'Ends support by an organisation at once: from the answer on its workers read nothing. Plan, groups and supporters stay.';

create function public.propose_sentence(
	reader_id uuid, goal_id uuid, kind public.sentence_kind, words text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	supporter constant public.supporters := private.lock_whom_i_support(propose_sentence.reader_id);
	relation constant care.relations := care.lock_my_client(propose_sentence.reader_id, true);
	goal constant uuid := private.shared_goal(
		propose_sentence.reader_id, coalesce(supporter.owner_id, relation.client_id),
		array(
			select s.sentence_id from public.sentence_shares s where s.supporter_id = supporter.id
			union all
			select s.sentence_id from care.sentence_shares s where s.relation_id = relation.id
		),
		propose_sentence.goal_id
	);
begin
	if (supporter.id is null and relation.id is null)
		or (propose_sentence.goal_id is not null and goal is null)
	then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif (
		select count(*)
		from (
			select p.* from private.proposals p where p.supporter_id = supporter.id
			union all
			select p.* from care.proposals p where p.relation_id = relation.id
		) p
		where (p.goal_id, p.kind, p.words) is distinct from
			(goal, propose_sentence.kind, propose_sentence.words)
	) >= 5 then
		raise sqlstate 'PT409' using message = 'five are open', hint = 'too_many_proposals';
	end if;
	insert into private.proposals (supporter_id, goal_id, kind, words, proposed_at)
	select supporter.id, goal, propose_sentence.kind, propose_sentence.words, private.clock()
	where supporter.id is not null
	on conflict do nothing;
	insert into care.proposals (relation_id, goal_id, kind, words, proposed_at)
	select relation.id, goal, propose_sentence.kind, propose_sentence.words, private.clock()
	where relation.id is not null
	on conflict do nothing;
end;
$$;
revoke execute on function public.propose_sentence(uuid, uuid, public.sentence_kind, text) from public;
grant execute on function public.propose_sentence(uuid, uuid, public.sentence_kind, text) to authenticated;
comment on function public.propose_sentence(uuid, uuid, public.sentence_kind, text) is
	'Proposes a sentence or a step to whom I support, beside a goal of which I read something. The owner decides. Twice proposes once.';

create function public.answer_proposal(id uuid, sentence_id uuid, accept boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	proposal record;
begin
	with by_supporter as (
		delete from private.proposals p using public.supporters s
		where p.id = answer_proposal.id and s.id = p.supporter_id and s.owner_id = (select auth.uid())
		returning p.*
	), by_worker as (
		delete from care.proposals p using care.relations r
		where p.id = answer_proposal.id and r.id = p.relation_id and r.client_id = (select auth.uid())
		returning p.*
	)
	select * into proposal
	from (select * from by_supporter union all select * from by_worker) p;
	if proposal.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif not answer_proposal.accept then
		return;
	elsif proposal.kind = 'want' then
		perform public.start_goal(
			answer_proposal.sentence_id, proposal.words, null, private.my_today(), private.my_today() + 56
		);
	else
		perform public.write_sentence(
			answer_proposal.sentence_id, proposal.goal_id, proposal.kind, proposal.words
		);
	end if;
end;
$$;
revoke execute on function public.answer_proposal(uuid, uuid, boolean) from public;
grant execute on function public.answer_proposal(uuid, uuid, boolean) to authenticated;
comment on function public.answer_proposal(uuid, uuid, boolean) is
	'Makes a proposed sentence mine, read by nobody else, or lets it go. Who proposed it is not told which.';

-- A code for the circle -----------------------------------------------------------------------------------------

create function private.match_supporter_code(code text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	hashed constant bytea := private.keyed_hash('circle:' || match_supporter_code.code);
	matched uuid;
begin
	select c.supporter_id into matched
	from private.supporter_codes c join public.supporters s on s.id = c.supporter_id
	where c.code_hash = hashed and c.expires_at > private.clock()
		and s.owner_id is distinct from (select auth.uid())
	for update of c;
	return matched;
end;
$$;
revoke execute on function private.match_supporter_code(text) from public;
comment on function private.match_supporter_code(text) is
	'Whose question for support a code answers, or null alike for unknown, used, expired and one''s own.';

create function private.find_circle_code(code text, address text)
returns table (supporter_id uuid, invitation_id uuid)
language plpgsql volatile security definer set search_path = '' as $$
declare
	hashed constant bytea := private.keyed_hash('circle:' || find_circle_code.code);
begin
	perform private.stop_guessing(find_circle_code.address);
	supporter_id := private.match_supporter_code(find_circle_code.code);
	select i.id into invitation_id
	from care.invitations i join care.workers w on w.id = i.worker_id
	where i.code_hash = hashed and i.expires_at > private.clock()
		and w.profile_id is distinct from (select auth.uid())
	for update of i;
	if supporter_id is null and invitation_id is null then
		perform private.note_wrong_code(find_circle_code.address);
	end if;
	return next;
end;
$$;
revoke execute on function private.find_circle_code(text, text) from public;

create function public.look_up_circle_code(code text, address text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	found_code record;
begin
	select * into found_code
	from private.find_circle_code(look_up_circle_code.code, look_up_circle_code.address);
	return case
		when found_code.supporter_id is not null then (
			select jsonb_build_object('kind', 'supporter', 'person', private.shown_as(s.owner_id))
			from public.supporters s where s.id = found_code.supporter_id
		)
		when found_code.invitation_id is not null then (
			select jsonb_build_object(
				'kind', 'worker', 'organisation', o.name, 'version', care.consent_version(),
				'person', jsonb_build_object('firstName', w.first_name, 'face', w.face)
			)
			from care.invitations i
			join care.workers w on w.id = i.worker_id
			join care.organisations o on o.id = w.organisation_id
			where i.id = found_code.invitation_id
		)
	end;
end;
$$;
revoke execute on function public.look_up_circle_code(text, text) from public;
grant execute on function public.look_up_circle_code(text, text) to authenticated;
comment on function public.look_up_circle_code(text, text) is
	'Whom a code for the circle is about, before agreeing. Null alike for unknown, used, expired and one''s own.';

create function public.accept_circle_code(
	code text, address text, consent_version integer default null
) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	found_code record;
	worker care.workers;
begin
	insert into public.profiles (id) values (me) on conflict do nothing;
	perform from public.profiles p where p.id = me for no key update;
	select * into found_code
	from private.find_circle_code(accept_circle_code.code, accept_circle_code.address);
	if found_code.supporter_id is not null then
		delete from private.supporter_codes c where c.supporter_id = found_code.supporter_id;
		-- Who was asked already, by name, answers that question with the code.
		delete from public.supporters s using public.supporters new
		where new.id = found_code.supporter_id and s.owner_id = new.owner_id and s.supporter_id = me;
		update public.supporters s set supporter_id = me, accepted_at = private.clock()
		where s.id = found_code.supporter_id;
		return 'supporter';
	elsif found_code.invitation_id is not null then
		if accept_circle_code.consent_version is distinct from care.consent_version() then
			raise sqlstate 'PT409' using message = 'another text was read', hint = 'consent_changed';
		end if;
		delete from care.invitations i using care.workers w
		where i.id = found_code.invitation_id and w.id = i.worker_id returning w.* into worker;
		insert into care.consents (client_id, organisation_id, version, given_at)
		values (me, worker.organisation_id, accept_circle_code.consent_version, private.clock())
		on conflict (client_id, organisation_id) where withdrawn_at is null do nothing;
		if found then
			-- A new consent is for this worker: nothing from before comes back to life with it.
			update care.relations r set ended_on = greatest(care.today(), r.started_on)
			where r.client_id = me and r.organisation_id = worker.organisation_id
				and (r.ended_on is null or r.ended_on > care.today());
		end if;
		insert into care.relations (client_id, worker_id, organisation_id, started_on)
		select me, worker.id, worker.organisation_id, care.today()
		where not exists (
			select from care.relations r
			where r.client_id = me and r.worker_id = worker.id
				and (r.ended_on is null or r.ended_on > care.today())
		);
		return 'worker';
	end if;
	return null;
end;
$$;
revoke execute on function public.accept_circle_code(text, text, integer) from public;
grant execute on function public.accept_circle_code(text, text, integer) to authenticated;
comment on function public.accept_circle_code(text, text, integer) is
	'Agrees to what the code stands for: to support somebody, or to be supported, by the text that was read; 409 when there is another by now. Works once. Null: the code does not work.';

create function public.my_looks() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'lookedAt', l.last_at, 'times', l.times, 'firstName', l.looker_name, 'role', l.role,
			'organisation', l.organisation, 'what', l.what, 'ground', l.ground, 'refused', l.refused
		) order by l.last_at desc, l.last_id desc), '[]')
		from (
			select
				l.looker_name, l.role, l.organisation, l.what, l.ground, l.refused,
				max(l.looked_at) as last_at, max(l.id) as last_id, count(*) as times
			from care.looks l
			where l.subject = (
				select s.pseudonym from care.subjects s where s.profile_id = (select auth.uid())
			)
			-- By day: who looks often cannot push others off the page.
			group by private.local_date(l.looked_at, 'Europe/Amsterdam'),
				l.looker_id, l.looker_name, l.role, l.organisation, l.what, l.ground, l.refused
			order by max(l.id) desc limit 500
		) l
	);
end;
$$;
revoke execute on function public.my_looks() from public;
grant execute on function public.my_looks() to authenticated;
comment on function public.my_looks() is 'Who looked at what of me, by day, newest first. Empty for most; the same page for all.';
