-- The contact person: whether they are there, what they are asked and what came of it, and who else
-- there is in a neighbourhood. Between who asks and who answers; nobody else learns that it exists.

create type public.contact_topic as enum ('question', 'app', 'worry', 'nuisance', 'other');
create type public.call_time as enum ('any_time', 'morning', 'afternoon', 'evening');
create type public.nuisance_kind as enum (
	'noise', 'litter', 'animals', 'smell', 'street', 'unsafe', 'other'
);
create type public.nuisance_when as enum ('now', 'daytime', 'evening', 'night', 'always');
create type public.nuisance_talk as enum ('call_me', 'with_me', 'with_neighbours', 'together');
create type public.contact_state as enum ('waiting', 'read', 'today', 'planned', 'closed');
create type public.service_kind as enum (
	'community_centre', 'police', 'housing', 'gp_post', 'other'
);

alter table public.staff add column not_now_until timestamptz;

create table public.staff_absences (
	id uuid primary key,
	staff_id uuid not null references public.staff (id) on delete cascade,
	first_on date not null,
	last_on date not null check (last_on >= first_on)
);
create index staff_absences_staff_id on public.staff_absences (staff_id, last_on);

create table public.contact_requests (
	id uuid primary key,
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	author_id uuid references public.residents (id) on delete cascade,
	topic public.contact_topic not null,
	words text check (
		char_length(words) between 1 and 1000
		and words !~ '[\u0001-\u0009\u000b-\u001f\u007f]' and words ~ '\S'
	),
	call_time public.call_time,
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	nuisance public.nuisance_kind,
	nuisance_when public.nuisance_when,
	severity smallint check (severity between 1 and 3),
	talk public.nuisance_talk,
	asked_at timestamptz not null,
	holder public.staff_role not null check (holder <> 'facilitator'),
	both_see boolean not null,
	handover_asked_at timestamptz,
	state public.contact_state not null default 'waiting',
	promised_at timestamptz not null,
	line text check (
		char_length(line) between 1 and 280 and line = btrim(line) and line !~ '[[:cntrl:]]'
	),
	line_by_id uuid references public.staff (id) on delete set null,
	warned_at timestamptz,
	closed_at timestamptz,
	helped boolean,
	check ((topic = 'nuisance') = (nuisance is not null)),
	check (num_nulls(nuisance, nuisance_when, severity, talk) in (0, 4)),
	-- Who asks to be called leaves a number; who told it by telephone may not want to.
	check (author_id is null or telephone is not null or topic = 'nuisance' and talk <> 'call_me'),
	check ((telephone is null) = (call_time is null)),
	check ((state = 'closed') = (closed_at is not null)),
	check (helped is null or state = 'closed')
);
create index contact_requests_neighbourhood_id on public.contact_requests (neighbourhood_id, promised_at);
create index contact_requests_author_id on public.contact_requests (author_id);
create index contact_requests_promised_at on public.contact_requests (promised_at)
	where state <> 'closed' and warned_at is null;
create index contact_requests_closed_at on public.contact_requests (closed_at);
create index contact_requests_asked_at on public.contact_requests (asked_at);
create index contact_requests_line_by_id on public.contact_requests (line_by_id);

create table public.contact_counts (
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	month date not null check (extract(day from month) = 1),
	topic public.contact_topic not null,
	nuisance public.nuisance_kind,
	times integer not null check (times > 0),
	unique nulls not distinct (neighbourhood_id, month, topic, nuisance)
);

create table public.contact_numbers (
	resident_id uuid primary key references public.residents (id) on delete cascade,
	telephone text not null check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$')
);

create table public.local_services (
	id uuid primary key,
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	kind public.service_kind not null,
	name text not null check (
		char_length(name) between 1 and 60 and name = btrim(name) and name !~ '[[:cntrl:]]'
	),
	ask text not null check (
		char_length(ask) between 1 and 200 and ask = btrim(ask) and ask !~ '[[:cntrl:]]'
	),
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	website text check (char_length(website) <= 200 and website ~ '^https://[^\s"<>]+$'),
	hours text check (
		char_length(hours) between 1 and 100 and hours = btrim(hours) and hours !~ '[[:cntrl:]]'
	)
);
create index local_services_neighbourhood_id on public.local_services (neighbourhood_id, kind);

alter table public.staff_absences enable row level security;
alter table public.staff_absences force row level security;
alter table public.contact_requests enable row level security;
alter table public.contact_requests force row level security;
alter table public.contact_counts enable row level security;
alter table public.contact_counts force row level security;
alter table public.contact_numbers enable row level security;
alter table public.contact_numbers force row level security;
alter table public.local_services enable row level security;
alter table public.local_services force row level security;

comment on table public.staff_absences is
	'On which days a contact person or stand-in is away. What anyone sees of it is that they are not there now. Ground: agreement. Term: eight weeks after the last day.';
comment on table public.contact_requests is
	'What a neighbour asks of the contact person: a call, a worry, nuisance. For its author and who answers it; of who told it by telephone there is no author. Ground: consent. Term: thirty days after it is closed, at most a year.';
