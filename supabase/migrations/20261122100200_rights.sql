-- What the app keeps and for how long, and what a person may do about what it keeps of them.

alter table public.profiles add column erase_on date;
grant select (erase_on) on public.profiles to authenticated;
create index profiles_erase_on on public.profiles (erase_on) where erase_on is not null;

-- Retention ---------------------------------------------------------------------------------------

create table private.retention (
	table_name text primary key,
	ground text not null,
	term interval not null check (term > interval '0'),
	expired text not null
);
alter table private.retention enable row level security;
alter table private.retention force row level security;
comment on table private.retention is
	'After which term rows are removed, why no sooner, and which rows those are. Ground: no personal data. Term: as long as the installation.';

insert into private.retention (table_name, ground, term, expired) values
	-- As long as it counts, at least.
	('private.attempts', 'against guessing and flooding', '2 hours', 'made_at < $1 and not exists (
		select from private.limits l where l.kind = attempts.kind and made_at > private.clock() - l.per
	)'),
	('public.departures', 'leaving can be undone for a day', '1 day', 'left_at < $1'),
	('public.groups', 'who left as the last may come back, or hears that it is too late', '7 days',
		'closed_at < $1 and not exists (select from public.chair_requests c where c.group_id = groups.id)'),
	('public.absences', 'a person may see what they said of late', '56 days',
		'exists (select from public.meetups m where m.id = meetup_id and m.ends_at < $1)'),
	('public.guests', 'a person may see what they said of late', '56 days',
		'exists (select from public.meetups m where m.id = meetup_id and m.ends_at < $1)'),
	('public.activity_wishes', 'a person may see what they said of late', '56 days',
		'exists (select from public.meetups m where m.id = meetup_id and m.ends_at < $1)'),
	('public.meetups', 'the organisation counts the meetups of a year', '1 year', 'ends_at < $1'),
	('public.group_news', 'members read what changed', '56 days', 'happened_at < $1'),
	('public.supporters', 'a question to somebody, unanswered or refused', '30 days',
		'accepted_at is null and invited_at < $1'),
	('private.proposals', 'a proposal that nobody answered', '56 days', 'proposed_at < $1'),
	('private.invite_codes', 'a used or expired code says the same as an unknown one', '30 days',
		'coalesce(used_at, revoked_at, expires_at) < $1'),
	('care.invitations', 'a code that nobody used', '30 days', 'made_at < $1'),
	('care.proposals', 'a proposal that nobody answered', '56 days', 'proposed_at < $1'),
	('care.relations', 'a client may ask who supported them', '2 years', 'ended_on < $1'),
	('care.consents', 'the organisation shows that there was consent', '2 years',
		'withdrawn_at < $1 or withdrawn_at is null and given_at < $1 and not exists (
			select from care.relations r
			where r.client_id = consents.client_id and r.organisation_id = consents.organisation_id
		)'),
	-- By whole days, as the chain goes: half a day would look like a broken one.
	('care.looks', 'a person may ask who looked', '2 years',
		'looked_at < date_trunc(''day'', $1, ''UTC'')');
create index meetups_ends_at on public.meetups (ends_at);

create function private.apply_retention(dry_run boolean default true)
returns table (table_name text, expired_rows bigint)
language plpgsql volatile security definer set search_path = '' as $$
declare
	rule private.retention;
begin
	for rule in select * from private.retention r order by r.table_name loop
		table_name := rule.table_name;
		if apply_retention.dry_run then
			execute format('select count(*) from %s where %s', rule.table_name, rule.expired)
				into expired_rows using private.clock() - rule.term;
		else
			execute format('delete from %s where %s', rule.table_name, rule.expired)
				using private.clock() - rule.term;
			get diagnostics expired_rows = row_count;
		end if;
		return next;
	end loop;
end;
$$;
revoke execute on function private.apply_retention(boolean) from public;
comment on function private.apply_retention(boolean) is
	'Removes what is past its term, or only counts it in a dry run. Several servers may run it.';

-- Stoppen en alles wissen -----------------------------------------------------------------------------

create function public.ask_erasure() returns date
language sql volatile security definer set search_path = '' as $$
	-- Who signed in and never joined has an account too.
	insert into public.profiles (id)
	select u.id from auth.users u where u.id = (select auth.uid()) on conflict do nothing;
	update public.profiles p set erase_on = coalesce(p.erase_on, private.my_today() + 7)
	where p.id = (select auth.uid()) returning p.erase_on;
