-- The facilitator's overview, and a full group as a new beginning: who waits says when they can, a
-- second group begins at a moment that suits them, and each gets a chair to say yes or no to.

create type public.day_part as enum ('morning', 'afternoon', 'evening');

create table public.waiting_moments (
	resident_id uuid not null references public.residents (id) on delete cascade,
	weekday smallint not null check (weekday between 1 and 7),
	part public.day_part not null,
	primary key (resident_id, weekday, part)
);

create table public.chair_offers (
	group_id uuid not null references public.groups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	offered_at timestamptz not null,
	-- Of a member who is asked to move: the chair that a yes gives up.
	from_group_id uuid references public.groups (id) on delete set null,
	primary key (group_id, resident_id)
);
create index chair_offers_resident_id on public.chair_offers (resident_id);
create index chair_offers_from_group_id on public.chair_offers (from_group_id);
create index chair_offers_offered_at on public.chair_offers (offered_at);

alter table public.waiting_moments enable row level security;
alter table public.waiting_moments force row level security;
alter table public.chair_offers enable row level security;
alter table public.chair_offers force row level security;

create policy "people see when they said they can"
	on public.waiting_moments for select to authenticated
	using (resident_id = any (array(select private.my_resident_ids())));

create policy "people see the chairs they are offered, facilitators those of their groups"
	on public.chair_offers for select to authenticated
	using (
		resident_id = any (array(select private.my_resident_ids()))
		or group_id = any (array(select private.my_facilitated_group_ids()))
	);

grant select (resident_id, weekday, part) on public.waiting_moments to authenticated;
grant select (group_id, resident_id, offered_at) on public.chair_offers to authenticated;

comment on table public.waiting_moments is
	'When someone who waits can come. For that person; facilitators read it on the page where they begin a group. Ground: agreement. Term: until that person waits nowhere any more.';
comment on table public.chair_offers is
	'A chair that is kept free for someone who waits, or whom a facilitator asks to move. Ground: agreement. Term: until it is answered, a week at most.';

-- When can you? -----------------------------------------------------------------------------------

create function private.tg_waitlist__forget_moments() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	-- Two lines left at once: the second sees what the first left.
	perform from public.residents r where r.id = old.resident_id for no key update;
	delete from public.waiting_moments s
	where s.resident_id = old.resident_id and not exists (
		select from public.waitlist w where w.resident_id = old.resident_id
	);
	return null;
end;
$$;
revoke execute on function private.tg_waitlist__forget_moments() from public;

create trigger forget_moments after delete on public.waitlist
	for each row execute function private.tg_waitlist__forget_moments();

create function public.moments_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'waits', exists (select private.my_waiting_group_ids()),
			'moments', (
				select coalesce(jsonb_agg(distinct s.weekday || '-' || s.part), '[]')
				from public.waiting_moments s
			)
		)
	);
end;
$$;
revoke execute on function public.moments_page() from public;
grant execute on function public.moments_page() to authenticated;
comment on function public.moments_page() is
	'When I said I can, such as 2-morning, and whether I wait for a chair at all.';

