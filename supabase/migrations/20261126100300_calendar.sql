-- The agenda: of a facilitator on a page, and of everybody in the calendar of their own telephone.

create type public.calendar_kind as enum ('own', 'facilitator');

-- By these a calendar knows that it has an older entry of the same week.
alter table public.meetups
	add column revision integer not null default 0,
	add column changed_at timestamptz not null default private.clock();

create table private.calendar_feeds (
	profile_id uuid not null references public.profiles (id) on delete cascade,
	kind public.calendar_kind not null,
	nonce uuid not null,
	token_hash bytea not null unique,
	made_at timestamptz not null,
	primary key (profile_id, kind)
);
alter table private.calendar_feeds enable row level security;
alter table private.calendar_feeds force row level security;
comment on table private.calendar_feeds is
	'Who reads their agenda at a secret address in a calendar of their own, without the address. Seen by nobody. Ground: agreement. Term: until that person stops it, at most as long as the account.';
comment on column private.calendar_feeds.nonce is
	'From this and the key of the installation the address is made again, to show it to its owner.';

-- Changes that a calendar should show -----------------------------------------------------------------

create function private.tg_meetups__count_revision() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	new.revision := old.revision + 1;
	new.changed_at := private.clock();
	return new;
end;
$$;
revoke execute on function private.tg_meetups__count_revision() from public;

create trigger count_revision before update of starts_at, ends_at, state on public.meetups
	for each row when (
		(old.starts_at, old.ends_at, old.state) is distinct from (new.starts_at, new.ends_at, new.state)
	) execute function private.tg_meetups__count_revision();

create function private.tg_groups__revise_meetups() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.meetups m set revision = m.revision + 1, changed_at = private.clock()
	where m.group_id = new.id and m.starts_at > private.clock();
	return null;
end;
$$;
revoke execute on function private.tg_groups__revise_meetups() from public;

-- The name and the place are in the entries of a facilitator.
create trigger revise_meetups after update of name, place_name on public.groups
	for each row when ((old.name, old.place_name) is distinct from (new.name, new.place_name))
	execute function private.tg_groups__revise_meetups();

create function private.tg_bookings__revise_meetup() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.meetups m set revision = m.revision + 1, changed_at = private.clock()
	where m.id in (old.meetup_id, new.meetup_id);
	return null;
end;
$$;
revoke execute on function private.tg_bookings__revise_meetup() from public;

-- So is who comes to tell something.
create trigger revise_meetup after update of state on private.bookings
	for each row when (old.state <> new.state and 'booked' in (old.state, new.state))
	execute function private.tg_bookings__revise_meetup();

-- The address -------------------------------------------------------------------------------------------

create function private.calendar_token(profile_id uuid, kind public.calendar_kind, nonce uuid)
returns text
language sql stable security definer set search_path = '' as $$
	select encode(substr(private.keyed_hash(
		concat_ws(':', 'calendar', calendar_token.profile_id, calendar_token.kind, calendar_token.nonce)
	), 1, 16), 'hex');
$$;
revoke execute on function private.calendar_token(uuid, public.calendar_kind, uuid) from public;
comment on function private.calendar_token(uuid, public.calendar_kind, uuid) is
	'The secret part of the address: 128 bits that nobody can make without the key of the installation.';

create function public.my_calendars() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(
			jsonb_object_agg(f.kind, private.calendar_token(f.profile_id, f.kind, f.nonce)), '{}'
		)
		from private.calendar_feeds f where f.profile_id = (select auth.uid())
	);
end;
$$;
revoke execute on function public.my_calendars() from public;
grant execute on function public.my_calendars() to authenticated;
comment on function public.my_calendars() is
	'The secret part of the addresses of my own calendars, by kind; of those I asked for.';

create function public.renew_calendar(kind public.calendar_kind, nonce uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select p.id from public.profiles p where p.id = (select auth.uid()));
begin
	if me is null or renew_calendar.kind = 'facilitator'
		and not exists (select private.my_facilitated_neighbourhood_ids())
	then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	insert into private.calendar_feeds (profile_id, kind, nonce, token_hash, made_at)
	values (me, renew_calendar.kind, renew_calendar.nonce, private.keyed_hash(
		private.calendar_token(me, renew_calendar.kind, renew_calendar.nonce)
	), private.clock())
	on conflict on constraint calendar_feeds_pkey do update
		set nonce = excluded.nonce, token_hash = excluded.token_hash, made_at = excluded.made_at;
end;
$$;
revoke execute on function public.renew_calendar(public.calendar_kind, uuid) from public;
grant execute on function public.renew_calendar(public.calendar_kind, uuid) to authenticated;
comment on function public.renew_calendar(public.calendar_kind, uuid) is
	'Makes the address of my calendar, or a new one: the old one stops at once. The nonce is made once per form, so that sending twice makes one.';

create function public.stop_calendar(kind public.calendar_kind) returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.calendar_feeds f
	where f.profile_id = (select auth.uid()) and f.kind = stop_calendar.kind;
$$;
revoke execute on function public.stop_calendar(public.calendar_kind) from public;
grant execute on function public.stop_calendar(public.calendar_kind) to authenticated;

-- The entries -------------------------------------------------------------------------------------------

