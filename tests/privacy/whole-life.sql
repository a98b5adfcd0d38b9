-- One person ("me") with a row in every table that can hold one about a person, among others who have
-- theirs. An id is the md5 of what is named; others' private words all hold "van een ander".

create function pg_temp.id(name text) returns uuid language sql immutable as $$ select md5(name)::uuid $$;
create function pg_temp.act_as(person text) returns void language sql as $$
	select set_config('request.jwt.claims', jsonb_build_object(
		'sub', pg_temp.id(person), 'role', 'authenticated', 'aal', 'aal2'
	)::text, false);
$$;

insert into public.neighbourhoods (id, slug, name) values (pg_temp.id('here'), 'here', 'Lindebuurt');
insert into auth.users (
	id, email, phone, email_confirmed_at, phone_confirmed_at, last_sign_in_at, confirmation_token
)
select
	pg_temp.id(kind), kind || '@example.nl',
	case kind when 'me' then '31612345678' end, now() - interval '90 days', now() - interval '80 days',
	now() - interval '1 hour', ''
from unnest(array[
	'me', 'mate', 'owner', 'asker', 'friend', 'refuser', 'worker', 'replaced', 'administrator', 'client',
	'guide', 'stranger'
]) kind;
insert into auth.identities (provider, provider_id, user_id, identity_data)
select 'email', u.id::text, u.id, jsonb_build_object('sub', u.id, 'email', u.email) from auth.users u;
insert into public.profiles (id, erase_on)
select u.id, case u.id when pg_temp.id('me') then current_date + 3 end from auth.users u;
insert into public.residents (id, neighbourhood_id, profile_id, first_name, face)
select pg_temp.id('resident ' || kind), pg_temp.id('here'), pg_temp.id(kind), initcap(kind), 'fox'
from unnest(array[
	'me', 'mate', 'owner', 'asker', 'friend', 'refuser', 'client', 'stranger'
]) kind;
insert into public.staff (id, neighbourhood_id, profile_id, role, first_name, telephone, not_now_until) values
	(pg_temp.id('staff me'), pg_temp.id('here'), pg_temp.id('me'), 'contact_person', 'Me', '06 - 98 76 54 32', now() + interval '1 hour'),
	(pg_temp.id('staff guide'), pg_temp.id('here'), pg_temp.id('guide'), 'facilitator', 'Guide', null, null);
insert into public.staff_absences (id, staff_id, first_on, last_on)
values (pg_temp.id('leave'), pg_temp.id('staff me'), current_date + 10, current_date + 17);
insert into public.contact_hours (staff_id, weekday, opens_at, closes_at)
values (pg_temp.id('staff me'), 1, '09:00', '17:00');

-- Groups: mine, one to wait for, one to ask at, one I left, and one of me alone.
insert into public.groups (
	id, neighbourhood_id, name, place_name, capacity, weekday, starts_at, duration_minutes
)
select pg_temp.id(name), pg_temp.id('here'), name, 'De Linde', chairs, 2, '10:00', 90
from (values
	('mine', 8), ('waited', 3), ('asked', 8), ('left', 8), ('alone', 8)
) g (name, chairs);
insert into public.group_places (group_id, address)
select g.id, 'Lindestraat 12' from public.groups g where g.name in ('mine', 'alone');
insert into public.memberships (group_id, resident_id, is_host, since)
select pg_temp.id(g), pg_temp.id('resident ' || kind), host, now() - interval '60 days' - nth * interval '1 hour'
from (values
	('mine', 'me', true, 3), ('mine', 'mate', false, 2), ('mine', 'friend', false, 1),
	('waited', 'mate', true, 3), ('waited', 'owner', false, 2), ('waited', 'asker', false, 1),
	('asked', 'mate', true, 1), ('left', 'mate', true, 1), ('alone', 'me', true, 1)
) m (g, kind, host, nth);
insert into public.waitlist (group_id, resident_id, since)
values (pg_temp.id('waited'), pg_temp.id('resident me'), now() - interval '9 days');
insert into public.chair_requests (group_id, resident_id, asked_at)
values (pg_temp.id('asked'), pg_temp.id('resident me'), now() - interval '8 days');
insert into public.waiting_moments (resident_id, weekday, part) values
	(pg_temp.id('resident me'), 2, 'morning'), (pg_temp.id('resident me'), 4, 'evening');
