-- One answer a page: Buurthulp, my help, what two share, conversations, and the desk of staff.

-- The board -----------------------------------------------------------------------------------------

create function private.help_authors(post_ids uuid[])
returns table (post_id uuid, author jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select p.id, jsonb_build_object('residentId', r.id, 'firstName', r.first_name, 'face', r.face)
		from public.help_posts p join public.residents r on r.id = p.author_id
		where p.id = any (help_authors.post_ids);
end;
$$;
revoke execute on function private.help_authors(uuid[]) from public;
grant execute on function private.help_authors(uuid[]) to authenticated;
comment on function private.help_authors(uuid[]) is
	'First name and face of who wrote these posts; for who was shown the posts.';

create function private.my_answered_post_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select a.post_id
		from public.residents r join public.help_answers a on a.answerer_id = r.id
		where r.profile_id = (select auth.uid()) and a.withdrawn_at is null;
end;
$$;
revoke execute on function private.my_answered_post_ids() from public;
grant execute on function private.my_answered_post_ids() to authenticated;

create function public.help_page(
	kind public.help_kind default null, category public.help_category default null,
	weekday integer default null, group_id uuid default null,
	before timestamptz default null, before_id uuid default null
) returns jsonb
language plpgsql stable security invoker set search_path = ''
-- What the variables hold would make the planner plan each call anew, at the price of the call.
set plan_cache_mode = 'force_generic_plan' as $$
declare
	boards constant uuid[] := case when help_page.group_id is null
		then array(select private.my_board_ids()) else '{}'::uuid[] end;
	groups constant uuid[] := array(
		select g from private.my_group_ids() g where help_page.group_id is null or g = help_page.group_id
	);
	mine constant uuid[] := array(select private.my_resident_ids());
	answered constant uuid[] := array(select private.my_answered_post_ids());
	today constant date := private.my_today();
	from_moment constant timestamptz := coalesce(help_page.before, 'infinity');
	from_id constant uuid := coalesce(help_page.before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
	return (
		-- The newest of each audience, then the newest of those: never a walk over everybody's posts.
		with found as materialized (
			select p.*
			from unnest(boards) board (id)
			cross join lateral (
				select q.id, q.author_id, q.kind, q.category, q.words, q.moment, q.on_date, q.weekday,
					q.at_time, q.group_id, q.placed_at
				from public.help_posts q
				where q.neighbourhood_id = board.id and q.audience = 'neighbourhood' and q.state = 'open'
					and (q.placed_at, q.id) < (from_moment, from_id)
					and (help_page.kind is null or q.kind = help_page.kind)
					and (help_page.category is null or q.category = help_page.category)
					and (q.moment <> 'once' or q.on_date >= today)
					and (
						help_page.weekday is null or q.moment = 'any_time'
						or coalesce(q.weekday, extract(isodow from q.on_date)) = help_page.weekday
					)
				order by q.placed_at desc, q.id desc limit 21
			) p
			union all
			select p.*
			from unnest(groups) circle (id)
			cross join lateral (
				select q.id, q.author_id, q.kind, q.category, q.words, q.moment, q.on_date, q.weekday,
					q.at_time, q.group_id, q.placed_at
				from public.help_posts q
				where q.group_id = circle.id and q.state = 'open'
					and (q.placed_at, q.id) < (from_moment, from_id)
					and (help_page.kind is null or q.kind = help_page.kind)
					and (help_page.category is null or q.category = help_page.category)
					and (q.moment <> 'once' or q.on_date >= today)
					and (
						help_page.weekday is null or q.moment = 'any_time'
						or coalesce(q.weekday, extract(isodow from q.on_date)) = help_page.weekday
					)
				order by q.placed_at desc, q.id desc limit 21
			) p
		), newest as materialized (
			select f.*, row_number() over (order by f.placed_at desc, f.id desc) as nth
			from found f order by f.placed_at desc, f.id desc limit 21
		)
		select jsonb_build_object(
			'posts', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', n.id, 'kind', n.kind, 'category', n.category, 'words', n.words,
					'moment', n.moment, 'onDate', n.on_date, 'weekday', n.weekday,
					'atTime', to_char(n.at_time, 'HH24:MI'), 'groupName', g.name, 'placedAt', n.placed_at,
					'author', a.author, 'mine', n.author_id = any (mine), 'answered', n.id = any (answered)
				) order by n.nth), '[]')
				from newest n
				join private.help_authors(array(select id from newest)) a on a.post_id = n.id
				left join public.groups g on g.id = n.group_id
				where n.nth <= 20
			),
			'next', (
				select jsonb_build_object('before', n.placed_at, 'beforeId', n.id)
				from newest n where n.nth = 20 and exists (select from newest where nth = 21)
			),
			'groups', (
				select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name, g.id), '[]')
				from public.groups g
				where g.id = any (array(select private.my_group_ids())) and g.closed_at is null
			)
		)
	);
