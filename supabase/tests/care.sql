-- Who is a client, who supports whom: consent, looks, and nobody else.
begin;
select plan(186);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['cara', 'bob', 'dirk', 'els']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator'), pg_temp.works('contact', 'oost', 'contact_person');
select pg_temp.account(person) from unnest(array['jo', 'ruben', 'petra', 'other', 'boss']) person;
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'cara', 'bob', 'dirk');

insert into care.organisations values (md5('nabij')::uuid, 'Nabij'), (md5('ver')::uuid, 'Verweg');
insert into care.workers (id, organisation_id, profile_id, first_name, telephone)
select md5('w ' || person)::uuid, md5(organisation)::uuid, md5(person)::uuid, initcap(person), '06 12345678'
from (values ('jo', 'nabij'), ('ruben', 'nabij'), ('other', 'ver')) w (person, organisation);
insert into care.administrators values
	(md5('petra')::uuid, md5('nabij')::uuid, 'Petra'), (md5('boss')::uuid, md5('ver')::uuid, 'Boss');

-- What somebody hears who signed in with a second factor.
create function pg_temp.staff(person text, query text) returns text language plpgsql as $$
declare
	answer text;
	hint text;
begin
	perform set_config('request.jwt.claims',
		json_build_object('sub', md5(person)::uuid, 'aal', 'aal2')::text, true);
	perform set_config('role', 'authenticated', true);
	execute query into answer;
	perform set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
	return answer;
exception when others then
	get stacked diagnostics hint = pg_exception_hint;
	return rtrim(sqlstate || ' ' || hint);
end;
$$;
create function pg_temp.relation(client text, worker text) returns uuid language sql as $$
	select r.id from care.relations r
	where r.client_id = md5(client)::uuid and r.worker_id = md5('w ' || worker)::uuid
	order by r.started_on desc limit 1;
$$;
create function pg_temp.page(worker text, client text, of_worker text default null) returns text
language sql as $$
	select pg_temp.staff(worker, format(
		'select public.client_page(%1$L, (public.begin_look(''plan'', %1$L) ->> ''visit'')::uuid)',
		coalesce(pg_temp.relation(client, coalesce(of_worker, worker)), md5('none')::uuid)
	));
$$;
create function pg_temp.clients(worker text) returns text language sql as $$
	select pg_temp.staff(worker,
		'select coalesce(page ->> ''refused'', (
			select string_agg(c -> ''person'' ->> ''firstName'', '' '') from jsonb_array_elements(page -> ''clients'') c
		)) from public.clients_page((public.begin_look(''list'') ->> ''visit'')::uuid) page');
$$;
create function pg_temp.relations(administrator text) returns text language sql as $$
	select pg_temp.staff(administrator,
		'select coalesce(page ->> ''refused'', (
			select string_agg(c -> ''person'' ->> ''firstName'', '' '') from jsonb_array_elements(page -> ''relations'') c
		)) from public.relations_page((public.begin_look(''relation'') ->> ''visit'')::uuid) page');
$$;

create function pg_temp.seen(worker text, client text, nth integer default 0, what text default 'goalId') returns uuid
language sql as $$
	select (pg_temp.page(worker, client)::jsonb -> 'goals' -> nth -> 0 ->> what)::uuid;
$$;

-- Consent -------------------------------------------------------------------------------------------

