/**
 * All that can be asked of the app and of its Data API. A test holds this list against the routes in
 * src/routes and the catalogue of PostgreSQL: what is missing here fails the run, since a walk that
 * does not know a door never tries it. Words on the right name pools of values (see pools.ts).
 */

type Fields = Record<string, string>;
type Route = {
	/** Parameters in the path. */
	params?: Fields;
	/** What may stand after the question mark. */
	query?: string[];
	/** Form actions by name; of an endpoint without a page, the methods that it takes besides GET. */
	actions?: Record<string, Fields>;
};

const moment = { weekday: 'weekday', startsAt: 'time', durationMinutes: 'minutes' };
const place = { placeName: 'name', address: 'words' };
const likes = { likes: 'activity', likesWords: 'words' };
const group = { id: 'group' };
const meetup = { id: 'meetup' };
const goal = { id: 'goal' };
const sentence = { id: 'goal', sentence: 'sentence' };
const proposing = { words: 'words', goal: 'shownGoal', kind: 'sentenceKind' };
const proposal = { id: 'proposal', sentenceId: 'fresh', accept: 'flag' };
const outcome = { sentenceId: 'sentence', outcome: 'outcome' };
const reader = { readerId: 'reader', on: 'flag' };

/** Every route by its folder, without what no address shows. */
export const routes: Record<string, Route> = {
	'/': {},
	'/health': {},
	'/sign-in': { query: ['next=/me', 'next=//elsewhere'], actions: { default: { email: 'email' } } },
	'/sign-in/digits': { actions: { confirm: { digits: 'digits', ownPhone: 'yes' }, again: {} } },
	'/join': { actions: { default: { code: 'code' } } },
	'/join/[code=invite]': { params: { code: 'inviteCode' }, actions: { default: {} } },
	'/join/name': { actions: { default: { firstName: 'name' } } },
	'/join/email': { actions: { default: { email: 'email' } } },
	'/join/digits': { actions: { confirm: { digits: 'digits', ownPhone: 'yes' }, again: {} } },
	'/joined': { query: ['group={group}'] },
	'/today': {
		actions: {
			welcome: { groupId: 'group', residentId: 'resident' },
			comeAsGuest: { meetupId: 'meetup' },
			notAsGuest: { meetupId: 'meetup' },
			undoLeave: { groupId: 'group' },
			answerSupport: { id: 'supporter', accept: 'flag' },
			balanceAgain: {},
			balanceKeep: {},
			howItWent: outcome
		}
	},
	'/contact': {},
	'/desk': { actions: { welcome: { groupId: 'group', residentId: 'resident' } } },
	'/groups': {},
	'/groups/new': { actions: { default: { name: 'name' } } },
	'/groups/new/neighbourhood': { actions: { default: { neighbourhoodId: 'neighbourhood' } } },
	'/groups/new/moment': { query: ['check'], actions: { default: moment } },
	'/groups/new/place': { query: ['check'], actions: { default: place } },
	'/groups/new/likes': { query: ['check'], actions: { default: likes } },
	'/groups/new/chairs': { query: ['check'], actions: { default: { capacity: 'chairs' } } },
	'/groups/new/check': { actions: { default: {} } },
	'/groups/[id]': {
		params: group,
		actions: { ask: {}, wait: {}, withdraw: {}, welcome: { residentId: 'resident' }, leave: {} }
	},
	'/groups/[id]/change': { params: group, query: ['done=details'] },
	'/groups/[id]/change/chairs': { params: group, actions: { default: { capacity: 'chairs' } } },
	'/groups/[id]/change/details': {
		params: group,
		actions: { default: { name: 'name', ...place, ...likes } }
	},
	'/groups/[id]/change/host': { params: group, actions: { default: { residentId: 'resident' } } },
	'/groups/[id]/change/moment': { params: group, actions: { default: moment } },
	'/groups/[id]/change/pause': { params: group, actions: { pause: { until: 'date' }, resume: {} } },
	'/meetups/[id]': {
		params: meetup,
		actions: { attend: {}, skip: {}, comeAsGuest: {}, notAsGuest: {} }
	},
	'/meetups/[id]/choose': {
		params: meetup,
		actions: {
			wish: { activity: 'activity', words: 'words' },
			settle: { activity: 'activity', words: 'words' }
		}
	},
	'/meetups/[id]/change': { params: meetup, actions: { restore: {} } },
	'/meetups/[id]/change/cancel': { params: meetup, actions: { default: { reason: 'words' } } },
	'/meetups/[id]/change/move': {
		params: meetup,
		actions: { default: { date: 'date', startsAt: 'time', reason: 'words' } }
	},
	'/clients': {},
	'/clients/[id]': { params: { id: 'relation' }, actions: { called: {} } },
	'/clients/[id]/propose': {
		params: { id: 'relation' },
		actions: { default: proposing }
	},
	'/relations': {},
	'/relations/[id]/end': {
		params: { id: 'relation' },
		query: ['from=2026-12-05'],
		actions: { choose: { day: 'date' }, end: { day: 'date' } }
	},
	'/relations/worker/[id]/code': { params: { id: 'worker' }, actions: { make: {}, done: {} } },
	'/relations/worker/[id]/replace': {
		params: { id: 'worker' },
		actions: { choose: { day: 'date', by: 'worker' }, replace: { day: 'date', by: 'worker' } }
	},
	'/second-factor': {
		query: ['next=/clients'],
		actions: { enrol: {}, prove: { factorId: 'fresh', digits: 'digits' } }
	},
	'/me/balance': {
		actions: {
			set: { level: 'level', words: 'words' },
			show: reader,
			skip: { weeks: 'weeks' },
			askCall: reader
		}
	},
	'/me/circle': {
		actions: {
			likewise: { relationId: 'relation', agreed: 'flag' },
			answer: { id: 'supporter', accept: 'flag' }
		}
	},
	'/me/circle/ask': { actions: { default: { residentId: 'resident' } } },
	'/me/circle/code': { actions: { default: { code: 'circleCode' } } },
	'/me/circle/code/[code=invite]': {
		params: { code: 'circleCode' },
		actions: { default: { version: 'number' } }
	},
	'/me/circle/for/[id]': { params: { id: 'supporter' }, actions: { called: {} } },
	'/me/circle/for/[id]/propose': {
		params: { id: 'supporter' },
		actions: { default: proposing }
	},
	'/me/circle/for/[id]/stop': { params: { id: 'supporter' }, actions: { default: {} } },
	'/me/circle/someone': { actions: { invite: { name: 'name' }, done: {} } },
	'/me/circle/[reader]': {
		params: { reader: 'reader' },
		actions: {
			view: { what: 'view', sees: 'flag' },
			call: { asked: 'flag' },
			telephone: { telephone: 'telephone' }
		}
	},
	'/me/circle/[reader]/stop': {
		params: { reader: 'reader' },
		actions: { supporter: {}, worker: {} }
	},
	'/me/data': {},
	'/me/data/download': {},
	'/me/data/looks': {},
	'/me/data/stop': { actions: { stop: {}, stay: {} } },
	'/me/plan': {
		actions: { howItWent: outcome, answerProposal: proposal, takeBack: { goalId: 'goal' } }
	},
	'/me/plan/new': { actions: { default: { id: 'fresh', words: 'words' } } },
	'/me/plan/[id]': {
		params: goal,
		actions: {
			howItWent: outcome,
			answerProposal: proposal,
			done: {},
			letGo: {},
			goOn: {},
			longer: { from: 'date' },
			erase: {}
		}
	},
	'/me/plan/[id]/add/[kind]': {
		params: { id: 'goal', kind: 'sentenceKind' },
		actions: { default: { id: 'fresh', words: 'words' } }
	},
	'/me/plan/[id]/done': { params: goal },
	'/me/plan/[id]/look-back': {
		params: goal,
		actions: { default: { feeling: 'feeling', words: 'words' } }
	},
	'/me/plan/[id]/theme': { params: goal, actions: { default: { theme: 'theme' } } },
	'/me/plan/[id]/until': {
		params: goal,
		actions: { default: { weeks: 'weeks', day: 'date' } }
	},
	'/me/plan/[id]/[sentence]': {
		params: sentence,
		actions: { rewrite: { words: 'words' }, howItWent: outcome, erase: {} }
	},
	'/me/plan/[id]/[sentence]/meetup': {
		params: sentence,
		actions: { default: { meetup: 'meetup' } }
	},
	'/me/plan/[id]/[sentence]/readers': { params: sentence, actions: { default: reader } },
	'/unsent': { actions: { discard: {} } },
	'/language': { actions: { POST: { language: 'language', back: 'path' } } },
	'/me': {
		query: ['saved'],
		actions: {
			aboutMe: { firstName: 'name', face: 'face' },
			settings: { language: 'language', textSize: 'textSize', theme: 'looks' },
			signOut: {},
			signOutOthers: {}
		}
	}
};

