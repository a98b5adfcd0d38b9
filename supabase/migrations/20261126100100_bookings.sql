-- A speaker for a group: a wish, a question to a speaker with up to three days, one answer by a link.

create extension if not exists btree_gist with schema extensions;

create type private.booking_state as enum (
	'asked', 'call', 'booked', 'declined', 'lapsed', 'withdrawn', 'cancelled'
);

create function private.with_travel(starts_at timestamptz, ends_at timestamptz) returns tstzrange
language sql immutable set search_path = '' as $$
	select tstzrange(with_travel.starts_at, with_travel.ends_at + interval '30 minutes');
$$;
revoke execute on function private.with_travel(timestamptz, timestamptz) from public;
comment on function private.with_travel(timestamptz, timestamptz) is
	'How long a speaker is taken: until half an hour after, on the way to the next. Touching is no overlap.';

create table private.speaker_wishes (
	id uuid primary key default gen_random_uuid(),
	group_id uuid not null references public.groups (id) on delete cascade,
	topic public.speaker_topic not null,
	words text check (char_length(words) between 1 and 60 and words !~ '[[:cntrl:]]'),
	wished_at timestamptz not null,
	settled_at timestamptz,
	check ((topic = 'own') = (words is not null))
);
create index speaker_wishes_group_id on private.speaker_wishes (group_id);
create unique index speaker_wishes_one_of_a_group on private.speaker_wishes (group_id)
	where settled_at is null;

create table private.bookings (
	id uuid primary key default gen_random_uuid(),
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	-- What is told to a speaker afterwards does not wait for a group that is gone.
	wish_id uuid references private.speaker_wishes (id) on delete set null,
	meetup_id uuid references public.meetups (id) on delete set null,
	speaker_id uuid not null references public.speakers (id) on delete cascade,
	asked_by uuid references public.staff (id) on delete set null,
	link_hash bytea not null unique,
	state private.booking_state not null default 'asked',
	asked_at timestamptz not null,
	starts_at timestamptz,
	ends_at timestamptz check (ends_at > starts_at),
	reason text check (char_length(reason) between 1 and 200 and reason !~ '[[:cntrl:]]'),
	thanks smallint check (thanks >= 0),
	check (state <> 'booked' or num_nulls(starts_at, ends_at) = 0),
	constraint bookings_one_place_at_a_time exclude using gist (
		speaker_id with =, private.with_travel(starts_at, ends_at) with &&
	) where (state = 'booked')
);
create index bookings_neighbourhood_id on private.bookings (neighbourhood_id);
create index bookings_wish_id on private.bookings (wish_id);
create index bookings_meetup_id on private.bookings (meetup_id);
create index bookings_speaker_id on private.bookings (speaker_id);
create index bookings_asked_by on private.bookings (asked_by);
create unique index bookings_one_question_of_a_wish on private.bookings (wish_id)
	where state in ('asked', 'call', 'booked');
create unique index bookings_one_speaker_at_a_meetup on private.bookings (meetup_id)
	where state = 'booked';

create table private.booking_dates (
	booking_id uuid not null references private.bookings (id) on delete cascade,
	meetup_id uuid not null references public.meetups (id) on delete cascade,
	-- As the speaker read it: a meetup that moved since is another question.
	starts_at timestamptz not null,
	primary key (booking_id, meetup_id)
);
create index booking_dates_meetup_id on private.booking_dates (meetup_id);