create temporary table codes (worker text, digits text) on commit drop;
grant select on codes to public;
select is(pg_temp.says('petra', format('select public.invite_client(%L)', md5('w jo')::uuid)), 'PT403 second_factor_needed', 'an administrator needs a second factor');
insert into codes select worker, pg_temp.staff('petra', format('select public.invite_client(%L)', md5('w ' || worker)::uuid)) from unnest(array['jo', 'ruben']) worker;
insert into codes select 'spare', pg_temp.staff('petra', format('select public.invite_client(%L)', md5('w jo')::uuid));
select matches(digits, '^[0-9]{8}$', 'a code for ' || worker) from codes;
select is(pg_temp.staff('petra', format('select public.invite_client(%L)', md5('w other')::uuid)), 'PT404 not_found', 'not for a worker of another organisation');
select is(pg_temp.staff(person, format('select public.invite_client(%L)', md5('w jo')::uuid)), 'PT404 not_found', person || ' makes no codes for a worker')
from unnest(array['boss', 'jo', 'bob', 'guide', 'farguide', 'contact', 'away']) person;
select is((select count(*)::int from care.relations), 0, 'a code alone makes nobody a client');
select is(pg_temp.says('cara', format('select public.look_up_circle_code(%L, ''a'') ->> ''kind''', digits)), 'worker', 'cara sees what the code is for') from codes where worker = 'jo';
select is((select count(*)::int from care.relations) + (select count(*)::int from care.consents), 0, 'looking agrees to nothing');
select is(pg_temp.says('jo', format('select public.accept_circle_code(%L, ''a'', 1)', digits)), null, 'a worker is not her own client') from codes where worker = 'jo';
select is(pg_temp.says('cara', format('select public.accept_circle_code(%L, ''a'', %s)', digits, version)), 'PT409 consent_changed', message)
from codes, (values ('0', 'who read an older text agrees to nothing'), ('2', 'nor who names one that is not there yet'), ('null', 'nor who read none')) other(version, message) where worker = 'jo';
select is((select count(*)::int from care.relations) + (select count(*)::int from care.consents), 0, 'and the code is there still');
select is(pg_temp.says('cara', format('select public.accept_circle_code(%L, ''a'', 1)', digits)), 'worker', 'cara agrees') from codes where worker = 'jo';
select is(pg_temp.says('bob', format('select public.accept_circle_code(%L, ''b'', 1)', digits)), null, 'a code works once') from codes where worker = 'jo';
select is((select version::int from care.consents where client_id = md5('cara')::uuid), 1, 'which text she agreed to is kept');
select is((select count(*)::int from care.relations), 1, 'one relation');
select is(pg_temp.says('cara', format('select public.accept_circle_code(%L, ''a'', 1)', digits)), 'worker', 'a second code for the same worker') from codes where worker = 'spare';
select is((select count(*)::int from care.relations) || ' ' || (select count(*)::int from care.consents), '1 1', 'changes nothing');

-- The worker sees what is shared ------------------------------------------------------------------------

