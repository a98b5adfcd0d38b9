import fc from 'fast-check';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dutchHolidays } from '../../supabase/local/holidays.ts';
import { seed } from '../races/chance.ts';
import { moveIn, openNeighbourhood, pretend } from '../races/neighbours.ts';
import { createUser, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { cardNow, isAway, readBy, whoAnswers, windows, type Reachable } from './contact-model.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const MINUTE = 60_000;
const DAY = 1440;
const FIRST = Date.UTC(2026, 0, 1);
const roles = ['contact_person', 'stand_in'] as const;

let database: TestDatabase;
let neighbourhoodId: string;
let resident: string;
const staff: Record<string, string> = {};

beforeAll(async () => {
	database = await openTestDatabase('contact');
	neighbourhoodId = await openNeighbourhood(database.sql);
	resident = (await moveIn(database, neighbourhoodId, 1))[0]!.userId;
	for (const role of roles) {
		const account = await createUser(database.sql);
		await database.sql`insert into public.profiles (id) values (${account})`;
		const [row] = await database.sql<{ id: string }[]>`
			insert into public.staff (neighbourhood_id, profile_id, role, first_name)
			values (${neighbourhoodId}, ${account}, ${role}, 'Anna') returning id
		`;
		staff[role] = row!.id;
	}
	console.info(`contact: SEED=${seed}`);
});
afterAll(() => database.close());

const clockChanges = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'];
const holidays = [2026, 2027].flatMap((year) => dutchHolidays(year).map(({ on }) => on));
const near = (days: string[]) =>
	fc
		.tuple(fc.constantFrom(...days), fc.integer({ min: -3 * DAY, max: 2 * DAY }))
		.map(([day, minutes]) => Date.parse(`${day}T00:00Z`) + minutes * MINUTE);
/** A minute of two years, mostly one at which something is the matter. */
const moment = fc.oneof(
	{ weight: 2, arbitrary: near(clockChanges) },
	{ weight: 2, arbitrary: near(holidays) },
	{ weight: 1, arbitrary: fc.nat(2 * 365 * DAY).map((minutes) => FIRST + minutes * MINUTE) }
);

/** Any quarter of an hour but those of the night's third hour, which some nights lack or have twice. */
const quarter = fc.integer({ min: 0, max: 91 }).map((nth) => (nth < 8 ? nth : nth + 4) * 15);
const hours = fc
	.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), fc.tuple(quarter, quarter), {
		maxKeys: 7
	})
	.map((week) =>
		Object.fromEntries(
			Object.entries(week)
				.filter(([, [one, other]]) => one !== other)
				.map(([day, [one, other]]) => [day, [Math.min(one, other), Math.max(one, other)]])
		)
	) as fc.Arbitrary<Reachable['hours']>;
const allDay = fc.constant(weekOf(7 * 60, 22 * 60));

const dateFrom = (now: number, days: number) =>
	new Date(now + days * DAY * MINUTE).toISOString().slice(0, 10);
const reachable = (now: number): fc.Arbitrary<Reachable> =>
	fc.record({
		hours: fc.oneof(hours, allDay),
		absences: fc.array(
			fc
				.tuple(fc.integer({ min: -20, max: 20 }), fc.nat(30))
				.map(([first, days]): [string, string] => [
					dateFrom(now, first),
					dateFrom(now, first + days)
				]),
			{ maxLength: 1 }
		),
		notNowUntil: fc.option(
			fc.integer({ min: -DAY, max: DAY }).map((minutes) => now + minutes * MINUTE),
			{ nil: null, freq: 2 }
		)
	});
const life = moment.chain((now) => fc.tuple(fc.constant(now), reachable(now), reachable(now)));

