-- From the poster's code to a resident; and the brakes on guessing.

create type private.invite_kind as enum ('poster', 'personal', 'claim');

create table private.invite_codes (
	id uuid primary key default gen_random_uuid(),
	code_hash bytea not null unique,
	kind private.invite_kind not null,
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	group_id uuid references public.groups (id) on delete cascade,
	-- Of somebody without an account, for whom the card is.
	resident_id uuid references public.residents (id) on delete cascade,
	expires_at timestamptz not null,
	revoked_at timestamptz,
	used_at timestamptz,
	created_at timestamptz not null default now(),
	check ((kind = 'personal') = (group_id is not null)),
	check ((kind = 'claim') = (resident_id is not null))
);
create index invite_codes_neighbourhood_id on private.invite_codes (neighbourhood_id);
create index invite_codes_group_id on private.invite_codes (group_id);
create index invite_codes_resident_id on private.invite_codes (resident_id);
alter table private.invite_codes enable row level security;
alter table private.invite_codes force row level security;
comment on table private.invite_codes is
	'Codes on posters and personal cards, as keyed hashes; a personal card works once. Does not say who used it; for whom it is, only of somebody without an account. Ground: agreement. Term: thirty days after it was used or ended.';

create function private.add_invite_code(
	code text, kind private.invite_kind, neighbourhood_id uuid, group_id uuid, valid_for interval,
	resident_id uuid default null
) returns void
language sql volatile set search_path = '' as $$
	insert into private.invite_codes (code_hash, kind, neighbourhood_id, group_id, resident_id, expires_at)
	values (
		private.keyed_hash('invite:' || add_invite_code.code), add_invite_code.kind,
		add_invite_code.neighbourhood_id, add_invite_code.group_id, add_invite_code.resident_id,
		private.clock() + add_invite_code.valid_for
	);
$$;
revoke execute on function private.add_invite_code(
	text, private.invite_kind, uuid, uuid, interval, uuid
) from public;

create function private.new_invite_code(
	kind private.invite_kind, neighbourhood_id uuid, group_id uuid, valid_for interval,
	resident_id uuid default null
) returns text
language plpgsql volatile set search_path = '' as $$
declare
	-- Twelve random hexadecimal digits: the version bits of a uuid come after them.
	code constant text := lpad(
		(('x' || left(replace(gen_random_uuid()::text, '-', ''), 12))::bit(48)::bigint % 100000000)::text,
		8, '0'
	);
begin
	perform private.add_invite_code(
		code, new_invite_code.kind, new_invite_code.neighbourhood_id, new_invite_code.group_id,
		new_invite_code.valid_for, new_invite_code.resident_id
	);
	return code;
end;
$$;
revoke execute on function private.new_invite_code(private.invite_kind, uuid, uuid, interval, uuid)
	from public;
comment on function private.new_invite_code(private.invite_kind, uuid, uuid, interval, uuid) is
	'Makes a code of 8 random digits and answers it this once; only its hash is kept.';

-- One brake for all codes of eight digits: a try that opens nothing counts, whatever it was meant for.
-- The address is what the caller names; who signed in is counted by account as well, and of them and of
-- visitors the one cannot use up the tries of the other.

