import { loadNeighbour } from '$lib/door/door.server';
import { describeContacts } from '$lib/neighbourhood/contact-words.server';
import { drawQr } from '$lib/paper/qr.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';
import { forgetTold, readTold, tellOnce } from '$lib/server/told-once';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { locals, params, url } = event;
	const one = await loadNeighbour(locals.supabase, params.resident);
	// A card that was used or taken back meanwhile is not told any more.
	const code = one.cardUntil && readTold(event)?.code;
	const name = isolate(one.firstName);
	return {
		title: m.neighbour_card(),
		question: one.cardUntil ? m.neighbour_card_renew() : m.neighbour_card_make(),
		says: [
			m.neighbour_card_text({ name }),
			m.neighbour_card_once(),
			...(one.cardUntil ? [m.neighbour_card_old()] : [])
		],
		back: `/desk/neighbours/${one.residentId}`,
		firstName: one.firstName,
		neighbourhood: one.neighbourhoodName,
		contact: describeContacts(one.contact)[0] ?? null,
		card: code
			? {
					code,
					qr: drawQr(`${url.origin}/join/${code.replaceAll(' ', '')}`),
					address: `${url.host}/join`
				}
			: null
	};
}

export const actions = {
	make: formAction(nothing, async (_, event) => {
		const resident_id = event.params.resident;
		tellOnce(event, await call(event.locals.supabase, 'make_neighbour_card', { resident_id }));
	}),
	done: formAction(nothing, (_, event) => {
		forgetTold(event);
		onward(event, `/desk/neighbours/${event.params.resident}`, m.neighbour_card_done());
	})
};
