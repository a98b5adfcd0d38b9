-- Mijn plan: one's own words, and who may read which sentence. Everybody has it. A sentence is its
-- owner's alone until the owner names a reader.

create type public.goal_theme as enum ('home', 'money', 'activity', 'support', 'neighbourhood');
create type public.goal_state as enum ('open', 'done', 'let_go');
create type public.sentence_kind as enum ('want', 'can', 'need', 'step', 'look_back');
create type public.step_outcome as enum ('done', 'a_bit', 'next_time');

create table public.goals (
	id uuid primary key default gen_random_uuid(),
	owner_id uuid not null references public.profiles (id) on delete cascade,
	theme public.goal_theme,
	starts_on date not null,
	ends_on date not null check (ends_on > starts_on and ends_on <= starts_on + 366),
	state public.goal_state not null default 'open',
	feeling smallint check (feeling between 1 and 3),
	created_at timestamptz not null,
	unique (id, owner_id)
);
create index goals_owner_id on public.goals (owner_id);

create table public.goal_sentences (
	id uuid primary key default gen_random_uuid(),
	goal_id uuid not null,
	owner_id uuid not null,
	kind public.sentence_kind not null,
	words text not null check (
		char_length(words) between 1 and 280 and words = btrim(words) and words !~ '[[:cntrl:]]'
	),
	written_at timestamptz not null,
	outcome public.step_outcome,
	meetup_id uuid references public.meetups (id) on delete set null,
	foreign key (goal_id, owner_id) references public.goals (id, owner_id) on delete cascade,
	unique (id, owner_id),
	check (kind = 'step' or (outcome is null and meetup_id is null))
);
create index goal_sentences_goal_id on public.goal_sentences (goal_id, owner_id);
create index goal_sentences_owner_id on public.goal_sentences (owner_id);
create index goal_sentences_meetup_id on public.goal_sentences (meetup_id);
create unique index goal_sentences_one_of_a_kind on public.goal_sentences (goal_id, kind)
	where kind in ('want', 'look_back');

create table public.supporters (
	id uuid primary key default gen_random_uuid(),
	owner_id uuid not null references public.profiles (id) on delete cascade,
	supporter_id uuid references public.profiles (id) on delete cascade,
	name text check (
		char_length(name) between 1 and 40 and name = btrim(name) and name !~ '[[:cntrl:]]'
	),
	invited_at timestamptz not null,
	accepted_at timestamptz,
	declined_at timestamptz,
	sees_balance boolean not null default false,
	sees_next_meetup boolean not null default false,
	call_asked_at timestamptz,
	unique (id, owner_id),
	unique (owner_id, supporter_id),
	check (owner_id <> supporter_id),
	check (supporter_id is not null or name is not null),
	check (accepted_at is null or (declined_at is null and supporter_id is not null)),
	check (accepted_at is not null or not (sees_balance or sees_next_meetup or call_asked_at is not null))
);
create index supporters_supporter_id on public.supporters (supporter_id);
create index supporters_invited_at on public.supporters (invited_at) where accepted_at is null;

create table private.supporter_codes (
	supporter_id uuid primary key references public.supporters (id) on delete cascade,
	code_hash bytea not null unique,
	expires_at timestamptz not null
);

create table public.sentence_shares (
	owner_id uuid not null,
	sentence_id uuid not null,
	supporter_id uuid not null,
	shared_at timestamptz not null,
	primary key (sentence_id, supporter_id),
	foreign key (sentence_id, owner_id) references public.goal_sentences (id, owner_id)
		on delete cascade,
	foreign key (supporter_id, owner_id) references public.supporters (id, owner_id)
		on delete cascade
);
create index sentence_shares_supporter_id on public.sentence_shares (supporter_id, owner_id);
create index sentence_shares_owner_id on public.sentence_shares (owner_id);

create table private.proposals (
	id uuid primary key default gen_random_uuid(),
	supporter_id uuid not null references public.supporters (id) on delete cascade,
	goal_id uuid references public.goals (id) on delete cascade,
	kind public.sentence_kind not null check (kind <> 'look_back'),
	words text not null check (
		char_length(words) between 1 and 280 and words = btrim(words) and words !~ '[[:cntrl:]]'
	),
	proposed_at timestamptz not null,
	check ((kind = 'want') = (goal_id is null)),
	unique nulls not distinct (supporter_id, goal_id, kind, words)
);
create index proposals_goal_id on private.proposals (goal_id);
create index proposals_proposed_at on private.proposals (proposed_at);