end;
$$;
revoke execute on function public.help_page(
	public.help_kind, public.help_category, integer, uuid, timestamptz, uuid
) from public;
grant execute on function public.help_page(
	public.help_kind, public.help_category, integer, uuid, timestamptz, uuid
) to authenticated;
comment on function public.help_page(
	public.help_kind, public.help_category, integer, uuid, timestamptz, uuid
) is 'The newest twenty posts I may read. All arguments may be left out; weekday also finds any time; group_id: of that group of mine only. next: what to give as before and before_id for the following twenty, or null.';

create function private.post_answers(post_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', a.id, 'residentId', r.id, 'firstName', r.first_name, 'face', r.face,
			'line', a.line, 'answeredAt', a.answered_at, 'choice', c.choice, 'matchId', m.id,
			'outdated', m.id is null and a.post_version < p.version
		) order by a.answered_at, a.id), '[]')
		from public.help_posts p
		join public.help_answers a on a.post_id = p.id and a.withdrawn_at is null
		join public.residents r on r.id = a.answerer_id
		left join public.help_choices c on c.answer_id = a.id and c.giver_id = p.author_id
		left join public.help_matches m on m.answer_id = a.id and m.stopped_at is null
		where p.id = post_answers.post_id and p.author_id in (select private.my_resident_ids())
			and a.answerer_id not in (select private.hidden_resident_ids())
	);
end;
$$;
revoke execute on function private.post_answers(uuid) from public;
grant execute on function private.post_answers(uuid) to authenticated;
comment on function private.post_answers(uuid) is
	'Who answered my post, and what I chose; for its author alone.';

create function private.my_answer_to(post_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		-- Two yeses or not; nothing of what the author chose but that.
		select jsonb_build_object(
			'id', a.id, 'line', a.line, 'matchId', m.id,
			'outdated', m.id is null and a.post_version < p.version
		)
		from public.help_answers a
		join public.help_posts p on p.id = a.post_id
		left join public.help_matches m on m.answer_id = a.id and m.stopped_at is null
		where a.post_id = my_answer_to.post_id and a.withdrawn_at is null
			and a.answerer_id in (select private.my_resident_ids())
	);
end;
$$;
revoke execute on function private.my_answer_to(uuid) from public;
grant execute on function private.my_answer_to(uuid) to authenticated;

create function private.my_post_extras(post_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'ask', p.state = 'open' and p.hidden_at is null and p.ask_at <= private.clock(),
			'hidden', p.hidden_at is not null,
			'proposer', (
				select jsonb_build_object('firstName', s.first_name, 'face', s.face, 'role', s.role)
				from public.staff s where s.id = p.proposer_id
			)
		)
		from public.help_posts p
		where p.id = my_post_extras.post_id and p.author_id in (select private.my_resident_ids())
			and p.declined_at is null
	);
end;
$$;
revoke execute on function private.my_post_extras(uuid) from public;
grant execute on function private.my_post_extras(uuid) to authenticated;
comment on function private.my_post_extras(uuid) is
	'Of my own post: whether to ask if it stands, whether it is hidden, who wrote it for me. Null of others'' posts and of what I did not want.';

create function public.help_post_page(post_id uuid) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', p.id, 'kind', p.kind, 'category', p.category, 'words', p.words, 'moment', p.moment,
			'onDate', p.on_date, 'weekday', p.weekday, 'atTime', to_char(p.at_time, 'HH24:MI'),
			'groupId', p.group_id, 'groupName', g.name, 'audience', p.audience, 'placedAt', p.placed_at,
			'version', p.version, 'timeZone', n.time_zone, 'neighbourhoodId', n.id,
			'neighbourhoodName', n.name, 'state', p.state,
			'author', (select a.author from private.help_authors(array[p.id]) a),
			'mine', x.extras is not null,
			'ask', coalesce((x.extras ->> 'ask')::boolean, false),
			'hidden', coalesce((x.extras ->> 'hidden')::boolean, false),
			'proposer', x.extras -> 'proposer',
			'mayAnswer', x.extras is null and exists (
				select from public.residents r
				where r.id = any (array(select private.my_resident_ids()))
					and r.neighbourhood_id = p.neighbourhood_id
			),
			'answer', private.my_answer_to(p.id),
			'answers', private.post_answers(p.id),
			'contact', private.contact_card(n.id)
		)
		from public.help_posts p
		join public.neighbourhoods n on n.id = p.neighbourhood_id
		left join public.groups g on g.id = p.group_id
		cross join lateral (select private.my_post_extras(p.id) as extras) x
		where p.id = help_post_page.post_id and (
			x.extras is not null or p.author_id <> all (array(select private.my_resident_ids()))
		)
	);
end;
$$;
revoke execute on function public.help_post_page(uuid) from public;
grant execute on function public.help_post_page(uuid) to authenticated;
comment on function public.help_post_page(uuid) is
	'One post, or null when it is gone, hidden or not for me. To its author with who answered and what the author chose; to who answered only whether the two share it now (answer.matchId), and whether it changed since (outdated).';

create function public.help_new_page() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', n.id, 'name', n.name, 'timeZone', n.time_zone,
			'today', private.local_date(private.clock(), n.time_zone),
			'groups', (
				select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name, g.id), '[]')
				from public.memberships m join public.groups g on g.id = m.group_id
				where m.resident_id = r.id and g.closed_at is null
			),
			'pausedUntil', private.paused_until(r.id),
			'asked', exists (select from public.help_asks a where a.resident_id = r.id),
			'contact', private.contact_card(n.id)
		) order by n.name, n.id), '[]')
		from public.residents r join public.neighbourhoods n on n.id = r.neighbourhood_id
		where r.profile_id = (select auth.uid())
	);
