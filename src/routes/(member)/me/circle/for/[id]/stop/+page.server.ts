import { loadSupported } from '$lib/circle/circle.server';
import { personOf } from '$lib/circle/shared-words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { onward } from '$lib/server/onward';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const { person } = await loadSupported(locals.supabase, params.id);
	const name = isolate(personOf(person).firstName);
	return {
		back: `/me/circle/for/${params.id}`,
		title: m.circle_for_stop(),
		question: m.circle_for_stop_title({ name }),
		says: [m.circle_for_stop_1({ name }), m.circle_for_stop_2()],
		button: m.circle_for_stop_yes()
	};
}

export const actions = {
	default: formAction(nothing, async (_, event) => {
		await call(event.locals.supabase, 'stop_supporting', { id: event.params.id });
		onward(event, '/me/circle', m.circle_for_stop_done());
	})
};
