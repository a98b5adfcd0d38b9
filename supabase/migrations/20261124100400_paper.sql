-- Posters: what is on them, and the code that a new one carries.

insert into private.limits (kind, most, per, exact) values ('poster', 20, '1 day', true);

create function private.poster_neighbourhood_id(slug text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select n.id from public.neighbourhoods n
		where n.slug = poster_neighbourhood_id.slug and (
			exists (
				select from public.staff s
				where s.neighbourhood_id = n.id and s.profile_id = (select auth.uid())
			)
			or (private.am_organiser() and private.has_second_factor())
		)
	);
end;
$$;
revoke execute on function private.poster_neighbourhood_id(text) from public;
comment on function private.poster_neighbourhood_id(text) is 'The neighbourhood, when I work there or for the organisation; else null.';

create function public.poster_page(slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	return (
		select jsonb_build_object(
			'id', n.id, 'name', n.name, 'slug', n.slug, 'contact', private.contact_card(n.id),
			'centreName', n.centre_name, 'centreAddress', n.centre_address,
			'groups', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'name', g.name, 'weekday', g.weekday, 'startsAt', to_char(g.starts_at, 'HH24:MI'),
					'durationMinutes', g.duration_minutes, 'placeName', g.place_name
				) order by g.weekday, g.starts_at, g.name), '[]')
				from public.groups g where g.neighbourhood_id = n.id and g.closed_at is null
			)
		)
		from public.neighbourhoods n where n.id = private.poster_neighbourhood_id(poster_page.slug)
	);
end;
$$;
revoke execute on function public.poster_page(text) from public;
grant execute on function public.poster_page(text) to authenticated;
comment on function public.poster_page(text) is
	'What a poster says, for who works in the neighbourhood or for the organisation; null for all others.';

create function public.make_poster_code(slug text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
	neighbourhood constant uuid := private.poster_neighbourhood_id(make_poster_code.slug);
begin
	if neighbourhood is null then
		raise sqlstate 'PT404' using message = 'not found', hint = 'not_found';
	elsif private.is_exhausted('poster', neighbourhood::text) then
		raise sqlstate 'PT429' using message = 'too many', hint = 'too_many_posters';
	end if;
	perform private.note_attempt('poster', neighbourhood::text);
	perform private.note_act('poster_made', neighbourhood, o)
	from public.organisers o where o.profile_id = (select auth.uid());
	return private.new_invite_code('poster', neighbourhood, null, '1 year');
end;
$$;
revoke execute on function public.make_poster_code(text) from public;
grant execute on function public.make_poster_code(text) to authenticated;
comment on function public.make_poster_code(text) is
	'A new code for a poster, told this once, good for a year; older posters go on working. 429 too_many_posters over twenty a day.';
