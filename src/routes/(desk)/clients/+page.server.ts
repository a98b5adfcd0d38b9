import { loadClients } from '$lib/care/care.server';
import { balanceWords, dayHere, personOf } from '$lib/circle/shared-words.server';
import { momentWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';

export async function load(event) {
	const { organisation, clients } = await loadClients(event);
	return {
		title: m.care_clients(),
		organisation,
		// Who asks for a call comes first; all others stay in their own order.
		clients: clients
			.toSorted((a, b) => Number(b.callAskedAt !== null) - Number(a.callAskedAt !== null))
			.map(({ id, person, balance, nextMeetup, callAskedAt, changedAt }) => ({
				id,
				person: personOf(person),
				callAsked: callAskedAt !== null,
				balance: balance && balanceWords(balance.level),
				nextMeetup: nextMeetup && momentWords(nextMeetup),
				changed: changedAt && m.care_changed({ day: dayHere(changedAt) })
			}))
	};
}
