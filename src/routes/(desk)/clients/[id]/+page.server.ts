import { loadClient } from '$lib/care/care.server';
import { describeShared, personOf } from '$lib/circle/shared-words.server';
import { dateWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const { id, since, telephone, callAskedAt, ...view } = await loadClient(event, event.params.id);
	const person = personOf(view.person);
	return {
		title: m.care_client(),
		id,
		person,
		since: m.care_since({ name: isolate(person.firstName), day: dateWords(since) }),
		telephone,
		callAsked: callAskedAt !== null,
		shared: describeShared(view)
	};
}

export const actions = {
	called: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'client_called', { relation_id: params.id });
		return { notice: m.circle_called_done() };
	})
};