select is(pg_temp.clients('jo'), 'Cara', 'jo sees her client');
select is(pg_temp.clients('ruben'), null, 'another worker of the organisation does not');
select is(pg_temp.clients('other'), null, 'nor a worker of another organisation');
select is(pg_temp.clients(person), 'not_found', person || ' has no such page')
from unnest(array['petra', 'boss', 'bob', 'cara', 'guide', 'farguide', 'contact', 'away']) person;
select is(pg_temp.says('jo', 'select public.clients_page(null) ->> ''refused'''), 'second_factor_needed', 'a worker needs a second factor');
select is(pg_temp.says('jo', format('select public.client_page(%L, null) ->> ''refused''', pg_temp.relation('cara', 'jo'))), 'second_factor_needed', 'on every page');
select is(pg_temp.says('visitor', 'select public.clients_page(null)'), '42501', 'a visitor may not even ask');
select is(pg_temp.page(person, 'cara', 'jo'), '{"refused": "not_found"}', person || ' does not open the page of cara')
from unnest(array['ruben', 'other', 'petra', 'boss', 'bob', 'cara', 'guide', 'farguide', 'contact', 'away']) person;
select is((pg_temp.page('jo', 'cara')::jsonb ->> 'goals'), '[]', 'jo sees nothing of a plan');
select pg_temp.says('cara', format('select public.start_goal(%L, ''Ik wil zwemmen.'', ''money'', ''2026-11-24'', ''2027-01-19'')', md5('swim')::uuid));
select pg_temp.says('cara', format('select public.write_sentence(%L, %L, ''can'', ''Ik kan fietsen.'')', md5('can')::uuid, md5('swim')::uuid));
select is((pg_temp.page('jo', 'cara')::jsonb ->> 'goals'), '[]', 'a new sentence is hers alone');
select is(pg_temp.says('cara', format('select public.set_reader(%L, %L, true)', md5('can')::uuid, pg_temp.relation('cara', 'jo'))), '', 'cara lets jo read one');
select is((pg_temp.page('jo', 'cara')::jsonb -> 'goals' -> 0 -> 0 ->> 'words'), 'Ik kan fietsen.', 'jo reads that one');
select is(jsonb_array_length(pg_temp.page('jo', 'cara')::jsonb -> 'goals' -> 0), 1, 'and only that one');
select is(pg_temp.page('jo', 'cara') ~ 'money', false, 'not the theme');
select is(
	pg_temp.says('cara', format('select public.seen_by(%L) - ''reader''', pg_temp.relation('cara', 'jo')))::jsonb,
	pg_temp.page('jo', 'cara')::jsonb - 'id' - 'since' - 'telephone' - 'callAskedAt',
	'through the eyes of jo cara sees exactly what jo sees'
);
select is(pg_temp.says('bob', format('select public.set_reader(%L, %L, true)', md5('can')::uuid, pg_temp.relation('cara', 'jo'))), 'PT404 not_found', 'nobody else shares with jo');
select is(pg_temp.says('bob', format('select public.seen_by(%L)', pg_temp.relation('cara', 'jo'))), null, 'nobody else looks through those eyes');
select is((pg_temp.page('jo', 'cara')::jsonb ->> 'nextMeetup'), null, 'jo does not see the next meetup');
select pg_temp.says('cara', format('select public.set_view(%L, ''next_meetup'', true)', pg_temp.relation('cara', 'jo')));
select is((pg_temp.page('jo', 'cara')::jsonb -> 'nextMeetup' ->> 'groupName'), 'koffie', 'until cara says so');
select pg_temp.says('cara', 'select public.set_balance(-2, ''Even niet.'')');
select is((pg_temp.page('jo', 'cara')::jsonb ->> 'balance'), null, 'nor how cara is doing');
select is(pg_temp.says('cara', format('select public.set_client_telephone(%L, ''06 98765432'')', pg_temp.relation('cara', 'jo'))), '', 'cara gives her number');
select is((pg_temp.page('jo', 'cara')::jsonb ->> 'telephone'), '06 98765432', 'jo may ring');
select is(pg_temp.says('cara', format('select public.ask_call(%L, true)', pg_temp.relation('cara', 'jo'))), '', 'cara asks jo to ring');
select is(pg_temp.staff('ruben', format('select public.client_called(%L)', pg_temp.relation('cara', 'jo'))), 'PT404 not_found', 'another worker does not answer that');
select is(pg_temp.staff('jo', format('select public.client_called(%L)', pg_temp.relation('cara', 'jo'))), '', 'jo rang');

-- Proposals ------------------------------------------------------------------------------------------------

