-- Buurthulp: placing, answering, two private choices, and what comes of two yeses.
begin;
select plan(166);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['ana', 'bob', 'cas', 'dirk', 'els']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('contact', 'oost', 'contact_person'), pg_temp.works('standin', 'oost', 'stand_in'),
	pg_temp.works('farcontact', 'west', 'contact_person'), pg_temp.account('stranger');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'ana', 'bob');

create function pg_temp.places(
	person text, post text, category text default 'errands', moment text default 'any_time',
	on_date text default null, weekday text default null, at_time text default null,
	circle text default null, kind text default 'request'
) returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.place_post(%L, %L, %L, %L, %L, %L, %L, %L, %L, %L)',
		md5(post)::uuid, md5('oost')::uuid, kind, category, 'Ik zoek ' || post, moment, on_date, weekday,
		at_time, md5(circle)::uuid
	));
$$;
create function pg_temp.answers(person text, post text, line text default 'Dat doe ik graag.') returns text
language sql as $$
	select pg_temp.says(person, format('select public.answer_post(%L, %L)', md5(post)::uuid, line)) ;
$$;
create function pg_temp.answer(person text, post text) returns uuid language sql as $$
	select id from public.help_answers
	where post_id = md5(post)::uuid and answerer_id = md5('r ' || person)::uuid;
$$;
create function pg_temp.chooses(person text, answerer text, post text, choice text) returns text
language sql as $$
	select pg_temp.says(person, format(
		'select public.choose_answer(%L, %L)', pg_temp.answer(answerer, post), choice
	));
$$;
create function pg_temp.match(answerer text, post text) returns public.help_matches language sql as $$
	select m from public.help_matches m where m.answer_id = pg_temp.answer(answerer, post)
	order by m.stopped_at is null desc limit 1;
$$;
create function pg_temp.board(person text, arguments text default '') returns text language sql as $$
	select pg_temp.says(person, format(
		'select string_agg(p ->> ''words'', '', '' order by nth)
		from jsonb_array_elements(public.help_page(%s) -> ''posts'') with ordinality x (p, nth)', arguments
	));
$$;
create function pg_temp.page(person text, post text) returns text language sql as $$
	select pg_temp.says(person, format('select public.help_post_page(%L) ->> ''words''', md5(post)::uuid));
$$;
-- All that one who answered can get to know of a post and of their answer.
create function pg_temp.knows(person text, post text) returns text language sql as $$
	select concat_ws(E'\n',
		pg_temp.says(person, 'select public.my_help_page()'),
		pg_temp.says(person, 'select public.help_page()'),
		pg_temp.says(person, format('select public.help_post_page(%L)', md5(post)::uuid)),
		pg_temp.says(person, 'select public.today_page()'),
		pg_temp.says(person, 'select public.conversations_page()'),
		pg_temp.says(person, 'select jsonb_agg(to_jsonb(p) order by p.id) from (
			select id, neighbourhood_id, author_id, kind, category, words, moment, on_date, weekday,
				at_time, audience, group_id, state, placed_at from public.help_posts
		) p'),
		pg_temp.says(person, format('select public.choose_answer(%L, ''yes'')', pg_temp.answer(person, post))),
		pg_temp.says(person, 'select jsonb_path_query_array(public.my_export(), ''$.keyvalue() ? (@.key != "madeAt")'')')
	);
$$;

-- Placing -----------------------------------------------------------------------------------------