end;
$$;
revoke execute on function public.help_new_page() from public;
grant execute on function public.help_new_page() to authenticated;
comment on function public.help_new_page() is
	'For placing a post: the neighbourhoods where I live, with my groups there, until when my placing is closed, and whether I asked staff to do it.';

-- Mijn hulp -----------------------------------------------------------------------------------------

create function private.my_match_lines() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', m.id, 'state', case when m.introduced_at is null then 'introducing' else 'active' end,
			'kind', m.kind, 'category', m.category, 'words', m.words,
			'iHelp', (m.kind = 'offer') = (m.author_id = me.id),
			'other', jsonb_build_object(
				'residentId', other.id, 'firstName', other.first_name, 'face', other.face
			),
			'moment', m.moment, 'onDate', m.on_date, 'weekday', m.weekday,
			'atTime', to_char(m.at_time, 'HH24:MI'), 'timeZone', n.time_zone,
			'nextOn', (
				select d from private.help_dates(m) d
				where not exists (
					select from public.help_skips s where s.match_id = m.id and s.on_date = d
				)
				order by d limit 1
			),
			'conversationId', part.conversation_id, 'fresh', coalesce(part.fresh, false),
			'ask', coalesce(private.reflect_from(m) <= private.clock(), false) and not exists (
				select from public.help_reflections f where f.match_id = m.id and f.resident_id = me.id
			)
		) order by m.made_at desc, m.id), '[]')
		from public.residents me
		join public.help_matches m on me.id in (m.author_id, m.answerer_id)
		join public.residents other on other.id in (m.author_id, m.answerer_id) and other.id <> me.id
		join public.neighbourhoods n on n.id = me.neighbourhood_id
		left join lateral (
			select c.conversation_id, v.last_nth > c.seen_nth as fresh
			from public.conversation_participants c
			join public.conversations v on v.id = c.conversation_id
			where c.conversation_id = m.conversation_id and c.profile_id = me.profile_id
				and c.left_at is null
		) part on true
		where me.profile_id = (select auth.uid()) and m.stopped_at is null
	);
end;
$$;
revoke execute on function private.my_match_lines() from public;
grant execute on function private.my_match_lines() to authenticated;
comment on function private.my_match_lines() is
	'What I share with others now. What stopped is not in it, however it came to stop.';

create function private.my_post_lines() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', p.id, 'state', p.state, 'kind', p.kind, 'category', p.category, 'words', p.words,
			'moment', p.moment, 'onDate', p.on_date, 'weekday', p.weekday,
			'atTime', to_char(p.at_time, 'HH24:MI'), 'audience', p.audience, 'groupName', g.name,
			'ask', p.state = 'open' and p.hidden_at is null and p.ask_at <= private.clock(),
			'hidden', p.hidden_at is not null,
			'proposer', (
				select jsonb_build_object('firstName', s.first_name, 'face', s.face, 'role', s.role)
				from public.staff s where s.id = p.proposer_id
			),
			'undecided', p.hidden_at is null and exists (
				select from public.help_answers a
				where a.post_id = p.id and a.withdrawn_at is null and a.post_version = p.version
					and a.answerer_id not in (select private.hidden_resident_ids())
					and not exists (
						select from public.help_choices c where c.answer_id = a.id and c.giver_id = r.id
					)
			)
		) order by p.placed_at desc, p.id), '[]')
		from public.residents r
		join public.help_posts p on p.author_id = r.id
		left join public.groups g on g.id = p.group_id
		where r.profile_id = (select auth.uid()) and p.state <> 'withdrawn' and p.declined_at is null
	);
end;
$$;
revoke execute on function private.my_post_lines() from public;
grant execute on function private.my_post_lines() to authenticated;

create function private.my_answer_lines() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', a.id, 'postId', case when p.state = 'open' then p.id end, 'kind', p.kind,
			'category', p.category, 'words', p.words, 'line', a.line,
			'changed', case when p.state = 'open' and a.post_version < p.version then
				jsonb_build_object(
					'moment', p.moment, 'onDate', p.on_date, 'weekday', p.weekday,
					'atTime', to_char(p.at_time, 'HH24:MI'), 'version', p.version
				)
			end,
			'author', jsonb_build_object('firstName', w.first_name, 'face', w.face)
		) order by a.answered_at desc, a.id), '[]')
		from public.residents r
		join public.help_answers a on a.answerer_id = r.id and a.withdrawn_at is null
		join public.help_posts p on p.id = a.post_id
		join public.residents w on w.id = p.author_id
		where r.profile_id = (select auth.uid()) and private.is_for_me(p) and not exists (
			select from public.help_matches m where m.answer_id = a.id and m.stopped_at is null
		)
	);
end;
$$;
revoke execute on function private.my_answer_lines() from public;
grant execute on function private.my_answer_lines() to authenticated;
comment on function private.my_answer_lines() is
	'My answers that did not become something shared (yet), to posts that are for me; of what is gone, for whatever reason, there is no line. postId null while the post rests; changed: asked once more after the post did. Not answered and answered with no are the same.';