create function private.stop_guessing(address text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	account constant text := (select auth.uid())::text;
begin
	if private.is_exhausted('invite_address', stop_guessing.address)
		or (account is null and private.is_exhausted('invite_all', ''))
		or (account is not null and private.is_exhausted('invite_account', account))
		or (account is not null and private.is_exhausted('invite_accounts', ''))
	then
		raise sqlstate 'PT429' using message = 'too many tries', hint = 'too_many_invite_tries';
	end if;
end;
$$;
revoke execute on function private.stop_guessing(text) from public;

create function private.note_wrong_code(address text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	account constant text := (select auth.uid())::text;
begin
	perform private.note_attempt('invite_address', note_wrong_code.address);
	if account is null then
		perform private.note_attempt('invite_all', '');
	else
		perform private.note_attempt('invite_account', account);
		perform private.note_attempt('invite_accounts', '');
	end if;
end;
$$;
revoke execute on function private.note_wrong_code(text) from public;

create function private.match_invite(code text) returns private.invite_codes
language plpgsql volatile security definer set search_path = '' as $$
declare
	hashed constant bytea := private.keyed_hash('invite:' || match_invite.code);
	matched private.invite_codes;
begin
	-- A personal card works once: who holds it on a second telephone waits to see it used. A poster is
	-- for everybody, and nobody waits.
	perform from private.invite_codes c
	where c.code_hash = hashed and c.kind <> 'poster' for update;
	select * into matched
	from private.invite_codes c
	where c.code_hash = hashed
		and c.expires_at > private.clock()
		and c.revoked_at is null
		and (c.kind = 'poster' or c.used_at is null)
		and (
			c.group_id is null
			or exists (select from public.groups g where g.id = c.group_id and g.closed_at is null)
		);
	return matched;
end;
$$;
revoke execute on function private.match_invite(text) from public;
comment on function private.match_invite(text) is
	'A code that works, or null alike for unknown, used, expired, revoked and of a closed group: the try must be kept, so it does not raise.';

create function private.find_invite(code text, address text) returns private.invite_codes
language plpgsql volatile security definer set search_path = '' as $$
declare
	matched private.invite_codes;
begin
	perform private.stop_guessing(find_invite.address);
	matched := private.match_invite(find_invite.code);
	if matched.id is null then
		perform private.note_wrong_code(find_invite.address);
	end if;
	return matched;
end;
$$;
revoke execute on function private.find_invite(text, text) from public;

create function public.look_up_invite(code text, address text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	invite private.invite_codes;
	asks uuid;
begin
	perform private.stop_guessing(look_up_invite.address);
	invite := private.match_invite(look_up_invite.code);
	if invite.id is not null then
		return (
			select jsonb_build_object(
				'neighbourhood', jsonb_build_object('name', n.name, 'slug', n.slug, 'intro', n.intro),
				'contact', private.contact_card(n.id),
				'groupName', (select g.name from public.groups g where g.id = invite.group_id),
				'claims', (
					select jsonb_build_object('firstName', r.first_name, 'face', r.face)
					from public.residents r where r.id = invite.resident_id
				)
			)
			from public.neighbourhoods n where n.id = invite.neighbourhood_id
		);
	end if;
	asks := private.match_supporter_code(look_up_invite.code);
	if asks is not null then
		return (
			select jsonb_build_object('supports', private.shown_as(s.owner_id))
			from public.supporters s where s.id = asks
		);
	end if;
	perform private.note_wrong_code(look_up_invite.address);
	return null;
end;
$$;
revoke execute on function public.look_up_invite(text, text) from public;
grant execute on function public.look_up_invite(text, text) to anon, authenticated;
comment on function public.look_up_invite(text, text) is
	'What a poster, a personal card or a supporter''s code opens, or null when the code does not work. Never what a worker''s code is for. Ten wrong tries an hour per network address, and per account of who signed in: 429.';

create function public.join_neighbourhood(code text, first_name text, address text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
	account constant uuid := (select auth.uid());
	invite constant private.invite_codes := private.find_invite(
		join_neighbourhood.code, join_neighbourhood.address
	);
	me uuid;
	wanted public.groups;
begin
	if account is null then
		raise sqlstate 'PT401' using message = 'sign in first', hint = 'sign_in_first';
	elsif invite.id is null then
		return null;
	end if;
	insert into public.profiles (id) values (account) on conflict do nothing;
	if invite.kind = 'claim' then
		return private.claim(invite.resident_id);
	end if;
	insert into public.residents (neighbourhood_id, profile_id, first_name)
	values (invite.neighbourhood_id, account, join_neighbourhood.first_name)
	on conflict on constraint residents_profile_id_neighbourhood_id_key do nothing;
	if invite.kind = 'personal' then
		me := private.my_resident_in(invite.neighbourhood_id);
		wanted := private.lock_open_group(invite.group_id);
		if not exists (
			select from public.memberships m where m.group_id = wanted.id and m.resident_id = me
		) then
			update private.invite_codes c set used_at = private.clock() where c.id = invite.id;
			if private.chairs_free(wanted, me) > 0 then
				perform private.seat(wanted.id, me, private.clock());
				perform private.settle_host(wanted.id);
			else
				perform public.wait_for_chair(wanted.id);
			end if;
		end if;
	end if;
	return jsonb_build_object('groupId', invite.group_id);
end;
$$;
revoke execute on function public.join_neighbourhood(text, text, text) from public;
grant execute on function public.join_neighbourhood(text, text, text) to authenticated;
comment on function public.join_neighbourhood(text, text, text) is
	'Makes me a resident; a personal card also gives me its chair, or a place in line when that is gone. The card of somebody without an account makes me that person: 409 lives_here_already for who is somebody here. Null: the code does not work.';

-- Sign-in -----------------------------------------------------------------------------------------

create function public.allow_sign_in_code(email text, address text, may_create boolean default false)
returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
	wanted constant text := lower(allow_sign_in_code.email);
	-- Who may not make an account and who may are different forms: the first may have sent nothing.
	form constant text := concat_ws(' ', wanted, allow_sign_in_code.address, allow_sign_in_code.may_create);
	last_tried timestamptz;
begin
	select max(a.made_at) into last_tried
	from private.attempts a
	where a.kind = 'code_check' and a.subject = private.keyed_hash('code_check:' || wanted);
	if private.is_exhausted('code_again', form, coalesce(last_tried, '-infinity')) then
		return false;
	elsif private.is_exhausted('code_email', wanted)
		or private.is_exhausted('code_address', allow_sign_in_code.address)
	then
		raise sqlstate 'PT429' using message = 'too many codes', hint = 'too_many_codes';
	end if;
	perform private.note_attempt('code_again', form);
	perform private.note_attempt('code_email', wanted);
	perform private.note_attempt('code_address', allow_sign_in_code.address);
	return true;
end;
$$;
revoke execute on function public.allow_sign_in_code(text, text, boolean) from public;
grant execute on function public.allow_sign_in_code(text, text, boolean) to anon, authenticated;
comment on function public.allow_sign_in_code(text, text, boolean) is
	'Whether to send a code. False: the same form sent a code within half a minute that nobody tried yet; send none, it counts for nothing. Over three an hour per e-mail or network address, known or not: 429.';

create function public.allow_code_try(email text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	last_sent timestamptz;
begin
	select max(a.made_at) into last_sent
	from private.attempts a
	where a.kind = 'code_email'
		and a.subject = private.keyed_hash('code_email:' || lower(allow_code_try.email));
	if private.is_exhausted(
		'code_check', lower(allow_code_try.email), coalesce(last_sent, '-infinity')
	) then
		raise sqlstate 'PT429' using message = 'too many tries', hint = 'too_many_code_tries';
	end if;
	perform private.note_attempt('code_check', lower(allow_code_try.email));
end;
$$;
revoke execute on function public.allow_code_try(text) from public;
grant execute on function public.allow_code_try(text) to anon, authenticated;
comment on function public.allow_code_try(text) is
	'Counts a try of the six digits: five per code. Over that: 429, ask for a new code.';
