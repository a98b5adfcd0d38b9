-- The weekly moment: eight weeks ahead, the same local hour all year, changed for good.
begin;
select plan(46);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'nobody', 'gone']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'host', 'mate'), pg_temp.circle('weg', 8, 'gone');

create function pg_temp.planned() returns text language sql as $$
	select string_agg(to_char(m.starts_at at time zone 'Europe/Amsterdam', 'MM-DD HH24:MI'), ', ' order by m.starts_at)
	from public.meetups m where m.group_id = md5('koffie')::uuid and m.starts_at > private.clock() and m.state <> 'cancelled';
$$;

-- Eight weeks ahead

select is(pg_temp.planned(), '11-25 14:00, 12-02 14:00, 12-09 14:00, 12-16 14:00, 12-23 14:00, 12-30 14:00, 01-06 14:00, 01-13 14:00, 01-20 14:00',
	'this week and eight more are planned');
select is((select count(*) from public.meetups where ends_at - starts_at = interval '90 minutes'), 18::bigint, 'each lasts as long as the group says');
create temporary table before as select * from public.meetups;
select is(pg_temp.says(person, 'select public.run_due_jobs()'), '', 'the daily job may be run by: ' || person)
from unnest(array['visitor', 'newcomer', 'mate']) person;
select results_eq('select * from public.meetups order by id', 'select * from before order by id', 'running it again changes nothing');
select is(pg_temp.says('gone', $$select public.leave_group(md5('weg')::uuid)$$), '', 'a group closes');
set local buurtplein.now = '2026-12-01 12:00+01';
select lives_ok('select public.run_due_jobs()', 'a week later the job runs');
select is(pg_temp.planned(), '12-02 14:00, 12-09 14:00, 12-16 14:00, 12-23 14:00, 12-30 14:00, 01-06 14:00, 01-13 14:00, 01-20 14:00, 01-27 14:00',
	'one week is added');
select is((select count(*) from public.meetups where group_id = md5('weg')::uuid), 9::bigint, 'nothing is planned for a closed group');
select results_eq('select * from public.meetups where id in (select id from before) order by id', 'select * from before order by id',
	'what was planned stays as it was');
set local buurtplein.now = '2027-12-01 12:00+01';
select lives_ok('select public.run_due_jobs()', 'a server that slept for a year catches up');
select is(split_part(pg_temp.planned(), ',', 1), '12-01 14:00', 'from this week on');
create function pg_temp.fewest_planned(circle text, days integer) returns integer language plpgsql as $$
declare
	fewest integer := 99;
begin
	for day in 1..days loop
		perform set_config('buurtplein.now', (private.clock() + interval '1 day')::text, true);
		perform public.run_due_jobs();
		fewest := least(fewest, (
			select count(*) from public.meetups m
			where m.group_id = md5(circle)::uuid and m.starts_at > private.clock()
		));
	end loop;
	return fewest;
end;
$$;
select is(pg_temp.fewest_planned('koffie', 366), 8, 'run every day of a year, eight coming meetups are always planned');
select pg_temp.neighbour('early'), pg_temp.circle('vroeg', 8, 'early');
delete from public.meetups where group_id = md5('vroeg')::uuid;
update public.groups set weekday = 1, starts_at = '07:00', planned_through = '-infinity' where id = md5('vroeg')::uuid;
select is(pg_temp.fewest_planned('vroeg', 14), 8, 'also on the Monday itself of who meets on Monday morning');
select is_empty($$select from public.meetups group by group_id, week having count(*) > 1$$, 'and never a week twice');
set local buurtplein.now = '2026-11-24 12:00+01';

-- What is past its term

insert into public.group_news (group_id, kind, happened_at) values
	(md5('koffie')::uuid, 'paused', '2026-09-29 11:59+01'), (md5('koffie')::uuid, 'resumed', '2026-09-29 12:01+01');
insert into private.attempts (kind, subject, made_at) values ('code_email', '', '2026-11-24 09:59+01'), ('code_email', '', '2026-11-24 10:01+01');
insert into public.departures values
	(md5('koffie')::uuid, md5('r nobody')::uuid, now(), '2026-11-23 11:59+01'),
	(md5('koffie')::uuid, md5('r gone')::uuid, now(), '2026-11-23 12:01+01');
