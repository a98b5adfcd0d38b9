-- Conversations, once for all uses: between the people in them and nobody else, staff included. And
-- what somebody can do about a person: leave, block, report.

create type public.conversation_kind as enum ('help_match', 'direct', 'contact');
create type public.report_subject as enum ('post', 'answer', 'message', 'person');
create type public.report_reason as enum ('unsafe', 'unkind', 'money', 'not_help', 'other');
create type public.report_act as enum ('hidden', 'shown', 'talked', 'paused', 'resumed', 'nothing');

create table public.conversations (
	id uuid primary key default gen_random_uuid(),
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	kind public.conversation_kind not null,
	last_nth bigint not null default 0,
	last_at timestamptz not null,
	ended_at timestamptz
);
create index conversations_neighbourhood_id on public.conversations (neighbourhood_id);
create index conversations_last_at on public.conversations (last_at);

create table public.conversation_participants (
	id uuid primary key default gen_random_uuid(),
	conversation_id uuid not null references public.conversations (id) on delete cascade,
	profile_id uuid not null references public.profiles (id) on delete cascade,
	joined_at timestamptz not null,
	left_at timestamptz,
	muted boolean not null default false,
	seen_nth bigint not null default -1,
	unique (conversation_id, profile_id)
);
create index conversation_participants_profile_id on public.conversation_participants (profile_id);

create table public.messages (
	id uuid primary key,
	conversation_id uuid not null references public.conversations (id) on delete cascade,
	nth bigint not null,
	author_id uuid references public.conversation_participants (id) on delete set null,
	body text not null check (
		char_length(body) between 1 and 2000
		and body !~ '[\u0001-\u0009\u000b-\u001f\u007f]' and body ~ '\S'
	),
	sent_at timestamptz not null,
	unique (conversation_id, nth)
);
create index messages_author_id on public.messages (author_id);
create index messages_sent_at on public.messages (sent_at);

alter table public.help_matches add column conversation_id uuid
	references public.conversations (id) on delete set null;
create index help_matches_conversation_id on public.help_matches (conversation_id);

create table public.reports (
	id uuid primary key,
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	reporter_id uuid not null references public.residents (id) on delete cascade,
	about_id uuid not null references public.residents (id) on delete cascade,
	subject public.report_subject not null,
	post_id uuid references public.help_posts (id) on delete set null,
	copied text check (char_length(copied) <= 2000),
	reason public.report_reason not null,
	words text check (
		char_length(words) between 1 and 280 and words = btrim(words) and words !~ '[[:cntrl:]]'
	),
	reported_at timestamptz not null,
	appealed_at timestamptz,
	appeal_words text check (
		char_length(appeal_words) between 1 and 280 and appeal_words = btrim(appeal_words)
		and appeal_words !~ '[[:cntrl:]]'
	)
);
create index reports_neighbourhood_id on public.reports (neighbourhood_id, reported_at);
create index reports_reporter_id on public.reports (reporter_id);
create index reports_about_id on public.reports (about_id);
create index reports_post_id on public.reports (post_id);

create table public.report_acts (
	report_id uuid not null references public.reports (id) on delete cascade,
	nth integer not null,
	staff_id uuid references public.staff (id) on delete set null,
	act public.report_act not null,
	until date,
	acted_at timestamptz not null,
	primary key (report_id, nth),
	check ((act = 'paused') = (until is not null))
);
create index report_acts_staff_id on public.report_acts (staff_id);

alter table public.conversations enable row level security;
alter table public.conversations force row level security;
alter table public.conversation_participants enable row level security;
alter table public.conversation_participants force row level security;
alter table public.messages enable row level security;
alter table public.messages force row level security;
alter table public.reports enable row level security;
alter table public.reports force row level security;
alter table public.report_acts enable row level security;
alter table public.report_acts force row level security;

create function private.my_conversation_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select p.conversation_id from public.conversation_participants p
		where p.profile_id = (select auth.uid()) and p.left_at is null;
