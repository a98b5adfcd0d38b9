import { someoneNamed } from '$lib/circle/schema';
import { forgetTold, readTold, tellOnce } from '$lib/circle/told-once.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { onward } from '$lib/server/onward';
import { formAction, nothing } from '$lib/server/form';

export const load = (event) => ({
	title: m.circle_someone(),
	question: m.circle_someone_question(),
	back: '/me/circle',
	code: readTold(event)
});

export const actions = {
	invite: formAction(someoneNamed, async ({ name }, event) => {
		tellOnce(event, await call(event.locals.supabase, 'invite_by_code', { name }));
	}),
	done: formAction(nothing, (_, event) => {
		forgetTold(event);
		onward(event, '/me/circle', m.circle_someone_done());
	})
};