select is(pg_temp.places('ana', 'soup'), md5('soup')::uuid::text, 'a resident asks for help');
select is(pg_temp.places('ana', 'soup'), md5('soup')::uuid::text, 'the same form twice places one');
select is((select count(*)::int from public.help_posts), 1, 'and there is one');
select is(pg_temp.places('bob', 'soup'), 'PT404 not_found', 'an id of somebody else says nothing');
select is(pg_temp.places(person, 'x ' || person), 'PT404 not_found', person || ' does not live here and places nothing')
from unnest(array['away', 'guide', 'contact', 'stranger']) person;
select is(pg_temp.places('visitor', 'x'), '42501', 'nor does a visitor');
select is(pg_temp.board(person), 'Ik zoek soup', person || ' reads it')
from unnest(array['ana', 'bob', 'cas', 'guide', 'contact', 'standin']) person;
select is(pg_temp.board(person), null, person || ' does not')
from unnest(array['away', 'farcontact', 'stranger']) person;
select is(pg_temp.board('visitor'), '42501', 'a visitor reads no board');
select is(pg_temp.page('bob', 'soup'), 'Ik zoek soup', 'a neighbour opens it');
select is(pg_temp.page('away', 'soup'), null, 'somebody of elsewhere does not');
select is(pg_temp.says('bob', 'select author_id::text from public.help_posts'), md5('r ana')::uuid::text, 'the author is a resident, never an account');
select is(pg_temp.says('bob', 'select count(*) from public.help_posts where ask_at is not null'), '42501', 'when it is asked about is not told');
select is(pg_temp.says('ana', format('update public.help_posts set words = ''x'' where id = %L', md5('soup')::uuid)), '42501', 'nobody writes past the functions');
select is(pg_temp.places('ana', 'late', 'errands', 'once', '2026-11-24', null, '11:00'), 'PT409 moment_in_past', 'not for a moment that has been');
select is(pg_temp.places('ana', 'far', 'errands', 'once', '2028-01-01', null, '11:00'), 'PT409 not_that_far', 'nor over a year ahead');
select is(pg_temp.places('ana', 'half', 'errands', 'once', '2026-11-25'), '23514', 'one day wants its hour');
set local buurtplein.now = '2026-11-24 12:05+01';
select is(pg_temp.places('ana', 'walk', 'company', 'weekly', null, '4', '10:00', 'koffie'), md5('walk')::uuid::text, 'for my group only, every week');
select is(pg_temp.board('bob'), 'Ik zoek walk, Ik zoek soup', 'my group reads that, newest first');
select is(pg_temp.board(person), 'Ik zoek soup', person || ' reads only what is for the neighbourhood')
from unnest(array['cas', 'guide', 'contact']) person;
select is(pg_temp.page('cas', 'walk'), null, 'nor opens it');
select is(pg_temp.answers('cas', 'walk'), 'PT404 not_found', 'nor answers it');
select is(pg_temp.places('cas', 'not mine', 'errands', 'any_time', null, null, null, 'koffie'), 'PT404 not_found', 'a group of others is no audience');
set local buurtplein.now = '2026-11-24 12:10+01';
select is(pg_temp.places('dirk', 'lamp', 'odd_job', 'once', '2026-11-28', null, '10:00', null, 'offer'), md5('lamp')::uuid::text, 'an offer on one day');
select is(pg_temp.board('bob', 'kind => ''offer'''), 'Ik zoek lamp', 'only offers');
select is(pg_temp.board('bob', 'category => ''errands'''), 'Ik zoek soup', 'only errands');
select is(pg_temp.board('bob', 'weekday => 6'), 'Ik zoek lamp, Ik zoek soup', 'only on Saturday, or any time');
select is(pg_temp.board('bob', format('group_id => %L', md5('koffie')::uuid)), 'Ik zoek walk', 'only of my group');
select is(pg_temp.board('cas', format('group_id => %L', md5('koffie')::uuid)), null, 'which is nothing to others');
select is(pg_temp.says('bob', 'select public.help_page() ->> ''next'''), null, 'three posts are one page');

-- Changing and withdrawing --------------------------------------------------------------------------

create function pg_temp.changes(person text, post text, words text, circle text default null) returns text
language sql as $$
	select pg_temp.says(person, format(
		'select public.change_post(%L, ''errands'', %L, ''any_time'', null, null, null, %L, %L)',
		md5(post)::uuid, words, case when circle is null then 'neighbourhood' else 'group' end, md5(circle)::uuid
	));
