-- What two agree on is what both have read: it does not move before the yes, nor after it.
begin;
select plan(99);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['ana', 'bob', 'cas', 'dirk', 'els']) person;
select pg_temp.works('guide', 'oost', 'facilitator'), pg_temp.works('contact', 'oost', 'contact_person'),
	pg_temp.works('standin', 'oost', 'stand_in');
insert into public.residents (id, profile_id, neighbourhood_id, first_name)
values (md5('r contact')::uuid, md5('contact')::uuid, md5('oost')::uuid, 'Contact');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'ana', 'bob'), pg_temp.circle('soep', 8, 'ana', 'cas');

create function pg_temp.places(person text, post text, category text default 'errands', circle text default null) returns text
language sql as $$
	select pg_temp.says(person, format(
		'select public.place_post(%L, %L, ''request'', %L, %L, ''any_time'', null, null, null, %L)',
		md5(post)::uuid, md5('oost')::uuid, category, 'Ik zoek ' || post, md5(circle)::uuid
	));
$$;
create function pg_temp.changes(
	person text, post text, words text, category text default 'errands', moment text default 'any_time',
	on_date text default null, weekday text default null, at_time text default null,
	audience text default 'neighbourhood', circle text default null
) returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.change_post(%L, %L, %L, %L, %L, %L, %L, %L, %L)',
		md5(post)::uuid, category, words, moment, on_date, weekday, at_time, audience, md5(circle)::uuid
	));
$$;
create function pg_temp.answers(person text, post text, read text default null) returns text language sql as $$
	select pg_temp.says(person, format('select public.answer_post(%L, ''Goed.''%s)', md5(post)::uuid, ', ' || read));
$$;
create function pg_temp.answer(person text, post text) returns uuid language sql as $$
	select id from public.help_answers
	where post_id = md5(post)::uuid and answerer_id = md5('r ' || person)::uuid;
$$;
create function pg_temp.chooses(person text, answerer text, post text, choice text default 'yes') returns text
language sql as $$
	select pg_temp.says(person, format('select public.choose_answer(%L, %L)', pg_temp.answer(answerer, post), choice));
$$;
create function pg_temp.match(answerer text, post text) returns public.help_matches language sql as $$
	select m from public.help_matches m where m.answer_id = pg_temp.answer(answerer, post)
	order by m.made_at desc limit 1;
