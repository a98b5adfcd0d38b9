import type postgres from 'postgres';
import { openTestDatabase } from '../support/database.ts';
import startTestServer from '../support/test-server.ts';
import { databaseTable, measureQueries, type DatabaseRow } from './database.ts';
import { fillWithMeetups, type Person } from './database-rows.ts';

/** So many meetups go with five hundred neighbourhoods. */
const MEETUPS = 40_000;
const POSTS_A_NEIGHBOURHOOD = 200;
const MESSAGES = 10_000;

const queries = {
	help_page: (sql: postgres.Sql) => sql`select public.help_page()`,
	'help_page, of one kind': (sql: postgres.Sql) =>
		sql`select public.help_page(kind => 'request', category => 'errands')`,
	conversation_page: (sql: postgres.Sql) => sql`select public.conversation_page(md5('talk')::uuid)`,
	'conversation_changes, none': (sql: postgres.Sql) =>
		sql`select public.conversation_changes(md5('talk')::uuid, ${MESSAGES})`
};

/** The board of 100,000 posts and a conversation of 10,000 messages, under RLS and without. */
export async function measureHelp(): Promise<DatabaseRow[]> {
	const stop = await startTestServer();
	const database = await openTestDatabase('bench_help');
	try {
		const person = await fillWithMeetups(database.sql, MEETUPS);
		await fillWithHelp(database.sql, person);
		return await measureQueries([{ meetups: MEETUPS, database, person }], queries);
	} finally {
		await database.close();
		await stop();
	}
}

async function fillWithHelp(sql: postgres.Sql, { profileId }: Person) {
	await sql.begin(async (transaction) => {
		await transaction`set local session_replication_role = replica`;
		await transaction.unsafe(makeRows(profileId));
	});
	await sql`vacuum analyze`;
}

// One post in ten is for one group only, one in ten rests, and everybody answered something.
const makeRows = (profileId: string) => `
	insert into public.help_posts (
		id, neighbourhood_id, author_id, kind, category, words, moment, audience, group_id, state,
		placed_at, ask_at
	)
	select
		gen_random_uuid(), r.neighbourhood_id, r.id, (enum_range(null::public.help_kind))[1 + n % 2],
		(enum_range(null::public.help_category))[1 + n % 7], 'Ik zoek iemand die helpt. ' || n, 'any_time',
		case when n % 10 = 9 then 'group' else 'neighbourhood' end::public.help_audience,
		case when n % 10 = 9 then (
			select m.group_id from public.memberships m where m.resident_id = r.id limit 1
		) end,
		case when n % 10 = 8 then 'resting' else 'open' end::public.help_state,
		now() - n * interval '1 hour' - r.nth * interval '1 second', now()
	from (
		select r.*, row_number() over (partition by r.neighbourhood_id order by r.id) as nth
		from public.residents r
	) r
	cross join generate_series(0, 3) round
	cross join lateral (select round * 64 + r.nth as n) n
	where n.n <= ${POSTS_A_NEIGHBOURHOOD};
	insert into public.help_answers (post_id, answerer_id, answered_at)
	select distinct on (p.neighbourhood_id, n) p.id, r.id, now()
	from public.help_posts p
	join lateral (
		select r.id, row_number() over (order by r.id) as n
		from public.residents r where r.neighbourhood_id = p.neighbourhood_id limit 5
	) r on r.id <> p.author_id;

	-- Everybody takes part in three conversations; one has many messages.
	insert into public.conversations (id, neighbourhood_id, kind, last_nth, last_at)
	select md5('talk' || r.id || n)::uuid, r.neighbourhood_id, 'help_match', 10, now()
	from public.residents r cross join generate_series(1, 3) n;
	insert into public.conversation_participants (conversation_id, profile_id, joined_at)
	select md5('talk' || r.id || n)::uuid, r.profile_id, now()
	from public.residents r cross join generate_series(1, 3) n;
	insert into public.conversations (id, neighbourhood_id, kind, last_nth, last_at)
	select md5('talk')::uuid, r.neighbourhood_id, 'help_match', ${MESSAGES}, now()
	from public.residents r where r.profile_id = '${profileId}';
	insert into public.conversation_participants (id, conversation_id, profile_id, joined_at)
	values (md5('takes part')::uuid, md5('talk')::uuid, '${profileId}', now());
	insert into public.messages (id, conversation_id, nth, author_id, body, sent_at)
	select gen_random_uuid(), md5('talk')::uuid, n, md5('takes part')::uuid, 'Tot morgen. ' || n, now()
	from generate_series(1, ${MESSAGES}) n
	union all
	select gen_random_uuid(), c.id, n, null, 'Tot morgen. ' || n, now()
	from public.conversations c cross join generate_series(1, 3) n where c.id <> md5('talk')::uuid;
`;

if (import.meta.main) console.log(databaseTable(await measureHelp()));
