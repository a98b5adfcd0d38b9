import fc from 'fast-check';
import type { Argument, Catalogue } from './catalogue.ts';
import { absent, byName, functions, routes, tables } from './manifest.ts';
import type { Pools } from './pools.ts';
import { MY_REFRESH_TOKEN } from './walk.ts';

/** One thing that somebody does: at the app, at the Data API, or as a question to the planner. */
export type Step = {
	who: string;
	to: 'app' | 'api' | 'planner';
	method: string;
	path: string;
	headers?: Record<string, string>;
	/** Form fields for the app, JSON for the Data API. */
	body?: unknown;
};

type Act = Omit<Step, 'who'>;
type Values = fc.Arbitrary<unknown>;

type Pool = (name: string) => Values;

const poolIn =
	(pools: Pools): Pool =>
	(name) => {
		const [good = [], bad = [], sharp = []] = pools[name] ?? [];
		if (!good.length) throw new Error(`There is no pool "${name}".`);
		const weighed = [
			[10, good],
			[10, sharp],
			[1, bad]
		] as const;
		return fc.oneof(
			...weighed.flatMap(([weight, values]) =>
				values.length ? [{ weight, arbitrary: fc.constantFrom(...values) }] : []
			)
		);
	};

const by = (who: fc.Arbitrary<string>, act: fc.Arbitrary<Act>) =>
	fc.tuple(who, act).map(([name, rest]): Step => ({ who: name, ...rest }));

/** Steps of the walks, drawn from the manifest with values from the pools. */
export function anyStep(
	who: readonly string[],
	pools: Pools,
	catalogue: Catalogue,
	{ app = true } = {}
) {
	const pool = poolIn(pools);
	const act = fc.oneof(
		...(app
			? [
					{ weight: 4, arbitrary: anyOf(routeNames, (route) => page(route, pool)) },
					{ weight: 3, arbitrary: forms(pool) }
				]
			: []),
		{ weight: 7, arbitrary: anyOf(named(catalogue), (name) => call(name, pool, catalogue)) },
		{ weight: 4, arbitrary: anyOf(tableNames, (table) => read(table, pool, catalogue)) },
		{ weight: 1, arbitrary: anyOf(tableNames, (table) => write(table, pool, catalogue)) },
		{ weight: 2, arbitrary: anyOf(tableNames, (table) => plan(table, pool, catalogue)) },
		{ weight: 1, arbitrary: oddities(pool, app) }
	);
	return by(fc.constantFrom(...who), act);
}

/**
 * A round of all doors that can be looked through: every page, function and table, by so many of the
 * observers each. Chance alone leaves some doors shut for long.
 */
export function round(
	who: readonly string[],
	pools: Pools,
	catalogue: Catalogue,
	{ app = true, seed = 0, breadth = Infinity } = {}
) {
	const pool = poolIn(pools);
	const doors = [
		...(app ? routeNames.map((route) => page(route, pool)) : []),
		...named(catalogue).map((name) => call(name, pool, catalogue)),
		...tableNames.flatMap((table) => [read(table, pool, catalogue), plan(table, pool, catalogue)])
	];
	const many = Math.min(breadth, who.length);
	const steps = doors.flatMap((door, at) => {
		const drawn = { seed: seed + at, numRuns: 1 };
		const [some = []] = fc.sample(
			fc.shuffledSubarray([...who], { minLength: many, maxLength: many }),
			drawn
		);
		return fc.sample(fc.tuple(...some.map((name) => by(fc.constant(name), door))), drawn).flat();
	});
	const all = { minLength: steps.length, maxLength: steps.length };
	return fc.sample(fc.shuffledSubarray(steps, all), { seed, numRuns: 1 }).flat();
}

const anyOf = (names: string[], act: (name: string) => fc.Arbitrary<Act>) =>
	fc.constantFrom(...names).chain(act);

const tableNames = Object.keys(tables);
const named = (catalogue: Catalogue) =>
	Object.keys(catalogue.functions).filter((name) => name in functions);

const routeNames = Object.keys(routes);
const address = (route: string, pool: Pool) => {
	const names = [...route.matchAll(/\[(\w+)(?:=\w+)?\]/g)].map((match) => match[1] ?? '');
	const params = names.map((name) => pool(routes[route]?.params?.[name] ?? 'anyId'));
	return fc
		.tuple(...params)
		.map((values) =>
			values.reduce<string>(
				(path, value) => path.replace(/\[[^\]]+\]/, encodeURIComponent(String(value))),
				route
			)
		);
};

function page(route: string, pool: Pool) {
	const questions = ['', ...(routes[route]?.query ?? [])];
	return fc
		.tuple(address(route, pool), fc.constantFrom(...questions), pool('group'))
		.map(([path, asked, group]): Act => {
			const question = asked.replace('{group}', String(group));
			return { to: 'app', method: 'GET', path: question ? `${path}?${question}` : path };
		});
}

