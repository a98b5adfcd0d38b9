import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moments } from '$lib/groups/schema';
import { overwriteGetLocale, type Locale } from '$lib/paraglide/runtime';
import { columns } from './columns.server';
import { MOST_ROWS, readSpeakers, writeSpeakers } from './import.server';
import { speakerLanguages, speakerTopics } from './kinds';
import type { Speaker } from './shapes.server';

overwriteGetLocale(() => 'nl');

const headline = 'Naam;E-mailadres;Onderwerpen';
const file = (...rows: string[]) => [headline, ...rows].join('\r\n');
const problems = (text: string) => readSpeakers(text).wrong.flatMap((row) => row.problems);

/** A text as it is kept: folded, trimmed, without what cannot be seen. */
const kept = (max: number) =>
	fc
		.string({ unit: fc.constantFrom(...'\'";,=+-@ aBé€<&0'), minLength: 1, maxLength: max })
		.map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
		.filter(Boolean);
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const some = <T>(of: readonly T[], minLength = 0) => fc.subarray([...of], { minLength });
const day = fc.integer({ min: 0, max: 1000 }).map((n) => {
	const date = new Date(Date.UTC(2026, 0, 1 + n));
	return date.toISOString().slice(0, 10);
});

const speaker: fc.Arbitrary<Speaker> = fc
	.record({
		id: fc.uuid(),
		name: kept(80),
		organisation: orNull(kept(80)),
		ownTopic: orNull(kept(60)),
		topics: some(speakerTopics.filter((topic) => topic !== 'own')),
		plainLanguage: fc.boolean(),
		languages: some(speakerLanguages, 1),
		stepsFreeNeeded: fc.boolean(),
		needs: orNull(kept(300)),
		costCents: orNull(fc.integer({ min: 1, max: 1_000_000 })),
		email: fc.uuid().map((id) => `${id}@example.org`),
		telephone: orNull(fc.constantFrom('+31 6 12345678', '06 - 12 34 56 78', '0612345678')),
		notes: orNull(kept(500)),
		archived: fc.constant(false),
		freeDays: some(moments.map(({ id }) => id)),
		away: fc.array(
			fc.tuple(day, day).map((days) => {
				const [firstOn = '', lastOn = ''] = days.toSorted();
				return {
					firstOn,
					lastOn: Date.parse(lastOn) - Date.parse(firstOn) > 366 * 864e5 ? firstOn : lastOn
				};
			}),
			{ maxLength: 3 }
		)
	})
	.filter(({ topics, ownTopic }) => topics.length > 0 || ownTopic !== null);

/** What of a speaker is in the file: not the id, and whether they were put away. */
const inFile = (speaker: Speaker) =>
	Object.fromEntries(columns.map(({ key }) => [key, speaker[key as keyof Speaker]]));

describe.each<Locale>(['nl', 'en'])('in %s', (locale) => {
	test('speakers that go out come back in as they were, whoever reads them', () => {
		fc.assert(
			fc.property(fc.array(speaker, { minLength: 1, maxLength: 8 }), (speakers) => {
				overwriteGetLocale(() => locale);
				const written = writeSpeakers(speakers);
				overwriteGetLocale(() => (locale === 'nl' ? 'en' : 'nl'));
				const read = readSpeakers(written);
				overwriteGetLocale(() => 'nl');
				expect(read).toEqual({ speakers: speakers.map(inFile), wrong: [], skipped: [] });
			}),
			{ numRuns: 150 }
		);
	});
});

test('a file as somebody makes it in Excel', () => {
	const text = [
		'naam;E-MAIL ADRES;onderwerpen;Makkelijke taal;Kosten;Wanneer;Afwezig;Schoenmaat',
		'Samira Amrani; Samira@Example.org ;Geld, GEZOND ETEN;X;€ 25,-;dinsdag ochtend, vrijdag;1-12-2026 t/m 5-12-2026;38',
		';;;;;;;',
		'Bram;bram@example.org;natuur;;gratis;;24-12-2026;'
	].join('\r\n');
	expect(readSpeakers(text)).toEqual({
		speakers: [
			{
				name: 'Samira Amrani',
				email: 'samira@example.org',
				topics: ['money', 'food'],
				plainLanguage: true,
				costCents: 2500,
				freeDays: ['2-morning', '5-morning', '5-afternoon', '5-evening'],
				away: [{ firstOn: '2026-12-01', lastOn: '2026-12-05' }]
			},
			{
				name: 'Bram',
				email: 'bram@example.org',
				topics: ['nature'],
				plainLanguage: false,
				costCents: null,
				freeDays: [],
				away: [{ firstOn: '2026-12-24', lastOn: '2026-12-24' }]
			}
		],
		wrong: [],
		skipped: ['Schoenmaat']
	});
});

