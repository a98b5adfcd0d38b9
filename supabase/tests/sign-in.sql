-- How many sign-in codes may be asked for, and how often one may be tried.
begin;
select plan(83);

\ir support/street.psql

create function pg_temp.asks(email text, address text, person text default 'visitor') returns text language sql as $$
	select pg_temp.says(person, format('select public.allow_sign_in_code(%L, %L)', email, address));
$$;
create function pg_temp.tries(email text, person text default 'visitor') returns text language sql as $$
	select pg_temp.says(person, format('select public.allow_code_try(%L)', email));
$$;
insert into auth.users (id, email) values (md5('known')::uuid, 'known@example.nl');
set local buurtplein.now = '2026-11-24 12:00+01';

-- Asking for a code

select is(pg_temp.asks('known@example.nl', '192.0.2.' || n), 'true', 'code ' || n || ' is sent') from generate_series(1, 3) n;
select is(pg_temp.asks('known@example.nl', '192.0.2.4'), 'PT429 too_many_codes', 'a fourth in the hour is not');
select is(pg_temp.asks('KNOWN@Example.NL', '192.0.2.5'), 'PT429 too_many_codes', 'however it is written');
select is(pg_temp.asks('known@example.nl', '192.0.2.6', 'known'), 'PT429 too_many_codes', 'nor for who is signed in');
select is(pg_temp.asks('unknown@example.nl', '192.0.3.' || n), 'true', 'an unknown e-mail gets the same answer, ' || n) from generate_series(1, 3) n;
select is(pg_temp.asks('unknown@example.nl', '192.0.3.4'), 'PT429 too_many_codes', 'and the same end');
select is(pg_temp.asks(n || '@example.nl', '192.0.4.1'), 'true', 'one address asks for person ' || n) from generate_series(1, 3) n;
select is(pg_temp.asks('4@example.nl', '192.0.4.1'), 'PT429 too_many_codes', 'three an hour, whoever they are for');
select is(pg_temp.asks('4@example.nl', '192.0.4.2'), 'true', 'a refused one does not count for the e-mail');
set local buurtplein.now = '2026-11-24 12:59:59+01';
select is(pg_temp.asks('known@example.nl', '192.0.2.9'), 'PT429 too_many_codes', 'for an hour');
set local buurtplein.now = '2026-11-24 13:00+01';
select is(pg_temp.asks('known@example.nl', '192.0.2.9'), 'true', 'and then again');
create function pg_temp.asks_later(times integer) returns setof text language plpgsql as $$
begin
	for n in 1..times loop
		perform set_config('buurtplein.now', (private.clock() + interval '30 seconds')::text, true);
		return next pg_temp.asks(null, null);
	end loop;
end;
$$;
select is(answer, 'true', 'without e-mail or address') from pg_temp.asks_later(3) answer;
set local buurtplein.now = '2026-11-24 13:02+01';
select is(pg_temp.asks(null, null), 'PT429 too_many_codes', 'the same brake holds');
select is(pg_temp.asks(repeat('a', 8000000), '192.0.2.10'), 'true', 'eight megabytes are counted like any other');

-- Trying one

set local buurtplein.now = '2026-11-24 13:01+01';
select is(pg_temp.tries('known@example.nl'), '', 'try ' || n) from generate_series(1, 5) n;
select is(pg_temp.tries('known@example.nl'), 'PT429 too_many_code_tries', 'a code is tried five times');
select is(pg_temp.tries('KNOWN@example.nl'), 'PT429 too_many_code_tries', 'however the e-mail is written');
select is(pg_temp.tries('known@example.nl', 'known'), 'PT429 too_many_code_tries', 'also by who is signed in');
select is(pg_temp.tries('other@example.nl'), '', 'somebody else''s code is not held back');
set local buurtplein.now = '2026-11-24 13:02+01';
select is(pg_temp.asks('known@example.nl', '192.0.2.11'), 'true', 'a new code');
set local buurtplein.now = '2026-11-24 13:03+01';
select is(pg_temp.tries('Known@example.nl'), '', 'gives new tries, ' || n) from generate_series(1, 5) n;
select is(pg_temp.tries('known@example.nl'), 'PT429 too_many_code_tries', 'five');
select is(pg_temp.tries(null), '', 'without an e-mail') from generate_series(1, 5);
select is(pg_temp.tries(null), 'PT429 too_many_code_tries', 'the same brake holds');

