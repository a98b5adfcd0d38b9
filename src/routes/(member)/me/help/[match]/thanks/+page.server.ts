import { redirect } from '@sveltejs/kit';
import { openQuestion, pathAfter, thanked } from '$lib/help/after.server';
import { loadMatch } from '$lib/help/matches.server';
import { thanks } from '$lib/help/my-schema';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { match, frame } = await openQuestion(event, 'thanks');
	if (thanked(match)) redirect(303, pathAfter(match, 'thanks'));
	const name = isolate(match.other.firstName);
	return {
		...frame,
		title: m.match_thanks_page(),
		question: m.match_thanks_question({ name: match.other.firstName }),
		intro: m.match_thanks_intro({ name }),
		label: m.match_thanks_words({ name }),
		skip: pathAfter(match, 'thanks')
	};
}

export const actions = {
	default: formAction(thanks, async ({ words }, event) => {
		const match = await loadMatch(event.locals.supabase, event.params.match);
		await call(event.locals.supabase, 'thank', { match_id: match.id, words });
		onward(event, pathAfter(match, 'thanks'), m.match_thanks_done());
	})
};
