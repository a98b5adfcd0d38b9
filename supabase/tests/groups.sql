-- Starting a Buurtplein, changing it, and who sees what of it.
begin;
select plan(91);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'third', 'line', 'asker', 'nobody', 'starter']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer');
select pg_temp.works('guide', 'oost', 'facilitator'), pg_temp.works('call', 'oost', 'contact_person'),
	pg_temp.works('farguide', 'west', 'facilitator');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 3, 'host', 'mate', 'third'), pg_temp.circle('spel', 8, 'nobody');
insert into public.waitlist values (md5('koffie')::uuid, md5('r line')::uuid, now());
insert into public.chair_requests values (md5('spel')::uuid, md5('r asker')::uuid, now());
select private.tell_group(md5('koffie')::uuid, 'started');

-- Who sees a group

create temporary table sees as
select person, pg_temp.says(person, 'select count(*) from public.groups') as groups,
	pg_temp.says(person, 'select count(*) from public.group_places') as places,
	pg_temp.says(person, 'select count(*) from public.memberships') as chairs,
	pg_temp.says(person, 'select count(distinct group_id) from public.meetups') as meetups,
	pg_temp.says(person, $$select count(*) from public.group_news where kind = 'started'$$) as news
from unnest(array['visitor', 'newcomer', 'away', 'farguide', 'call', 'starter', 'asker', 'line', 'mate', 'host', 'guide']) person;
select is(format('%s %s %s %s %s', groups, places, chairs, meetups, news), expected, person || ' sees ' || message)
from sees join (values
	('visitor', '42501 42501 42501 42501 42501', 'no group'),
	('newcomer', '0 0 0 0 0', 'no group'),
	('away', '0 0 0 0 0', 'no group of another neighbourhood'),
	('farguide', '0 0 0 0 0', 'no group of another neighbourhood'),
	('call', '0 0 0 0 0', 'no group: a contact person is no member of the neighbourhood'),
	('starter', '2 0 0 0 0', 'the groups, not the address, members, meetups or news'),
	('asker', '2 0 0 0 0', 'no more than any neighbour by asking'),
	('line', '2 0 0 0 0', 'no more than any neighbour by waiting'),
	('mate', '2 1 3 1 1', 'everything of their own group'),
	('host', '2 1 3 1 1', 'everything of their own group'),
	('guide', '2 2 4 2 1', 'everything of the groups of the neighbourhood')
) expected(person, expected, message) using (person);
select is(pg_temp.says('mate', format('select %s from public.%s limit 1', hidden, hiding)), '42501', hiding || '.' || hidden || ' is hidden')
from (values ('groups', 'created_at'), ('groups', 'planned_through'), ('memberships', 'since')) list(hiding, hidden);
select is(pg_temp.says('host', format('%s', attempt)), '42501', 'not even a host may ' || attempt)
from (values ('update public.groups set capacity = 8'), ('update public.memberships set is_host = true'),
	('delete from public.memberships'), ('delete from public.waitlist'), ('delete from public.group_news'),
	('insert into public.memberships default values'), ('update public.meetups set state = ''planned''')) list(attempt);

-- Starting

create function pg_temp.starts(person text, circle text, changes jsonb default '{}', neighbourhood text default 'oost')
returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.start_group(%L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L)',
		md5(circle)::uuid, md5(neighbourhood)::uuid, f ->> 'name', f ->> 'weekday', f ->> 'at', f ->> 'minutes',
		f ->> 'place', f ->> 'address', f ->> 'likes', f ->> 'words', f ->> 'chairs'
	))
	from (select jsonb_build_object('name', 'Nieuw', 'weekday', 2, 'at', '19:30', 'minutes', 120, 'place', 'De Kade',
		'address', 'Kade 2', 'likes', '{walk,other}', 'words', 'zingen', 'chairs', 6) || changes as f) form;