select is(pg_temp.staff('jo', format('select public.propose_sentence(%L, %L, ''step'', ''Bel het zwembad.'')', pg_temp.relation('cara', 'jo'), pg_temp.seen('jo', 'cara'))), '', 'jo proposes a step') from unnest(array['', 'again']);
select is((select count(*)::int from care.proposals), 1, 'twice proposes once');
select is(pg_temp.says('jo', format('select public.propose_sentence(%L, %L, ''step'', ''x'')', pg_temp.relation('cara', 'jo'), pg_temp.seen('jo', 'cara'))), 'PT404 not_found', 'not without a second factor');
select is(pg_temp.staff('ruben', format('select public.propose_sentence(%L, null, ''want'', ''x'')', pg_temp.relation('cara', 'jo'))), 'PT404 not_found', 'nobody else proposes');
select pg_temp.says('cara', format('select public.start_goal(%L, ''Ik wil lezen.'', null, ''2026-11-24'', ''2027-01-19'')', md5('read')::uuid));
select is(pg_temp.staff('jo', format('select public.propose_sentence(%L, %L, ''step'', ''x'')', pg_temp.relation('cara', 'jo'), id)), 'PT404 not_found', 'not beside ' || message)
from (values (md5('read')::uuid, 'a goal of which she reads nothing'), (private.seen_as(pg_temp.relation('cara', 'jo'), md5('read')::uuid), 'nor by the id she would know it by'), (md5('swim')::uuid, 'one that she reads, by its own id'), (md5('none')::uuid, 'nothing at all')) wrong(id, message);
select is((select count(*)::int from public.goal_sentences where words = 'Bel het zwembad.'), 0, 'a proposal is not in the plan');
select is(pg_temp.says('cara', 'select public.plan_page() -> ''proposals'' -> 0 ->> ''words'''), 'Bel het zwembad.', 'cara sees it');
select is(pg_temp.says('bob', format('select public.answer_proposal(%L, %L, true)', (select id from care.proposals), md5('s')::uuid)), 'PT404 not_found', 'nobody else answers');
select is(pg_temp.says('cara', format('select public.answer_proposal(%L, %L, true)', (select id from care.proposals), md5('taken')::uuid)), '', 'cara takes it over');
select is((select s.kind::text from public.goal_sentences s where s.id = md5('taken')::uuid), 'step', 'it is hers now');
select is(jsonb_array_length(pg_temp.page('jo', 'cara')::jsonb -> 'goals' -> 0), 1, 'and jo does not read it');
select is((select count(*)::int from care.proposals), 0, 'the proposal is gone');

-- The administrator --------------------------------------------------------------------------------------

select is(pg_temp.relations('petra'), 'Cara', 'an administrator sees the relations of the organisation');
select is(pg_temp.relations('boss'), null, 'another organisation sees none of them');
select is(pg_temp.relations(person), 'not_found', person || ' sees no relations')
from unnest(array['jo', 'bob', 'cara', 'guide', 'farguide', 'contact']) person;
select is(pg_temp.staff('petra', 'select public.relations_page((public.begin_look(''relation'') ->> ''visit'')::uuid)') ~ 'fietsen|zwemmen|98765432|koffie', false, 'and nothing that cara writes');
select is(pg_temp.staff('boss', format('select public.end_relation(%L, ''2026-12-01'')', pg_temp.relation('cara', 'jo'))), 'PT404 not_found', 'another organisation ends nothing');
select is(pg_temp.staff('petra', format('select public.replace_worker(%L, %L, ''2026-12-01'')', md5('w jo')::uuid, md5('w other')::uuid)), 'PT404 not_found', 'nobody from outside takes over');
select is(pg_temp.staff('petra', format('select public.replace_worker(%L, %L, ''2026-11-20'')', md5('w jo')::uuid, md5('w ruben')::uuid)), 'PT422 not_that_far', 'not from a day that has been');
select is(pg_temp.staff('petra', format('select public.replace_worker(%L, %L, ''2026-12-01'')', md5('w jo')::uuid, md5('w ruben')::uuid)), '', 'ruben takes over from a day on');
select is(pg_temp.clients('jo') || ' ' || coalesce(pg_temp.clients('ruben'), 'none'), 'Cara none', 'until that day nothing changes');
set local buurtplein.now = '2026-12-01 09:00+01';
select is(coalesce(pg_temp.clients('jo'), 'none') || ' ' || pg_temp.clients('ruben'), 'none Cara', 'from that day on it is ruben');
select is(pg_temp.page('jo', 'cara'), '{"refused": "not_found"}', 'and jo reads nothing any more');
select is(pg_temp.relations('petra'), 'Cara', 'the administrator sees what goes on, not what is over');
select is((pg_temp.page('ruben', 'cara')::jsonb ->> 'goals'), '[]', 'ruben reads nothing until cara says so');
select is(pg_temp.says('cara', format('select public.share_likewise(%L, true)', pg_temp.relation('cara', 'ruben'))), 'true', 'cara lets ruben read the same');
select is((pg_temp.page('ruben', 'cara')::jsonb -> 'goals' -> 0 -> 0 ->> 'words'), 'Ik kan fietsen.', 'then he does');

