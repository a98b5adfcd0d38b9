-- The functions that answer a page: the same nothing for elsewhere and for what does not exist.
begin;
select plan(112);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'third', 'guest', 'line', 'asker', 'nobody', 'solo']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer');
select pg_temp.works('guide', 'oost', 'facilitator'), pg_temp.works('call', 'oost', 'contact_person'), pg_temp.works('farguide', 'west', 'facilitator');
set local buurtplein.now = '2026-11-25 13:00+01';
select pg_temp.circle('koffie', 3, 'host', 'mate', 'third'), pg_temp.circle('spel', 4, 'solo');
update public.meetups set id = md5('koffie ' || to_char(week, 'MM-DD'))::uuid where group_id = md5('koffie')::uuid;
insert into public.waitlist values (md5('koffie')::uuid, md5('r guest')::uuid, now()), (md5('koffie')::uuid, md5('r line')::uuid, now() + interval '1 s');
insert into public.chair_requests values (md5('spel')::uuid, md5('r asker')::uuid, now());
insert into public.absences values (md5('koffie 11-23')::uuid, md5('r third')::uuid);
insert into public.guests values (md5('koffie 11-23')::uuid, md5('r guest')::uuid, true);

create function pg_temp.part(person text, page text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.%s #>> %L', page, path));
$$;
create function pg_temp.names(people text) returns text language sql as $$
	select string_agg(p ->> 'firstName', ' ' order by p ->> 'firstName') from jsonb_array_elements(people::jsonb) p;
$$;

-- Visitors, and elsewhere

select is(pg_temp.says('visitor', 'select public.' || page), '42501', 'a visitor does not open ' || page)
from unnest(array['my_context()', 'today_page()', 'groups_page()', 'overview_page()',
	'group_page(md5(''koffie'')::uuid)', 'meetup_page(md5(''koffie 11-23'')::uuid)']) page;
select is(pg_temp.says(person, format('select public.%s(%L)', page, md5(id)::uuid)), null, format('%s opens no %s of %s', person, page, id))
from (values ('group_page', 'koffie'), ('group_page', 'nowhere'), ('meetup_page', 'koffie 11-23'), ('meetup_page', 'nowhere')) pages(page, id),
	unnest(array['newcomer', 'away', 'farguide']) person;
select is(pg_temp.says('mate', format('select public.%s(null)', page)), null, page || ' of nothing is nothing') from unnest(array['group_page', 'meetup_page']) page;
select is(pg_temp.says(person, $$select public.meetup_page(md5('koffie 11-23')::uuid)$$), null, 'the meetup is not there for: ' || person)
from unnest(array['nobody', 'asker', 'solo', 'call']) person;
select is(pg_temp.says(person, 'select public.groups_page()'), '[]', 'no groups for: ' || person) from unnest(array['newcomer', 'away', 'farguide']) person;
select is(pg_temp.says(person, $$select (value)::text from jsonb_each(public.today_page()) where value not in ('[]', 'null')$$), null, 'Vandaag is empty for: ' || person)
from unnest(array['newcomer', 'away', 'nobody', 'guide', 'call', 'farguide']) person;
select is(pg_temp.says(person, $$select (value)::text from jsonb_each(public.overview_page()) where value <> '[]'$$), null, 'the overview is empty for: ' || person)
from unnest(array['newcomer', 'away', 'nobody', 'host', 'call', 'farguide']) person;
select is(pg_temp.says('newcomer', $$select jsonb_build_array(c -> 'residents', c -> 'facilitates') from public.my_context() c$$), '[[], []]', 'who lives nowhere belongs nowhere');

-- Myself

select is(pg_temp.part(person, 'my_context()', path), answer, message)
from (values
	('mate', '{residents,0,firstName}', 'Mate', 'I read my own name'),
	('mate', '{residents,0,contact}', '[{"face": "initials", "role": "contact_person", "firstName": "Call"}]', 'and the face of whom to call, and nothing more'),
	('mate', '{residents,1}', null, 'and nobody else'), ('mate', '{facilitates}', '[]', 'a resident facilitates nothing'),
	('mate', '{settings,language}', 'nl', 'my settings'),
	('guide', '{facilitates,0,name}', 'Oost', 'a facilitator their neighbourhood'), ('guide', '{facilitates,1}', null, 'and no other'),
	('call', '{facilitates}', '[]', 'a contact person facilitates nothing')
) context(person, path, answer, message);

-- The list

select is(pg_temp.says(person, $$select string_agg(concat_ws(' ', g ->> 'name', g ->> 'chairsTaken', 'van', g ->> 'capacity', g ->> 'waitingCount', g ->> 'mine'), ', ')
	from jsonb_array_elements(public.groups_page()) g$$), answer, 'the list for: ' || person)
from (values
	('nobody', 'spel 1 van 4 0, koffie 3 van 3 2'), ('mate', 'spel 1 van 4 0, koffie 3 van 3 2 member'),
	('line', 'spel 1 van 4 0, koffie 3 van 3 2 waiting'), ('asker', 'spel 1 van 4 0 asked, koffie 3 van 3 2'),
	('guide', 'spel 1 van 4 0, koffie 3 van 3 2')) list(person, answer);
select is(pg_temp.says('nobody', $$select public.groups_page()::text ~ '(Kade|Host|Mate|Third|Solo)'$$), 'false', 'it has no names of people and no address');

-- A group

select is(pg_temp.names(pg_temp.part(person, 'group_page(md5(''koffie'')::uuid)', '{members}')), members, 'who has a chair, for: ' || person)
from (values ('mate', 'Host Mate Third'), ('host', 'Host Mate Third'), ('guide', 'Host Mate Third'), ('nobody', null), ('line', null), ('guest', null)) seeing(person, members);
select is(pg_temp.names(pg_temp.part(person, 'group_page(md5(''koffie'')::uuid)', '{waitlist}')), waiting, 'who waits, for: ' || person)
from (values ('guide', 'Guest Line'), ('host', null), ('mate', null), ('nobody', null), ('line', null)) seeing(person, waiting);
select is(pg_temp.names(pg_temp.part(person, 'group_page(md5(''spel'')::uuid)', '{requests}')), asking, 'who asks, for: ' || person)
from (values ('solo', 'Asker'), ('guide', 'Asker'), ('asker', null), ('nobody', null), ('mate', null)) seeing(person, asking);
select is(concat_ws(' ', pg_temp.part(person, 'group_page(md5(''koffie'')::uuid)', '{address}'), pg_temp.part(person, 'group_page(md5(''koffie'')::uuid)', '{mine}'),
	pg_temp.part(person, 'group_page(md5(''koffie'')::uuid)', '{place}'), pg_temp.part(person, 'group_page(md5(''koffie'')::uuid)', '{facilitated}'),
	jsonb_array_length(pg_temp.part(person, 'group_page(md5(''koffie'')::uuid)', '{meetups}')::jsonb)), answer, 'the group for: ' || person)
from (values ('host', 'Kade 1 host false 8'), ('mate', 'Kade 1 member false 8'), ('guide', 'Kade 1 true 8'), ('line', 'waiting 2 false 0'),
	('guest', 'waiting 1 false 1'), ('nobody', 'false 0')) seeing(person, answer);

-- A meetup

select is(concat_ws(' ', pg_temp.part(person, page, '{role}'), pg_temp.part(person, page, '{coming}'), pg_temp.part(person, page, '{address}'), '|',
	pg_temp.names(pg_temp.part(person, page, '{whoComes}'))), answer, 'the meetup for: ' || person)
from (values ('host', 'host true Kade 1 | Guest Host Mate'), ('mate', 'member true Kade 1 | Guest Host Mate'), ('third', 'member false Kade 1 | Guest Host Mate'),
	('guest', 'guest true Kade 1 | Guest Host Mate'), ('line', '|'), ('guide', 'facilitator false Kade 1 | Guest Host Mate')) seeing(person, answer),
	(values ('meetup_page(md5(''koffie 11-23'')::uuid)')) pages(page);
select is(pg_temp.says(person, format('select private.%s', helper)), nothing, format('%s does not get round the page by %s', person, helper))
from unnest(array['nobody', 'line', 'away']) person,
	(values ('who_comes(md5(''koffie 11-23'')::uuid)', '[]'), ('address_of(md5(''koffie 11-23'')::uuid)', null), ('wishes(md5(''koffie 11-23'')::uuid)', '[]')) helpers(helper, nothing);

-- Vandaag and the overview

select is(pg_temp.part(person, 'today_page()', path), answer, message)
from (values
	('mate', '{meetups,0,groupName}', 'koffie', 'a member sees what is next'), ('mate', '{meetups,0,coming}', 'true', 'and that they come'),
	('mate', '{meetups,0,choosing}', 'true', 'and that it is time to choose'), ('mate', '{meetups,1,choosing}', 'false', 'not yet for next week'),
	('third', '{meetups,0,coming}', 'false', 'or that they do not'), ('mate', '{groups,0,name}', 'koffie', 'and their groups'),
	('solo', '{requests,0,firstName}', 'Asker', 'a host sees who asks'), ('mate', '{requests}', '[]', 'a member does not'),
	('asker', '{asked,0,groupName}', 'spel', 'who asks sees that'), ('line', '{waiting,0,place}', '2', 'who waits sees their place'),
	('guest', '{offers,0,comes}', 'true', 'the guest sees that they come'), ('line', '{offers}', '[]', 'who was not offered a chair sees none'),
	('line', '{meetups}', '[]', 'and no meetups as their own')
) today(person, path, answer, message);
select is(pg_temp.part('guide', 'overview_page()', path), answer, message)
from (values ('{requests,0,firstName}', 'Asker', 'a facilitator sees who asks'), ('{groups,0,name}', 'koffie', 'and how the groups stand'),
	('{groups,0,waitingCount}', '2', 'and how many wait')) welcome(path, answer, message);
set local buurtplein.now = '2026-11-25 14:30+01';
select is(pg_temp.part('guest', 'today_page()', '{offers,0,meetupId}'), md5('koffie 11-23')::uuid::text, 'the guest finds the meetup while it lasts');
set local buurtplein.now = '2026-11-25 15:30+01';
select is(pg_temp.part('guest', 'today_page()', '{offers}'), '[]', 'and no longer');
select is(pg_temp.says(person, $$select public.meetup_page(md5('koffie 11-23')::uuid)$$), null, 'after the end it is closed to: ' || person) from unnest(array['guest', 'line']) person;

-- Whose name I may see costs more than the names: a page asks it once

select set_config('track_functions', 'all', true) from pg_roles where rolname = current_user and rolsuper;
select private.tell_group(md5('koffie')::uuid, 'started', '{}', md5('r host')::uuid);
select pg_temp.says('host', $$select public.group_page(md5('koffie')::uuid)$$);
select case when current_setting('track_functions') = 'all' then is(
	(select calls from pg_stat_xact_user_functions where schemaname = 'private' and funcname = 'known_resident_ids'), 1::bigint, 'the people of a group are read once'
) else skip('only a superuser counts calls', 1) end;

select * from finish();
rollback;