create table public.balances (
	profile_id uuid primary key references public.profiles (id) on delete cascade,
	level smallint not null check (level between -2 and 2),
	words text check (
		char_length(words) between 1 and 280 and words = btrim(words) and words !~ '[[:cntrl:]]'
	),
	set_at timestamptz not null,
	ask_on date
);

alter table public.goals enable row level security;
alter table public.goals force row level security;
alter table public.goal_sentences enable row level security;
alter table public.goal_sentences force row level security;
alter table public.supporters enable row level security;
alter table public.supporters force row level security;
alter table private.supporter_codes enable row level security;
alter table private.supporter_codes force row level security;
alter table public.sentence_shares enable row level security;
alter table public.sentence_shares force row level security;
alter table private.proposals enable row level security;
alter table private.proposals force row level security;
alter table public.balances enable row level security;
alter table public.balances force row level security;

-- Policies --------------------------------------------------------------------------------------

create policy "people read their own goals"
	on public.goals for select to authenticated using (owner_id = (select auth.uid()));
create policy "people change their own goals"
	on public.goals for update to authenticated
	using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()));
create policy "people remove their own goals"
	on public.goals for delete to authenticated using (owner_id = (select auth.uid()));

create policy "people read their own sentences"
	on public.goal_sentences for select to authenticated using (owner_id = (select auth.uid()));
create policy "people change their own sentences, and pin a step to a meetup of their groups"
	on public.goal_sentences for update to authenticated
	using (owner_id = (select auth.uid()))
	with check (
		owner_id = (select auth.uid())
		and (
			meetup_id is null
			or meetup_id in (
				select m.id from public.meetups m where m.group_id = any (array(select private.my_group_ids()))
			)
		)
	);
create policy "people remove their own sentences, but a goal keeps its wish"
	on public.goal_sentences for delete to authenticated
	using (owner_id = (select auth.uid()) and kind <> 'want');

create policy "people see whom they invited"
	on public.supporters for select to authenticated using (owner_id = (select auth.uid()));
create policy "people remove whom they invited"
	on public.supporters for delete to authenticated using (owner_id = (select auth.uid()));

create policy "people see what they share"
	on public.sentence_shares for select to authenticated using (owner_id = (select auth.uid()));

create policy "people see their own balance"
	on public.balances for select to authenticated using (profile_id = (select auth.uid()));

grant select (id, theme, starts_on, ends_on, state, feeling) on public.goals to authenticated;
grant update (theme, starts_on, ends_on, state) on public.goals to authenticated;
grant delete on public.goals to authenticated;
grant select (id, goal_id, kind, words, written_at, outcome, meetup_id) on public.goal_sentences
	to authenticated;
grant update (words, outcome, meetup_id) on public.goal_sentences to authenticated;
grant delete on public.goal_sentences to authenticated;
grant select (
	id, name, invited_at, accepted_at, sees_balance, sees_next_meetup, call_asked_at
) on public.supporters to authenticated;
grant delete on public.supporters to authenticated;
grant select (sentence_id, supporter_id) on public.sentence_shares to authenticated;
grant select (profile_id, level, words, set_at, ask_on) on public.balances to authenticated;

comment on table public.goals is
	'Something a person wants, in their own time. Seen by its owner only. Ground: consent. Term: until its owner removes it, at most as long as the account.';
comment on table public.goal_sentences is
	'The sentences of a goal, in the owner''s words. Read by the owner, and by whom the owner named at that sentence. Ground: consent. Term: until its owner removes it, at most as long as the account.';
comment on table public.supporters is
	'Whom a person asked for support. Seen by the two of them; a no is kept from who asked. Ground: consent. Term: until one of the two ends it; thirty days for a question without a yes.';
comment on table private.supporter_codes is
	'Codes with which somebody outside the groups becomes a supporter, as keyed hashes. Gone once used. Ground: consent. Term: thirty days.';
comment on table public.sentence_shares is
	'Which supporter may read which sentence. Seen by the owner only. Ground: consent. Term: until the owner takes it back.';
comment on table private.proposals is
	'A sentence that a supporter proposes. Gone once answered: a no is never shown. Ground: consent. Term: eight weeks.';
comment on table public.balances is
	'How a person is doing, by their own slider and sentence. Read by the owner, and by whom the owner named. Ground: consent. Term: until the owner changes it, at most as long as the account.';

-- Whom we speak of --------------------------------------------------------------------------------

