-- Deze keer niet, and who may come as a guest in that chair; never more people than chairs.
begin;
select plan(134);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'third', 'eerst', 'later', 'laatst', 'nobody']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 3, 'host', 'mate', 'third');
update public.meetups set id = md5('koffie ' || to_char(week, 'MM-DD'))::uuid;
insert into public.waitlist values (md5('koffie')::uuid, md5('r eerst')::uuid, now()),
	(md5('koffie')::uuid, md5('r later')::uuid, now() + interval '1 s'), (md5('koffie')::uuid, md5('r laatst')::uuid, now() + interval '2 s');

create function pg_temp.does(person text, verb text, week text default '11-23') returns text language sql as $$
	select pg_temp.says(person, format('select public.%s(%L)', verb, md5('koffie ' || $3)::uuid));
$$;
create function pg_temp.guest(person text, comes text, week text default '11-23') returns text language sql as $$
	select pg_temp.says(person, format('select public.answer_as_guest(%L, %s)', md5('koffie ' || $3)::uuid, comes));
$$;
create function pg_temp.coming(person text default 'host', week text default '11-23') returns text language sql as $$
	select string_agg(who ->> 'firstName' || case when (who ->> 'guest')::boolean then ' (gast)' else '' end, ', ')
	from jsonb_array_elements(pg_temp.says(person,
		format('select public.meetup_page(%L) -> ''whoComes''', md5('koffie ' || $2)::uuid))::jsonb) who;
$$;
create function pg_temp.offered(person text, week text default '11-23') returns text language sql as $$
	select private.offered_as_guest(m, md5('r ' || person)::uuid)::text
	from public.meetups m where m.id = md5('koffie ' || $2)::uuid;
$$;
create function pg_temp.leaves(person text) returns text language sql as $$
	select pg_temp.says(person, format('select public.leave_group(%L)', md5('koffie')::uuid));
$$;
-- Weeks to come in which more people may come than there are chairs.
create function pg_temp.crowded() returns bigint language sql as $$
	select count(*) from public.meetups m join public.groups g on g.id = m.group_id
	where m.ends_at > private.clock() and g.capacity < (
		select count(*) from public.memberships s where s.group_id = g.id and not exists (
			select from public.absences a where a.meetup_id = m.id and a.resident_id = s.resident_id
		)
	) + (select count(*) from public.guests t where t.meetup_id = m.id and t.comes);
$$;

-- Who may say it

