import { m } from '$lib/paraglide/messages';
import { getLocale, locales } from '$lib/paraglide/runtime';
import { isolate } from '$lib/ui/isolate';
import { columns, needed, plain } from './columns.server';
import { readCsv, writeCsv } from './csv.server';
import type { Speaker } from './shapes.server';

/** How many speakers a file may hold, and how large it may be. */
export const MOST_ROWS = 10_000;
export const MOST_BYTES = 4_000_000;

type Row = { number: number; name: string; problems: string[] };

/** A file of speakers as it was understood. Nothing is to be written while anything is not right. */
export type Reading = {
	speakers: Record<string, unknown>[];
	/** What is not right about the file as a whole. */
	problem?: string;
	/** The rows that are not right, by their number in a spreadsheet. */
	wrong: Row[];
	/** The heads of columns that mean nothing here. */
	skipped: string[];
};

const heads = new Map(
	columns.flatMap((column) =>
		locales.map((locale): [string, string] => [plain(column.head({}, { locale })), column.key])
	)
);

/** Reads a file, and says of every row what is not right about it. */
export function readSpeakers(text: string): Reading {
	const refused = (problem: string) => ({ speakers: [], problem, wrong: [], skipped: [] });
	const file = readCsv(text);
	if ('brokenAt' in file) return refused(m.speaker_csv_broken({ row: file.brokenAt }));
	const [headline = [], ...rows] = file.rows;
	const keys = headline.map((head) => heads.get(plain(head)));
	const missing = columns.filter(({ key }) => needed.includes(key) && !keys.includes(key));
	const [first] = missing;
	if (first) return refused(m.speaker_csv_missing({ column: isolate(first.head()) }));
	if (rows.length > MOST_ROWS) return refused(m.error_too_many_rows());

	const seen = new Map<string, number>();
	const speakers: Reading['speakers'] = [];
	const wrong: Row[] = [];
	rows.forEach((cells, index) => {
		if (cells.every((cell) => !cell.trim())) return;
		const number = index + 2;
		const { speaker, problems } = readRow(cells, keys);
		const who = `${String(speaker.email)}\n${String(speaker.name).toLowerCase()}`;
		const before = seen.get(who);
		if (!problems.length && before) problems.push(m.speaker_csv_twice({ row: before }));
		seen.set(who, before ?? number);
		speakers.push(speaker);
		if (problems.length)
			wrong.push({ number, name: cells[keys.indexOf('name')]?.trim() ?? '', problems });
	});
	if (!speakers.length) return refused(m.speaker_csv_empty());
	const skipped = headline.filter((head, nth) => head.trim() && !keys[nth]);
	return { speakers, wrong, skipped };
}

function readRow(cells: readonly string[], keys: readonly (string | undefined)[]) {
	const speaker: Record<string, unknown> = {};
	const problems: string[] = [];
	for (const { key, head, read } of columns) {
		const nth = keys.indexOf(key);
		if (nth < 0) continue;
		const { data, error } = read.safeParse(cells[nth] ?? '');
		speaker[key] = data;
		const said = error?.issues[0]?.message;
		if (said) problems.push(m.speaker_csv_problem({ column: head(), problem: said }));
	}
	const { topics, ownTopic } = speaker as { topics?: unknown[]; ownTopic?: string | null };
	if (topics?.length === 0 && !ownTopic) problems.push(m.speaker_topics_error());
	if (cells.slice(keys.length).some((cell) => cell.trim())) problems.push(m.speaker_csv_too_wide());
	return { speaker, problems };
}

/** The speakers as a file that comes back in as it went out. */
export function writeSpeakers(speakers: readonly Speaker[]) {
	const locale = getLocale();
	return writeCsv([
		columns.map(({ head }) => head()),
		...speakers.map((speaker) => columns.map(({ write }) => write(speaker, locale)))
	]);
}