select pg_temp.says('cara', format('select public.set_reader(%L, %L, false)', md5('can')::uuid, pg_temp.relation('cara', 'ruben')));
select is(pg_temp.says('cara', format('select public.share_likewise(%L, %L)', pg_temp.relation('cara', 'ruben'), agreed)), 'false', 'what is answered is not asked again: ' || agreed) from unnest(array[true, false]) agreed;
select is((pg_temp.page('ruben', 'cara')::jsonb ->> 'goals'), '[]', 'what she took back since stays hers');
select pg_temp.says('cara', format('select public.set_reader(%L, %L, true)', md5('can')::uuid, pg_temp.relation('cara', 'ruben')));

-- Looks -----------------------------------------------------------------------------------------------------

select cmp_ok((select count(*)::int from care.looks l join care.subjects s on s.pseudonym = l.subject where s.profile_id = md5('cara')::uuid and l.role = 'support_worker' and not l.refused), '>=', 5, 'every look of a worker is written down');
select cmp_ok((select count(*)::int from care.looks l where l.refused and l.looker_id = md5('ruben')::uuid), '>=', 1, 'a refused look too');
select is((select count(*)::int from care.broken_looks()), 0, 'the chain holds');
select is(pg_temp.says('cara', 'select sum((l ->> ''times'')::int) > 5 from jsonb_array_elements(public.my_looks()) l'), 'true', 'cara sees who looked');
select is(pg_temp.says('bob', 'select public.my_looks()'), '[]', 'for most it is empty');
select throws_ok('update care.looks set looker_name = ''Somebody''', 'the log of looks only grows', 'a look is never changed');
select throws_ok('delete from care.looks', 'the log of looks only grows', 'nor removed');
select throws_ok('truncate care.looks', null, null, 'nor are all of them');
alter table care.looks disable trigger append_only;
update care.looks set looker_name = 'Somebody' where id = (select min(id) from care.looks);
select isnt((select count(*)::int from care.broken_looks()), 0, 'who changes one all the same is found');
alter table care.looks enable trigger append_only;
alter table care.looks add constraint full_up check (looker_name <> 'Ruben') not valid;
select is(pg_temp.clients('ruben'), '23514', 'when a look cannot be written down, there is no answer');
alter table care.looks drop constraint full_up;

select is(pg_temp.staff('ruben', format('select public.client_page(%L, null)', pg_temp.relation('cara', 'ruben'))), '{"refused": "not_found"}', 'without a look that was written down nothing is read');
select is(pg_temp.staff('ruben', format('select public.client_page(%L, %L)', pg_temp.relation('cara', 'ruben'), md5('made up'))), '{"refused": "not_found"}', 'nor with one that is made up');
create temporary table visit on commit drop as select pg_temp.staff('ruben', format('select public.begin_look(''plan'', %L) ->> ''visit''', pg_temp.relation('cara', 'ruben'))) as id;
select is((pg_temp.staff('ruben', format('select public.client_page(%L, %L)', pg_temp.relation('cara', 'ruben'), (select id from visit)))::jsonb -> 'goals' -> 0 -> 0 ->> 'words'), 'Ik kan fietsen.', 'one that was written down a moment ago will do');
select is(pg_temp.staff('jo', format('select public.client_page(%L, %L)', pg_temp.relation('cara', 'ruben'), (select id from visit))), '{"refused": "not_found"}', 'not for somebody else');
select is(pg_temp.staff('ruben', format('select public.client_page(%L, (public.begin_look(''list'') ->> ''visit'')::uuid)', pg_temp.relation('cara', 'ruben'))), '{"refused": "not_found"}', 'a look at the list opens no plan');
select is(pg_temp.staff('ruben', format('select public.clients_page(%L) ->> ''clients''', (select id from visit))), '[]', 'nor a look at a plan the list');
set local buurtplein.now = '2026-12-01 09:02+01';
select is(pg_temp.staff('ruben', format('select public.client_page(%L, %L)', pg_temp.relation('cara', 'ruben'), (select id from visit))), '{"refused": "not_found"}', 'and not for long');
select is(pg_temp.says('cara', 'select max((l ->> ''times'')::int) > 1 from jsonb_array_elements(public.my_looks()) l'), 'true', 'who looks often fills one line');
select is((select count(*)::int from (select pg_temp.staff('bob', 'select public.clients_page(null)') as answer from generate_series(1, 40)) tries where answer = 'PT429 too_many_looks'), 10, 'who is refused thirty times an hour is not written down any more');
delete from private.attempts;