$$;
select is(pg_temp.changes('ana', 'soup', 'Ik zoek soep'), '', 'I change my words');
select is(pg_temp.changes('bob', 'soup', 'Weg'), 'PT404 not_found', 'nobody else does');
select is(pg_temp.changes('guide', 'soup', 'Weg'), 'PT404 not_found', 'no staff either');
select is(pg_temp.page('bob', 'soup'), 'Ik zoek soep', 'as others see');
select is(pg_temp.changes('ana', 'soup', 'Ik zoek soep', 'koffie'), '', 'and who may read it');
select is(pg_temp.page('cas', 'soup'), null, 'who then does not');
select is(pg_temp.changes('ana', 'soup', 'Ik zoek soup'), '', 'and back');
select is(pg_temp.says('bob', format('select public.withdraw_post(%L)', md5('lamp')::uuid)), 'PT404 not_found', 'nobody else takes a post away');
select is(pg_temp.places('dirk', 'gone'), md5('gone')::uuid::text, 'a post');
select pg_temp.answers('bob', 'gone');
select is(pg_temp.says('dirk', format('select public.withdraw_post(%L)', md5('gone')::uuid)), '', 'is taken away');
select is(pg_temp.page('bob', 'gone'), null, 'for everybody');
select is(pg_temp.answers('cas', 'gone'), 'PT404 not_found', 'nobody answers it any more');
select is(pg_temp.chooses('dirk', 'bob', 'gone', 'yes'), 'PT409 post_withdrawn', 'nor says yes on it');
select is(pg_temp.changes('dirk', 'gone', 'Toch'), 'PT409 post_withdrawn', 'nor changes it');
select is(pg_temp.chooses('dirk', 'bob', 'gone', 'no'), null, 'but a no is always fine');
select is(pg_temp.says('bob', 'select public.my_help_page() ->> ''answers'''), '[]', 'who answered has no line of it');

-- Answering -----------------------------------------------------------------------------------------

select matches(pg_temp.answers('bob', 'soup'), '^[0-9a-f-]{36}$', 'a neighbour answers');
select is(pg_temp.answers('bob', 'soup', 'Om vier uur.'), pg_temp.answer('bob', 'soup')::text, 'again changes the line');
select is((select line from public.help_answers where post_id = md5('soup')::uuid), 'Om vier uur.', 'of the one answer');
select is(pg_temp.answers('ana', 'soup'), 'PT409 own_post', 'not the author');
select is(pg_temp.answers(person, 'soup'), 'PT404 not_found', person || ' cannot answer')
from unnest(array['away', 'guide', 'contact', 'stranger']) person;
select is(pg_temp.answers('visitor', 'soup'), '42501', 'nor a visitor');
select matches(pg_temp.answers('cas', 'soup'), '^[0-9a-f-]{36}$', 'another answers');
select is(pg_temp.says('ana', format('select jsonb_path_query_first(public.help_post_page(%L), ''$.answers[*] ? (@.firstName == "Bob")'') ->> ''line''', md5('soup')::uuid)), 'Om vier uur.', 'the author reads the line');
select is(pg_temp.says(person, format('select public.help_post_page(%L) ->> ''answers''', md5('soup')::uuid)), '[]', person || ' does not see who answers')
from unnest(array['bob', 'cas', 'dirk', 'guide', 'contact']) person;
select is(pg_temp.says(person, 'select count(*) from public.help_answers'), '42501', person || ' reads no answers past the pages')
from unnest(array['ana', 'bob', 'contact']) person;
select is(pg_temp.says(person, 'select count(*) from public.help_choices'), '42501', person || ' reads no choices')
from unnest(array['ana', 'bob', 'contact']) person;

-- A no is silent --------------------------------------------------------------------------------------

create temporary table told (person text, moment text, knows text);
grant all on told to authenticated;
insert into told select p, 'before', pg_temp.knows(p, 'soup') from unnest(array['bob', 'cas', 'dirk', 'contact']) p;
select is(pg_temp.chooses(person, 'bob', 'soup', 'no'), 'PT404 not_found', person || ' cannot choose for the author')
from unnest(array['bob', 'cas', 'guide', 'contact', 'away']) person;
set local buurtplein.now = '2026-11-24 12:20+01';
select is(pg_temp.chooses('ana', 'bob', 'soup', 'no'), null, 'the author says no');
set local buurtplein.now = '2026-11-24 12:10+01';
insert into told select p, 'after', pg_temp.knows(p, 'soup') from unnest(array['bob', 'cas', 'dirk', 'contact']) p;
select is(a.knows, b.knows, b.person || ' knows what they knew before')
from told b join told a on a.person = b.person and a.moment = 'after' where b.moment = 'before';
select is(pg_temp.says('ana', format('select jsonb_path_query_first(public.help_post_page(%L), ''$.answers[*] ? (@.firstName == "Bob")'') ->> ''choice''', md5('soup')::uuid)), 'no', 'the author sees what they chose');
select is((select count(*)::int from public.help_choices where answer_id = pg_temp.answer('bob', 'soup')), 2, 'a no is a row like a yes');
select is(pg_temp.says('bob', format('select public.withdraw_answer(%L)', pg_temp.answer('bob', 'soup'))), '', 'bob takes it back');
select pg_temp.answers('bob', 'soup');
select is(pg_temp.says('ana', format('select jsonb_path_query_first(public.help_post_page(%L), ''$.answers[*] ? (@.firstName == "Bob")'') ->> ''choice''', md5('soup')::uuid)), 'no', 'and answering again does not wipe the no');
select is((select count(*)::int from public.help_matches), 0, 'a no opens nothing');
select is((select count(*)::int from public.conversations), 0, 'nor does one yes');

