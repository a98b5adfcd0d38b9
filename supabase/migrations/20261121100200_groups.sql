-- A Buurtplein: its chairs, who has one, who asks, who waits.

create type public.activity as enum ('walk', 'game', 'talk', 'coffee', 'chore', 'speaker', 'other');
create type public.group_news_kind as enum (
	'started', 'member_joined', 'host_changed', 'moment_changed', 'place_changed', 'meetup_moved',
	'meetup_cancelled', 'meetup_restored', 'paused', 'resumed', 'speaker_booked', 'speaker_cancelled'
);

create table public.groups (
	id uuid primary key default gen_random_uuid(),
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	name text not null check (
		char_length(name) between 2 and 40 and name = btrim(name) and name !~ '[[:cntrl:]]'
	),
	place_name text not null check (
		char_length(place_name) between 2 and 60 and place_name = btrim(place_name)
		and place_name !~ '[[:cntrl:]]'
	),
	likes public.activity[] not null default '{}' check (
		cardinality(likes) <= 7 and array_position(likes, null) is null
	),
	likes_words text check (char_length(likes_words) between 1 and 80 and likes_words !~ '[[:cntrl:]]'),
	capacity smallint not null default 8 check (capacity between 3 and 8),
	chairs_taken smallint not null default 0 check (chairs_taken between 0 and capacity),
	waiting_count integer not null default 0 check (waiting_count >= 0),
	weekday smallint not null check (weekday between 1 and 7),
	starts_at time not null check (starts_at between '07:00' and '22:00'),
	duration_minutes smallint not null check (duration_minutes between 30 and 240),
	paused_until date,
	planned_through date not null default '-infinity',
	closed_at timestamptz,
	created_at timestamptz not null default now()
);
create index groups_neighbourhood_id on public.groups (neighbourhood_id);
create index groups_planned_through on public.groups (planned_through) where closed_at is null;

create table public.group_places (
	group_id uuid primary key references public.groups (id) on delete cascade,
	address text not null check (char_length(address) between 2 and 120 and address !~ '[[:cntrl:]]')
);

create table public.memberships (
	group_id uuid not null references public.groups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	is_host boolean not null default false,
	since timestamptz not null,
	primary key (group_id, resident_id)
);
create index memberships_resident_id_group_id on public.memberships (resident_id, group_id);

create table public.chair_requests (
	group_id uuid not null references public.groups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	asked_at timestamptz not null,
	primary key (group_id, resident_id)
);
create index chair_requests_resident_id on public.chair_requests (resident_id);

create table public.waitlist (
	group_id uuid not null references public.groups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	since timestamptz not null,
	primary key (group_id, resident_id)
);
create index waitlist_group_id_since on public.waitlist (group_id, since);
create index waitlist_resident_id on public.waitlist (resident_id);

create table public.departures (
	group_id uuid not null references public.groups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	member_since timestamptz not null,
	left_at timestamptz not null,
	primary key (group_id, resident_id)
);
create index departures_resident_id on public.departures (resident_id);
create index departures_left_at on public.departures (left_at);

create table public.group_news (
	id uuid primary key default gen_random_uuid(),
	group_id uuid not null references public.groups (id) on delete cascade,
	resident_id uuid references public.residents (id) on delete cascade,
	kind public.group_news_kind not null,
	details jsonb not null default '{}',
	happened_at timestamptz not null
);
create index group_news_group_id_happened_at on public.group_news (group_id, happened_at desc);
create index group_news_resident_id on public.group_news (resident_id);

alter table public.groups enable row level security;
alter table public.groups force row level security;
alter table public.group_places enable row level security;
alter table public.group_places force row level security;
alter table public.memberships enable row level security;
alter table public.memberships force row level security;
alter table public.chair_requests enable row level security;
alter table public.chair_requests force row level security;
alter table public.waitlist enable row level security;
alter table public.waitlist force row level security;
alter table public.departures enable row level security;
alter table public.departures force row level security;
alter table public.group_news enable row level security;
alter table public.group_news force row level security;