-- A double tap

create function pg_temp.counted() returns text language sql as $$
	select string_agg(kind || ' ' || count, ', ' order by kind) from (
		select a.kind, count(*) from private.attempts a where a.kind in ('code_email', 'code_address') group by a.kind
	) kinds;
$$;
truncate private.attempts;
set local buurtplein.now = '2026-11-24 15:00+01';
select is(pg_temp.asks(email, '192.0.2.20'), 'true', 'a code is sent: ' || email) from unnest(array['known@example.nl', 'unknown@example.nl']) email;
set local buurtplein.now = '2026-11-24 15:00:29.9+01';
select is(pg_temp.asks(email, '192.0.2.20'), 'false', 'tapped twice, it is not sent twice: ' || email)
from unnest(array['known@example.nl', 'Known@Example.nl', 'unknown@example.nl']) email;
select is(pg_temp.counted(), 'code_address 2, code_email 2', 'and counts once');
select is(pg_temp.asks('known@example.nl', '192.0.2.21'), 'true', 'another telephone asks for its own');
set local buurtplein.now = '2026-11-24 15:00:30+01';
select is(pg_temp.asks('unknown@example.nl', '192.0.2.20'), 'true', 'after half a minute a new one is sent');
select is(pg_temp.asks('unknown@example.nl', '192.0.2.20'), 'false', 'the third in the hour tapped twice is no fourth');
set local buurtplein.now = '2026-11-24 15:01+01';
select is(pg_temp.asks('unknown@example.nl', '192.0.2.20'), 'PT429 too_many_codes', 'which is refused');
truncate private.attempts;
select is(pg_temp.asks('known@example.nl', '192.0.2.22'), 'true', 'a code');
set local buurtplein.now = '2026-11-24 15:01:01+01';
select is(pg_temp.tries('known@example.nl'), '', 'is tried ' || n) from generate_series(1, 5) n;
set local buurtplein.now = '2026-11-24 15:01:02+01';
select is(pg_temp.asks('known@example.nl', '192.0.2.22'), 'true', 'then a new one is no double tap: the first is used');
set local buurtplein.now = '2026-11-24 15:01:03+01';
select is(pg_temp.asks('known@example.nl', '192.0.2.22'), 'false', 'tapped twice');
select is(pg_temp.tries('known@example.nl'), '', 'it is tried ' || n) from generate_series(1, 5) n;
select is(pg_temp.tries('known@example.nl'), 'PT429 too_many_code_tries', 'the second tap gave no new tries');
select is(pg_temp.asks('unknown@example.nl', '192.0.2.23'), 'true', 'who is not known, and gets no mail when signing in');
select is(pg_temp.says('visitor', $$select public.allow_sign_in_code('unknown@example.nl', '192.0.2.23', true)$$), 'true', 'gets it at once when joining');

-- What is kept

select is_empty($$select from private.attempts where encode(subject, 'escape') ~* 'example|192' or length(subject) <> 32$$, 'no e-mail or address is kept, only keyed hashes');
select is(pg_temp.says(person, 'select count(*) from private.attempts'), '42501', 'nobody reads the tries: ' || person) from unnest(array['visitor', 'known']) person;
select is(pg_temp.says(person, 'select hash_key from private.installation'), '42501', 'nor the key: ' || person) from unnest(array['visitor', 'known']) person;
select is(pg_temp.says(person, format('select private.%s', inside)), '42501', format('%s does not call private.%s', person, inside))
from unnest(array['visitor', 'known']) person, unnest(array['keyed_hash(''x'')', 'note_attempt(''code_email'', ''x'')', 'is_exhausted(''code_email'', ''x'')', 'find_invite(''1'', ''x'')']) inside;

select * from finish();
rollback;
