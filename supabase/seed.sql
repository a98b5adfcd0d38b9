-- A neighbourhood to try everything in, filled the way people would fill it: its groups start, grow
-- and choose through the same functions as the app, with the clock set back. Runs after the
-- migrations; does nothing when the neighbourhood is there already. Everybody in it is made up.

create or replace function pg_temp.become(name text) returns void
language sql as $$
	select set_config('request.jwt.claims', jsonb_build_object(
		'role', 'authenticated', 'aal', 'aal2',
		'sub', (select u.id from auth.users u where u.email = become.name || '@example.nl')
	)::text, true);
$$;

create or replace function pg_temp.set_clock(moment timestamptz) returns void
language sql as $$
	select set_config('buurtplein.now', set_clock.moment::text, true);
$$;

create or replace function pg_temp.resident(name text) returns uuid
language sql as $$
	select r.id from public.residents r join auth.users u on u.id = r.profile_id
	where u.email = resident.name || '@example.nl';
$$;

create or replace function pg_temp.group_named(name text) returns uuid
language sql as $$
	select g.id from public.groups g join public.neighbourhoods n on n.id = g.neighbourhood_id
	where n.slug = 'lindebuurt' and g.name = group_named.name;
$$;

create or replace function pg_temp.next_meetup(group_name text) returns uuid
language sql as $$
	select m.id from public.meetups m
	where m.group_id = pg_temp.group_named(next_meetup.group_name) and m.starts_at > private.clock()
	order by m.starts_at limit 1;
$$;

do $$
declare
	real_now constant timestamptz := private.clock();
	today constant date := private.local_date(real_now, 'Europe/Amsterdam');
	lindebuurt uuid;
	anna uuid;
	stand_in uuid;
	plan record;
	this_group uuid;
	coming record;
	past record;
	organisation uuid;
	code text;
	goal uuid;