create function private.calendar_entries(
	profile_id uuid, kind public.calendar_kind, meetup_id uuid default null
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		with seen as (
			select m.id
			from public.residents r
			join public.memberships s on s.resident_id = r.id
			join public.meetups m on m.group_id = s.group_id and m.ends_at > s.since
			where r.profile_id = calendar_entries.profile_id and calendar_entries.kind = 'own'
				and m.ends_at > private.clock() - interval '28 days'
				-- Deze keer niet: the evening is free.
				and not exists (
					select from public.absences a where a.meetup_id = m.id and a.resident_id = r.id
				)
			union
			select t.meetup_id
			from public.residents r
			join public.guests t on t.resident_id = r.id and t.comes
			join public.meetups m on m.id = t.meetup_id
			where r.profile_id = calendar_entries.profile_id and calendar_entries.kind = 'own'
				and m.ends_at > private.clock() - interval '28 days'
			union
			select m.id
			from public.staff f
			join public.groups g on g.neighbourhood_id = f.neighbourhood_id
			join public.meetups m on m.group_id = g.id
			where f.profile_id = calendar_entries.profile_id and calendar_entries.kind = 'facilitator'
				and f.role = 'facilitator'
				and m.ends_at > private.clock() - interval '28 days'
				and coalesce(m.starts_at < g.closed_at, true)
		)
		select coalesce(jsonb_agg(jsonb_build_object(
			-- Of this reader alone: who compares two calendars learns nothing from it.
			'uid', encode(substr(private.keyed_hash(
				concat_ws(':', 'entry', calendar_entries.profile_id, calendar_entries.kind, m.id)
			), 1, 16), 'hex'),
			'sequence', m.revision, 'changedAt', m.changed_at, 'startsAt', m.starts_at, 'endsAt', m.ends_at,
			'timeZone', n.time_zone, 'cancelled', m.state in ('cancelled', 'paused'),
			'group', case when calendar_entries.kind = 'facilitator' then
				jsonb_build_object('name', g.name, 'placeName', g.place_name, 'speaker', (
					select s.name
					from private.bookings b join public.speakers s on s.id = b.speaker_id
					where b.meetup_id = m.id and b.state = 'booked'
				))
			end
		) order by m.starts_at, m.id), '[]')
		from seen
		join public.meetups m on m.id = seen.id
		join public.groups g on g.id = m.group_id
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		where m.id = calendar_entries.meetup_id or calendar_entries.meetup_id is null
	);
end;
$$;
revoke execute on function private.calendar_entries(uuid, public.calendar_kind, uuid) from public;
comment on function private.calendar_entries(uuid, public.calendar_kind, uuid) is
	'From four weeks ago on: where I have a chair or am a guest, without what and where; or, for a facilitator, every group with name, place and who comes to tell something.';

create function public.calendar_feed(token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'kind', f.kind, 'language', p.language,
			'entries', private.calendar_entries(f.profile_id, f.kind)
		)
		from private.calendar_feeds f
		join public.profiles p on p.id = f.profile_id
		where f.token_hash = private.keyed_hash(calendar_feed.token)
			and (f.kind = 'own' or exists (
				select from public.staff s where s.profile_id = p.id and s.role = 'facilitator'
			))
	);
end;
$$;
revoke execute on function public.calendar_feed(text) from public;
grant execute on function public.calendar_feed(text) to anon, authenticated;
comment on function public.calendar_feed(text) is
	'What a calendar reads at its secret address; null for one that is unknown, renewed, stopped, or of who is no facilitator any more.';

create function public.calendar_entry(meetup_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return private.calendar_entries((select auth.uid()), 'own', calendar_entry.meetup_id) -> 0;
end;
$$;
revoke execute on function public.calendar_entry(uuid) from public;
grant execute on function public.calendar_entry(uuid) to authenticated;
comment on function public.calendar_entry(uuid) is
	'One meetup for my calendar, as it is in my feed; null when I do not go there.';

create function private.my_calendar_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return jsonb_build_object('calendarFeeds', (
		select coalesce(jsonb_agg(jsonb_build_object(
			'profileId', f.profile_id, 'kind', f.kind, 'madeAt', f.made_at
		) order by f.kind), '[]')
		from private.calendar_feeds f where f.profile_id = (select auth.uid())
	));
end;
$$;
revoke execute on function private.my_calendar_rows() from public;

-- The page ------------------------------------------------------------------------------------------------

create function public.agenda_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', m.id, 'groupName', g.name, 'placeName', g.place_name, 'startsAt', m.starts_at,
			'endsAt', m.ends_at, 'timeZone', n.time_zone, 'state', m.state,
			'speaker', private.speaker_at(m.id),
			'weeksAhead', (date_trunc('week', m.starts_at at time zone n.time_zone)::date - n.this_week) / 7,
			'monday', date_trunc('week', m.starts_at at time zone n.time_zone)::date
		) order by m.starts_at, m.id), '[]')
		from (
			select h.id, h.time_zone, date_trunc('week', private.clock() at time zone h.time_zone)::date as this_week
			from public.neighbourhoods h
			where h.id = any (array(select private.my_facilitated_neighbourhood_ids()))
		) n
		join public.groups g on g.neighbourhood_id = n.id and g.closed_at is null
		join public.meetups m on m.group_id = g.id
			and m.starts_at >= n.this_week::timestamp at time zone n.time_zone
			and m.starts_at < (n.this_week + 28)::timestamp at time zone n.time_zone
	);
end;
$$;
revoke execute on function public.agenda_page() from public;
grant execute on function public.agenda_page() to authenticated;
comment on function public.agenda_page() is
	'The meetups of this week and the next three of all groups in the neighbourhoods where I am facilitator, and who comes to tell something.';