insert into public.chair_offers (group_id, resident_id, offered_at, from_group_id)
values (pg_temp.id('left'), pg_temp.id('resident me'), now() - interval '1 day', pg_temp.id('mine'));
insert into public.departures (group_id, resident_id, member_since, left_at) values
	(pg_temp.id('left'), pg_temp.id('resident me'), now() - interval '50 days', now() - interval '2 hours');
insert into public.group_news (id, group_id, resident_id, kind, details, happened_at) values
	(pg_temp.id('news'), pg_temp.id('mine'), pg_temp.id('resident me'), 'started', '{}', now() - interval '7 days'),
	(pg_temp.id('change'), pg_temp.id('mine'), null, 'place_changed', '{"placeName": "De Linde"}', now());
insert into public.meetups (id, group_id, week, starts_at, ends_at, state, reason, activity, activity_words)
select
	pg_temp.id(g || ' ' || n), pg_temp.id(g), date_trunc('week', now())::date + 7 * n,
	now() + make_interval(days => 7 * n), now() + make_interval(days => 7 * n, hours => 1),
	'moved', 'De zaal is bezet.', 'other', 'Bollen planten'
from unnest(array['mine', 'waited', 'alone']) g, unnest(array[-1, 1]) n;
insert into public.absences (meetup_id, resident_id)
values (pg_temp.id('mine -1'), pg_temp.id('resident me'));
insert into public.guests (meetup_id, resident_id, comes)
values (pg_temp.id('waited 1'), pg_temp.id('resident me'), false);
insert into public.answered_for (meetup_id, resident_id, by_id) values
	(pg_temp.id('mine 1'), pg_temp.id('resident me'), pg_temp.id('friend')),
	(pg_temp.id('mine 1'), pg_temp.id('resident mate'), pg_temp.id('me'));
insert into public.activity_wishes (meetup_id, resident_id, activity, words) values
	(pg_temp.id('mine 1'), pg_temp.id('resident me'), 'other', 'Soep <koken>'),
	(pg_temp.id('mine 1'), pg_temp.id('resident mate'), 'other', 'Soep van een ander');

-- Plans and circles.
insert into public.goals (id, owner_id, theme, starts_on, ends_on, feeling, created_at)
select
	pg_temp.id('goal ' || kind), pg_temp.id(kind), 'home', current_date - 20, current_date + 36, 2, now()
from unnest(array['me', 'owner', 'client', 'stranger']) kind;
insert into public.goal_sentences (
	id, goal_id, owner_id, kind, words, written_at, outcome, meetup_id
)
select
	pg_temp.id(s.kind || ' ' || p.kind), pg_temp.id('goal ' || p.kind), pg_temp.id(p.kind), s.kind::public.sentence_kind,
	case p.kind when 'me' then 'Ik <b>wil</b> brood bakken' else 'Een zin van een ander' end, now(),
	case s.kind when 'step' then 'a_bit'::public.step_outcome end,
	case when s.kind = 'step' and p.kind = 'me' then pg_temp.id('mine 1') end
from unnest(array['me', 'owner', 'client', 'stranger']) p (kind), unnest(array['want', 'step']) s (kind);
insert into public.supporters (
	id, owner_id, supporter_id, name, invited_at, accepted_at, declined_at, sees_balance,
	sees_next_meetup, call_asked_at
)
select
	pg_temp.id(o || ' asks ' || coalesce(s, 'by code')), pg_temp.id(o), pg_temp.id(s), name, now() - interval '6 days',
	case when yes then now() - interval '5 days' end, case when no then now() - interval '5 days' end,
	yes, yes, case when yes then now() - interval '1 day' end
from (values
	('me', 'friend', null, true, false), ('me', 'refuser', null, false, true),
	('me', null, 'Tante Truus', false, false), ('owner', 'me', 'Naam van een ander', true, false),
	('asker', 'me', null, false, true), ('mate', 'stranger', 'Vriend van een ander', true, false)
) s (o, s, name, yes, no);
insert into private.supporter_codes (supporter_id, code_hash, expires_at)
values (pg_temp.id('me asks by code'), sha256('code'), now() + interval '30 days');
insert into public.sentence_shares (owner_id, sentence_id, supporter_id, shared_at) values
	(pg_temp.id('me'), pg_temp.id('want me'), pg_temp.id('me asks friend'), now()),
	(pg_temp.id('owner'), pg_temp.id('want owner'), pg_temp.id('owner asks me'), now());
