-- One function answers one page. They run with the rights of who asks, so the policies decide;
-- what a policy hides row by row but may be told as a whole comes from a reviewed helper.

create function private.place_in_line(group_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select (
			select count(*)::integer + 1 from public.waitlist ahead
			where ahead.group_id = mine.group_id
				and (ahead.since, ahead.resident_id) < (mine.since, mine.resident_id)
		)
		from public.waitlist mine join public.residents r on r.id = mine.resident_id
		where mine.group_id = place_in_line.group_id and r.profile_id = (select auth.uid())
	);
end;
$$;
revoke execute on function private.place_in_line(uuid) from public;
grant execute on function private.place_in_line(uuid) to authenticated;

create function private.may_enter(meetup_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select exists (
			select from public.meetups m
			where m.id = may_enter.meetup_id and (
				m.group_id = any (array(select private.my_group_ids()))
				or m.group_id = any (array(select private.my_facilitated_group_ids()))
				or exists (
					select from public.guests t
					where t.meetup_id = m.id and t.comes
						and t.resident_id = any (array(select private.my_resident_ids()))
				)
			)
		)
	);
end;
$$;
revoke execute on function private.may_enter(uuid) from public;
grant execute on function private.may_enter(uuid) to authenticated;
comment on function private.may_enter(uuid) is
	'Whether I may know who comes and where: members, this week''s guests, facilitators.';

create function private.who_comes(meetup_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'firstName', r.first_name, 'face', r.face, 'guest', p.guest, 'host', p.host,
			'me', r.profile_id is not distinct from (select auth.uid())
		) order by p.guest, p.host desc, r.first_name, r.id), '[]')
		from public.meetups m
		cross join lateral (
			select s.resident_id, false as guest, s.is_host as host
			from public.memberships s
			where s.group_id = m.group_id and not exists (
				select from public.absences a where a.meetup_id = m.id and a.resident_id = s.resident_id
			)
			union all
			select t.resident_id, true, false from public.guests t where t.meetup_id = m.id and t.comes
		) p
		join public.residents r on r.id = p.resident_id
		where m.id = who_comes.meetup_id
			and m.ends_at > private.clock()
			and m.state in ('planned', 'moved')
			and private.may_enter(m.id)
	);
end;
$$;
revoke execute on function private.who_comes(uuid) from public;
grant execute on function private.who_comes(uuid) to authenticated;
comment on function private.who_comes(uuid) is
	'First name and face of who comes, until the meetup ends, for who may enter. Who does not come is not in it.';


create function private.address_of(meetup_id uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select p.address
		from public.meetups m join public.group_places p on p.group_id = m.group_id
		where m.id = address_of.meetup_id and private.may_enter(m.id)
	);
end;
$$;
revoke execute on function private.address_of(uuid) from public;
grant execute on function private.address_of(uuid) to authenticated;

create function private.wishes(meetup_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'activity', w.activity, 'words', w.words, 'count', w.count, 'mine', w.mine
		) order by w.count desc, w.activity, w.words), '[]')
		from (
			select a.activity, a.words, count(*) as count,
				bool_or(a.resident_id in (select private.my_resident_ids())) as mine
			from public.activity_wishes a
			where a.meetup_id = wishes.meetup_id and private.may_enter(wishes.meetup_id)
			group by a.activity, a.words
		) w
	);
end;
$$;
revoke execute on function private.wishes(uuid) from public;
grant execute on function private.wishes(uuid) to authenticated;

create function private.my_guest_offers() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'meetupId', m.id, 'groupName', g.name, 'placeName', g.place_name,
			'startsAt', m.starts_at, 'endsAt', m.ends_at, 'timeZone', n.time_zone,
			'comes', t.comes
		) order by m.starts_at, m.id), '[]')
		from public.residents r
		join public.waitlist w on w.resident_id = r.id
		join public.groups g on g.id = w.group_id
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		cross join lateral (
			select * from public.meetups m
			where m.group_id = g.id and m.ends_at > private.clock() and m.state in ('planned', 'moved')
			order by m.starts_at limit 1
		) m
		left join public.guests t on t.meetup_id = m.id and t.resident_id = r.id
		where r.profile_id = (select auth.uid())
			and coalesce(
				t.comes,
				(select private.offered_as_guest(o, r.id) from public.meetups o where o.id = m.id)
			)
	);
end;
$$;
revoke execute on function private.my_guest_offers() from public;
grant execute on function private.my_guest_offers() to authenticated;
comment on function private.my_guest_offers() is
	'The next meetup of each group I wait for, when its free chair is mine to take or I took it.';

-- The frame of every page -------------------------------------------------------------------------

