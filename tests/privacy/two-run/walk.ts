import type { Sql } from 'postgres';
import type { Keys } from '../../../supabase/local/keys.ts';
import {
	firstDifference,
	send,
	sightsOf,
	type Difference,
	type Received,
	type Sight
} from './observe.ts';
import type { Observer } from './people.ts';
import type { Stage } from './stage.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** Changes an answer of the second world before it is seen: a leak planted outside the app. */
export type Tamper = (answer: Received, step: Step) => Received;

/** `step` is the one that showed it, after the steps before it; null when the rows themselves differ. */
export type Found = Difference & { before: Step[]; step: Step | null; role: string };

/** How much was walked, and whether it was more than closed doors. */
export type Tally = { traces: number; steps: number; answers: Record<string, number> };

type Options = {
	stage: Stage;
	worlds: readonly [World, World];
	observers: readonly Observer[];
	tamper?: Tamper;
	tamperMail?: (mail: string) => string;
	/** Compare the rows outside care as well, which nobody sees all of. */
	rows?: boolean;
	/** The tables outside care that hold what the worlds differ in, if there are. */
	secret?: string[];
	tally: Tally;
};

/** Lets the same people do the same steps in both worlds at once; gives the first thing that differs. */
export async function walk(
	steps: readonly Step[],
	seed: number,
	options: Options
): Promise<Found | null> {
	const { stage, worlds, observers, tamper, tamperMail, tally } = options;
	stage.clock.begin(seed);
	tally.traces++;
	await Promise.all(worlds.map((world) => world.goBack()));
	const visits = worlds.map((world) => new Visit(world, stage.keys));
	for (const [n, step] of steps.entries()) {
		stage.clock.tick();
		const observer = observers.find(({ name }) => name === step.who);
		if (!observer) throw new Error(`Nobody is called ${step.who}.`);
		const [left, right] = await Promise.all(visits.map((visit) => visit.take(step, observer)));
		if (!left || !right) throw new Error('There are two worlds.');
		tally.steps++;
		const kind = `${step.to} ${Math.floor(left.status / 100)}xx`;
		tally.answers[kind] = (tally.answers[kind] ?? 0) + 1;
		const seen = tamper ? tamper(right, step) : right;
		const found =
			firstDifference(sightsOf(left), sightsOf(seen)) ??
			firstDifference(mailsOf(worlds[0]), mailsOf(worlds[1], tamperMail));
		if (found) return { ...found, before: steps.slice(0, n), step, role: observer.role };
	}
	if (options.rows === false) return null;
	const [left, right] = await Promise.all(worlds.map((world) => world.rowsOutside(options.secret)));
	const found = firstDifference(left ?? [], right ?? []);
	return found && { ...found, before: [...steps], step: null, role: 'the database outside care' };
}

const mailsOf = ({ mails }: World, change = (mail: string) => mail): Sight[] => [
	{ channel: 'mail', text: `${mails.length} mails` },
	...mails.map((mail) => ({ channel: 'mail', text: change(mail) }))
];

const HOST = 'buurtplein.test';

/** In the body of a step: the token with which whoever does it gets new ones. */
export const MY_REFRESH_TOKEN = '{my refresh token}';

/** What everybody does in one world, with a cookie jar for each. */
class Visit {
	#world: World;
	#keys: Keys;
	#jars = new Map<string, Map<string, { value: string; path: string }>>();

	constructor(world: World, keys: Keys) {
		this.#world = world;
		this.#keys = keys;
	}

	take(step: Step, observer: Observer): Promise<Received> {
		if (step.to === 'planner') return explain(this.#world.sql, step.path, observer.claims);
		return step.to === 'api' ? this.#ask(step, observer) : this.#browse(step, observer);
	}

	#ask({ method, path, headers = {}, body }: Step, { token, refreshToken }: Observer) {
		return send(this.#world.api, {
			method,
			path,
			headers: {
				host: HOST,
				apikey: this.#keys.publishableKey,
				...(token && { authorization: `Bearer ${token}` }),
				...(body !== undefined && { 'content-type': 'application/json' }),
				...headers
			},
			body: JSON.stringify(body)?.replace(MY_REFRESH_TOKEN, refreshToken ?? 'none')
		});
	}

	async #browse({ method, path, body }: Step, observer: Observer) {
		const jar = this.#jarOf(observer);
		const place = path.split('?')[0] ?? '';
		const cookies = [...jar].filter(([, cookie]) => place.startsWith(cookie.path));
		const answer = await send(this.#world.app, {
			method,
			path,
			headers: {
				host: HOST,
				accept: 'text/html',
				'accept-language': observer.name === 'priya' ? 'en' : 'nl',
				cookie: cookies.map(([name, { value }]) => `${name}=${value}`).join('; '),
				...(method === 'POST' && {
					origin: `http://${HOST}`,
					'content-type': 'application/x-www-form-urlencoded'
				})
			},
			body: method === 'POST' ? formOf(body) : undefined
		});
		for (const [name, value] of answer.headers) if (/^set-cookie$/i.test(name)) keep(jar, value);
		return answer;
	}

	#jarOf({ name, cookies }: Observer) {
		let jar = this.#jars.get(name);
		if (!jar) {
			jar = new Map(cookies.map(([cookie, value]) => [cookie, { value, path: '/' }]));
			this.#jars.set(name, jar);
		}
		return jar;
	}
}

function keep(jar: Map<string, { value: string; path: string }>, header: string) {
	const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
	const path = /;\s*path=([^;]+)/i.exec(header)?.[1] ?? '/';
	if (/;\s*max-age=0/i.test(header)) jar.delete(name);
	else jar.set(name, { value, path });
}

function formOf(body: unknown) {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
		for (const one of [value].flat()) if (one !== null) form.append(name, String(one));
	}
	return form.toString();
}

async function explain(
	sql: Sql,
	query: string,
	claims: Record<string, unknown>
): Promise<Received> {
	const answer = { status: 200, reason: '', headers: [] };
	try {
		const rows = await sql.begin(async (transaction) => {
			await transaction`
				select
					set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
					set_config('role', ${String(claims.role)}, true)
			`;
			return transaction.unsafe(`explain (verbose) ${query}`);
		});
		return { ...answer, body: rows.map((row) => String(Object.values(row)[0])).join('\n') };
	} catch (error) {
		const { code, message, hint, detail } = error as Record<string, string | undefined>;
		return { ...answer, status: 400, body: [code, message, hint, detail].join('\n') };
	}
}