comment on table public.contact_counts is
	'How often something was asked in a month, by kind. Nobody is in it; none under ten is shown. Ground: no personal data. Term: five years.';
comment on table public.contact_numbers is
	'The number that somebody wants to be called on, when they asked to remember it. Seen by that person only. Ground: consent. Term: until it is changed or taken back, at most as long as the account.';
comment on table public.local_services is
	'Who does what in a neighbourhood: organisations and public offices; names of people in a public office may be in it. Ground: public task or agreement. Term: as long as the neighbourhood.';
comment on column public.contact_requests.promised_at is
	'By when its author hears something: read within a working day, then what the contact person said.';
comment on column public.contact_requests.both_see is
	'Whether contact person and stand-in both see it: one was away, or a promise was not kept.';
comment on column public.staff.not_now_until is '"Nu even niet": not there before this moment.';

-- When they are there -------------------------------------------------------------------------------

create function private.next_windows(staff_id uuid, days integer)
returns table (opens_at timestamptz, closes_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare
	not_before timestamptz;
	zone text;
	today date;
begin
	select s.not_now_until, n.time_zone into not_before, zone
	from public.staff s join public.neighbourhoods n on n.id = s.neighbourhood_id
	where s.id = next_windows.staff_id;
	today := private.local_date(private.clock(), zone);
	return query
		select greatest(w.begins, not_before), w.ends
		from generate_series(0, next_windows.days) nth
		cross join lateral (select today + nth as day) d
		join public.contact_hours h
			on h.staff_id = next_windows.staff_id and h.weekday = extract(isodow from d.day)
		cross join lateral (
			select (d.day + h.opens_at) at time zone zone as begins,
				(d.day + h.closes_at) at time zone zone as ends
		) w
		where w.ends > greatest(private.clock(), w.begins, not_before)
			and not exists (select from private.public_holidays p where p.on_date = d.day)
			and not exists (
				select from public.staff_absences a
				where a.staff_id = next_windows.staff_id and d.day between a.first_on and a.last_on
			)
		order by w.begins;
end;
$$;
revoke execute on function private.next_windows(uuid, integer) from public;
comment on function private.next_windows(uuid, integer) is
	'When somebody is there, from now on, for so many days: their hours by the clock of the neighbourhood, without public holidays, days away and "nu even niet".';

create function private.is_away(staff_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select from public.staff s
		join public.neighbourhoods n on n.id = s.neighbourhood_id
		where s.id = is_away.staff_id and (
			s.not_now_until > private.clock() or exists (
				select from public.staff_absences a
				where a.staff_id = s.id
					and private.local_date(private.clock(), n.time_zone) between a.first_on and a.last_on
			)
		)
	);
end;
$$;
revoke execute on function private.is_away(uuid) from public;
comment on function private.is_away(uuid) is
	'Whether somebody said that they are not there now. Out of hours is not away.';

create function private.contact_card(neighbourhood_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'role', s.role, 'firstName', s.first_name, 'face', s.face, 'telephone', s.telephone,
			'hours', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'weekday', h.weekday,
					'opensAt', to_char(h.opens_at, 'HH24:MI'),
					'closesAt', to_char(h.closes_at, 'HH24:MI')
				) order by h.weekday), '[]')
				from public.contact_hours h where h.staff_id = s.id
			),
			'now', (
				select jsonb_build_object(
					'here', w.opens_at <= private.clock(),
					'inDays', private.local_date(w.opens_at, n.time_zone)
						- private.local_date(private.clock(), n.time_zone),
					'from', to_char(w.opens_at at time zone n.time_zone, 'HH24:MI'),
					'until', to_char(w.closes_at at time zone n.time_zone, 'HH24:MI')
				)
				from private.next_windows(s.id, 14) w limit 1
			)
		) order by s.role), '[]')
		from public.staff s join public.neighbourhoods n on n.id = s.neighbourhood_id
		where s.neighbourhood_id = contact_card.neighbourhood_id and s.role <> 'facilitator'
	);
end;
$$;
revoke execute on function private.contact_card(uuid) from public;
grant execute on function private.contact_card(uuid) to authenticated;
comment on function private.contact_card(uuid) is
	'Contact person and stand-in with their hours. now: the first time they are there, in inDays days, by the clock of the neighbourhood; here when that is now; null when not within two weeks.';

create function private.contact_faces(neighbourhood_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'role', s.role, 'firstName', s.first_name, 'face', s.face
		) order by s.role), '[]')
		from public.staff s
		where s.neighbourhood_id = contact_faces.neighbourhood_id and s.role <> 'facilitator'
	);
end;
$$;
revoke execute on function private.contact_faces(uuid) from public;
grant execute on function private.contact_faces(uuid) to authenticated;
comment on function private.contact_faces(uuid) is
	'Contact person and stand-in as the top of every page shows them.';

-- Whose request it is -------------------------------------------------------------------------------

create function private.contact_staff(neighbourhood_id uuid, role public.staff_role)
returns public.staff
language plpgsql stable security definer set search_path = '' as $$
declare
	found_staff public.staff;
