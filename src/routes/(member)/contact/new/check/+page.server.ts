import { redirect } from '@sveltejs/kit';
import { clearRequestDraft, finishedDraft } from '$lib/contact/draft.server';
import { askContact } from '$lib/contact/requests.server';
import { audienceWords, describeAsked } from '$lib/contact/words.server';
import { m } from '$lib/paraglide/messages';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load(event) {
	const finished = await finishedDraft(event);
	if (!finished) redirect(303, '/contact/new');
	const { wish, places, place, hrefs, back } = finished;
	return {
		title: m.request_title(),
		back,
		hrefs,
		asked: describeAsked(wish),
		neighbourhood: places.length > 1 ? place.name : null,
		readers: audienceWords(place.answers),
		nuisance: wish.topic === 'nuisance'
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		const finished = await finishedDraft(event);
		// A second tap that comes after the first was sent: it is with what I asked.
		if (!finished) redirect(303, '/contact');
		await askContact(event.locals.supabase, finished.wish);
		clearRequestDraft(event);
		onward(event, `/contact/requests/${finished.wish.id}`, m.request_sent());
	})
};
