-- A full group as a new beginning: who waits says when, a facilitator begins, each answers their chair.
begin;
select plan(114);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array[
	'host', 'mate', 'third', 'ada', 'ben', 'cor', 'dot', 'nobody', 'late'
]) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator'), pg_temp.works('call', 'oost', 'contact_person');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 3, 'host', 'mate', 'third');
insert into public.waitlist
select md5('koffie')::uuid, md5('r ' || person)::uuid, now() + nth * interval '1 s'
from unnest(array['ada', 'ben', 'cor', 'dot']) with ordinality w (person, nth);

create function pg_temp.moments(person text, moments text) returns text language sql as $$
	select pg_temp.says(person, format('select public.say_moments(%L)', moments));
$$;
create function pg_temp.begins(person text, name text, people text[]) returns text language sql as $$
	select pg_temp.says(person, format(
		'select public.offer_group(%L, %L, %L, 2, ''10:00'', 90, ''De Linde'', ''Kade 2'', %L)',
		md5(name)::uuid, md5('oost')::uuid, name,
		array(select md5('r ' || p)::uuid from unnest(people) p)
	));
$$;
create function pg_temp.answers(person text, name text, yes boolean) returns text language sql as $$
	select pg_temp.says(person, format('select public.answer_offer(%L, %L)', md5(name)::uuid, yes));
$$;
create function pg_temp.appoints(person text, name text, whom text) returns text language sql as $$
	select pg_temp.says(person, format('select public.appoint_host(%L, %L)', md5(name)::uuid, md5('r ' || whom)::uuid));
$$;
create function pg_temp.part(person text, page text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.%s #>> %L', page, path));
$$;
-- The members, longest first, hosts with a star; who waits; who is offered a chair.
create function pg_temp.stands(circle text) returns text language sql as $$
	select concat_ws(' | ',
		(select coalesce(string_agg(r.first_name || case when m.is_host then '*' else '' end, ' ' order by m.since, r.first_name), '-')
		from public.memberships m join public.residents r on r.id = m.resident_id where m.group_id = md5(circle)::uuid),
		(select coalesce(string_agg(r.first_name, ' ' order by w.since, r.id), '-')
		from public.waitlist w join public.residents r on r.id = w.resident_id where w.group_id = md5(circle)::uuid),
		(select coalesce(string_agg(r.first_name, ' ' order by r.first_name), '-')
		from public.chair_offers o join public.residents r on r.id = o.resident_id where o.group_id = md5(circle)::uuid),
		(select case when g.closed_at is null then 'open' else 'closed' end from public.groups g where g.id = md5(circle)::uuid));
$$;

-- When can you?

select is(pg_temp.moments(person, '{2-morning}'), refusal, 'saying when is not for: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT409 not_waiting'), ('away', 'PT409 not_waiting'),
	('nobody', 'PT409 not_waiting'), ('host', 'PT409 not_waiting'), ('guide', 'PT409 not_waiting')) who(person, refusal);
select is(pg_temp.moments('ada', '{2-morning,4-evening,2-morning}'), '', 'who waits says when they can');
select is(pg_temp.moments('ben', '{2-morning}'), '', 'so does another');
select is(pg_temp.moments('cor', '{2-morning,1-afternoon}'), '', 'and a third');
select is(pg_temp.moments('ada', '{8-morning}'), '23514', 'a week has seven days');
select is(pg_temp.moments('ada', '{2-night}'), '22P02', 'at night nobody meets');
select is(pg_temp.part('ada', 'moments_page()', '{moments}'), '["2-morning", "4-evening"]', 'what one said is there to change');
select is(pg_temp.moments('ada', '{2-morning,3-evening}'), '', 'saying it anew');
select is(pg_temp.part('ada', 'moments_page()', '{moments}'), '["2-morning", "3-evening"]', 'replaces it');
select is(pg_temp.part(person, 'moments_page()', '{waits}'), waits, person || ' waits: ' || waits)
from (values ('ada', 'true'), ('host', 'false'), ('newcomer', 'false'), ('guide', 'false')) who(person, waits);
select is(pg_temp.says(person, 'select count(*) from public.waiting_moments'), seen, 'moments seen by ' || person)
from (values ('ada', '2'), ('ben', '1'), ('dot', '0'), ('mate', '0'), ('host', '0'), ('guide', '0'), ('call', '0'),
	('away', '0'), ('visitor', '42501')) looking(person, seen);

-- The page where a group begins