begin
	select * into found_staff from public.staff s
	where s.neighbourhood_id = contact_staff.neighbourhood_id and s.role = contact_staff.role;
	return found_staff;
end;
$$;
revoke execute on function private.contact_staff(uuid, public.staff_role) from public;

create function private.who_answers(neighbourhood_id uuid) returns public.staff
language plpgsql stable security definer set search_path = '' as $$
declare
	found_staff public.staff;
begin
	select * into found_staff from public.staff s
	where s.neighbourhood_id = who_answers.neighbourhood_id and s.role <> 'facilitator'
		-- Who has no account reads nothing, and nobody answers themselves.
		and s.profile_id <> (select auth.uid())
	order by
		private.is_away(s.id),
		case when private.is_away(s.id) then (
			select w.opens_at from private.next_windows(s.id, 60) w limit 1
		) end,
		s.role
	limit 1;
	return found_staff;
end;
$$;
revoke execute on function private.who_answers(uuid) from public;
comment on function private.who_answers(uuid) is
	'Who gets what I ask now: the contact person, or the stand-in when the other is away; of two who are away who is back first. Null when there is nobody.';

create function private.is_shared(holder public.staff) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce(holder.role = 'stand_in', false) or private.is_away(holder.id);
end;
$$;
revoke execute on function private.is_shared(public.staff) from public;
comment on function private.is_shared(public.staff) is
	'Whether both see what this one holds now: it is with the stand-in, or its holder is away.';

create function private.other_staff(neighbourhood_id uuid, role public.staff_role, author_profile_id uuid)
returns public.staff
language plpgsql stable security definer set search_path = '' as $$
declare
	other public.staff;
begin
	select * into other from public.staff s
	where s.neighbourhood_id = other_staff.neighbourhood_id
		and s.role not in ('facilitator', other_staff.role)
		-- Who has no account reads nothing, and nobody answers themselves.
		and s.profile_id is not null and s.profile_id is distinct from other_staff.author_profile_id;
	return other;
end;
$$;
revoke execute on function private.other_staff(uuid, public.staff_role, uuid) from public;
comment on function private.other_staff(uuid, public.staff_role, uuid) is
	'Who has the other of the two roles and may read what this author asked, or null.';

create function private.who_gets(
	neighbourhood_id uuid, out holder public.staff, out both_see boolean, out other public.staff
)
language plpgsql stable security definer set search_path = '' as $$
begin
	holder := private.who_answers(who_gets.neighbourhood_id);
	both_see := private.is_shared(holder);
	other := private.other_staff(who_gets.neighbourhood_id, holder.role, (select auth.uid()));
end;
$$;
revoke execute on function private.who_gets(uuid) from public;
comment on function private.who_gets(uuid) is
	'What becomes of what I ask now: who holds it, whether both see it, and who the other then is. The page says it beforehand, asking does it.';

create function private.read_by(staff_id uuid) returns timestamptz
language plpgsql stable security definer set search_path = '' as $$
declare
	first_window record;
	second_window record;
	latest timestamptz;
begin
	select * into first_window from private.next_windows(read_by.staff_id, 60) limit 1;
	select * into second_window from private.next_windows(read_by.staff_id, 60) offset 1 limit 1;
	select (d.day + time '17:00') at time zone n.time_zone into latest
	from public.staff s join public.neighbourhoods n on n.id = s.neighbourhood_id
	cross join generate_series(1, 14) nth
	cross join lateral (select private.local_date(private.clock(), n.time_zone) + nth as day) d
	where s.id = read_by.staff_id and extract(isodow from d.day) < 6
		and not exists (select from private.public_holidays p where p.on_date = d.day)
	order by d.day limit 1;
	return least(
		latest,
		coalesce(
			least(
				second_window.opens_at + (greatest(private.clock(), first_window.opens_at) - first_window.opens_at),
				second_window.closes_at
			),
			private.clock() + interval '24 hours'
		)
	);
end;
$$;
revoke execute on function private.read_by(uuid) from public;
comment on function private.read_by(uuid) is
	'One working day of that person from now: as far into the day after the first they are there; without hours a day. Never later than five o''clock on the next working day of everybody, however seldom they are there.';

create function private.my_contact_roles()
returns table (neighbourhood_id uuid, role public.staff_role)
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select s.neighbourhood_id, s.role from public.staff s
		where s.profile_id = (select auth.uid()) and s.role <> 'facilitator';
end;
$$;
revoke execute on function private.my_contact_roles() from public;

create function private.lock_contact_request(request_id uuid) returns public.contact_requests
language plpgsql volatile security definer set search_path = '' as $$
declare
	request public.contact_requests;
begin
	select * into request from public.contact_requests c
	where c.id = lock_contact_request.request_id
	for no key update;
	if not private.may_answer_request(request) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return request;
end;
$$;
revoke execute on function private.lock_contact_request(uuid) from public;

