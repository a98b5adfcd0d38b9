import type postgres from 'postgres';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import startTestServer from '../support/test-server.ts';
import { fillWithMeetups, type Person } from './database-rows.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const RUNS = 61;

type Cost = { milliseconds: number; blocks: number };
export type DatabaseRow = {
	meetups: number;
	query: string;
	underRls: Cost;
	without: Cost;
	/** Time under RLS, as a multiple of the same query without. */
	ratio: number;
	/** Time under RLS, as a multiple of its own at the smallest size. */
	growth: number;
};

type Queries = Record<string, (sql: postgres.Sql, person: Person) => PromiseLike<unknown>>;
type Town = { meetups: number; database: TestDatabase; person: Person };

const queries: Queries = {
	today_page: (sql: postgres.Sql) => sql`select public.today_page()`,
	group_page: (sql: postgres.Sql, person: Person) =>
		sql`select public.group_page(${person.groupId})`,
	groups_page: (sql: postgres.Sql) => sql`select public.groups_page()`
};

/** What the pages' queries cost as a person under RLS and as one whom no policy holds back. */
export async function measureDatabase(sizes = SIZES): Promise<DatabaseRow[]> {
	const stop = await startTestServer();
	const towns: Town[] = [];
	try {
		for (const meetups of sizes) {
			const database = await openTestDatabase('bench');
			towns.push({ meetups, database, person: await fillWithMeetups(database.sql, meetups) });
		}
		return await measureQueries(towns, queries);
	} finally {
		await Promise.all(towns.map((town) => town.database.close()));
		await stop();
	}
}

/** Every query in every town, each many times. */
export async function measureQueries(towns: Town[], queries: Queries): Promise<DatabaseRow[]> {
	const meters = towns.flatMap((town) =>
		Object.entries(queries).map(([name, query]) => newMeter(town, name, query))
	);
	// Every size and query in turn, so that a slow moment of the machine falls on all.
	for (let run = 0; run < RUNS; run++) for (const meter of meters) await meter.run();
	const rows = meters.map((meter) => meter.row());
	return rows.map((row) => ({
		...row,
		growth:
			row.underRls.milliseconds /
			rows.find((first) => first.query === row.query)!.underRls.milliseconds
	}));
}

function newMeter({ meetups, database, person }: Town, query: string, ask: Queries[string]) {
	const claims = JSON.stringify({ role: 'authenticated', sub: person.profileId });
	const connect = (role: string) =>
		database.connect({ max: 1, connection: { role, 'request.jwt.claims': claims } });
	const phones = { underRls: connect('authenticated'), without: connect('postgres') };
	const costs = { underRls: [] as Cost[], without: [] as Cost[] };
	return {
		run: async () => {
			for (const way of ['underRls', 'without'] as const)
				costs[way].push(await measure(phones[way], ask, person));
		},
		row: () => {
			const underRls = median(costs.underRls);
			const without = median(costs.without);
			const ratio = underRls.milliseconds / without.milliseconds;
			return { meetups, query, underRls, without, ratio };
		}
	};
}

/** The server's own time for one call, planning of what is inside it included. */
async function measure(sql: postgres.Sql, ask: Queries[string], person: Person): Promise<Cost> {
	const [row] = await sql`
		explain (analyze, buffers, timing off, format json) ${ask(sql, person) as postgres.PendingQuery<postgres.Row[]>}
	`;
	const [explained] = row!['QUERY PLAN'];
	return {
		milliseconds: explained['Execution Time'],
		blocks: explained.Plan['Shared Hit Blocks'] + explained.Plan['Shared Read Blocks']
	};
}

function median(costs: Cost[]): Cost {
	const middle = (pick: (cost: Cost) => number) =>
		costs.map(pick).toSorted((a, b) => a - b)[Math.floor(costs.length / 2)]!;
	return {
		milliseconds: middle((cost) => cost.milliseconds),
		blocks: middle((cost) => cost.blocks)
	};
}

/** The rows as a table for the screen. */
export function databaseTable(rows: DatabaseRow[]) {
	const cells = [
		['meetups', 'query', 'RLS ms', 'blocks', 'without ms', 'blocks', 'ratio', 'growth'],
		...rows.map((row) => [
			row.meetups.toLocaleString('en'),
			row.query,
			row.underRls.milliseconds.toFixed(2),
			String(row.underRls.blocks),
			row.without.milliseconds.toFixed(2),
			String(row.without.blocks),
			row.ratio.toFixed(2),
			row.growth.toFixed(2)
		])
	];
	return cells
		.map((row) => row.map((cell, nth) => cell.padStart(nth === 1 ? 28 : 12)).join(''))
		.join('\n');
}

if (import.meta.main) console.log(databaseTable(await measureDatabase()));
