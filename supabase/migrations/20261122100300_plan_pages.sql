-- One answer a page: my plan, my circle, my data.

create function private.my_readers() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(
			private.shown_supporter(s) || jsonb_build_object('id', s.id) order by s.accepted_at, s.id
		), '[]')
		from public.supporters s
		where s.owner_id = (select auth.uid()) and s.accepted_at is not null
	) || (
		select coalesce(jsonb_agg(
			jsonb_build_object('id', w -> 'id', 'firstName', w -> 'firstName', 'face', w -> 'face')
			order by w ->> 'startedOn', w ->> 'id'
		), '[]')
		from jsonb_array_elements(private.my_workers()) w
	);
end;
$$;
revoke execute on function private.my_readers() from public;
grant execute on function private.my_readers() to authenticated;
comment on function private.my_readers() is 'Who I can let read a sentence: my supporters, and who supports me from an organisation.';

create function private.my_balance() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'level', b.level, 'words', b.words, 'setAt', b.set_at,
			'ask', coalesce(b.ask_on <= private.my_today(), false)
		)
		from public.balances b where b.profile_id = (select auth.uid())
	);
end;
$$;
revoke execute on function private.my_balance() from public;
grant execute on function private.my_balance() to authenticated;

create function private.my_steps_to_ask() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', s.id, 'words', s.words, 'groupName', g.name, 'startsAt', m.starts_at,
			'timeZone', n.time_zone
		) order by m.starts_at, s.id), '[]')
		from public.goal_sentences s
		join public.goals o on o.id = s.goal_id and o.state = 'open'
		join public.meetups m on m.id = s.meetup_id and m.ends_at <= private.clock()
		join public.groups g on g.id = m.group_id
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		where s.owner_id = (select auth.uid()) and s.outcome is null
	);
end;
$$;
revoke execute on function private.my_steps_to_ask() from public;
grant execute on function private.my_steps_to_ask() to authenticated;
comment on function private.my_steps_to_ask() is
	'Steps I would take at a meetup that has been, and have not said of how it went.';

create function public.plan_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		with readers as (
			select s.sentence_id, s.supporter_id as reader_id from public.sentence_shares s
			union all
			select w.sentence_id, w.reader_id from private.my_worker_shares() w
		), sentences as (
			select
				s.*,
				(
					select coalesce(jsonb_agg(r.reader_id order by r.reader_id), '[]')
					from readers r where r.sentence_id = s.id
				) as readers,
				(
					select jsonb_build_object(
						'id', m.id, 'groupName', g.name, 'startsAt', m.starts_at, 'timeZone', n.time_zone,
						'ended', m.ends_at <= private.clock()
					)
					from public.meetups m
					join public.groups g on g.id = m.group_id
					join public.neighbourhoods n on n.id = g.neighbourhood_id
					where m.id = s.meetup_id
				) as meetup
			from (
				select t.id, t.goal_id, t.kind, t.words, t.written_at, t.outcome, t.meetup_id
				from public.goal_sentences t
			) s
		)
		select jsonb_build_object(
			'today', private.my_today(),
			'goals', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', g.id, 'theme', g.theme, 'startsOn', g.starts_on, 'endsOn', g.ends_on,
					'state', g.state, 'feeling', g.feeling,
					'halfway', private.my_today() >= g.starts_on + (g.ends_on - g.starts_on) / 2
						and g.feeling is null,
					'over', private.my_today() >= g.ends_on,
					'sentences', (
						select coalesce(jsonb_agg(jsonb_build_object(
							'id', s.id, 'kind', s.kind, 'words', s.words, 'outcome', s.outcome,
							'meetup', s.meetup, 'readers', s.readers
						) order by s.kind, s.written_at, s.id), '[]')
						from sentences s where s.goal_id = g.id
					)
				) order by g.starts_on, g.id), '[]')
				from public.goals g
			),
			'readers', private.my_readers(),
			'balance', private.my_balance(),
			'proposals', private.my_proposals(),
			'nextMeetups', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', m.id, 'groupName', g.name, 'startsAt', m.starts_at, 'timeZone', n.time_zone
				) order by m.starts_at, m.id), '[]')
				from public.groups g
				join public.neighbourhoods n on n.id = g.neighbourhood_id
				cross join lateral (
					select m.id, m.starts_at from public.meetups m
					where m.group_id = g.id and m.starts_at > private.clock() and m.state in ('planned', 'moved')
					order by m.starts_at limit 1
				) m
				where g.id = any (array(select private.my_group_ids()))
			)
		)
	);
