import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { chanceOf, seed } from './chance.ts';
import {
	answer,
	appointFacilitator,
	arrange,
	atOnce,
	deadlocks,
	moveIn,
	openNeighbourhood,
	seated,
	startGroup,
	type Neighbour
} from './neighbours.ts';
import { brokenRules } from './rules.ts';

const ROUNDS = 60;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let neighbourhoodId: string;
let full: string;
let fresh: string;
let people: Neighbour[];
let facilitators: postgres.Sql[];
const chance = chanceOf(20);

beforeAll(async () => {
	database = await openTestDatabase('offers');
	neighbourhoodId = await openNeighbourhood(database.sql);
	people = await moveIn(database, neighbourhoodId, 9);
	facilitators = await Promise.all([1, 2].map(() => appointFacilitator(database, neighbourhoodId)));
	full = await startGroup(people[0]!.phone, neighbourhoodId);
	fresh = await startGroup(people[0]!.phone, neighbourhoodId);
	console.info(`offers: SEED=${seed}`);
});
afterAll(async () => {
	expect(await deadlocks(database.sql)).toBe(0);
	await database.close();
});

const say = (who: Neighbour, yes: boolean) =>
	who.phone`select public.answer_offer(${fresh}, ${yes})`;
const leave = (who: Neighbour) => who.phone`select public.leave_group(${full})`;
const lapse = () => database.sql`select private.lapse_offers()`;
const closed = async () => {
	const [row] = await database.sql`select closed_at from public.groups where id = ${fresh}`;
	return row!.closed_at !== null;
};

async function play(round: (people: Neighbour[], number: number) => Promise<unknown>) {
	for (let number = 1; number <= ROUNDS; number++) {
		await round(chance.shuffled(people), number);
		expect(await brokenRules(database.sql), `round ${number}`).toEqual([]);
	}
}

test('two say yes to the last chair: one has it, the other is first in its line', () =>
	play(async ([a, b, c, d, e, f, g]) => {
		await arrange(database.sql, full, { capacity: 3, members: [e!, f!, g!], line: [c!, d!] });
		await arrange(database.sql, fresh, { capacity: 3, members: [a!, b!], offered: [c!, d!] });
		expect((await atOnce(say(c!, true), say(d!, true))).sort()).toEqual(['member', 'waiting']);
		expect(await seated(database.sql, fresh)).toHaveLength(3);
	}));

test('a yes while the offer lapses: a chair in an open group, or a group that closes', async () => {
	const seen = new Set<string>();
	await play(async ([c]) => {
		await arrange(database.sql, full, { capacity: 8, members: people.slice(0, 3) });
		await arrange(database.sql, fresh, { capacity: 8, members: [], offered: [c!] });
		await database.sql`
			update public.chair_offers
			set offered_at = clock_timestamp() - interval '7 days' + interval '1 ms' * ${chance.below(6)}
		`;
		const [said] = await atOnce(say(c!, true), lapse(), lapse());
		await new Promise((done) => setTimeout(done, 6));
		await lapse();
		seen.add(said!);
		expect([said, await closed()]).toEqual(
			said === 'member' ? ['member', false] : ['offer_lapsed', true]
		);
	});
	expect([...seen].sort()).toEqual(['member', 'offer_lapsed']);
});

test('the last answers at once: the group closes only when all say no', () =>
	play(async ([c, d, e], number) => {
		await arrange(database.sql, full, { capacity: 8, members: people.slice(3, 6) });
		await arrange(database.sql, fresh, { capacity: 8, members: [], offered: [c!, d!, e!] });
		await atOnce(say(c!, false), say(d!, number % 2 === 0), say(e!, false));
		expect(await closed()).toBe(number % 2 === 1);
	}));

test('a chair comes free in the old group while who waits there says yes to the new one', () =>
	play(async ([a, b, c, d, e]) => {
		await arrange(database.sql, full, { capacity: 3, members: [a!, b!, c!], line: [d!, e!] });
		await arrange(database.sql, fresh, { capacity: 8, members: [], offered: [d!, e!] });
		await atOnce(leave(a!), say(d!, true), leave(b!), say(e!, true));
		expect((await seated(database.sql, fresh)).sort()).toEqual(
			[d!.residentId, e!.residentId].sort()
		);
	}));

test('a chair that is kept free goes to nobody else, whoever asks and whoever declines', () =>
	play(async ([a, b, c, d, e], number) => {
		await arrange(database.sql, full, { capacity: 8, members: people.slice(5, 8) });
		await arrange(database.sql, fresh, { capacity: 4, members: [a!, b!], offered: [c!, d!] });
		const waits = (who: Neighbour) => who.phone`select public.wait_for_chair(${fresh})`;
		const [said] = await atOnce(say(c!, true), waits(e!), say(d!, number % 2 === 0), waits(d!));
		expect(said).toBe('member');
		expect(await seated(database.sql, fresh)).toContain(c!.residentId);
	}));

test('two facilitators begin at once: everybody is offered one chair', async () => {
	for (let number = 1; number <= ROUNDS; number++) {
		const [a, b, c, d, e] = chance.shuffled(people);
		await database.sql`delete from public.groups where id not in (${full}, ${fresh})`;
		await arrange(database.sql, fresh, { capacity: 3, members: [a!, b!, c!] });
		await arrange(database.sql, full, { capacity: 3, members: [a!, b!, c!], line: [d!, e!] });
		const waiting = chance
			.shuffled([d!, e!])
			.map(({ residentId }) => residentId)
			.join();
		const got = await Promise.all(
			facilitators.map((phone) =>
				answer(phone`
					select public.offer_group(
						${randomUUID()}, ${neighbourhoodId}, 'Taart', 2, '10:00', 90, 'De Linde', null, ${`{${waiting}}`}
					)
				`)
			)
		);
		expect(got.sort()).toEqual(['2', 'nobody_waits']);
		expect(await brokenRules(database.sql), `round ${number}`).toEqual([]);
	}
});
