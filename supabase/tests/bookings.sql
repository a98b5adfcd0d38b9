-- A speaker for a group: the wish, the question, one answer by a link, and what becomes of it.
begin;
select plan(180);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'third', 'nobody', 'hostess']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator'), pg_temp.works('call', 'oost', 'contact_person');
-- A Tuesday; both groups meet on Wednesdays at two, until half past three.
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'host', 'mate', 'third'), pg_temp.circle('thee', 8, 'hostess');
insert into public.speakers (id, neighbourhood_id, name, email, telephone) values
	(md5('fatma')::uuid, md5('oost')::uuid, 'Fatma', 'fatma@example.org', '06 12345678'),
	(md5('bram')::uuid, md5('oost')::uuid, 'Bram', 'bram@example.org', null),
	(md5('yusuf')::uuid, md5('west')::uuid, 'Yusuf', 'yusuf@example.org', null);
insert into public.speaker_topics values (md5('fatma')::uuid, 'money'), (md5('bram')::uuid, 'police');

create function pg_temp.week(circle text, nth integer) returns uuid language sql as $$
	select m.id from public.meetups m where m.group_id = md5(circle)::uuid order by m.week offset nth - 1 limit 1;
$$;
create function pg_temp.wishes(person text, circle text, topic text, words text default null) returns text language sql as $$
	select pg_temp.says(person, format('select public.wish_speaker(%L, %L, %L)', md5(circle)::uuid, topic, words));
$$;
create function pg_temp.unwishes(person text, circle text) returns text language sql as $$
	select pg_temp.says(person, format('select public.withdraw_wish(%L)', md5(circle)::uuid));
$$;
create function pg_temp.wish(circle text) returns uuid language sql as $$
	select w.id from private.speaker_wishes w where w.group_id = md5(circle)::uuid and w.settled_at is null;
$$;
create function pg_temp.asks(person text, question text, circle text, speaker text, weeks integer[], of text default null) returns text language sql as $$
	select pg_temp.says(person, format('select public.ask_speaker(%L, %L, %L, %L)', md5(question)::uuid,
		coalesce(pg_temp.wish(circle), md5('gone')::uuid), md5(speaker)::uuid,
		array(select pg_temp.week(coalesce(of, circle), nth) from unnest(weeks) nth)));
$$;
create function pg_temp.link(question text) returns text language sql as $$
	select private.booking_token(md5(question)::uuid);
$$;
create function pg_temp.accepts(token text, circle text, nth integer, person text default 'visitor') returns text language sql as $$
	select pg_temp.says(person, format('select public.accept_booking(%L, %L)', token, pg_temp.week(circle, nth)));
$$;
create function pg_temp.declines(token text, reason text default null) returns text language sql as $$
	select pg_temp.says('visitor', format('select public.decline_booking(%L, %L)', token, reason));
$$;
create function pg_temp.opens(token text, path text default '{}') returns text language sql as $$
	select pg_temp.says('visitor', format('select public.booking_page(%L) #>> %L', token, path));
