import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
	answer,
	atOnce,
	deadlocks,
	moveIn,
	openNeighbourhood,
	telephone,
	type Neighbour
} from './neighbours.ts';

const ROUNDS = 30;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let sql: postgres.Sql;
let neighbourhoodId: string;
let author: Neighbour;
let contact: Neighbour;
let standIn: Neighbour;
/** Second telephones. */
let tablet: postgres.Sql;
let deskTablet: postgres.Sql;

beforeAll(async () => {
	database = await openTestDatabase('contact');
	sql = database.sql;
	neighbourhoodId = await openNeighbourhood(sql);
	[author, contact, standIn] = (await moveIn(database, neighbourhoodId, 3)) as [
		Neighbour,
		Neighbour,
		Neighbour
	];
	await sql`
		insert into public.staff (neighbourhood_id, profile_id, role, first_name) values
			(${neighbourhoodId}, ${contact.userId}, 'contact_person', 'Anna'),
			(${neighbourhoodId}, ${standIn.userId}, 'stand_in', 'Piet')
	`;
	tablet = telephone(database, author.userId);
	deskTablet = telephone(database, contact.userId);
	await Promise.all([author, contact, standIn].map(({ phone }) => phone`select 1`));
	await Promise.all([tablet, deskTablet].map((phone) => phone`select 1`));
});
afterEach(async () => {
	await clear();
	expect(await deadlocks(sql)).toBe(0);
});
afterAll(() => database.close());

const ask = (phone: postgres.Sql, id: string = randomUUID()) => phone`
	select public.ask_contact(
		${id}, ${neighbourhoodId}, 'question', 'Mag ik iets vragen?', 'morning', '06 12345678', true,
		null, null, null, null
	)
`;
const close = (phone: postgres.Sql, id: string, line: string | null = null) =>
	phone`select public.answer_contact_request(${id}, 'closed', null, ${line})`;
const agree = (id: string) => author.phone`select public.answer_handover(${id}, true)`;

async function clear() {
	for (const table of ['public.contact_requests', 'public.contact_counts', 'public.conversations'])
		await sql`delete from ${sql(table)}`;
	await sql`delete from private.outbox`;
	await sql`delete from private.attempts`;
}

async function rounds(play: () => Promise<void>) {
	for (let round = 0; round < ROUNDS; round++) {
		await play();
		await clear();
	}
}

async function requests() {
	return sql<{ id: string; state: string; holder: string; line: string | null }[]>`
		select id, state, holder, line from public.contact_requests
	`;
}

