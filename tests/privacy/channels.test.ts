import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBackend, type Backend } from '../../supabase/local/backend.ts';
import { startMailSink } from '../../supabase/local/mail-sink.ts';
import { freePort } from '../../supabase/local/postgres.ts';
import { latestCode } from '../support/mailbox.ts';

/** Of the demo: one is a client, one is not; both are members of the same group and have a plan. */
const pair = ['sevda', 'kees'] as const;
const RANDOM = '3f0e9a52-5f0b-4d5c-9d6e-0c1b2a394857';

let backend: Backend;
let mail: Awaited<ReturnType<typeof startMailSink>>;
let sql: postgres.Sql;
/** A resident of the same neighbourhood without a part in any of it. */
let noor: { client: SupabaseClient; token: string };
const directory = mkdtempSync(join(tmpdir(), 'buurtplein-channels-'));

beforeAll(async () => {
	const [port, smtp, http] = await Promise.all([freePort(), freePort(), freePort()]);
	mail = await startMailSink({ smtp, http });
	backend = await startBackend({ directory, port, smtpPort: smtp, settings: { fsync: 'off' } });
	sql = postgres(backend.databaseUrl, { max: 2, onnotice: () => {} });
	noor = await signIn('noor@example.nl');
}, 120_000);

afterAll(async () => {
	await sql.end();
	await backend.stop();
	await mail.stop();
	rmSync(directory, { recursive: true, force: true });
});

async function signIn(email: string) {
	const client = createClient(backend.url, backend.publishableKey, {
		auth: { persistSession: false, autoRefreshToken: false }
	});
	const asked = await client.auth.signInWithOtp({ email });
	if (asked.error) throw asked.error;
	const code = await latestCode(mail.url, email);
	const { data, error } = await client.auth.verifyOtp({ email, token: code, type: 'email' });
	if (error) throw error;
	return { client, token: data.session!.access_token };
}

