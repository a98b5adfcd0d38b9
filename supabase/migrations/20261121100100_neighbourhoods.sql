-- A neighbourhood, the people anyone may call, and the residents.

create type public.staff_role as enum ('facilitator', 'contact_person', 'stand_in');

create table public.neighbourhoods (
	id uuid primary key default gen_random_uuid(),
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60
		-- Pages of their own, beside the pages of neighbourhoods.
		and slug not in ('new', 'requests')),
	name text not null check (char_length(name) between 2 and 60),
	intro text not null default '' check (char_length(intro) <= 400),
	time_zone text not null default 'Europe/Amsterdam' check (time_zone ~ '^[A-Za-z]+(/[A-Za-z_]+)+$'),
	created_at timestamptz not null default now()
);

create table public.profiles (
	id uuid primary key references auth.users (id) on delete cascade,
	language text not null default 'nl' check (language in ('nl', 'en')),
	text_size text not null default 'normal' check (text_size in ('normal', 'large')),
	theme text not null default 'system' check (theme in ('system', 'light', 'dark'))
);

create table public.residents (
	id uuid primary key default gen_random_uuid(),
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	profile_id uuid references public.profiles (id) on delete cascade,
	first_name text not null check (
		char_length(first_name) between 1 and 40
		and first_name = btrim(first_name)
		and first_name !~ '[[:cntrl:]]'
	),
	face text not null default 'initials' check (face in (
		'initials', 'fox', 'owl', 'cat', 'hedgehog', 'swan', 'tulip', 'tree', 'bike', 'boat', 'sun',
		'teapot', 'kite'
	)),
	joined_at timestamptz not null default now(),
	unique (profile_id, neighbourhood_id)
);
create index residents_neighbourhood_id on public.residents (neighbourhood_id);

create table public.staff (
	id uuid primary key default gen_random_uuid(),
	neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
	profile_id uuid references public.profiles (id) on delete set null,
	role public.staff_role not null,
	first_name text not null check (char_length(first_name) between 1 and 40),
	face text not null default 'initials' check (char_length(face) <= 20),
	telephone text check (telephone ~ '^\+?[0-9][0-9 -]{2,18}$'),
	check (role <> 'facilitator' or telephone is null)
);
create index staff_neighbourhood_id on public.staff (neighbourhood_id);
create index staff_profile_id on public.staff (profile_id);
create unique index staff_one_contact_person on public.staff (neighbourhood_id, role)
	where role <> 'facilitator';

create table public.contact_hours (
	staff_id uuid not null references public.staff (id) on delete cascade,
	weekday smallint not null check (weekday between 1 and 7),
	opens_at time not null,
	closes_at time not null check (closes_at > opens_at),
	primary key (staff_id, weekday)
);

alter table public.neighbourhoods enable row level security;
alter table public.neighbourhoods force row level security;
alter table public.profiles enable row level security;
alter table public.profiles force row level security;
alter table public.residents enable row level security;
alter table public.residents force row level security;
alter table public.staff enable row level security;
alter table public.staff force row level security;
alter table public.contact_hours enable row level security;
alter table public.contact_hours force row level security;

-- Who am I here ---------------------------------------------------------------------------------

-- In plpgsql, as all that runs on every page: it keeps its plan, where a function in plain SQL makes
-- one per call, at many times the cost of the rows.

create function private.my_resident_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select id from public.residents where profile_id = (select auth.uid());
end;
$$;
revoke execute on function private.my_resident_ids() from public;
grant execute on function private.my_resident_ids() to authenticated;

create function private.my_facilitated_neighbourhood_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select neighbourhood_id from public.staff
		where profile_id = (select auth.uid()) and role = 'facilitator';
end;
$$;
revoke execute on function private.my_facilitated_neighbourhood_ids() from public;
grant execute on function private.my_facilitated_neighbourhood_ids() to authenticated;

create function private.my_neighbourhood_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return query
		select neighbourhood_id from public.residents where profile_id = (select auth.uid())
		union all
		select neighbourhood_id from public.staff
		where profile_id = (select auth.uid()) and role = 'facilitator';
end;
$$;
revoke execute on function private.my_neighbourhood_ids() from public;
grant execute on function private.my_neighbourhood_ids() to authenticated;

create function private.my_resident_in(neighbourhood_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
	found_id uuid;
begin
	select r.id into found_id
	from public.residents r
	where r.profile_id = (select auth.uid())
		and r.neighbourhood_id = my_resident_in.neighbourhood_id;
	if found_id is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	end if;
	return found_id;
end;
$$;
revoke execute on function private.my_resident_in(uuid) from public;

-- Policies --------------------------------------------------------------------------------------

create policy "anyone may read what a neighbourhood says of itself"
	on public.neighbourhoods for select to anon, authenticated using (true);

create policy "people read and change their own settings"
	on public.profiles for select to authenticated using (id = (select auth.uid()));
create policy "people change their own settings"
	on public.profiles for update to authenticated
	using (id = (select auth.uid())) with check (id = (select auth.uid()));

create policy "people change their own name and face"
	on public.residents for update to authenticated
	using (id = any (array(select private.my_resident_ids())))
	with check (id = any (array(select private.my_resident_ids())));

create policy "anyone may see the contact person and the stand-in"
	on public.staff for select to anon using (role <> 'facilitator');
create policy "residents see who works in their neighbourhood"
	on public.staff for select to authenticated
	using (
		role <> 'facilitator'
		or neighbourhood_id = any (array(select private.my_neighbourhood_ids()))
	);
create policy "anyone may see when the contact person can be reached"
	on public.contact_hours for select to anon, authenticated
	using (exists (select from public.staff s where s.id = staff_id and s.role <> 'facilitator'));

grant select (id, slug, name, intro, time_zone) on public.neighbourhoods to anon, authenticated;
grant select (id, language, text_size, theme) on public.profiles to authenticated;
grant update (language, text_size, theme) on public.profiles to authenticated;
grant select (id, neighbourhood_id, first_name, face) on public.residents to authenticated;
grant update (first_name, face) on public.residents to authenticated;
grant select (id, neighbourhood_id, role, first_name, face, telephone) on public.staff
	to anon, authenticated;
grant select (staff_id, weekday, opens_at, closes_at) on public.contact_hours to anon, authenticated;

comment on table public.neighbourhoods is
	'The area to which every other thing belongs. Ground: no personal data. Term: as long as the neighbourhood.';
comment on table public.profiles is
	'An account''s own settings: language, size of letters, light or dark, and the day on which all of it is erased. Seen by its owner only. Ground: agreement. Term: as long as the account.';
comment on table public.residents is
	'A person as neighbours know them: first name and face. Its random id, never the account''s, is what others meet. Ground: agreement. Term: as long as the account.';
comment on table public.staff is
	'Who works in a neighbourhood; the contact person and stand-in are public. Ground: agreement. Term: as long as they work there, at most as long as the account.';
comment on table public.contact_hours is
	'When the contact person or stand-in can be reached, local time. Ground: agreement. Term: as long as that person works there.';

-- Opening one --------------------------------------------------------------------------------------

create function private.open_neighbourhood(slug text, name text, intro text) returns uuid
language sql volatile set search_path = '' as $$
	insert into public.neighbourhoods (slug, name, intro)
	values (open_neighbourhood.slug, open_neighbourhood.name, open_neighbourhood.intro)
	returning id;
$$;
revoke execute on function private.open_neighbourhood(text, text, text) from public;