$$;
create function pg_temp.part(person text, page text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.%s #>> %L', page, path));
$$;
create function pg_temp.group_part(person text, circle text, path text) returns text language sql as $$
	select pg_temp.part(person, format('group_page(%L)', md5(circle)::uuid), path);
$$;
create function pg_temp.task(person text, circle text, key text) returns text language sql as $$
	select pg_temp.says(person, format(
		'select t ->> %L from jsonb_array_elements(public.overview_page() -> ''speakers'') t where t ->> ''groupName'' = %L', key, circle
	));
$$;
create function pg_temp.state(question text) returns text language sql as $$
	select b.state::text from private.bookings b where b.id = md5(question)::uuid;
$$;
create function pg_temp.activity(circle text, nth integer) returns text language sql as $$
	select m.activity::text from public.meetups m where m.id = pg_temp.week(circle, nth);
$$;
create function pg_temp.mails() returns text language sql as $$
	select coalesce(string_agg(o.kind || ' ' || coalesce(o.email, '?'), ', ' order by o.made_at, o.kind, o.email), '-')
	from private.outbox o where o.sent_at is null;
$$;
create function pg_temp.no_mail() returns void language sql as $$ delete from private.outbox; $$;
create function pg_temp.on(moment text) returns void language sql as $$
	select set_config('buurtplein.now', moment, true);
$$;

-- The wish

select is(pg_temp.wishes(person, 'koffie', 'money'), refusal, 'no wish for the group by: ' || person)
from (values ('visitor', '42501'), ('nobody', 'PT403 members_only'), ('hostess', 'PT403 members_only'),
	('away', 'PT404 not_found'), ('guide', 'PT403 members_only'), ('call', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.wishes('mate', 'koffie', 'own'), '23514', 'something else has words');
select is(pg_temp.wishes('mate', 'koffie', 'money', 'en meer'), '23514', 'what has a name has none');
select is(pg_temp.wishes('mate', 'koffie', 'money'), '', 'any member says it for the group');
select is(pg_temp.wishes('third', 'koffie', 'money'), '', 'the same again changes nothing');
select is(pg_temp.wishes('host', 'koffie', 'food'), 'PT409 speaker_wished', 'another waits its turn');
select is(pg_temp.unwishes('nobody', 'koffie'), 'PT403 members_only', 'nobody else takes it back');
select is(pg_temp.unwishes('host', 'koffie'), '', 'a member does');
select is(pg_temp.unwishes('host', 'koffie'), '', 'twice is once');
select is(pg_temp.part('guide', 'overview_page()', '{speakers}'), '[]', 'and nobody has to do anything');
select is(pg_temp.wishes('host', 'koffie', 'own', 'bijen'), '', 'then another');
select is(pg_temp.group_part(person, 'koffie', '{speaker,wish,words}'), seen, 'the wish, for ' || person)
from (values ('mate', 'bijen'), ('guide', 'bijen'), ('nobody', null), ('away', null), ('call', null)) who(person, seen);
select is(pg_temp.part(person, 'overview_page()', '{speakers,0,groupName}'), seen, 'on the list of ' || person)
from (values ('guide', 'koffie'), ('farguide', null), ('host', null)) who(person, seen);
select pg_temp.unwishes('host', 'koffie'), pg_temp.wishes('mate', 'koffie', 'money');

-- Asking

select is(pg_temp.part(person, format('wish_page(%L)', pg_temp.wish('koffie')), '{groupName}'), seen, 'the wish opened by ' || person)
from (values ('guide', 'koffie'), ('farguide', null), ('host', null), ('visitor', '42501')) who(person, seen);
select is(pg_temp.part('guide', format('wish_page(%L)', pg_temp.wish('koffie')), '{speakers,0,name}'), 'Fatma', 'who tells about it comes first');
select is(pg_temp.says('guide', format('select jsonb_array_length(public.wish_page(%L) -> ''speakers'')', pg_temp.wish('koffie'))), '2', 'only those of this neighbourhood');
select is(pg_temp.asks(person, 'q1', 'koffie', 'fatma', '{2}'), refusal, 'not asked by ' || person)
from (values ('visitor', '42501'), ('host', 'PT404 not_found'), ('farguide', 'PT404 not_found'), ('call', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.asks('guide', 'q1', 'koffie', 'yusuf', '{2}'), 'PT404 not_found', 'nobody of another neighbourhood');
select is(pg_temp.asks('guide', 'q1', 'koffie', 'fatma', '{1,2,3,4}'), 'PT409 speaker_day_taken', 'at most three days');
select is(pg_temp.asks('guide', 'q1', 'koffie', 'fatma', '{}'), 'PT409 speaker_day_taken', 'at least one');
select is(pg_temp.asks('guide', 'q1', 'koffie', 'fatma', '{2}', 'thee'), 'PT409 speaker_day_taken', 'days of this group');
insert into public.speaker_away values (md5('fatma')::uuid, '2026-12-02', '2026-12-02');
select is(pg_temp.asks('guide', 'q1', 'koffie', 'fatma', '{2,3}'), 'PT409 speaker_day_taken', 'no day on which they are away');
delete from public.speaker_away;
update public.speakers set archived_at = now() where id = md5('fatma')::uuid;
select is(pg_temp.asks('guide', 'q1', 'koffie', 'fatma', '{2}'), 'PT404 not_found', 'nobody who was put away');
update public.speakers set archived_at = null;
select is(pg_temp.mails(), '-', 'what is refused mails nobody');
select is(pg_temp.asks('guide', 'q1', 'koffie', 'fatma', '{1,2,3}'), '', 'three days');
select is(pg_temp.asks('guide', 'q1', 'koffie', 'fatma', '{1,2,3}'), '', 'the form sent twice');
select is(pg_temp.mails(), 'booking_asked fatma@example.org', 'is one mail');
select is(pg_temp.asks('guide', 'q2', 'koffie', 'bram', '{2}'), 'PT409 speaker_asked', 'one is asked at a time');
select is(pg_temp.part('guide', 'overview_page()', '{speakers,0,speaker}'), 'Fatma', 'the facilitator sees who is asked');
select is(pg_temp.part('guide', 'overview_page()', '{speakers,0,telephone}'), null, 'and need not call');
select is(pg_temp.group_part('host', 'koffie', '{speaker,wish,name}'), null, 'the group does not hear who before there is a yes');
select is(pg_temp.says('guide', 'select count(*) from private.bookings'), '42501', 'nobody reads the tables');

-- The link

select is((select length(pg_temp.link('q1'))), 32, 'the link is 128 bits');
select is((select count(*) from private.bookings b where position(pg_temp.link('q1') in b::text) > 0), 0::bigint, 'and stands nowhere');
select is(pg_temp.opens(token), null, 'a link that is none: ' || token)
from unnest(array['', 'x', repeat('0', 32), upper(pg_temp.link('q1')), pg_temp.link('q1') || '0', pg_temp.link('q2')]) token;
select is(pg_temp.opens(pg_temp.link('q1'), '{capacity}'), '8', 'who has it reads how large the group is');
select is(pg_temp.opens(pg_temp.link('q1'), '{placeName}'), 'Buurthuis', 'and where');
select is(pg_temp.opens(pg_temp.link('q1'), '{address}'), null, 'the door itself only who comes');
select is(pg_temp.opens(pg_temp.link('q1'), '{asker}'), 'Guide', 'and who asks');
select unalike(pg_temp.opens(pg_temp.link('q1')), '%' || name || '%', 'not who is in the group: ' || name) from unnest(array['Host', 'Mate', 'Third']) name;
select is(pg_temp.state('q1'), 'asked', 'reading changes nothing');
select is(pg_temp.accepts(repeat('0', 32), 'koffie', 2), 'PT404 not_found', 'no yes by another link');
select is(pg_temp.declines(repeat('0', 32)), 'PT404 not_found', 'nor a no');
select is(pg_temp.says('visitor', $$select public.ask_booking_call('')$$), 'PT404 not_found', 'nor a call');
select is(pg_temp.accepts(pg_temp.link('q1'), 'koffie', 4), 'PT409 speaker_day_taken', 'a day that was not asked');
select is(pg_temp.accepts(pg_temp.link('q1'), 'thee', 2), 'PT409 speaker_day_taken', 'or of another group');
select is(pg_temp.says('visitor', format('select public.ask_booking_call(%L)', pg_temp.link('q1'))), '', 'call me');
select is(pg_temp.part('guide', 'overview_page()', '{speakers,0,telephone}'), '06 12345678', 'puts the number on the list');
select is(pg_temp.part('guide', 'overview_page()', '{speakers,0,state}'), 'call', 'as somebody to call');

-- Yes

select is(pg_temp.accepts(pg_temp.link('q1'), 'koffie', 2), '', 'yes to the second day');
select is(pg_temp.accepts(pg_temp.link('q1'), 'koffie', 3), '', 'a second tap');
select is(pg_temp.activity('koffie', 2) || coalesce(pg_temp.activity('koffie', 3), ' once'), 'speaker once', 'books that meetup alone');
select is(pg_temp.part('mate', format('meetup_page(%L)', pg_temp.week('koffie', 2)), '{speaker,name}'), 'Fatma', 'the group sees who comes');
select is(pg_temp.group_part(person, 'koffie', '{news,0,details,speaker}'), seen, 'the news, for ' || person)
from (values ('mate', 'Fatma'), ('guide', 'Fatma'), ('nobody', null)) who(person, seen);
select unalike(pg_temp.says('mate', format('select public.group_page(%L)', md5('koffie')::uuid)), '%fatma@%', 'but no address');
select is(pg_temp.opens(pg_temp.link('q1'), '{address}'), 'Kade 1', 'who comes reads where the door is');
select is(pg_temp.part('guide', 'overview_page()', '{speakers}'), '[]', 'nothing is left to do');
select is(pg_temp.unwishes('host', 'koffie'), 'PT409 speaker_comes', 'first the speaker is cancelled');
select is(pg_temp.says('guide', format('select public.withdraw_question(%L)', md5('q1')::uuid)), 'PT409 speaker_comes', 'for facilitators too');
select pg_temp.on('2026-12-01 15:00+01');
select is(pg_temp.says('host', format('select public.choose_activity(%L, ''walk'', null)', pg_temp.week('koffie', 2))), 'PT409 speaker_comes', 'nobody walks while a speaker comes');
select pg_temp.on('2026-11-24 12:00+01');

-- One place at a time: both groups meet at two, until half past three

select pg_temp.wishes('hostess', 'thee', 'money'), pg_temp.no_mail();
select is(pg_temp.asks('guide', 'q3', 'thee', 'fatma', '{2}'), 'PT409 speaker_day_taken', 'expected elsewhere that hour');
update public.meetups set starts_at = starts_at + interval '119 minutes', ends_at = ends_at + interval '119 minutes'
where id = pg_temp.week('thee', 2);
select is(pg_temp.asks('guide', 'q3', 'thee', 'fatma', '{2}'), 'PT409 speaker_day_taken', 'a minute short to travel');
update public.meetups set starts_at = starts_at + interval '1 minute', ends_at = ends_at + interval '1 minute'
where id = pg_temp.week('thee', 2);
select is(pg_temp.asks('guide', 'q3', 'thee', 'fatma', '{2,3}'), '', 'half an hour to travel is enough');
select is(pg_temp.accepts(pg_temp.link('q3'), 'thee', 2), '', 'both on one day');
select throws_ok(format('insert into private.bookings (neighbourhood_id, speaker_id, link_hash, state, asked_at, starts_at, ends_at)
	select neighbourhood_id, speaker_id, ''x'', ''booked'', now(), starts_at - interval ''1 minute'', ends_at from private.bookings where id = %L', md5('q3')::uuid),
	'23P01', null, 'the table itself holds it too');
select throws_ok(format('insert into private.bookings (neighbourhood_id, speaker_id, meetup_id, link_hash, state, asked_at, starts_at, ends_at)
	select neighbourhood_id, md5(''bram'')::uuid, meetup_id, ''x'', ''booked'', now(), starts_at, ends_at from private.bookings where id = %L', md5('q3')::uuid),
	'23505', null, 'and one speaker a meetup');

-- Cancelling

select pg_temp.no_mail();
select is(pg_temp.says(person, format('select public.cancel_speaker(%L, null)', md5('q3')::uuid)), refusal, 'not cancelled by ' || person)
from (values ('visitor', '42501'), ('host', 'PT404 not_found'), ('farguide', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.says('mate', format('select public.cancel_speaker(%L, null)', md5('q1')::uuid)), 'PT404 not_found', 'nor by a member who is no host');
select is(pg_temp.says('hostess', format('select public.cancel_speaker(%L, ''Wij zijn op reis'')', md5('q3')::uuid)), '', 'the host cancels');
select is(pg_temp.mails(), 'booking_cancelled fatma@example.org', 'the speaker gets a mail');
select is(private.booking_mail(md5('q3')::uuid) ->> 'reason', 'Wij zijn op reis', 'with the reason');
select is(private.booking_mail(md5('q3')::uuid) ->> 'token', null, 'and no link');
select is(pg_temp.activity('thee', 2), null, 'the meetup is open again');
select is(pg_temp.opens(pg_temp.link('q3')), null, 'the link stops');
select is(pg_temp.says('hostess', format('select public.cancel_speaker(%L, null)', md5('q3')::uuid)), 'PT404 not_found', 'cancelling ends once');
select is(pg_temp.part('guide', 'overview_page()', '{speakers,0,groupName}'), 'thee', 'the wish is back on the list');
select pg_temp.no_mail();
select pg_temp.on('2026-11-24 12:01+01');
select is(pg_temp.declines(pg_temp.link('q1'), 'Ik ben ziek'), '', 'the speaker cannot come after all');
select pg_temp.on('2026-11-24 12:00+01');
select is(pg_temp.group_part('mate', 'koffie', '{news,0,details,reason}'), 'Ik ben ziek', 'the group hears why');
select is(pg_temp.mails() || ' ' || coalesce(pg_temp.activity('koffie', 2), 'open'), '- open', 'nobody mails them, the meetup is open');
select is(pg_temp.opens(pg_temp.link('q1')), null, 'their link stops');

-- Two groups ask for one hour: the first yes wins

select is(pg_temp.asks('guide', 'qa', 'koffie', 'bram', '{5}'), '', 'a question blocks nobody');
select is(pg_temp.asks('guide', 'qb', 'thee', 'bram', '{5}'), '', 'so the other group may ask as well');
select is(pg_temp.accepts(pg_temp.link('qa'), 'koffie', 5), '', 'the first yes');
select is(pg_temp.opens(pg_temp.link('qb'), '{days,0,free}'), 'false', 'the other page says that the day is taken');
select is(pg_temp.accepts(pg_temp.link('qb'), 'thee', 5), 'PT409 speaker_day_taken', 'and a yes there comes too late');
select is(pg_temp.says(person, format('select private.speaker_at(%L) ->> ''name''', pg_temp.week('koffie', 5))), seen, 'who comes, for ' || person)
from (values ('mate', 'Bram'), ('guide', 'Bram'), ('nobody', null), ('hostess', null), ('visitor', '42501')) who(person, seen);
select pg_temp.says('guide', format('select public.cancel_speaker(%L, null)', md5('qa')::uuid)),
	pg_temp.says('guide', format('select public.withdraw_question(%L)', md5('qb')::uuid));

-- No, silence, withdrawn: the wish is back, the link stops, the group hears nothing

select pg_temp.asks('guide', 'q4', 'koffie', 'fatma', '{2}');
select is(pg_temp.declines(pg_temp.link('q4')), '', 'none of these days');
select is(pg_temp.opens(pg_temp.link('q4')) || pg_temp.state('q4'), null, 'the link stops after a no');
select is(pg_temp.group_part('mate', 'koffie', '{news,0,kind}'), 'speaker_cancelled', 'a no is no news');
select pg_temp.no_mail();
select is(pg_temp.asks('guide', 'q5', 'koffie', 'bram', '{2,3}'), '', 'somebody else');
select is(pg_temp.says('farguide', format('select public.withdraw_question(%L)', md5('q5')::uuid)), 'PT404 not_found', 'nobody else takes it back');
select is(pg_temp.says('guide', format('select public.withdraw_question(%L)', md5('q5')::uuid)), '', 'the facilitator does');
select is(pg_temp.mails(), '-', 'a mail that did not go need not go');
select is(pg_temp.accepts(pg_temp.link('q5'), 'koffie', 2), 'PT404 not_found', 'a yes comes too late');
select pg_temp.asks('guide', 'q6', 'koffie', 'bram', '{2,3}');
select pg_temp.on('2026-11-27 11:59+01');
select is(pg_temp.opens(pg_temp.link('q6'), '{state}'), 'asked', 'nearly three days of silence');
select pg_temp.on('2026-11-27 12:00+01');
select is(pg_temp.opens(pg_temp.link('q6')), null, 'after three the link stops');
select is(pg_temp.task('guide', 'koffie', 'speaker'), null, 'and the wish waits for somebody else');
select private.lapse_bookings();
select is(pg_temp.state('q6'), 'lapsed', 'the job writes it down');
select pg_temp.asks('guide', 'q7', 'koffie', 'bram', '{2,3}');
select pg_temp.says('visitor', format('select public.ask_booking_call(%L)', pg_temp.link('q7')));
select pg_temp.on('2026-12-01 12:00+01');
select is(pg_temp.opens(pg_temp.link('q7'), '{state}'), 'call', 'who wants to be called is not silent');
select is(pg_temp.task('guide', 'koffie', 'telephone'), 'bram@example.org', 'without a number there is the address');
select is(pg_temp.says('host', format('select public.confirm_speaker(%L, %L)', md5('q7')::uuid, pg_temp.week('koffie', 3))), 'PT404 not_found', 'a yes by telephone is not for the host');
select is(pg_temp.says('guide', format('select public.confirm_speaker(%L, %L)', md5('q7')::uuid, pg_temp.week('koffie', 3))), '', 'but for the facilitator to note');
select is(pg_temp.state('q7') || ' ' || pg_temp.activity('koffie', 3), 'booked speaker', 'and holds like any yes');

-- What the group does hears the speaker

select pg_temp.no_mail();
select is(pg_temp.says('host', format('select public.move_meetup(%L, ''2026-12-10'', ''10:00'', null)', pg_temp.week('koffie', 3))), '', 'the meetup moves');
select is(pg_temp.mails() || ' ' || pg_temp.state('q7'), 'booking_moved bram@example.org asked', 'the speaker is asked anew');
select is(pg_temp.activity('koffie', 3), null, 'and not certain any more');
select is(pg_temp.opens(pg_temp.link('q7'), '{days,0,startsAt}')::timestamptz, '2026-12-10 10:00+01', 'for the new hour, by the same link');
select is(pg_temp.says('host', format('select public.move_meetup(%L, ''2026-12-10'', ''11:00'', null)', pg_temp.week('koffie', 3))), '', 'it moves once more');
select is(pg_temp.opens(pg_temp.link('q7'), '{days,0,free}'), 'false', 'the hour that was asked is over');
select is(pg_temp.accepts(pg_temp.link('q7'), 'koffie', 3), 'PT409 speaker_day_taken', 'so there is nothing to say yes to');
select pg_temp.says('guide', format('select public.withdraw_question(%L)', md5('q7')::uuid));
select pg_temp.asks('guide', 'q8', 'koffie', 'bram', '{3,4}'), pg_temp.accepts(pg_temp.link('q8'), 'koffie', 3), pg_temp.no_mail();
select is(pg_temp.says('host', format('select public.cancel_meetup(%L, ''Griep'')', pg_temp.week('koffie', 3))), '', 'the meetup does not take place');
select is(pg_temp.mails() || ' ' || pg_temp.state('q8'), 'booking_cancelled bram@example.org cancelled', 'the speaker hears it');
select is(private.booking_mail(md5('q8')::uuid) -> 'reason', 'null', 'without the reason, which was written for neighbours');
select pg_temp.asks('guide', 'q9', 'koffie', 'bram', '{4,5}'), pg_temp.accepts(pg_temp.link('q9'), 'koffie', 4), pg_temp.no_mail();
select is(pg_temp.says('host', format('select public.pause_group(%L, ''2027-01-11'')', md5('koffie')::uuid)), '', 'the group rests');
select is(pg_temp.mails() || ' ' || pg_temp.state('q9'), 'booking_cancelled bram@example.org cancelled', 'the speaker hears that too');
select pg_temp.says('host', format('select public.resume_group(%L)', md5('koffie')::uuid));
select is(pg_temp.group_part('mate', 'koffie', '{speaker,wish,topic}'), 'money', 'the wish waited');

-- Thanks

select pg_temp.asks('guide', 'q10', 'koffie', 'fatma', '{4}'), pg_temp.accepts(pg_temp.link('q10'), 'koffie', 4), pg_temp.no_mail();
create function pg_temp.thanks(person text, question text) returns text language sql as $$
	select pg_temp.says(person, format('select public.thank_speaker(%L)', md5(question)::uuid));
$$;
select is(pg_temp.thanks('mate', 'q10'), 'PT409 speaker_thanked', 'no thanks beforehand');
select pg_temp.on('2026-12-16 15:30+01');
select is(pg_temp.opens(pg_temp.link('q10')), null, 'when it is over the link stops');
select is(pg_temp.thanks(person, 'q10'), refusal, 'no thanks by ' || person)
from (values ('visitor', '42501'), ('nobody', 'PT404 not_found'), ('hostess', 'PT404 not_found'), ('guide', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.group_part('mate', 'koffie', '{speaker,thanks,name}'), 'Fatma', 'a member is asked');
select is(pg_temp.group_part('guide', 'koffie', '{speaker,thanks}'), null, 'a facilitator is not');
select is(pg_temp.thanks('mate', 'q10'), '', 'one tap');
select is(pg_temp.thanks('mate', 'q10'), '', 'twice is once');
select is(pg_temp.thanks('host', 'q10'), '', 'and another neighbour');
select is(pg_temp.group_part('third', 'koffie', '{speaker,thanks,said}'), 'false', 'nobody sees who did');
select private.pass_on_thanks();
select is(pg_temp.mails(), '-', 'for three days anybody may');
select is(pg_temp.wishes('third', 'koffie', 'nature'), '', 'meanwhile there is room for another wish');
select pg_temp.on('2026-12-19 15:30+01');
select private.pass_on_thanks(), private.pass_on_thanks();
select is(pg_temp.mails(), 'booking_thanks fatma@example.org', 'then one mail');
select is(private.booking_mail(md5('q10')::uuid) ->> 'thanks', '2', 'says how many');
select is((select count(*) from private.booking_thanks), 0::bigint, 'and who is forgotten');
select is(pg_temp.thanks('third', 'q10'), 'PT409 speaker_thanked', 'after that it is too late');

-- A group that ends, and who goes

create function pg_temp.removes(speaker text) returns text language sql as $$
	select pg_temp.says('guide', format('select public.remove_speaker(%L)', md5(speaker)::uuid));
$$;
select pg_temp.asks('guide', 'q14', 'koffie', 'fatma', '{7}'), pg_temp.no_mail();
update public.speakers set archived_at = now() where id = md5('fatma')::uuid;
select is(pg_temp.opens(pg_temp.link('q14'), '{state}'), 'asked', 'who is put away may still answer what was asked');
select is(pg_temp.removes('fatma'), 'PT409 speaker_expected', 'and is not erased while a group waits for an answer');
select is(pg_temp.accepts(pg_temp.link('q14'), 'koffie', 7), '', 'a yes');
select is(pg_temp.removes('fatma'), 'PT409 speaker_expected', 'nor while they are to come');
select pg_temp.says('guide', format('select public.cancel_speaker(%L, null)', md5('q14')::uuid));
select is(pg_temp.removes('fatma'), '', 'after that they go');
select is(pg_temp.mails() || ' ' || (select count(*) from private.bookings b where b.speaker_id = md5('fatma')::uuid), '- 0', 'with where they came, and the mail that waits for them');

select pg_temp.asks('guide', 'q11', 'thee', 'bram', '{8}'), pg_temp.accepts(pg_temp.link('q11'), 'thee', 8), pg_temp.no_mail();
select is(pg_temp.says('hostess', format('select public.leave_group(%L)', md5('thee')::uuid)), '', 'the last member leaves');
select is(pg_temp.mails() || ' ' || pg_temp.state('q11'), 'booking_cancelled bram@example.org cancelled', 'the speaker hears it');
select is(pg_temp.wish('thee'), null, 'and nobody wishes any more');
delete from public.groups where id = md5('thee')::uuid;
select isnt(private.booking_mail(md5('q11')::uuid) ->> 'startsAt', null, 'the mail still says which day, when the group is gone');
select pg_temp.asks('guide', 'q12', 'koffie', 'bram', '{6}');
select is(pg_temp.asks('farguide', 'q13', 'koffie', 'bram', '{6}'), 'PT404 not_found', 'a role elsewhere helps nobody');
delete from public.staff where id = md5('s guide')::uuid;
select is(pg_temp.says('guide', format('select public.withdraw_question(%L)', md5('q12')::uuid)), 'PT404 not_found', 'a role that ended ends at once');
select is(pg_temp.opens(pg_temp.link('q12'), '{asker}'), null, 'the question stands, asked by nobody in particular');
select is(pg_temp.state('q12'), 'asked', 'and can be answered');

select * from finish();
rollback;