$$;
select is(pg_temp.starts(person, 'nieuw'), refusal, 'refused to start here: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
	('guide', 'PT404 not_found'), ('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.starts('starter', 'nieuw', '{}', 'west'), 'PT404 not_found', 'nobody starts one in another neighbourhood');
select is(pg_temp.starts('starter', 'nieuw', '{}', 'nowhere'), 'PT404 not_found', 'a neighbourhood that does not exist answers the same');
select is(pg_temp.starts('starter', 'nieuw', wrong::jsonb), refusal, 'refused: ' || wrong)
from (values
	('{"name": ""}', '23514'), ('{"name": "a"}', '23514'), ('{"name": " Nieuw"}', '23514'), ('{"name": null}', '23502'),
	('{"name": "Nieuw\nNieuw"}', '23514'), ('{"weekday": 0}', '23514'), ('{"weekday": 8}', '23514'),
	('{"weekday": null}', '23502'), ('{"at": "06:59"}', '23514'), ('{"at": "22:01"}', '23514'), ('{"at": null}', '23502'),
	('{"minutes": 29}', '23514'), ('{"minutes": 241}', '23514'), ('{"minutes": null}', '23502'), ('{"place": ""}', '23514'),
	('{"place": null}', '23502'), ('{"address": ""}', '23514'), ('{"likes": null}', '23502'), ('{"likes": "{walk,NULL}"}', '23514'),
	('{"likes": "{dance}"}', '22P02'), ('{"likes": "{walk,walk,walk,walk,walk,walk,walk,walk}"}', '23514'),
	('{"words": ""}', '23514'), ('{"chairs": 2}', '23514'), ('{"chairs": 9}', '23514'), ('{"chairs": null}', '23502')
) list(wrong, refusal);
select is(pg_temp.starts('starter', 'nieuw', jsonb_build_object(field, repeat('é', 8000000))), '23514', 'refused: eight megabytes of ' || field)
from unnest(array['name', 'place', 'address', 'words']) field;
select is(pg_temp.starts('starter', 'nieuw'), md5('nieuw')::uuid::text, 'a resident starts a group');
select is(pg_temp.starts('starter', 'nieuw'), md5('nieuw')::uuid::text, 'the same form sent twice starts one');
select is((select format('%s %s %s', chairs_taken, capacity, closed_at) from public.groups where id = md5('nieuw')::uuid), '1 6 ', 'with one chair taken');
select is((select format('%s %s', resident_id, is_host) from public.memberships where group_id = md5('nieuw')::uuid),
	md5('r starter')::uuid || ' t', 'by the starter, who is its host');
select is((select count(*) from public.meetups where group_id = md5('nieuw')::uuid), 9::bigint, 'and the meetups are planned');
select is(pg_temp.says('mate', $$select name from public.groups where id = md5('nieuw')::uuid$$), 'Nieuw', 'neighbours see it');
select is(pg_temp.starts('nobody', 'nieuw'), 'PT404 not_found', 'the id of a group of someone else starts nothing');
select is(pg_temp.starts('starter', 'nieuw ' || nth), md5('nieuw ' || nth)::uuid::text, 'and starts another')
from unnest(array['2', '3']) nth;
select is(pg_temp.starts('starter', 'nieuw 4'), 'PT409 too_many_groups', 'nobody hosts four');

-- Somebody with two neighbourhoods

select pg_temp.neighbour('both');
insert into public.residents (id, profile_id, neighbourhood_id, first_name) values (md5('r both west')::uuid, md5('both')::uuid, md5('west')::uuid, 'Both');
select is(pg_temp.starts('both', 'in ' || neighbourhood, '{}', neighbourhood), md5('in ' || neighbourhood)::uuid::text, 'starts one in ' || neighbourhood)
from unnest(array['west', 'oost']) neighbourhood;
select is((select format('%s %s', g.neighbourhood_id, m.resident_id) from public.groups g join public.memberships m on m.group_id = g.id where g.id = md5('in ' || neighbourhood)::uuid),
	md5(neighbourhood)::uuid || ' ' || md5(resident)::uuid, 'as the neighbour one is there: ' || neighbourhood)
from (values ('west', 'r both west'), ('oost', 'r both')) two(neighbourhood, resident);
select is(pg_temp.starts('both', 'nergens', '{}', 'nowhere'), 'PT404 not_found', 'and none in a third');
select is(pg_temp.says('both', format('select public.ask_for_chair(%L)', md5('spel')::uuid)), 'asked', 'asking for a chair is done by the neighbour of that group');
select is((select count(*) from public.chair_requests where resident_id = md5('r both')::uuid), 1::bigint, 'and no other');
select is(pg_temp.says('away', format('select public.ask_for_chair(%L)', md5('in west')::uuid)), 'asked', 'neighbours there ask for a chair');
select is(pg_temp.says('asker', format('select public.ask_for_chair(%L)', md5('in west')::uuid)), 'PT404 not_found', 'neighbours here cannot');

-- Changing

create function pg_temp.changes(person text, name text, place text, address text, words text default null) returns text
language sql as $$
	select pg_temp.says(person, format('select public.change_group(%L, %L, %L, %L, %L, %L)',
		md5('koffie')::uuid, name, place, address, '{game}', words));
$$;
select is(pg_temp.changes(person, 'Thee', 'Buurthuis', 'Kade 1'), refusal, 'refused to change the group: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
	('farguide', 'PT404 not_found'), ('nobody', 'PT403 host_only'), ('mate', 'PT403 host_only'),
	('line', 'PT403 host_only'), ('guide', 'PT403 host_only')) outsider(person, refusal);
select is(pg_temp.changes('host', 'Thee', 'Buurthuis', 'Kade 1', 'zingen'), '', 'the host changes the name and what they like');
select is((select format('%s %s %s', name, likes, likes_words) from public.groups where id = md5('koffie')::uuid), 'Thee {game} zingen', 'and it is changed');
select is_empty($$select from public.group_news where kind = 'place_changed'$$, 'the same place is no news');
select is(pg_temp.changes('host', 'Thee', 'Park', null), '', 'the host changes the place');
select is((select details ->> 'placeName' from public.group_news where kind = 'place_changed'), 'Park', 'and the members read it');
select is_empty($$select from public.group_places where group_id = md5('koffie')::uuid$$, 'an address left out is gone');
select is(pg_temp.changes('host', null, 'Park', null), '23502', 'a group keeps a name');

select * from finish();
rollback;
