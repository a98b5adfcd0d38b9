-- The sprekersbank of a neighbourhood: who can come and tell a group about something.

create type public.speaker_topic as enum (
	'health', 'money', 'food', 'digital', 'police', 'nature', 'own'
);

create table public.speakers (
	id uuid primary key default gen_random_uuid(),
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	name text not null check (
		char_length(name) between 1 and 80 and name = btrim(name) and name !~ '[[:cntrl:]]'
	),
	organisation text check (
		char_length(organisation) between 1 and 80 and organisation = btrim(organisation)
		and organisation !~ '[[:cntrl:]]'
	),
	own_topic text check (
		char_length(own_topic) between 1 and 60 and own_topic = btrim(own_topic)
		and own_topic !~ '[[:cntrl:]]'
	),
	plain_language boolean not null default false,
	languages text[] not null default '{nl}' check (
		cardinality(languages) > 0 and languages <@ array[
			'nl', 'en', 'tr', 'ar', 'pl', 'uk', 'ti', 'so', 'fa', 'fr', 'de', 'es'
		]
	),
	steps_free_needed boolean not null default false,
	needs text check (
		char_length(needs) between 1 and 300 and needs = btrim(needs) and needs !~ '[[:cntrl:]]'
	),
	cost_cents integer check (cost_cents between 1 and 1000000),
	email text not null check (char_length(email) between 3 and 254 and email ~ '^[^\s@]+@[^\s@]+$'),
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	notes text check (
		char_length(notes) between 1 and 500 and notes = btrim(notes) and notes !~ '[[:cntrl:]]'
	),
	archived_at timestamptz
);
-- One person may speak for two organisations, and two may share an address.
create unique index speakers_one_of_a_name
	on public.speakers (neighbourhood_id, lower(email), lower(name));
create index speakers_in_order on public.speakers (neighbourhood_id, lower(name), id);
create index speakers_archived_at on public.speakers (archived_at) where archived_at is not null;

create table public.speaker_topics (
	speaker_id uuid not null references public.speakers (id) on delete cascade,
	topic public.speaker_topic not null,
	primary key (speaker_id, topic)
);

create table public.speaker_free_days (
	speaker_id uuid not null references public.speakers (id) on delete cascade,
	weekday smallint not null check (weekday between 1 and 7),
	part public.day_part not null,
	primary key (speaker_id, weekday, part)
);

create table public.speaker_away (
	speaker_id uuid not null references public.speakers (id) on delete cascade,
	first_on date not null,
	last_on date not null check (last_on between first_on and first_on + 366),
	primary key (speaker_id, first_on)
);
create index speaker_away_last_on on public.speaker_away (last_on);

alter table public.speakers enable row level security;
alter table public.speakers force row level security;
alter table public.speaker_topics enable row level security;
alter table public.speaker_topics force row level security;
alter table public.speaker_free_days enable row level security;
alter table public.speaker_free_days force row level security;
alter table public.speaker_away enable row level security;
alter table public.speaker_away force row level security;

create policy "facilitators see the speakers of their neighbourhood"
	on public.speakers for select to authenticated
	using (neighbourhood_id = any (array(select private.my_facilitated_neighbourhood_ids())));
create policy "facilitators see what the speakers of their neighbourhood tell about"
	on public.speaker_topics for select to authenticated
	using (exists (select from public.speakers s where s.id = speaker_id));
create policy "facilitators see when the speakers of their neighbourhood can come"
	on public.speaker_free_days for select to authenticated
	using (exists (select from public.speakers s where s.id = speaker_id));
create policy "facilitators see when the speakers of their neighbourhood are away"
	on public.speaker_away for select to authenticated
	using (exists (select from public.speakers s where s.id = speaker_id));

grant select (
	id, neighbourhood_id, name, organisation, own_topic, plain_language, languages, steps_free_needed,
	needs, cost_cents, email, telephone, notes, archived_at
) on public.speakers to authenticated;
grant select (speaker_id, topic) on public.speaker_topics to authenticated;
grant select (speaker_id, weekday, part) on public.speaker_free_days to authenticated;
grant select (speaker_id, first_on, last_on) on public.speaker_away to authenticated;

