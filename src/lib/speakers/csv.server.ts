import { CsvError, parse } from 'csv-parse/sync';

const separators = [';', ',', '\t'];

/** What a spreadsheet would take for a formula, with the apostrophes before it. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet reckons with: an apostrophe goes before what would be a formula. */
export const harmless = (text: string) => (formula.test(text) ? `'${text}` : text);

/** The same text as it was before. */
export const asItWas = (text: string) =>
	text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

/** The text of a file: Unicode by its mark or by what is in it, else what Windows writes. */
export function decodeCsv(bytes: Uint8Array) {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/**
 * The rows of a file, as they were before they were made harmless. The first row says what separates;
 * Excel may say it on a line before. A row number when the quotes are not closed from there.
 */
export function readCsv(text: string): { rows: string[][] } | { brokenAt: number } {
	const unmarked = text.replace(/^\ufeff/, '');
	const said = /^"?sep=(.)"?\r?\n/i.exec(unmarked);
	const body = unmarked.slice(said?.[0].length ?? 0);
	try {
		const rows: string[][] = parse(body, {
			delimiter: said?.[1] ?? separatorOf(body),
			relax_column_count: true,
			max_record_size: 100_000
		});
		return { rows: rows.map((row) => row.map(asItWas)) };
	} catch (failure) {
		if (!(failure instanceof CsvError)) throw failure;
		return { brokenAt: Number(failure.records ?? 0) + 1 };
	}
}

function separatorOf(body: string) {
	const unquoted = body.slice(0, 20_000).replace(/"[^"]*"/g, '');
	const headline = unquoted.split(/[\r\n]/, 1)[0]!;
	const times = (separator: string) => headline.split(separator).length;
	return separators.toSorted((one, other) => times(other) - times(one))[0]!;
}

/** A file of rows that a Dutch spreadsheet opens as they are, and that reckons nothing. */
export const writeCsv = (rows: readonly (readonly string[])[]) =>
	`\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

function cell(text: string) {
	const safe = harmless(text);
	return /[;,"\t\r\n]|^\s|\s$|^$/.test(safe) && safe ? `"${safe.replaceAll('"', '""')}"` : safe;
}
