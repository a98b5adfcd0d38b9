import { createHash } from 'node:crypto';

/** The id of whatever access-world.sql calls by this name. */
export const idOf = (name: string) => createHash('md5').update(name).digest('hex');

const is = (name: string) => `id = '${idOf(name)}'`;
const of = (kind: string) => `resident_id = '${idOf(`resident ${kind}`)}'`;
const inWeek = (week: number) => `meetup_id = '${idOf(`week ${week}`)}'`;
const about = (kind: string) => ({ where: is(`resident ${kind}`), self: kind });

type Row = { where: string; self?: string };

/** The one row of access-world.sql that words in access-matrix.json stand for, and who it is about. */
export const rows: Record<string, Record<string, Row>> = {
	neighbourhoods: { 'a neighbourhood': { where: is('here') } },
	profiles: { "a member's settings": { where: is('member'), self: 'member' } },
	residents: {
		'a member of the group': about('member'),
		'who asks for a chair': about('asker'),
		'who waits for a chair': about('waiter'),
		'a resident without a group': about('leaver')
	},
	staff: {
		'the contact person': { where: is('contact_person') },
		'a facilitator': { where: is('facilitator') }
	},
	contact_hours: {
		'hours of the contact person': { where: `staff_id = '${idOf('contact_person')}'` },
		'hours of a facilitator': { where: `staff_id = '${idOf('facilitator')}'` }
	},
	groups: {
		'an open group': { where: is('open') },
		'a closed group': { where: is('closed') }
	},
	group_places: { 'the address': { where: `group_id = '${idOf('full')}'` } },
	memberships: {
		'a chair': { where: `group_id = '${idOf('open')}' and ${of('member')}`, self: 'member' }
	},
	chair_requests: { 'a request': { where: of('asker'), self: 'asker' } },
	waitlist: { 'a place in line': { where: of('waiter'), self: 'waiter' } },
	waiting_moments: { 'a moment': { where: of('waiter'), self: 'waiter' } },
	chair_offers: { 'an offer': { where: of('waiter'), self: 'waiter' } },
	departures: { 'a departure': { where: of('leaver'), self: 'leaver' } },
	group_news: { 'a line of news': { where: is('news') } },
	meetups: {
		'a coming meetup': { where: is('week 1'), self: 'waiter' },
		'a past meetup': { where: is('week -1') }
	},
	absences: {
		'a coming absence': { where: inWeek(1), self: 'member' },
		'a past absence': { where: inWeek(-1), self: 'member' }
	},
	guests: {
		'a yes': { where: inWeek(1), self: 'waiter' },
		'a no': { where: inWeek(2), self: 'waiter' }
	},
	activity_wishes: { 'a wish': { where: inWeek(1), self: 'member' } },
	goals: { 'a goal': { where: is('goal'), self: 'member' } },
	goal_sentences: {
		'a sentence that is shared': { where: is('want'), self: 'member' },
		'a sentence that is not shared': { where: is('step'), self: 'member' }
	},
	supporters: {
		'a supporter': { where: is('support'), self: 'member' },
		'who said no': { where: is('refusal'), self: 'member' }
	},
	sentence_shares: { 'a share': { where: `sentence_id = '${idOf('want')}'`, self: 'member' } },
	balances: { 'a balance': { where: `profile_id = '${idOf('member')}'`, self: 'member' } },
	blocks: { 'a block': { where: `blocker_id = '${idOf('member')}'`, self: 'member' } },
	help_posts: {
		'a post for the neighbourhood': { where: is('post'), self: 'member' },
		'a post for one group': { where: is('group post'), self: 'member' },
		'a post that staff proposed': { where: is('proposed post'), self: 'member' },
		'a post that rests': { where: is('resting post'), self: 'member' },
		'a post that was taken away': { where: is('withdrawn post'), self: 'member' },
		'a post that is hidden': { where: is('hidden post'), self: 'member' }
	},
	help_asks: { 'a question': { where: of('asker'), self: 'asker' } },
	help_answers: { 'an answer': { where: is('answer'), self: 'asker' } },
	help_choices: {
		'a yes': { where: `giver_id = '${idOf('resident asker')}'`, self: 'asker' },
		'a no': { where: `giver_id = '${idOf('resident member')}'`, self: 'member' }
	},
	help_matches: { 'two yeses': { where: is('match'), self: 'asker' } },
	help_skips: { 'a week off': { where: of('member'), self: 'member' } },
	help_reflections: { 'a look back': { where: of('member'), self: 'member' } },
	help_thanks: { thanks: { where: `from_id = '${idOf('resident member')}'`, self: 'member' } },
	help_pauses: { 'a pause': { where: of('asker'), self: 'asker' } },
	conversations: { 'a conversation': { where: is('talk'), self: 'member' } },
	conversation_participants: { 'a participant': { where: is('takes part'), self: 'member' } },
	messages: {
		'a message': { where: is('message'), self: 'member' },
		'a message where somebody left': { where: is('message'), self: 'leaver' }
	},
	reports: { 'a report': { where: is('report'), self: 'asker' } },
	speakers: { 'a speaker': { where: is('speaker') } },
	speaker_topics: { 'a topic': { where: `speaker_id = '${idOf('speaker')}'` } },
	speaker_free_days: { 'a free day': { where: `speaker_id = '${idOf('speaker')}'` } },
	speaker_away: { 'days away': { where: `speaker_id = '${idOf('speaker')}'` } },
	staff_absences: { 'days away': { where: is('leave'), self: 'contact_person' } },
	contact_requests: {
		'a request': { where: is('request'), self: 'member' },
		'a request without an author': { where: is('nameless request') }
	},
	contact_counts: { 'a count': { where: `neighbourhood_id = '${idOf('here')}'` } },
	contact_numbers: { 'a number': { where: of('member'), self: 'member' } },
	reach_notes: { 'a note': { where: of('nobody') } },
	answered_for: { 'an answer for somebody': { where: of('member'), self: 'member' } },
	local_services: { 'a service': { where: is('service') } },
	organisers: { 'an organiser': { where: is('organises'), self: 'organiser' } },
	report_acts: { 'an act': { where: `report_id = '${idOf('report')}'`, self: 'asker' } }
};