$$;
revoke execute on function public.ask_erasure() from public;
grant execute on function public.ask_erasure() to authenticated;
comment on function public.ask_erasure() is
	'Everything about me goes in seven days; until then I can come back on it. Answers on which day.';

create function public.cancel_erasure() returns void
language sql volatile security definer set search_path = '' as $$
	update public.profiles p set erase_on = null where p.id = (select auth.uid());
$$;
revoke execute on function public.cancel_erasure() from public;
grant execute on function public.cancel_erasure() to authenticated;

create function private.erase_sign_in(profile_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	address constant text := (
		select lower(u.email) from auth.users u where u.id = erase_sign_in.profile_id
	);
begin
	delete from private.attempts a
	where a.subject in (
		private.keyed_hash('code_email:' || address), private.keyed_hash('code_check:' || address)
	) or a.subject in (
		select private.keyed_hash(l.kind || ':' || erase_sign_in.profile_id) from private.limits l
	);
	delete from private.appointments a where a.email = address;
	-- What of `auth` has no key to the account, where there is such a table at all.
	if to_regclass('auth.refresh_tokens') is not null then
		delete from auth.refresh_tokens t where t.user_id::text = erase_sign_in.profile_id::text;
	end if;
	if to_regclass('auth.flow_state') is not null then
		delete from auth.flow_state f where f.user_id = erase_sign_in.profile_id;
	end if;
	if to_regclass('auth.audit_log_entries') is not null then
		delete from auth.audit_log_entries e
		where position(erase_sign_in.profile_id::text in e.payload::text) > 0
			or position(to_json(address)::text in lower(e.payload::text)) > 0;
	end if;
	delete from auth.users u where u.id = erase_sign_in.profile_id;
end;
$$;
revoke execute on function private.erase_sign_in(uuid) from public;

create function private.erase(profile_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	group_ids constant uuid[] := array(
		select g.group_id
		from public.residents r
		cross join lateral (
			select m.group_id from public.memberships m where m.resident_id = r.id
			union select w.group_id from public.waitlist w where w.resident_id = r.id
			union select c.group_id from public.chair_requests c where c.resident_id = r.id
			union select d.group_id from public.departures d where d.resident_id = r.id
			union select o.group_id from public.chair_offers o where o.resident_id = r.id
		) g
		where r.profile_id = erase.profile_id
	);
	conversation_ids constant uuid[] := array(
		select p.conversation_id from public.conversation_participants p
		where p.profile_id = erase.profile_id
	);
begin
	-- In one order, as everybody who locks several groups does.
	perform from public.groups g where g.id = any (group_ids) order by g.id for update;
	-- Chairs first: while the person is still there, the next in line gets theirs as after any leaving.
	delete from public.waitlist w using public.residents r
	where r.id = w.resident_id and r.profile_id = erase.profile_id;
	delete from public.chair_requests c using public.residents r
	where r.id = c.resident_id and r.profile_id = erase.profile_id;
	delete from public.chair_offers o using public.residents r
	where r.id = o.resident_id and r.profile_id = erase.profile_id;
	delete from public.memberships m using public.residents r
	where r.id = m.resident_id and r.profile_id = erase.profile_id;
	-- Posts and answers before the person, as a yes locks them.
	delete from public.help_posts p using public.residents r
	where r.id = p.author_id and r.profile_id = erase.profile_id;
	delete from public.help_answers a using public.residents r
	where r.id = a.answerer_id and r.profile_id = erase.profile_id;
	-- Who worked here is told to nobody any more either.
	delete from public.staff s where s.profile_id = erase.profile_id;
	delete from care.workers w where w.profile_id = erase.profile_id;
	perform private.erase_sign_in(erase.profile_id);
	delete from public.conversations c
	where c.id = any (conversation_ids) and not exists (
		select from public.conversation_participants p where p.conversation_id = c.id
	);
	-- A group that nobody can come back to is nobody's.
	delete from public.groups g
	where g.id = any (group_ids) and g.closed_at is not null
		and not exists (select from public.departures d where d.group_id = g.id)
		and not exists (select from public.chair_requests c where c.group_id = g.id);
end;
$$;
revoke execute on function private.erase(uuid) from public;
comment on function private.erase(uuid) is
	'Removes an account and every row about it. What they wrote in conversations stays with who else takes part, of nobody. The log of looks keeps rows whose pseudonym then belongs to nobody.';

create function private.erase_due() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	due uuid;
begin
	for due in
		select p.id from public.profiles p
		where p.erase_on <= private.local_date(private.clock(), 'Europe/Amsterdam')
		order by p.erase_on, p.id limit 50 for update skip locked
	loop
		perform private.erase(due);
	end loop;
end;
$$;
revoke execute on function private.erase_due() from public;

-- Mijn gegevens -----------------------------------------------------------------------------------------

create function private.my_work() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'role', s.role, 'firstName', s.first_name, 'neighbourhoodName', n.name,
			'telephone', s.telephone is not null
		) order by n.name, s.role, s.id), '[]')
		from public.staff s join public.neighbourhoods n on n.id = s.neighbourhood_id
		where s.profile_id = (select auth.uid())
	);
