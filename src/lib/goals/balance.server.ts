import { callPage } from '$lib/server/call';
import { balancePageShape } from './shapes.server';

/** My slider, and whom I can show it or ask for a call: my circle, the same for everybody. */
export async function loadBalance(supabase: App.Locals['supabase']) {
	const page = await callPage(supabase, 'circle_page', {}, balancePageShape);
	const supporters = page.supporters
		.filter(({ accepted }) => accepted)
		.map((supporter) => ({ ...supporter, clientTelephone: undefined }));
	return { balance: page.balance, circle: [...supporters, ...page.workers] };
}
