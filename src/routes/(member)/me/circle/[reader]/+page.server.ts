import type { RequestEvent } from '@sveltejs/kit';
import { ownPath } from '$lib/account/sign-in.server';
import { loadCompanion, loadSeen } from '$lib/circle/circle.server';
import { describeWorker } from '$lib/circle/companions.server';
import { callWish, myTelephone, oneView } from '$lib/circle/schema';
import { describeShared } from '$lib/circle/shared-words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals, params, url }) {
	const from = cameFrom(url);
	const [reader, seen] = await Promise.all([
		loadCompanion(locals.supabase, params.reader),
		loadSeen(locals.supabase, params.reader)
	]);
	return {
		title: m.circle_title(),
		back: from ?? '/me/circle',
		keep: from ? `&from=${from}` : '',
		reader,
		worker: reader.worker && { ...reader.worker, ...describeWorker(reader.worker) },
		shared: describeShared(seen)
	};
}

export const actions = {
	view: formAction(oneView, async ({ what, sees }, event) => {
		const { locals, params } = event;
		await call(locals.supabase, 'set_view', { reader_id: params.reader, what, sees });
		stay(event, sees ? m.circle_view_on() : m.circle_view_off());
	}),
	call: formAction(callWish, async ({ asked }, event) => {
		const { locals, params } = event;
		await call(locals.supabase, 'ask_call', { reader_id: params.reader, asked });
		stay(event, asked ? m.circle_call_done() : m.circle_call_undone());
	}),
	telephone: formAction(myTelephone, async ({ telephone }, event) => {
		const { locals, params } = event;
		await call(locals.supabase, 'set_client_telephone', {
			relation_id: params.reader,
			telephone
		});
		stay(event, m.circle_telephone_saved());
	})
};

// From my plan, my data or my slider: there "Ga terug" leads, also after something was changed here.
const cameFrom = (url: URL) => ownPath(url.searchParams.get('from'));

function stay(event: RequestEvent, notice: string): never {
	const from = cameFrom(event.url);
	onward(event, event.url.pathname + (from ? `?from=${from}` : ''), notice);
}
