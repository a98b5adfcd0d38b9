-- Nothing is granted beyond intention: what the catalogue itself says of tables and functions.
begin;
select plan(22);

create temporary view our_tables as
select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('public', 'private', 'care') and c.relkind in ('r', 'p', 'v', 'm', 'f');

create temporary view our_functions as
select p.oid, p.oid::regprocedure::text as name, n.nspname as schema, p.prosecdef, p.proconfig, p.provolatile
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('public', 'private', 'care')
	and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e');

-- Tables

select is_empty(
	'select name from our_tables where not (relrowsecurity and relforcerowsecurity)',
	'row level security is on, and forced on the owner, for every table'
);
select is_empty(
	$$select name, role, verb from our_tables, unnest(array['anon', 'authenticated', 'service_role']) role,
		unnest(array['select', 'insert', 'update', 'truncate', 'references', 'trigger']) verb
	where has_table_privilege(role, oid, verb)$$,
	'nobody has a right on a whole table, only on named columns'
);
select results_eq(
	$$select (name || ' ' || role) collate "default" from our_tables, unnest(array['anon', 'authenticated', 'service_role']) role
	where has_table_privilege(role, oid, 'delete') order by 1$$,
	array['public.goal_sentences authenticated', 'public.goals authenticated', 'public.supporters authenticated'],
	'a signed-in person removes only what is their own: goals, sentences and whom they invited'
);
select is_empty(
	$$select name, role from our_tables, unnest(array['anon', 'authenticated', 'service_role']) role
	where has_any_column_privilege(role, oid, 'insert, references')$$,
	'nobody inserts a row except through a function'
);
select results_eq(
	$$select attrelid::regclass::text || '.' || attname collate "default" from pg_attribute join our_tables on oid = attrelid
	where attnum > 0 and not attisdropped and has_column_privilege('authenticated', oid, attnum, 'update')
	order by 1$$,
	array[
		'goal_sentences.meetup_id', 'goal_sentences.outcome', 'goal_sentences.words',
		'goals.ends_on', 'goals.starts_on', 'goals.state', 'goals.theme',
		'profiles.language', 'profiles.text_size', 'profiles.theme', 'residents.face', 'residents.first_name'
	],
	'a signed-in person edits only their own settings, name, face and plan'
);
select results_eq(
	$$select attrelid::regclass::text || '.' || attname collate "default" from pg_attribute join our_tables on oid = attrelid
	where attnum > 0 and not attisdropped and has_column_privilege('anon', oid, attnum, 'select, update')
	order by 1$$,
	array[
		'contact_hours.closes_at', 'contact_hours.opens_at', 'contact_hours.staff_id', 'contact_hours.weekday',
		'neighbourhoods.centre_address', 'neighbourhoods.centre_name', 'neighbourhoods.id', 'neighbourhoods.intro', 'neighbourhoods.name', 'neighbourhoods.slug',
		'neighbourhoods.time_zone', 'staff.face', 'staff.first_name', 'staff.id', 'staff.neighbourhood_id',
		'staff.role', 'staff.telephone'
	],
	'a visitor reads neighbourhoods and whom to call, and no other column'
);
select results_eq(
	$$select attrelid::regclass::text || '.' || attname collate "default" from pg_attribute join our_tables on oid = attrelid
	where attnum > 0 and not attisdropped and name like 'public.%'
		and has_any_column_privilege('authenticated', oid, 'select')
		and not has_column_privilege('authenticated', oid, attnum, 'select')
	order by 1$$,
	array[
		'chair_offers.from_group_id', 'departures.member_since', 'goal_sentences.owner_id', 'goals.created_at', 'goals.owner_id', 'groups.created_at', 'groups.planned_through',
		'help_posts.ask_at', 'help_posts.declined_at', 'help_posts.hidden_at', 'help_posts.proposer_id', 'meetups.changed_at', 'meetups.revision', 'meetups.state_before_pause', 'memberships.since', 'neighbourhoods.created_at',
		'residents.joined_at', 'residents.profile_id', 'sentence_shares.owner_id', 'sentence_shares.shared_at', 'staff.not_now_until', 'staff.profile_id', 'supporters.declined_at', 'supporters.owner_id', 'supporters.supporter_id'
	],
	'account ids and moments of joining are readable to nobody'
);
select is_empty(
	$$select name from our_tables where name like 'public.%'
		and has_any_column_privilege('authenticated', oid, 'select')
			<> exists (select from pg_policy where polrelid = our_tables.oid)$$,
	'every public table that may be read says in a policy by whom, and no other does'
);
select results_eq(
	$$select name collate "default" from our_tables, unnest(array['anon', 'authenticated', 'service_role']) role
	where name like 'public.%' group by name
	having not bool_or(has_any_column_privilege(role, oid, 'select, insert, update, references')) order by 1$$,
	array[
		'public.answered_for', 'public.blocks', 'public.contact_counts', 'public.contact_numbers', 'public.contact_requests',
		'public.conversation_participants', 'public.conversations', 'public.help_answers',
		'public.help_asks', 'public.help_choices', 'public.help_matches', 'public.help_pauses',
		'public.help_reflections', 'public.help_skips', 'public.help_thanks', 'public.local_services',
		'public.organisers', 'public.reach_notes', 'public.report_acts', 'public.reports', 'public.staff_absences'
	],
	'that somebody said no, reported, blocked or asked for the contact person is answered by functions alone'
);
select is_empty(
	$$select polname from pg_policy where 0 = any (polroles)$$,
	'every policy names the roles it is for'
);
select is_empty(
	$$select c.conname from pg_constraint c
	where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)
		and not exists (
			select from pg_index i
			where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
		)$$,
	'every foreign key has an index, so that deleting a person stays fast'
);