create function public.my_context() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'settings', (
				select jsonb_build_object('language', p.language, 'textSize', p.text_size, 'theme', p.theme)
				from public.profiles p where p.id = (select auth.uid())
			),
			'residents', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', r.id, 'firstName', r.first_name, 'face', r.face,
					'neighbourhood', jsonb_build_object('id', n.id, 'name', n.name, 'slug', n.slug),
					'contact', private.contact_faces(n.id)
				) order by n.name), '[]')
				from public.residents r join public.neighbourhoods n on n.id = r.neighbourhood_id
				where r.id = any (array(select private.my_resident_ids()))
			),
			'groupIds', (
				select coalesce(jsonb_agg(g.id order by g.id), '[]')
				from public.groups g
				where g.id = any (array(select private.my_group_ids())) and g.closed_at is null
			),
			'facilitates', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', n.id, 'name', n.name, 'slug', n.slug, 'contact', private.contact_faces(n.id)
				) order by n.name), '[]')
				from public.neighbourhoods n
				where n.id = any (array(select private.my_facilitated_neighbourhood_ids()))
			),
			'worksAt', (
				select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'role', s.role)
					order by n.name, s.role), '[]')
				from public.staff s join public.neighbourhoods n on n.id = s.neighbourhood_id
				where s.id = any (array(select private.my_staff_ids()))
			),
			'organises', private.am_organiser(),
			'care', private.my_care_roles()
		)
	);
end;
$$;
revoke execute on function public.my_context() from public;
grant execute on function public.my_context() to authenticated;

create function private.my_departures() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object('groupId', g.id, 'groupName', g.name)
			order by d.left_at desc), '[]')
		from public.departures d
		join public.residents r on r.id = d.resident_id
		join public.groups g on g.id = d.group_id
		where r.profile_id = (select auth.uid()) and d.left_at > private.clock() - interval '1 day'
	);
end;
$$;
revoke execute on function private.my_departures() from public;
grant execute on function private.my_departures() to authenticated;
comment on function private.my_departures() is
	'Groups I left within the day, also one that closed when I left as the last.';

-- Vandaag -----------------------------------------------------------------------------------------

create function private.my_contact_today() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(r.one order by r.place), '[]')
		from jsonb_array_elements(private.my_requests()) with ordinality r (one, place)
		where r.one ->> 'state' <> 'closed' or (r.one ->> 'ask')::boolean
	);
end;
$$;
revoke execute on function private.my_contact_today() from public;
grant execute on function private.my_contact_today() to authenticated;
comment on function private.my_contact_today() is
	'What I asked of a contact person and is still open, or about which I am asked something.';

create function public.today_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'meetups', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', m.id, 'groupId', g.id, 'groupName', g.name, 'placeName', g.place_name,
					'startsAt', m.starts_at, 'endsAt', m.ends_at, 'state', m.state, 'reason', m.reason,
					'activity', m.activity, 'activityWords', m.activity_words,
					'speaker', case when m.activity = 'speaker' then private.speaker_at(m.id) end,
					'choosing', private.clock() >= m.starts_at - interval '1 day',
					'coming', not exists (
						select from public.absences a
						where a.meetup_id = m.id and a.resident_id = any (array(select private.my_resident_ids()))
					),
					'timeZone', n.time_zone
				) order by m.starts_at, m.id), '[]')
				from public.groups g
				join public.neighbourhoods n on n.id = g.neighbourhood_id
				cross join lateral (
					select m.id, m.starts_at, m.ends_at, m.state, m.reason, m.activity, m.activity_words
					from public.meetups m
					where m.group_id = g.id and m.ends_at > private.clock() and m.state <> 'paused'
					order by m.starts_at limit 2
				) m
				where g.id = any (array(select private.my_group_ids())) and g.closed_at is null
			),
			'groups', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', g.id, 'name', g.name, 'chairsTaken', g.chairs_taken, 'capacity', g.capacity,
					'pausedUntil', case
						when g.paused_until > private.local_date(private.clock(), n.time_zone) then g.paused_until
					end
				) order by g.name, g.id), '[]')
				from public.groups g join public.neighbourhoods n on n.id = g.neighbourhood_id
				where g.id = any (array(select private.my_group_ids())) and g.closed_at is null
			),
			'offers', private.my_guest_offers(),
			'chairs', private.my_chair_offers(),
			'requests', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'groupId', c.group_id, 'groupName', g.name, 'residentId', r.id,
					'firstName', r.first_name, 'face', r.face
				) order by c.asked_at, r.id), '[]')
				from public.chair_requests c
				join public.groups g on g.id = c.group_id
				join public.residents r on r.id = c.resident_id
				where c.group_id = any (array(select private.my_hosted_group_ids()))
			),
			'asked', (
				select coalesce(jsonb_agg(jsonb_build_object('groupId', g.id, 'groupName', g.name)
					order by g.name, g.id), '[]')
				from public.chair_requests c join public.groups g on g.id = c.group_id
				where c.resident_id = any (array(select private.my_resident_ids()))
			),
			'waiting', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'groupId', g.id, 'groupName', g.name, 'place', private.place_in_line(g.id)
				) order by g.name, g.id), '[]')
				from public.waitlist w join public.groups g on g.id = w.group_id
				where w.resident_id = any (array(select private.my_resident_ids()))
			),
			'left', private.my_departures(),
			'balance', private.my_balance(),
			'supported', private.whom_i_support(),
			'steps', private.my_steps_to_ask(),
			'help', private.my_help_today(),
			'contact', private.my_contact_today()
		)
	);