/** All that the Data API answers to one request, but the moment. */
async function ask(path: string, init: RequestInit = {}, token = noor.token) {
	const response = await fetch(`${backend.url}/rest/v1/${path}`, {
		...init,
		headers: {
			apikey: backend.publishableKey,
			authorization: `Bearer ${token}`,
			'content-type': 'application/json',
			...init.headers
		}
	});
	const headers = [...response.headers].filter(([name]) => name !== 'date');
	return { status: response.status, headers, body: await response.text() };
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
	ask(path, { method: 'POST', body: JSON.stringify(body), headers });

async function one(query: postgres.PendingQuery<{ id: string }[]>) {
	const [row] = await query;
	return row!.id;
}
const goalOf = (name: string) =>
	one(sql`
		select g.id from public.goals g join auth.users u on u.id = g.owner_id
		where u.email = ${`${name}@example.nl`} limit 1
	`);
const residentOf = (name: string) =>
	one(sql`
		select r.id from public.residents r join auth.users u on u.id = r.profile_id
		where u.email = ${`${name}@example.nl`}
	`);

/** Runs with one client more, or with all of them gone, and then as it was. */
async function inOtherWorlds<T>(look: () => Promise<T>) {
	const now = await look();
	const kept = await sql`select * from care.relations`;
	const consents = await sql`select * from care.consents`;
	await sql`
		insert into care.relations (client_id, worker_id, organisation_id, started_on)
		select u.id, w.id, w.organisation_id, current_date
		from auth.users u, care.workers w where u.email = 'kees@example.nl'
	`;
	const more = await look();
	await sql`delete from care.relations`;
	await sql`delete from care.consents`;
	const none = await look();
	await sql`insert into care.consents ${sql(consents as unknown as object[])}`;
	await sql`insert into care.relations ${sql(kept as unknown as object[])}`;
	return { now, more, none };
}

/** As the app does: first the look is written down, then the page is read. */
async function lookAtClients(token: string, select = '') {
	const look = await ask('rpc/begin_look', { method: 'POST', body: '{"what": "list"}' }, token);
	const { visit, ...refused } = JSON.parse(look.body);
	if (!visit) return { ...look, body: JSON.stringify(refused) };
	return ask(
		`rpc/clients_page${select}`,
		{ method: 'POST', body: JSON.stringify({ visit }) },
		token
	);
}

test('unique and primary-key answers: an id in use says nothing about whose it is', async () => {
	const [client, other] = await Promise.all(
		pair.map(async (name) =>
			post('rpc/start_goal', {
				id: await goalOf(name),
				words: 'Ik wil iets.',
				theme: null,
				starts_on: '2026-12-01',
				ends_on: '2027-01-01'
			})
		)
	);
	expect(client).toEqual(other);
	expect(client!.status).toBe(404);
});

test('foreign-key answers: a meetup elsewhere and one that is not there are refused alike', async () => {
	const goal = crypto.randomUUID();
	const step = crypto.randomUUID();
	await post('rpc/start_goal', {
		id: goal,
		words: 'Ik wil wandelen.',
		theme: null,
		starts_on: '2026-12-01',
		ends_on: '2027-01-01'
	});
	await post('rpc/write_sentence', { id: step, goal_id: goal, kind: 'step', words: 'Ik begin.' });
	const elsewhere = await one(sql`select id from public.meetups limit 1`);
	const answers = await Promise.all(
		[elsewhere, RANDOM].map((meetup_id) =>
			ask(`goal_sentences?id=eq.${step}`, {
				method: 'PATCH',
				body: JSON.stringify({ meetup_id })
			})
		)
	);
	expect(answers[0]).toEqual(answers[1]);
	expect(answers[0]!.status).toBe(403);
});

test.each([
	['a check', 'rpc/set_balance', { level: 9, words: null }],
	['an id that is none', 'rpc/group_page', { group_id: 'x' }],
	['a table of care', 'relations', {}],
	['a function of care', 'rpc/note_look', {}],
	['a table almost named right', 'goal', {}],
	['a column that is not there', 'goals', { colour: 'red' }]
])('error details: %s that is refused names nothing of care', async (_, path, body) => {
	const answer = await post(path, body);
	expect(answer.status).toBeGreaterThanOrEqual(400);
	expect(answer.body).not.toMatch(/care|client_|worker|relation_id|consent|supporter_codes/i);
});

test.each(['merge-duplicates', 'ignore-duplicates'])(
	'upsert: resolution=%s answers alike for a row of a client, of another and of nobody',
	async (resolution) => {
		const ids = [...(await Promise.all(pair.map(goalOf))), RANDOM];
		const answers = await Promise.all(
			ids.map((id) =>
				post(
					'goals',
					{ id, starts_on: '2026-12-01', ends_on: '2027-01-01' },
					{ prefer: `resolution=${resolution},return=representation` }
				)
			)
		);
		expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1);
		expect(answers[0]!.status).toBe(403);
	}
);

test('return=representation: a change of what is not mine gives back nothing', async () => {
	const answers = await Promise.all(
		[...(await Promise.all(pair.map(residentOf))), RANDOM].map((id) =>
			ask(`residents?id=eq.${id}&select=id`, {
				method: 'PATCH',
				body: JSON.stringify({ first_name: 'Iemand' }),
				headers: { prefer: 'return=representation' }
			})
		)
	);
	for (const { body } of answers) expect(body).toBe('[]');
	expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1);
});

test.each(['exact', 'planned', 'estimated'])(
	'count=%s: no number moves with who is a client',
	async (count) => {
		const tables = ['residents', 'profiles', 'goals', 'goal_sentences', 'supporters', 'balances'];
		const { now, more, none } = await inOtherWorlds(() =>
			Promise.all(
				tables.map((table) =>
					ask(`${table}?select=*&limit=1`, { headers: { prefer: `count=${count}` } })
				)
			)
		);
		expect(more).toEqual(now);
		expect(none).toEqual(now);
	}
);

test('plan media type: nobody gets to see how a query would run', async () => {
	for (const type of ['application/vnd.pgrst.plan+json', 'application/vnd.pgrst.plan+text']) {
		const { body } = await ask('residents?select=id', { headers: { accept: type } });
		expect(body).not.toMatch(/Total Cost|cost=|Seq Scan|Index Scan/i);
	}
});

