-- The weekly moment, one row a week, and what people say about it.

create type public.meetup_state as enum ('planned', 'moved', 'cancelled', 'paused');

create table public.meetups (
	id uuid primary key default gen_random_uuid(),
	group_id uuid not null references public.groups (id) on delete cascade,
	week date not null check (extract(isodow from week) = 1),
	starts_at timestamptz not null,
	ends_at timestamptz not null check (ends_at > starts_at),
	state public.meetup_state not null default 'planned',
	state_before_pause public.meetup_state check (state_before_pause in ('planned', 'moved')),
	reason text check (char_length(reason) between 1 and 200 and reason !~ '[[:cntrl:]]'),
	activity public.activity,
	activity_words text check (
		char_length(activity_words) between 1 and 80 and activity_words !~ '[[:cntrl:]]'
	),
	check (activity_words is null or activity is not distinct from 'other'),
	check ((state = 'paused') = (state_before_pause is not null)),
	unique (group_id, week)
);
create index meetups_group_id_starts_at on public.meetups (group_id, starts_at);

create table public.absences (
	meetup_id uuid not null references public.meetups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	primary key (meetup_id, resident_id)
);
create index absences_resident_id on public.absences (resident_id);

create table public.guests (
	meetup_id uuid not null references public.meetups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	comes boolean not null,
	primary key (meetup_id, resident_id)
);
create index guests_resident_id on public.guests (resident_id);

create table public.activity_wishes (
	meetup_id uuid not null references public.meetups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	activity public.activity not null,
	words text check (char_length(words) between 1 and 80 and words !~ '[[:cntrl:]]'),
	primary key (meetup_id, resident_id, activity),
	check ((activity = 'other') = (words is not null))
);
create index activity_wishes_resident_id on public.activity_wishes (resident_id);

alter table public.meetups enable row level security;
alter table public.meetups force row level security;
alter table public.absences enable row level security;
alter table public.absences force row level security;
alter table public.guests enable row level security;
alter table public.guests force row level security;
alter table public.activity_wishes enable row level security;
alter table public.activity_wishes force row level security;

create function private.my_waiting_group_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select w.group_id
		from public.residents r join public.waitlist w on w.resident_id = r.id
		where r.profile_id = (select auth.uid());
end;
$$;
revoke execute on function private.my_waiting_group_ids() from public;
grant execute on function private.my_waiting_group_ids() to authenticated;

create function private.my_guest_meetup_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select t.meetup_id
		from public.residents r
		join public.guests t on t.resident_id = r.id
		join public.meetups m on m.id = t.meetup_id
		where r.profile_id = (select auth.uid()) and t.comes and m.ends_at > private.clock();
end;
$$;
revoke execute on function private.my_guest_meetup_ids() from public;
grant execute on function private.my_guest_meetup_ids() to authenticated;

create policy "members and facilitators see the meetups, guests theirs"
	on public.meetups for select to authenticated
	using (
		group_id = any (array(select private.my_group_ids()))
		or id = any (array(select private.my_guest_meetup_ids()))
		or group_id = any (array(select private.my_facilitated_group_ids()))
	);

create policy "people see their own absences, nobody else does"
	on public.absences for select to authenticated
	using (resident_id = any (array(select private.my_resident_ids())));

create policy "people see their own answers as a guest"
	on public.guests for select to authenticated
	using (resident_id = any (array(select private.my_resident_ids())));

create policy "people see their own wishes"
	on public.activity_wishes for select to authenticated
	using (resident_id = any (array(select private.my_resident_ids())));

grant select (id, group_id, week, starts_at, ends_at, state, reason, activity, activity_words)
	on public.meetups to authenticated;
grant select (meetup_id, resident_id) on public.absences to authenticated;
grant select (meetup_id, resident_id, comes) on public.guests to authenticated;
grant select (meetup_id, resident_id, activity, words) on public.activity_wishes to authenticated;

comment on table public.meetups is
	'One meetup of a group in one week (its Monday); stored eight weeks ahead. Moved and cancelled are changes by hand. Ground: agreement. Term: one year after it ended.';
comment on table public.absences is
	'Deze keer niet. Seen by that person only. Ground: agreement. Term: eight weeks after the meetup.';
comment on table public.guests is
	'Whether someone who waits takes a chair that is free for one week. Ground: agreement. Term: eight weeks after the meetup.';
