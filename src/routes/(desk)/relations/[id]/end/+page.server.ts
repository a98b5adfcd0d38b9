import { redirect } from '@sveltejs/kit';
import { loadRelation } from '$lib/care/care.server';
import { fromDay } from '$lib/care/schema';
import { personOf } from '$lib/circle/shared-words.server';
import { dateWords } from '$lib/dates/words.server';
import { onward } from '$lib/server/onward';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { relation, worker, today } = await loadRelation(event, event.params.id);
	const client = isolate(personOf(relation.person).firstName);
	const names = { client, worker: isolate(worker.firstName) };
	const chosen = fromDay.safeParse({ day: event.url.searchParams.get('from') }).data?.day;
	return {
		title: m.care_relations(),
		question: m.care_end_title(names),
		today,
		latest: relation.endedOn ?? undefined,
		chosen: chosen && {
			day: chosen,
			says: [
				m.care_end_1({ ...names, day: dateWords(chosen) }),
				m.care_end_2({ client }),
				m.care_codes_lapse(names)
			]
		}
	};
}

export const actions = {
	choose: formAction(fromDay, ({ day }, { url }) => redirect(303, `${url.pathname}?from=${day}`)),
	end: formAction(fromDay, async ({ day }, event) => {
		await call(event.locals.supabase, 'end_relation', {
			relation_id: event.params.id,
			on_day: day
		});
		onward(event, '/relations', m.care_end_done({ day: dateWords(day) }));
	})
};
