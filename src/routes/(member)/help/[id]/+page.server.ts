import {
	answerPost,
	answerProposedPost,
	keepPost,
	withdrawAnswer,
	withdrawPost
} from '$lib/help/actions.server';
import { loadPost } from '$lib/help/posts.server';
import { choice } from '$lib/help/schema';
import { audienceOf, contactName, describePost } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const { answers, ...post } = await loadPost(locals.supabase, params.id);
	const described = describePost(post);
	return {
		title: m.help_title(),
		heading: described.title,
		post: described,
		name: isolate(post.author.firstName),
		contact: contactName(post.contact),
		minding: post.category === 'child_minding',
		audience: audienceOf(post),
		answers: answers.filter((given) => given.choice !== 'no'),
		declined: answers.filter((given) => given.choice === 'no')
	};
}

export const actions = {
	keepPost,
	withdrawPost,
	answerProposedPost,
	answerPost,
	withdrawAnswer,
	choose: formAction(choice, async ({ answerId, choice }, { locals, params }) => {
		await call(locals.supabase, 'choose_answer', { answer_id: answerId, choice });
		if (choice === 'no') return { notice: m.help_chose_no() };
		const { category, contact } = await loadPost(locals.supabase, params.id);
		return {
			notice:
				category === 'child_minding'
					? m.help_chose_yes_minding({ contact: contactName(contact) })
					: m.help_chose_yes()
		};
	})
};
