-- Wat doen we? What people like to do, seen as counts, and what the group chooses.
begin;
select plan(70);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'third', 'guest', 'line', 'nobody']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator');
set local buurtplein.now = '2026-11-24 14:00+01';
select pg_temp.circle('koffie', 3, 'host', 'mate', 'third');
update public.meetups set id = md5('koffie ' || to_char(week, 'MM-DD'))::uuid;
insert into public.waitlist values (md5('koffie')::uuid, md5('r guest')::uuid, now()), (md5('koffie')::uuid, md5('r line')::uuid, now() + interval '1 s');
insert into public.absences values (md5('koffie 11-23')::uuid, md5('r third')::uuid);
insert into public.guests values (md5('koffie 11-23')::uuid, md5('r guest')::uuid, true);

create function pg_temp.wishes(person text, activities text, words text default null, week text default '11-23')
returns text language sql as $$
	select pg_temp.says(person, format('select public.wish_activities(%L, %L, %L)', md5('koffie ' || $4)::uuid, activities, words));
$$;
create function pg_temp.chooses(person text, activity text, words text default null, week text default '11-23') returns text language sql as $$
	select pg_temp.says(person, format('select public.choose_activity(%L, %L, %L)', md5('koffie ' || $4)::uuid, activity, words));
$$;
create function pg_temp.counts(person text) returns text language sql as $$
	select string_agg(concat_ws(' ', w ->> 'count', w ->> 'activity', w ->> 'words', case when (w ->> 'mine')::boolean then 'mine' end), ', ')
	from jsonb_array_elements(pg_temp.says(person, format('select public.meetup_page(%L) -> ''wishes''', md5('koffie 11-23')::uuid))::jsonb) w;
$$;

-- Only who has a place

