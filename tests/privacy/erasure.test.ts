import { getAuthSchemaSql } from '@supabase/lite';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

type Sql = postgres.Sql | postgres.TransactionSql;

const idOf = (name: string) =>
	createHash('md5')
		.update(name)
		.digest('hex')
		.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
const me = idOf('me');
const world = readFileSync(join(import.meta.dirname, 'whole-life.sql'), 'utf8');

/** What stays when a person goes, each with the reason. */
const stays: Record<string, string> = {
	'public.groups.name': 'the group goes on under its name; nobody is named as who typed it',
	'public.groups.place_name': 'the group goes on at its place',
	'public.groups.likes_words': 'what the group likes, of nobody in particular',
	'public.group_places.address': 'the group goes on at its place',
	'public.group_news.details':
		'what changed in the group, for eight weeks; of nobody in particular',
	'public.meetups.reason': 'why a meetup moved, told to the group; of nobody in particular',
	'public.meetups.activity_words': 'what the group did; of nobody in particular',
	'private.bookings.reason':
		'why a speaker did not come, told to the group; of nobody in particular',
	'public.messages.body': 'what was said is of who else takes part too; by nobody any more',
	'public.contact_requests.words': 'what somebody else asked, and the person answered, is theirs',
	'public.contact_requests.line': 'the answer is of who asked; by nobody any more',
	'care.looks.subject': 'a pseudonym that belongs to nobody any more; the chain must hold',
	'care.looks.looker_id': 'who looked is told to who was looked at, for two years',
	'care.looks.looker_name': 'who looked is told to who was looked at, for two years'
};

describe('a whole life', () => {
	let database: TestDatabase;
	let sql: postgres.Sql;
	/** Every text that is in the database about the person, and where it was put. */
	const traces = new Map<string, string>();

	beforeAll(async () => {
		database = await openTestDatabase('erasure');
		sql = database.connect({ max: 1 });
		await sql.unsafe(getAuthSchemaSql(false)).simple();
		await sql.unsafe(world).simple();
		await signInAtSeveralPlaces(sql);
		await leaveTracesEverywhere(sql, traces);
	}, 60_000);
	afterAll(() => database.close());

	test('there is a trace in every kind of table that knows of a person', async () => {
		const found = await whereIs(sql, [...traces.keys()]);
		expect(new Set(traces.values()).size).toBeGreaterThan(60);
		for (const place of traces.values()) expect([...found.keys()]).toContain(place);
	});

	test('nothing is left but what has a reason', async () => {
		await sql`select private.erase(${me})`;
		const found = await whereIs(sql, [...traces.keys()]);
		expect([...found.keys()].sort()).toEqual(Object.keys(stays).sort());
		const alone = [...(found.get('public.groups.name') ?? [])];
		expect(alone).toEqual([await nameOf('mine')]);
	});

	test('a group of nobody else went with them', async () => {
		const [row] =
			await sql`select count(*)::int as left from public.groups where id = ${idOf('alone')}`;
		expect(row?.left).toBe(0);
	});

	test('the tries at their address and by their account are forgotten, and the log still holds', async () => {
		expect(await sql`select from private.attempts`).toHaveLength(0);
		expect(await sql`select from care.looks where subject is not null`).not.toHaveLength(0);
		expect(await sql`select from care.broken_looks()`).toHaveLength(0);
	});

	test('others kept what is theirs', async () => {
		const [row] = await sql<Record<string, number>[]>`
			select
				(select count(*)::int from auth.users) as accounts,
				(select count(*)::int from public.goal_sentences) as sentences,
				(select count(*)::int from public.supporters) as supporters,
				(select count(*)::int from public.memberships where group_id = ${idOf('mine')}) as seats,
				(select count(*)::int from public.memberships where is_host) as hosts
		`;
		expect(row).toEqual({ accounts: 11, sentences: 6, supporters: 1, seats: 2, hosts: 4 });
	});

	async function nameOf(group: string) {
		const [row] = await sql<{ name: string }[]>`
			select name from public.groups where id = ${idOf(group)}
		`;
		return row?.name ?? '';
	}
});

