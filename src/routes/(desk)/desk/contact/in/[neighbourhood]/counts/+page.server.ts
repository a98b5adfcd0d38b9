import { nuisanceWords, topicWords } from '$lib/contact/kind-words';
import { loadDesk } from '$lib/contact/desk.server';
import { capital } from '$lib/groups/describe.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, params }) {
	const { counts } = await loadDesk(locals.supabase, params.neighbourhood);
	return {
		title: m.contact_desk_counts(),
		most: Math.max(...counts.map(({ times }) => times)),
		counts: counts
			.map(({ topic, nuisance, times }) => ({
				about: nuisance
					? m.contact_desk_counts_nuisance({ what: nuisanceWords[nuisance]() })
					: capital(topicWords[topic]()),
				times
			}))
			.sort((one, other) => other.times - one.times)
	};
}