create function private.my_measures() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'reportId', x.id, 'act', a.act, 'until', a.until, 'actedAt', a.acted_at,
			'timeZone', n.time_zone, 'postWords', p.words, 'appealedAt', x.appealed_at
		) order by a.acted_at desc, x.id), '[]')
		from public.reports x
		join public.neighbourhoods n on n.id = x.neighbourhood_id
		cross join lateral (
			-- What was last done to the post, and to the placing; a talk about it takes neither back.
			select distinct on (l.act in ('hidden', 'shown')) l.*
			from public.report_acts l
			where l.report_id = x.id and l.act in ('hidden', 'shown', 'paused', 'resumed')
			order by l.act in ('hidden', 'shown'), l.nth desc
		) a
		left join public.help_posts p on p.id = x.post_id
		where x.about_id in (select private.my_resident_ids())
			and case a.act
				when 'hidden' then true
				when 'paused' then private.paused_until(x.about_id) is not null
					and a.until > private.local_date(private.clock(), n.time_zone)
				-- Told until the day it would have ended by itself.
				when 'resumed' then private.paused_until(x.about_id) is null and exists (
					select from public.report_acts l join public.reports y on y.id = l.report_id
					where y.about_id = x.about_id
						and l.until > private.local_date(private.clock(), n.time_zone)
				)
				else false
			end
	);
end;
$$;
revoke execute on function private.my_measures() from public;
grant execute on function private.my_measures() to authenticated;
comment on function private.my_measures() is
	'What the contact person last did about me, where that is a post hidden, or my placing closed or opened again. Not who reported, nor why.';

create function private.my_reports() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', x.id, 'subject', x.subject, 'reason', x.reason, 'words', x.words,
			'copied', x.copied, 'reportedAt', x.reported_at, 'timeZone', n.time_zone,
			'firstName', r.first_name,
			'acts', (
				select coalesce(jsonb_agg(jsonb_build_object('act', a.act, 'actedAt', a.acted_at)
					order by a.nth), '[]')
				from public.report_acts a where a.report_id = x.id
			)
		) order by x.reported_at desc, x.id), '[]')
		from public.reports x
		join public.residents r on r.id = x.about_id
		join public.neighbourhoods n on n.id = x.neighbourhood_id
		where x.reporter_id in (select private.my_resident_ids())
	);
end;
$$;
revoke execute on function private.my_reports() from public;
grant execute on function private.my_reports() to authenticated;

create function public.my_help_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return jsonb_build_object(
		'posts', private.my_post_lines(),
		'answers', private.my_answer_lines(),
		'matches', private.my_match_lines(),
		'measures', private.my_measures(),
		'reports', private.my_reports(),
		'asked', exists (
			select from jsonb_array_elements(public.help_new_page()) n where (n ->> 'asked')::boolean
		)
	);
end;
$$;
revoke execute on function public.my_help_page() from public;
grant execute on function public.my_help_page() to authenticated;
comment on function public.my_help_page() is
	'My posts (not withdrawn), my answers, what I share with others, what was done about my posts, and what came of what I reported.';

create function public.match_page(match_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', m.id, 'state', case
				when m.stopped_at is not null then 'stopped'
				when m.introduced_at is null then 'introducing'
				else 'active'
			end,
			'kind', m.kind, 'category', m.category,
			'words', case when m.stopped_at is null then m.words end,
			'iHelp', (m.kind = 'offer') = (m.author_id = me.id),
			'other', jsonb_build_object(
				'residentId', other.id, 'firstName', other.first_name, 'face', other.face
			),
			'moment', m.moment, 'onDate', m.on_date, 'weekday', m.weekday,
			'atTime', to_char(m.at_time, 'HH24:MI'), 'timeZone', n.time_zone,
			'dates', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'onDate', d, 'off', s.off is not null, 'mine', coalesce(s.off, false)
				) order by d), '[]')
				from private.help_dates(m) d
				left join lateral (
					select bool_or(k.resident_id = me.id) as off from public.help_skips k
					where k.match_id = m.id and k.on_date = d
				) s on true
			),
			'firstTime', not exists (
				select from public.help_matches e
				where e.id <> m.id and e.introduced_at is not null and e.made_at < m.made_at
					and m.author_id in (e.author_id, e.answerer_id)
					and m.answerer_id in (e.author_id, e.answerer_id)
			),
			'conversationId', (
				select c.conversation_id from public.conversation_participants c
				where c.conversation_id = m.conversation_id and c.profile_id = me.profile_id
					and c.left_at is null
			),
			'mayReflect', private.may_reflect(m),
			'reflection', (
				select jsonb_build_object(
					'feeling', f.feeling, 'words', f.words, 'feltSafe', f.felt_safe,
					'wantsCall', f.wants_call, 'telephone', f.telephone, 'sharesWords', f.shares_words,
					'enjoy', f.enjoy
				)
				from public.help_reflections f where f.match_id = m.id and f.resident_id = me.id
			),
			'thanks', case when m.stopped_at is null then (
				select coalesce(jsonb_agg(jsonb_build_object(
					'words', t.words, 'mine', t.from_id = me.id, 'sentAt', t.sent_at
				) order by t.sent_at, t.from_id), '[]')
				from public.help_thanks t where t.match_id = m.id
			) else '[]' end,
			'contact', private.contact_card(n.id)
		)
		from public.help_matches m
		join public.residents me on me.id in (m.author_id, m.answerer_id)
			and me.profile_id = (select auth.uid())
		join public.residents other on other.id in (m.author_id, m.answerer_id) and other.id <> me.id
		join public.neighbourhoods n on n.id = me.neighbourhood_id
		where m.id = match_page.match_id
	);
