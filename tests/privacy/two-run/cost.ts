import type { Catalogue } from './catalogue.ts';
import { send } from './observe.ts';
import type { Observer } from './people.ts';
import type { Pools } from './pools.ts';
import { round, type Step } from './steps.ts';
import type { World } from './world.ts';

/** How much work an answer took: statements, and blocks of shared memory looked at. */
export type Cost = { statements: number; blocks: number };

const WARM = 3;

/** Enough for every connection to have met a page: the least is that of a warm one. */
const TRIES = 25;

/** Functions whose work still depends on how much care there is in all, with what it is. */
const unequal: Record<string, string> = {
	'/rest/v1/rpc/run_due_jobs': 'care.close_consents() goes through all consents that are open'
};

/**
 * Every function that answers, by every observer. What is asked for holds no id of care: who knows
 * one of those knows the secret already.
 */
export function costedCalls(who: string[], pools: Pools, catalogue: Catalogue, seed: number) {
	const blind = {
		...pools,
		reader: pools.supporter!,
		relation: pools.fresh!,
		proposal: pools.fresh!
	};
	return round(who, blind, catalogue, { app: false, seed }).filter(
		({ to, method, path }) =>
			to === 'api' && method === 'POST' && path.includes('/rpc/') && !(path in unequal)
	);
}

/** The blocks that one function call looks at when nothing is new to its connection; null when it refuses. */
export async function costOfCall(
	{ sql }: World,
	step: Step,
	{ claims }: Observer,
	catalogue: Catalogue
) {
	const name = step.path.split('/').at(-1) ?? '';
	const given = step.body as Record<string, unknown>;
	const values = (catalogue.functions[name] ?? []).map(({ name: key, type }) => {
		const value = given[key];
		if (value === null || value === undefined) return `null::${type}`;
		const text = Array.isArray(value) ? `{${value.join(',')}}` : String(value);
		return `'${text.replaceAll("'", "''")}'::${type}`;
	});
	let cost: number | null = null;
	for (let n = 0; n < WARM; n++) {
		cost = null;
		await sql
			.begin(async (transaction) => {
				await transaction`
					select
						set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
						set_config('role', ${String(claims.role)}, true)
				`;
				const [row] = await transaction.unsafe(
					`explain (analyze, buffers, format json) select public.${name}(${values.join(', ')})`
				);
				const [{ Plan: plan }] = Object.values(row!)[0] as [{ Plan: Record<string, number> }];
				cost = plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
				throw new RolledBack();
			})
			.catch((error: unknown) => {
				if (!(error instanceof RolledBack) && !isRefusal(error)) throw error;
			});
	}
	return cost as number | null;
}

class RolledBack extends Error {}
const isRefusal = (error: unknown) => typeof (error as { code?: unknown }).code === 'string';

/** The cost of one page once everything is warm: the least of some tries. */
export async function costOfPage(world: World, path: string, { cookies }: Observer): Promise<Cost> {
	const costs: Cost[] = [];
	for (let n = 0; n < TRIES; n++) {
		await world.sql`select extensions.pg_stat_statements_reset()`;
		await send(world.app, {
			method: 'GET',
			path,
			headers: {
				host: 'buurtplein.test',
				cookie: cookies.map((cookie) => cookie.join('=')).join('; ')
			}
		});
		const [row] = await world.sql<Cost[]>`
			select
				coalesce(sum(calls), 0)::integer as statements,
				coalesce(sum(shared_blks_hit + shared_blks_read), 0)::integer as blocks
			from extensions.pg_stat_statements
			where dbid = (select oid from pg_database where datname = current_database())
				and query not like '%pg_stat_statements%'
		`;
		costs.push(row!);
	}
	return {
		statements: Math.min(...costs.map(({ statements }) => statements)),
		blocks: Math.min(...costs.map(({ blocks }) => blocks))
	};
}
