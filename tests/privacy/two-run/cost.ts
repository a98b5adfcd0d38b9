import type { Catalogue } from './catalogue.ts';
import { send } from './observe.ts';
import type { Observer } from './people.ts';
import type { Pools } from './pools.ts';
import { round, type Step } from './steps.ts';
import { forgetStatements, type World } from './world.ts';

const WARM = 3;

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
		proposal: pools.supportersProposal!,
		shownGoal: pools.goal!
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
		const text =
			type === 'jsonb'
				? JSON.stringify(value)
				: Array.isArray(value)
					? `{${value.join(',')}}`
					: String(value);
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

/**
 * What a page asks of the database, and how often. How much work each of these is, is the cost of the
 * calls: here it would change with how often a connection planned them.
 */
export async function askedByPage({ app, sql }: World, path: string, { cookies }: Observer) {
	await forgetStatements(sql);
	const cookie = cookies.map((pair) => pair.join('=')).join('; ');
	await send(app, { method: 'GET', path, headers: { host: 'buurtplein.test', cookie } });
	return await sql<{ query: string; calls: string }[]>`
		select s.query, s.calls::text
		from extensions.pg_stat_statements s join pg_database d on d.oid = s.dbid
		where d.datname = current_database() and s.toplevel
			-- What a connection asks about itself when it is new is of no page.
			and s.query !~ 'pg_stat_statements|pg_type'
		order by s.query, s.calls
	`;
}
