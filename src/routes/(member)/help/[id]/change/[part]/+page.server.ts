import { error } from '@sveltejs/kit';
import { momentOptions } from '$lib/groups/options.server';
import { changeable } from '$lib/help/kinds';
import { changePost, loadOwnPost, loadPlaces } from '$lib/help/posts.server';
import { answerSchemas } from '$lib/help/schema';
import { questionWords } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

function partOf(name: string) {
	const part = changeable.find((known) => known === name);
	return part ?? error(404, { message: m.error_not_found(), hint: 'not_found' });
}

export async function load({ locals, params }) {
	const part = partOf(params.part);
	const [post, places] = await Promise.all([
		loadOwnPost(locals.supabase, params.id),
		loadPlaces(locals.supabase)
	]);
	return {
		part,
		title: questionWords(part, post.kind),
		back: `/help/${post.id}/change`,
		// Of a group that is no more, who sees it is asked anew.
		post: post.audience === 'group' && !post.groupId ? { ...post, groupId: undefined } : post,
		place: places.find(({ name }) => name === post.neighbourhoodName),
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