test('every row that is not right is named, by the number it has in a spreadsheet', () => {
	const read = readSpeakers(
		file('Goed;g@example.org;geld', '', ';geen adres;sterren', 'Goed;G@example.org;natuur')
	);
	expect(read.wrong.map(({ number, name }) => [number, name])).toEqual([
		[4, ''],
		[5, 'Goed']
	]);
	expect(read.wrong[0]!.problems).toEqual([
		'Naam: Vul de naam van de spreker in.',
		'Onderwerpen: We kennen \u2068sterren\u2069 niet.',
		'E-mailadres: Vul je e-mailadres in, zoals naam@voorbeeld.nl.'
	]);
	expect(read.wrong[1]!.problems).toEqual(['Deze spreker staat ook in rij 2.']);
});

test.each([
	['Anna;a@example.org;', 'Kies waarover de spreker vertelt.'],
	['Anna;a@example.org;geld;extra', 'Deze rij heeft te veel kolommen.'],
	[`${'x'.repeat(81)};a@example.org;geld`, 'Naam: Maak dit korter: hooguit 80 tekens.']
])('%s: %s', (row, problem) => {
	expect(problems(file(row))).toEqual([problem]);
});

test.each([
	['Makkelijke taal', 'misschien', 'Makkelijke taal: Schrijf ja of nee.'],
	['Kosten', 'een tientje', 'Kosten: Schrijf een bedrag, zoals 25 of 12,50.'],
	['Talen', 'Klingon', 'Talen: We kennen \u2068Klingon\u2069 niet.'],
	['Wanneer', 'soms', 'Wanneer: We kennen \u2068soms\u2069 niet.'],
	['Afwezig', 'in de zomer', 'Afwezig: Schrijf de dagen zoals 1-12-2026 t/m 5-12-2026.'],
	['Afwezig', '31-2-2026', 'Afwezig: Schrijf de dagen zoals 1-12-2026 t/m 5-12-2026.'],
	['Telefoon', 'bel maar', expect.stringMatching(/^Telefoon: /)]
])('%s: %s', (column, words, problem) => {
	expect(problems(`${headline};${column}\nAnna;a@example.org;geld;${words}`)).toEqual([problem]);
});

test.each([
	['', 'De kolom \u2068Naam\u2069 ontbreekt.'],
	['Naam;Onderwerpen\nAnna;geld', 'De kolom \u2068E-mailadres\u2069 ontbreekt.'],
	[headline, 'Er staan geen sprekers in dit bestand.'],
	[file('"Anna;a@example.org;geld'), 'Rond rij 2 klopt een aanhalingsteken niet.'],
	[
		file(...Array.from({ length: MOST_ROWS + 1 }, (_, n) => `Anna;${n}@example.org;geld`)),
		'Dit zijn meer dan 10.000 sprekers. Maak er twee lijsten van.'
	]
])('a file that is no list of speakers is refused as a whole (%#)', (text, problem) => {
	expect(readSpeakers(text)).toEqual({ speakers: [], problem, wrong: [], skipped: [] });
});

test('ten thousand rows are read in seconds', () => {
	const rows = Array.from(
		{ length: MOST_ROWS },
		(_, n) => `Spreker ${n};${n}@example.org;geld, natuur`
	);
	const from = performance.now();
	expect(readSpeakers(file(...rows)).speakers).toHaveLength(MOST_ROWS);
	expect(performance.now() - from).toBeLessThan(10_000);
});

test('no two columns are called the same, in any language', () => {
	const heads = columns.flatMap(({ key, head }) =>
		(['nl', 'en'] as const).map((locale) => `${key} ${head({}, { locale })}`)
	);
	const names = new Map<string, Set<string>>();
	for (const head of heads) {
		const [key = '', ...words] = head.split(' ');
		const name = words.join(' ').toLowerCase();
		names.set(name, (names.get(name) ?? new Set()).add(key));
	}
	expect([...names].filter(([, keys]) => keys.size > 1)).toEqual([]);
});