create table private.booking_thanks (
	booking_id uuid not null references private.bookings (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	primary key (booking_id, resident_id)
);
create index booking_thanks_resident_id on private.booking_thanks (resident_id);

alter table private.speaker_wishes enable row level security;
alter table private.speaker_wishes force row level security;
alter table private.bookings enable row level security;
alter table private.bookings force row level security;
alter table private.booking_dates enable row level security;
alter table private.booking_dates force row level security;
alter table private.booking_thanks enable row level security;
alter table private.booking_thanks force row level security;

comment on table private.speaker_wishes is
	'About what a group would like somebody to come and tell; of the group, nobody is named. Members and facilitators are answered by functions. Ground: agreement. Term: one year.';
comment on table private.bookings is
	'Which speaker was asked to come to which group, and whether they come. Members are told by functions who comes and about what, facilitators who was asked. Ground: agreement. Term: one year after the meetup.';
comment on table private.booking_dates is
	'The days a speaker may choose from. Ground: agreement. Term: as long as the question is kept.';
comment on table private.booking_thanks is
	'Who says thank you to a speaker, until they are counted and told without names. Seen by that person only. Ground: agreement. Term: three days after the meetup, a week at most.';

insert into private.retention (table_name, ground, term, expired) values
	('private.speaker_wishes', 'a facilitator may look back on a year', '1 year',
		'coalesce(settled_at, wished_at) < $1'),
	('private.bookings', 'a facilitator may look back on a year', '1 year',
		'coalesce(ends_at, asked_at) < $1'),
	('private.booking_thanks', 'until the speaker has the thanks', '7 days', 'exists (
		select from private.bookings b where b.id = booking_id and b.ends_at < $1
	)');
update private.retention r
set expired = r.expired || ' and not exists (select from private.bookings b where b.speaker_id = speakers.id)'
where r.table_name = 'public.speakers';

-- The link ------------------------------------------------------------------------------------------

create function private.booking_token(booking_id uuid) returns text
language sql stable security definer set search_path = '' as $$
	select encode(substr(private.keyed_hash('booking:' || booking_token.booking_id), 1, 16), 'hex');
$$;
revoke execute on function private.booking_token(uuid) from public;
comment on function private.booking_token(uuid) is
	'The secret of a speaker''s link, 128 bits; made when a mail needs it and kept nowhere.';

create function private.link_hash(token text) returns bytea
language sql immutable set search_path = '' as $$
	select sha256(convert_to(link_hash.token, 'UTF8'));
$$;
revoke execute on function private.link_hash(text) from public;

create function private.link_stands(booking private.bookings) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return case link_stands.booking.state
		when 'booked' then link_stands.booking.ends_at > private.clock()
		when 'asked' then link_stands.booking.asked_at > private.clock() - interval '3 days'
		else link_stands.booking.state = 'call'
	end and (
		link_stands.booking.state = 'booked' or exists (
			select from private.booking_dates d
			where d.booking_id = link_stands.booking.id and d.starts_at > private.clock()
		)
	);
end;
$$;
revoke execute on function private.link_stands(private.bookings) from public;
comment on function private.link_stands(private.bookings) is
	'Whether a speaker can still say something: until the meetup is over, for three days of silence, as long as one of the days is to come.';

create function private.day_is_free(booking private.bookings, day private.booking_dates) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select from public.meetups m
		where m.id = day_is_free.day.meetup_id
			and m.starts_at = day_is_free.day.starts_at
			and m.starts_at > private.clock()
			and m.state in ('planned', 'moved')
			and not exists (
				select from private.bookings b
				where b.state = 'booked' and b.id <> day_is_free.booking.id and (
					b.meetup_id = m.id or b.speaker_id = day_is_free.booking.speaker_id
						and private.with_travel(b.starts_at, b.ends_at) && private.with_travel(m.starts_at, m.ends_at)
				)
			)
	);
end;
$$;
revoke execute on function private.day_is_free(private.bookings, private.booking_dates) from public;
comment on function private.day_is_free(private.bookings, private.booking_dates) is
	'Whether a yes to that day would still hold: the meetup takes place at that hour, nobody else comes, the speaker is nowhere else.';

create function private.lock_booking(booking_id uuid) returns private.bookings
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked private.bookings;
begin
	-- The group, the speaker, the booking: in one order, so that nobody waits in a circle.
	perform from public.groups g
	where g.id = (
		select w.group_id
		from private.bookings b join private.speaker_wishes w on w.id = b.wish_id
		where b.id = lock_booking.booking_id
	) for update;
	perform from public.speakers s
	where s.id = (select b.speaker_id from private.bookings b where b.id = lock_booking.booking_id)
	for no key update;
	select b.* into locked from private.bookings b where b.id = lock_booking.booking_id for update;
	if locked.id is null or not private.link_stands(locked) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return locked;
end;
$$;
revoke execute on function private.lock_booking(uuid) from public;

create function private.lock_booking_by(token text) returns private.bookings
language plpgsql volatile security definer set search_path = '' as $$
begin
	return private.lock_booking((
		select b.id from private.bookings b where b.link_hash = private.link_hash(lock_booking_by.token)
	));
end;
$$;
revoke execute on function private.lock_booking_by(text) from public;

-- What happens to a booking -------------------------------------------------------------------------

