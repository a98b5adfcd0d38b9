import {
	organisationFunctions,
	organisationRoutes,
	organisationTables
} from './manifest-organisation.ts';

/**
 * All that can be asked of the app and of its Data API. A test holds this list against the routes in
 * src/routes and the catalogue of PostgreSQL: what is missing here fails the run, since a walk that
 * does not know a door never tries it. Words on the right name pools of values (see pools.ts).
 */

import { bookingFunctions, bookingRoutes } from './manifest-bookings.ts';
import { speakerFunctions, speakerRoutes, speakerTables } from './manifest-speakers.ts';
import { doorFunctions, doorRoutes, doorTables } from './manifest-door.ts';
import { calendarFunctions, calendarRoutes } from './manifest-calendar.ts';

type Fields = Record<string, string>;
export type Route = {
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
const conversation = { id: 'conversation' };
const post = { id: 'post' };
const helpAnswer = {
	neighbourhoodId: 'neighbourhood',
	kind: 'helpKind',
	category: 'helpCategory',
	words: 'words',
	moment: 'helpMoment',
	date: 'date',
	weekday: 'weekday',
	time: 'time',
	audience: 'audience'
};
const answeredPost = { postId: 'post', words: 'words', version: 'number' };
const shared = { match: 'match' };
const neighbour = { residentId: 'resident' };
const desk = { neighbourhood: 'slug' };

/** Every route by its folder, without what no address shows. */
export const routes: Record<string, Route> = {
	...doorRoutes,
	...calendarRoutes,
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
			answerChair: { groupId: 'group', accepts: 'flag' },
			undoLeave: { groupId: 'group' },
			answerSupport: { id: 'supporter', accept: 'flag' },
			keepPost: { postId: 'post' },
			withdrawPost: { postId: 'post' },
			answerPost: answeredPost,
			answerProposedPost: { postId: 'post', accept: 'flag' },
			withdrawAnswer: { answerId: 'answer' },
			balanceAgain: {},
			balanceKeep: {},
			howItWent: outcome
		}
	},
	'/contact': {
		actions: {
			message: { neighbourhoodId: 'neighbourhood' },
			forget: { neighbourhoodId: 'neighbourhood' }
		}
	},
	'/contact/[slug]': { params: { slug: 'slug' } },
	'/contact/[slug]/card': { params: { slug: 'slug' } },
	'/contact/[slug]/kept': { params: { slug: 'slug' } },
	'/contact/new': {},
	// An address that only the draft knows; what a draft sends is asked of the Data API.
	'/contact/new/[part]': {
		params: { part: 'fresh' },
		actions: { default: { topic: 'contactTopic', words: 'words' } }
	},
	'/contact/new/check': { actions: { default: {} } },
	'/contact/requests/[id]': {
		params: { id: 'contactRequest' },
		actions: { cancel: {}, handover: { agree: 'flag' }, helped: { helped: 'flag' } }
	},
	'/desk': { actions: { welcome: { groupId: 'group', residentId: 'resident' } } },
	...bookingRoutes,
	'/desk/new-group/[slug]': { params: { slug: 'slug' } },
	'/desk/new-group/[slug]/[moment]': {
		params: { slug: 'slug', moment: 'weekMoment' },
		actions: { default: { id: 'fresh', name: 'name', ...moment, ...place, people: 'resident' } }
	},
	'/desk/contact': {},
	'/desk/contact/[request]': {
		params: { request: 'contactRequest' },
		actions: {
			answer: { state: 'contactState', words: 'words', date: 'date', time: 'time' },
			giveOn: {},
			message: {}
		}
	},
	'/desk/contact/in/[neighbourhood]/counts': { params: desk },
	'/desk/contact/in/[neighbourhood]/hours': {
		params: desk,
		actions: {
			notNow: { span: 'span' },
			week: { opens2: 'time', closes2: 'time' },
			away: { id: 'fresh', day: 'date', until: 'date' },
			comeBack: { id: 'fresh' }
		}
	},
	'/desk/contact/in/[neighbourhood]/nuisance': {
		params: desk,
		actions: {
			default: {
				id: 'fresh',
				nuisance: 'nuisance',
				nuisanceWhen: 'nuisanceWhen',
				severity: 'feeling',
				talk: 'nuisanceTalk',
				words: 'words',
				telephone: 'telephone',
				callTime: 'callTime'
			}
		}
	},
	'/desk/contact/in/[neighbourhood]/services': { params: desk },
	'/desk/contact/in/[neighbourhood]/services/[service]': {
		params: { ...desk, service: 'service' },
		actions: {
			keep: {
				id: 'service',
				kind: 'serviceKind',
				name: 'name',
				words: 'words',
				telephone: 'telephone',
				website: 'website',
				hours: 'words'
			},
			remove: { id: 'service' }
		}
	},
	'/desk/paper/[slug]': { params: { slug: 'slug' }, actions: { make: {}, done: {} } },
	...speakerRoutes,
	'/desk/help': { actions: { introduce: { matchId: 'match' }, settle: { id: 'reflection' } } },
	'/desk/help/for/[resident]/[part]': {
		params: { resident: 'resident', part: 'proposalPart' },
		query: ['check'],
		actions: { default: helpAnswer }
	},
	'/desk/help/for/[resident]/check': {
		params: { resident: 'resident' },
		actions: { default: {} }
	},
	'/desk/help/reports/[report]': {
		params: { report: 'report' },
		actions: { default: { act: 'reportAct' } }
	},
	'/groups': {},
	'/groups/when': { actions: { default: { day2: 'dayPart', day5: 'dayPart' } } },
	'/groups/new': { actions: { default: { name: 'name' } } },
	'/groups/new/neighbourhood': { actions: { default: { neighbourhoodId: 'neighbourhood' } } },
	'/groups/new/moment': { query: ['check'], actions: { default: moment } },
	'/groups/new/place': { query: ['check'], actions: { default: place } },
	'/groups/new/likes': { query: ['check'], actions: { default: likes } },
	'/groups/new/chairs': { query: ['check'], actions: { default: { capacity: 'chairs' } } },
	'/groups/new/check': { actions: { default: {} } },
	'/groups/[id]': {
		params: group,
		actions: {
			ask: {},
			wait: {},
			withdraw: {},
			welcome: { residentId: 'resident' },
			appoint: { residentId: 'resident' },
			move: { residentId: 'resident' },
			thank: { bookingId: 'booking' },
			leave: {}
		}
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
	'/me/conversations': { actions: { letIn: neighbour } },
	'/me/conversations/[id]': {
		params: conversation,
		query: ['before=2'],
		actions: { send: { id: 'fresh', words: 'words' }, quiet: { muted: 'flag' } }
	},
	'/me/conversations/[id]/changes': { params: conversation, query: ['after=0', 'after=2'] },
	'/me/conversations/[id]/leave': { params: conversation, actions: { default: {} } },
	'/me/conversations/[id]/report': {
		params: conversation,
		actions: { default: { about: 'message' } }
	},
	'/neighbours/[residentId]/block': {
		params: neighbour,
		query: ['post={post}', 'match={match}'],
		actions: { default: {} }
	},
	'/neighbours/[residentId]/report': {
		params: neighbour,
		query: ['post={post}', 'post={post}&answer={answer}', 'message={message}'],
		actions: { default: { id: 'fresh', reason: 'reportReason', words: 'words' } }
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
	'/me/help': {
		actions: {
			keepPost: { postId: 'post' },
			withdrawPost: { postId: 'post' },
			answerPost: answeredPost,
			answerProposedPost: { postId: 'post', accept: 'flag' },
			withdrawAnswer: { answerId: 'answer' },
			cancelAsk: {}
		}
	},
	'/me/help/appeal/[report]': {
		params: { report: 'report' },
		actions: { default: { words: 'words' } }
	},
	'/me/help/[match]': {
		params: shared,
		actions: { skip: { onDate: 'date', skip: 'flag' }, stop: {} }
	},
	'/me/help/[match]/how': {
		params: shared,
		actions: { default: { feeling: 'feeling', words: 'words' } }
	},
	'/me/help/[match]/safe': { params: shared, actions: { default: { feltSafe: 'yes' } } },
	'/me/help/[match]/call': { params: shared, actions: { default: { wishes: 'callWish' } } },
	'/me/help/[match]/thanks': { params: shared, actions: { default: { words: 'words' } } },
	'/me/help/[match]/enjoy': { params: shared, actions: { default: { enjoy: 'helpCategory' } } },
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
	'/help': { query: ['kind=request', 'category=errands', 'weekday=2', 'group={group}'] },
	'/help/new': { actions: { default: { kind: 'helpKind' } } },
	'/help/new/[part]': {
		params: { part: 'helpPart' },
		query: ['check', 'begin=1'],
		actions: { default: helpAnswer }
	},
	'/help/new/check': { actions: { default: { id: 'fresh' } } },
	'/help/new/ask': { actions: { ask: { telephone: 'telephone' }, cancel: {} } },
	'/help/[id]': {
		params: post,
		actions: {
			keepPost: { postId: 'post' },
			withdrawPost: { postId: 'post' },
			answerProposedPost: { postId: 'post', accept: 'flag' },
			answerPost: answeredPost,
			withdrawAnswer: { answerId: 'answer' },
			choose: { answerId: 'answer', choice: 'helpChoice' }
		}
	},
	'/help/[id]/change': { params: post },
	'/help/[id]/change/[part]': {
		params: { ...post, part: 'helpPart' },
		actions: { default: helpAnswer }
	},
	'/me': {
		query: ['saved'],
		actions: {
			aboutMe: { firstName: 'name', face: 'face' },
			settings: { language: 'language', textSize: 'textSize', theme: 'looks' },
			signOut: {},
			signOutOthers: {}
		}
	},
	...organisationRoutes
};

/** Every table and view that the Data API exposes, with the pool that its `id` comes from. */
export const tables: Record<string, string> = {
	...doorTables,
	absences: 'meetup',
	activity_wishes: 'meetup',
	balances: 'profile',
	blocks: 'profile',
	chair_offers: 'group',
	chair_requests: 'group',
	contact_counts: 'neighbourhood',
	contact_hours: 'staff',
	contact_numbers: 'resident',
	contact_requests: 'contactRequest',
	conversation_participants: 'participant',
	conversations: 'conversation',
	departures: 'group',
	goal_sentences: 'sentence',
	goals: 'goal',
	group_news: 'news',
	group_places: 'group',
	groups: 'group',
	guests: 'meetup',
	help_answers: 'answer',
	help_asks: 'resident',
	help_choices: 'answer',
	help_matches: 'match',
	help_pauses: 'resident',
	help_posts: 'post',
	help_reflections: 'reflection',
	help_skips: 'match',
	help_thanks: 'match',
	local_services: 'service',
	meetups: 'meetup',
	memberships: 'group',
	messages: 'message',
	neighbourhoods: 'neighbourhood',
	profiles: 'profile',
	report_acts: 'report',
	reports: 'report',
	residents: 'resident',
	sentence_shares: 'sentence',
	...speakerTables,
	staff: 'staff',
	staff_absences: 'leave',
	supporters: 'supporter',
	waiting_moments: 'resident',
	waitlist: 'group',
	...organisationTables
};

/** Every function that the Data API exposes, with the pools of its arguments where their names do not say. */
export const functions: Record<string, Fields> = {
	...doorFunctions,
	accept_circle_code: {},
	act_on_report: {},
	allow_code_try: {},
	allow_sign_in_code: {},
	answer_as_guest: {},
	answer_contact_request: { state: 'contactState', line: 'words', planned_at: 'instant' },
	answer_handover: {},
	answer_offer: {},
	answer_post: {},
	answer_proposal: { id: 'proposal', sentence_id: 'fresh' },
	answer_proposed_post: {},
	answer_support: { id: 'supporter' },
	appeal_report: {},
	appoint_host: {},
	ask_call: {},
	ask_contact: {
		id: 'fresh',
		topic: 'contactTopic',
		call_time: 'callTime',
		nuisance: 'nuisance',
		nuisance_when: 'nuisanceWhen',
		severity: 'feeling',
		talk: 'nuisanceTalk'
	},
	ask_erasure: {},
	ask_for_chair: {},
	ask_handover: {},
	ask_help_placed: {},
	attend_meetup: {},
	begin_look: {},
	block_neighbour: {},
	...bookingFunctions,
	...calendarFunctions,
	call_done: { id: 'supporter' },
	cancel_contact_request: {},
	cancel_erasure: {},
	cancel_help_ask: {},
	cancel_meetup: {},
	change_capacity: {},
	change_group: {},
	change_moment: {},
	change_post: {},
	choose_activity: {},
	choose_answer: {},
	circle_page: {},
	claim_mail: {},
	client_called: {},
	client_page: {},
	clients_page: {},
	come_back: { absence_id: 'leave' },
	contact_desk: {},
	contact_page: { slug: 'slug' },
	contact_request_page: {},
	conversation_changes: {},
	conversation_page: {},
	conversations_page: {},
	end_relation: {},
	forget_contact_number: {},
	go_away: { id: 'fresh', first_on: 'date', last_on: 'date' },
	group_page: {},
	groups_page: {},
	hand_over: {},
	help_desk: {},
	help_new_page: {},
	help_page: { kind: 'helpKind', before: 'instant', before_id: 'post' },
	help_post_page: {},
	introduce_match: {},
	invite_by_code: {},
	invite_client: {},
	invite_supporter: {},
	join_neighbourhood: { code: 'code' },
	keep_balance: {},
	keep_post: {},
	keep_service: {
		id: 'service',
		kind: 'serviceKind',
		ask: 'words',
		website: 'website',
		hours: 'words'
	},
	leave_conversation: {},
	leave_group: {},
	look_back: {},
	look_up_circle_code: {},
	look_up_invite: { code: 'code' },
	make_poster_code: { slug: 'slug' },
	match_page: {},
	message_author: {},
	message_contact: {},
	meetup_page: {},
	moments_page: {},
	move_meetup: {},
	mute_conversation: {},
	my_contact_page: {},
	my_context: {},
	my_data_page: {},
	my_export: {},
	my_help_page: {},
	my_looks: {},
	new_group_page: { slug: 'slug' },
	not_now: {},
	note_nuisance: {
		id: 'fresh',
		call_time: 'callTime',
		nuisance: 'nuisance',
		nuisance_when: 'nuisanceWhen',
		severity: 'feeling',
		talk: 'nuisanceTalk'
	},
	offer_group: { id: 'fresh', resident_ids: 'residents' },
	overview_page: {},
	pause_group: {},
	place_post: { id: 'fresh', kind: 'helpKind' },
	plan_page: {},
	poster_page: { slug: 'slug' },
	propose_post: { id: 'fresh', kind: 'helpKind' },
	propose_sentence: { goal_id: 'shownGoal' },
	read_contact_request: {},
	reflect_on_help: {},
	relations_page: {},
	remove_service: {},
	replace_worker: {},
	report: { id: 'fresh', subject_id: 'reported' },
	restore_meetup: {},
	resume_group: {},
	run_due_jobs: {},
	say_if_helped: {},
	say_moments: { moments: 'moments' },
	see_conversation: {},
	seen_by: {},
	send_message: { id: 'fresh' },
	set_balance: {},
	set_client_telephone: {},
	set_contact_hours: { hours: 'contactHours' },
	set_reader: {},
	set_view: {},
	settle_mail: { mail_id: 'fresh' },
	settle_unsafe: { id: 'reflection' },
	share_likewise: {},
	skip_help: {},
	skip_meetup: {},
	skip_until: {},
	start_goal: { id: 'fresh' },
	start_group: { id: 'fresh' },
	...speakerFunctions,
	stop_match: {},
	stop_supporting: { id: 'supporter' },
	supported_page: { id: 'supporter' },
	thank: {},
	today_page: {},
	unblock_neighbour: {},
	undo_leave: {},
	wait_for_chair: {},
	welcome: {},
	wish_activities: {},
	withdraw_answer: {},
	withdraw_consent: {},
	withdraw_post: {},
	withdraw_request: {},
	write_sentence: { id: 'fresh' },
	...organisationFunctions
};

/** From which pool an argument or column comes, by its name; the rest goes by its type. */
export const byName: Fields = {
	act: 'reportAct',
	activities: 'activities',
	activity: 'activity',
	address: 'network',
	answer_id: 'answer',
	answerer_id: 'resident',
	at_time: 'time',
	audience: 'audience',
	author_id: 'resident',
	by_worker_id: 'worker',
	capacity: 'chairs',
	category: 'helpCategory',
	choice: 'helpChoice',
	code: 'circleCode',
	conversation_id: 'conversation',
	duration_minutes: 'minutes',
	email: 'email',
	enjoy: 'helpCategory',
	face: 'face',
	feeling: 'feeling',
	first_name: 'name',
	from_day: 'date',
	goal_id: 'goal',
	group_id: 'group',
	kind: 'sentenceKind',
	language: 'language',
	level: 'level',
	likes: 'activities',
	match_id: 'match',
	meetup_id: 'meetup',
	moment: 'helpMoment',
	name: 'name',
	neighbourhood_id: 'neighbourhood',
	outcome: 'outcome',
	owner_id: 'profile',
	place_name: 'name',
	post_id: 'post',
	profile_id: 'profile',
	reader_id: 'reader',
	reason: 'reportReason',
	relation_id: 'relation',
	report_id: 'report',
	request_id: 'contactRequest',
	resident_id: 'resident',
	role: 'staffRole',
	sentence_id: 'sentence',
	service_id: 'service',
	speaker_id: 'speaker',
	staff_id: 'staff',
	starts_at: 'time',
	state: 'goalState',
	subject: 'reportSubject',
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
