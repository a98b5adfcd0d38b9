-- Buurthulp: what neighbours offer and ask, who would like to, and what came of it. Care knows nothing
-- of help and help nothing of care. Nothing here counts hours, stars or turns of anybody.

create type public.help_kind as enum ('offer', 'request');
create type public.help_category as enum (
	'errands', 'child_minding', 'odd_job', 'community_centre', 'company', 'device', 'other'
);
create type public.help_moment as enum ('any_time', 'once', 'weekly');
create type public.help_audience as enum ('neighbourhood', 'group');
create type public.help_state as enum ('proposed', 'open', 'resting', 'withdrawn');
create type public.help_choice as enum ('yes', 'no');

create table public.blocks (
	blocker_id uuid not null references public.profiles (id) on delete cascade,
	blocked_id uuid not null references public.profiles (id) on delete cascade,
	made_at timestamptz not null,
	primary key (blocker_id, blocked_id),
	check (blocker_id <> blocked_id)
);
create index blocks_blocked_id on public.blocks (blocked_id);

create table public.help_posts (
	id uuid primary key default gen_random_uuid(),
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	author_id uuid not null references public.residents (id) on delete cascade,
	kind public.help_kind not null,
	category public.help_category not null,
	words text not null check (
		char_length(words) between 1 and 280 and words = btrim(words) and words !~ '[[:cntrl:]]'
	),
	moment public.help_moment not null,
	on_date date,
	weekday smallint check (weekday between 1 and 7),
	at_time time,
	version integer not null default 1,
	audience public.help_audience not null,
	group_id uuid references public.groups (id) on delete set null,
	state public.help_state not null,
	placed_at timestamptz not null,
	ask_at timestamptz not null,
	proposer_id uuid references public.staff (id) on delete set null,
	declined_at timestamptz,
	hidden_at timestamptz,
	check ((moment = 'any_time') = (at_time is null)),
	check ((moment = 'once') = (on_date is not null)),
	check ((moment = 'weekly') = (weekday is not null)),
	check (audience = 'group' or group_id is null)
);
create index help_posts_neighbourhood_id on public.help_posts (neighbourhood_id, placed_at desc, id desc)
	where state = 'open' and audience = 'neighbourhood';
create index help_posts_group_id on public.help_posts (group_id, placed_at desc, id desc);
create index help_posts_author_id on public.help_posts (author_id);
create index help_posts_proposer_id on public.help_posts (proposer_id);
create index help_posts_ask_at on public.help_posts (ask_at) where state = 'open';
create index help_posts_placed_at on public.help_posts (neighbourhood_id, placed_at)
	where state in ('proposed', 'withdrawn');

create table public.help_asks (
	resident_id uuid primary key references public.residents (id) on delete cascade,
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	asked_at timestamptz not null
);

create table public.help_answers (
	id uuid primary key default gen_random_uuid(),
	post_id uuid not null references public.help_posts (id) on delete cascade,
	answerer_id uuid not null references public.residents (id) on delete cascade,
	line text check (
		char_length(line) between 1 and 280 and line = btrim(line) and line !~ '[[:cntrl:]]'
	),
	post_version integer not null default 1,
	answered_at timestamptz not null,
	withdrawn_at timestamptz,
	unique (post_id, answerer_id)
);
create index help_answers_answerer_id on public.help_answers (answerer_id);

create table public.help_choices (
	answer_id uuid not null references public.help_answers (id) on delete cascade,
	giver_id uuid not null references public.residents (id) on delete cascade,
	choice public.help_choice not null,
	primary key (answer_id, giver_id)
);
create index help_choices_giver_id on public.help_choices (giver_id);

create table public.help_matches (
	id uuid primary key default gen_random_uuid(),
	answer_id uuid not null references public.help_answers (id) on delete cascade,
	author_id uuid not null references public.residents (id) on delete cascade,
	answerer_id uuid not null references public.residents (id) on delete cascade,
	kind public.help_kind not null,
	category public.help_category not null,
	words text not null,
	moment public.help_moment not null,
	on_date date,
	weekday smallint check (weekday between 1 and 7),
	at_time time,
	made_at timestamptz not null,
	introduced_at timestamptz,
	stopped_at timestamptz
);
create index help_matches_answer_id on public.help_matches (answer_id);
create unique index help_matches_going_on on public.help_matches (answer_id) where stopped_at is null;
create index help_matches_author_id on public.help_matches (author_id);
create index help_matches_answerer_id on public.help_matches (answerer_id);

create table public.help_skips (
	match_id uuid not null references public.help_matches (id) on delete cascade,
	on_date date not null,
	resident_id uuid not null references public.residents (id) on delete cascade,
	primary key (match_id, on_date, resident_id)
);
create index help_skips_resident_id on public.help_skips (resident_id);

