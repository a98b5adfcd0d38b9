-- What a neighbour asks of the contact person: between the two, whatever anybody else is or tries.
begin;
select plan(183);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['ana', 'bob', 'cas']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('contact', 'oost', 'contact_person'), pg_temp.works('standin', 'oost', 'stand_in'),
	pg_temp.works('farcontact', 'west', 'contact_person'), pg_temp.works('farguide', 'west', 'facilitator'),
	pg_temp.account('worker'), pg_temp.account('boss'), pg_temp.account('lost'), pg_temp.account('former');
-- Who works here lives here too, and may ask like anybody else.
insert into public.residents (id, profile_id, neighbourhood_id, first_name)
select md5('r ' || person)::uuid, md5(person)::uuid, md5('oost')::uuid, initcap(person)
from unnest(array['contact', 'standin']) person;
insert into care.organisations (id, name) values (md5('nabij')::uuid, 'Nabij');
insert into care.workers (id, organisation_id, profile_id, first_name)
values (md5('w')::uuid, md5('nabij')::uuid, md5('worker')::uuid, 'Worker');
insert into care.administrators (profile_id, organisation_id, first_name)
values (md5('boss')::uuid, md5('nabij')::uuid, 'Boss');
insert into care.consents (client_id, organisation_id, version, given_at)
values (md5('ana')::uuid, md5('nabij')::uuid, 1, now());
insert into care.relations (client_id, worker_id, organisation_id, started_on)
values (md5('ana')::uuid, md5('w')::uuid, md5('nabij')::uuid, '2026-01-01');
insert into public.contact_hours (staff_id, weekday, opens_at, closes_at)
select md5('s contact')::uuid, d, time '09:00', time '17:00' from generate_series(1, 5) d
union all select md5('s standin')::uuid, d, time '10:00', time '16:00' from generate_series(1, 4) d;
-- A Tuesday.
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'ana', 'bob');

create function pg_temp.asks(
	person text, request text, topic text default 'question', telephone text default '06 12345678',
	keep boolean default false, place text default 'oost'
) returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.ask_contact(%L, %L, %L, %L, %L, %L, %L, null, null, null, null)',
		md5(request)::uuid, md5(place)::uuid, topic, request, case when telephone is not null then 'morning' end,
		telephone, keep
	)) = md5(request)::uuid::text;
$$;
create function pg_temp.complains(person text, request text, talk text, telephone text default null)
returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.ask_contact(%L, %L, ''nuisance'', %L, %L, %L, false, ''noise'', ''night'', 2, %L)',
		md5(request)::uuid, md5('oost')::uuid, request, case when telephone is not null then 'evening' end,
		telephone, talk
	));
$$;
create function pg_temp.of(person text, request text, path text) returns text language sql as $$
	select pg_temp.says(
		person, format('select public.contact_request_page(%L) #>> %L', md5(request)::uuid, path)
	);