comment on table public.speakers is
	'Who can come and tell a group about something, as facilitators of the neighbourhood wrote it down. A speaker has no account; it is the interest of both that a group can find them. For those facilitators alone. Ground: legitimate interest. Term: as long as the neighbourhood may ask them; a year after they were put away.';
comment on table public.speaker_topics is
	'What a speaker tells about. For the facilitators of the neighbourhood. Ground: legitimate interest. Term: as long as the speaker is kept.';
comment on table public.speaker_free_days is
	'On which days of the week a speaker can usually come. For the facilitators of the neighbourhood. Ground: legitimate interest. Term: as long as the speaker is kept.';
comment on table public.speaker_away is
	'On which days a speaker cannot come at all. For the facilitators of the neighbourhood. Ground: legitimate interest. Term: eight weeks after the last day.';
comment on column public.speakers.own_topic is 'What the topic own is.';
comment on column public.speakers.steps_free_needed is 'Cannot do steps.';
comment on column public.speakers.cost_cents is 'Null is free.';

insert into private.retention (table_name, ground, term, expired) values
	('public.speakers', 'a speaker who was put away may come back', '1 year', 'archived_at < $1'),
	('public.speaker_away', 'whoever asks again reads why it did not suit', '56 days',
		'last_on < $1::date');

-- When can they come? -------------------------------------------------------------------------------

create function private.speaker_is_free(
	speaker_id uuid, starts_at timestamptz, ends_at timestamptz
) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select from public.speakers s
		join public.neighbourhoods n on n.id = s.neighbourhood_id
		cross join lateral (
			select speaker_is_free.starts_at at time zone n.time_zone as begins,
				speaker_is_free.ends_at at time zone n.time_zone as ends
		) local
		where s.id = speaker_is_free.speaker_id and s.archived_at is null
			-- Who said no days can be asked for any.
			and (
				not exists (select from public.speaker_free_days d where d.speaker_id = s.id)
				or exists (
					select from public.speaker_free_days d
					where d.speaker_id = s.id and d.weekday = extract(isodow from local.begins)
						and d.part = case
							when local.begins::time < '12:00' then 'morning'
							when local.begins::time < '18:00' then 'afternoon'
							else 'evening'
						end::public.day_part
				)
			)
			and not exists (
				select from public.speaker_away a
				where a.speaker_id = s.id and a.first_on <= local.ends::date and a.last_on >= local.begins::date
			)
			and not exists (
				select from private.bookings b
				where b.speaker_id = s.id and b.state = 'booked'
					and private.with_travel(b.starts_at, b.ends_at)
						&& private.with_travel(speaker_is_free.starts_at, speaker_is_free.ends_at)
			)
	);
end;
$$;
revoke execute on function private.speaker_is_free(uuid, timestamptz, timestamptz) from public;
grant execute on function private.speaker_is_free(uuid, timestamptz, timestamptz) to authenticated;
comment on function private.speaker_is_free(uuid, timestamptz, timestamptz) is
	'Whether a speaker usually can then, by the part of the day it begins in and the clock of the neighbourhood, is not away or expected elsewhere, and was not put away.';

-- Writing them down ---------------------------------------------------------------------------------