end;
$$;
revoke execute on function private.my_work() from public;
grant execute on function private.my_work() to authenticated;

create function public.my_data_page() returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		with shares as (
			select s.supporter_id as reader_id, s.sentence_id from public.sentence_shares s
			union all
			select w.reader_id, w.sentence_id from private.my_worker_shares() w
		), readable as (
			select h.reader_id, count(*) as sentences
			from shares h
			join public.goal_sentences s on s.id = h.sentence_id
			join public.goals g on g.id = s.goal_id
			where g.state = 'open'
			group by h.reader_id
		), people as (
			select p, 1 as nth from jsonb_array_elements(private.my_workers()) p
			union all
			select p, 2 from jsonb_array_elements(private.my_supporters()) p
			where (p ->> 'accepted')::boolean
		)
		select jsonb_build_object(
			'eraseOn', (select p.erase_on from public.profiles p where p.id = (select auth.uid())),
			'inSevenDays', private.my_today() + 7,
			'neighbourhoods', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'name', n.name, 'firstName', r.first_name, 'face', r.face,
					'facilitators', (
						select coalesce(jsonb_agg(s.first_name order by s.first_name, s.id), '[]')
						from public.staff s where s.neighbourhood_id = n.id and s.role = 'facilitator'
					),
					'contactPersons', (
						select coalesce(jsonb_agg(s.first_name order by s.role, s.id), '[]')
						from public.staff s where s.neighbourhood_id = n.id and s.role <> 'facilitator'
					)
				) order by n.name, n.id), '[]')
				from public.residents r join public.neighbourhoods n on n.id = r.neighbourhood_id
				where r.id = any (array(select private.my_resident_ids()))
			),
			'groups', (
				select coalesce(jsonb_agg(g.name order by g.name, g.id), '[]')
				from public.groups g where g.id = any (array(select private.my_group_ids()))
			),
			'asked', (
				select coalesce(jsonb_agg(g.name order by g.name, g.id), '[]')
				from public.chair_requests c join public.groups g on g.id = c.group_id
				where c.resident_id = any (array(select private.my_resident_ids()))
			),
			'waiting', (
				select coalesce(jsonb_agg(g.name order by g.name, g.id), '[]')
				from public.waitlist w join public.groups g on g.id = w.group_id
				where w.resident_id = any (array(select private.my_resident_ids()))
			),
			'circle', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', p.p -> 'id', 'firstName', p.p -> 'firstName', 'face', p.p -> 'face',
					'organisation', p.p -> 'organisation', 'startsOn', case
						when not (p.p ->> 'active')::boolean then p.p -> 'startedOn'
					end,
					'sentences', coalesce(r.sentences, 0), 'seesBalance', p.p -> 'seesBalance',
					'seesNextMeetup', p.p -> 'seesNextMeetup',
					'telephone', p.p ->> 'clientTelephone' is not null
				) order by p.nth, p.p ->> 'startedOn', p.p ->> 'firstName', p.p ->> 'id'), '[]')
				from people p left join readable r on r.reader_id::text = p.p ->> 'id'
			),
			'invited', (
				select coalesce(jsonb_agg(p -> 'firstName' order by p ->> 'firstName', p ->> 'id'), '[]')
				from jsonb_array_elements(private.my_supporters()) p
				where not (p ->> 'accepted')::boolean
			),
			'supported', (
				select coalesce(jsonb_agg(p -> 'person' -> 'firstName' order by p ->> 'id'), '[]')
				from jsonb_array_elements(private.whom_i_support()) p
				where (p ->> 'accepted')::boolean
			),
			'work', private.my_work(),
			'acts', private.my_acts()
		)
	);
end;
$$;
revoke execute on function public.my_data_page() from public;
grant execute on function public.my_data_page() to authenticated;
comment on function public.my_data_page() is
	'What others see of me, per audience, and on which day all of it goes if I asked for that.';