-- What is mine ----------------------------------------------------------------------------------

create function private.my_group_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select m.group_id
		from public.residents r join public.memberships m on m.resident_id = r.id
		where r.profile_id = (select auth.uid());
end;
$$;
revoke execute on function private.my_group_ids() from public;
grant execute on function private.my_group_ids() to authenticated;

create function private.my_hosted_group_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select m.group_id
		from public.residents r join public.memberships m on m.resident_id = r.id
		where r.profile_id = (select auth.uid()) and m.is_host;
end;
$$;
revoke execute on function private.my_hosted_group_ids() from public;
grant execute on function private.my_hosted_group_ids() to authenticated;

create function private.my_facilitated_group_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select g.id
		from public.staff s join public.groups g on g.neighbourhood_id = s.neighbourhood_id
		where s.profile_id = (select auth.uid()) and s.role = 'facilitator';
end;
$$;
revoke execute on function private.my_facilitated_group_ids() from public;
grant execute on function private.my_facilitated_group_ids() to authenticated;

create function private.known_resident_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	with mine as (
		select r.id from public.residents r where r.profile_id = (select auth.uid())
	), seats as (
		select m.group_id, m.is_host from public.memberships m join mine on mine.id = m.resident_id
	), desks as (
		select g.id as group_id
		from public.staff s join public.groups g on g.neighbourhood_id = s.neighbourhood_id
		where s.profile_id = (select auth.uid()) and s.role = 'facilitator'
	)
	select mine.id from mine
	union all
	select m.resident_id from public.memberships m join seats on seats.group_id = m.group_id
	union all
	select c.resident_id from public.chair_requests c join seats on seats.group_id = c.group_id
	where seats.is_host
	union all
	select m.resident_id from public.memberships m join desks on desks.group_id = m.group_id
	union all
	select c.resident_id from public.chair_requests c join desks on desks.group_id = c.group_id
	union all
	select w.resident_id from public.waitlist w join desks on desks.group_id = w.group_id;
end;
$$;
revoke execute on function private.known_resident_ids() from public;
grant execute on function private.known_resident_ids() to authenticated;
comment on function private.known_resident_ids() is
	'Whose first name and face I may see: my own, group mates, who asks me as host, and as facilitator members and waiting.';

create function private.my_asked_group_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select c.group_id
		from public.residents r join public.chair_requests c on c.resident_id = r.id
		where r.profile_id = (select auth.uid())
		union all
		select c.group_id
		from public.staff s
		join public.groups g on g.neighbourhood_id = s.neighbourhood_id
		join public.chair_requests c on c.group_id = g.id
		where s.profile_id = (select auth.uid()) and s.role = 'facilitator';
end;
$$;
revoke execute on function private.my_asked_group_ids() from public;
grant execute on function private.my_asked_group_ids() to authenticated;
comment on function private.my_asked_group_ids() is
	'Groups where I ask for a chair, and those of my neighbourhood as facilitator where anybody asks.';

-- Policies --------------------------------------------------------------------------------------

create policy "people see the neighbours they share a group with"
	on public.residents for select to authenticated
	using (id = any (array(select private.known_resident_ids())));

-- A group that closed while somebody asked stays with that person and the facilitators: the request
-- would wait where nobody sees it.
create policy "residents see the groups of their neighbourhood"
	on public.groups for select to authenticated
	using (
		neighbourhood_id = any (array(select private.my_neighbourhood_ids()))
		and (closed_at is null or id = any (array(select private.my_asked_group_ids())))
	);

create policy "members and facilitators see the address"
	on public.group_places for select to authenticated
	using (
		group_id = any (array(select private.my_group_ids()))
		or group_id = any (array(select private.my_facilitated_group_ids()))
	);

create policy "members and facilitators see who has a chair"
	on public.memberships for select to authenticated
	using (
		group_id = any (array(select private.my_group_ids()))
		or group_id = any (array(select private.my_facilitated_group_ids()))
	);