create function private.may_answer_request(request public.contact_requests) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select from private.my_contact_roles() m
		where m.neighbourhood_id = request.neighbourhood_id
			and (m.role = request.holder or request.both_see)
	) and coalesce(request.author_id <> all (array(select private.my_resident_ids())), true);
end;
$$;
revoke execute on function private.may_answer_request(public.contact_requests) from public;
comment on function private.may_answer_request(public.contact_requests) is
	'Whether it is mine to answer: I hold it or both see it, and it is not my own.';

create function private.lock_own_request(request_id uuid) returns public.contact_requests
language plpgsql volatile security definer set search_path = '' as $$
declare
	request public.contact_requests;
begin
	select * into request from public.contact_requests c
	where c.id = lock_own_request.request_id
		and c.author_id in (select private.my_resident_ids())
	for no key update;
	if request.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return request;
end;
$$;
revoke execute on function private.lock_own_request(uuid) from public;

-- Asking --------------------------------------------------------------------------------------------

insert into private.limits (kind, most, per, exact) values
	('contact_request', 10, '1 day', true),
	('contact_message', 10, '1 day', true);

create function private.count_request(
	neighbourhood_id uuid, topic public.contact_topic, nuisance public.nuisance_kind
) returns void
language sql volatile security definer set search_path = '' as $$
	insert into public.contact_counts as c (neighbourhood_id, month, topic, nuisance, times)
	select n.id,
		date_trunc('month', private.local_date(private.clock(), n.time_zone)::timestamp)::date,
		count_request.topic, count_request.nuisance, 1
	from public.neighbourhoods n where n.id = count_request.neighbourhood_id
	on conflict on constraint contact_counts_neighbourhood_id_month_topic_nuisance_key
	do update set times = c.times + 1;
$$;
revoke execute on function private.count_request(
	uuid, public.contact_topic, public.nuisance_kind
) from public;

