-- The agenda of a facilitator, and what calendars read at their secret addresses.
begin;
select plan(52);

\ir support/street.psql

-- A Wednesday; the group meets on Wednesdays at two.
set local buurtplein.now = '2026-11-25 12:00+01';
select pg_temp.neighbour(p) from unnest(array['ana', 'ben', 'cas', 'dia']) p;
select pg_temp.works('fien', 'oost', 'facilitator'), pg_temp.works('wil', 'west', 'facilitator');
select pg_temp.circle('linde', 3, 'ana', 'ben', 'cas'), pg_temp.circle('kade', 8, 'dia');

create function pg_temp.meetup(name text, weeks integer default 1) returns uuid language sql as $$
	select m.id from public.meetups m
	where m.group_id = md5(name)::uuid and m.week = date '2026-11-23' + 7 * weeks;
$$;
create function pg_temp.token(person text, kind text default 'own') returns text language sql as $$
	select pg_temp.says(person, 'select public.my_calendars()')::jsonb ->> kind;
$$;
create function pg_temp.renew(person text, kind text default 'own', word text default 'first')
returns text language sql as $$
	select pg_temp.says(person, format('select public.renew_calendar(%L, %L)', kind, md5(word)::uuid));
$$;
-- What a calendar gets that has no session.
create function pg_temp.feed(token text) returns jsonb language sql as $$
	select pg_temp.says('visitor', format('select public.calendar_feed(%L)', token))::jsonb;
$$;
create function pg_temp.entries(token text) returns bigint language sql as $$
	select count(*) from jsonb_array_elements(pg_temp.feed(token) -> 'entries');
$$;
create function pg_temp.entry(token text, at timestamptz) returns jsonb language sql as $$
	select e from jsonb_array_elements(pg_temp.feed(token) -> 'entries') e
	where (e ->> 'startsAt')::timestamptz = entry.at;
$$;

-- The address

select is(pg_temp.says('ana', 'select public.my_calendars()'), '{}', 'nobody has an address unasked');
select is(pg_temp.renew('ana'), '', 'whoever has an account makes one');
select matches(pg_temp.token('ana'), '^[0-9a-f]{32}$', 'of 128 bits');
create temporary table kept as select pg_temp.token('ana') as first;
select is(pg_temp.renew('ana'), '', 'the same form again');
select is(pg_temp.token('ana'), (select first from kept), 'makes no other');
select is_empty(
	$$select from private.calendar_feeds f, kept where strpos(f::text, kept.first) > 0$$,
	'the address is not in the table'
);
select is(pg_temp.token('ben'), null, 'nobody else reads it');
select is(pg_temp.renew('ben'), '', 'another with the same id of a form');
select isnt(pg_temp.token('ben'), pg_temp.token('ana'), 'gets another address');
select is(pg_temp.says('visitor', $$select public.my_calendars()$$), '42501', 'a visitor has none');
select is(pg_temp.renew('visitor'), '42501', 'and makes none');
select is(pg_temp.renew('ana', 'facilitator'), 'PT404 not_found', 'that of all groups is for facilitators');
select is(pg_temp.renew('fien', 'facilitator'), '', 'who make theirs');

-- What is there

select is(pg_temp.feed((select first from kept)) - 'entries', '{"kind": "own", "language": "nl"}', 'a calendar without a session reads it');
select is(pg_temp.entries(pg_temp.token('ana')), 9::bigint, 'all weeks that are stored');
select is(
	pg_temp.entry(pg_temp.token('ana'), '2026-12-02 14:00+01') - 'uid' - 'changedAt',
	'{"group": null, "cancelled": false, "endsAt": "2026-12-02T14:30:00+00:00", "startsAt": "2026-12-02T13:00:00+00:00", "sequence": 0, "timeZone": "Europe/Amsterdam"}',
	'when, and neither what nor where'
);
select is(pg_temp.entries(pg_temp.token('fien', 'facilitator')), 18::bigint, 'a facilitator reads every group of the neighbourhood');
select is(
	pg_temp.entry(pg_temp.token('fien', 'facilitator'), '2026-12-02 14:00+01') -> 'group' ->> 'placeName', 'Buurthuis',
	'by name and place'
);
select unalike(pg_temp.feed(pg_temp.token('fien', 'facilitator'))::text, '%Kade 1%', 'never the address');
select unalike(pg_temp.feed(pg_temp.token('fien', 'facilitator'))::text, '%Ana%', 'nor people');
select isnt(
	pg_temp.entry(pg_temp.token('ana'), '2026-12-02 14:00+01') ->> 'uid',
	pg_temp.entry(pg_temp.token('ben'), '2026-12-02 14:00+01') ->> 'uid',
	'two members who compare cannot tell that it is the same meetup'
);
select is(pg_temp.feed(t), null, 'there is nothing at ' || coalesce(t, 'no address'))
from unnest(array['', md5('guess'), null]) t;

