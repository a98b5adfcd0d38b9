-- Posters: who makes one, and that its code lets somebody in.
begin;
select plan(19);

\ir support/street.psql

select pg_temp.neighbour('ana'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('contact', 'oost', 'contact_person'), pg_temp.works('standin', 'oost', 'stand_in'),
	pg_temp.works('farcontact', 'west', 'contact_person');
select pg_temp.circle('koffie', 8, 'ana');

create function pg_temp.makes(person text) returns text language sql as $$
	select pg_temp.says(person, 'select public.make_poster_code(''oost'')');
$$;

select matches(pg_temp.makes(person), '^[0-9]{8}$', person || ' makes a poster')
from unnest(array['guide', 'contact', 'standin']) person;
select is(pg_temp.makes(person), 'PT404 not_found', person || ' makes none')
from unnest(array['ana', 'farcontact']) person;
select is(pg_temp.makes('visitor'), '42501', 'a visitor makes none');
select is(
	pg_temp.says(person, 'select public.poster_page(''oost'') #>> ''{groups,0,placeName}'''), 'Buurthuis',
	person || ' reads what is on it'
) from unnest(array['guide', 'contact', 'standin']) person;
select is(
	pg_temp.says(person, 'select public.poster_page(''oost'')'), null, person || ' reads nothing of it'
) from unnest(array['ana', 'farcontact']) person;
select is(pg_temp.says('visitor', 'select public.poster_page(''oost'')'), '42501', 'nor does a visitor');
select is(pg_temp.says('guide', 'select public.poster_page(''nowhere'')'), null, 'of no neighbourhood there is no poster');

create temp table first_one as select pg_temp.makes('guide') as code;
select is(
	pg_temp.says('visitor', format('select public.look_up_invite(%L, ''10.0.0.1'') #>> ''{neighbourhood,slug}''', code)),
	'oost', 'its code opens the neighbourhood'
) from first_one;
select isnt(pg_temp.makes('guide'), (select code from first_one), 'the next has a code of its own');
select is(
	pg_temp.says('visitor', format('select public.look_up_invite(%L, ''10.0.0.1'') #>> ''{neighbourhood,slug}''', code)),
	'oost', 'and the older one goes on working'
) from first_one;
select is(count(*), 15::bigint, 'up to twenty a day')
from generate_series(1, 15) nth where pg_temp.makes('contact') ~ '^[0-9]{8}$';
select is(pg_temp.makes('standin'), 'PT429 too_many_posters', 'more than twenty a day are not made');
delete from public.staff where profile_id = md5('guide')::uuid;
select is(pg_temp.makes('guide'), 'PT404 not_found', 'who works there no more makes none');

select * from finish();
rollback;
