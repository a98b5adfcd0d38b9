-- Conversations: who reads and writes, leaving, blocking without telling, and reporting.
begin;
select plan(173);

\ir support/street.psql

select pg_temp.neighbour(person) from unnest(array['ana', 'bob', 'cas', 'dirk']) person;
select pg_temp.neighbour('away', 'west'), pg_temp.works('guide', 'oost', 'facilitator'),
	pg_temp.works('contact', 'oost', 'contact_person'), pg_temp.works('standin', 'oost', 'stand_in'),
	pg_temp.works('farcontact', 'west', 'contact_person');
set local buurtplein.now = '2026-11-24 12:00+01';
select pg_temp.circle('koffie', 8, 'ana', 'bob', 'cas');

-- One that answers shares something with the author, unless told otherwise.
create function pg_temp.shares(author text, answerer text, post text) returns uuid language plpgsql as $$
declare
	answer text;
begin
	perform pg_temp.says(author, format(
		'select public.place_post(%L, %L, ''request'', ''errands'', %L, ''any_time'', null, null, null, null)',
		md5(post)::uuid, md5('oost')::uuid, 'Ik zoek ' || post
	));
	answer := pg_temp.says(answerer, format('select public.answer_post(%L, ''Goed.'')', md5(post)::uuid));
	return pg_temp.says(author, format('select public.choose_answer(%L, ''yes'')', answer));
end;
$$;
create function pg_temp.match(post text) returns uuid language sql as $$
	select m.id from public.help_matches m join public.help_answers a on a.id = m.answer_id
	where a.post_id = md5(post)::uuid;
$$;
create function pg_temp.talk(post text) returns uuid language sql as $$
	select conversation_id from public.help_matches where id = pg_temp.match(post);
$$;
create function pg_temp.sends(person text, post text, message text, body text default null) returns text
language sql as $$
	select pg_temp.says(person, format(
		'select public.send_message(%L, %L, %L)', pg_temp.talk(post), md5(message)::uuid, coalesce(body, message)
	));