end;
$$;
revoke execute on function public.match_page(uuid) from public;
grant execute on function public.match_page(uuid) to authenticated;
comment on function public.match_page(uuid) is
	'What two share, for the two of them; null for all others. introducing: the contact person comes first. stopped: only the look back is left, the same whether it was stopped or blocked. dates: the next four of weekly help, off when either said not this time.';

-- Conversations -------------------------------------------------------------------------------------

create function private.conversation_people(conversation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(
			private.shown_in(c.neighbourhood_id, p.profile_id) || jsonb_build_object(
				'id', p.id, 'me', p.profile_id = (select auth.uid()), 'left', p.left_at is not null
			)
			order by p.joined_at, p.id
		), '[]')
		from public.conversation_participants p
		join public.conversations c on c.id = p.conversation_id
		where p.conversation_id = conversation_people.conversation_id
			and p.conversation_id in (select private.my_conversation_ids())
	);
end;
$$;
revoke execute on function private.conversation_people(uuid) from public;
grant execute on function private.conversation_people(uuid) to authenticated;

create function private.conversation_frame(conversation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', c.id, 'kind', c.kind, 'ended', c.ended_at is not null, 'muted', p.muted,
			'lastNth', c.last_nth, 'seenNth', p.seen_nth, 'timeZone', n.time_zone,
			'people', private.conversation_people(c.id),
			'matchId', (select m.id from public.help_matches m where m.conversation_id = c.id)
		)
		from public.conversation_participants p
		join public.conversations c on c.id = p.conversation_id
		join public.neighbourhoods n on n.id = c.neighbourhood_id
		where c.id = conversation_frame.conversation_id
			and p.profile_id = (select auth.uid()) and p.left_at is null
	);
end;
$$;
revoke execute on function private.conversation_frame(uuid) from public;
grant execute on function private.conversation_frame(uuid) to authenticated;

create function public.conversation_page(conversation_id uuid, before bigint default null) returns jsonb
language plpgsql stable security invoker set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
declare
	frame constant jsonb := private.conversation_frame(conversation_page.conversation_id);
	upto constant bigint := coalesce(conversation_page.before, 9223372036854775807);
begin
	return frame || (
		with newest as materialized (
			select m.id, m.nth, m.author_id, m.body, m.sent_at
			from public.messages m
			where m.conversation_id = conversation_page.conversation_id and m.nth < upto
			order by m.nth desc limit 51
		), shown as materialized (
			select * from newest order by nth desc limit 50
		)
		select jsonb_build_object(
			'messages', coalesce(jsonb_agg(jsonb_build_object(
				'id', s.id, 'nth', s.nth, 'authorId', s.author_id, 'body', s.body, 'sentAt', s.sent_at
			) order by s.nth), '[]'),
			'older', case when (select count(*) from newest) > 50 then min(s.nth) end
		)
		from shown s
	);
end;
$$;
revoke execute on function public.conversation_page(uuid, bigint) from public;
grant execute on function public.conversation_page(uuid, bigint) to authenticated;
comment on function public.conversation_page(uuid, bigint) is
	'The newest fifty messages, oldest first, or those before a number; null when I do not take part. authorId is an id of people; null: oud-buur. older: what to give as before for the fifty that came earlier, or null.';

create function public.conversation_changes(conversation_id uuid, after bigint) returns jsonb
language plpgsql stable security definer set search_path = ''
set plan_cache_mode = 'force_generic_plan' as $$
begin
	-- Asked every few seconds: one row of an index says whether I take part, one whether there is more.
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', s.id, 'nth', s.nth, 'authorId', s.author_id, 'body', s.body, 'sentAt', s.sent_at
		) order by s.nth), '[]')
		from (
			select m.id, m.nth, m.author_id, m.body, m.sent_at
			from public.conversation_participants p
			join public.messages m on m.conversation_id = p.conversation_id
			where p.conversation_id = conversation_changes.conversation_id
				and p.profile_id = (select auth.uid()) and p.left_at is null
				and m.nth > conversation_changes.after
			order by m.nth limit 50
		) s
	);
end;
$$;
revoke execute on function public.conversation_changes(uuid, bigint) from public;
grant execute on function public.conversation_changes(uuid, bigint) to authenticated;
comment on function public.conversation_changes(uuid, bigint) is
	'At most fifty messages after a number, for a slow poll; empty when there is nothing, or nothing for me.';