describe('to others', () => {
	let database: TestDatabase;
	let sql: postgres.Sql;
	const knowing = ['worker', 'administrator'];
	const now = new Date().toISOString();
	const others = ['mate', 'owner', 'asker', 'friend', 'stranger', 'guide', ...knowing];

	beforeAll(async () => {
		database = await openTestDatabase('erasure_seen');
		sql = database.connect({ max: 1 });
		await sql.unsafe(world).simple();
		// From here on the person has no part in care: the two runs differ in that alone.
		await sql`delete from care.consents where client_id = ${me}`;
		await sql`delete from care.relations where client_id = ${me}`;
		await sql`delete from care.workers where profile_id = ${me}`;
		await sql`delete from care.administrators where profile_id = ${me}`;
	}, 60_000);
	afterAll(() => database.close());

	test('a client who goes leaves the same as a neighbour who was none', async () => {
		const neighbour = await after(async () => {});
		const client = await after(becomeClient);
		expect(apart(client, neighbour)).toEqual([]);
		expect(Object.keys(client).length).toBeGreaterThan(200);
	});

	test('and would be told apart if anything of care stayed', async () => {
		const neighbour = await after(async () => {});
		const kept = await after(becomeClient, false);
		expect(apart(kept, neighbour)).toContain(`worker: ${CLIENTS}`);
	});

	const apart = (one: Record<string, string>, other: Record<string, string>) =>
		Object.keys(one).filter((question) => one[question] !== other[question]);

	/** What everybody else sees of everything, once the person did something and went. */
	async function after(life: (sql: Sql) => Promise<void>, erases = true) {
		const seen: Record<string, string> = {};
		const undone = new Error('undone');
		await sql
			.begin(async (transaction) => {
				await transaction`select set_config('buurtplein.now', ${now}, true)`;
				await life(transaction);
				if (erases) await transaction`select private.erase(${me})`;
				await transaction`set constraints all immediate`;
				for (const person of others)
					for (const query of await everyQuestion(transaction))
						// Their own looks are in it: those two are who may know.
						if (!(knowing.includes(person) && query.includes('my_export')))
							seen[`${person}: ${query}`] = await answerTo(transaction, person, query);
				throw undone;
			})
			.catch((error: unknown) => {
				if (error !== undone) throw error;
			});
		return seen;
	}

	async function becomeClient(sql: Sql) {
		await become(sql, 'administrator');
		const [invited] = await sql<{ code: string }[]>`
			select public.invite_client(${idOf('works worker')}) as code
		`;
		await become(sql, 'me');
		await sql`select public.accept_circle_code(${invited!.code}, 'somewhere', 1)`;
		const [relation] = await sql<{ id: string }[]>`
			select id from care.relations where client_id = ${me}
		`;
		await sql`select public.set_reader(${idOf('want me')}, ${relation!.id}, true)`;
		await sql`select public.set_view(${relation!.id}, 'next_meetup', true)`;
		await become(sql, 'worker');
		await sql`select public.begin_look('plan', ${relation!.id})`;
		await sql`
			select public.propose_sentence(
				${relation!.id}, private.seen_as(${relation!.id}, ${idOf('goal me')}), 'step', 'Koop meel'
			)
		`;
	}
});

const looking = (what: string) => `(public.begin_look('${what}') ->> 'visit')::uuid`;
const CLIENTS = `select public.clients_page(${looking('list')})`;
const RELATIONS = `select public.relations_page(${looking('relation')})`;

/** Everything a signed-in person can ask without changing anything: pages, and tables column by column. */
async function everyQuestion(sql: Sql) {
	const granted = await sql<{ query: string }[]>`
		select format(
			'select coalesce(jsonb_agg(to_jsonb(t) order by t::text), ''[]'') from (select %s from public.%I) t',
			string_agg(quote_ident(column_name), ', ' order by column_name), table_name
		) as query
		from information_schema.column_privileges
		where table_schema = 'public' and grantee = 'authenticated' and privilege_type = 'SELECT'
		group by table_name order by table_name
	`;
	const pages = await sql<{ query: string }[]>`
		select format('select to_jsonb(public.%I())', proname) as query from pg_proc
		where pronamespace = 'public'::regnamespace and pronargs = 0 and prorettype = 'jsonb'::regtype
		order by 1
	`;
	const groups = ['mine', 'waited', 'asked', 'left', 'alone'];
	const meetups = ['mine 1', 'mine -1', 'waited 1', 'waited -1', 'alone 1'];
	return [
		...granted.map(({ query }) => query),
		...pages.map(({ query }) => query),
		...groups.map((name) => `select public.group_page('${idOf(name)}')`),
		...meetups.map((name) => `select public.meetup_page('${idOf(name)}')`),
		CLIENTS,
		RELATIONS,
		`select public.supported_page('${idOf('me asks friend')}')`,
		`select public.seen_by('${idOf('owner asks me')}')`
	];
}

