import type { Found, Tally } from './walk.ts';

/** What a difference says to whoever has to close it: who, at which step, by what, from which byte. */
export function explainFound(found: Found, pair: string, seed: number) {
	const { step, n, role, channel, at, left, right } = found;
	return [
		`The two worlds of "${pair}" differ.`,
		`  role     ${step ? `${step.who}, ${role}` : role}`,
		`  step     ${step ? `${n + 1}: ${step.method} ${step.path} (${step.to})` : 'after the last'}`,
		...(step?.headers ? [`  headers  ${JSON.stringify(step.headers)}`] : []),
		...(step && step.body !== undefined ? [`  body     ${JSON.stringify(step.body)}`] : []),
		`  channel  ${channel}, from byte ${at}`,
		`  W0       ${JSON.stringify(left)}`,
		`  W1       ${JSON.stringify(right)}`,
		`  repeat   SEED=${seed} npm run test:privacy`
	].join('\n');
}

/** One line of figures about a walk. */
export function figures(name: string, { traces, steps, answers }: Tally, since: number) {
	const seconds = ((performance.now() - since) / 1000).toFixed(1);
	const kinds = Object.entries(answers)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([kind, count]) => `${kind} ${count}`);
	return `${name}: ${traces} traces, ${steps} steps, ${seconds} s (${kinds.join(', ')})`;
}