create policy "people see their own request, hosts and facilitators who asks"
	on public.chair_requests for select to authenticated
	using (
		resident_id = any (array(select private.my_resident_ids()))
		or group_id = any (array(select private.my_hosted_group_ids()))
		or group_id = any (array(select private.my_facilitated_group_ids()))
	);

create policy "people see their own place in line; facilitators see the line"
	on public.waitlist for select to authenticated
	using (
		resident_id = any (array(select private.my_resident_ids()))
		or group_id = any (array(select private.my_facilitated_group_ids()))
	);

create policy "people see where they left today"
	on public.departures for select to authenticated
	using (resident_id = any (array(select private.my_resident_ids())));

create policy "members and facilitators read what changed"
	on public.group_news for select to authenticated
	using (
		group_id = any (array(select private.my_group_ids()))
		or group_id = any (array(select private.my_facilitated_group_ids()))
	);

grant select (
	id, neighbourhood_id, name, place_name, likes, likes_words, capacity, chairs_taken, waiting_count,
	weekday, starts_at, duration_minutes, paused_until, closed_at
) on public.groups to authenticated;
grant select (group_id, address) on public.group_places to authenticated;
grant select (group_id, resident_id, is_host) on public.memberships to authenticated;
grant select (group_id, resident_id, asked_at) on public.chair_requests to authenticated;
grant select (group_id, resident_id, since) on public.waitlist to authenticated;
grant select (group_id, resident_id, left_at) on public.departures to authenticated;
grant select (id, group_id, resident_id, kind, details, happened_at) on public.group_news
	to authenticated;

comment on table public.groups is
	'A Buurtplein: seven or eight neighbours with a fixed weekly moment, local time of the neighbourhood. Its name and place are the group''s, not those of who typed them. Ground: agreement. Term: until a week after the last member left, longer only while somebody asks for a chair.';
comment on table public.group_places is
	'Where exactly a group meets; for its members and facilitators. Ground: agreement. Term: as long as the group meets there.';
comment on table public.memberships is
	'A standing place: expected every week unless said otherwise. Ground: agreement. Term: until that person leaves.';
comment on table public.chair_requests is
	'Who asks for a free chair and has not been welcomed yet. Empty while the group is full. Ground: agreement. Term: until welcomed or withdrawn.';
comment on table public.waitlist is
	'Who waits for a chair, first come, first served. Empty while a chair is free. Ground: agreement. Term: until there is a chair or it is withdrawn.';
comment on table public.departures is
	'Who left, so that leaving can be undone. Seen by that person only. Ground: agreement. Term: one day.';
comment on table public.group_news is
	'Lines in the group about what changed. Ground: agreement. Term: eight weeks.';

-- Chairs ----------------------------------------------------------------------------------------

create function private.tell_group(
	group_id uuid, kind public.group_news_kind, details jsonb default '{}', resident_id uuid default null
) returns void
language sql volatile security definer set search_path = '' as $$
	insert into public.group_news (group_id, kind, details, resident_id, happened_at)
	values (tell_group.group_id, tell_group.kind, tell_group.details, tell_group.resident_id, private.clock());
$$;
revoke execute on function private.tell_group(uuid, public.group_news_kind, jsonb, uuid) from public;

