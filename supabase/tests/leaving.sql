-- Leaving a group, undoing that for a day, and who is host afterwards.
begin;
select plan(96);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array[
	'host', 'mate', 'third', 'eerst', 'later', 'nobody', 'solo', 'duo', 'ana', 'bob', 'cas', 'dirk', 'els'
]) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 3, 'host', 'mate', 'third'), pg_temp.circle('duet', 3, 'solo', 'duo'),
	pg_temp.circle('spel', 3, 'ana', 'bob', 'cas');
insert into public.waitlist values
	(md5('koffie')::uuid, md5('r eerst')::uuid, now()), (md5('koffie')::uuid, md5('r later')::uuid, now() + interval '1 s'),
	(md5('spel')::uuid, md5('r dirk')::uuid, now()), (md5('spel')::uuid, md5('r els')::uuid, now() + interval '1 s');

create function pg_temp.does(person text, verb text, circle text default 'koffie') returns text
language sql as $$
	select pg_temp.says(person, format('select public.%s(%L)', verb, md5(circle)::uuid));
$$;

-- The members, longest first, the host with a star; then who waits.
create function pg_temp.sitting(circle text default 'koffie') returns text language sql as $$
	select concat_ws(' | ',
		(select string_agg(r.first_name || case when m.is_host then '*' else '' end, ' ' order by m.since, r.id)
		from public.memberships m join public.residents r on r.id = m.resident_id
		where m.group_id = md5(circle)::uuid),
		(select string_agg(r.first_name, ' ' order by w.since, r.id)
		from public.waitlist w join public.residents r on r.id = w.resident_id
		where w.group_id = md5(circle)::uuid));
$$;

-- Refused

