/** What a speaker can tell about; the last is whatever they call it themselves. */
export const speakerTopics = [
	'health',
	'money',
	'food',
	'digital',
	'police',
	'nature',
	'own'
] as const;
export type SpeakerTopic = (typeof speakerTopics)[number];

/** The languages that a speaker can be asked for. */
export const speakerLanguages = [
	'nl',
	'en',
	'tr',
	'ar',
	'pl',
	'uk',
	'ti',
	'so',
	'fa',
	'fr',
	'de',
	'es'
] as const;
export type SpeakerLanguage = (typeof speakerLanguages)[number];
