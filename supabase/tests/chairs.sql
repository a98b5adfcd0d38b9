-- Asking for a chair, the waiting list, and the number of chairs.
begin;
select plan(89);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array[
	'host', 'mate', 'third', 'fourth', 'eerst', 'later', 'laatst', 'nobody', 'alone'
]) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer');
select pg_temp.works('guide', 'oost', 'facilitator'), pg_temp.works('call', 'oost', 'contact_person'),
	pg_temp.works('farguide', 'west', 'facilitator');
select pg_temp.circle('koffie', 4, 'host', 'mate', 'third');

create function pg_temp.does(person text, verb text, circle text default 'koffie') returns text
language sql as $$
	select pg_temp.says(person, format('select public.%s(%L)', verb, md5(circle)::uuid));
$$;

create function pg_temp.line() returns text language sql as $$
	select string_agg(r.first_name, ' ' order by w.since, r.id)
	from public.waitlist w join public.residents r on r.id = w.resident_id
	where w.group_id = md5('koffie')::uuid;
$$;

create function pg_temp.chairs() returns text language sql as $$
	select format('%s of %s, %s waiting, %s rows', chairs_taken, capacity, waiting_count,
		(select count(*) from public.memberships where group_id = g.id))
	from public.groups g where id = md5('koffie')::uuid;
$$;

-- Asking

