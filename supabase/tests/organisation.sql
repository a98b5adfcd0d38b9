-- The organisation: what it may with a second factor, that nobody else may, and that what it does is
-- written down, reaches no resident and ends at once.
begin;
select plan(99);

\ir support/street.psql

select pg_temp.neighbour('ana'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('contact', 'oost', 'contact_person'), pg_temp.works('standin', 'oost', 'stand_in'),
	pg_temp.works('farguide', 'west', 'facilitator'),
	pg_temp.account('wil'), pg_temp.account('bo'), pg_temp.account('karin'), pg_temp.account('admin');
select pg_temp.circle('koffie', 8, 'ana');
insert into public.organisers (id, profile_id, first_name) values
	(md5('o wil')::uuid, md5('wil')::uuid, 'Wil'), (md5('o bo')::uuid, md5('bo')::uuid, 'Bo');
insert into care.organisations (id, name) values (md5('nabij')::uuid, 'Nabij');
insert into care.administrators values (md5('admin')::uuid, md5('nabij')::uuid, 'Ad');

-- A session that was opened with a second factor.
create function pg_temp.proves(person text, query text) returns text language plpgsql as $$
declare
	answer text;
	hint text;
begin
	perform set_config('request.jwt.claims', json_build_object('sub', md5(person)::uuid, 'aal', 'aal2')::text, true);
	perform set_config('role', 'authenticated', true);
	execute query into answer;
	set constraints all immediate;
	set constraints all deferred;
	perform set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
	return answer;
exception when others then
	get stacked diagnostics hint = pg_exception_hint;
	return rtrim(sqlstate || ' ' || hint);
end;
$$;
create function pg_temp.asks(
	person text, name text, role text, neighbourhood text default 'oost', telephone text default null
) returns text language sql as $$
	select pg_temp.proves(person, format(
		'select public.invite_to_role(%L, %L, %L, %L, %L, %L)', md5('to ' || name)::uuid, role,
		case when neighbourhood <> '' then md5(neighbourhood)::uuid end, initcap(name),
		initcap(name) || '@Example.nl', telephone
	));
$$;
create function pg_temp.secret(name text) returns text language sql as $$
	select private.appointment_secret(a) from private.appointments a where a.id = md5('to ' || name)::uuid;
$$;
create function pg_temp.accepts(person text, secret text) returns text language sql as $$
	select pg_temp.says(person, format('select public.accept_invitation(%L)', secret));
$$;
create function pg_temp.opens(person text, secret text) returns jsonb language sql as $$
	select pg_temp.says(person, format('select public.look_up_invitation(%L)', secret))::jsonb;
$$;

-- Who may -----------------------------------------------------------------------------------------

create temp table verbs (query text);
insert into verbs values
	('select public.organisation_page()'), ('select public.organisation_neighbourhood_page(''oost'')'),
	('select public.organisation_acts_page()'),
	('select public.open_neighbourhood(gen_random_uuid(), ''noord'', ''Noord'', '''', ''Europe/Amsterdam'', null, null)'),
	(format('select public.change_neighbourhood(%L, ''Oost'', '''', ''Europe/Amsterdam'', null, null)', md5('oost')::uuid)),
	(format('select public.close_neighbourhood(%L)', md5('west')::uuid)),
	(format('select public.invite_to_role(gen_random_uuid(), ''facilitator'', %L, ''X'', ''x@example.nl'', null)', md5('oost')::uuid)),
	('select public.withdraw_invitation(gen_random_uuid())'),
	(format('select public.end_role(%L)', md5('s guide')::uuid)),
	(format('select public.end_organiser(%L)', md5('o bo')::uuid)),
	(format('select public.make_group_card(%L)', md5('koffie')::uuid)),
	('select public.revoke_code(gen_random_uuid())'),
	(format('select public.retry_mails(''appointment'', %L)', md5('oost')::uuid));
