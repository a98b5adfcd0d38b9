import { redirect } from '@sveltejs/kit';
import { momentOptions } from '$lib/groups/options.server';
import { changeable } from '$lib/help/kinds';
import { changePost, isForNobody, loadOwnPost, loadPlaces } from '$lib/help/posts.server';
import { answerSchemas } from '$lib/help/schema';
import { questionWords } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { notThere } from '$lib/server/database-error';

function partOf(name: string) {
	const part = changeable.find((known) => known === name);
	return part ?? notThere();
}

export async function load({ locals, params }) {
	const part = partOf(params.part);
	const [post, places] = await Promise.all([
		loadOwnPost(locals.supabase, params.id),
		loadPlaces(locals.supabase)
	]);
	const forNobody = isForNobody(post);
	// Who sees it comes before what they see.
	if (forNobody && part !== 'who') redirect(303, `/help/${post.id}/change/who`);
	return {
		part,
		title: questionWords(part, post.kind),
		back: `/help/${post.id}/change`,
		intro: forNobody ? m.help_who_nobody() : part === 'words' ? m.help_words_intro() : undefined,
		post: forNobody ? { ...post, groupId: undefined } : post,
		place: places.find(({ id }) => id === post.neighbourhoodId),
		options: momentOptions()
	};
}

export const actions = {
	default: (event) => {
		const { id, part } = event.params;
		return formAction(answerSchemas[partOf(part)], async (input, { locals }) => {
			const post = await loadOwnPost(locals.supabase, id);
			await changePost(locals.supabase, id, { ...post, ...input });
			onward(event, `/help/${id}/change`, m.help_saved());
		})(event);
	}
};
