-- What is kept for how long, what everybody may ask about it, and stopping.
begin;
select plan(77);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['ana', 'bob', 'cas', 'dirk', 'els', 'fay']) person;
select pg_temp.account('worker'), pg_temp.account('boss'), pg_temp.account('lost');
select pg_temp.works('guide', 'oost', 'facilitator'), pg_temp.works('contact', 'oost', 'contact_person');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 3, 'ana', 'bob', 'cas'), pg_temp.circle('solo', 8, 'ana');

-- Retention --------------------------------------------------------------------------------------------

-- Of every rule two rows: one just past its term, one just not.
create function pg_temp.ago(term interval) returns timestamptz language sql as $$
	select private.clock() - term - interval '1 minute';
$$;
create function pg_temp.not_yet(term interval) returns timestamptz language sql as $$
	select private.clock() - term + interval '1 minute';
$$;

insert into private.attempts (kind, subject, made_at) values
	('code_email', 'old', pg_temp.ago('2 hours')), ('code_email', 'new', pg_temp.not_yet('2 hours')),
	('contact_request', 'old today', pg_temp.ago('1 day')), ('contact_request', 'today', pg_temp.not_yet('1 day'));
insert into public.departures (group_id, resident_id, member_since, left_at) values
	(md5('koffie')::uuid, md5('r dirk')::uuid, now(), pg_temp.ago('1 day')),
	(md5('koffie')::uuid, md5('r els')::uuid, now(), pg_temp.not_yet('1 day'));
insert into public.groups (id, neighbourhood_id, name, place_name, weekday, starts_at, duration_minutes, closed_at)
values
	(md5('dicht')::uuid, md5('oost')::uuid, 'dicht', 'Buurthuis', 3, '14:00', 90, pg_temp.ago('7 days')),
	(md5('net dicht')::uuid, md5('oost')::uuid, 'net dicht', 'Buurthuis', 3, '14:00', 90, pg_temp.not_yet('7 days'));
insert into public.group_news (group_id, kind, happened_at) values
	(md5('koffie')::uuid, 'resumed', pg_temp.ago('56 days')), (md5('koffie')::uuid, 'paused', pg_temp.not_yet('56 days'));
insert into public.meetups (id, group_id, week, starts_at, ends_at) values
	(md5('a year')::uuid, md5('koffie')::uuid, '2025-11-17', pg_temp.ago('1 year') - interval '1 hour', pg_temp.ago('1 year')),
	(md5('within')::uuid, md5('koffie')::uuid, '2025-11-24', pg_temp.not_yet('1 year') - interval '1 hour', pg_temp.not_yet('1 year')),
	(md5('weeks')::uuid, md5('koffie')::uuid, '2026-09-21', pg_temp.ago('56 days') - interval '1 hour', pg_temp.ago('56 days')),
	(md5('recent')::uuid, md5('koffie')::uuid, '2026-09-28', pg_temp.not_yet('56 days') - interval '1 hour', pg_temp.not_yet('56 days'));
insert into public.absences (meetup_id, resident_id) values
	(md5('weeks')::uuid, md5('r ana')::uuid), (md5('recent')::uuid, md5('r ana')::uuid);
insert into public.guests (meetup_id, resident_id, comes) values
	(md5('weeks')::uuid, md5('r els')::uuid, true), (md5('recent')::uuid, md5('r els')::uuid, true);
insert into public.activity_wishes (meetup_id, resident_id, activity) values
	(md5('weeks')::uuid, md5('r bob')::uuid, 'walk'), (md5('recent')::uuid, md5('r bob')::uuid, 'walk');
insert into public.answered_for (meetup_id, resident_id, by_id) values
	(md5('weeks')::uuid, md5('r cas')::uuid, md5('guide')::uuid), (md5('recent')::uuid, md5('r cas')::uuid, md5('guide')::uuid);
insert into public.supporters (owner_id, supporter_id, name, invited_at, accepted_at) values
	(md5('ana')::uuid, null, 'old', pg_temp.ago('30 days'), null),
	(md5('ana')::uuid, null, 'new', pg_temp.not_yet('30 days'), null),
	(md5('ana')::uuid, md5('bob')::uuid, 'yes', pg_temp.ago('3 years'), pg_temp.ago('3 years'));