-- Taking it back ----------------------------------------------------------------------------------------------

select is(pg_temp.says('bob', format('select public.withdraw_consent(%L)', pg_temp.relation('cara', 'ruben'))), 'PT404 not_found', 'nobody else ends it');
select is(pg_temp.says('cara', format('select public.withdraw_consent(%L)', pg_temp.relation('cara', 'ruben'))), '', 'cara ends it');
select is(pg_temp.clients('ruben'), null, 'ruben has no client any more');
select is(pg_temp.page('ruben', 'cara'), '{"refused": "not_found"}', 'and reads nothing');
select is(pg_temp.relations('petra'), null, 'the administrator sees it is over');
select is((select count(*)::int from care.sentence_shares) + (select count(*)::int from care.relations where client_telephone is not null and ended_on > '2026-12-01'), 0, 'what was shared is taken back');
select is((select count(*)::int from public.goal_sentences where goal_id = md5('swim')::uuid), 3, 'her plan stays');
select is((select count(*)::int from public.memberships where resident_id = md5('r cara')::uuid), 1, 'her chair stays');
select is(pg_temp.says('cara', 'select public.circle_page() ->> ''workers'''), '[]', 'her page is like everybody''s');

-- Two organisations, and what was before -------------------------------------------------------------------

set local buurtplein.now = '2026-12-10 09:00+01';
create function pg_temp.agrees(person text, administrator text, worker text) returns text language plpgsql as $$
declare
	code constant text := pg_temp.staff(administrator, format('select public.invite_client(%L)', md5('w ' || worker)::uuid));
begin
	return pg_temp.says(person, format('select public.accept_circle_code(%L, ''e'', 1)', code));
end;
$$;
insert into care.relations (client_id, worker_id, organisation_id, started_on, ended_on)
values (md5('els')::uuid, md5('w ruben')::uuid, md5('nabij')::uuid, '2026-11-01', '2026-12-05');
select is(pg_temp.agrees('els', 'petra', 'ruben'), 'worker', 'els agrees again to a worker of before');
select is(pg_temp.clients('ruben'), 'Els', 'who has her as a client again');
select is(pg_temp.agrees('els', 'boss', 'other'), 'worker', 'and to one of another organisation');
select pg_temp.says('els', format('select public.start_goal(%L, ''Ik wil zingen.'', null, ''2026-12-10'', ''2027-01-19'')', md5('sing')::uuid));
select is(pg_temp.says('els', format('select public.set_reader(s.id, %L, true) from public.goal_sentences s', pg_temp.relation('els', worker))), '', worker || ' may read her wish')
from unnest(array['ruben', 'other']) worker;
select is(pg_temp.staff(worker, format('select public.propose_sentence(%L, %L, ''step'', ''Zoek een koor.'')', pg_temp.relation('els', worker), pg_temp.seen(worker, 'els'))), '', worker || ' proposes a step')
from unnest(array['ruben', 'other']) worker;
select isnt(pg_temp.seen('ruben', 'els', 0, what), pg_temp.seen('other', 'els', 0, what), 'no two readers know the same ' || what) from unnest(array['goalId', 'id']) what;
select is(pg_temp.staff('petra', format('select public.replace_worker(%L, %L, ''2026-12-20'')', md5('w ruben')::uuid, md5('w jo')::uuid)), '', 'jo is to take over');
select is(pg_temp.says('els', format('select public.set_reader(s.id, %L, true) from public.goal_sentences s', (select id from care.relations where ended_on = '2026-12-05'))), 'PT404 not_found', 'with a worker of before nothing is shared');
select is(pg_temp.says('els', format('select public.withdraw_consent(%L)', pg_temp.relation('els', 'jo'))), '', 'els ends it with the one organisation');
select is(coalesce(pg_temp.clients('ruben'), 'none') || ' ' || pg_temp.clients('other'), 'none Els', 'the other goes on');
select is((pg_temp.page('other', 'els')::jsonb -> 'goals' -> 0 -> 0 ->> 'words'), 'Ik wil zingen.', 'and reads what it read');
select is((select count(*)::int from care.proposals), 1, 'its proposal stays');
select is(
	(select string_agg(format('%s %s', started_on, ended_on), ', ' order by started_on) from care.relations where client_id = md5('els')::uuid and organisation_id = md5('nabij')::uuid),
	'2026-11-01 2026-12-05, 2026-12-10 2026-12-10', 'what was before is kept as it was, what was to come is gone'
);
set local buurtplein.now = '2026-12-12 09:00+01';
select is(pg_temp.agrees('els', 'petra', 'ruben'), 'worker', 'she agrees once more');
select is(pg_temp.says('els', 'select string_agg(w ->> ''firstName'', '' '' order by w ->> ''firstName'') from jsonb_array_elements(public.circle_page() -> ''workers'') w'), 'Other Ruben', 'each worker is there once');
select pg_temp.says('els', format('select public.withdraw_consent(%L)', (select id from care.relations where client_id = md5('els')::uuid and worker_id = md5('w ruben')::uuid and ended_on is null)));
select is(
	(select string_agg(date(withdrawn_at)::text, ', ' order by withdrawn_at) from care.consents where client_id = md5('els')::uuid),
	'2026-12-10, 2026-12-12', 'when she ended it the first time stays known'
);
update care.consents set withdrawn_at = private.clock() where client_id = md5('els')::uuid and withdrawn_at is null;
select is(pg_temp.clients('other'), null, 'without consent nothing answers, whatever the relation says');
select is(pg_temp.page('other', 'els'), '{"refused": "not_found"}', 'on no page');