-- Two yeses -------------------------------------------------------------------------------------------

select is(pg_temp.chooses('ana', 'bob', 'soup', 'yes'), (pg_temp.match('bob', 'soup')).id::text, 'a yes after a no is fine');
select is(pg_temp.chooses('ana', 'bob', 'soup', 'yes'), (pg_temp.match('bob', 'soup')).id::text, 'twice is once');
select is((select count(*)::int from public.conversations), 1, 'two yeses open one conversation');
select is(pg_temp.says(person, format('select public.match_page(%L) ->> ''state''', (pg_temp.match('bob', 'soup')).id)), 'active', person || ' shares it')
from unnest(array['ana', 'bob']) person;
select is(pg_temp.says(person, format('select public.match_page(%L) ->> ''state''', (pg_temp.match('bob', 'soup')).id)), null, person || ' does not')
from unnest(array['cas', 'guide', 'contact', 'standin', 'away']) person;
select is(pg_temp.says('bob', format('select (public.match_page(%L) ->> ''iHelp'') || (public.match_page(%1$L) ->> ''firstTime'')', (pg_temp.match('bob', 'soup')).id)), 'truetrue', 'bob helps, for the first time');
select is(pg_temp.says('cas', 'select public.my_help_page() #>> ''{answers,0,words}'''), 'Ik zoek soup', 'to who was not chosen nothing changed');
select is(pg_temp.says('cas', format('select public.stop_match(%L)', (pg_temp.match('bob', 'soup')).id)), 'PT404 not_found', 'nobody else stops it');

-- Stopping --------------------------------------------------------------------------------------------

select is(pg_temp.says('bob', format('select public.stop_match(%L)', (pg_temp.match('bob', 'soup')).id)), '', 'one tap stops');
select is(pg_temp.says('bob', format('select public.stop_match(%L)', (pg_temp.match('bob', 'soup')).id)), '', 'twice is once');
select is(pg_temp.says(person, 'select public.my_help_page() ->> ''matches'''), '[]', person || ' has nothing shared any more')
from unnest(array['ana', 'bob']) person;
select ok((select ended_at is not null from public.conversations), 'their conversation ended');
select is(pg_temp.chooses('ana', 'bob', 'soup', 'yes'), 'PT409 answer_withdrawn', 'the old answer is no yes any more');
select pg_temp.answers('bob', 'soup');
select is(pg_temp.says('ana', format('select jsonb_path_query_first(public.help_post_page(%L), ''$.answers[*] ? (@.firstName == "Bob")'') ->> ''choice''', md5('soup')::uuid)), null, 'a new answer is a new question');
select isnt(pg_temp.chooses('ana', 'bob', 'soup', 'yes'), null, 'that may get a yes again');
select is((select count(*)::int from public.conversations where ended_at is null), 1, 'in a new conversation');
select is(pg_temp.chooses('ana', 'bob', 'soup', 'no'), null, 'a no after a yes stops');
select is((select count(*)::int from public.conversations where ended_at is null), 0, 'and ends it');

-- Minding children --------------------------------------------------------------------------------------