create function public.say_moments(moments text[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	mine uuid;
	waits boolean := false;
begin
	for mine in
		select r.id from public.residents r
		where r.profile_id = (select auth.uid()) order by r.id for no key update
	loop
		delete from public.waiting_moments s where s.resident_id = mine;
		if exists (select from public.waitlist w where w.resident_id = mine) then
			waits := true;
			insert into public.waiting_moments (resident_id, weekday, part)
			select mine, split_part(m, '-', 1)::smallint, split_part(m, '-', 2)::public.day_part
			from unnest(say_moments.moments) m
			on conflict do nothing;
		end if;
	end loop;
	if not waits then
		raise sqlstate 'PT409' using message = 'does not wait', hint = 'not_waiting';
	end if;
end;
$$;
revoke execute on function public.say_moments(text[]) from public;
grant execute on function public.say_moments(text[]) to authenticated;
comment on function public.say_moments(text[]) is
	'When I can, as weekday and part of the day: 2-morning. What I said before goes. 409 not_waiting.';

-- A chair that is offered ---------------------------------------------------------------------------

create function private.offer_stands(offered_at timestamptz) returns boolean
language sql stable set search_path = '' as $$
	select offer_stands.offered_at > private.clock() - interval '7 days';
$$;
revoke execute on function private.offer_stands(timestamptz) from public;
grant execute on function private.offer_stands(timestamptz) to authenticated;

create function private.tg_chair_offers__settle() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.settle_chairs(old.group_id);
	perform private.settle_host(old.group_id);
	return null;
end;
$$;
revoke execute on function private.tg_chair_offers__settle() from public;

-- The line moves up to a chair that is no longer kept free, and the last offer that goes closes a
-- group to which nobody said yes. At the end of the verb: who said yes has the chair by then.
create constraint trigger settle after delete on public.chair_offers
	deferrable initially deferred
	for each row execute function private.tg_chair_offers__settle();

create function private.lapse_offers() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	due uuid;
begin
	-- The group first, as who answers does; a group that somebody answers in comes next time.
	for due in
		select g.id from public.groups g
		where exists (
			select from public.chair_offers o
			where o.group_id = g.id and not private.offer_stands(o.offered_at)
		)
		order by g.id for update skip locked
	loop
		delete from public.chair_offers o
		where o.group_id = due and not private.offer_stands(o.offered_at);
	end loop;
end;
$$;
revoke execute on function private.lapse_offers() from public;

create function private.my_chair_offers() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'groupId', g.id, 'groupName', g.name, 'placeName', g.place_name, 'weekday', g.weekday,
			'startsAt', to_char(g.starts_at, 'HH24:MI'),
			'fromName', (
				select f.name from public.memberships m join public.groups f on f.id = m.group_id
				where m.group_id = o.from_group_id and m.resident_id = r.id
			)
		) order by o.offered_at, g.id), '[]')
		from public.residents r
		join public.chair_offers o on o.resident_id = r.id
		join public.groups g on g.id = o.group_id
		where r.profile_id = (select auth.uid()) and private.offer_stands(o.offered_at)
	);
end;
$$;
revoke execute on function private.my_chair_offers() from public;
grant execute on function private.my_chair_offers() to authenticated;

create function public.answer_offer(group_id uuid, accepts boolean) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	line_ids constant uuid[] := array(
		select w from private.my_waiting_group_ids() w where answer_offer.accepts
	);
	-- What a yes gives up.
	left_id constant uuid := (
		select o.from_group_id from public.chair_offers o
		where o.group_id = answer_offer.group_id
			and o.resident_id in (select private.my_resident_ids())
	);
	offered public.groups;
	me uuid;
begin
	-- In one order, as everybody who locks several groups does.
	perform from public.groups g
	where g.id = any (line_ids || answer_offer.group_id || left_id)
	order by g.id for update;
	offered := private.lock_group(answer_offer.group_id);
	me := private.my_resident_in(offered.neighbourhood_id);
	if exists (select from public.memberships m where m.group_id = offered.id and m.resident_id = me) then
		return 'member';
	elsif answer_offer.accepts is not true then
		delete from public.chair_offers o where o.group_id = offered.id and o.resident_id = me;
		return 'declined';
	elsif exists (select from public.waitlist w where w.group_id = offered.id and w.resident_id = me) then
		return 'waiting';
	elsif not exists (
		select from public.chair_offers o
		where o.group_id = offered.id and o.resident_id = me and private.offer_stands(o.offered_at)
	) then
		raise sqlstate 'PT409' using message = 'no chair is offered', hint = 'offer_lapsed';
	elsif offered.chairs_taken >= offered.capacity then
		-- The other lines stay as they were.
		insert into public.waitlist (group_id, resident_id, since) values (offered.id, me, clock_timestamp());
		delete from public.chair_offers o where o.group_id = offered.id and o.resident_id = me;
		return 'waiting';
	end if;
	delete from public.waitlist w where w.group_id = any (line_ids) and w.resident_id = me;
	perform private.seat(offered.id, me, private.clock());
	delete from public.memberships m where m.group_id = left_id and m.resident_id = me;
	return 'member';
end;
$$;
revoke execute on function public.answer_offer(uuid, boolean) from public;
grant execute on function public.answer_offer(uuid, boolean) to authenticated;
comment on function public.answer_offer(uuid, boolean) is
	'Answers member after a yes, which ends my other waiting here and gives up the chair I was asked to move from; waiting when the last chair just went; declined after a no, which changes nothing else. Too late: 409 offer_lapsed.';

-- A second group --------------------------------------------------------------------------------------

create function private.waiting_in(neighbourhood_id uuid)
returns table (resident_id uuid, since timestamptz)
language sql stable security definer set search_path = '' as $$
	select w.resident_id, min(w.since)
	from public.groups g
	join public.waitlist w on w.group_id = g.id
	-- Who has no account cannot say yes: a facilitator gives them a chair at their wish.
	join public.residents r on r.id = w.resident_id and r.profile_id is not null
	where g.neighbourhood_id = waiting_in.neighbourhood_id and not exists (
		select from public.chair_offers o
		where o.resident_id = w.resident_id and private.offer_stands(o.offered_at)
	)
	group by w.resident_id;