$$;
create function pg_temp.reads(person text, post text) returns text language sql as $$
	select pg_temp.says(person, format(
		'select string_agg(concat_ws('': '', a ->> ''firstName'', m ->> ''body''), '' | '' order by nth)
		from public.conversation_page(%L) c
		cross join jsonb_array_elements(c -> ''messages'') with ordinality x (m, nth)
		left join lateral jsonb_array_elements(c -> ''people'') a on a -> ''id'' = m -> ''authorId''', pg_temp.talk(post)
	));
$$;
create function pg_temp.does(person text, verb text, post text) returns text language sql as $$
	select pg_temp.says(person, format('select public.%s(%L)', verb, pg_temp.talk(post)));
$$;
create function pg_temp.of(person text, post text, field text) returns text language sql as $$
	select pg_temp.says(person, format(
		'select c ->> %L from jsonb_array_elements(public.conversations_page() -> ''conversations'') c
		where c ->> ''id'' = %L', field, pg_temp.talk(post)
	));
$$;
create function pg_temp.board(person text) returns text language sql as $$
	select pg_temp.says(person, 'select string_agg(p ->> ''words'', '', '' order by p ->> ''words'')
		from jsonb_array_elements(public.help_page() -> ''posts'') p');
$$;

-- Writing and reading -------------------------------------------------------------------------------

select pg_temp.shares('ana', 'bob', 'soup');
select is(pg_temp.of(person, 'soup', 'fresh'), 'true', person || ' hears that there is a conversation')
from unnest(array['ana', 'bob']) person;
select is(pg_temp.says('bob', 'select public.today_page() -> ''help'' ->> ''fresh'''), 'true', 'also on Vandaag');
select is(pg_temp.says('bob', format('select public.see_conversation(%L, 0)', pg_temp.talk('soup'))), '', 'bob has been there');
select is(pg_temp.of('bob', 'soup', 'fresh'), 'false', 'and there is nothing new');
select is(pg_temp.of('ana', 'soup', 'fresh'), 'true', 'what bob saw is nothing of ana''s');
select is(pg_temp.sends('ana', 'soup', 'Hoi Bob'), '1', 'ana writes');
select is(pg_temp.sends('ana', 'soup', 'Hoi Bob'), '1', 'the same form twice sends one');
select is(pg_temp.of('ana', 'soup', 'fresh'), 'false', 'one''s own words are not new');
select is(pg_temp.of('bob', 'soup', 'fresh'), 'true', 'those of the other are');
select is(pg_temp.sends('bob', 'soup', 'two', E'Dag Ana\r\nTot zo'), '2', 'bob answers, in two lines');
select is(pg_temp.reads(person, 'soup'), E'Ana: Hoi Bob | Bob: Dag Ana\nTot zo', person || ' reads both')
from unnest(array['ana', 'bob']) person;
select is(pg_temp.says(person, 'select count(*) from public.messages'), '0', person || ' reads no message')
from unnest(array['cas', 'dirk', 'away', 'guide', 'contact', 'standin', 'farcontact']) person;
select is(pg_temp.does(person, 'conversation_page', 'soup'), null, person || ' opens no conversation of others')
from unnest(array['cas', 'dirk', 'away', 'guide', 'contact', 'standin', 'farcontact']) person;
select is(pg_temp.says(person, format('select public.conversation_changes(%L, 0)', pg_temp.talk('soup'))), '[]', 'nor polls one: ' || person)
from unnest(array['cas', 'dirk', 'away', 'guide', 'contact', 'standin', 'farcontact']) person;
select is(pg_temp.sends(person, 'soup', 'x ' || person), 'PT404 not_found', person || ' cannot write there')
from unnest(array['cas', 'away', 'guide', 'contact']) person;
select is(pg_temp.says('visitor', 'select count(*) from public.messages'), '42501', 'a visitor reads nothing');
select is(pg_temp.says('contact', 'select count(*) from public.' || t), '42501', t || ' is told to nobody')
from unnest(array['conversations', 'conversation_participants', 'reports', 'blocks', 'help_reflections']) t;
select is(pg_temp.sends('bob', 'soup', 'Hoi Bob', 'Weg'), 'PT404 not_found', 'an id of somebody else says nothing');
select is(pg_temp.sends('ana', 'soup', 'long', repeat('x', 2001)), '23514', 'at most 2,000 characters');
select is(pg_temp.sends('ana', 'soup', 'empty', E' \n '), '23514', 'not nothing');
select is(pg_temp.sends('ana', 'soup', 'bell', E'a\u0007b'), '23514', 'no control characters');
select is(pg_temp.says('bob', format('select public.conversation_changes(%L, 1) -> 0 ->> ''nth''', pg_temp.talk('soup'))), '2', 'what came after');
select is(pg_temp.says('bob', format('select public.conversation_changes(%L, 2)', pg_temp.talk('soup'))), '[]', 'is nothing when there is nothing');
select is(pg_temp.says('ana', format('update public.messages set body = ''x'' where conversation_id = %L', pg_temp.talk('soup'))), '42501', 'nobody changes what was said');
select is((select bool_or(m.author_id in (select id from public.residents union all select id from public.profiles)) from public.messages m), false, 'the author is somebody of this conversation, nothing else');