create function private.seat(group_id uuid, resident_id uuid, since timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from public.chair_requests c
	where c.group_id = seat.group_id and c.resident_id = seat.resident_id;
	delete from public.waitlist w
	where w.group_id = seat.group_id and w.resident_id = seat.resident_id;
	delete from public.departures d
	where d.group_id = seat.group_id and d.resident_id = seat.resident_id;
	-- Before the chair is counted: it is not kept free for this person any more.
	delete from public.chair_offers o
	where o.group_id = seat.group_id and o.resident_id = seat.resident_id;
	insert into public.memberships (group_id, resident_id, since)
	values (seat.group_id, seat.resident_id, seat.since);
	perform private.tell_group(seat.group_id, 'member_joined', '{}', seat.resident_id);
end;
$$;
revoke execute on function private.seat(uuid, uuid, timestamptz) from public;

create function private.chairs_free(of_group public.groups, apart_from uuid default null)
returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
	return chairs_free.of_group.capacity - chairs_free.of_group.chairs_taken - (
		select count(*)::integer from public.chair_offers o
		where o.group_id = chairs_free.of_group.id
			and o.resident_id is distinct from chairs_free.apart_from
	);
end;
$$;
revoke execute on function private.chairs_free(public.groups, uuid) from public;
comment on function private.chairs_free(public.groups, uuid) is
	'Chairs that nobody has and that are offered to nobody, but perhaps to the one who asks.';

create function private.settle_chairs(group_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	settled public.groups;
	next_in_line uuid;
begin
	select * into settled from public.groups g where g.id = settle_chairs.group_id for update;
	if private.chairs_free(settled) > 0 then
		select w.resident_id into next_in_line
		from public.waitlist w where w.group_id = settle_chairs.group_id
		order by w.since, w.resident_id limit 1;
		if next_in_line is not null then
			-- The trigger on memberships counts this chair and settles the others.
			perform private.seat(settle_chairs.group_id, next_in_line, private.clock());
		end if;
	else
		insert into public.waitlist (group_id, resident_id, since)
		select c.group_id, c.resident_id, c.asked_at
		from public.chair_requests c where c.group_id = settle_chairs.group_id;
		delete from public.chair_requests c where c.group_id = settle_chairs.group_id;
	end if;
end;
$$;
revoke execute on function private.settle_chairs(uuid) from public;
comment on function private.settle_chairs(uuid) is
	'Never a free chair while someone waits, but those that are offered; when the last chair goes, who asked keeps their turn on the waiting list.';

create function private.tg_memberships__count_chairs() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	if tg_op = 'INSERT' then
		update public.groups set chairs_taken = chairs_taken + 1, closed_at = null where id = new.group_id;
		perform private.settle_chairs(new.group_id);
		return null;
	end if;
	update public.groups set chairs_taken = chairs_taken - 1 where id = old.group_id;
	perform private.settle_chairs(old.group_id);
	perform private.settle_host(old.group_id);
	return null;
end;
$$;
revoke execute on function private.tg_memberships__count_chairs() from public;

create function private.settle_host(group_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	heir uuid;
begin
	if exists (select from public.memberships m where m.group_id = settle_host.group_id and m.is_host) then
		return;
	end if;
	-- Somebody without an account only when nobody else is there: then a facilitator helps.
	select m.resident_id into heir
	from public.memberships m join public.residents r on r.id = m.resident_id
	where m.group_id = settle_host.group_id
	order by r.profile_id is null, m.since, m.resident_id limit 1;
	if heir is null then
		update public.groups g set closed_at = private.clock()
		where g.id = settle_host.group_id and g.closed_at is null
			and not exists (select from public.chair_offers o where o.group_id = g.id);
	else
		update public.memberships m set is_host = true
		where m.group_id = settle_host.group_id and m.resident_id = heir;
		perform private.tell_group(settle_host.group_id, 'host_changed', '{}', heir);
	end if;
end;
$$;
revoke execute on function private.settle_host(uuid) from public;
comment on function private.settle_host(uuid) is
	'A group with members always has a host: the longest member follows one who left. Without members it closes, unless somebody is offered a chair.';

create trigger count_chairs after insert or delete on public.memberships
	for each row execute function private.tg_memberships__count_chairs();

create function private.tg_waitlist__count_waiting() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	if tg_op = 'INSERT' then
		update public.groups set waiting_count = waiting_count + 1 where id = new.group_id;
	else
		update public.groups set waiting_count = waiting_count - 1 where id = old.group_id;
	end if;
	return null;
end;
$$;
revoke execute on function private.tg_waitlist__count_waiting() from public;

create trigger count_waiting after insert or delete on public.waitlist
	for each row execute function private.tg_waitlist__count_waiting();

-- Verbs -----------------------------------------------------------------------------------------

create function private.lock_group(group_id uuid) returns public.groups
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked public.groups;
begin
	select * into locked from public.groups g
	where g.id = lock_group.group_id
		and g.neighbourhood_id in (select private.my_neighbourhood_ids())
	for update;
	if locked.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return locked;
end;
$$;
revoke execute on function private.lock_group(uuid) from public;
comment on function private.lock_group(uuid) is
	'Locks a group of my neighbourhood; one of elsewhere and one that does not exist answer alike.';

create function private.lock_open_group(group_id uuid) returns public.groups
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked public.groups := private.lock_group(lock_open_group.group_id);
begin
	if locked.closed_at is not null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return locked;
end;
$$;
revoke execute on function private.lock_open_group(uuid) from public;

create function private.lock_hosted_group(group_id uuid) returns public.groups
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked public.groups := private.lock_open_group(lock_hosted_group.group_id);
begin
	if locked.id not in (select private.my_hosted_group_ids()) then
		raise sqlstate 'PT403' using message = 'only the host may do this', hint = 'host_only';
	end if;
	return locked;
end;
$$;
revoke execute on function private.lock_hosted_group(uuid) from public;

create function private.takes_offered_chair(of_group public.groups, resident_id uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if of_group.chairs_taken >= of_group.capacity or not exists (
		select from public.chair_offers o
		where o.group_id = of_group.id and o.resident_id = takes_offered_chair.resident_id
	) then
		return false;
	end if;
	perform private.seat(of_group.id, takes_offered_chair.resident_id, private.clock());
	perform private.settle_host(of_group.id);
	return true;
end;
$$;
revoke execute on function private.takes_offered_chair(public.groups, uuid) from public;
comment on function private.takes_offered_chair(public.groups, uuid) is
	'Who asks for a chair that is kept free for them has it at once.';

create function public.ask_for_chair(group_id uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	asked constant public.groups := private.lock_open_group(ask_for_chair.group_id);
	me constant uuid := private.my_resident_in(asked.neighbourhood_id);
begin
	if exists (select from public.memberships m where m.group_id = asked.id and m.resident_id = me) then
		return 'member';
	elsif exists (select from public.waitlist w where w.group_id = asked.id and w.resident_id = me) then
		return 'waiting';
	elsif private.takes_offered_chair(asked, me) then
		return 'member';
	elsif private.chairs_free(asked) <= 0 then
		raise sqlstate 'PT409' using message = 'the group is full', hint = 'group_full';
	end if;
	insert into public.chair_requests (group_id, resident_id, asked_at)
	values (asked.id, me, clock_timestamp())
	on conflict do nothing;
	return 'asked';
end;
$$;
revoke execute on function public.ask_for_chair(uuid) from public;
grant execute on function public.ask_for_chair(uuid) to authenticated;
comment on function public.ask_for_chair(uuid) is
	'Asks for a free chair. Answers asked, or what I already am: waiting, member. Full: 409 group_full.';

create function public.wait_for_chair(group_id uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	wanted constant public.groups := private.lock_open_group(wait_for_chair.group_id);
	me constant uuid := private.my_resident_in(wanted.neighbourhood_id);
begin
	if private.chairs_free(wanted, me) > 0
		or exists (select from public.memberships m where m.group_id = wanted.id and m.resident_id = me)
	then
		return public.ask_for_chair(wanted.id);
	end if;
	-- The wall clock, not the transaction's: whoever got the lock first is first in line.
	insert into public.waitlist (group_id, resident_id, since)
	values (wanted.id, me, clock_timestamp())
	on conflict do nothing;
	return 'waiting';
end;
$$;
revoke execute on function public.wait_for_chair(uuid) from public;
grant execute on function public.wait_for_chair(uuid) to authenticated;
comment on function public.wait_for_chair(uuid) is
	'Takes a place in line, or asks for the chair when one came free meanwhile. Answers waiting, asked, member.';

create function public.withdraw_request(group_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	asked constant public.groups := private.lock_group(withdraw_request.group_id);
	me constant uuid := private.my_resident_in(asked.neighbourhood_id);
begin
	delete from public.chair_requests c where c.group_id = asked.id and c.resident_id = me;
	delete from public.waitlist w where w.group_id = asked.id and w.resident_id = me;
end;
$$;
revoke execute on function public.withdraw_request(uuid) from public;
grant execute on function public.withdraw_request(uuid) to authenticated;

create function public.welcome(group_id uuid, resident_id uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked constant public.groups := private.lock_group(welcome.group_id);
	facilitated constant boolean := locked.id in (select private.my_facilitated_group_ids());
	asks constant boolean := exists (
		select from public.chair_requests c
		where c.group_id = locked.id and c.resident_id = welcome.resident_id
	);
begin
	if locked.closed_at is not null and not (facilitated and asks) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif not facilitated and locked.id not in (select private.my_hosted_group_ids()) then
		raise sqlstate 'PT403' using message = 'only the host may do this', hint = 'host_only';
	elsif exists (
		select from public.memberships m
		where m.group_id = locked.id and m.resident_id = welcome.resident_id
	) then
		return 'member';
	elsif exists (
		select from public.waitlist w
		where w.group_id = locked.id and w.resident_id = welcome.resident_id
	) then
		return 'waiting';
	elsif not asks then
		raise sqlstate 'PT409' using message = 'no longer asked', hint = 'request_withdrawn';
	end if;
	perform private.seat(locked.id, welcome.resident_id, private.clock());
	perform private.settle_host(locked.id);
	if locked.closed_at is not null then
		perform private.plan_meetups(locked.id);
	end if;
	return 'member';
end;
$$;
revoke execute on function public.welcome(uuid, uuid) from public;
grant execute on function public.welcome(uuid, uuid) to authenticated;
comment on function public.welcome(uuid, uuid) is
	'Gives a chair to someone who asks, by the host or a facilitator; a facilitator so opens a closed group again. Answers member, or waiting when the last chair just went.';

create function public.leave_group(group_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	leaving constant public.groups := private.lock_group(leave_group.group_id);
	me constant uuid := private.my_resident_in(leaving.neighbourhood_id);
begin
	insert into public.departures (group_id, resident_id, member_since, left_at)
	select m.group_id, m.resident_id, m.since, private.clock()
	from public.memberships m where m.group_id = leaving.id and m.resident_id = me
	on conflict on constraint departures_pkey do update
		set member_since = excluded.member_since, left_at = excluded.left_at;
	delete from public.memberships m where m.group_id = leaving.id and m.resident_id = me;
end;
$$;
revoke execute on function public.leave_group(uuid) from public;
grant execute on function public.leave_group(uuid) to authenticated;
comment on function public.leave_group(uuid) is
	'Gives up my chair; the first in line gets it at once. Can be undone for a day with undo_leave.';

create function public.undo_leave(group_id uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	back_in constant public.groups := private.lock_group(undo_leave.group_id);
	me constant uuid := private.my_resident_in(back_in.neighbourhood_id);
	departure public.departures;
begin
	if exists (select from public.memberships m where m.group_id = back_in.id and m.resident_id = me) then
		return 'member';
	end if;
	select * into departure from public.departures d
	where d.group_id = back_in.id and d.resident_id = me
		and d.left_at > private.clock() - interval '1 day';
	if departure.group_id is null then
		if exists (select from public.waitlist w where w.group_id = back_in.id and w.resident_id = me) then
			return 'waiting';
		end if;
		raise sqlstate 'PT409' using message = 'a day has passed', hint = 'undo_too_late';
	elsif private.chairs_free(back_in, me) > 0 then
		perform private.seat(back_in.id, me, departure.member_since);
		-- Who is host now stays host; the group may have closed since, and then has none.
		perform private.settle_host(back_in.id);
		return 'member';
	end if;
	-- The chair is someone else's now; who had one comes first in line.
	insert into public.waitlist (group_id, resident_id, since)
	select back_in.id, me,
		least(departure.member_since, min(w.since) - interval '1 microsecond')
	from public.waitlist w where w.group_id = back_in.id
	on conflict on constraint waitlist_pkey do update set since = excluded.since;
	delete from public.departures d where d.group_id = back_in.id and d.resident_id = me;
	return 'waiting';
end;
$$;
revoke execute on function public.undo_leave(uuid) from public;
grant execute on function public.undo_leave(uuid) to authenticated;
comment on function public.undo_leave(uuid) is
	'Takes my chair back within a day: member, or waiting at the head of the line when someone has it.';

create function private.require_account(resident_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
	if exists (
		select from public.residents r where r.id = require_account.resident_id and r.profile_id is null
	) then
		raise sqlstate 'PT409' using message = 'has no account', hint = 'host_without_account';
	end if;
end;
$$;
revoke execute on function private.require_account(uuid) from public;
comment on function private.require_account(uuid) is
	'Stops before somebody without an account would have to do what only a host can.';

create function public.hand_over(group_id uuid, resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	hosted constant public.groups := private.lock_hosted_group(hand_over.group_id);
begin
	if not exists (
		select from public.memberships m
		where m.group_id = hosted.id and m.resident_id = hand_over.resident_id
	) then
		raise sqlstate 'PT409' using message = 'not a member any more', hint = 'not_a_member';
	end if;
	perform private.require_account(hand_over.resident_id);
	-- A second host stays.
	update public.memberships m
	set is_host = (m.resident_id = hand_over.resident_id)
	where m.group_id = hosted.id and m.resident_id in (
		hand_over.resident_id, private.my_resident_in(hosted.neighbourhood_id)
	);
	perform private.tell_group(hosted.id, 'host_changed', '{}', hand_over.resident_id);
end;
$$;
revoke execute on function public.hand_over(uuid, uuid) from public;
grant execute on function public.hand_over(uuid, uuid) to authenticated;

create function public.change_group(
	group_id uuid, name text, place_name text, address text, likes public.activity[], likes_words text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	hosted constant public.groups := private.lock_hosted_group(change_group.group_id);
	old_address text;
begin
	select p.address into old_address from public.group_places p where p.group_id = hosted.id;
	update public.groups g
	set name = change_group.name,
		place_name = change_group.place_name,
		likes = change_group.likes,
		likes_words = change_group.likes_words
	where g.id = hosted.id;
	if change_group.address is null then
		delete from public.group_places p where p.group_id = hosted.id;
	else
		insert into public.group_places (group_id, address)
		values (hosted.id, change_group.address)
		on conflict on constraint group_places_pkey do update set address = excluded.address;
	end if;
	if (hosted.place_name, old_address) is distinct from (change_group.place_name, change_group.address) then
		perform private.tell_group(
			hosted.id, 'place_changed', jsonb_build_object('placeName', change_group.place_name)
		);
	end if;
end;
$$;
revoke execute on function public.change_group(uuid, text, text, text, public.activity[], text) from public;
grant execute on function public.change_group(uuid, text, text, text, public.activity[], text)
	to authenticated;

create function public.change_capacity(group_id uuid, capacity integer) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	hosted constant public.groups := private.lock_hosted_group(change_capacity.group_id);
begin
	if change_capacity.capacity < hosted.capacity - private.chairs_free(hosted) then
		raise sqlstate 'PT409' using message = 'more members than chairs', hint = 'capacity_below_members';
	end if;
	update public.groups g set capacity = change_capacity.capacity where g.id = hosted.id;
	perform private.settle_chairs(hosted.id);
end;
$$;
revoke execute on function public.change_capacity(uuid, integer) from public;
grant execute on function public.change_capacity(uuid, integer) to authenticated;
comment on function public.change_capacity(uuid, integer) is
	'Sets the number of chairs, 3 to 8. Below the members: 409 capacity_below_members. New chairs go to who waits.';