comment on table public.activity_wishes is
	'What someone would like to do at a meetup; the group sees counts. Ground: agreement. Term: eight weeks after the meetup.';
comment on column public.meetups.state_before_pause is
	'What a week that rests is again when the pause ends early: on the rule, or where it was moved by hand.';

-- The weekly rule -------------------------------------------------------------------------------

create function private.meetup_moment(week date, weekday integer, at_time time, time_zone text)
returns timestamptz
language sql immutable set search_path = '' as $$
	select ((meetup_moment.week + (meetup_moment.weekday - 1)) + meetup_moment.at_time)
		at time zone meetup_moment.time_zone;
$$;
revoke execute on function private.meetup_moment(date, integer, time, text) from public;
comment on function private.meetup_moment(date, integer, time, text) is
	'The moment of a week (its Monday): the same local hour all year, through both changes of the clock.';

create function private.local_date(moment timestamptz, time_zone text) returns date
language sql immutable set search_path = '' as $$
	select (local_date.moment at time zone local_date.time_zone)::date;
$$;
revoke execute on function private.local_date(timestamptz, text) from public;
grant execute on function private.local_date(timestamptz, text) to authenticated;

create function private.meets_on(group_id uuid, moment timestamptz, apart_from uuid default null)
returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.groups g
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		cross join private.local_date(meets_on.moment, n.time_zone) day
		join public.meetups m on m.group_id = g.id
			and m.starts_at >= day::timestamp at time zone n.time_zone
			and m.starts_at < (day + 1)::timestamp at time zone n.time_zone
		where g.id = meets_on.group_id
			and m.state <> 'cancelled'
			and m.id is distinct from meets_on.apart_from
	);
$$;
revoke execute on function private.meets_on(uuid, timestamptz, uuid) from public;
comment on function private.meets_on(uuid, timestamptz, uuid) is
	'Whether another meetup has the local day of that moment; one that rests keeps its day for when the pause ends early.';

