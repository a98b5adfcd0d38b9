-- After supabase/seed.sql: those whom the seed has no need of, and more plans, circles and care.
-- None of it is part of a pair: every world has it.

create function two_run.person(name text) returns uuid language sql stable as $$
	select u.id from auth.users u where u.email = person.name || '@example.nl';
$$;
/* An id that every word has one of, in the form that ids have. */
create function two_run.id(word text) returns uuid language sql immutable as $$
	select overlay(overlay(md5(word) placing '4' from 13) placing '8' from 17)::uuid;
$$;
create function two_run.resident(name text) returns uuid language sql stable as $$
	select r.id from public.residents r where r.profile_id = two_run.person(resident.name);
$$;
create function two_run.worker(name text) returns uuid language sql stable as $$
	select w.id from care.workers w where w.profile_id = two_run.person(worker.name);
$$;
create function two_run.become(name text) returns void language sql as $$
	select set_config('request.jwt.claims', jsonb_build_object(
		'role', 'authenticated', 'aal', 'aal2', 'sub', two_run.person(become.name)
	)::text, false);
$$;

/* A look as it is kept; the chain of hashes is nobody's to see. */
create function two_run.look(client text, worker text) returns void
language plpgsql volatile as $$
begin
	insert into care.subjects (profile_id) values (two_run.person(client)) on conflict do nothing;
	insert into care.looks (
		looked_at, looker_id, looker_name, role, organisation, subject, what, ground, refused, visit, hash
	)
	select
		two_run.clock() - interval '1 hour', two_run.person(worker), worker, 'support_worker', 'Nabij', s.pseudonym, 'plan',
		'consent', false, two_run.id('visit ' || client || worker), sha256('look')
	from care.subjects s where s.profile_id = two_run.person(client);
end;
$$;

/* Care for one person, as petra and both of them would have made it. */
create function two_run.support(
	client text, worker text, started date, ended date default null, note text default ''
) returns void
language plpgsql volatile as $$
declare
	relation constant uuid := two_run.id('relation ' || client || worker || note);
	organisation constant uuid := (
		select w.organisation_id from care.workers w where w.id = two_run.worker(support.worker)
	);
begin
	insert into care.consents (id, client_id, organisation_id, version, given_at, withdrawn_at)
	values (
		two_run.id('consent ' || client || worker || note), two_run.person(client), organisation, 1,
		started + time '10:00', ended + time '10:00'
	);
	insert into care.relations (
		id, client_id, worker_id, organisation_id, started_on, ended_on, sees_balance, sees_next_meetup,
		client_telephone, call_asked_at, shared_at
	) values (
		relation, two_run.person(client), two_run.worker(worker), organisation, started, ended,
		ended is null, ended is null, case when ended is null then '06 - 98 76 54 32' end,
		case when ended is null then started + time '11:00' end, started + time '11:00'
	);
	insert into care.sentence_shares (relation_id, client_id, sentence_id)
	select relation, s.owner_id, s.id from public.goal_sentences s
	where s.owner_id = two_run.person(client) and ended is null;
	insert into care.proposals (id, relation_id, goal_id, kind, words, proposed_at)
	select two_run.id('proposal ' || relation), relation, null, 'want', 'Zullen we samen gaan kijken?' || note,
		started + time '12:00'
	where ended is null;
	insert into care.invitations (id, worker_id, code_hash, made_at, expires_at)
	values (
		two_run.id('invitation ' || relation), two_run.worker(worker), sha256(relation::text::bytea),
		started + time '13:00', started + interval '30 days'
	);
	perform two_run.look(client, worker);
end;
$$;

create function two_run.end_all_support(client text) returns void
language plpgsql volatile as $$
begin
	delete from care.relations r where r.client_id = two_run.person(client);
	delete from care.consents c where c.client_id = two_run.person(client);
	delete from care.subjects s where s.profile_id = two_run.person(client);
end;
$$;

do $$
declare
	people constant text[] := array['wim', 'els', 'ineke', 'buiten'];
	dichtbij uuid := two_run.next_id('seed');
	plan record;
	goal uuid;
