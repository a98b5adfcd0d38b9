import { loadCompanion, loadSeen } from '$lib/circle/circle.server';
import { describeWorker } from '$lib/circle/companions.server';
import { callWish, myTelephone, oneView } from '$lib/circle/schema';
import { describeShared } from '$lib/circle/shared-words.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { formAction } from '$lib/server/form';

export async function load({ locals, params }) {
	const [reader, seen] = await Promise.all([
		loadCompanion(locals.supabase, params.reader),
		loadSeen(locals.supabase, params.reader)
	]);
	return {
		title: reader.firstName,
		reader,
		worker: reader.worker && { ...reader.worker, ...describeWorker(reader.worker) },
		shared: describeShared(seen)
	};
}

export const actions = {
	view: formAction(oneView, async ({ what, sees }, { locals, params }) => {
		await call(locals.supabase, 'set_view', { reader_id: params.reader, what, sees });
		return { notice: sees ? m.circle_view_on() : m.circle_view_off() };
	}),
	call: formAction(callWish, async ({ asked }, { locals, params }) => {
		await call(locals.supabase, 'ask_call', { reader_id: params.reader, asked });
		return { notice: asked ? m.circle_call_done() : m.circle_call_undone() };
	}),
	telephone: formAction(myTelephone, async ({ telephone }, { locals, params }) => {
		await call(locals.supabase, 'set_client_telephone', {
			relation_id: params.reader,
			telephone
		});
		return { notice: m.circle_telephone_saved() };
	})
};
