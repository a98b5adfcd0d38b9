import { loadCircle } from '$lib/circle/circle.server';
import { describeWorker } from '$lib/circle/companions.server';
import { likewise, supportAnswer } from '$lib/circle/schema';
import { personOf } from '$lib/circle/shared-words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals }) {
	const { workers, supporters, supported, neighbours } = await loadCircle(locals.supabase);
	const people = supported.map(({ person, ...rest }) => ({ ...rest, person: personOf(person) }));
	return {
		title: m.circle_title(),
		questions: people.filter(({ accepted }) => !accepted),
		workers: workers.map((worker) => ({ ...worker, ...describeWorker(worker) })),
		supporters: supporters.filter(({ accepted }) => accepted),
		asked: supporters.filter(({ accepted }) => !accepted),
		supported: people.filter(({ accepted }) => accepted),
		mayAskNeighbours: neighbours.length > 0
	};
}

export const actions = {
	likewise: formAction(likewise, async ({ relationId, agreed }, { locals }) => {
		const answer = { relation_id: relationId, agreed };
		const first = await call(locals.supabase, 'share_likewise', answer);
		if (!first) return { notice: m.circle_likewise_before() };
		return { notice: agreed ? m.circle_likewise_done() : m.circle_likewise_not() };
	}),
	answer: formAction(supportAnswer, async ({ id, accept }, { locals }) => {
		const { supported } = await loadCircle(locals.supabase);
		await call(locals.supabase, 'answer_support', { id, accept });
		const { firstName } = personOf(supported.find((known) => known.id === id)?.person ?? null);
		const name = isolate(firstName);
		return { notice: accept ? m.circle_answer_yes({ name }) : m.circle_answer_no() };
	})
};