end;
$$;
revoke execute on function public.today_page() from public;
grant execute on function public.today_page() to authenticated;

-- The list of Buurtpleinen --------------------------------------------------------------------------

create function public.groups_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', g.id, 'name', g.name, 'neighbourhoodName', n.name, 'weekday', g.weekday,
			'startsAt', to_char(g.starts_at, 'HH24:MI'), 'durationMinutes', g.duration_minutes,
			'placeName', g.place_name, 'likes', g.likes, 'likesWords', g.likes_words,
			'capacity', g.capacity, 'chairsTaken', g.chairs_taken, 'waitingCount', g.waiting_count,
			'pausedUntil', case
				when g.paused_until > private.local_date(private.clock(), n.time_zone) then g.paused_until
			end,
			'mine', case
				when g.id = any (array(select private.my_group_ids())) then 'member'
				when g.id = any (array(select private.my_waiting_group_ids())) then 'waiting'
				when exists (
					select from public.chair_requests c
					where c.group_id = g.id and c.resident_id = any (array(select private.my_resident_ids()))
				) then 'asked'
			end
		) order by n.name, g.chairs_taken >= g.capacity, g.weekday, g.starts_at, g.name, g.id), '[]')
		from public.groups g join public.neighbourhoods n on n.id = g.neighbourhood_id
		where g.neighbourhood_id = any (array(select private.my_neighbourhood_ids()))
			and g.closed_at is null
	);
end;
$$;
revoke execute on function public.groups_page() from public;
grant execute on function public.groups_page() to authenticated;

-- One Buurtplein ------------------------------------------------------------------------------------

create function public.group_page(group_id uuid) returns jsonb
language plpgsql stable security invoker set search_path = ''
-- What the variables hold would make the planner plan each call anew, at the price of the call.
set plan_cache_mode = 'force_generic_plan' as $$
declare
	mine constant uuid[] := array(select private.my_resident_ids());
	hosted constant boolean := group_page.group_id = any (array(select private.my_hosted_group_ids()));
	joined constant boolean := group_page.group_id = any (array(select private.my_group_ids()));
	facilitated constant boolean :=
		group_page.group_id = any (array(select private.my_facilitated_group_ids()));
	moment constant timestamptz := private.clock();