end;
$$;
revoke execute on function public.plan_page() from public;
grant execute on function public.plan_page() to authenticated;

create function private.my_supporters() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(
			private.shown_supporter(s) || jsonb_build_object(
				'id', s.id, 'accepted', s.accepted_at is not null, 'byCode', s.supporter_id is null,
				'seesBalance', s.sees_balance, 'seesNextMeetup', s.sees_next_meetup,
				'callAskedAt', s.call_asked_at,
				'sentences', (select count(*) from public.sentence_shares h where h.supporter_id = s.id)
			) order by s.accepted_at is null, s.invited_at, s.id
		), '[]')
		from public.supporters s where s.owner_id = (select auth.uid())
	);
end;
$$;
revoke execute on function private.my_supporters() from public;
grant execute on function private.my_supporters() to authenticated;

create function private.whom_i_support() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', s.id, 'person', private.shown_as(s.owner_id), 'accepted', s.accepted_at is not null,
			'callAskedAt', s.call_asked_at
		) order by s.invited_at, s.id), '[]')
		from public.supporters s
		where s.supporter_id = (select auth.uid()) and s.declined_at is null
	);
end;
$$;
revoke execute on function private.whom_i_support() from public;
grant execute on function private.whom_i_support() to authenticated;

create function private.whom_i_may_ask() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'residentId', p.id, 'firstName', p.first_name, 'face', p.face
		) order by p.first_name, p.id), '[]')
		from (
			select distinct r.id, r.first_name, r.face
			from public.memberships m join public.residents r on r.id = m.resident_id
			where m.group_id = any (array(select private.my_group_ids()))
				and r.profile_id is not null and r.profile_id <> (select auth.uid())
				and not exists (
					select from public.supporters s
					where s.owner_id = (select auth.uid()) and s.supporter_id = r.profile_id
				)
		) p
	);
end;
$$;
revoke execute on function private.whom_i_may_ask() from public;
grant execute on function private.whom_i_may_ask() to authenticated;

create function public.circle_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return jsonb_build_object(
		'workers', private.my_workers(),
		'supporters', private.my_supporters(),
		'supported', private.whom_i_support(),
		'neighbours', private.whom_i_may_ask(),
		'balance', private.my_balance()
	);
end;
$$;
revoke execute on function public.circle_page() from public;
grant execute on function public.circle_page() to authenticated;
comment on function public.circle_page() is
	'Wie staat mij bij: the same page for everybody; for most without a worker.';

-- The same work for everybody ----------------------------------------------------------------------

-- Of small tables the planner reads all rows or looks one up, in an order that it sees fit, so that the
-- work of an answer would tell how much care there is. Always looked up, and in the order in which it
-- is written, it is the same for everybody whom it is not about.
do $$
declare
	reader regprocedure;
	way text;
begin
	for reader in
		select p.oid from pg_proc p
		where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
			and (p.prosrc ~ '\mcare\.' or p.oid = 'private.apply_retention(boolean)'::regprocedure)
	loop
		foreach way in array array['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin'] loop
			execute format('alter function %s set enable_%s = off', reader, way);
		end loop;
		execute format('alter function %s set join_collapse_limit = 1', reader);
	end loop;
end
$$;
