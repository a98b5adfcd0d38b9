import { getAuthSchemaSql } from '@supabase/lite';
import { createClient } from '@supabase/supabase-js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import postgres from 'postgres';
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
	vi,
	type MockInstance
} from 'vitest';
import { sendDueMail } from '../../src/lib/notify/send-mail.ts';
import { startBackend, type Backend } from '../../supabase/local/backend.ts';
import { demo } from '../../supabase/local/demo.ts';
import { startMailSink } from '../../supabase/local/mail-sink.ts';
import { freePort } from '../../supabase/local/postgres.ts';
import { accessOf } from './access-control.ts';
import { openTestDatabase } from './database.ts';
import { latestCode } from './mailbox.ts';

let backend: Backend;
let mail: Awaited<ReturnType<typeof startMailSink>>;
let sql: postgres.Sql;
let smtp: number;
const directory = mkdtempSync(join(tmpdir(), 'buurtplein-'));

beforeAll(async () => {
	const [port, smtpPort, http] = await Promise.all([freePort(), freePort(), freePort()]);
	smtp = smtpPort;
	mail = await startMailSink({ smtp, http });
	const options = { directory, port, smtpPort: smtp, settings: { fsync: 'off' } };
	backend = await startBackend(options);
	await signIn('fatima@example.nl');
	await backend.stop();
	// Lite grants at its first request and would do so again at the next start.
	backend = await startBackend(options);
	await signIn('fatima@example.nl');
	sql = postgres(backend.databaseUrl, { max: 2, onnotice: () => {} });
}, 120_000);

afterAll(async () => {
	await sql.end();
	await backend.stop();
	await mail.stop();
	rmSync(directory, { recursive: true, force: true });
});

function newClient(requests: string[] = []) {
	return createClient(backend.url, backend.publishableKey, {
		auth: { persistSession: false, autoRefreshToken: false },
		global: {
			fetch: (input, init) => {
				requests.push(new URL(String(input)).pathname);
				return fetch(input, init);
			}
		}
	});
}

async function signIn(email: string, client = newClient()) {
	const asked = await client.auth.signInWithOtp({ email });
	if (asked.error) throw asked.error;
	const token = await latestCode(mail.url, email);
	const { data, error } = await client.auth.verifyOtp({ email, token, type: 'email' });
	if (error) throw error;
	await client.from('profiles').select('id');
	return { client, token, session: data.session };
}

test('every grant is as the migrations left it', async () => {
	const plain = await openTestDatabase('plain');
	const expected = await accessOf(plain.sql);
	await plain.close();
	const found = await accessOf(sql);
	const added = Object.keys(found).filter((object) => !(object in expected));
	for (const object of added) {
		expect(object).toMatch(/^(schema|table|index|type) (auth|supabase_migrations)(\.|$)/);
		expect(found[object], object).toBeNull();
	}
	const common = Object.fromEntries(Object.entries(found).filter(([name]) => name in expected));
	expect(common).toEqual(expected);
});

test('a request without a key is refused', async () => {
	for (const path of ['/rest/v1/profiles', '/rest/v1/rpc/run_due_jobs', '/auth/v1/settings']) {
		expect((await fetch(backend.url + path)).status, path).toBe(401);
	}
	expect((await fetch(`${backend.url}/_system/introspect`)).status).toBe(404);
});

test('a code from the mail signs in once, and a wrong one never', async () => {
	const { client, token, session } = await signIn('gerrit@example.nl');
	expect(session?.user.email).toBe('gerrit@example.nl');
	const again = await client.auth.verifyOtp({ email: 'gerrit@example.nl', token, type: 'email' });
	expect(again.error?.code).toBe('otp_expired');
});

test('somebody new signs in with a code too', async () => {
	const { session } = await signIn('nieuw@example.nl');
	expect(session?.user.email).toBe('nieuw@example.nl');
});