create function private.plan_meetups(group_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	planned public.groups;
	zone text;
	this_week date;
begin
	select * into planned from public.groups g where g.id = plan_meetups.group_id for update;
	select n.time_zone into zone from public.neighbourhoods n where n.id = planned.neighbourhood_id;
	this_week := date_trunc('week', private.clock() at time zone zone)::date;
	insert into public.meetups (group_id, week, starts_at, ends_at, state, state_before_pause)
	select
		planned.id, weeks.week, weeks.moment,
		weeks.moment + make_interval(mins => planned.duration_minutes),
		weeks.state, case when weeks.state = 'paused' then 'planned'::public.meetup_state end
	from (
		select w.week, w.moment, case
			-- Another week was moved to this day: the group meets, but not twice.
			when private.meets_on(planned.id, w.moment) then 'cancelled'::public.meetup_state
			when private.local_date(w.moment, zone) < planned.paused_until then 'paused'
			else 'planned'
		end as state
		from (
			select n.week, private.meetup_moment(n.week, planned.weekday, planned.starts_at, zone) as moment
			from (select this_week + 7 * n as week from generate_series(0, 8) n) n
		) w
	) weeks
	where weeks.moment > private.clock()
	on conflict on constraint meetups_group_id_week_key do nothing;
	update public.groups g set planned_through = this_week + 56 where g.id = planned.id;
end;
$$;
revoke execute on function private.plan_meetups(uuid) from public;

create function public.run_due_jobs() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	due uuid;
begin
	for due in
		select g.id from public.groups g
		where g.closed_at is null and g.planned_through < private.clock()::date + 50
		order by g.planned_through
		limit 500
		for update skip locked
	loop
		perform private.plan_meetups(due);
	end loop;
	perform private.lapse_offers();
	perform private.lapse_bookings();
	perform private.pass_on_thanks();
	perform private.rest_posts();
	perform private.warn_of_waiting_requests();
	perform private.apply_retention(false);
	perform care.close_consents();
	perform private.erase_due();
end;
$$;
revoke execute on function public.run_due_jobs() from public;
grant execute on function public.run_due_jobs() to anon, authenticated;
comment on function public.run_due_jobs() is
	'Keeps meetups stored eight weeks ahead, lets posts rest and forgets what is past its term. Safe at any time, by anyone, on several servers.';

-- Starting and steering a group -------------------------------------------------------------------

create function public.start_group(
	id uuid, neighbourhood_id uuid, name text, weekday integer, starts_at time, duration_minutes integer,
	place_name text, address text, likes public.activity[], likes_words text, capacity integer
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := private.my_resident_in(start_group.neighbourhood_id);
begin
	perform from public.residents r where r.id = me for update;
	-- The same form sent twice starts one group.
	if exists (
		select from public.memberships m where m.group_id = start_group.id and m.resident_id = me
	) then
		return start_group.id;
	elsif (select count(*) from public.memberships m where m.resident_id = me and m.is_host) >= 3 then
		raise sqlstate 'PT409' using message = 'hosts three groups already', hint = 'too_many_groups';
	elsif exists (select from public.groups g where g.id = start_group.id) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	insert into public.groups (
		id, neighbourhood_id, name, weekday, starts_at, duration_minutes, place_name, likes, likes_words,
		capacity
	) values (
		start_group.id, start_group.neighbourhood_id, start_group.name, start_group.weekday,
		start_group.starts_at, start_group.duration_minutes, start_group.place_name, start_group.likes,
		start_group.likes_words, start_group.capacity
	);
	if start_group.address is not null then
		insert into public.group_places (group_id, address) values (start_group.id, start_group.address);
	end if;
	insert into public.memberships (group_id, resident_id, is_host, since)
	values (start_group.id, me, true, private.clock());
	perform private.tell_group(start_group.id, 'started', '{}', me);
	perform private.plan_meetups(start_group.id);
	return start_group.id;
end;
$$;
revoke execute on function public.start_group(
	uuid, uuid, text, integer, time, integer, text, text, public.activity[], text, integer
) from public;
grant execute on function public.start_group(
	uuid, uuid, text, integer, time, integer, text, text, public.activity[], text, integer
) to authenticated;
comment on function public.start_group(
	uuid, uuid, text, integer, time, integer, text, text, public.activity[], text, integer
) is 'Starts a Buurtplein with me as host. The id is made once per form, so that sending twice starts one.';

create function public.change_moment(
	group_id uuid, weekday integer, starts_at time, duration_minutes integer
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	hosted constant public.groups := private.lock_hosted_group(change_moment.group_id);
	zone constant text := (
		select n.time_zone from public.neighbourhoods n where n.id = hosted.neighbourhood_id
	);
begin
	if (hosted.weekday, hosted.starts_at, hosted.duration_minutes)
		= (change_moment.weekday, change_moment.starts_at, change_moment.duration_minutes)
	then
		return;
	end if;
	update public.groups g
	set weekday = change_moment.weekday,
		starts_at = change_moment.starts_at,
		duration_minutes = change_moment.duration_minutes
	where g.id = hosted.id;
	-- A week whose new moment has passed, or whose new day another week was moved to, keeps the old
	-- one: nobody loses a meetup.
	update public.meetups m
	set starts_at = changed.moment,
		ends_at = changed.moment + make_interval(mins => change_moment.duration_minutes),
		state = case when changed.rests then 'paused'::public.meetup_state else 'planned' end,
		state_before_pause = case when changed.rests then 'planned'::public.meetup_state end,
		reason = null
	from (
		select w.id, w.moment, hosted.paused_until > private.local_date(w.moment, zone) as rests
		from (
			select p.id, private.meetup_moment(
				p.week, change_moment.weekday, change_moment.starts_at, zone
			) as moment
			from public.meetups p
			where p.group_id = hosted.id
				and 'planned' in (p.state, p.state_before_pause)
				and p.starts_at > private.clock()
		) w
		where w.moment > private.clock() and not private.meets_on(hosted.id, w.moment, w.id)
	) changed
	where m.id = changed.id;
	perform private.plan_meetups(hosted.id);
	perform private.tell_group(hosted.id, 'moment_changed', jsonb_build_object(
		'weekday', change_moment.weekday,
		'startsAt', to_char(change_moment.starts_at, 'HH24:MI'),
		'durationMinutes', change_moment.duration_minutes
	));
end;
$$;
revoke execute on function public.change_moment(uuid, integer, time, integer) from public;
grant execute on function public.change_moment(uuid, integer, time, integer) to authenticated;
comment on function public.change_moment(uuid, integer, time, integer) is
	'Moves the weekly moment for good. Future meetups follow; those moved or cancelled by hand stay.';

create function public.pause_group(group_id uuid, until date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	hosted constant public.groups := private.lock_hosted_group(pause_group.group_id);
	zone constant text := (
		select n.time_zone from public.neighbourhoods n where n.id = hosted.neighbourhood_id
	);
begin
	if pause_group.until is null
		or pause_group.until <= private.local_date(private.clock(), zone)
		or pause_group.until > private.local_date(private.clock(), zone) + 366
	then
		raise sqlstate 'PT422' using message = 'until a day within a year', hint = 'pause_until_invalid';
	end if;
	perform private.end_pause(hosted.id);
	update public.groups g set paused_until = pause_group.until where g.id = hosted.id;
	update public.meetups m set state = 'paused', state_before_pause = m.state
	where m.group_id = hosted.id
		and m.state in ('planned', 'moved')
		and m.starts_at > private.clock()
		and private.local_date(m.starts_at, zone) < pause_group.until;
	perform private.tell_group(hosted.id, 'paused', jsonb_build_object('until', pause_group.until));
end;
$$;
revoke execute on function public.pause_group(uuid, date) from public;
grant execute on function public.pause_group(uuid, date) to authenticated;
comment on function public.pause_group(uuid, date) is
	'Rests the group until a local day, at most a year ahead; meetups before that day do not take place.';

create function private.end_pause(group_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.meetups m
	set state = m.state_before_pause, state_before_pause = null
	where m.group_id = end_pause.group_id
		and m.state = 'paused'
		-- A day that has passed stays passed: what people said about it was for that day.
		and m.starts_at > private.clock();
	update public.groups g set paused_until = null where g.id = end_pause.group_id;
end;
$$;
revoke execute on function private.end_pause(uuid) from public;

create function public.resume_group(group_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	hosted constant public.groups := private.lock_hosted_group(resume_group.group_id);
begin
	if hosted.paused_until is null then
		return;
	end if;
	perform private.end_pause(hosted.id);
	perform private.tell_group(hosted.id, 'resumed');
end;
$$;
revoke execute on function public.resume_group(uuid) from public;
grant execute on function public.resume_group(uuid) to authenticated;

-- One week --------------------------------------------------------------------------------------

create function private.lock_meetup(meetup_id uuid) returns public.meetups
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked public.meetups;
begin
	select m.* into locked from public.meetups m where m.id = lock_meetup.meetup_id;
	if locked.id is not null then
		perform private.lock_open_group(locked.group_id);
		-- Read again: it may have changed while we waited for the lock.
		select m.* into locked from public.meetups m where m.id = lock_meetup.meetup_id;
	end if;
	if locked.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return locked;
end;
$$;
revoke execute on function private.lock_meetup(uuid) from public;

create function private.lock_hosted_meetup(meetup_id uuid) returns public.meetups
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked constant public.meetups := private.lock_meetup(lock_hosted_meetup.meetup_id);
begin
	perform private.lock_hosted_group(locked.group_id);
	if locked.starts_at <= private.clock() then
		raise sqlstate 'PT409' using message = 'it has begun', hint = 'meetup_started';
	end if;
	return locked;
end;
$$;
revoke execute on function private.lock_hosted_meetup(uuid) from public;

create function public.move_meetup(meetup_id uuid, on_date date, at_time time, reason text)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_hosted_meetup(move_meetup.meetup_id);
	zone text;
	moment timestamptz;
begin
	select n.time_zone into zone
	from public.groups g join public.neighbourhoods n on n.id = g.neighbourhood_id
	where g.id = chosen.group_id;
	moment := (move_meetup.on_date + move_meetup.at_time) at time zone zone;
	if moment <= private.clock() then
		raise sqlstate 'PT422' using message = 'that moment has passed', hint = 'moment_in_past';
	elsif private.meets_on(chosen.group_id, moment, chosen.id) then
		raise sqlstate 'PT409' using message = 'the group meets that day already', hint = 'day_taken';
	elsif abs(move_meetup.on_date - private.local_date(chosen.starts_at, zone)) > 14 then
		raise sqlstate 'PT422' using message = 'more than two weeks away', hint = 'moment_too_far';
	end if;
	update public.meetups m
	set starts_at = moment,
		ends_at = moment + (chosen.ends_at - chosen.starts_at),
		state = 'moved',
		state_before_pause = null,
		reason = move_meetup.reason
	where m.id = chosen.id;
	perform private.tell_group(chosen.group_id, 'meetup_moved', jsonb_build_object(
		'from', chosen.starts_at, 'to', moment, 'reason', move_meetup.reason
	));
end;
$$;
revoke execute on function public.move_meetup(uuid, date, time, text) from public;
grant execute on function public.move_meetup(uuid, date, time, text) to authenticated;
comment on function public.move_meetup(uuid, date, time, text) is
	'Moves one meetup to a local day and time within two weeks, with a reason. Absences stay as people said them.';

create function public.cancel_meetup(meetup_id uuid, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_hosted_meetup(cancel_meetup.meetup_id);
begin
	if chosen.state = 'cancelled' then
		return;
	end if;
	update public.meetups m
	set state = 'cancelled', state_before_pause = null, reason = cancel_meetup.reason
	where m.id = chosen.id;
	perform private.tell_group(chosen.group_id, 'meetup_cancelled', jsonb_build_object(
		'from', chosen.starts_at, 'reason', cancel_meetup.reason
	));
end;
$$;
revoke execute on function public.cancel_meetup(uuid, text) from public;
grant execute on function public.cancel_meetup(uuid, text) to authenticated;

create function public.restore_meetup(meetup_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_hosted_meetup(restore_meetup.meetup_id);
begin
	if chosen.state <> 'cancelled' then
		return;
	elsif private.meets_on(chosen.group_id, chosen.starts_at, chosen.id) then
		raise sqlstate 'PT409' using message = 'the group meets that day already', hint = 'day_taken';
	end if;
	update public.meetups m
	set reason = null,
		state = case
			when m.starts_at = private.meetup_moment(m.week, g.weekday, g.starts_at, n.time_zone)
				then 'planned'::public.meetup_state
			else 'moved'
		end
	from public.groups g join public.neighbourhoods n on n.id = g.neighbourhood_id
	where m.id = chosen.id and g.id = m.group_id;
	perform private.tell_group(chosen.group_id, 'meetup_restored', jsonb_build_object(
		'to', chosen.starts_at
	));
end;
$$;
revoke execute on function public.restore_meetup(uuid) from public;
grant execute on function public.restore_meetup(uuid) to authenticated;
comment on function public.restore_meetup(uuid) is
	'Takes a cancelled meetup back, at the moment it had.';

-- Deze keer niet, and the guest in that chair ------------------------------------------------------

create function private.free_chairs(meetup public.meetups) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select g.capacity - g.chairs_taken
			+ (select count(*)::integer from public.absences a where a.meetup_id = free_chairs.meetup.id)
			- (select count(*)::integer from public.guests t
				where t.meetup_id = free_chairs.meetup.id and t.comes)
		from public.groups g where g.id = free_chairs.meetup.group_id
	);
end;
$$;
revoke execute on function private.free_chairs(public.meetups) from public;
comment on function private.free_chairs(public.meetups) is
	'Chairs free for one week: those of nobody and of who said "deze keer niet", less the guests.';

create function private.offered_as_guest(meetup public.meetups, resident_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select offered_as_guest.meetup.state in ('planned', 'moved')
			and offered_as_guest.meetup.starts_at > private.clock()
			and mine.resident_id is not null
			and (
				select count(*)
				from public.waitlist ahead
				where ahead.group_id = mine.group_id
					and (ahead.since, ahead.resident_id) < (mine.since, mine.resident_id)
					and not exists (
						select from public.guests t
						where t.meetup_id = offered_as_guest.meetup.id and t.resident_id = ahead.resident_id
					)
			) < private.free_chairs(offered_as_guest.meetup)
		from public.waitlist mine
		where mine.group_id = offered_as_guest.meetup.group_id
			and mine.resident_id = offered_as_guest.resident_id
	);
end;
$$;
revoke execute on function private.offered_as_guest(public.meetups, uuid) from public;
comment on function private.offered_as_guest(public.meetups, uuid) is
	'Whether a free chair of that week is this person''s to take: first in line among who has not answered.';

create function private.lock_answerable_meetup(meetup_id uuid) returns public.meetups
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_meetup(lock_answerable_meetup.meetup_id);
begin
	if chosen.starts_at <= private.clock() then
		raise sqlstate 'PT409' using message = 'it has begun', hint = 'meetup_started';
	elsif chosen.state not in ('planned', 'moved') then
		raise sqlstate 'PT409' using message = 'it does not take place', hint = 'meetup_off';
	end if;
	return chosen;
end;
$$;
revoke execute on function private.lock_answerable_meetup(uuid) from public;

create function private.my_seat_in(group_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
	me uuid;
begin
	select m.resident_id into me
	from public.memberships m join public.residents r on r.id = m.resident_id
	where m.group_id = my_seat_in.group_id and r.profile_id = (select auth.uid());
	if me is null then
		raise sqlstate 'PT403' using message = 'members only', hint = 'members_only';
	end if;
	return me;
end;
$$;
revoke execute on function private.my_seat_in(uuid) from public;

create function public.skip_meetup(meetup_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_answerable_meetup(skip_meetup.meetup_id);
begin
	insert into public.absences (meetup_id, resident_id)
	values (chosen.id, private.my_seat_in(chosen.group_id))
	on conflict do nothing;
	perform private.i_answered(chosen.id);
end;
$$;
revoke execute on function public.skip_meetup(uuid) from public;
grant execute on function public.skip_meetup(uuid) to authenticated;
comment on function public.skip_meetup(uuid) is
	'Deze keer niet: frees my chair for that week only, until the meetup starts.';

create function public.attend_meetup(meetup_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_answerable_meetup(attend_meetup.meetup_id);
	me constant uuid := private.my_seat_in(chosen.group_id);
begin
	perform private.i_answered(chosen.id);
	if not exists (select from public.absences a where a.meetup_id = chosen.id and a.resident_id = me) then
		return;
	elsif private.free_chairs(chosen) <= 0 then
		raise sqlstate 'PT409' using message = 'a guest has this chair', hint = 'chair_given_to_guest';
	end if;
	delete from public.absences a where a.meetup_id = chosen.id and a.resident_id = me;
end;
$$;
revoke execute on function public.attend_meetup(uuid) from public;
grant execute on function public.attend_meetup(uuid) to authenticated;
comment on function public.attend_meetup(uuid) is
	'Ik kom. When a guest took my chair meanwhile: 409 chair_given_to_guest.';

create function public.answer_as_guest(meetup_id uuid, comes boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_answerable_meetup(answer_as_guest.meetup_id);
	me uuid;
begin
	select w.resident_id into me
	from public.waitlist w join public.residents r on r.id = w.resident_id
	where w.group_id = chosen.group_id and r.profile_id = (select auth.uid());
	if me is null then
		raise sqlstate 'PT403' using message = 'not in line', hint = 'not_waiting';
	elsif answer_as_guest.comes
		and not exists (
			select from public.guests t where t.meetup_id = chosen.id and t.resident_id = me and t.comes
		)
		and not private.offered_as_guest(chosen, me)
	then
		raise sqlstate 'PT409' using message = 'no free chair', hint = 'no_free_chair';
	end if;
	insert into public.guests (meetup_id, resident_id, comes)
	values (chosen.id, me, answer_as_guest.comes)
	on conflict on constraint guests_pkey do update set comes = excluded.comes;
end;
$$;
revoke execute on function public.answer_as_guest(uuid, boolean) from public;
grant execute on function public.answer_as_guest(uuid, boolean) to authenticated;
comment on function public.answer_as_guest(uuid, boolean) is
	'Who waits takes, or leaves, a chair that is free for one week. A no goes to the next in line.';

create function private.tg_memberships__forget_weeks() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from public.absences a using public.meetups m
	where a.resident_id = old.resident_id and m.id = a.meetup_id and m.group_id = old.group_id;
	delete from public.activity_wishes w using public.meetups m
	where w.resident_id = old.resident_id and m.id = w.meetup_id and m.group_id = old.group_id
		and m.ends_at > private.clock();
	delete from public.answered_for f using public.meetups m
	where f.resident_id = old.resident_id and m.id = f.meetup_id and m.group_id = old.group_id;
	return old;
end;
$$;
revoke execute on function private.tg_memberships__forget_weeks() from public;

-- Before the chair is given on: a leaver's absence would count as a chair free twice.
create trigger forget_weeks before delete on public.memberships
	for each row execute function private.tg_memberships__forget_weeks();

create function private.tg_memberships__settle_weeks() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	-- Who came from the line keeps what they said as a guest, and never displaces another guest.
	insert into public.absences (meetup_id, resident_id)
	select t.meetup_id, t.resident_id
	from public.guests t join public.meetups m on m.id = t.meetup_id
	where m.group_id = new.group_id and t.resident_id = new.resident_id
		and not t.comes and m.ends_at > private.clock();
	delete from public.guests t using public.meetups m
	where m.id = t.meetup_id and m.group_id = new.group_id
		and t.resident_id = new.resident_id and m.ends_at > private.clock();
	insert into public.absences (meetup_id, resident_id)
	select m.id, new.resident_id
	from public.meetups m
	where m.group_id = new.group_id and m.ends_at > private.clock() and private.free_chairs(m) < 0
	on conflict do nothing;
	return null;
end;
$$;
revoke execute on function private.tg_memberships__settle_weeks() from public;

-- Named to run after count_chairs: it needs the chair counted.
create trigger settle_weeks after insert on public.memberships
	for each row execute function private.tg_memberships__settle_weeks();

create function private.tg_waitlist__free_guest_chairs() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from public.guests t using public.meetups m
	where m.id = t.meetup_id and m.group_id = old.group_id
		and t.resident_id = old.resident_id and m.starts_at > private.clock()
		and not exists (
			select from public.memberships s
			where s.group_id = old.group_id and s.resident_id = old.resident_id
		);
	return null;
end;
$$;
revoke execute on function private.tg_waitlist__free_guest_chairs() from public;

-- Deferred to the end of the verb: a seat taken in the same verb keeps the guest's answers.
create constraint trigger free_guest_chairs after delete on public.waitlist
	deferrable initially deferred
	for each row execute function private.tg_waitlist__free_guest_chairs();

-- Wat doen we? ----------------------------------------------------------------------------------

create function private.lock_choosable_meetup(meetup_id uuid) returns public.meetups
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_meetup(lock_choosable_meetup.meetup_id);
begin
	if chosen.state not in ('planned', 'moved') then
		raise sqlstate 'PT409' using message = 'it does not take place', hint = 'meetup_off';
	elsif private.clock() not between chosen.starts_at - interval '1 day' and chosen.ends_at then
		raise sqlstate 'PT409' using message = 'not now', hint = 'choosing_closed';
	end if;
	return chosen;
end;
$$;
revoke execute on function private.lock_choosable_meetup(uuid) from public;

create function private.my_place_at(meetup public.meetups) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
	me uuid;
begin
	select t.resident_id into me
	from public.guests t join public.residents r on r.id = t.resident_id
	where t.meetup_id = my_place_at.meetup.id and t.comes and r.profile_id = (select auth.uid());
	return coalesce(me, private.my_seat_in(my_place_at.meetup.group_id));
end;
$$;
revoke execute on function private.my_place_at(public.meetups) from public;

create function public.wish_activities(
	meetup_id uuid, activities public.activity[], words text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_choosable_meetup(wish_activities.meetup_id);
	me constant uuid := private.my_place_at(chosen);
begin
	delete from public.activity_wishes w where w.meetup_id = chosen.id and w.resident_id = me;
	insert into public.activity_wishes (meetup_id, resident_id, activity, words)
	select distinct chosen.id, me, wanted, case when wanted = 'other' then wish_activities.words end
	from unnest(wish_activities.activities) wanted;
	perform private.i_answered(chosen.id);
end;
$$;
revoke execute on function public.wish_activities(uuid, public.activity[], text) from public;
grant execute on function public.wish_activities(uuid, public.activity[], text) to authenticated;
comment on function public.wish_activities(uuid, public.activity[], text) is
	'Says all that I like to do, from a day before until the meetup ends. Words go with other.';

create function public.choose_activity(meetup_id uuid, activity public.activity, words text)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_choosable_meetup(choose_activity.meetup_id);
begin
	perform private.my_seat_in(chosen.group_id);
	if choose_activity.activity is distinct from 'speaker' and private.speaker_comes(chosen.id) then
		raise sqlstate 'PT409' using message = 'a speaker comes', hint = 'speaker_comes';
	end if;
	update public.meetups m
	set activity = choose_activity.activity,
		activity_words = case when choose_activity.activity = 'other' then choose_activity.words end
	where m.id = chosen.id;
end;
$$;
revoke execute on function public.choose_activity(uuid, public.activity, text) from public;
grant execute on function public.choose_activity(uuid, public.activity, text) to authenticated;
comment on function public.choose_activity(uuid, public.activity, text) is
	'Fixes what the group does, by any member on the telephone on the table; null takes it back.';