end;
$$;
revoke execute on function private.my_conversation_ids() from public;
grant execute on function private.my_conversation_ids() to authenticated;

create policy "people read what is written where they take part"
	on public.messages for select to authenticated
	using (conversation_id = any (array(select private.my_conversation_ids())));

-- Who takes part, what they have seen and what was reported is answered by functions alone.
grant select (id, conversation_id, nth, author_id, body, sent_at) on public.messages to authenticated;

comment on table public.conversations is
	'A conversation and where it came from, nothing about what. Ground: agreement. Term: one year after its last message, longer while what it is about goes on.';
comment on table public.conversation_participants is
	'Who takes part in a conversation; what that person has seen and muted is theirs alone. Ground: agreement. Term: as long as the conversation, at most as long as the account.';
comment on table public.messages is
	'What people write to each other. Read by who takes part, and by nobody else. Without author once that account is gone. Ground: agreement. Term: one year.';
comment on table public.reports is
	'What somebody reports of a neighbour, with those words as they were. Seen by the contact persons, the reporter, and without the reporter by whom it is about once something is done. Ground: legitimate interest. Term: one year.';
comment on table public.report_acts is
	'What the contact person did about a report, each time a row, never changed. Ground: legitimate interest. Term: as long as the report.';
comment on column public.conversation_participants.seen_nth is
	'Up to which message that person has seen; -1 before they have been there at all.';
comment on column public.messages.nth is
	'Counts within the conversation under its lock, so that whoever asks for what came after misses nothing.';

-- Opening and ending --------------------------------------------------------------------------------