-- Codes that lapse, ends that were planned, and consents that close ----------------------------------------

delete from private.attempts;
set local buurtplein.now = '2027-01-10 09:00+01';
create function pg_temp.code(administrator text, worker text) returns text language sql as $$
	select pg_temp.staff(administrator, format('select public.invite_client(%L)', md5('w ' || worker)::uuid));
$$;
create function pg_temp.works(code text) returns boolean language sql as $$
	select pg_temp.says('bob', format('select public.look_up_circle_code(%L, ''w'') ->> ''kind''', code)) is not distinct from 'worker';
$$;
create function pg_temp.ends(relation uuid, day date) returns text language sql as $$
	select pg_temp.staff('petra', format('select public.end_relation(%L, %L)', relation, day));
$$;
create function pg_temp.periods(client text) returns text language sql as $$
	select string_agg(format('%s %s %s', w.first_name, r.started_on, r.ended_on), ', ' order by r.started_on)
	from care.relations r join care.workers w on w.id = r.worker_id
	where r.client_id = md5(client)::uuid and r.organisation_id = md5('nabij')::uuid;
$$;
select is(pg_temp.agrees(person, 'petra', 'jo'), 'worker', person || ' agrees to jo') from unnest(array['dirk', 'away']) person;
select is(pg_temp.agrees('dirk', 'boss', 'other'), 'worker', 'dirk also to one of another organisation');
select is(pg_temp.ends(pg_temp.relation('dirk', 'jo'), '2027-02-08'), '', 'of jo it is known until when');
create temporary table open_codes on commit drop as select 'jo' as worker, pg_temp.code('petra', 'jo') as digits
union all select 'other', pg_temp.code('boss', 'other');
grant select on open_codes to public;
select is(pg_temp.staff('petra', format('select public.replace_worker(%L, %L, ''2027-01-15'')', md5('w jo')::uuid, md5('w ruben')::uuid)), '', 'ruben takes over before that');
select is(pg_temp.periods('dirk'), 'Jo 2027-01-10 2027-01-15, Ruben 2027-01-15 2027-02-08', 'and stays until the day that was planned');
select is(pg_temp.periods('away'), 'Jo 2027-01-10 2027-01-15, Ruben 2027-01-15 ', 'or on, where none was');
select is(pg_temp.works(digits), worker = 'other', 'a code of ' || worker || case worker when 'jo' then ', who is replaced, has lapsed' else ' has not' end) from open_codes;
insert into open_codes select 'ruben', pg_temp.code('petra', 'ruben');
select is(pg_temp.works(digits), true, 'a code of who replaces works') from open_codes where worker = 'ruben';

