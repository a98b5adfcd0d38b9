import { capital } from '$lib/groups/describe.server';
import { weekMomentWords } from '$lib/groups/moment-words.server';
import { moments } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { getLocale, type Locale } from '$lib/paraglide/runtime';
import { isolate } from '$lib/ui/isolate';
import { speakerLanguages, speakerTopics, type SpeakerLanguage, type SpeakerTopic } from './kinds';
import type { Speaker } from './shapes.server';

const topics = {
	health: m.speaker_topic_health,
	money: m.speaker_topic_money,
	food: m.speaker_topic_food,
	digital: m.speaker_topic_digital,
	police: m.speaker_topic_police,
	nature: m.speaker_topic_nature,
	own: m.speaker_topic_own
} as const satisfies Record<SpeakerTopic, unknown>;

/** What a topic is called. */
export const topicWords = (topic: SpeakerTopic, locale: Locale = getLocale()) =>
	topics[topic]({}, { locale });

/** What a language is called. */
export const languageWords = (language: SpeakerLanguage, locale: Locale = getLocale()) =>
	new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;

/** An amount as it is written: "25", "12,50". */
export function eurosWords(cents: number, locale: Locale = getLocale()) {
	const written = cents % 100 ? (cents / 100).toFixed(2) : String(cents / 100);
	return locale === 'nl' ? written.replace('.', ',') : written;
}

/** The topics and languages, as options of a form. */
export const topicOptions = () =>
	speakerTopics.map((value) => ({ value, label: capital(topicWords(value)) }));
export const languageOptions = () =>
	speakerLanguages.map((value) => ({ value, label: capital(languageWords(value)) }));

const listed = (words: string[]) => new Intl.ListFormat(getLocale()).format(words);

/** What a speaker tells about: "Geld en natuur". */
export const aboutWords = ({ topics, ownTopic }: Pick<Speaker, 'topics' | 'ownTopic'>) =>
	capital(
		listed(
			topics.map((topic) => (topic === 'own' && ownTopic ? isolate(ownTopic) : topicWords(topic)))
		)
	);

/** How somebody speaks and whether they can do steps, in a sentence each. */
export const mannerWords = (speaker: Speaker) => [
	...(speaker.plainLanguage ? [m.speaker_says_plain()] : []),
	m.speaker_says_languages({ languages: listed(speaker.languages.map((it) => languageWords(it))) }),
	...(speaker.stepsFreeNeeded ? [m.speaker_says_stairs()] : [])
];

/** When somebody usually can come, in a sentence. */
export function freeWords({ freeDays }: Pick<Speaker, 'freeDays'>) {
	const days = moments.filter(({ id }) => freeDays.includes(id)).map(weekMomentWords);
	return days.length ? m.speaker_says_free({ days: listed(days) }) : m.speaker_says_free_unsaid();
}

/** What it costs, in a sentence. */
export const costWords = ({ costCents }: Pick<Speaker, 'costCents'>) =>
	costCents ? m.speaker_says_cost({ euros: eurosWords(costCents) }) : m.speaker_says_cost_free();
