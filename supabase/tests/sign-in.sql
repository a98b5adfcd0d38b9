-- How many sign-in codes may be asked for, and how often one may be tried.
begin;
select plan(57);

create function pg_temp.says(person text, query text) returns text language plpgsql as $$
declare
	answer text;
	hint text;
begin
	perform set_config('request.jwt.claims', case when person <> 'visitor'
		then json_build_object('sub', md5(person)::uuid)::text end, true);
	perform set_config('role', case when person = 'visitor' then 'anon' else 'authenticated' end, true);
	execute query into answer;
	set constraints all immediate;
	set constraints all deferred;
	perform set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
	return answer;
exception when others then
	get stacked diagnostics hint = pg_exception_hint;
	return rtrim(sqlstate || ' ' || hint);
end;
$$;

create function pg_temp.asks(email text, address text, person text default 'visitor') returns text language sql as $$
	select pg_temp.says(person, format('select public.allow_sign_in_code(%L, %L)', email, address));
$$;
create function pg_temp.tries(email text, person text default 'visitor') returns text language sql as $$
	select pg_temp.says(person, format('select public.allow_code_try(%L)', email));
$$;
insert into auth.users (id, email) values (md5('known')::uuid, 'known@example.nl');
set local buurtplein.now = '2026-11-24 12:00+01';

-- Asking for a code

select is(pg_temp.asks('known@example.nl', '192.0.2.' || n), '', 'code ' || n || ' is sent') from generate_series(1, 3) n;
select is(pg_temp.asks('known@example.nl', '192.0.2.4'), 'PT429 too_many_codes', 'a fourth in the hour is not');
select is(pg_temp.asks('KNOWN@Example.NL', '192.0.2.5'), 'PT429 too_many_codes', 'however it is written');
select is(pg_temp.asks('known@example.nl', '192.0.2.6', 'known'), 'PT429 too_many_codes', 'nor for who is signed in');
select is(pg_temp.asks('unknown@example.nl', '192.0.3.' || n), '', 'an unknown e-mail gets the same answer, ' || n) from generate_series(1, 3) n;
select is(pg_temp.asks('unknown@example.nl', '192.0.3.4'), 'PT429 too_many_codes', 'and the same end');
select is(pg_temp.asks(n || '@example.nl', '192.0.4.1'), '', 'one address asks for person ' || n) from generate_series(1, 3) n;
select is(pg_temp.asks('4@example.nl', '192.0.4.1'), 'PT429 too_many_codes', 'three an hour, whoever they are for');
select is(pg_temp.asks('4@example.nl', '192.0.4.2'), '', 'a refused one does not count for the e-mail');
set local buurtplein.now = '2026-11-24 12:59:59+01';
select is(pg_temp.asks('known@example.nl', '192.0.2.9'), 'PT429 too_many_codes', 'for an hour');
set local buurtplein.now = '2026-11-24 13:00+01';
select is(pg_temp.asks('known@example.nl', '192.0.2.9'), '', 'and then again');
select is(pg_temp.asks(null, null), '', 'without e-mail or address') from generate_series(1, 3);
select is(pg_temp.asks(null, null), 'PT429 too_many_codes', 'the same brake holds');
select is(pg_temp.asks(repeat('a', 8000000), '192.0.2.10'), '', 'eight megabytes are counted like any other');

-- Trying one

set local buurtplein.now = '2026-11-24 13:01+01';
select is(pg_temp.tries('known@example.nl'), '', 'try ' || n) from generate_series(1, 5) n;
select is(pg_temp.tries('known@example.nl'), 'PT429 too_many_code_tries', 'a code is tried five times');
select is(pg_temp.tries('KNOWN@example.nl'), 'PT429 too_many_code_tries', 'however the e-mail is written');
select is(pg_temp.tries('known@example.nl', 'known'), 'PT429 too_many_code_tries', 'also by who is signed in');
select is(pg_temp.tries('other@example.nl'), '', 'somebody else''s code is not held back');
set local buurtplein.now = '2026-11-24 13:02+01';
select is(pg_temp.asks('known@example.nl', '192.0.2.11'), '', 'a new code');
set local buurtplein.now = '2026-11-24 13:03+01';
select is(pg_temp.tries('Known@example.nl'), '', 'gives new tries, ' || n) from generate_series(1, 5) n;
select is(pg_temp.tries('known@example.nl'), 'PT429 too_many_code_tries', 'five');
select is(pg_temp.tries(null), '', 'without an e-mail') from generate_series(1, 5);
select is(pg_temp.tries(null), 'PT429 too_many_code_tries', 'the same brake holds');

-- What is kept

select is_empty($$select from private.attempts where encode(subject, 'escape') ~* 'example|192' or length(subject) <> 32$$, 'no e-mail or address is kept, only keyed hashes');
select is(pg_temp.says(person, 'select count(*) from private.attempts'), '42501', 'nobody reads the tries: ' || person) from unnest(array['visitor', 'known']) person;
select is(pg_temp.says(person, 'select hash_key from private.installation'), '42501', 'nor the key: ' || person) from unnest(array['visitor', 'known']) person;
select is(pg_temp.says(person, format('select private.%s', inside)), '42501', format('%s does not call private.%s', person, inside))
from unnest(array['visitor', 'known']) person, unnest(array['keyed_hash(''x'')', 'note_attempt(''code_email'', ''x'')', 'is_exhausted(''code_email'', ''x'')', 'find_invite(''1'', ''x'')']) inside;

select * from finish();
rollback;