create function private.shown_as(profile_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object('firstName', r.first_name, 'face', r.face)
		from public.residents r where r.profile_id = shown_as.profile_id
		order by r.joined_at, r.id limit 1
	);
end;
$$;
revoke execute on function private.shown_as(uuid) from public;
comment on function private.shown_as(uuid) is
	'First name and face by which neighbours know an account; null for who lives in no neighbourhood.';

create function private.my_today() returns date
language plpgsql stable security definer set search_path = '' as $$
begin
	return private.local_date(private.clock(), coalesce((
		select n.time_zone
		from public.residents r join public.neighbourhoods n on n.id = r.neighbourhood_id
		where r.profile_id = (select auth.uid()) order by r.joined_at, r.id limit 1
	), 'Europe/Amsterdam'));
end;
$$;
revoke execute on function private.my_today() from public;
grant execute on function private.my_today() to authenticated;

create function private.shown_supporter(supporter public.supporters) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce(
		private.shown_as(supporter.supporter_id),
		jsonb_build_object('firstName', supporter.name, 'face', 'initials')
	);
end;
$$;
revoke execute on function private.shown_supporter(public.supporters) from public;

-- Goals and sentences -------------------------------------------------------------------------------

create function private.tg_goals__at_most_three() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	if new.state = 'open' and (tg_op = 'INSERT' or old.state <> 'open') then
		perform from public.profiles p where p.id = new.owner_id for no key update;
		if (select count(*) from public.goals g where g.owner_id = new.owner_id and g.state = 'open') >= 3 then
			raise sqlstate 'PT409' using message = 'three goals are open', hint = 'too_many_goals';
		end if;
	end if;
	return new;
end;
$$;
revoke execute on function private.tg_goals__at_most_three() from public;
create trigger at_most_three before insert or update of state on public.goals
	for each row execute function private.tg_goals__at_most_three();

create function private.tg_goal_sentences__written() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
	new.written_at := private.clock();
	return new;
end;
$$;
revoke execute on function private.tg_goal_sentences__written() from public;
create trigger written before update of words on public.goal_sentences
	for each row when (old.words is distinct from new.words)
	execute function private.tg_goal_sentences__written();

create function private.my_goal(goal_id uuid) returns public.goals
language plpgsql volatile security definer set search_path = '' as $$
declare
	goal public.goals;
begin
	select * into goal from public.goals g
	where g.id = my_goal.goal_id and g.owner_id = (select auth.uid()) for update;
	if goal.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return goal;
end;
$$;
revoke execute on function private.my_goal(uuid) from public;
comment on function private.my_goal(uuid) is 'My own goal, locked; for anyone else it does not exist.';