begin
	if exists (select from public.neighbourhoods where slug = 'lindebuurt') then
		return;
	end if;

	lindebuurt := private.open_neighbourhood(
		'lindebuurt', 'Lindebuurt',
		'In de Lindebuurt wonen jong en oud door elkaar. Elke week komen buren in kleine groepjes samen. '
			'Je bent welkom zoals je bent.'
	);

	-- Everybody at a trial asks for codes from the same network address.
	update private.limits set most = 60 where kind in ('code_email', 'code_address');

	-- People ------------------------------------------------------------------------------------

	create temporary table people on commit drop as
	select gen_random_uuid() as id, p.*
	from (values
		('fatima', 'Fatima', 'tulip'), ('sevda', 'Sevda', 'teapot'), ('gerrit', 'Gerrit', 'hedgehog'),
		('noor', 'Noor', 'kite'), ('anna', 'Anna', 'sun'), ('piet', 'Piet', 'boat'),
		('aisha', 'Aisha', 'initials'), ('johanna', 'Johanna', 'cat'), ('ludo', 'Ludo', 'bike'),
		('priya', 'Priya', 'swan'), ('kees', 'Kees', 'initials'), ('mo', 'Mo', 'fox'),
		('layla', 'ليلى', 'initials'), ('zoe', 'Zoë', 'owl'), ('guelay', 'Gülay', 'initials'),
		('maria', 'Maria Wilhelmina Antonia Geertruida', 'initials'), ('yusuf', 'Yusuf', 'tree'),
		('hendrik', 'Hendrik', 'initials'), ('thea', 'Thea', 'teapot'), ('tariq', 'Tariq', 'initials'),
		('bep', 'Bep', 'cat'), ('samira', 'Samira', 'sun'), ('bram', 'Bram', 'initials'),
		('willem', 'Willem', 'boat'), ('ria', 'Ria', 'initials'), ('omar', 'Omar', 'kite'),
		('truus', 'Truus', 'initials'), ('marisol', 'Marisol', 'tulip'), ('dirk', 'Dirk', 'initials'),
		('jamila', 'Jamila', 'owl'), ('wouter', 'Wouter', 'bike'), ('corrie', 'Corrie', 'initials'),
		('nadia', 'Nadia', 'fox'), ('henk', 'Henk', 'initials'), ('elif', 'Elif', 'swan'),
		('janwillem', 'Jan Willem', 'initials'), ('fenna', 'Fenna', 'tree'),
		('rachid', 'Rachid', 'initials'), ('tineke', 'Tineke', 'hedgehog'),
		('sjaak', 'Sjaak', 'initials'), ('marieke', 'Marieke', 'owl'), ('hassan', 'Hassan', 'initials'),
		('jolanda', 'Jolanda', 'initials'), ('ruben', 'Ruben', 'initials'), ('petra', 'Petra', 'initials')
	) p (name, first_name, face);

	insert into auth.users (
		id, instance_id, aud, role, email, email_confirmed_at, confirmation_token, recovery_token,
		email_change, email_change_token_new, raw_app_meta_data, raw_user_meta_data,
		created_at, updated_at
	)
	select
		p.id, '00000000-0000-0000-0000-000000000000', 'authenticated', 'authenticated',
		p.name || '@example.nl', now(), '', '', '', '',
		'{"provider": "email", "providers": ["email"]}', '{}', now(), now()
	from people p;
	insert into auth.identities (
		provider, provider_id, user_id, identity_data, last_sign_in_at, created_at, updated_at
	)
	select
		'email', p.id::text, p.id,
		jsonb_build_object('sub', p.id, 'email', p.name || '@example.nl', 'email_verified', true),
		now(), now(), now()
	from people p;

	insert into public.profiles (id, language)
	select p.id, case p.name when 'priya' then 'en' else 'nl' end from people p;
	insert into public.residents (neighbourhood_id, profile_id, first_name, face, joined_at)
	select lindebuurt, p.id, p.first_name, p.face, real_now - interval '60 days'
	from people p where p.name not in ('marieke', 'hassan', 'jolanda', 'ruben', 'petra');

	insert into public.staff (neighbourhood_id, profile_id, role, first_name, face)
	select lindebuurt, p.id, 'facilitator', p.first_name, p.face
	from people p where p.name in ('marieke', 'hassan');
	insert into public.staff (neighbourhood_id, profile_id, role, first_name, face, telephone)
	select lindebuurt, p.id, 'contact_person', p.first_name, p.face, '06 - 12 34 56 78'
	from people p where p.name = 'anna' returning id into anna;
	insert into public.staff (neighbourhood_id, profile_id, role, first_name, face, telephone)
	select lindebuurt, p.id, 'stand_in', p.first_name, p.face, '06 - 87 65 43 21'
	from people p where p.name = 'piet' returning id into stand_in;
	insert into public.contact_hours (staff_id, weekday, opens_at, closes_at)
	select anna, d, time '09:00', time '17:00' from generate_series(1, 5) d
	union all
	select stand_in, d, time '10:00', time '16:00' from generate_series(1, 4) d;

	-- Buurtpleinen: the first member starts it, the others ask and are welcomed ---------------------

	for plan in
		select * from (values
			('Koffie en kuieren', 35, 1, time '14:00', 90, 'De Linde', 'Lindestraat 12',
				array['coffee', 'walk', 'talk']::public.activity[], null,
				array['fatima', 'kees', 'johanna', 'yusuf', 'priya', 'layla', 'sevda']),
			('Lezen en praten', 37, 3, time '10:00', 90, 'De leeshoek', 'Lindestraat 14, naast De Linde',
				array['talk', 'coffee', 'game', 'speaker']::public.activity[], null,
				array['ria', 'hendrik', 'zoe', 'omar', 'truus', 'maria', 'elif', 'piet']),
			('Spelletjesavond', 3, 2, time '19:30', 120, 'Café De Hoek', 'Lindeplein 3',
				array['game', 'coffee', 'other']::public.activity[], 'sjoelen',
				array['samira', 'bram']),
			('De Tuinploeg', 40, -3, time '10:30', 120, 'Buurttuin De Linde', 'Lindelaan, achter nummer 40',
				array['chore', 'coffee', 'other']::public.activity[], 'tuinieren',
				array['willem', 'marisol', 'dirk', 'jamila', 'corrie', 'guelay']),
			('Klussen en kletsen', 34, 5, time '13:30', 120, 'De Linde', 'Lindestraat 12',
				array['chore', 'talk', 'game']::public.activity[], null,
				array['wouter', 'nadia', 'henk', 'janwillem', 'rachid', 'sevda'])
		) g (
			name, days_ago, days_ahead, starts_at, minutes, place_name, address, likes, likes_words, members
		)
	loop
		perform pg_temp.set_clock(real_now - make_interval(days => plan.days_ago));
		perform pg_temp.become(plan.members[1]);
		this_group := public.start_group(
			gen_random_uuid(), lindebuurt, plan.name,
			extract(isodow from today + plan.days_ahead)::integer, plan.starts_at, plan.minutes,
			plan.place_name, plan.address, plan.likes, plan.likes_words, 8
		);
		for coming in
			select m.name, m.place from unnest(plan.members) with ordinality m (name, place)
			where m.place > 1 order by m.place
		loop
			perform pg_temp.set_clock(
				real_now - make_interval(days => plan.days_ago) * (1 - (coming.place - 1) * 0.12)
			);
			perform pg_temp.become(coming.name);
			perform public.ask_for_chair(this_group);
			perform pg_temp.become(plan.members[1]);
			perform public.welcome(this_group, pg_temp.resident(coming.name));
		end loop;
		for past in
			select m.id, m.starts_at, row_number() over (order by m.starts_at) as nth
			from public.meetups m where m.group_id = this_group and m.ends_at < real_now
			order by m.starts_at
		loop
			perform pg_temp.set_clock(past.starts_at + interval '5 minutes');
			perform public.choose_activity(
				past.id, plan.likes[1 + past.nth % cardinality(plan.likes)],
				case plan.likes[1 + past.nth % cardinality(plan.likes)] when 'other' then 'Bollen planten' end
			);
		end loop;
	end loop;

	-- This week -----------------------------------------------------------------------------------

	perform pg_temp.set_clock(real_now - interval '20 hours');
	perform pg_temp.become('ria');
	perform public.hand_over(pg_temp.group_named('Lezen en praten'), pg_temp.resident('hendrik'));
	perform pg_temp.become('willem');
	perform public.pause_group(pg_temp.group_named('De Tuinploeg'), today + 21);

	perform pg_temp.set_clock(real_now);
	perform public.run_due_jobs();
	perform pg_temp.become('wouter');
	perform public.move_meetup(
		pg_temp.next_meetup('Klussen en kletsen'), today + 6, time '14:00',
		'De zaal is die dag bezet. Daarom komen we een dag later.'
	);
	for coming in select unnest(array['gerrit', 'thea', 'tariq']) as name loop
		perform pg_temp.become(coming.name);
		perform public.wait_for_chair(pg_temp.group_named('Lezen en praten'));
	end loop;
	perform pg_temp.become('omar');
	perform public.skip_meetup(pg_temp.next_meetup('Lezen en praten'));
	perform pg_temp.become('mo');
	perform public.ask_for_chair(pg_temp.group_named('Koffie en kuieren'));

	-- Directly, because choosing may open a few hours from now only.
	insert into public.activity_wishes (meetup_id, resident_id, activity, words)
	select pg_temp.next_meetup('Koffie en kuieren'), pg_temp.resident(w.name), w.activity, w.words
	from (values
		('sevda', 'walk'::public.activity, null), ('kees', 'walk', null), ('kees', 'coffee', null),
		('johanna', 'coffee', null), ('yusuf', 'walk', null), ('layla', 'other', 'Samen soep koken')
	) w (name, activity, words);

	-- Plans, supporters and support from an organisation ----------------------------------------------

	organisation := gen_random_uuid();
	insert into care.organisations (id, name) values (organisation, 'Nabij');
	insert into care.workers (organisation_id, profile_id, first_name, face, telephone, email)
	select organisation, p.id, p.first_name, p.face, w.telephone, p.name || '@example.nl'
	from people p
	join (values ('jolanda', '06 - 11 22 33 44'), ('ruben', '06 - 55 66 77 88')) w (name, telephone)
		on w.name = p.name;
	insert into care.administrators (profile_id, organisation_id, first_name)
	select p.id, organisation, p.first_name from people p where p.name = 'petra';
	for plan in
		select * from (values
			('sevda', 'jolanda', 'Ik wil weer zelf brood bakken.', 'Ik kan goed koken.',
				'Ik vraag Kees om een recept.', true),
			('yusuf', 'jolanda', 'Ik wil elke dag een stuk fietsen.', 'Ik kan mijn fiets zelf maken.',
				'Ik fiets zondag naar het park.', false),
			('truus', 'ruben', 'Ik wil mijn zus weer vaker zien.', 'Ik kan goed brieven schrijven.',
				'Ik bel haar deze week.', true),
			('kees', null, 'Ik wil leren zwemmen.', 'Ik kan vroeg opstaan.',
				'Ik vraag naar de tijden van het bad.', true),
			('zoe', null, 'Ik wil mijn administratie op orde.', 'Ik kan goed rekenen.',
				'Ik zoek een map voor mijn brieven.', false)
		) p (name, worker, want, can, step, shares)
	loop
		perform pg_temp.become('petra');
		code := case when plan.worker is not null then public.invite_client((
			select w.id from care.workers w where w.email = plan.worker || '@example.nl'
		)) end;
		perform pg_temp.become(plan.name);
		perform public.accept_circle_code(code, 'seed', 1) where code is not null;
		goal := public.start_goal(gen_random_uuid(), plan.want, null, today - 20, today + 36);
		perform public.write_sentence(gen_random_uuid(), goal, 'can', plan.can);
		perform public.write_sentence(gen_random_uuid(), goal, 'step', plan.step);
		if plan.shares then
			perform public.set_reader(s.id, (private.my_workers() -> 0 ->> 'id')::uuid, true)
			from public.goal_sentences s
			where s.goal_id = goal and s.kind in ('want', 'step') and plan.worker is not null;
			perform public.set_view((private.my_workers() -> 0 ->> 'id')::uuid, 'next_meetup', true)
			where plan.worker is not null;
		end if;
	end loop;
	perform pg_temp.become('kees');
	perform public.invite_supporter(pg_temp.resident('johanna'));
	perform public.invite_supporter(pg_temp.resident('fatima'));
	perform pg_temp.become('johanna');
	perform public.answer_support((private.whom_i_support() -> 0 ->> 'id')::uuid, true);
	perform pg_temp.become('kees');
	perform public.set_reader(s.id, (private.my_supporters() -> 0 ->> 'id')::uuid, true)
	from public.goal_sentences s where s.owner_id = (select auth.uid()) and s.kind = 'want';

	perform private.add_invite_code('48276105', 'poster', lindebuurt, null, interval '1 year');
	perform private.add_invite_code(
		'71350482', 'personal', lindebuurt, pg_temp.group_named('Koffie en kuieren'), interval '1 year'
	);

	perform set_config('request.jwt.claims', '', true);
end
$$;

drop function pg_temp.become(text);
drop function pg_temp.set_clock(timestamptz);
drop function pg_temp.resident(text);
drop function pg_temp.next_meetup(text);
drop function pg_temp.group_named(text);
