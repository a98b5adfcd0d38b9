import autocannon from 'autocannon';
import { median } from './report.ts';

const CONNECTIONS = 50;

export type Target = { url: string; cookie?: string };
export type Load = { perSecond: number; p95: number };

/**
 * How many requests a second each address answers, and how long the slowest of twenty takes, in
 * milliseconds. All addresses take turns, so that a slow moment of the machine falls on all.
 */
export async function measureLoad(targets: Target[], rounds: number, seconds: number) {
	for (const target of targets) await shoot(target, 1);
	const found = targets.map(() => [] as Load[]);
	for (let round = 0; round < rounds; round++) {
		for (const [index, target] of targets.entries()) {
			found[index]!.push(await shoot(target, seconds));
		}
	}
	return found.map((loads) => ({
		perSecond: median(loads.map(({ perSecond }) => perSecond)),
		p95: median(loads.map(({ p95 }) => p95))
	}));
}

async function shoot({ url, cookie }: Target, seconds: number): Promise<Load> {
	const times: number[] = [];
	const result = await new Promise<autocannon.Result>((done, fail) => {
		const run = autocannon(
			{
				url,
				connections: CONNECTIONS,
				duration: seconds,
				headers: { 'accept-encoding': 'gzip', ...(cookie && { cookie }) }
			},
			(error, finished) => (error ? fail(error as Error) : done(finished))
		);
		run.on('response', (_client, _status, _bytes, time) => times.push(time));
	});
	const wrong = result.non2xx + result.errors;
	if (wrong)
		throw new Error(`${url} refused or lost ${wrong} of ${result.requests.sent} requests.`);
	return {
		perSecond: times.length / result.duration,
		p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Infinity
	};
}