/** Every table and view that the Data API exposes, with the pool that its `id` comes from. */
export const tables: Record<string, string> = {
	absences: 'meetup',
	activity_wishes: 'meetup',
	balances: 'profile',
	chair_requests: 'group',
	contact_hours: 'staff',
	departures: 'group',
	goal_sentences: 'sentence',
	goals: 'goal',
	group_news: 'news',
	group_places: 'group',
	groups: 'group',
	guests: 'meetup',
	meetups: 'meetup',
	memberships: 'group',
	neighbourhoods: 'neighbourhood',
	profiles: 'profile',
	residents: 'resident',
	sentence_shares: 'sentence',
	staff: 'staff',
	supporters: 'supporter',
	waitlist: 'group'
};

/** Every function that the Data API exposes, with the pools of its arguments where their names do not say. */
export const functions: Record<string, Fields> = {
	accept_circle_code: {},
	allow_code_try: {},
	allow_sign_in_code: {},
	answer_as_guest: {},
	answer_proposal: { id: 'proposal', sentence_id: 'fresh' },
	answer_support: { id: 'supporter' },
	ask_call: {},
	ask_erasure: {},
	ask_for_chair: {},
	attend_meetup: {},
	begin_look: {},
	call_done: { id: 'supporter' },
	cancel_erasure: {},
	cancel_meetup: {},
	change_capacity: {},
	change_group: {},
	change_moment: {},
	choose_activity: {},
	circle_page: {},
	client_called: {},
	client_page: {},
	clients_page: {},
	end_relation: {},
	group_page: {},
	groups_page: {},
	hand_over: {},
	invite_by_code: {},
	invite_client: {},
	invite_supporter: {},
	join_neighbourhood: { code: 'code' },
	keep_balance: {},
	leave_group: {},
	look_back: {},
	look_up_circle_code: {},
	look_up_invite: { code: 'code' },
	meetup_page: {},
	move_meetup: {},
	my_context: {},
	my_data_page: {},
	my_export: {},
	my_looks: {},
	pause_group: {},
	plan_page: {},
	propose_sentence: { goal_id: 'shownGoal' },
	relations_page: {},
	replace_worker: {},
	restore_meetup: {},
	resume_group: {},
	run_due_jobs: {},
	seen_by: {},
	set_balance: {},
	set_client_telephone: {},
	set_reader: {},
	set_view: {},
	share_likewise: {},
	skip_meetup: {},
	skip_until: {},
	start_goal: { id: 'fresh' },
	start_group: { id: 'fresh' },
	stop_supporting: { id: 'supporter' },
	supported_page: { id: 'supporter' },
	today_page: {},
	undo_leave: {},
	wait_for_chair: {},
	welcome: {},
	welcome_page: {},
	wish_activities: {},
	withdraw_consent: {},
	withdraw_request: {},
	write_sentence: { id: 'fresh' }
};

