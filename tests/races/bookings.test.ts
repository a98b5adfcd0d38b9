import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { chanceOf, seed } from './chance.ts';
import {
	appointFacilitator,
	atOnce,
	deadlocks,
	moveIn,
	openNeighbourhood,
	startGroup,
	type Neighbour
} from './neighbours.ts';

const ROUNDS = 100;
const SAME_HOUR_ROUNDS = 1000;

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

type Asked = { id: string; meetup: string };

let database: TestDatabase;
let sql: postgres.Sql;
let neighbourhoodId: string;
let hosts: Neighbour[];
let groups: string[];
/** The first week of each group that lies ahead, on the same Wednesday. */
let weeks: string[];
let facilitators: postgres.Sql[];
/** Whoever opens links: two browsers without a session. */
let browsers: postgres.Sql[];
let speaker: string;
const chance = chanceOf(21);

beforeAll(async () => {
	database = await openTestDatabase('bookings');
	sql = database.sql;
	neighbourhoodId = await openNeighbourhood(sql);
	hosts = await moveIn(database, neighbourhoodId, 2);
	groups = await Promise.all(hosts.map(({ phone }) => startGroup(phone, neighbourhoodId)));
	weeks = await Promise.all(groups.map(nextWeek));
	facilitators = await Promise.all([1, 2].map(() => appointFacilitator(database, neighbourhoodId)));
	browsers = [1, 2].map(() =>
		database.connect({ max: 1, fetch_types: false, connection: { role: 'anon' } })
	);
	const [row] = await sql<{ id: string }[]>`
		insert into public.speakers (neighbourhood_id, name, email)
		values (${neighbourhoodId}, 'Fatma', 'fatma@example.org') returning id
	`;
	speaker = row!.id;
	console.info(`bookings: SEED=${seed}`);
});
beforeEach(async () => {
	await sql`delete from private.bookings`;
	await sql`delete from private.speaker_wishes`;
});
afterAll(async () => {
	expect(await deadlocks(sql)).toBe(0);
	await database.close();
});

async function nextWeek(group: string) {
	const [row] = await sql<{ id: string }[]>`
		select id from public.meetups where group_id = ${group} and starts_at > now() + interval '7 days'
		order by starts_at limit 1
	`;
	return row!.id;
}

async function wish(nth: number) {
	await sql`delete from private.speaker_wishes where group_id = ${groups[nth]!}`;
	const [row] = await sql<{ id: string }[]>`
		insert into private.speaker_wishes (group_id, topic, wished_at)
		values (${groups[nth]!}, 'money', now()) returning id
	`;
	return row!.id;
}

const ask = (phone: postgres.Sql, wishId: string, id: string, meetup: string) =>
	phone`select public.ask_speaker(${id}, ${wishId}, ${speaker}, ${`{${meetup}}`})`;

/** A question to the speaker from each group, as if nobody had been asked before. */
async function askForBoth() {
	await sql`delete from private.bookings`;
	return Promise.all(
		[0, 1].map(async (nth): Promise<Asked> => {
			const id = randomUUID();
			await ask(facilitators[nth]!, await wish(nth), id, weeks[nth]!);
			return { id, meetup: weeks[nth]! };
		})
	);
}

async function tokenOf({ id }: Asked) {
	const [row] = await sql<{ token: string }[]>`select private.booking_token(${id}) as token`;
	return row!.token;
}
const accept = (browser: postgres.Sql, token: string, { meetup }: Asked) =>
	browser`select public.accept_booking(${token}, ${meetup})`;
const decline = (browser: postgres.Sql, token: string) =>
	browser`select public.decline_booking(${token}, null)`;

const states = async () =>
	(await sql<{ state: string }[]>`select state from private.bookings order by state`).map(
		({ state }) => state
	);
const activities = async () =>
	(
		await sql<{ activity: string | null }[]>`
			select activity from public.meetups where id in ${sql(weeks)} order by activity
		`
	).map(({ activity }) => activity);

/** Gives the second group's meetup so many minutes between the first one's start and its own. */
const apart = (minutes: number) => sql`
	update public.meetups m set starts_at = f.starts_at + ${`${minutes} minutes`}::interval,
		ends_at = f.ends_at + ${`${minutes} minutes`}::interval
	from public.meetups f where m.id = ${weeks[1]!} and f.id = ${weeks[0]!}
`;

test('one speaker, two groups, the same hour: one yes, and one that comes too late', async () => {
	const won = new Set<number>();
	for (let round = 1; round <= SAME_HOUR_ROUNDS; round++) {
		// The groups meet for two hours; to be there in time it takes half an hour more.
		await apart(chance.shuffled([0, 1, 60, 120, 149])[0]!);
		const asked = await askForBoth();
		const tokens = await Promise.all(asked.map(tokenOf));
		const order = chance.shuffled([0, 1]);
		const said = await atOnce(
			...order.map((nth) => accept(browsers[nth]!, tokens[nth]!, asked[nth]!))
		);
		expect(said.toSorted(), `round ${round}`).toEqual(['', 'speaker_day_taken']);
		expect(await states(), `round ${round}`).toEqual(['asked', 'booked']);
		expect((await activities()).filter((activity) => activity === 'speaker')).toHaveLength(1);
		won.add(order[said.indexOf('')]!);
		await sql`update public.meetups set activity = null where id in ${sql(weeks)}`;
	}
	expect(won.size, 'either may win').toBe(2);
});