select is(max(pg_temp.sends('ana', 'soup', 'many ' || n)::int), 31, 'thirty in a minute') from generate_series(1, 29) n;
select is(pg_temp.sends('ana', 'soup', 'one too many'), 'PT429 too_many_messages', 'not more');
select is(pg_temp.sends('bob', 'soup', 'But I can'), '32', 'of one person');
set local buurtplein.now = '2026-11-24 12:02+01';
select is(pg_temp.sends('ana', 'soup', 'Later'), '33', 'and a minute later it goes on');
select pg_temp.sends('bob', 'soup', 'more ' || n) from generate_series(34, 60) n;
select is(pg_temp.says('ana', format('select jsonb_build_array(jsonb_array_length(c -> ''messages''), c -> ''older'', c #> ''{messages,49,nth}'') from public.conversation_page(%L) c', pg_temp.talk('soup'))), '[50, 11, 60]', 'the newest fifty');
select is(pg_temp.says('ana', format('select jsonb_build_array(jsonb_array_length(c -> ''messages''), c -> ''older'', c #> ''{messages,9,nth}'') from public.conversation_page(%L, 11) c', pg_temp.talk('soup'))), '[10, null, 10]', 'and those before');

-- Muting, leaving --------------------------------------------------------------------------------------

select is(pg_temp.says('ana', format('select public.mute_conversation(%L, true)', pg_temp.talk('soup'))), '', 'ana mutes it');
select is(pg_temp.says('ana', 'select public.today_page() ->> ''help'''), null, 'and hears nothing of it on Vandaag');
select is(pg_temp.of('bob', 'soup', 'muted'), 'false', 'bob does not know');
select pg_temp.shares('ana', 'cas', 'walk');
select pg_temp.sends('cas', 'walk', 'Dag');
select is(pg_temp.does('cas', 'leave_conversation', 'soup'), 'PT404 not_found', 'nobody leaves what is not theirs');
select is(pg_temp.does('cas', 'leave_conversation', 'walk'), '', 'cas leaves');
select is(pg_temp.reads('cas', 'walk'), null, 'and reads no more');
select is(pg_temp.says('cas', 'select count(*) from public.messages'), '0', 'not past the pages either');
select is(pg_temp.says('cas', format('select public.conversation_changes(%L, 0)', pg_temp.talk('walk'))), '[]', 'nor by asking what is new');
select is(pg_temp.reads('ana', 'walk'), 'Cas: Dag', 'ana keeps what was said');
select is(pg_temp.sends('cas', 'walk', 'Toch'), 'PT404 not_found', 'who left does not write');
select is(pg_temp.sends('ana', 'walk', 'Ben je er'), 'PT409 conversation_ended', 'nobody is there to read');

-- Blocking ---------------------------------------------------------------------------------------------

select pg_temp.shares('dirk', 'ana', 'lamp'), pg_temp.shares('dirk', 'ana', 'stopped'), pg_temp.sends('dirk', 'lamp', 'Hallo');
select pg_temp.says('ana', format('select public.place_post(%L, %L, ''offer'', ''errands'', ''Ik bied brood'', ''any_time'', null, null, null, null)', md5('bread')::uuid, md5('oost')::uuid)),
	pg_temp.says('dirk', format('select public.answer_post(%L, null)', md5('bread')::uuid)),
	pg_temp.says('dirk', format('select public.place_post(%L, %L, ''offer'', ''errands'', ''Ik bied kaas'', ''any_time'', null, null, null, null)', md5('cheese')::uuid, md5('oost')::uuid));
