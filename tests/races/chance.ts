/** The seed of this run: SEED repeats the choices of an earlier one, though never its timing. */
export const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

export type Chance = {
	/** A whole number from 0 up to, not including, `below`. */
	below: (below: number) => number;
	of: <T>(items: readonly T[]) => T;
	shuffled: <T>(items: readonly T[]) => T[];
};

/** Repeatable random choices (mulberry32); `stream` keeps tests of one run apart. */
export function chanceOf(stream: number): Chance {
	let state = (seed + stream * 0x9e3779b9) >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		of: (items) => {
			const item = items[below(items.length)];
			if (item === undefined) throw new Error('Nothing to choose from.');
			return item;
		},
		shuffled: (items) => {
			const left = [...items];
			return items.map(() => left.splice(below(left.length), 1)[0]!);
		}
	};
}