test('touching hours: both', async () => {
	await apart(150);
	for (let round = 1; round <= ROUNDS; round++) {
		const asked = await askForBoth();
		const tokens = await Promise.all(asked.map(tokenOf));
		expect(
			await atOnce(...[0, 1].map((nth) => accept(browsers[nth]!, tokens[nth]!, asked[nth]!))),
			`round ${round}`
		).toEqual(['', '']);
		expect(await states()).toEqual(['booked', 'booked']);
	}
});

test('a yes while the facilitator takes the question back, or the group its wish', async () => {
	const seen = new Set<string>();
	await apart(150);
	for (let round = 1; round <= ROUNDS; round++) {
		const [asked] = await askForBoth();
		const token = await tokenOf(asked!);
		const [yes, back] = await atOnce(
			accept(browsers[0]!, token, asked!),
			round % 2
				? facilitators[0]!`select public.withdraw_question(${asked!.id})`
				: hosts[0]!.phone`select public.withdraw_wish(${groups[0]!})`
		);
		const [row] = await sql<{ state: string; activity: string | null; mails: number }[]>`
			select b.state, m.activity, (
				select count(*)::int from private.outbox o
				where o.subject_id = b.id and b.state = 'withdrawn' and o.kind = 'booking_asked'
			) as mails
			from private.bookings b, public.meetups m where b.id = ${asked!.id} and m.id = ${weeks[0]!}
		`;
		seen.add(`${yes}, ${back}`);
		expect(row, `round ${round}: ${yes}, ${back}`).toEqual(
			yes === ''
				? { state: 'booked', activity: 'speaker', mails: 0 }
				: { state: 'withdrawn', activity: null, mails: 0 }
		);
		await sql`update public.meetups set activity = null where id in ${sql(weeks)}`;
	}
	expect([...seen].sort()).toEqual([', speaker_comes', 'not_found, ']);
});

test('a yes while the meetup moves: never booked for an hour that is over', async () => {
	await apart(150);
	const [kept] = await sql<{ starts_at: Date; ends_at: Date }[]>`
		select starts_at, ends_at from public.meetups where id = ${weeks[0]!}
	`;
	for (let round = 1; round <= ROUNDS; round++) {
		await sql`
			update public.meetups set starts_at = ${kept!.starts_at}, ends_at = ${kept!.ends_at},
				state = 'planned', activity = null where id = ${weeks[0]!}
		`;
		const [asked] = await askForBoth();
		const token = await tokenOf(asked!);
		await atOnce(
			accept(browsers[0]!, token, asked!),
			hosts[0]!.phone`
				select public.move_meetup(
					id, (starts_at at time zone 'Europe/Amsterdam')::date, '18:00', null
				) from public.meetups where id = ${weeks[0]!}
			`
		);
		const [row] = await sql<{ state: string; activity: string | null }[]>`
			select b.state, m.activity from private.bookings b, public.meetups m
			where b.id = ${asked!.id} and m.id = ${weeks[0]!}
		`;
		expect(row, `round ${round}`).toEqual({ state: 'asked', activity: null });
	}
	await sql`
		update public.meetups set starts_at = ${kept!.starts_at}, ends_at = ${kept!.ends_at},
			state = 'planned' where id = ${weeks[0]!}
	`;
});

test('two facilitators ask at once: one question, one mail', async () => {
	for (let round = 1; round <= ROUNDS; round++) {
		await sql`delete from private.bookings`;
		await sql`delete from private.outbox`;
		const wished = await wish(0);
		const said = await atOnce(
			...facilitators.map((phone) => ask(phone, wished, randomUUID(), weeks[0]!))
		);
		expect(said.toSorted(), `round ${round}`).toEqual(['', 'speaker_asked']);
		const [row] = await sql`
			select (select count(*)::int from private.bookings) as asked,
				(select count(*)::int from private.outbox) as mails
		`;
		expect(row, `round ${round}`).toEqual({ asked: 1, mails: 1 });
	}
});

test('yes and no by one link at once: one of them, and the group hears no more than that', async () => {
	await apart(150);
	for (let round = 1; round <= ROUNDS; round++) {
		await sql`delete from public.group_news`;
		const [asked] = await askForBoth();
		const token = await tokenOf(asked!);
		const [yes] = await atOnce(accept(browsers[0]!, token, asked!), decline(browsers[1]!, token));
		const news = await sql<{ kind: string }[]>`
			select kind from public.group_news where group_id = ${groups[0]!} order by kind
		`;
		// A no after the yes is the same as cancelling.
		expect([(await states()).includes('booked'), news.map(({ kind }) => kind)]).toEqual([
			false,
			yes === '' ? ['speaker_booked', 'speaker_cancelled'] : []
		]);
		expect(await activities()).toEqual([null, null]);
	}
});