-- What changes

create temporary table entry as
select pg_temp.entry(pg_temp.token('ana'), '2026-12-02 14:00+01') ->> 'uid' as uid;
set local buurtplein.now = '2026-11-25 13:00+01';
select pg_temp.says('ana', format('select public.move_meetup(%L, %L, %L, null)', pg_temp.meetup('linde'), '2026-12-03', '10:00'));
select is(
	pg_temp.entry(pg_temp.token('ana'), '2026-12-03 10:00+01') - 'group' - 'timeZone' - 'endsAt' - 'startsAt',
	jsonb_build_object('uid', entry.uid, 'sequence', 1, 'cancelled', false, 'changedAt', '2026-11-25T12:00:00+00:00'),
	'a week that moved is the same entry, newer'
) from entry;
select pg_temp.says('ana', format('select public.cancel_meetup(%L, null)', pg_temp.meetup('linde')));
select is(
	pg_temp.entry(pg_temp.token('ana'), '2026-12-03 10:00+01') - 'group' - 'timeZone' - 'endsAt' - 'startsAt' - 'changedAt',
	jsonb_build_object('uid', entry.uid, 'sequence', 2, 'cancelled', true),
	'one that is off is the same entry, cancelled'
) from entry;
select pg_temp.says('ana', format('select public.pause_group(%L, %L)', md5('linde')::uuid, '2026-12-12'));
select is(
	pg_temp.entry(pg_temp.token('ana'), '2026-12-09 14:00+01') ->> 'cancelled', 'true', 'so is one that rests'
);
select pg_temp.says('ana', format('select public.resume_group(%L)', md5('linde')::uuid));
select is(
	pg_temp.entry(pg_temp.token('ana'), '2026-12-09 14:00+01') - 'uid' - 'group' - 'timeZone' - 'endsAt' - 'startsAt' - 'changedAt',
	'{"sequence": 2, "cancelled": false}', 'until the group goes on'
);
select pg_temp.says('ana', format(
	'select public.change_group(%L, %L, %L, null, %L, null)', md5('linde')::uuid, 'De Linde', 'Bibliotheek', '{}'
));
select is(
	pg_temp.entry(pg_temp.token('fien', 'facilitator'), '2026-12-03 10:00+01') -> 'sequence', '3',
	'another place is a newer entry too'
);
select is(
	pg_temp.says('ben', format('select public.skip_meetup(%L)', pg_temp.meetup('linde', 2))), '', 'deze keer niet'
);
select is(pg_temp.entry(pg_temp.token('ben'), '2026-12-09 14:00+01'), null, 'is not in my calendar');
select isnt(pg_temp.entry(pg_temp.token('ana'), '2026-12-09 14:00+01'), null, 'it stays in those of others');
select pg_temp.says('ben', format('select public.attend_meetup(%L)', pg_temp.meetup('linde', 2)));
select isnt(pg_temp.entry(pg_temp.token('ben'), '2026-12-09 14:00+01'), null, 'and comes back with ik kom');
select pg_temp.says('dia', format('select public.wait_for_chair(%L)', md5('linde')::uuid)),
	pg_temp.says('cas', format('select public.skip_meetup(%L)', pg_temp.meetup('linde', 3))),
	pg_temp.says('dia', format('select public.answer_as_guest(%L, true)', pg_temp.meetup('linde', 3))),
	pg_temp.renew('dia');
select is(pg_temp.entries(pg_temp.token('dia')), 10::bigint, 'a guest has that week beside their own group');

-- One meetup