insert into private.proposals (supporter_id, kind, words, proposed_at)
select s.id, 'want', w.words, w.moment
from public.supporters s, (values ('old', pg_temp.ago('56 days')), ('new', pg_temp.not_yet('56 days'))) w (words, moment)
where s.name = 'yes';
insert into private.invite_codes (code_hash, kind, neighbourhood_id, expires_at) values
	('old', 'poster', md5('oost')::uuid, pg_temp.ago('30 days')),
	('new', 'poster', md5('oost')::uuid, pg_temp.not_yet('30 days'));
insert into private.appointments (id, role, first_name, email, invited_at, expires_at) values
	(md5('asked old')::uuid, 'organiser', 'Old', 'old@example.nl', pg_temp.ago('30 days'), now()),
	(md5('asked new')::uuid, 'organiser', 'New', 'new@example.nl', pg_temp.not_yet('30 days'), now());
insert into private.organisation_acts (act, acted_at) values
	('opened', pg_temp.ago('2 years')), ('closed', pg_temp.not_yet('2 years'));
insert into care.organisations (id, name) values (md5('nabij')::uuid, 'Nabij'), (md5('verder')::uuid, 'Verder');
insert into care.workers (id, organisation_id, profile_id, first_name, telephone)
values (md5('w')::uuid, md5('nabij')::uuid, md5('worker')::uuid, 'Worker', '06 11111111');
insert into care.administrators (profile_id, organisation_id, first_name)
values (md5('boss')::uuid, md5('nabij')::uuid, 'Boss');
insert into care.invitations (worker_id, code_hash, made_at, expires_at) values
	(md5('w')::uuid, 'old', pg_temp.ago('30 days'), now()), (md5('w')::uuid, 'new', pg_temp.not_yet('30 days'), now());
insert into care.consents (client_id, organisation_id, version, given_at, withdrawn_at) values
	(md5('ana')::uuid, md5('nabij')::uuid, 1, pg_temp.ago('3 years'), null),
	(md5('cas')::uuid, md5('nabij')::uuid, 1, pg_temp.ago('3 years'), pg_temp.ago('2 years')),
	(md5('cas')::uuid, md5('verder')::uuid, 1, pg_temp.ago('3 years'), pg_temp.not_yet('2 years')),
	(md5('dirk')::uuid, md5('verder')::uuid, 1, pg_temp.ago('2 years'), null),
	(md5('els')::uuid, md5('verder')::uuid, 1, pg_temp.not_yet('2 years'), null);
insert into care.relations (id, client_id, worker_id, organisation_id, started_on, ended_on) values
	(md5('now')::uuid, md5('ana')::uuid, md5('w')::uuid, md5('nabij')::uuid, '2023-01-01', null),
	(md5('before')::uuid, md5('ana')::uuid, md5('w')::uuid, md5('nabij')::uuid, '2023-01-01', '2024-11-23'),
	(md5('lately')::uuid, md5('ana')::uuid, md5('w')::uuid, md5('nabij')::uuid, '2023-01-01', '2024-11-25');
insert into care.proposals (relation_id, kind, words, proposed_at) values
	(md5('now')::uuid, 'want', 'old', pg_temp.ago('56 days')), (md5('now')::uuid, 'want', 'new', pg_temp.not_yet('56 days'));

create function pg_temp.post(name text, state text, placed timestamptz) returns void language sql as $$
	insert into public.help_posts (
		id, neighbourhood_id, author_id, kind, category, words, moment, audience, state, placed_at, ask_at
	) values (
		md5(name)::uuid, md5('oost')::uuid, md5('r ana')::uuid, 'offer', 'errands', name, 'any_time',
		'neighbourhood', state::public.help_state, placed, private.clock()
	);
$$;
create function pg_temp.answer(person text, made timestamptz) returns void language sql as $$
	insert into public.help_answers (id, post_id, answerer_id, answered_at)
	values (md5('answer ' || person)::uuid, md5('stands')::uuid, md5('r ' || person)::uuid, made);
	insert into public.help_matches (
		id, answer_id, author_id, answerer_id, kind, category, words, moment, made_at
	)
	values (
		md5('match ' || person)::uuid, md5('answer ' || person)::uuid, md5('r ana')::uuid,
		md5('r ' || person)::uuid, 'offer', 'errands', 'stands', 'any_time', made
	);
