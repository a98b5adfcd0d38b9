import { capital } from '$lib/groups/describe.server';
import { loadNewGroup } from '$lib/groups/groups.server';
import { weekMomentWords } from '$lib/groups/moment-words.server';
import { moments } from '$lib/groups/schema';
import { m } from '$lib/paraglide/messages';
import { waitingWords } from '../../waiting-words.server';

export async function load({ locals, params }) {
	const { people } = await loadNewGroup(locals.supabase, params.slug);
	const counted = moments.map((moment) => ({
		...moment,
		count: people.filter((person) => person.moments.includes(moment.id)).length
	}));
	return {
		title: m.new_group_title(),
		slug: params.slug,
		waiting: people.length ? waitingWords(people.length, null) : null,
		moments: counted
			.filter(({ count }) => count)
			.toSorted((one, other) => other.count - one.count)
			.map(({ id, count, ...moment }) => ({
				id,
				label: capital(weekMomentWords(moment)),
				who: count === 1 ? m.new_group_can_one() : m.new_group_can({ count })
			}))
	};
}
