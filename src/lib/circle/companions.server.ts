import { dateWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { isolate } from '$lib/ui/isolate';
import type { Worker } from './shapes.server';

/** From when until when somebody of an organisation supports me, and whom they replace, in words. */
export function describeWorker(worker: Worker) {
	const name = isolate(worker.firstName);
	const from = { name, day: dateWords(worker.startedOn) };
	const begun = worker.active;
	return {
		since: (begun ? m.circle_since : m.circle_from)(from),
		until: worker.endedOn && m.circle_until({ name, day: dateWords(worker.endedOn) }),
		takesOver: worker.replaces && {
			says: begun ? m.circle_replaces({ name }) : m.circle_replaces_from(from),
			asks: m.circle_likewise_question({ name, before: isolate(worker.replaces) })
		}
	};
}