select is_empty(
	format('select query from verbs where pg_temp.says(%L, query) is distinct from %L', person, answer),
	person || ' may none of it'
) from (values
	('visitor', '42501'), ('ana', 'PT404 not_found'), ('guide', 'PT404 not_found'),
	('contact', 'PT404 not_found'), ('standin', 'PT404 not_found'), ('farguide', 'PT404 not_found'),
	('wil', 'PT403 second_factor_needed')
) p (person, answer);
select is_empty(
	format('select query from verbs where pg_temp.proves(%L, query) is distinct from ''PT404 not_found''', person),
	person || ' may none of it with a second factor either'
) from unnest(array['guide', 'contact', 'admin']) person;
select is(pg_temp.says('wil', 'select public.poster_page(''oost'')'), null, 'without a second factor there is no poster to make');
select isnt(pg_temp.proves('wil', 'select public.poster_page(''oost'')'), null, 'with one there is');
select is(
	pg_temp.proves('wil', 'select count(*) from public.residents'), '0', 'no table shows the organisation who lives there'
);
select is(
	pg_temp.proves('wil', 'select (select count(*) from public.groups) + (select count(*) from public.memberships)'),
	'0', 'nor what groups there are, but on its page'
);
select is(pg_temp.says('wil', 'select public.my_context() ->> ''organises'''), 'true', 'an organiser is told to be one');
select is(pg_temp.says('ana', 'select public.my_context() ->> ''organises'''), 'false', 'and nobody else');

-- Neighbourhoods ------------------------------------------------------------------------------------

create function pg_temp.opened(slug text, zone text default 'Europe/Amsterdam', id text default 'noord')
returns text language sql as $$
	select pg_temp.proves('wil', format(
		'select public.open_neighbourhood(%L, %L, %L, ''Welkom'', %L, ''De Linde'', ''Kade 1'')',
		md5(id)::uuid, slug, initcap(slug), zone
	));
$$;
select is(pg_temp.opened('noord'), 'noord', 'a neighbourhood is opened');
select is(pg_temp.opened('noord'), 'noord', 'once, also when the form comes twice');
select is(pg_temp.opened('oost', id => 'oost 2'), 'oost-2', 'of a name that is taken the address gets a number');
select is(pg_temp.opened('new', id => 'new'), 'new-2', 'and of an address that a page has');
select is(pg_temp.opened('zuid', 'Europe/Nowhere', 'zuid'), 'PT404 not_found', 'there are only clocks that exist');
select is(
	pg_temp.says('visitor', 'select name || intro from public.neighbourhoods where slug = ''noord'''), 'NoordWelkom',
	'anyone reads of it'
);
select is(
	pg_temp.says('visitor', 'select centre_name || centre_address from public.neighbourhoods where slug = ''noord'''),
	'De LindeKade 1', 'and where its community centre is'
);
select is(
	pg_temp.proves('wil', format('select public.change_neighbourhood(%L, ''Noord'', ''Dag'', ''America/Aruba'', null, null)', md5('noord')::uuid)),
	'', 'its texts and clock are changed'
);
select is(
	(select array[n.intro, n.time_zone, n.slug, n.centre_name] from public.neighbourhoods n where n.id = md5('noord')::uuid),
	array['Dag', 'America/Aruba', 'noord', null], 'and its address is not'
);
select is(
	pg_temp.proves('wil', format('select public.close_neighbourhood(%L)', md5('oost')::uuid)),
	'PT409 somebody_lives_there', 'where somebody lives nothing is closed'
);
select is(
	pg_temp.proves('wil', format('select public.close_neighbourhood(%L)', md5('noord')::uuid)), '', 'where nobody does it is'
);
select is_empty('select from public.neighbourhoods where slug = ''noord''', 'and then it is gone');

-- Asking somebody -----------------------------------------------------------------------------------