insert into private.proposals (id, supporter_id, goal_id, kind, words, proposed_at) values
	(pg_temp.id('idea'), pg_temp.id('me asks friend'), pg_temp.id('goal me'), 'step', 'Vraag het de bakker', now()),
	(gen_random_uuid(), pg_temp.id('owner asks me'), pg_temp.id('goal owner'), 'step', 'Idee voor een ander', now());
insert into public.balances (profile_id, level, words, set_at, ask_on)
select
	pg_temp.id(kind), -1, case kind when 'me' then 'Het is druk' else 'Druk van een ander' end, now(), current_date + 14
from unnest(array['me', 'owner', 'client', 'stranger']) kind;

-- Help: what I offered, asked, answered and agreed on, what I wrote and what was reported.
insert into public.help_posts (
	id, neighbourhood_id, author_id, kind, category, words, moment, on_date, weekday, at_time, audience,
	group_id, state, placed_at, ask_at, proposer_id, declined_at, hidden_at
)
select
	pg_temp.id(p.name), pg_temp.id('here'), pg_temp.id('resident ' || p.kind), 'offer', 'errands', p.words,
	p.moment::public.help_moment, case p.moment when 'once' then current_date + 5 end,
	case p.moment when 'weekly' then 4 end, case p.moment when 'any_time' then null else '10:00'::time end,
	case when p.circle is null then 'neighbourhood' else 'group' end::public.help_audience,
	pg_temp.id(p.circle), p.state::public.help_state, now(), now() + interval '28 days',
	case p.state when 'proposed' then pg_temp.id('staff guide') end,
	case p.state when 'proposed' then now() end, case p.moment when 'once' then now() end
from (values
	('my post', 'me', 'Ik kan <b>koken</b>', 'once', null, 'open'),
	('my walk', 'me', 'Ik wil wandelen', 'weekly', 'mine', 'proposed'),
	('friend post', 'friend', 'Een bericht van een ander', 'any_time', null, 'open'),
	('owner post', 'owner', 'Een vraag van een ander', 'any_time', null, 'open')
) p (name, kind, words, moment, circle, state);
insert into public.help_asks (resident_id, telephone, asked_at)
values (pg_temp.id('resident me'), '06 - 66 77 88 99', now());
insert into public.help_answers (id, post_id, answerer_id, line, answered_at, withdrawn_at) values
	(pg_temp.id('friend answers'), pg_temp.id('my post'), pg_temp.id('resident friend'), 'Zin van een ander', now(), null),
	(pg_temp.id('me answers'), pg_temp.id('friend post'), pg_temp.id('resident me'), 'Dat doe ik', now(), null),
	(pg_temp.id('me no more'), pg_temp.id('owner post'), pg_temp.id('resident me'), 'Toch niet', now(), now());
insert into public.help_choices (answer_id, giver_id, choice) values
	(pg_temp.id('friend answers'), pg_temp.id('resident me'), 'yes'), (pg_temp.id('friend answers'), pg_temp.id('resident friend'), 'yes'),
	(pg_temp.id('me answers'), pg_temp.id('resident me'), 'yes'), (pg_temp.id('me answers'), pg_temp.id('resident friend'), 'yes'),
	(pg_temp.id('me no more'), pg_temp.id('resident me'), 'no');
insert into public.conversations (id, neighbourhood_id, kind, last_nth, last_at, ended_at)
select pg_temp.id(t), pg_temp.id('here'), 'help_match', 2, now(), null from unnest(array['talk', 'left talk']) t;
insert into public.conversation_participants (id, conversation_id, profile_id, joined_at, left_at)
select
	pg_temp.id(kind || ' in ' || t), pg_temp.id(t), pg_temp.id(kind), now(),
	case when kind = 'me' and t = 'left talk' then now() end
from unnest(array['me', 'friend']) kind, unnest(array['talk', 'left talk']) t;
insert into public.messages (id, conversation_id, nth, author_id, body, sent_at)
select
	pg_temp.id('message ' || kind), pg_temp.id('talk'), nth, pg_temp.id(kind || ' in talk'),
	case kind when 'me' then 'Hoi' else 'Bericht van een ander' end, now()
