import { loadSupported } from '$lib/circle/circle.server';
import { describeShared, personOf } from '$lib/circle/shared-words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction, nothing } from '$lib/server/form';

export async function load({ locals, params }) {
	const { callAskedAt, ...view } = await loadSupported(locals.supabase, params.id);
	const person = personOf(view.person);
	return {
		title: m.circle_supported(),
		id: params.id,
		person,
		callAsked: callAskedAt !== null,
		shared: describeShared(view)
	};
}

export const actions = {
	called: formAction(nothing, async (_, { locals, params }) => {
		await call(locals.supabase, 'call_done', { id: params.id });
		return { notice: m.circle_called_done() };
	})
};
