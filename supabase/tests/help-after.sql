-- Buurthulp after placing: whether it still stands, somebody who places it for me, dates, and how it was.
begin;
select plan(131);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['ana', 'bob', 'cas', 'dirk', 'els', 'fay']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('contact', 'oost', 'contact_person'), pg_temp.works('standin', 'oost', 'stand_in'),
	pg_temp.works('farcontact', 'west', 'contact_person'), pg_temp.works('farguide', 'west', 'facilitator');
insert into public.residents (id, neighbourhood_id, first_name) values (md5('r paper')::uuid, md5('oost')::uuid, 'Paper');
set local buurtplein.now = '2026-10-01 12:00+02';
select pg_temp.circle('koffie', 8, 'ana', 'bob', 'paper');

create function pg_temp.places(
	person text, post text, category text default 'errands', moment text default 'any_time',
	on_date text default null, weekday text default null, at_time text default null, kind text default 'request'
) returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.place_post(%L, %L, %L, %L, %L, %L, %L, %L, %L, null)',
		md5(post)::uuid, md5('oost')::uuid, kind, category, 'Ik zoek ' || post, moment, on_date, weekday, at_time
	));
$$;
create function pg_temp.asked(person text) returns text language sql as $$
	select pg_temp.says(person, 'select string_agg(p ->> ''words'', '', '' order by p ->> ''words'')
		from jsonb_array_elements(public.today_page() -> ''help'' -> ''questions'') p');
$$;
create function pg_temp.state(post text) returns text language sql as $$
	select state::text from public.help_posts where id = md5(post)::uuid;
$$;
create function pg_temp.keeps(person text, post text) returns text language sql as $$
	select pg_temp.says(person, format('select public.keep_post(%L)', md5(post)::uuid));
$$;
create function pg_temp.proposes(person text, post text, resident text, moment text default 'any_time', on_date text default null, at_time text default null)
returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.propose_post(%L, %L, ''request'', ''company'', %L, %L, %L, null, %L)',
		md5(post)::uuid, md5('r ' || resident)::uuid, 'Ik zoek ' || post, moment, on_date, at_time
	));
$$;
create function pg_temp.decides(person text, post text, accept boolean) returns text language sql as $$
	select pg_temp.says(person, format('select public.answer_proposed_post(%L, %L)', md5(post)::uuid, accept));
$$;
create function pg_temp.match(post text) returns uuid language sql as $$
	select m.id from public.help_matches m join public.help_answers a on a.id = m.answer_id
	where a.post_id = md5(post)::uuid;
$$;
create function pg_temp.of(person text, post text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.match_page(%L) #>> %L', pg_temp.match(post), path));
$$;
create function pg_temp.skips(person text, post text, day text, skip boolean default true) returns text language sql as $$
	select pg_temp.says(person, format('select public.skip_help(%L, %L, %L)', pg_temp.match(post), day, skip));
$$;
create function pg_temp.shares(author text, answerer text, post text) returns void language plpgsql as $$
declare
	answer text := pg_temp.says(answerer, format('select public.answer_post(%L, null)', md5(post)::uuid));
begin
	perform pg_temp.says(author, format('select public.choose_answer(%L, ''yes'')', answer));
end;
$$;
create function pg_temp.reflects(
	person text, post text, feeling integer, words text default null, safe text default null,
	rings text default 'false', shares text default 'false', enjoy text default null
) returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.reflect_on_help(%L, %L, %L, %L, %L, %L, %L)',
		pg_temp.match(post), feeling, words, safe, rings, shares, enjoy
	));