-- Everything about me at once: a section a table, named after it, with what the table's columns are
-- named. Names of others are in it only where I see them in the app.

create function private.my_sign_in() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	account jsonb;
	sessions jsonb := '[]';
begin
	select jsonb_build_object(
		'id', u.id, 'email', u.email, 'phone', u.phone, 'emailConfirmedAt', u.email_confirmed_at,
		'phoneConfirmedAt', u.phone_confirmed_at, 'lastSignInAt', u.last_sign_in_at,
		'createdAt', u.created_at, 'updatedAt', u.updated_at
	) into account
	from auth.users u where u.id = (select auth.uid());
	-- Made by Supabase Auth, not by a migration.
	if to_regclass('auth.sessions') is not null then
		select coalesce(jsonb_agg(jsonb_build_object(
			'createdAt', s.created_at, 'refreshedAt', s.refreshed_at, 'userAgent', s.user_agent, 'ip', s.ip
		) order by s.created_at, s.id), '[]') into sessions
		from auth.sessions s where s.user_id = (select auth.uid());
	end if;
	return jsonb_build_object('users', jsonb_build_array(account), 'sessions', sessions);
end;
$$;
revoke execute on function private.my_sign_in() from public;

create function private.my_neighbourhood_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	mine constant uuid[] := array(select private.my_resident_ids());
begin
	return jsonb_build_object(
		'profiles', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', p.id, 'language', p.language, 'textSize', p.text_size, 'theme', p.theme,
				'eraseOn', p.erase_on
			)), '[]')
			from public.profiles p where p.id = (select auth.uid())
		),
		'residents', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', r.id, 'neighbourhoodId', n.id, 'neighbourhoodName', n.name, 'profileId', r.profile_id,
				'firstName', r.first_name, 'face', r.face, 'joinedAt', r.joined_at
			) order by r.joined_at, r.id), '[]')
			from public.residents r join public.neighbourhoods n on n.id = r.neighbourhood_id
			where r.id = any (mine)
		),
		'staff', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', s.id, 'neighbourhoodId', n.id, 'neighbourhoodName', n.name, 'profileId', s.profile_id,
				'role', s.role, 'firstName', s.first_name, 'face', s.face, 'telephone', s.telephone,
				'notNowUntil', s.not_now_until
			) order by n.name, s.role, s.id), '[]')
			from public.staff s join public.neighbourhoods n on n.id = s.neighbourhood_id
			where s.profile_id = (select auth.uid())
		),
		'contactHours', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'staffId', h.staff_id, 'weekday', h.weekday, 'opensAt', h.opens_at, 'closesAt', h.closes_at
			) order by h.staff_id, h.weekday), '[]')
			from public.contact_hours h join public.staff s on s.id = h.staff_id
			where s.profile_id = (select auth.uid())
		),
		'memberships', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'groupId', g.id, 'groupName', g.name, 'residentId', m.resident_id, 'isHost', m.is_host,
				'since', m.since
			) order by m.since, g.id), '[]')
			from public.memberships m join public.groups g on g.id = m.group_id
			where m.resident_id = any (mine)
		),
		'chairRequests', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'groupId', g.id, 'groupName', g.name, 'residentId', c.resident_id, 'askedAt', c.asked_at
			) order by c.asked_at, g.id), '[]')
			from public.chair_requests c join public.groups g on g.id = c.group_id
			where c.resident_id = any (mine)
		),
		'waitlist', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'groupId', g.id, 'groupName', g.name, 'residentId', w.resident_id, 'since', w.since
			) order by w.since, g.id), '[]')
			from public.waitlist w join public.groups g on g.id = w.group_id
			where w.resident_id = any (mine)
		),
		'waitingMoments', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'residentId', s.resident_id, 'weekday', s.weekday, 'part', s.part
			) order by s.resident_id, s.weekday, s.part), '[]')
			from public.waiting_moments s where s.resident_id = any (mine)
		),
		'chairOffers', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'groupId', g.id, 'groupName', g.name, 'residentId', o.resident_id,
				'offeredAt', o.offered_at, 'fromGroupId', o.from_group_id
			) order by o.offered_at, g.id), '[]')
			from public.chair_offers o join public.groups g on g.id = o.group_id
			where o.resident_id = any (mine)
		),
		'departures', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'groupId', g.id, 'groupName', g.name, 'residentId', d.resident_id,
				'memberSince', d.member_since, 'leftAt', d.left_at
			) order by d.left_at, g.id), '[]')
			from public.departures d join public.groups g on g.id = d.group_id
			where d.resident_id = any (mine)
		),
		'groupNews', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', w.id, 'groupId', g.id, 'groupName', g.name, 'residentId', w.resident_id,
				'kind', w.kind, 'details', w.details, 'happenedAt', w.happened_at
			) order by w.happened_at, w.id), '[]')
			from public.group_news w join public.groups g on g.id = w.group_id
			where w.resident_id = any (mine)
		),
		'absences', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'meetupId', m.id, 'groupName', g.name, 'startsAt', m.starts_at, 'residentId', a.resident_id
			) order by m.starts_at, m.id), '[]')
			from public.absences a
			join public.meetups m on m.id = a.meetup_id
			join public.groups g on g.id = m.group_id
			where a.resident_id = any (mine)
		),
		'guests', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'meetupId', m.id, 'groupName', g.name, 'startsAt', m.starts_at, 'residentId', t.resident_id,
				'comes', t.comes
			) order by m.starts_at, m.id), '[]')
			from public.guests t
			join public.meetups m on m.id = t.meetup_id
			join public.groups g on g.id = m.group_id
			where t.resident_id = any (mine)
		),
		'activityWishes', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'meetupId', m.id, 'groupName', g.name, 'startsAt', m.starts_at, 'residentId', w.resident_id,
				'activity', w.activity, 'words', w.words
			) order by m.starts_at, m.id, w.activity), '[]')
			from public.activity_wishes w
			join public.meetups m on m.id = w.meetup_id
			join public.groups g on g.id = m.group_id
			where w.resident_id = any (mine)
		)
	);