from unnest(array['me', 'friend']) with ordinality m (kind, nth);
insert into public.help_matches (
	id, answer_id, author_id, answerer_id, kind, category, words, moment, on_date, weekday, at_time,
	made_at, introduced_at, stopped_at, conversation_id
) values
	(pg_temp.id('match'), pg_temp.id('friend answers'), pg_temp.id('resident me'), pg_temp.id('resident friend'), 'offer', 'company', 'Wat wij afspraken', 'once', current_date + 5, null, '10:00', now(), now(), null, pg_temp.id('talk')),
	(pg_temp.id('match over'), pg_temp.id('me answers'), pg_temp.id('resident friend'), pg_temp.id('resident me'), 'offer', 'errands', 'Wat wij ook afspraken', 'weekly', null, 4, '10:00', now(), now(), now(), pg_temp.id('left talk'));
insert into public.help_skips (match_id, on_date, resident_id)
values (pg_temp.id('match over'), current_date + 1, pg_temp.id('resident me'));
insert into public.help_reflections (
	match_id, resident_id, feeling, words, felt_safe, wants_call, telephone, shares_words, enjoy, written_at,
	settled_at
)
select
	pg_temp.id('match over'), pg_temp.id('resident ' || kind), 1,
	case kind when 'me' then 'Het was druk' else 'Hoe het was van een ander' end, false, true,
	case kind when 'me' then '06 - 31 31 31 31' else '06 - 41 41 41 41' end, true, 'odd_job', now(), now()
from unnest(array['me', 'friend']) kind;
insert into public.help_thanks (match_id, from_id, words, sent_at)
select
	pg_temp.id('match'), pg_temp.id('resident ' || kind),
	case kind when 'me' then 'Dank je wel' else 'Dank van een ander' end, now()
from unnest(array['me', 'friend']) kind;
insert into public.help_pauses (resident_id, until) values (pg_temp.id('resident me'), current_date + 7);
insert into public.blocks (blocker_id, blocked_id, made_at) values
	(pg_temp.id('me'), pg_temp.id('refuser'), now()), (pg_temp.id('asker'), pg_temp.id('me'), now());
insert into public.reports (
	id, neighbourhood_id, reporter_id, about_id, subject, post_id, copied, reason, words, reported_at,
	appealed_at, appeal_words
) values
	(pg_temp.id('by me'), pg_temp.id('here'), pg_temp.id('resident me'), pg_temp.id('resident owner'), 'post', pg_temp.id('owner post'), 'Wat ik las', 'money', 'Het kost geld', now(), null, null),
	(pg_temp.id('about me'), pg_temp.id('here'), pg_temp.id('resident stranger'), pg_temp.id('resident me'), 'post', pg_temp.id('my post'), 'Mijn woorden', 'unkind', 'Klacht van een ander', now(), now(), 'Niet eerlijk');
insert into public.report_acts (report_id, nth, staff_id, act, until, acted_at) values
	(pg_temp.id('about me'), 1, pg_temp.id('staff guide'), 'talked', null, now()),
	(pg_temp.id('about me'), 2, pg_temp.id('staff guide'), 'paused', current_date + 7, now());

-- What I asked of the contact person, what I answered as one, and a mail to me.
insert into public.contact_requests (
	id, neighbourhood_id, author_id, topic, words, call_time, telephone, nuisance, nuisance_when, severity,
	talk, asked_at, holder, both_see, handover_asked_at, state, promised_at, line, line_by_id, warned_at,
	closed_at, helped
) values
	(pg_temp.id('my worry'), pg_temp.id('here'), pg_temp.id('resident me'), 'worry', 'Ik maak me <b>zorgen</b>', 'morning', '06 - 61 61 61 61', null, null, null, null, now(), 'stand_in', true, null, 'closed', now(), 'Ik ben langs geweest.', pg_temp.id('staff guide'), now(), now(), true),
	(pg_temp.id('my nuisance'), pg_temp.id('here'), pg_temp.id('resident me'), 'nuisance', 'Muziek in de nacht', null, null, 'noise', 'night', 2, 'with_me', now(), 'contact_person', false, now(), 'planned', now() + interval '2 days', null, null, null, null, null),
	(pg_temp.id('friend asks'), pg_temp.id('here'), pg_temp.id('resident friend'), 'app', 'Vraag van een ander', 'evening', '06 - 71 71 71 71', null, null, null, null, now(), 'contact_person', false, null, 'today', now(), 'Antwoord aan een ander, van een ander', pg_temp.id('staff me'), null, null, null);