/** From which pool an argument or column comes, by its name; the rest goes by its type. */
export const byName: Fields = {
	activity: 'activity',
	activities: 'activities',
	address: 'network',
	at_time: 'time',
	by_worker_id: 'worker',
	capacity: 'chairs',
	code: 'circleCode',
	duration_minutes: 'minutes',
	email: 'email',
	face: 'face',
	first_name: 'name',
	feeling: 'feeling',
	from_day: 'date',
	goal_id: 'goal',
	group_id: 'group',
	kind: 'sentenceKind',
	language: 'language',
	level: 'level',
	likes: 'activities',
	meetup_id: 'meetup',
	name: 'name',
	neighbourhood_id: 'neighbourhood',
	outcome: 'outcome',
	owner_id: 'profile',
	place_name: 'name',
	profile_id: 'profile',
	reader_id: 'reader',
	relation_id: 'relation',
	resident_id: 'resident',
	role: 'staffRole',
	sentence_id: 'sentence',
	staff_id: 'staff',
	starts_at: 'time',
	state: 'goalState',
	supporter_id: 'supporter',
	telephone: 'telephone',
	theme: 'theme',
	weekday: 'weekday',
	what: 'view',
	worker_id: 'worker'
};

/** Names that must not be there, asked for all the same. */
export const absent = {
	tables: ['relations', 'consents', 'workers', 'care.relations', 'looks', 'sentence_share'],
	functions: ['my_care_roles', 'note_look', 'is_active', 'has_second_factor', 'client_pages']
};