select is(pg_temp.says('ana', format('select public.stop_match(%L)', pg_temp.match('stopped'))), '', 'one thing ana only stops');
select is(pg_temp.says(person, format('select public.block_neighbour(%L)', md5('r dirk')::uuid)), 'PT404 not_found', person || ' meets dirk nowhere')
from unnest(array['away', 'farcontact']) person;
select is(pg_temp.says('ana', format('select public.block_neighbour(%L)', md5('r ana')::uuid)), 'PT404 not_found', 'nobody blocks themselves');
select is(pg_temp.says('ana', format('select public.block_neighbour(%L)', md5('r dirk')::uuid)), '', 'ana blocks dirk');
select is(pg_temp.says('ana', format('select public.block_neighbour(%L)', md5('r dirk')::uuid)), '', 'twice is once');
select is(pg_temp.board('dirk'), 'Ik bied kaas, Ik zoek lamp, Ik zoek stopped', 'dirk no longer sees her posts');
select is(pg_temp.board('ana'), 'Ik bied brood, Ik zoek soup, Ik zoek walk', 'nor she his');
select is(pg_temp.board('bob'), 'Ik bied brood, Ik bied kaas, Ik zoek lamp, Ik zoek soup, Ik zoek stopped, Ik zoek walk', 'others see both');
select is(pg_temp.says('dirk', format('select public.help_post_page(%L)', md5('bread')::uuid)), null, 'her post does not exist for him');
select is(pg_temp.says('dirk', format('select public.answer_post(%L, null)', md5('bread')::uuid)), 'PT404 not_found', 'nor can he answer it');
select is(pg_temp.says('dirk', format('select public.report(%L, ''post'', %L, ''other'', null)', md5('probe')::uuid, md5('bread')::uuid)), 'PT404 not_found', 'nor report it');
select is(pg_temp.says('dirk', 'select public.my_help_page() ->> ''answers'''), '[]', 'to who is blocked the post is gone, as one taken away');
select is(pg_temp.says('ana', format('select public.help_post_page(%L) ->> ''answers''', md5('bread')::uuid)), '[]', 'his answer is not there for her');
select is(pg_temp.says('ana', format('select public.choose_answer(%L, ''yes'')', (select id from public.help_answers where post_id = md5('bread')::uuid))), 'PT404 not_found', 'she cannot say yes to it');
select is(pg_temp.says(person, 'select count(*) from jsonb_array_elements(public.my_help_page() -> ''matches'') m'), answer, 'what is left of what is shared with ' || person)
from (values ('dirk', '0'), ('bob', '1')) person(person, answer);
select is(pg_temp.sends(person, 'lamp', 'after ' || person), 'PT409 conversation_ended', person || ' can write no more, as in what was stopped')
from unnest(array['ana', 'dirk']) person;
select is(pg_temp.sends('dirk', 'stopped', 'after stop'), 'PT409 conversation_ended', 'the same words');
select is(pg_temp.of('dirk', 'lamp', 'ended'), pg_temp.of('dirk', 'stopped', 'ended'), 'and the same sight');
select is(
	pg_temp.says('dirk', format('select public.match_page(%L) - ''{id,conversationId,firstTime}''::text[]', pg_temp.match('lamp'))),
	pg_temp.says('dirk', format('select public.match_page(%L) - ''{id,conversationId,firstTime}''::text[]', pg_temp.match('stopped'))),
	'blocked looks as stopped'
);
select is(pg_temp.says('ana', 'select public.conversations_page() #>> ''{blocked,0,firstName}'''), 'Dirk', 'ana sees whom she blocked');
select is(pg_temp.says('dirk', 'select public.conversations_page() ->> ''blocked'''), '[]', 'dirk does not');
select is(pg_temp.says('dirk', format('select public.unblock_neighbour(%L)', md5('r ana')::uuid)), '', 'nor can he undo it');
select is(pg_temp.board('dirk'), 'Ik bied kaas, Ik zoek lamp, Ik zoek stopped', 'nothing changes by that');
select is(pg_temp.says('ana', format('select string_agg(m ->> ''firstName'', '' '' order by m ->> ''firstName'') from jsonb_array_elements(public.group_page(%L) -> ''members'') m', md5('koffie')::uuid)), 'Ana Bob Cas', 'a group shows its chairs');
select is(pg_temp.says('ana', format('select public.unblock_neighbour(%L)', md5('r dirk')::uuid)), '', 'ana takes it back');
select is(pg_temp.board('dirk'), pg_temp.board('bob'), 'they see each other again');
select is(pg_temp.sends('dirk', 'lamp', 'again'), 'PT409 conversation_ended', 'what ended stays ended');

-- Reporting --------------------------------------------------------------------------------------------

