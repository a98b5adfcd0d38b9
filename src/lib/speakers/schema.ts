import { z } from 'zod';
import { email } from '$lib/account/schema';
import { myTelephone } from '$lib/circle/schema';
import { isDay } from '$lib/contact/desk-schema';
import { saidMoments, type DayPart } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { line, optionalLine, requiredLine } from '$lib/server/fields';
import { speakerLanguages, speakerTopics } from './kinds';

export const NAME_MAX = 80;
export const OWN_TOPIC_MAX = 60;
export const NEEDS_MAX = 300;
export const NOTES_MAX = 500;
export const MOST_EUROS = 10_000;

const listOf = (value: unknown) => [value ?? []].flat();
const absentAsEmpty = (value: unknown) => value ?? '';

/** What it costs, as it is typed: "25", "12,50", "€ 25,-"; nothing and 0 are free. In cents. */
export const cost = line
	.transform((text) => text.replace(/^€|\s|,-$/g, ''))
	.refine((text) => /^(\d{1,5}([.,]\d{1,2})?)?$/.test(text), {
		error: () => m.speaker_cost_error()
	})
	.transform((text) => Math.round(Number(text.replace(',', '.')) * 100) || null)
	.refine((cents) => cents === null || cents <= MOST_EUROS * 100, {
		error: () => m.speaker_cost_error()
	});

/** What is said of a speaker in words and numbers, each with its own rule. */
export const speakerLines = {
	name: requiredLine(NAME_MAX, () => m.speaker_name_error()),
	organisation: optionalLine(NAME_MAX),
	ownTopic: optionalLine(OWN_TOPIC_MAX),
	needs: optionalLine(NEEDS_MAX),
	cost,
	email,
	telephone: myTelephone.shape.telephone,
	notes: optionalLine(NOTES_MAX)
};

const facts = ['plain', 'stairs'] as const;

/** A speaker as a facilitator writes them down. */
export const speakerForm = z
	.object({
		id: z.uuid(),
		...speakerLines,
		topics: z.preprocess(listOf, z.array(z.enum(speakerTopics))),
		facts: z.preprocess(listOf, z.array(z.enum(facts))),
		languages: z.preprocess(
			listOf,
			z.array(z.enum(speakerLanguages)).min(1, { error: () => m.speaker_languages_error() })
		),
		...saidMoments.in.shape
	})
	.refine(({ topics, ownTopic }) => topics.length > 0 || ownTopic !== null, {
		path: ['topics'],
		error: () => m.speaker_topics_error()
	})
	.refine(({ topics, ownTopic }) => !topics.includes('own') || ownTopic !== null, {
		path: ['ownTopic'],
		error: () => m.speaker_own_topic_error()
	})
	.transform(({ id, name, organisation, ownTopic, needs, email, telephone, notes, ...said }) => ({
		id,
		speaker: {
			name,
			organisation,
			ownTopic,
			needs,
			email,
			telephone,
			notes,
			costCents: said.cost,
			// That there is an own topic follows from what it is.
			topics: said.topics.filter((topic) => topic !== 'own'),
			languages: said.languages,
			plainLanguage: said.facts.includes('plain'),
			stepsFreeNeeded: said.facts.includes('stairs'),
			freeDays: saidMoments.parse(said)
		}
	}));

/** On which days a speaker cannot come, both included; one day when no last one is given. */
export const speakerAway = z
	.object({
		day: z
			.string()
			.default('')
			.refine(isDay, { error: () => m.error_date() }),
		until: z.string().default('')
	})
	.transform(({ day, until }) => ({ firstOn: day, lastOn: until || day }))
	.refine(({ firstOn, lastOn }) => isDay(lastOn) && lastOn >= firstOn, {
		path: ['until'],
		error: () => m.contact_desk_until_error()
	})
	.refine(({ firstOn, lastOn }) => Date.parse(lastOn) - Date.parse(firstOn) <= 366 * 86_400_000, {
		path: ['until'],
		error: () => m.speaker_away_error()
	});

/** From which day on a speaker can come after all. */
export const speakerBack = z.object({ day: z.string().refine(isDay) });

const parts = ['morning', 'afternoon', 'evening'] as const satisfies DayPart[];

/** Whom one looks for; what makes no sense is as if it was not asked. */
export const bankFilter = z.object({
	words: z.preprocess(absentAsEmpty, optionalLine(80)).catch(null),
	topic: z.enum(speakerTopics).nullable().catch(null),
	date: z.string().refine(isDay).nullable().catch(null),
	part: z.enum(parts).nullable().catch(null),
	away: z.literal('1').nullable().catch(null)
});

/** How many of those found come before the page. */
export const bankSkip = z.coerce.number().int().min(0).max(20_000).catch(0);
