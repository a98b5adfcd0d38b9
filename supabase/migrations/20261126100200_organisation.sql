-- The organisation: who opens neighbourhoods, appoints who works there and ends that, and looks after
-- the codes on paper. It sees no resident. What it does is written down in the same transaction.

create table public.organisers (
	id uuid primary key default gen_random_uuid(),
	profile_id uuid not null unique references public.profiles (id) on delete cascade,
	first_name text not null check (
		char_length(first_name) between 1 and 40 and first_name = btrim(first_name)
		and first_name !~ '[[:cntrl:]]'
	)
);

create table private.appointments (
	id uuid primary key,
	-- Of the link, with the key of the installation: the link itself is kept nowhere.
	nonce uuid not null default gen_random_uuid(),
	role text not null check (role in ('organiser', 'facilitator', 'contact_person', 'stand_in')),
	neighbourhood_id uuid references public.neighbourhoods (id) on delete cascade,
	first_name text not null check (
		char_length(first_name) between 1 and 40 and first_name = btrim(first_name)
		and first_name !~ '[[:cntrl:]]'
	),
	email text not null check (char_length(email) between 3 and 254 and email = lower(email)),
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	-- Who asks no more for the organisation has asked nobody. None: the first of all, asked in SQL.
	invited_by uuid references public.organisers (id) on delete cascade,
	invited_at timestamptz not null,
	expires_at timestamptz not null,
	check ((role = 'organiser') = (neighbourhood_id is null)),
	check (role in ('contact_person', 'stand_in') or telephone is null),
	unique nulls not distinct (neighbourhood_id, role, email)
);
create unique index appointments_one_at_a_time on private.appointments (neighbourhood_id, role)
	where role in ('contact_person', 'stand_in');
create index appointments_invited_by on private.appointments (invited_by);
create index appointments_email on private.appointments (email);

create table private.organisation_acts (
	id bigint generated always as identity primary key,
	act text not null check (act in (
		'opened', 'changed', 'closed', 'invited', 'withdrawn', 'appointed', 'ended', 'poster_made',
		'card_made', 'code_revoked', 'mail_retried'
	)),
	role text check (role in ('organiser', 'facilitator', 'contact_person', 'stand_in')),
	neighbourhood_id uuid references public.neighbourhoods (id) on delete set null,
	neighbourhood_name text,
	actor_id uuid references public.profiles (id) on delete set null,
	actor_name text,
	person_id uuid references public.profiles (id) on delete set null,
	person_name text,
	acted_at timestamptz not null
);
create index organisation_acts_neighbourhood_id on private.organisation_acts (neighbourhood_id);
create index organisation_acts_actor_id on private.organisation_acts (actor_id);
create index organisation_acts_person_id on private.organisation_acts (person_id);
create index organisation_acts_acted_at on private.organisation_acts (acted_at);

alter table public.neighbourhoods
	add column centre_name text check (
		char_length(centre_name) between 1 and 60 and centre_name = btrim(centre_name)
		and centre_name !~ '[[:cntrl:]]'
	),
	add column centre_address text check (
		char_length(centre_address) between 1 and 120 and centre_address = btrim(centre_address)
		and centre_address !~ '[[:cntrl:]]'
	),
	add check (centre_name is not null or centre_address is null);

alter table private.invite_codes
	add column made_by text check (made_by in (
		'organiser', 'facilitator', 'contact_person', 'stand_in', 'resident'
	));

alter table public.organisers enable row level security;
alter table public.organisers force row level security;
alter table private.appointments enable row level security;
alter table private.appointments force row level security;
alter table private.organisation_acts enable row level security;
alter table private.organisation_acts force row level security;

grant select (centre_name, centre_address) on public.neighbourhoods to anon, authenticated;

comment on table public.organisers is
	'Who rules the installation for the organisation. Seen by each other. Ground: agreement. Term: as long as they do that, at most as long as the account.';
comment on table private.appointments is
	'Who was asked by mail to take a role: name, address, and telephone of a contact person. Seen by the organisation. Ground: agreement. Term: until it is answered or taken back, at most thirty days.';
comment on table private.organisation_acts is
	'What the organisation did, such as who got or lost which role. Seen by it and by whom it is about; only grows, without the name of who erased their account. Ground: legitimate interest. Term: two years.';
comment on column public.neighbourhoods.centre_name is
	'The community centre: where a group meets unless it says otherwise, and where a first poster leads.';
comment on column private.invite_codes.made_by is
	'In which role somebody made it, never who. Null: in SQL.';

insert into private.retention (table_name, ground, term, expired) values
	('private.appointments', 'who was asked to take a role has time to answer', '30 days',
		'invited_at < $1'),
	('private.organisation_acts', 'who got or lost a role may ask who decided that', '2 years',
		'acted_at < $1');
insert into private.limits (kind, most, per, exact) values ('appointment', 50, '1 day', true);

