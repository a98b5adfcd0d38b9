import { m } from '$lib/paraglide/messages';

type Chairs = { capacity: number; chairsTaken: number; waitingCount: number };

/** How many have a chair before a Buurtplein no longer says that it seeks neighbours. */
const ENOUGH = 3;

/** How the chairs of a group stand, in one or two short sentences. */
export function chairsWords({ capacity, chairsTaken, waitingCount }: Chairs) {
	const sentences = [
		chairsTaken >= capacity
			? m.group_full({ capacity })
			: m.group_chairs({ taken: chairsTaken, capacity })
	];
	const missing = ENOUGH - chairsTaken;
	if (missing === 1) sentences.push(m.group_seeking_one());
	if (missing > 1) sentences.push(m.group_seeking({ count: missing }));
	if (waitingCount === 1) sentences.push(m.group_waiting_one());
	if (waitingCount > 1) sentences.push(m.group_waiting({ count: waitingCount }));
	return sentences;
}
