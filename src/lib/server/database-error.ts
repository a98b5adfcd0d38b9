import { error, type NumericRange } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';

/** What each `hint` raised in SQL says to a person. A test keeps this list equal to the SQL. */
export const sentences = {
	not_found: m.error_not_found,
	host_only: m.error_host_only,
	members_only: m.error_members_only,
	group_full: m.error_group_full,
	request_withdrawn: m.error_request_withdrawn,
	undo_too_late: m.error_undo_too_late,
	not_a_member: m.error_not_a_member,
	capacity_below_members: m.error_capacity_below_members,
	too_many_groups: m.error_too_many_groups,
	pause_until_invalid: m.error_pause_until_invalid,
	moment_in_past: m.error_moment_in_past,
	moment_too_far: m.error_moment_too_far,
	day_taken: m.error_day_taken,
	meetup_started: m.error_meetup_started,
	meetup_off: m.error_meetup_off,
	chair_given_to_guest: m.error_chair_given_to_guest,
	not_waiting: m.error_not_waiting,
	offer_lapsed: m.error_offer_lapsed,
	nobody_waits: m.error_nobody_waits,
	host_without_account: m.error_host_without_account,
	lives_here_already: m.error_lives_here_already,
	no_chair_to_offer: m.error_no_chair_to_offer,
	too_many_at_door: m.error_too_many_at_door,
	no_free_chair: m.error_no_free_chair,
	choosing_closed: m.error_choosing_closed,
	too_many_invite_tries: m.error_too_many_invite_tries,
	too_many_codes: m.error_too_many_codes,
	too_many_code_tries: m.error_too_many_code_tries,
	sign_in_first: m.error_sign_in_first,
	not_that_far: m.error_not_that_far,
	too_many_goals: m.error_too_many_goals,
	too_many_sentences: m.error_too_many_sentences,
	too_many_supporters: m.error_too_many_supporters,
	too_many_proposals: m.error_too_many_proposals,
	second_factor_needed: m.error_second_factor_needed,
	too_many_looks: m.error_too_many_looks,
	too_many_client_codes: m.error_too_many_client_codes,
	consent_changed: m.error_consent_changed,
	post_withdrawn: m.error_post_withdrawn,
	answer_withdrawn: m.error_answer_withdrawn,
	answer_outdated: m.error_answer_outdated,
	own_post: m.error_own_post,
	posting_paused: m.error_posting_paused,
	too_many_posts: m.error_too_many_posts,
	too_many_posts_today: m.error_too_many_posts_today,
	too_many_answers: m.error_too_many_answers,
	too_many_reports: m.error_too_many_reports,
	conversation_ended: m.error_conversation_ended,
	too_many_messages: m.error_too_many_messages,
	too_many_posters: m.error_too_many_posters,
	no_contact_person: m.error_no_contact_person,
	too_many_contact_requests: m.error_too_many_contact_requests,
	too_many_contact_messages: m.error_too_many_contact_messages,
	request_closed: m.error_request_closed,
	too_many_services: m.error_too_many_services,
	somebody_lives_there: m.error_somebody_lives_there,
	open_a_neighbourhood_first: m.error_open_a_neighbourhood_first,
	invited_already: m.error_invited_already,
	too_many_invitations: m.error_too_many_invitations,
	invitation_answered: m.error_invitation_answered,
	invitation_for_other_address: m.error_invitation_for_other_address,
	last_organiser: m.error_last_organiser,
	speaker_exists: m.error_speaker_exists,
	too_many_speakers: m.error_too_many_speakers,
	speaker_in_use: m.error_speaker_in_use,
	too_many_days_away: m.error_too_many_days_away,
	too_many_rows: m.error_too_many_rows,
	speaker_wished: m.error_speaker_wished,
	speaker_expected: m.error_speaker_expected,
	speaker_comes: m.error_speaker_comes,
	speaker_asked: m.error_speaker_asked,
	speaker_wish_settled: m.error_speaker_wish_settled,
	speaker_day_taken: m.error_speaker_day_taken,
	speaker_thanked: m.error_speaker_thanked
} as const;

type Hint = keyof typeof sentences;

/** Stops with the status and sentence of a database error; no text of the database reaches a person. */
export function refuse(failure: { hint?: string | null; code?: string }, status: number): never {
	const hint = failure.hint ?? '';
	if (Object.hasOwn(sentences, hint) && status >= 400 && status < 500) {
		error(status as NumericRange<400, 499>, { message: sentences[hint as Hint](), hint });
	}
	if (status === 401) error(401, { message: m.error_sign_in_first(), hint: 'sign_in_first' });
	// Not a rule that said no: the database did not answer, or answered what no rule foresees.
	console.error('database', status, failure.code ?? '');
	if (status === 0 || status >= 502) error(503, m.error_unreachable());
	if (failure.code === '42501') {
		error(403, { message: m.error_not_allowed(), hint: 'not_allowed' });
	}
	// An address with something else where an id belongs.
	if (failure.code === '22P02' || failure.code === '22021') notThere();
	error(500, m.error_ours());
}

/** Stops with 404: it is not there, or not for who asks, which is the same. */
export function notThere(): never {
	error(404, { message: m.error_not_found(), hint: 'not_found' });
}
