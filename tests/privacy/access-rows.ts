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
	balances: { 'a balance': { where: `profile_id = '${idOf('member')}'`, self: 'member' } }
};
