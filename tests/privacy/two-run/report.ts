import type { Step } from './steps.ts';
import type { Found, Tally } from './walk.ts';

/** What a difference says to whoever has to close it: who, at which step, by what, from which byte. */
export function explainFound(found: Found, pair: string, seed: number) {
	const { before, step, role, channel, at, left, right } = found;
	return [
		`The two worlds of "${pair}" differ.`,
		...before.map((earlier, n) => `  step ${n + 1}   ${told(earlier)}`),
		`  shown by ${step ? `step ${before.length + 1}: ${told(step)}` : 'the rows after the last'}`,
		`  role     ${role}`,
		`  channel  ${channel}, from byte ${at}`,
		`  W0       ${JSON.stringify(left)}`,
		`  W1       ${JSON.stringify(right)}`,
		`  repeat   SEED=${seed} npm run test:privacy`
	].join('\n');
}

const told = ({ who, to, method, path, headers, body }: Step) =>
	[`${who}: ${method} ${path} (${to})`, headers, body]
		.filter((part) => part !== undefined)
		.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
		.join(' ');

/** One line of figures about a walk. */
export function figures(name: string, { traces, steps, answers }: Tally, since: number) {
	const seconds = ((performance.now() - since) / 1000).toFixed(1);
	const kinds = Object.entries(answers)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([kind, count]) => `${kind} ${count}`);
	return `${name}: ${traces} traces, ${steps} steps, ${seconds} s (${kinds.join(', ')})`;
}
