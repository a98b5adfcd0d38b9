-- One of each kind of person, around two groups of one neighbourhood: a full one (with a waiting
-- list) and an open one (with chair requests). An account's id is the md5 of its kind. The kinds
-- member, asker, waiter and leaver are only who the rows are about.

create function pg_temp.resident(kind text) returns uuid language sql as $$
	select md5('resident ' || kind)::uuid;
$$;

insert into public.neighbourhoods (id, slug, name) values
	(md5('here')::uuid, 'here', 'Here'), (md5('there')::uuid, 'there', 'There');

insert into auth.users (id, email)
select md5(kind)::uuid, kind || '@example.nl'
from unnest(array[
	'elsewhere', 'resident', 'asking', 'waiting', 'mate', 'host', 'facilitator', 'contact_person',
	'supporter', 'worker', 'administrator', 'organiser', 'member', 'asker', 'waiter', 'leaver'
]) kind;
insert into public.profiles (id) select id from auth.users;
insert into public.residents (id, neighbourhood_id, profile_id, first_name)
select
	pg_temp.resident(kind), md5(case kind when 'elsewhere' then 'there' else 'here' end)::uuid,
	md5(kind)::uuid, kind
from unnest(array[
	'elsewhere', 'resident', 'asking', 'waiting', 'mate', 'host', 'supporter', 'member', 'asker',
	'waiter', 'leaver'
]) kind;
insert into public.staff (id, neighbourhood_id, profile_id, role, first_name) values
	(md5('facilitator')::uuid, md5('here')::uuid, md5('facilitator')::uuid, 'facilitator', 'F'),
	(md5('contact_person')::uuid, md5('here')::uuid, md5('contact_person')::uuid, 'contact_person', 'C'),
	(md5('elsewhere')::uuid, md5('there')::uuid, md5('elsewhere')::uuid, 'facilitator', 'E');
insert into public.contact_hours (staff_id, weekday, opens_at, closes_at)
select id, 1, '09:00', '17:00' from public.staff;

insert into public.groups (
	id, neighbourhood_id, name, place_name, capacity, weekday, starts_at, duration_minutes, closed_at
) values
	(md5('full')::uuid, md5('here')::uuid, 'Full', 'Place', 3, 1, '10:00', 60, null),
	(md5('open')::uuid, md5('here')::uuid, 'Open', 'Place', 8, 2, '10:00', 60, null),
	(md5('closed')::uuid, md5('here')::uuid, 'Closed', 'Place', 8, 3, '10:00', 60, now()),
	(md5('far')::uuid, md5('there')::uuid, 'Far', 'Place', 8, 1, '10:00', 60, null);
insert into public.group_places (group_id, address) values (md5('full')::uuid, 'Street 1');
insert into public.memberships (group_id, resident_id, is_host, since)
select md5(g)::uuid, pg_temp.resident(kind), kind = 'host', now()
from unnest(array['full', 'open']) g, unnest(array['host', 'mate', 'member']) kind
union all
select md5('far')::uuid, pg_temp.resident('elsewhere'), true, now();
insert into public.waitlist (group_id, resident_id, since)
select md5('full')::uuid, pg_temp.resident(kind), now() from unnest(array['waiter', 'waiting']) kind;
insert into public.chair_requests (group_id, resident_id, asked_at)
select md5('open')::uuid, pg_temp.resident(kind), now() from unnest(array['asker', 'asking']) kind;
insert into public.waiting_moments (resident_id, weekday, part)
values (pg_temp.resident('waiter'), 2, 'morning');
insert into public.chair_offers (group_id, resident_id, offered_at)
values (md5('open')::uuid, pg_temp.resident('waiter'), now());
insert into public.departures (group_id, resident_id, member_since, left_at)
values (md5('open')::uuid, pg_temp.resident('leaver'), now(), now());
insert into public.group_news (id, group_id, kind, happened_at)
values (md5('news')::uuid, md5('full')::uuid, 'resumed', now());

insert into public.meetups (id, group_id, week, starts_at, ends_at)
select
	md5('week ' || n)::uuid, md5('full')::uuid, date_trunc('week', now())::date + 7 * n,
	now() + make_interval(days => 7 * n), now() + make_interval(days => 7 * n, hours => 1)