$$;
create function pg_temp.of(person text, match uuid, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.match_page(%L) #>> %L', match, path));
$$;
create function pg_temp.asked(person text, post text) returns text language sql as $$
	select concat_ws(' ',
		pg_temp.says(person, format('select public.help_post_page(%L) #>> ''{answer,outdated}''', md5(post)::uuid)),
		pg_temp.says(person, 'select jsonb_path_exists(public.my_help_page(), ''$.answers[*] ? (@.changed != null)'')'),
		pg_temp.says(person, 'select jsonb_path_exists(public.today_page(), ''$.help.changed[*]'')')
	);
$$;
-- All that one who answered can get to know of a post and of their answer.
create function pg_temp.knows(person text, post text) returns text language sql as $$
	select concat_ws(E'\n',
		pg_temp.says(person, 'select public.my_help_page()'),
		pg_temp.says(person, 'select public.help_page()'),
		pg_temp.says(person, format('select public.help_post_page(%L)', md5(post)::uuid)),
		pg_temp.says(person, 'select public.today_page()'),
		pg_temp.says(person, 'select public.conversations_page()'),
		pg_temp.says(person, 'select jsonb_path_query_array(public.my_export(), ''$.keyvalue() ? (@.key != "madeAt")'')')
	);
$$;

-- Before the yes --------------------------------------------------------------------------------------

select pg_temp.places('ana', 'soup'), pg_temp.answers('bob', 'soup'), pg_temp.answers('cas', 'soup');
select is(pg_temp.asked('bob', 'soup'), 'false false false', 'nothing is asked of who answered what stands there');
select is(pg_temp.changes('ana', 'soup', 'Ik zoek soup'), '', 'the same once more');
select is(pg_temp.asked('bob', 'soup'), 'false false false', 'is no change');
select is(pg_temp.changes('ana', 'soup', 'Ik zoek soup', audience => 'group', circle => 'koffie'), '', 'nor is who may read it');
select is(pg_temp.asked('bob', 'soup'), 'false false false', 'to who still reads it');
select pg_temp.changes('ana', 'soup', 'Ik zoek soup');

-- Each of what two agree on counts, one after the other.
create temporary table turns (nth serial, what text, words text, category text, moment text, on_date text, weekday text, at_time text);
insert into turns (what, words, category, moment, on_date, weekday, at_time) values
	('words', 'Ik zoek iets anders', 'errands', 'any_time', null, null, null),
	('kind of help', 'Ik zoek iets anders', 'child_minding', 'any_time', null, null, null),
	('moment', 'Ik zoek iets anders', 'child_minding', 'once', '2026-11-28', null, '10:00'),
	('day', 'Ik zoek iets anders', 'child_minding', 'once', '2026-11-29', null, '10:00'),
	('hour', 'Ik zoek iets anders', 'child_minding', 'once', '2026-11-29', null, '23:00'),
	('week', 'Ik zoek iets anders', 'child_minding', 'weekly', null, '3', '23:00'),
	('weekday', 'Ik zoek iets anders', 'child_minding', 'weekly', null, '4', '23:00');
create function pg_temp.turn(n integer) returns text language plpgsql as $$
declare
	t turns;
	told text[];
begin
	select * into t from turns where nth = n;
	told := told || pg_temp.changes('ana', 'soup', t.words, t.category, t.moment, t.on_date, t.weekday, t.at_time);
	told := told || pg_temp.chooses('ana', 'bob', 'soup') || pg_temp.asked('bob', 'soup');
	perform pg_temp.answers('bob', 'soup');
	return array_to_string(told || pg_temp.asked('bob', 'soup'), ', ');
end;
$$;
select is(pg_temp.turn(nth), ', PT409 answer_outdated, true true true, false false false', 'other ' || what || ': no yes, the one who answered is asked, and answering again is that they read it')
from turns order by nth;
select is((select count(*)::int from public.help_matches), 0, 'nothing came of it yet');
select is(pg_temp.says('bob', 'select jsonb_path_query_first(public.today_page(), ''$.help.changed[0].changed'')'), null, 'and nothing is asked any more');
select is(pg_temp.says('cas', 'select jsonb_path_query_first(public.today_page(), ''$.help.changed[0].changed'')')::jsonb - 'version',
	'{"moment": "weekly", "onDate": null, "weekday": 4, "atTime": "23:00"}', 'who did not yet is told the new moment');
select is(pg_temp.says('cas', 'select public.today_page() #>> ''{help,changed,0,words}'''), 'Ik zoek iets anders', 'and the new words');
select is(pg_temp.says('ana', format('select jsonb_path_query_first(public.help_post_page(%L), ''$.answers[*] ? (@.firstName == "%s").outdated'')', md5('soup')::uuid, name)), told, 'the author reads of ' || name || ' whether it is up to them')
from (values ('Bob', 'false'), ('Cas', 'true')) seen(name, told);
select is(pg_temp.says('ana', 'select jsonb_path_exists(public.today_page(), ''$.help.answered[*]'')'), 'true', 'of bob she has to decide');
select is(pg_temp.chooses('ana', 'bob', 'soup', 'no'), null, 'and once she has');
select is(pg_temp.says('ana', 'select coalesce(jsonb_path_exists(public.today_page(), ''$.help.answered[*]''), false)'), 'false', 'she has nothing to decide while cas looks again');
select is(pg_temp.chooses('ana', 'cas', 'soup', 'no'), null, 'a no can always be given');
select is(pg_temp.chooses('ana', 'cas', 'soup'), 'PT409 answer_outdated', 'a yes after it cannot');

-- Who read an older post and presses a button has not read the newer one.
select pg_temp.places('els', 'bread');
create function pg_temp.version(person text, post text) returns text language sql as $$
	select pg_temp.says(person, format('select public.help_post_page(%L) ->> ''version''', md5(post)::uuid));
$$;
create temporary table page as select pg_temp.version('dirk', 'bread') as version;
grant select on page to authenticated;
select is(pg_temp.changes('els', 'bread', 'Ik zoek brood om middernacht'), '', 'changed while dirk reads it');
select matches(pg_temp.answers('dirk', 'bread', (select version from page)), '^[0-9a-f-]{36}$', 'his answer arrives');
select is(pg_temp.asked('dirk', 'bread'), 'true true true', 'and he is asked about the newer one');
select is(pg_temp.chooses('els', 'dirk', 'bread'), 'PT409 answer_outdated', 'to which he did not say yes');
select pg_temp.answers('dirk', 'bread', pg_temp.version('dirk', 'bread'));
select is(pg_temp.asked('dirk', 'bread'), 'false false false', 'now he did');
select pg_temp.answers('dirk', 'bread', (select version from page));
select is(pg_temp.asked('dirk', 'bread'), 'false false false', 'an old page sent after it takes nothing back');
select pg_temp.answers('cas', 'bread', '99'), pg_temp.changes('els', 'bread', 'Ik zoek brood om acht uur');
select is(pg_temp.asked('cas', 'bread'), 'true true true', 'nobody says yes to what is still to be written');

-- A no stays silent ------------------------------------------------------------------------------------

select pg_temp.places('els', 'walk'), pg_temp.answers('bob', 'walk'), pg_temp.answers('dirk', 'walk');
create temporary table told (person text, choice text, step text, knows text);
grant all on told to authenticated;
create function pg_temp.lives(choice text) returns void language plpgsql as $$
begin
	if choice is not null then perform pg_temp.chooses('els', 'bob', 'walk', choice); end if;
	insert into told select p, coalesce(choice, 'none'), 'chosen', pg_temp.knows(p, 'walk') from unnest(array['bob', 'dirk']) p;
	perform pg_temp.changes('els', 'walk', 'Ik zoek een ander rondje', at_time => '14:00', weekday => '2', moment => 'weekly');
	insert into told select p, coalesce(choice, 'none'), 'changed', pg_temp.knows(p, 'walk') from unnest(array['bob', 'dirk']) p;
	perform pg_temp.answers('bob', 'walk');
	insert into told select p, coalesce(choice, 'none'), 'confirmed', pg_temp.knows(p, 'walk') from unnest(array['bob', 'dirk']) p;
	raise exception 'back' using errcode = 'PT000', detail = (select jsonb_agg(to_jsonb(t)) from told t);
end;
$$;
create function pg_temp.in_a_world_where(chosen text) returns jsonb language plpgsql as $$
declare
	said jsonb;
begin
	perform pg_temp.lives(chosen);
exception when sqlstate 'PT000' then
	get stacked diagnostics said = pg_exception_detail;
	return said;
end;
$$;
create temporary table worlds as
select coalesce(choice, 'none') as choice, t.* from unnest(array[null, 'no']) choice,
	jsonb_to_recordset(pg_temp.in_a_world_where(choice)) t (person text, step text, knows text);
select is(no.knows, none.knows, format('%s, %s: a no is told no more than nothing', none.person, none.step))
from worlds none join worlds no on no.person = none.person and no.step = none.step and no.choice = 'no'
where none.choice = 'none' order by none.step, none.person;
select isnt(c.knows, d.knows, 'and what is compared does see that it changed')
from worlds c join worlds d on d.person = 'bob' and d.choice = 'no' and d.step = 'changed'
where c.person = 'bob' and c.choice = 'no' and c.step = 'chosen';

-- After the yes ------------------------------------------------------------------------------------------

select pg_temp.places('dirk', 'nap', 'child_minding'), pg_temp.answers('els', 'nap');
select isnt(pg_temp.chooses('dirk', 'els', 'nap'), null, 'two yeses for minding children');
select is(pg_temp.changes('dirk', 'nap', 'Ik zoek ook eten', 'errands', 'weekly', null, '1', '09:00'), '', 'the post goes on without them');
select is(pg_temp.of(person, (pg_temp.match('els', 'nap')).id, '{}')::jsonb @> '{"category": "child_minding", "kind": "request", "words": "Ik zoek nap", "moment": "any_time"}', true, person || ' reads what was agreed on')
from unnest(array['dirk', 'els']) person;
select is(pg_temp.says('els', 'select jsonb_path_query_first(public.my_help_page(), ''$.matches[*] ? (@.state == "introducing")'')')::jsonb @> '{"category": "child_minding", "words": "Ik zoek nap"}', true, 'also among her help');
select is(pg_temp.says('els', 'select jsonb_path_query_first(public.my_export(), ''$.helpMatches[0]'')')::jsonb @> '{"category": "child_minding", "kind": "request", "words": "Ik zoek nap"}', true, 'and in her download');
select is(pg_temp.asked('els', 'nap'), 'false false false', 'and is asked nothing about the post');
select is(pg_temp.says('contact', 'select jsonb_path_query_first(public.help_desk(), ''$[*].introductions[*].helper.firstName'') #>> ''{}'''), 'Els', 'the contact person introduces them all the same');
select is(pg_temp.says('contact', format('select public.introduce_match(%L)', (pg_temp.match('els', 'nap')).id)), '', 'and can');
select is(pg_temp.says('contact', 'select jsonb_path_query_first(public.help_desk(), ''$[*].introductions[*]'')'), null, 'then it leaves the desk');
select is(pg_temp.says('contact', format('select public.introduce_match(%L)', (pg_temp.match('els', 'nap')).id)), 'PT404 not_found', 'who know each other are not introduced');
select pg_temp.places('dirk', 'milk'), pg_temp.answers('els', 'milk'), pg_temp.chooses('dirk', 'els', 'milk');
select pg_temp.changes('dirk', 'milk', 'Ik zoek melk', 'child_minding');
select is(pg_temp.says('contact', 'select jsonb_path_query_first(public.help_desk(), ''$[*].introductions[*]'')'), null, 'what became minding children after the yes is nothing the two agreed on');

-- Nobody introduces themself ----------------------------------------------------------------------------------

select pg_temp.places('contact', 'tea', 'child_minding'), pg_temp.answers('bob', 'tea'), pg_temp.chooses('contact', 'bob', 'tea');
select pg_temp.places('bob', 'coffee', 'child_minding'), pg_temp.answers('contact', 'coffee'), pg_temp.chooses('bob', 'contact', 'coffee');
select is((pg_temp.match(answerer, post)).stopped_at is null and (pg_temp.match(answerer, post)).introduced_at is null, true, post || ' waits to be introduced')
from (values ('bob', 'tea'), ('contact', 'coffee')) pair(answerer, post);
select is(jsonb_array_length(pg_temp.says(person, 'select public.help_desk() #> ''{0,introductions}''')::jsonb), lines, person || ' is asked to introduce ' || lines)
from (values ('contact', 0), ('standin', 2)) seen(person, lines);
select is(pg_temp.says('contact', format('select public.introduce_match(%L)', (pg_temp.match(answerer, post)).id)), 'PT404 not_found', 'the contact person does not introduce themself for ' || post)
from (values ('bob', 'tea'), ('contact', 'coffee')) pair(answerer, post);
select is(pg_temp.says('standin', format('select public.introduce_match(%L)', (pg_temp.match(answerer, post)).id)), '', 'the stand-in does')
from (values ('bob', 'tea'), ('contact', 'coffee')) pair(answerer, post);

-- A group that is no more ---------------------------------------------------------------------------------------

select pg_temp.places('ana', 'secret', 'errands', 'koffie');
select is(pg_temp.changes('ana', 'secret', 'Ik zoek secret', audience => 'group', circle => null), 'PT404 not_found', 'a group is named while there is one');
select is(pg_temp.changes('ana', 'secret', 'Ik zoek secret', audience => 'neighbourhood', circle => 'koffie'), '23514', 'the neighbourhood is no group');
select is(pg_temp.changes('ana', 'secret', 'Ik zoek secret', audience => 'group', circle => 'soep'), '', 'another group of hers may read it');
delete from public.groups where id = md5('soep')::uuid;
select is(pg_temp.changes('ana', 'secret', 'Ik zoek een geheim', audience => 'group', circle => null), '', 'of a group that is no more only the words change');
select is(pg_temp.says(person, format('select public.help_post_page(%L) ->> ''words''', md5('secret')::uuid)), null, person || ' does not read it')
from unnest(array['bob', 'cas', 'dirk', 'contact']) person;
select is(pg_temp.says('ana', format('select public.help_post_page(%L)', md5('secret')::uuid))::jsonb @> format('{"audience": "group", "groupId": null, "words": "Ik zoek een geheim", "neighbourhoodId": "%s"}', md5('oost')::uuid)::jsonb, true, 'its author does, and where it stands');
select is(pg_temp.changes('bob', 'walk', 'x', audience => 'group', circle => null), 'PT404 not_found', 'nobody else changes who reads what');
select is(pg_temp.changes('els', 'walk', 'x', audience => 'group', circle => null), 'PT404 not_found', 'nor is a post of the neighbourhood for no group');
select is(pg_temp.changes('ana', 'secret', 'Ik zoek een geheim'), '', 'the author says that the neighbourhood may');
select is(pg_temp.says('cas', format('select public.help_post_page(%L) ->> ''words''', md5('secret')::uuid)), 'Ik zoek een geheim', 'then it does');

-- Again with the same neighbour ------------------------------------------------------------------------------------

set local buurtplein.now = '2026-12-01 12:00+01';
select pg_temp.places('bob', 'stroll'), pg_temp.answers('ana', 'stroll');
create temporary table first as select pg_temp.chooses('bob', 'ana', 'stroll')::uuid as id;
grant select on first to authenticated;
create function pg_temp.reflects(person text, match uuid, feeling integer, words text, safe text default null, calls text default 'false', number text default null) returns text language sql as $$
	select pg_temp.says(person, format('select public.reflect_on_help(%L, %L, %L, %L, %L, false, null, %L)', match, feeling, words, safe, calls, number));
$$;
select is(pg_temp.reflects('ana', first.id, 3, 'Fijn.'), 'PT404 not_found', 'nobody looks back on what has not been') from first;
set local buurtplein.now = '2026-12-08 11:59+01';
select is(pg_temp.reflects('ana', first.id, 3, 'Fijn.'), 'PT404 not_found', 'not a minute before the page asks') from first;
set local buurtplein.now = '2026-12-08 12:00+01';
select is(pg_temp.of('ana', first.id, '{mayReflect}'), 'true', 'a week later the page asks') from first;
select is(pg_temp.reflects('ana', first.id, 3, 'Fijn.'), '', 'and it can be said') from first;
select is(pg_temp.says('bob', format('select public.thank(%L, ''Dank je.'')', first.id)), '', 'bob thanks') from first;
select is(pg_temp.says('bob', format('select public.stop_match(%L)', first.id)), '', 'and stops') from first;
set local buurtplein.now = '2026-12-09 12:00+01';
select pg_temp.answers('ana', 'stroll');
create temporary table second as select pg_temp.chooses('bob', 'ana', 'stroll')::uuid as id;
grant select on second to authenticated;
select isnt(second.id, first.id, 'a yes once more is something new') from first, second;
select is(pg_temp.chooses('bob', 'ana', 'stroll'), second.id::text, 'pressed twice it is once') from second;
select is(pg_temp.of('ana', second.id, path), told, path || ' begins anew') from second,
	(values ('{state}', 'active'), ('{reflection}', null), ('{thanks}', '[]'), ('{firstTime}', 'false'), ('{mayReflect}', 'false')) p(path, told);
select is(pg_temp.of('ana', first.id, '{state}') || ' ' || pg_temp.of('ana', first.id, '{reflection,words}'), 'stopped Fijn.', 'the time before keeps its own') from first;
select is(pg_temp.says('ana', format('select public.help_post_page(%L) #>> ''{answer,matchId}''', md5('stroll')::uuid)), second.id::text, 'the post leads to the one that goes on') from second;
select is(pg_temp.says('ana', 'select count(*) from jsonb_path_query(public.my_help_page(), ''$.matches[*] ? (@.other.firstName == "Bob" && @.words == "Ik zoek stroll")'')'), '1', 'which alone is among her help');
select is((select count(distinct conversation_id)::int from public.help_matches where answer_id = pg_temp.answer('ana', 'stroll')), 2, 'each has its own conversation');
update public.help_matches set made_at = '2024-01-01 12:00+01' where id = (select id from first);
select private.apply_retention(false);
select is((select count(*)::int from public.help_matches where answer_id = pg_temp.answer('ana', 'stroll')), 1, 'after two years the time before goes, and what goes on stays');
update public.help_matches set made_at = '2024-01-02 12:00+01' where id = (select id from second);
select private.apply_retention(false);
select is(pg_temp.answer('ana', 'stroll'), null, 'the last goes with its answer');

-- What was taken up --------------------------------------------------------------------------------------------------

select pg_temp.places('cas', 'lamp', 'odd_job'), pg_temp.answers('dirk', 'lamp'), pg_temp.chooses('cas', 'dirk', 'lamp');
create temporary table lamp as select (pg_temp.match('dirk', 'lamp')).id;
grant select on lamp to authenticated;
set local buurtplein.now = '2026-12-20 12:00+01';
create function pg_temp.settles() returns text language sql as $$
	select pg_temp.says('contact', format('select public.settle_unsafe(%L)', (
		select f.id from public.help_reflections f, lamp where f.match_id = lamp.id
	)));
$$;
create function pg_temp.unsafe() returns integer language sql as $$
	select jsonb_array_length(pg_temp.says('contact', 'select public.help_desk() #> ''{0,unsafe}''')::jsonb);
$$;
select pg_temp.reflects('cas', lamp.id, 1, 'Hij schreeuwde.', 'false') from lamp;
select pg_temp.changes('cas', 'lamp', 'Ik zoek brood', 'errands');
select is(pg_temp.says('contact', 'select public.help_desk() #>> ''{0,unsafe,0,category}'''), 'odd_job', 'the contact person reads what it was about, not what the post became');
select is(pg_temp.settles(), '', 'and takes it up');
select is(pg_temp.unsafe(), 0, 'it leaves the desk');
select pg_temp.reflects('cas', lamp.id, 2, 'Hij schreeuwde hard.', 'false') from lamp;
select is(pg_temp.unsafe(), 0, 'another face or word does not bring it back');
select pg_temp.reflects('cas', lamp.id, 2, 'Hij schreeuwde hard.', 'false', 'true', '06 12345678') from lamp;
select is(pg_temp.unsafe(), 1, 'asking for a call does');
select is(pg_temp.settles(), '', 'that is taken up');
select pg_temp.reflects('cas', lamp.id, 1, 'Het was hard.', 'false', 'true') from lamp;
select is(pg_temp.unsafe(), 0, 'that she wanted to be called before is no new question');
select pg_temp.reflects('cas', lamp.id, 1, 'Het was hard.', 'false', 'true', '06 87654321') from lamp;
select is(pg_temp.unsafe(), 1, 'a number to ring once more is');
select is(pg_temp.settles(), '', 'that is taken up too');
select pg_temp.reflects('cas', lamp.id, 2, 'Het ging.', 'true'), pg_temp.reflects('cas', lamp.id, 1, 'Toch niet.', 'false') from lamp;
select is(pg_temp.unsafe(), 1, 'and so is that it did not feel safe after all');

select * from finish();
rollback;
