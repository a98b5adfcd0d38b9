import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asItWas, decodeCsv, harmless, readCsv, writeCsv } from './csv.server';

const rowsOf = (text: string) => {
	const read = readCsv(text);
	return 'rows' in read ? read.rows : read;
};
const nasty = fc.string({
	unit: fc.constantFrom(
		"'",
		'"',
		';',
		',',
		'=',
		'+',
		'-',
		'@',
		'\t',
		'\r',
		'\n',
		' ',
		'a',
		'é',
		'€'
	),
	maxLength: 12
});

test('whatever is in a cell comes back as it was', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.constant('x'), nasty, fc.string()), { minLength: 1, maxLength: 20 }),
			(rows) => {
				expect(rowsOf(writeCsv(rows))).toEqual(rows);
			}
		),
		{ numRuns: 500 }
	);
});

test('no cell of a file begins a formula', () => {
	fc.assert(
		fc.property(nasty, (text) => {
			const [[cell]] = rowsOf(writeCsv([['x', text]])) as [string[]];
			expect(cell).toBe('x');
			expect(harmless(text)).not.toMatch(/^[=+\-@\t\r\n]/);
			expect(asItWas(harmless(text))).toBe(text);
		}),
		{ numRuns: 500 }
	);
});

test.each(['=1+1', '+31 6 12345678', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])(
	'%j gets an apostrophe, in the file too',
	(text) => {
		expect(harmless(text)).toBe(`'${text}`);
		expect(writeCsv([['x', text]])).toContain(`'${text}`);
	}
);

test('an apostrophe of somebody stays theirs', () => {
	expect(harmless("'s-Hertogenbosch")).toBe("'s-Hertogenbosch");
	expect(asItWas("'s-Hertogenbosch")).toBe("'s-Hertogenbosch");
	expect(asItWas(harmless("'=1"))).toBe("'=1");
});

test.each([
	['semicolons', 'Naam;E-mail\r\nAnna;a@b.nl\r\n'],
	['commas', 'Naam,E-mail\nAnna,a@b.nl'],
	['tabs', 'Naam\tE-mail\nAnna\ta@b.nl\n'],
	['a line that says so', 'sep=;\r\nNaam;E-mail\r\nAnna;a@b.nl'],
	['a mark before it', '\ufeffNaam;E-mail\r\nAnna;a@b.nl'],
	['quotes around all', '"Naam";"E-mail"\r\n"Anna";"a@b.nl"\r\n'],
	['returns of an old Mac', 'Naam;E-mail\rAnna;a@b.nl\r']
])('a file with %s is read', (_, text) => {
	expect(rowsOf(text)).toEqual([
		['Naam', 'E-mail'],
		['Anna', 'a@b.nl']
	]);
});

test('quotes keep separators, quotes and lines together', () => {
	expect(rowsOf('a;b\n"een; ""twee""\ndrie";vier')).toEqual([
		['a', 'b'],
		['een; "twee"\ndrie', 'vier']
	]);
	expect(rowsOf('"a;b;c",d\n1,2')).toEqual([
		['a;b;c', 'd'],
		['1', '2']
	]);
});

test('a quote that is not closed is told with its row', () => {
	expect(readCsv('a;b\n1;2\n"3;4\n5;6')).toEqual({ brokenAt: 3 });
	expect(readCsv('a;b\n1;2"x"\n')).toEqual({ brokenAt: 2 });
});

test('letters come through from Unicode and from Windows', () => {
	const text = 'Zoë – café € 5';
	const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(text, 'utf16le'))]);
	const windows = Uint8Array.from(
		[...text].map((letter) => ({ '–': 0x96, '€': 0x80 })[letter] ?? letter.charCodeAt(0))
	);
	expect(decodeCsv(new TextEncoder().encode(text))).toBe(text);
	expect(decodeCsv(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
	expect(decodeCsv(windows)).toBe(text);
	expect(decodeCsv(utf16)).toBe(text);
});
