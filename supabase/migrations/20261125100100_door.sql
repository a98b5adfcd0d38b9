-- Neighbours without e-mail or telephone: signed up at the door, answered for, moved and erased at their
-- wish, until a card makes an account theirs. And what a facilitator asks and prints for everybody.

insert into private.limits (kind, most, per, exact) values ('door', 40, '1 day', true);

create table public.reach_notes (
	resident_id uuid primary key references public.residents (id) on delete cascade,
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	words text check (char_length(words) between 1 and 120 and words !~ '[[:cntrl:]]'),
	check (num_nonnulls(telephone, words) > 0)
);

create table public.answered_for (
	meetup_id uuid not null references public.meetups (id) on delete cascade,
	resident_id uuid not null references public.residents (id) on delete cascade,
	by_id uuid not null references public.profiles (id) on delete cascade,
	primary key (meetup_id, resident_id)
);
create index answered_for_resident_id on public.answered_for (resident_id);
create index answered_for_by_id on public.answered_for (by_id);

alter table public.reach_notes enable row level security;
alter table public.reach_notes force row level security;
alter table public.answered_for enable row level security;
alter table public.answered_for force row level security;

comment on table public.reach_notes is
	'How to reach somebody without an account. Told to the facilitators of the neighbourhood only. Ground: agreement. Term: until that person has an account or stops.';
comment on table public.answered_for is
	'Who filled in an answer for somebody without an account. Told to who may answer for them, and to that person once they have an account. Ground: agreement. Term: eight weeks after the meetup.';

insert into private.retention (table_name, ground, term, expired) values
	('public.answered_for', 'a person may see what was said for them of late', '56 days',
		'exists (select from public.meetups m where m.id = meetup_id and m.ends_at < $1)');

-- Who it is about ---------------------------------------------------------------------------------

create function private.lock_group_in(neighbourhood_id uuid, group_id uuid) returns public.groups
language plpgsql volatile security definer set search_path = '' as $$
declare
	locked public.groups;
begin
	select * into locked from public.groups g
	where g.id = lock_group_in.group_id and g.neighbourhood_id = lock_group_in.neighbourhood_id
		and g.closed_at is null
	for update;
	if locked.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return locked;
end;
$$;
revoke execute on function private.lock_group_in(uuid, uuid) from public;

create function private.facilitated_neighbour(resident_id uuid) returns public.residents
language plpgsql volatile security definer set search_path = '' as $$
declare
	one public.residents;
begin
	select * into one from public.residents r
	where r.id = facilitated_neighbour.resident_id and r.profile_id is null
		and r.neighbourhood_id in (select private.my_facilitated_neighbourhood_ids());
	if one.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return one;
end;
$$;
revoke execute on function private.facilitated_neighbour(uuid) from public;
comment on function private.facilitated_neighbour(uuid) is
	'Somebody without an account in a neighbourhood that I facilitate; all others are not there.';

create function private.whom_i_answer_for(group_id uuid) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	if whom_i_answer_for.group_id in (
		select private.my_hosted_group_ids() union all select private.my_facilitated_group_ids()
	) then
		return query
			select m.resident_id
			from public.memberships m join public.residents r on r.id = m.resident_id
			where m.group_id = whom_i_answer_for.group_id and r.profile_id is null;
	end if;
end;
$$;
revoke execute on function private.whom_i_answer_for(uuid) from public;
comment on function private.whom_i_answer_for(uuid) is
	'Members without an account, for the host and the facilitators. Nobody else learns who they are.';

create function private.answers_for(group_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select private.whom_i_answer_for(answers_for.group_id));
end;
$$;
revoke execute on function private.answers_for(uuid) from public;
grant execute on function private.answers_for(uuid) to authenticated;

create function private.chairs_offered(group_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select count(*)
		from public.chair_offers o join public.groups g on g.id = o.group_id
		where g.id = chairs_offered.group_id
			and g.neighbourhood_id in (select private.my_neighbourhood_ids())
	);
end;
$$;
revoke execute on function private.chairs_offered(uuid) from public;
grant execute on function private.chairs_offered(uuid) to authenticated;
comment on function private.chairs_offered(uuid) is
	'How many chairs are kept free in a group of my neighbourhood; not for whom.';

