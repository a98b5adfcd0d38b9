import { z } from 'zod';
import { dateWords } from '$lib/dates/words.server';
import { feelingWords } from '$lib/goals/describe.server';
import { capital } from '$lib/groups/describe.server';
import { thanked } from '$lib/help/after.server';
import { categoryWords } from '$lib/help/category-words';
import { loadMatch, whoHelps } from '$lib/help/matches.server';
import { contactName, helpMomentWords } from '$lib/help/words.server';
import { describeContacts } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const match = await loadMatch(locals.supabase, params.match);
	const name = isolate(match.other.firstName);
	const contact = contactName(match.contact);
	const { enjoy, feltSafe } = match.reflection ?? {};
	const unsafe = feltSafe === false;
	return {
		title: m.my_help_title(),
		heading: m.match_with({ name: match.other.firstName }),
		name,
		match,
		who: whoHelps(match),
		what: capital(categoryWords[match.category]()),
		when: capital(helpMomentWords(match)),
		introducing: capital(m.match_introducing_text({ contact })),
		contact: describeContacts(match.contact),
		dates: match.dates.map((date) => ({ ...date, day: capital(dateWords(date.onDate)) })),
		feeling: match.reflection && feelingWords[match.reflection.feeling](),
		whoSees: unsafe ? capital(m.match_unsafe_seen({ contact })) : m.match_how_private(),
		enjoy: enjoy ? categoryWords[enjoy]() : null,
		unsafe,
		mayThank: !unsafe && match.state === 'active' && !thanked(match)
	};
}

const skip = z.object({ onDate: z.iso.date(), skip: z.stringbool() });

export const actions = {
	skip: formAction(skip, async ({ onDate, skip }, { locals, params }) => {
		await call(locals.supabase, 'skip_help', { match_id: params.match, on_date: onDate, skip });
		return { notice: skip ? m.skip_done() : m.attend_done() };
	}),
	stop: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'stop_match', { match_id: params.match });
		return { notice: m.match_stop_done() };
	})
};
