-- Mijn plan: one's own words, who may read which, and supporters.
begin;
select plan(131);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['ana', 'bob', 'cas', 'dirk', 'els']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator'), pg_temp.works('contact', 'oost', 'contact_person'),
	pg_temp.account('sister');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'ana', 'bob', 'cas');

create function pg_temp.starts(person text, goal text, words text default 'Ik wil zwemmen.') returns text
language sql as $$
	select pg_temp.says(person, format(
		'select public.start_goal(%L, %L, null, ''2026-11-24'', ''2027-01-19'')', md5(goal)::uuid, words
	));
$$;
create function pg_temp.writes(person text, sentence text, goal text, kind text, words text) returns text
language sql as $$
	select pg_temp.says(person, format(
		'select public.write_sentence(%L, %L, %L, %L)', md5(sentence)::uuid, md5(goal)::uuid, kind, words
	));
$$;
create function pg_temp.wish(goal text) returns uuid language sql as $$
	select s.id from public.goal_sentences s where s.goal_id = md5(goal)::uuid and s.kind = 'want';
$$;
create function pg_temp.supporter(owner text, supporter text) returns uuid language sql as $$
	select s.id from public.supporters s
	where s.owner_id = md5(owner)::uuid and s.supporter_id = md5(supporter)::uuid;
$$;
create function pg_temp.reads(person text, owner text) returns text language sql as $$
	select pg_temp.says(person, format(
		'select string_agg(s ->> ''words'', ''|'' order by s ->> ''words'')
		from jsonb_array_elements(public.supported_page(%L) -> ''goals'') g, jsonb_array_elements(g) s',
		pg_temp.supporter(owner, person)
	));
$$;
create function pg_temp.lets(owner text, sentence uuid, supporter text, reads boolean) returns text
language sql as $$
	select pg_temp.says(owner, format(
		'select public.set_reader(%L, %L, %L)', sentence, pg_temp.supporter(owner, supporter), reads
	));
$$;

create function pg_temp.seen(person text, owner text, what text) returns uuid language sql as $$
	select pg_temp.says(person, format(
		'select public.supported_page(%L) -> ''goals'' -> 0 -> 0 ->> %L', pg_temp.supporter(owner, person), what
	))::uuid;
$$;
create function pg_temp.proposes(person text, owner text, goal uuid, words text) returns text
language sql as $$
	select pg_temp.says(person, format(
		'select public.propose_sentence(%L, %L, %L, %L)', pg_temp.supporter(owner, person), goal,
		case when goal is null then 'want' else 'step' end, words
	));
$$;
create function pg_temp.answers(person text, words text, accept boolean) returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.answer_proposal(%L, %L, %L)', (select p.id from private.proposals p where p.words = answers.words),
		md5(answers.words)::uuid, accept
	));
$$;

-- Without a where: a condition would put the rules of reading before those of writing.
create function pg_temp.tries(person text, statement text) returns void language plpgsql as $$
begin
	perform set_config('request.jwt.claims', json_build_object('sub', md5(person)::uuid)::text, true);
	perform set_config('role', 'authenticated', true);
	execute statement;
	perform set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
end;
$$;

-- Goals -------------------------------------------------------------------------------------------