begin
	insert into auth.users (
		id, instance_id, aud, role, email, email_confirmed_at, confirmation_token, recovery_token,
		email_change, email_change_token_new, raw_app_meta_data, raw_user_meta_data, created_at, updated_at
	)
	select
		two_run.next_id('seed'), '00000000-0000-0000-0000-000000000000', 'authenticated', 'authenticated',
		p || '@example.nl', two_run.clock(), '', '', '', '',
		'{"provider": "email", "providers": ["email"]}', '{}', two_run.clock(), two_run.clock()
	from unnest(people) p;
	insert into auth.identities (
		provider, provider_id, user_id, identity_data, last_sign_in_at, created_at, updated_at
	)
	select
		'email', u.id::text, u.id,
		jsonb_build_object('sub', u.id, 'email', u.email, 'email_verified', true),
		u.created_at, u.created_at, u.created_at
	from auth.users u where u.email = any (select p || '@example.nl' from unnest(people) p);
	insert into public.profiles (id) select two_run.person(p) from unnest(people) p;

	-- A worker of Nabij who is never part of a pair, and an organisation of their own for two others.
	insert into care.workers (organisation_id, profile_id, first_name)
	select o.id, two_run.person('wim'), 'Wim' from care.organisations o where o.name = 'Nabij';
	insert into care.organisations (id, name) values (dichtbij, 'Dichtbij');
	insert into care.workers (organisation_id, profile_id, first_name)
	values (dichtbij, two_run.person('ineke'), 'Ineke');
	insert into care.administrators (profile_id, organisation_id, first_name)
	values (two_run.person('els'), dichtbij, 'Els');

	for plan in
		select * from (values
			('omar', 'elif'), ('layla', 'priya'), ('sevda', 'kees'), ('ria', 'omar'), ('hendrik', 'ria'),
			('piet', 'elif'), ('maria', 'omar'), ('marisol', 'dirk'), ('dirk', 'willem'), ('elif', 'piet'),
			('fatima', 'kees'), ('priya', 'sevda'), ('yusuf', 'johanna'), ('truus', 'elif'), ('zoe', 'maria')
		) p (name, supporter)
	loop
		perform two_run.become(plan.name);
		goal := public.start_goal(
			two_run.next_id('seed'), 'Ik wil meer buiten zijn met ' || plan.name || '.', 'home',
			(two_run.clock() - interval '30 days')::date, (two_run.clock() + interval '30 days')::date
		);
		perform public.write_sentence(two_run.next_id('seed'), goal, 'need', 'Ik heb wat tijd nodig.');
		perform public.write_sentence(two_run.next_id('seed'), goal, 'step', 'Ik loop een rondje.');
		perform public.set_balance(case when plan.name < 'n' then -1 else 1 end, 'Het gaat.');
		perform public.invite_supporter(two_run.resident(plan.supporter));
		perform two_run.become(plan.supporter);
		perform public.answer_support(s.id, true) from public.supporters s
		where s.owner_id = two_run.person(plan.name) and s.supporter_id = two_run.person(plan.supporter);
		perform public.propose_sentence(s.id, null, 'want', 'Zullen we samen gaan wandelen?')
		from public.supporters s
		where s.owner_id = two_run.person(plan.name) and s.supporter_id = two_run.person(plan.supporter);
		perform two_run.become(plan.name);
		perform public.set_reader(t.id, s.id, true), public.set_view(s.id, 'next_meetup', true)
		from public.supporters s join public.goal_sentences t on t.owner_id = s.owner_id
		where s.owner_id = two_run.person(plan.name) and s.accepted_at is not null and t.kind = 'step';
	end loop;
	perform set_config('request.jwt.claims', '', false);
	perform two_run.support('marisol', 'wim', (two_run.clock() - interval '20 days')::date);
	perform two_run.support('dirk', 'ineke', (two_run.clock() - interval '20 days')::date);
	-- Support in another town, under way and over: with a handful of rows the planner takes any way.
	insert into auth.users (id, instance_id, aud, role, email, created_at, updated_at)
	select
		two_run.next_id('seed'), '00000000-0000-0000-0000-000000000000', 'authenticated', 'authenticated',
		'far' || n || '@example.nl', two_run.clock(), two_run.clock()
	from generate_series(1, 200) n;
	insert into public.profiles (id) select two_run.person('far' || n) from generate_series(1, 200) n;
	perform two_run.support(
		'far' || n, 'ineke', date '2026-01-05' + n, case when n > 100 then date '2026-11-01' end
	) from generate_series(1, 200) n;
	perform two_run.look('far' || n % 200 + 1, 'ineke') from generate_series(1, 2000) n;
	-- Everybody has an address for their calendar, and who would find one may ask what is there.
	insert into private.calendar_feeds (profile_id, kind, nonce, token_hash, made_at)
	select f.profile_id, f.kind, f.nonce,
		private.keyed_hash(private.calendar_token(f.profile_id, f.kind, f.nonce)), two_run.clock()
	from (
		select r.profile_id, 'own'::public.calendar_kind as kind, two_run.id('calendar ' || r.profile_id) as nonce
		from public.residents r
		union
		select s.profile_id, 'facilitator', two_run.id('agenda ' || s.profile_id)
		from public.staff s where s.role = 'facilitator'
	) f
	where f.profile_id is not null;
end
$$;
