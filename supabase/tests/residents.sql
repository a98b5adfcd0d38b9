-- Who knows whose first name and face, and what everybody may read about a neighbourhood.
begin;
select plan(41);

\ir support/street.psql

create function pg_temp.sits(person text, circle text, hosts boolean default false) returns void
language sql as $$
	insert into public.memberships (group_id, resident_id, is_host, since)
	values (md5(circle)::uuid, md5('r ' || person)::uuid, hosts, now());
$$;

insert into public.groups (id, neighbourhood_id, name, place_name, weekday, starts_at, duration_minutes, capacity)
values
	(md5('koffie')::uuid, md5('oost')::uuid, 'Koffie', 'Buurthuis', 3, '14:00', 90, 3),
	(md5('wandelen')::uuid, md5('oost')::uuid, 'Wandelen', 'Park', 4, '10:00', 60, 8);
select pg_temp.neighbour(person, 'oost')
from unnest(array['host', 'mate', 'third', 'line', 'asker', 'other', 'fellow', 'nobody']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer');
select pg_temp.works('guide', 'oost', 'facilitator'), pg_temp.works('call', 'oost', 'contact_person'),
	pg_temp.works('stand', 'oost', 'stand_in'), pg_temp.works('farguide', 'west', 'facilitator');
insert into public.contact_hours values
	(md5('s call')::uuid, 1, '09:00', '17:00'), (md5('s guide')::uuid, 1, '09:00', '17:00');
select pg_temp.sits('host', 'koffie', true), pg_temp.sits('mate', 'koffie'), pg_temp.sits('third', 'koffie'),
	pg_temp.sits('other', 'wandelen', true), pg_temp.sits('fellow', 'wandelen');
insert into public.waitlist values (md5('koffie')::uuid, md5('r line')::uuid, now());
insert into public.chair_requests values (md5('wandelen')::uuid, md5('r asker')::uuid, now());

-- First name and face

create temporary table knows as select person, pg_temp.says(person,
	$$select string_agg(first_name, ' ' order by first_name) from public.residents$$) as names
from unnest(array['host', 'mate', 'line', 'asker', 'other', 'fellow', 'nobody', 'away', 'newcomer', 'guide', 'call',
	'farguide', 'visitor']) person;

select is(names, expected, message) from knows join (values
	('mate', 'Host Mate Third', 'a group mate sees the others of the group'),
	('host', 'Host Mate Third', 'a host does not see who waits'),
	('other', 'Asker Fellow Other', 'a host sees who asks for a chair'),
	('fellow', 'Fellow Other', 'a member who is no host does not'),
	('line', 'Line', 'who waits sees nobody but themselves'),
	('asker', 'Asker', 'who asks sees nobody but themselves'),
	('nobody', 'Nobody', 'a neighbour does not see who has a chair'),
	('away', 'Away', 'a resident of another neighbourhood sees nobody here'),
	('newcomer', null, 'a stranger without a neighbourhood sees nobody'),
	('guide', 'Asker Fellow Host Line Mate Other Third', 'a facilitator sees members, who asks and who waits, and no other neighbour'),
	('call', null, 'a contact person sees nobody'),
	('farguide', null, 'a facilitator of another neighbourhood sees nobody here'),
	('visitor', '42501', 'a visitor may not ask')
) expected(person, expected, message) using (person);

select is(pg_temp.says('mate', format('select %I from public.residents limit 1', hidden)), '42501',
	'nobody reads a neighbour''s ' || hidden)
from unnest(array['profile_id', 'joined_at']) hidden;
select is(
	pg_temp.says('mate', 'select count(*) from public.residents where profile_id is not null'), '42501',
	'nor filters by account'
);

-- Editing

select is(pg_temp.says('mate', $$with changed as (
	update public.residents set first_name = 'Anders', face = 'owl' returning id
) select string_agg(id::text, ' ') from changed$$), md5('r mate')::uuid::text,
	'an update without a condition changes my own name and face, and nobody else''s');
select is(pg_temp.says('guide', $$with changed as (
	update public.residents set first_name = 'Anders' returning id
) select count(*) from changed$$), '0', 'a facilitator changes nobody''s name');
select is(pg_temp.says('mate', format('update public.residents set %s', change)), refusal, 'refused: ' || change)
from (values
	('neighbourhood_id = ''' || md5('west')::uuid || '''', '42501'),
	('profile_id = null', '42501'),
	('first_name = ''''', '23514'),
	('first_name = repeat(''a'', 41)', '23514'),
	('first_name = repeat(''a'', 8000000)', '23514'),
	('first_name = null', '23502'),
	('first_name = '' Mies''', '23514'),
	('first_name = E''Mies\nMies''', '23514'),
	('face = ''photo.jpg''', '23514')
) wrong(change, refusal);
select is(pg_temp.says('mate', $$update public.residents set first_name = '<b>משה</b> 🦊' returning first_name$$),
	'<b>משה</b> 🦊', 'a name may be written in any script, forty characters long');

-- Settings

select is(pg_temp.says(person, 'select count(*) from public.profiles'), expected, message)
from (values
	('mate', '1', 'people read their own settings and nobody else''s'),
	('guide', '1', 'so does a facilitator'),
	('visitor', '42501', 'a visitor has none')
) reading(person, expected, message);
select is(pg_temp.says('mate', $$with changed as (
	update public.profiles set language = 'en', text_size = 'large', theme = 'dark' returning id
) select string_agg(id::text, ' ') from changed$$), md5('mate')::uuid::text, 'people change their own settings only');
select is(pg_temp.says('mate', $$update public.profiles set language = 'xx'$$), '23514', 'a language that does not exist is refused');

-- Staff and neighbourhoods

select is(pg_temp.says(person, $$select string_agg(first_name, ' ' order by first_name) from public.staff$$), expected, message)
from (values
	('visitor', 'Call Stand', 'a visitor sees the contact person and the stand-in, no facilitator'),
	('away', 'Call Farguide Stand', 'elsewhere no facilitator of here is seen'),
	('nobody', 'Call Guide Stand', 'a resident sees who works in the neighbourhood'),
	('newcomer', 'Call Stand', 'a stranger sees what a visitor sees')
) reading(person, expected, message);
select is(pg_temp.says('nobody', 'select count(profile_id) from public.staff'), '42501', 'nobody reads which account staff has');
select is(pg_temp.says('visitor', 'select count(*) from public.contact_hours'), '1', 'the hours of a facilitator are not public');
select is(pg_temp.says('visitor', 'select count(*) from public.neighbourhoods'), '2', 'anyone may read what a neighbourhood says of itself');
select is(pg_temp.says('visitor', 'select max(created_at) from public.neighbourhoods'), '42501', 'and not when it was opened');

select * from finish();
rollback;