select is(pg_temp.asks('wil', 'karin', 'contact_person', telephone => '06 1234 5678'), '', 'somebody is asked');
select is(pg_temp.asks('wil', 'karin', 'contact_person'), '', 'once, also when the form comes twice');
select is(
	(select count(*) from private.outbox o where o.kind = 'appointment' and o.email = 'karin@example.nl'), 1::bigint,
	'by one mail'
);
select is(pg_temp.asks('bo', 'kees', 'contact_person'), 'PT409 invited_already', 'for one role one at a time');
select is(pg_temp.asks('wil', 'kees', 'facilitator'), '', 'for another somebody else');
select is(pg_temp.asks('wil', 'kim', 'mayor'), '23514', 'no role that is not there');
select is(pg_temp.asks('wil', 'kim', 'organiser'), '23514', 'no organiser of one neighbourhood');
select is(pg_temp.asks('wil', 'kim', 'facilitator', ''), 'PT404 not_found', 'no facilitator of none');
set local buurtplein.now = '2026-11-24 12:00+01';
update private.outbox set next_try_at = private.clock(), made_at = private.clock();
update private.appointments set invited_at = private.clock(), expires_at = private.clock() + interval '14 days';
create temp table mails as select public.claim_mail() as all_of_them;
select is(
	(
		select mail -> 'details' from mails, jsonb_array_elements(all_of_them) mail
		where mail ->> 'email' = 'karin@example.nl'
	),
	jsonb_build_object(
		'role', 'contact_person', 'firstName', 'Karin', 'secret', pg_temp.secret('karin'), 'until', '2026-12-08'
	),
	'the mail has the link'
);
select matches(pg_temp.secret('karin'), '^[0-9a-f]{32}$', 'of 128 bits');
select is_empty(
	$$select from private.appointments a where position(pg_temp.secret('karin') in a::text) > 0
		or position(pg_temp.secret('karin') in encode(convert_to(a::text, 'UTF8'), 'hex')) > 0$$,
	'which are kept nowhere'
);
select is(
	pg_temp.opens('visitor', pg_temp.secret('karin')) - 'email',
	'{"role": "contact_person", "firstName": "Karin", "telephone": "06 1234 5678", "neighbourhoodName": "Oost", "invitedBy": "Wil", "mine": false}',
	'who has the link reads what is asked'
);
select is(pg_temp.opens('karin', pg_temp.secret('karin')) ->> 'mine', 'true', 'and whether it is for them');
select is(
	array[
		pg_temp.opens('visitor', repeat('0', 32)), pg_temp.opens('visitor', ''), pg_temp.opens('karin', left(pg_temp.secret('karin'), 31))
	], array[null, null, null]::jsonb[], 'another link opens nothing'
);
select is(
	pg_temp.accepts('ana', pg_temp.secret('karin')), 'PT403 invitation_for_other_address',
	'who has another address cannot say yes'
);
select is(pg_temp.accepts('visitor', pg_temp.secret('karin')), '42501', 'nor can who did not sign in');
select is(
	(select s.profile_id from public.staff s where s.neighbourhood_id = md5('oost')::uuid and s.role = 'contact_person'),
	md5('contact')::uuid, 'until the yes nothing changes'
);
insert into public.contact_requests (
	id, neighbourhood_id, author_id, topic, call_time, telephone, asked_at, holder, both_see, promised_at
) values (
	md5('request')::uuid, md5('oost')::uuid, md5('r ana')::uuid, 'worry', 'any_time', '06 12345678',
	private.clock(), 'contact_person', false, private.clock() + interval '1 day'
);
select is(
	pg_temp.says('contact', format('select public.contact_request_page(%L) ->> ''mine''', md5('request')::uuid)), 'false',
	'who has the role reads what is asked of it'
);
create temp table told as select pg_temp.secret('karin') as secret;
select is(
	pg_temp.accepts('karin', secret)::jsonb, '{"role": "contact_person", "slug": "oost"}', 'a yes gives the role'
) from told;
select is(pg_temp.accepts('karin', secret), null, 'once') from told;
select is(pg_temp.opens('visitor', secret), null, 'and a link that was answered opens nothing') from told;
select is(
	array[
		pg_temp.says('contact', format('select public.contact_request_page(%L)', md5('request')::uuid)),
		pg_temp.says('contact', 'select jsonb_array_length(public.contact_desk())'),
		pg_temp.says('karin', format('select public.contact_request_page(%L) ->> ''mine''', md5('request')::uuid))
	], array[null, '0', 'false'], 'from the next request on it is the other who reads that'
);
select is(
	(select c.both_see from public.contact_requests c), false, 'the stand-in sees no more of it than before'
);
select is_empty(
	'select from private.outbox where email = ''karin@example.nl''', 'the address is forgotten with the question'
);
select is(
	(select a.person_name || ' ' || a.actor_name from private.organisation_acts a where a.act = 'ended'),
	'Contact Wil', 'who handed over is written down as ended'
);

-- One person is not both: who takes the one role leaves the other.
select is(pg_temp.asks('wil', 'standin', 'contact_person'), '', 'the stand-in is asked as contact person');
select isnt(pg_temp.accepts('standin', pg_temp.secret('standin')), null, 'and says yes');
select is(
	(
		select string_agg(s.role || ' ' || s.first_name, ', ' order by s.role) from public.staff s
		where s.neighbourhood_id = md5('oost')::uuid and s.role <> 'facilitator'
	), 'contact_person Standin', 'nobody stands in for themselves'
);