from unnest(array[-1, 1, 2]) n;
insert into public.absences (meetup_id, resident_id)
select md5('week ' || n)::uuid, pg_temp.resident('member') from unnest(array[-1, 1]) n;
insert into public.guests (meetup_id, resident_id, comes) values
	(md5('week 1')::uuid, pg_temp.resident('waiter'), true),
	(md5('week 2')::uuid, pg_temp.resident('waiter'), false);
insert into public.activity_wishes (meetup_id, resident_id, activity)
values (md5('week 1')::uuid, pg_temp.resident('member'), 'walk');

insert into public.goals (id, owner_id, starts_on, ends_on, created_at)
values (md5('goal')::uuid, md5('member')::uuid, current_date, current_date + 56, now());
insert into public.goal_sentences (id, goal_id, owner_id, kind, words, written_at) values
	(md5('want')::uuid, md5('goal')::uuid, md5('member')::uuid, 'want', 'Swim', now()),
	(md5('step')::uuid, md5('goal')::uuid, md5('member')::uuid, 'step', 'Ask', now());
insert into public.supporters (id, owner_id, supporter_id, invited_at, accepted_at, declined_at) values
	(md5('support')::uuid, md5('member')::uuid, md5('supporter')::uuid, now(), now(), null),
	(md5('refusal')::uuid, md5('member')::uuid, md5('mate')::uuid, now(), null, now());
insert into public.sentence_shares (owner_id, sentence_id, supporter_id, shared_at)
values (md5('member')::uuid, md5('want')::uuid, md5('support')::uuid, now());
insert into public.balances (profile_id, level, set_at) values (md5('member')::uuid, -1, now());

insert into care.organisations (id, name) values (md5('organisation')::uuid, 'Organisation');
insert into care.workers (id, organisation_id, profile_id, first_name)
values (md5('works')::uuid, md5('organisation')::uuid, md5('worker')::uuid, 'W');
insert into care.administrators (profile_id, organisation_id, first_name)
values (md5('administrator')::uuid, md5('organisation')::uuid, 'A');
insert into care.consents (client_id, organisation_id, version, given_at)
values (md5('member')::uuid, md5('organisation')::uuid, 1, now());
insert into care.relations (id, client_id, worker_id, organisation_id, started_on)
values (
	md5('relation')::uuid, md5('member')::uuid, md5('works')::uuid, md5('organisation')::uuid, current_date
);
insert into care.sentence_shares (relation_id, client_id, sentence_id)
values (md5('relation')::uuid, md5('member')::uuid, md5('want')::uuid);

insert into public.blocks (blocker_id, blocked_id, made_at)
values (md5('member')::uuid, md5('leaver')::uuid, now());
insert into public.help_posts (
	id, neighbourhood_id, author_id, kind, category, words, moment, audience, group_id, state, placed_at,
	ask_at, proposer_id, hidden_at
)
select
	md5(p.name)::uuid, md5('here')::uuid, pg_temp.resident('member'), 'request', 'errands', p.name,
	'any_time', p.audience::public.help_audience, md5(p.circle)::uuid, p.state::public.help_state, now(), now(),
	case p.state when 'proposed' then md5('facilitator')::uuid end, p.hidden_at
from (values
	('post', 'neighbourhood', null, 'open', null), ('group post', 'group', 'full', 'open', null),
	('proposed post', 'neighbourhood', null, 'proposed', null),
	('resting post', 'neighbourhood', null, 'resting', null),
	('withdrawn post', 'neighbourhood', null, 'withdrawn', null),
	('hidden post', 'neighbourhood', null, 'open', now())
) p (name, audience, circle, state, hidden_at);
insert into public.help_asks (resident_id, asked_at) values (pg_temp.resident('asker'), now());
insert into public.help_answers (id, post_id, answerer_id, answered_at)
values (md5('answer')::uuid, md5('post')::uuid, pg_temp.resident('asker'), now());
insert into public.help_choices (answer_id, giver_id, choice) values
	(md5('answer')::uuid, pg_temp.resident('asker'), 'yes'),
	(md5('answer')::uuid, pg_temp.resident('member'), 'no');