end;
$$;
revoke execute on function private.my_neighbourhood_rows() from public;

create function private.my_plan_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
begin
	return jsonb_build_object(
		'goals', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', g.id, 'ownerId', g.owner_id, 'theme', g.theme, 'startsOn', g.starts_on,
				'endsOn', g.ends_on, 'state', g.state, 'feeling', g.feeling, 'createdAt', g.created_at
			) order by g.created_at, g.id), '[]')
			from public.goals g where g.owner_id = me
		),
		'goalSentences', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', s.id, 'goalId', s.goal_id, 'ownerId', s.owner_id, 'kind', s.kind, 'words', s.words,
				'writtenAt', s.written_at, 'outcome', s.outcome, 'meetupId', s.meetup_id
			) order by s.goal_id, s.kind, s.written_at, s.id), '[]')
			from public.goal_sentences s where s.owner_id = me
		),
		'supporters', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', s.id, 'ownerId', s.owner_id, 'firstName', private.shown_supporter(s) -> 'firstName',
				'name', s.name, 'invitedAt', s.invited_at, 'acceptedAt', s.accepted_at,
				'seesBalance', s.sees_balance, 'seesNextMeetup', s.sees_next_meetup,
				'callAskedAt', s.call_asked_at
			) order by s.invited_at, s.id), '[]')
			from public.supporters s where s.owner_id = me
		),
		'supported', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', s.id, 'supporterId', s.supporter_id, 'firstName', case
					when s.declined_at is null then private.shown_as(s.owner_id) -> 'firstName'
				end,
				'invitedAt', s.invited_at, 'acceptedAt', s.accepted_at, 'declinedAt', s.declined_at,
				'callAskedAt', s.call_asked_at
			) order by s.invited_at, s.id), '[]')
			from public.supporters s where s.supporter_id = me
		),
		'sentenceShares', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'ownerId', s.owner_id, 'sentenceId', s.sentence_id, 'words', t.words,
				'supporterId', s.supporter_id, 'firstName', private.shown_supporter(p) -> 'firstName',
				'sharedAt', s.shared_at
			) order by s.shared_at, s.sentence_id, s.supporter_id), '[]')
			from public.sentence_shares s
			join public.goal_sentences t on t.id = s.sentence_id
			join public.supporters p on p.id = s.supporter_id
			where s.owner_id = me
		),
		'proposals', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', p.id, 'supporterId', s.id, 'firstName', private.shown_supporter(s) -> 'firstName',
				'goalId', p.goal_id, 'kind', p.kind, 'words', p.words, 'proposedAt', p.proposed_at
			) order by p.proposed_at, p.id), '[]')
			from public.supporters s join private.proposals p on p.supporter_id = s.id
			where s.owner_id = me
		),
		'balances', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'profileId', b.profile_id, 'level', b.level, 'words', b.words, 'setAt', b.set_at,
				'askOn', b.ask_on
			)), '[]')
			from public.balances b where b.profile_id = me
		)
	);