$$;
select pg_temp.post('stands', 'open', pg_temp.ago('3 years')), pg_temp.post('rests', 'resting', pg_temp.ago('3 years')),
	pg_temp.post('old gone', 'withdrawn', pg_temp.ago('56 days')), pg_temp.post('gone', 'withdrawn', pg_temp.not_yet('56 days')),
	pg_temp.answer('bob', pg_temp.ago('2 years')), pg_temp.answer('cas', pg_temp.not_yet('2 years'));
-- What ana and cas agreed on before they stopped and agreed anew.
insert into public.help_matches (
	id, answer_id, author_id, answerer_id, kind, category, words, moment, made_at, stopped_at
)
select
	md5('match before')::uuid, m.answer_id, m.author_id, m.answerer_id, m.kind, m.category, m.words, m.moment,
	pg_temp.ago('2 years'), pg_temp.ago('2 years')
from public.help_matches m where m.id = md5('match cas')::uuid;
insert into public.help_asks (resident_id, asked_at) values
	(md5('r dirk')::uuid, pg_temp.ago('56 days')), (md5('r els')::uuid, pg_temp.not_yet('56 days'));
insert into public.help_skips (match_id, on_date, resident_id) values
	(md5('match cas')::uuid, '2026-09-28', md5('r ana')::uuid), (md5('match cas')::uuid, '2026-09-30', md5('r ana')::uuid);
insert into public.help_reflections (match_id, resident_id, feeling, written_at) values
	(md5('match cas')::uuid, md5('r ana')::uuid, 1, pg_temp.ago('1 year')),
	(md5('match cas')::uuid, md5('r cas')::uuid, 3, pg_temp.not_yet('1 year'));
insert into public.help_thanks (match_id, from_id, words, sent_at) values
	(md5('match cas')::uuid, md5('r ana')::uuid, 'old', pg_temp.ago('1 year')),
	(md5('match cas')::uuid, md5('r cas')::uuid, 'new', pg_temp.not_yet('1 year'));
insert into public.help_pauses (resident_id, until) values
	(md5('r dirk')::uuid, '2026-11-22'), (md5('r els')::uuid, '2026-11-24');
insert into public.conversations (id, neighbourhood_id, kind, last_at) values
	(md5('old talk')::uuid, md5('oost')::uuid, 'direct', pg_temp.ago('1 year')),
	(md5('long talk')::uuid, md5('oost')::uuid, 'help_match', pg_temp.ago('1 year')),
	(md5('talk')::uuid, md5('oost')::uuid, 'direct', pg_temp.not_yet('1 year'));
update public.help_matches set conversation_id = md5('long talk')::uuid where id = md5('match cas')::uuid;
insert into public.messages (id, conversation_id, nth, body, sent_at) values
	(gen_random_uuid(), md5('talk')::uuid, 1, 'old', pg_temp.ago('1 year')),
	(gen_random_uuid(), md5('talk')::uuid, 2, 'new', pg_temp.not_yet('1 year'));
insert into public.reports (id, neighbourhood_id, reporter_id, about_id, subject, reason, reported_at)
select gen_random_uuid(), md5('oost')::uuid, md5('r ana')::uuid, md5('r bob')::uuid, 'person', 'other', moment
from unnest(array[pg_temp.ago('1 year'), pg_temp.not_yet('1 year')]) moment;

insert into public.contact_requests (
	id, neighbourhood_id, author_id, topic, words, call_time, telephone, asked_at, holder, both_see, state,
	promised_at, closed_at
)
select
	gen_random_uuid(), md5('oost')::uuid, md5('r ana')::uuid, 'worry', r.words, 'any_time', '06 12345678',
	r.asked_at, 'contact_person', false,
	case when r.closed_at is null then 'read' else 'closed' end::public.contact_state, r.asked_at, r.closed_at