select pg_temp.places('els', 'babysit', 'child_minding'), pg_temp.answers('dirk', 'babysit');
select isnt(pg_temp.chooses('els', 'dirk', 'babysit', 'yes'), null, 'two yeses for minding children');
select is((pg_temp.match('dirk', 'babysit')).conversation_id, null, 'open no conversation yet');
select is(pg_temp.says(person, 'select public.my_help_page() #>> ''{matches,0,state}'''), 'introducing', person || ' waits to be introduced')
from unnest(array['els', 'dirk']) person;
select is(pg_temp.says(person, 'select jsonb_path_query_first(public.help_desk(), ''$[*].introductions[*].helper.firstName'') #>> ''{}'''), case person when 'guide' then null when 'farcontact' then null else 'Dirk' end, person || ' sees whom to introduce, or not')
from unnest(array['contact', 'standin', 'guide', 'farcontact']) person;
select is(pg_temp.says(person, format('select public.introduce_match(%L)', (pg_temp.match('dirk', 'babysit')).id)), 'PT404 not_found', person || ' cannot introduce them')
from unnest(array['els', 'dirk', 'guide', 'farcontact', 'bob']) person;
select is(pg_temp.says('contact', format('select public.introduce_match(%L)', (pg_temp.match('dirk', 'babysit')).id)), '', 'the contact person does');
select isnt((pg_temp.match('dirk', 'babysit')).conversation_id, null, 'then they can talk');
select is(pg_temp.says('contact', format('select public.conversation_page(%L)', (pg_temp.match('dirk', 'babysit')).conversation_id)), null, 'and the contact person reads nothing of it');

-- What is gone ----------------------------------------------------------------------------------------

select pg_temp.neighbour(person) from unnest(array['gus', 'hal', 'ivo', 'joy', 'kim', 'lea', 'max', 'noa']) person;
select pg_temp.circle('plant', 8, 'joy');
create temporary table ways (way text, author text, answerer text);
insert into ways values
	('withdrawn', 'gus', 'kim'), ('hidden', 'hal', 'lea'), ('blocked', 'ivo', 'max'), ('narrowed', 'joy', 'noa');
-- All that who answered reads of it, in the app and in the download.
create function pg_temp.left_of(person text, post text) returns text language sql as $$
	select concat_ws(' ',
		pg_temp.says(person, 'select public.my_help_page() ->> ''answers'''),
		coalesce(pg_temp.page(person, post), 'no page'),
		pg_temp.says(person, 'select e ->> ''helpAnswers'' from public.my_export() e'),
		pg_temp.says(person, 'select e ->> ''helpChoices'' from public.my_export() e')
	);
$$;
select pg_temp.places(author, way), pg_temp.answers(answerer, way) from ways;
update public.help_posts set state = 'resting' where id = md5('hidden')::uuid;
select is(pg_temp.says('lea', 'select a - ''{id,author}''::text[] from jsonb_array_elements(public.my_help_page() -> ''answers'') a')::jsonb,
	'{"kind": "request", "line": "Dat doe ik graag.", "words": "Ik zoek hidden", "postId": null, "changed": null, "category": "errands"}', 'of a post that rests the line stays, and leads nowhere');
select is(pg_temp.says('kim', 'select public.my_help_page() #>> ''{answers,0,postId}'''), md5('withdrawn')::uuid::text, 'of one that stands it leads there');
update public.help_posts set state = 'open', hidden_at = private.clock() where id = md5('hidden')::uuid;
select pg_temp.says('gus', format('select public.withdraw_post(%L)', md5('withdrawn')::uuid)),
	pg_temp.says('ivo', format('select public.block_neighbour(%L)', md5('r max')::uuid)),
	pg_temp.changes('joy', 'narrowed', 'Ik zoek narrowed', 'plant');
select is(pg_temp.left_of(answerer, way), '[] no page [] []', 'nothing is left of a post that is ' || way) from ways;
set local buurtplein.now = '2027-01-30 12:00+01';
select count(*) from private.apply_retention(false);
select is((select count(*)::int from public.help_posts p join ways w on p.id = md5(w.way)::uuid), 3, 'nine weeks later one of those posts is erased');
select is(pg_temp.left_of(answerer, way), '[] no page [] []', 'and what was ' || way || ' still looks as the others') from ways;

-- Twenty an hour -----------------------------------------------------------------------------------------