create function pg_temp.reports(person text, report text, subject text, id uuid, words text default null) returns text
language sql as $$
	select pg_temp.says(person, format('select public.report(%L, %L, %L, ''unkind'', %L)', md5(report)::uuid, subject, id, words));
$$;
create function pg_temp.acts(person text, report text, act text, until text default null) returns text
language sql as $$
	select pg_temp.says(person, format('select public.act_on_report(%L, %L, %L)', md5(report)::uuid, act, until));
$$;
select is(pg_temp.reports('bob', 'r post', 'post', md5('bread')::uuid, 'Dit is geen hulp.'), '', 'bob reports a post');
select is(pg_temp.reports('bob', 'r post', 'post', md5('bread')::uuid), '', 'twice reports once');
select is(pg_temp.reports('ana', 'r own', 'post', md5('bread')::uuid), 'PT404 not_found', 'not one''s own');
select is(pg_temp.reports('away', 'r away', 'post', md5('bread')::uuid), 'PT404 not_found', 'nor of elsewhere');
select is(pg_temp.reports('bob', 'r message', 'message', md5('Hoi Bob')::uuid), '', 'bob reports a message to him');
select is(pg_temp.reports('cas', 'r cas', 'message', md5('Hoi Bob')::uuid), 'PT404 not_found', 'nobody one that they cannot read');
select is(pg_temp.reports('ana', 'r person', 'person', md5('r dirk')::uuid), '', 'ana reports a person');
select is(pg_temp.reports('ana', 'r answer', 'answer', (select id from public.help_answers where post_id = md5('bread')::uuid)), '', 'and an answer to her post');
select is((select copied from public.reports where id = md5('r message')::uuid), 'Hoi Bob', 'the words go with it');
select is(pg_temp.says(person, 'select jsonb_array_length(public.help_desk() #> ''{0,reports}'')'), answer, person || ' sees so many reports')
from (values ('contact', '4'), ('standin', '4'), ('guide', '0'), ('farcontact', '0'), ('ana', null), ('bob', null)) seen(person, answer);
select is(pg_temp.acts(person, 'r post', 'hidden'), 'PT404 not_found', person || ' cannot act on it')
from unnest(array['bob', 'ana', 'guide', 'farcontact']) person;
select is(pg_temp.acts('contact', 'r post', 'hidden'), '', 'the contact person hides the post');
select is(pg_temp.says('bob', format('select public.help_post_page(%L)', md5('bread')::uuid)), null, 'nobody reads it');
select is(pg_temp.says('ana', format('select public.help_post_page(%L) ->> ''hidden''', md5('bread')::uuid)), 'true', 'but its author, who hears that it is hidden');
select is(pg_temp.says('ana', 'select public.my_help_page() #>> ''{measures,0,act}'''), 'hidden', 'and what was done');
select is(pg_temp.says('ana', 'select public.my_help_page() -> ''measures'' -> 0 ?| array[''reporter'', ''reason'', ''words'']'), 'false', 'not by whose word');
select is(pg_temp.says('ana', format('select jsonb_path_query_first(public.my_help_page(), ''$.posts[*] ? (@.id == "%s").undecided'') #>> ''{}''', md5('bread')::uuid)), 'false', 'a hidden post asks her nothing that she cannot answer');
select is(pg_temp.acts('contact', 'r post', 'talked'), '', 'the contact person talks about it');
select is(pg_temp.says('ana', 'select public.my_help_page() #>> ''{measures,0,act}'''), 'hidden', 'which takes nothing back: she may still disagree');
select is(pg_temp.says('bob', 'select jsonb_path_query_first(public.my_help_page(), ''$.reports[*] ? (@.subject == "post").acts[0].act'') #>> ''{}'''), 'hidden', 'who reported hears what happened');
select is(pg_temp.says('bob', format('select public.appeal_report(%L, ''Niet eerlijk.'')', md5('r post')::uuid)), 'PT404 not_found', 'nobody else appeals');
select is(pg_temp.says('ana', format('select public.appeal_report(%L, ''Niet eerlijk.'')', md5('r post')::uuid)), '', 'ana does not agree');
select is(pg_temp.says('contact', 'select jsonb_path_query_first(public.help_desk(), ''$[0].reports[*] ? (@.subject == "post").appealWords'') #>> ''{}'''), 'Niet eerlijk.', 'which is told');
select is(pg_temp.acts('standin', 'r post', 'shown'), '', 'the stand-in shows it again');
select is(pg_temp.says('bob', format('select public.help_post_page(%L) ->> ''words''', md5('bread')::uuid)), 'Ik bied brood', 'and it is back');
select is((select string_agg(act::text, ' ' order by nth) from public.report_acts where report_id = md5('r post')::uuid), 'hidden talked shown', 'all are in the log');
select is(pg_temp.acts('contact', 'r person', 'hidden'), 'PT404 not_found', 'a person cannot be hidden');
select is(pg_temp.acts('contact', 'r person', 'paused', '2027-06-01'), 'PT409 not_that_far', 'nor placing closed for half a year');
select is(pg_temp.acts('contact', 'r person', 'paused', '2026-12-08'), '', 'for a while it can');
select is(pg_temp.says('dirk', format('select public.place_post(%L, %L, ''offer'', ''errands'', ''Ik bied x'', ''any_time'', null, null, null, null)', md5('x')::uuid, md5('oost')::uuid)), 'PT403 posting_paused', 'dirk places nothing');
select is(pg_temp.says('dirk', 'select public.help_new_page() #>> ''{0,pausedUntil}'''), '2026-12-08', 'and hears until when');
create function pg_temp.changes(person text, post text, category text, words text, weekday integer default null) returns text
language sql as $$
	select pg_temp.says(person, format(
		'select public.change_post(%L, %L, %L, %L, null, %L, %L, ''neighbourhood'', null)', md5(post)::uuid, category, words,
		case when weekday is null then 'any_time' else 'weekly' end, weekday, case when weekday is not null then '10:00' end
	));
