-- One answer a page: Contact for visitors and residents, one request, and the list of who answers.

create function private.local_services(neighbourhood_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', s.id, 'kind', s.kind, 'name', s.name, 'ask', s.ask, 'telephone', s.telephone,
			'website', s.website, 'hours', s.hours
		) order by s.kind, s.name, s.id), '[]')
		from public.local_services s where s.neighbourhood_id = local_services.neighbourhood_id
	);
end;
$$;
revoke execute on function private.local_services(uuid) from public;

create function public.contact_page(slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', n.id, 'name', n.name, 'slug', n.slug,
			'contact', private.contact_card(n.id), 'services', private.local_services(n.id)
		)
		from public.neighbourhoods n where n.slug = contact_page.slug
	);
end;
$$;
revoke execute on function public.contact_page(text) from public;
grant execute on function public.contact_page(text) to anon, authenticated;
comment on function public.contact_page(text) is
	'Who may be called in a neighbourhood, for anyone; null when there is no such neighbourhood.';

create function private.request_line(request public.contact_requests) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', request.id, 'neighbourhoodId', n.id, 'neighbourhoodName', n.name, 'timeZone', n.time_zone,
			'topic', request.topic, 'words', request.words, 'callTime', request.call_time,
			-- Kept in case it opens again; until then nobody has to ring.
			'telephone', case when request.state <> 'closed' then request.telephone end, 'nuisance', request.nuisance,
			'nuisanceWhen', request.nuisance_when, 'severity', request.severity, 'talk', request.talk,
			'askedAt', request.asked_at, 'state', request.state, 'promisedAt', request.promised_at,
			'line', request.line, 'lineBy', (
				select s.first_name from public.staff s where s.id = request.line_by_id
			),
			'closedAt', request.closed_at,
			'helped', request.helped, 'bothSee', request.both_see,
			'handover', request.handover_asked_at is not null,
			'holder', (
				select jsonb_build_object('firstName', s.first_name, 'face', s.face, 'role', s.role)
				from private.contact_staff(n.id, request.holder) s
			),
			'other', (
				select jsonb_build_object('firstName', s.first_name, 'face', s.face, 'role', s.role)
				from private.other_staff(n.id, request.holder, (
					select r.profile_id from public.residents r where r.id = request.author_id
				)) s
				where s.id is not null
			)
		)
		from public.neighbourhoods n where n.id = request.neighbourhood_id
	);
end;
$$;
revoke execute on function private.request_line(public.contact_requests) from public;
comment on function private.request_line(public.contact_requests) is
	'A request as its author and who answers it see it. other: who has the other of the two roles and can sign in, never its author, or null.';

create function private.my_requests() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(private.request_line(c) || jsonb_build_object(
			'ask', c.state = 'closed' and c.helped is null
				and c.closed_at <= private.clock() - interval '7 days'
		) order by (c.state = 'closed'), c.promised_at, c.id), '[]')
		from public.contact_requests c
		where c.author_id in (select private.my_resident_ids())
	);
end;
$$;
revoke execute on function private.my_requests() from public;
comment on function private.my_requests() is
	'What I asked of a contact person; ask: whether to ask now if it helped.';

create function public.my_contact_page() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return jsonb_build_object(
		'requests', private.my_requests(),
		'neighbourhoods', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', n.id, 'name', n.name, 'slug', n.slug, 'timeZone', n.time_zone,
				'contact', private.contact_card(n.id), 'services', private.local_services(n.id),
				'facilitators', (
					select coalesce(jsonb_agg(jsonb_build_object(
						'firstName', s.first_name, 'face', s.face
					) order by s.first_name, s.id), '[]')
					from public.staff s where s.neighbourhood_id = n.id and s.role = 'facilitator'
				),
				'lives', r.id is not null,
				'answers', (
					select jsonb_build_object(
						'role', (w.holder).role, 'firstName', (w.holder).first_name, 'bothSee', w.both_see,
						'other', case when (w.other).id is not null then
							jsonb_build_object('firstName', (w.other).first_name)
						end
					)
					from private.who_gets(n.id) w where r.id is not null and (w.holder).id is not null
				),
				'number', k.telephone
			) order by n.name, n.id), '[]')
			from public.neighbourhoods n
			left join public.residents r
				on r.neighbourhood_id = n.id and r.profile_id = (select auth.uid())
			left join public.contact_numbers k on k.resident_id = r.id
			where n.id in (select private.my_board_ids())
		)
	);
end;
$$;
revoke execute on function public.my_contact_page() from public;
grant execute on function public.my_contact_page() to authenticated;
comment on function public.my_contact_page() is
	'Contact, by neighbourhood where I live or work: the card, who does what, and what I asked. answers: who gets what I ask now, whether both see it and who the other is; number: the one I asked to remember.';

create function public.contact_request_page(request_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select private.request_line(c) || jsonb_build_object(
			'mine', mine.yes,
			'ask', mine.yes and c.state = 'closed' and c.helped is null
				and c.closed_at <= private.clock() - interval '7 days',
			'role', (
				select m.role from private.my_contact_roles() m
				where not mine.yes and m.neighbourhood_id = c.neighbourhood_id
				order by m.role = c.holder desc, m.role limit 1
			),
			'author', (
				select jsonb_build_object('residentId', r.id, 'firstName', r.first_name, 'face', r.face)
				from public.residents r where r.id = c.author_id
			)
		)
		from public.contact_requests c
		cross join lateral (
			select coalesce(c.author_id in (select private.my_resident_ids()), false) as yes
		) mine
		where c.id = contact_request_page.request_id and (mine.yes or private.may_answer_request(c))
	);