// A code by mail takes its real second of an answer, so that door is tried less often.
const slow = new Set(['/sign-in', '/join/email', '/sign-in/digits', '/join/digits']);
const formNames = routeNames.flatMap((route) =>
	Object.keys(routes[route]?.actions ?? {}).map((action) => ({
		weight: slow.has(route) ? 1 : 6,
		arbitrary: fc.constant([route, action] as const)
	}))
);

function forms(pool: Pool) {
	return fc.oneof(...formNames).chain(([route, action]) => {
		const fields = Object.entries(routes[route]?.actions?.[action] ?? {});
		const body = fc.record(Object.fromEntries(fields.map(([name, from]) => [name, pool(from)])));
		return fc.tuple(address(route, pool), body).map(([path, values]): Act => ({
			to: 'app',
			method: 'POST',
			path: /^(default|POST)$/.test(action) ? path : `${path}?/${action}`,
			body: values
		}));
	});
}

const accepts = [
	'application/json',
	'text/csv',
	'application/vnd.pgrst.plan+json',
	'application/vnd.pgrst.object+json',
	'*/*'
];
const counts = ['', 'count=none', 'count=exact', 'count=planned', 'count=estimated'];
const answers = ['', 'return=minimal', 'return=representation', 'return=headers-only'];
const conflicts = ['', 'resolution=merge-duplicates', 'resolution=ignore-duplicates'];
const limits = ['', 'missing=default', 'tx=rollback', 'handling=strict, max-affected=1'];

const prefers = (choices: string[][]) =>
	fc
		.tuple(...choices.map((some) => fc.constantFrom(...some)))
		.map((chosen) => chosen.filter(Boolean).join(', '));

const headers = (prefer: fc.Arbitrary<string>) =>
	fc
		.tuple(
			fc.oneof(
				{ weight: 5, arbitrary: fc.constant('application/json') },
				fc.constantFrom(...accepts)
			),
			prefer
		)
		.map(([accept, preferred]): Record<string, string> => ({
			accept,
			...(preferred && { prefer: preferred })
		}));

function valueOf(pool: Pool, { name, type }: Argument, own: Record<string, string> = {}): Values {
	const named = own[name] ?? byName[name];
	if (named) return pool(named);
	if (type === 'uuid') return pool('anyId');
	if (type === 'boolean') return pool('flag');
	if (type === 'date') return pool('date');
	if (/^time/.test(type)) return pool('time');
	if (/int|numeric/.test(type)) return pool('number');
	return pool('words');
}

function call(name: string, pool: Pool, catalogue: Catalogue) {
	const fields = (catalogue.functions[name] ?? []).map((argument) => [
		argument.name,
		valueOf(pool, argument, functions[name])
	]);
	const body = fc.record(Object.fromEntries(fields) as Record<string, Values>);
	return fc.tuple(body, headers(prefers([counts])), fc.nat(9)).map(([values, given, how]): Act => {
		const path = `/rest/v1/rpc/${name}`;
		if (how > 0) return { to: 'api', method: 'POST', path, headers: given, body: values };
		const asked = question(Object.entries(values));
		return { to: 'api', method: 'GET', path: `${path}${asked}`, headers: given };
	});
}

