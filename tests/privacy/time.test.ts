import type postgres from 'postgres';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { idOf } from './access-rows.ts';

// A measurement wants a quiet machine, so it is made on demand: `npm run test:privacy`.
const ROUNDS = Number(process.env.TIME_ROUNDS ?? 0);
const CALLS = 20;
/** Calls before those that count: what changed has to be planned and read anew. */
const WARM = 10;
/** Of a t-value: beyond it two series differ, as is usual for tests of constant time. */
const DIFFERENT = 4.5;

vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 });

/** What stands nearest to care, asked by a group mate of who is a client in one world only. */
const endpoints = {
	circle: 'select public.circle_page()',
	plan: 'select public.plan_page()',
	context: 'select public.my_context()',
	looks: 'select public.my_looks()',
	'a reader of somebody else': `select public.seen_by('${idOf('relation')}')`,
	'a code that does not work': `select public.look_up_circle_code('00000000', 'time')`,
	'a client of somebody else': `select public.client_page('${idOf('support')}', null)`
};

let database: TestDatabase;
let sql: postgres.Sql;

describe.skipIf(!ROUNDS)('how long an answer takes', () => {
	beforeAll(async () => {
		database = await openTestDatabase('time');
		sql = database.connect({ max: 1 });
		await sql.unsafe(readFileSync(join(import.meta.dirname, 'access-world.sql'), 'utf8'));
		await sql.unsafe(MEASURE);
		await sql`update private.limits set most = 1000000000`;
		await sql`vacuum analyze`;
	});
	afterAll(() => database.close());

	test.each(Object.entries(endpoints))(
		'%s: the same, whoever of two neighbours is the client',
		async (_, query) => {
			const [one, other] = await measure(query);
			const t = welch(one, other);
			console.info(`time: ${query}: t = ${t.toFixed(2)} over ${one.length} calls a world`);
			expect(Math.abs(t)).toBeLessThan(DIFFERENT);
		}
	);

	test('a leak of 50 microseconds would be seen', async () => {
		const leaking = `select public.circle_page(), pg_temp.linger(
			case when exists (
				select from care.relations where client_id = '${idOf('member')}'
			) then 50 else 0 end
		)`;
		const t = welch(...(await measure(leaking, 'postgres')));
		console.info(`time: a planted leak: t = ${t.toFixed(2)}`);
		expect(Math.abs(t)).toBeGreaterThan(DIFFERENT);
	});
});

/** Microseconds of one call by the server's own clock, while the one and while the other is the client. */
async function measure(query: string, role = 'authenticated'): Promise<[number[], number[]]> {
	const series: [number[], number[]] = [[], []];
	for (let round = 0; round < ROUNDS; round++) {
		// Which goes first changes, or what the first leaves behind would count for the second.
		for (const nth of round % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
			await makeClient(nth ? 'member' : 'resident');
			const [row] = await sql<{ took: number[] }[]>`
				select pg_temp.measure(${query}, ${idOf('mate')}::uuid, ${role}, ${CALLS + WARM}) as took
			`;
			series[nth].push(...row!.took.slice(WARM));
		}
	}
	return series;
}

async function makeClient(kind: string) {
	await sql.begin(async (transaction) => {
		await transaction`set local session_replication_role = replica`;
		await transaction`delete from private.attempts`;
		await transaction`delete from care.looks`;
		await transaction`delete from care.sentence_shares`;
		await transaction`update care.consents set client_id = ${idOf(kind)}`;
		await transaction`update care.relations set client_id = ${idOf(kind)}`;
	});
	await sql`vacuum care.relations, care.consents, care.looks, private.attempts`;
}

/** Welch's t of two series, each without its slowest tenth, which the machine makes and not the answer. */
function welch(one: number[], other: number[]) {
	const [a, b] = [one, other].map((series) => {
		const kept = series.toSorted((x, y) => x - y).slice(0, Math.floor(series.length * 0.9));
		const mean = kept.reduce((sum, it) => sum + it, 0) / kept.length;
		const variance = kept.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (kept.length - 1);
		return { mean, error: variance / kept.length };
	}) as [{ mean: number; error: number }, { mean: number; error: number }];
	return (a.mean - b.mean) / Math.sqrt(a.error + b.error);
}

const MEASURE = `
	create function pg_temp.linger(microseconds integer) returns void language plpgsql as $$
	declare
		until constant timestamptz := clock_timestamp() + microseconds * interval '1 microsecond';
	begin
		while clock_timestamp() < until loop null; end loop;
	end;
	$$;
	create function pg_temp.measure(query text, person uuid, as_role text, calls integer)
	returns float8[] language plpgsql as $$
	declare
		began timestamptz;
		took float8[] := '{}';
	begin
		perform set_config('request.jwt.claims', json_build_object('sub', person)::text, true);
		perform set_config('role', case as_role when 'postgres' then 'none' else as_role end, true);
		for nth in 1..calls loop
			began := clock_timestamp();
			execute query;
			took := took || extract(epoch from clock_timestamp() - began) * 1e6;
		end loop;
		perform set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
		return took;
	end;
	$$`;
