import { dayWords } from '$lib/dates/words.server';
import { activityOptions, activityWords } from '$lib/groups/activity-words';
import { choiceWords } from '$lib/groups/choice-words';
import { choice, saveWishes, wishes } from '$lib/groups/choosing.server';
import { capital } from '$lib/groups/describe.server';
import { loadMeetup } from '$lib/groups/groups.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const meetup = await loadMeetup(locals.supabase, params.id);
	const mine = meetup.wishes.filter((wish) => wish.mine);
	return {
		title: m.choose_title(),
		day: capital(dayWords(meetup.startsAt, meetup.timeZone)),
		open: meetup.choosing && meetup.coming,
		member: meetup.role === 'host' || meetup.role === 'member',
		options: activityOptions(),
		mine: mine.map((wish) => wish.activity),
		words: mine.find((wish) => wish.activity === 'other')?.words ?? '',
		speaker: meetup.speaker !== null,
		groupId: meetup.groupId,
		chosen: choiceWords(meetup),
		wishes: meetup.wishes.map((wish) => ({
			...wish,
			label: activityWords(wish.activity, wish.words)
		})),
		past: meetup.past.map((past) => ({
			day: capital(dayWords(past.startsAt, meetup.timeZone)),
			label: choiceWords(past)
		}))
	};
}

export const actions = {
	wish: formAction(wishes, async ({ activity, words }, { locals, params }) => {
		await saveWishes(locals.supabase, params.id, activity, words);
		return { notice: m.choose_saved() };
	}),
	settle: formAction(
		choice,
		async ({ activity = null, wishedWords: words }, { locals, params }) => {
			await call(locals.supabase, 'choose_activity', { meetup_id: params.id, activity, words });
			return {
				notice: activity
					? m.choose_fixed({ activity: isolate(activityWords(activity, words)) })
					: m.choose_reopened()
			};
		}
	)
};
