import { z } from 'zod';
import { moments } from '$lib/groups/schema';
import { isDay } from '$lib/contact/desk-schema';
import { m } from '$lib/paraglide/messages';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { line } from '$lib/server/fields';
import { isolate } from '$lib/ui/isolate';
import { speakerLanguages, speakerTopics } from './kinds';
import { speakerLines } from './schema';
import type { Speaker } from './shapes.server';
import { eurosWords, languageWords, topicWords } from './words.server';

/** A word as it is looked up: without capitals, accents and what stands between letters. */
export const plain = (text: string) =>
	text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** What something is called in every language, and by its code. */
const dictionary = <Value extends string>(
	values: readonly Value[],
	words: (value: Value, locale: Locale) => string
) =>
	new Map(
		values.flatMap((value) =>
			[value, ...locales.map((locale) => words(value, locale))].map((word): [string, Value] => [
				plain(word),
				value
			])
		)
	);

/** A cell with words between commas, each of which stands for a value or several. */
const list = <Value>(find: (word: string) => readonly Value[]) =>
	z.string().transform((text, context) => {
		const words = text.split(/[,/\n]/).map((word) => word.trim());
		return words.filter(Boolean).flatMap((word) => {
			const found = find(word);
			if (!found.length)
				context.addIssue({
					code: 'custom',
					message: m.speaker_csv_unknown({ word: isolate(word) })
				});
			return found;
		});
	});

const oneOf =
	<Value>(words: Map<string, Value>) =>
	(word: string) => {
		const found = words.get(plain(word));
		return found === undefined ? [] : [found];
	};

const topics = dictionary(
	speakerTopics.filter((topic) => topic !== 'own'),
	topicWords
);
const languages = dictionary(speakerLanguages, languageWords);

const partWords = {
	morning: m.moment_morning,
	afternoon: m.moment_afternoon,
	evening: m.moment_evening
};
const dayName = (weekday: number, locale: Locale) =>
	new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
		Date.UTC(2024, 0, weekday)
	);
const momentName = ({ weekday, part }: (typeof moments)[number], locale: Locale) =>
	partWords[part]({ day: dayName(weekday, locale) }, { locale });

const momentIds = new Map(
	moments.flatMap((moment) =>
		locales.map((locale): [string, string[]] => [plain(momentName(moment, locale)), [moment.id]])
	)
);
// A whole day is each of its parts.
for (const { weekday } of moments)
	for (const locale of locales)
		momentIds.set(
			plain(dayName(weekday, locale)),
			moments.flatMap((moment) => (moment.weekday === weekday ? [moment.id] : []))
		);

const yes = ['ja', 'yes', 'x', '1', 'waar', 'true', 'j', 'y'];
const no = ['', 'nee', 'no', '0', 'onwaar', 'false', 'n'];
const yesOrNo = z
	.string()
	.transform(plain)
	.refine((text) => [...yes, ...no].includes(text), { error: () => m.speaker_csv_yes_or_no() })
	.transform((text) => yes.includes(text));
const yesWords = (answer: boolean, locale: Locale) =>
	answer ? m.speaker_csv_yes({}, { locale }) : m.speaker_csv_no({}, { locale });

const dates = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/g;
const isoOf = (text: string) => {
	const [one = '', two = '', three = ''] = text.split(/[-/.]/).map((part) => part.padStart(2, '0'));
	return one.length === 4 ? `${one}-${two}-${three}` : `${three}-${two}-${one}`;
};
const away = z.string().transform((text, context) =>
	text
		.split(/[,\n]/)
		.filter((piece) => piece.trim())
		.flatMap((piece) => {
			const [firstOn = '', lastOn = firstOn, ...more] = (piece.match(dates) ?? []).map(isoOf);
			const days = Date.parse(lastOn) - Date.parse(firstOn);
			if (isDay(firstOn) && isDay(lastOn) && days >= 0 && days <= 366 * 86_400_000 && !more.length)
				return [{ firstOn, lastOn }];
			context.addIssue({ code: 'custom', message: m.speaker_csv_away_error() });
			return [];
		})
);

type Column = {
	/** Where it is kept. */
	key: string;
	head: (inputs?: object, options?: { locale?: Locale }) => string;
	read: z.ZodType<unknown, string>;
	write: (speaker: Speaker, locale: Locale) => string;
};

const text = (
	key: 'name' | 'organisation' | 'ownTopic' | 'needs' | 'email' | 'telephone' | 'notes',
	head: Column['head']
): Column => ({ key, head, read: speakerLines[key], write: (speaker) => speaker[key] ?? '' });

/** The columns of a file of speakers, in order. */
export const columns: readonly Column[] = [
	text('name', m.speaker_csv_name),
	text('organisation', m.speaker_csv_organisation),
	{
		key: 'topics',
		head: m.speaker_csv_topics,
		read: list(oneOf(topics)),
		write: ({ topics }, locale) =>
			topics
				.filter((topic) => topic !== 'own')
				.map((topic) => topicWords(topic, locale))
				.join(', ')
	},
	text('ownTopic', m.speaker_csv_own_topic),
	{
		key: 'plainLanguage',
		head: m.speaker_csv_plain,
		read: yesOrNo,
		write: ({ plainLanguage }, locale) => yesWords(plainLanguage, locale)
	},
	{
		key: 'languages',
		head: m.speaker_csv_languages,
		read: list(oneOf(languages)).transform((found) => (found.length ? found : ['nl'])),
		write: ({ languages }, locale) => languages.map((it) => languageWords(it, locale)).join(', ')
	},
	{
		key: 'stepsFreeNeeded',
		head: m.speaker_csv_stairs,
		read: yesOrNo,
		write: ({ stepsFreeNeeded }, locale) => yesWords(stepsFreeNeeded, locale)
	},
	text('needs', m.speaker_csv_needs),
	{
		key: 'costCents',
		head: m.speaker_csv_cost,
		read: line
			.transform((written) => (/^(gratis|free)$/i.test(written) ? '' : written))
			.pipe(speakerLines.cost),
		write: ({ costCents }, locale) => (costCents ? eurosWords(costCents, locale) : '')
	},
	text('email', m.speaker_csv_email),
	text('telephone', m.speaker_csv_telephone),
	{
		key: 'freeDays',
		head: m.speaker_csv_days,
		read: list((word) => momentIds.get(plain(word)) ?? []),
		write: ({ freeDays }, locale) =>
			moments
				.filter(({ id }) => freeDays.includes(id))
				.map((moment) => momentName(moment, locale))
				.join(', ')
	},
	{
		key: 'away',
		head: m.speaker_csv_away,
		read: away,
		// Both days, also of one: a date alone is written otherwise by a spreadsheet.
		write: ({ away }, locale) =>
			away
				.map(({ firstOn, lastOn }) =>
					m.speaker_csv_days_away({ from: firstOn, to: lastOn }, { locale })
				)
				.join(', ')
	},
	text('notes', m.speaker_csv_notes)
];

/** Without these there is no speaker. */
export const needed = ['name', 'email', 'topics'];