select is(pg_temp.does(person, verb), refusal, format('%s: %s is refused', person, verb))
from unnest(array['skip_meetup', 'attend_meetup']) verb,
	(values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
		('nobody', 'PT403 members_only'), ('eerst', 'PT403 members_only'), ('guide', 'PT403 members_only'),
		('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.guest(person, 'true'), refusal, person || ': answer_as_guest is refused')
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
	('nobody', 'PT403 not_waiting'), ('mate', 'PT403 not_waiting'), ('guide', 'PT403 not_waiting'),
	('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.guest('eerst', 'true'), 'PT409 no_free_chair', 'without a free chair there is no guest');
select is(pg_temp.guest('eerst', 'null'), '23502', 'an answer is yes or no');
select is(pg_temp.does('host', 'skip_meetup', 'no such week'), 'PT404 not_found', 'a meetup that does not exist is not found');

-- Deze keer niet is seen by nobody

create temporary table seen as
select person, page, pg_temp.says(person, query) as before
from unnest(array['host', 'third', 'guide', 'farguide', 'nobody', 'away', 'laatst']) person,
	(values ('Vandaag', 'select public.today_page()'), ('the group', 'select public.group_page(md5(''koffie'')::uuid)'),
		('the list', 'select public.groups_page()'), ('the overview', 'select public.overview_page()'),
		('the meetup', 'select public.meetup_page(md5(''koffie 11-23'')::uuid) - ''whoComes''')) pages(page, query);
select is(pg_temp.coming(), 'Host, Mate, Third', 'everyone with a chair comes, unless they say otherwise');
select is(pg_temp.does('mate', 'skip_meetup'), '', 'a member says: deze keer niet');
select is(pg_temp.does('mate', 'skip_meetup'), '', 'saying it twice is harmless');
select is(pg_temp.coming(), 'Host, Third', 'who does not come is not among who comes');
select is(pg_temp.coming('host', '11-30'), 'Host, Mate, Third', 'and comes the week after');
select is(pg_temp.says(person, query), before, format('%s reads nothing of it on %s', person, page))
from seen join (values ('Vandaag', 'select public.today_page()'), ('the group', 'select public.group_page(md5(''koffie'')::uuid)'),
	('the list', 'select public.groups_page()'), ('the overview', 'select public.overview_page()'),
	('the meetup', 'select public.meetup_page(md5(''koffie 11-23'')::uuid) - ''whoComes''')) pages(page, query) using (page);
select is(pg_temp.says(person, 'select count(*) from public.absences'), rows, message)
from (values ('mate', '1', 'one sees one''s own absence'), ('host', '0', 'the host sees it not'), ('third', '0', 'nor a group mate'),
	('guide', '0', 'nor a facilitator'), ('farguide', '0', 'nor one of elsewhere'), ('eerst', '0', 'nor who waits'), ('away', '0', 'nor someone of elsewhere'),
	('visitor', '42501', 'nor a visitor')) looking(person, rows, message);

-- The guest

select is(pg_temp.offered('eerst'), 'true', 'the chair is offered to the first in line');
select is(pg_temp.says('eerst', $$select public.today_page() #>> '{offers,0,groupName}'$$), 'koffie', 'on Vandaag');
select is(pg_temp.offered('later'), 'false', 'and to nobody else');
select is(pg_temp.guest('later', 'true'), 'PT409 no_free_chair', 'the second in line does not take it');
select is(pg_temp.guest('eerst', 'false'), '', 'the first says no');
select is(pg_temp.offered('later'), 'true', 'and the second is asked');
select is(pg_temp.guest('eerst', 'true'), '', 'who said no may think again while the chair is free');
select is(pg_temp.guest('eerst', 'true'), '', 'saying so twice is harmless');
select is(pg_temp.coming(), 'Host, Third, Eerst (gast)', 'the members see the guest''s name');
select is(pg_temp.coming('eerst'), 'Host, Third, Eerst (gast)', 'the guest sees who comes');
select is(pg_temp.coming(person), null, 'not seen by: ' || person) from unnest(array['later', 'laatst']) person;
select is(pg_temp.says(person, $$select public.meetup_page(md5('koffie 11-23')::uuid) ->> 'address'$$), address, message)
from (values ('eerst', 'Kade 1', 'the guest of the week sees the address'), ('later', null, 'who waits does not')) looking(person, address, message);
select is(pg_temp.guest('later', 'true'), 'PT409 no_free_chair', 'there was one chair');
select is(pg_temp.does('mate', 'attend_meetup'), 'PT409 chair_given_to_guest', 'who gave up the chair does not take it back from a guest');
select is(pg_temp.says(person, 'select count(*) from public.guests'), rows, message)
from (values ('eerst', '1', 'a guest sees their own answer'), ('later', '0', 'nobody else in line does'), ('host', '0', 'nor the host'),
	('guide', '0', 'nor a facilitator'), ('farguide', '0', 'nor one of elsewhere'), ('visitor', '42501', 'nor a visitor')) looking(person, rows, message);
select is(pg_temp.does('third', 'skip_meetup'), '', 'a second member stays away');
select is(pg_temp.guest('laatst', 'true'), 'PT409 no_free_chair', 'the second chair is not for the third in line');
select is(pg_temp.guest('later', 'true'), '', 'it is for the second');
select is(pg_temp.coming(), 'Host, Eerst (gast), Later (gast)', 'two guests come');
select is(pg_temp.guest('eerst', 'false'), '', 'one withdraws');
select is(pg_temp.does('mate', 'attend_meetup'), '', 'and the member comes after all');
select is(pg_temp.does('mate', 'attend_meetup'), '', 'saying so twice is harmless');
select is(pg_temp.coming(), 'Host, Mate, Later (gast)', 'in that chair');

-- Standing places given on while weeks are freed

select is(pg_temp.leaves('third'), '', 'the absent one leaves the group for good');
select is(pg_temp.coming(), 'Host, Mate, Later (gast)', 'the guest keeps the chair; who got the place has said no for this week');
select is(pg_temp.coming('host', '11-30'), 'Host, Eerst, Mate', 'and comes from the next week on');
select is(pg_temp.crowded(), 0::bigint, 'never more people than chairs');
select is(pg_temp.does('eerst', 'attend_meetup'), 'PT409 chair_given_to_guest', 'the new member does not send the guest away');
select is(pg_temp.does('host', 'skip_meetup', '11-30'), '', 'for another week the host stays away');
select is(pg_temp.guest('later', 'true', '11-30'), '', 'and the first in line is the guest');
select is(pg_temp.leaves('mate'), '', 'a member leaves');
select is(pg_temp.coming('host', '11-30'), 'Eerst, Later', 'a guest who gets a standing place comes as a member');
select is((select count(*) from public.guests where comes and resident_id = md5('r later')::uuid), 0::bigint, 'and is a guest no more');
select is(pg_temp.offered('laatst', '11-30'), 'true', 'so the host''s chair is free for the next');
select is(pg_temp.guest('laatst', 'true', '11-30'), '', 'who takes it');
select is(pg_temp.says('laatst', $$select public.withdraw_request(md5('koffie')::uuid)$$), '', 'who leaves the line');
select is(pg_temp.coming('host', '11-30'), 'Eerst, Later', 'is no guest either');
select is(pg_temp.crowded(), 0::bigint, 'never more people than chairs, all along');

-- A leaver whose absence freed a chair

select is(pg_temp.says('nobody', $$select public.wait_for_chair(md5('koffie')::uuid)$$), 'waiting', 'somebody waits');
select is(pg_temp.says('laatst', $$select public.wait_for_chair(md5('koffie')::uuid)$$), 'waiting', 'and another');
select is(pg_temp.does('later', 'skip_meetup', '12-07'), '', 'a member stays away');
select is(pg_temp.guest('nobody', 'false', '12-07'), '', 'the first says no');
select is(pg_temp.guest('laatst', 'true', '12-07'), '', 'the second is the guest');
select is(pg_temp.says('nobody', $$select public.withdraw_request(md5('koffie')::uuid)$$), '', 'the first goes and comes back');
select is(pg_temp.says('nobody', $$select public.wait_for_chair(md5('koffie')::uuid)$$), 'waiting', 'now behind the guest');
delete from public.waitlist where resident_id = md5('r nobody')::uuid;
insert into public.waitlist values (md5('koffie')::uuid, md5('r nobody')::uuid, '2020-01-01');
select is(pg_temp.leaves('later'), '', 'the absent member leaves, and the place goes to somebody who never answered');
select is(pg_temp.coming('host', '12-07'), 'Host, Eerst, Laatst (gast)', 'the guest keeps the chair of that week');
select is(pg_temp.crowded(), 0::bigint, 'never more people than chairs, then too');

-- Until the start

set local buurtplein.now = '2026-11-25 14:00+01';
select is(pg_temp.does('host', verb), 'PT409 meetup_started', verb || ' is refused from the start on')
from unnest(array['skip_meetup', 'attend_meetup']) verb;
select is(pg_temp.guest('laatst', answer), 'PT409 meetup_started', 'so is a guest''s ' || answer) from unnest(array['true', 'false']) answer;
set local buurtplein.now = '2026-12-09 14:30+01';
select is(pg_temp.leaves('eerst'), '', 'a member leaves while they are together, and the guest gets the place');
select is(pg_temp.coming('host', '12-07'), 'Host, Laatst', 'and is not counted twice at the table');
set local buurtplein.now = '2026-12-09 15:30+01';
select is(pg_temp.coming('host', '12-07'), null, 'who came is shown no more after the end');

select * from finish();
rollback;