-- The log -------------------------------------------------------------------------------------------

create function private.tg_organisation_acts__append_only() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	if tg_op = 'DELETE' and old.acted_at < private.clock() - interval '2 years' then
		return old;
	elsif tg_op = 'UPDATE' and (
		(new.actor_id is null and old.actor_id is not null)
		or (new.person_id is null and old.person_id is not null)
		or (new.neighbourhood_id is null and old.neighbourhood_id is not null)
	) then
		-- An account or a neighbourhood went: of the account its name goes too, and nothing else moves.
		old.neighbourhood_id := new.neighbourhood_id;
		if new.actor_id is null and old.actor_id is not null then
			old.actor_id := null;
			old.actor_name := null;
		end if;
		if new.person_id is null and old.person_id is not null then
			old.person_id := null;
			old.person_name := null;
		end if;
		return old;
	end if;
	raise exception 'the log of the organisation only grows';
end;
$$;
revoke execute on function private.tg_organisation_acts__append_only() from public;
create trigger append_only before update or delete on private.organisation_acts
	for each row execute function private.tg_organisation_acts__append_only();
create trigger never_emptied before truncate on private.organisation_acts
	for each statement execute function private.tg_organisation_acts__append_only();

create function private.note_act(
	act text, neighbourhood_id uuid, actor public.organisers, role text default null,
	person_id uuid default null, person_name text default null
) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.organisation_acts (
		act, role, neighbourhood_id, neighbourhood_name, actor_id, actor_name, person_id, person_name,
		acted_at
	) values (
		note_act.act, note_act.role, note_act.neighbourhood_id,
		(select n.name from public.neighbourhoods n where n.id = note_act.neighbourhood_id),
		(note_act.actor).profile_id, (note_act.actor).first_name, note_act.person_id,
		note_act.person_name, private.clock()
	);
$$;
revoke execute on function private.note_act(text, uuid, public.organisers, text, uuid, text) from public;
comment on function private.note_act(text, uuid, public.organisers, text, uuid, text) is
	'Writes down what the organisation did, in the transaction that does it. actor null: asked in SQL.';

create function private.act_lines(acts private.organisation_acts[]) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'act', a.act, 'role', a.role, 'neighbourhoodName', a.neighbourhood_name,
		'actorName', a.actor_name, 'personName', a.person_name, 'actedAt', a.acted_at
	) order by a.id desc), '[]')
	from unnest(act_lines.acts) a;
$$;
revoke execute on function private.act_lines(private.organisation_acts[]) from public;

create function private.my_acts() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return private.act_lines(array(
		select a from private.organisation_acts a
		where a.person_id = (select auth.uid()) order by a.id desc limit 50
	));
end;
$$;
revoke execute on function private.my_acts() from public;
grant execute on function private.my_acts() to authenticated;
comment on function private.my_acts() is 'Which roles I got and lost, when, and by whom.';

-- Who may ---------------------------------------------------------------------------------------------

create function private.am_organiser() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from public.organisers o where o.profile_id = (select auth.uid()));
end;
$$;
revoke execute on function private.am_organiser() from public;
grant execute on function private.am_organiser() to authenticated;

create function private.require_organiser() returns public.organisers
language plpgsql stable security definer set search_path = '' as $$
declare
	me public.organisers;
begin
	select * into me from public.organisers o where o.profile_id = (select auth.uid());
	if me.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif not private.has_second_factor() then
		raise sqlstate 'PT403' using message = 'second factor', hint = 'second_factor_needed';
	end if;
	return me;
end;
$$;
revoke execute on function private.require_organiser() from public;
comment on function private.require_organiser() is
	'Who asks, when that is an organiser whose session has a second factor; refuses all others.';

create function private.lock_organisation() returns void
language sql volatile set search_path = '' as $$
	select pg_advisory_xact_lock(hashtextextended('organisation', 0));
$$;
revoke execute on function private.lock_organisation() from public;
comment on function private.lock_organisation() is
	'Acts of the organisation are few: each waits for the one before, and sees what it did.';

create function private.act_as_organiser() returns public.organisers
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.require_organiser();
	perform private.lock_organisation();
	-- The act before this one may have ended who asks.
	return private.require_organiser();
end;
$$;
revoke execute on function private.act_as_organiser() from public;

create function private.the_neighbourhood(neighbourhood_id uuid) returns public.neighbourhoods
language plpgsql stable security definer set search_path = '' as $$
declare
	found_one public.neighbourhoods;
begin
	select * into found_one from public.neighbourhoods n where n.id = the_neighbourhood.neighbourhood_id;
	if found_one.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return found_one;
end;
$$;
revoke execute on function private.the_neighbourhood(uuid) from public;

-- Neighbourhoods ----------------------------------------------------------------------------------------