create function private.name_of(profile_id uuid, neighbourhood_id uuid) returns text
language sql stable set search_path = '' as $$
	select coalesce(
		(select r.first_name from public.residents r
		where r.profile_id = name_of.profile_id and r.neighbourhood_id = name_of.neighbourhood_id),
		(select s.first_name from public.staff s
		where s.profile_id = name_of.profile_id and s.neighbourhood_id = name_of.neighbourhood_id
		order by s.role limit 1)
	);
$$;
revoke execute on function private.name_of(uuid, uuid) from public;

-- Iemand aanmelden --------------------------------------------------------------------------------

create function private.give_chair(of_group public.groups, resident_id uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
begin
	if exists (
		select from public.memberships m
		where m.group_id = of_group.id and m.resident_id = give_chair.resident_id
	) then
		return 'member';
	elsif private.chairs_free(of_group, give_chair.resident_id) > 0 then
		perform private.seat(of_group.id, give_chair.resident_id, private.clock());
		perform private.settle_host(of_group.id);
		return 'member';
	end if;
	insert into public.waitlist (group_id, resident_id, since)
	values (of_group.id, give_chair.resident_id, clock_timestamp())
	on conflict do nothing;
	return 'waiting';
end;
$$;
revoke execute on function private.give_chair(public.groups, uuid) from public;

create function private.brake_at_door(neighbourhood_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if private.is_exhausted('door', brake_at_door.neighbourhood_id::text) then
		raise sqlstate 'PT429' using message = 'too many', hint = 'too_many_at_door';
	end if;
	perform private.note_attempt('door', brake_at_door.neighbourhood_id::text);
end;
$$;
revoke execute on function private.brake_at_door(uuid) from public;

create function private.note_reach(resident_id uuid, telephone text, words text) returns void
language sql volatile set search_path = '' as $$
	delete from public.reach_notes n where n.resident_id = note_reach.resident_id;
	insert into public.reach_notes (resident_id, telephone, words)
	select note_reach.resident_id, note_reach.telephone, note_reach.words
	where num_nonnulls(note_reach.telephone, note_reach.words) > 0;
$$;
revoke execute on function private.note_reach(uuid, text, text) from public;

create function public.sign_up_neighbour(
	id uuid, neighbourhood_id uuid, first_name text, telephone text, words text, group_id uuid
) returns text
language plpgsql volatile security definer set search_path = '' as $$
begin
	if not exists (
		select from public.staff s
		where s.neighbourhood_id = sign_up_neighbour.neighbourhood_id
			and s.profile_id = (select auth.uid())
	) then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.brake_at_door(sign_up_neighbour.neighbourhood_id);
	insert into public.residents (id, neighbourhood_id, first_name)
	values (
		sign_up_neighbour.id, sign_up_neighbour.neighbourhood_id, sign_up_neighbour.first_name
	) on conflict do nothing;
	if not found then
		-- The same form sent twice signs up one.
		if exists (
			select from public.residents r
			where r.id = sign_up_neighbour.id and r.profile_id is null
				and r.neighbourhood_id = sign_up_neighbour.neighbourhood_id
		) then
			return 'known';
		end if;
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.note_reach(
		sign_up_neighbour.id, sign_up_neighbour.telephone, sign_up_neighbour.words
	);
	if sign_up_neighbour.group_id is null then
		return 'resident';
	end if;
	return private.give_chair(
		private.lock_group_in(sign_up_neighbour.neighbourhood_id, sign_up_neighbour.group_id),
		sign_up_neighbour.id
	);
end;
$$;
revoke execute on function public.sign_up_neighbour(uuid, uuid, text, text, text, uuid) from public;
grant execute on function public.sign_up_neighbour(uuid, uuid, text, text, text, uuid) to authenticated;
comment on function public.sign_up_neighbour(uuid, uuid, text, text, text, uuid) is
	'Who works in the neighbourhood signs up somebody without an account, with a chair, a place in line when the group is full, or neither: member, waiting, resident. The same id again: known. Over forty a day: 429 too_many_at_door.';

create function private.groups_to_choose(neighbourhood_id uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'id', g.id, 'name', g.name, 'weekday', g.weekday, 'startsAt', to_char(g.starts_at, 'HH24:MI'),
		'durationMinutes', g.duration_minutes, 'placeName', g.place_name,
		'full', private.chairs_free(g) <= 0
	) order by g.weekday, g.starts_at, g.id), '[]')
	from public.groups g
	where g.neighbourhood_id = groups_to_choose.neighbourhood_id and g.closed_at is null;
