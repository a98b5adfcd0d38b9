import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
/** No zone changes its clock twice within one. */
const WEEK = 7 * 1440 * MINUTE;

type Change = { at: number; from: number; to: number };

const made = new Map<string, string>();

/** The VTIMEZONE of a zone for whole years: each change of the clock as it was or will be, by itself. */
export function timeZoneBlock(zone: string, firstYear: number, lastYear: number) {
	const key = `${zone} ${firstYear} ${lastYear}`;
	const block = made.get(key) ?? make(zone, firstYear, lastYear);
	made.set(key, block);
	return block;
}

function make(zone: string, firstYear: number, lastYear: number) {
	const begin = Date.UTC(firstYear, 0, 1);
	const offset = offsetAt(zone, begin);
	const changes = [
		{ at: begin, from: offset, to: offset },
		...changesOf(zone, begin, Date.UTC(lastYear + 1, 0, 1))
	];
	const winter = Math.min(...changes.map(({ to }) => to));
	const blocks = changes.map(({ at, from, to }) => {
		const kind = to > winter ? 'DAYLIGHT' : 'STANDARD';
		return [
			`BEGIN:${kind}`,
			// In the clock that was shown until then.
			`DTSTART:${stamp(at + from * MINUTE)}`,
			`TZOFFSETFROM:${signed(from)}`,
			`TZOFFSETTO:${signed(to)}`,
			`END:${kind}`
		].join('\n');
	});
	return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...blocks, 'END:VTIMEZONE'].join('\n');
}

function changesOf(zone: string, begin: number, end: number) {
	const changes: Change[] = [];
	for (let week = begin; week < end; week += WEEK) {
		const from = offsetAt(zone, week);
		const to = offsetAt(zone, week + WEEK);
		if (from === to) continue;
		let [before, after] = [week, week + WEEK];
		while (after - before > MINUTE) {
			const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
			if (offsetAt(zone, middle) === from) before = middle;
			else after = middle;
		}
		changes.push({ at: after, from, to });
	}
	return changes;
}

const offsetAt = (zone: string, moment: number) => tzOffset(zone, new Date(moment));

const stamp = (local: number) => new Date(local).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

function signed(minutes: number) {
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}
