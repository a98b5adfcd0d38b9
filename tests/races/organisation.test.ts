import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createUser, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { answer, atOnce, deadlocks, openNeighbourhood } from './neighbours.ts';

const ROUNDS = 60;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Person = { userId: string; email: string; phone: postgres.Sql };

let database: TestDatabase;
let sql: postgres.Sql;
let neighbourhoodId: string;
let wil: Person;
let bo: Person;
let karin: Person;
/** A second telephone of Karin's. */
let tablet: postgres.Sql;

/** Somebody with a connection of their own, opened with a second factor. */
async function newPerson(): Promise<Person> {
	const userId = await createUser(sql);
	await sql`insert into public.profiles (id) values (${userId})`;
	const [row] = await sql<{ email: string }[]>`
		update auth.users set email = lower(coalesce(email, id || '@example.nl'))
		where id = ${userId} returning email
	`;
	return { userId, email: row!.email, phone: telephone(userId) };
}

const telephone = (userId: string) =>
	database.connect({
		max: 1,
		fetch_types: false,
		connection: {
			role: 'authenticated',
			'request.jwt.claims': JSON.stringify({ role: 'authenticated', sub: userId, aal: 'aal2' })
		}
	});

beforeAll(async () => {
	database = await openTestDatabase('organisation_races');
	sql = database.sql;
	neighbourhoodId = await openNeighbourhood(sql);
	[wil, bo, karin] = [await newPerson(), await newPerson(), await newPerson()];
	tablet = telephone(karin.userId);
	await Promise.all([wil.phone, bo.phone, karin.phone, tablet].map((phone) => phone`select 1`));
	await clear();
});
afterEach(async () => {
	expect(await deadlocks(sql)).toBe(0);
});
afterAll(() => database.close());

async function clear() {
	await sql`delete from private.appointments`;
	await sql`delete from public.staff`;
	await sql`delete from private.attempts`;
	for (const { userId } of [wil, bo])
		await sql`
			insert into public.organisers (profile_id, first_name) values (${userId}, 'O')
			on conflict do nothing
		`;
}

async function rounds(play: () => Promise<void>) {
	for (let round = 0; round < ROUNDS; round++) {
		await play();
		await clear();
	}
}

const ask = (phone: postgres.Sql, email: string, id: string = randomUUID()) => phone`
	select public.invite_to_role(${id}, 'contact_person', ${neighbourhoodId}, 'K', ${email}, null)
`;
const accept = (phone: postgres.Sql, secret: string) =>
	phone`select public.accept_invitation(${secret}) ->> 'role'`;
const withdraw = (phone: postgres.Sql, id: string) =>
	phone`select public.withdraw_invitation(${id})`;

async function asked() {
	const id = randomUUID();
	await ask(wil.phone, karin.email, id);
	const [row] = await sql<{ secret: string }[]>`
		select private.appointment_secret(a) as secret from private.appointments a where a.id = ${id}
	`;
	return { id, secret: row!.secret };
}

const staff = async () =>
	(await sql<{ id: string }[]>`select profile_id as id from public.staff`).map(({ id }) => id);

async function countActs() {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::int from private.organisation_acts where act = 'appointed'
	`;
	return row!.count;
}

test('two organisers ask a contact person at once: one question, one mail', () =>
	rounds(async () => {
		const said = await atOnce(ask(wil.phone, 'een@example.nl'), ask(bo.phone, 'twee@example.nl'));
		expect(said.sort()).toEqual(['', 'invited_already']);
		expect(await sql`select from private.appointments`).toHaveLength(1);
		expect(await sql`select from private.outbox`).toHaveLength(1);
	}));

test('a yes and taking back at once: one of the two, wholly', () =>
	rounds(async () => {
		const { id, secret } = await asked();
		const [yes, back] = await atOnce(accept(karin.phone, secret), withdraw(bo.phone, id));
		expect([`${yes} ${back}`]).toEqual([
			expect.stringMatching(/^(contact_person invitation_answered|null )$/)
		]);
		expect(await staff()).toEqual(yes === 'null' ? [] : [karin.userId]);
	}));

test('a yes on two telephones at once: one role, written down once', () =>
	rounds(async () => {
		const { secret } = await asked();
		const before = await countActs();
		const said = await atOnce(accept(karin.phone, secret), accept(tablet, secret));
		expect(said.sort()).toEqual(['contact_person', 'null']);
		expect([await staff(), await countActs()]).toEqual([[karin.userId], before + 1]);
	}));

test('two organisers end each other at once: one stays', () =>
	rounds(async () => {
		const [one, other] = await Promise.all(
			[wil, bo].map(async ({ userId }) => {
				const [row] = await sql<{ id: string }[]>`
					select id from public.organisers where profile_id = ${userId}
				`;
				return row!.id;
			})
		);
		const said = await atOnce(
			wil.phone`select public.end_organiser(${other!})`,
			bo.phone`select public.end_organiser(${one!})`
		);
		expect(said.sort()).toEqual(['', 'not_found']);
		expect(await sql`select from public.organisers`).toHaveLength(1);
	}));

test('who is ended while they wait to act, acts no more', () =>
	rounds(async () => {
		const [row] = await sql<{ id: string }[]>`
			select id from public.organisers where profile_id = ${bo.userId}
		`;
		const [ended, said] = await atOnce(
			wil.phone`select public.end_organiser(${row!.id})`,
			ask(bo.phone, karin.email)
		);
		expect(ended).toBe('');
		expect(['', 'not_found']).toContain(said);
		expect(await answer(ask(bo.phone, 'later@example.nl'))).toBe('not_found');
		expect(await sql`select from private.appointments`).toHaveLength(0);
	}));
