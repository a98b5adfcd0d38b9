import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type postgres from 'postgres';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { chanceOf, seed } from './chance.ts';
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

const ROUNDS = 60;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: TestDatabase;
let neighbourhoodId: string;
let groupId: string;
let meetupId: string;
let people: Neighbour[];
let visitors: postgres.Sql[];
const chance = chanceOf(20);

beforeAll(async () => {
	database = await openTestDatabase('weeks');
	neighbourhoodId = await openNeighbourhood(database.sql);
	people = await moveIn(database, neighbourhoodId, 10);
	groupId = await startGroup(people[0]!.phone, neighbourhoodId);
	const [next] = await database.sql<{ id: string }[]>`
		select id from public.meetups where group_id = ${groupId} order by starts_at offset 1 limit 1
	`;
	meetupId = next!.id;
	visitors = [1, 2, 3].map(() =>
		database.connect({ max: 1, fetch_types: false, connection: { role: 'anon' } })
	);
	console.info(`weeks: SEED=${seed}`);
});
afterAll(async () => {
	expect(await deadlocks(database.sql)).toBe(0);
	await database.close();
});

const skip = (who: Neighbour) => who.phone`select public.skip_meetup(${meetupId})`;
const attend = (who: Neighbour) => who.phone`select public.attend_meetup(${meetupId})`;
const comeAsGuest = (who: Neighbour, comes = true) =>
	who.phone`select public.answer_as_guest(${meetupId}, ${comes})`;
const leave = (who: Neighbour) => who.phone`select public.leave_group(${groupId})`;
const withdraw = (who: Neighbour) => who.phone`select public.withdraw_request(${groupId})`;

async function coming() {
	const [row] = await database.sql<{ coming: number }[]>`
		select (g.chairs_taken
			- (select count(*) from public.absences a where a.meetup_id = m.id)
			+ (select count(*) from public.guests t where t.meetup_id = m.id and t.comes))::integer as coming
		from public.meetups m join public.groups g on g.id = m.group_id where m.id = ${meetupId}
	`;
	return row!.coming;
}

test('a chair freed for a week is wanted back while two guests want it', async () => {
	for (let round = 1; round <= ROUNDS; round++) {
		const [a, b, c, d, e] = chance.shuffled(people);
		await arrange(database.sql, groupId, { capacity: 3, members: [a!, b!, c!], line: [d!, e!] });
		await atOnce(skip(b!));
		const [back, first, second] = await atOnce(attend(b!), comeAsGuest(d!), comeAsGuest(e!));
		expect(second, `round ${round}`).toBe('no_free_chair');
		expect([
			['', 'no_free_chair'],
			['chair_given_to_guest', '']
		]).toContainEqual([back, first]);
		expect(await coming()).toBe(3);
		expect(await brokenRules(database.sql)).toEqual([]);
	}
});

test('skipping, coming after all, guests and leaving at once: never more than the chairs', async () => {
	for (let round = 1; round <= ROUNDS * 2; round++) {
		const [a, b, c, d, e, f, g, h] = chance.shuffled(people);
		await arrange(database.sql, groupId, {
			capacity: 4,
			members: [a!, b!, c!, d!],
			line: [e!, f!, g!, h!]
		});
		await atOnce(skip(b!), skip(c!), comeAsGuest(e!, round % 3 > 0));
		const verbs = [
			() => attend(b!),
			() => attend(c!),
			() => comeAsGuest(e!),
			() => comeAsGuest(f!),
			() => comeAsGuest(g!),
			() => leave(c!),
			() => leave(d!),
			() => skip(a!),
			() => withdraw(f!)
		];
		await atOnce(
			...chance
				.shuffled(verbs)
				.slice(0, 7)
				.map((verb) => verb())
		);
		expect(await coming()).toBeLessThanOrEqual(4);
		expect(await brokenRules(database.sql), `round ${round}`).toEqual([]);
	}
});

/** Forgets the last weeks that were planned, as if time had gone by. */
async function fallBehind() {
	await database.sql`delete from public.meetups where week > current_date + 14`;
	await database.sql`update public.groups set planned_through = current_date - 7`;
	await database.sql`
		insert into public.group_news (group_id, kind, happened_at)
		select id, 'resumed', now() - interval '60 days' from public.groups, generate_series(1, 20)
	`;
}

/** Weeks that are missing, or that are not at the group's own moment. */
async function wrongWeeks() {
	return database.sql`
		select g.id, days.week::date, m.starts_at
		from public.groups g
		join public.neighbourhoods n on n.id = g.neighbourhood_id
		cross join generate_series(
			date_trunc('week', current_date + 7), date_trunc('week', current_date + 49), '7 days'
		) days (week)
		left join public.meetups m on m.group_id = g.id and m.week = days.week::date
		where m.starts_at is distinct from
			private.meetup_moment(days.week::date, g.weekday, g.starts_at, n.time_zone)
	`;
}

test('the jobs run on three connections at once: each week once', async () => {
	for (const host of people.slice(1)) {
		await startGroup(host.phone, neighbourhoodId);
		await startGroup(host.phone, neighbourhoodId);
	}
	for (let round = 1; round <= ROUNDS; round++) {
		await fallBehind();
		await atOnce(...visitors.map((visitor) => visitor`select public.run_due_jobs()`));
		expect(await wrongWeeks(), `round ${round}`).toHaveLength(0);
	}
});

test('the moment changes on two telephones while the jobs run: one meetup a week', async () => {
	const [host] = await moveIn(database, neighbourhoodId, 1);
	const second = telephone(database, host!.userId);
	const ours = await startGroup(host!.phone, neighbourhoodId);
	const change = (phone: postgres.Sql, weekday: number, startsAt: string) =>
		phone`select public.change_moment(${ours}, ${weekday}, ${startsAt}, 90)`;
	for (let round = 1; round <= ROUNDS; round++) {
		await fallBehind();
		await atOnce(
			change(host!.phone, 1 + chance.below(7), '10:00'),
			visitors[0]!`select public.run_due_jobs()`,
			change(second, 1 + chance.below(7), '19:30'),
			visitors[1]!`select public.run_due_jobs()`
		);
		expect(await wrongWeeks(), `round ${round}`).toHaveLength(0);
	}
});