select is(pg_temp.does(person, verb), refusal, format('%s: %s is refused', person, verb))
from unnest(array['ask_for_chair', 'wait_for_chair', 'withdraw_request']) verb,
	(values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
		('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.does('nobody', 'ask_for_chair', 'no such group'), 'PT404 not_found',
	'a group that does not exist answers as one of another neighbourhood does');
select is(pg_temp.says('nobody', 'select public.ask_for_chair(null)'), 'PT404 not_found', 'so does no group at all');
select is(pg_temp.does('call', 'ask_for_chair'), 'PT404 not_found', 'staff who are no residents take no chair');
select is(pg_temp.does('eerst', 'ask_for_chair'), 'asked', 'a resident asks for a free chair');
select is(pg_temp.does('eerst', 'ask_for_chair'), 'asked', 'asking twice is one request');
select is(pg_temp.does('later', 'wait_for_chair'), 'asked', 'waiting for a chair that is free is asking for it');
select is(pg_temp.does('laatst', 'ask_for_chair'), 'asked', 'several may ask for the last chair');
select is(pg_temp.does('mate', 'ask_for_chair'), 'member', 'who has a chair need not ask');
select is((select count(*) from public.chair_requests), 3::bigint, 'three people ask');
select is(pg_temp.does('nobody', 'ask_for_chair'), 'asked', 'a fourth asks');
select is(pg_temp.does('nobody', 'withdraw_request'), '', 'and withdraws');
select is(pg_temp.does('nobody', 'withdraw_request'), '', 'withdrawing twice is harmless');
select is(pg_temp.chairs(), '3 of 4, 0 waiting, 3 rows', 'asking takes no chair');
select is(pg_temp.says(person, $$select count(*) from public.chair_requests$$), seen, message)
from (values
	('eerst', '1', 'people see their own request'), ('host', '3', 'the host sees who asks'),
	('guide', '3', 'so does a facilitator'), ('mate', '0', 'a group mate does not'),
	('call', '0', 'nor does the contact person'), ('farguide', '0', 'nor a facilitator of elsewhere'),
	('away', '0', 'nor someone of elsewhere'), ('visitor', '42501', 'nor a visitor')
) looking(person, seen, message);

-- Welcome

create function pg_temp.welcomes(person text, newcomer text) returns text language sql as $$
	select pg_temp.says(person, format('select public.welcome(%L, %L)', md5('koffie')::uuid, md5('r ' || newcomer)::uuid));
$$;
select is(pg_temp.welcomes(person, 'later'), refusal, 'refused to welcome: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
	('farguide', 'PT404 not_found'), ('nobody', 'PT403 host_only'), ('mate', 'PT403 host_only'),
	('later', 'PT403 host_only'), ('call', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.welcomes('host', 'nobody'), 'PT409 request_withdrawn', 'who does not ask is not welcomed');
select is(pg_temp.welcomes('host', 'away'), 'PT409 request_withdrawn', 'someone of elsewhere answers as nobody does');
select is(pg_temp.says('host', format('select public.welcome(%L, null)', md5('koffie')::uuid)), 'PT409 request_withdrawn', 'nobody is not welcomed');
select is(pg_temp.welcomes('guide', 'later'), 'member', 'a facilitator gives the chair to someone who asks');
select is(pg_temp.chairs(), '4 of 4, 2 waiting, 4 rows', 'that was the last one');
select is(pg_temp.line(), 'Eerst Laatst', 'the others go to the waiting list in the order in which they asked');
select is_empty('select * from public.chair_requests', 'nobody asks any more');
select is(pg_temp.welcomes('host', 'later'), 'member', 'welcoming a member is harmless');
select is(pg_temp.welcomes('host', 'eerst'), 'waiting', 'a welcome that comes too late says that they wait');

-- Full

select is(pg_temp.does('nobody', 'ask_for_chair'), 'PT409 group_full', 'a full group has no chair to ask for');
select is(pg_temp.does('eerst', 'ask_for_chair'), 'waiting', 'who waits need not ask');
select is(pg_temp.does('nobody', 'wait_for_chair'), 'waiting', 'a resident waits for a chair');
select is(pg_temp.does('nobody', 'wait_for_chair'), 'waiting', 'waiting twice is one place');
select is(pg_temp.does('mate', 'wait_for_chair'), 'member', 'a member does not wait');
select is(pg_temp.line(), 'Eerst Laatst Nobody', 'first come, first served');
select is(pg_temp.says('nobody', $$select (public.group_page(md5('koffie')::uuid) ->> 'place')$$), '3', 'one sees one''s own place in line');
select is(pg_temp.says(person, 'select count(*) from public.waitlist'), seen, message)
from (values
	('nobody', '1', 'who waits sees only themselves in line'), ('guide', '3', 'a facilitator sees the line'),
	('host', '0', 'a host does not'), ('mate', '0', 'nor a member'), ('away', '0', 'nor someone of elsewhere'),
	('farguide', '0', 'nor a facilitator of elsewhere'), ('visitor', '42501', 'nor a visitor')
) looking(person, seen, message);
select is(pg_temp.does('eerst', 'withdraw_request'), '', 'people leave the line');
select is(pg_temp.line(), 'Laatst Nobody', 'and the next is first');
select throws_ok($$insert into public.memberships (group_id, resident_id, since)
	values (md5('koffie')::uuid, md5('r alone')::uuid, now())$$, '23514', null,
	'not even the owner of the database seats one more than there are chairs');

-- The number of chairs

create function pg_temp.sets(person text, capacity text) returns text language sql as $$
	select pg_temp.says(person, format('select public.change_capacity(%L, %s)', md5('koffie')::uuid, capacity));
$$;
select is(pg_temp.sets(person, '8'), refusal, 'refused to change the chairs: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
	('farguide', 'PT404 not_found'), ('nobody', 'PT403 host_only'), ('mate', 'PT403 host_only'),
	('guide', 'PT403 host_only')) outsider(person, refusal);
select is(pg_temp.sets('host', '3'), 'PT409 capacity_below_members', 'fewer chairs than members is refused');
select is(pg_temp.sets('host', '9'), '23514', 'a ninth chair does not exist');
select is(pg_temp.sets('host', 'null'), '23502', 'no number is refused');
select is(pg_temp.sets('host', '2147483647'), '22003', 'a huge number is refused');
select is(pg_temp.sets('host', '4'), '', 'the same number is harmless');
select is(pg_temp.chairs(), '4 of 4, 2 waiting, 4 rows', 'nothing of that changed a chair');
select is(pg_temp.sets('host', '5'), '', 'the host adds a chair');
select is(pg_temp.line(), 'Nobody', 'one chair more seats one, the first in line');
select is(pg_temp.sets('host', '8'), '', 'the host adds three');
select is(pg_temp.chairs(), '6 of 8, 0 waiting, 6 rows', 'everyone who waited sits, two chairs are free');
select is(pg_temp.does('alone', 'ask_for_chair'), 'asked', 'one of them is asked for');
select is(pg_temp.sets('host', '6'), '', 'the free chairs go away');
select is(pg_temp.line(), 'Alone', 'and who asked for one waits');
select is(pg_temp.sets('host', '7'), '', 'one comes back');
select is(pg_temp.chairs(), '7 of 7, 0 waiting, 7 rows', 'and is theirs');

select * from finish();
rollback;
