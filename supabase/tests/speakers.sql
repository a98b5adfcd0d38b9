-- The sprekersbank: who writes it, who reads it, when a speaker can come, and a whole file at once.
begin;
select plan(158);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'nobody']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('second', 'oost', 'facilitator'), pg_temp.works('farguide', 'west', 'facilitator'),
	pg_temp.works('call', 'oost', 'contact_person');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'host', 'mate');

create function pg_temp.row(name text, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object(
		'name', row.name, 'email', lower(split_part(row.name, ' ', 1)) || '@example.org', 'topics', jsonb_build_array('money'),
		'languages', jsonb_build_array('nl'), 'plainLanguage', true, 'stepsFreeNeeded', false, 'freeDays', '[]'::jsonb
	) || more;
$$;
create function pg_temp.keeps(person text, name text, more jsonb default '{}', neighbourhood text default 'oost')
returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.keep_speaker(%L, %L, %L)', md5(name)::uuid, md5(neighbourhood)::uuid, pg_temp.row(name, more)
	));
$$;
create function pg_temp.imports(person text, rows jsonb, dry_run boolean default false) returns text language sql as $$
	select pg_temp.says(person, format('select public.import_speakers(%L, %L, %L)', md5('oost')::uuid, rows, dry_run));
$$;
-- The names on the page, or the refusal.
create function pg_temp.finds(
	person text, words text default null, topic text default null, day text default null, part text default null,
	archived boolean default false
) returns text language sql as $$
	select pg_temp.says(person, format(
		$q$select string_agg(s ->> 'name', ', ' order by nth) from jsonb_array_elements(
			public.speakers_page('oost', %L, %L, %L, %L, %L, 0) -> 'speakers'
		) with ordinality x (s, nth)$q$, words, topic, day, part, archived
	));
$$;
create function pg_temp.of(name text, key text) returns text language sql as $$
	select pg_temp.says('guide', format('select public.speaker_page(''oost'', %L) ->> %L', md5(name)::uuid, key));
$$;
create function pg_temp.is_free(name text, starts text, ends text) returns boolean language sql as $$
	select private.speaker_is_free(md5(name)::uuid, starts::timestamptz, ends::timestamptz);
$$;

-- Writing one down