const question = (pairs: (readonly [string, unknown])[]) =>
	pairs.length
		? `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
		: '';

const columnsOf = (table: string, catalogue: Catalogue) =>
	catalogue.columns.filter((column) => column.table === table);

/** Columns that may be selected far more often than those that may not. */
const likely = <Value>(
	columns: Catalogue['columns'],
	value: (columns: Catalogue['columns']) => fc.Arbitrary<Value>
) => {
	const readable = columns.filter((column) => column.readable);
	return readable.length
		? fc.oneof({ weight: 9, arbitrary: value(readable) }, { weight: 1, arbitrary: value(columns) })
		: value(columns);
};

function read(table: string, pool: Pool, catalogue: Catalogue) {
	const others = catalogue.links.flatMap(({ table: from, other }) =>
		from === table ? [other] : other === table ? [from] : []
	);
	const query = (columns: Catalogue['columns']) => {
		const list = columns.map(({ column }) => column).join(',');
		const select = fc.constantFrom(
			list,
			list,
			...columns.map(({ column }) => column),
			...others.map((other) => `${list},${other}(*)`),
			...others.map((other) => `id,${other}!inner(id)`),
			'*',
			'count()'
		);
		const order = fc.constantFrom('', ...columns.map(({ column }) => `${column}.desc`));
		const filters = fc.array(filter(table, columns, pool), { maxLength: 1 });
		return fc.tuple(filters, select, order, fc.constantFrom('', '', '1', '3'));
	};
	return fc
		.tuple(
			likely(columnsOf(table, catalogue), query),
			headers(prefers([counts, limits])),
			fc.constantFrom('GET', 'GET', 'GET', 'HEAD')
		)
		.map(([[some, chosen, sorted, limit], given, method]): Act => {
			const pairs: [string, string][] = [...some, ['select', chosen]];
			if (sorted) pairs.push(['order', sorted]);
			if (limit) pairs.push(['limit', limit]);
			return { to: 'api', method, path: `/rest/v1/${table}${question(pairs)}`, headers: given };
		});
}

function write(table: string, pool: Pool, catalogue: Catalogue) {
	const columns = columnsOf(table, catalogue);
	const values = columns.map((column) => [column.column, valueIn(table, column, pool)] as const);
	const row = fc.record(Object.fromEntries(values), { requiredKeys: [] });
	return fc
		.tuple(
			fc.constantFrom('POST', 'PATCH', 'DELETE', 'PUT'),
			fc.array(filter(table, columns, pool), { maxLength: 2 }),
			row,
			headers(prefers([answers, conflicts, counts, limits]))
		)
		.map(([method, some, body, given]): Act => ({
			to: 'api',
			method,
			path: `/rest/v1/${table}${question(some)}`,
			headers: given,
			...(method !== 'DELETE' && { body })
		}));
}

const valueIn = (table: string, { column, type }: Catalogue['columns'][number], pool: Pool) =>
	valueOf(pool, { name: column, type }, { id: tables[table] ?? 'anyId' });

function filter(table: string, columns: Catalogue['columns'], pool: Pool) {
	return fc.constantFrom(...columns).chain((column) =>
		fc
			.tuple(fc.constantFrom('eq', 'neq', 'gt', 'is', 'in', 'not.eq'), valueIn(table, column, pool))
			.map(([operator, value]): [string, string] => {
				if (operator === 'is') return [column.column, 'is.null'];
				const right = operator === 'in' ? `in.(${String(value)})` : `${operator}.${String(value)}`;
				return [column.column, right];
			})
	);
}

// Hosted Supabase answers `count=planned` from the planner, so what it expects is seen by all.
function plan(table: string, pool: Pool, catalogue: Catalogue) {
	return likely(columnsOf(table, catalogue), (columns) =>
		fc.tuple(fc.constantFrom(...columns), pool('anyId'), fc.boolean())
	).map(([{ column, type }, id, whole]): Act => {
		const where = whole || type !== 'uuid' ? '' : ` where ${column} = '${String(id)}'`;
		return {
			to: 'planner',
			method: 'EXPLAIN',
			path: `select ${column} from public.${table}${where}`
		};
	});
}

function oddities(pool: Pool, app: boolean) {
	const api = (method: string, path: string, more: Partial<Act> = {}): Act => ({
		to: 'api',
		method,
		path,
		...more
	});
	const elsewhere = fc
		.tuple(
			fc.constantFrom(...Object.keys(tables), ...absent.tables),
			fc.constantFrom('care', 'private', 'auth')
		)
		.map(([table, schema]) =>
			api('GET', `/rest/v1/${table}`, { headers: { 'accept-profile': schema } })
		);
	const unknown = fc.oneof(
		fc.constantFrom(...absent.tables).map((table) => api('GET', `/rest/v1/${table}`)),
		fc
			.constantFrom(...absent.functions)
			.map((name) => api('POST', `/rest/v1/rpc/${name}`, { body: {} })),
		fc
			.constantFrom(...absent.tables)
			.map((table) => api('GET', `/rest/v1/residents?select=*,${table}(*)`))
	);
	const account = fc.oneof(
		fc
			.constantFrom('/auth/v1/user', '/auth/v1/settings', '/auth/v1/health')
			.map((path) => api('GET', path)),
		pool('email').map((email) =>
			api('POST', '/auth/v1/otp', { body: { email, create_user: false } })
		),
		fc.constant(
			api('POST', '/auth/v1/token?grant_type=refresh_token', {
				body: { refresh_token: MY_REFRESH_TOKEN }
			})
		),
		pool('name').map((name) => api('PUT', '/auth/v1/user', { body: { data: { name } } }))
	);
	const root = fc
		.constantFrom('application/openapi+json', 'application/json')
		.map((accept) => api('GET', '/rest/v1/', { headers: { accept } }));
	const lost = fc
		.constantFrom('/care', '/me/clients', '/robots.txt', '/groups/x/y')
		.map((path): Act => ({ to: 'app', method: 'GET', path }));
	return fc.oneof(elsewhere, unknown, account, root, ...(app ? [lost] : []));
}