select is(pg_temp.places('els', 'hands'), md5('hands')::uuid::text, 'a post that many would like to answer');
select is(count(distinct pg_temp.answers('dirk', 'hands', 'Regel ' || n)), 1::bigint, 'one answer, nineteen times another line') from generate_series(1, 19) n;
select is(pg_temp.says('dirk', format('select public.withdraw_answer(%L)', pg_temp.answer('dirk', 'hands'))), '', 'taking it back is one too');
select is(pg_temp.answers('dirk', post), 'PT429 too_many_answers', 'then not more, whether it is there or not: ' || post)
from unnest(array['hands', 'nothing', 'withdrawn']) post;
select is(pg_temp.says('dirk', format('select public.withdraw_answer(%L)', id)), 'PT429 too_many_answers', 'nor taken back')
from unnest(array[pg_temp.answer('dirk', 'hands'), md5('nothing')::uuid]) id;
select is(pg_temp.answers('bob', 'hands'), pg_temp.answer('bob', 'hands')::text, 'others may');
set local buurtplein.now = '2027-01-30 13:01+01';
select is(pg_temp.answers('dirk', 'hands'), pg_temp.answer('dirk', 'hands')::text, 'an hour later it goes on');

-- Ten a day ------------------------------------------------------------------------------------------------

select is(count(distinct pg_temp.places('cas', 'day ' || n)), 10::bigint, 'ten posts') from generate_series(1, 10) n;
select pg_temp.says('cas', format('select public.withdraw_post(%L)', md5('day ' || n)::uuid)) from generate_series(1, 10) n;
select is(pg_temp.places('cas', 'day 11'), 'PT429 too_many_posts_today', 'ten a day, also when they are taken away');
select is(pg_temp.places('cas', 'day 3'), md5('day 3')::uuid::text, 'the same form again is no other post');
insert into public.help_asks (resident_id, asked_at) values (md5('r cas')::uuid, private.clock());
select pg_temp.says('contact', format('select public.propose_post(%L, %L, ''request'', ''errands'', ''Ik zoek x'', ''any_time'', null, null, null)', md5('for cas')::uuid, md5('r cas')::uuid));
select is(pg_temp.says('cas', format('select public.answer_proposed_post(%L, true)', md5('for cas')::uuid)), 'PT429 too_many_posts_today', 'one that staff wrote is one too');
set local buurtplein.now = '2027-01-31 12:59+01';
select count(*) from private.apply_retention(false);
select is(pg_temp.places('cas', 'day 11'), 'PT429 too_many_posts_today', 'a day is a day');
set local buurtplein.now = '2027-01-31 13:02+01';
select is(pg_temp.says('cas', format('select public.answer_proposed_post(%L, true)', md5('for cas')::uuid)), '', 'a day later it can');

-- Twenty a page --------------------------------------------------------------------------------------

delete from public.help_posts;
insert into public.help_posts (
	neighbourhood_id, author_id, kind, category, words, moment, audience, group_id, state, placed_at, ask_at
)
select
	md5('oost')::uuid, md5('r ana')::uuid, 'offer', 'errands', 'Ik kan ' || n, 'any_time',
	case when n % 5 = 0 then 'group' else 'neighbourhood' end::public.help_audience,
	case when n % 5 = 0 then md5('koffie')::uuid end, 'open', private.clock() - n / 3 * interval '1 minute', private.clock()
from generate_series(1, 45) n;
create function pg_temp.walk(person text) returns text language plpgsql as $$
declare
	page jsonb;
	seen text[] := '{}';
	pages integer[] := '{}';
	next text := '';
begin
	loop
		page := pg_temp.says(person, format('select public.help_page(%s)', next));
		seen := seen || array(select p ->> 'words' from jsonb_array_elements(page -> 'posts') p);
		pages := pages || jsonb_array_length(page -> 'posts');
		exit when page ->> 'next' is null or cardinality(pages) > 9;
		next := format('before => %L, before_id => %L', page #>> '{next,before}', page #>> '{next,beforeId}');
	end loop;
	return concat_ws(' ', array_to_string(pages, '+'), 'of', (select count(distinct w) from unnest(seen) w));
end;
$$;
select is(pg_temp.walk('bob'), '20+20+5 of 45', 'page after page every post once, also of one moment and of my group');
select is(pg_temp.walk('cas'), '20+16 of 36', 'without those of a group of others');
select is(pg_temp.walk('away'), '0 of 0', 'elsewhere there is nothing');

select * from finish();
rollback;