-- Taken back, expired, and of who organises no more.
create temp table kees as select pg_temp.secret('kees') as secret;
select is(
	pg_temp.proves('bo', format('select public.withdraw_invitation(%L)', md5('to kees')::uuid)), '', 'a question is taken back'
);
select is(
	pg_temp.proves('bo', format('select public.withdraw_invitation(%L)', md5('to kees')::uuid)),
	'PT409 invitation_answered', 'once'
);
select is(pg_temp.opens('visitor', secret), null, 'then its link opens nothing') from kees;
select is(pg_temp.asks('wil', 'kees', 'facilitator'), '', 'it can be asked again');
select isnt(pg_temp.secret('kees'), secret, 'by another link') from kees;
set local buurtplein.now = '2026-12-08 12:00+01';
select is(pg_temp.opens('visitor', pg_temp.secret('kees')), null, 'after two weeks it opens nothing');
select is(pg_temp.accepts('karin', pg_temp.secret('kees')), null, 'and cannot be said yes to');
set local buurtplein.now = '2026-11-24 12:00+01';
select is(pg_temp.asks('bo', 'karin', 'organiser', ''), '', 'an organiser asks another');
create temp table bo as select pg_temp.secret('karin') as secret;
select is(pg_temp.proves('wil', format('select public.end_organiser(%L)', md5('o bo')::uuid)), '', 'and is ended');
select is(pg_temp.accepts('karin', secret), null, 'then what they asked is not asked any more') from bo;
select is(
	array[pg_temp.proves('bo', 'select public.organisation_page()'), pg_temp.proves('bo', 'select public.make_poster_code(''oost'')')],
	array['PT404 not_found', 'PT404 not_found'], 'with the session they have they see and do nothing more'
);
select is(
	pg_temp.proves('wil', format('select public.end_organiser(%L)', md5('o wil')::uuid)), 'PT409 last_organiser', 'one stays'
);
select matches(private.appoint_organiser('Karin@example.nl', 'Karin'), '^/invitation/[0-9a-f]{32}$', 'the first is asked in SQL');
select is(
	pg_temp.accepts('karin', right(private.appoint_organiser('karin@example.nl', 'Karin'), 32))::jsonb ->> 'role',
	'organiser', 'and says yes by the same link'
);

-- Ending ------------------------------------------------------------------------------------------

select isnt(pg_temp.says('guide', 'select public.poster_page(''oost'')'), null, 'a facilitator works');
select private.post_mail('request_waits', md5('oost')::uuid, profile_id => md5('guide')::uuid);
select is(pg_temp.proves('wil', format('select public.end_role(%L)', md5('s guide')::uuid)), '', 'until their role is ended');
select is_empty(
	$$select from private.outbox where profile_id = md5('guide')::uuid$$, 'what was to be mailed to them is not sent'
);
select is(
	array[
		pg_temp.says('guide', 'select public.poster_page(''oost'')'), pg_temp.says('guide', 'select public.new_group_page(''oost'')'),
		pg_temp.says('guide', 'select count(*) from public.memberships')
	], array[null, null, '0'], 'with the session they have they see nothing more'
);

select is(
	pg_temp.asks('wil', 'karin', 'stand_in'), '', 'a stand-in is asked'
);
select isnt(pg_temp.accepts('karin', pg_temp.secret('karin')), null, 'and says yes');
select is(
	pg_temp.says('karin', format('select public.contact_request_page(%L)', md5('request')::uuid)), null,
	'they do not read what the contact person holds'
);
select is(
	(
		select pg_temp.proves('wil', format('select public.end_role(%L)', s.id)) from public.staff s
		where s.neighbourhood_id = md5('oost')::uuid and s.role = 'contact_person'
	), '', 'the role of contact person is ended'
);
select is(
	pg_temp.says('karin', format('select public.contact_request_page(%L) ->> ''mine''', md5('request')::uuid)), 'false',
	'then the stand-in reads what nobody holds any more'
);

-- Codes -------------------------------------------------------------------------------------------

create temp table codes as select
	pg_temp.proves('wil', 'select public.make_poster_code(''oost'')') as poster,
	pg_temp.proves('wil', format('select public.make_group_card(%L)', md5('koffie')::uuid)) as card,
	pg_temp.says('karin', 'select public.make_poster_code(''oost'')') as theirs;