create function private.require_time_zone(time_zone text) returns void
language plpgsql stable set search_path = '' as $$
begin
	perform private.clock() at time zone require_time_zone.time_zone;
exception when invalid_parameter_value then
	raise sqlstate 'PT404' using message = 'no such time zone', hint = 'not_found';
end;
$$;
revoke execute on function private.require_time_zone(text) from public;

create function public.open_neighbourhood(
	id uuid, slug text, name text, intro text, time_zone text, centre_name text, centre_address text
) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	free text;
begin
	perform private.require_time_zone(open_neighbourhood.time_zone);
	-- The same form sent twice opens one.
	select n.slug into free from public.neighbourhoods n where n.id = open_neighbourhood.id;
	if free is not null then
		return free;
	end if;
	select s.slug into free
	from (
		select 1 as nth, open_neighbourhood.slug
		union all
		select nth, left(open_neighbourhood.slug, 50) || '-' || nth from generate_series(2, 999) nth
	) s
	where s.slug not in ('new', 'requests')
		and not exists (select from public.neighbourhoods n where n.slug = s.slug)
	order by s.nth limit 1;
	insert into public.neighbourhoods (id, slug, name, intro, time_zone, centre_name, centre_address)
	values (
		open_neighbourhood.id, free, open_neighbourhood.name,
		replace(open_neighbourhood.intro, E'\r\n', E'\n'), open_neighbourhood.time_zone,
		open_neighbourhood.centre_name, open_neighbourhood.centre_address
	);
	perform private.note_act('opened', open_neighbourhood.id, me);
	return free;
end;
$$;
revoke execute on function public.open_neighbourhood(uuid, text, text, text, text, text, text) from public;
grant execute on function public.open_neighbourhood(uuid, text, text, text, text, text, text)
	to authenticated;
comment on function public.open_neighbourhood(uuid, text, text, text, text, text, text) is
	'The organisation opens a neighbourhood. Answers its slug: the one asked for, or with a number when that is taken. The same id twice opens once.';

