import { describeGroupSpeaker } from '$lib/bookings/group-speaker.server';
import { whyNot, wish } from '$lib/bookings/schema';
import { topicOptions } from '$lib/speakers/words.server';
import { loadGroup } from '$lib/groups/groups.server';
import { m } from '$lib/paraglide/messages';
import { call } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { onward } from '$lib/server/onward';

export async function load({ locals, params }) {
	const group = await loadGroup(locals.supabase, params.id);
	const host = group.mine === 'host';
	if (!host && group.mine !== 'member') notThere();
	const { wish } = describeGroupSpeaker(group);
	const title = wish?.comes
		? m.booking_cancel_title()
		: wish
			? m.booking_wish_back_title()
			: m.booking_wish_title();
	return { title, back: `/groups/${group.id}`, host, wish, options: topicOptions() };
}

export const actions = {
	wish: formAction(wish, async ({ topic, words }, event) => {
		const { locals, params } = event;
		await call(locals.supabase, 'wish_speaker', { group_id: params.id, topic, words });
		onward(event, `/groups/${params.id}`, m.booking_wish_done());
	}),
	withdraw: formAction(nothing, async (_, event) => {
		const { locals, params } = event;
		await call(locals.supabase, 'withdraw_wish', { group_id: params.id });
		onward(event, `/groups/${params.id}`, m.booking_wish_back_done());
	}),
	cancel: formAction(whyNot, async ({ reason }, event) => {
		const { locals, params } = event;
		const { speaker } = await loadGroup(locals.supabase, params.id);
		const booking_id = speaker?.wish?.bookingId;
		// Cancelled meanwhile: what was to happen has happened.
		if (booking_id) await call(locals.supabase, 'cancel_speaker', { booking_id, reason });
		onward(event, `/groups/${params.id}`, m.booking_cancel_done());
	})
};