$$;
revoke execute on function private.groups_to_choose(uuid) from public;

create function public.door_page(slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', n.id, 'name', n.name, 'slug', n.slug, 'facilitates', f.facilitates,
			'groups', private.groups_to_choose(n.id),
			'people', case when f.facilitates then (
				select coalesce(jsonb_agg(jsonb_build_object(
					'residentId', r.id, 'firstName', r.first_name, 'face', r.face,
					'groupNames', (
						select coalesce(jsonb_agg(g.name order by g.name, g.id), '[]')
						from public.memberships m join public.groups g on g.id = m.group_id
						where m.resident_id = r.id
					)
				) order by r.first_name, r.id), '[]')
				from public.residents r where r.neighbourhood_id = n.id and r.profile_id is null
			) else '[]' end
		)
		from public.neighbourhoods n
		cross join lateral (
			select n.id in (select private.my_facilitated_neighbourhood_ids()) as facilitates
		) f
		where n.slug = door_page.slug and exists (
			select from public.staff s
			where s.neighbourhood_id = n.id and s.profile_id = (select auth.uid())
		)
	);
end;
$$;
revoke execute on function public.door_page(text) from public;
grant execute on function public.door_page(text) to authenticated;
comment on function public.door_page(text) is
	'The groups somebody can be signed up for, for who works in the neighbourhood; for its facilitators also who has no account. Null for all others.';

-- One neighbour without an account ------------------------------------------------------------------

create function public.neighbour_page(resident_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'residentId', r.id, 'firstName', r.first_name, 'face', r.face, 'slug', n.slug,
			'neighbourhoodName', n.name, 'contact', private.contact_card(n.id),
			'telephone', h.telephone, 'words', h.words,
			'member', (
				select coalesce(jsonb_agg(jsonb_build_object('groupId', g.id, 'groupName', g.name)
					order by g.name, g.id), '[]')
				from public.memberships m join public.groups g on g.id = m.group_id
				where m.resident_id = r.id
			),
			'waits', (
				select coalesce(jsonb_agg(jsonb_build_object('groupId', g.id, 'groupName', g.name)
					order by g.name, g.id), '[]')
				from public.waitlist w join public.groups g on g.id = w.group_id
				where w.resident_id = r.id
			),
			'groups', private.groups_to_choose(n.id),
			'cardUntil', (
				select max(c.expires_at) from private.invite_codes c
				where c.resident_id = r.id and c.expires_at > private.clock()
					and c.revoked_at is null and c.used_at is null
			)
		)
		from public.residents r
		join public.neighbourhoods n on n.id = r.neighbourhood_id
		left join public.reach_notes h on h.resident_id = r.id
		where r.id = neighbour_page.resident_id and r.profile_id is null
			and n.id in (select private.my_facilitated_neighbourhood_ids())
	);
end;
$$;
revoke execute on function public.neighbour_page(uuid) from public;
grant execute on function public.neighbour_page(uuid) to authenticated;
comment on function public.neighbour_page(uuid) is
	'Somebody without an account and how to reach them, for the facilitators of the neighbourhood; null for all others.';

