import { loadRelations } from '$lib/care/care.server';
import { personOf } from '$lib/circle/shared-words.server';
import { dateWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';

export async function load(event) {
	const { organisation, workers, relations, today } = await loadRelations(event);
	const period = ({ startedOn, endedOn }: (typeof relations)[number]) => {
		const begun = startedOn <= today ? m.care_relation_since : m.care_relation_from;
		return [
			begun({ day: dateWords(startedOn) }),
			endedOn && m.care_relation_until({ day: dateWords(endedOn) })
		]
			.filter(Boolean)
			.join(' ');
	};
	return {
		title: m.care_relations(),
		organisation,
		workers: workers.map((worker) => ({
			...worker,
			clients: relations
				.filter(({ workerId }) => workerId === worker.id)
				.map((relation) => ({
					id: relation.id,
					person: personOf(relation.person),
					period: period(relation)
				}))
		})),
		canReplace: workers.length > 1
	};
}
