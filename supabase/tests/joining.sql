-- From the poster's code to a resident, and the brakes on guessing.
begin;
select plan(84);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'third', 'line', 'settled']) person;
select pg_temp.neighbour('away', 'west');
insert into auth.users (id, email) select md5(person)::uuid, person || '@example.nl'
from unnest(array['new', 'cardnew', 'late', 'next']) person;
select pg_temp.works('call', 'oost', 'contact_person');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 3, 'host', 'mate', 'third'), pg_temp.circle('spel', 4, 'settled'), pg_temp.circle('weg', 4, 'settled');
insert into public.waitlist values (md5('koffie')::uuid, md5('r line')::uuid, now());
select private.add_invite_code('10000001', 'poster', md5('oost')::uuid, null, '1 year'),
	private.add_invite_code('10000002', 'poster', md5('oost')::uuid, null, '-1 second'),
	private.add_invite_code('10000003', 'poster', md5('oost')::uuid, null, '1 year'),
	private.add_invite_code('20000001', 'personal', md5('oost')::uuid, md5('spel')::uuid, '30 days'),
	private.add_invite_code('20000002', 'personal', md5('oost')::uuid, md5('koffie')::uuid, '30 days'),
	private.add_invite_code('20000003', 'personal', md5('oost')::uuid, md5('spel')::uuid, '30 days'),
	private.add_invite_code('20000004', 'personal', md5('oost')::uuid, md5('weg')::uuid, '30 days');
update private.invite_codes set revoked_at = private.clock() where code_hash = private.keyed_hash('invite:10000003');
update private.invite_codes set used_at = private.clock() where code_hash = private.keyed_hash('invite:20000003');
select pg_temp.says('settled', $$select public.leave_group(md5('weg')::uuid)$$);

create function pg_temp.looks_up(person text, code text, address text default '192.0.2.1') returns text language sql as $$
	select pg_temp.says(person, format('select public.look_up_invite(%L, %L)', code, address));
$$;
create function pg_temp.joins(person text, code text, first_name text default 'Noor', address text default '192.0.2.1') returns text
language sql as $$
	select pg_temp.says(person, format('select public.join_neighbourhood(%L, %L, %L)', code, first_name, address));
$$;
create function pg_temp.forget() returns void language sql as 'truncate private.attempts';

-- What a code opens

