-- One week moved, cancelled or restored; a group that rests until a date.
begin;
select plan(133);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'nobody']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'host', 'mate');
-- The meetups can be named by their week: koffie 11-23 is that of Wednesday 25 November.
update public.meetups set id = md5('koffie ' || to_char(week, 'MM-DD'))::uuid;

create function pg_temp.does(person text, verb text, week text, arguments text default '') returns text
language sql as $$
	select pg_temp.says(person, format('select public.%s(%L%s)', verb, md5('koffie ' || week)::uuid, arguments));
$$;
create function pg_temp.week(week text) returns text language sql as $$
	select concat_ws(' ', state, to_char(starts_at at time zone 'Europe/Amsterdam', 'MM-DD HH24:MI'), reason)
	from public.meetups where id = md5('koffie ' || $1)::uuid;
$$;
create function pg_temp.rests(person text, verb text, until text default '') returns text language sql as $$
	select pg_temp.says(person, format('select public.%s(%L%s)', verb, md5('koffie')::uuid, until));
$$;

create function pg_temp.afresh() returns void language sql as $$
	delete from public.meetups where group_id = md5('koffie')::uuid;
	update public.groups set paused_until = null, weekday = 3, starts_at = '14:00' where id = md5('koffie')::uuid;
	select private.plan_meetups(md5('koffie')::uuid);
	update public.meetups set id = md5('koffie ' || to_char(week, 'MM-DD'))::uuid where group_id = md5('koffie')::uuid;
$$;

-- Only the host