create function private.my_blocked() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'residentId', r.id, 'firstName', r.first_name, 'face', r.face
		) order by r.first_name, r.id), '[]')
		from public.blocks b
		cross join lateral (
			select * from public.residents s
			where s.profile_id = b.blocked_id
			order by s.neighbourhood_id not in (select private.my_board_ids()), s.joined_at, s.id limit 1
		) r
		where b.blocker_id = (select auth.uid())
	);
end;
$$;
revoke execute on function private.my_blocked() from public;
grant execute on function private.my_blocked() to authenticated;

create function public.conversations_page() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return jsonb_build_object(
		'conversations', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', c.id, 'kind', c.kind, 'ended', c.ended_at is not null, 'muted', p.muted,
				'fresh', c.last_nth > p.seen_nth, 'lastAt', c.last_at, 'timeZone', n.time_zone,
				'people', private.conversation_people(c.id)
			) order by c.last_at desc, c.id), '[]')
			from public.conversation_participants p
			join public.conversations c on c.id = p.conversation_id
			join public.neighbourhoods n on n.id = c.neighbourhood_id
			where p.profile_id = (select auth.uid()) and p.left_at is null
		),
		'blocked', private.my_blocked()
	);
end;
$$;
revoke execute on function public.conversations_page() from public;
grant execute on function public.conversations_page() to authenticated;
comment on function public.conversations_page() is
	'Where I take part, by their last message, fresh when there is something I have not seen (also: never opened); and whom I blocked.';

-- Vandaag -------------------------------------------------------------------------------------------

create function private.my_help_today() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
	posts constant jsonb := private.my_post_lines();
	matches constant jsonb := private.my_match_lines();
	answers constant jsonb := private.my_answer_lines();
begin
	return nullif(jsonb_build_object(
		'questions', (
			select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements(posts) p
			where (p ->> 'ask')::boolean
		),
		'proposals', (
			select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements(posts) p
			where p ->> 'state' = 'proposed'
		),
		'answered', (
			select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements(posts) p
			where (p ->> 'undecided')::boolean
		),
		'changed', (
			select coalesce(jsonb_agg(a), '[]') from jsonb_array_elements(answers) a
			where a -> 'changed' <> 'null'
		),
		'reflect', (
			select coalesce(jsonb_agg(m), '[]') from jsonb_array_elements(matches) m
			where (m ->> 'ask')::boolean
		),
		'fresh', private.has_fresh_conversation()
	), '{"questions": [], "proposals": [], "answered": [], "changed": [], "reflect": [], "fresh": false}');
end;
$$;
revoke execute on function private.my_help_today() from public;
grant execute on function private.my_help_today() to authenticated;
comment on function private.my_help_today() is
	'For Vandaag: posts to ask about, posts that staff wrote for me, posts with an answer I have not decided on, answers of mine to posts that changed since, help to look back on, and whether some conversation has something new. Null when there is nothing of all that.';

create function private.has_fresh_conversation() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select from public.conversation_participants p
		join public.conversations c on c.id = p.conversation_id
		where p.profile_id = (select auth.uid()) and p.left_at is null and not p.muted
			and c.last_nth > p.seen_nth
	);
end;
$$;
revoke execute on function private.has_fresh_conversation() from public;
grant execute on function private.has_fresh_conversation() to authenticated;

-- The desk of staff ---------------------------------------------------------------------------------

create function private.desk_reports(neighbourhood_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', x.id, 'subject', x.subject, 'reason', x.reason, 'words', x.words, 'copied', x.copied,
			'reportedAt', x.reported_at, 'reporter', jsonb_build_object(
				'firstName', reporter.first_name, 'face', reporter.face
			),
			'about', jsonb_build_object(
				'residentId', about.id, 'firstName', about.first_name, 'face', about.face
			),
			'mayHide', coalesce(p.hidden_at is null and p.state in ('open', 'resting'), false),
			'mayShow', coalesce(p.hidden_at is not null, false),
			'mayResume', private.paused_until(x.about_id) is not null,
			'appealedAt', x.appealed_at, 'appealWords', x.appeal_words,
			'acts', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'act', a.act, 'until', a.until, 'actedAt', a.acted_at, 'firstName', s.first_name
				) order by a.nth), '[]')
				from public.report_acts a left join public.staff s on s.id = a.staff_id
				where a.report_id = x.id
			)
		) order by x.reported_at desc, x.id), '[]')
		from public.reports x
		join public.residents reporter on reporter.id = x.reporter_id
		join public.residents about on about.id = x.about_id
		left join public.help_posts p on p.id = x.post_id
		where x.neighbourhood_id = desk_reports.neighbourhood_id
			and x.neighbourhood_id in (select private.my_contact_neighbourhood_ids())
			and x.about_id not in (select private.my_resident_ids())
	);
end;
$$;
revoke execute on function private.desk_reports(uuid) from public;

