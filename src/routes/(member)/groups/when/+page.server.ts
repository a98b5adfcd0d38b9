import { redirect } from '@sveltejs/kit';
import { weekdayWords } from '$lib/dates/words.server';
import { capital } from '$lib/groups/describe.server';
import { loadMoments } from '$lib/groups/groups.server';
import { partWords } from '$lib/groups/moment-words.server';
import { moments, saidMoments } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals }) {
	const { waits, moments: said } = await loadMoments(locals.supabase);
	// Only who waits is asked.
	if (!waits) redirect(303, '/groups');
	return {
		title: m.moments_title(),
		days: [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
			const ofDay = moments.filter((moment) => moment.weekday === weekday);
			return {
				name: `day${weekday}`,
				label: capital(weekdayWords(weekday)),
				options: ofDay.map(({ part }) => ({ value: part, label: partWords[part]() })),
				said: ofDay.filter(({ id }) => said.includes(id)).map(({ part }) => part)
			};
		})
	};
}

export const actions = {
	default: formAction(saidMoments, async (said, event) => {
		await call(event.locals.supabase, 'say_moments', { moments: said });
		onward(event, '/today', m.moments_done());
	})
};