describe('at once', () => {
	test('the same form twice: asked once, counted once', () =>
		rounds(async () => {
			const id = randomUUID();
			expect(await atOnce(ask(author.phone, id), ask(tablet, id))).toEqual([id, id]);
			const [counted] = await sql<{ times: number }[]>`select times from public.contact_counts`;
			expect([(await requests()).length, counted?.times]).toEqual([1, 1]);
		}));

	test('twelve requests on two telephones: ten a day', async () => {
		const phones = Array.from({ length: 12 }, (_, nth) => (nth % 2 ? author.phone : tablet));
		const said = await atOnce(...phones.map((phone) => ask(phone)));
		expect(said.filter((word) => word === 'too_many_contact_requests')).toHaveLength(2);
		expect(await requests()).toHaveLength(10);
	});

	test('closed by both who see it: one line holds, the other hears it', () =>
		rounds(async () => {
			const id = await answer(ask(author.phone));
			await sql`update public.contact_requests set both_see = true`;
			const [one, other] = await atOnce(
				close(contact.phone, id, 'Gebeld.'),
				close(standIn.phone, id, 'Langs geweest.')
			);
			expect([one, other].sort()).toEqual(['', 'request_closed']);
			expect((await requests())[0]).toMatchObject({
				state: 'closed',
				line: one === '' ? 'Gebeld.' : 'Langs geweest.'
			});
		}));

	test('closed twice by one: once, and nobody hears of it', () =>
		rounds(async () => {
			const id = await answer(ask(author.phone));
			expect(await atOnce(close(contact.phone, id), close(deskTablet, id))).toEqual(['', '']);
		}));

	test('laat maar and klaar: it is gone', () =>
		rounds(async () => {
			const id = await answer(ask(author.phone));
			const [gone, closed] = await atOnce(
				author.phone`select public.cancel_contact_request(${id})`,
				close(contact.phone, id)
			);
			expect(gone).toBe('');
			expect(['', 'not_found']).toContain(closed);
			expect(await requests()).toEqual([]);
		}));

	test('a yes to handing over and klaar: handed over and open, or closed by who had it', () =>
		rounds(async () => {
			const id = await answer(ask(author.phone));
			await answer(contact.phone`select public.ask_handover(${id})`);
			const [, closed] = await atOnce(agree(id), close(contact.phone, id));
			expect((await requests())[0]).toMatchObject(
				closed === ''
					? { state: 'closed', holder: 'contact_person' }
					: { state: 'waiting', holder: 'stand_in' }
			);
		}));

	test('not read in time, by several servers, while it is read: one mail at most', () =>
		rounds(async () => {
			const id = await answer(ask(author.phone));
			await sql`update public.contact_requests set promised_at = now() - interval '1 minute'`;
			await atOnce(
				sql`select public.run_due_jobs()`,
				contact.phone`select public.read_contact_request(${id})`,
				sql`select public.run_due_jobs()`
			);
			const [row] = await sql<{ mails: number; warned: boolean }[]>`
				select (select count(*)::int from private.outbox) as mails, warned_at is not null as warned
				from public.contact_requests
			`;
			expect(row!.mails).toBe(row!.warned ? 1 : 0);
		}));

	test('mail claimed by several processes: each gets its own', () =>
		rounds(async () => {
			await sql`
				insert into private.outbox (kind, profile_id, neighbourhood_id, made_at)
				select 'request_waits', ${standIn.userId}, ${neighbourhoodId}, now() from generate_series(1, 30)
			`;
			const claimed = await Promise.all(
				// At noon: nothing goes at night.
				[1, 2, 3].map(
					() => sql<{ mails: { id: string }[] }[]>`
						select public.claim_mail() as mails
						from set_config('buurtplein.now', (current_date + 1)::text || ' 12:00+01', true)
					`
				)
			);
			const ids = claimed.flatMap(([row]) => row!.mails.map(({ id }) => id));
			expect(new Set(ids).size).toBe(ids.length);
			expect(ids.length).toBeGreaterThanOrEqual(20);
		}));

	test('a message from two telephones: one conversation', () =>
		rounds(async () => {
			const write = (phone: postgres.Sql) =>
				phone`select public.message_contact(${neighbourhoodId})`;
			const [one, other] = await atOnce(write(author.phone), write(tablet));
			expect(one).toBe(other);
			expect(await sql`select from public.conversations`).toHaveLength(1);
		}));

	test('who asked and who answers both begin to write: one conversation', () =>
		rounds(async () => {
			const id = await answer(ask(author.phone));
			const [one, other] = await atOnce(
				author.phone`select public.message_contact(${neighbourhoodId})`,
				contact.phone`select public.message_author(${id})`
			);
			expect(one).toBe(other);
			expect(await sql`select from public.conversations`).toHaveLength(1);
		}));

	test('a yes to handing over and the question taken back: who asked hears which', () =>
		rounds(async () => {
			const id = await answer(ask(author.phone));
			await answer(contact.phone`select public.ask_handover(${id})`);
			const [handedOver] = await atOnce(
				agree(id),
				contact.phone`select public.answer_contact_request(${id}, 'today', null, null)`
			);
			expect((await requests())[0]?.holder).toBe(
				handedOver === 'true' ? 'stand_in' : 'contact_person'
			);
		}));

	test('hours set on two telephones: those of one of the two, whole', () =>
		rounds(async () => {
			const set = (phone: postgres.Sql, from: string) => phone`
				select public.set_contact_hours(${neighbourhoodId}, (
					select jsonb_agg(jsonb_build_object('weekday', d, 'opensAt', ${from}::text, 'closesAt', '17:00'))
					from generate_series(1, 5) d
				))
			`;
			await atOnce(set(contact.phone, '09:00'), set(deskTablet, '10:00'));
			const kept = await sql<{ opens: string }[]>`
				select distinct opens_at::text as opens from public.contact_hours
			`;
			expect(kept).toHaveLength(1);
		}));

	test('two more where there is room for one: twenty', () =>
		rounds(async () => {
			await sql`delete from public.local_services`;
			await sql`
				insert into public.local_services (id, neighbourhood_id, kind, name, ask)
				select gen_random_uuid(), ${neighbourhoodId}, 'other', 'Dienst', 'Iets'
				from generate_series(1, 19)
			`;
			const keep = (phone: postgres.Sql) => phone`
				select public.keep_service(
					${randomUUID()}, ${neighbourhoodId}, 'other', 'Nog een', 'Iets', null, null, null
				)
			`;
			const said = await atOnce(keep(contact.phone), keep(standIn.phone));
			expect(said.sort()).toEqual(['', 'too_many_services']);
		}));
});