select is(
	(select string_agg(c.made_by, ' ' order by c.made_by) from private.invite_codes c), 'organiser organiser stand_in',
	'of a code it is known in which role it was made'
);
select is(
	pg_temp.says('visitor', format('select public.look_up_invite(%L, ''10.0.0.1'') ->> ''groupName''', card)), 'koffie',
	'a card opens its group'
) from codes;
select is_empty(
	$$select from codes where position(poster in pg_temp.proves('wil', 'select public.organisation_neighbourhood_page(''oost'')')) > 0$$,
	'a code is not shown again'
);
select is(
	(
		select pg_temp.proves('wil', format('select public.revoke_code(%L)', c.id))
		from private.invite_codes c, codes where c.code_hash = private.keyed_hash('invite:' || poster)
	), '', 'a code is stopped'
);
select is(
	pg_temp.says('visitor', format('select public.look_up_invite(%L, ''10.0.0.1'')', poster)), null, 'and works no more'
) from codes;

insert into public.residents (id, neighbourhood_id, first_name)
values (md5('r door')::uuid, md5('oost')::uuid, 'Door');
select private.add_invite_code('30000009', 'claim', md5('oost')::uuid, null, '1 day', md5('r door')::uuid);
select is(
	pg_temp.proves('wil', 'select jsonb_path_exists(public.organisation_neighbourhood_page(''oost''), ''$.codes[*] ? (@.kind == "claim")'')'),
	'false', 'that a neighbour has a card of their own is not for the organisation'
);
select pg_temp.proves('wil', format('select public.revoke_code(%L)', c.id)) from private.invite_codes c where c.kind = 'claim';
select is(
	(select c.revoked_at from private.invite_codes c where c.kind = 'claim'), null, 'nor to stop'
);

-- What it sees, and what is written down --------------------------------------------------------------

select is_empty(
	$$select word from unnest(array['Ana', 'ana@example.nl']) word
	where position(word in pg_temp.proves('wil', 'select public.organisation_neighbourhood_page(''oost'')')) > 0$$,
	'the page of a neighbourhood names nobody who lives there'
);
select is(
	array[
		pg_temp.proves('wil', 'select public.organisation_neighbourhood_page(''oost'') #>> ''{invitations,0,email}'''),
		pg_temp.proves('karin', 'select public.organisation_neighbourhood_page(''oost'') #>> ''{invitations,0,email}''')
	], array['kees@example.nl', null], 'the address of who was asked is told to who typed it alone'
);
select is(
	pg_temp.proves('wil', 'select public.organisation_neighbourhood_page(''oost'') -> ''totals''')::jsonb,
	'{"meetups": null, "help": null}', 'of fewer than ten people there are no totals'
);
update private.outbox set failed_at = private.clock() where sent_at is null;
select is(
	pg_temp.proves('wil', 'select public.organisation_page() #> ''{lostMails,0,to}'''), '["kees@example.nl"]',
	'an address that a mail did not reach is told to who typed it'
);
select is(
	pg_temp.proves('karin', 'select public.organisation_page() #> ''{lostMails,0,to}'''), '[]', 'and not to another'
);
select is(pg_temp.proves('karin', format('select public.retry_mails(''appointment'', %L)', md5('oost')::uuid)), '', 'who may have it tried again');
select is_empty('select from private.outbox where failed_at is not null', 'then it is due');
select is(
	pg_temp.says('guide', 'select public.my_data_page() #> ''{acts,0}''')::jsonb - 'actedAt',
	'{"act": "ended", "role": "facilitator", "neighbourhoodName": "Oost", "actorName": "Wil", "personName": "Guide"}',
	'whose role was ended reads by whom'
);
select throws_ok('update private.organisation_acts set actor_name = ''Ander''', null, 'the log of the organisation only grows', 'what was done is not changed');
select throws_ok('delete from private.organisation_acts', null, 'the log of the organisation only grows', 'nor taken away');
select is(pg_temp.asks('wil', 'guide', 'stand_in'), '', 'somebody is asked and erases their account');
select lives_ok($$select private.erase(md5('guide')::uuid)$$, 'which can be done');
select is_empty(
	$$select from private.organisation_acts where person_name = 'Guide' and act = 'ended'
	union all select from private.appointments where email = 'guide@example.nl'$$,
	'nobody is named who went, nor asked'
);

select * from finish();
rollback;
