-- Neighbours without an account: who signs them up, answers for them, moves and erases them, and the
-- card that makes an account theirs; a member who is asked to move; chairs that are kept free.
begin;
select plan(169);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['host', 'mate', 'third', 'solo', 'ada', 'ben']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.account('newcomer'), pg_temp.account('cardless'),
	pg_temp.works('guide', 'oost', 'facilitator'), pg_temp.works('guide2', 'oost', 'facilitator'),
	pg_temp.works('farguide', 'west', 'facilitator'), pg_temp.works('call', 'oost', 'contact_person'),
	pg_temp.works('stand', 'oost', 'stand_in');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 4, 'host', 'mate', 'third'), pg_temp.circle('soep', 3, 'solo');

create function pg_temp.signs_up(person text, whom text, circle text default null, place text default 'oost') returns text language sql as $$
	select pg_temp.says(person, format('select public.sign_up_neighbour(%L, %L, %L, ''06 12345678'', ''bel aan bij de bakker'', %L)',
		md5('r ' || whom)::uuid, md5(place)::uuid, initcap(whom), md5(circle)::uuid));
$$;
create function pg_temp.acts(person text, verb text, whom text, rest text default '') returns text language sql as $$
	select pg_temp.says(person, format('select public.%I(%L%s)', verb, md5('r ' || whom)::uuid, rest));
$$;
create function pg_temp.moves(person text, whom text, away text, there text) returns text language sql as $$
	select pg_temp.says(person, format('select public.move_neighbour(%L, %L, %L)', md5('r ' || whom)::uuid, md5(away)::uuid, md5(there)::uuid));
$$;
create function pg_temp.asks(person text, whom text, away text, there text) returns text language sql as $$
	select pg_temp.says(person, format('select public.propose_move(%L, %L, %L)', md5('r ' || whom)::uuid, md5(away)::uuid, md5(there)::uuid));
$$;
create function pg_temp.next(circle text) returns uuid language sql as $$
	select id from public.meetups where group_id = md5(circle)::uuid and starts_at > private.clock() order by starts_at limit 1;
$$;
create function pg_temp.answers(person text, whom text, comes boolean) returns text language sql as $$
	select pg_temp.says(person, format('select public.answer_for(%L, %L, %L)', pg_temp.next('koffie'), md5('r ' || whom)::uuid, comes));
$$;
create function pg_temp.wishes(person text, whom text) returns text language sql as $$
	select pg_temp.says(person, format('select public.wish_for(%L, %L, ''{walk,other}'', ''sjoelen'')', pg_temp.next('koffie'), md5('r ' || whom)::uuid));
$$;
create function pg_temp.joins(person text, code text) returns text language sql as $$
	select pg_temp.says(person, format('select public.join_neighbourhood(%L, ''Anders'', ''192.0.2.1'')', code));
$$;
create function pg_temp.part(person text, page text, path text) returns text language sql as $$
	select pg_temp.says(person, format('select public.%s #>> %L', page, path));
$$;
create function pg_temp.stands(circle text) returns text language sql as $$
	select concat_ws(' | ',
		(select coalesce(string_agg(r.first_name || case when m.is_host then '*' else '' end, ' ' order by r.first_name), '-')
		from public.memberships m join public.residents r on r.id = m.resident_id where m.group_id = md5(circle)::uuid),
		(select coalesce(string_agg(r.first_name, ' ' order by r.first_name), '-')
		from public.waitlist w join public.residents r on r.id = w.resident_id where w.group_id = md5(circle)::uuid),
		(select coalesce(string_agg(r.first_name, ' ' order by r.first_name), '-')
		from public.chair_offers o join public.residents r on r.id = o.resident_id where o.group_id = md5(circle)::uuid));
$$;

-- Iemand aanmelden

