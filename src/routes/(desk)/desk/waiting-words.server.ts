import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';

/** How many wait for a group, and where when that has to be said: "4 buren wachten op een groep". */
export function waitingWords(count: number, neighbourhood: string | null) {
	const waiting = count === 1 ? m.desk_waiting_one() : m.desk_waiting({ count });
	return neighbourhood
		? m.desk_waiting_in({ waiting, neighbourhood: isolate(neighbourhood) })
		: waiting;
}