create function public.change_neighbourhood(
	neighbourhood_id uuid, name text, intro text, time_zone text, centre_name text, centre_address text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	before public.neighbourhoods;
begin
	perform private.require_time_zone(change_neighbourhood.time_zone);
	before := private.the_neighbourhood(change_neighbourhood.neighbourhood_id);
	update public.neighbourhoods n set
		name = change_neighbourhood.name, intro = replace(change_neighbourhood.intro, E'\r\n', E'\n'),
		time_zone = change_neighbourhood.time_zone, centre_name = change_neighbourhood.centre_name,
		centre_address = change_neighbourhood.centre_address
	where n.id = before.id;
	if before is distinct from private.the_neighbourhood(before.id) then
		perform private.note_act('changed', before.id, me);
	end if;
end;
$$;
revoke execute on function public.change_neighbourhood(uuid, text, text, text, text, text) from public;
grant execute on function public.change_neighbourhood(uuid, text, text, text, text, text)
	to authenticated;
comment on function public.change_neighbourhood(uuid, text, text, text, text, text) is
	'The organisation changes what a neighbourhood says of itself, its clock and its community centre. Its slug stays: it is on paper. Meetups that are planned keep their moment.';

create function public.close_neighbourhood(neighbourhood_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	closing public.neighbourhoods;
begin
	closing := private.the_neighbourhood(close_neighbourhood.neighbourhood_id);
	-- Who joins at this moment waits, and then finds no neighbourhood; or came first.
	perform from public.neighbourhoods n where n.id = closing.id for update;
	if exists (select from public.residents r where r.neighbourhood_id = closing.id) then
		raise sqlstate 'PT409' using message = 'somebody lives there', hint = 'somebody_lives_there';
	end if;
	perform private.note_act('closed', closing.id, me);
	delete from public.neighbourhoods n where n.id = closing.id;
end;
$$;
revoke execute on function public.close_neighbourhood(uuid) from public;
grant execute on function public.close_neighbourhood(uuid) to authenticated;
comment on function public.close_neighbourhood(uuid) is
	'The organisation takes a neighbourhood away in which nobody lives, with its roles and codes. 409 somebody_lives_there.';

-- Roles -----------------------------------------------------------------------------------------------

create function private.appointment_secret(appointment private.appointments) returns text
language sql stable security definer set search_path = '' as $$
	select encode(
		substr(private.keyed_hash('appointment:' || appointment.id || ':' || appointment.nonce), 1, 16), 'hex'
	);
$$;
revoke execute on function private.appointment_secret(private.appointments) from public;
comment on function private.appointment_secret(private.appointments) is
	'128 bits of a link, made again each time they are needed and kept nowhere.';

create function private.find_appointment(secret text) returns private.appointments
language plpgsql stable security definer set search_path = '' as $$
declare
	wanted private.appointments;
begin
	-- By their hashes: how long comparing takes says nothing of the secret. There are a handful.
	select a.* into wanted from private.appointments a
	where a.expires_at > private.clock()
		and private.keyed_hash(private.appointment_secret(a)) = private.keyed_hash(find_appointment.secret);
	return wanted;
end;
$$;
revoke execute on function private.find_appointment(text) from public;
comment on function private.find_appointment(text) is
	'What a link asks, or null alike for unknown, answered, taken back and expired.';

create function private.appointment_mail(appointment_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'role', a.role, 'firstName', a.first_name, 'secret', private.appointment_secret(a),
			'until', private.local_date(a.expires_at, 'Europe/Amsterdam')
		)
		from private.appointments a where a.id = appointment_mail.appointment_id
	);
end;
$$;
revoke execute on function private.appointment_mail(uuid) from public;
comment on function private.appointment_mail(uuid) is 'For claim_mail: what the mail of an invitation says.';

create function private.tg_appointments__take_back_mail() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from private.outbox o where o.kind = 'appointment' and o.subject_id = old.id;
	return null;
end;
$$;
revoke execute on function private.tg_appointments__take_back_mail() from public;
-- A link that is answered or taken back is not mailed any more, and the address is forgotten.
create trigger take_back_mail after delete on private.appointments
	for each row execute function private.tg_appointments__take_back_mail();

create function public.invite_to_role(
	id uuid, role text, neighbourhood_id uuid, first_name text, email text, telephone text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	address constant text := lower(invite_to_role.email);
	clock_of uuid := invite_to_role.neighbourhood_id;
begin
	if invite_to_role.role = 'organiser' and clock_of is null then
		-- Mail goes by the clock of a neighbourhood; of the organisation that is the first it opened.
		select n.id into clock_of from public.neighbourhoods n order by n.created_at, n.id limit 1;
		if clock_of is null then
			raise sqlstate 'PT409' using message = 'no neighbourhood', hint = 'open_a_neighbourhood_first';
		end if;
	else
		perform private.the_neighbourhood(clock_of);
	end if;
	-- The same form sent twice asks once.
	if exists (select from private.appointments a where a.id = invite_to_role.id) then
		return;
	end if;
	delete from private.appointments a where a.expires_at <= private.clock();
	if exists (
		select from private.appointments a
		where a.neighbourhood_id is not distinct from invite_to_role.neighbourhood_id
			and a.role = invite_to_role.role
			and (a.email = address or a.role in ('contact_person', 'stand_in'))
	) then
		raise sqlstate 'PT409' using message = 'asked already', hint = 'invited_already';
	elsif private.is_exhausted('appointment', (select auth.uid())::text) then
		raise sqlstate 'PT429' using message = 'too many', hint = 'too_many_invitations';
	end if;
	perform private.note_attempt('appointment', (select auth.uid())::text);
	insert into private.appointments (
		id, role, neighbourhood_id, first_name, email, telephone, invited_by, invited_at, expires_at
	) values (
		invite_to_role.id, invite_to_role.role, invite_to_role.neighbourhood_id,
		invite_to_role.first_name, address, invite_to_role.telephone, me.id, private.clock(),
		private.clock() + interval '14 days'
	);
	perform private.post_mail(
		'appointment', clock_of, email => address, subject_id => invite_to_role.id
	);
	perform private.note_act(
		'invited', invite_to_role.neighbourhood_id, me, invite_to_role.role
	);
end;
$$;
revoke execute on function public.invite_to_role(uuid, text, uuid, text, text, text) from public;
grant execute on function public.invite_to_role(uuid, text, uuid, text, text, text) to authenticated;
comment on function public.invite_to_role(uuid, text, uuid, text, text, text) is
	'The organisation asks somebody by mail to be facilitator, contact_person or stand_in of a neighbourhood, or organiser (neighbourhood_id null). telephone: of the two who are rung, may be null. Who has the role keeps it until the other says yes. The same id twice asks once. 409 invited_already, 429 too_many_invitations over fifty a day.';

create function public.withdraw_invitation(appointment_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	gone private.appointments;
begin
	delete from private.appointments a where a.id = withdraw_invitation.appointment_id
	returning a.* into gone;
	if gone.id is null then
		raise sqlstate 'PT409' using message = 'answered meanwhile', hint = 'invitation_answered';
	end if;
	perform private.note_act('withdrawn', gone.neighbourhood_id, me, gone.role);
end;
$$;
revoke execute on function public.withdraw_invitation(uuid) from public;
grant execute on function public.withdraw_invitation(uuid) to authenticated;
comment on function public.withdraw_invitation(uuid) is
	'The organisation takes an invitation back: its link stops, its mail is not sent any more. 409 invitation_answered when it is not there any more.';

create function public.look_up_invitation(secret text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'role', a.role, 'firstName', a.first_name, 'email', a.email, 'telephone', a.telephone,
			'neighbourhoodName', n.name,
			'invitedBy', (select o.first_name from public.organisers o where o.id = a.invited_by),
			'mine', exists (
				select from auth.users u where u.id = (select auth.uid()) and lower(u.email) = a.email
			)
		)
		from private.find_appointment(look_up_invitation.secret) a
		left join public.neighbourhoods n on n.id = a.neighbourhood_id
		where a.id is not null
	);
end;
$$;
revoke execute on function public.look_up_invitation(text) from public;
grant execute on function public.look_up_invitation(text) to anon, authenticated;
comment on function public.look_up_invitation(text) is
	'What the link in an invitation asks of whom; null alike for unknown, answered, taken back and expired. mine: I am signed in with the address it went to. Changes nothing.';

create function private.end_staff(staff public.staff, actor public.organisers) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from public.staff s where s.id = staff.id;
	-- What is not sent yet is no longer for them.
	delete from private.outbox o
	where o.kind = 'request_waits' and o.profile_id = staff.profile_id
		and o.neighbourhood_id = staff.neighbourhood_id and o.sent_at is null;
	perform private.note_act(
		'ended', staff.neighbourhood_id, actor, staff.role::text, staff.profile_id, staff.first_name
	);
end;
$$;
revoke execute on function private.end_staff(public.staff, public.organisers) from public;

create function private.share_what_nobody_holds(neighbourhood_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update public.contact_requests c set both_see = true
	where c.neighbourhood_id = share_what_nobody_holds.neighbourhood_id and c.state <> 'closed'
		and not c.both_see and not exists (
			select from public.staff s
			where s.neighbourhood_id = c.neighbourhood_id and s.role = c.holder
				and s.profile_id is not null and s.profile_id is distinct from (
					select r.profile_id from public.residents r where r.id = c.author_id
				)
		);
$$;
revoke execute on function private.share_what_nobody_holds(uuid) from public;
comment on function private.share_what_nobody_holds(uuid) is
	'What is asked of a role that nobody has now, or that its asker has, the other of the two sees at once.';

create function private.take_role(appointment private.appointments, actor public.organisers) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	before public.staff;
begin
	if appointment.role = 'organiser' then
		insert into public.organisers (profile_id, first_name) values (me, appointment.first_name)
		on conflict (profile_id) do nothing;
		return;
	elsif appointment.role = 'facilitator' then
		if exists (
			select from public.staff s
			where s.neighbourhood_id = appointment.neighbourhood_id and s.profile_id = me
				and s.role = 'facilitator'
		) then
			return;
		end if;
	else
		-- Whoever had it hands over now; and nobody stands in for themselves.
		for before in
			select s.* from public.staff s
			where s.neighbourhood_id = appointment.neighbourhood_id and s.role <> 'facilitator'
				and (s.role::text = appointment.role or s.profile_id = me)
			order by s.role for update
		loop
			perform private.end_staff(before, actor);
		end loop;
	end if;
	insert into public.staff (neighbourhood_id, profile_id, role, first_name, telephone)
	values (
		appointment.neighbourhood_id, me, appointment.role::public.staff_role, appointment.first_name,
		appointment.telephone
	);
	perform private.share_what_nobody_holds(appointment.neighbourhood_id);
end;
$$;
revoke execute on function private.take_role(private.appointments, public.organisers) from public;

create function public.accept_invitation(secret text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	wanted private.appointments;
	actor public.organisers;
begin
	perform private.lock_organisation();
	wanted := private.find_appointment(accept_invitation.secret);
	if wanted.id is null then
		return null;
	elsif not exists (select from auth.users u where u.id = me and lower(u.email) = wanted.email) then
		raise sqlstate 'PT403' using message = 'another address', hint = 'invitation_for_other_address';
	end if;
	insert into public.profiles (id) values (me) on conflict do nothing;
	select * into actor from public.organisers o where o.id = wanted.invited_by;
	delete from private.appointments a where a.id = wanted.id;
	perform private.take_role(wanted, actor);
	perform private.note_act(
		'appointed', wanted.neighbourhood_id, actor, wanted.role, me, wanted.first_name
	);
	return jsonb_build_object(
		'role', wanted.role,
		'slug', (select n.slug from public.neighbourhoods n where n.id = wanted.neighbourhood_id)
	);
end;
$$;
revoke execute on function public.accept_invitation(text) from public;
grant execute on function public.accept_invitation(text) to authenticated;
comment on function public.accept_invitation(text) is
	'Takes the role that the link of an invitation asks, signed in with the address it went to; works once. Null: the link does not work. 403 invitation_for_other_address.';

create function public.end_role(staff_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	leaving public.staff;
begin
	select * into leaving from public.staff s where s.id = end_role.staff_id for update;
	if leaving.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.end_staff(leaving, me);
	perform private.share_what_nobody_holds(leaving.neighbourhood_id);
end;
$$;
revoke execute on function public.end_role(uuid) from public;
grant execute on function public.end_role(uuid) to authenticated;
comment on function public.end_role(uuid) is
	'The organisation ends a role: from the next request on that person reads and does nothing by it. Their account, groups and plan stay.';

create function public.end_organiser(organiser_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	leaving public.organisers;
	asked private.appointments;
begin
	select * into leaving from public.organisers o where o.id = end_organiser.organiser_id;
	if leaving.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif (select count(*) from public.organisers) = 1 then
		raise sqlstate 'PT409' using message = 'the last one', hint = 'last_organiser';
	end if;
	for asked in select a.* from private.appointments a where a.invited_by = leaving.id loop
		perform private.note_act('withdrawn', asked.neighbourhood_id, me, asked.role);
	end loop;
	perform private.note_act(
		'ended', null, me, 'organiser', leaving.profile_id, leaving.first_name
	);
	delete from public.organisers o where o.id = leaving.id;
end;
$$;
revoke execute on function public.end_organiser(uuid) from public;
grant execute on function public.end_organiser(uuid) to authenticated;
comment on function public.end_organiser(uuid) is
	'An organiser ends the role of one, or their own; what that one asked and nobody answered is taken back. 409 last_organiser.';

create function private.appoint_organiser(email text, first_name text) returns text
language sql volatile set search_path = '' as $$
	insert into private.appointments as a (id, role, first_name, email, invited_at, expires_at)
	values (
		gen_random_uuid(), 'organiser', appoint_organiser.first_name, lower(appoint_organiser.email),
		private.clock(), private.clock() + interval '14 days'
	)
	on conflict on constraint appointments_neighbourhood_id_role_email_key do update
	set first_name = excluded.first_name, nonce = gen_random_uuid(), invited_at = excluded.invited_at,
		expires_at = excluded.expires_at
	returning '/invitation/' || private.appointment_secret(a);
$$;
revoke execute on function private.appoint_organiser(text, text) from public;
comment on function private.appoint_organiser(text, text) is
	'For a new installation, in SQL: answers the path of the link for the first organiser, good for two weeks.';

-- Codes -------------------------------------------------------------------------------------------------

create function private.tg_invite_codes__say_made_by() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	new.made_by := coalesce(
		(
			select s.role::text from public.staff s
			where s.neighbourhood_id = new.neighbourhood_id and s.profile_id = (select auth.uid())
			order by s.role limit 1
		),
		case
			when private.am_organiser() then 'organiser'
			when (select auth.uid()) is not null then 'resident'
		end
	);
	return new;
end;
$$;
revoke execute on function private.tg_invite_codes__say_made_by() from public;
create trigger say_made_by before insert on private.invite_codes
	for each row execute function private.tg_invite_codes__say_made_by();

create function public.make_group_card(group_id uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	place public.groups;
begin
	select * into place from public.groups g
	where g.id = make_group_card.group_id and g.closed_at is null;
	if place.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif private.is_exhausted('poster', place.neighbourhood_id::text) then
		raise sqlstate 'PT429' using message = 'too many', hint = 'too_many_posters';
	end if;
	perform private.note_attempt('poster', place.neighbourhood_id::text);
	perform private.note_act('card_made', place.neighbourhood_id, me);
	return private.new_invite_code('personal', place.neighbourhood_id, place.id, '90 days');
end;
$$;
revoke execute on function public.make_group_card(uuid) from public;
grant execute on function public.make_group_card(uuid) to authenticated;
comment on function public.make_group_card(uuid) is
	'The organisation makes a personal card: a code that gives one person a chair in a group, told this once, good for ninety days. With posters twenty a day for a neighbourhood: 429 too_many_posters.';

create function public.revoke_code(code_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	ended uuid;
begin
	update private.invite_codes c set revoked_at = private.clock()
	where c.id = revoke_code.code_id and c.kind <> 'claim' and c.revoked_at is null and c.used_at is null
	returning c.neighbourhood_id into ended;
	if ended is not null then
		perform private.note_act('code_revoked', ended, me);
	end if;
end;
$$;
revoke execute on function public.revoke_code(uuid) from public;
grant execute on function public.revoke_code(uuid) to authenticated;
comment on function public.revoke_code(uuid) is
	'The organisation stops a code: from then on it says the same as an unknown one. Twice is once.';

-- Pages -------------------------------------------------------------------------------------------------

create function private.open_invitations(neighbourhood_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', a.id, 'role', a.role, 'firstName', a.first_name,
			-- Told to who typed it, and to nobody else.
			'email', case when o.profile_id = (select auth.uid()) then a.email end,
			'expiresAt', a.expires_at
		) order by a.invited_at, a.id), '[]')
		from private.appointments a left join public.organisers o on o.id = a.invited_by
		where a.neighbourhood_id is not distinct from open_invitations.neighbourhood_id
			and a.expires_at > private.clock()
	);
end;
$$;
revoke execute on function private.open_invitations(uuid) from public;

create function private.lost_mails() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'kind', l.kind, 'neighbourhoodId', l.neighbourhood_id, 'neighbourhoodName', n.name,
			'count', l.times, 'to', l.addresses
		) order by n.name, l.kind, n.id), '[]')
		from (
			-- Of what else is sent not even the sort: that somebody asked the contact person is theirs.
			select case when o.kind = 'appointment' then o.kind else 'other' end as kind,
				o.neighbourhood_id, count(*) as times,
				-- An address is told to who typed it, and to nobody else.
				coalesce(jsonb_agg(distinct o.email) filter (where exists (
					select from private.appointments a join public.organisers me on me.id = a.invited_by
					where o.kind = 'appointment' and a.id = o.subject_id and me.profile_id = (select auth.uid())
				)), '[]') as addresses
			from private.outbox o
			where o.failed_at is not null and o.sent_at is null
			group by 1, o.neighbourhood_id
		) l join public.neighbourhoods n on n.id = l.neighbourhood_id
	);
end;
$$;
revoke execute on function private.lost_mails() from public;
comment on function private.lost_mails() is
	'Mail that a day of trying could not send: how much of which kind in which neighbourhood, not to whom.';

create function private.retry_mail(mail_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update private.outbox o
	set failed_at = null, tries = 0, made_at = private.clock(), next_try_at = private.clock()
	where o.id = retry_mail.mail_id and o.failed_at is not null and o.sent_at is null;
$$;
revoke execute on function private.retry_mail(uuid) from public;

create function public.retry_mails(kind text, neighbourhood_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.organisers := private.act_as_organiser();
	lost constant uuid[] := array(
		select o.id from private.outbox o
		where (case when o.kind = 'appointment' then o.kind else 'other' end) = retry_mails.kind
			and o.neighbourhood_id = retry_mails.neighbourhood_id
			and o.failed_at is not null and o.sent_at is null
	);
begin
	perform private.retry_mail(id) from unnest(lost) id;
	if cardinality(lost) > 0 then
		perform private.note_act('mail_retried', retry_mails.neighbourhood_id, me);
	end if;
end;
$$;
revoke execute on function public.retry_mails(text, uuid) from public;
grant execute on function public.retry_mails(text, uuid) to authenticated;
comment on function public.retry_mails(text, uuid) is
	'The organisation has mail tried once more that could not be sent, for another day.';

create function public.organisation_page() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	me constant public.organisers := private.require_organiser();
begin
	return jsonb_build_object(
		'neighbourhoods', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'name', n.name, 'slug', n.slug,
				'groups', (
					select count(*) from public.groups g
					where g.neighbourhood_id = n.id and g.closed_at is null
				),
				'hasContact', exists (
					select from public.staff s
					where s.neighbourhood_id = n.id and s.role = 'contact_person' and s.profile_id is not null
				)
			) order by n.name, n.id), '[]')
			from public.neighbourhoods n
		),
		'organisers', (
			select jsonb_agg(jsonb_build_object(
				'id', o.id, 'firstName', o.first_name, 'me', o.id = me.id
			) order by o.first_name, o.id)
			from public.organisers o
		),
		'invitations', private.open_invitations(null),
		'lostMails', private.lost_mails()
	);
