import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textParts } from './text-parts';

const links = (text: string) =>
	textParts(text).flatMap(({ text, href, host }) => (href ? [{ text, href, host }] : []));
const hrefs = (text: string) => links(text).map(({ href }) => href);

const bits = fc.constantFrom(
	...['https://', 'HTTP://', 'www.', 'linde.nl', 'a@b.nl', 'javascript:', '//', '06', ' - ', '12'],
	...['34 56 78', '+31', '(0)', '0', '/', '.', ',', ')', '(', '"', '<b>', '&', '\n', '​', '🌷']
);
const texts = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc.array(bits, { maxLength: 20 }).map((all) => all.join(''))
);

test('whatever is written, no letter of it is lost', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const again = textParts(text).map((part) => part.text);
			expect(again.join('')).toBe(text);
			expect(again).not.toContain('');
		}),
		{ numRuns: 2000 }
	);
});

test('whatever is written, a link leads to a site or a telephone and shows where', () => {
	let seen = 0;
	fc.assert(
		fc.property(texts, (text) => {
			for (const { href, host } of links(text)) {
				seen++;
				if (host === undefined) expect(href).toMatch(/^tel:\+?\d{8,13}$/);
				else {
					const url = new URL(href);
					expect(url.protocol).toMatch(/^https?:$/);
					expect(url.username + url.password).toBe('');
					expect(url.host).toBe(host);
				}
			}
		}),
		{ numRuns: 2000 }
	);
	expect(seen).toBeGreaterThan(20);
});

test.each([
	['Kijk op https://www.linde.nl/soep?dag=2#vrijdag.', 'https://www.linde.nl/soep?dag=2#vrijdag'],
	['(www.linde.nl)', 'https://www.linde.nl/'],
	['HTTP://LINDE.NL, toch', 'http://linde.nl/'],
	['https://nl.wikipedia.org/wiki/Linde_(boom)', 'https://nl.wikipedia.org/wiki/Linde_(boom)'],
	['https://lindе.nl', 'https://xn--lind-y4d.nl/'],
	['Bel 06 - 12 34 56 78 even', 'tel:0612345678'],
	['06-12345678', 'tel:0612345678'],
	['0612345678!', 'tel:0612345678'],
	['+31 6 12 34 56 78', 'tel:+31612345678'],
	['0031 (0)6 12345678', 'tel:0031612345678'],
	['010-1234567 of zo', 'tel:0101234567'],
	['0113 12 34 56', 'tel:0113123456'],
	['gratis: 0800-1205', 'tel:08001205']
])('in %j the link is %j', (text, href) => {
	expect(hrefs(text)).toEqual([href]);
});

test.each([
	'javascript:alert(1)',
	'data:text/html,https',
	'//linde.nl',
	'ftp://linde.nl',
	'https://',
	'https://localhost/x',
	'https://127.0.0.1/x',
	'https://bank.nl@boef.nl/',
	'https://bank.nl:wachtwoord@boef.nl/',
	'naam@www.linde.nl',
	'Op 06-12-2026 12.30 uur',
	'06-12-2026 12',
	'NL91ABNA0417164300',
	'1234567890',
	'061234567',
	'020-123456',
	'06 12 34 56 78 90',
	'van 10.00 tot 12.00 uur'
])('in %j is no link', (text) => {
	expect(links(text)).toEqual([]);
});

test('the site that is shown is where the link goes, not what it looks like', () => {
	expect(links('https://lindе.nl/inloggen')[0]?.host).toBe('xn--lind-y4d.nl');
	expect(links('zie https://linde.nl:8080/a en www.boef.nl').map(({ host }) => host)).toEqual([
		'linde.nl:8080',
		'www.boef.nl'
	]);
});