test('OpenAPI root: what the Data API says of itself names nothing of care', async () => {
	const { body } = await ask('');
	expect(body).not.toMatch(/care\.|consents|"relations"|care_|"looks"/i);
});

test.each(['care', 'private', 'auth'])('schemas: %s cannot be chosen', async (schema) => {
	for (const table of ['relations', 'attempts', 'users']) {
		const { status } = await ask(table, { headers: { 'accept-profile': schema } });
		expect(status).toBeGreaterThanOrEqual(400);
	}
});

test.each([
	'supporters?select=id&declined_at=not.is.null',
	'supporters?select=id&order=declined_at',
	'supporters?select=id&owner_id=not.is.null',
	'residents?select=id&profile_id=not.is.null',
	'residents?select=id&order=profile_id',
	'residents?select=id,profiles(id)',
	'goals?select=id&order=owner_id'
])('filters and orders on hidden columns: %s is refused', async (path) => {
	const { status } = await ask(path);
	expect(status).toBeGreaterThanOrEqual(400);
});

test('user_metadata: what somebody says of themselves opens nothing', async () => {
	const { client } = noor;
	await client.auth.updateUser({ data: { role: 'service_role', aal: 'aal2', worker: true } });
	const { data } = await client.auth.refreshSession();
	const answer = await ask(
		'rpc/begin_look',
		{ method: 'POST', body: '{"what": "list"}' },
		data.session?.access_token
	);
	expect(JSON.parse(answer.body)).toEqual({ refused: 'not_found' });
});

test('a lost role: a worker who is one no longer sees nothing at the next request', async () => {
	const { token } = await signIn('ruben@example.nl');
	const page = async () => JSON.parse((await lookAtClients(token)).body);
	expect(await page()).toEqual({ refused: 'second_factor_needed' });
	await sql`update private.installation set second_factor_waived_for_development = true`;
	expect((await page()).clients).toHaveLength(1);
	await sql`
		update care.workers set profile_id = null where email = 'ruben@example.nl'
	`;
	expect(await page()).toEqual({ refused: 'not_found' });
	await sql`
		update care.workers w set profile_id = u.id from auth.users u
		where u.email = w.email and w.email = 'ruben@example.nl'
	`;
	await sql`update private.installation set second_factor_waived_for_development = false`;
});

test('a fault on the way back: an answer that cannot be turned undoes no look', async () => {
	await sql`update private.installation set second_factor_waived_for_development = true`;
	const { token } = await signIn('ruben@example.nl');
	const looks = async () => {
		const [row] = await sql`select count(*)::int as looks from care.looks where not refused`;
		return row!.looks as number;
	};
	const before = await looks();
	// PostgreSQL shows what it could not turn into a number; the look that led there has to stay.
	const cast = await lookAtClients(token, '?select=clients_page->>clients::int');
	expect(cast.status).toBeGreaterThanOrEqual(400);
	expect(await looks()).toBe(before + 1);
	for (const what of ['list', 'plan', 'relation']) {
		const answer = await ask(
			'rpc/begin_look?select=begin_look->>visit::int',
			{ method: 'POST', body: JSON.stringify({ what }) },
			token
		);
		expect(answer.body).not.toMatch(/firstName|words|Truus/);
	}
	const [random] = await Promise.all([
		post('rpc/clients_page', { visit: RANDOM }),
		sql`update private.installation set second_factor_waived_for_development = false`
	]);
	expect(random.body).not.toContain('Truus');
});

test('guessing codes: ten wrong codes for the circle an hour, whatever they would have been', async () => {
	const statuses: number[] = [];
	for (let nth = 0; nth < 11; nth++) {
		const { status, body } = await post('rpc/look_up_circle_code', {
			code: String(10_000_000 + nth),
			address: '203.0.113.7'
		});
		statuses.push(status);
		if (nth < 10) expect(body).toBe('null');
	}
	expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
});

test('time in ids: none of ours tells when it was made', async () => {
	const columns = await sql<{ table: string; column: string; default: string }[]>`
		select attrelid::regclass::text as table, attname::text as column,
			pg_get_expr(d.adbin, d.adrelid) as default
		from pg_attribute a
		join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
		left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
		where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
			and a.atttypid = 'uuid'::regtype and d.adbin is not null
	`;
	expect(columns.length).toBeGreaterThan(10);
	expect(columns.filter((it) => it.default !== 'gen_random_uuid()')).toEqual([]);
});