create table public.help_reflections (
	id uuid primary key default gen_random_uuid(),
	match_id uuid not null references public.help_matches (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	feeling smallint not null check (feeling between 1 and 3),
	words text check (
		char_length(words) between 1 and 280 and words = btrim(words) and words !~ '[[:cntrl:]]'
	),
	felt_safe boolean,
	wants_call boolean not null default false,
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	shares_words boolean not null default false,
	enjoy public.help_category check (
		enjoy in ('errands', 'child_minding', 'odd_job', 'community_centre')
	),
	written_at timestamptz not null,
	settled_at timestamptz,
	unique (match_id, resident_id),
	-- What goes to the contact person goes with a no alone.
	check (felt_safe is not distinct from false or not (wants_call or shares_words)),
	check (wants_call or telephone is null)
);
create index help_reflections_resident_id on public.help_reflections (resident_id);

create table public.help_thanks (
	match_id uuid not null references public.help_matches (id) on delete cascade,
	from_id uuid not null references public.residents (id) on delete cascade,
	words text not null check (
		char_length(words) between 1 and 280 and words = btrim(words) and words !~ '[[:cntrl:]]'
	),
	sent_at timestamptz not null,
	primary key (match_id, from_id)
);
create index help_thanks_from_id on public.help_thanks (from_id);

create table public.help_pauses (
	resident_id uuid primary key references public.residents (id) on delete cascade,
	until date not null
);

alter table public.blocks enable row level security;
alter table public.blocks force row level security;
alter table public.help_posts enable row level security;
alter table public.help_posts force row level security;
alter table public.help_asks enable row level security;
alter table public.help_asks force row level security;
alter table public.help_answers enable row level security;
alter table public.help_answers force row level security;
alter table public.help_choices enable row level security;
alter table public.help_choices force row level security;
alter table public.help_matches enable row level security;
alter table public.help_matches force row level security;
alter table public.help_skips enable row level security;
alter table public.help_skips force row level security;
alter table public.help_reflections enable row level security;
alter table public.help_reflections force row level security;
alter table public.help_thanks enable row level security;
alter table public.help_thanks force row level security;
alter table public.help_pauses enable row level security;
alter table public.help_pauses force row level security;

-- Who does not see whom ---------------------------------------------------------------------------

create function private.blocked_between(one uuid, other uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (
		select from public.blocks b
		where b.blocker_id = blocked_between.one and b.blocked_id = blocked_between.other
	) or exists (
		select from public.blocks b
		where b.blocker_id = blocked_between.other and b.blocked_id = blocked_between.one
	);
end;
$$;
revoke execute on function private.blocked_between(uuid, uuid) from public;
comment on function private.blocked_between(uuid, uuid) is
	'Whether one of two accounts blocked the other: then neither sees what the other says.';

create function private.hidden_resident_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select r.id
		from (
			select b.blocked_id as profile_id from public.blocks b where b.blocker_id = (select auth.uid())
			union all
			select b.blocker_id from public.blocks b where b.blocked_id = (select auth.uid())
		) apart
		join public.residents r on r.profile_id = apart.profile_id;
end;
$$;
revoke execute on function private.hidden_resident_ids() from public;
grant execute on function private.hidden_resident_ids() to authenticated;
comment on function private.hidden_resident_ids() is
	'Who I blocked or who blocked me, as neighbours: what they say is not for me.';

-- The lock under which two people come together or apart, so that a block and a yes wait for each other.
create function private.lock_pair(one uuid, other uuid) returns void
language sql volatile security definer set search_path = '' as $$
	select pg_advisory_xact_lock(hashtextextended(
		least(lock_pair.one, lock_pair.other)::text || greatest(lock_pair.one, lock_pair.other)::text, 1
	));
$$;
revoke execute on function private.lock_pair(uuid, uuid) from public;

-- What is mine ------------------------------------------------------------------------------------

create function private.my_board_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select r.neighbourhood_id from public.residents r where r.profile_id = (select auth.uid())
		union
		select s.neighbourhood_id from public.staff s where s.profile_id = (select auth.uid());
end;
$$;
revoke execute on function private.my_board_ids() from public;
grant execute on function private.my_board_ids() to authenticated;
comment on function private.my_board_ids() is
	'The neighbourhoods whose Buurthulp I may read: where I live, and where I work.';

create function private.my_staff_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query select s.id from public.staff s where s.profile_id = (select auth.uid());
end;
$$;
revoke execute on function private.my_staff_ids() from public;
grant execute on function private.my_staff_ids() to authenticated;

create function private.my_contact_neighbourhood_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select s.neighbourhood_id from public.staff s
		where s.profile_id = (select auth.uid()) and s.role in ('contact_person', 'stand_in');
end;
$$;
revoke execute on function private.my_contact_neighbourhood_ids() from public;
grant execute on function private.my_contact_neighbourhood_ids() to authenticated;

create policy "people see their own posts, and open ones of their neighbourhood and groups"
	on public.help_posts for select to authenticated
	using (
		author_id = any (array(select private.my_resident_ids()))
		or (
			state = 'open' and hidden_at is null
			and (
				(
					audience = 'neighbourhood'
					and neighbourhood_id = any (array(select private.my_board_ids()))
				)
				or group_id = any (array(select private.my_group_ids()))
			)
			and author_id <> all (array(select private.hidden_resident_ids()))
		)
	);

-- All else is answered by functions alone: that there is a row, or how many, would tell of a no.
grant select (
	id, neighbourhood_id, author_id, kind, category, words, moment, on_date, weekday, at_time, version,
	audience, group_id, state, placed_at
) on public.help_posts to authenticated;

comment on table public.blocks is
	'Who does not want to meet whom; neither sees what the other says. Told to who blocked only. Ground: legitimate interest. Term: until that person takes it back, at most as long as the account.';
comment on table public.help_posts is
	'What a neighbour offers or asks. Read by the neighbourhood or one group, as its author chose. One that staff proposed is read by its author and that person until the author says yes. Ground: agreement. Term: as long as it stands; eight weeks after it is withdrawn, or proposed and not answered.';
comment on table public.help_asks is
	'Who would like somebody to place a post for them, and the number to ring if they gave it. Seen by that person and those who can. Ground: consent. Term: until it is done, at most eight weeks.';
comment on table public.help_answers is
	'Who would like to help, or be helped, with a line. Read by that person and the author of the post. Ground: agreement. Term: as long as the post.';
comment on table public.help_choices is
	'Whether it feels right, of each of the two. Read by its giver only; a no is told to nobody. Ground: consent. Term: as long as the answer.';
comment on table public.help_matches is
	'Two yeses, and what the two agreed on, as it stood then. For the two; with child minding for the contact person until both are introduced. Ground: agreement. Term: two years after it was made; weekly help as long as it goes on.';
comment on table public.help_skips is
	'Not this time, of weekly help. For the two. Ground: agreement. Term: eight weeks after that day.';
comment on table public.help_reflections is
	'How it was. Read by its writer only; that it did not feel safe by the contact person too, with the words and a number to ring if the writer says so. Ground: consent. Term: one year.';
comment on table public.help_thanks is
	'One sentence of thanks to the other. For the two. Ground: consent. Term: one year.';
comment on table public.help_pauses is
	'Who may place no posts until a day, by the contact person. Told to that person. Ground: legitimate interest. Term: until that day.';
comment on column public.help_posts.version is
	'Goes up with each change of what two would agree on: who answered an older one is asked once more.';
comment on column public.help_answers.post_version is 'The post as it was read by who answered.';
comment on column public.help_posts.ask_at is 'When to ask "Staat dit nog?". A week later it rests.';
comment on column public.help_posts.declined_at is
	'The author did not want what staff proposed. Told to nobody: to the proposer it stays a question.';
comment on column public.help_posts.group_id is
	'Of whom may read it when that is one group; null when that group is no more: then nobody else does.';

-- Placing -----------------------------------------------------------------------------------------

insert into private.limits (kind, most, per, exact) values
	('post', 10, '1 day', true),
	('answer', 20, '1 hour', true);

create function private.check_help_moment(
	neighbourhood_id uuid, moment public.help_moment, on_date date, at_time time
) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
	zone constant text := (
		select n.time_zone from public.neighbourhoods n where n.id = check_help_moment.neighbourhood_id
	);
begin
	if check_help_moment.moment <> 'once' then
		return;
	elsif (check_help_moment.on_date + check_help_moment.at_time) at time zone zone <= private.clock() then
		raise sqlstate 'PT409' using message = 'already past', hint = 'moment_in_past';
	elsif check_help_moment.on_date > private.local_date(private.clock(), zone) + 366 then
		raise sqlstate 'PT409' using message = 'over a year ahead', hint = 'not_that_far';
	end if;
end;
$$;
revoke execute on function private.check_help_moment(uuid, public.help_moment, date, time) from public;

create function private.help_ask_at(
	neighbourhood_id uuid, moment public.help_moment, on_date date
) returns timestamptz
language sql stable security definer set search_path = '' as $$
	select least(
		private.clock() + interval '28 days',
		case when help_ask_at.moment = 'once' then (help_ask_at.on_date + 1)::timestamp at time zone n.time_zone end
	)
	from public.neighbourhoods n where n.id = help_ask_at.neighbourhood_id;
$$;
revoke execute on function private.help_ask_at(uuid, public.help_moment, date) from public;
comment on function private.help_ask_at(uuid, public.help_moment, date) is
	'When to ask whether a post still stands: after four weeks, or the day after its only day.';

create function private.check_help_group(group_id uuid, neighbourhood_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
	if not exists (
		select from public.groups g
		where g.id = check_help_group.group_id and g.closed_at is null
			and g.neighbourhood_id = check_help_group.neighbourhood_id
			and g.id in (select private.my_group_ids())
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
end;
$$;
revoke execute on function private.check_help_group(uuid, uuid) from public;

create function private.paused_until(resident_id uuid) returns date
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select p.until
		from public.help_pauses p
		join public.residents r on r.id = p.resident_id
		join public.neighbourhoods n on n.id = r.neighbourhood_id
		where p.resident_id = paused_until.resident_id
			and p.until > private.local_date(private.clock(), n.time_zone)
	);
end;
$$;
revoke execute on function private.paused_until(uuid) from public;
comment on function private.paused_until(uuid) is
	'From which day somebody may place posts again; null when they may now.';

create function private.check_not_paused(resident_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
	if private.paused_until(check_not_paused.resident_id) is not null then
		raise sqlstate 'PT403' using message = 'may not place posts now', hint = 'posting_paused';
	end if;
end;
$$;
revoke execute on function private.check_not_paused(uuid) from public;

create function private.make_room_for_post(resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant text := (select auth.uid())::text;
begin
	if private.is_exhausted('post', me) then
		raise sqlstate 'PT429' using message = 'too many posts today', hint = 'too_many_posts_today';
	end if;
	perform private.note_attempt('post', me);
	perform from public.residents r where r.id = make_room_for_post.resident_id for no key update;
	perform private.check_not_paused(make_room_for_post.resident_id);
	if (
		select count(*) from public.help_posts p
		where p.author_id = make_room_for_post.resident_id
			and p.state in ('open', 'resting')
	) >= 10 then
		raise sqlstate 'PT409' using message = 'ten posts', hint = 'too_many_posts';
	end if;
end;
$$;
revoke execute on function private.make_room_for_post(uuid) from public;

create function private.lock_my_post(post_id uuid) returns public.help_posts
language plpgsql volatile security definer set search_path = '' as $$
declare
	post public.help_posts;
begin
	select * into post from public.help_posts p
	where p.id = lock_my_post.post_id and p.author_id in (select private.my_resident_ids())
		and p.declined_at is null
	for no key update;
	if post.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return post;
end;
$$;
revoke execute on function private.lock_my_post(uuid) from public;
comment on function private.lock_my_post(uuid) is 'My own post, locked; for anyone else it does not exist.';

create function public.place_post(
	id uuid, neighbourhood_id uuid, kind public.help_kind, category public.help_category, words text,
	moment public.help_moment, on_date date, weekday integer, at_time time, group_id uuid
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := private.my_resident_in(place_post.neighbourhood_id);
begin
	-- The same form sent twice places one.
	if exists (select from public.help_posts p where p.id = place_post.id and p.author_id = me) then
		return place_post.id;
	end if;
	perform private.make_room_for_post(me);
	if place_post.group_id is not null then
		perform private.check_help_group(place_post.group_id, place_post.neighbourhood_id);
	end if;
	perform private.check_help_moment(
		place_post.neighbourhood_id, place_post.moment, place_post.on_date, place_post.at_time
	);
	insert into public.help_posts (
		id, neighbourhood_id, author_id, kind, category, words, moment, on_date, weekday, at_time,
		audience, group_id, state, placed_at, ask_at
	) values (
		place_post.id, place_post.neighbourhood_id, me, place_post.kind, place_post.category,
		place_post.words, place_post.moment, place_post.on_date, place_post.weekday, place_post.at_time,
		case when place_post.group_id is null then 'neighbourhood' else 'group' end::public.help_audience,
		place_post.group_id, 'open', private.clock(),
		private.help_ask_at(place_post.neighbourhood_id, place_post.moment, place_post.on_date)
	)
	on conflict on constraint help_posts_pkey do nothing;
	-- An id of somebody else says nothing, not even that it is taken.
	if not exists (select from public.help_posts p where p.id = place_post.id and p.author_id = me) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return place_post.id;
end;
$$;
revoke execute on function public.place_post(
	uuid, uuid, public.help_kind, public.help_category, text, public.help_moment, date, integer, time, uuid
) from public;
grant execute on function public.place_post(
	uuid, uuid, public.help_kind, public.help_category, text, public.help_moment, date, integer, time, uuid
) to authenticated;
comment on function public.place_post(
	uuid, uuid, public.help_kind, public.help_category, text, public.help_moment, date, integer, time, uuid
) is 'Offers or asks help. group_id null: the neighbourhood reads it; else that group of mine. once wants on_date and at_time, weekly weekday and at_time, any_time neither. The same id twice places one. 409 too_many_posts over ten, moment_in_past, not_that_far; 403 posting_paused; 429 too_many_posts_today over ten a day.';

create function public.change_post(
	post_id uuid, category public.help_category, words text,
	moment public.help_moment, on_date date, weekday integer, at_time time,
	audience public.help_audience, group_id uuid
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	post constant public.help_posts := private.lock_my_post(change_post.post_id);
begin
	if post.state = 'withdrawn' then
		raise sqlstate 'PT409' using message = 'withdrawn', hint = 'post_withdrawn';
	end if;
	if (change_post.category, change_post.words) is distinct from (post.category, post.words) then
		perform private.check_not_paused(post.author_id);
	end if;
	if change_post.audience = 'group'
		and (post.audience, post.group_id) is distinct from (change_post.audience, change_post.group_id)
	then
		perform private.check_help_group(change_post.group_id, post.neighbourhood_id);
	end if;
	if (change_post.moment, change_post.on_date, change_post.at_time)
		is distinct from (post.moment, post.on_date, post.at_time)
	then
		perform private.check_help_moment(
			post.neighbourhood_id, change_post.moment, change_post.on_date, change_post.at_time
		);
	end if;
	update public.help_posts p
	set category = change_post.category, words = change_post.words, moment = change_post.moment,
		on_date = change_post.on_date, weekday = change_post.weekday, at_time = change_post.at_time,
		version = p.version + (
			(p.category, p.words, p.moment, p.on_date, p.weekday, p.at_time) is distinct from (
				change_post.category, change_post.words, change_post.moment, change_post.on_date,
				change_post.weekday, change_post.at_time
			)
		)::integer,
		audience = change_post.audience, group_id = change_post.group_id,
		ask_at = private.help_ask_at(post.neighbourhood_id, change_post.moment, change_post.on_date)
	where p.id = post.id;
end;
$$;
revoke execute on function public.change_post(
	uuid, public.help_category, text, public.help_moment, date, integer, time, public.help_audience, uuid
) from public;
grant execute on function public.change_post(
	uuid, public.help_category, text, public.help_moment, date, integer, time, public.help_audience, uuid
) to authenticated;
comment on function public.change_post(
	uuid, public.help_category, text, public.help_moment, date, integer, time, public.help_audience, uuid
) is 'Changes my post in any state but withdrawn (409 post_withdrawn); its words and category not while my placing is closed (403 posting_paused). Offer or request it stays. What two agreed on before does not move. audience group with group_id null: a post of a group that is no more, which stays for nobody else.';

create function public.keep_post(post_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	post constant public.help_posts := private.lock_my_post(keep_post.post_id);
begin
	if post.state = 'withdrawn' then
		raise sqlstate 'PT409' using message = 'withdrawn', hint = 'post_withdrawn';
	elsif post.state = 'proposed' then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	if post.state = 'resting' then
		perform private.check_not_paused(post.author_id);
	end if;
	perform private.check_help_moment(post.neighbourhood_id, post.moment, post.on_date, post.at_time);
	update public.help_posts p
	set state = 'open',
		placed_at = case when post.state = 'resting' then private.clock() else p.placed_at end,
		ask_at = private.help_ask_at(post.neighbourhood_id, post.moment, post.on_date)
	where p.id = post.id;
end;
$$;
revoke execute on function public.keep_post(uuid) from public;
grant execute on function public.keep_post(uuid) to authenticated;
comment on function public.keep_post(uuid) is
	'Staat dit nog? Ja. Also wakes a post that rests, unless my placing is closed (403 posting_paused). Once, on a day that has been: 409 moment_in_past, change it first.';

create function public.withdraw_post(post_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	post constant public.help_posts := private.lock_my_post(withdraw_post.post_id);
begin
	-- Of what staff wrote for me it is a no, and a no is told to nobody.
	if post.state = 'proposed' then
		perform public.answer_proposed_post(post.id, false);
		return;
	end if;
	update public.help_posts p set state = 'withdrawn', placed_at = private.clock()
	where p.id = post.id and p.state <> 'withdrawn';
end;
$$;
revoke execute on function public.withdraw_post(uuid) from public;
grant execute on function public.withdraw_post(uuid) to authenticated;
comment on function public.withdraw_post(uuid) is
	'Takes my post away, for everybody. What two agreed on before goes on.';

create function private.rest_posts() returns void
language sql volatile security definer set search_path = '' as $$
	update public.help_posts p set state = 'resting'
	where p.id in (
		select q.id from public.help_posts q
		where q.state = 'open' and q.ask_at <= private.clock() - interval '7 days'
		order by q.ask_at limit 500 for update skip locked
	);
$$;
revoke execute on function private.rest_posts() from public;

-- Somebody places it for me -------------------------------------------------------------------------

create function public.ask_help_placed(neighbourhood_id uuid, telephone text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := private.my_resident_in(ask_help_placed.neighbourhood_id);
begin
	insert into public.help_asks (resident_id, telephone, asked_at)
	values (me, ask_help_placed.telephone, private.clock())
	on conflict (resident_id) do update set telephone = excluded.telephone;
end;
$$;
revoke execute on function public.ask_help_placed(uuid, text) from public;
grant execute on function public.ask_help_placed(uuid, text) to authenticated;
comment on function public.ask_help_placed(uuid, text) is
	'Asks the contact person and facilitators to place a post in my name; the telephone may be null. Twice asks once.';

create function public.cancel_help_ask(neighbourhood_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := private.my_resident_in(cancel_help_ask.neighbourhood_id);
begin
	delete from public.help_asks a where a.resident_id = me;
end;
$$;
revoke execute on function public.cancel_help_ask(uuid) from public;
grant execute on function public.cancel_help_ask(uuid) to authenticated;

create function private.help_staff_id(neighbourhood_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
	found_id uuid;
begin
	select s.id into found_id from public.staff s
	where s.profile_id = (select auth.uid()) and s.neighbourhood_id = help_staff_id.neighbourhood_id
	order by s.role desc limit 1;
	if found_id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return found_id;
end;
$$;
revoke execute on function private.help_staff_id(uuid) from public;

create function private.whom_i_may_propose_for(neighbourhood_id uuid) returns setof public.residents
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select r.* from public.residents r
	where r.neighbourhood_id = whom_i_may_propose_for.neighbourhood_id
		and r.profile_id <> (select auth.uid())
		and r.id not in (select private.hidden_resident_ids())
		and (
			exists (select from public.help_asks a where a.resident_id = r.id)
			or r.neighbourhood_id in (select private.my_facilitated_neighbourhood_ids())
				and r.id in (select private.known_resident_ids())
		);
end;
$$;
revoke execute on function private.whom_i_may_propose_for(uuid) from public;
comment on function private.whom_i_may_propose_for(uuid) is
	'For staff: who asked for it, and for a facilitator who has or wants a chair. Not of a pair where one blocked the other. Nobody gets a list of all residents.';

create function public.propose_post(
	id uuid, resident_id uuid, kind public.help_kind, category public.help_category, words text,
	moment public.help_moment, on_date date, weekday integer, at_time time
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	neighbourhood uuid;
	proposer uuid;
begin
	select r.neighbourhood_id into neighbourhood
	from public.residents r where r.id = propose_post.resident_id;
	proposer := private.help_staff_id(neighbourhood);
	if exists (
		select from public.help_posts p where p.id = propose_post.id and p.proposer_id = proposer
	) then
		return propose_post.id;
	elsif exists (select from public.help_posts p where p.id = propose_post.id) or not exists (
		select from private.whom_i_may_propose_for(neighbourhood) r where r.id = propose_post.resident_id
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform from public.residents r where r.id = propose_post.resident_id for no key update;
	if (
		select count(*) from public.help_posts p
		where p.author_id = propose_post.resident_id and p.state = 'proposed'
	) >= 5 then
		raise sqlstate 'PT409' using message = 'five proposals', hint = 'too_many_proposals';
	end if;
	perform private.check_help_moment(
		neighbourhood, propose_post.moment, propose_post.on_date, propose_post.at_time
	);
	insert into public.help_posts (
		id, neighbourhood_id, author_id, kind, category, words, moment, on_date, weekday, at_time,
		audience, state, placed_at, ask_at, proposer_id
	) values (
		propose_post.id, neighbourhood, propose_post.resident_id, propose_post.kind,
		propose_post.category, propose_post.words, propose_post.moment, propose_post.on_date,
		propose_post.weekday, propose_post.at_time, 'neighbourhood', 'proposed', private.clock(),
		private.help_ask_at(neighbourhood, propose_post.moment, propose_post.on_date), proposer
	);
	delete from public.help_asks a where a.resident_id = propose_post.resident_id;
	return propose_post.id;
end;
$$;
revoke execute on function public.propose_post(
	uuid, uuid, public.help_kind, public.help_category, text, public.help_moment, date, integer, time
) from public;
grant execute on function public.propose_post(
	uuid, uuid, public.help_kind, public.help_category, text, public.help_moment, date, integer, time
) to authenticated;
comment on function public.propose_post(
	uuid, uuid, public.help_kind, public.help_category, text, public.help_moment, date, integer, time
) is 'Staff of a neighbourhood write a post for somebody of help_desk().people; nobody else sees it until that person says yes. 409 too_many_proposals at five.';

create function public.answer_proposed_post(post_id uuid, accept boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	post constant public.help_posts := private.lock_my_post(answer_proposed_post.post_id);
begin
	if post.state <> 'proposed' then
		-- The same yes sent twice.
		if answer_proposed_post.accept and post.state = 'open' then
			return;
		end if;
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif not answer_proposed_post.accept then
		update public.help_posts p set declined_at = private.clock() where p.id = post.id;
		return;
	end if;
	perform private.make_room_for_post(post.author_id);
	perform private.check_help_moment(post.neighbourhood_id, post.moment, post.on_date, post.at_time);
	update public.help_posts p
	set state = 'open', placed_at = private.clock(),
		ask_at = private.help_ask_at(post.neighbourhood_id, post.moment, post.on_date)
	where p.id = post.id;
end;
$$;
revoke execute on function public.answer_proposed_post(uuid, boolean) from public;
grant execute on function public.answer_proposed_post(uuid, boolean) to authenticated;
comment on function public.answer_proposed_post(uuid, boolean) is
	'Yes places what staff wrote for me; a no is told to nobody. 409 moment_in_past: change it first; otherwise as place_post().';

-- Voelt het goed? -----------------------------------------------------------------------------------

create function private.is_for_me(post public.help_posts) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return post.state in ('open', 'resting') and post.hidden_at is null
		and exists (
			select from public.residents r
			where r.profile_id = (select auth.uid()) and r.neighbourhood_id = post.neighbourhood_id
		)
		and (
			post.audience = 'neighbourhood'
			or coalesce(post.group_id in (select private.my_group_ids()), false)
		)
		and post.author_id not in (select private.hidden_resident_ids());
end;
$$;
revoke execute on function private.is_for_me(public.help_posts) from public;
comment on function private.is_for_me(public.help_posts) is
	'Whether a post that stands, or rests, is meant for me who live here. Taken away, hidden, narrowed to others and of whom I do not meet are all the same.';

create function private.can_answer(post public.help_posts) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return post.state = 'open' and private.is_for_me(post);
end;
$$;
revoke execute on function private.can_answer(public.help_posts) from public;

create function private.count_answer() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant text := (select auth.uid())::text;
begin
	if private.is_exhausted('answer', me) then
		raise sqlstate 'PT429' using message = 'too many answers', hint = 'too_many_answers';
	end if;
	perform private.note_attempt('answer', me);
end;
$$;
revoke execute on function private.count_answer() from public;
comment on function private.count_answer() is
	'The brake on answering, changing an answer and taking it back; before anything is looked up.';

create function public.answer_post(post_id uuid, line text, version integer default null) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	post public.help_posts;
	me uuid;
	answer uuid;
begin
	perform private.count_answer();
	select * into post from public.help_posts p where p.id = answer_post.post_id for share;
	if post.id is null or private.can_answer(post) is not true then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	me := private.my_resident_in(post.neighbourhood_id);
	if post.author_id = me then
		raise sqlstate 'PT409' using message = 'one''s own post', hint = 'own_post';
	end if;
	insert into public.help_answers as a (post_id, answerer_id, line, post_version, answered_at)
	values (
		post.id, me, answer_post.line, least(answer_post.version, post.version), private.clock()
	)
	on conflict on constraint help_answers_post_id_answerer_id_key do update
		set line = excluded.line, withdrawn_at = null,
			post_version = greatest(a.post_version, excluded.post_version),
			answered_at = case when a.withdrawn_at is null then a.answered_at else excluded.answered_at end
	returning a.id into answer;
	insert into public.help_choices (answer_id, giver_id, choice) values (answer, me, 'yes')
	on conflict on constraint help_choices_pkey do update set choice = excluded.choice;
	return answer;
end;
$$;
revoke execute on function public.answer_post(uuid, text, integer) from public;
grant execute on function public.answer_post(uuid, text, integer) to authenticated;
comment on function public.answer_post(uuid, text, integer) is
	'Ik wil wel helpen / Ja, graag, with a line (or null). That is my yes to the version of the post that I read; without one, to how it stands. Again changes the line. My own post: 409 own_post; one that is gone, hidden or not for me: 404. 429 too_many_answers over twenty an hour, changing and taking back too.';

create function private.lock_my_answer(answer_id uuid) returns public.help_answers
language plpgsql volatile security definer set search_path = '' as $$
declare
	answer public.help_answers;
begin
	select * into answer from public.help_answers a
	where a.id = lock_my_answer.answer_id and a.answerer_id in (select private.my_resident_ids())
	for update;
	if answer.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return answer;
end;
$$;
revoke execute on function private.lock_my_answer(uuid) from public;

create function public.withdraw_answer(answer_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	answer public.help_answers;
begin
	perform private.count_answer();
	answer := private.lock_my_answer(withdraw_answer.answer_id);
	update public.help_answers a set withdrawn_at = private.clock()
	where a.id = answer.id and a.withdrawn_at is null;
	update public.help_choices c set choice = 'no'
	where c.answer_id = answer.id and c.giver_id = answer.answerer_id;
	perform private.end_match(m.id) from public.help_matches m
	where m.answer_id = answer.id and m.stopped_at is null;
end;
$$;
revoke execute on function public.withdraw_answer(uuid) from public;
grant execute on function public.withdraw_answer(uuid) to authenticated;
comment on function public.withdraw_answer(uuid) is
	'Toch niet: takes my answer back; stops what came of it. 429 too_many_answers, as answer_post().';

create function private.end_match(match_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	ended public.help_matches;
begin
	update public.help_matches m set stopped_at = private.clock()
	where m.id = end_match.match_id and m.stopped_at is null returning * into ended;
	if ended.id is null then
		return;
	end if;
	-- Whoever stopped it: a new answer is a new question to the author.
	delete from public.help_choices c where c.answer_id = ended.answer_id and c.giver_id = ended.author_id;
	update public.help_answers a set withdrawn_at = private.clock()
	where a.id = ended.answer_id and a.withdrawn_at is null;
	perform private.end_conversation(ended.conversation_id);
end;
$$;
revoke execute on function private.end_match(uuid) from public;
comment on function private.end_match(uuid) is
	'Ends what two agreed on, and their conversation. By whom or why is kept nowhere.';

create function public.choose_answer(answer_id uuid, choice public.help_choice) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	post public.help_posts;
	answer public.help_answers;
	match public.help_matches;
	author uuid;
	answerer uuid;
begin
	-- The post before the answer, as everybody who locks both does.
	select p.* into post
	from public.help_posts p join public.help_answers a on a.post_id = p.id
	where a.id = choose_answer.answer_id and p.author_id in (select private.my_resident_ids())
	for no key update of p;
	select * into answer from public.help_answers a
	where a.id = choose_answer.answer_id and a.post_id = post.id
		and a.answerer_id not in (select private.hidden_resident_ids())
	for update;
	if answer.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	select r.profile_id into author from public.residents r where r.id = post.author_id;
	select r.profile_id into answerer from public.residents r where r.id = answer.answerer_id;
	perform private.lock_pair(author, answerer);
	if private.blocked_between(author, answerer) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	select * into match from public.help_matches m
	where m.answer_id = answer.id and m.stopped_at is null;
	if choose_answer.choice = 'no' or match.id is not null then
		null; -- A no is always fine, and a yes that was given stands.
	elsif answer.withdrawn_at is not null then
		raise sqlstate 'PT409' using message = 'taken back', hint = 'answer_withdrawn';
	elsif post.state = 'withdrawn' or post.hidden_at is not null then
		raise sqlstate 'PT409' using message = 'withdrawn', hint = 'post_withdrawn';
	elsif answer.post_version < post.version then
		raise sqlstate 'PT409' using message = 'changed since', hint = 'answer_outdated';
	end if;
	insert into public.help_choices as c (answer_id, giver_id, choice)
	values (answer.id, post.author_id, choose_answer.choice)
	on conflict on constraint help_choices_pkey do update set choice = excluded.choice;
	if choose_answer.choice = 'no' then
		perform private.end_match(match.id);
		return null;
	elsif match.id is null then
		match.id := private.make_match(post, answer);
	end if;
	return match.id;
end;
$$;
revoke execute on function public.choose_answer(uuid, public.help_choice) from public;
grant execute on function public.choose_answer(uuid, public.help_choice) to authenticated;
comment on function public.choose_answer(uuid, public.help_choice) is
	'The author says yes, and gets the id of what the two now share, or no (null), which changes nothing that anyone else can see. A yes after a no is fine; a no after a yes stops. A yes: 409 answer_withdrawn, post_withdrawn, answer_outdated: changed since that was answered.';

create function private.make_match(post public.help_posts, answer public.help_answers) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	made uuid;
begin
	insert into public.help_matches (
		answer_id, author_id, answerer_id, kind, category, words, moment, on_date, weekday, at_time, made_at
	) values (
		answer.id, post.author_id, answer.answerer_id, post.kind, post.category, post.words, post.moment,
		post.on_date, post.weekday, post.at_time, private.clock()
	)
	returning id into made;
	-- Who minds children is introduced first, by the contact person.
	if post.category <> 'child_minding' then
		perform private.begin_match(made);
	end if;
	return made;
end;
$$;
revoke execute on function private.make_match(public.help_posts, public.help_answers) from public;

create function private.begin_match(match_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	match public.help_matches;
begin
	select * into match from public.help_matches m where m.id = begin_match.match_id for update;
	if match.introduced_at is not null or match.stopped_at is not null then
		return;
	end if;
	update public.help_matches m
	set introduced_at = private.clock(),
		conversation_id = private.open_conversation(
			(
				select r.neighbourhood_id from public.residents r where r.id = match.author_id
			),
			array(
				select r.profile_id from public.residents r
				where r.id in (match.author_id, match.answerer_id)
			),
			'help_match'
		)
	where m.id = match.id;
end;
$$;
revoke execute on function private.begin_match(uuid) from public;

-- After two yeses -----------------------------------------------------------------------------------

create function private.lock_my_match(match_id uuid) returns public.help_matches
language plpgsql volatile security definer set search_path = '' as $$
declare
	match public.help_matches;
begin
	select * into match from public.help_matches m
	where m.id = lock_my_match.match_id
		and (
			m.author_id in (select private.my_resident_ids())
			or m.answerer_id in (select private.my_resident_ids())
		)
	for no key update;
	if match.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return match;
end;
$$;
revoke execute on function private.lock_my_match(uuid) from public;

create function private.my_side(match public.help_matches) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select r.id from public.residents r
		where r.profile_id = (select auth.uid()) and r.id in (match.author_id, match.answerer_id)
	);
end;
$$;
revoke execute on function private.my_side(public.help_matches) from public;

create function private.may_introduce(match public.help_matches) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	-- Nobody introduces themself.
	return match.category = 'child_minding' and match.introduced_at is null
		and match.stopped_at is null and private.my_side(match) is null;
end;
$$;
revoke execute on function private.may_introduce(public.help_matches) from public;

create function public.introduce_match(match_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not exists (
		select from public.help_matches m
		join public.residents r on r.id = m.author_id
		where m.id = introduce_match.match_id and private.may_introduce(m)
			and r.neighbourhood_id in (select private.my_contact_neighbourhood_ids())
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.begin_match(introduce_match.match_id);
end;
$$;
revoke execute on function public.introduce_match(uuid) from public;
grant execute on function public.introduce_match(uuid) to authenticated;
comment on function public.introduce_match(uuid) is
	'Voorgesteld: by the contact person or stand-in who is not one of the two, once these have met through them; opens the conversation.';

create function public.stop_match(match_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	-- The answer before the match, as everybody who locks both does.
	perform from public.help_answers a join public.help_matches m on m.answer_id = a.id
	where m.id = stop_match.match_id and private.my_side(m) is not null
	for update of a;
	perform private.end_match((private.lock_my_match(stop_match.match_id)).id);
end;
$$;
revoke execute on function public.stop_match(uuid) from public;
grant execute on function public.stop_match(uuid) to authenticated;
comment on function public.stop_match(uuid) is
	'Stoppen: ends it for both, and their conversation. Not told by whom. Twice is once.';

create function private.help_dates(match public.help_matches) returns setof date
language sql stable security definer set search_path = '' as $$
	select first.day + 7 * nth
	from public.residents r
	join public.neighbourhoods n on n.id = r.neighbourhood_id
	cross join lateral (
		select private.local_date(private.clock(), n.time_zone) as day
	) today
	cross join lateral (
		select today.day + (match.weekday - extract(isodow from today.day)::integer + 7) % 7 as day
	) next
	cross join lateral (
		-- The hour of today has been: it is next week.
		select next.day + case
			when (next.day + match.at_time) at time zone n.time_zone < private.clock() then 7 else 0
		end as day
	) first
	cross join generate_series(0, 3) nth
	where r.id = match.author_id and match.moment = 'weekly' and match.stopped_at is null
		and match.introduced_at is not null
	order by 1;
$$;
revoke execute on function private.help_dates(public.help_matches) from public;
comment on function private.help_dates(public.help_matches) is
	'The next four dates of weekly help, by the clock of the neighbourhood.';

create function public.skip_help(match_id uuid, on_date date, skip boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	match constant public.help_matches := private.lock_my_match(skip_help.match_id);
begin
	if skip_help.on_date not in (select private.help_dates(match)) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif skip_help.skip then
		insert into public.help_skips (match_id, on_date, resident_id)
		values (match.id, skip_help.on_date, private.my_side(match)) on conflict do nothing;
	else
		delete from public.help_skips s
		where s.match_id = match.id and s.on_date = skip_help.on_date
			and s.resident_id = private.my_side(match);
	end if;
end;
$$;
revoke execute on function public.skip_help(uuid, date, boolean) from public;
grant execute on function public.skip_help(uuid, date, boolean) to authenticated;
comment on function public.skip_help(uuid, date, boolean) is
	'Deze keer niet (or, with false, toch wel), for one of the dates of match_page().';

create function private.reflect_from(match public.help_matches) returns timestamptz
language sql stable security definer set search_path = '' as $$
	select case match.moment
		when 'any_time' then match.introduced_at + interval '7 days'
		when 'once' then (match.on_date + match.at_time) at time zone n.time_zone
		else (
			first.day + match.at_time + case
				when (first.day + match.at_time) at time zone n.time_zone < match.introduced_at
					then interval '7 days' else interval '0'
			end
		) at time zone n.time_zone
	end
	from public.residents r
	join public.neighbourhoods n on n.id = r.neighbourhood_id
	cross join lateral (
		select private.local_date(match.introduced_at, n.time_zone) as day
	) began
	cross join lateral (
		select began.day + (match.weekday - extract(isodow from began.day)::integer + 7) % 7 as day
	) first
	where r.id = match.author_id;
$$;
revoke execute on function private.reflect_from(public.help_matches) from public;
comment on function private.reflect_from(public.help_matches) is
	'From when to ask how it was: the agreed moment, or a week after for any time. Null before the two are introduced.';

create function private.may_reflect(match public.help_matches) returns boolean
language sql stable security definer set search_path = '' as $$
	select match.stopped_at is not null
		or coalesce(private.reflect_from(match) <= private.clock(), false);
$$;
revoke execute on function private.may_reflect(public.help_matches) from public;

create function public.reflect_on_help(
	match_id uuid, feeling integer, words text, felt_safe boolean, wants_call boolean,
	shares_words boolean, enjoy public.help_category, telephone text default null
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	match constant public.help_matches := private.lock_my_match(reflect_on_help.match_id);
	unsafe constant boolean := reflect_on_help.felt_safe is not distinct from false;
begin
	if not private.may_reflect(match) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	insert into public.help_reflections as r (
		match_id, resident_id, feeling, words, felt_safe, wants_call, telephone, shares_words, enjoy,
		written_at
	) values (
		match.id, private.my_side(match), reflect_on_help.feeling, reflect_on_help.words,
		reflect_on_help.felt_safe, unsafe and coalesce(reflect_on_help.wants_call, false),
		case when unsafe and reflect_on_help.wants_call then reflect_on_help.telephone end,
		unsafe and coalesce(reflect_on_help.shares_words, false), reflect_on_help.enjoy, private.clock()
	)
	on conflict on constraint help_reflections_match_id_resident_id_key do update set
		feeling = excluded.feeling, words = excluded.words, felt_safe = excluded.felt_safe,
		wants_call = excluded.wants_call, telephone = excluded.telephone, shares_words = excluded.shares_words, enjoy = excluded.enjoy,
		written_at = excluded.written_at,
		settled_at = case
			when excluded.felt_safe = false and r.felt_safe is distinct from false then null
			-- The number went when it was taken up: one that is given now asks for a call anew.
			when excluded.wants_call and not r.wants_call or excluded.telephone is not null then null
			else r.settled_at
		end;
end;
$$;
revoke execute on function public.reflect_on_help(
	uuid, integer, text, boolean, boolean, boolean, public.help_category, text
) from public;
grant execute on function public.reflect_on_help(
	uuid, integer, text, boolean, boolean, boolean, public.help_category, text
) to authenticated;
comment on function public.reflect_on_help(
	uuid, integer, text, boolean, boolean, boolean, public.help_category, text
) is 'Hoe was het? feeling 1 to 3; words, felt_safe and enjoy (errands, child_minding, odd_job, community_centre) may be null. Mine alone; felt_safe false goes to the contact person, words with it only with shares_words, the number to ring with wants_call. Again replaces it; what the contact person took up comes back with a new no, or a new wish to be called, alone. Also after stopping; before there was anything to look back on: 404.';

create function public.settle_unsafe(id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.help_reflections f
	set settled_at = coalesce(f.settled_at, private.clock()), telephone = null
	from public.residents r
	where f.id = settle_unsafe.id and r.id = f.resident_id and f.felt_safe = false
		and r.neighbourhood_id in (select private.my_contact_neighbourhood_ids());
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
end;
$$;
revoke execute on function public.settle_unsafe(uuid) from public;
grant execute on function public.settle_unsafe(uuid) to authenticated;
comment on function public.settle_unsafe(uuid) is
	'The contact person took up that it did not feel safe: it leaves the desk, and the number goes.';

create function public.thank(match_id uuid, words text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	match constant public.help_matches := private.lock_my_match(thank.match_id);
begin
	if match.introduced_at is null or match.stopped_at is not null then
		raise sqlstate 'PT409' using message = 'ended', hint = 'conversation_ended';
	end if;
	insert into public.help_thanks (match_id, from_id, words, sent_at)
	values (match.id, private.my_side(match), thank.words, private.clock())
	on conflict do nothing;
end;
$$;
revoke execute on function public.thank(uuid, text) from public;
grant execute on function public.thank(uuid, text) to authenticated;
comment on function public.thank(uuid, text) is
	'Bedankt: one sentence to the other, once. What is ended: 409 conversation_ended.';

create function private.helped_each_other(group_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
declare
	zone text;
	today date;
	first_day date;
	times integer;
begin
	if group_id is null or group_id not in (select private.my_group_ids()) then
		return null;
	end if;
	select n.time_zone into zone
	from public.groups g join public.neighbourhoods n on n.id = g.neighbourhood_id
	where g.id = helped_each_other.group_id;
	today := private.local_date(private.clock(), zone);
	first_day := date_trunc('month', today)::date;
	select count(*) into times
	from public.help_matches m
	cross join lateral (
		select private.local_date(m.introduced_at, zone) as began,
			private.local_date(coalesce(m.stopped_at, private.clock()), zone) as ended
	) span
	cross join lateral (
		select span.began as day where m.moment = 'any_time'
		union all
		select m.on_date where m.moment = 'once' and m.on_date <= span.ended
		union all
		select d::date from generate_series(first_day, today, interval '1 day') d
		where m.moment = 'weekly' and extract(isodow from d) = m.weekday
			and d::date between span.began and span.ended
			and not exists (select from public.help_skips s where s.match_id = m.id and s.on_date = d::date)
	) done
	where m.introduced_at is not null and done.day between first_day and today
		and m.author_id in (
			select s.resident_id from public.memberships s where s.group_id = helped_each_other.group_id
		)
		and m.answerer_id in (
			select s.resident_id from public.memberships s where s.group_id = helped_each_other.group_id
		);
	return case when times >= 5 then times end;
end;
$$;
revoke execute on function private.helped_each_other(uuid) from public;
grant execute on function private.helped_each_other(uuid) to authenticated;
comment on function private.helped_each_other(uuid) is
	'How often members of my group helped each other this month; null under five. Never who.';