$$;
create function pg_temp.desk(person text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.help_desk() #>> %L', path));
$$;

-- Staat dit nog? ------------------------------------------------------------------------------------

select pg_temp.places('ana', 'soup'), pg_temp.places('bob', 'lift', 'errands', 'once', '2026-10-03', null, '10:00');
select is(pg_temp.asked('ana'), null, 'nothing is asked of a new post');
set local buurtplein.now = '2026-10-04 12:00+02';
select is(pg_temp.asked('bob'), 'Ik zoek lift', 'what was for one day is asked about the day after');
select is(pg_temp.says('cas', 'select public.help_page() #>> ''{posts,0,words}'''), 'Ik zoek soup', 'and is on the board no longer');
select is(pg_temp.keeps('bob', 'lift'), 'PT409 moment_in_past', 'it cannot stand for a day that has been');
set local buurtplein.now = '2026-10-29 11:59+01';
select is(pg_temp.asked('ana'), 'Ik zoek soup', 'after four weeks it is asked');
select is(pg_temp.keeps('cas', 'soup'), 'PT404 not_found', 'not of others');
select is(pg_temp.keeps('ana', 'soup'), '', 'it stands');
select is(pg_temp.asked('ana'), null, 'and is asked no more');
select is((select placed_at from public.help_posts where id = md5('soup')::uuid), '2026-10-01 12:00+02', 'without becoming newer than it is');
set local buurtplein.now = '2026-12-03 11:58+01';
select pg_temp.says('visitor', 'select public.run_due_jobs()');
select is(pg_temp.state('soup'), 'open', 'a week less a minute later it stands still');
set local buurtplein.now = '2026-12-03 12:00+01';
select pg_temp.says('visitor', 'select public.run_due_jobs()');
select is(pg_temp.state('soup'), 'resting', 'a week after the question it rests');
select is(pg_temp.says('cas', format('select public.help_post_page(%L)', md5('soup')::uuid)), null, 'and nobody reads it');
select is(pg_temp.says('ana', 'select public.my_help_page() #>> ''{posts,0,state}'''), 'resting', 'but its author');
select is(pg_temp.keeps('ana', 'soup'), '', 'one tap');
select is(pg_temp.says('cas', 'select public.help_page() #>> ''{posts,0,words}'''), 'Ik zoek soup', 'and it is back');

-- Somebody places it for me -----------------------------------------------------------------------------

select is(pg_temp.desk(person, '{}'), '[]', person || ' has no desk') from unnest(array['ana', 'cas']) person;
select is(pg_temp.says('dirk', format('select public.ask_help_placed(%L, ''06 12345678'')', md5('oost')::uuid)), '', 'dirk asks to have it placed');
select is(pg_temp.says('away', format('select public.ask_help_placed(%L, null)', md5('oost')::uuid)), 'PT404 not_found', 'nobody of elsewhere');
select is(pg_temp.desk(person, '{0,people}')::jsonb @> '[{"firstName": "Dirk", "telephone": "06 12345678"}]', sees, person || ' sees who asked, or not')
from (values ('contact', true), ('standin', true), ('guide', true), ('farcontact', false), ('farguide', false)) seen(person, sees);
select is(jsonb_array_length(pg_temp.desk(person, '{0,people}')::jsonb), people, person || ' gets no list of all residents')
from (values ('contact', 1), ('guide', 3)) seen(person, people);
select is(pg_temp.proposes(person, 'x', 'dirk'), 'PT404 not_found', person || ' writes nothing for dirk')
from unnest(array['ana', 'farcontact', 'farguide', 'dirk']) person;
select is(pg_temp.proposes('contact', 'x', 'cas'), 'PT404 not_found', 'nor the contact person for who did not ask');
select is(pg_temp.proposes('guide', 'x', 'cas'), 'PT404 not_found', 'nor the facilitator for who has no chair');
select is(pg_temp.proposes('guide', 'x', 'paper'), 'PT404 not_found', 'nor anybody for who cannot say yes');
select is(pg_temp.proposes('contact', 'chat', 'dirk'), md5('chat')::uuid::text, 'for who asked they do');
select is(pg_temp.proposes('contact', 'chat', 'dirk'), md5('chat')::uuid::text, 'twice is once');
select is((select count(*)::int from public.help_asks), 0, 'the question is done');
select is(pg_temp.says(person, format('select public.help_post_page(%L)', md5('chat')::uuid)), null, person || ' does not see it')
from unnest(array['ana', 'bob', 'guide', 'standin', 'contact']) person;
select is(pg_temp.desk(person, '{0,proposals,0,words}'), words, 'on the desk of ' || person)
from (values ('contact', 'Ik zoek chat'), ('standin', null), ('guide', null)) seen(person, words);
select is(pg_temp.says('dirk', 'select public.today_page() #>> ''{help,proposals,0,proposer,firstName}'''), 'Contact', 'dirk sees who wrote it');
select is(pg_temp.decides(person, 'chat', true), 'PT404 not_found', person || ' cannot say yes for dirk')
from unnest(array['ana', 'contact', 'guide']) person;
select is(pg_temp.says('dirk', format('select public.change_post(%L, ''company'', ''Ik zoek praat'', ''any_time'', null, null, null, ''neighbourhood'', null)', md5('chat')::uuid)), '', 'dirk changes the words');
select is(pg_temp.decides('dirk', 'chat', true), '', 'and says yes');
select is(pg_temp.decides('dirk', 'chat', true), '', 'twice is once');
select is(pg_temp.says('ana', format('select public.help_post_page(%L) ->> ''words''', md5('chat')::uuid)), 'Ik zoek praat', 'then others read it');
select is(pg_temp.says('ana', format('select public.help_post_page(%L) ->> ''proposer''', md5('chat')::uuid)), null, 'not that somebody wrote it');
select pg_temp.proposes('guide', 'no', 'ana'), pg_temp.proposes('guide', 'maybe', 'bob');
select is(pg_temp.decides('ana', 'no', false), '', 'ana does not want what was written for her');
select is(pg_temp.decides('ana', 'no', true), 'PT404 not_found', 'that is done');
select is(pg_temp.says('ana', 'select count(*) from jsonb_array_elements(public.my_help_page() -> ''posts'') p where p ->> ''state'' = ''proposed'''), '0', 'and it is gone for her');
select is(pg_temp.says('ana', format('select public.help_post_page(%L)', md5('no')::uuid)), null, 'wherever she looks');
select is(pg_temp.desk('guide', '{0,proposals}')::jsonb -> 0 ->> 'words', 'Ik zoek ' || post, 'to who wrote it a no and no answer are the same')
from (values ('maybe')) p(post);
select is(jsonb_array_length(pg_temp.desk('guide', '{0,proposals}')::jsonb), 2, 'both stay');
select is(pg_temp.says('bob', format('select public.withdraw_post(%L)', md5('maybe')::uuid)), '', 'taking it away is a no too');
select is(jsonb_array_length(pg_temp.desk('guide', '{0,proposals}')::jsonb), 2, 'that is told to nobody');
select pg_temp.proposes('guide', 'more ' || n, 'ana') from generate_series(1, 4) n;
select is(pg_temp.proposes('guide', 'more 5', 'ana'), 'PT409 too_many_proposals', 'five wait at most');

-- Who do not meet ------------------------------------------------------------------------------------------

create function pg_temp.list(person text) returns text language sql as $$
	select string_agg(p ->> 'firstName', ' ' order by p ->> 'firstName')
	from jsonb_array_elements(pg_temp.desk(person, '{0,people}')::jsonb) p;
$$;
select is(pg_temp.list('guide'), 'Ana Bob', 'the facilitator may write for these');
select pg_temp.says('guide', format('select public.block_neighbour(%L)', md5('r bob')::uuid));
select is(pg_temp.list('guide'), 'Ana', 'not for one of whom the two do not meet');
select is(pg_temp.proposes('guide', 'for bob', 'bob'), 'PT404 not_found', 'nor past the list');
select pg_temp.says('guide', format('select public.unblock_neighbour(%L)', md5('r bob')::uuid));
select is(pg_temp.list('guide'), 'Ana Bob', 'until that is taken back');

-- Ten posts -----------------------------------------------------------------------------------------------

select pg_temp.places('fay', 'fay ' || n) from generate_series(1, 5) n;
set local buurtplein.now = '2026-12-04 12:01+01';
select pg_temp.places('fay', 'fay ' || n) from generate_series(6, 10) n;
select is(pg_temp.places('fay', 'fay 11'), 'PT409 too_many_posts', 'ten posts at most');
select pg_temp.says('fay', format('select public.withdraw_post(%L)', md5('fay 1')::uuid));
select is(pg_temp.places('fay', 'fay 11'), md5('fay 11')::uuid::text, 'one less is room for one more');

-- Every week ----------------------------------------------------------------------------------------------

set local buurtplein.now = '2027-03-23 12:00+01';
select pg_temp.places('cas', 'walk', 'company', 'weekly', null, '4', '10:00', 'offer');
select pg_temp.shares('cas', 'bob', 'walk');
select is(pg_temp.of(person, 'walk', '{dates}')::jsonb #>> '{0,onDate}', '2027-03-25', person || ' sees the next date')
from unnest(array['cas', 'bob']) person;
select is((select string_agg(d ->> 'onDate', ' ') from jsonb_array_elements(pg_temp.of('cas', 'walk', '{dates}')::jsonb) d), '2027-03-25 2027-04-01 2027-04-08 2027-04-15', 'four of them');
select is(pg_temp.skips('cas', 'walk', '2027-03-25'), '', 'cas does not come');
select is(pg_temp.skips('cas', 'walk', '2027-03-25'), '', 'twice is once');
select is(pg_temp.of('bob', 'walk', '{dates,0}')::jsonb - 'onDate', '{"off": true, "mine": false}', 'bob sees that it is off');
select is(pg_temp.of('cas', 'walk', '{dates,0}')::jsonb - 'onDate', '{"off": true, "mine": true}', 'cas that it is her doing');
select is(pg_temp.says('bob', 'select public.my_help_page() #>> ''{matches,0,nextOn}'''), '2027-04-01', 'the next one is a week later');
select is(pg_temp.skips('bob', 'walk', '2027-03-25', false), '', 'bob cannot bring it back');
select is(pg_temp.of('bob', 'walk', '{dates,0,off}'), 'true', 'it stays off');
select is(pg_temp.skips('cas', 'walk', '2027-03-25', false), '', 'cas can');
select is(pg_temp.of('bob', 'walk', '{dates,0,off}'), 'false', 'and it is on');
select is(pg_temp.skips('cas', 'walk', day), 'PT404 not_found', 'not on ' || day) from unnest(array['2027-03-26', '2027-03-18', '2028-03-23']) day;
select is(pg_temp.skips('ana', 'walk', '2027-03-25'), 'PT404 not_found', 'nobody else');
select is(pg_temp.of('cas', 'walk', '{mayReflect}'), 'false', 'nothing has been to look back on');
set local buurtplein.now = '2027-03-25 10:01+01';
select is(pg_temp.of('cas', 'walk', '{dates,0,onDate}'), '2027-04-01', 'once it began, the next is a week later');
select is(pg_temp.of('cas', 'walk', '{mayReflect}'), 'true', 'and there is something to look back on');
set local buurtplein.now = '2027-04-01 09:59+02';
select is(pg_temp.of('cas', 'walk', '{dates,0,onDate}'), '2027-04-01', 'ten o''clock is ten o''clock in summer too');

-- How it was ------------------------------------------------------------------------------------------------

select is(pg_temp.says('bob', 'select public.today_page() #>> ''{help,reflect,0,other,firstName}'''), 'Cas', 'bob is asked how it was');
select is(pg_temp.reflects('bob', 'walk', 3, 'Fijn.', 'true', 'true', 'true', 'odd_job'), '', 'it was fine');
select is(pg_temp.says('bob', 'select public.today_page() #>> ''{help,reflect}'''), '[]', 'and is asked no more');
select is(pg_temp.of('bob', 'walk', '{reflection}')::jsonb, '{"feeling": 3, "words": "Fijn.", "feltSafe": true, "wantsCall": false, "telephone": null, "sharesWords": false, "enjoy": "odd_job"}', 'what goes with a no does not go with a yes');
select is(pg_temp.of('cas', 'walk', '{reflection}'), null, 'the other does not read it');
select is(pg_temp.desk('contact', '{0,unsafe}'), '[]', 'nor the contact person');
select is(pg_temp.reflects('ana', 'walk', 3), 'PT404 not_found', 'nobody else says how it was');
select is(pg_temp.reflects('bob', 'walk', 4), '23514', 'one of three faces');
select is(pg_temp.reflects('bob', 'walk', 1, null, null, 'false', 'false', 'device'), '23514', 'one of four cards');
select is(pg_temp.reflects('cas', 'walk', 1, 'Hij werd boos.', 'false', 'true'), '', 'it did not feel safe to cas');
select is(pg_temp.desk(person, '{0,unsafe,0}')::jsonb - '{id,writtenAt,face}'::text[], seen::jsonb, 'that is told to ' || person)
from (values
	('contact', '{"firstName": "Cas", "otherFirstName": "Bob", "category": "company", "wantsCall": true, "telephone": null, "words": null}'),
	('standin', '{"firstName": "Cas", "otherFirstName": "Bob", "category": "company", "wantsCall": true, "telephone": null, "words": null}'),
	('guide', null), ('farcontact', null)
) seen(person, seen);
select is(pg_temp.of('bob', 'walk', '{reflection,feltSafe}'), 'true', 'bob hears nothing of it');
select is(pg_temp.reflects('cas', 'walk', 1, 'Hij werd boos.', 'false', 'true', 'true'), '', 'the words go too when she says so');
select is(pg_temp.desk('contact', '{0,unsafe,0,words}'), 'Hij werd boos.', 'then the contact person reads them');
select is(pg_temp.says('cas', format('select public.reflect_on_help(%L, 1, null, false, %L, false, null, ''06 - 11 22 33 44'')', pg_temp.match('walk'), calls)), '', 'a number to ring, wanting to be rung: ' || calls) from unnest(array[false, true]) calls;
select is(pg_temp.desk(person, '{0,unsafe,0,telephone}'), number, 'the number as ' || person || ' reads it')
from (values ('contact', '06 - 11 22 33 44'), ('guide', null), ('farcontact', null)) seen(person, number);
select is(pg_temp.says(person, format('select public.settle_unsafe(%L)', (select id from public.help_reflections where felt_safe = false))), 'PT404 not_found', person || ' cannot take it up')
from unnest(array['bob', 'cas', 'guide', 'farcontact']) person;
select is(pg_temp.says('contact', format('select public.settle_unsafe(%L)', (select id from public.help_reflections where felt_safe = false))), '', 'the contact person takes it up');
select is(pg_temp.desk('contact', '{0,unsafe}'), '[]', 'and it leaves the desk');
select is((select count(*)::int from public.help_reflections where telephone is not null), 0, 'with the number');
select is(pg_temp.says('bob', format('select public.thank(%L, ''Dank je wel.'')', pg_temp.match('walk'))), '', 'bob thanks');
select is(pg_temp.says('bob', format('select public.thank(%L, ''Nog eens.'')', pg_temp.match('walk'))), '', 'once');
select is(pg_temp.of('cas', 'walk', '{thanks}')::jsonb #>> '{0,words}', 'Dank je wel.', 'cas reads it');
select is(pg_temp.says('ana', format('select public.thank(%L, ''Ook.'')', pg_temp.match('walk'))), 'PT404 not_found', 'nobody else thanks');
insert into public.residents (id, profile_id, neighbourhood_id, first_name)
values (md5('r contact')::uuid, md5('contact')::uuid, md5('oost')::uuid, 'Contact');
select pg_temp.places('dirk', 'tea', 'company'), pg_temp.shares('dirk', 'contact', 'tea');
set local buurtplein.now = '2027-04-08 10:00+02';
select pg_temp.reflects('dirk', 'tea', 1, null, 'false');
select is(pg_temp.desk('contact', '{0,unsafe}'), '[]', 'what is about the contact person is not theirs to take up');
select is(pg_temp.desk('standin', '{0,unsafe,0,firstName}'), 'Dirk', 'but the stand-in''s');
select is(pg_temp.says('dirk', format('select public.stop_match(%L)', pg_temp.match('tea'))), '', 'dirk stops');
select is(pg_temp.reflects('dirk', 'tea', 1, 'Het was niks.', 'false'), '', 'and may still say how it was');

-- Wij hielpen elkaar -------------------------------------------------------------------------------------------

create function pg_temp.sentence(person text) returns text language sql as $$
	select pg_temp.says(person, format('select public.group_page(%L) ->> ''helpedEachOther''', md5('koffie')::uuid));
$$;
set local buurtplein.now = '2027-04-29 12:00+02';
select is(pg_temp.sentence('ana'), null, 'what is not within the group does not count');
select pg_temp.places('ana', 'stroll', 'company', 'weekly', null, '4', '08:00'), pg_temp.shares('ana', 'bob', 'stroll');
select pg_temp.places('bob', 'bulb', 'odd_job'), pg_temp.shares('bob', 'ana', 'bulb');
update public.help_matches set introduced_at = '2027-04-02 09:00+02' where id = pg_temp.match('stroll');
insert into public.help_skips (match_id, on_date, resident_id) values (pg_temp.match('stroll'), '2027-04-22', md5('r ana')::uuid);
select is(pg_temp.sentence('ana'), null, 'four times is told to nobody');
delete from public.help_skips where match_id = pg_temp.match('stroll');
select is(pg_temp.sentence('ana'), '5', 'five times is: four Thursdays and once any time');
select is(pg_temp.sentence(person), null, 'not to ' || person) from unnest(array['cas', 'guide']) person;
set local buurtplein.now = '2027-05-01 12:00+02';
select is(pg_temp.sentence('ana'), null, 'a new month begins anew');

select * from finish();
rollback;
