import { loadAskedByCode } from '$lib/circle/circle.server';
import { someoneNamed } from '$lib/circle/schema';
import { forgetTold, readTold, tellOnce } from '$lib/server/told-once';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { onward } from '$lib/server/onward';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load(event) {
	const told = readTold(event);
	// Withdrawn, used, or made anew elsewhere: then the code in this browser is nobody's any more.
	const asked = told && (await loadAskedByCode(event.locals.supabase));
	const invited = asked?.find(({ mark }) => mark === told?.mark);
	return {
		title: m.circle_someone(),
		question: m.circle_someone_question(),
		back: '/me/circle',
		told: told && invited && { code: told.code, name: isolate(invited.name ?? '') }
	};
}

export const actions = {
	invite: formAction(someoneNamed, async ({ name }, event) => {
		const { supabase } = event.locals;
		const code = await call(supabase, 'invite_by_code', { name });
		const asked = await loadAskedByCode(supabase);
		tellOnce(event, code, asked.find((one) => one.name === name)?.mark);
	}),
	done: formAction(nothing, (_, event) => {
		forgetTold(event);
		onward(event, '/me/circle', m.circle_someone_done());
	})
};
