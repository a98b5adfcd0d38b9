import { clearProposal, finishedProposal } from '$lib/help/proposal.server';
import { describePost } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { post, person } = await finishedProposal(event);
	const name = isolate(person.firstName);
	return {
		title: m.help_check_title(),
		intro: m.help_desk_propose_intro({ name }),
		button: m.help_desk_propose_button({ name }),
		path: `/desk/help/for/${person.residentId}`,
		post: describePost(post)
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const { post } = await finishedProposal(event);
		await call(event.locals.supabase, 'propose_post', {
			id: post.id,
			resident_id: post.residentId,
			kind: post.kind,
			category: post.category,
			words: post.words,
			moment: post.moment,
			on_date: post.onDate,
			weekday: post.weekday,
			at_time: post.atTime
		});
		clearProposal(event);
		onward(event, '/desk/help', m.help_desk_propose_done());
	})
};
