import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type postgres from 'postgres';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
	answer,
	appointFacilitator,
	atOnce,
	deadlocks,
	moveIn,
	openNeighbourhood,
	startGroup,
	type Neighbour
} from './neighbours.ts';
import { brokenRules } from './rules.ts';

const ROUNDS = 40;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let here: string;
let group: string;
let facilitator: postgres.Sql;
/** Who live elsewhere, and are nobody here until they claim a card. */
let holders: Neighbour[];

beforeAll(async () => {
	database = await openTestDatabase('claim');
	here = await openNeighbourhood(database.sql);
	const [host] = await moveIn(database, here, 1);
	holders = await moveIn(database, await openNeighbourhood(database.sql), 3);
	facilitator = await appointFacilitator(database, here);
	group = await startGroup(host!.phone, here);
	await database.sql`update private.limits set most = 100000 where kind ~ '^invite|^door'`;
	await Promise.all(holders.map(({ phone }) => phone`select 1`));
});
beforeEach(async () => {
	await database.sql`
		delete from public.residents
		where neighbourhood_id = ${here} and (profile_id is null or first_name = 'Wil')
	`;
});
afterAll(async () => {
	expect(await deadlocks(database.sql)).toBe(0);
	await database.close();
});

async function signUp() {
	const id = crypto.randomUUID();
	await facilitator`select public.sign_up_neighbour(${id}, ${here}, 'Wil', null, null, ${group})`;
	return { id, code: await newCard(id) };
}
async function newCard(id: string) {
	const [made] = await facilitator`select public.make_neighbour_card(${id}) as code`;
	return made!.code as string;
}
// What does not work is told by null, what does by a group.
const claims = ({ phone }: Neighbour, code: string, address = '192.0.2.1') =>
	phone`
		select coalesce(public.join_neighbourhood(${code}, 'Wil', ${address}) ->> 'groupId', 'nothing')
	`;
const erases = (id: string) => facilitator`select public.erase_neighbour(${id})`;
const accounts = async () => {
	const [row] = await database.sql<{ count: number }[]>`
		select count(*)::int as count from public.residents
		where neighbourhood_id = ${here} and first_name = 'Wil' and profile_id is not null
	`;
	return row!.count;
};
const forget = () =>
	database.sql`delete from public.residents where neighbourhood_id = ${here} and first_name = 'Wil'`;

test('one card on three telephones at once is somebody of one of them', async () => {
	for (let round = 1; round <= ROUNDS; round++) {
		const { code } = await signUp();
		const said = await atOnce(
			...holders.map((holder, nth) => claims(holder, code, `192.0.2.${nth + 1}`))
		);
		expect(said.sort(), `round ${round}`).toEqual([group, 'nothing', 'nothing'].sort());
		expect(await accounts()).toBe(1);
		await forget();
	}
});

test('a card that is claimed while its person is erased: one of the two, whole', async () => {
	const seen = new Set<string>();
	for (let round = 1; round <= ROUNDS; round++) {
		const { id, code } = await signUp();
		const both = [() => claims(holders[0]!, code), () => erases(id)];
		const order = round % 2 ? both : both.toReversed();
		const said = await Promise.all(order.map((act) => answer(act())));
		const [claimed, erased] = round % 2 ? said : said.toReversed();
		seen.add(claimed === group ? 'claimed' : 'erased');
		expect([claimed, erased]).toEqual(claimed === group ? [group, 'not_found'] : ['nothing', '']);
		expect(await accounts()).toBe(claimed === group ? 1 : 0);
		expect(await brokenRules(database.sql), `round ${round}`).toEqual([]);
		await forget();
	}
	expect([...seen].sort()).toEqual(['claimed', 'erased']);
});

test('two cards at once make nobody two people here', async () => {
	for (let round = 1; round <= ROUNDS; round++) {
		const [one, other] = [await signUp(), await signUp()];
		const { userId } = holders[0]!;
		const second = database.connect({
			max: 1,
			connection: {
				role: 'authenticated',
				'request.jwt.claims': JSON.stringify({ role: 'authenticated', sub: userId })
			}
		});
		const said = await atOnce(
			claims(holders[0]!, one.code),
			claims({ ...holders[0]!, phone: second }, other.code, '192.0.2.2')
		);
		await second.end();
		expect(said.sort(), `round ${round}`).toEqual([group, 'lives_here_already'].sort());
		expect(await accounts()).toBe(1);
		await forget();
	}
});

test('a card that is renewed while it is claimed: claimed by it, or it opens nothing', async () => {
	for (let round = 1; round <= ROUNDS; round++) {
		const { id, code } = await signUp();
		const [claimed, renewed] = await atOnce(
			claims(holders[0]!, code),
			facilitator`select public.make_neighbour_card(${id})`
		);
		expect([group, 'nothing']).toContain(claimed);
		if (claimed === group) expect(renewed).toBe('not_found');
		else expect(renewed).toMatch(/^\d{8}$/);
		expect(await accounts()).toBe(claimed === group ? 1 : 0);
		await forget();
	}
});