select public.run_due_jobs();
select is((select array_agg(kind)::text from public.group_news where kind in ('paused', 'resumed')), '{resumed}', 'news is forgotten after eight weeks');
select is((select count(*) from private.attempts), 1::bigint, 'tries are forgotten after two hours');
select is((select count(*) from public.departures where group_id = md5('koffie')::uuid), 1::bigint, 'who left is forgotten after a day');

-- Both changes of the clock

select is(
	to_char(private.meetup_moment(week::date, 7, '14:00', 'Europe/Amsterdam') at time zone 'UTC', 'MM-DD HH24:MI'), utc, message
) from (values
	('2026-10-12', '10-18 12:00', 'the week before the clock goes back'), ('2026-10-19', '10-25 13:00', 'the day that it goes back'),
	('2027-03-15', '03-21 13:00', 'the week before it goes forward'), ('2027-03-22', '03-28 12:00', 'the day that it goes forward')
) change(week, utc, message);
select is_empty($$select n from generate_series(0, 573) n, generate_series(1, 7) weekday
	where to_char(private.meetup_moment(date '2026-01-05' + 7 * n, weekday, '19:30', 'Europe/Amsterdam') at time zone 'Europe/Amsterdam', 'ID HH24:MI')
		<> weekday || ' 19:30'$$, 'ten years long the local hour is the same');

-- Changed for good

create function pg_temp.moves(person text, moment text) returns text language sql as $$
	select pg_temp.says(person, format('select public.change_moment(%L, %s)', md5('koffie')::uuid, moment));
$$;
delete from public.meetups;
update public.groups set planned_through = '-infinity';
select private.plan_meetups(md5('koffie')::uuid);
delete from public.meetups where week > '2026-12-14';
update public.groups set planned_through = '-infinity';
update public.meetups set state = 'moved', starts_at = '2026-12-04 20:00+01', ends_at = '2026-12-04 21:00+01'
where group_id = md5('koffie')::uuid and week = '2026-11-30';
update public.meetups set state = 'cancelled', reason = 'feest' where group_id = md5('koffie')::uuid and week = '2026-12-07';
select is(pg_temp.moves(person, $$4, '10:00', 60$$), refusal, 'refused to change the moment: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
	('nobody', 'PT403 host_only'), ('mate', 'PT403 host_only'), ('guide', 'PT403 host_only'),
	('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.moves('host', wrong), refusal, 'refused: ' || wrong)
from (values ($$8, '10:00', 60$$, '23514'), ($$4, '06:00', 60$$, '23514'), ($$4, '10:00', 0$$, '23514'),
	('null, null, null', '23502'), ($$4, '10:00', 2147483647$$, '22003')) list(wrong, refusal);
select is(pg_temp.moves('host', $$3, '14:00', 90$$), '', 'the same moment is harmless');
select is_empty($$select from public.group_news where kind = 'moment_changed'$$, 'and no news');
select is(pg_temp.moves('host', $$4, '10:00', 60$$), '', 'the host moves it to Thursday at ten');
select is(pg_temp.planned(), '11-26 10:00, 12-04 20:00, 12-17 10:00, 12-24 10:00, 12-31 10:00, 01-07 10:00, 01-14 10:00, 01-21 10:00',
	'what is planned follows, what was moved by hand stays');
select is((select format('%s %s', state, starts_at at time zone 'Europe/Amsterdam') from public.meetups where group_id = md5('koffie')::uuid and week = '2026-12-07'),
	'cancelled 2026-12-09 14:00:00', 'what was cancelled stays cancelled');
select is((select details ->> 'startsAt' from public.group_news where kind = 'moment_changed'), '10:00', 'the members read it');
select is(pg_temp.moves('host', $$1, '10:00', 60$$), '', 'on Tuesday the host moves it to Monday');
select is(split_part(pg_temp.planned(), ', 12-14', 1), '11-26 10:00, 12-04 20:00', 'this week''s Monday has passed: this week keeps Thursday');
set local buurtplein.now = '2026-11-26 12:00+01';
select is(pg_temp.moves('host', $$5, '10:00', 60$$), '', 'after this week''s meetup the host moves it to Friday');
select is(split_part(pg_temp.planned(), ', 12-18', 1), '12-04 20:00', 'this week does not get a second one');

select * from finish();
rollback;