$$;
revoke execute on function private.waiting_in(uuid) from public;
comment on function private.waiting_in(uuid) is
	'Who waits for a chair in a neighbourhood and since when, and can say yes to one: without who is offered one now, and who has no account.';

create function public.new_group_page(slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', n.id, 'name', n.name,
			'people', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'residentId', r.id, 'firstName', r.first_name, 'face', r.face,
					'moments', (
						select coalesce(jsonb_agg(s.weekday || '-' || s.part order by s.weekday, s.part), '[]')
						from public.waiting_moments s where s.resident_id = r.id
					)
				) order by w.since, r.id), '[]')
				from private.waiting_in(n.id) w join public.residents r on r.id = w.resident_id
			)
		)
		from public.neighbourhoods n
		where n.slug = new_group_page.slug
			and n.id in (select private.my_facilitated_neighbourhood_ids())
	);
end;
$$;
revoke execute on function public.new_group_page(text) from public;
grant execute on function public.new_group_page(text) to authenticated;
comment on function public.new_group_page(text) is
	'Who waits in the neighbourhood and when they can, for its facilitators; null for all others.';

create function public.offer_group(
	id uuid, neighbourhood_id uuid, name text, weekday integer, starts_at time, duration_minutes integer,
	place_name text, address text, resident_ids uuid[]
) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	offered integer;
begin
	if offer_group.neighbourhood_id not in (select private.my_facilitated_neighbourhood_ids()) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	-- Two facilitators at once: who is offered a chair by the one is not by the other.
	perform from public.residents r
	where r.id = any (offer_group.resident_ids) order by r.id for no key update;
	-- The same form sent twice begins one group.
	if exists (
		select from public.groups g
		where g.id = offer_group.id and g.neighbourhood_id = offer_group.neighbourhood_id
	) then
		return 0;
	end if;
	insert into public.groups (
		id, neighbourhood_id, name, weekday, starts_at, duration_minutes, place_name
	) values (
		offer_group.id, offer_group.neighbourhood_id, offer_group.name, offer_group.weekday,
		offer_group.starts_at, offer_group.duration_minutes, offer_group.place_name
	) on conflict do nothing;
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	if offer_group.address is not null then
		insert into public.group_places (group_id, address) values (offer_group.id, offer_group.address);
	end if;
	insert into public.chair_offers (group_id, resident_id, offered_at)
	select offer_group.id, w.resident_id, private.clock()
	from private.waiting_in(offer_group.neighbourhood_id) w
	where w.resident_id = any (offer_group.resident_ids)
	order by w.since, w.resident_id
	limit 8;
	get diagnostics offered = row_count;
	if offered = 0 then
		raise sqlstate 'PT409' using message = 'nobody waits any more', hint = 'nobody_waits';
	end if;
	perform private.plan_meetups(offer_group.id);
	return offered;
end;
$$;
revoke execute on function public.offer_group(
	uuid, uuid, text, integer, time, integer, text, text, uuid[]
) from public;
grant execute on function public.offer_group(
	uuid, uuid, text, integer, time, integer, text, text, uuid[]
) to authenticated;
comment on function public.offer_group(
	uuid, uuid, text, integer, time, integer, text, text, uuid[]
) is
	'A facilitator begins a group with a chair for each of these who still wait; answers how many that are. The same id again begins nothing. None of them waits: 409 nobody_waits.';

