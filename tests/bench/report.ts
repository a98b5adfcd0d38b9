/** One measured figure, with what it is held against (mostly the empty page) and what it may be. */
export type Figure = {
	name: string;
	unit: 'kB' | 'requests' | 'calls' | 'ms' | 'a second';
	value: number;
	floor?: number;
	/** How many times worse than the floor. */
	ratio?: number;
	budget?: string;
	ok?: boolean;
};

type Measured = Pick<Figure, 'name' | 'unit' | 'value' | 'floor'>;

/** A figure that is only reported. Of rates more is better, of all else less. */
export function report(measured: Measured): Figure {
	const { unit, value, floor } = measured;
	if (!floor) return measured;
	return { ...measured, ratio: unit === 'a second' ? floor / value : value / floor };
}

/** A figure that may be so much at most. */
export function atMost(budget: number, measured: Measured): Figure {
	const { unit, value } = measured;
	return { ...report(measured), budget: `${budget} ${unit}`, ok: value <= budget };
}

/** A figure that may be so many times what stands beside it at most. */
export function atMostTimes(budget: number, measured: Measured, beside = 'floor'): Figure {
	const figure = report(measured);
	return { ...figure, budget: `${budget} x ${beside}`, ok: (figure.ratio ?? Infinity) <= budget };
}

/** The value in the middle, or the higher of the two there. */
export function median(values: number[]) {
	const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
	if (middle === undefined) throw new Error('Nothing was measured.');
	return middle;
}

/** The figures as a table for the screen. */
export function table(figures: Figure[]) {
	const rows = [
		['', 'figure', 'floor', 'ratio', 'budget', ''],
		...figures.map(({ name, unit, value, floor, ratio, budget, ok }) => [
			name,
			`${short(value)} ${unit}`,
			floor === undefined ? '' : short(floor),
			ratio === undefined ? '' : ratio.toFixed(2),
			budget ?? '',
			ok === undefined ? '' : ok ? 'ok' : 'FAILED'
		])
	];
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	const pad = (cell: string, column: number) =>
		column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!);
	return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** The last line: how many budgets were kept and how many were not. */
export function tally(figures: Figure[]) {
	const failed = figures.filter(({ ok }) => ok === false);
	const passed = figures.filter(({ ok }) => ok === true).length;
	return { failed: failed.length, line: `${passed} passed, ${failed.length} failed` };
}

const short = (value: number) => String(Number(value.toFixed(value < 100 ? 1 : 0)));