create function public.change_neighbour(
	resident_id uuid, first_name text, telephone text, words text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	one constant public.residents := private.facilitated_neighbour(change_neighbour.resident_id);
begin
	update public.residents r set first_name = change_neighbour.first_name
	where r.id = one.id and r.profile_id is null;
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	perform private.note_reach(one.id, change_neighbour.telephone, change_neighbour.words);
end;
$$;
revoke execute on function public.change_neighbour(uuid, text, text, text) from public;
grant execute on function public.change_neighbour(uuid, text, text, text) to authenticated;
comment on function public.change_neighbour(uuid, text, text, text) is
	'A facilitator changes the name of somebody without an account, and how to reach them.';

create function public.move_neighbour(
	resident_id uuid, from_group_id uuid, to_group_id uuid
) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	one public.residents := private.facilitated_neighbour(move_neighbour.resident_id);
	outcome text;
begin
	-- In one order, as everybody who locks several groups does.
	perform from public.groups g
	where g.id in (move_neighbour.from_group_id, move_neighbour.to_group_id)
		and g.neighbourhood_id = one.neighbourhood_id
	order by g.id for update;
	-- Again: somebody may have an account by now, and then steers alone.
	one := private.facilitated_neighbour(one.id);
	if move_neighbour.to_group_id is not null then
		outcome := private.give_chair(
			private.lock_group_in(one.neighbourhood_id, move_neighbour.to_group_id), one.id
		);
	end if;
	-- Who waits for the other chair keeps this one until then.
	if outcome is distinct from 'waiting' and move_neighbour.from_group_id is not null
		and move_neighbour.from_group_id is distinct from move_neighbour.to_group_id
	then
		delete from public.waitlist w
		where w.group_id = move_neighbour.from_group_id and w.resident_id = one.id;
		delete from public.memberships m
		where m.group_id = move_neighbour.from_group_id and m.resident_id = one.id;
	end if;
	return coalesce(outcome, 'left');
end;
$$;
revoke execute on function public.move_neighbour(uuid, uuid, uuid) from public;
grant execute on function public.move_neighbour(uuid, uuid, uuid) to authenticated;
comment on function public.move_neighbour(uuid, uuid, uuid) is
	'At the wish of somebody without an account a facilitator gives them a chair, moves them, or lets them leave: member, waiting, left. Who has to wait keeps the chair they have.';

create function public.erase_neighbour(resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	one public.residents;
	group_ids uuid[];
begin
	-- The card first, as who claims it does.
	perform from private.invite_codes c
	where c.resident_id = erase_neighbour.resident_id order by c.id for update;
	one := private.facilitated_neighbour(erase_neighbour.resident_id);
	group_ids := array(
		select m.group_id from public.memberships m where m.resident_id = one.id
		union select w.group_id from public.waitlist w where w.resident_id = one.id
		union select o.group_id from public.chair_offers o where o.resident_id = one.id
	);
	perform from public.groups g where g.id = any (group_ids) order by g.id for update;
	-- Chairs first: the next in line gets theirs as after any leaving.
	delete from public.waitlist w where w.resident_id = one.id;
	delete from public.chair_offers o where o.resident_id = one.id;
	delete from public.memberships m where m.resident_id = one.id;
	delete from public.residents r where r.id = one.id and r.profile_id is null;
	if not found then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	-- A group that nobody can come back to is nobody's.
	delete from public.groups g
	where g.id = any (group_ids) and g.closed_at is not null
		and not exists (select from public.departures d where d.group_id = g.id)
		and not exists (select from public.chair_requests c where c.group_id = g.id);
end;
$$;
revoke execute on function public.erase_neighbour(uuid) from public;
grant execute on function public.erase_neighbour(uuid) to authenticated;
comment on function public.erase_neighbour(uuid) is
	'At their wish a facilitator removes somebody without an account and every row about them, at once.';

-- The card that makes an account theirs -------------------------------------------------------------

create function public.make_neighbour_card(resident_id uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	one public.residents := private.facilitated_neighbour(make_neighbour_card.resident_id);
begin
	-- A card that is being used is waited for, and then there is nobody to make one for.
	delete from private.invite_codes c where c.resident_id = one.id;
	one := private.facilitated_neighbour(one.id);
	perform private.brake_at_door(one.neighbourhood_id);
	return private.new_invite_code('claim', one.neighbourhood_id, null, '60 days', one.id);
end;
$$;
revoke execute on function public.make_neighbour_card(uuid) from public;
grant execute on function public.make_neighbour_card(uuid) to authenticated;
comment on function public.make_neighbour_card(uuid) is
	'A new code for the card of somebody without an account, told this once, good for sixty days; an earlier one stops working. 429 too_many_at_door.';

create function public.revoke_neighbour_card(resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	one constant public.residents := private.facilitated_neighbour(revoke_neighbour_card.resident_id);
begin
	delete from private.invite_codes c where c.resident_id = one.id;
end;
$$;
revoke execute on function public.revoke_neighbour_card(uuid) from public;
grant execute on function public.revoke_neighbour_card(uuid) to authenticated;

create function private.claim(resident_id uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	account constant uuid := (select auth.uid());
begin
	-- One account at a time becomes somebody: two cards at once would make it two people here.
	perform from public.profiles p where p.id = account for update;
	if exists (
		select from public.residents mine join public.residents r using (neighbourhood_id)
		where mine.profile_id = account and r.id = claim.resident_id
	) then
		raise sqlstate 'PT409' using message = 'is somebody here', hint = 'lives_here_already';
	end if;
	update public.residents r set profile_id = account
	where r.id = claim.resident_id and r.profile_id is null;
	delete from private.invite_codes c where c.resident_id = claim.resident_id;
	-- Now they say themselves who may know.
	delete from public.reach_notes n where n.resident_id = claim.resident_id;
	return jsonb_build_object('groupId', (
		select m.group_id from public.memberships m
		where m.resident_id = claim.resident_id order by m.since limit 1
	));
end;
$$;
revoke execute on function private.claim(uuid) from public;
comment on function private.claim(uuid) is
	'Somebody without an account is whoever holds their card, from now on; nothing else about them changes.';

-- Answering for them --------------------------------------------------------------------------------

create function private.i_answered(meetup_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	delete from public.answered_for f
	where f.meetup_id = i_answered.meetup_id
		and f.resident_id in (select private.my_resident_ids());
$$;
revoke execute on function private.i_answered(uuid) from public;

create function private.who_answered_for_me(meetup_id uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select private.name_of(f.by_id, r.neighbourhood_id)
		from public.answered_for f join public.residents r on r.id = f.resident_id
		where f.meetup_id = who_answered_for_me.meetup_id and r.profile_id = (select auth.uid())
	);
end;
$$;
revoke execute on function private.who_answered_for_me(uuid) from public;
grant execute on function private.who_answered_for_me(uuid) to authenticated;

create function public.answers_page(meetup_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'groupName', g.name, 'startsAt', m.starts_at, 'timeZone', n.time_zone,
			'open', m.state in ('planned', 'moved') and m.starts_at > private.clock(),
			'choosing', m.state in ('planned', 'moved')
				and private.clock() between m.starts_at - interval '1 day' and m.ends_at,
			'people', (
				select jsonb_agg(jsonb_build_object(
					'residentId', r.id, 'firstName', r.first_name, 'face', r.face,
					'coming', not exists (
						select from public.absences a where a.meetup_id = m.id and a.resident_id = r.id
					),
					'answeredBy', (
						select private.name_of(f.by_id, n.id) from public.answered_for f
						where f.meetup_id = m.id and f.resident_id = r.id
					),
					'wishes', (
						select coalesce(jsonb_agg(jsonb_build_object('activity', w.activity, 'words', w.words)
							order by w.activity), '[]')
						from public.activity_wishes w where w.meetup_id = m.id and w.resident_id = r.id
					)
				) order by r.first_name, r.id)
				from public.residents r where r.id in (select private.whom_i_answer_for(g.id))
			)
		)
		from public.meetups m
		join public.groups g on g.id = m.group_id
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		-- Who did not come in the past is theirs alone.
		where m.id = answers_page.meetup_id and m.ends_at > private.clock()
			and private.answers_for(g.id)
	);
end;
$$;
revoke execute on function public.answers_page(uuid) from public;
grant execute on function public.answers_page(uuid) to authenticated;
comment on function public.answers_page(uuid) is
	'For whom I answer at a meetup as its host or a facilitator, and what was said for them; null for all others.';

create function private.note_answer_for(meetup public.meetups, resident_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if note_answer_for.resident_id not in (select private.whom_i_answer_for(meetup.group_id))
		or note_answer_for.resident_id is null
	then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	insert into public.answered_for (meetup_id, resident_id, by_id)
	values (meetup.id, note_answer_for.resident_id, (select auth.uid()))
	on conflict on constraint answered_for_pkey do update set by_id = excluded.by_id;
end;
$$;
revoke execute on function private.note_answer_for(public.meetups, uuid) from public;
comment on function private.note_answer_for(public.meetups, uuid) is
	'Writes down that I answer for somebody, or stops: they have an account, or I am no host or facilitator here.';

create function public.answer_for(meetup_id uuid, resident_id uuid, comes boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_answerable_meetup(answer_for.meetup_id);
begin
	perform private.note_answer_for(chosen, answer_for.resident_id);
	if answer_for.comes is not true then
		insert into public.absences (meetup_id, resident_id)
		values (chosen.id, answer_for.resident_id)
		on conflict do nothing;
	elsif exists (
		select from public.absences a
		where a.meetup_id = chosen.id and a.resident_id = answer_for.resident_id
	) then
		if private.free_chairs(chosen) <= 0 then
			raise sqlstate 'PT409' using message = 'a guest has this chair', hint = 'chair_given_to_guest';
		end if;
		delete from public.absences a
		where a.meetup_id = chosen.id and a.resident_id = answer_for.resident_id;
	end if;
end;
$$;
revoke execute on function public.answer_for(uuid, uuid, boolean) from public;
grant execute on function public.answer_for(uuid, uuid, boolean) to authenticated;
comment on function public.answer_for(uuid, uuid, boolean) is
	'Ik kom or deze keer niet, for a member without an account, by the host or a facilitator. 409 chair_given_to_guest.';

create function public.wish_for(
	meetup_id uuid, resident_id uuid, activities public.activity[], words text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	chosen constant public.meetups := private.lock_choosable_meetup(wish_for.meetup_id);
begin
	perform private.note_answer_for(chosen, wish_for.resident_id);
	delete from public.activity_wishes w
	where w.meetup_id = chosen.id and w.resident_id = wish_for.resident_id;
	insert into public.activity_wishes (meetup_id, resident_id, activity, words)
	select distinct chosen.id, wish_for.resident_id, wanted,
		case when wanted = 'other' then wish_for.words end
	from unnest(wish_for.activities) wanted;
end;
$$;
revoke execute on function public.wish_for(uuid, uuid, public.activity[], text) from public;
grant execute on function public.wish_for(uuid, uuid, public.activity[], text) to authenticated;
comment on function public.wish_for(uuid, uuid, public.activity[], text) is
	'What a member without an account likes to do, said for them by the host or a facilitator.';

-- Another group -------------------------------------------------------------------------------------

create function public.move_page(group_id uuid, resident_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'firstName', r.first_name, 'groupName', g.name, 'hasAccount', r.profile_id is not null,
			'waits', s.waits,
			'asked', (
				select a.name from public.chair_offers o join public.groups a on a.id = o.group_id
				where o.resident_id = r.id and private.offer_stands(o.offered_at)
				order by o.offered_at, a.id limit 1
			),
			'groups', (
				select coalesce(jsonb_agg(one order by place), '[]')
				from jsonb_array_elements(private.groups_to_choose(g.neighbourhood_id))
					with ordinality c (one, place)
				where one ->> 'id' <> g.id::text
			)
		)
		from (
			select m.group_id, m.resident_id, false as waits from public.memberships m
			union all
			select w.group_id, w.resident_id, true from public.waitlist w
		) s
		join public.groups g on g.id = s.group_id
		join public.residents r on r.id = s.resident_id
		where s.group_id = move_page.group_id and s.resident_id = move_page.resident_id
			and g.id in (select private.my_facilitated_group_ids())
	);
end;
$$;
revoke execute on function public.move_page(uuid, uuid) from public;
grant execute on function public.move_page(uuid, uuid) to authenticated;
comment on function public.move_page(uuid, uuid) is
	'To which groups a member, or who waits for a chair, could move; for the facilitators, null for all others.';

create function public.propose_move(resident_id uuid, from_group_id uuid, to_group_id uuid)
returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	wanted public.groups;
	leaves uuid;
begin
	perform from public.groups g
	where g.id in (propose_move.from_group_id, propose_move.to_group_id)
		and g.id in (select private.my_facilitated_group_ids())
	order by g.id for update;
	select g.* into wanted
	from public.groups f join public.groups g using (neighbourhood_id)
	where f.id = propose_move.from_group_id and g.id = propose_move.to_group_id and f.id <> g.id
		and g.closed_at is null and g.id in (select private.my_facilitated_group_ids());
	if wanted.id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	select m.group_id into leaves
	from public.memberships m
	where m.group_id = propose_move.from_group_id and m.resident_id = propose_move.resident_id;
	if not exists (
		select from public.residents r
		where r.id = propose_move.resident_id and r.profile_id is not null
			and (leaves is not null or exists (
				select from public.waitlist w
				where w.group_id = propose_move.from_group_id and w.resident_id = r.id
			))
	) then
		raise sqlstate 'PT409' using message = 'not a member any more', hint = 'not_a_member';
	end if;
	-- Two facilitators at once: somebody is asked one thing at a time.
	perform from public.residents r where r.id = propose_move.resident_id for no key update;
	if exists (
		select from public.memberships m
		where m.group_id = wanted.id and m.resident_id = propose_move.resident_id
	) then
		return 'member';
	elsif exists (select from public.chair_offers o where o.resident_id = propose_move.resident_id) then
		return 'asked';
	elsif private.chairs_free(wanted) <= 0 then
		raise sqlstate 'PT409' using message = 'the group is full', hint = 'no_chair_to_offer';
	end if;
	insert into public.chair_offers (group_id, resident_id, offered_at, from_group_id)
	values (wanted.id, propose_move.resident_id, private.clock(), leaves);
	-- Who asks for a chair that is kept free now waits in line.
	perform private.settle_chairs(wanted.id);
	return 'asked';
end;
$$;
revoke execute on function public.propose_move(uuid, uuid, uuid) from public;
grant execute on function public.propose_move(uuid, uuid, uuid) to authenticated;
comment on function public.propose_move(uuid, uuid, uuid) is
	'A facilitator asks a member, or who waits for a chair, to take one in another group, and keeps it free: asked, also when something was asked already, or member. Full: 409 no_chair_to_offer.';

-- Paper ---------------------------------------------------------------------------------------------

create function public.sheets_page(slug text, group_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'name', n.name, 'slug', n.slug, 'contact', private.contact_card(n.id),
			'groups', coalesce(jsonb_agg(jsonb_build_object(
				'id', g.id, 'name', g.name, 'weekday', g.weekday,
				'startsAt', to_char(g.starts_at, 'HH24:MI'), 'durationMinutes', g.duration_minutes,
				'placeName', g.place_name,
				'address', (select p.address from public.group_places p where p.group_id = g.id),
				'likes', g.likes, 'likesWords', g.likes_words, 'timeZone', n.time_zone,
				'meetup', (
					select jsonb_build_object(
						'startsAt', m.starts_at, 'endsAt', m.ends_at, 'activity', m.activity,
						'activityWords', m.activity_words, 'people', private.who_comes(m.id)
					)
					from public.meetups m
					where m.group_id = g.id and m.ends_at > private.clock() and m.state in ('planned', 'moved')
					order by m.starts_at limit 1
				)
			) order by g.weekday, g.starts_at, g.id) filter (where g.id is not null), '[]')
		)
		from public.neighbourhoods n
		left join public.groups g on g.neighbourhood_id = n.id and g.closed_at is null
		where case
			when sheets_page.slug is not null then n.slug = sheets_page.slug
				and n.id in (select private.my_facilitated_neighbourhood_ids())
			else g.id = sheets_page.group_id and g.id in (
				select private.my_hosted_group_ids() union all select private.my_facilitated_group_ids()
			)
		end
		group by n.id
	);
end;
$$;
revoke execute on function public.sheets_page(text, uuid) from public;
grant execute on function public.sheets_page(text, uuid) to authenticated;
comment on function public.sheets_page(text, uuid) is
	'What is printed of all groups of a neighbourhood, for its facilitators, or of one group, also for its host: moment, place, who comes next time, the contact person. Null for all others.';

-- Everything about me -------------------------------------------------------------------------------

create function private.my_door_rows() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	mine constant uuid[] := array(select private.my_resident_ids());
begin
	return jsonb_build_object(
		'answeredFor', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'meetupId', m.id, 'groupName', g.name, 'startsAt', m.starts_at, 'residentId', f.resident_id,
				'byName', private.name_of(f.by_id, g.neighbourhood_id)
			) order by m.starts_at, m.id), '[]')
			from public.answered_for f
			join public.meetups m on m.id = f.meetup_id
			join public.groups g on g.id = m.group_id
			where f.resident_id = any (mine)
		),
		'answeredByMe', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'meetupId', m.id, 'groupName', g.name, 'startsAt', m.starts_at, 'byId', f.by_id
			) order by m.starts_at, m.id), '[]')
			from public.answered_for f
			join public.meetups m on m.id = f.meetup_id
			join public.groups g on g.id = m.group_id
			where f.by_id = (select auth.uid())
		)
	);
end;
$$;
revoke execute on function private.my_door_rows() from public;