insert into public.contact_counts (neighbourhood_id, month, topic, times)
values (pg_temp.id('here'), date_trunc('month', now())::date, 'worry', 2);
insert into public.contact_numbers (resident_id, telephone) values
	(pg_temp.id('resident me'), '06 - 51 51 51 51'), (pg_temp.id('resident friend'), '06 - 52 52 52 52');
insert into public.local_services (id, neighbourhood_id, kind, name, ask, telephone)
values (pg_temp.id('service'), pg_temp.id('here'), 'police', 'Wijkagent', 'Over veiligheid in de straat.', '0900 1234');
-- A speaker whom a facilitator wrote down: of nobody with an account.
insert into public.speakers (id, neighbourhood_id, name, email)
values (pg_temp.id('speaker'), pg_temp.id('here'), 'Spreker', 'spreker@example.org');
insert into public.speaker_topics (speaker_id, topic) values (pg_temp.id('speaker'), 'money');
insert into public.speaker_free_days (speaker_id, weekday, part) values (pg_temp.id('speaker'), 2, 'morning');
insert into public.speaker_away (speaker_id, first_on, last_on)
values (pg_temp.id('speaker'), current_date, current_date + 7);
-- I asked a speaker to come to my group last week, and somebody else asked one for next week.
insert into private.speaker_wishes (id, group_id, topic, wished_at, settled_at)
select pg_temp.id('speaker wish ' || n), pg_temp.id('mine'), 'money', now(), case when n = -1 then now() end
from unnest(array[-1, 1]) n;
insert into private.bookings (
	id, neighbourhood_id, wish_id, meetup_id, speaker_id, asked_by, link_hash, state, asked_at,
	starts_at, ends_at, reason, thanks
)
select
	pg_temp.id('booking ' || b.n), pg_temp.id('here'), pg_temp.id('speaker wish ' || b.n), m.id,
	pg_temp.id('speaker'), pg_temp.id(b.asker), sha256(('link ' || b.n)::bytea), 'booked', now(), m.starts_at,
	m.ends_at, b.reason, b.thanks
from (values (-1, 'staff me', 'De trein reed niet.', 2), (1, 'staff guide', null, null)) b (n, asker, reason, thanks)
join public.meetups m on m.id = pg_temp.id('mine ' || b.n);
insert into private.booking_dates (booking_id, meetup_id, starts_at)
select b.id, b.meetup_id, b.starts_at from private.bookings b;
insert into private.booking_thanks (booking_id, resident_id) values
	(pg_temp.id('booking -1'), pg_temp.id('resident me')), (pg_temp.id('booking -1'), pg_temp.id('resident mate'));
insert into private.calendar_feeds (profile_id, kind, nonce, token_hash, made_at)
select pg_temp.id(kind), 'own', pg_temp.id('nonce ' || kind), sha256(kind::bytea), now()
from unnest(array['me', 'mate']) kind;
insert into private.outbox
	(id, kind, profile_id, neighbourhood_id, subject_id, made_at, tries, next_try_at, sent_at, failed_at)
select
	pg_temp.id('mail to ' || kind), 'request_waits', pg_temp.id(kind), pg_temp.id('here'), pg_temp.id('what'), now(), 2, now(), now(), now()
from unnest(array['me', 'guide']) kind;

-- The organisation: I work for it, was asked to take a role, and got and gave some.
insert into public.organisers (id, profile_id, first_name) values
	(pg_temp.id('organises me'), pg_temp.id('me'), 'Me'),
	(pg_temp.id('organises stranger'), pg_temp.id('stranger'), 'Stranger');
insert into private.appointments (
	id, role, neighbourhood_id, first_name, email, telephone, invited_by, invited_at, expires_at
) values
	(pg_temp.id('asked of me'), 'stand_in', pg_temp.id('here'), 'Me', 'me@example.nl', '06 - 81 81 81 81', pg_temp.id('organises stranger'), now(), now() + interval '14 days'),
	(pg_temp.id('asked by me'), 'organiser', null, 'Naam van een ander', 'elders@example.org', null, pg_temp.id('organises me'), now(), now() + interval '14 days');