from (values
	('closed long ago', pg_temp.ago('40 days'), pg_temp.ago('30 days')),
	('closed lately', pg_temp.ago('40 days'), pg_temp.not_yet('30 days')),
	('open for a year', pg_temp.ago('365 days'), null), ('open', pg_temp.not_yet('365 days'), null)
) r (words, asked_at, closed_at);
insert into public.contact_counts (neighbourhood_id, month, topic, times) values
	(md5('oost')::uuid, '2021-11-01', 'app', 12), (md5('oost')::uuid, '2021-12-01', 'app', 12);
insert into public.staff_absences (id, staff_id, first_on, last_on) values
	(md5('long back')::uuid, md5('s contact')::uuid, '2026-09-01', '2026-09-28'),
	(md5('back')::uuid, md5('s contact')::uuid, '2026-09-01', '2026-09-30');
insert into public.speakers (id, neighbourhood_id, name, email, archived_at)
select md5(s.name)::uuid, md5('oost')::uuid, s.name, 'spreker@example.nl', s.archived_at
from (values
	('long put away', pg_temp.ago('365 days')), ('put away', pg_temp.not_yet('365 days')), ('asked', null)
) s (name, archived_at);
insert into public.speaker_away (speaker_id, first_on, last_on) values
	(md5('asked')::uuid, '2026-09-01', '2026-09-28'), (md5('asked')::uuid, '2026-09-02', '2026-09-30');
-- Put away as long ago, but in the list of a year.
insert into public.speakers (id, neighbourhood_id, name, email, archived_at)
values (md5('came')::uuid, md5('oost')::uuid, 'came', 'kwam@example.nl', pg_temp.ago('365 days'));
insert into private.speaker_wishes (group_id, topic, wished_at, settled_at) values
	(md5('koffie')::uuid, 'money', pg_temp.ago('400 days'), pg_temp.ago('1 year')),
	(md5('koffie')::uuid, 'food', pg_temp.ago('400 days'), pg_temp.not_yet('1 year'));
insert into private.bookings (id, neighbourhood_id, speaker_id, link_hash, state, asked_at, starts_at, ends_at)
select md5(b.name)::uuid, md5('oost')::uuid, md5('came')::uuid, sha256(b.name::bytea), 'booked', b.ends_at, b.ends_at - interval '1 hour', b.ends_at
from (values
	('a year past', pg_temp.ago('1 year')), ('a year', pg_temp.not_yet('1 year') + interval '2 hours'),
	('a week past', pg_temp.ago('7 days')), ('a week', pg_temp.not_yet('7 days') + interval '2 hours')
) b (name, ends_at);
insert into private.booking_thanks (booking_id, resident_id) values
	(md5('a week past')::uuid, md5('r ana')::uuid), (md5('a week')::uuid, md5('r ana')::uuid);
insert into private.outbox (kind, profile_id, neighbourhood_id, made_at)
select 'request_waits', md5('contact')::uuid, md5('oost')::uuid, moment
from unnest(array[pg_temp.ago('7 days'), pg_temp.not_yet('7 days')]) moment;

-- Looks come in the order of their days, as they are made.
create function pg_temp.looked(moment timestamptz, what text) returns void language plpgsql as $$
begin
	perform set_config('buurtplein.now', moment::text, true);
	perform set_config('request.jwt.claims', json_build_object('sub', md5('worker')::uuid)::text, true);
	perform care.note_look('Worker', 'support_worker', 'Nabij', md5('ana')::uuid, what, 'consent', false);
	perform set_config('request.jwt.claims', '', true);
	perform set_config('buurtplein.now', '2026-11-24 12:00+01', true);
end;
$$;
select pg_temp.looked('2024-11-23 23:00+00', 'list'), pg_temp.looked('2024-11-24 09:00+00', 'list'),
	pg_temp.looked('2024-11-24 13:00+00', 'plan'), pg_temp.looked('2026-11-24 10:00+00', 'plan');

create temporary table kept as
select r.table_name, 0 as rows_before, 0 as expired, 0 as rows_after from private.retention r;
do $$
declare
	rule private.retention;
	counted integer;
begin
	for rule in select * from private.retention loop
		execute format('select count(*) from %s', rule.table_name) into counted;
		update kept set rows_before = counted where table_name = rule.table_name;
	end loop;
	update kept k set expired = d.expired_rows from private.apply_retention() d
	where d.table_name = k.table_name;
	for rule in select * from private.retention loop
		execute format('select count(*) from %s', rule.table_name) into counted;
		update kept set rows_after = counted where table_name = rule.table_name;
	end loop;
