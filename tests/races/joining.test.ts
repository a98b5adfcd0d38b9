import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type postgres from 'postgres';
import { createUser, openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
	arrange,
	atOnce,
	deadlocks,
	moveIn,
	openNeighbourhood,
	startGroup,
	telephone,
	type Neighbour
} from './neighbours.ts';
import { brokenRules } from './rules.ts';

const ROUNDS = 25;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let neighbourhoodId: string;
let groupId: string;
let people: Neighbour[];
let visitors: postgres.Sql[];

beforeAll(async () => {
	database = await openTestDatabase('joining');
	neighbourhoodId = await openNeighbourhood(database.sql);
	people = await moveIn(database, neighbourhoodId, 5);
	groupId = await startGroup(people[0]!.phone, neighbourhoodId);
	visitors = Array.from({ length: 15 }, () =>
		database.connect({ max: 1, fetch_types: false, connection: { role: 'anon' } })
	);
	await Promise.all(visitors.map((visitor) => visitor`select 1`));
});
afterAll(async () => {
	expect(await deadlocks(database.sql)).toBe(0);
	await database.close();
});

async function newCode(kind: 'poster' | 'personal') {
	const [row] = await database.sql<{ code: string }[]>`
		select private.new_invite_code(
			${kind}, ${neighbourhoodId}, ${kind === 'personal' ? groupId : null}, '1 day'
		) as code
	`;
	return row!.code;
}

const join = (phone: postgres.Sql, code: string, address: string) =>
	phone`select public.join_neighbourhood(${code}, 'Sam', ${address})`;

test('one personal card on two telephones seats one of them', async () => {
	for (let round = 1; round <= ROUNDS; round++) {
		const code = await newCode('personal');
		await arrange(database.sql, groupId, { capacity: 8, members: people });
		const phones = await Promise.all(
			[1, 2].map(async () => telephone(database, await createUser(database.sql)))
		);
		await Promise.all(phones.map((phone) => phone`select 1`));
		const got = await atOnce(...phones.map((phone) => join(phone, code, `card ${round}`)));
		expect(
			got.filter((value) => value === 'null'),
			`round ${round}`
		).toHaveLength(1);
		const [row] = await database.sql`
			select chairs_taken - 5 as seated from public.groups where id = ${groupId}
		`;
		expect(row!.seated).toBe(1);
		expect(await brokenRules(database.sql)).toEqual([]);
		await Promise.all(phones.map((phone) => phone.end()));
	}
});

test('a personal card and a welcome for the last chair: one seat, one place in line', async () => {
	const [host, asking] = people;
	for (let round = 1; round <= ROUNDS; round++) {
		const code = await newCode('personal');
		const members = [host!, ...people.slice(2, 4)];
		await arrange(database.sql, groupId, { capacity: 4, members, asking: [asking!] });
		const phone = telephone(database, await createUser(database.sql));
		await phone`select 1`;
		await atOnce(
			join(phone, code, `card and welcome ${round}`),
			host!.phone`select public.welcome(${groupId}, ${asking!.residentId})`,
			people[4]!.phone`select public.wait_for_chair(${groupId})`
		);
		const [row] = await database.sql`
			select chairs_taken, waiting_count from public.groups where id = ${groupId}
		`;
		expect(row, `round ${round}`).toEqual({ chairs_taken: 4, waiting_count: 2 });
		expect(await brokenRules(database.sql)).toEqual([]);
		await phone.end();
	}
});

test('one poster form sent twice makes one resident', async () => {
	const code = await newCode('poster');
	for (let round = 1; round <= ROUNDS; round++) {
		const userId = await createUser(database.sql);
		const phones = [telephone(database, userId), telephone(database, userId)];
		await Promise.all(phones.map((phone) => phone`select 1`));
		await atOnce(...phones.map((phone) => join(phone, code, `poster ${round}`)));
		const rows = await database.sql`select from public.residents where profile_id = ${userId}`;
		expect(rows).toHaveLength(1);
		await Promise.all(phones.map((phone) => phone.end()));
	}
});

test('fifteen wrong codes at once from one address: ten are looked at', async () => {
	for (let round = 1; round <= 5; round++) {
		const got = await atOnce(
			...visitors.map(
				(visitor) => visitor`select public.look_up_invite('00000000', ${`guess ${round}`})`
			)
		);
		expect(
			got.filter((value) => value === 'null'),
			`round ${round}`
		).toHaveLength(10);
		expect(got.filter((value) => value === 'too_many_invite_tries')).toHaveLength(5);
	}
});

test('ten tries of a code at once: five are looked at', async () => {
	for (let round = 1; round <= 5; round++) {
		const email = `race-${round}@example.nl`;
		await visitors[0]!`select public.allow_sign_in_code(${email}, ${`tries ${round}`})`;
		const got = await atOnce(
			...visitors.slice(0, 10).map((visitor) => visitor`select public.allow_code_try(${email})`)
		);
		expect(
			got.filter((value) => value === ''),
			`round ${round}`
		).toHaveLength(5);
		expect(got.filter((value) => value === 'too_many_code_tries')).toHaveLength(5);
	}
});

test('ten codes asked for at once: three are sent', async () => {
	for (let round = 1; round <= 5; round++) {
		const got = await atOnce(
			...visitors.slice(0, 10).map(
				(visitor, index) => visitor`
					select public.allow_sign_in_code(
						${`many-${round}-${index}@example.nl`}, ${`many ${round}`}
					)
				`
			)
		);
		expect(
			got.filter((value) => value === 'true'),
			`round ${round}`
		).toHaveLength(3);
	}
});

test('one form tapped ten times at once: one code is sent and counted', async () => {
	for (let round = 1; round <= 5; round++) {
		const email = `taps-${round}@example.nl`;
		const ask = (visitor: postgres.Sql) =>
			visitor`select public.allow_sign_in_code(${email}, ${`taps ${round}`})`;
		const got = await atOnce(...visitors.slice(0, 10).map(ask));
		expect(got.sort(), `round ${round}`).toEqual([...Array(9).fill('false'), 'true']);
		const [row] = await database.sql`
			select count(*)::integer as counted from private.attempts
			where kind = 'code_email' and subject = private.keyed_hash(${`code_email:${email}`})
		`;
		expect(row!.counted).toBe(1);
	}
});

test('who looks a poster up, or joins with it, holds up nobody elsewhere', async () => {
	const code = await newCode('poster');
	const phone = telephone(database, await createUser(database.sql));
	await phone.begin(async (slow) => {
		await slow`select public.join_neighbourhood(${code}, 'Sam', 'slow')`;
		await visitors[0]!.begin(async (quick) => {
			await quick`set local lock_timeout = '1s'`;
			const [right] = await quick`select public.look_up_invite(${code}, 'quick') as found`;
			expect(right!.found).not.toBeNull();
			const [wrong] = await quick`select public.look_up_invite('00000000', 'quick') as found`;
			expect(wrong!.found).toBeNull();
		});
	});
	await phone.end();
});
