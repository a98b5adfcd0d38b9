import { afterAll, beforeAll, expect, test } from 'vitest';
import type postgres from 'postgres';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { chanceOf, seed, type Chance } from './chance.ts';
import {
	answer,
	appointFacilitator,
	arrange,
	deadlocks,
	moveIn,
	openNeighbourhood,
	seated,
	startGroup,
	type Neighbour
} from './neighbours.ts';
import { brokenRules } from './rules.ts';

const ROUNDS = 1000;
const STREETS = 2;
const TELEPHONES = 30;

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase('last_chair');
	console.info(`last chair: SEED=${seed}`);
}, 60_000);
afterAll(() => database.close());

test('thirty telephones for the last chairs: never one too many, never one empty', async () => {
	const watch = observe(database.connect({ max: 1 }));
	const streets = Array.from({ length: STREETS }, (_, street) =>
		playStreet(chanceOf(street), ROUNDS / STREETS)
	);
	try {
		expect((await Promise.all(streets)).flat()).toEqual([]);
	} finally {
		const { looks, broken } = await watch.end();
		expect(broken).toEqual([]);
		expect(looks).toBeGreaterThan(ROUNDS / 10);
	}
	expect(await deadlocks(database.sql)).toBe(0);
}, 300_000);

/** One group, its thirty telephones and its rounds; gives what went wrong, round by round. */
async function playStreet(chance: Chance, rounds: number) {
	const neighbourhoodId = await openNeighbourhood(database.sql);
	const everybody = await moveIn(database, neighbourhoodId, TELEPHONES + 8);
	const callers = everybody.slice(0, TELEPHONES);
	const settled = everybody.slice(TELEPHONES);
	const facilitator = await appointFacilitator(database, neighbourhoodId);
	const host = settled[0]!;
	const groupId = await startGroup(host.phone, neighbourhoodId);
	const wrong: string[] = [];
	for (let round = 1; round <= rounds; round++) {
		const capacity = 3 + chance.below(6);
		const free = 1 + chance.below(Math.min(3, capacity - 1));
		await arrange(database.sql, groupId, { capacity, members: settled.slice(0, capacity - free) });
		let calling = callers.length;
		const answers = Promise.all([
			...chance.shuffled(callers).map(async (caller) => {
				const got = await takePlace(caller, groupId, chance.of(['ask', 'wait']));
				calling--;
				return got;
			}),
			welcomeAll(host.phone, groupId, chance, () => calling > 0),
			welcomeAll(facilitator, groupId, chance, () => calling > 0)
		]);
		const odd = (await answers)
			.flat()
			.filter((got) => !['asked', 'waiting', 'member', 'request_withdrawn'].includes(got));
		const members = await seated(database.sql, groupId);
		if (odd.length) wrong.push(`round ${round}: ${odd.join(', ')}`);
		if (members.length !== capacity) wrong.push(`round ${round}: ${members.length} of ${capacity}`);
		for (const rule of await brokenRules(database.sql)) wrong.push(`round ${round}: ${rule}`);
	}
	return wrong;
}

async function takePlace(caller: Neighbour, groupId: string, way: 'ask' | 'wait') {
	if (way === 'ask') {
		const got = await answer(caller.phone`select public.ask_for_chair(${groupId})`);
		if (got !== 'group_full') return got;
	}
	return answer(caller.phone`select public.wait_for_chair(${groupId})`);
}

/** Welcomes whoever asks, in any order, until everyone has called and nobody asks any more. */
async function welcomeAll(
	phone: postgres.Sql,
	groupId: string,
	chance: Chance,
	someoneCalls: () => boolean
) {
	const answers: string[] = [];
	for (;;) {
		const last = !someoneCalls();
		const asking = await phone<{ id: string }[]>`
			select resident_id as id from public.chair_requests where group_id = ${groupId}
		`;
		if (asking.length) {
			const { id } = chance.of(asking);
			answers.push(await answer(phone`select public.welcome(${groupId}, ${id})`));
		} else if (last) {
			return answers;
		}
	}
}

/** Looks at the rules all the time while the telephones ring. */
function observe(sql: postgres.Sql) {
	const broken = new Set<string>();
	let looks = 0;
	let ended = false;
	const looking = (async () => {
		while (!ended) {
			for (const rule of await brokenRules(sql)) broken.add(rule);
			looks++;
			await new Promise((done) => setTimeout(done, 10));
		}
	})();
	return {
		end: async () => {
			ended = true;
			await looking;
			return { looks, broken: [...broken] };
		}
	};
}