begin
	return (
		-- Each table is read once: its row rules cost more than its few rows.
		with seats as materialized (
			select s.resident_id, s.is_host from public.memberships s where s.group_id = group_page.group_id
		), requests as materialized (
			select c.resident_id, c.asked_at from public.chair_requests c
			where c.group_id = group_page.group_id
		), line as materialized (
			select w.resident_id, w.since from public.waitlist w
			where facilitated and w.group_id = group_page.group_id
		), news as materialized (
			select w.id, w.kind, w.details, w.happened_at, w.resident_id
			from public.group_news w where w.group_id = group_page.group_id
			order by w.happened_at desc limit 6
		), weeks as materialized (
			-- At most ten lie ahead; the others are the last months.
			select m.id, m.starts_at, m.ends_at, m.state, m.reason, m.activity, m.activity_words
			from public.meetups m
			where m.group_id = group_page.group_id
			order by m.starts_at desc limit 26
		), people as materialized (
			select r.id, r.first_name, r.face
			from public.residents r
			where r.id = any (array(
				select seats.resident_id from seats
				union all select requests.resident_id from requests
				union all select line.resident_id from line
				union all select news.resident_id from news
			))
		)
		select jsonb_build_object(
			'id', g.id, 'name', g.name, 'weekday', g.weekday,
			'startsAt', to_char(g.starts_at, 'HH24:MI'), 'durationMinutes', g.duration_minutes,
			'placeName', g.place_name, 'address', (select p.address from public.group_places p where p.group_id = g.id),
			'likes', g.likes, 'likesWords', g.likes_words,
			'capacity', g.capacity, 'chairsTaken', g.chairs_taken, 'waitingCount', g.waiting_count,
			'pausedUntil', case
				when g.paused_until > private.local_date(moment, n.time_zone) then g.paused_until
			end,
			'timeZone', n.time_zone,
			'mine', case
				when hosted then 'host'
				when joined then 'member'
				when g.id = any (array(select private.my_waiting_group_ids())) then 'waiting'
				when exists (select from requests where requests.resident_id = any (mine)) then 'asked'
			end,
			'full', g.chairs_taken + private.chairs_offered(g.id) >= g.capacity,
			'place', private.place_in_line(g.id),
			'facilitated', facilitated,
			'answersFor', private.answers_for(g.id),
			'helpedEachOther', private.helped_each_other(g.id),
			'speaker', private.speaker_of(g.id),
			'members', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'residentId', r.id, 'firstName', r.first_name, 'face', r.face, 'host', s.is_host,
					'me', r.id = any (mine)
				) order by s.is_host desc, r.first_name, r.id), '[]')
				from seats s join people r on r.id = s.resident_id
			),
			'requests', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'residentId', r.id, 'firstName', r.first_name, 'face', r.face
				) order by c.asked_at, r.id), '[]')
				from requests c join people r on r.id = c.resident_id
				where c.resident_id <> all (mine)
			),
			'waitlist', (
				select coalesce(jsonb_agg(jsonb_build_object('firstName', r.first_name, 'face', r.face)
					order by w.since, r.id), '[]')
				from line w join people r on r.id = w.resident_id
			),
			'meetups', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', m.id, 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'state', m.state,
					'reason', m.reason, 'activity', m.activity, 'activityWords', m.activity_words,
					'speaker', case when m.activity = 'speaker' then private.speaker_at(m.id) end,
					'coming', not exists (
						select from public.absences a where a.meetup_id = m.id and a.resident_id = any (mine)
					)
				) order by m.starts_at), '[]')
				from (
					select * from weeks where weeks.ends_at > moment order by weeks.starts_at limit 8
				) m
			),
			'past', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'startsAt', m.starts_at, 'activity', m.activity, 'activityWords', m.activity_words
				) order by m.starts_at desc), '[]')
				from (
					select * from weeks
					where weeks.ends_at <= moment and weeks.activity is not null and (joined or facilitated)
					order by weeks.starts_at desc limit 4
				) m
			),
			'news', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', w.id, 'kind', w.kind, 'details', w.details, 'happenedAt', w.happened_at,
					'firstName', r.first_name
				) order by w.happened_at desc, w.id), '[]')
				from news w left join people r on r.id = w.resident_id
			)
		)
		from public.groups g join public.neighbourhoods n on n.id = g.neighbourhood_id
		where g.id = group_page.group_id
	);
end;
$$;
revoke execute on function public.group_page(uuid) from public;
grant execute on function public.group_page(uuid) to authenticated;

-- One meetup ----------------------------------------------------------------------------------------

create function public.meetup_page(meetup_id uuid) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', m.id, 'groupId', g.id, 'groupName', g.name, 'placeName', g.place_name,
			'address', private.address_of(m.id),
			'startsAt', m.starts_at, 'endsAt', m.ends_at, 'state', m.state, 'reason', m.reason,
			'timeZone', n.time_zone,
			'started', m.starts_at <= private.clock(),
			'ended', m.ends_at <= private.clock(),
			'choosing', private.clock() between m.starts_at - interval '1 day' and m.ends_at,
			'role', case
				when g.id = any (array(select private.my_hosted_group_ids())) then 'host'
				when g.id = any (array(select private.my_group_ids())) then 'member'
				when g.id = any (array(select private.my_waiting_group_ids())) then 'guest'
				else 'facilitator'
			end,
			'coming', case
				when g.id = any (array(select private.my_group_ids()))
					then not exists (
						select from public.absences a
						where a.meetup_id = m.id and a.resident_id = any (array(select private.my_resident_ids()))
					)
				else exists (
						select from public.guests t
						where t.meetup_id = m.id and t.comes and t.resident_id = any (array(select private.my_resident_ids()))
					)
			end,
			'whoComes', private.who_comes(m.id),
			'answersFor', private.answers_for(g.id),
			'answeredBy', private.who_answered_for_me(m.id),
			'activity', m.activity, 'activityWords', m.activity_words,
			'speaker', case when m.activity = 'speaker' then private.speaker_at(m.id) end,
			'wishes', private.wishes(m.id),
			'past', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'startsAt', p.starts_at, 'activity', p.activity, 'activityWords', p.activity_words
				) order by p.starts_at desc), '[]')
				from (
					select p.starts_at, p.activity, p.activity_words from public.meetups p
					where p.group_id = g.id and p.starts_at < m.starts_at and p.activity is not null
						and g.id = any (array(select private.my_group_ids()))
					order by p.starts_at desc limit 4
				) p
			)
		)
		from public.meetups m
		join public.groups g on g.id = m.group_id
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		where m.id = meetup_page.meetup_id
	);
end;
$$;
revoke execute on function public.meetup_page(uuid) from public;
grant execute on function public.meetup_page(uuid) to authenticated;