test('"auth.uid() is null or": no rule asks whether somebody is nobody', async () => {
	const found = await sql`
		select policyname as name from pg_policies
		where coalesce(qual, '') || coalesce(with_check, '') ~* 'uid\\(\\)( as uid)?\\)* is null'
		union all
		select proname from pg_proc where prosrc ~* 'uid\\(\\)\\)* is null'
			and pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'care'::regnamespace)
	`;
	expect([...found]).toEqual([]);
});

test('dumps and statistics of another role: care gives neither rows nor samples', async () => {
	for (const role of ['anon', 'authenticated', 'service_role']) {
		await sql`analyze`;
		const samples = await sql.begin(async (transaction) => {
			await transaction`select set_config('role', ${role}, true)`;
			return transaction`select * from pg_stats where schemaname in ('care', 'private')`;
		});
		expect([...samples], role).toEqual([]);
		await expect(
			sql.begin(async (transaction) => {
				await transaction`select set_config('role', ${role}, true)`;
				await transaction.unsafe('copy care.relations to stdout');
			})
		).rejects.toThrow(/permission denied/);
	}
});

test('the pages of every role but the few: no canary of care is in any answer', async () => {
	const canaries = ['06 - 00 11 22 33', 'Kanarie stelt voor', 'Stichting Kanarie'];
	await sql`update care.relations set client_telephone = ${canaries[0]!}`;
	await sql`
		insert into care.proposals (relation_id, kind, words, proposed_at)
		select id, 'want', ${canaries[1]!}, now() from care.relations
	`;
	await sql`update care.organisations set name = ${canaries[2]!}`;
	const functions = [
		'my_context',
		'today_page',
		'groups_page',
		'overview_page',
		'moments_page',
		'plan_page',
		'circle_page',
		'my_looks',
		'my_export',
		'my_data_page'
	];
	for (const name of ['noor', 'fatima', 'johanna', 'marieke', 'anna', 'gerrit']) {
		const { token } = await signIn(`${name}@example.nl`);
		for (const page of functions) {
			const { body } = await ask(`rpc/${page}`, { method: 'POST', body: '{}' }, token);
			for (const canary of canaries) expect(body, `${name} ${page}`).not.toContain(canary);
		}
	}
	const { token } = await signIn('sevda@example.nl');
	const own = await ask('rpc/circle_page', { method: 'POST', body: '{}' }, token);
	expect(own.body, 'the canaries can be found').toContain(canaries[0]);
});

test('calendar feeds: who has an address of somebody learns when they go out, and nothing else', async () => {
	const [client, other] = await Promise.all(
		pair.map(async (name) => {
			const { token } = await signIn(`${name}@example.nl`);
			const renewal = { kind: 'own', nonce: crypto.randomUUID() };
			await ask('rpc/renew_calendar', { method: 'POST', body: JSON.stringify(renewal) }, token);
			const { body } = await ask('rpc/my_calendars', { method: 'POST', body: '{}' }, token);
			return (JSON.parse(body) as { own: string }).own;
		})
	);
	const read = (token: string) => post('rpc/calendar_feed', { token });
	const { now, more, none } = await inOtherWorlds(() =>
		Promise.all([client!, other!, RANDOM].map(read))
	);
	expect(more).toEqual(now);
	expect(none).toEqual(now);
	const told = now.slice(0, 2).map(({ body }) => {
		const { entries, ...feed } = JSON.parse(body) as { entries: Record<string, unknown>[] };
		const inEntry = ({ timeZone, group, ...entry }: Record<string, unknown>) =>
			JSON.stringify([timeZone, group, Object.keys(entry)]);
		expect(entries.length).toBeGreaterThan(0);
		return [feed, [...new Set(entries.map(inEntry))]];
	});
	expect(told[0], 'of a client as of another').toEqual(told[1]);
	expect(now[2]).toMatchObject({ status: 200, body: 'null' });
});
