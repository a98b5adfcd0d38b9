import fc from 'fast-check';
import { afterAll, beforeAll, test, vi } from 'vitest';
import { seed } from '../races/chance.ts';
import { appointFacilitator, moveIn, openNeighbourhood, pretend } from '../races/neighbours.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { Life, MINUTE, type Street } from './life.ts';
import { anyVerb, PEOPLE, type Verb } from './verbs.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

let database: TestDatabase;
let street: Street;

beforeAll(async () => {
	database = await openTestDatabase('verbs');
	// The group is looked at to the end, also when it closed longer ago than its term.
	await database.sql`delete from private.retention where table_name = 'public.groups'`;
	const neighbourhoodId = await openNeighbourhood(database.sql);
	const people = await moveIn(database, neighbourhoodId, PEOPLE);
	await appointFacilitator(database, neighbourhoodId);
	const [row] = await database.sql<{ id: string }[]>`select profile_id as id from public.staff`;
	street = { neighbourhoodId, people, facilitatorId: row!.id };
	console.info(`verbs: SEED=${seed}`);
});
afterAll(() => database.close());

// Before the wall clock, by which the line is ordered, and around both changes of the clock.
const begins = fc
	.constantFrom('2024-03-24', '2024-10-20', '2024-12-28', '2025-06-04')
	.chain((day) =>
		fc.nat({ max: 7 * 24 * 60 }).map((minutes) => Date.parse(day) + minutes * MINUTE)
	);

/** A guest gets a chair after the moved day has passed; then the pause ends before the usual day. */
const movedThenPaused: Verb[] = [
	{ kind: 'wait', who: 1 },
	{ kind: 'welcomeSomeone' },
	{ kind: 'wait', who: 2 },
	{ kind: 'welcomeSomeone' },
	{ kind: 'wait', who: 3 },
	{ kind: 'skip', who: 1, week: 1 },
	{ kind: 'guest', who: 3, week: 1, comes: true },
	{ kind: 'move', week: 1, days: -1, time: '14:00' },
	{ kind: 'pause', days: 20 },
	{ kind: 'clock', minutes: 12_600 },
	{ kind: 'leave', who: 2 },
	{ kind: 'resume' }
];

test('any order of verbs keeps every rule, and does what the model says', async () => {
	await fc.assert(
		fc.asyncProperty(
			begins,
			fc.array(anyVerb, {
				minLength: 1,
				maxLength: 60,
				size: 'max'
			}),
			(now, verbs) =>
				pretend(database.sql, async (sql) => {
					const life = await Life.begin(sql, street, now);
					for (const verb of verbs) await life.act(verb);
				})
		),
		{
			seed,
			numRuns: Number(process.env.RUNS ?? 100),
			examples: [[Date.parse('2024-03-25'), movedThenPaused]]
		}
	);
});