$$;
select is(pg_temp.changes('dirk', 'cheese', 'errands', 'Iets heel anders'), 'PT403 posting_paused', 'nor writes something else in an old post');
select is(pg_temp.changes('dirk', 'cheese', 'company', 'Ik bied kaas'), 'PT403 posting_paused', 'nor of another kind');
select is(pg_temp.changes('dirk', 'cheese', 'errands', 'Ik bied kaas', 4), '', 'another moment is fine');
update public.help_posts set state = 'resting' where id = md5('cheese')::uuid;
select is(pg_temp.says('dirk', format('select public.keep_post(%L)', md5('cheese')::uuid)), 'PT403 posting_paused', 'nor wakes what rests');
select is(pg_temp.says('dirk', format('select public.keep_post(%L)', md5('lamp')::uuid)), '', 'what stands may stand');
select is(pg_temp.says('dirk', 'select public.my_help_page() #> ''{measures,0}''')::jsonb - '{actedAt,reportId}'::text[], '{"act": "paused", "until": "2026-12-08", "timeZone": "Europe/Amsterdam", "postWords": null, "appealedAt": null}', 'what was done is told');
set local buurtplein.now = '2026-12-08 00:01+01';
select is(pg_temp.says('dirk', format('select public.place_post(%L, %L, ''offer'', ''errands'', ''Ik bied x'', ''any_time'', null, null, null, null)', md5('x')::uuid, md5('oost')::uuid)), md5('x')::uuid::text, 'then he can again');

