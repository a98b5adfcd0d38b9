import { redirect } from '@sveltejs/kit';
import { loadWorker } from '$lib/care/care.server';
import { standIn } from '$lib/care/schema';
import { dateWords } from '$lib/dates/words.server';
import { onward } from '$lib/server/onward';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { worker, others, today } = await loadWorker(event, event.params.id);
	const query = event.url.searchParams;
	const chosen = standIn.safeParse({ day: query.get('from'), by: query.get('by') }).data;
	const by = others.find(({ id }) => id === chosen?.by);
	const names = { worker: isolate(worker.firstName), by: isolate(by?.firstName ?? '') };
	return {
		title: m.care_replace(),
		question: m.care_replace_title({ worker: names.worker }),
		today,
		others: others.map(({ id, firstName, face }) => ({ value: id, label: firstName, face })),
		chosen: by &&
			chosen && {
				...chosen,
				says: [
					m.care_replace_1({ ...names, day: dateWords(chosen.day) }),
					m.care_replace_2({ by: names.by }),
					m.care_replace_3(names),
					m.care_codes_lapse(names)
				]
			}
	};
}

export const actions = {
	choose: formAction(standIn, ({ day, by }, { url }) =>
		redirect(303, `${url.pathname}?from=${day}&by=${by}`)
	),
	replace: formAction(standIn, async ({ day, by }, event) => {
		await call(event.locals.supabase, 'replace_worker', {
			worker_id: event.params.id,
			by_worker_id: by,
			from_day: day
		});
		onward(event, '/relations', m.care_replace_done({ day: dateWords(day) }));
	})
};
