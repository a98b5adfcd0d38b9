import { redirect } from '@sveltejs/kit';
import { capital } from '$lib/groups/describe.server';
import { matchPath, reflect } from '$lib/help/after.server';
import { loadMatch } from '$lib/help/matches.server';
import { wishes } from '$lib/help/my-schema';
import { contactName } from '$lib/help/words.server';
import { describeContacts } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const { id, contact, reflection } = await loadMatch(locals.supabase, params.match);
	if (reflection?.feltSafe !== false) redirect(303, matchPath(id));
	const name = contactName(contact);
	const { words, wantsCall, telephone, sharesWords } = reflection;
	return {
		title: m.match_call_question({ contact: name }),
		intro: capital(m.match_call_intro({ contact: name })),
		back: `${matchPath(id)}/safe`,
		contact: describeContacts(contact),
		telephone,
		chosen: [...(wantsCall ? ['call'] : []), ...(sharesWords ? ['words'] : [])],
		options: [
			{ value: 'call', label: m.match_call_me() },
			...(words ? [{ value: 'words', label: m.match_call_words({ words: isolate(words) }) }] : [])
		]
	};
}

export const actions = {
	default: formAction(wishes, async (answer, event) => {
		const match = await reflect(event, answer);
		onward(event, matchPath(match.id), m.match_call_done());
	})
};