create function private.open_conversation(
	neighbourhood_id uuid, profile_ids uuid[], kind public.conversation_kind
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	opened uuid;
begin
	insert into public.conversations (neighbourhood_id, kind, last_at)
	values (open_conversation.neighbourhood_id, open_conversation.kind, private.clock())
	returning id into opened;
	insert into public.conversation_participants (conversation_id, profile_id, joined_at)
	select opened, person, private.clock() from unnest(open_conversation.profile_ids) person;
	return opened;
end;
$$;
revoke execute on function private.open_conversation(uuid, uuid[], public.conversation_kind) from public;
comment on function private.open_conversation(uuid, uuid[], public.conversation_kind) is
	'A conversation between these accounts, who are called in it as that neighbourhood knows them. The caller checks that they want it.';

create function private.end_conversation(conversation_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update public.conversations c set ended_at = private.clock()
	where c.id = end_conversation.conversation_id and c.ended_at is null;
$$;
revoke execute on function private.end_conversation(uuid) from public;

create function private.shown_in(neighbourhood_id uuid, profile_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce(
		(
			select jsonb_build_object('residentId', r.id, 'firstName', r.first_name, 'face', r.face)
			from public.residents r
			where r.profile_id = shown_in.profile_id and r.neighbourhood_id = shown_in.neighbourhood_id
		),
		(
			select jsonb_build_object('residentId', null, 'firstName', s.first_name, 'face', s.face)
			from public.staff s
			where s.profile_id = shown_in.profile_id and s.neighbourhood_id = shown_in.neighbourhood_id
			order by s.role desc limit 1
		),
		jsonb_build_object('residentId', null, 'firstName', null, 'face', 'initials')
	);
end;
$$;
revoke execute on function private.shown_in(uuid, uuid) from public;
comment on function private.shown_in(uuid, uuid) is
	'First name and face of an account in that neighbourhood, as resident or staff; first name null for who is neither any more.';

-- Verbs ---------------------------------------------------------------------------------------------

insert into private.limits (kind, most, per, exact) values ('message', 30, '1 minute', true);

create function private.my_part_in(conversation_id uuid) returns public.conversation_participants
language plpgsql stable security definer set search_path = '' as $$
declare
	part public.conversation_participants;
begin
	select * into part from public.conversation_participants p
	where p.conversation_id = my_part_in.conversation_id
		and p.profile_id = (select auth.uid()) and p.left_at is null;
	if part.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return part;
end;
$$;
revoke execute on function private.my_part_in(uuid) from public;

create function public.send_message(conversation_id uuid, id uuid, body text) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
	part constant public.conversation_participants := private.my_part_in(send_message.conversation_id);
	me constant text := (select auth.uid())::text;
	number bigint;
begin
	-- The brake before the conversation: two messages of one person wait for each other there.
	if private.is_exhausted('message', me) then
		raise sqlstate 'PT429' using message = 'too many messages', hint = 'too_many_messages';
	end if;
	perform from public.conversations c where c.id = part.conversation_id for no key update;
	select m.nth into number from public.messages m
	where m.id = send_message.id and m.conversation_id = part.conversation_id and m.author_id = part.id;
	if number is not null then
		return number;
	elsif not exists (
		select from public.conversations c where c.id = part.conversation_id and c.ended_at is null
	) or not exists (
		select from public.conversation_participants p
		where p.conversation_id = part.conversation_id and p.id <> part.id and p.left_at is null
	) then
		raise sqlstate 'PT409' using message = 'ended', hint = 'conversation_ended';
	elsif not exists (
		select from public.conversation_participants p where p.id = part.id and p.left_at is null
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	insert into public.messages (id, conversation_id, nth, author_id, body, sent_at)
	select
		send_message.id, c.id, c.last_nth + 1, part.id,
		replace(send_message.body, E'\r\n', E'\n'), private.clock()
	from public.conversations c where c.id = part.conversation_id
	on conflict on constraint messages_pkey do nothing
	returning nth into number;
	-- An id of somebody else says nothing, not even that it is taken.
	if number is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	update public.conversations c set last_nth = number, last_at = private.clock()
	where c.id = part.conversation_id;
	update public.conversation_participants p set seen_nth = number where p.id = part.id;
	perform private.note_attempt('message', me);
	return number;
end;
$$;
revoke execute on function public.send_message(uuid, uuid, text) from public;
grant execute on function public.send_message(uuid, uuid, text) to authenticated;
comment on function public.send_message(uuid, uuid, text) is
	'Sends a message of 1 to 2,000 characters; the id is made once per form, so that sending twice sends one. Answers its number. 409 conversation_ended, also when nobody else is left; 429 too_many_messages over 30 a minute; not mine: 404.';

create function public.see_conversation(conversation_id uuid, nth bigint) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	part constant public.conversation_participants := private.my_part_in(see_conversation.conversation_id);
begin
	update public.conversation_participants p
	set seen_nth = least(see_conversation.nth, (
		select c.last_nth from public.conversations c where c.id = part.conversation_id
	))
	where p.id = part.id and p.seen_nth < see_conversation.nth;
end;
$$;
revoke execute on function public.see_conversation(uuid, bigint) from public;
grant execute on function public.see_conversation(uuid, bigint) to authenticated;
comment on function public.see_conversation(uuid, bigint) is
	'I have seen it up to this number. Only for what is fresh to me; nobody else is told.';

create function public.mute_conversation(conversation_id uuid, muted boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	part constant public.conversation_participants := private.my_part_in(mute_conversation.conversation_id);
begin
	update public.conversation_participants p set muted = mute_conversation.muted where p.id = part.id;
end;
$$;
revoke execute on function public.mute_conversation(uuid, boolean) from public;
grant execute on function public.mute_conversation(uuid, boolean) to authenticated;

create function public.leave_conversation(conversation_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	part constant public.conversation_participants := private.my_part_in(leave_conversation.conversation_id);
begin
	perform from public.conversations c where c.id = part.conversation_id for no key update;
	update public.conversation_participants p set left_at = private.clock()
	where p.id = part.id and p.left_at is null;
end;
$$;
revoke execute on function public.leave_conversation(uuid) from public;
grant execute on function public.leave_conversation(uuid) to authenticated;
comment on function public.leave_conversation(uuid) is
	'I leave and read no more; the others keep what was said.';

-- Blocking ------------------------------------------------------------------------------------------

create function private.account_of_neighbour(resident_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
	account uuid;
begin
	select r.profile_id into account from public.residents r
	where r.id = account_of_neighbour.resident_id and r.profile_id <> (select auth.uid())
		and r.neighbourhood_id in (select private.my_board_ids());
	if account is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return account;
end;
$$;
revoke execute on function private.account_of_neighbour(uuid) from public;

create function public.block_neighbour(resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant uuid := (select auth.uid());
	other constant uuid := private.account_of_neighbour(block_neighbour.resident_id);
begin
	-- Answers before the pair, as everybody who locks both does.
	perform from public.help_answers a
	where a.id in (
		select h.answer_id from public.help_matches h
		join public.residents author on author.id = h.author_id
		join public.residents answerer on answerer.id = h.answerer_id
		where h.stopped_at is null and author.profile_id in (me, other)
			and answerer.profile_id in (me, other)
	)
	order by a.id for update;
	perform private.lock_pair(me, other);
	insert into public.blocks (blocker_id, blocked_id, made_at) values (me, other, private.clock())
	on conflict do nothing;
	perform private.end_match(m.id)
	from (
		select h.id from public.help_matches h
		join public.residents author on author.id = h.author_id
		join public.residents answerer on answerer.id = h.answerer_id
		where h.stopped_at is null and author.profile_id in (me, other)
			and answerer.profile_id in (me, other)
		order by h.id
	) m;
	perform private.end_conversation(c.id)
	from (
		select p.conversation_id as id from public.conversation_participants p
		where p.profile_id in (me, other)
			and (
				select count(*) = 2 and bool_and(q.profile_id in (me, other))
				from public.conversation_participants q where q.conversation_id = p.conversation_id
			)
		group by p.conversation_id order by p.conversation_id
	) c;
end;
$$;
revoke execute on function public.block_neighbour(uuid) from public;
grant execute on function public.block_neighbour(uuid) to authenticated;
comment on function public.block_neighbour(uuid) is
	'From now on neither of us sees the other''s posts and answers; what we shared ends as if one of us had stopped. The other is not told.';

create function public.unblock_neighbour(resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	delete from public.blocks b
	using public.residents r
	where r.id = unblock_neighbour.resident_id and b.blocked_id = r.profile_id
		and b.blocker_id = (select auth.uid());
end;
$$;
revoke execute on function public.unblock_neighbour(uuid) from public;
grant execute on function public.unblock_neighbour(uuid) to authenticated;
comment on function public.unblock_neighbour(uuid) is
	'Takes my block back. What ended stays ended; a new answer can start it again.';

-- Reporting -----------------------------------------------------------------------------------------

insert into private.limits (kind, most, per, exact) values ('report', 10, '1 hour', true);

create function public.report(
	id uuid, subject public.report_subject, subject_id uuid, reason public.report_reason, words text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	me constant text := (select auth.uid())::text;
	about public.residents;
	reporter uuid;
	said text;
	post uuid;
begin
	-- The same form sent twice is no other report.
	if exists (
		select from public.reports x
		where x.id = report.id and x.reporter_id in (select private.my_resident_ids())
	) then
		return;
	elsif private.is_exhausted('report', me) then
		raise sqlstate 'PT429' using message = 'too many reports', hint = 'too_many_reports';
	end if;
	perform private.note_attempt('report', me);
	if report.subject = 'post' then
		select r.* into about
		from public.help_posts p join public.residents r on r.id = p.author_id
		-- What I may not read does not exist, or reporting would tell of a block.
		where p.id = report.subject_id and p.state = 'open' and p.hidden_at is null
			and (
				p.audience = 'neighbourhood' and p.neighbourhood_id in (select private.my_board_ids())
				or p.group_id in (select private.my_group_ids())
			)
			and p.author_id not in (select private.hidden_resident_ids());
		select p.words, p.id into said, post from public.help_posts p
		where about.id is not null and p.id = report.subject_id;
	elsif report.subject = 'answer' then
		select r.* into about
		from public.help_answers a
		join public.help_posts p on p.id = a.post_id
		join public.residents r on r.id = a.answerer_id
		where a.id = report.subject_id and a.withdrawn_at is null
			and p.author_id in (select private.my_resident_ids())
			and a.answerer_id not in (select private.hidden_resident_ids());
		select a.line into said from public.help_answers a
		where about.id is not null and a.id = report.subject_id;
	elsif report.subject = 'message' then
		select r.* into about
		from public.messages m
		join public.conversations c on c.id = m.conversation_id
		join public.conversation_participants p on p.id = m.author_id
		join public.residents r on r.profile_id = p.profile_id and r.neighbourhood_id = c.neighbourhood_id
		where m.id = report.subject_id and c.id in (select private.my_conversation_ids());
		select m.body into said from public.messages m
		where about.id is not null and m.id = report.subject_id;
	else
		select r.* into about from public.residents r
		where r.id = report.subject_id and r.neighbourhood_id in (select private.my_board_ids());
	end if;
	select r.id into reporter from public.residents r
	where r.profile_id = (select auth.uid()) and r.neighbourhood_id = about.neighbourhood_id;
	if reporter is null or reporter = about.id then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	insert into public.reports (
		id, neighbourhood_id, reporter_id, about_id, subject, post_id, copied, reason, words, reported_at
	) values (
		report.id, about.neighbourhood_id, reporter, about.id, report.subject, post, said, report.reason,
		report.words, private.clock()
	)
	on conflict do nothing;
end;
$$;
revoke execute on function public.report(
	uuid, public.report_subject, uuid, public.report_reason, text
) from public;
grant execute on function public.report(
	uuid, public.report_subject, uuid, public.report_reason, text
) to authenticated;
comment on function public.report(
	uuid, public.report_subject, uuid, public.report_reason, text
) is 'Tells the contact person of a post, an answer to mine, a message in a conversation of mine, or a person (resident id), with what was said as it is now. words may be null. The same id twice reports once. 429 too_many_reports over ten an hour.';

create function public.act_on_report(
	report_id uuid, act public.report_act, until date
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	this public.reports;
	staff uuid;
	zone text;
begin
	select * into this from public.reports r
	where r.id = act_on_report.report_id
		and r.neighbourhood_id in (select private.my_contact_neighbourhood_ids())
		-- Nobody judges what is about themselves.
		and r.about_id not in (select private.my_resident_ids())
	for update;
	if this.id is null
		or act_on_report.act in ('hidden', 'shown') and this.post_id is null
	then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	if act_on_report.act = 'resumed' and private.paused_until(this.about_id) is null then
		return;
	end if;
	select s.id into staff from public.staff s
	where s.neighbourhood_id = this.neighbourhood_id and s.profile_id = (select auth.uid())
		and s.role in ('contact_person', 'stand_in')
	order by s.role limit 1;
	select n.time_zone into zone from public.neighbourhoods n where n.id = this.neighbourhood_id;
	if act_on_report.act = 'paused' and not (
		act_on_report.until > private.local_date(private.clock(), zone)
		and act_on_report.until <= private.local_date(private.clock(), zone) + 92
	) then
		raise sqlstate 'PT409' using message = 'at most three months', hint = 'not_that_far';
	end if;
	insert into public.report_acts (report_id, nth, staff_id, act, until, acted_at)
	select
		this.id, 1 + count(*), staff, act_on_report.act,
		case when act_on_report.act = 'paused' then act_on_report.until end, private.clock()
	from public.report_acts a where a.report_id = this.id;
	if act_on_report.act = 'hidden' then
		update public.help_posts p set hidden_at = private.clock()
		where p.id = this.post_id and p.hidden_at is null;
	elsif act_on_report.act = 'shown' then
		update public.help_posts p set hidden_at = null where p.id = this.post_id;
	elsif act_on_report.act = 'paused' then
		insert into public.help_pauses (resident_id, until) values (this.about_id, act_on_report.until)
		on conflict (resident_id) do update set until = greatest(help_pauses.until, excluded.until);
	elsif act_on_report.act = 'resumed' then
		delete from public.help_pauses p where p.resident_id = this.about_id;
	end if;
end;
$$;
revoke execute on function public.act_on_report(uuid, public.report_act, date) from public;
grant execute on function public.act_on_report(uuid, public.report_act, date) to authenticated;
comment on function public.act_on_report(uuid, public.report_act, date) is
	'The contact person hides the reported post (or shows it again), talked, closes that person''s placing until a day (at most three months: 409 not_that_far), opens it again (resumed; nothing where it is open), or did nothing. Each time a line in the log; until goes with paused alone.';

create function public.appeal_report(report_id uuid, words text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.reports r
	set appealed_at = coalesce(r.appealed_at, private.clock()),
		appeal_words = coalesce(r.appeal_words, appeal_report.words)
	where r.id = appeal_report.report_id and r.about_id in (select private.my_resident_ids())
		and exists (
			select from public.report_acts a where a.report_id = r.id and a.act in ('hidden', 'paused')
		);
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
end;
$$;
revoke execute on function public.appeal_report(uuid, text) from public;
grant execute on function public.appeal_report(uuid, text) to authenticated;
comment on function public.appeal_report(uuid, text) is
	'I do not agree that my post was hidden or my placing closed. Read where reports are: by contact person and stand-in, unless it is about them. Once.';

-- Terms ---------------------------------------------------------------------------------------------

insert into private.retention (table_name, ground, term, expired) values
	('public.help_posts', 'what is over, and what staff proposed and nobody answered', '56 days',
		'state in (''withdrawn'', ''proposed'') and placed_at < $1 and not exists (
			select from public.help_answers a join public.help_matches m on m.answer_id = a.id
			where a.post_id = help_posts.id and (m.stopped_at is null or m.stopped_at >= $1)
		)'),
	('public.help_asks', 'a question that nobody took up', '56 days', 'asked_at < $1'),
	-- With its answer, that would wait again otherwise.
	('public.help_answers', 'the two may see what they agreed on', '2 years',
		'exists (
			select from public.help_matches m
			where m.answer_id = help_answers.id and m.made_at < $1
				and (m.moment <> ''weekly'' or m.stopped_at is not null)
		) and not exists (
			select from public.help_matches m
			where m.answer_id = help_answers.id
				and (m.made_at >= $1 or m.moment = ''weekly'' and m.stopped_at is null)
		)'),
	('public.help_matches', 'the two may see what they agreed on before they did so anew', '2 years',
		'made_at < $1 and stopped_at is not null and exists (
			select from public.help_matches n
			where n.answer_id = help_matches.answer_id and n.made_at > help_matches.made_at
		)'),
	('public.help_skips', 'a person may see what they said of late', '56 days', 'on_date < $1'),
	('public.help_reflections', 'a person may read back how it was', '1 year', 'written_at < $1'),
	('public.help_thanks', 'a person may read back who thanked them', '1 year', 'sent_at < $1'),
	('public.help_pauses', 'until that day', '1 day', 'until < $1'),
	('public.messages', 'people read back what was said', '1 year', 'sent_at < $1'),
	('public.conversations', 'people read back what was said', '1 year',
		'last_at < $1 and not exists (
			select from public.help_matches m
			where m.conversation_id = conversations.id and m.stopped_at is null
		)'),
	('public.reports', 'what was done can be appealed', '1 year', 'reported_at < $1');
