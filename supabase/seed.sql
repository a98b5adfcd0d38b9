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

create or replace function pg_temp.post_id(words text) returns uuid
language sql as $$
	select p.id from public.help_posts p where p.words like post_id.words || '%';
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
	answer uuid;
	match uuid;
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
		('jolanda', 'Jolanda', 'initials'), ('ruben', 'Ruben', 'initials'), ('petra', 'Petra', 'initials'),
		('wil', 'Wil', 'initials')
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
	from people p where p.name not in ('marieke', 'hassan', 'jolanda', 'ruben', 'petra', 'wil');

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

	perform pg_temp.become('marieke');
	for plan in
		select * from (values
			('Samira Amrani', 'Voedingscentrum Linde', array['food', 'health'], null, true, array['nl', 'ar'], false, 'Een tafel en stroom voor een kookplaat.', 2500, array['2-morning', '4-afternoon']),
			('Wijkagent Joris', 'Politie', array['police'], null, true, array['nl', 'en'], false, null, null, array['1-afternoon', '2-morning', '3-afternoon']),
			('Ineke Vos', null, array['nature'], 'Bijen op je balkon', true, array['nl'], true, 'Een scherm.', null, array['2-morning', '3-morning', '5-afternoon']),
			('Yusuf Demir', 'Geldloket', array['money', 'digital'], null, false, array['nl', 'tr'], false, null, null, array['4-morning', '4-evening'])
		) s (name, organisation, topics, own_topic, plain_language, languages, stairs, needs, cost, days)
	loop
		perform public.keep_speaker(gen_random_uuid(), lindebuurt, jsonb_build_object(
			'name', plan.name, 'organisation', plan.organisation, 'topics', plan.topics,
			'ownTopic', plan.own_topic, 'plainLanguage', plan.plain_language, 'languages', plan.languages,
			'stepsFreeNeeded', plan.stairs, 'needs', plan.needs, 'costCents', plan.cost,
			'email', replace(lower(plan.name), ' ', '.') || '@example.org', 'telephone', '06 - 44 55 66 77',
			'notes', 'Belt graag een week van tevoren.', 'freeDays', plan.days
		));
	end loop;

	perform pg_temp.set_clock(real_now);
	perform public.run_due_jobs();
	perform pg_temp.become('wouter');
	perform public.move_meetup(
		pg_temp.next_meetup('Klussen en kletsen'), today + 6, time '14:00',
		'De zaal is die dag bezet. Daarom komen we een dag later.'
	);
	for coming in
		select * from (values
			('gerrit', array['2-morning', '4-afternoon']), ('thea', array['2-morning', '2-afternoon', '5-morning']),
			('tariq', array['2-morning', '6-morning']), ('sjaak', array['4-afternoon'])
		) w (name, moments)
	loop
		perform pg_temp.become(coming.name);
		perform public.wait_for_chair(pg_temp.group_named('Lezen en praten'));
		perform public.say_moments(coming.moments);
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

	-- Buurthulp: a board as it is after some weeks ---------------------------------------------------------

	for plan in
		select * from (values
			('thea', 34, 'request', 'errands', 'Ik zoek iemand die op vrijdag boodschappen met me doet.', 'weekly', null, 5, time '10:00', null),
			('gerrit', 2, 'request', 'odd_job', 'Ik zoek iemand die een lamp kan ophangen.', 'once', 4, null, time '14:00', null),
			('fatima', 3, 'offer', 'errands', 'Ik kan zware boodschappen dragen.', 'any_time', null, null, null, null),
			('sevda', 1, 'offer', 'company', 'Ik kan koken voor twee. Eet je een keer mee?', 'any_time', null, null, null, null),
			('kees', 5, 'request', 'device', 'Ik zoek iemand die mij leert videobellen.', 'any_time', null, null, null, null),
			('noor', 6, 'request', 'child_minding', 'Ik zoek iemand die op woensdag op mijn dochter past.', 'weekly', null, 3, time '13:00', null),
			('johanna', 8, 'offer', 'child_minding', 'Ik kan op woensdagmiddag oppassen.', 'weekly', null, 3, time '12:30', null),
			('yusuf', 4, 'offer', 'odd_job', 'Ik kan een lekke band plakken.', 'any_time', null, null, null, null),
			('truus', 7, 'offer', 'company', 'Ik kan een brief of kaart met je schrijven.', 'any_time', null, null, null, null),
			('priya', 9, 'offer', 'device', 'Ik kan helpen met je telefoon. English is fine too.', 'weekly', null, 6, time '11:00', null),
			('bram', 10, 'offer', 'community_centre', 'Ik kan stoelen klaarzetten in De Linde.', 'weekly', null, 2, time '19:00', null),
			('zoe', 12, 'request', 'other', 'Ik zoek een verhuisdoos of tien.', 'any_time', null, null, null, null),
			('layla', 11, 'request', 'company', 'أبحث عن شخص يتحدث معي بالهولندية.', 'any_time', null, null, null, null),
			('willem', 14, 'offer', 'odd_job', 'Ik kan je heg knippen.', 'any_time', null, null, null, null),
			('wouter', 13, 'request', 'community_centre', 'Ik zoek hulp bij het opruimen na het klussen.', 'weekly', null, 5, time '15:30', 'Klussen en kletsen'),
			('nadia', 16, 'offer', 'errands', 'Ik kan iets meenemen van de markt.', 'weekly', null, 6, time '09:00', 'Klussen en kletsen'),
			('hendrik', 30, 'offer', 'company', 'Ik kan een uur voorlezen.', 'any_time', null, null, null, null),
			('omar', 45, 'offer', 'odd_job', 'Ik kan een kast in elkaar zetten.', 'any_time', null, null, null, null),
			('elif', 20, 'request', 'errands', 'Ik zoek iemand die een pakje kan ophalen.', 'any_time', null, null, null, null)
		) h (name, days_ago, kind, category, words, moment, days_ahead, weekday, at_time, circle)
	loop
		perform pg_temp.set_clock(real_now - make_interval(days => plan.days_ago));
		perform pg_temp.become(plan.name);
		perform public.place_post(
			gen_random_uuid(), lindebuurt, plan.kind::public.help_kind,
			plan.category::public.help_category, plan.words, plan.moment::public.help_moment,
			today + plan.days_ahead, plan.weekday, plan.at_time, pg_temp.group_named(plan.circle)
		);
	end loop;

	-- Two yeses, and what came of them; the fifth waits for the contact person.
	for plan in
		select * from (values
			('thea', 'fatima', 'Ik zoek iemand die op vrijdag', 'Ik ga toch al elke week.', 28,
				array['fatima: Dag Thea, zal ik vrijdag om tien uur bij je zijn?', 'thea: Ja, graag. Neem je een tas mee?',
					'fatima: Doe ik. Tot vrijdag.', 'thea: Dank je wel. Het was gezellig.']),
			('yusuf', 'sevda', 'Ik kan een lekke band', 'Mijn achterband is zacht.', 3,
				array['yusuf: Kom je zaterdag langs met je fiets?', 'sevda: Om elf uur bij De Linde?', 'yusuf: Goed, tot dan.']),
			('priya', 'kees', 'Ik kan helpen met je telefoon', 'Ik wil leren videobellen.', 5,
				array['kees: Hallo Priya, leuk dat je het wilt uitleggen.', 'priya: Hi Kees, Saturday at eleven? Zaterdag om elf uur?']),
			('bram', 'samira', 'Ik kan stoelen klaarzetten', 'Fijn, ik doe de koffie.', 8,
				array['samira: Zie ik je dinsdag om zeven uur?']),
			('noor', 'johanna', 'Ik zoek iemand die op woensdag', 'Dat wil ik graag doen.', 4, '{}'::text[])
		) h (author, answerer, words, line, days_ago, messages)
	loop
		perform pg_temp.set_clock(real_now - make_interval(days => plan.days_ago));
		perform pg_temp.become(plan.answerer);
		answer := public.answer_post(pg_temp.post_id(plan.words), plan.line);
		perform pg_temp.become(plan.author);
		match := public.choose_answer(answer, 'yes');
		for coming in select m.words, m.nth from unnest(plan.messages) with ordinality m (words, nth) loop
			perform pg_temp.set_clock(
				real_now - make_interval(days => plan.days_ago, mins => -37 * coming.nth::integer)
			);
			perform pg_temp.become(split_part(coming.words, ': ', 1));
			perform public.send_message(
				(select h.conversation_id from public.help_matches h where h.id = match), gen_random_uuid(),
				split_part(coming.words, ': ', 2)
			);
		end loop;
	end loop;
	perform pg_temp.become('thea');
	perform public.thank(h.id, 'Dank je wel, Fatima.') from public.help_matches h
	where h.answerer_id = pg_temp.resident('fatima');

	perform public.reflect_on_help(h.id, 3, 'Ik vond het fijn.', true, false, false, 'community_centre')
	from public.help_matches h where h.answerer_id = pg_temp.resident('fatima');

	-- Answers that wait, one that was a no, a post that was taken away, and what staff wrote.
	perform pg_temp.set_clock(real_now - interval '5 hours');
	for plan in
		select * from (values
			('willem', 'Ik zoek iemand die een lamp', 'Dat kan ik wel.'), ('yusuf', 'Ik zoek iemand die een lamp', null),
			('mo', 'Ik kan koken voor twee', 'Ja, gezellig.'), ('gerrit', 'Ik kan koken voor twee', 'Graag.'),
			('ria', 'Ik kan een brief', 'Voor mijn zus.')
		) h (name, words, line)
	loop
		perform pg_temp.become(plan.name);
		perform public.answer_post(pg_temp.post_id(plan.words), plan.line);
	end loop;
	perform pg_temp.become('sevda');
	perform public.choose_answer(a.id, 'no') from public.help_answers a
	where a.answerer_id = pg_temp.resident('gerrit')
		and a.post_id = pg_temp.post_id('Ik kan koken voor twee');
	perform pg_temp.become('elif');
	perform public.withdraw_post(pg_temp.post_id('Ik zoek iemand die een pakje'));
	perform pg_temp.become('ria');
	perform public.report(
		gen_random_uuid(), 'post', pg_temp.post_id('Ik kan je heg'), 'money', 'Hij vroeg er geld voor.'
	);
	perform pg_temp.become('maria');
	perform public.ask_help_placed(lindebuurt, '06 - 99 88 77 66');
	perform pg_temp.become('tariq');
	perform public.ask_help_placed(lindebuurt, null);
	perform pg_temp.become('anna');
	perform public.propose_post(
		gen_random_uuid(), pg_temp.resident('tariq'), 'request',
		'company', 'Ik zoek iemand die met mij naar de huisarts gaat.', 'any_time', null, null, null
	);

	-- Contact: who does what, and what waits for the contact person -------------------------------------------

	perform pg_temp.become('anna');
	for plan in
		select * from (values
			('community_centre', 'Buurthuis De Linde', 'Een zaal, een cursus, of een kop koffie.', '06 - 00 11 22 33', 'https://linde.example.nl', 'Elke werkdag van 9 tot 17 uur'),
			('police', 'Wijkagent Jasper', 'Iets over veiligheid in de straat. Bel 112 als het nu is.', '06 - 00 22 33 44', null, 'Spreekuur in De Linde, dinsdag van 10 tot 11 uur'),
			('housing', 'Woningcorporatie De Kroon', 'Iets kapot in huis, of een vraag over je huur.', '06 - 00 33 44 55', 'https://kroon.example.nl', 'Elke werkdag van 8 tot 17 uur'),
			('gp_post', 'Huisartsenpost Lindehof', 'Een dokter die niet kan wachten, als je eigen huisarts dicht is.', '06 - 00 44 55 66', null, 'Elke avond en nacht, en het hele weekend')
		) s (kind, name, ask, telephone, website, hours)
	loop
		perform public.keep_service(
			gen_random_uuid(), lindebuurt, plan.kind::public.service_kind, plan.name, plan.ask, plan.telephone,
			plan.website, plan.hours
		);
	end loop;
	for plan in
		select * from (values
			('tineke', '10 days', 'app', 'Hoe zet ik de letters groter?', 'morning', null, null, null, null),
			('corrie', '26 hours', 'worry', 'Ik zie mijn buurvrouw al dagen niet.', 'afternoon', null, null, null, null),
			('dirk', '2 hours', 'nuisance', 'Er staat elke nacht een scooter te draaien.', 'evening', 'noise', 'night', 2, 'call_me')
		) r (name, ago, topic, words, call_time, nuisance, nuisance_when, severity, talk)
	loop
		perform pg_temp.set_clock(real_now - plan.ago::interval);
		perform pg_temp.become(plan.name);
		answer := public.ask_contact(
			gen_random_uuid(), lindebuurt, plan.topic::public.contact_topic, plan.words,
			plan.call_time::public.call_time, '06 - 33 44 55 66', false, plan.nuisance::public.nuisance_kind,
			plan.nuisance_when::public.nuisance_when, plan.severity, plan.talk::public.nuisance_talk
		);
		perform pg_temp.become('anna');
		if plan.name = 'tineke' then
			perform pg_temp.set_clock(real_now - interval '8 days');
			perform public.answer_contact_request(answer, 'closed', null, 'Fijn dat het nu lukt.');
		elsif plan.name = 'corrie' then
			perform pg_temp.set_clock(real_now - interval '1 hour');
			perform public.answer_contact_request(
				answer, 'planned', (today + 1 + time '14:00') at time zone 'Europe/Amsterdam',
				'Ik bel eerst even bij haar aan.'
			);
		end if;
	end loop;
	perform pg_temp.set_clock(real_now - interval '3 hours');
	perform public.note_nuisance(
		gen_random_uuid(), lindebuurt, 'Zakken naast de bak, al een week.', null, null, 'litter', 'always', 1,
		'with_neighbours'
	);
	perform pg_temp.become('piet');
	perform public.go_away(gen_random_uuid(), lindebuurt, today + 20, today + 27);
	-- Directly: what was asked in earlier months is not there any more.
	insert into public.contact_counts (neighbourhood_id, month, topic, nuisance, times)
	select lindebuurt, date_trunc('month', today - interval '2 months')::date, c.topic, c.nuisance, c.times
	from (values
		('app'::public.contact_topic, null::public.nuisance_kind, 12), ('nuisance', 'noise', 11),
		('nuisance', 'litter', 4), ('worry', null, 3)
	) c (topic, nuisance, times);

	-- Sprekers: one group hopes for somebody, one asked and waits, in one somebody comes.
	perform pg_temp.set_clock(real_now - interval '1 day');
	perform pg_temp.become('samira');
	perform public.wish_speaker(pg_temp.group_named('Spelletjesavond'), 'digital', null);
	perform pg_temp.become('kees');
	perform public.wish_speaker(pg_temp.group_named('Koffie en kuieren'), 'police', null);
	perform pg_temp.become('ria');
	perform public.wish_speaker(pg_temp.group_named('Lezen en praten'), 'own', 'bijen');
	perform pg_temp.become('marieke');
	-- Signed up at the door: no e-mail, no telephone.
	perform public.sign_up_neighbour(
		gen_random_uuid(), lindebuurt, 'Toos', null, 'Bel aan op nummer 8, na tien uur.',
		pg_temp.group_named('Spelletjesavond')
	);
	for plan in
		select * from (values
			('Koffie en kuieren', 'Wijkteam Linde', 'police', false),
			('Lezen en praten', 'Mila de Groot', 'nature', true)
		) b (group_name, speaker, topic, comes)
	loop
		-- On any day, since on which day the groups meet depends on today.
		perform public.keep_speaker(gen_random_uuid(), lindebuurt, jsonb_build_object(
			'name', plan.speaker, 'topics', array[plan.topic], 'plainLanguage', true,
			'languages', array['nl'], 'stepsFreeNeeded', false, 'freeDays', array[]::text[],
			'email', replace(lower(plan.speaker), ' ', '.') || '@example.org',
			'telephone', '06 - 33 22 11 00'
		));
		answer := gen_random_uuid();
		perform public.ask_speaker(answer, w.id, s.id, array(
			select m.id from public.meetups m
			where m.group_id = w.group_id and m.state = 'planned' and m.starts_at > real_now + interval '2 days'
				and private.speaker_is_free(s.id, m.starts_at, m.ends_at)
			order by m.starts_at limit 3
		))
		from private.speaker_wishes w, public.speakers s
		where w.group_id = pg_temp.group_named(plan.group_name) and s.name = plan.speaker;
		if plan.comes then
			perform public.accept_booking(private.booking_token(answer), d.meetup_id)
			from private.booking_dates d where d.booking_id = answer order by d.starts_at limit 1;
		end if;
	end loop;

	perform pg_temp.set_clock(real_now);
	perform public.run_due_jobs();

	perform private.add_invite_code('48276105', 'poster', lindebuurt, null, interval '1 year');
	perform private.add_invite_code(
		'71350482', 'personal', lindebuurt, pg_temp.group_named('Koffie en kuieren'), interval '1 year'
	);

	-- The organisation -----------------------------------------------------------------------------------

	insert into public.organisers (profile_id, first_name)
	select p.id, p.first_name from people p where p.name = 'wil';
	perform pg_temp.become('wil');
	perform public.change_neighbourhood(
		n.id, n.name, n.intro, n.time_zone, 'Buurthuis De Linde', 'Lindestraat 12'
	) from public.neighbourhoods n where n.id = lindebuurt;
	perform public.invite_to_role(
		gen_random_uuid(), 'facilitator', lindebuurt, 'Karin', 'karin@example.nl', null
	);

	perform set_config('request.jwt.claims', '', true);
end
$$;

drop function pg_temp.become(text);
drop function pg_temp.set_clock(timestamptz);
drop function pg_temp.resident(text);
drop function pg_temp.post_id(text);
drop function pg_temp.next_meetup(text);
drop function pg_temp.group_named(text);