insert into private.organisation_acts (
	act, role, neighbourhood_id, neighbourhood_name, actor_id, actor_name, person_id, person_name, acted_at
) values
	('appointed', 'contact_person', pg_temp.id('here'), 'Lindebuurt', null, 'Wie mij vroeg', pg_temp.id('me'), 'Me', now()),
	('invited', 'organiser', pg_temp.id('here'), 'Lindebuurt', pg_temp.id('me'), 'Me', null, 'Naam van een ander', now());

-- Care: I am a client of one organisation, and a worker and administrator of another.
insert into care.organisations (id, name) values
	(pg_temp.id('nabij'), 'Nabij'), (pg_temp.id('verder'), 'Verder');
insert into care.workers (id, organisation_id, profile_id, first_name, face, telephone, email)
select
	pg_temp.id('works ' || kind), pg_temp.id(o), pg_temp.id(kind), initcap(kind), 'owl', telephone, kind || '@example.org'
from (values
	('worker', 'nabij', '06 11111111'), ('replaced', 'nabij', null), ('me', 'verder', '06 - 22 33 44 55')
) w (kind, o, telephone);
insert into care.administrators (profile_id, organisation_id, first_name) values
	(pg_temp.id('administrator'), pg_temp.id('nabij'), 'Administrator'),
	(pg_temp.id('me'), pg_temp.id('verder'), 'Me');
insert into care.invitations (worker_id, code_hash, made_at, expires_at)
values (pg_temp.id('works me'), sha256('invitation'), now(), now() + interval '30 days');
insert into care.consents (id, client_id, organisation_id, version, given_at, withdrawn_at) values
	(pg_temp.id('consent'), pg_temp.id('me'), pg_temp.id('nabij'), 1, now() - interval '40 days', null),
	(pg_temp.id('withdrawn'), pg_temp.id('me'), pg_temp.id('verder'), 1, now() - interval '50 days', now() - interval '45 days'),
	(gen_random_uuid(), pg_temp.id('client'), pg_temp.id('verder'), 1, now() - interval '40 days', null);
insert into care.relations (
	id, client_id, worker_id, organisation_id, started_on, ended_on, replaces_id, sees_balance,
	sees_next_meetup, client_telephone, call_asked_at, shared_at
) values
	(pg_temp.id('before'), pg_temp.id('me'), pg_temp.id('works replaced'), pg_temp.id('nabij'), current_date - 40, current_date - 10, null, false, false, null, null, null),
	(pg_temp.id('relation'), pg_temp.id('me'), pg_temp.id('works worker'), pg_temp.id('nabij'), current_date - 10, null, pg_temp.id('before'), true, true, '06 - 44 55 66 77', now() - interval '1 day', now() - interval '2 days'),
	(pg_temp.id('other relation'), pg_temp.id('client'), pg_temp.id('works me'), pg_temp.id('verder'), current_date - 10, null, null, true, true, '06 33333333', now(), now());
insert into care.sentence_shares (relation_id, client_id, sentence_id) values
	(pg_temp.id('relation'), pg_temp.id('me'), pg_temp.id('want me')),
	(pg_temp.id('other relation'), pg_temp.id('client'), pg_temp.id('want client'));
insert into care.proposals (id, relation_id, goal_id, kind, words, proposed_at) values
	(pg_temp.id('proposal'), pg_temp.id('relation'), pg_temp.id('goal me'), 'step', 'Koop meel', now()),
	(pg_temp.id('new wish'), pg_temp.id('relation'), null, 'want', 'Ik wil zingen', now()),
	(gen_random_uuid(), pg_temp.id('other relation'), pg_temp.id('goal client'), 'step', 'Voorstel voor een ander', now());
select pg_temp.act_as('worker');
select care.note_look('Worker', 'support_worker', 'Nabij', pg_temp.id('me'), 'plan', 'consent', false);
select pg_temp.act_as('me');
select care.note_look('Me zelf', 'support_worker', 'Verder', pg_temp.id('client'), 'list', 'consent', false);
select care.note_look('Me zelf', 'other', null, pg_temp.id('me'), 'plan', 'none', true);
select set_config('request.jwt.claims', '', false);

select private.note_attempt('code_email', 'me@example.nl'), private.note_attempt('code_check', 'me@example.nl'),
	private.note_attempt('invite_account', pg_temp.id('me')::text), private.note_attempt('refused_look', pg_temp.id('me')::text);