select is(
	pg_temp.says('ana', format('select public.calendar_entry(%L)', pg_temp.meetup('linde', 2)))::jsonb,
	pg_temp.entry(pg_temp.token('ana'), '2026-12-09 14:00+01'), 'one meetup is the entry that is in the feed'
);
select is(pg_temp.says('wil', format('select public.calendar_entry(%L)', pg_temp.meetup('linde', 2))), null, 'it is not for others');

-- Who comes to tell something

insert into public.speakers (id, neighbourhood_id, name, email)
values (md5('fatma')::uuid, md5('oost')::uuid, 'Fatma', 'fatma@example.org');
select pg_temp.says('ana', format($$select public.wish_speaker(%L, 'money', null)$$, md5('linde')::uuid));
select pg_temp.says('fien', format(
	'select public.ask_speaker(%L, %L, %L, %L)', md5('question')::uuid,
	(select w.id from private.speaker_wishes w), md5('fatma')::uuid, array[pg_temp.meetup('linde', 2)]
));
-- Two groups meet at that hour.
create function pg_temp.entry_of_all() returns jsonb language sql as $$
	select e from jsonb_array_elements(pg_temp.feed(pg_temp.token('fien', 'facilitator')) -> 'entries') e
	where e ->> 'startsAt' like '2026-12-09%' and e #>> '{group,name}' = 'De Linde';
$$;
create temporary table before as select pg_temp.entry_of_all() as entry;
select pg_temp.says('visitor', format(
	'select public.accept_booking(%L, %L)', private.booking_token(md5('question')::uuid), pg_temp.meetup('linde', 2)
));
select is(
	pg_temp.entry_of_all() #>> '{group,speaker}', 'Fatma',
	'a speaker is in the calendar of the facilitator'
);
select is(
	(pg_temp.entry_of_all() -> 'sequence')::integer,
	(select (entry -> 'sequence')::integer + 1 from before), 'as a newer entry'
);
select is(
	pg_temp.entry(pg_temp.token('ana'), '2026-12-09 14:00+01') -> 'group', 'null',
	'and in that of no neighbour'
);
select is(
	(select string_agg(l #>> '{speaker,name}', ' ')
	from jsonb_array_elements(pg_temp.says('fien', 'select public.agenda_page()')::jsonb) l),
	'Fatma', 'and on the page'
);
select pg_temp.says('fien', format('select public.cancel_speaker(%L, %L)', md5('question')::uuid, 'Ziek'));
select is(
	pg_temp.entry_of_all() -> 'group' -> 'speaker', 'null',
	'until they do not come'
);

-- The end of it

select pg_temp.says('ben', format('select public.leave_group(%L)', md5('linde')::uuid));
select is(pg_temp.entries(pg_temp.token('ben')), 0::bigint, 'who leaves has nothing left in the calendar');
select is(pg_temp.renew('ana', 'own', 'second'), '', 'a new address');
select is(pg_temp.feed((select first from kept)), null, 'stops the old one');
select is(pg_temp.feed(pg_temp.token('ana')) -> 'entries' -> 0 ->> 'uid' is not null, true, 'and works itself');
select is(pg_temp.says('ana', $$select public.stop_calendar('own')$$), null, 'it can be stopped');
select is(pg_temp.token('ana'), null, 'then there is none');
create temporary table role as select pg_temp.token('fien', 'facilitator') as token;

-- The page

select is(
	(select string_agg(distinct (l ->> 'weeksAhead') || (l ->> 'groupName'), ' ' order by (l ->> 'weeksAhead') || (l ->> 'groupName'))
	from jsonb_array_elements(pg_temp.says('fien', 'select public.agenda_page()')::jsonb) l),
	'0De Linde 0kade 1De Linde 1kade 2De Linde 2kade 3De Linde 3kade', 'a facilitator sees four weeks of every group'
);
select is(pg_temp.says(p, 'select public.agenda_page()'), '[]', p || ' sees no agenda') from unnest(array['ana', 'wil']) p;
delete from public.staff where profile_id = md5('fien')::uuid;
select is(pg_temp.feed((select token from role)), null, 'who is no facilitator any more finds nothing at the address');
select is(pg_temp.says('fien', 'select public.agenda_page()'), '[]', 'nor on the page');

select * from finish();
rollback;