select is(pg_temp.does(person, verb), refusal, format('%s: %s is refused', person, verb))
from unnest(array['leave_group', 'undo_leave']) verb,
	(values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
		('guide', 'PT404 not_found'), ('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.does('nobody', 'leave_group'), '', 'leaving a group one is not in is harmless');
select is(pg_temp.does('eerst', 'leave_group'), '', 'leaving does not give up a place in line');
select is(pg_temp.does('nobody', 'undo_leave'), 'PT409 undo_too_late', 'who did not leave has nothing to undo');
select is(pg_temp.sitting(), 'Host* Mate Third | Eerst Later', 'nothing changed');

-- A chair comes free

select is(pg_temp.does('mate', 'leave_group'), '', 'a member leaves');
select is(pg_temp.sitting(), 'Host* Third Eerst | Later', 'the first in line has the chair in the same moment');
select is(pg_temp.does('mate', 'leave_group'), '', 'leaving twice is harmless');
select is(pg_temp.says('mate', $$select public.today_page() #>> '{left,0,groupName}'$$), 'koffie', 'Vandaag offers to undo it');
select is(pg_temp.says(person, 'select count(*) from public.departures'), seen, message)
from (values ('mate', '1', 'one sees that one left'), ('host', '0', 'the host does not see who left'),
	('third', '0', 'nor do the others'), ('guide', '0', 'nor does a facilitator'), ('away', '0', 'nor anyone elsewhere'),
	('visitor', '42501', 'nor a visitor')) looking(person, seen, message);
select is(pg_temp.says('mate', 'select member_since from public.departures'), '42501', 'what the undo needs to know is not readable');
select is(pg_temp.does('mate', 'undo_leave'), 'waiting', 'the chair is taken: undoing gives a place in line');
select is(pg_temp.sitting(), 'Host* Third Eerst | Mate Later', 'ahead of everybody');
select is(pg_temp.does('mate', 'undo_leave'), 'waiting', 'undoing twice is harmless');
set local buurtplein.now = '2026-11-24 12:01+01';
select is(pg_temp.does('third', 'leave_group'), '', 'another member leaves');
select is(pg_temp.sitting(), 'Host* Eerst Mate | Later', 'and the one who came back sits again');

-- The host leaves

set local buurtplein.now = '2026-11-24 12:02+01';
select is(pg_temp.does('host', 'leave_group'), '', 'the host leaves');
select is(pg_temp.sitting(), 'Eerst* Mate Later', 'the longest member is host, the first in line sits');
select is(
	(select resident_id from public.group_news where kind = 'host_changed' order by id limit 1), md5('r eerst')::uuid,
	'the group reads who is host now'
);
select is(pg_temp.does('later', 'leave_group'), '', 'a chair comes free and nobody waits');
select is(pg_temp.does('host', 'undo_leave'), 'member', 'within a day the host takes the chair back');
select is(pg_temp.sitting(), 'Host Eerst* Mate', 'is the longest member as before, and does not take the role from who is host now');
select is(pg_temp.does('host', 'undo_leave'), 'member', 'who is back is told so');

-- A day later

set local buurtplein.now = '2026-11-25 12:00+01';
select is(pg_temp.does('third', 'undo_leave'), 'waiting', 'a day less a minute later it can be undone');
set local buurtplein.now = '2026-11-25 12:02+01';
select is(pg_temp.does('later', 'undo_leave'), 'PT409 undo_too_late', 'a day later it cannot');
select is(pg_temp.says('later', $$select public.today_page() ->> 'left'$$), '[]', 'and is not offered');

-- Handing over

create function pg_temp.hands(person text, heir text) returns text language sql as $$
	select pg_temp.says(person, format('select public.hand_over(%L, %L)', md5('koffie')::uuid, md5('r ' || heir)::uuid));
$$;
select is(pg_temp.hands(person, 'mate'), refusal, 'refused to hand over: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
	('farguide', 'PT404 not_found'), ('nobody', 'PT403 host_only'), ('mate', 'PT403 host_only'),
	('guide', 'PT403 host_only')) outsider(person, refusal);
select is(pg_temp.hands('eerst', heir), 'PT409 not_a_member', 'a group is not handed to ' || heir)
from unnest(array['third', 'nobody', 'away']) heir;
select is(pg_temp.hands('eerst', 'mate'), '', 'the host hands over to a member');
select is(pg_temp.sitting(), 'Host Eerst Mate* | Third', 'there is one host');
select is(pg_temp.hands('eerst', 'mate'), 'PT403 host_only', 'who handed over is no host any more');

-- The last one

select is(pg_temp.does('duo', 'leave_group', 'duet'), '', 'one of two leaves');
select is(pg_temp.does('solo', 'leave_group', 'duet'), '', 'then the last one');
select is((select closed_at from public.groups where id = md5('duet')::uuid), private.clock(), 'and the group is closed');
select is(pg_temp.says(person, $$select public.group_page(md5('duet')::uuid)$$), null, 'a closed group is not there for: ' || person)
from unnest(array['solo', 'nobody', 'guide']) person;
select is(pg_temp.does('nobody', 'ask_for_chair', 'duet'), 'PT404 not_found', 'nobody asks for a chair in it');
select is(pg_temp.does('duo', 'undo_leave', 'duet'), 'member', 'coming back opens it again');
select is(pg_temp.sitting('duet'), 'Duo*', 'a group that opens again has a host');
select is(pg_temp.does('solo', 'undo_leave', 'duet'), 'member', 'who was host comes back too');
select is(pg_temp.sitting('duet'), 'Solo Duo*', 'beside who is host now');

-- The last one leaves while somebody asks

select is(pg_temp.does(person, 'ask_for_chair', 'duet'), 'asked', person || ' asks for a chair') from unnest(array['nobody', 'third']) person;
select is(pg_temp.does(person, 'leave_group', 'duet'), '', person || ' leaves') from unnest(array['duo', 'solo']) person;
select is((select closed_at from public.groups where id = md5('duet')::uuid), private.clock(), 'the group is closed');
select is(pg_temp.says('nobody', $$select public.today_page() #>> '{asked,0,groupName}'$$), 'duet', 'who asked sees that the request stands');
select is(pg_temp.says('nobody', $$select public.group_page(md5('duet')::uuid) ->> 'mine'$$), 'asked', 'and can look at it');
select is(pg_temp.says('guide', $$select string_agg(r ->> 'firstName', ' ' order by r ->> 'firstName') from jsonb_array_elements(public.overview_page() -> 'requests') r$$),
	'Nobody Third', 'a facilitator sees who asked');
select is(pg_temp.says(person, $$select public.group_page(md5('duet')::uuid)$$), null, 'for others the group is not there: ' || person)
from unnest(array['solo', 'eerst', 'away', 'farguide']) person;
select is(pg_temp.says(person, $$select count(*) from jsonb_array_elements(public.groups_page()) g where g ->> 'id' = md5('duet')::uuid::text$$), '0', 'it is not in the list of ' || person)
from unnest(array['nobody', 'guide', 'eerst']) person;
select is(pg_temp.does('third', 'withdraw_request', 'duet'), '', 'who asked can take that back');
create function pg_temp.welcomes(person text, guest text) returns text language sql as $$
	select pg_temp.says(person, format('select public.welcome(%L, %L)', md5('duet')::uuid, md5('r ' || guest)::uuid));
$$;
select is(pg_temp.welcomes(person, guest), 'PT404 not_found', format('%s does not welcome %s to it', person, guest))
from (values ('solo', 'nobody'), ('nobody', 'nobody'), ('farguide', 'nobody'), ('guide', 'third')) refused(person, guest);
select is(pg_temp.welcomes('guide', 'nobody'), 'member', 'a facilitator welcomes who still asks');
select is(pg_temp.sitting('duet'), 'Nobody*', 'the group is open again, with a host');
select is((select closed_at from public.groups where id = md5('duet')::uuid), null, 'and there for everybody');

-- Two come back

set local buurtplein.now = '2026-11-25 12:03+01';
select is(pg_temp.does('bob', 'leave_group', 'spel'), '', 'one leaves');
set local buurtplein.now = '2026-11-25 12:04+01';
select is(pg_temp.does('cas', 'leave_group', 'spel'), '', 'and another');
select is(pg_temp.does('bob', 'undo_leave', 'spel'), 'waiting', 'one comes back');
select is(pg_temp.does('cas', 'undo_leave', 'spel'), 'waiting', 'and the other');
select is(pg_temp.sitting('spel'), 'Ana* Dirk Els | Cas Bob', 'who came back last is first in line, ahead of everybody');

-- Somebody deletes their account

set local buurtplein.now = '2026-11-25 12:05+01';
delete from auth.users where id = md5('dirk')::uuid;
select is(pg_temp.sitting('spel'), 'Ana* Els Cas | Bob', 'a deleted person''s chair goes to the first in line');
delete from public.residents where id in (md5('r ana')::uuid, md5('r els')::uuid, md5('r bob')::uuid);
select is(pg_temp.sitting('spel'), 'Cas*', 'several deleted at once leave no chair to somebody deleted');
select is((select format('%s %s', chairs_taken, waiting_count) from public.groups where id = md5('spel')::uuid), '1 0', 'and the counts are right');
select lives_ok(format('delete from public.neighbourhoods where id = %L', md5('oost')::uuid), 'a neighbourhood can be deleted with everybody in it');

select * from finish();
rollback;
