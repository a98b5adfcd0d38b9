import {
	callTimeOptions,
	nuisanceOptions,
	nuisanceTimeOptions,
	severityOptions,
	talkOptions
} from '$lib/contact/kind-words';
import { toldNuisance } from '$lib/contact/desk-schema';
import { loadDesk } from '$lib/contact/desk.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals, params }) {
	await loadDesk(locals.supabase, params.neighbourhood);
	return {
		title: m.contact_desk_nuisance(),
		newId: crypto.randomUUID(),
		kinds: nuisanceOptions(),
		times: nuisanceTimeOptions(),
		severities: severityOptions(),
		talks: talkOptions(),
		callTimes: callTimeOptions()
	};
}

export const actions = {
	default: formAction(toldNuisance, async (told, event) => {
		const { supabase } = event.locals;
		const desk = await loadDesk(supabase, event.params.neighbourhood);
		await call(supabase, 'note_nuisance', {
			id: told.id,
			neighbourhood_id: desk.id,
			words: told.words,
			call_time: told.callTime,
			telephone: told.telephone,
			nuisance: told.nuisance,
			nuisance_when: told.nuisanceWhen,
			severity: told.severity,
			talk: told.talk
		});
		onward(event, '/desk/contact', m.contact_desk_noted());
	})
};