create function private.desk_unsafe(neighbourhood_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', f.id, 'firstName', writer.first_name, 'face', writer.face,
			'otherFirstName', other.first_name, 'category', m.category, 'wantsCall', f.wants_call,
			'telephone', f.telephone, 'words', case when f.shares_words then f.words end, 'writtenAt', f.written_at
		) order by f.written_at, f.id), '[]')
		from public.help_reflections f
		join public.help_matches m on m.id = f.match_id
		join public.residents writer on writer.id = f.resident_id
		join public.residents other on other.id in (m.author_id, m.answerer_id) and other.id <> writer.id
		where f.felt_safe = false and f.settled_at is null
			and writer.neighbourhood_id = desk_unsafe.neighbourhood_id
			and writer.neighbourhood_id in (select private.my_contact_neighbourhood_ids())
			and other.id not in (select private.my_resident_ids())
	);
end;
$$;
revoke execute on function private.desk_unsafe(uuid) from public;

create function private.desk_introductions(neighbourhood_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'matchId', m.id, 'category', m.category, 'madeAt', m.made_at,
			'helper', jsonb_build_object('firstName', helper.first_name, 'face', helper.face),
			'helped', jsonb_build_object('firstName', helped.first_name, 'face', helped.face)
		) order by m.made_at, m.id), '[]')
		from public.help_matches m
		join public.residents helper
			on helper.id = case m.kind when 'offer' then m.author_id else m.answerer_id end
		join public.residents helped
			on helped.id = case m.kind when 'offer' then m.answerer_id else m.author_id end
		where helped.neighbourhood_id = desk_introductions.neighbourhood_id
			and helped.neighbourhood_id in (select private.my_contact_neighbourhood_ids())
			and private.may_introduce(m)
	);
end;
$$;
revoke execute on function private.desk_introductions(uuid) from public;

create function public.help_desk() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', n.id, 'name', n.name, 'timeZone', n.time_zone,
			'today', private.local_date(private.clock(), n.time_zone),
			'contact', n.id in (select private.my_contact_neighbourhood_ids()),
			'people', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'residentId', r.id, 'firstName', r.first_name, 'face', r.face,
					'asked', q.resident_id is not null, 'telephone', q.telephone, 'askedAt', q.asked_at
				) order by q.asked_at nulls last, r.first_name, r.id), '[]')
				from private.whom_i_may_propose_for(n.id) r
				left join public.help_asks q on q.resident_id = r.id
			),
			'proposals', (
				-- Not wanted looks as not answered yet.
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', p.id, 'firstName', r.first_name, 'face', r.face, 'kind', p.kind,
					'category', p.category, 'words', p.words, 'moment', p.moment, 'onDate', p.on_date,
					'weekday', p.weekday, 'atTime', to_char(p.at_time, 'HH24:MI'), 'proposedAt', p.placed_at
				) order by p.placed_at desc, p.id), '[]')
				from public.help_posts p
				join public.residents r on r.id = p.author_id
				join public.staff s on s.id = p.proposer_id and s.profile_id = (select auth.uid())
				where p.neighbourhood_id = n.id and p.state = 'proposed'
			),
			'introductions', private.desk_introductions(n.id),
			'unsafe', private.desk_unsafe(n.id),
			'reports', private.desk_reports(n.id)
		) order by n.name, n.id), '[]')
		from public.neighbourhoods n
		where n.id in (
			select s.neighbourhood_id from public.staff s where s.profile_id = (select auth.uid())
		)
	);
end;
$$;
revoke execute on function public.help_desk() from public;
grant execute on function public.help_desk() to authenticated;
comment on function public.help_desk() is
	'For staff, by neighbourhood where they work (empty for all others): for whom they may propose a post and what they proposed; for contact person and stand-in also who to introduce, what did not feel safe, and reports.';

-- For the download ----------------------------------------------------------------------------------

create function private.my_help_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	mine constant uuid[] := array(select private.my_resident_ids());
	-- As on Mijn hulp: of a post that is gone nothing is left, or its answer would tell why.
	answers constant uuid[] := array(
		select a.id
		from public.help_answers a join public.help_posts p on p.id = a.post_id
		where a.answerer_id = any (mine) and (private.is_for_me(p) or exists (
			select from public.help_matches m where m.answer_id = a.id and m.stopped_at is null
		))
	);
