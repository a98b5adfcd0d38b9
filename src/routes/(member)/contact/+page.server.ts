import { z } from 'zod';
import { describeNeighbourhood } from '$lib/contact/neighbourhood-words.server';
import { loadMyContact } from '$lib/contact/requests.server';
import { neighbourhoodAnswer } from '$lib/contact/schema';
import { describeRequest } from '$lib/contact/words.server';
import { telephoneWords } from '$lib/neighbourhood/contact-words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals }) {
	const { requests, neighbourhoods } = await loadMyContact(locals.supabase);
	return {
		title: m.contact_title(),
		requests: requests.map((request) => describeRequest(request)),
		neighbourhoods: neighbourhoods.map((place) => ({
			...describeNeighbourhood(place),
			id: place.id,
			name: place.name,
			slug: place.slug,
			facilitators: place.facilitators,
			answers: place.lives && place.answers !== null,
			number: place.number && telephoneWords(place.number)
		}))
	};
}

export const actions = {
	message: formAction(neighbourhoodAnswer, async ({ neighbourhoodId }, event) => {
		const args = { neighbourhood_id: neighbourhoodId };
		const id = z.uuid().parse(await call(event.locals.supabase, 'message_contact', args));
		onward(event, `/me/conversations/${id}`);
	}),
	forget: formAction(neighbourhoodAnswer, async ({ neighbourhoodId }, { locals }) => {
		await call(locals.supabase, 'forget_contact_number', { neighbourhood_id: neighbourhoodId });
		return { notice: m.contact_number_forgotten() };
	})
};