select is((pg_temp.looks_up('visitor', '10000001')::jsonb) #>> '{neighbourhood,name}', 'Oost', 'a visitor with the poster''s code sees the neighbourhood');
select is((select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()), 1::bigint, 'holding up nobody at another network address');
select is((select xmax::text from private.invite_codes where code_hash = private.keyed_hash('invite:10000001')), '0', 'nor anybody with the same poster');
select is((pg_temp.looks_up('visitor', '10000001')::jsonb) #>> '{contact,0,firstName}', 'Call', 'and whom to call');
select is((pg_temp.looks_up('visitor', '20000001')::jsonb) ->> 'groupName', 'spel', 'a personal card names its group');
select is(pg_temp.looks_up('visitor', code), null, 'nothing for a code that is ' || message)
from (values ('99999999', 'unknown'), ('10000002', 'expired'), ('10000003', 'revoked'), ('20000003', 'used'),
	('20000004', 'for a group that closed'), ('', 'empty'), (null, 'left out'), (repeat('1', 8000000), 'eight megabytes long')) wrong(code, message);
select pg_temp.forget();
select is(pg_temp.joins('new', code), null, 'nobody joins with a code that is ' || message)
from (values ('99999999', 'unknown'), ('10000002', 'expired'), ('10000003', 'revoked'), ('20000003', 'used'),
	('20000004', 'for a group that closed'), (null, 'left out')) wrong(code, message);
select is((select count(*) from public.profiles where id = md5('new')::uuid), 0::bigint, 'a code that does not work makes no resident');
select is((select count(*) from private.attempts where kind in ('invite_all', 'invite_accounts')), 6::bigint, 'every wrong try is counted');
select pg_temp.forget();

-- Joining

select is(pg_temp.joins('visitor', '10000001'), '42501', 'a visitor signs in first');
select is(pg_temp.joins('new', '10000001', first_name), refusal, message)
from (values ('', '23514', 'a first name is not empty'), (' Noor', '23514', 'does not begin with a space'), (null, '23502', 'is there'),
	(repeat('é', 41), '23514', 'is at most forty letters'), (repeat('é', 8000000), '23514', 'not eight megabytes'),
	(E'Noor\tNoor', '23514', 'has no tabs')) wrong(first_name, refusal, message);
select is(pg_temp.joins('new', '10000001', '<b>نور</b> 🌷'), '{"groupId": null}', 'with the poster''s code people join under any name of their own');
select is(pg_temp.joins('new', '10000001', 'Anders'), '{"groupId": null}', 'joining twice is harmless');
select is((select string_agg(first_name || face, ', ') from public.residents where profile_id = md5('new')::uuid), '<b>نور</b> 🌷initials', 'makes one resident, and keeps the name');
select is(pg_temp.says('new', 'select language from public.profiles'), 'nl', 'with settings of their own');
select is(pg_temp.says('new', 'select count(*) from public.groups'), '2', 'who sees the groups of the neighbourhood');
select is(pg_temp.joins('away', '10000001'), '{"groupId": null}', 'somebody may live in two neighbourhoods');
select is(pg_temp.joins('next', '10000001'), '{"groupId": null}', 'a poster serves many');

-- The personal card

select is(pg_temp.joins('cardnew', '20000001'), jsonb_build_object('groupId', md5('spel')::uuid)::text, 'a personal card makes a resident');
select is((select count(*) from public.memberships m join public.residents r on r.id = m.resident_id
	where m.group_id = md5('spel')::uuid and r.profile_id = md5('cardnew')::uuid), 1::bigint, 'who has the chair at once');
select is(pg_temp.joins('late', '20000001'), null, 'the card works once');
select is(pg_temp.looks_up('visitor', '20000001'), null, 'and opens nothing any more');
select is(pg_temp.joins('mate', '20000002'), jsonb_build_object('groupId', md5('koffie')::uuid)::text, 'a member who tries a card of the own group');
select is(pg_temp.joins('late', '20000002'), jsonb_build_object('groupId', md5('koffie')::uuid)::text, 'has not used it up; a card for a full group makes a resident too');
select is(pg_temp.says('late', $$select public.group_page(md5('koffie')::uuid) ->> 'place'$$), '2', 'who has a place in line, behind who waited already');
select is((select chairs_taken from public.groups where id = md5('koffie')::uuid), 3::smallint, 'and no chair too many');
select is(pg_temp.joins('next', '20000002'), null, 'that card is used as well');
select matches(private.new_invite_code('poster', md5('oost')::uuid, null, '1 day'), '^[0-9]{8}$', 'a new code has eight digits');
select is_empty($$select from private.invite_codes where code_hash::text ~ '10000001' or length(code_hash) <> 32$$, 'only a hash of it is kept');
select throws_ok($$select private.add_invite_code('3', 'personal', md5('oost')::uuid, null, '1 day')$$, '23514', null, 'a personal card is for a group');
select throws_ok($$select private.add_invite_code('3', 'poster', md5('oost')::uuid, md5('spel')::uuid, '1 day')$$, '23514', null, 'a poster is not');

-- A supporter's code

create function pg_temp.accepts(person text, code text) returns text language sql as $$
	select pg_temp.says(person, format('select public.accept_circle_code(%L, ''c'')', code));
$$;
insert into auth.users (id, email) values (md5('sister')::uuid, 'sister@example.nl');
create temporary table asked on commit drop as
	select name, pg_temp.says('host', format('select public.invite_by_code(%L)', name)) as code
	from unnest(array['Mijn zus', 'Mijn oom', 'Mijn tante', 'Mijn neef']) name;
insert into care.organisations (id, name) values (md5('nabij')::uuid, 'Nabij');
insert into care.workers (id, organisation_id, first_name) values (md5('w')::uuid, md5('nabij')::uuid, 'Jo');
insert into care.invitations (worker_id, code_hash, made_at, expires_at)
values (md5('w')::uuid, private.keyed_hash('circle:30000001'), private.clock(), private.clock() + interval '30 days');
update private.supporter_codes c set expires_at = private.clock() from public.supporters s where s.id = c.supporter_id and s.name = 'Mijn oom';
select pg_temp.says('host', 'with x as (delete from public.supporters where name = ''Mijn neef'' returning 1) select count(*) from x');
select pg_temp.accepts('line', code) from asked where name = 'Mijn tante';
select pg_temp.forget();
select is(pg_temp.looks_up('visitor', code), '{"supports": {"face": "initials", "firstName": "Host"}}', 'a visitor with a supporter''s code sees who asks, and no more') from asked where name = 'Mijn zus';
select is((select count(*) from private.attempts), 0::bigint, 'which is no wrong try');
select is(pg_temp.looks_up('host', code), null, 'to who asks it opens nothing') from asked where name = 'Mijn zus';
select is(pg_temp.looks_up('visitor', code), null, 'nothing for a code that is ' || message)
from (select code, name from asked) a join (values ('Mijn oom', 'expired'), ('Mijn tante', 'used'), ('Mijn neef', 'taken back')) wrong(name, message) using (name);
select is(pg_temp.looks_up(person, '30000001'), null, 'nothing for a worker''s code, to a ' || person) from unnest(array['visitor', 'mate']) person;
select is((select count(*) from private.attempts where kind in ('invite_all', 'invite_accounts')), 6::bigint, 'each of those is counted like any other wrong try');
select pg_temp.forget();
select is(pg_temp.joins('sister', code), null, 'it makes nobody a resident') from asked where name = 'Mijn zus';
select is(pg_temp.accepts('sister', code), 'supporter', 'somebody new becomes a supporter with it') from asked where name = 'Mijn zus';
select is((select count(*) from public.profiles where id = md5('sister')::uuid), 1::bigint, 'with settings of their own');
select is((select count(*) from public.residents where profile_id = md5('sister')::uuid), 0::bigint, 'and lives in no neighbourhood');
select is(pg_temp.says('sister', 'select public.my_context() -> ''residents'''), '[]', 'sees none');
select is(pg_temp.says('sister', 'select count(*) from public.groups'), '0', 'nor any group');
select is(pg_temp.says('sister', 'select public.today_page() -> ''supported'' -> 0 -> ''person'' ->> ''firstName'''), 'Host', 'but whom she supports');
select is(pg_temp.looks_up('visitor', code), null, 'and then the code opens nothing any more') from asked where name = 'Mijn zus';
select is_empty($$select from unnest(array['stop_guessing(''a'')', 'note_wrong_code(''a'')', 'match_invite(''1'')', 'match_supporter_code(''1'')']) inside,
	unnest(array['visitor', 'mate']) person where pg_temp.says(person, 'select private.' || inside) <> '42501'$$, 'nobody calls what is behind it');

-- Guessing

create function pg_temp.guesses(times integer, address text) returns bigint language sql as $$
	select count(*) from generate_series(1, times) n where pg_temp.looks_up('visitor', (90000000 + n)::text, address) is null;
$$;
select pg_temp.forget();
select is(pg_temp.guesses(10, '192.0.2.7'), 10::bigint, 'ten wrong tries are answered');
select is(pg_temp.looks_up('visitor', '99999999', '192.0.2.7'), 'PT429 too_many_invite_tries', 'the eleventh is not');
select is(pg_temp.looks_up('visitor', '10000001', '192.0.2.7'), 'PT429 too_many_invite_tries', 'also when the code is right');
select is(pg_temp.joins('new', '10000001', 'Noor', '192.0.2.7'), 'PT429 too_many_invite_tries', 'also when joining');
select isnt(pg_temp.looks_up('visitor', '10000001', '192.0.2.8'), null, 'another address is not held back');
set local buurtplein.now = '2026-11-24 12:59:59+01';
select is(pg_temp.looks_up('visitor', '10000001', '192.0.2.7'), 'PT429 too_many_invite_tries', 'for an hour');
set local buurtplein.now = '2026-11-24 13:00+01';
select isnt(pg_temp.looks_up('visitor', '10000001', '192.0.2.7'), 'PT429 too_many_invite_tries', 'and no longer');
select is(pg_temp.guesses(11, null), 10::bigint, 'without an address the tries are counted too');
select pg_temp.forget();
select is(sum(pg_temp.guesses(10, '198.51.100.' || n)), 300::numeric, 'three hundred tries from thirty addresses are answered') from generate_series(1, 30) n;
select is(pg_temp.looks_up('visitor', '10000001', '203.0.113.1'), 'PT429 too_many_invite_tries', 'then nobody looks up a code: the brake over all');
select isnt(pg_temp.looks_up('mate', '10000001', '203.0.113.1'), 'PT429 too_many_invite_tries', 'who signed in has a brake of their own, and is not held back by visitors');
select is_empty($$select from private.attempts where position('198.51'::bytea in subject) > 0 or length(subject) <> 32$$, 'no address is kept, only keyed hashes');

create function pg_temp.guesses_as(person text, times integer) returns bigint language sql as $$
	select count(*) from generate_series(1, times) n
	where pg_temp.says(person, format('select public.' || (array['look_up', 'accept'])[1 + n % 2] || '_circle_code(%L, %L)', 91000000 + n, '203.0.113.' || n)) is null;
$$;
select pg_temp.forget();
select is(pg_temp.guesses_as('mate', 11), 10::bigint, 'naming another address each time gives who signed in no more tries');
select is(pg_temp.says('mate', 'select public.look_up_circle_code(''30000001'', ''203.0.113.200'')'), 'PT429 too_many_invite_tries', 'also when the code is right');
select is(pg_temp.looks_up('mate', '10000001', '203.0.113.200'), 'PT429 too_many_invite_tries', 'nor with a poster''s');
select is(pg_temp.joins('mate', '10000001', 'Noor', '203.0.113.200'), 'PT429 too_many_invite_tries', 'nor by joining');
select isnt(pg_temp.says('line', 'select public.look_up_circle_code(''30000001'', ''203.0.113.200'')'), null, 'another account is not held back');
select is((select count(*) from private.attempts where kind = 'invite_all'), 0::bigint, 'and visitors are not either, however many accounts try');

select * from finish();
rollback;
