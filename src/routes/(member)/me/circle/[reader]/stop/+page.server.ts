import { loadCompanion } from '$lib/circle/circle.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { refuse } from '$lib/server/database-error';
import { onward } from '$lib/server/onward';
import { formAction, nothing } from '$lib/server/form';
import { isolate } from '$lib/ui/isolate';

export async function load({ locals, params }) {
	const { firstName, worker, accepted } = await loadCompanion(locals.supabase, params.reader);
	const name = isolate(firstName);
	const organisation = isolate(worker?.organisation ?? '');
	if (worker) {
		return {
			back: `/me/circle/${params.reader}`,
			action: '?/worker',
			title: m.circle_title(),
			question: m.circle_stop_worker_title({ organisation }),
			says: [
				m.circle_stop_worker_1({ organisation }),
				m.circle_stop_worker_2(),
				m.circle_stop_worker_3()
			],
			button: m.circle_stop_worker_yes()
		};
	}
	return {
		back: accepted ? `/me/circle/${params.reader}` : '/me/circle',
		action: '?/supporter',
		title: m.circle_title(),
		question: accepted ? m.circle_remove_title({ name }) : m.circle_withdraw_title({ name }),
		says: [
			accepted ? m.circle_remove_1({ name }) : m.circle_withdraw_1(),
			m.circle_remove_2({ name })
		],
		button: accepted ? m.circle_remove_yes() : m.circle_withdraw_yes()
	};
}

export const actions = {
	supporter: formAction(nothing, async (_, event) => {
		const { error, status } = await event.locals.supabase
			.from('supporters')
			.delete()
			.eq('id', event.params.reader);
		if (error) refuse(error, status);
		onward(event, '/me/circle', m.circle_remove_done());
	}),
	worker: formAction(nothing, async (_, event) => {
		await call(event.locals.supabase, 'withdraw_consent', { relation_id: event.params.reader });
		onward(event, '/me/circle', m.circle_stop_worker_done());
	})
};
