-- Mail that is due: taken by one process at a time, never at night, never twice.
begin;
select plan(19);

\ir support/street.psql

select pg_temp.neighbour('ana'), pg_temp.works('standin', 'oost', 'stand_in'),
	pg_temp.works('farstandin', 'west', 'stand_in');
update public.neighbourhoods set time_zone = 'Atlantic/Azores' where slug = 'west';

create function pg_temp.by_key(query text) returns text language plpgsql as $$
declare
	answer text;
begin
	perform set_config('role', 'service_role', true);
	execute query into answer;
	perform set_config('role', 'none', true);
	return answer;
exception when others then
	return sqlstate;
end;
$$;
create function pg_temp.claim() returns text language sql as $$
	select string_agg(mail ->> 'email', ' ' order by mail ->> 'email')
	from jsonb_array_elements(pg_temp.by_key('select public.claim_mail()')::jsonb) mail;
$$;

-- A Tuesday.
set local buurtplein.now = '2026-11-24 12:00+01';
insert into private.outbox (id, kind, profile_id, neighbourhood_id, made_at, next_try_at)
values (md5('mail')::uuid, 'request_waits', md5('standin')::uuid, md5('oost')::uuid, private.clock(), private.clock());
select is_empty(
	$$select p || f from unnest(array['visitor', 'ana', 'standin']) p,
		unnest(array['claim_mail()', 'settle_mail(gen_random_uuid())']) f
	where pg_temp.says(p, 'select public.' || f) <> '42501'$$,
	'mail is taken by the process that sends it alone'
);
select is(
	pg_temp.by_key('select public.claim_mail()')::jsonb,
	jsonb_build_array(jsonb_build_object(
		'id', md5('mail')::uuid, 'kind', 'request_waits', 'email', 'standin@example.nl', 'language', 'nl',
		'neighbourhoodName', 'Oost', 'details', null
	)),
	'it gets whom to mail and what sort, and no content'
);
set local buurtplein.now = '2026-11-24 12:04:59+01';
select is(pg_temp.claim(), null, 'nobody else gets it for five minutes');
set local buurtplein.now = '2026-11-24 12:05+01';
select is(pg_temp.claim(), 'standin@example.nl', 'then it is due again');
select results_eq(
	$$select moment from (
		select moment, set_config('buurtplein.now', '2026-11-24 ' || moment || '+01', true), pg_temp.claim() as claimed
		from (select to_char(time '12:05' + n * interval '1 minute', 'HH24:MI') as moment from generate_series(1, 250) n) t
	) t where claimed is not null$$,
	array['12:15', '12:35', '13:15', '14:15', '15:15', '16:15'],
	'and while nobody takes it again and again, ever later: at most an hour'
);
select is(pg_temp.by_key(format('select public.settle_mail(%L)', md5('mail')::uuid)), null, 'it went');
set local buurtplein.now = '2026-11-24 19:00+01';
select is(pg_temp.claim(), null, 'and is not sent again');

-- Half past eight in the evening here, half past six on the Azores.
set local buurtplein.now = '2026-11-24 20:30+01';
insert into private.outbox (kind, profile_id, neighbourhood_id, made_at, next_try_at)
select 'request_waits', md5(w)::uuid, md5(n)::uuid, private.clock(), private.clock()
from (values ('standin', 'oost'), ('farstandin', 'west')) v (w, n);
select is(pg_temp.claim(), 'farstandin@example.nl', 'it is evening by the clock of each neighbourhood');
update private.outbox set sent_at = private.clock() where profile_id = md5('farstandin')::uuid;
set local buurtplein.now = '2026-11-25 08:59:59+01';
select is(pg_temp.claim(), null, 'nothing goes before nine');
set local buurtplein.now = '2026-11-25 09:00+01';
select is(pg_temp.claim(), 'standin@example.nl', 'at nine it goes');
set local buurtplein.now = '2026-11-25 20:00+01';
select is(pg_temp.claim(), null, 'at eight in the evening no more');
set local buurtplein.now = '2026-11-26 10:00+01';
select is(pg_temp.claim(), 'standin@example.nl', 'a mail of more than a day old is tried once more');
select is(
	(select count(*) from private.outbox where failed_at is not null and sent_at is null), 1::bigint,
	'who looks after the mail sees it then'
);
set local buurtplein.now = '2026-11-26 15:00+01';
select is(pg_temp.claim(), null, 'and it is tried no more');
select pg_temp.by_key(format('select public.settle_mail(%L)', o.id)) from private.outbox o where failed_at is not null;
select is(
	(select count(*) from private.outbox where failed_at is not null), 0::bigint,
	'one that went at the last has not failed'
);

-- Written in the evening: it lies ready for the morning.
set local buurtplein.now = '2026-11-26 20:00+01';
select private.post_mail('request_waits', md5('oost')::uuid, email => 'piet@example.nl');
select is(
	(select next_try_at from private.outbox where email = 'piet@example.nl'), '2026-11-27 09:00+01',
	'what is written at night is for nine o''clock'
);

-- A year of mail of a large town, of which twenty wait.
insert into private.outbox (kind, profile_id, neighbourhood_id, made_at, next_try_at, sent_at)
select 'request_waits', md5('standin')::uuid, md5('oost')::uuid, private.clock(), private.clock(),
	case when n > 20 then private.clock() end
from generate_series(1, 20000) n;
analyze private.outbox;
set local buurtplein.now = '2026-11-27 09:30+01';
create temporary table read as
select seq_scan, idx_tup_fetch from pg_stat_xact_user_tables where relid = 'private.outbox'::regclass;
select public.claim_mail();
select ok(
	now.seq_scan = read.seq_scan and now.idx_tup_fetch < read.idx_tup_fetch + 200,
	'who takes twenty reads twenty, not all there ever was'
)
from read, pg_stat_xact_user_tables now where now.relid = 'private.outbox'::regclass;
select is(pg_temp.by_key('select count(*) from private.outbox'), '42501', 'the table itself is not read');
select is(pg_temp.by_key('select public.contact_desk()'), '42501', 'nor anything else');

select * from finish();
rollback;
