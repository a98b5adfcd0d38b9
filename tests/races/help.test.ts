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
let answerer: Neighbour;
/** The author's second telephone. */
let tablet: postgres.Sql;

beforeAll(async () => {
	database = await openTestDatabase('help');
	sql = database.sql;
	neighbourhoodId = await openNeighbourhood(sql);
	[author, answerer] = (await moveIn(database, neighbourhoodId, 2)) as [Neighbour, Neighbour];
	tablet = telephone(database, author.userId);
	await sql`update private.limits set most = 100000 where kind in ('message', 'post', 'answer')`;
	await Promise.all([author.phone, answerer.phone, tablet].map((phone) => phone`select 1`));
});
afterEach(async () => {
	await sql`delete from public.help_posts`;
	await sql`delete from public.conversations`;
	await sql`delete from public.blocks`;
	expect(await deadlocks(sql)).toBe(0);
});
afterAll(() => database.close());

const place = (phone: postgres.Sql, id: string = randomUUID()) => phone`
	select public.place_post(
		${id}, ${neighbourhoodId}, 'request', 'errands', 'Ik zoek soep', 'any_time', null, null, null, null
	)
`;
const offer = (phone: postgres.Sql, post: string) =>
	phone`select public.answer_post(${post}, 'Graag.')`;
const choose = (phone: postgres.Sql, id: string, choice = 'yes') =>
	phone`select public.choose_answer(${id}, ${choice}::public.help_choice)`;

async function answered() {
	const post = await answer(place(author.phone));
	return { post, id: await answer(offer(answerer.phone, post)) };
}

async function left() {
	const [row] = await sql<Record<string, number>[]>`
		select
			(select count(*)::int from public.help_matches) as made,
			(select count(*)::int from public.help_matches where stopped_at is null) as going,
			(select count(*)::int from public.conversations) as opened,
			(select count(*)::int from public.conversations where ended_at is null) as open
	`;
	return row!;
}

async function rounds(play: () => Promise<void>) {
	for (let round = 0; round < ROUNDS; round++) {
		await play();
		await sql`delete from public.help_posts`;
		await sql`delete from public.conversations`;
		await sql`delete from public.blocks`;
	}
}