$$;
create function pg_temp.desk(person text) returns text language sql as $$
	select pg_temp.says(person, 'select string_agg(r ->> ''words'', '', '' order by nth)
		from jsonb_array_elements(public.contact_desk()) d,
			jsonb_array_elements(d -> ''requests'') with ordinality q (r, nth)');
$$;
create function pg_temp.mine(person text) returns text language sql as $$
	select pg_temp.says(person, 'select string_agg(r ->> ''words'', '', '' order by r ->> ''words'')
		from jsonb_array_elements(public.my_contact_page() -> ''requests'') r');
$$;
create function pg_temp.verb(person text, verb text, request text, more text default '') returns text
language sql as $$
	select pg_temp.says(person, format('select public.%s(%L%s)', verb, md5(request)::uuid, more));
$$;
create function pg_temp.answers(
	person text, request text, state text, planned_at text default null, line text default null
) returns text language sql as $$
	select pg_temp.verb(
		person, 'answer_contact_request', request, format(', %L, %L, %L', state, planned_at, line)
	);
$$;
create function pg_temp.beforehand(person text) returns text language sql as $$
	select pg_temp.says(person, 'select concat_ws('', '', concat_ws('' '', a ->> ''role'', a ->> ''firstName'',
			case when (a ->> ''bothSee'')::boolean then ''both'' end), a #>> ''{other,firstName}'')
		from (select public.my_contact_page() #> ''{neighbourhoods,0,answers}'' as a) page');
$$;
create function pg_temp.row_of(request text) returns public.contact_requests language sql as $$
	select c from public.contact_requests c where c.id = md5(request)::uuid;
$$;

-- Asking ----------------------------------------------------------------------------------------------

select is(pg_temp.asks('ana', 'een vraag'), 'true', 'a resident asks to be called');
select is(pg_temp.of('ana', 'een vraag', '{state}'), 'waiting', 'and sees that it waits');
select is(pg_temp.of('ana', 'een vraag', '{holder,firstName}'), 'Contact', 'with whom');
select is(pg_temp.of('ana', 'een vraag', '{bothSee}'), 'false', 'and that the stand-in does not see it');
select is(
	(pg_temp.row_of('een vraag')).promised_at, timestamptz '2026-11-25 12:00+01',
	'it is read within a working day: at the same hour tomorrow'
);
select is(pg_temp.asks('ana', 'een vraag'), 'true', 'the same form sent twice is fine');
select is(
	(select sum(times) from public.contact_counts), 1::bigint, 'and asks once, and counts once'
);
select is(pg_temp.asks('bob', 'een vraag'), 'false', 'somebody else''s id is nobody''s to use');
select is(
	pg_temp.says('bob', format(
		'select public.ask_contact(%L, %L, ''app'', null, ''morning'', ''06 1'', false, null, null, null, null)',
		md5('een vraag')::uuid, md5('oost')::uuid
	)),
	'PT404 not_found', 'and says nothing about whose it is'
);
select is(pg_temp.asks('away', 'van ver'), 'false', 'who does not live here asks nothing here');
select is(pg_temp.asks('guide', 'van de begeleider'), 'false', 'nor who works here and lives elsewhere');
select is(pg_temp.asks('lost', 'van niemand'), 'false', 'nor an account without a neighbourhood');
select is(pg_temp.asks('visitor', 'van buiten'), 'false', 'nor a visitor');
set local buurtplein.now = '2026-11-24 12:05+01';
select is(pg_temp.complains('ana', 'lawaai', 'with_me'), md5('lawaai')::uuid::text, 'nuisance needs no number');
select is(pg_temp.complains('ana', 'bel', 'call_me'), '23514', 'but a call does');
select is(
	pg_temp.says('ana', format(
		'select public.ask_contact(%L, %L, ''worry'', null, null, null, false, null, null, null, null)',
		md5('geen nummer')::uuid, md5('oost')::uuid
	)),
	'23514', 'so does a worry'
);
select is(
	pg_temp.says('ana', format(
		'select public.ask_contact(%L, %L, ''worry'', %L, ''morning'', ''06 1234'', false, null, null, null, null)',
		md5('regels')::uuid, md5('oost')::uuid, E'Een zorg.\r\nEn nog een.'
	)),
	md5('regels')::uuid::text, 'words are of as many lines as somebody likes'
);
select is((pg_temp.row_of('regels')).words, E'Een zorg.\nEn nog een.', 'each ended in one way');
select is(
	pg_temp.asks('ana', E'tab\u0009'), 'false', 'without characters that nobody sees'
);
select is(pg_temp.verb('ana', 'cancel_contact_request', 'regels'), '', 'laat maar');
select ok(pg_temp.row_of('regels') is null, 'and it is gone');
select is(pg_temp.verb('ana', 'cancel_contact_request', 'regels'), 'PT404 not_found', 'once');
set local buurtplein.now = '2026-11-24 12:00+01';

-- The number ------------------------------------------------------------------------------------------

create function pg_temp.number(person text) returns text language sql as $$
	select pg_temp.says(person, 'select public.my_contact_page() #>> ''{neighbourhoods,0,number}''');
$$;
select is(pg_temp.number('ana'), null, 'a number is for the request alone');
select is(pg_temp.asks('cas', 'onthoud mij', keep => true), 'true', 'unless its owner says otherwise');
select is(pg_temp.number('cas'), '06 12345678', 'then it is there the next time');
select is(pg_temp.number('bob'), null, 'for nobody else');
select is(pg_temp.asks('cas', 'ander nummer', telephone => '06 87654321', keep => true), 'true', 'another replaces it');
select is((select array_agg(telephone) from public.contact_numbers), array['06 87654321'], 'so one is kept');
select is(
	pg_temp.says('bob', format('select public.forget_contact_number(%L)', md5('oost')::uuid)), '',
	'who has none forgets none'
);
select is(pg_temp.number('cas'), '06 87654321', 'of their own, that is');
select is(pg_temp.says('cas', format('select public.forget_contact_number(%L)', md5('oost')::uuid)), '', 'its owner does');
select is(pg_temp.number('cas'), null, 'and it is forgotten');
select is(
	pg_temp.says('cas', format(
		'select public.ask_contact(%L, %L, ''nuisance'', null, null, null, true, ''smell'', ''now'', 1, ''with_me'')',
		md5('stank')::uuid, md5('oost')::uuid
	)),
	md5('stank')::uuid::text, 'a number that is not there is not kept'
);
delete from public.contact_requests where author_id = md5('r cas')::uuid;

-- Who sees it -----------------------------------------------------------------------------------------

select is(pg_temp.of('contact', 'een vraag', '{words}'), 'een vraag', 'the contact person reads it');
select is(pg_temp.of('contact', 'een vraag', '{role}'), 'contact_person', 'as that');
select is(pg_temp.of('contact', 'een vraag', '{author,firstName}'), 'Ana', 'knows who asks');
select is(pg_temp.of('contact', 'een vraag', '{telephone}'), '06 12345678', 'and where to call');
select is(pg_temp.desk('contact'), 'een vraag, lawaai', 'it is on the desk, oldest promise first');
select is(pg_temp.mine('ana'), 'een vraag, lawaai', 'and on the page of who asked');
select is(pg_temp.of('ana', 'een vraag', '{mine}'), 'true', 'who asked is told that it is theirs');
select is(pg_temp.of('contact', 'een vraag', '{mine}'), 'false', 'and who answers that it is not');

create temporary table others (person text);
insert into others values
	('visitor'), ('bob'), ('cas'), ('away'), ('guide'), ('standin'), ('farcontact'), ('farguide'), ('worker'),
	('boss'), ('lost'), ('former');
create temporary table verbs (verb text, more text, whose text);
insert into verbs values
	('cancel_contact_request', '', 'author'), ('answer_handover', ', true', 'author'), ('say_if_helped', ', false', 'author'),
	('read_contact_request', '', 'staff'), ('ask_handover', '', 'staff'), ('message_author', '', 'staff'),
	('answer_contact_request', ', ''closed'', null, ''Klaar.''', 'staff');
create function pg_temp.refused(request text) returns setof text language sql as $$
	select o.person || ' ' || v.verb || ' ' || coalesce(pg_temp.verb(o.person, v.verb, request, v.more), 'null')
	from others o, verbs v
	where pg_temp.verb(o.person, v.verb, request, v.more)
		is distinct from case o.person when 'visitor' then '42501' else 'PT404 not_found' end;
$$;
create function pg_temp.seen(request text) returns setof text language sql as $$
	select o.person from others o
	where coalesce(pg_temp.of(o.person, request, '{id}'), 'nothing')
			<> case o.person when 'visitor' then '42501' else 'nothing' end
		or coalesce(pg_temp.desk(o.person), '') like '%' || request || '%'
		or coalesce(pg_temp.mine(o.person), '') like '%' || request || '%'
		or coalesce(pg_temp.says(o.person, 'select public.my_export()'), '') like '%' || md5(request)::uuid || '%';
$$;
-- Their work ended a moment ago.
insert into public.staff (id, profile_id, neighbourhood_id, role, first_name)
values (md5('s former')::uuid, md5('former')::uuid, md5('west')::uuid, 'stand_in', 'Former');
delete from public.staff where id = md5('s former')::uuid;

select is_empty($$select pg_temp.seen('een vraag')$$, 'nobody else sees that it exists: not group mates, facilitator, stand-in, staff elsewhere, worker nor organisation');
select is_empty($$select pg_temp.refused('een vraag')$$, 'and nobody else does anything with it: as if it were not there');
select is_empty(
	$$select pg_temp.refused('die er niet is')$$, 'which is how one answers that is not there'
);
select is_empty(
	$$select p || t from unnest(array['visitor', 'ana', 'contact', 'guide']) p,
		unnest(array['contact_requests', 'contact_counts', 'contact_numbers', 'staff_absences', 'local_services']) t
	where pg_temp.says(p, 'select count(*) from public.' || t) <> '42501'$$,
	'no table of it is read by anybody'
);
select is_empty(
	$$select v.verb from verbs v where v.whose = 'staff'
		and pg_temp.verb('ana', v.verb, 'een vraag', v.more) is distinct from 'PT404 not_found'$$,
	'who asked does not answer it'
);
select is_empty(
	$$select v.verb from verbs v where v.whose = 'author'
		and pg_temp.verb('contact', v.verb, 'een vraag', v.more) is distinct from 'PT404 not_found'$$,
	'and who answers does not take it away'
);
select is(pg_temp.of('ana', 'een vraag', '{state}'), 'waiting', 'after all that it still waits');

-- Answering -------------------------------------------------------------------------------------------

select is(pg_temp.verb('contact', 'read_contact_request', 'een vraag'), '', 'the contact person opens it');
select is(pg_temp.of('ana', 'een vraag', '{state}'), 'read', 'gelezen');
select is(pg_temp.answers('contact', 'een vraag', 'today', line => 'Ik bel je vanmiddag.'), '', 'ik bel je vandaag');
select is(pg_temp.of('ana', 'een vraag', '{line}'), 'Ik bel je vanmiddag.', 'with a line');
select is(pg_temp.of('ana', 'een vraag', '{lineBy}'), 'Contact', 'by who wrote it');
select is((pg_temp.row_of('een vraag')).promised_at, timestamptz '2026-11-24 23:59+01', 'before the day is over');
select is(pg_temp.verb('contact', 'read_contact_request', 'een vraag'), '', 'opening it again');
select is(pg_temp.of('ana', 'een vraag', '{state}'), 'today', 'takes no promise back');
select is(pg_temp.answers('contact', 'een vraag', 'planned'), 'PT404 not_found', 'afgesproken has a moment');
select is(pg_temp.answers('contact', 'een vraag', 'today', '2026-11-26 10:00+01'), 'PT404 not_found', 'and vandaag has none');
select is(pg_temp.answers('contact', 'een vraag', 'planned', '2026-11-24 12:00+01'), 'PT409 moment_in_past', 'that is not now');
select is(pg_temp.answers('contact', 'een vraag', 'planned', '2027-02-25 10:00+01'), 'PT409 not_that_far', 'nor in months');
select is(pg_temp.answers('contact', 'een vraag', 'waiting'), 'PT404 not_found', 'nobody makes it unread');
select is(pg_temp.answers('contact', 'een vraag', null), 'PT404 not_found', 'nor nothing at all');
select is(pg_temp.answers('contact', 'een vraag', 'planned', '2026-11-26 10:00+01'), '', 'afgesproken');
select is(pg_temp.of('ana', 'een vraag', '{promisedAt}')::timestamptz, timestamptz '2026-11-26 10:00+01', 'both know when');
select is(pg_temp.answers('contact', 'een vraag', 'closed', line => ' Klaar.'), '23514', 'a line is one line');
select is(pg_temp.answers('contact', 'een vraag', 'closed', line => 'Klaar.'), '', 'klaar');
select is(pg_temp.answers('contact', 'een vraag', 'closed', line => 'Klaar.'), '', 'the same form sent twice closes once');
select is(pg_temp.answers('contact', 'een vraag', 'closed', line => 'Toch niet.'), 'PT409 request_closed', 'another line comes too late');
select is(pg_temp.answers('contact', 'een vraag', 'today'), 'PT409 request_closed', 'so does another answer');
select is(pg_temp.verb('contact', 'ask_handover', 'een vraag'), 'PT409 request_closed', 'and handing over');
select is(pg_temp.desk('contact'), 'lawaai', 'what is closed leaves the desk');
select is(pg_temp.of('contact', 'een vraag', '{telephone}'), null, 'and the number leaves with it');
select is(pg_temp.of('ana', 'een vraag', '{ask}'), 'false', 'nobody asks the same day if it helped');

-- Did it help? ----------------------------------------------------------------------------------------

set local buurtplein.now = '2026-12-01 11:59+01';
select is(pg_temp.of('ana', 'een vraag', '{ask}'), 'false', 'nor within a week');
set local buurtplein.now = '2026-12-01 12:00+01';
select is(pg_temp.of('ana', 'een vraag', '{ask}'), 'true', 'after a week it is asked');
select is(pg_temp.of('contact', 'een vraag', '{ask}'), 'false', 'of who asked, not of who answers');
select is(pg_temp.verb('ana', 'say_if_helped', 'een vraag', ', null'), '', 'no answer');
select is(pg_temp.of('ana', 'een vraag', '{state}'), 'closed', 'changes nothing');
select is(pg_temp.verb('ana', 'say_if_helped', 'een vraag', ', true'), '', 'ja');
select is(pg_temp.of('ana', 'een vraag', '{ask}'), 'false', 'is asked once');
select is(pg_temp.of('ana', 'een vraag', '{state}'), 'closed', 'and it stays closed');
select is(pg_temp.verb('ana', 'say_if_helped', 'een vraag', ', false'), '', 'nee');
select is(pg_temp.of('ana', 'een vraag', '{state}'), 'waiting', 'opens it again');
select is(pg_temp.of('contact', 'een vraag', '{telephone}'), '06 12345678', 'with the number');
select is((pg_temp.row_of('een vraag')).promised_at, timestamptz '2026-12-02 12:00+01', 'and a promise of a working day');
select is(pg_temp.verb('ana', 'say_if_helped', 'een vraag', ', true'), '', 'of what is open');
select is(pg_temp.of('ana', 'een vraag', '{helped}'), null, 'nobody says whether it helped');

savepoint reopened;
select is(pg_temp.answers('contact', 'een vraag', 'closed'), '', 'closed once more');
insert into public.staff_absences (id, staff_id, first_on, last_on)
values (md5('gone')::uuid, md5('s contact')::uuid, '2026-12-01', '2026-12-24');
select is(pg_temp.verb('ana', 'say_if_helped', 'een vraag', ', false'), '', 'nee, while the contact person is away');
select is(pg_temp.of('ana', 'een vraag', '{holder,role}'), 'stand_in', 'goes to the stand-in');
select is(pg_temp.of('ana', 'een vraag', '{bothSee}'), 'true', 'and both see it');
select is((pg_temp.row_of('een vraag')).promised_at, timestamptz '2026-12-02 12:00+01', 'within a working day of who has it');
rollback to reopened;

-- Two who see it -------------------------------------------------------------------------------------

savepoint shared;
update public.contact_requests set both_see = true, warned_at = private.clock() where id = md5('een vraag')::uuid;
select is(pg_temp.of('standin', 'een vraag', '{holder,role}'), 'contact_person', 'seen by both, held by one');
select is(pg_temp.verb('standin', 'read_contact_request', 'een vraag'), '', 'reading it');
select is(pg_temp.of('ana', 'een vraag', '{holder,role}'), 'contact_person', 'takes nothing over');
select is(pg_temp.answers('standin', 'een vraag', 'today'), '', 'the stand-in says to call');
select is(pg_temp.of('ana', 'een vraag', '{holder,firstName}'), 'Standin', 'and has it from then on');
select is(pg_temp.of('ana', 'een vraag', '{other,firstName}'), 'Contact', 'beside the contact person');
select is((pg_temp.row_of('een vraag')).warned_at, null, 'another promise may be late again');
select is(pg_temp.answers('contact', 'een vraag', 'planned', '2026-12-03 10:00+01'), '', 'the contact person agrees on a day');
select is(pg_temp.of('ana', 'een vraag', '{holder,role}'), 'contact_person', 'and has it back');
select is(pg_temp.answers('standin', 'een vraag', 'closed'), '', 'who closes it');
select is(pg_temp.of('ana', 'een vraag', '{holder,role}'), 'stand_in', 'had it');
rollback to shared;

-- Handing over ----------------------------------------------------------------------------------------

select is(pg_temp.verb('standin', 'ask_handover', 'een vraag'), 'PT404 not_found', 'a stand-in does not take it');
select is(pg_temp.verb('ana', 'answer_handover', 'een vraag', ', true'), 'false', 'a yes to what was not asked');
select is((pg_temp.row_of('een vraag')).holder, 'contact_person'::public.staff_role, 'does nothing');
select is(pg_temp.verb('contact', 'read_contact_request', 'een vraag'), '', 'read');
select is(pg_temp.verb('contact', 'ask_handover', 'een vraag'), '', 'the contact person asks to hand it over');
select is(pg_temp.of('ana', 'een vraag', '{handover}'), 'true', 'who asked is asked');
select is_empty($$select pg_temp.seen('een vraag')$$, 'before the yes the stand-in sees nothing');
select is(pg_temp.verb('contact', 'ask_handover', 'een vraag'), '', 'asking twice asks once');
select is(pg_temp.verb('ana', 'answer_handover', 'een vraag', ', false'), 'false', 'liever niet');
select is(pg_temp.of('contact', 'een vraag', '{handover}'), 'false', 'is a no');
select is_empty($$select pg_temp.seen('een vraag')$$, 'and the stand-in still sees nothing');
select is(pg_temp.verb('contact', 'ask_handover', 'een vraag'), '', 'asked again');
select is(pg_temp.answers('contact', 'een vraag', 'today'), '', 'and answered meanwhile');
select is(pg_temp.verb('ana', 'answer_handover', 'een vraag', ', true'), 'false', 'a yes comes too late');
select is_empty($$select pg_temp.seen('een vraag')$$, 'the question was taken back');
select is(pg_temp.verb('contact', 'ask_handover', 'een vraag'), '', 'once more');
select is(pg_temp.verb('ana', 'answer_handover', 'een vraag', ', true'), 'true', 'goed');
select is(pg_temp.verb('ana', 'answer_handover', 'een vraag', ', true'), 'true', 'and the same form sent twice says the same');
select is(pg_temp.verb('ana', 'answer_handover', 'een vraag', ', false'), 'false', 'a no takes nothing back, and hands nothing over');
select is(pg_temp.of('standin', 'een vraag', '{role}'), 'stand_in', 'it stays where it is');
select is(pg_temp.of('standin', 'een vraag', '{role}'), 'stand_in', 'the stand-in has it');
select is(pg_temp.of('contact', 'een vraag', '{id}'), null, 'and the contact person no more');
select is(pg_temp.desk('standin'), 'een vraag', 'it is on the other desk');
select is(pg_temp.desk('contact'), 'lawaai', 'and off this one');
select is(pg_temp.of('ana', 'een vraag', '{holder,firstName}'), 'Standin', 'who asked sees that');
select is(pg_temp.of('ana', 'een vraag', '{state}'), 'waiting', 'and that it is to be read');
select is((pg_temp.row_of('een vraag')).promised_at, timestamptz '2026-12-02 12:00+01', 'within a working day of the stand-in');
select is(pg_temp.verb('standin', 'ask_handover', 'een vraag'), 'PT404 not_found', 'a stand-in hands nothing back');
select is(pg_temp.answers('contact', 'een vraag', 'closed'), 'PT404 not_found', 'the contact person closes it no more');
select is(pg_temp.answers('standin', 'een vraag', 'closed', line => 'Geregeld.'), '', 'the stand-in does');
select is(pg_temp.of('ana', 'een vraag', '{lineBy}'), 'Standin', 'by name');

-- Staff who ask, and staff who stop -------------------------------------------------------------------

select is(pg_temp.asks('standin', 'van de vervanger'), 'true', 'a stand-in asks like any resident');
select is(pg_temp.of('standin', 'van de vervanger', '{mine}'), 'true', 'as who asked');
select is(pg_temp.answers('standin', 'van de vervanger', 'closed'), 'PT404 not_found', 'and does not answer it');
select is(pg_temp.verb('contact', 'ask_handover', 'van de vervanger'), 'PT404 not_found', 'nor is it handed to them');
select is(pg_temp.of('standin', 'van de vervanger', '{other}'), null, 'nobody is told that they read their own');
select is(pg_temp.asks('contact', 'van de contactpersoon'), 'true', 'a contact person asks too');
select is(pg_temp.of('contact', 'van de contactpersoon', '{holder,role}'), 'stand_in', 'the stand-in');
select is(pg_temp.answers('contact', 'van de contactpersoon', 'closed'), 'PT404 not_found', 'and does not answer themselves');
select is(pg_temp.of('standin', 'van de contactpersoon', '{other}'), null, 'nor is the other of who answers it');
select is(pg_temp.beforehand('contact'), 'stand_in Standin both', 'which the page says beforehand');
select is(pg_temp.beforehand('ana'), 'contact_person Contact, Standin', 'as it says to all others what becomes of theirs');
select is(pg_temp.desk('contact'), 'lawaai, van de vervanger', 'nobody''s own request is on their desk');
select is(pg_temp.desk('standin'), 'van de contactpersoon', 'on neither');
savepoint stops;
delete from public.staff where id = md5('s contact')::uuid;
select is(pg_temp.of('contact', 'lawaai', '{id}'), null, 'a contact person who stops sees nothing from then on');
select is(pg_temp.answers('contact', 'lawaai', 'closed'), 'PT404 not_found', 'answers nothing');
select is(pg_temp.desk('contact'), null, 'and has no desk');
select is(pg_temp.says('contact', 'select public.contact_desk()'), '[]', 'at all');
select is(pg_temp.of('ana', 'lawaai', '{words}'), 'lawaai', 'who asked still sees it');
select is(pg_temp.of('ana', 'lawaai', '{holder,firstName}'), null, 'and that nobody has it now');
select is(pg_temp.asks('ana', 'aan de vervanger'), 'true', 'what is asked next goes to the stand-in');
select is(pg_temp.of('standin', 'aan de vervanger', '{words}'), 'aan de vervanger', 'who reads it');
select is(pg_temp.of('standin', 'lawaai', '{words}'), null, 'and not what was there before');
rollback to stops;
savepoint appointed;
update public.staff set profile_id = md5('cas')::uuid, first_name = 'Cas' where id = md5('s contact')::uuid;
select is(pg_temp.of('cas', 'lawaai', '{words}'), 'lawaai', 'whoever is contact person next finds what waits');
select is(pg_temp.of('contact', 'lawaai', '{words}'), null, 'and who was it does not');
select is(pg_temp.of('contact', 'van de contactpersoon', '{mine}'), 'true', 'but keeps what they asked themselves');
rollback to appointed;
savepoint nobody;
update public.staff set profile_id = null where id in (md5('s contact')::uuid, md5('s standin')::uuid);
select is(
	pg_temp.says('ana', format(
		'select public.ask_contact(%L, %L, ''app'', null, ''morning'', ''06 1234'', false, null, null, null, null)',
		md5('aan niemand')::uuid, md5('oost')::uuid
	)),
	'PT409 no_contact_person', 'where nobody reads it nothing is asked'
);
select is(
	pg_temp.says('ana', 'select public.my_contact_page() #>> ''{neighbourhoods,0,answers}'''), null,
	'and the page says so beforehand'
);
select is(
	pg_temp.says('ana', format('select public.message_contact(%L)', md5('oost')::uuid)),
	'PT409 no_contact_person', 'nor is anything written'
);
rollback to nobody;

-- Too much, and a message -----------------------------------------------------------------------------

select is(
	(select array_agg(pg_temp.asks('bob', 'vraag ' || n)) from generate_series(1, 10) n),
	array_fill('true'::text, array[10]), 'ten requests a day'
);
select is(
	pg_temp.says('bob', format(
		'select public.ask_contact(%L, %L, ''app'', null, ''morning'', ''06 1234'', false, null, null, null, null)',
		md5('vraag 11')::uuid, md5('oost')::uuid
	)),
	'PT429 too_many_contact_requests', 'and no more'
);
select is(pg_temp.asks('bob', 'vraag 10'), 'true', 'but the tenth sent twice is fine');

create function pg_temp.writes(person text, place text default 'oost') returns text language sql as $$
	select pg_temp.says(person, format('select public.message_contact(%L)', md5(place)::uuid));
$$;
create temporary table talks as select pg_temp.writes('ana') as talk;
select is(
	(select array_agg(p.profile_id order by p.profile_id) from talks, public.conversation_participants p where p.conversation_id = talk::uuid),
	(select array_agg(md5(p)::uuid order by md5(p)::uuid) from unnest(array['ana', 'contact']) p),
	'a message is a conversation between the two'
);
select is(pg_temp.writes('ana'), (select talk from talks), 'the next time it is the same one');
select is(
	pg_temp.verb('contact', 'message_author', 'lawaai'), (select talk from talks), 'who answers writes back in it'
);
select is(pg_temp.verb('standin', 'message_author', 'lawaai'), 'PT404 not_found', 'who does not answer it does not');
select is(pg_temp.verb('standin', 'message_author', 'een vraag'), pg_temp.verb('standin', 'message_author', 'een vraag'), 'the first word may be theirs, once');
select is(
	(select array_agg(p.profile_id order by p.profile_id) from public.conversation_participants p
		where p.conversation_id = pg_temp.verb('standin', 'message_author', 'een vraag')::uuid),
	(select array_agg(md5(p)::uuid order by md5(p)::uuid) from unnest(array['ana', 'standin']) p),
	'between those two'
);
select is(
	(select array_agg(distinct c.kind::text) from public.conversations c), array['contact'], 'about what is asked of a contact person'
);
set local buurtplein.now = '2026-12-31 11:59+01';
select ok(pg_temp.verb('standin', 'message_author', 'een vraag')::uuid is not null, 'also of what is closed');
set local buurtplein.now = '2026-12-31 12:00+01';
select is(pg_temp.verb('standin', 'message_author', 'een vraag'), 'PT404 not_found', 'for thirty days');
set local buurtplein.now = '2026-12-01 12:00+01';
savepoint gone;
update public.residents set profile_id = null where id = md5('r ana')::uuid;
select is(pg_temp.verb('contact', 'message_author', 'lawaai'), 'PT404 not_found', 'who has no account is written to by nobody');
rollback to gone;
savepoint ten;
insert into private.attempts (kind, subject, made_at)
select a.kind, a.subject, a.made_at from private.attempts a, generate_series(2, 10)
where a.kind = 'contact_message';
select is(pg_temp.verb('standin', 'message_author', 'een vraag'), (
	select p.conversation_id::text from public.conversation_participants p where p.profile_id = md5('standin')::uuid
), 'after ten new ones a day one that is there');
delete from public.conversations;
select is(pg_temp.verb('standin', 'message_author', 'een vraag'), 'PT429 too_many_contact_messages', 'and no other');
select is(pg_temp.writes('ana'), 'PT429 too_many_contact_messages', 'for who asks as well');
rollback to ten;
select isnt(pg_temp.writes('bob'), (select talk from talks), 'of somebody else another');
select is(pg_temp.writes('away'), 'PT404 not_found', 'who lives elsewhere writes elsewhere');
select is(pg_temp.writes('visitor'), '42501', 'a visitor rings');
insert into public.staff_absences (id, staff_id, first_on, last_on)
values (md5('leave')::uuid, md5('s contact')::uuid, '2026-12-01', '2026-12-04');
select is(pg_temp.beforehand('ana'), 'stand_in Standin both, Contact', 'while one is away the page says that both see it');
select isnt(pg_temp.writes('ana'), (select talk from talks), 'while the contact person is away it is with the stand-in');

select * from finish();
rollback;