end;
$$;
select is_empty('select * from kept where rows_after <> rows_before', 'a dry run removes nothing');
select results_eq(
	'select table_name, expired from kept order by 1',
	$$values ('care.consents', 2), ('care.invitations', 1), ('care.looks', 1), ('care.proposals', 1),
		('care.relations', 1), ('private.appointments', 1), ('private.attempts', 2), ('private.booking_thanks', 1),
		('private.bookings', 1), ('private.invite_codes', 1), ('private.organisation_acts', 1),
		('private.outbox', 1), ('private.proposals', 1), ('private.speaker_wishes', 1),
		('public.absences', 1), ('public.activity_wishes', 1),
		('public.answered_for', 1), ('public.contact_counts', 1), ('public.contact_requests', 2), ('public.conversations', 1), ('public.departures', 1),
		('public.group_news', 1), ('public.groups', 1), ('public.guests', 1), ('public.help_answers', 1),
		('public.help_asks', 1), ('public.help_matches', 1), ('public.help_pauses', 1), ('public.help_posts', 1),
		('public.help_reflections', 1), ('public.help_skips', 1), ('public.help_thanks', 1),
		('public.meetups', 1), ('public.messages', 1), ('public.reports', 1), ('public.speaker_away', 1),
		('public.speakers', 1), ('public.staff_absences', 1),
		('public.supporters', 1)$$,
	'it counts what is past its term, of every rule'
);
select results_eq(
	'select table_name, expired_rows from private.apply_retention(false) order by 1',
	'select table_name, expired::bigint from kept order by 1',
	'applied, it removes as many'
);
select is_empty(
	'select from private.apply_retention() where expired_rows > 0', 'after that nothing is past its term'
);
select results_eq(
	'select convert_from(subject, ''UTF8'') collate "default" from private.attempts order by 1', array['new', 'today'],
	'a recent try stays, and one that counts for a day'
);
select results_eq(
	'select words from public.help_posts order by words', array['gone', 'rests', 'stands'],
	'a post stays as long as it stands or rests, and eight weeks after it was taken away'
);
select results_eq('select id from public.help_matches', array[md5('match cas')::uuid], 'what two agreed on stays two years');
select results_eq('select body from public.messages', array['new'], 'messages of a year stay');
select results_eq(
	'select id from public.conversations order by id', 'select md5(t)::uuid from unnest(array[''long talk'', ''talk'']) t order by 1',
	'and conversations, longer while what they are about goes on'
);
select results_eq(
	'select words from public.contact_requests order by words', array['closed lately', 'open'],
	'what was asked of the contact person stays thirty days after it is closed, and a year at most'
);
select results_eq('select month from public.contact_counts', array[date '2021-12-01'], 'counts of five years stay');
select results_eq('select id from public.staff_absences', array[md5('back')::uuid], 'days away stay eight weeks');
select results_eq(
	'select first_name from private.appointments', array['New'], 'who was asked to take a role has a month'
);
select results_eq('select act from private.organisation_acts', array['closed'], 'what the organisation did stays two years');
select results_eq(
	'select name from public.speakers order by name', array['asked', 'came', 'put away'],
	'speakers stay, and a year after they were put away, longer while it is known where they came'
);
select results_eq('select topic::text from private.speaker_wishes', array['food'], 'what a group wished is known for a year');
select results_eq(
	'select id from private.bookings order by ends_at',
	array[md5('a year')::uuid, md5('a week past')::uuid, md5('a week')::uuid], 'so is who came'
);
select results_eq('select booking_id from private.booking_thanks', array[md5('a week')::uuid], 'who said thank you, a week');
select results_eq('select last_on from public.speaker_away', array[date '2026-09-30'], 'when they were away, eight weeks');
select is((select count(*) from private.outbox), 1::bigint, 'that a mail went is known for a week');
select results_eq('select resident_id from public.departures', array[md5('r els')::uuid], 'who left today may still come back');
select results_eq(
	'select name from public.groups order by name', array['koffie', 'net dicht', 'solo'],
	'a group that closed this week stays, and one that meets'
);
select ok(
	exists (select from public.group_news where kind = 'paused')
		and not exists (select from public.group_news where kind = 'resumed'),
	'news of eight weeks stays'
);
select results_eq(
	'select md5(w.name)::uuid from (values (''within''), (''weeks''), (''recent'')) w (name)
		where exists (select from public.meetups m where m.id = md5(w.name)::uuid) order by w.name',
	array[md5('recent')::uuid, md5('weeks')::uuid, md5('within')::uuid], 'meetups of a year stay'
);
select results_eq('select meetup_id from public.absences', array[md5('recent')::uuid], 'absences of eight weeks stay');
select results_eq('select meetup_id from public.guests', array[md5('recent')::uuid], 'guests of eight weeks stay');
select results_eq('select meetup_id from public.activity_wishes', array[md5('recent')::uuid], 'wishes of eight weeks stay');
select results_eq('select meetup_id from public.answered_for', array[md5('recent')::uuid], 'so does who said it for somebody');
select results_eq(
	'select name from public.supporters order by name', array['new', 'yes'],
	'a question of thirty days stays, and a supporter for as long as both like'
);
select results_eq('select convert_from(code_hash, ''UTF8'') collate "default" from private.invite_codes', array['new'], 'a code stays thirty days after its end');
select results_eq('select convert_from(code_hash, ''UTF8'') collate "default" from care.invitations', array['new'], 'a code nobody used stays thirty days');
select results_eq(
	$$select (u.email || ' ' || o.name)::text collate "default" from care.consents c
	join auth.users u on u.id = c.client_id join care.organisations o on o.id = c.organisation_id order by 1$$,
	array['ana@example.nl Nabij', 'cas@example.nl Verder', 'els@example.nl Verder'],
	'a consent stays while there is support, and two years after'
);
select results_eq(
	'select id from care.relations order by id', array(select md5(n)::uuid from unnest(array['now', 'lately']) n order by 1),
	'support that goes on stays, and what ended two years ago'
);
select results_eq('select words from care.proposals', array['new'], 'a proposal stays eight weeks');
select results_eq(
	'select what from care.looks order by id', array['list', 'plan', 'plan'], 'looks of two years stay, by whole days'
);
select is_empty('select * from care.broken_looks()', 'so that the chain holds from its first day on');
select is_empty(
	$$select c.oid::regclass from pg_class c
	where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
		and coalesce(obj_description(c.oid, 'pg_class'), '') !~ 'Term: [^.]+\.$'$$,
	'every table says how long it keeps'
);
select is_empty(
	$$select r.table_name from private.retention r where to_regclass(r.table_name) is null$$,
	'every rule is about a table'
);
select is(pg_temp.says('ana', 'select count(*)::text from private.retention'), '42501', 'the rules are not to be read');
select is(pg_temp.says('ana', 'select count(*)::text from private.apply_retention(false)'), '42501', 'nobody applies them by hand');

