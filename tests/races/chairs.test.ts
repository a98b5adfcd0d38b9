import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type postgres from 'postgres';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { chanceOf, seed } from './chance.ts';
import {
	appointFacilitator,
	arrange,
	atOnce,
	deadlocks,
	moveIn,
	openNeighbourhood,
	seated,
	startGroup,
	telephone,
	type Neighbour
} from './neighbours.ts';
import { brokenRules } from './rules.ts';

const ROUNDS = 60;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let neighbourhoodId: string;
let groupId: string;
let people: Neighbour[];
let facilitator: postgres.Sql;
const chance = chanceOf(10);

beforeAll(async () => {
	database = await openTestDatabase('chairs');
	neighbourhoodId = await openNeighbourhood(database.sql);
	people = await moveIn(database, neighbourhoodId, 12);
	facilitator = await appointFacilitator(database, neighbourhoodId);
	groupId = await startGroup(people[0]!.phone, neighbourhoodId);
	console.info(`chairs: SEED=${seed}`);
});
afterAll(async () => {
	expect(await deadlocks(database.sql)).toBe(0);
	await database.close();
});

const ask = (who: Neighbour) => who.phone`select public.ask_for_chair(${groupId})`;
const wait = (who: Neighbour) => who.phone`select public.wait_for_chair(${groupId})`;
const withdraw = (who: Neighbour) => who.phone`select public.withdraw_request(${groupId})`;
const leave = (who: Neighbour) => who.phone`select public.leave_group(${groupId})`;
const undo = (who: Neighbour) => who.phone`select public.undo_leave(${groupId})`;
const welcome = (phone: postgres.Sql, who: Neighbour) =>
	phone`select public.welcome(${groupId}, ${who.residentId})`;
const handOver = (phone: postgres.Sql, who: Neighbour) =>
	phone`select public.hand_over(${groupId}, ${who.residentId})`;
const capacity = (phone: postgres.Sql, chairs: number) =>
	phone`select public.change_capacity(${groupId}, ${chairs})`;

/** Plays the same race many times with other people each time; all rules hold after each. */
async function play(round: (people: Neighbour[], number: number) => Promise<unknown>) {
	for (let number = 1; number <= ROUNDS; number++) {
		await round(chance.shuffled(people), number);
		expect(await brokenRules(database.sql), `round ${number}`).toEqual([]);
	}
}

test('leaving and joining at once: every chair that comes free is taken', () =>
	play(async ([a, b, c, d, e, f, g, h]) => {
		await arrange(database.sql, groupId, { capacity: 4, members: [a!, b!, c!, d!], line: [e!] });
		const got = await atOnce(leave(b!), wait(f!), leave(c!), wait(g!), withdraw(e!), wait(h!));
		expect(got).toEqual(expect.not.arrayContaining(['group_full']));
	}));

test('leaving while the host welcomes into the same group', () =>
	play(async ([a, b, c, d, e, f]) => {
		await arrange(database.sql, groupId, { capacity: 4, members: [a!, b!, c!], asking: [d!, e!] });
		await atOnce(leave(c!), welcome(a!.phone, d!), welcome(facilitator, e!), wait(f!));
	}));

test('two are welcomed to one chair: one has it, the other is first in line', () =>
	play(async ([a, b, c, d, e, f]) => {
		await arrange(database.sql, groupId, { capacity: 3, members: [a!, b!], asking: [c!, d!, e!] });
		const got = await atOnce(welcome(a!.phone, c!), welcome(facilitator, d!), wait(f!));
		expect(got.slice(0, 2).sort()).toEqual(['member', 'waiting']);
		const [first] = await database.sql`
			select resident_id from public.waitlist where group_id = ${groupId} order by since limit 1
		`;
		expect([c!.residentId, d!.residentId]).toContain(first!.resident_id);
	}));

test('fewer chairs while someone is welcomed: one of the two is refused', () =>
	play(async ([a, b, c, d, e]) => {
		await arrange(database.sql, groupId, { capacity: 4, members: [a!, b!, c!], asking: [d!] });
		const [lowered, welcomed] = await atOnce(
			capacity(a!.phone, 3),
			welcome(facilitator, d!),
			wait(e!)
		);
		expect([
			['', 'waiting'],
			['capacity_below_members', 'member']
		]).toContainEqual([lowered, welcomed]);
	}));

test('more chairs while others get in line: no chair stays empty with someone waiting', () =>
	play(async ([a, b, c, d, e, f, g]) => {
		await arrange(database.sql, groupId, { capacity: 3, members: [a!, b!, c!], line: [d!] });
		await atOnce(capacity(a!.phone, 5), wait(e!), wait(f!), wait(g!));
	}));

test('taking a chair back while others want it', () =>
	play(async ([a, b, c, d, e, f], number) => {
		await arrange(database.sql, groupId, { capacity: 3, members: [a!, b!, c!], asking: [] });
		await atOnce(leave(number % 2 ? b! : a!));
		const host = number % 2 ? a! : b!;
		await atOnce(ask(d!));
		await atOnce(undo(number % 2 ? b! : a!), welcome(host.phone, d!), wait(e!), wait(f!));
		expect(await seated(database.sql, groupId)).toHaveLength(3);
	}));

test('a host hands over on two telephones: one heir', async () => {
	const second = new Map(people.map((who) => [who, telephone(database, who.userId)]));
	await play(async ([a, b, c]) => {
		await arrange(database.sql, groupId, { capacity: 3, members: [a!, b!, c!] });
		const got = await atOnce(handOver(a!.phone, b!), handOver(second.get(a!)!, c!));
		expect(got.sort()).toEqual(['', 'host_only']);
	});
});

test('a host hands over to someone who leaves, and leaves too', () =>
	play(async ([a, b, c, d]) => {
		await arrange(database.sql, groupId, { capacity: 4, members: [a!, b!, c!, d!] });
		await atOnce(handOver(a!.phone, b!), leave(b!), leave(a!));
	}));

test('all leave at once, the host among them, and some come back at once', () =>
	play(async ([a, b, c, d, e], number) => {
		const members = [a!, b!, c!, d!, e!];
		await arrange(database.sql, groupId, { capacity: 5, members });
		await atOnce(...members.map(leave));
		expect(await seated(database.sql, groupId)).toEqual([]);
		expect(await brokenRules(database.sql)).toEqual([]);
		const back = chance.shuffled(members).slice(0, 1 + (number % 5));
		await atOnce(...back.map(undo));
		expect(await seated(database.sql, groupId)).toHaveLength(back.length);
	}));

test('the same form sent from two telephones starts one group', async () => {
	const [host] = await moveIn(database, neighbourhoodId, 1);
	const second = telephone(database, host!.userId);
	const id = randomUUID();
	const started = await Promise.allSettled([
		startGroup(host!.phone, neighbourhoodId, 8, id),
		startGroup(second, neighbourhoodId, 8, id)
	]);
	expect(started.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled']);
	expect(await seated(database.sql, id)).toEqual([host!.residentId]);
	expect(await brokenRules(database.sql)).toEqual([]);
});

test('six groups started at once by one person: three of them stay', async () => {
	const [host] = await moveIn(database, neighbourhoodId, 1);
	const phones = people.slice(0, 6).map(() => telephone(database, host!.userId));
	const started = await Promise.allSettled(
		phones.map((phone) => startGroup(phone, neighbourhoodId))
	);
	expect(started.filter((result) => result.status === 'fulfilled')).toHaveLength(3);
});