end;
$$;
revoke execute on function private.my_plan_rows() from public;

create function private.my_care_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
begin
	return jsonb_build_object(
		'consents', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', c.id, 'clientId', c.client_id, 'organisationId', o.id, 'organisation', o.name,
				'version', c.version, 'givenAt', c.given_at, 'withdrawnAt', c.withdrawn_at
			) order by c.given_at, c.id), '[]')
			from care.consents c join care.organisations o on o.id = c.organisation_id
			where c.client_id = me
		),
		'relations', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', r.id, 'clientId', r.client_id, 'workerId', w.id, 'firstName', w.first_name,
				'organisationId', o.id, 'organisation', o.name, 'startedOn', r.started_on,
				'endedOn', r.ended_on, 'replacesId', r.replaces_id, 'seesBalance', r.sees_balance,
				'seesNextMeetup', r.sees_next_meetup, 'clientTelephone', r.client_telephone,
				'callAskedAt', r.call_asked_at, 'sharedAt', r.shared_at
			) order by r.started_on, r.id), '[]')
			from care.relations r
			join care.workers w on w.id = r.worker_id
			join care.organisations o on o.id = r.organisation_id
			where r.client_id = me
		),
		'sentenceShares', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'relationId', s.relation_id, 'firstName', w.first_name, 'clientId', s.client_id,
				'sentenceId', s.sentence_id, 'words', t.words
			) order by s.relation_id, s.sentence_id), '[]')
			from care.relations r
			join care.sentence_shares s on s.relation_id = r.id and s.client_id = r.client_id
			join public.goal_sentences t on t.id = s.sentence_id
			join care.workers w on w.id = r.worker_id
			where r.client_id = me
		),
		'proposals', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', p.id, 'relationId', p.relation_id, 'firstName', w.first_name, 'goalId', p.goal_id,
				'kind', p.kind, 'words', p.words, 'proposedAt', p.proposed_at
			) order by p.proposed_at, p.id), '[]')
			from care.relations r
			join care.proposals p on p.relation_id = r.id
			join care.workers w on w.id = r.worker_id
			where r.client_id = me
		),
		'workers', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', w.id, 'organisationId', o.id, 'organisation', o.name, 'profileId', w.profile_id,
				'firstName', w.first_name, 'face', w.face, 'telephone', w.telephone, 'email', w.email
			)), '[]')
			from care.workers w join care.organisations o on o.id = w.organisation_id
			where w.profile_id = me
		),
		'administrators', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'profileId', a.profile_id, 'organisationId', o.id, 'organisation', o.name,
				'firstName', a.first_name
			)), '[]')
			from care.administrators a join care.organisations o on o.id = a.organisation_id
			where a.profile_id = me
		),
		'looks', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'lookedAt', l.looked_at, 'lookerName', l.looker_name, 'role', l.role,
				'organisation', l.organisation, 'what', l.what, 'ground', l.ground, 'refused', l.refused
			) order by l.id), '[]')
			from care.subjects s join care.looks l on l.subject = s.pseudonym
			where s.profile_id = me
		),
		'looksByMe', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'lookedAt', l.looked_at, 'lookerId', l.looker_id, 'lookerName', l.looker_name,
				'role', l.role, 'organisation', l.organisation, 'what', l.what, 'ground', l.ground,
				'refused', l.refused
			) order by l.id), '[]')
			from care.looks l where l.looker_id = me
		)
	);
end;
$$;
revoke execute on function private.my_care_rows() from public;
comment on function private.my_care_rows() is
	'What care keeps about who asks, for their own download. The same sections for everybody.';

create function public.my_export() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return jsonb_build_object('madeAt', private.clock(), 'signIn', private.my_sign_in())
		|| private.my_neighbourhood_rows()
		|| private.my_door_rows()
		|| private.my_calendar_rows()
		|| private.my_plan_rows()
		|| private.my_help_rows()
		|| private.my_contact_rows()
		|| private.my_organisation_rows()
		|| private.my_booking_rows()
		|| jsonb_build_object('care', private.my_care_rows());
end;
$$;
revoke execute on function public.my_export() from public;
grant execute on function public.my_export() to authenticated;
comment on function public.my_export() is
	'Everything the app keeps about me. Not how it is guarded: hashes, codes and tokens are left out.';