-- What others see of me ----------------------------------------------------------------------------------

create function pg_temp.shows(person text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.my_data_page() #>> %L', path));
$$;
select is(pg_temp.shows('visitor', '{}'), '42501', 'a visitor has no data page');
select is(pg_temp.shows('ana', '{groups}'), '["koffie", "solo"]', 'the groups whose neighbours see me');
select is(pg_temp.shows('ana', '{circle,0,firstName}'), 'Worker', 'who supports me comes first');
select is(pg_temp.shows('ana', '{circle,0,organisation}'), 'Nabij', 'with where from');
select is(pg_temp.shows('ana', '{circle,1,firstName}'), 'Bob', 'then my supporters');
select is(pg_temp.shows('ana', '{invited}'), '["new"]', 'and whom I asked');
select is(pg_temp.shows('bob', '{supported}'), '["Ana"]', 'whom I support');
select is(pg_temp.shows('dirk', '{circle}'), '[]', 'for most it is empty');
select is(pg_temp.shows('ana', '{neighbourhoods,0,contactPersons}'), '["Contact"]', 'who is there to be called');
select is(pg_temp.shows('contact', '{work,0,role}'), 'contact_person', 'what is public of who works here');
select is(pg_temp.shows('lost', '{eraseOn}'), null, 'who lives nowhere gets an answer too');

-- Everything about me ------------------------------------------------------------------------------------

create function pg_temp.exports(person text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.my_export() #>> %L', path));
$$;
select is(pg_temp.exports('visitor', '{}'), '42501', 'a visitor has nothing to download');
select is(pg_temp.exports('ana', '{signIn,users,0,email}'), 'ana@example.nl', 'my address is in my download');
select is(pg_temp.exports('ana', '{care,looks,0,lookerName}'), 'Worker', 'and who looked');
select is(
	pg_temp.says('worker', 'select jsonb_array_length(public.my_export() -> ''care'' -> ''relations'')::text'), '0',
	'a worker''s download names no client'
);
select ok(
	pg_temp.says('worker', 'select public.my_export()::text') !~* 'ana', 'nor anything of one'
);

-- Stopping -------------------------------------------------------------------------------------------------

select is(pg_temp.says('visitor', 'select public.ask_erasure()'), '42501', 'a visitor has nothing to stop');
select is(pg_temp.says('ana', 'select public.ask_erasure()'), '2026-12-01', 'who asks is told the day, a week on');
set local buurtplein.now = '2026-11-26 12:00+01';
select is(pg_temp.says('ana', 'select public.ask_erasure()'), '2026-12-01', 'asking again changes nothing');
select is(pg_temp.shows('ana', '{eraseOn}'), '2026-12-01', 'their own page says it');
select is(pg_temp.says('bob', 'select count(*)::text from public.profiles where erase_on is not null'), '0', 'nobody else can tell');
select is(
	pg_temp.says('ana', 'update public.profiles set erase_on = null'), '42501', 'the day is changed by its functions only'
);
set local buurtplein.now = '2026-11-30 23:59+01';
select public.run_due_jobs();
select ok(exists (select from auth.users where id = md5('ana')::uuid), 'until that day nothing goes');
select is(pg_temp.says('ana', 'select public.cancel_erasure()'), null, 'until that day there is a way back');
set local buurtplein.now = '2026-12-01 00:01+01';
select public.run_due_jobs();
select ok(exists (select from auth.users where id = md5('ana')::uuid), 'who came back stays');

select pg_temp.says('els', format('select public.wait_for_chair(%L)', md5('koffie')::uuid));
select pg_temp.says('ana', 'select public.ask_erasure()');
set local buurtplein.now = '2026-12-08 00:01+01';
select pg_temp.says('bob', 'select public.run_due_jobs()');
select ok(not exists (select from auth.users where id = md5('ana')::uuid), 'on the day the account goes');
select is_empty($$select from public.profiles where id = md5('ana')::uuid$$, 'and all that hangs on it');
select results_eq(
	$$select r.first_name || case when m.is_host then ' (host)' else '' end
	from public.memberships m join public.residents r on r.id = m.resident_id
	where m.group_id = md5('koffie')::uuid order by 1$$,
	array['Bob (host)', 'Cas', 'Els'], 'who waits gets the chair, and another neighbour runs the group'
);
select is_empty($$select from public.groups where name = 'solo'$$, 'a group of nobody else goes too');
select is_empty('select from care.relations', 'nobody is left to support');
select ok(
	exists (select from care.looks) and not exists (select from care.subjects),
	'the log of looks is about nobody any more'
);
select is_empty('select * from care.broken_looks()', 'and still holds');
select is(pg_temp.says('ana', 'select public.ask_erasure()'), null, 'who is gone and still signed in is told no day');

-- Who works here
select pg_temp.says('contact', 'select public.ask_erasure()'), pg_temp.says('worker', 'select public.ask_erasure()'),
	pg_temp.says('lost', 'select public.ask_erasure()');
set local buurtplein.now = '2026-12-15 12:00+01';
select public.run_due_jobs();
select is_empty($$select from public.staff where role = 'contact_person'$$, 'name and number of who worked here go with them');
select is_empty('select from care.workers', 'those of a worker too');
select is_empty($$select from auth.users where email in ('lost@example.nl', 'worker@example.nl')$$, 'and who never joined can go as well');
select ok(exists (select from public.staff where role = 'facilitator'), 'who stays, stays');

select * from finish();
rollback;