-- Schemas

select is_empty(
	$$select role from unnest(array['anon', 'authenticated', 'service_role']) role
	where has_schema_privilege(role, 'care', 'usage, create')$$,
	'care is locked'
);
select is_empty(
	$$select name, role from our_tables, unnest(array['anon', 'authenticated', 'service_role']) role
	where name like 'care.%' and has_any_column_privilege(role, oid, 'select, insert, update, references')
	union all
	select name, role from our_functions, unnest(array['anon', 'authenticated', 'service_role']) role
	where schema = 'care' and has_function_privilege(role, oid, 'execute')$$,
	'nobody reads a row or calls a function in care'
);
select is_empty(
	$$select role, schema from unnest(array['anon', 'authenticated', 'service_role']) role,
		unnest(array['public', 'private']) schema where has_schema_privilege(role, schema, 'create')$$,
	'nobody makes things in our schemas'
);
select ok(not has_schema_privilege('anon', 'private', 'usage'), 'a visitor does not enter private');
select is_empty(
	$$select name, role from our_tables, unnest(array['anon', 'authenticated', 'service_role']) role
	where name like 'private.%' and has_any_column_privilege(role, oid, 'select, insert, update')$$,
	'tables in private are closed'
);

-- Functions

select is_empty(
	$$select name from our_functions where not coalesce(proconfig, '{}') @> array['search_path=""']$$,
	'every function has an empty search path'
);
select is_empty(
	$$select o.name from our_functions o join pg_proc p using (oid)
	where exists (
		select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
		where a.grantee = 0
	)$$,
	'no function is executable by everybody'
);
select results_eq(
	$$select name from our_functions where has_function_privilege('service_role', oid, 'execute') order by 1$$,
	array['claim_mail()', 'settle_mail(uuid)'],
	'the service role, which sends the mail, takes mail and says that it went, and nothing else'
);
select results_eq(
	$$select name from our_functions where has_function_privilege('anon', oid, 'execute') order by 1$$,
	array[
		'accept_booking(text,uuid)', 'allow_code_try(text)', 'allow_sign_in_code(text,text,boolean)',
		'ask_booking_call(text)', 'booking_page(text)', 'calendar_feed(text)', 'contact_page(text)',
		'decline_booking(text,text)', 'look_up_invitation(text)', 'look_up_invite(text,text)', 'run_due_jobs()'
	],
	'a visitor executes these functions and no other'
);

-- Default privileges

create table public.newcomer (id integer);
create sequence public.newcomer_ids;
create function public.newcomer() returns integer language sql immutable return 1;
create function private.newcomer() returns integer language sql immutable return 1;
select is_empty(
	$$select role from unnest(array['anon', 'authenticated', 'service_role']) role
	where has_table_privilege(role, 'public.newcomer', 'select, insert, update, delete, truncate')
		or has_sequence_privilege(role, 'public.newcomer_ids', 'usage, select, update')$$,
	'a new table is nobody''s until it is granted'
);
select is_empty(
	$$select role from unnest(array['anon', 'authenticated', 'service_role']) role
	where has_function_privilege(role, 'public.newcomer()', 'execute')
		or has_function_privilege(role, 'private.newcomer()', 'execute')$$,
	'a new function is nobody''s until it is granted'
);

select * from finish();
rollback;