select is(pg_temp.acts('contact', 'r message', 'paused', (private.clock() + interval '7 days')::date::text), '', 'ana places nothing for a week');
select is(pg_temp.says('dirk', 'select public.my_help_page() ->> ''measures'''), '[]', 'a pause that is over is told no more');
select is(pg_temp.says('ana', 'select public.my_help_page() #>> ''{measures,0,act}'''), 'paused', 'one that goes on is');
select is(pg_temp.says('contact', format('select jsonb_path_query_first(public.help_desk(), ''$[0].reports[*] ? (@.id == "%s").mayResume'')', md5(report)::uuid)), may, 'what may be opened again: ' || report)
from (values ('r message', 'true'), ('r person', 'false')) seen(report, may);
select is(pg_temp.acts(person, 'r message', 'resumed'), 'PT404 not_found', person || ' cannot lift it') from unnest(array['ana', 'bob', 'guide', 'farcontact']) person;
select is(pg_temp.acts('contact', 'r person', 'resumed'), '', 'of who is not paused there is nothing to lift');
select is(pg_temp.acts('standin', 'r message', 'resumed'), '', 'the stand-in lifts it');
select is(pg_temp.acts('standin', 'r message', 'resumed'), '', 'twice is once');
select is((select string_agg(act || ' ' || coalesce(s.first_name, ''), ', ' order by nth) from public.report_acts join public.staff s on s.id = staff_id where report_id = md5(report)::uuid), log, 'in the log of ' || report)
from (values ('r message', 'paused Contact, resumed Standin'), ('r person', 'paused Contact')) logs(report, log);
select is(pg_temp.says('ana', 'select public.my_help_page() #>> ''{measures,0,act}'''), 'resumed', 'ana hears that she may place again');
select is(pg_temp.says('ana', 'select public.help_new_page() #>> ''{0,pausedUntil}'''), null, 'and may');
select is(pg_temp.changes('ana', 'bread', 'errands', 'Ik bied krentenbrood'), '', 'so that she changes her words');
select is(pg_temp.says('bob', 'select jsonb_path_query_first(public.my_help_page(), ''$.reports[*] ? (@.subject == "message").acts[last].act'') #>> ''{}'''), 'resumed', 'who reported hears it too');
select is(pg_temp.says('ana', 'select jsonb_path_query_array(public.my_export(), ''$.reportsAboutMe[*].subject'')::text'), '[null, "post"]', 'her download does not name the message, which bob alone could report');

-- Ten an hour --------------------------------------------------------------------------------------------

set local buurtplein.now = '2026-12-08 12:00+01';
select is(string_agg(distinct pg_temp.reports('cas', 'flood ' || n, 'person', md5('r bob')::uuid), ''), '', 'ten reports') from generate_series(1, 10) n;
select is(pg_temp.reports('cas', 'flood 11', subject, id), 'PT429 too_many_reports', 'not more, whether it is there or not')
from (values ('person', md5('r bob')::uuid), ('person', md5('nobody')::uuid), ('message', md5('Hoi Bob')::uuid)) t(subject, id);
select is(pg_temp.reports('cas', 'flood 10', 'person', md5('r bob')::uuid), '', 'the same form again is no other report');
select is(pg_temp.reports('bob', 'r bob', 'person', md5('r cas')::uuid), '', 'others may');
set local buurtplein.now = '2026-12-08 13:01+01';
select is(pg_temp.reports('cas', 'flood 11', 'person', md5('r bob')::uuid), '', 'and an hour later it goes on');

-- Who goes ------------------------------------------------------------------------------------------------

create temporary table talked as select id from public.conversations where last_nth = 60;
grant select on talked to authenticated;
select private.erase(md5('ana')::uuid);
select is(pg_temp.says('bob', 'select string_agg(concat_ws('': '', m ->> ''authorId'' is null, left(m ->> ''body'', 3)), '', '' order by m ->> ''nth'') from public.conversation_page((select id from talked), 3) c, jsonb_array_elements(c -> ''messages'') m'), 't: Hoi, f: Dag', 'what ana said stays, of nobody');
select is(pg_temp.says('bob', format('select public.send_message((select id from talked), %L, ''x'')', md5('y')::uuid)), 'PT409 conversation_ended', 'and nobody reads an answer');

select * from finish();
rollback;
