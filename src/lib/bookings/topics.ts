// By their own paths: the process that sends mail knows no aliases.
import { m } from '../paraglide/messages.js';
import type { SpeakerTopic } from '../speakers/kinds.ts';

type Locale = { locale?: 'nl' | 'en' };

const names = {
	health: m.speaker_topic_health,
	money: m.speaker_topic_money,
	food: m.speaker_topic_food,
	digital: m.speaker_topic_digital,
	police: m.speaker_topic_police,
	nature: m.speaker_topic_nature,
	own: m.speaker_topic_own
} as const satisfies Record<SpeakerTopic, unknown>;

/** What a group would like to hear about, inside a sentence; something else by its own words. */
export const wishWords = (topic: SpeakerTopic, words?: string | null, options: Locale = {}) =>
	words ?? names[topic]({}, options);