insert into public.conversations (id, neighbourhood_id, kind, last_nth, last_at)
values (md5('talk')::uuid, md5('here')::uuid, 'help_match', 1, now());
insert into public.conversation_participants (id, conversation_id, profile_id, joined_at, left_at) values
	(md5('takes part')::uuid, md5('talk')::uuid, md5('member')::uuid, now(), null),
	(gen_random_uuid(), md5('talk')::uuid, md5('asker')::uuid, now(), null),
	(gen_random_uuid(), md5('talk')::uuid, md5('leaver')::uuid, now(), now());
insert into public.messages (id, conversation_id, nth, author_id, body, sent_at)
values (md5('message')::uuid, md5('talk')::uuid, 1, md5('takes part')::uuid, 'Hello', now());
insert into public.help_matches (
	id, answer_id, author_id, answerer_id, kind, category, words, moment, made_at, introduced_at,
	conversation_id
)
values (
	md5('match')::uuid, md5('answer')::uuid, pg_temp.resident('member'), pg_temp.resident('asker'),
	'request', 'errands', 'Who comes along?', 'any_time', now(), now(), md5('talk')::uuid
);
insert into public.help_skips (match_id, on_date, resident_id)
values (md5('match')::uuid, current_date, pg_temp.resident('member'));
insert into public.help_reflections (match_id, resident_id, feeling, felt_safe, written_at)
values (md5('match')::uuid, pg_temp.resident('member'), 1, false, now());
insert into public.help_thanks (match_id, from_id, words, sent_at)
values (md5('match')::uuid, pg_temp.resident('member'), 'Thanks', now());
insert into public.help_pauses (resident_id, until) values (pg_temp.resident('asker'), current_date + 7);
insert into public.reports (id, neighbourhood_id, reporter_id, about_id, subject, reason, reported_at)
values (
	md5('report')::uuid, md5('here')::uuid, pg_temp.resident('member'), pg_temp.resident('asker'), 'person',
	'other', now()
);
insert into public.report_acts (report_id, nth, staff_id, act, acted_at)
values (md5('report')::uuid, 1, md5('contact_person')::uuid, 'talked', now());

insert into public.staff_absences (id, staff_id, first_on, last_on)
values (md5('leave')::uuid, md5('contact_person')::uuid, current_date, current_date + 7);
insert into public.contact_requests (
	id, neighbourhood_id, author_id, topic, call_time, telephone, nuisance, nuisance_when, severity, talk,
	asked_at, holder, both_see, promised_at
) values
	(md5('request')::uuid, md5('here')::uuid, pg_temp.resident('member'), 'worry', 'any_time', '06 12345678', null, null, null, null, now(), 'contact_person', true, now()),
	(md5('nameless request')::uuid, md5('here')::uuid, null, 'nuisance', null, null, 'noise', 'night', 1, 'with_me', now(), 'contact_person', false, now());
insert into public.contact_counts (neighbourhood_id, month, topic, times)
values (md5('here')::uuid, '2026-11-01', 'worry', 12);
insert into public.contact_numbers (resident_id, telephone) values (pg_temp.resident('member'), '06 12345678');
insert into public.local_services (id, neighbourhood_id, kind, name, ask)
values (md5('service')::uuid, md5('here')::uuid, 'police', 'Police', 'A question');
insert into public.organisers (id, profile_id, first_name)
values (md5('organises')::uuid, md5('organiser')::uuid, 'O');

insert into public.speakers (id, neighbourhood_id, name, email)
values (md5('speaker')::uuid, md5('here')::uuid, 'Speaker', 'speaker@example.nl');
insert into public.speaker_topics (speaker_id, topic) values (md5('speaker')::uuid, 'money');
insert into public.speaker_free_days (speaker_id, weekday, part) values (md5('speaker')::uuid, 2, 'morning');
insert into public.speaker_away (speaker_id, first_on, last_on)
values (md5('speaker')::uuid, current_date, current_date + 7);

insert into public.residents (id, neighbourhood_id, first_name)
values (pg_temp.resident('nobody'), md5('here')::uuid, 'nobody');
insert into public.reach_notes (resident_id, words) values (pg_temp.resident('nobody'), 'Ring next door');
insert into public.answered_for (meetup_id, resident_id, by_id)
values (md5('week 1')::uuid, pg_temp.resident('member'), md5('host')::uuid);