create function private.speaker_words(speaker public.speakers) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', speaker.id, 'name', speaker.name, 'organisation', speaker.organisation,
		'ownTopic', speaker.own_topic, 'plainLanguage', speaker.plain_language,
		'languages', speaker.languages, 'stepsFreeNeeded', speaker.steps_free_needed,
		'needs', speaker.needs, 'costCents', speaker.cost_cents, 'email', speaker.email,
		'telephone', speaker.telephone, 'notes', speaker.notes,
		'archived', speaker.archived_at is not null,
		'topics', (
			select coalesce(jsonb_agg(t.topic order by t.topic), '[]')
			from public.speaker_topics t where t.speaker_id = speaker.id
		),
		'freeDays', (
			select coalesce(jsonb_agg(d.weekday || '-' || d.part order by d.weekday, d.part), '[]')
			from public.speaker_free_days d where d.speaker_id = speaker.id
		),
		'away', (
			select coalesce(jsonb_agg(
				jsonb_build_object('firstOn', a.first_on, 'lastOn', a.last_on) order by a.first_on
			), '[]')
			from public.speaker_away a where a.speaker_id = speaker.id
		)
	);
$$;
revoke execute on function private.speaker_words(public.speakers) from public;
grant execute on function private.speaker_words(public.speakers) to authenticated;
comment on function private.speaker_words(public.speakers) is
	'All that is known of a speaker, as pages and files have it and write_speakers takes it.';