test('the mail holds a code and no link', async () => {
	await newClient().auth.signInWithOtp({ email: 'noor@example.nl' });
	const { messages } = await (await fetch(`${mail.url}/api/v1/messages`)).json();
	const message = await (await fetch(`${mail.url}/api/v1/message/${messages[0].ID}`)).json();
	expect(message.Subject).toBe('Je code voor Buurtplein');
	for (const text of [message.Text, message.HTML]) {
		expect(text).toMatch(/\b\d{6}\b/);
		expect(text).not.toMatch(/https?:|\{\{/);
	}
});

test('who somebody is can be checked without asking the backend', async () => {
	const requests: string[] = [];
	const { client } = await signIn('omar@example.nl', newClient(requests));
	await client.auth.getClaims();
	requests.length = 0;
	const { data } = await client.auth.getClaims();
	expect(data?.claims.email).toBe('omar@example.nl');
	expect(data?.header.alg).toBe('ES256');
	expect(requests).toEqual([]);
});

test('a refreshed session works, a forged one does not', async () => {
	const { client, session } = await signIn('sevda@example.nl');
	expect((await client.auth.refreshSession()).error).toBeNull();
	expect((await client.auth.getUser()).data.user?.email).toBe('sevda@example.nl');
	const [head, body, signature] = (session?.access_token ?? '').split('.');
	const forged = [head, body, signature?.split('').reverse().join('')].join('.');
	expect((await client.auth.getClaims(forged)).error).not.toBeNull();
	const headers = { apikey: backend.publishableKey, authorization: `Bearer ${forged}` };
	expect((await fetch(`${backend.url}/auth/v1/user`, { headers })).status).toBe(401);
	expect((await fetch(`${backend.url}/rest/v1/profiles`, { headers })).status).toBe(401);
});

describe('mail that is due', () => {
	const addDue = (email: string) => sql<{ id: string }[]>`
		insert into private.outbox (kind, profile_id, neighbourhood_id, made_at)
		select 'request_waits', s.profile_id, s.neighbourhood_id, now()
		from public.staff s join auth.users u on u.id = s.profile_id
		where s.role in ('contact_person', 'stand_in') and u.email = ${email}
		returning id
	`;
	const allDue = () => sql`update private.outbox set next_try_at = now()`;
	/** Moves every neighbourhood to where the clock is between these hours now. */
	const moveTo = (from: number, to: number) => sql`
		update public.neighbourhoods set time_zone = (
			select name from pg_timezone_names
			where name ~ '^[A-Za-z]+(/[A-Za-z_]+)+$'
				and extract(hour from now() at time zone name) between ${from} and ${to}
			limit 1
		)
	`;
	const at = (port: number) => createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
	const send = (port = smtp) =>
		sendDueMail({
			supabase: createClient(backend.url, backend.secretKey, { auth: { persistSession: false } }),
			from: 'buurtplein@example.nl',
			origin: 'https://buurtplein.example',
			transport: at(port)
		});
	let logged: MockInstance<typeof console.error>;

	beforeEach(async () => {
		await sql`delete from private.outbox`;
		await moveTo(10, 17);
		logged = vi.spyOn(console, 'error').mockImplementation(() => {});
	});
	afterEach(() => logged.mockRestore());

	test('goes once, without what it is about, and waits while the server is away', async () => {
		const [due] = await addDue('piet@example.nl');
		const visitor = await newClient().rpc('claim_mail' as never);
		expect(visitor.error?.code).toBe('42501');
		logged.mockClear();
		expect(await send(await freePort())).toBe(0);
		expect(logged.mock.calls, 'only a code is logged').toEqual([
			['mail', due!.id, expect.stringMatching(/^E[A-Z]+$/)]
		]);
		expect(await send(), 'not at once again').toBe(0);
		await allDue();
		expect(await send()).toBe(1);
		await allDue();
		expect(await send(), 'sent is sent').toBe(0);
		const { messages } = await (await fetch(`${mail.url}/api/v1/messages`)).json();
		expect(messages[0]).toMatchObject({
			Subject: 'Buurtplein: er wacht iets op je',
			To: [{ Address: 'piet@example.nl' }]
		});
	});

	test('to a speaker has one link, which a browser without session opens', async () => {
		const [question] = await sql<{ email: string }[]>`
			select private.mail_speaker(b, 'booking_asked'), s.email
			from private.bookings b join public.speakers s on s.id = b.speaker_id where b.state = 'asked'
		`;
		expect(await send()).toBe(1);
		const { messages } = await (await fetch(`${mail.url}/api/v1/messages`)).json();
		expect(messages[0]).toMatchObject({
			Subject: 'Wil je komen vertellen over politie en wijk?',
			To: [{ Address: question!.email }]
		});
		const { Text } = await (await fetch(`${mail.url}/api/v1/message/${messages[0].ID}`)).json();
		const links = [...Text.matchAll(/https:\/\/buurtplein\.example\/speaker\/([0-9a-f]{32})\b/g)];
		expect(links).toHaveLength(1);
		const { data } = await newClient().rpc('booking_page', { token: links[0]![1]! });
		expect(data).toMatchObject({ state: 'asked', speaker: 'Wijkteam Linde' });
		expect((await newClient().rpc('booking_page', { token: '' })).data).toBeNull();
	});

	test('waits for the morning', async () => {
		await addDue('piet@example.nl');
		await moveTo(21, 23);
		expect(await send()).toBe(0);
		await moveTo(0, 8);
		expect(await send()).toBe(0);
		await moveTo(10, 17);
		expect(await send()).toBe(1);
	});

	test('goes also when another cannot be read, of which no address is logged', async () => {
		const [bad] = await addDue('anna@example.nl');
		await sql`update private.outbox set made_at = now() - interval '1 hour'`;
		await sql`update auth.users set email = 'anna' where email = 'anna@example.nl'`;
		await addDue('piet@example.nl');
		expect(await send()).toBe(1);
		await sql`update auth.users set email = 'anna@example.nl' where email = 'anna'`;
		expect(logged.mock.calls).toEqual([['mail', bad!.id, 'not as expected']]);
	});

	test('stops when it cannot be noted that a mail went', async () => {
		await addDue('piet@example.nl');
		await addDue('piet@example.nl');
		const count = async () =>
			(await (await fetch(`${mail.url}/api/v1/messages`)).json()).messages.length;
		const before = await count();
		await sql`revoke execute on function public.settle_mail(uuid) from service_role`;
		await expect(send()).rejects.toMatchObject({ code: 'settle_mail 42501' });
		await sql`grant execute on function public.settle_mail(uuid) to service_role`;
		expect((await count()) - before).toBe(1);
	});
});

test('the people and the poster that npm start prints are in the seed', async () => {
	const emails = demo.people.map(({ email }) => email);
	const rows = await sql`select email from auth.users where email = any(${emails})`;
	expect(rows.map(({ email }) => email).sort()).toEqual(emails.sort());
	const [code] =
		await sql`select from private.find_invite(${demo.posterCode}, 'test') where id is not null`;
	expect(code).toBeDefined();
});

test('the tables of `auth` hold every column that Lite expects', async () => {
	const ours = await openTestDatabase('auth');
	const lite = await openTestDatabase('lite');
	await lite.sql`drop schema auth cascade`;
	await lite.sql.unsafe(getAuthSchemaSql(false)).simple();
	const columns = (client: postgres.Sql) => client`
		select table_name, column_name, data_type, is_nullable from information_schema.columns
		where table_schema = 'auth' and table_name in ('users', 'identities')
	`;
	const [have, want] = await Promise.all([columns(ours.sql), columns(lite.sql)]);
	await Promise.all([ours.close(), lite.close()]);
	expect([...have]).toEqual(expect.arrayContaining([...want]));
});
