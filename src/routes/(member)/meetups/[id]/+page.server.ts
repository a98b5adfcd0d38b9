import { redirect } from '@sveltejs/kit';
import { dayWords, hoursWords } from '$lib/dates/words.server';
import { choiceWords } from '$lib/groups/choice-words';
import { capital } from '$lib/groups/describe.server';
import { loadMeetup } from '$lib/groups/groups.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, params }) {
	const meetup = await loadMeetup(locals.supabase, params.id);
	const day = capital(dayWords(meetup.startsAt, meetup.timeZone));
	return {
		title: day,
		meetup: {
			...meetup,
			hours: hoursWords(meetup),
			activity: choiceWords(meetup)
		}
	};
}

export const actions = {
	attend: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'attend_meetup', { meetup_id: params.id });
		return { notice: m.attend_done() };
	}),
	skip: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'skip_meetup', { meetup_id: params.id });
		return { notice: m.skip_done() };
	}),
	comeAsGuest: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'answer_as_guest', { meetup_id: params.id, comes: true });
		return { notice: m.guest_comes_done() };
	}),
	notAsGuest: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'answer_as_guest', { meetup_id: params.id, comes: false });
		// The meetup is no longer theirs to see.
		redirect(303, '/today');
	})
};