begin
	return jsonb_build_object(
		'helpPosts', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', p.id, 'neighbourhoodId', p.neighbourhood_id, 'authorId', p.author_id, 'kind', p.kind,
				'category', p.category, 'words', p.words, 'moment', p.moment, 'onDate', p.on_date,
				'weekday', p.weekday, 'atTime', p.at_time, 'version', p.version, 'audience', p.audience,
				'groupId', p.group_id,
				'groupName', g.name, 'state', p.state, 'placedAt', p.placed_at, 'askAt', p.ask_at,
				'proposerId', p.proposer_id, 'declinedAt', p.declined_at, 'hiddenAt', p.hidden_at
			) order by p.placed_at, p.id), '[]')
			from public.help_posts p left join public.groups g on g.id = p.group_id
			where p.author_id = any (mine)
		),
		'helpAsks', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'residentId', a.resident_id, 'telephone', a.telephone, 'askedAt', a.asked_at
			) order by a.asked_at), '[]')
			from public.help_asks a where a.resident_id = any (mine)
		),
		'helpAnswers', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', a.id, 'postId', a.post_id, 'answererId', a.answerer_id, 'line', a.line,
				'postVersion', a.post_version, 'answeredAt', a.answered_at, 'withdrawnAt', a.withdrawn_at
			) order by a.answered_at, a.id), '[]')
			from public.help_answers a where a.answerer_id = any (mine) and a.id = any (answers)
		),
		'helpChoices', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'answerId', c.answer_id, 'giverId', c.giver_id, 'choice', c.choice
			) order by c.answer_id), '[]')
			from public.help_choices c
			join public.help_answers a on a.id = c.answer_id
			where c.giver_id = any (mine) and (a.answerer_id <> c.giver_id or a.id = any (answers))
		),
		'helpMatches', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', m.id, 'answerId', m.answer_id, 'authorId', m.author_id, 'answererId', m.answerer_id,
				'firstName', o.first_name, 'kind', m.kind, 'category', m.category, 'words', m.words,
				'moment', m.moment, 'onDate', m.on_date, 'weekday', m.weekday,
				'atTime', m.at_time, 'madeAt', m.made_at, 'introducedAt', m.introduced_at,
				'stoppedAt', m.stopped_at, 'conversationId', m.conversation_id
			) order by m.made_at, m.id), '[]')
			from public.help_matches m
			join public.residents o on o.id in (m.author_id, m.answerer_id) and o.id <> all (mine)
			where m.author_id = any (mine) or m.answerer_id = any (mine)
		),
		'helpSkips', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'matchId', s.match_id, 'onDate', s.on_date, 'residentId', s.resident_id
			) order by s.on_date, s.match_id), '[]')
			from public.help_skips s where s.resident_id = any (mine)
		),
		'helpReflections', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', f.id, 'matchId', f.match_id, 'residentId', f.resident_id, 'feeling', f.feeling,
				'words', f.words, 'feltSafe', f.felt_safe, 'wantsCall', f.wants_call,
				'telephone', f.telephone, 'sharesWords', f.shares_words, 'enjoy', f.enjoy, 'writtenAt', f.written_at,
				'settledAt', f.settled_at
			) order by f.written_at, f.id), '[]')
			from public.help_reflections f where f.resident_id = any (mine)
		),
		'helpThanks', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'matchId', t.match_id, 'fromId', t.from_id, 'words', t.words, 'sentAt', t.sent_at
			) order by t.sent_at, t.match_id), '[]')
			from public.help_thanks t where t.from_id = any (mine)
		),
		'helpPauses', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'residentId', p.resident_id, 'until', p.until
			) order by p.until), '[]')
			from public.help_pauses p where p.resident_id = any (mine)
		),
		'blocks', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'blockerId', b.blocker_id, 'firstName', private.shown_as(b.blocked_id) -> 'firstName',
				'madeAt', b.made_at
			) order by b.made_at, b.blocked_id), '[]')
			from public.blocks b where b.blocker_id = me
		),
		'conversationParticipants', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', p.id, 'conversationId', p.conversation_id, 'profileId', p.profile_id,
				'joinedAt', p.joined_at, 'leftAt', p.left_at, 'muted', p.muted, 'seenNth', p.seen_nth
			) order by p.joined_at, p.id), '[]')
			from public.conversation_participants p where p.profile_id = me
		),
		'messages', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', m.id, 'conversationId', m.conversation_id, 'nth', m.nth, 'authorId', m.author_id,
				'body', m.body, 'sentAt', m.sent_at
			) order by m.sent_at, m.conversation_id, m.nth), '[]')
			from public.messages m join public.conversation_participants p on p.id = m.author_id
			where p.profile_id = me
		),
		'reports', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', x.id, 'neighbourhoodId', x.neighbourhood_id, 'reporterId', x.reporter_id,
				'aboutId', x.about_id, 'firstName', r.first_name, 'subject', x.subject, 'postId', x.post_id,
				'copied', x.copied, 'reason', x.reason, 'words', x.words, 'reportedAt', x.reported_at
			) order by x.reported_at, x.id), '[]')
			from public.reports x join public.residents r on r.id = x.about_id
			where x.reporter_id = any (mine)
		),
		'reportsAboutMe', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', x.id, 'neighbourhoodId', x.neighbourhood_id, 'aboutId', x.about_id,
				-- Of an answer or a message it would be plain who reported.
				'subject', case x.subject when 'post' then x.subject end, 'postId', x.post_id,
				'copied', case x.subject when 'post' then x.copied end,
				'appealedAt', x.appealed_at, 'appealWords', x.appeal_words
			) order by x.id), '[]')
			from public.reports x
			where x.about_id = any (mine) and exists (
				select from public.report_acts a where a.report_id = x.id and a.act in ('hidden', 'paused')
			)
		),
		'reportActs', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'reportId', a.report_id, 'nth', a.nth, 'staffId', a.staff_id, 'act', a.act,
				'until', a.until, 'actedAt', a.acted_at
			) order by a.acted_at, a.report_id, a.nth), '[]')
			from public.report_acts a join public.reports x on x.id = a.report_id
			where x.about_id = any (mine) and a.act in ('hidden', 'shown', 'paused', 'resumed')
		)
	);
end;
$$;
revoke execute on function private.my_help_rows() from public;
comment on function private.my_help_rows() is
	'What help and conversations keep about who asks, for their own download. Not who blocked or reported them.';