end;
$$;
revoke execute on function public.contact_request_page(uuid) from public;
grant execute on function public.contact_request_page(uuid) to authenticated;
comment on function public.contact_request_page(uuid) is
	'One request, for its author and for who answers it; null for all others. author null: told by telephone.';

create function public.contact_desk() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', n.id, 'name', n.name, 'slug', n.slug, 'timeZone', n.time_zone,
			'today', private.local_date(private.clock(), n.time_zone),
			'role', me.role, 'firstName', me.first_name,
			'contact', private.contact_card(n.id),
			'notNowUntil', case when me.not_now_until > private.clock() then me.not_now_until end,
			'hours', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'weekday', h.weekday, 'opensAt', to_char(h.opens_at, 'HH24:MI'),
					'closesAt', to_char(h.closes_at, 'HH24:MI')
				) order by h.weekday), '[]')
				from public.contact_hours h where h.staff_id = me.id
			),
			'absences', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', a.id, 'firstOn', a.first_on, 'lastOn', a.last_on
				) order by a.first_on, a.id), '[]')
				from public.staff_absences a
				where a.staff_id = me.id and a.last_on >= private.local_date(private.clock(), n.time_zone)
			),
			'requests', (
				select coalesce(jsonb_agg(private.request_line(c) || jsonb_build_object(
					'author', (
						select jsonb_build_object('residentId', r.id, 'firstName', r.first_name, 'face', r.face)
						from public.residents r where r.id = c.author_id
					),
					'late', c.promised_at <= private.clock()
				) order by c.promised_at, c.id), '[]')
				from public.contact_requests c
				where c.neighbourhood_id = n.id and c.state <> 'closed' and private.may_answer_request(c)
			),
			'services', private.local_services(n.id),
			'counts', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'topic', k.topic, 'nuisance', k.nuisance, 'times', k.times
				) order by k.topic, k.nuisance), '[]')
				from (
					select c.topic, c.nuisance, sum(c.times) as times
					from public.contact_counts c
					where c.neighbourhood_id = n.id
						and c.month > private.local_date(private.clock(), n.time_zone) - interval '1 year'
					group by c.topic, c.nuisance having sum(c.times) >= 10
				) k
			)
		) order by n.name, n.id), '[]')
		from public.neighbourhoods n
		cross join lateral (
			select s.* from public.staff s
			where s.neighbourhood_id = n.id and s.profile_id = (select auth.uid())
				and s.role <> 'facilitator'
			order by s.role limit 1
		) me
	);
end;
$$;
revoke execute on function public.contact_desk() from public;
grant execute on function public.contact_desk() to authenticated;
comment on function public.contact_desk() is
	'For contact person and stand-in, by neighbourhood where they are that (empty for all others): what waits for them, oldest promise first, when they are there, who does what, and how often what was asked in a year, from ten on.';

-- Terms ---------------------------------------------------------------------------------------------

insert into private.retention (table_name, ground, term, expired) values
	('public.contact_requests', 'its author may say whether it helped', '30 days',
		'closed_at < $1 or asked_at < $1 - interval ''335 days'''),
	('public.contact_counts', 'the neighbourhood sees what is asked over the years', '5 years', 'month < $1'),
	('public.staff_absences', 'it is over', '56 days', 'last_on < $1'),
	('private.outbox', 'a mail that was sent is not sent again', '7 days', 'made_at < $1');

-- For the download ----------------------------------------------------------------------------------

create function private.my_contact_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	mine constant uuid[] := array(select private.my_resident_ids());
begin
	return jsonb_build_object(
		'contactRequests', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', c.id, 'neighbourhoodId', c.neighbourhood_id, 'authorId', c.author_id,
				'topic', c.topic, 'words', c.words, 'callTime', c.call_time, 'telephone', c.telephone,
				'nuisance', c.nuisance, 'nuisanceWhen', c.nuisance_when, 'severity', c.severity,
				'talk', c.talk, 'askedAt', c.asked_at, 'holder', c.holder, 'bothSee', c.both_see,
				'handoverAskedAt', c.handover_asked_at, 'state', c.state, 'promisedAt', c.promised_at,
				'line', c.line, 'lineById', c.line_by_id, 'warnedAt', c.warned_at, 'closedAt', c.closed_at,
				'helped', c.helped
			) order by c.asked_at, c.id), '[]')
			from public.contact_requests c where c.author_id = any (mine)
		),
		'contactNumbers', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'residentId', k.resident_id, 'telephone', k.telephone
			) order by k.resident_id), '[]')
			from public.contact_numbers k where k.resident_id = any (mine)
		),
		'staffAbsences', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', a.id, 'staffId', a.staff_id, 'firstOn', a.first_on, 'lastOn', a.last_on
			) order by a.first_on, a.id), '[]')
			from public.staff_absences a join public.staff s on s.id = a.staff_id
			where s.profile_id = me
		),
		'outbox', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', o.id, 'kind', o.kind, 'profileId', o.profile_id,
				'subjectId', o.subject_id, 'neighbourhoodId', o.neighbourhood_id, 'madeAt', o.made_at, 'tries', o.tries,
				'nextTryAt', o.next_try_at, 'sentAt', o.sent_at, 'failedAt', o.failed_at
			) order by o.made_at, o.id), '[]')
			from private.outbox o where o.profile_id = me
		)
	);
end;
$$;
revoke execute on function private.my_contact_rows() from public;
comment on function private.my_contact_rows() is
	'For the download: what the contact pages keep about who asks.';