select is(pg_temp.wishes(person, '{walk}'), refusal, 'refused to wish: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'), ('nobody', 'PT403 members_only'),
	('line', 'PT403 members_only'), ('guide', 'PT403 members_only'),
	('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.chooses(person, 'walk'), refusal, 'refused to choose: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'), ('nobody', 'PT403 members_only'),
	('line', 'PT403 members_only'), ('guest', 'PT403 members_only'), ('guide', 'PT403 members_only'),
	('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.wishes('guest', '{walk}'), '', 'the guest of the week says what they like');
select is(pg_temp.wishes('guest', '{walk}', null, '11-30'), 'PT409 choosing_closed', 'not for other weeks');
select is(pg_temp.wishes('host', '{walk}'), '', 'so does the host');
select is(pg_temp.wishes('host', '{walk,walk}'), '', 'a double tap counts once');
select is(pg_temp.wishes('mate', '{other}', 'zingen'), '', 'and a member, in their own words');
select is(pg_temp.wishes('mate', '{other}', 'dansen'), '', 'which they may write again');

-- Words only with something else

select is(pg_temp.wishes('mate', activities, words), refusal, message)
from (values ('{other}', null, '23514', 'something else without words is refused'),
	('{other}', '', '23514', 'and with empty words'), ('{other}', repeat('a', 81), '23514', 'words are at most eighty letters'),
	('{other}', repeat('a', 8000000), '23514', 'not eight megabytes'), ('{other}', E'a\nb', '23514', 'one line'),
	('{dance}', null, '22P02', 'an activity that does not exist is refused'), ('{walk,NULL}', null, '23502', 'and one that is none')
) wrong(activities, words, refusal, message);
select is(pg_temp.wishes('third', '{game}', 'ver'), '', 'words go with something else only');
select is(pg_temp.says('third', 'select words from public.activity_wishes'), null, 'with a picture they are dropped');
select is(pg_temp.wishes('third', null), '', 'no wishes at all takes them back');

-- Counts, no names

select is(pg_temp.counts('mate'), '2 walk, 1 other dansen mine', 'members see counts, and which are their own');
select is(pg_temp.counts('guest'), '2 walk mine, 1 other dansen', 'the guest of the week too');
select is(pg_temp.counts('guide'), '2 walk, 1 other dansen', 'and a facilitator');
select is(pg_temp.counts('line'), null, 'who waits sees none');
select is(pg_temp.says('mate', 'select count(*) from public.activity_wishes'), '1', 'nobody reads whose wish it is: only one''s own rows');
select is(pg_temp.says(person, 'select count(*) from public.activity_wishes'), rows, 'nothing in the table for: ' || person)
from (values ('third', '0'), ('guide', '0'), ('farguide', '0'), ('line', '0'), ('away', '0'), ('visitor', '42501')) looking(person, rows);
select is(pg_temp.says('mate', $$select (public.meetup_page(md5('koffie 11-23')::uuid) -> 'wishes')::text ~ '(Host|Guest|[0-9a-f]{8}-)'$$), 'false',
	'the page has no names or ids beside a wish');
select is(pg_temp.wishes('host', '{}'), '', 'a wish is taken back');
select is(pg_temp.wishes('host', '{}'), '', 'twice is harmless');
select is(pg_temp.counts('mate'), '1 walk, 1 other dansen mine', 'and no longer counted');

-- The choice

select is(pg_temp.chooses('mate', 'game'), '', 'any member fixes the choice');
select is(pg_temp.chooses('host', 'other', 'zingen'), '', 'and changes it');
select is(pg_temp.says('third', $$select concat_ws(' ', m ->> 'activity', m ->> 'activityWords') from public.meetup_page(md5('koffie 11-23')::uuid) m$$), 'other zingen', 'everybody reads it');
select is(pg_temp.chooses('host', 'other', words), '23514', message)
from (values ('', 'empty words are refused'), (repeat('a', 81), 'words are at most eighty letters')) wrong(words, message);
select is(pg_temp.chooses('host', 'walk', 'ver'), '', 'words go with something else only');
select is((select activity_words from public.meetups where id = md5('koffie 11-23')::uuid), null, 'with a picture they are dropped');
select throws_ok($$update public.meetups set activity = null, activity_words = 'zingen'$$, '23514', null, 'there are no words without a choice');
select is(pg_temp.chooses('host', null), '', 'the choice is taken back');
select is(pg_temp.says('third', $$select public.meetup_page(md5('koffie 11-23')::uuid) ->> 'activity'$$), null, 'and is open again');

-- From a day before until the end

set local buurtplein.now = '2026-11-24 13:59:59+01';
select is(pg_temp.wishes('host', '{walk}'), 'PT409 choosing_closed', 'no wishes earlier than a day before');
select is(pg_temp.chooses('host', 'walk'), 'PT409 choosing_closed', 'and no choice');
set local buurtplein.now = '2026-11-25 15:30+01';
select is(pg_temp.wishes('host', '{talk}'), '', 'wishes until the end');
select is(pg_temp.chooses('host', 'talk'), '', 'and a choice');
set local buurtplein.now = '2026-11-25 15:30:01+01';
select is(pg_temp.wishes('host', '{walk}'), 'PT409 choosing_closed', 'no wishes after it');
select is(pg_temp.chooses('host', 'walk'), 'PT409 choosing_closed', 'and no choice');
select is(pg_temp.says(person, $$select public.group_page(md5('koffie')::uuid) #>> '{past,0,activity}'$$), activity, message)
from (values ('mate', 'talk', 'the group remembers what it did'), ('guide', 'talk', 'a facilitator reads it'),
	('line', null, 'who waits does not'), ('nobody', null, 'nor a neighbour')) looking(person, activity, message);
select is(pg_temp.says('line', 'select count(activity) from public.meetups'), '0', 'nor by asking the table');
set local buurtplein.now = '2026-11-25 12:00+01';
select is(pg_temp.says('host', format('select public.cancel_meetup(%L, %L)', md5('koffie 11-23')::uuid, 'griep')), '', 'a week is cancelled');
select is(pg_temp.wishes('host', '{walk}'), 'PT409 meetup_off', 'nobody chooses for a week that is off');
select is(pg_temp.says('guest', $$select public.today_page() ->> 'offers'$$), '[]', 'and Vandaag does not invite the guest to it');

select * from finish();
rollback;