select is(pg_temp.does(person, verb, '11-23', arguments), refusal, format('%s: %s is refused', person, verb))
from (values ('move_meetup', $$, '2026-11-26', '15:00', 'feest'$$), ('cancel_meetup', ', ''feest'''), ('restore_meetup', '')) verbs(verb, arguments),
	(values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
		('nobody', 'PT403 host_only'), ('mate', 'PT403 host_only'), ('guide', 'PT403 host_only'),
		('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.rests(person, verb, arguments), refusal, format('%s: %s is refused', person, verb))
from (values ('pause_group', ', ''2026-12-10'''), ('resume_group', '')) verbs(verb, arguments),
	(values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('away', 'PT404 not_found'),
		('nobody', 'PT403 host_only'), ('mate', 'PT403 host_only'), ('guide', 'PT403 host_only'),
		('farguide', 'PT404 not_found')) outsider(person, refusal);
select is(pg_temp.does('host', 'cancel_meetup', 'no such week', ', ''feest'''), 'PT404 not_found', 'a meetup that does not exist is not found');

-- Moving

select is(pg_temp.does('host', 'move_meetup', '11-30', arguments), refusal, message)
from (values
	($$, '2026-11-24', '12:00', 'feest'$$, 'PT422 moment_in_past', 'not to now'),
	($$, '2026-11-23', '15:00', 'feest'$$, 'PT422 moment_in_past', 'not to yesterday'),
	($$, '2026-12-17', '15:00', 'feest'$$, 'PT422 moment_too_far', 'not more than two weeks away'),
	($$, '2026-12-09', '20:00', 'feest'$$, 'PT409 day_taken', 'not to the day of the next meetup'),
	($$, null, null, null$$, '23502', 'not to no moment'),
	($$, '2026-12-03', null, null$$, '23502', 'not to no hour'),
	($$, 'infinity', '15:00', null$$, '22008', 'not to the end of time'),
	($$, '2026-12-03', '15:00', repeat('a', 201)$$, '23514', 'a reason is at most 200 characters')
) wrong(arguments, refusal, message);
select is(pg_temp.week('11-30'), 'planned 12-02 14:00', 'none of that moved it');
select is(pg_temp.does('host', 'move_meetup', '11-30', $$, '2026-12-04', '20:15', 'feest'$$), '', 'the host moves a week');
select is(pg_temp.week('11-30'), 'moved 12-04 20:15 feest', 'to that day and hour, with the reason');
select is((select ends_at - starts_at from public.meetups where id = md5('koffie 11-30')::uuid), interval '90 minutes', 'as long as it was');
select is((select details ->> 'reason' from public.group_news where kind = 'meetup_moved'), 'feest', 'the members read it');
select is(pg_temp.says(person, $$select count(*) from public.group_news where kind = 'meetup_moved'$$), seen, person || ' and the news')
from (values ('mate', '1'), ('guide', '1'), ('farguide', '0'), ('nobody', '0'), ('away', '0'), ('visitor', '42501')) reader(person, seen);
select is(pg_temp.does('host', 'move_meetup', '11-30', $$, '2026-12-04', '20:00', 'feest'$$), '', 'to another hour of the same day too');

-- Cancelling and restoring

select is(pg_temp.does('host', 'cancel_meetup', '11-30', ', ''griep'''), '', 'the host cancels');
select is(pg_temp.does('host', 'cancel_meetup', '11-30', ', ''storm'''), '', 'cancelling twice is harmless');
select is(pg_temp.week('11-30'), 'cancelled 12-04 20:00 griep', 'the first reason stays');
select is((select count(*) from public.group_news where kind = 'meetup_cancelled'), 1::bigint, 'and is told once');
select is(pg_temp.does('host', 'restore_meetup', '11-30'), '', 'the host takes it back');
select is(pg_temp.does('host', 'restore_meetup', '11-30'), '', 'twice is harmless');
select is(pg_temp.week('11-30'), 'moved 12-04 20:00', 'a moved week comes back where it was');
select is(pg_temp.does('host', 'cancel_meetup', '12-07', ', ''griep'''), '', 'another week is cancelled');
select is(pg_temp.does('host', 'move_meetup', '11-30', $$, '2026-12-09', '20:00', null$$), '', 'its day is free for a moved one');
select is(pg_temp.does('host', 'restore_meetup', '12-07'), 'PT409 day_taken', 'and then taken');
select is(pg_temp.does('host', 'move_meetup', '11-30', $$, '2026-12-03', '20:00', null$$), '', 'free again');
select is(pg_temp.does('host', 'restore_meetup', '12-07'), '', 'it is restored');
select is(pg_temp.week('12-07'), 'planned 12-09 14:00', 'a planned week comes back as planned');
set local buurtplein.now = '2026-11-25 14:00+01';
select is(pg_temp.does('host', verb, '11-23', arguments), 'PT409 meetup_started', verb || ' is refused from the start on')
from (values ('move_meetup', $$, '2026-11-26', '15:00', 'feest'$$), ('cancel_meetup', ', ''feest'''), ('restore_meetup', '')) verbs(verb, arguments);

-- Resting

set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.afresh();
select is(pg_temp.rests('host', 'pause_group', ', ' || until), 'PT422 pause_until_invalid', 'no pause until ' || until)
from unnest(array['''2026-11-24''', '''2026-11-01''', '''2027-11-26''', '''infinity''', 'null']) until;
select is(pg_temp.rests('host', 'resume_group'), '', 'resuming what does not rest is harmless');
select is_empty($$select from public.group_news where kind in ('paused', 'resumed')$$, 'and no news');
select is(pg_temp.does('host', 'cancel_meetup', '12-14', ', ''feest'''), '', 'a week is cancelled by hand');
select is(pg_temp.rests('host', 'pause_group', ', ''2026-12-23'''), '', 'the host pauses the group');
select is(concat_ws(', ', pg_temp.week('11-23'), pg_temp.week('12-07'), pg_temp.week('12-14'), pg_temp.week('12-21')),
	'paused 11-25 14:00, paused 12-09 14:00, cancelled 12-16 14:00 feest, planned 12-23 14:00',
	'meetups before that day rest, the day itself does not, what was cancelled stays');
select is(pg_temp.says('mate', $$select public.today_page() #>> '{groups,0,pausedUntil}'$$), '2026-12-23', 'members see until when');
select is(pg_temp.does('mate', 'skip_meetup', '12-07'), 'PT409 meetup_off', 'nobody need say anything about a week that rests');
select is(pg_temp.rests('host', 'pause_group', ', ''2026-12-03'''), '', 'the host makes the pause shorter');
select is(concat_ws(', ', pg_temp.week('11-23'), pg_temp.week('12-07')), 'paused 11-25 14:00, planned 12-09 14:00', 'the weeks after it are on again');
select is(pg_temp.says('host', format('select public.change_moment(%L, 5, %L, 90)', md5('koffie')::uuid, '10:00')), '', 'the moment changes during the pause');
select is(concat_ws(', ', pg_temp.week('11-23'), pg_temp.week('11-30')), 'paused 11-27 10:00, planned 12-04 10:00', 'a week that now falls after the pause is on');
select is(pg_temp.says('host', format('select public.change_moment(%L, 3, %L, 90)', md5('koffie')::uuid, '14:00')), '', 'and back');
select is(pg_temp.week('11-30'), 'paused 12-02 14:00', 'a week that now falls before its end rests');
select is(pg_temp.rests('host', 'resume_group'), '', 'the host resumes');
select is(concat_ws(', ', pg_temp.week('11-23'), pg_temp.week('11-30'), pg_temp.week('12-14')),
	'planned 11-25 14:00, planned 12-02 14:00, cancelled 12-16 14:00 feest', 'everything that rested is on again, at the weekly moment');
select is(pg_temp.rests('host', 'resume_group'), '', 'resuming twice is harmless');
select is((select array_agg(kind order by kind)::text from public.group_news where kind in ('paused', 'resumed')), '{paused,paused,resumed}', 'the members read it');
select is(pg_temp.rests('host', 'pause_group', ', ''2027-02-10'''), '', 'a pause beyond what is planned');
set local buurtplein.now = '2027-01-05 12:00+01';
select public.run_due_jobs();
select is((select string_agg(state::text, ' ' order by week) from public.meetups where week >= '2027-02-01' and week < '2027-02-15'), 'paused planned', 'holds for weeks planned later');

-- What was moved by hand, and a pause

create function pg_temp.twice() returns setof text language sql as $$
	select format('%s: %s', day, count(*)) from (
		select private.local_date(m.starts_at, 'Europe/Amsterdam') as day
		from public.meetups m where m.group_id = md5('koffie')::uuid and m.state in ('planned', 'moved')
	) days group by day having count(*) > 1;
$$;
create function pg_temp.moment(weekday integer) returns text language sql as $$
	select pg_temp.says('host', format('select public.change_moment(%L, %s, %L, 90)', md5('koffie')::uuid, weekday, '14:00'));
$$;
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.afresh();
select is(pg_temp.does('host', 'move_meetup', '11-30', $$, '2026-12-04', '20:00', 'feest'$$), '', 'the host moves a week');
select is(pg_temp.rests('host', 'pause_group', ', ''2026-12-23'''), '', 'then the group rests');
select is(pg_temp.week('11-30'), 'paused 12-04 20:00 feest', 'and that week with it');
select is(pg_temp.moment(5), '', 'the weekly moment changes during the pause');
select is(concat_ws(', ', pg_temp.week('11-30'), pg_temp.week('12-07')), 'paused 12-04 20:00 feest, paused 12-11 14:00', 'which the moved week does not follow');
select is(pg_temp.rests('host', 'pause_group', ', ''2026-12-18'''), '', 'the pause becomes shorter');
select is(pg_temp.week('11-30'), 'paused 12-04 20:00 feest', 'the moved week still rests where it was moved');
select is(pg_temp.rests('host', 'resume_group'), '', 'the pause ends early');
select is(concat_ws(', ', pg_temp.week('11-30'), pg_temp.week('12-07')), 'moved 12-04 20:00 feest, planned 12-11 14:00', 'what was moved by hand is back where it was moved');
select is(pg_temp.moment(3), '', 'the weekly moment changes once more');
select is(pg_temp.week('11-30'), 'moved 12-04 20:00 feest', 'it stays there');
select pg_temp.rests('host', 'pause_group', ', ''2026-12-23''');
select is(pg_temp.does('host', 'cancel_meetup', '11-30', ', ''griep'''), '', 'during a pause it can be cancelled');
select is(pg_temp.does('host', 'move_meetup', '12-14', $$, '2026-12-19', '20:00', null$$), '', 'and another be moved: the group meets that once');
select is(pg_temp.rests('host', 'resume_group'), '', 'when the pause ends');
select is(concat_ws(', ', pg_temp.week('11-30'), pg_temp.week('12-14')), 'cancelled 12-04 20:00 griep, moved 12-19 20:00', 'both are as they were left');

-- Never twice on a day

select pg_temp.afresh();
select is(pg_temp.does('host', 'move_meetup', '11-30', $$, '2026-12-11', '20:00', 'feest'$$), '', 'a week is moved into the next');
select is(pg_temp.moment(5), '', 'the group chooses the weekday of that day');
select is_empty('select pg_temp.twice()', 'nobody is asked to come twice on it');
select is(concat_ws(', ', pg_temp.week('11-30'), pg_temp.week('12-07'), pg_temp.week('12-14')),
	'moved 12-11 20:00 feest, planned 12-09 14:00, planned 12-18 14:00', 'the week whose day is taken keeps the old moment: no meetup is lost');
select is(pg_temp.moment(3), '', 'the group goes back to the old weekday');
select is(concat_ws(', ', pg_temp.week('12-07'), pg_temp.week('12-14')), 'planned 12-09 14:00, planned 12-16 14:00', 'and all is as it was');
select pg_temp.afresh();
select is(pg_temp.rests('host', 'pause_group', ', ''2026-12-10'''), '', 'the group rests for three weeks');
select is(pg_temp.does('host', 'move_meetup', '12-14', $$, '2026-12-09', '20:00', null$$), 'PT409 day_taken', 'a day that rests is kept for when the pause ends early');
select is(pg_temp.does('host', 'move_meetup', '12-14', $$, '2026-12-08', '20:00', null$$), '', 'a day beside it is free');
select is(pg_temp.moment(2), '', 'the group chooses that weekday');
select is(pg_temp.rests('host', 'resume_group'), '', 'and ends the pause early');
select is_empty('select pg_temp.twice()', 'nobody is asked to come twice on a day');
select is(concat_ws(', ', pg_temp.week('11-30'), pg_temp.week('12-07'), pg_temp.week('12-14')),
	'planned 12-01 14:00, planned 12-09 14:00, moved 12-08 20:00', 'the week whose day is taken keeps the old moment here too');
select pg_temp.afresh();
select is(pg_temp.does('host', 'cancel_meetup', '12-07', ', ''griep'''), '', 'a week is cancelled');
select is(pg_temp.does('host', 'move_meetup', '12-14', $$, '2026-12-09', '20:00', null$$), '', 'another takes its day');
select is(pg_temp.rests('host', 'pause_group', ', ''2026-12-20'''), '', 'and rests');
select is(pg_temp.does('host', 'restore_meetup', '12-07'), 'PT409 day_taken', 'the cancelled one does not get that day back');
select is(pg_temp.rests('host', 'resume_group'), '', 'nor when the pause ends early');
select is(concat_ws(', ', pg_temp.week('12-07'), pg_temp.week('12-14')), 'cancelled 12-09 14:00 griep, moved 12-09 20:00', 'the other has it');
select pg_temp.afresh();
select is(pg_temp.does('host', 'move_meetup', '01-18', $$, '2027-01-27', '20:00', null$$), '', 'the last week that is planned is moved beyond it');
set local buurtplein.now = '2026-12-01 12:00+01';
select public.run_due_jobs();
select is_empty('select pg_temp.twice()', 'the week planned later does not fall on that day');
select is((select format('%s %s', state, private.local_date(starts_at, 'Europe/Amsterdam')) from public.meetups where group_id = md5('koffie')::uuid and week = '2027-01-25'),
	'cancelled 2027-01-27', 'it is there, cancelled, for when the day comes free');

select * from finish();
rollback;