select is(pg_temp.says(person, $$select public.new_group_page('oost')$$), null, 'nothing to begin for: ' || person)
from unnest(array['ada', 'host', 'away', 'call', 'farguide', 'newcomer']) person;
select is(pg_temp.says('visitor', $$select public.new_group_page('oost')$$), '42501', 'nor for a visitor');
select is(pg_temp.says('guide', $$select public.new_group_page('nowhere')$$), null, 'a neighbourhood that is not there');
select is(pg_temp.says('guide', $$
	select string_agg(p ->> 'firstName' || ' ' || (p ->> 'moments'), ', ' order by n)
	from jsonb_array_elements(public.new_group_page('oost') -> 'people') with ordinality x (p, n)
$$), 'Ada ["2-morning", "3-evening"], Ben ["2-morning"], Cor ["1-afternoon", "2-morning"], Dot []', 'who waits, in order, and when they can');
select is(pg_temp.part('guide', 'overview_page()', '{waiting,0,people,3,firstName}'), 'Dot', 'the overview knows the four');

-- Beginning

select is(pg_temp.begins(person, 'taart', '{ada,ben}'), refusal, 'beginning is not for: ' || person)
from (values ('visitor', '42501'), ('ada', 'PT404 not_found'), ('host', 'PT404 not_found'), ('call', 'PT404 not_found'),
	('farguide', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.begins('guide', 'taart', '{nobody,away}'), 'PT409 nobody_waits', 'a chair is for who waits');
select is(pg_temp.begins('guide', 'taart', '{ada,ben,cor,nobody}'), '3', 'three of the four wait');
select is(pg_temp.begins('guide', 'taart', '{ada,ben,cor}'), '0', 'the same form again begins nothing');
select is(pg_temp.stands('taart'), '- | - | Ada Ben Cor | open', 'each has an offer, nobody a chair');
select is(pg_temp.begins('guide', 'soep', '{ada}'), 'PT409 nobody_waits', 'who is offered a chair is not offered a second');
select is(jsonb_array_length(pg_temp.part('guide', 'overview_page()', '{waiting,0,people}')::jsonb), 1, 'one waits without an offer');
select is((select count(*) from public.meetups where group_id = md5('taart')::uuid), 8::bigint, 'its weeks are there already');
select is(pg_temp.part(person, 'today_page()', '{chairs,0,groupName}'), seen, 'the chair on Vandaag of ' || person)
from (values ('ada', 'taart'), ('dot', null), ('guide', null), ('host', null)) who(person, seen);
select is(pg_temp.says(person, 'select count(*) from public.chair_offers'), seen, 'offers seen by ' || person)
from (values ('ada', '1'), ('dot', '0'), ('host', '0'), ('guide', '3'), ('farguide', '0'), ('away', '0'), ('visitor', '42501')) looking(person, seen);
select lives_ok('select public.run_due_jobs()', 'the daily work');
select is(pg_temp.stands('taart'), '- | - | Ada Ben Cor | open', 'leaves a group with offers alone');

-- Yes and no

select is(pg_temp.answers(person, 'taart', true), refusal, 'no chair is offered to: ' || person)
from (values ('visitor', '42501'), ('dot', 'PT409 offer_lapsed'), ('host', 'PT409 offer_lapsed'), ('away', 'PT404 not_found'),
	('guide', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.answers('ben', 'taart', false), 'declined', 'a no');
select is(pg_temp.answers('ben', 'taart', false), 'declined', 'twice is one no');
select is(pg_temp.answers('ben', 'taart', true), 'PT409 offer_lapsed', 'and is not a yes later');
select is(pg_temp.stands('koffie'), 'Host* Mate Third | Ada Ben Cor Dot | - | open', 'who says no keeps their place in line');
select is((select string_agg(part::text, '') from public.waiting_moments where resident_id = md5('r ben')::uuid), 'morning', 'and what they said');
select is(pg_temp.answers('ada', 'taart', true), 'member', 'a yes is a chair');
set local buurtplein.now = '2026-11-24 12:01+01';
select is(pg_temp.answers('ada', 'taart', true), 'member', 'twice is one yes');
select is(pg_temp.stands('taart'), 'Ada* | - | Cor | open', 'the first is host');
select is(pg_temp.stands('koffie'), 'Host* Mate Third | Ben Cor Dot | - | open', 'and waits no more');
select is((select count(*) from public.waiting_moments where resident_id = md5('r ada')::uuid), 0::bigint, 'so when they can is forgotten');
select is(pg_temp.answers('cor', 'taart', true), 'member', 'the second sits too');
select is(pg_temp.stands('taart'), 'Ada* Cor | - | - | open', 'beside the host');

-- A second host

select is(pg_temp.appoints(person, 'taart', 'cor'), refusal, 'appointing is not for: ' || person)
from (values ('visitor', '42501'), ('ada', 'PT404 not_found'), ('host', 'PT404 not_found'), ('call', 'PT404 not_found'), ('farguide', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.appoints('guide', 'taart', 'dot'), 'PT409 not_a_member', 'a host is a member');
select is(pg_temp.appoints('guide', 'taart', 'cor'), '', 'a facilitator appoints a second host');
select is(pg_temp.appoints('guide', 'taart', 'cor'), '', 'once more changes nothing');
select is(pg_temp.stands('taart'), 'Ada* Cor* | - | - | open', 'both are host');
select is((select count(*) from public.group_news where group_id = md5('taart')::uuid and kind = 'host_changed'), 2::bigint, 'the group read it once of each');
select private.seat(md5('taart')::uuid, md5('r late')::uuid, private.clock());
select is(pg_temp.says('ada', format('select public.hand_over(%L, %L)', md5('taart')::uuid, md5('r late')::uuid)), '', 'one of the two hands over');
select is(pg_temp.stands('taart'), 'Ada Cor* Late* | - | - | open', 'and the other stays host');

-- Nobody says yes

select is(pg_temp.begins('guide', 'soep', '{ben,dot}'), '2', 'another group');
select is(pg_temp.answers('dot', 'soep', false), 'declined', 'one says no');
set local buurtplein.now = '2026-12-01 12:02+01';
select is(pg_temp.part('ben', 'today_page()', '{chairs}'), '[]', 'after a week the question is gone');
select is(pg_temp.answers('ben', 'soep', true), 'PT409 offer_lapsed', 'a yes comes too late');
select is(pg_temp.stands('soep'), '- | - | Ben | open', 'until the daily work');
select lives_ok('select public.run_due_jobs()', 'the daily work comes by');
set constraints all immediate;
set constraints all deferred;
select is(pg_temp.stands('soep'), '- | - | - | closed', 'and the group closes');
select is(pg_temp.stands('koffie'), 'Host* Mate Third | Ben Dot | - | open', 'both wait where they waited');

-- The last chair, and a group that did not meet

select is(pg_temp.begins('guide', 'vol', '{ben,dot}'), '2', 'one more group');
update public.groups set capacity = 3 where id = md5('vol')::uuid;
insert into public.memberships select md5('vol')::uuid, md5('r ' || p)::uuid, p = 'nobody', now() from unnest(array['nobody', 'late', 'host']) p;
select is(pg_temp.answers('ben', 'vol', true), 'waiting', 'the last chair went: first in that line');
select is(pg_temp.stands('koffie'), 'Host* Mate Third | Ben Dot | - | open', 'and the place in the old line stays');

set local buurtplein.now = '2027-01-05 12:00+01';
update public.meetups set state = 'cancelled' where group_id = md5('koffie')::uuid and starts_at > '2026-12-10';
update public.meetups set state = 'planned', state_before_pause = null where group_id <> md5('koffie')::uuid;
select is(pg_temp.part('guide', 'overview_page()', '{apart,0,groupName}'), 'koffie', 'three weeks apart is a question');
select is(pg_temp.part('guide', 'overview_page()', '{apart,0,firstName}'), 'Host', 'about who to ring');
select is(jsonb_array_length(pg_temp.part('guide', 'overview_page()', '{apart}')::jsonb), 1, 'about no other group');
update public.groups set paused_until = '2027-02-01' where id = md5('koffie')::uuid;
select is(pg_temp.part('guide', 'overview_page()', '{apart}'), '[]', 'a group that rests is not asked about');

-- Other ways to the first chair

select is(pg_temp.begins('guide', 'thee', '{dot}'), '1', 'a group with one offer');
select is(pg_temp.says('third', $$select public.ask_for_chair(md5('thee')::uuid)$$), 'asked', 'another neighbour asks there too');
select is(pg_temp.says('guide', $$select public.welcome(md5('thee')::uuid, md5('r third')::uuid)$$), 'member', 'and is welcomed first');
select is(pg_temp.stands('thee'), 'Third* | - | Dot | open', 'so that neighbour is host');
select is(pg_temp.says('third', $$select public.leave_group(md5('thee')::uuid)$$), '', 'who leaves as the last');
select is(pg_temp.stands('thee'), '- | - | Dot | open', 'closes nothing while a chair is offered');
select private.add_invite_code('11223344', 'personal', md5('oost')::uuid, md5('thee')::uuid, interval '1 day');
select is(pg_temp.says('newcomer', $$select public.join_neighbourhood('11223344', 'Newcomer', '192.0.2.1') ->> 'groupId'$$),
	md5('thee')::uuid::text, 'a personal card seats somebody');
select is(pg_temp.stands('thee'), 'Newcomer* | - | Dot | open', 'who is host as the first');

select * from finish();
rollback;