create function private.end_booking(
	booking private.bookings, state private.booking_state, reason text default null
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update private.bookings b set state = end_booking.state, reason = end_booking.reason
	where b.id = end_booking.booking.id;
	if end_booking.booking.state = 'booked' then
		update public.meetups m set activity = null
		where m.id = end_booking.booking.meetup_id and m.activity = 'speaker';
	end if;
	-- A question that is over need not arrive any more.
	delete from private.outbox o
	where o.subject_id = end_booking.booking.id and o.kind in ('booking_asked', 'booking_moved')
		and o.sent_at is null;
end;
$$;
revoke execute on function private.end_booking(private.bookings, private.booking_state, text) from public;
comment on function private.end_booking(private.bookings, private.booking_state, text) is
	'The link stops, the meetup is open again, and the wish is back on the list, since nobody is asked any more.';

create function private.mail_speaker(booking private.bookings, kind text) returns void
language sql volatile security definer set search_path = '' as $$
	select private.post_mail(
		mail_speaker.kind, mail_speaker.booking.neighbourhood_id, email => s.email,
		subject_id => mail_speaker.booking.id
	)
	from public.speakers s where s.id = mail_speaker.booking.speaker_id;
$$;
revoke execute on function private.mail_speaker(private.bookings, text) from public;

create function private.tell_group_of_speaker(
	booking private.bookings, kind public.group_news_kind, reason text default null
) returns void
language sql volatile security definer set search_path = '' as $$
	select private.tell_group(w.group_id, tell_group_of_speaker.kind, jsonb_build_object(
		'from', tell_group_of_speaker.booking.starts_at, 'speaker', s.name, 'topic', w.topic,
		'words', w.words, 'reason', tell_group_of_speaker.reason
	))
	from private.speaker_wishes w
	join public.speakers s on s.id = tell_group_of_speaker.booking.speaker_id
	where w.id = tell_group_of_speaker.booking.wish_id;
$$;
revoke execute on function private.tell_group_of_speaker(
	private.bookings, public.group_news_kind, text
) from public;

create function private.book(booking private.bookings, meetup_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	booked private.bookings;
begin
	-- A second tap, or another page: they come already, and the page says when.
	if book.booking.state = 'booked' then
		return;
	elsif not exists (
		select from private.booking_dates d
		where d.booking_id = book.booking.id and d.meetup_id = book.meetup_id
			and private.day_is_free(book.booking, d)
	) then
		raise sqlstate 'PT409' using message = 'that day is not free any more', hint = 'speaker_day_taken';
	end if;
	update public.meetups m set activity = 'speaker', activity_words = null where m.id = book.meetup_id;
	update private.bookings b
	set state = 'booked', meetup_id = m.id, starts_at = m.starts_at, ends_at = m.ends_at
	from public.meetups m
	where b.id = book.booking.id and m.id = book.meetup_id
	returning b.* into booked;
	delete from private.booking_dates d
	where d.booking_id = booked.id and d.meetup_id <> booked.meetup_id;
	perform private.tell_group_of_speaker(booked, 'speaker_booked');
end;
$$;
revoke execute on function private.book(private.bookings, uuid) from public;
comment on function private.book(private.bookings, uuid) is
	'A yes: the meetup has a speaker, the group is told, and the other days come free. Of two questions for one hour the first yes wins. 409 speaker_day_taken.';

create function private.tg_meetups__tell_speaker() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
	booked private.bookings;
begin
	select b.* into booked from private.bookings b
	where b.meetup_id = new.id and b.state = 'booked' and b.ends_at > private.clock();
	if booked.id is null then
		return null;
	elsif new.state in ('cancelled', 'paused') then
		-- The reason was written for neighbours.
		perform private.end_booking(booked, 'cancelled');
		perform private.mail_speaker(booked, 'booking_cancelled');
	else
		perform private.end_booking(booked, 'asked');
		update private.bookings b
		set asked_at = private.clock(), meetup_id = null, starts_at = null, ends_at = null
		where b.id = booked.id;
		update private.booking_dates d set starts_at = new.starts_at where d.booking_id = booked.id;
		perform private.mail_speaker(booked, 'booking_moved');
	end if;
	return null;
end;
$$;
revoke execute on function private.tg_meetups__tell_speaker() from public;

-- A meetup that goes to another hour is asked anew; one that does not take place has no speaker.
create trigger tell_speaker after update of starts_at, ends_at, state on public.meetups
	for each row
	when ((old.starts_at, old.ends_at, old.state) is distinct from (new.starts_at, new.ends_at, new.state))
	execute function private.tg_meetups__tell_speaker();

create function private.tg_groups__tell_speakers() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
	asked private.bookings;
begin
	for asked in
		select b.* from private.bookings b join private.speaker_wishes w on w.id = b.wish_id
		where w.group_id = new.id and b.state in ('asked', 'call', 'booked')
			and (b.state <> 'booked' or b.ends_at > private.clock())
		order by b.id
	loop
		perform private.end_booking(asked, case
			when asked.state = 'booked' then 'cancelled'::private.booking_state else 'withdrawn'
		end);
		if asked.state = 'booked' then
			perform private.mail_speaker(asked, 'booking_cancelled');
		end if;
	end loop;
	update private.speaker_wishes w set settled_at = private.clock()
	where w.group_id = new.id and w.settled_at is null;
	return null;
end;
$$;
revoke execute on function private.tg_groups__tell_speakers() from public;

create trigger tell_speakers after update of closed_at on public.groups
	for each row when (old.closed_at is null and new.closed_at is not null)
	execute function private.tg_groups__tell_speakers();

create function private.lapse_bookings(wish_id uuid default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update private.bookings b set state = 'lapsed'
	where b.id in (
		select s.id from private.bookings s
		where s.state in ('asked', 'call') and not private.link_stands(s)
			and (lapse_bookings.wish_id is null or s.wish_id = lapse_bookings.wish_id)
		order by s.id for update skip locked
	);
	update private.speaker_wishes w set settled_at = private.clock()
	where w.id in (
		select s.id from private.speaker_wishes s
		join private.bookings b on b.wish_id = s.id and b.state = 'booked'
		where s.settled_at is null and b.ends_at <= private.clock()
			and (lapse_bookings.wish_id is null or s.id = lapse_bookings.wish_id)
		order by s.id for update of s skip locked
	);
end;
$$;
revoke execute on function private.lapse_bookings(uuid) from public;
comment on function private.lapse_bookings(uuid) is
	'Three days of silence bring a wish back to the list; a speaker who came settles it.';

create function private.speaker_is_expected(speaker_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select from private.bookings b
		where b.speaker_id = speaker_is_expected.speaker_id and private.link_stands(b)
	);
end;
$$;
revoke execute on function private.speaker_is_expected(uuid) from public;
comment on function private.speaker_is_expected(uuid) is
	'Whether a group waits for an answer of a speaker, or for the speaker.';

create function private.tg_speakers__forget_mail() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from private.outbox o using private.bookings b
	where b.speaker_id = old.id and o.subject_id = b.id;
	delete from public.group_news n using public.groups g
	where g.id = n.group_id and g.neighbourhood_id = old.neighbourhood_id
		and n.kind in ('speaker_booked', 'speaker_cancelled') and n.details ->> 'speaker' = old.name;
	return old;
end;
$$;
revoke execute on function private.tg_speakers__forget_mail() from public;

-- Before their bookings go, by which the mail to them is known; and their name with the news.
create trigger forget_mail before delete on public.speakers
	for each row execute function private.tg_speakers__forget_mail();

-- A group wishes ------------------------------------------------------------------------------------

create function private.live_wish(group_id uuid) returns private.speaker_wishes
language plpgsql volatile security definer set search_path = '' as $$
declare
	live private.speaker_wishes;
begin
	select w.* into live from private.speaker_wishes w
	where w.group_id = live_wish.group_id and w.settled_at is null;
	perform private.lapse_bookings(live.id) where live.id is not null;
	select w.* into live from private.speaker_wishes w
	where w.group_id = live_wish.group_id and w.settled_at is null;
	return live;
end;
$$;
revoke execute on function private.live_wish(uuid) from public;

create function public.wish_speaker(group_id uuid, topic public.speaker_topic, words text)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	wished constant public.groups := private.lock_open_group(wish_speaker.group_id);
	live private.speaker_wishes;
begin
	perform private.my_seat_in(wished.id);
	live := private.live_wish(wished.id);
	if live.id is null then
		insert into private.speaker_wishes (group_id, topic, words, wished_at)
		values (wished.id, wish_speaker.topic, wish_speaker.words, private.clock());
	elsif (live.topic, live.words) is distinct from (wish_speaker.topic, wish_speaker.words) then
		raise sqlstate 'PT409' using message = 'the group has a wish already', hint = 'speaker_wished';
	end if;
end;
$$;
revoke execute on function public.wish_speaker(uuid, public.speaker_topic, text) from public;
grant execute on function public.wish_speaker(uuid, public.speaker_topic, text) to authenticated;
comment on function public.wish_speaker(uuid, public.speaker_topic, text) is
	'Any member says for the group about what somebody may come and tell. Another wish stands: 409 speaker_wished.';

create function public.withdraw_wish(group_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	wished constant public.groups := private.lock_open_group(withdraw_wish.group_id);
	live private.speaker_wishes;
	asked private.bookings;
begin
	perform private.my_seat_in(wished.id);
	live := private.live_wish(wished.id);
	select b.* into asked from private.bookings b
	where b.wish_id = live.id and b.state in ('asked', 'call', 'booked') for update;
	if asked.state = 'booked' then
		raise sqlstate 'PT409' using message = 'a speaker comes', hint = 'speaker_comes';
	elsif asked.id is not null then
		perform private.end_booking(asked, 'withdrawn');
	end if;
	update private.speaker_wishes w set settled_at = private.clock() where w.id = live.id;
end;
$$;
revoke execute on function public.withdraw_wish(uuid) from public;
grant execute on function public.withdraw_wish(uuid) to authenticated;
comment on function public.withdraw_wish(uuid) is
	'Any member takes the wish back, and the question with it. Once a speaker comes: 409 speaker_comes.';

-- A facilitator asks --------------------------------------------------------------------------------

create function private.lock_facilitated_booking(booking_id uuid) returns private.bookings
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not exists (
		select from private.bookings b join private.speaker_wishes w on w.id = b.wish_id
		where b.id = lock_facilitated_booking.booking_id
			and w.group_id in (select private.my_facilitated_group_ids())
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return private.lock_booking(lock_facilitated_booking.booking_id);
end;
$$;
revoke execute on function private.lock_facilitated_booking(uuid) from public;

create function public.ask_speaker(id uuid, wish_id uuid, speaker_id uuid, meetup_ids uuid[])
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	wished private.speaker_wishes;
	hood uuid;
	asked private.bookings;
begin
	select w.* into wished from private.speaker_wishes w
	where w.id = ask_speaker.wish_id and w.group_id in (select private.my_facilitated_group_ids());
	if wished.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	hood := (private.lock_open_group(wished.group_id)).neighbourhood_id;
	-- The same form sent twice asks once.
	if exists (
		select from private.bookings b where b.id = ask_speaker.id and b.wish_id = wished.id
	) then
		return;
	elsif not exists (
		select from public.speakers s
		where s.id = ask_speaker.speaker_id and s.neighbourhood_id = hood and s.archived_at is null
	) or exists (select from private.bookings b where b.id = ask_speaker.id)
	then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	wished := private.live_wish(wished.group_id);
	if wished.id is distinct from ask_speaker.wish_id then
		raise sqlstate 'PT409' using message = 'no longer wished', hint = 'speaker_wish_settled';
	elsif exists (
		select from private.bookings b
		where b.wish_id = wished.id and b.state in ('asked', 'call', 'booked')
	) then
		raise sqlstate 'PT409' using message = 'somebody is asked already', hint = 'speaker_asked';
	end if;
	insert into private.bookings (
		id, neighbourhood_id, wish_id, speaker_id, asked_by, link_hash, asked_at
	) values (
		ask_speaker.id, hood, wished.id, ask_speaker.speaker_id,
		(
			select s.id from public.staff s
			where s.neighbourhood_id = hood and s.profile_id = (select auth.uid()) and s.role = 'facilitator'
			order by s.id limit 1
		),
		private.link_hash(private.booking_token(ask_speaker.id)), private.clock()
	) returning * into asked;
	insert into private.booking_dates (booking_id, meetup_id, starts_at)
	select asked.id, m.id, m.starts_at from public.meetups m
	where m.id = any (ask_speaker.meetup_ids) and m.group_id = wished.group_id
		and m.state in ('planned', 'moved') and m.starts_at > private.clock()
		and private.speaker_is_free(ask_speaker.speaker_id, m.starts_at, m.ends_at);
	if (select count(*) from private.booking_dates d where d.booking_id = asked.id)
		<> (select count(distinct wanted) from unnest(ask_speaker.meetup_ids) wanted)
		or cardinality(ask_speaker.meetup_ids) not between 1 and 3
	then
		raise sqlstate 'PT409' using message = 'not all of these are free', hint = 'speaker_day_taken';
	end if;
	perform private.mail_speaker(asked, 'booking_asked');
end;
$$;
revoke execute on function public.ask_speaker(uuid, uuid, uuid, uuid[]) from public;
grant execute on function public.ask_speaker(uuid, uuid, uuid, uuid[]) to authenticated;
comment on function public.ask_speaker(uuid, uuid, uuid, uuid[]) is
	'A facilitator asks a speaker for up to three meetups of the group; one mail goes out. 409 speaker_asked, speaker_wish_settled, speaker_day_taken.';

create function public.withdraw_question(booking_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	asked constant private.bookings := private.lock_facilitated_booking(withdraw_question.booking_id);
begin
	if asked.state = 'booked' then
		raise sqlstate 'PT409' using message = 'a speaker comes', hint = 'speaker_comes';
	end if;
	perform private.end_booking(asked, 'withdrawn');
end;
$$;
revoke execute on function public.withdraw_question(uuid) from public;
grant execute on function public.withdraw_question(uuid) to authenticated;
comment on function public.withdraw_question(uuid) is
	'A facilitator takes the question back, also after a call that came to nothing; the link stops. 409 speaker_comes.';

create function public.confirm_speaker(booking_id uuid, meetup_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.book(
		private.lock_facilitated_booking(confirm_speaker.booking_id), confirm_speaker.meetup_id
	);
end;
$$;
revoke execute on function public.confirm_speaker(uuid, uuid) from public;
grant execute on function public.confirm_speaker(uuid, uuid) to authenticated;
comment on function public.confirm_speaker(uuid, uuid) is
	'A facilitator notes the yes that a speaker gave on the telephone.';

create function public.cancel_speaker(booking_id uuid, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	booked private.bookings;
begin
	if not exists (
		select from private.bookings b join private.speaker_wishes w on w.id = b.wish_id
		where b.id = cancel_speaker.booking_id and (
			w.group_id in (select private.my_facilitated_group_ids())
			or w.group_id in (select private.my_hosted_group_ids())
		)
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	booked := private.lock_booking(cancel_speaker.booking_id);
	if booked.state <> 'booked' then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.end_booking(booked, 'cancelled', cancel_speaker.reason);
	perform private.tell_group_of_speaker(booked, 'speaker_cancelled', cancel_speaker.reason);
	perform private.mail_speaker(booked, 'booking_cancelled');
end;
$$;
revoke execute on function public.cancel_speaker(uuid, text) from public;
grant execute on function public.cancel_speaker(uuid, text) to authenticated;
comment on function public.cancel_speaker(uuid, text) is
	'The host or a facilitator cancels; the speaker gets a mail, the group a line, the wish is back on the list.';

-- The speaker answers, by the link alone -----------------------------------------------------------------

create function public.accept_booking(token text, meetup_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.book(private.lock_booking_by(accept_booking.token), accept_booking.meetup_id);
end;
$$;
revoke execute on function public.accept_booking(text, uuid) from public;
grant execute on function public.accept_booking(text, uuid) to anon, authenticated;
comment on function public.accept_booking(text, uuid) is
	'Who has the link says yes to one of the days. 404 for every link that does not work, 409 speaker_day_taken.';

create function public.decline_booking(token text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	asked constant private.bookings := private.lock_booking_by(decline_booking.token);
begin
	if asked.state = 'booked' then
		perform private.end_booking(asked, 'cancelled', decline_booking.reason);
		perform private.tell_group_of_speaker(asked, 'speaker_cancelled', decline_booking.reason);
	else
		perform private.end_booking(asked, 'declined');
	end if;
end;
$$;
revoke execute on function public.decline_booking(text, text) from public;
grant execute on function public.decline_booking(text, text) to anon, authenticated;
comment on function public.decline_booking(text, text) is
	'Who has the link can on none of the days, or not after all; only then a reason counts. The link stops.';

create function public.ask_booking_call(token text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	asked constant private.bookings := private.lock_booking_by(ask_booking_call.token);
begin
	update private.bookings b set state = 'call' where b.id = asked.id and b.state = 'asked';
end;
$$;
revoke execute on function public.ask_booking_call(text) from public;
grant execute on function public.ask_booking_call(text) to anon, authenticated;
comment on function public.ask_booking_call(text) is
	'Who has the link would like to be called first; the days stay to choose from.';

create function public.booking_page(token text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'state', b.state, 'speaker', s.name, 'topic', w.topic, 'words', w.words,
			'neighbourhoodName', n.name, 'timeZone', n.time_zone, 'placeName', g.place_name,
			-- The door itself only for who comes.
			'address', case when b.state = 'booked' then (
				select p.address from public.group_places p where p.group_id = g.id
			) end,
			'capacity', g.capacity,
			'asker', (select a.first_name from public.staff a where a.id = b.asked_by),
			'days', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'meetupId', m.id, 'startsAt', m.starts_at, 'endsAt', m.ends_at,
					'free', private.day_is_free(b, d)
				) order by m.starts_at), '[]')
				from private.booking_dates d join public.meetups m on m.id = d.meetup_id
				where d.booking_id = b.id
			)
		)
		from private.bookings b
		join private.speaker_wishes w on w.id = b.wish_id
		join public.groups g on g.id = w.group_id
		join public.neighbourhoods n on n.id = b.neighbourhood_id
		join public.speakers s on s.id = b.speaker_id
		where b.link_hash = private.link_hash(booking_page.token) and private.link_stands(b)
	);
end;
$$;
revoke execute on function public.booking_page(text) from public;
grant execute on function public.booking_page(text) to anon, authenticated;
comment on function public.booking_page(text) is
	'What a speaker is asked, for who has the link. Null for a link that is unknown, used, withdrawn or over: all the same. Reading changes nothing.';

create function private.booking_mail(booking_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'token', case when b.state in ('asked', 'call', 'booked') then private.booking_token(b.id) end,
			'speaker', s.name, 'topic', w.topic, 'words', w.words,
			'asker', (select a.first_name from public.staff a where a.id = b.asked_by),
			'startsAt', b.starts_at, 'timeZone', n.time_zone, 'reason', b.reason, 'thanks', b.thanks
		)
		from private.bookings b
		left join private.speaker_wishes w on w.id = b.wish_id
		join public.neighbourhoods n on n.id = b.neighbourhood_id
		join public.speakers s on s.id = b.speaker_id
		where b.id = booking_mail.booking_id
	);
end;
$$;
revoke execute on function private.booking_mail(uuid) from public;
comment on function private.booking_mail(uuid) is
	'What a mail to a speaker says, and the secret of the link; only while it is handed to the sender.';

-- Thanks --------------------------------------------------------------------------------------------

create function public.thank_speaker(booking_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	came private.bookings;
	me uuid;
begin
	select r.id into me
	from private.bookings b
	join private.speaker_wishes w on w.id = b.wish_id
	join public.memberships s on s.group_id = w.group_id
	join public.residents r on r.id = s.resident_id
	where b.id = thank_speaker.booking_id and b.state = 'booked' and r.profile_id = (select auth.uid());
	if me is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	-- Who counts waits for who says so, or the other way round.
	select b.* into came from private.bookings b where b.id = thank_speaker.booking_id for key share;
	if came.ends_at > private.clock() or came.thanks is not null then
		raise sqlstate 'PT409' using message = 'not now', hint = 'speaker_thanked';
	end if;
	insert into private.booking_thanks (booking_id, resident_id) values (came.id, me)
	on conflict do nothing;
end;
$$;
revoke execute on function public.thank_speaker(uuid) from public;
grant execute on function public.thank_speaker(uuid) to authenticated;
comment on function public.thank_speaker(uuid) is
	'A member says thank you to who came, until three days after. Nobody sees who did. 409 speaker_thanked.';

create function private.pass_on_thanks() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	came private.bookings;
	said integer;
begin
	for came in
		select b.* from private.bookings b
		where b.state = 'booked' and b.thanks is null and b.ends_at <= private.clock() - interval '3 days'
		order by b.id for update skip locked
	loop
		delete from private.booking_thanks t where t.booking_id = came.id;
		get diagnostics said = row_count;
		update private.bookings b set thanks = said where b.id = came.id;
		if said > 0 then
			perform private.mail_speaker(came, 'booking_thanks');
		end if;
	end loop;
end;
$$;
revoke execute on function private.pass_on_thanks() from public;
comment on function private.pass_on_thanks() is
	'One mail to who came, with how many said thank you; who they are is forgotten with that.';

-- What a group and its facilitators see -------------------------------------------------------------------

create function private.speaker_comes(meetup_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select from private.bookings b
		where b.meetup_id = speaker_comes.meetup_id and b.state = 'booked'
	);
end;
$$;
revoke execute on function private.speaker_comes(uuid) from public;

create function private.speaker_at(meetup_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object('name', s.name, 'topic', w.topic, 'words', w.words)
		from private.bookings b
		join private.speaker_wishes w on w.id = b.wish_id
		join public.speakers s on s.id = b.speaker_id
		where b.meetup_id = speaker_at.meetup_id and b.state = 'booked'
			and private.may_enter(speaker_at.meetup_id)
	);
end;
$$;
revoke execute on function private.speaker_at(uuid) from public;
grant execute on function private.speaker_at(uuid) to authenticated;
comment on function private.speaker_at(uuid) is
	'Who comes to tell about what, for who may enter: members, this week''s guests, facilitators.';

create function private.speaker_of(group_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	moment constant timestamptz := private.clock();
	joined constant boolean := speaker_of.group_id in (select private.my_group_ids());
begin
	if not joined and speaker_of.group_id not in (select private.my_facilitated_group_ids()) then
		return null;
	end if;
	return jsonb_build_object(
		'wish', (
			select jsonb_build_object(
				'id', w.id, 'topic', w.topic, 'words', w.words, 'bookingId', b.id,
				'name', s.name, 'startsAt', b.starts_at
			)
			from private.speaker_wishes w
			-- Who is asked and did not answer is the facilitators' to know.
			left join private.bookings b on b.wish_id = w.id and b.state = 'booked'
			left join public.speakers s on s.id = b.speaker_id
			where w.group_id = speaker_of.group_id and w.settled_at is null
				and coalesce(b.ends_at > moment, true)
		),
		'thanks', (
			select jsonb_build_object(
				'bookingId', b.id, 'name', s.name, 'topic', w.topic, 'words', w.words,
				'said', exists (
					select from private.booking_thanks t
					where t.booking_id = b.id and t.resident_id in (select private.my_resident_ids())
				)
			)
			from private.speaker_wishes w
			join private.bookings b on b.wish_id = w.id
			join public.speakers s on s.id = b.speaker_id
			where joined and w.group_id = speaker_of.group_id and b.state = 'booked' and b.thanks is null
				and b.ends_at between moment - interval '3 days' and moment
			order by b.ends_at desc limit 1
		)
	);
end;
$$;
revoke execute on function private.speaker_of(uuid) from public;
grant execute on function private.speaker_of(uuid) to authenticated;
comment on function private.speaker_of(uuid) is
	'What the group wishes, who comes, and whom to thank; for its members, and without thanks for its facilitators.';

create function private.speaker_tasks() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'id', w.id, 'groupName', g.name, 'topic', w.topic, 'words', w.words, 'timeZone', n.time_zone,
			'state', coalesce(b.state, 'asked'), 'speaker', s.name,
			'telephone', case when b.state = 'call' then coalesce(s.telephone, s.email) end,
			'day', (
				select min(d.starts_at) from private.booking_dates d
				where d.booking_id = b.id and d.starts_at > private.clock()
			)
		) order by w.wished_at, w.id), '[]')
		from private.speaker_wishes w
		join public.groups g on g.id = w.group_id
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		left join private.bookings b on b.wish_id = w.id and private.link_stands(b)
		left join public.speakers s on s.id = b.speaker_id
		where w.group_id = any (array(select private.my_facilitated_group_ids()))
			and w.settled_at is null
			and not exists (select from private.bookings c where c.wish_id = w.id and c.state = 'booked')
	);
end;
$$;
revoke execute on function private.speaker_tasks() from public;
grant execute on function private.speaker_tasks() to authenticated;
comment on function private.speaker_tasks() is
	'Wishes of the groups I facilitate for which no speaker is certain, who is asked, and who would like to be called.';

create function public.wish_page(wish_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	wished private.speaker_wishes;
	asked private.bookings;
begin
	select w.* into wished from private.speaker_wishes w
	where w.id = wish_page.wish_id and w.settled_at is null
		and w.group_id in (select private.my_facilitated_group_ids());
	if wished.id is null then
		return null;
	end if;
	select b.* into asked from private.bookings b
	where b.wish_id = wished.id and private.link_stands(b);
	return (
		with days as materialized (
			select m.id, m.starts_at, m.ends_at from public.meetups m
			where m.group_id = wished.group_id and m.state in ('planned', 'moved')
				and m.starts_at > private.clock()
			order by m.starts_at limit 8
		)
		select jsonb_build_object(
			'id', wished.id, 'groupId', g.id, 'groupName', g.name, 'topic', wished.topic,
			'words', wished.words, 'timeZone', n.time_zone,
			'refused', (
				select coalesce(jsonb_agg(distinct b.speaker_id), '[]') from private.bookings b
				where b.wish_id = wished.id and b.state in ('declined', 'lapsed')
			),
			'booking', (
				select jsonb_build_object(
					'id', asked.id, 'state', asked.state, 'askedAt', asked.asked_at, 'speaker', s.name,
					'telephone', s.telephone, 'email', s.email, 'startsAt', asked.starts_at,
					'asker', (select a.first_name from public.staff a where a.id = asked.asked_by),
					'days', (
						select coalesce(jsonb_agg(jsonb_build_object(
							'meetupId', m.id, 'startsAt', m.starts_at, 'endsAt', m.ends_at,
							'free', private.day_is_free(asked, d)
						) order by m.starts_at), '[]')
						from private.booking_dates d join public.meetups m on m.id = d.meetup_id
						where d.booking_id = asked.id
					)
				)
				from public.speakers s where s.id = asked.speaker_id
			),
			'speakers', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'id', s.id, 'name', s.name, 'organisation', s.organisation, 'ownTopic', s.own_topic,
					'stepsFreeNeeded', s.steps_free_needed, 'plainLanguage', s.plain_language,
					'needs', s.needs, 'costCents', s.cost_cents, 'topics', t.topics, 'days', f.days
				) order by wished.topic = any (t.topics) desc, lower(s.name), s.id), '[]')
				from public.speakers s
				cross join lateral (
					select array(
						select o.topic from public.speaker_topics o where o.speaker_id = s.id order by o.topic
					) as topics
				) t
				cross join lateral (
					select coalesce(jsonb_agg(jsonb_build_object(
						'meetupId', days.id, 'startsAt', days.starts_at, 'endsAt', days.ends_at
					) order by days.starts_at), '[]') as days
					from days where private.speaker_is_free(s.id, days.starts_at, days.ends_at)
				) f
				where asked.id is null and s.neighbourhood_id = g.neighbourhood_id and s.archived_at is null
			)
		)
		from public.groups g join public.neighbourhoods n on n.id = g.neighbourhood_id
		where g.id = wished.group_id
	);
end;
$$;
revoke execute on function public.wish_page(uuid) from public;
grant execute on function public.wish_page(uuid) to authenticated;
comment on function public.wish_page(uuid) is
	'A wish, who is asked, or else who could be and on which days of the group; for its facilitators, null for all others.';

create function private.my_booking_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return jsonb_build_object(
		'bookings', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', b.id, 'neighbourhoodId', b.neighbourhood_id, 'wishId', b.wish_id,
				'meetupId', b.meetup_id, 'speakerId', b.speaker_id, 'askedBy', b.asked_by, 'state', b.state,
				'askedAt', b.asked_at, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'reason', b.reason
			) order by b.asked_at, b.id), '[]')
			from private.bookings b join public.staff s on s.id = b.asked_by
			where s.profile_id = (select auth.uid())
		),
		'bookingThanks', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'bookingId', t.booking_id, 'residentId', t.resident_id
			) order by t.booking_id), '[]')
			from private.booking_thanks t where t.resident_id in (select private.my_resident_ids())
		)
	);
end;
$$;
revoke execute on function private.my_booking_rows() from public;
