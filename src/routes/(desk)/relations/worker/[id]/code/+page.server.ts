import { loadWorker } from '$lib/care/care.server';
import { forgetTold, readTold, tellOnce } from '$lib/server/told-once';
import { onward } from '$lib/server/onward';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { worker } = await loadWorker(event, event.params.id);
	const name = isolate(worker.firstName);
	const code = readTold(event)?.code;
	return {
		title: code ? m.care_code_made() : m.care_code(),
		question: m.care_code_title({ name }),
		name,
		code
	};
}

export const actions = {
	make: formAction(nothing, async (_, event) => {
		const { id } = event.params;
		tellOnce(event, await call(event.locals.supabase, 'invite_client', { worker_id: id }));
	}),
	done: formAction(nothing, (_, event) => {
		forgetTold(event);
		onward(event, '/relations', m.care_code_done());
	})
};