select is(pg_temp.keeps(person, 'Samira Amrani'), refusal, 'writing a speaker down is not for: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('mate', 'PT404 not_found'), ('host', 'PT404 not_found'),
	('call', 'PT404 not_found'), ('away', 'PT404 not_found'), ('farguide', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.keeps('guide', 'Samira Amrani', '{
	"organisation": "GGD", "topics": ["health", "money"], "languages": ["nl", "ar"], "stepsFreeNeeded": true,
	"needs": "een beamer", "costCents": 2500, "telephone": "06 12345678", "notes": "Belt graag eerst.",
	"freeDays": ["2-morning", "4-evening", "2-morning"]
}'), '', 'a facilitator writes a speaker down');
select is(pg_temp.keeps('guide', 'Samira Amrani', '{"topics": ["health"], "freeDays": ["2-morning"], "organisation": "GGD"}'), '',
	'the same form again changes that speaker');
select is(pg_temp.of('Samira Amrani', 'topics'), '["health"]', 'what is not said any more is gone');
select is(pg_temp.of('Samira Amrani', 'freeDays'), '["2-morning"]', 'also of the days');
select is(pg_temp.keeps('guide', 'Bram Bos', '{"email": "SAMIRA@example.org", "name": "samira amrani"}'), 'PT409 speaker_exists',
	'one name at one address is one speaker');
select is(pg_temp.keeps('guide', 'Bram Bos', '{"email": "samira@example.org", "ownTopic": "Breien", "topics": ["nature"], "notes": "komt met wol"}'), '',
	'two may share an address');
select is(pg_temp.of('Bram Bos', 'topics'), '["nature", "own"]', 'what their own topic is and that they have one go together');
select is(pg_temp.keeps('guide', 'Bram Bos', '{"email": "samira@example.org", "topics": ["nature", "own"]}'), '', 'without saying what');
select is(pg_temp.of('Bram Bos', 'topics'), '["nature"]', 'there is no own topic');
select is(pg_temp.keeps('guide', 'Fout', more), refusal, 'refused: ' || more::text)
from (values ('{"email": "geen adres"}'::jsonb, '23514'), ('{"name": ""}', '23514'), ('{"topics": ["care"]}', '22P02'),
	('{"languages": ["xx"]}', '23514'), ('{"languages": []}', '23514'), ('{"freeDays": ["8-morning"]}', '23514'),
	('{"costCents": 0}', '23514'), ('{"telephone": "bel maar"}', '23514'), ('{"needs": " een beamer"}', '23514')) wrong(more, refusal);
select is(pg_temp.keeps('farguide', 'Samira Amrani', '{}', 'west'), 'PT404 not_found', 'an id of another neighbourhood cannot be written over');
select is(pg_temp.of('Samira Amrani', 'organisation'), 'GGD', 'and that speaker stays as they were');
select is(pg_temp.keeps('farguide', 'Verre Vera', '{"email": "samira@example.org", "name": "Samira Amrani"}', 'west'), '',
	'another neighbourhood has a bank of its own');

select is(pg_temp.says('guide', format('select public.keep_speaker(%L, %L, to_jsonb(%L::text))',
	md5('Bram Bos')::uuid, md5('oost')::uuid, pg_temp.row('Bram Bos', '{"email": "samira@example.org", "topics": ["nature"]}'))), '',
	'it may come as one string');
select is(pg_temp.imports('guide', to_jsonb(jsonb_build_array(pg_temp.row('Samira Amrani'))::text), true),
	'{"back": 0, "added": 0, "known": 1}', 'and so may a file');

-- Reading

select is(pg_temp.finds(person), seen, 'the bank as seen by ' || person)
from (values ('guide', 'Bram Bos, Samira Amrani'), ('second', 'Bram Bos, Samira Amrani'), ('mate', null), ('host', null),
	('call', null), ('farguide', null), ('away', null), ('newcomer', null), ('visitor', '42501')) looking(person, seen);
select is(pg_temp.says(person, format('select public.speaker_page(''oost'', %L) ->> ''email''', md5('Samira Amrani')::uuid)), seen,
	'the address as seen by ' || person)
from (values ('guide', 'samira@example.org'), ('mate', null), ('host', null), ('call', null), ('farguide', null), ('visitor', '42501')) looking(person, seen);
select is(pg_temp.says('guide', format('select public.speaker_page(''oost'', %L)::text', md5('Verre Vera')::uuid)), null,
	'a speaker of elsewhere is not found here');
select is(pg_temp.says('farguide', format('select public.speaker_page(''oost'', %L)::text', md5('Verre Vera')::uuid)), null,
	'nor by who finds them there');
select is(pg_temp.says(person, 'select jsonb_array_length(public.export_speakers(''oost''))'), seen, 'the file for ' || person)
from (values ('guide', '2'), ('mate', null), ('call', null), ('farguide', null), ('visitor', '42501')) looking(person, seen);
select is(pg_temp.says(person, 'select count(*) from public.' || name), seen, name || ' as seen by ' || person)
from (values ('speakers', '2'), ('speaker_topics', '2'), ('speaker_free_days', '1'), ('speaker_away', '0')) t(name, own)
cross join lateral (values ('guide', t.own), ('mate', '0'), ('call', '0'), ('visitor', '42501')) looking(person, seen);

select is(pg_temp.finds('guide', words, topic), seen, 'asked: ' || coalesce(words, '') || ' ' || coalesce(topic, ''))
from (values ('samira', null, 'Samira Amrani'), ('GGD', null, 'Samira Amrani'), ('ggd amr', null, 'Samira Amrani'),
	('bos ggd', null, null), ('%', null, null), ('_', null, null), ('', null, 'Bram Bos, Samira Amrani'),
	(null, 'nature', 'Bram Bos'), (null, 'health', 'Samira Amrani'), (null, 'money', null), ('bram', 'health', null)) asked(words, topic, seen);

-- When can they come?

select ok(pg_temp.is_free('Bram Bos', '2026-12-01 10:00+01', '2026-12-01 11:30+01'), 'who said no days can be asked for any');
select is(pg_temp.is_free('Samira Amrani', starts, ends), can, starts || ': ' || can)
from (values ('2026-12-01 10:00+01', '2026-12-01 11:30+01', true), ('2026-12-01 11:45+01', '2026-12-01 13:00+01', true),
	('2026-12-01 12:00+01', '2026-12-01 13:00+01', false), ('2026-12-02 10:00+01', '2026-12-02 11:30+01', false),
	-- By the clock of the neighbourhood, in summer too.
	('2026-12-01 10:59+00', '2026-12-01 12:00+00', true), ('2026-12-01 11:00+00', '2026-12-01 12:00+00', false),
	('2026-06-30 09:59+00', '2026-06-30 11:00+00', true), ('2026-06-30 10:00+00', '2026-06-30 11:00+00', false)) m(starts, ends, can);
select is(pg_temp.says(person, format('select public.send_speaker_away(%L, ''2026-12-08'', ''2026-12-10'')', md5('Samira Amrani')::uuid)), answer,
	'sending away by ' || person)
from (values ('visitor', '42501'), ('mate', 'PT404 not_found'), ('call', 'PT404 not_found'), ('farguide', 'PT404 not_found'), ('guide', '')) who(person, answer);
select is(pg_temp.says('guide', format('select public.send_speaker_away(%L, ''2026-12-08'', ''2026-12-07'')', md5('Samira Amrani')::uuid)), '23514',
	'nobody is back before they went');
select is(pg_temp.is_free('Samira Amrani', starts, ends), can, 'away: ' || starts || ': ' || can)
from (values ('2026-12-08 10:00+01', '2026-12-08 11:00+01', false), ('2026-12-15 10:00+01', '2026-12-15 11:00+01', true),
	('2026-12-01 10:00+01', '2026-12-01 11:00+01', true)) m(starts, ends, can);
select ok(not pg_temp.is_free('Samira Amrani', '2026-12-01 10:00+01', '2026-12-08 00:30+01'), 'whoever begins before it and ends in it is not free');
select is(pg_temp.finds('guide', null, null, day, part), seen, 'free on ' || day || ' ' || coalesce(part, ''))
from (values ('2026-12-01', null, 'Bram Bos, Samira Amrani'), ('2026-12-01', 'morning', 'Bram Bos, Samira Amrani'),
	('2026-12-01', 'evening', 'Bram Bos'), ('2026-12-08', null, 'Bram Bos'), ('2026-12-02', null, 'Bram Bos')) m(day, part, seen);
select is(pg_temp.keeps('guide', 'Samira Amrani', '{"freeDays": ["2-morning"], "organisation": "GGD"}'), '', 'changing something else');
select is(pg_temp.of('Samira Amrani', 'away'), '[{"lastOn": "2026-12-10", "firstOn": "2026-12-08"}]', 'leaves the days away');
select is(pg_temp.says(person, format('select public.bring_speaker_back(%L, ''2026-12-08'')', md5('Samira Amrani')::uuid)), answer,
	'bringing back by ' || person)
from (values ('visitor', '42501'), ('mate', 'PT404 not_found'), ('farguide', 'PT404 not_found'), ('guide', '')) who(person, answer);
select is(pg_temp.of('Samira Amrani', 'away'), '[]', 'back');

-- Putting away, with undo

select is(pg_temp.says(person, format('select public.archive_speaker(%L, true)', md5('Samira Amrani')::uuid)), answer, 'putting away by ' || person)
from (values ('visitor', '42501'), ('mate', 'PT404 not_found'), ('host', 'PT404 not_found'), ('call', 'PT404 not_found'),
	('farguide', 'PT404 not_found'), ('guide', '')) who(person, answer);
set local buurtplein.now = '2026-11-25 12:00+01';
select is(pg_temp.says('second', format('select public.archive_speaker(%L, true)', md5('Samira Amrani')::uuid)), '', 'twice');
select is((select archived_at from public.speakers where id = md5('Samira Amrani')::uuid), '2026-11-24 12:00+01'::timestamptz, 'is once');
select is(pg_temp.finds('guide'), 'Bram Bos', 'who was put away is not among the others');
select is(pg_temp.finds('guide', archived => true), 'Samira Amrani', 'but among those who were');
select is(pg_temp.says('guide', 'select jsonb_array_length(public.export_speakers(''oost''))'), '1', 'not in the file');
select ok(not pg_temp.is_free('Samira Amrani', '2026-12-01 10:00+01', '2026-12-01 11:30+01'), 'and not free');
select is(pg_temp.says('guide', format('select public.archive_speaker(%L, false)', md5('Samira Amrani')::uuid)), '', 'back again');
select is(pg_temp.finds('guide'), 'Bram Bos, Samira Amrani', 'is back');
select is(pg_temp.says('guide', format('select public.remove_speaker(%L)', md5('Samira Amrani')::uuid)), 'PT409 speaker_in_use', 'only who was put away is erased');
update public.speakers set archived_at = private.clock() where id = md5('Verre Vera')::uuid;
select is(pg_temp.says(person, format('select public.remove_speaker(%L)', md5('Verre Vera')::uuid)), answer, 'erasing by ' || person)
from (values ('visitor', '42501'), ('guide', 'PT404 not_found'), ('away', 'PT404 not_found'), ('farguide', '')) who(person, answer);
select is_empty('select from public.speakers where id = md5(''Verre Vera'')::uuid', 'gone');

-- A whole file

select is(pg_temp.imports(person, '[]'), refusal, 'a file is not for: ' || person)
from (values ('visitor', '42501'), ('mate', 'PT404 not_found'), ('host', 'PT404 not_found'), ('call', 'PT404 not_found'), ('farguide', 'PT404 not_found')) who(person, refusal);
create temporary table file as select jsonb_build_array(
	pg_temp.row('Samira Amrani', '{"telephone": "06 87654321"}') - 'freeDays' - 'organisation',
	pg_temp.row('Cor Claes', '{"away": [{"firstOn": "2026-12-01", "lastOn": "2026-12-03"}], "ownTopic": "Bijen"}'),
	pg_temp.row('Dot de Dam')
) as rows;
select is(pg_temp.imports('guide', rows, true), '{"back": 0, "added": 2, "known": 1}', 'first it only counts') from file;
select is(pg_temp.finds('guide'), 'Bram Bos, Samira Amrani', 'and changes nothing');
select is(pg_temp.imports('guide', rows), '{"back": 0, "added": 2, "known": 1}', 'then it writes') from file;
select is(pg_temp.finds('guide'), 'Bram Bos, Cor Claes, Dot de Dam, Samira Amrani', 'all of them');
select is(pg_temp.of('Samira Amrani', 'telephone'), '06 87654321', 'whom it knew has what is in the file');
select is(pg_temp.of('Samira Amrani', 'freeDays') || pg_temp.of('Samira Amrani', 'organisation'), '["2-morning"]GGD', 'and keeps what is not');
select is((select count(*) from public.speaker_away), 1::bigint, 'with the days away of the other');
select is(pg_temp.imports('second', rows), '{"back": 0, "added": 0, "known": 3}', 'the same file again brings nobody twice') from file;
select is((select count(*) from public.speakers), 4::bigint, 'four they are');
select is(pg_temp.imports('guide', jsonb_build_array(pg_temp.row('Els Eik'), pg_temp.row('Foute Fien', '{"email": "x"}'))), '23514', 'one wrong row');
select is(pg_temp.imports('guide', jsonb_build_array(pg_temp.row('Els Eik'), pg_temp.row('els eik'))), 'PT409 speaker_exists', 'or somebody twice');
select is(pg_temp.imports('guide', jsonb_build_array(pg_temp.row('Cor Claes'), pg_temp.row('cor claes'))), 'PT409 speaker_exists', 'or somebody known twice');
select is((select count(*) from public.speakers), 4::bigint, 'and nothing is written');
select results_eq('select name, own_topic from public.speakers where lower(name) = ''cor claes''', $$values ('Cor Claes', 'Bijen')$$, 'nor changed');
select is(pg_temp.imports('guide', jsonb_build_array(pg_temp.row('Els Eik', jsonb_build_object('id', md5('Bram Bos')::uuid)))),
	'{"back": 0, "added": 1, "known": 0}', 'an id in the file');
select is(pg_temp.of('Bram Bos', 'name'), 'Bram Bos', 'points at nobody');
update public.speakers set archived_at = private.clock() where id = md5('Bram Bos')::uuid;
select is(pg_temp.imports('guide', jsonb_build_array(pg_temp.row('Bram Bos', '{"email": "samira@example.org"}'))), '{"back": 1, "added": 0, "known": 1}', 'who was put away');
select is(pg_temp.of('Bram Bos', 'archived'), 'false', 'is back');
select is(pg_temp.imports('guide', (select jsonb_agg(pg_temp.row('Spreker ' || n)) from generate_series(1, 10001) n)), 'PT422 too_many_rows', 'more than ten thousand is too many');

-- A role that ended

delete from public.staff where id = md5('s guide')::uuid;
select is(pg_temp.finds('guide'), null, 'who is facilitator no more sees nobody');
select is(pg_temp.keeps('guide', 'Samira Amrani'), 'PT404 not_found', 'and writes nobody down');
select is(pg_temp.imports('guide', rows), 'PT404 not_found', 'nor a file') from file;
select is(pg_temp.says('guide', 'select count(*) from public.speakers'), '0', 'also not by the table');

select * from finish();
rollback;