end;
$$;
revoke execute on function public.organisation_page() from public;
grant execute on function public.organisation_page() to authenticated;
comment on function public.organisation_page() is
	'For organisers with a second factor: the neighbourhoods, each other, and mail that could not be sent.';

create function private.neighbourhood_totals(neighbourhood_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	members integer;
	meetups integer;
	helpers integer;
	helped integer;
begin
	select count(distinct m.resident_id) into members
	from public.groups g join public.memberships m on m.group_id = g.id
	where g.neighbourhood_id = neighbourhood_totals.neighbourhood_id and g.closed_at is null;
	select count(*) into meetups
	from public.groups g join public.meetups u on u.group_id = g.id
	where g.neighbourhood_id = neighbourhood_totals.neighbourhood_id
		and u.ends_at < private.clock() and u.state not in ('cancelled', 'paused')
		and u.ends_at > private.clock() - interval '1 year';
	select count(distinct h.id), count(distinct p.id) into helped, helpers
	from public.help_matches h
	cross join lateral (values (h.author_id), (h.answerer_id)) p (id)
	join public.residents r on r.id = p.id
	where r.neighbourhood_id = neighbourhood_totals.neighbourhood_id
		and h.made_at > private.clock() - interval '1 year';
	return jsonb_build_object(
		'meetups', case when members >= 10 then meetups end,
		'help', case when helpers >= 10 then helped end
	);
end;
$$;
revoke execute on function private.neighbourhood_totals(uuid) from public;
comment on function private.neighbourhood_totals(uuid) is
	'How many meetups and how much help there was in a year; null where fewer than ten people are behind it.';

create function public.organisation_neighbourhood_page(slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	me constant public.organisers := private.require_organiser();
begin
	return (
		select jsonb_build_object(
			'id', n.id, 'name', n.name, 'slug', n.slug, 'intro', n.intro, 'timeZone', n.time_zone,
			'centreName', n.centre_name, 'centreAddress', n.centre_address,
			'lives', exists (select from public.residents r where r.neighbourhood_id = n.id),
			'staff', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', s.id, 'role', s.role, 'firstName', s.first_name, 'face', s.face,
					'telephone', s.telephone, 'signsIn', s.profile_id is not null
				) order by s.role, s.first_name, s.id), '[]')
				from public.staff s where s.neighbourhood_id = n.id
			),
			'invitations', private.open_invitations(n.id),
			'groups', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', g.id, 'name', g.name, 'weekday', g.weekday,
					'startsAt', to_char(g.starts_at, 'HH24:MI'), 'durationMinutes', g.duration_minutes,
					'placeName', g.place_name, 'likes', g.likes, 'likesWords', g.likes_words,
					'capacity', g.capacity, 'chairsTaken', g.chairs_taken, 'waitingCount', g.waiting_count,
					'pausedUntil', g.paused_until
				) order by g.weekday, g.starts_at, g.name, g.id), '[]')
				from public.groups g where g.neighbourhood_id = n.id and g.closed_at is null
			),
			'totals', private.neighbourhood_totals(n.id),
			'codes', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', c.id, 'kind', c.kind, 'groupName', g.name, 'madeBy', c.made_by,
					'madeAt', c.created_at, 'expiresAt', c.expires_at
				) order by c.created_at desc, c.id), '[]')
				from private.invite_codes c left join public.groups g on g.id = c.group_id
				-- A card for one neighbour is between them and the facilitator.
				where c.neighbourhood_id = n.id and c.kind <> 'claim' and c.expires_at > private.clock()
					and c.revoked_at is null and c.used_at is null
					and (g.id is null or g.closed_at is null)
			)
		)
		from public.neighbourhoods n where n.slug = organisation_neighbourhood_page.slug
	);