select is(pg_temp.starts('ana', 'swim'), md5('swim')::uuid::text, 'a resident starts a goal');
select is(pg_temp.starts('ana', 'swim'), md5('swim')::uuid::text, 'the same form twice starts one');
select is((select count(*)::int from public.goals), 1, 'and there is one');
select is(pg_temp.starts('bob', 'swim'), 'PT404 not_found', 'somebody else''s goal does not exist');
select is(pg_temp.starts('guide', 'guided') ~ '^[0-9a-f-]{36}$', true, 'who works in a neighbourhood may have a plan too');
select is(pg_temp.starts('visitor', 'none'), '42501', 'a visitor may not');
select is(pg_temp.starts('ana', 'two', 'Ik wil koken.') ~ '-', true, 'a second goal');
select is(pg_temp.starts('ana', 'three', 'Ik wil lezen.') ~ '-', true, 'a third goal');
select is(pg_temp.starts('ana', 'four'), 'PT409 too_many_goals', 'three goals, not thirty');
select is(pg_temp.says('ana', format('update public.goals set state = ''done'' where id = %L returning 1', md5('three')::uuid)), '1', 'a goal is done');
select is(pg_temp.starts('ana', 'four') ~ '-', true, 'and there is room for a new one');
select is(pg_temp.says('ana', format('update public.goals set state = ''open'' where id = %L returning 1', md5('three')::uuid)), 'PT409 too_many_goals', 'a fourth is not opened again');
select is(pg_temp.says('ana', format('update public.goals set state = ''let_go'' where id = %L returning 1', md5('four')::uuid)), '1', 'a goal may be let go');
select is(pg_temp.says('ana', format('update public.goals set ends_on = ''2026-11-01'' where id = %L', md5('swim')::uuid)), '23514', 'a goal ends after it starts');
select is(pg_temp.says('ana', 'update public.goals set owner_id = owner_id'), '42501', 'a goal cannot be given away');
select is(pg_temp.says(person, 'select count(*) from public.goals where id = ''' || md5('swim')::uuid || ''''), '0', person || ' sees no goal of ana')
from unnest(array['bob', 'dirk', 'away', 'guide', 'farguide', 'contact']) person;
select is(pg_temp.says('visitor', 'select count(*) from public.goals'), '42501', 'a visitor sees no goals');
select is(pg_temp.says('bob', format('with x as (update public.goals set state = ''done'' where id = %L returning 1) select count(*) from x', md5('swim')::uuid)), '0', 'nobody else changes a goal');
select is(pg_temp.says('bob', format('with x as (delete from public.goals where id = %L returning 1) select count(*) from x', md5('swim')::uuid)), '0', 'nobody else removes a goal');

select pg_temp.tries('bob', 'delete from public.goals'), pg_temp.tries('bob', 'update public.goals set state = ''done''');
select is((select string_agg(g.state::text, ' ' order by s.words) from public.goals g join public.goal_sentences s on s.goal_id = g.id where g.owner_id = md5('ana')::uuid), 'open done open let_go', 'nor all at once: what is hers stays as it was');
select is(pg_temp.says('ana', format('with x as (delete from public.goals where id = %L returning 1) select count(*) from x', md5('three')::uuid)), '1', 'but she may remove one herself');

-- Sentences ------------------------------------------------------------------------------------------

select is(pg_temp.writes('ana', 'can', 'swim', 'can', 'Ik kan fietsen.'), '', 'what I can');
select is(pg_temp.writes('ana', 'can', 'swim', 'can', 'Ik kan fietsen.'), '', 'twice adds one');
select is((select count(*)::int from public.goal_sentences where goal_id = md5('swim')::uuid), 2, 'beside the wish');
select is(pg_temp.writes('ana', 'step', 'swim', 'step', 'Ik bel het zwembad.'), '', 'a small step');
select is(pg_temp.writes('bob', 'step2', 'swim', 'step', 'Doe maar.'), 'PT404 not_found', 'nobody else writes in my plan');
select is(pg_temp.writes('guide', 'step2', 'swim', 'step', 'Doe maar.'), 'PT404 not_found', 'not the facilitator either');
select is(pg_temp.writes('ana', 'want2', 'swim', 'want', 'Ik wil ook.'), 'PT404 not_found', 'a goal has one wish');
select is(pg_temp.writes('ana', 'long', 'swim', 'can', repeat('x', 281)), '23514', 'at most 280 characters');
select is(pg_temp.writes('bob', 'can', 'swim', 'can', 'x'), 'PT404 not_found', 'an id of somebody else says nothing');
select is(pg_temp.says('ana', format('with x as (delete from public.goal_sentences where id = %L returning 1) select count(*) from x', pg_temp.wish('swim'))), '0', 'the wish stays while the goal does');
select pg_temp.tries('bob', 'delete from public.goal_sentences'), pg_temp.tries('bob', 'update public.goal_sentences set words = ''Weg.''');
select is((select count(*)::int from public.goal_sentences where goal_id = md5('swim')::uuid and words <> 'Weg.'), 3, 'nobody removes or changes her sentences, not even all at once');
select is(pg_temp.writes('ana', 'gone', 'swim', 'need', 'Ik heb een fiets nodig.'), '', 'what I need');
select is(pg_temp.says('ana', format('with x as (delete from public.goal_sentences where id = %L returning 1) select count(*) from x', md5('gone')::uuid)), '1', 'she may remove a sentence herself');
set local buurtplein.now = '2026-11-25 12:00+01';
select is(pg_temp.says('ana', format('update public.goal_sentences set words = ''Ik kan hard fietsen.'' where id = %L returning written_at = ''2026-11-25 12:00+01''', md5('can')::uuid)), 'true', 'changing words says when');
select is(pg_temp.says('ana', format('update public.goal_sentences set outcome = ''done'' where id = %L', md5('can')::uuid)), '23514', 'only a step goes well or not');
select is(pg_temp.says('ana', format('update public.goal_sentences set meetup_id = (select id from public.meetups where group_id = %L order by starts_at limit 1) where id = %L returning 1', md5('koffie')::uuid, md5('step')::uuid)), '1', 'a step is pinned to a meetup of my group');
select is(pg_temp.says('els', format('select public.start_goal(%L, ''Ik wil x.'', null, ''2026-11-24'', ''2027-01-19'')', md5('els goal')::uuid)) ~ '-', true, 'els has a goal');
select pg_temp.writes('els', 'els step', 'els goal', 'step', 'Een stap.');
select is(pg_temp.says('els', format('update public.goal_sentences set meetup_id = %L where id = %L', (select id from public.meetups where group_id = md5('koffie')::uuid order by starts_at limit 1), md5('els step')::uuid)), '42501', 'not to a meetup of a group that is not mine');
select is(pg_temp.says('ana', format('select public.look_back(%L, 3, ''Het gaat goed.'')', md5('swim')::uuid)), '', 'one look back');
select is(pg_temp.says('ana', format('select public.look_back(%L, 2, ''Het gaat wel.'')', md5('swim')::uuid)), '', 'that may be changed');
select is((select string_agg(words, '|') from public.goal_sentences where kind = 'look_back'), 'Het gaat wel.', 'and stays one');
select is(pg_temp.says('bob', format('select public.look_back(%L, 3, null)', md5('swim')::uuid)), 'PT404 not_found', 'nobody else looks back for me');

-- Supporters -----------------------------------------------------------------------------------------

select is(pg_temp.says('ana', format('select public.invite_supporter(%L)', md5('r bob')::uuid)), '', 'ana asks a neighbour of her group');
select is(pg_temp.says('ana', format('select public.invite_supporter(%L)', md5('r bob')::uuid)), '', 'twice asks once');
select is(pg_temp.says('ana', format('select public.invite_supporter(%L)', md5('r dirk')::uuid)), 'PT404 not_found', 'who is in no group with her she cannot ask by name');
select is(pg_temp.says('ana', format('select public.invite_supporter(%L)', md5('r ana')::uuid)), 'PT404 not_found', 'nor herself');
select is(pg_temp.lets('ana', pg_temp.wish('swim'), 'bob', true), 'PT404 not_found', 'who has not said yes reads nothing');
select is(pg_temp.reads('bob', 'ana'), 'PT404 not_found', 'and has no page');
select is(pg_temp.says('cas', format('select public.answer_support(%L, true)', pg_temp.supporter('ana', 'bob'))), 'PT404 not_found', 'nobody else answers');
select is(pg_temp.says('ana', format('select public.answer_support(%L, true)', pg_temp.supporter('ana', 'bob'))), 'PT404 not_found', 'not even who asked');
select is(pg_temp.says('bob', format('select public.answer_support(%L, true)', pg_temp.supporter('ana', 'bob'))), '', 'bob says yes');
select is(pg_temp.reads('bob', 'ana'), null, 'and reads nothing yet');
select is(pg_temp.lets('ana', pg_temp.wish('swim'), 'bob', true), '', 'ana lets bob read her wish');
select is(pg_temp.reads('bob', 'ana'), 'Ik wil zwemmen.', 'bob reads that, and only that');
select is(pg_temp.lets('ana', pg_temp.wish('swim'), 'bob', true), '', 'twice is once');
select is(pg_temp.lets('bob', pg_temp.wish('swim'), 'bob', true), 'PT404 not_found', 'a supporter cannot let others read');
select is(pg_temp.says('els', format('select public.set_reader(%L, %L, true)', md5('els step')::uuid, pg_temp.supporter('ana', 'bob'))), 'PT404 not_found', 'nor anyone share with a supporter of somebody else');
select is(pg_temp.says('ana', format('select public.set_reader(%L, %L, true)', md5('els step')::uuid, pg_temp.supporter('ana', 'bob'))), 'PT404 not_found', 'nor share what is not hers');
select is(pg_temp.says('cas', format('select public.supported_page(%L)', pg_temp.supporter('ana', 'bob'))), 'PT404 not_found', 'nobody else opens that page');
select is(
	pg_temp.says('ana', format('select public.seen_by(%L) - ''reader''', pg_temp.supporter('ana', 'bob'))),
	pg_temp.says('bob', format('select public.supported_page(%L) - ''callAskedAt''', pg_temp.supporter('ana', 'bob'))),
	'through the eyes of bob ana sees exactly what bob sees'
);
select is(pg_temp.says('bob', format('select public.seen_by(%L)', pg_temp.supporter('ana', 'bob'))), null, 'nobody else looks through those eyes');
select is(pg_temp.says('bob', format('select public.supported_page(%L) ->> ''nextMeetup''', pg_temp.supporter('ana', 'bob'))), null, 'bob does not see her next meetup');
select is(pg_temp.says('ana', format('select public.set_view(%L, ''next_meetup'', true)', pg_temp.supporter('ana', 'bob'))), '', 'until she says so');
select is(pg_temp.says('bob', format('select public.supported_page(%L) -> ''nextMeetup'' ->> ''groupName''', pg_temp.supporter('ana', 'bob'))), 'koffie', 'then he does');
update public.meetups set state = 'cancelled', reason = 'feest' where group_id = md5('koffie')::uuid and starts_at = '2026-11-25 14:00+01';
select is(pg_temp.says('bob', format('select public.supported_page(%L) -> ''nextMeetup'' ->> ''startsAt''', pg_temp.supporter('ana', 'bob')))::timestamptz, '2026-12-02 14:00+01', 'not one that is off');
set local buurtplein.now = '2026-12-02 16:00+01';
select is(pg_temp.says('bob', format('select public.supported_page(%L) -> ''nextMeetup'' ->> ''startsAt''', pg_temp.supporter('ana', 'bob')))::timestamptz, '2026-12-09 14:00+01', 'nor one that has been');
select is(pg_temp.says('ana', 'select public.set_balance(-1, ''Even rustig.'')'), null, 'ana says how she is doing');
select is(pg_temp.says('bob', format('select public.supported_page(%L) ->> ''balance''', pg_temp.supporter('ana', 'bob'))), null, 'bob does not see that');
select is(pg_temp.says('ana', format('select public.set_view(%L, ''balance'', true)', pg_temp.supporter('ana', 'bob'))), '', 'until she says so');
select is(pg_temp.says('bob', format('select public.supported_page(%L) -> ''balance'' ->> ''words''', pg_temp.supporter('ana', 'bob'))), 'Even rustig.', 'then he does');
select is(pg_temp.says('ana', format('select public.ask_call(%L, true)', pg_temp.supporter('ana', 'bob'))), '', 'ana asks bob to ring');
select is(pg_temp.says('bob', format('select public.call_done(%L)', pg_temp.supporter('ana', 'bob'))), null, 'bob rang');
select is((select call_asked_at from public.supporters where id = pg_temp.supporter('ana', 'bob')), null, 'and the question is gone');

-- Proposals --------------------------------------------------------------------------------------------

create temporary table known on commit drop as select pg_temp.seen('bob', 'ana', 'goalId') as goal, pg_temp.seen('bob', 'ana', 'id') as sentence;
select is((select goal <> md5('swim')::uuid and sentence <> pg_temp.wish('swim') and goal <> sentence from known), true, 'bob does not know her goal and her wish by their own ids');
select is((select goal = pg_temp.seen('bob', 'ana', 'goalId') from known), true, 'but always by the same');
select is(pg_temp.proposes('bob', 'ana', (select goal from known), 'Ik bel het bad.'), '', 'a supporter proposes a step');
select is(pg_temp.proposes('bob', 'ana', (select goal from known), 'Ik bel het bad.'), '', 'the same twice');
select is((select count(*)::int from private.proposals), 1, 'is one proposal');
select is(pg_temp.proposes('bob', 'ana', md5(goal)::uuid, 'x'), 'PT404 not_found', 'not beside a goal by ' || message)
from (values ('swim', 'its own id'), ('els goal', 'the id of somebody else'), ('nothing', 'an id of nothing')) wrong(goal, message);
select is(pg_temp.says(person, format('select public.propose_sentence(%L, null, ''want'', ''x'')', pg_temp.supporter('ana', 'bob'))), 'PT404 not_found', person || ' proposes nothing in his place')
from unnest(array['ana', 'cas', 'dirk', 'away', 'guide', 'contact']) person;
select is(pg_temp.says('visitor', 'select public.propose_sentence(null, null, ''want'', ''x'')'), '42501', 'a visitor proposes nothing');
select is((select count(*)::int from public.goal_sentences where words = 'Ik bel het bad.'), 0, 'a proposal is not in the plan');
select is(pg_temp.says('ana', 'select string_agg(concat_ws('' '', p ->> ''firstName'', p ->> ''kind'', p ->> ''words''), ''|'') from jsonb_array_elements(public.plan_page() -> ''proposals'') p'), 'Bob step Ik bel het bad.', 'ana sees what he proposes');
select is(pg_temp.says('bob', 'select public.plan_page() ->> ''proposals'''), '[]', 'nobody else does');
select is(pg_temp.answers(person, 'Ik bel het bad.', true), 'PT404 not_found', person || ' does not answer it') from unnest(array['bob', 'els']) person;
select is(pg_temp.answers('ana', 'Ik bel het bad.', true), '', 'ana takes it over');
select is((select kind || ' ' || goal_id from public.goal_sentences where id = md5('Ik bel het bad.')::uuid), 'step ' || md5('swim')::uuid, 'it is hers now');
select is(pg_temp.reads('bob', 'ana'), 'Ik wil zwemmen.', 'and bob does not read it');
select is(pg_temp.proposes('bob', 'ana', null, 'Ik wil varen.'), '', 'bob proposes a new plan');
select is(pg_temp.answers('ana', 'Ik wil varen.', false), '', 'ana does not want it');
select is((select count(*)::int from private.proposals) + (select count(*)::int from public.goal_sentences where words = 'Ik wil varen.'), 0, 'and nothing of it is kept');
select is((select string_agg(pg_temp.proposes('bob', 'ana', null, 'Ik wil ' || n), '|' order by n) from generate_series(1, 6) n), '|||||PT409 too_many_proposals', 'at most five wait for an answer');
select is(pg_temp.proposes('bob', 'ana', null, 'Ik wil 5'), '', 'the fifth once more is no sixth');
select is(pg_temp.lets('ana', pg_temp.wish('swim'), 'bob', false), '', 'ana takes her wish back');
select is(pg_temp.reads('bob', 'ana'), null, 'and bob reads nothing');
delete from private.proposals where words = 'Ik wil 5';
select is(pg_temp.proposes('bob', 'ana', (select goal from known), 'x'), 'PT404 not_found', 'nor proposes beside what he read');
select is(pg_temp.says('bob', format('select public.start_goal(%L, ''x'', null, ''2026-11-24'', ''2027-01-19'')', goal)), goal::text, 'the id that he keeps does not tell whether her goal is there: nothing has it') from known;
select pg_temp.lets('ana', pg_temp.wish('swim'), 'bob', true);
select is(pg_temp.says('ana', format('update public.goals set state = ''let_go'' where id = %L returning 1', md5('swim')::uuid)), '1', 'a goal that is let go');
select is(pg_temp.reads('bob', 'ana'), null, 'is read by nobody else');
select is(pg_temp.says('bob', format('with x as (delete from public.supporters where id = %L returning 1) select count(*) from x', pg_temp.supporter('ana', 'bob'))), '0', 'a supporter removes no row of the owner');
select pg_temp.says('bob', 'with x as (delete from public.supporters) select 1');
select cmp_ok((select count(*)::int from public.supporters where owner_id = md5('ana')::uuid), '>', 0, 'not even by asking for all of them');
select is(pg_temp.says('bob', format('select public.stop_supporting(%L)', pg_temp.supporter('ana', 'bob'))), null, 'but may stop');
select is((select count(*)::int from public.sentence_shares), 0, 'and then reads nothing');
select is((select count(*)::int from private.proposals), 0, 'and what he proposed is gone');

-- A no, and a code -------------------------------------------------------------------------------------

select pg_temp.says('ana', format('select public.invite_supporter(%L)', md5('r cas')::uuid));
select is(pg_temp.says('cas', format('select public.answer_support(%L, false)', pg_temp.supporter('ana', 'cas'))), '', 'cas says no');
select is(pg_temp.proposes('cas', 'ana', null, 'x'), 'PT404 not_found', 'and proposes nothing');
select is(pg_temp.says('ana', 'select public.circle_page() -> ''supporters'' -> 0 ->> ''accepted'''), 'false', 'to ana the question is still open');
select is(pg_temp.says('ana', 'select declined_at from public.supporters'), '42501', 'and the no is not told');
select is(pg_temp.says('cas', 'select public.circle_page() ->> ''supported'''), '[]', 'cas is not asked again');
create temporary table code on commit drop as select pg_temp.says('ana', 'select public.invite_by_code(''Mijn zus'')') as digits;
grant select on code to public;
select matches((select digits from code), '^[0-9]{8}$', 'a code of eight digits');
select is(pg_temp.says('ana', format('select public.look_up_circle_code(%L, ''a'')', (select digits from code))), null, 'her own code says nothing to herself');
select is(pg_temp.says('sister', format('select public.look_up_circle_code(%L, ''a'') ->> ''kind''', (select digits from code))), 'supporter', 'her sister sees what it is');
select is(pg_temp.says('sister', format('select public.accept_circle_code(%L, ''a'')', (select digits from code))), 'supporter', 'and agrees');
select is(pg_temp.says('dirk', format('select public.accept_circle_code(%L, ''b'')', (select digits from code))), null, 'a code works once');
select is(pg_temp.says('visitor', format('select public.look_up_circle_code(%L, ''a'')', (select digits from code))), '42501', 'a visitor cannot try codes');
select is(pg_temp.says('ana', format('with x as (delete from public.supporters where id = %L returning 1) select count(*) from x', pg_temp.supporter('ana', 'sister'))), '1', 'ana removes her sister, without notice');
select is(pg_temp.reads('sister', 'ana'), 'PT404 not_found', 'who reads nothing from then on');

select * from finish();
rollback;