create function public.appoint_host(group_id uuid, resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	appointing constant public.groups := private.lock_open_group(appoint_host.group_id);
	was boolean;
begin
	if appointing.id not in (select private.my_facilitated_group_ids()) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	select m.is_host into was from public.memberships m
	where m.group_id = appointing.id and m.resident_id = appoint_host.resident_id;
	if was is null then
		raise sqlstate 'PT409' using message = 'not a member any more', hint = 'not_a_member';
	elsif not was then
		perform private.require_account(appoint_host.resident_id);
		update public.memberships m set is_host = true
		where m.group_id = appointing.id and m.resident_id = appoint_host.resident_id;
		perform private.tell_group(appointing.id, 'host_changed', '{}', appoint_host.resident_id);
	end if;
end;
$$;
revoke execute on function public.appoint_host(uuid, uuid) from public;
grant execute on function public.appoint_host(uuid, uuid) to authenticated;
comment on function public.appoint_host(uuid, uuid) is
	'A facilitator makes a member host beside who is host already. Not a member: 409 not_a_member.';

-- Overzicht -------------------------------------------------------------------------------------------

create function public.overview_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
	moment constant timestamptz := private.clock();
begin
	return (
		with mine as materialized (
			select g.id, g.neighbourhood_id, g.name, g.weekday, g.starts_at, g.duration_minutes, g.capacity,
				g.chairs_taken, g.waiting_count, g.paused_until, g.closed_at
			from public.groups g where g.id = any (array(select private.my_facilitated_group_ids()))
		), weeks as materialized (
			select m.group_id,
				max(m.ends_at) filter (where m.ends_at <= moment and m.state in ('planned', 'moved')) as last_met,
				min(m.starts_at) filter (where m.ends_at > moment and m.state in ('planned', 'moved')) as next_meetup,
				min(m.starts_at) as first_planned
			from public.meetups m
			where m.group_id = any (array(select mine.id from mine)) and m.starts_at > moment - interval '1 year'
			group by m.group_id
		), offers as materialized (
			select o.group_id, o.resident_id from public.chair_offers o
			where o.group_id = any (array(select mine.id from mine)) and private.offer_stands(o.offered_at)
		), line as materialized (
			select w.group_id, w.resident_id, w.since from public.waitlist w
			where w.group_id = any (array(select mine.id from mine))
				and w.resident_id not in (select offers.resident_id from offers)
		)
		select jsonb_build_object(
			'requests', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'groupId', c.group_id, 'groupName', mine.name, 'residentId', r.id,
					'firstName', r.first_name, 'face', r.face
				) order by c.asked_at, r.id), '[]')
				from public.chair_requests c
				join mine on mine.id = c.group_id
				join public.residents r on r.id = c.resident_id
			),
			'waiting', (
				select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'slug', n.slug, 'people', p.people)
					order by n.name, n.id), '[]')
				from public.neighbourhoods n
				cross join lateral (
					select jsonb_agg(jsonb_build_object(
						'residentId', r.id, 'firstName', r.first_name, 'face', r.face, 'groupNames', l.names,
						'groupId', l.group_id
					) order by l.since, r.id) as people
					from (
						select line.resident_id, min(line.since) as since, jsonb_agg(mine.name order by line.since) as names,
							(array_agg(mine.id order by line.since, mine.id))[1] as group_id
						from line join mine on mine.id = line.group_id
						where mine.neighbourhood_id = n.id
						group by line.resident_id
					) l
					join public.residents r on r.id = l.resident_id
				) p
				where n.id = any (array(select private.my_facilitated_neighbourhood_ids()))
					and p.people is not null
			),
			'apart', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'groupId', mine.id, 'groupName', mine.name, 'firstName', (
						select r.first_name
						from public.memberships s join public.residents r on r.id = s.resident_id
						where s.group_id = mine.id and s.is_host
						order by r.first_name, r.id limit 1
					)
				) order by mine.name, mine.id), '[]')
				from mine
				join public.neighbourhoods n on n.id = mine.neighbourhood_id
				join weeks on weeks.group_id = mine.id
				where mine.closed_at is null and mine.chairs_taken > 0
					and coalesce(mine.paused_until <= private.local_date(moment, n.time_zone), true)
					and coalesce(weeks.last_met, weeks.first_planned) <= moment - interval '3 weeks'
			),
			'speakers', private.speaker_tasks(),
			'groups', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', mine.id, 'name', mine.name, 'weekday', mine.weekday,
					'startsAt', to_char(mine.starts_at, 'HH24:MI'), 'durationMinutes', mine.duration_minutes,
					'capacity', mine.capacity, 'chairsTaken', mine.chairs_taken,
					'waitingCount', mine.waiting_count, 'timeZone', n.time_zone,
					'lastMet', case when mine.chairs_taken > 0 then weeks.last_met end,
					'nextMeetup', weeks.next_meetup,
					'offered', (select count(*) from offers where offers.group_id = mine.id)
				) order by mine.weekday, mine.starts_at, mine.id), '[]')
				from mine
				join public.neighbourhoods n on n.id = mine.neighbourhood_id
				left join weeks on weeks.group_id = mine.id
				where mine.closed_at is null
			)
		)
	);
end;
$$;
revoke execute on function public.overview_page() from public;
grant execute on function public.overview_page() to authenticated;
comment on function public.overview_page() is
	'What needs a hand in the groups I facilitate: who asks for a chair, who waits, which group did not meet for three weeks, for whom no speaker is certain; and how all of them stand.';