end;
$$;
revoke execute on function public.organisation_neighbourhood_page(text) from public;
grant execute on function public.organisation_neighbourhood_page(text) to authenticated;
comment on function public.organisation_neighbourhood_page(text) is
	'For organisers with a second factor: who works in a neighbourhood and who was asked to, its groups without anybody in them, totals, and the codes that work, never the digits. Null: there is no such neighbourhood.';

create function public.organisation_acts_page() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	me constant public.organisers := private.require_organiser();
begin
	return private.act_lines(array(
		select a from private.organisation_acts a order by a.id desc limit 200
	));
end;
$$;
revoke execute on function public.organisation_acts_page() from public;
grant execute on function public.organisation_acts_page() to authenticated;
comment on function public.organisation_acts_page() is
	'For organisers with a second factor: the last two hundred acts, newest first.';

-- For the download ----------------------------------------------------------------------------------------

create function private.my_organisation_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
begin
	return jsonb_build_object(
		'organisers', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', o.id, 'profileId', o.profile_id, 'firstName', o.first_name
			)), '[]')
			from public.organisers o where o.profile_id = me
		),
		'appointments', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', a.id, 'role', a.role, 'neighbourhoodId', a.neighbourhood_id,
				'neighbourhoodName', n.name, 'firstName', a.first_name, 'email', a.email,
				'telephone', a.telephone, 'invitedAt', a.invited_at, 'expiresAt', a.expires_at
			) order by a.invited_at, a.id), '[]')
			from auth.users u join private.appointments a on a.email = lower(u.email)
			left join public.neighbourhoods n on n.id = a.neighbourhood_id
			where u.id = me
		),
		'organisationActs', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'act', a.act, 'role', a.role, 'neighbourhoodId', a.neighbourhood_id,
				'neighbourhoodName', a.neighbourhood_name, 'actorName', a.actor_name,
				'personId', a.person_id, 'personName', a.person_name, 'actedAt', a.acted_at
			) order by a.id), '[]')
			from private.organisation_acts a where a.person_id = me
		),
		'organisationActsByMe', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'act', a.act, 'role', a.role, 'neighbourhoodId', a.neighbourhood_id,
				'neighbourhoodName', a.neighbourhood_name, 'actorId', a.actor_id,
				'actorName', a.actor_name, 'actedAt', a.acted_at
			) order by a.id), '[]')
			from private.organisation_acts a where a.actor_id = me
		)
	);
end;
$$;
revoke execute on function private.my_organisation_rows() from public;
comment on function private.my_organisation_rows() is
	'For the download: what the organisation keeps about who asks.';