describe('at once', () => {
	test('the author’s yes on two telephones: one conversation', () =>
		rounds(async () => {
			const { id } = await answered();
			const [one, two] = await atOnce(choose(author.phone, id), choose(tablet, id));
			expect(one).toBe(two);
			expect(await left()).toEqual({ made: 1, going: 1, opened: 1, open: 1 });
		}));

	test('an answer sent twice is one', () =>
		rounds(async () => {
			const post = await answer(place(author.phone));
			const second = telephone(database, answerer.userId);
			const [one, two] = await atOnce(offer(answerer.phone, post), offer(second, post));
			expect(one).toBe(two);
			await second.end();
		}));

	test('a yes and taking the answer back: both, or neither', () =>
		rounds(async () => {
			const { id } = await answered();
			const [chosen] = await atOnce(
				choose(author.phone, id),
				answerer.phone`select public.withdraw_answer(${id})`
			);
			const { made, opened } = await left();
			// Taken back after the yes it was stopped; taken back before, it never was.
			expect(await left()).toMatchObject({ going: 0, open: 0 });
			expect(chosen === 'answer_withdrawn').toBe(made === 0);
			expect(opened).toBe(made);
		}));

	test('a yes and a change: what both have read, or nothing', () =>
		rounds(async () => {
			const { id, post } = await answered();
			const [chosen] = await atOnce(
				choose(author.phone, id),
				tablet`select public.change_post(
					${post}, 'child_minding', 'Ik zoek oppas', 'any_time', null, null, null, 'neighbourhood', null
				)`
			);
			const shared = await sql`select category, words from public.help_matches`;
			expect([...shared]).toEqual(
				chosen === 'answer_outdated' ? [] : [{ category: 'errands', words: 'Ik zoek soep' }]
			);
		}));

	test('a yes and a yes once more to what changed: one conversation, about what was read', () =>
		rounds(async () => {
			const { id, post } = await answered();
			await answer(author.phone`select public.change_post(
				${post}, 'errands', 'Ik zoek melk', 'any_time', null, null, null, 'neighbourhood', null
			)`);
			const [chosen] = await atOnce(choose(author.phone, id), offer(answerer.phone, post));
			expect((await left()).open).toBe(chosen === 'answer_outdated' ? 0 : 1);
			expect(await answer(choose(author.phone, id))).toMatch(/^[0-9a-f-]{36}$/);
			const shared = await sql`select words from public.help_matches`;
			expect([...shared]).toEqual([{ words: 'Ik zoek melk' }]);
		}));

	test('a yes and taking the post away: one conversation or none', () =>
		rounds(async () => {
			const { id, post } = await answered();
			const [chosen] = await atOnce(
				choose(author.phone, id),
				tablet`select public.withdraw_post(${post})`
			);
			expect((await left()).open).toBe(chosen === 'post_withdrawn' ? 0 : 1);
		}));

	test('a yes and a no of one person: what came last holds', () =>
		rounds(async () => {
			const { id } = await answered();
			await atOnce(choose(author.phone, id), choose(tablet, id, 'no'));
			const { going, open } = await left();
			expect(open).toBe(going);
		}));

	test('a yes and a block: they share nothing', () =>
		rounds(async () => {
			const { id } = await answered();
			await atOnce(
				choose(author.phone, id),
				answerer.phone`select public.block_neighbour(${author.residentId})`
			);
			expect(await left()).toMatchObject({ going: 0, open: 0 });
		}));

	test('what is shared already, ended and chosen at once: over, and nobody waits in a circle', () =>
		rounds(async () => {
			const { id } = await answered();
			const match = await answer(choose(author.phone, id));
			const stop = (phone: postgres.Sql) => phone`select public.stop_match(${match})`;
			const withdraw = answerer.phone`select public.withdraw_answer(${id})`;
			await atOnce(stop(author.phone), withdraw, choose(tablet, id, 'no'));
			expect(await left()).toMatchObject({ going: 0, open: 0 });
		}));

	test('a yes once more and a block: the block holds', () =>
		rounds(async () => {
			const { id } = await answered();
			await answer(choose(author.phone, id));
			await atOnce(
				choose(tablet, id),
				answerer.phone`select public.block_neighbour(${author.residentId})`
			);
			expect(await left()).toMatchObject({ going: 0, open: 0 });
		}));

	test('a message and a block: the message came before, or not at all', () =>
		rounds(async () => {
			const { id } = await answered();
			await answer(choose(author.phone, id));
			const [row] = await sql<{ id: string }[]>`select id from public.conversations`;
			const talk = row!.id;
			const send = (phone: postgres.Sql) =>
				answer(phone`select public.send_message(${talk}, ${randomUUID()}, 'Hoi')`);
			const [sent] = await Promise.all([
				send(answerer.phone),
				answer(author.phone`select public.block_neighbour(${answerer.residentId})`)
			]);
			const [said] = await sql<{ count: number }[]>`select count(*)::int from public.messages`;
			expect(said!.count).toBe(sent === 'conversation_ended' ? 0 : 1);
			expect(await send(answerer.phone)).toBe('conversation_ended');
		}));

	test('messages of two at once: each its own number, none missed', () =>
		rounds(async () => {
			const { id } = await answered();
			await answer(choose(author.phone, id));
			const [row] = await sql<{ id: string }[]>`select id from public.conversations`;
			const send = (phone: postgres.Sql, message: string = randomUUID()) =>
				phone`select public.send_message(${row!.id}, ${message}, 'Hoi')`;
			const twice = randomUUID();
			await atOnce(
				send(author.phone, twice),
				send(tablet, twice),
				send(answerer.phone),
				send(answerer.phone)
			);
			const said = await sql<{ nth: string }[]>`select nth from public.messages order by nth`;
			expect(said.map(({ nth }) => Number(nth))).toEqual([1, 2, 3]);
		}));
});