set local buurtplein.now = '2027-01-17 09:00+01';
select is(pg_temp.says('away', format('select public.withdraw_consent(%L)', pg_temp.relation('dirk', 'ruben'))), 'PT404 not_found', 'nobody ends the support of another');
select is(pg_temp.clients('ruben') ~ 'Away', true, 'ruben supports away now');
select is(pg_temp.says('away', format('select public.withdraw_consent(%L)', pg_temp.relation('away', 'jo'))), '', 'who ends it on a page of before, with the worker of before');
select is(pg_temp.clients('ruben'), 'Dirk', 'ends it all the same');
set local buurtplein.now = '2027-01-18 09:00+01';
select is(pg_temp.says('away', format('select public.withdraw_consent(%L)', pg_temp.relation('away', worker))), '', 'and once more') from unnest(array['jo', 'ruben']) worker;
select is(
	(select string_agg(date(withdrawn_at)::text, ', ') from care.consents where client_id = md5('away')::uuid) || ' ' || pg_temp.periods('away'),
	'2027-01-17 Jo 2027-01-10 2027-01-15, Ruben 2027-01-15 2027-01-17', 'changes nothing'
);

select is(pg_temp.ends(pg_temp.relation('dirk', 'ruben'), '2027-01-25'), '', 'the end may come sooner');
select is(pg_temp.works(digits), worker = 'other', 'a code of ' || worker || case worker when 'ruben' then ', whose support ends, has lapsed' else ' is as it was' end) from open_codes where worker <> 'jo';
update open_codes set digits = pg_temp.code('petra', 'ruben') where worker = 'ruben';
set local buurtplein.now = '2027-01-24 23:00+01';
select care.close_consents();
select is((select count(*)::int from care.consents where client_id = md5('dirk')::uuid and withdrawn_at is null), 2, 'while support goes on its consent does');
set local buurtplein.now = '2027-01-25 09:00+01';
select is(pg_temp.ends(pg_temp.relation('dirk', 'ruben'), day), '', 'ending what has ended, on ' || day) from unnest(array['2027-01-25', '2027-02-04']::date[]) day;
select is(pg_temp.periods('dirk'), 'Jo 2027-01-10 2027-01-15, Ruben 2027-01-15 2027-01-25', 'changes nothing');
select is(pg_temp.works(digits), true, 'nor does it touch a code') from open_codes where worker = 'ruben';
select care.close_consents();
set local buurtplein.now = '2027-01-28 09:00+01';
select care.close_consents();
select is(
	(select string_agg(o.name || ' ' || coalesce(date(c.withdrawn_at)::text, 'open'), ', ' order by o.name) from care.consents c join care.organisations o on o.id = c.organisation_id where c.client_id = md5('dirk')::uuid),
	'Nabij 2027-01-25, Verweg open', 'a consent closes with the last support it was for, once, and no other does'
);
update care.relations set ended_on = null where id = pg_temp.relation('dirk', 'ruben');
select is(pg_temp.clients('ruben'), null, 'support that ended does not come back without a new one');

delete from private.attempts;
select is((select count(*)::int from generate_series(1, 20) where pg_temp.code('petra', 'jo') ~ '^[0-9]{8}$'), 20, 'twenty codes an hour');
select is(pg_temp.code('petra', 'jo'), 'PT429 too_many_client_codes', 'and no more');
select matches(pg_temp.code('boss', 'other'), '^[0-9]{8}$', 'another administrator goes on');
set local buurtplein.now = '2027-01-28 10:00+01';
select matches(pg_temp.code('petra', 'jo'), '^[0-9]{8}$', 'an hour later petra may again');

select * from finish();
rollback;
