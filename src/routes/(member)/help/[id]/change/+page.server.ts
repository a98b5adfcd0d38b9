import { loadOwnPost, loadPlaces } from '$lib/help/posts.server';
import { audienceOf, describePost } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, params }) {
	const [post, places] = await Promise.all([
		loadOwnPost(locals.supabase, params.id),
		loadPlaces(locals.supabase)
	]);
	const groups = places.find(({ id }) => id === post.neighbourhoodId)?.groups ?? [];
	return {
		title: m.help_change(),
		post: describePost(post),
		audience: groups.length > 0 || post.audience === 'group' ? audienceOf(post) : null
	};
}