select is(pg_temp.signs_up(person, 'wil', 'koffie'), refusal, 'signing up is not for: ' || person)
from (values ('visitor', '42501'), ('newcomer', 'PT404 not_found'), ('host', 'PT404 not_found'), ('away', 'PT404 not_found'), ('farguide', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.says(person, $$select public.door_page('oost')$$), null, 'no such page for: ' || person)
from unnest(array['newcomer', 'host', 'away', 'farguide']) person;
select is(pg_temp.says('visitor', $$select public.door_page('oost')$$), '42501', 'nor for a visitor');
select is(pg_temp.signs_up('guide', 'wil', 'koffie'), 'member', 'a facilitator signs somebody up, with the last chair');
select is(pg_temp.signs_up('guide', 'wil', 'koffie'), 'known', 'the same form again signs up nobody');
select is(pg_temp.signs_up('call', 'cor', 'koffie'), 'waiting', 'so does a contact person; the group is full now');
select is(pg_temp.signs_up('stand', 'dot'), 'resident', 'and a stand-in; without a group');
select is(pg_temp.signs_up('guide', 'host', 'koffie'), 'PT404 not_found', 'an id of somebody else is nobody''s to use');
select is(pg_temp.signs_up('guide', 'eva', 'nowhere'), 'PT404 not_found', 'nor is a group that is not there');
select is((select count(*) from public.residents where id = md5('r eva')::uuid), 0::bigint, 'and then nobody is signed up');
select is(pg_temp.stands('koffie'), 'Host* Mate Third Wil | Cor | -', 'they are members and waiting like others');
select is(pg_temp.part('guide', $$door_page('oost')$$, '{people}')::jsonb #>> '{2,groupNames,0}', 'koffie', 'the facilitator sees who has no account');
select is(pg_temp.part('call', $$door_page('oost')$$, '{people}'), '[]', 'the contact person does not');
select is(pg_temp.part('call', $$door_page('oost')$$, '{groups,0,full}'), 'true', 'but which group is full');

-- Nobody sees that they have no account

select is(pg_temp.part(person, 'group_page(md5(''koffie'')::uuid)', '{answersFor}'), seen, 'somebody to answer for at ' || person)
from (values ('host', 'true'), ('guide', 'true'), ('mate', 'false'), ('third', 'false')) who(person, seen);
select is(pg_temp.part('mate', 'group_page(md5(''koffie'')::uuid)', '{members,3}')::jsonb - 'residentId' - 'firstName',
	pg_temp.part('mate', 'group_page(md5(''koffie'')::uuid)', '{members,2}')::jsonb - 'residentId' - 'firstName', 'for a mate they are a member like another');
select is(pg_temp.says(person, 'select profile_id from public.residents'), '42501', 'an account is not to be read by ' || person) from unnest(array['host', 'guide']) person;
select is(pg_temp.says(person, 'select count(*) from public.reach_notes'), '42501', 'how to reach them is no table for ' || person) from unnest(array['host', 'guide', 'call']) person;
select is(pg_temp.part(person, 'neighbour_page(md5(''r wil'')::uuid)', '{words}'), seen, 'how to reach them, told to ' || person)
from (values ('guide', 'bel aan bij de bakker'), ('host', null), ('mate', null), ('call', null), ('farguide', null), ('newcomer', null)) who(person, seen);
select is(pg_temp.part('guide', 'neighbour_page(md5(''r mate'')::uuid)', '{}'), null, 'there is no such page of who has an account');
select is(pg_temp.acts('guide', 'change_neighbour', 'wil', $$, 'Willy', '010 1234567', null$$), '', 'a facilitator corrects it');
select is(pg_temp.part('guide', 'neighbour_page(md5(''r wil'')::uuid)', '{telephone}'), '010 1234567', 'and reads it back');
select is(pg_temp.acts(person, 'change_neighbour', whom, $$, 'X', null, null$$), refusal, person || ' does not change ' || whom)
from (values ('visitor', 'wil', '42501'), ('host', 'wil', 'PT404 not_found'), ('call', 'wil', 'PT404 not_found'), ('farguide', 'wil', 'PT404 not_found'), ('guide', 'mate', 'PT404 not_found')) who(person, whom, refusal);
select is(pg_temp.says('host', $$select public.hand_over(md5('koffie')::uuid, md5('r wil')::uuid)$$), 'PT409 host_without_account', 'a host needs an account');
select is(pg_temp.says('guide', $$select public.appoint_host(md5('koffie')::uuid, md5('r wil')::uuid)$$), 'PT409 host_without_account', 'also a second one');

-- Answering for them

select is(pg_temp.says(person, format('select public.answers_page(%L)', pg_temp.next('koffie'))), null, 'nobody to answer for: ' || person)
from unnest(array['mate', 'call', 'away', 'farguide', 'solo']) person;
select is(pg_temp.answers(person, whom, false), refusal, format('%s does not answer for %s', person, whom))
from (values ('visitor', 'wil', '42501'), ('mate', 'wil', 'PT404 not_found'), ('call', 'wil', 'PT404 not_found'), ('farguide', 'wil', 'PT404 not_found'),
	('host', 'mate', 'PT404 not_found'), ('guide', 'mate', 'PT404 not_found'), ('host', 'cor', 'PT404 not_found')) who(person, whom, refusal);
select is((select count(*) from public.absences) + (select count(*) from public.answered_for), 0::bigint, 'nothing was written');
select is(pg_temp.answers('host', 'wil', false), '', 'the host says that they do not come');
select is(pg_temp.says('mate', format('select jsonb_array_length(public.meetup_page(%L) -> ''whoComes'')', pg_temp.next('koffie'))), '3', 'the others read who comes, as always');
select is(pg_temp.part('guide', format('answers_page(%L)', pg_temp.next('koffie')), '{people,0,answeredBy}'), 'Host', 'with who filled it in');
select is(pg_temp.answers('guide', 'wil', true), '', 'a facilitator says that they come after all');
select is(pg_temp.part('host', format('answers_page(%L)', pg_temp.next('koffie')), '{people,0}')::jsonb - 'residentId',
	'{"firstName": "Willy", "face": "initials", "coming": true, "answeredBy": "Guide", "wishes": []}', 'and the host reads that');
set local buurtplein.now = '2026-11-25 12:00+01';
select is(pg_temp.wishes(person, 'wil'), refusal, 'wishing for them: ' || person)
from (values ('visitor', '42501'), ('mate', 'PT404 not_found'), ('host', '')) who(person, refusal);
select is((select string_agg(activity || coalesce(' ' || words, ''), ', ' order by activity) from public.activity_wishes where resident_id = md5('r wil')::uuid), 'walk, other sjoelen', 'what they like is said');
update public.memberships set is_host = (resident_id = md5('r mate')::uuid) where group_id = md5('koffie')::uuid;
select is(pg_temp.answers('host', 'wil', false), 'PT404 not_found', 'who is host no more answers no more');
select is(pg_temp.answers('mate', 'wil', false), '', 'the host of now does');
delete from public.staff where id = md5('s guide2')::uuid;
select is(pg_temp.answers('guide2', 'wil', true), 'PT404 not_found', 'nor does a facilitator whose role ended');
select is(pg_temp.acts('guide2', 'erase_neighbour', 'wil'), 'PT404 not_found', 'who erases nobody either');

set local buurtplein.now = '2026-12-20 12:00+01';
select is(pg_temp.says(person, format('select public.answers_page(m.id) from public.meetups m where m.group_id = %L and m.ends_at < private.clock() limit 1', md5('koffie')::uuid)), null, 'who did not come in the past is not told to ' || person)
from unnest(array['mate', 'guide']) person;
set local buurtplein.now = '2026-11-25 12:00+01';

-- Moving, at their wish

select is(pg_temp.moves(person, whom, 'koffie', 'soep'), refusal, format('%s does not move %s', person, whom))
from (values ('visitor', 'wil', '42501'), ('mate', 'wil', 'PT404 not_found'), ('call', 'wil', 'PT404 not_found'), ('farguide', 'wil', 'PT404 not_found'), ('guide', 'mate', 'PT404 not_found')) who(person, whom, refusal);
select is(pg_temp.moves('guide', 'wil', 'koffie', 'soep'), 'member', 'a facilitator moves somebody');
select is(pg_temp.stands('koffie') || ' || ' || pg_temp.stands('soep'), 'Cor Host Mate* Third | - | - || Solo* Willy | - | -', 'whose chair goes to the first in line');
select is((select count(*) from public.answered_for where resident_id = md5('r wil')::uuid), 0::bigint, 'what was said there is forgotten');
select is(pg_temp.moves('guide', 'wil', 'soep', 'koffie'), 'waiting', 'to a full group means waiting');
select is(pg_temp.stands('soep'), 'Solo* Willy | - | -', 'in the chair one has');
select is(pg_temp.moves('guide', 'wil', 'koffie', null), 'left', 'or no longer waiting');
select is(pg_temp.moves('guide', 'dot', null, 'soep'), 'member', 'and a chair for who had none');
select is(pg_temp.says('solo', $$select public.leave_group(md5('soep')::uuid)$$), '', 'the host leaves');
select is(pg_temp.stands('soep'), 'Dot Willy* | - | -', 'who has no account is host only when nobody else is there');
select is(pg_temp.says('solo', $$select public.undo_leave(md5('soep')::uuid)$$), 'member', 'the former host comes back');
select is(pg_temp.says('guide', $$select public.appoint_host(md5('soep')::uuid, md5('r solo')::uuid)$$), '', 'and is host again by a facilitator');

-- Erasing, at their wish

select is(pg_temp.acts(person, 'erase_neighbour', whom), refusal, format('%s does not erase %s', person, whom))
from (values ('visitor', 'dot', '42501'), ('solo', 'dot', 'PT404 not_found'), ('call', 'dot', 'PT404 not_found'), ('farguide', 'dot', 'PT404 not_found'), ('guide', 'mate', 'PT404 not_found')) who(person, whom, refusal);
select is(pg_temp.acts('guide', 'erase_neighbour', 'dot'), '', 'a facilitator erases somebody');
select is((select count(*) from public.residents where id = md5('r dot')::uuid) + (select count(*) from public.reach_notes where resident_id = md5('r dot')::uuid)
	+ (select count(*) from public.group_news where resident_id = md5('r dot')::uuid), 0::bigint, 'nothing is left of them');
select is(pg_temp.acts('guide', 'erase_neighbour', 'dot'), 'PT404 not_found', 'twice is not possible');

-- The card

select is(pg_temp.acts(person, 'make_neighbour_card', whom), refusal, format('%s makes no card for %s', person, whom))
from (values ('visitor', 'wil', '42501'), ('host', 'wil', 'PT404 not_found'), ('call', 'wil', 'PT404 not_found'), ('farguide', 'wil', 'PT404 not_found'), ('guide', 'mate', 'PT404 not_found')) who(person, whom, refusal);
select matches(pg_temp.acts('guide', 'make_neighbour_card', 'wil'), '^[0-9]{8}$', 'a facilitator makes a card');
delete from private.invite_codes;
select private.add_invite_code('30000001', 'claim', md5('oost')::uuid, null, '60 days', md5('r wil')::uuid),
	private.add_invite_code('30000002', 'claim', md5('oost')::uuid, null, '-1 second', md5('r cor')::uuid),
	private.add_invite_code('30000003', 'claim', md5('oost')::uuid, null, '60 days', md5('r cor')::uuid);
select is(pg_temp.acts('guide', 'revoke_neighbour_card', 'cor'), '', 'a facilitator takes a card back');
select is(pg_temp.joins('newcomer', code), null, 'a card opens nothing that is ' || message)
from (values ('30000002', 'expired'), ('30000003', 'taken back'), ('39999999', 'unknown')) wrong(code, message);
select is(pg_temp.says('newcomer', $$select public.look_up_invite('30000001', '192.0.2.1') -> 'claims' ->> 'firstName'$$), 'Willy', 'the card says for whom it is');
select is(pg_temp.joins('visitor', '30000001'), '42501', 'a visitor signs in first');
select is(pg_temp.joins('ada', '30000001'), 'PT409 lives_here_already', 'who is somebody here already does not become two');
select is(pg_temp.joins('newcomer', '30000001')::jsonb ->> 'groupId', md5('soep')::uuid::text, 'a newcomer becomes who the card is for');
select is((select r.first_name || ' ' || (r.profile_id = md5('newcomer')::uuid) from public.residents r where id = md5('r wil')::uuid), 'Willy true', 'under the name neighbours know');
select is(pg_temp.stands('soep'), 'Solo* Willy* | - | -', 'in the chair they had');
select is(pg_temp.joins('cardless', '30000001'), null, 'the card works once');
select is(pg_temp.says('newcomer', $$select public.join_neighbourhood('30000001', 'X', '192.0.2.1')$$), null, 'also for who used it');
select is((select count(*) from public.reach_notes where resident_id = md5('r wil')::uuid), 0::bigint, 'how to reach them is theirs to say now');
select is(pg_temp.acts('guide', verb, 'wil', rest), 'PT404 not_found', 'from now on a facilitator does not ' || verb)
from (values ('erase_neighbour', ''), ('make_neighbour_card', ''), ('change_neighbour', $$, 'X', null, null$$), ('move_neighbour', ', null, null')) v(verb, rest);
select is((select count(*) from private.invite_codes where resident_id = md5('r wil')::uuid), 0::bigint, 'and no card is left');

-- A member is asked to move, and chairs are kept free

select is(pg_temp.asks(person, whom, 'koffie', there), refusal, format('%s does not ask %s for %s', person, whom, there))
from (values ('visitor', 'mate', 'soep', '42501'), ('host', 'mate', 'soep', 'PT404 not_found'), ('call', 'mate', 'soep', 'PT404 not_found'), ('farguide', 'mate', 'soep', 'PT404 not_found'),
	('guide', 'ada', 'soep', 'PT409 not_a_member'), ('guide', 'cor', 'soep', 'PT409 not_a_member'), ('guide', 'mate', 'koffie', 'PT404 not_found')) who(person, whom, there, refusal);
select is(pg_temp.says('ada', $$select public.ask_for_chair(md5('soep')::uuid)$$), 'asked', 'a neighbour asks for the free chair');
select is(pg_temp.asks('guide', 'third', 'koffie', 'soep'), 'asked', 'a facilitator asks a member to move there');
select is(pg_temp.asks('guide', 'third', 'koffie', 'soep'), 'asked', 'twice is one question');
select is(pg_temp.asks('guide', 'host', 'koffie', 'soep'), 'PT409 no_chair_to_offer', 'one chair is kept free for one');
select is(pg_temp.stands('soep'), 'Solo* Willy* | Ada | Third', 'who asked waits in line now');
select is(pg_temp.says('ben', $$select public.ask_for_chair(md5('soep')::uuid)$$), 'PT409 group_full', 'nobody asks for that chair');
select is(pg_temp.says('ben', $$select public.group_page(md5('soep')::uuid) ->> 'full'$$), 'true', 'and the page says so');
select is(pg_temp.part('third', 'today_page()', '{chairs,0,fromName}'), 'koffie', 'the question on Vandaag names the chair one gives up');
select is(pg_temp.says('third', $$select public.answer_offer(md5('soep')::uuid, false)$$), 'declined', 'a no');
select is(pg_temp.stands('koffie') || ' || ' || pg_temp.stands('soep'), 'Cor Host Mate* Third | - | - || Ada Solo* Willy* | - | -', 'changes nothing for who said it, and the line moves up');
select is((select count(*) from public.group_news where resident_id = md5('r third')::uuid), 0::bigint, 'and leaves no trace');
select is(pg_temp.says('ada', $$select public.leave_group(md5('soep')::uuid)$$), '', 'a chair comes free');
select is(pg_temp.asks('guide', 'third', 'koffie', 'soep'), 'asked', 'so there is one to ask for again');
select is(pg_temp.says('ada', $$select public.undo_leave(md5('soep')::uuid)$$), 'waiting', 'who left does not take a chair that is kept free');
select private.add_invite_code('40000001', 'personal', md5('oost')::uuid, md5('soep')::uuid, '1 day');
select is(pg_temp.joins('ben', '40000001') is not null and pg_temp.stands('soep') = 'Solo* Willy* | Ada Ben | Third', true, 'nor does who has a card');
select is(pg_temp.says('third', $$select public.answer_offer(md5('soep')::uuid, true)$$), 'member', 'a yes');
select is(pg_temp.stands('koffie') || ' || ' || pg_temp.stands('soep'), 'Cor Host Mate* | - | - || Solo* Third Willy* | Ada Ben | -', 'moves, in one go');

-- Who waits is offered a chair in another group

select is(pg_temp.asks(person, 'ada', 'soep', 'koffie'), refusal, 'who waits is not asked by ' || person)
from (values ('visitor', '42501'), ('host', 'PT404 not_found'), ('call', 'PT404 not_found'), ('farguide', 'PT404 not_found')) who(person, refusal);
select is(pg_temp.part('guide', 'move_page(md5(''soep'')::uuid, md5(''r ada'')::uuid)', '{waits}'), 'true', 'a facilitator sees where there is room for who waits');
select is(pg_temp.part('guide', 'overview_page()', '{waiting,0,people,0,groupId}'), md5('soep')::uuid::text, 'one tap from the list');
select is(pg_temp.asks('guide', 'ada', 'soep', 'koffie'), 'asked', 'and offers the chair');
select is(pg_temp.stands('koffie') || ' || ' || pg_temp.stands('soep'), 'Cor Host Mate* | - | Ada || Solo* Third Willy* | Ada Ben | -', 'their place in line is kept meanwhile');
select is(pg_temp.says('ada', $$select public.answer_offer(md5('koffie')::uuid, true)$$), 'member', 'a yes');
select is(pg_temp.stands('koffie') || ' || ' || pg_temp.stands('soep'), 'Ada Cor Host Mate* | - | - || Solo* Third Willy* | Ben | -', 'is a chair, and the end of the line');

-- Paper

select is(pg_temp.says(person, $$select jsonb_array_length(public.sheets_page('oost', null) -> 'groups')$$), seen, 'the lists of all groups for ' || person)
from (values ('visitor', '42501'), ('guide', '2'), ('host', null), ('mate', null), ('call', null), ('farguide', null)) who(person, seen);
select is(pg_temp.says(person, $$select public.sheets_page(null, md5('koffie')::uuid) #>> '{groups,0,meetup,people,0,firstName}'$$), seen, 'the list of one group for ' || person)
from (values ('visitor', '42501'), ('guide', 'Mate'), ('mate', 'Mate'), ('host', null), ('solo', null), ('farguide', null)) who(person, seen);

select * from finish();
rollback;