async function answerTo(sql: postgres.TransactionSql, person: string, query: string) {
	try {
		const answer = await sql.savepoint(async (inside) => {
			await become(inside, person, 'authenticated');
			const [row] = await inside.unsafe(query);
			await inside`select set_config('role', 'none', true)`;
			return JSON.stringify(Object.values(row ?? {}));
		});
		// Which random id a new line of news gets is chance, that it is the same one everywhere is not.
		const seen = new Map<string, string>();
		return answer.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
			if (!seen.has(id)) seen.set(id, `#${seen.size}`);
			return seen.get(id)!;
		});
	} catch (error) {
		const { code, message, hint } = error as { code?: string; message: string; hint?: string };
		return [code, message, hint].join(' ');
	}
}

async function become(sql: Sql, person: string, role = 'none') {
	const claims = JSON.stringify({ sub: idOf(person), role: 'authenticated', aal: 'aal2' });
	await sql`
		select
			set_config('request.jwt.claims', ${claims}, true),
			set_config('request.jwt.claim.sub', ${idOf(person)}, true),
			set_config('role', ${role}, true)
	`;
}

async function signInAtSeveralPlaces(sql: Sql) {
	await sql`
		insert into auth.sessions (id, user_id, user_agent, ip)
		values (${idOf('session')}, ${me}, 'Telefoon', '192.0.2.7')
	`;
	await sql`
		insert into auth.refresh_tokens (id, token, user_id, session_id) values
			('one', 'token one', ${me}, ${idOf('session')}), ('two', 'token two', ${me}, null)
	`;
	await sql`
		insert into auth.flow_state (id, user_id, authentication_method, provider_type)
		values (gen_random_uuid(), ${me}, 'otp', 'email')
	`;
	await sql`
		insert into auth.audit_log_entries (id, payload) values
			(gen_random_uuid(), ${sql.json({ action: 'login', actor_id: me })}),
			(gen_random_uuid(), ${sql.json({ action: 'login', actor_username: 'me@example.nl' })}),
			(gen_random_uuid(), ${sql.json({ action: 'login', actor_id: idOf('mate') })})
	`;
}