create function private.write_speakers(neighbourhood_id uuid, speakers jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	ids constant uuid[] := array(
		select (s.speaker ->> 'id')::uuid from jsonb_array_elements(write_speakers.speakers) s (speaker)
	);
begin
	insert into public.speakers as s (
		id, neighbourhood_id, name, organisation, own_topic, plain_language, languages,
		steps_free_needed, needs, cost_cents, email, telephone, notes
	)
	select
		w.id, write_speakers.neighbourhood_id, w.name, w.organisation, w."ownTopic", w."plainLanguage",
		w.languages, w."stepsFreeNeeded", w.needs, w."costCents", w.email, w.telephone, w.notes
	from jsonb_to_recordset(write_speakers.speakers) w (
		id uuid, name text, organisation text, "ownTopic" text, "plainLanguage" boolean,
		languages text[], "stepsFreeNeeded" boolean, needs text, "costCents" integer, email text,
		telephone text, notes text
	)
	on conflict on constraint speakers_pkey do update set
		name = excluded.name, organisation = excluded.organisation, own_topic = excluded.own_topic,
		plain_language = excluded.plain_language, languages = excluded.languages,
		steps_free_needed = excluded.steps_free_needed, needs = excluded.needs,
		cost_cents = excluded.cost_cents, email = excluded.email, telephone = excluded.telephone,
		notes = excluded.notes, archived_at = null;
	-- An id of another neighbourhood says nothing, not even that it is taken.
	if (
		select count(*) from public.speakers s
		where s.id = any (ids) and s.neighbourhood_id = write_speakers.neighbourhood_id
	) < cardinality(ids) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif (
		select count(*) from public.speakers s where s.neighbourhood_id = write_speakers.neighbourhood_id
	) > 20000 then
		raise sqlstate 'PT409' using message = 'twenty thousand', hint = 'too_many_speakers';
	end if;
	delete from public.speaker_topics t where t.speaker_id = any (ids);
	insert into public.speaker_topics (speaker_id, topic)
	select (s.speaker ->> 'id')::uuid, t.topic::public.speaker_topic
	from jsonb_array_elements(write_speakers.speakers) s (speaker)
	cross join lateral (
		select jsonb_array_elements_text(s.speaker -> 'topics')
		-- What the own topic is and that there is one go together.
		except select 'own'
		union select 'own' where s.speaker ->> 'ownTopic' is not null
	) t (topic);
	delete from public.speaker_free_days d where d.speaker_id = any (ids);
	insert into public.speaker_free_days (speaker_id, weekday, part)
	select
		(s.speaker ->> 'id')::uuid, split_part(d.moment, '-', 1)::smallint,
		split_part(d.moment, '-', 2)::public.day_part
	from jsonb_array_elements(write_speakers.speakers) s (speaker)
	cross join lateral (
		select distinct jsonb_array_elements_text(s.speaker -> 'freeDays')
	) d (moment);
	delete from public.speaker_away a where a.speaker_id = any (ids);
	insert into public.speaker_away (speaker_id, first_on, last_on)
	select (s.speaker ->> 'id')::uuid, a."firstOn", max(a."lastOn")
	from jsonb_array_elements(write_speakers.speakers) s (speaker)
	cross join lateral jsonb_to_recordset(s.speaker -> 'away') a ("firstOn" date, "lastOn" date)
	group by s.speaker ->> 'id', a."firstOn";
exception when unique_violation or cardinality_violation then
	raise sqlstate 'PT409' using message = 'the same name and address', hint = 'speaker_exists';
end;
$$;
revoke execute on function private.write_speakers(uuid, jsonb) from public;
comment on function private.write_speakers(uuid, jsonb) is
	'Writes whole speakers, new ones and known ones, all or none; who was put away is back. The caller checks that they may.';

create function private.lock_facilitated(neighbourhood_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if lock_facilitated.neighbourhood_id is null
		or lock_facilitated.neighbourhood_id not in (select private.my_facilitated_neighbourhood_ids())
	then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	-- One writes in a bank at a time: of two files at once the second knows what the first brought.
	perform from public.neighbourhoods n
	where n.id = lock_facilitated.neighbourhood_id for no key update;
end;
$$;
revoke execute on function private.lock_facilitated(uuid) from public;

create function private.lock_speaker(speaker_id uuid) returns public.speakers
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked public.speakers;
begin
	select * into locked from public.speakers s
	where s.id = lock_speaker.speaker_id
		and s.neighbourhood_id in (select private.my_facilitated_neighbourhood_ids())
	for no key update;
	if locked.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return locked;
end;
$$;
revoke execute on function private.lock_speaker(uuid) from public;

create function private.given(handed jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	-- Lite hands over JSON written out as one string.
	select case jsonb_typeof(given.handed) when 'string' then (given.handed #>> '{}')::jsonb else given.handed end;
$$;
revoke execute on function private.given(jsonb) from public;

create function public.keep_speaker(id uuid, neighbourhood_id uuid, speaker jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	known public.speakers;
begin
	perform private.lock_facilitated(keep_speaker.neighbourhood_id);
	select * into known from public.speakers s where s.id = keep_speaker.id;
	perform private.write_speakers(keep_speaker.neighbourhood_id, jsonb_build_array(
		jsonb_build_object('away', private.speaker_words(known) -> 'away') || private.given(keep_speaker.speaker)
			|| jsonb_build_object('id', keep_speaker.id)
	));
end;
$$;
revoke execute on function public.keep_speaker(uuid, uuid, jsonb) from public;
grant execute on function public.keep_speaker(uuid, uuid, jsonb) to authenticated;
comment on function public.keep_speaker(uuid, uuid, jsonb) is
	'A facilitator writes down a speaker, or changes one, who is then no longer put away. When they are away stays as it was. 409 speaker_exists, too_many_speakers.';

create function public.archive_speaker(speaker_id uuid, archive boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	speaker constant public.speakers := private.lock_speaker(archive_speaker.speaker_id);
begin
	update public.speakers s
	set archived_at = case
		when archive_speaker.archive then coalesce(s.archived_at, private.clock())
	end
	where s.id = speaker.id;
end;
$$;
revoke execute on function public.archive_speaker(uuid, boolean) from public;
grant execute on function public.archive_speaker(uuid, boolean) to authenticated;
comment on function public.archive_speaker(uuid, boolean) is
	'A facilitator puts a speaker away, or back among the others. Twice is once.';

create function public.remove_speaker(speaker_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	speaker constant public.speakers := private.lock_speaker(remove_speaker.speaker_id);
begin
	if speaker.archived_at is null then
		raise sqlstate 'PT409' using message = 'not put away', hint = 'speaker_in_use';
	elsif private.speaker_is_expected(speaker.id) then
		raise sqlstate 'PT409' using message = 'asked to come', hint = 'speaker_expected';
	end if;
	delete from public.speakers s where s.id = speaker.id;
end;
$$;
revoke execute on function public.remove_speaker(uuid) from public;
grant execute on function public.remove_speaker(uuid) to authenticated;
comment on function public.remove_speaker(uuid) is
	'A facilitator erases a speaker who was put away, such as one who asks for it. 409 speaker_in_use, speaker_expected.';

create function public.send_speaker_away(speaker_id uuid, first_on date, last_on date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	speaker constant public.speakers := private.lock_speaker(send_speaker_away.speaker_id);
begin
	if (select count(*) from public.speaker_away a where a.speaker_id = speaker.id) >= 50 then
		raise sqlstate 'PT409' using message = 'fifty', hint = 'too_many_days_away';
	end if;
	insert into public.speaker_away as a (speaker_id, first_on, last_on)
	values (speaker.id, send_speaker_away.first_on, send_speaker_away.last_on)
	on conflict on constraint speaker_away_pkey do update set last_on = excluded.last_on;
end;
$$;
revoke execute on function public.send_speaker_away(uuid, date, date) from public;
grant execute on function public.send_speaker_away(uuid, date, date) to authenticated;
comment on function public.send_speaker_away(uuid, date, date) is
	'From when to when a speaker cannot come, both days included; from the same day again replaces it. 409 too_many_days_away.';

create function public.bring_speaker_back(speaker_id uuid, first_on date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	speaker constant public.speakers := private.lock_speaker(bring_speaker_back.speaker_id);
begin
	delete from public.speaker_away a
	where a.speaker_id = speaker.id and a.first_on = bring_speaker_back.first_on;
end;
$$;
revoke execute on function public.bring_speaker_back(uuid, date) from public;
grant execute on function public.bring_speaker_back(uuid, date) to authenticated;
comment on function public.bring_speaker_back(uuid, date) is
	'A speaker can come after all on the days from this one on.';

-- A whole file ----------------------------------------------------------------------------------------

create function public.import_speakers(neighbourhood_id uuid, speakers jsonb, dry_run boolean)
returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	listed constant jsonb := private.given(import_speakers.speakers);
	counts jsonb;
	whole jsonb;
begin
	perform private.lock_facilitated(import_speakers.neighbourhood_id);
	if jsonb_array_length(listed) > 10000 then
		raise sqlstate 'PT422' using message = 'ten thousand', hint = 'too_many_rows';
	end if;
	with read as (
		select i.row, s.id, s.archived_at, private.speaker_words(s) as known
		from jsonb_array_elements(listed) i (row)
		left join public.speakers s
			on s.neighbourhood_id = import_speakers.neighbourhood_id
			and lower(s.email) = lower(i.row ->> 'email') and lower(s.name) = lower(i.row ->> 'name')
	)
	select
		jsonb_build_object(
			'added', count(*) filter (where r.id is null),
			'known', count(*) filter (where r.id is not null),
			'back', count(*) filter (where r.archived_at is not null)
		),
		-- What the file has no column for stays as it was.
		coalesce(jsonb_agg(
			'{
				"topics": [], "freeDays": [], "away": [], "languages": ["nl"],
				"plainLanguage": false, "stepsFreeNeeded": false
			}'::jsonb
			|| case when r.id is null then '{}' else r.known end || r.row
			|| jsonb_build_object('id', coalesce(r.id, gen_random_uuid()))
		), '[]')
		into counts, whole
	from read r;
	if import_speakers.dry_run is not true then
		perform private.write_speakers(import_speakers.neighbourhood_id, whole);
	end if;
	return counts;
end;
$$;
revoke execute on function public.import_speakers(uuid, jsonb, boolean) from public;
grant execute on function public.import_speakers(uuid, jsonb, boolean) to authenticated;
comment on function public.import_speakers(uuid, jsonb, boolean) is
	'All speakers of a file or none: who has the name and address of a known one is that one, and no longer put away. Answers how many are new, known and back. A dry run only counts. 409 speaker_exists when one is in it twice, 422 too_many_rows over 10,000.';

-- It reads a whole bank at once: with row rules asked of each row that takes a minute.
create function public.export_speakers(slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select (
			select coalesce(jsonb_agg(private.speaker_words(s) order by lower(s.name), s.id), '[]')
			from public.speakers s where s.neighbourhood_id = n.id and s.archived_at is null
		)
		from public.neighbourhoods n
		where n.slug = export_speakers.slug
			and n.id = any (array(select private.my_facilitated_neighbourhood_ids()))
	);
end;
$$;
revoke execute on function public.export_speakers(text) from public;
grant execute on function public.export_speakers(text) to authenticated;
comment on function public.export_speakers(text) is
	'Everything of every speaker but who was put away, for facilitators of the neighbourhood; null for all others.';

-- The pages -------------------------------------------------------------------------------------------

create function public.speakers_page(
	slug text, words text, topic public.speaker_topic, on_date date, part public.day_part,
	archived boolean, skip integer
) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		with found as materialized (
			select s from public.neighbourhoods n join public.speakers s on s.neighbourhood_id = n.id
			where n.slug = speakers_page.slug
				and (s.archived_at is not null) = coalesce(speakers_page.archived, false)
				and (speakers_page.topic is null or exists (
					select from public.speaker_topics t
					where t.speaker_id = s.id and t.topic = speakers_page.topic
				))
				and not exists (
					select from regexp_split_to_table(lower(coalesce(speakers_page.words, '')), '\s+') w
					where strpos(
						lower(concat_ws(' ', s.name, s.organisation, s.own_topic, s.needs, s.notes)), w
					) = 0
				)
				and (speakers_page.on_date is null or exists (
					select from (
						values ('morning'::public.day_part, time '09:00', time '12:00'),
							('afternoon', '13:00', '17:00'), ('evening', '19:00', '22:00')
					) d (part, begins, ends)
					where d.part = coalesce(speakers_page.part, d.part) and private.speaker_is_free(
						s.id, (speakers_page.on_date + d.begins) at time zone n.time_zone,
						(speakers_page.on_date + d.ends) at time zone n.time_zone
					)
				))
		)
		select jsonb_build_object(
			'id', n.id, 'name', n.name, 'today', private.local_date(private.clock(), n.time_zone),
			'count', (select count(*) from found),
			'speakers', (
				select coalesce(jsonb_agg(private.speaker_words(p.s) order by lower((p.s).name), (p.s).id), '[]')
				from (
					select found.s from found
					order by lower((found.s).name), (found.s).id
					limit 30 offset greatest(speakers_page.skip, 0)
				) p
			)
		)
		from public.neighbourhoods n
		where n.slug = speakers_page.slug
			and n.id = any (array(select private.my_facilitated_neighbourhood_ids()))
	);
end;
$$;
revoke execute on function public.speakers_page(
	text, text, public.speaker_topic, date, public.day_part, boolean, integer
) from public;
grant execute on function public.speakers_page(
	text, text, public.speaker_topic, date, public.day_part, boolean, integer
) to authenticated;
comment on function public.speakers_page(
	text, text, public.speaker_topic, date, public.day_part, boolean, integer
) is
	'Speakers of the neighbourhood with all of the words, about the topic, free in that part of that day; thirty of them after skip, and how many there are. For its facilitators; null for all others.';

create function public.speaker_page(slug text, speaker_id uuid) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
	return (
		select jsonb_build_object('neighbourhoodId', n.id) || private.speaker_words(s)
		from public.neighbourhoods n join public.speakers s on s.neighbourhood_id = n.id
		where n.slug = speaker_page.slug and s.id = speaker_page.speaker_id
			and n.id = any (array(select private.my_facilitated_neighbourhood_ids()))
	);
end;
$$;
revoke execute on function public.speaker_page(text, uuid) from public;
grant execute on function public.speaker_page(text, uuid) to authenticated;
comment on function public.speaker_page(text, uuid) is
	'All that is known of a speaker, for facilitators of the neighbourhood; null for all others.';
