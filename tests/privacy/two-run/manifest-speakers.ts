/** The sprekersbank, for the manifest. */

const bank = { slug: 'slug' };
const speaker = { ...bank, speaker: 'speaker' };

/** See manifest.ts. */
export const speakerRoutes = {
	'/desk/speakers/[slug]': {
		params: bank,
		query: ['topic=money', 'words=geld', 'date=2026-12-01&part=morning', 'away=1', 'skip=30']
	},
	'/desk/speakers/[slug]/[speaker]': {
		params: speaker,
		actions: {
			archive: {},
			bringBack: {},
			remove: {},
			away: { day: 'date', until: 'date' },
			notAway: { day: 'date' }
		}
	},
	'/desk/speakers/[slug]/[speaker]/change': {
		params: speaker,
		actions: {
			default: {
				id: 'fresh',
				name: 'name',
				organisation: 'name',
				topics: 'speakerTopic',
				ownTopic: 'words',
				plainLanguage: 'yes',
				languages: 'language',
				stairs: 'yes',
				needs: 'words',
				cost: 'number',
				email: 'email',
				telephone: 'telephone',
				notes: 'words',
				day2: 'dayPart'
			}
		}
	},
	'/desk/speakers/[slug]/import': {
		params: bank,
		actions: { check: { csv: 'csv' }, keep: { csv: 'csv' } }
	},
	'/desk/speakers/[slug]/export': { params: bank }
};

/** See manifest.ts. */
export const speakerTables = {
	speaker_away: 'speaker',
	speaker_free_days: 'speaker',
	speaker_topics: 'speaker',
	speakers: 'speaker'
};

/** See manifest.ts. */
export const speakerFunctions = {
	archive_speaker: {},
	bring_speaker_back: { first_on: 'date' },
	export_speakers: { slug: 'slug' },
	import_speakers: { speakers: 'speakers' },
	keep_speaker: { id: 'fresh', speaker: 'speakerRow' },
	remove_speaker: {},
	send_speaker_away: { first_on: 'date', last_on: 'date' },
	speaker_page: { slug: 'slug' },
	speakers_page: { slug: 'slug', topic: 'speakerTopic', on_date: 'date', part: 'dayPart' }
};

const row = {
	name: 'Samira Amrani',
	email: 'samira@example.org',
	topics: ['money'],
	languages: ['nl'],
	plainLanguage: true,
	stepsFreeNeeded: false,
	freeDays: ['2-morning'],
	away: []
};
const headline = 'Naam;E-mail;Onderwerpen';

/** See pools.ts. */
export const speakerPools: Record<string, [good: unknown[], bad: unknown[]]> = {
	speakerTopic: [['money', 'nature'], ['care']],
	speakerRow: [[row], [{ ...row, email: 'geen adres' }, 'x']],
	speakers: [
		[[row], []],
		[[{ ...row, topics: ['care'] }], 'x']
	],
	csv: [
		[`${headline}\nSamira Amrani;samira@example.org;geld`],
		[`${headline}\nSamira Amrani;geen adres;geld`, 'x']
	]
};