create function public.ask_contact(
	id uuid, neighbourhood_id uuid, topic public.contact_topic, words text,
	call_time public.call_time, telephone text, keep_number boolean,
	nuisance public.nuisance_kind, nuisance_when public.nuisance_when, severity integer,
	talk public.nuisance_talk
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := private.my_resident_in(ask_contact.neighbourhood_id);
	account constant text := (select auth.uid())::text;
	-- First, since two tries at the same moment wait for each other here.
	exhausted constant boolean := private.is_exhausted('contact_request', account);
	gets record;
	made uuid;
begin
	select w.* into gets from private.who_gets(ask_contact.neighbourhood_id) w;
	-- The same form sent twice asks once.
	if exists (select from public.contact_requests c where c.id = ask_contact.id and c.author_id = me) then
		return ask_contact.id;
	elsif exhausted then
		raise sqlstate 'PT429' using message = 'too many', hint = 'too_many_contact_requests';
	elsif (gets.holder).id is null then
		raise sqlstate 'PT409' using message = 'nobody', hint = 'no_contact_person';
	end if;
	perform private.note_attempt('contact_request', account);
	insert into public.contact_requests (
		id, neighbourhood_id, author_id, topic, words, call_time, telephone, nuisance, nuisance_when,
		severity, talk, asked_at, holder, both_see, promised_at
	) values (
		ask_contact.id, ask_contact.neighbourhood_id, me, ask_contact.topic,
		replace(ask_contact.words, E'\r\n', E'\n'), ask_contact.call_time, ask_contact.telephone,
		ask_contact.nuisance, ask_contact.nuisance_when, ask_contact.severity, ask_contact.talk,
		private.clock(), (gets.holder).role, gets.both_see, private.read_by((gets.holder).id)
	)
	on conflict on constraint contact_requests_pkey do nothing
	returning contact_requests.id into made;
	-- An id of somebody else says nothing, not even that it is taken.
	if made is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.count_request(
		ask_contact.neighbourhood_id, ask_contact.topic, ask_contact.nuisance
	);
	if ask_contact.keep_number and ask_contact.telephone is not null then
		insert into public.contact_numbers as k (resident_id, telephone)
		values (me, ask_contact.telephone)
		on conflict (resident_id) do update set telephone = excluded.telephone;
	end if;
	return made;
end;
$$;
revoke execute on function public.ask_contact(
	uuid, uuid, public.contact_topic, text, public.call_time, text, boolean,
	public.nuisance_kind, public.nuisance_when, integer, public.nuisance_talk
) from public;
grant execute on function public.ask_contact(
	uuid, uuid, public.contact_topic, text, public.call_time, text, boolean,
	public.nuisance_kind, public.nuisance_when, integer, public.nuisance_talk
) to authenticated;
comment on function public.ask_contact(
	uuid, uuid, public.contact_topic, text, public.call_time, text, boolean,
	public.nuisance_kind, public.nuisance_when, integer, public.nuisance_talk
) is 'Laat je bellen, and Overlast. words may be null. telephone and call_time go together; may be null with nuisance when talk is not call_me. The last four for nuisance alone. keep_number remembers the number for next time. The same id twice asks once. 409 no_contact_person, 429 too_many_contact_requests over ten a day.';

create function public.forget_contact_number(neighbourhood_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := private.my_resident_in(forget_contact_number.neighbourhood_id);
begin
	delete from public.contact_numbers k where k.resident_id = me;
end;
$$;
revoke execute on function public.forget_contact_number(uuid) from public;
grant execute on function public.forget_contact_number(uuid) to authenticated;
comment on function public.forget_contact_number(uuid) is
	'The number I asked to remember is gone. What I asked before keeps its own.';

create function public.cancel_contact_request(request_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	request constant public.contact_requests := private.lock_own_request(cancel_contact_request.request_id);
begin
	delete from public.contact_requests c where c.id = request.id;
end;
$$;
revoke execute on function public.cancel_contact_request(uuid) from public;
grant execute on function public.cancel_contact_request(uuid) to authenticated;
comment on function public.cancel_contact_request(uuid) is
	'Laat maar: my request is gone, in any state, for everybody.';

create function public.answer_handover(request_id uuid, agree boolean) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
	request constant public.contact_requests := private.lock_own_request(answer_handover.request_id);
begin
	update public.contact_requests c set handover_asked_at = null where c.id = request.id;
	if answer_handover.agree and request.handover_asked_at is not null then
		perform private.hand_over(request);
	end if;
	return coalesce(answer_handover.agree, false) and exists (
		select from public.contact_requests c where c.id = request.id and c.holder = 'stand_in'
	);
end;
$$;
revoke execute on function public.answer_handover(uuid, boolean) from public;
grant execute on function public.answer_handover(uuid, boolean) to authenticated;
comment on function public.answer_handover(uuid, boolean) is
	'Whether the stand-in may take my request over. Answers whether the stand-in has it now: the question may be taken back meanwhile. Twice is once.';

create function private.stand_in_may_answer(request public.contact_requests) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (private.other_staff(request.neighbourhood_id, 'contact_person', (
		select r.profile_id from public.residents r where r.id = request.author_id
	))).id is not null;
end;
$$;
revoke execute on function private.stand_in_may_answer(public.contact_requests) from public;
comment on function private.stand_in_may_answer(public.contact_requests) is
	'Whether there is a stand-in with an account who did not ask it themselves.';

create function private.hand_over(request public.contact_requests) returns void
language sql volatile security definer set search_path = '' as $$
	update public.contact_requests c
	set holder = 'stand_in', both_see = false, handover_asked_at = null, state = 'waiting',
		warned_at = null,
		promised_at = private.read_by((private.contact_staff(c.neighbourhood_id, 'stand_in')).id)
	where c.id = request.id and c.holder = 'contact_person' and private.stand_in_may_answer(c);
$$;
revoke execute on function private.hand_over(public.contact_requests) from public;

create function public.say_if_helped(request_id uuid, helped boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	request constant public.contact_requests := private.lock_own_request(say_if_helped.request_id);
	staff public.staff := private.contact_staff(request.neighbourhood_id, request.holder);
begin
	if request.state <> 'closed' or say_if_helped.helped is null then
		return;
	elsif say_if_helped.helped then
		update public.contact_requests c set helped = true where c.id = request.id;
		return;
	end if;
	-- To who had it, unless they are not there to take it up.
	if staff.profile_id is null or staff.profile_id = (select auth.uid()) or private.is_away(staff.id) then
		staff := private.who_answers(request.neighbourhood_id);
	end if;
	update public.contact_requests c
	set state = 'waiting', closed_at = null, helped = null, warned_at = null,
		holder = coalesce(staff.role, c.holder), both_see = c.both_see or private.is_shared(staff),
		promised_at = private.read_by(staff.id)
	where c.id = request.id;
end;
$$;
revoke execute on function public.say_if_helped(uuid, boolean) from public;
grant execute on function public.say_if_helped(uuid, boolean) to authenticated;
comment on function public.say_if_helped(uuid, boolean) is
	'Heeft het geholpen? A no opens my closed request again. Of one that is open it changes nothing.';

create function private.contact_conversation(neighbourhood_id uuid, other uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	account constant uuid := (select auth.uid());
	found_id uuid;
begin
	perform private.lock_pair(account, contact_conversation.other);
	select c.id into found_id
	from public.conversations c
	where c.neighbourhood_id = contact_conversation.neighbourhood_id and c.kind = 'contact'
		and c.ended_at is null
		and (
			select count(*) = 2 from public.conversation_participants p
			where p.conversation_id = c.id and p.left_at is null
				and p.profile_id in (account, contact_conversation.other)
		)
	limit 1;
	if found_id is null then
		if private.is_exhausted('contact_message', account::text) then
			raise sqlstate 'PT429' using message = 'too many', hint = 'too_many_contact_messages';
		end if;
		perform private.note_attempt('contact_message', account::text);
		found_id := private.open_conversation(
			contact_conversation.neighbourhood_id, array[account, contact_conversation.other], 'contact'
		);
	end if;
	return found_id;
end;
$$;
revoke execute on function private.contact_conversation(uuid, uuid) from public;
comment on function private.contact_conversation(uuid, uuid) is
	'The conversation between me and the other about what is asked of a contact person, whoever of the two opened it; opened when there is none. The caller checks that they may.';

create function public.message_contact(neighbourhood_id uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := private.my_resident_in(message_contact.neighbourhood_id);
	staff constant public.staff := private.who_answers(message_contact.neighbourhood_id);
begin
	if staff.id is null then
		raise sqlstate 'PT409' using message = 'nobody', hint = 'no_contact_person';
	end if;
	return private.contact_conversation(message_contact.neighbourhood_id, staff.profile_id);
end;
$$;
revoke execute on function public.message_contact(uuid) from public;
grant execute on function public.message_contact(uuid) to authenticated;
comment on function public.message_contact(uuid) is
	'The conversation between me and who answers now, opened when there is none. 409 no_contact_person, 429 too_many_contact_messages over ten new ones a day.';

-- Answering -----------------------------------------------------------------------------------------

create function private.my_contact_staff(neighbourhood_id uuid) returns public.staff
language plpgsql stable security definer set search_path = '' as $$
declare
	me public.staff;
begin
	select * into me from public.staff s
	where s.neighbourhood_id = my_contact_staff.neighbourhood_id
		and s.profile_id = (select auth.uid()) and s.role <> 'facilitator'
	order by s.role limit 1;
	if me.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return me;
end;
$$;
revoke execute on function private.my_contact_staff(uuid) from public;

create function public.note_nuisance(
	id uuid, neighbourhood_id uuid, words text, call_time public.call_time, telephone text,
	nuisance public.nuisance_kind, nuisance_when public.nuisance_when, severity integer,
	talk public.nuisance_talk
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.staff := private.my_contact_staff(note_nuisance.neighbourhood_id);
	made uuid;
begin
	insert into public.contact_requests (
		id, neighbourhood_id, topic, words, call_time, telephone, nuisance, nuisance_when, severity, talk,
		asked_at, holder, both_see, state, promised_at
	) values (
		note_nuisance.id, me.neighbourhood_id, 'nuisance', replace(note_nuisance.words, E'\r\n', E'\n'),
		note_nuisance.call_time, note_nuisance.telephone, note_nuisance.nuisance, note_nuisance.nuisance_when,
		note_nuisance.severity, note_nuisance.talk, private.clock(), me.role, false, 'read',
		private.read_by(me.id)
	)
	on conflict on constraint contact_requests_pkey do nothing
	returning contact_requests.id into made;
	if made is not null then
		perform private.count_request(me.neighbourhood_id, 'nuisance', note_nuisance.nuisance);
	elsif not exists (
		select from public.contact_requests c
		where c.id = note_nuisance.id and c.author_id is null and private.may_answer_request(c)
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return note_nuisance.id;
end;
$$;
revoke execute on function public.note_nuisance(
	uuid, uuid, text, public.call_time, text, public.nuisance_kind, public.nuisance_when, integer,
	public.nuisance_talk
) from public;
grant execute on function public.note_nuisance(
	uuid, uuid, text, public.call_time, text, public.nuisance_kind, public.nuisance_when, integer,
	public.nuisance_talk
) to authenticated;
comment on function public.note_nuisance(
	uuid, uuid, text, public.call_time, text, public.nuisance_kind, public.nuisance_when, integer,
	public.nuisance_talk
) is 'What somebody told the contact person or stand-in by telephone, without who told it. The same id twice notes once.';

create function public.read_contact_request(request_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	request constant public.contact_requests := private.lock_contact_request(read_contact_request.request_id);
begin
	update public.contact_requests c set state = 'read'
	where c.id = request.id and c.state = 'waiting';
end;
$$;
revoke execute on function public.read_contact_request(uuid) from public;
grant execute on function public.read_contact_request(uuid) to authenticated;
comment on function public.read_contact_request(uuid) is
	'Gelezen: by the contact person or stand-in, when they open it. Told to its author.';

create function public.answer_contact_request(
	request_id uuid, state public.contact_state, planned_at timestamptz, line text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	request constant public.contact_requests := private.lock_contact_request(
		answer_contact_request.request_id
	);
	me constant public.staff := private.my_contact_staff(request.neighbourhood_id);
	zone constant text := (
		select n.time_zone from public.neighbourhoods n where n.id = request.neighbourhood_id
	);
begin
	if request.state = 'closed' then
		-- The same form sent twice closes once.
		if answer_contact_request.state = 'closed' and request.line is not distinct from answer_contact_request.line then
			return;
		end if;
		raise sqlstate 'PT409' using message = 'closed', hint = 'request_closed';
	elsif coalesce(answer_contact_request.state not in ('today', 'planned', 'closed'), true)
		or (answer_contact_request.state = 'planned') <> (answer_contact_request.planned_at is not null)
	then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif answer_contact_request.planned_at <= private.clock() then
		raise sqlstate 'PT409' using message = 'past', hint = 'moment_in_past';
	elsif answer_contact_request.planned_at > private.clock() + interval '92 days' then
		raise sqlstate 'PT409' using message = 'far', hint = 'not_that_far';
	end if;
	update public.contact_requests c
	set state = answer_contact_request.state, line = answer_contact_request.line,
		-- Of two who see it, who acts has it from then on.
		holder = case when c.both_see then me.role else c.holder end,
		line_by_id = case when answer_contact_request.line is not null then me.id end,
		handover_asked_at = null,
		promised_at = case answer_contact_request.state
			when 'planned' then answer_contact_request.planned_at
			-- By the end of the day.
			when 'today' then (
				private.local_date(private.clock(), zone) + 1
			)::timestamp at time zone zone - interval '1 minute'
			else c.promised_at
		end,
		-- Another promise may be broken too.
		warned_at = case when answer_contact_request.state = 'closed' then c.warned_at end,
		closed_at = case when answer_contact_request.state = 'closed' then private.clock() end
	where c.id = request.id;
end;
$$;
revoke execute on function public.answer_contact_request(
	uuid, public.contact_state, timestamptz, text
) from public;
grant execute on function public.answer_contact_request(
	uuid, public.contact_state, timestamptz, text
) to authenticated;
comment on function public.answer_contact_request(
	uuid, public.contact_state, timestamptz, text
) is 'Ik bel je vandaag (today), afgesproken (planned, with the moment) or klaar (closed), with a line or null. Whoever says it of what both see holds it from then on. 409 request_closed, moment_in_past, not_that_far over three months.';

create function public.message_author(request_id uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	request constant public.contact_requests := private.lock_contact_request(message_author.request_id);
	author constant uuid := (
		select r.profile_id from public.residents r where r.id = request.author_id
	);
begin
	if author is null or request.closed_at <= private.clock() - interval '30 days' then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return private.contact_conversation(request.neighbourhood_id, author);
end;
$$;
revoke execute on function public.message_author(uuid) from public;
grant execute on function public.message_author(uuid) to authenticated;
comment on function public.message_author(uuid) is
	'The conversation between who asked and me, who answers it; opened when there is none. Until thirty days after closing. 429 too_many_contact_messages over ten new ones a day.';

create function public.ask_handover(request_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	request constant public.contact_requests := private.lock_contact_request(ask_handover.request_id);
begin
	if request.state = 'closed' then
		raise sqlstate 'PT409' using message = 'closed', hint = 'request_closed';
	elsif request.holder <> 'contact_person' or not private.stand_in_may_answer(request) or not exists (
		select from private.my_contact_roles() m
		where m.neighbourhood_id = request.neighbourhood_id and m.role = 'contact_person'
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif request.author_id is null then
		perform private.hand_over(request);
	else
		update public.contact_requests c
		set handover_asked_at = coalesce(c.handover_asked_at, private.clock())
		where c.id = request.id;
	end if;
end;
$$;
revoke execute on function public.ask_handover(uuid) from public;
grant execute on function public.ask_handover(uuid) to authenticated;
comment on function public.ask_handover(uuid) is
	'The contact person asks the author whether the stand-in may take it over; what has no author goes at once.';

-- Being there, being away -----------------------------------------------------------------------------

create function public.set_contact_hours(neighbourhood_id uuid, hours jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.staff := private.my_contact_staff(set_contact_hours.neighbourhood_id);
begin
	perform from public.staff s where s.id = me.id for update;
	delete from public.contact_hours h where h.staff_id = me.id;
	insert into public.contact_hours (staff_id, weekday, opens_at, closes_at)
	select me.id, h.weekday, h."opensAt", h."closesAt"
	-- Lite hands over JSON written out as one string.
	from jsonb_to_recordset(case jsonb_typeof(set_contact_hours.hours)
		when 'string' then (set_contact_hours.hours #>> '{}')::jsonb else set_contact_hours.hours end)
		as h (weekday smallint, "opensAt" time, "closesAt" time);
end;
$$;
revoke execute on function public.set_contact_hours(uuid, jsonb) from public;
grant execute on function public.set_contact_hours(uuid, jsonb) to authenticated;
comment on function public.set_contact_hours(uuid, jsonb) is
	'My hours of the week, all at once: [{weekday, opensAt, closesAt}], a day once at most.';

create function public.go_away(id uuid, neighbourhood_id uuid, first_on date, last_on date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.staff := private.my_contact_staff(go_away.neighbourhood_id);
	today constant date := (
		select private.local_date(private.clock(), n.time_zone)
		from public.neighbourhoods n where n.id = me.neighbourhood_id
	);
begin
	if go_away.last_on < today then
		raise sqlstate 'PT409' using message = 'past', hint = 'moment_in_past';
	elsif go_away.last_on > today + 366 then
		raise sqlstate 'PT409' using message = 'far', hint = 'not_that_far';
	end if;
	insert into public.staff_absences (id, staff_id, first_on, last_on)
	values (go_away.id, me.id, go_away.first_on, go_away.last_on)
	on conflict on constraint staff_absences_pkey do nothing;
end;
$$;
revoke execute on function public.go_away(uuid, uuid, date, date) from public;
grant execute on function public.go_away(uuid, uuid, date, date) to authenticated;
comment on function public.go_away(uuid, uuid, date, date) is
	'Days on which I am away, both included; what is asked meanwhile goes to the other. 409 moment_in_past, not_that_far over a year.';

create function public.come_back(absence_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from public.staff_absences a
	using public.staff s
	where a.id = come_back.absence_id and s.id = a.staff_id and s.profile_id = (select auth.uid());
end;
$$;
revoke execute on function public.come_back(uuid) from public;
grant execute on function public.come_back(uuid) to authenticated;
comment on function public.come_back(uuid) is
	'I am not away after all: takes back days of my own, and nothing of anybody else.';

create function public.not_now(neighbourhood_id uuid, minutes integer) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.staff := private.my_contact_staff(not_now.neighbourhood_id);
begin
	update public.staff s
	set not_now_until = case
		when not_now.minutes is null then (
			private.local_date(private.clock(), n.time_zone) + 1
		)::timestamp at time zone n.time_zone
		when not_now.minutes > 0 then private.clock() + make_interval(mins => least(not_now.minutes, 1440))
	end
	from public.neighbourhoods n
	where s.id = me.id and n.id = s.neighbourhood_id;
end;
$$;
revoke execute on function public.not_now(uuid, integer) from public;
grant execute on function public.not_now(uuid, integer) to authenticated;
comment on function public.not_now(uuid, integer) is
	'Nu even niet, for so many minutes (a day at most); null: the rest of the day; 0: I am there again.';

create function public.keep_service(
	id uuid, neighbourhood_id uuid, kind public.service_kind, name text, ask text, telephone text,
	website text, hours text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant public.staff := private.my_contact_staff(keep_service.neighbourhood_id);
begin
	perform from public.neighbourhoods n where n.id = me.neighbourhood_id for no key update;
	if not exists (select from public.local_services s where s.id = keep_service.id) and (
		select count(*) from public.local_services s where s.neighbourhood_id = me.neighbourhood_id
	) >= 20 then
		raise sqlstate 'PT409' using message = 'twenty', hint = 'too_many_services';
	end if;
	insert into public.local_services as s (
		id, neighbourhood_id, kind, name, ask, telephone, website, hours
	) values (
		keep_service.id, me.neighbourhood_id, keep_service.kind, keep_service.name, keep_service.ask,
		keep_service.telephone, keep_service.website, keep_service.hours
	)
	on conflict on constraint local_services_pkey do update set
		kind = excluded.kind, name = excluded.name, ask = excluded.ask, telephone = excluded.telephone,
		website = excluded.website, hours = excluded.hours
	where s.neighbourhood_id = me.neighbourhood_id;
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
end;
$$;
revoke execute on function public.keep_service(
	uuid, uuid, public.service_kind, text, text, text, text, text
) from public;
grant execute on function public.keep_service(
	uuid, uuid, public.service_kind, text, text, text, text, text
) to authenticated;
comment on function public.keep_service(
	uuid, uuid, public.service_kind, text, text, text, text, text
) is 'The contact person or stand-in adds who does what, or changes it. telephone, website (https) and hours may be null. 409 too_many_services over twenty.';

create function public.remove_service(service_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from public.local_services s
	where s.id = remove_service.service_id
		and s.neighbourhood_id in (select private.my_contact_neighbourhood_ids());
end;
$$;
revoke execute on function public.remove_service(uuid) from public;
grant execute on function public.remove_service(uuid) to authenticated;
comment on function public.remove_service(uuid) is
	'The contact person or stand-in takes away who does what; of another neighbourhood nothing.';

-- What waits too long --------------------------------------------------------------------------------

create function private.warn_of_waiting_requests() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	due public.contact_requests;
begin
	for due in
		select c.* from public.contact_requests c
		where c.state <> 'closed' and c.warned_at is null
			and (
				c.promised_at <= private.clock()
				-- Who is away or works here no more will not read it, so nobody waits for that.
				or c.state = 'waiting' and not exists (
					select from public.staff s
					where s.neighbourhood_id = c.neighbourhood_id and s.role = c.holder
						and s.profile_id is not null and not private.is_away(s.id)
				)
			)
		order by c.promised_at limit 500 for update of c skip locked
	loop
		update public.contact_requests c
		set warned_at = private.clock(), both_see = true where c.id = due.id;
		perform private.post_mail('request_waits', s.neighbourhood_id, profile_id => s.profile_id)
		from private.contact_staff(due.neighbourhood_id, 'stand_in') s
		where private.stand_in_may_answer(due)
		-- One mail a day says as much as ten.
		and not exists (
			select from private.outbox o
			where o.kind = 'request_waits' and o.profile_id = s.profile_id
				and o.neighbourhood_id = s.neighbourhood_id
				and o.made_at > private.clock() - interval '20 hours'
		);
	end loop;
end;
$$;
revoke execute on function private.warn_of_waiting_requests() from public;
comment on function private.warn_of_waiting_requests() is
	'A request whose promise was not kept, each promise once, and at once one that waits for who is away or has no account: from then on both see it, and the stand-in gets a mail without content.';
