import { momentOptions } from '$lib/groups/options.server';
import { boardFilter, boardFrom } from '$lib/help/schema';
import { loadBoard } from '$lib/help/posts.server';
import { describePost } from '$lib/help/words.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, url }) {
	const asked = Object.fromEntries(url.searchParams);
	const filter = boardFilter.parse(asked);
	const from = boardFrom.parse(asked);
	const { posts, next, groups } = await loadBoard(locals.supabase, filter, from);
	const chosen = Object.entries(filter).filter(([, value]) => value !== undefined);
	const kept = chosen.map(([name, value]) => [name, String(value)]);
	const older = next && [...kept, ['before', next.before], ['before_id', next.beforeId]];
	return {
		title: m.help_title(),
		posts: posts.map(describePost),
		groups,
		filter,
		filtered: chosen.length > 0,
		weekdays: momentOptions().weekdays,
		older: older && `/help?${new URLSearchParams(older)}`,
		newest: from.before ? `/help?${new URLSearchParams(kept)}` : null
	};
}