/** Writes a text of its own into every column of every row about the person that takes one. */
async function leaveTracesEverywhere(sql: Sql, traces: Map<string, string>) {
	const rows = await rowsAboutMe(sql);
	const [mine, alone] = [idOf('mine'), idOf('alone')];
	for (const [table, key] of Object.entries({
		'public.groups': 'id',
		'public.group_places': 'group_id',
		'public.meetups': 'group_id',
		'public.group_news': 'group_id'
	}))
		rows.set(table, `${rows.get(table) ?? 'false'} or ${key} in ('${mine}', '${alone}')`);
	const columns = await sql<{ table: string; column: string; type: string }[]>`
		select c.relnamespace::regnamespace || '.' || c.relname as table, a.attname as column,
			format_type(a.atttypid, null) as type
		from pg_attribute a join pg_class c on c.oid = a.attrelid
		where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relkind = 'r'
			and format_type(a.atttypid, null) in ('text', 'character varying', 'jsonb', 'json')
		order by 1, 2
	`;
	for (const { table, column, type } of columns) {
		const where = rows.get(table);
		const place = `${table}.${column}`;
		// The address is a trace of its own, by which more is to be found.
		if (!where || place === 'auth.users.email') continue;
		const trace = `kanarie ${traces.size} `;
		const value = type.startsWith('json')
			? `'{"x": "${trace}"}'`
			: `'${trace.trim()} ' || left(md5(ctid::text), 4)`;
		const filled = await sql
			.unsafe(
				`update ${table} set ${column} = ${value} where ${where} returning ${column}::text as text`
			)
			.catch(() => []);
		// A fixed choice or a telephone number takes no such text; the latter are traces as they are.
		if (filled.length) traces.set(trace, place);
	}
	const known = await sql<{ trace: string; place: string }[]>`
		select id::text as trace, 'public.residents.id' as place from public.residents where profile_id = ${me}
		union all select id::text, 'public.goals.id' from public.goals where owner_id = ${me}
		union all select id::text, 'public.goal_sentences.id' from public.goal_sentences where owner_id = ${me}
		union all select id::text, 'care.relations.id' from care.relations where client_id = ${me}
		union all select id::text, 'care.consents.id' from care.consents where client_id = ${me}
		union all select id::text, 'care.workers.id' from care.workers where profile_id = ${me}
		union all select id::text, 'public.staff.id' from public.staff where profile_id = ${me}
		union all select id::text, 'public.help_posts.id' from public.help_posts
			where author_id = ${idOf('resident me')}
		union all select id::text, 'public.help_answers.id' from public.help_answers
			where answerer_id = ${idOf('resident me')}
		union all select id::text, 'public.contact_requests.id' from public.contact_requests
			where author_id = ${idOf('resident me')}
		union all select id::text, 'public.conversation_participants.id'
			from public.conversation_participants where profile_id = ${me}
		union all select id::text, 'public.supporters.id' from public.supporters
			where ${me} in (owner_id, supporter_id)
		union all select pseudonym::text, 'care.looks.subject' from care.subjects where profile_id = ${me}
	`;
	for (const { trace, place } of known) traces.set(trace, place);
	traces.set(me, 'care.looks.looker_id');
	traces.set('Me zelf', 'care.looks.looker_name');
	traces.set('98 76 54 32', 'public.staff.telephone');
	traces.set('61 61 61 61', 'public.contact_requests.telephone');
	traces.set('51 51 51 51', 'public.contact_numbers.telephone');
	traces.set('22 33 44 55', 'care.workers.telephone');
	traces.set('44 55 66 77', 'care.relations.client_telephone');
	traces.set('me@example.nl', 'auth.audit_log_entries.payload');
	traces.set('192.0.2.7', 'auth.sessions.ip');
}

/** Which rows of which tables lead by their keys to the person: a condition for each table. */
async function rowsAboutMe(sql: Sql) {
	const keys = await sql<Record<'table' | 'columns' | 'parent' | 'parentColumns', string>[]>`
		select
			conrelid::regclass::text as table, confrelid::regclass::text as parent,
			(select string_agg(attname, ', ' order by n) from unnest(conkey) with ordinality k (num, n)
				join pg_attribute on attrelid = conrelid and attnum = num) as columns,
			(select string_agg(attname, ', ' order by n) from unnest(confkey) with ordinality k (num, n)
				join pg_attribute on attrelid = confrelid and attnum = num) as "parentColumns"
		from pg_constraint where contype = 'f' and conrelid <> confrelid
	`;
	const full = (name: string) => (name.includes('.') ? name : `public.${name}`);
	const rows = new Map([
		['auth.users', `id = '${me}'`],
		['auth.refresh_tokens', `user_id = '${me}'`],
		['auth.flow_state', `user_id = '${me}'`]
	]);
	for (let found = -1; found !== rows.size;) {
		found = rows.size;
		for (const { table } of keys) {
			const ways = keys
				.filter((key) => key.table === table && rows.has(full(key.parent)))
				.map(
					(key) =>
						`(${key.columns}) in (select ${key.parentColumns} from ${full(key.parent)} where ${rows.get(full(key.parent))})`
				);
			if (ways.length && !rows.has(full(table))) rows.set(full(table), ways.join(' or '));
		}
	}
	return rows;
}

/** In which columns of all tables any of the texts is, and in what. */
async function whereIs(sql: Sql, texts: string[]) {
	const columns = await sql<{ table: string; column: string }[]>`
		select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column
		from pg_attribute a
		join pg_class c on c.oid = a.attrelid
		join pg_namespace n on n.oid = c.relnamespace
		where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'm', 'p')
			and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
	`;
	const found = new Map<string, Set<string>>();
	for (const { table, column } of columns) {
		const rows = await sql.unsafe<{ text: string }[]>(
			`select distinct ${column}::text as text from ${table}
			where exists (select from unnest($1::text[]) t where position(t in ${column}::text) > 0)`,
			[texts]
		);
		if (rows.length) found.set(`${table}.${column}`, new Set(rows.map(({ text }) => text)));
	}
	return found;
}
