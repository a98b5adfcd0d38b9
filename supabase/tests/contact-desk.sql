-- The contact person and the stand-in: when they are there, who gets what, and what all others see of it.
begin;
select plan(134);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['ana', 'bob']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('contact', 'oost', 'contact_person'), pg_temp.works('standin', 'oost', 'stand_in'),
	pg_temp.works('farcontact', 'west', 'contact_person'), pg_temp.account('lost'), pg_temp.account('worker');
insert into care.organisations (id, name) values (md5('nabij')::uuid, 'Nabij');
insert into care.workers (organisation_id, profile_id, first_name)
values (md5('nabij')::uuid, md5('worker')::uuid, 'Worker');

-- A Tuesday.
set local buurtplein.now = '2026-11-24 12:00+01';

create function pg_temp.does(person text, verb text, more text) returns text language sql as $$
	select pg_temp.says(person, format('select public.%s(%s)', verb, more));
$$;
create function pg_temp.now_of(role text) returns text language sql as $$
	select pg_temp.says('visitor', format(
		'select concat_ws('' '', case when (c #>> ''{now,here}'')::boolean then ''here'' end, c #>> ''{now,inDays}'', c #>> ''{now,from}'', c #>> ''{now,until}'')
		from jsonb_array_elements(public.contact_page(''oost'') -> ''contact'') c where c ->> ''role'' = %L', role
	));
$$;
create function pg_temp.asks(person text, request text) returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.ask_contact(%L, %L, ''question'', %L, ''morning'', ''06 12345678'', false, null, null, null, null)',
		md5(request)::uuid, md5('oost')::uuid, request
	));
$$;
create function pg_temp.of(person text, request text, path text) returns text language sql as $$
	select pg_temp.says(
		person, format('select public.contact_request_page(%L) #>> %L', md5(request)::uuid, path)
	);