test('hours, days away, holidays and both clock changes: the database says what a calendar says', async () => {
	const met = { here: 0, later: 0, never: 0, standIn: 0, bothAway: 0, promised: 0, capped: 0 };
	await fc.assert(
		fc.asyncProperty(life, async ([now, main, standIn]) => {
			await pretend(database.sql, async (sql) => {
				await arrange(sql, { contact_person: main, stand_in: standIn });
				const found = await ask(sql, now);
				expect(found).toEqual({
					now: [cardNow(main, now), cardNow(standIn, now)],
					answers: whoAnswers(main, standIn, now),
					readBy: [readBy(main, now), readBy(standIn, now)]
				});
				const [card] = found.now;
				met[card ? (card.here ? 'here' : 'later') : 'never']++;
				if (found.answers === 'stand_in') met.standIn++;
				if (isAway(main, now) && isAway(standIn, now)) met.bothAway++;
				const [, second] = windows(main, now, 60);
				if (second) met.promised++;
				if (second && readBy(main, now) < second.opens) met.capped++;
			});
		}),
		{ numRuns: 250, seed }
	);
	for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(5);
});

test('all day long around both clock changes, from nine to five', async () => {
	const main: Reachable = { hours: weekOf(540, 1020), absences: [], notNowUntil: null };
	const standIn: Reachable = { hours: weekOf(600, 960), absences: [], notNowUntil: null };
	await pretend(database.sql, async (sql) => {
		await arrange(sql, { contact_person: main, stand_in: standIn });
		for (const day of clockChanges)
			for (let nth = -32; nth < 64; nth++) {
				const now = Date.parse(`${day}T00:00Z`) + nth * 45 * MINUTE;
				expect(await ask(sql, now), new Date(now).toISOString()).toEqual({
					now: [cardNow(main, now), cardNow(standIn, now)],
					answers: 'contact_person',
					readBy: [readBy(main, now), readBy(standIn, now)]
				});
			}
	});
});

function weekOf(opens: number, closes: number) {
	return Object.fromEntries(
		[1, 2, 3, 4, 5, 6, 7].map((day) => [day, [opens, closes]])
	) as Reachable['hours'];
}

async function arrange(
	sql: postgres.TransactionSql,
	people: Record<(typeof roles)[number], Reachable>
) {
	await sql`delete from public.contact_hours`;
	await sql`delete from public.staff_absences`;
	for (const role of roles) {
		const { hours, absences, notNowUntil } = people[role];
		const id = staff[role]!;
		await sql`
			update public.staff
			set not_now_until = ${notNowUntil === null ? null : new Date(notNowUntil)} where id = ${id}
		`;
		for (const [weekday, [opens, closes]] of Object.entries(hours))
			await sql`
				insert into public.contact_hours (staff_id, weekday, opens_at, closes_at) values (
					${id}, ${weekday}, time '00:00' + make_interval(mins => ${opens}),
					time '00:00' + make_interval(mins => ${closes})
				)
			`;
		for (const [first, last] of absences)
			await sql`
				insert into public.staff_absences (id, staff_id, first_on, last_on)
				values (gen_random_uuid(), ${id}, ${first}, ${last})
			`;
	}
}

type Card = ReturnType<typeof cardNow>;

/** What a neighbour hears at that moment: the card, who answers, and by when of each. */
async function ask(sql: postgres.TransactionSql, now: number) {
	await sql`
		select set_config('request.jwt.claims', ${JSON.stringify({ sub: resident })}, true),
			set_config('buurtplein.now', ${new Date(now).toISOString()}, true)
	`;
	const [row] = await sql<{ card: { now: Card }[]; role: string; one: Date; other: Date }[]>`
		select private.contact_card(${neighbourhoodId}) as card,
			(private.who_answers(${neighbourhoodId})).role,
			private.read_by(${staff.contact_person!}) as one, private.read_by(${staff.stand_in!}) as other
	`;
	return {
		now: row!.card.map((one) => one.now),
		answers: row!.role,
		readBy: [row!.one.getTime(), row!.other.getTime()]
	};
}
