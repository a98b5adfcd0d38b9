import { redirect } from '@sveltejs/kit';
import { clearPostDraft, finishedDraft } from '$lib/help/draft.server';
import { placePost } from '$lib/help/posts.server';
import { audienceWords, describePost } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const finished = await finishedDraft(event);
	// Who comes back here afterwards finds it on the board.
	if (!finished) redirect(303, '/help/new');
	const { post, place, places, questions } = finished;
	const group = place.groups.find(({ id }) => id === post.groupId)?.name;
	return {
		title: m.help_check_title(),
		back: `/help/new/${questions.at(-1)}`,
		post: describePost(post),
		neighbourhood: places.length > 1 ? place.name : null,
		who: group
			? m.help_check_group({ group: isolate(group) })
			: m.help_check_all({ neighbourhood: isolate(place.name) }),
		audience: questions.includes('who') ? audienceWords(place.name, group) : null
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const finished = await finishedDraft(event);
		// A second tap that comes after the first has placed it: it is on the board now.
		if (!finished) redirect(303, '/help');
		const { post, place } = finished;
		await placePost(event.locals.supabase, place.id, post);
		clearPostDraft(event);
		const placed = post.kind === 'offer' ? m.help_placed_offer() : m.help_placed_request();
		onward(event, `/help/${post.id}`, placed);
	})
};