$$;
create function pg_temp.desk(person text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.contact_desk() #>> %L', path));
$$;
create function pg_temp.words_on_desk(person text) returns text language sql as $$
	select pg_temp.says(person, 'select string_agg(r ->> ''words'', '', '' order by nth)
		from jsonb_array_elements(public.contact_desk() #> ''{0,requests}'') with ordinality q (r, nth)');
$$;
create temporary table others (person text);
insert into others values ('visitor'), ('ana'), ('away'), ('guide'), ('lost'), ('worker');

-- Hours -----------------------------------------------------------------------------------------------

select is(pg_temp.now_of('contact_person'), '', 'without hours nobody says when they are there');
select is(
	pg_temp.does('contact', 'set_contact_hours', format('%L, (select jsonb_agg(jsonb_build_object(
		''weekday'', d, ''opensAt'', ''09:00'', ''closesAt'', ''17:00'')) from generate_series(1, 5) d)', md5('oost')::uuid)),
	'', 'the contact person sets the hours of a week'
);
select is(
	pg_temp.does('standin', 'set_contact_hours', format('%L, ''[{"weekday": 2, "opensAt": "10:00", "closesAt": "16:00"}]''', md5('oost')::uuid)),
	'', 'so does the stand-in'
);
select is(pg_temp.now_of('contact_person'), 'here 0 09:00 17:00', 'er vandaag tot 17 uur');
select is(pg_temp.desk('contact', '{0,hours,4,closesAt}'), '17:00', 'they are on the desk to change');
select is(
	pg_temp.does('contact', 'set_contact_hours', format('%L, ''[{"weekday": 1, "opensAt": "10:00", "closesAt": "09:00"}]''', md5('oost')::uuid)),
	'23514', 'nobody closes before opening'
);
select is(
	pg_temp.does('contact', 'set_contact_hours', format('%L, ''[{"weekday": 1, "opensAt": "10:00", "closesAt": "11:00"}, {"weekday": 1, "opensAt": "13:00", "closesAt": "14:00"}]''', md5('oost')::uuid)),
	'23505', 'a day has one time'
);
select is(
	(select count(*) from public.contact_hours), 6::bigint, 'what was refused changed nothing'
);
create temporary table verbs as
select v.verb, format(v.more, md5('oost')::uuid, md5('x')::uuid) as more from (values
	('set_contact_hours', '%1$L, ''[]'''), ('go_away', '%2$L, %1$L, ''2026-12-01'', ''2026-12-02'''),
	('not_now', '%1$L, 30'), ('keep_service', '%2$L, %1$L, ''police'', ''Agent'', ''Vraag'', null, null, null'),
	('note_nuisance', '%2$L, %1$L, ''Lawaai'', null, null, ''noise'', ''night'', 1, ''with_me''')
) v (verb, more);
select is_empty(
	$$select o.person, v.verb from others o, verbs v
	where pg_temp.does(o.person, v.verb, v.more)
		<> case o.person when 'visitor' then '42501' else 'PT404 not_found' end$$,
	'nobody else does what they do: not a resident, facilitator, worker, or anybody elsewhere'
);
select is(
	pg_temp.does('farcontact', 'not_now', format('%L, 30', md5('oost')::uuid)), 'PT404 not_found',
	'nor the contact person of another neighbourhood'
);
select is_empty(
	$$select person from others where pg_temp.says(person, 'select public.contact_desk()')
		<> case person when 'visitor' then '42501' else '[]' end$$,
	'and nobody else has a desk'
);
set local buurtplein.now = '2026-11-24 17:00+01';
select is(pg_temp.now_of('contact_person'), '1 09:00 17:00', 'at five it is tomorrow from nine');
set local buurtplein.now = '2026-11-27 18:00+01';
select is(pg_temp.now_of('contact_person'), '3 09:00 17:00', 'on Friday evening it is Monday');
set local buurtplein.now = '2026-12-24 17:30+01';
select is(pg_temp.now_of('contact_person'), '4 09:00 17:00', 'the days of Christmas are skipped');
set local buurtplein.now = '2027-03-26 12:00+01';
select is(pg_temp.now_of('contact_person'), 'here 0 09:00 17:00', 'Good Friday is a day like any other');
set local buurtplein.now = '2027-03-26 17:00+01';
select is(pg_temp.now_of('contact_person'), '4 09:00 17:00', 'the days of Easter are not, also when the clock changes');
set local buurtplein.now = '2026-10-23 18:00+02';
select is(pg_temp.now_of('contact_person'), '3 09:00 17:00', 'in autumn nine stays nine');

-- Away ------------------------------------------------------------------------------------------------

set local buurtplein.now = '2026-11-24 12:00+01';
select is(pg_temp.asks('ana', 'voor de vakantie'), md5('voor de vakantie')::uuid::text, 'asked before the holiday');
select is(
	pg_temp.does('contact', 'go_away', format('%L, %L, ''2026-11-23'', ''2026-11-23''', md5('leave')::uuid, md5('oost')::uuid)),
	'PT409 moment_in_past', 'nobody is away yesterday'
);
select is(
	pg_temp.does('contact', 'go_away', format('%L, %L, ''2026-11-25'', ''2027-11-26''', md5('leave')::uuid, md5('oost')::uuid)),
	'PT409 not_that_far', 'nor for more than a year'
);
select is(
	pg_temp.does('contact', 'go_away', format('%L, %L, ''2026-11-26'', ''2026-11-25''', md5('leave')::uuid, md5('oost')::uuid)),
	'23514', 'nor back before they went'
);
select is(
	pg_temp.does('contact', 'go_away', format('%L, %L, ''2026-11-24'', ''2026-12-04''', md5('leave')::uuid, md5('oost')::uuid)),
	'', 'the contact person goes away'
);
select is(
	pg_temp.does('contact', 'go_away', format('%L, %L, ''2026-11-24'', ''2026-12-04''', md5('leave')::uuid, md5('oost')::uuid)),
	'', 'the same form sent twice'
);
select is((select count(*) from public.staff_absences), 1::bigint, 'goes once');
select is(pg_temp.desk('contact', '{0,absences,0,lastOn}'), '2026-12-04', 'it is on the desk');
select is(pg_temp.desk('standin', '{0,absences}'), '[]', 'of who goes alone');
select is(pg_temp.now_of('contact_person'), '13 09:00 17:00', 'everybody sees when they are back');
select is(pg_temp.of('standin', 'voor de vakantie', '{id}'), null, 'what was asked before stays where it was');
select is(pg_temp.asks('ana', 'in de vakantie'), md5('in de vakantie')::uuid::text, 'asked meanwhile');
select is(pg_temp.of('ana', 'in de vakantie', '{holder,firstName}'), 'Standin', 'it goes to the stand-in');
select is(pg_temp.of('ana', 'in de vakantie', '{bothSee}'), 'true', 'who asked knows that both see it');
select is(pg_temp.words_on_desk('standin'), 'in de vakantie', 'the stand-in sees it');
select is(pg_temp.words_on_desk('contact'), 'voor de vakantie, in de vakantie', 'and the contact person too');
select is(
	pg_temp.says('ana', 'select public.my_contact_page() #>> ''{neighbourhoods,0,answers,firstName}'''), 'Standin',
	'the page says beforehand who gets it'
);
select is(
	pg_temp.does('standin', 'not_now', format('%L, 60', md5('oost')::uuid)), '', 'the stand-in is not there for an hour'
);
select is(pg_temp.now_of('stand_in'), '0 13:00 16:00', 'everybody sees until when');
select is(pg_temp.asks('ana', 'nu niemand'), md5('nu niemand')::uuid::text, 'asked while both are away');
select is(pg_temp.of('ana', 'nu niemand', '{holder,role}'), 'stand_in', 'it goes to who is back first');
select is(pg_temp.does('standin', 'come_back', quote_literal(md5('leave')::uuid)), '', 'somebody else');
select is((select count(*) from public.staff_absences), 1::bigint, 'brings nobody back');
select is(pg_temp.does('contact', 'come_back', quote_literal(md5('leave')::uuid)), '', 'the contact person comes back sooner');
select is(pg_temp.now_of('contact_person'), 'here 0 09:00 17:00', 'and is there');
select is(
	pg_temp.does('contact', 'not_now', format('%L, null', md5('oost')::uuid)), '', 'nu even niet, for the rest of the day'
);
select is(pg_temp.now_of('contact_person'), '1 09:00 17:00', 'is until tomorrow');
select is(pg_temp.desk('contact', '{0,notNowUntil}')::timestamptz, timestamptz '2026-11-25 00:00+01', 'the desk knows');
select is(pg_temp.desk('standin', '{0,notNowUntil}')::timestamptz, timestamptz '2026-11-24 13:00+01', 'each their own');
select is(pg_temp.asks('ana', 'allebei even niet'), md5('allebei even niet')::uuid::text, 'asked while both are not there');
select is(pg_temp.of('ana', 'allebei even niet', '{holder,role}'), 'stand_in', 'goes to who is there again in an hour');
select is(pg_temp.does('contact', 'not_now', format('%L, 0', md5('oost')::uuid)), '', 'there again');
select is(pg_temp.now_of('contact_person'), 'here 0 09:00 17:00', 'at once');
select is(pg_temp.does('standin', 'not_now', format('%L, 0', md5('oost')::uuid)), '', 'and the other');
delete from public.contact_requests;

-- A promise that is not kept ------------------------------------------------------------------------------

select is(pg_temp.asks('bob', 'wie leest mij'), md5('wie leest mij')::uuid::text, 'a request that nobody reads');
set local buurtplein.now = '2026-11-25 11:59+01';
select private.warn_of_waiting_requests();
select is(pg_temp.of('standin', 'wie leest mij', '{id}'), null, 'within a working day the stand-in sees nothing');
select is((select count(*) from private.outbox), 0::bigint, 'and gets no mail');
set local buurtplein.now = '2026-11-25 12:00+01';
select is(pg_temp.desk('contact', '{0,requests,0,late}'), 'true', 'then it is late');
select private.warn_of_waiting_requests(), private.warn_of_waiting_requests();
select is(pg_temp.of('standin', 'wie leest mij', '{words}'), 'wie leest mij', 'and the stand-in sees it');
select is(pg_temp.of('contact', 'wie leest mij', '{words}'), 'wie leest mij', 'beside the contact person');
select is(pg_temp.of('bob', 'wie leest mij', '{bothSee}'), 'true', 'which who asked is told');
select is_empty(
	$$select person from others where coalesce(pg_temp.of(person, 'wie leest mij', '{id}'), '42501') <> '42501'$$,
	'and nobody else'
);
create temporary table mails as
select kind, profile_id, neighbourhood_id from private.outbox;
select results_eq(
	'select kind, profile_id from mails', format($$values ('request_waits', %L::uuid)$$, md5('standin')::uuid),
	'one mail to the stand-in, which says only that something waits'
);
select is(
	pg_temp.does('standin', 'read_contact_request', quote_literal(md5('wie leest mij')::uuid)), '', 'the stand-in reads it'
);
select is(pg_temp.asks('ana', 'nog een'), md5('nog een')::uuid::text, 'another');
set local buurtplein.now = '2026-11-26 07:59+01';
update public.contact_requests set promised_at = private.clock() where state = 'waiting';
select private.warn_of_waiting_requests();
select is((select count(*) from private.outbox), 1::bigint, 'within a day it is no other mail');
select is(pg_temp.of('standin', 'nog een', '{words}'), 'nog een', 'but seen all the same');
select is(pg_temp.asks('ana', 'de derde'), md5('de derde')::uuid::text, 'a third');
set local buurtplein.now = '2026-11-26 12:00+01';
update public.contact_requests set promised_at = private.clock() where state = 'waiting' and warned_at is null;
select private.warn_of_waiting_requests();
select is((select count(*) from private.outbox), 2::bigint, 'the next day it is one');
update public.staff set profile_id = md5('bob')::uuid where id = md5('s standin')::uuid;
select is(pg_temp.asks('bob', 'van wie invalt'), md5('van wie invalt')::uuid::text, 'asked by who stands in');
set local buurtplein.now = '2026-11-28 12:00+01';
update public.contact_requests set promised_at = private.clock() where state = 'waiting' and warned_at is null;
select private.warn_of_waiting_requests();
select is((select count(*) from private.outbox), 2::bigint, 'nobody is mailed about their own request');
update public.staff set profile_id = md5('standin')::uuid where id = md5('s standin')::uuid;
savepoint gone;
select is(pg_temp.asks('ana', 'gelezen en beloofd'), md5('gelezen en beloofd')::uuid::text, 'one that is read');
select is(
	pg_temp.does('contact', 'answer_contact_request', format('%L, ''planned'', ''2026-11-30 10:00+01'', null', md5('gelezen en beloofd')::uuid)),
	'', 'and promised'
);
update public.staff set not_now_until = '2026-11-30 12:00+01' where id = md5('s contact')::uuid;
select private.warn_of_waiting_requests();
select is(pg_temp.of('standin', 'gelezen en beloofd', '{id}'), null, 'stays with who promised, away or not');
set local buurtplein.now = '2026-11-30 10:00+01';
select private.warn_of_waiting_requests();
select is(pg_temp.of('standin', 'gelezen en beloofd', '{words}'), 'gelezen en beloofd', 'until the promise is not kept: nobody is forgotten');
select is((select count(*) from private.outbox), 3::bigint, 'of which the stand-in hears');
set local buurtplein.now = '2026-12-01 10:00+01';
select private.warn_of_waiting_requests();
select is((select count(*) from private.outbox), 3::bigint, 'once');
select is(
	pg_temp.does('contact', 'answer_contact_request', format('%L, ''today'', null, null', md5('gelezen en beloofd')::uuid)),
	'', 'another promise'
);
set local buurtplein.now = '2026-12-02 00:00+01';
select private.warn_of_waiting_requests();
select is((select count(*) from private.outbox), 4::bigint, 'is another that may be broken');
select is(
	pg_temp.does('standin', 'answer_contact_request', format('%L, ''closed'', null, null', md5('gelezen en beloofd')::uuid)),
	'', 'closed'
);
set local buurtplein.now = '2026-12-31 10:00+01';
select private.warn_of_waiting_requests();
select is((select count(*) from private.outbox), 4::bigint, 'nothing waits any more');
rollback to gone;
savepoint away;
delete from public.contact_requests;
delete from private.outbox;
select is(pg_temp.asks('ana', 'net te laat'), md5('net te laat')::uuid::text, 'asked, and then');
select private.warn_of_waiting_requests();
select is(pg_temp.of('standin', 'net te laat', '{id}'), null, 'out of hours is not away');
select is(pg_temp.does('contact', 'not_now', format('%L, 60', md5('oost')::uuid)), '', 'the contact person is away');
select private.warn_of_waiting_requests();
select is(pg_temp.of('standin', 'net te laat', '{words}'), 'net te laat', 'nobody waits for who is away: both see it at once');
select is(pg_temp.of('ana', 'net te laat', '{bothSee}'), 'true', 'which who asked is told');
select is((select count(*) from private.outbox), 1::bigint, 'and the stand-in is mailed');
rollback to away;
savepoint left_work;
delete from public.contact_requests;
select is(pg_temp.asks('ana', 'aan wie stopte'), md5('aan wie stopte')::uuid::text, 'asked of who stops');
delete from public.staff where id = md5('s contact')::uuid;
select is(pg_temp.of('standin', 'aan wie stopte', '{id}'), null, 'is nobody''s');
select private.warn_of_waiting_requests();
select is(pg_temp.of('standin', 'aan wie stopte', '{words}'), 'aan wie stopte', 'only until the next hour');
rollback to left_work;
savepoint own;
delete from public.contact_requests;
delete from private.outbox;
update public.staff set profile_id = md5('bob')::uuid where id = md5('s standin')::uuid;
select is(pg_temp.asks('bob', 'van mijzelf'), md5('van mijzelf')::uuid::text, 'asked by who stands in');
select is(pg_temp.does('contact', 'not_now', format('%L, 60', md5('oost')::uuid)), '', 'while the contact person is away');
select private.warn_of_waiting_requests();
select is((select count(*) from private.outbox), 0::bigint, 'is no mail to themselves');
rollback to own;
savepoint seldom;
delete from public.contact_requests;
delete from public.contact_hours where staff_id = md5('s contact')::uuid and weekday <> 2;
set local buurtplein.now = '2026-12-23 12:00+01';
select is(pg_temp.asks('ana', 'voor Kerst'), md5('voor Kerst')::uuid::text, 'asked of who is there once a week');
set local buurtplein.now = '2026-12-24 12:00+01';
select is(pg_temp.asks('ana', 'op kerstavond'), md5('op kerstavond')::uuid::text, 'and before Christmas');
select is(
	pg_temp.of('ana', 'voor Kerst', '{promisedAt}')::timestamptz, timestamptz '2026-12-24 17:00+01',
	'is read the next working day, by five'
);
select is(
	pg_temp.of('ana', 'op kerstavond', '{promisedAt}')::timestamptz, timestamptz '2026-12-28 17:00+01',
	'which Christmas and a weekend are not'
);
rollback to seldom;

-- Told by telephone -----------------------------------------------------------------------------------

delete from public.contact_requests;
create function pg_temp.notes(person text, request text, talk text default 'with_me') returns text language sql as $$
	select pg_temp.does(person, 'note_nuisance', format(
		'%L, %L, %L, null, null, ''animals'', ''evening'', 3, %L', md5(request)::uuid, md5('oost')::uuid, request, talk
	));
$$;
select is(pg_temp.notes('contact', 'blaffende hond'), md5('blaffende hond')::uuid::text, 'the contact person notes what was told');
select is(pg_temp.notes('contact', 'blaffende hond'), md5('blaffende hond')::uuid::text, 'twice is once');
select is((select count(*) from public.contact_requests), 1::bigint, 'indeed');
select is((select author_id from public.contact_requests), null, 'of nobody');
select is(pg_temp.of('contact', 'blaffende hond', '{author}'), null, 'also on the page');
select is(pg_temp.of('standin', 'blaffende hond', '{id}'), null, 'the stand-in does not see it');
select is(pg_temp.notes('standin', 'blaffende hond'), 'PT404 not_found', 'nor learns that it is there');
select is(pg_temp.does('contact', 'cancel_contact_request', quote_literal(md5('blaffende hond')::uuid)), 'PT404 not_found', 'nobody takes back what has no author');
select is(pg_temp.does('contact', 'message_author', quote_literal(md5('blaffende hond')::uuid)), 'PT404 not_found', 'nor is anybody written to');
select is(pg_temp.does('contact', 'ask_handover', quote_literal(md5('blaffende hond')::uuid)), '', 'handed over');
select is(pg_temp.of('standin', 'blaffende hond', '{role}'), 'stand_in', 'it goes at once: there is nobody to ask');
select is(pg_temp.of('contact', 'blaffende hond', '{id}'), null, 'and is off the first desk');
select is(pg_temp.notes('standin', 'bel terug', 'call_me'), md5('bel terug')::uuid::text, 'who rang need not leave a number');

-- Counts ----------------------------------------------------------------------------------------------

create function pg_temp.counts(person text) returns text language sql as $$
	select pg_temp.says(person, 'select string_agg(concat_ws('' '', c ->> ''topic'', c ->> ''nuisance'', c ->> ''times''), '', '')
		from jsonb_array_elements(public.contact_desk() #> ''{0,counts}'') c');
$$;
delete from public.contact_counts;
insert into public.contact_counts (neighbourhood_id, month, topic, nuisance, times) values
	(md5('oost')::uuid, '2026-11-01', 'app', null, 9), (md5('oost')::uuid, '2026-10-01', 'nuisance', 'noise', 6),
	(md5('oost')::uuid, '2026-11-01', 'nuisance', 'noise', 4), (md5('oost')::uuid, '2026-11-01', 'nuisance', 'smell', 9),
	(md5('oost')::uuid, '2025-11-01', 'worry', null, 40), (md5('west')::uuid, '2026-11-01', 'worry', null, 40);
select is(pg_temp.counts('contact'), 'nuisance noise 10', 'what was asked ten times in a year is counted, by kind');
select is(pg_temp.counts('standin'), 'nuisance noise 10', 'for the stand-in too');
select is(pg_temp.notes('contact', 'nog een hond'), md5('nog een hond')::uuid::text, 'one more');
select is(
	(select times from public.contact_counts where nuisance = 'animals'), 1, 'is one more, also told by telephone'
);
select is((select month from public.contact_counts where nuisance = 'animals'), date '2026-11-01', 'in its month');

-- Who does what ---------------------------------------------------------------------------------------

create function pg_temp.keeps(person text, service text, website text default null) returns text language sql as $$
	select pg_temp.does(person, 'keep_service', format(
		'%L, %L, ''police'', %L, ''Iets over veiligheid.'', ''0900 1234'', %L, ''Elke dag''',
		md5(service)::uuid, md5('oost')::uuid, service, website
	));
$$;
create function pg_temp.services(slug text default 'oost') returns text language sql as $$
	select pg_temp.says('visitor', format('select string_agg(s ->> ''name'', '', '')
		from jsonb_array_elements(public.contact_page(%L) -> ''services'') s', slug));
$$;
select is(pg_temp.keeps('contact', 'Wijkagent'), '', 'the contact person adds who does what');
select is(pg_temp.keeps('standin', 'De Linde'), '', 'so does the stand-in');
select is(pg_temp.services(), 'De Linde, Wijkagent', 'anyone reads it');
select is(pg_temp.services('west'), null, 'in that neighbourhood');
select is(
	pg_temp.says('ana', 'select public.my_contact_page() #>> ''{neighbourhoods,0,services,1,telephone}'''), '0900 1234',
	'residents on their own page'
);
select is(pg_temp.keeps('contact', 'Slecht', 'javascript:alert(1)'), '23514', 'a website is one');
select is(
	pg_temp.does('farcontact', 'keep_service', format(
		'%L, %L, ''other'', ''Van ons'', ''Niets'', null, null, null', md5('Wijkagent')::uuid, md5('west')::uuid
	)),
	'PT404 not_found', 'nobody takes what is of another neighbourhood'
);
select is(pg_temp.does('farcontact', 'remove_service', quote_literal(md5('Wijkagent')::uuid)), '', 'nor');
select is(pg_temp.does('ana', 'remove_service', quote_literal(md5('Wijkagent')::uuid)), '', 'does anybody else');
select is(pg_temp.services(), 'De Linde, Wijkagent', 'remove it');
select is(pg_temp.does('standin', 'remove_service', quote_literal(md5('Wijkagent')::uuid)), '', 'who works here');
select is(pg_temp.services(), 'De Linde', 'does');
select is(
	(select array_agg(pg_temp.keeps('contact', 'Dienst ' || n)) from generate_series(2, 20) n), array_fill(''::text, array[19]),
	'there is room for twenty'
);
select is(pg_temp.keeps('contact', 'Dienst 21'), 'PT409 too_many_services', 'not for more');
select is(pg_temp.keeps('contact', 'Dienst 20'), '', 'and the twentieth can still be changed');

-- What anyone sees ------------------------------------------------------------------------------------

select is(pg_temp.says('visitor', 'select public.contact_page(''nergens'')'), null, 'a neighbourhood that is not there has no page');
select is(
	pg_temp.says('visitor', 'select public.contact_page(''oost'') #>> ''{contact,0,telephone}'''), '010 1234567',
	'a visitor sees whom to call'
);
select is_empty(
	$$select key from jsonb_array_elements(pg_temp.says('visitor', 'select public.contact_page(''oost'') -> ''contact''')::jsonb) c,
		jsonb_object_keys(c) key
	where key not in ('role', 'firstName', 'face', 'telephone', 'hours', 'now')$$,
	'and nothing else of them: no days away and no account'
);
select is(
	pg_temp.says('ana', 'select public.my_contact_page() #>> ''{neighbourhoods,0,facilitators,0,firstName}'''), 'Guide',
	'residents see their facilitators beside them'
);
select is(
	pg_temp.says('away', 'select jsonb_path_query_array(public.my_contact_page(), ''$.neighbourhoods[*].name'')::text'), '["West"]',
	'of their own neighbourhood'
);
select is(
	pg_temp.says('guide', 'select public.my_contact_page() #>> ''{neighbourhoods,0,lives}'''), 'false',
	'who only works here sees the page, and asks nothing'
);
select is(pg_temp.says('lost', 'select public.my_contact_page() ->> ''neighbourhoods'''), '[]', 'an account without a neighbourhood sees none');

select * from finish();
rollback;