create function public.start_goal(
	id uuid, words text, theme public.goal_theme, starts_on date, ends_on date
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
begin
	perform from public.profiles p where p.id = me for no key update;
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	-- The same form sent twice starts one goal.
	elsif exists (select from public.goals g where g.id = start_goal.id and g.owner_id = me) then
		return start_goal.id;
	elsif exists (select from public.goals g where g.id = start_goal.id) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	insert into public.goals (id, owner_id, theme, starts_on, ends_on, created_at)
	values (start_goal.id, me, start_goal.theme, start_goal.starts_on, start_goal.ends_on, private.clock());
	insert into public.goal_sentences (goal_id, owner_id, kind, words, written_at)
	values (start_goal.id, me, 'want', start_goal.words, private.clock());
	return start_goal.id;
end;
$$;
revoke execute on function public.start_goal(uuid, text, public.goal_theme, date, date) from public;
grant execute on function public.start_goal(uuid, text, public.goal_theme, date, date) to authenticated;
comment on function public.start_goal(uuid, text, public.goal_theme, date, date) is
	'A goal with its wish, mine alone. At most three are open at a time: 409.';

create function public.write_sentence(id uuid, goal_id uuid, kind public.sentence_kind, words text)
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	goal constant public.goals := private.my_goal(write_sentence.goal_id);
begin
	if write_sentence.kind in ('want', 'look_back') then
		raise sqlstate 'PT404' using message = 'one of a kind', hint = 'not_found';
	elsif exists (
		select from public.goal_sentences s
		where s.id = write_sentence.id and s.goal_id = goal.id and s.kind = write_sentence.kind
	) then
		return;
	elsif (select count(*) from public.goal_sentences s where s.goal_id = goal.id) >= 20 then
		raise sqlstate 'PT409' using message = 'twenty sentences', hint = 'too_many_sentences';
	end if;
	insert into public.goal_sentences (id, goal_id, owner_id, kind, words, written_at)
	values (
		write_sentence.id, goal.id, goal.owner_id, write_sentence.kind, write_sentence.words, private.clock()
	)
	-- An id that is somebody else's says nothing, not even that it is taken.
	on conflict on constraint goal_sentences_pkey do nothing;
end;
$$;
revoke execute on function public.write_sentence(uuid, uuid, public.sentence_kind, text) from public;
grant execute on function public.write_sentence(uuid, uuid, public.sentence_kind, text) to authenticated;
comment on function public.write_sentence(uuid, uuid, public.sentence_kind, text) is
	'Adds what I can, what I need or a step to my goal, mine alone. The same id twice adds one.';

create function public.look_back(goal_id uuid, feeling integer, words text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	goal constant public.goals := private.my_goal(look_back.goal_id);
begin
	update public.goals g set feeling = look_back.feeling where g.id = goal.id;
	if look_back.words is null then
		return;
	end if;
	update public.goal_sentences s set words = look_back.words
	where s.goal_id = goal.id and s.kind = 'look_back';
	if not found then
		insert into public.goal_sentences (goal_id, owner_id, kind, words, written_at)
		values (goal.id, goal.owner_id, 'look_back', look_back.words, private.clock());
	end if;
end;
$$;
revoke execute on function public.look_back(uuid, integer, text) from public;
grant execute on function public.look_back(uuid, integer, text) to authenticated;
comment on function public.look_back(uuid, integer, text) is
	'One look back half way: one of three faces and, if I like, one sentence.';

-- The circle: who supports me -------------------------------------------------------------------------

create function private.lock_my_supporter(supporter_id uuid) returns public.supporters
language plpgsql volatile security definer set search_path = '' as $$
declare
	supporter public.supporters;
begin
	-- Conflicts with the lock of a reader: after the answer no read shows what was taken back.
	select * into supporter from public.supporters s
	where s.id = lock_my_supporter.supporter_id and s.owner_id = (select auth.uid())
		and s.accepted_at is not null
	for update;
	return supporter;
end;
$$;
revoke execute on function private.lock_my_supporter(uuid) from public;

create function public.invite_supporter(resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	asked uuid;
begin
	select r.profile_id into asked
	from public.residents r
	where r.id = invite_supporter.resident_id
		and exists (
			select from public.memberships m
			where m.resident_id = r.id and m.group_id = any (array(select private.my_group_ids()))
		);
	if asked is null or asked = me then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.make_room_in_circle(me);
	insert into public.supporters (owner_id, supporter_id, invited_at)
	values (me, asked, private.clock())
	on conflict on constraint supporters_owner_id_supporter_id_key do nothing;
end;
$$;
revoke execute on function public.invite_supporter(uuid) from public;
grant execute on function public.invite_supporter(uuid) to authenticated;
comment on function public.invite_supporter(uuid) is
	'Asks a neighbour of one of my groups to support me. Twice asks once.';

create function private.make_room_in_circle(owner_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform from public.profiles p where p.id = make_room_in_circle.owner_id for no key update;
	if (
		select count(*) from public.supporters s where s.owner_id = make_room_in_circle.owner_id
	) >= 12 then
		raise sqlstate 'PT409' using message = 'twelve supporters', hint = 'too_many_supporters';
	end if;
end;
$$;
revoke execute on function private.make_room_in_circle(uuid) from public;

create function private.eight_digits() returns text
language sql volatile set search_path = '' as $$
	-- Twelve random hexadecimal digits: the version bits of a uuid come after them.
	select lpad(
		(('x' || left(replace(gen_random_uuid()::text, '-', ''), 12))::bit(48)::bigint % 100000000)::text,
		8, '0'
	);
$$;
revoke execute on function private.eight_digits() from public;

create function public.invite_by_code(name text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	code constant text := private.eight_digits();
	invited uuid;
begin
	perform from public.profiles p where p.id = me for no key update;
	-- The same name again is the same person, whose code was lost: the last one works.
	update public.supporters s set invited_at = private.clock()
	where s.owner_id = me and s.supporter_id is null and s.name = invite_by_code.name
	returning s.id into invited;
	if invited is null then
		perform private.make_room_in_circle(me);
		insert into public.supporters (owner_id, name, invited_at)
		values (me, invite_by_code.name, private.clock()) returning id into invited;
	end if;
	insert into private.supporter_codes (supporter_id, code_hash, expires_at)
	values (invited, private.keyed_hash('circle:' || code), private.clock() + interval '30 days')
	on conflict (supporter_id) do update set
		code_hash = excluded.code_hash, expires_at = excluded.expires_at;
	return code;
end;
$$;
revoke execute on function public.invite_by_code(text) from public;
grant execute on function public.invite_by_code(text) to authenticated;
comment on function public.invite_by_code(text) is
	'A code of 8 digits, told this once, with which somebody outside my groups becomes my supporter. 30 days. The same name again gets a new one.';

create function private.lock_whom_i_support(supporter_id uuid) returns public.supporters
language plpgsql volatile security definer set search_path = '' as $$
declare
	supporter public.supporters;
begin
	select * into supporter from public.supporters s
	where s.id = lock_whom_i_support.supporter_id and s.supporter_id = (select auth.uid())
		and s.accepted_at is not null
	for update;
	return supporter;
end;
$$;
revoke execute on function private.lock_whom_i_support(uuid) from public;

create function public.answer_support(id uuid, accept boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.supporters s set
		accepted_at = case when answer_support.accept then private.clock() end,
		declined_at = case when not answer_support.accept then private.clock() end
	where s.id = answer_support.id and s.supporter_id = (select auth.uid()) and s.accepted_at is null;
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
end;
$$;
revoke execute on function public.answer_support(uuid, boolean) from public;
grant execute on function public.answer_support(uuid, boolean) to authenticated;
comment on function public.answer_support(uuid, boolean) is
	'Yes or no to who asked me for support. A no is never shown: to the asker the question stays open.';

create function public.stop_supporting(id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	delete from public.supporters s
	where s.id = stop_supporting.id and s.supporter_id = (select auth.uid());
$$;
revoke execute on function public.stop_supporting(uuid) from public;
grant execute on function public.stop_supporting(uuid) to authenticated;

create function public.call_done(id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update public.supporters s set call_asked_at = null
	where s.id = call_done.id and s.supporter_id = (select auth.uid());
$$;
revoke execute on function public.call_done(uuid) from public;
grant execute on function public.call_done(uuid) to authenticated;
comment on function public.call_done(uuid) is 'I rang who asked me to: the question goes away.';

-- A little more, a little less --------------------------------------------------------------------------

create function public.set_balance(level integer, words text) returns void
language sql volatile security definer set search_path = '' as $$
	insert into public.balances (profile_id, level, words, set_at, ask_on)
	values (
		(select auth.uid()), set_balance.level, set_balance.words, private.clock(),
		case when set_balance.level <> 0 then private.my_today() + 14 end
	)
	on conflict (profile_id) do update set
		level = excluded.level, words = excluded.words, set_at = excluded.set_at, ask_on = excluded.ask_on;
$$;
revoke execute on function public.set_balance(integer, text) from public;
grant execute on function public.set_balance(integer, text) to authenticated;
comment on function public.set_balance(integer, text) is
	'How I am doing, -2 (a lot less) to 2 (a lot more), with a sentence. After two weeks the app asks whether to go back.';

create function public.keep_balance() returns void
language sql volatile security definer set search_path = '' as $$
	update public.balances b set ask_on = private.my_today() + 14
	where b.profile_id = (select auth.uid()) and b.level <> 0;
$$;
revoke execute on function public.keep_balance() from public;
grant execute on function public.keep_balance() to authenticated;

create function public.skip_until(until date) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	meetup uuid;
	skipped integer := 0;
begin
	if skip_until.until not between private.my_today() and private.my_today() + 56 then
		raise sqlstate 'PT422' using message = 'at most eight weeks', hint = 'not_that_far';
	end if;
	for meetup in
		select m.id
		from public.meetups m
		join public.groups g on g.id = m.group_id
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		where m.group_id = any (array(select private.my_group_ids()))
			and m.starts_at > private.clock() and m.state in ('planned', 'moved')
			and private.local_date(m.starts_at, n.time_zone) <= skip_until.until
		order by m.group_id, m.id
	loop
		perform public.skip_meetup(meetup);
		skipped := skipped + 1;
	end loop;
	return skipped;
end;
$$;
revoke execute on function public.skip_until(date) from public;
grant execute on function public.skip_until(date) to authenticated;
comment on function public.skip_until(date) is
	'Says "not this time" for all meetups of my groups through a day, at most eight weeks on, and answers for how many.';

-- What a reader reads -------------------------------------------------------------------------------------

create function private.seen_as(reader_id uuid, id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select overlay(overlay(
		left(encode(private.keyed_hash(concat_ws(' ', 'seen', reader_id, id)), 'hex'), 32)
		placing '8' from 13) placing '8' from 17)::uuid;
$$;
revoke execute on function private.seen_as(uuid, uuid) from public;
comment on function private.seen_as(uuid, uuid) is
	'By which id one reader knows a goal or a sentence: who keeps it can ask nobody else about it, nor later.';

create function private.shared_goal(
	reader_id uuid, owner_id uuid, sentence_ids uuid[], seen_id uuid
) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select g.id
		from public.goal_sentences s join public.goals g on g.id = s.goal_id
		where s.id = any (shared_goal.sentence_ids) and s.owner_id = shared_goal.owner_id
			and g.state = 'open' and private.seen_as(shared_goal.reader_id, g.id) = shared_goal.seen_id
		limit 1
	);
end;
$$;
revoke execute on function private.shared_goal(uuid, uuid, uuid[], uuid) from public;
comment on function private.shared_goal(uuid, uuid, uuid[], uuid) is
	'Which goal a reader means; null alike for what is unknown, somebody else''s, gone or no longer shared.';

create function private.shared_view(
	reader_id uuid, owner_id uuid, sentence_ids uuid[], sees_balance boolean, sees_next_meetup boolean
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return jsonb_build_object(
		'person', private.shown_as(shared_view.owner_id),
		'goals', (
			select coalesce(jsonb_agg(goal.sentences order by goal.created_at, goal.id), '[]')
			from (
				select g.id, g.created_at, jsonb_agg(jsonb_build_object(
					'id', private.seen_as(shared_view.reader_id, s.id),
					'goalId', private.seen_as(shared_view.reader_id, g.id),
					'kind', s.kind, 'words', s.words, 'writtenAt', s.written_at
				) order by s.kind, s.written_at, s.id) as sentences
				from public.goal_sentences s join public.goals g on g.id = s.goal_id
				where s.id = any (shared_view.sentence_ids) and s.owner_id = shared_view.owner_id
					and g.state = 'open'
				group by g.id
			) goal
		),
		'balance', (
			select jsonb_build_object('level', b.level, 'words', b.words, 'setAt', b.set_at)
			from public.balances b
			where shared_view.sees_balance and b.profile_id = shared_view.owner_id
		),
		'nextMeetup', (
			select jsonb_build_object(
				'groupName', g.name, 'placeName', g.place_name, 'startsAt', m.starts_at, 'endsAt', m.ends_at,
				'timeZone', n.time_zone
			)
			from public.residents r
			join public.memberships s on s.resident_id = r.id
			join public.groups g on g.id = s.group_id
			join public.neighbourhoods n on n.id = g.neighbourhood_id
			join public.meetups m on m.group_id = g.id
			where shared_view.sees_next_meetup and r.profile_id = shared_view.owner_id
				and m.state in ('planned', 'moved') and m.ends_at > private.clock()
				and not exists (
					select from public.absences a where a.meetup_id = m.id and a.resident_id = r.id
				)
			order by m.starts_at, m.id limit 1
		)
	);
end;
$$;
revoke execute on function private.shared_view(uuid, uuid, uuid[], boolean, boolean) from public;
comment on function private.shared_view(uuid, uuid, uuid[], boolean, boolean) is
	'The one thing any reader sees of a plan. The owner who looks through a reader''s eyes gets the same.';

create function private.supporter_view(supporter public.supporters) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.shared_view(
		supporter.id, supporter.owner_id,
		array(select s.sentence_id from public.sentence_shares s where s.supporter_id = supporter.id),
		supporter.sees_balance, supporter.sees_next_meetup
	);
$$;
revoke execute on function private.supporter_view(public.supporters) from public;

create function public.supported_page(id uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	supporter public.supporters;
begin
	select * into supporter from public.supporters s
	where s.id = supported_page.id and s.supporter_id = (select auth.uid()) and s.accepted_at is not null
	for share;
	if supporter.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return private.supporter_view(supporter)
		|| jsonb_build_object('callAskedAt', supporter.call_asked_at);
end;
$$;
revoke execute on function public.supported_page(uuid) from public;
grant execute on function public.supported_page(uuid) to authenticated;
comment on function public.supported_page(uuid) is 'What the person whom I support lets me read, now.';
