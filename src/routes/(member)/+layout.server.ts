import { redirect } from '@sveltejs/kit';
import { loadFrame } from '$lib/account/frame.server';

/** Pages for people who are signed in. Who may see what on them is for the database to say. */
export async function load(event) {
	const frame = await loadFrame(event);
	if (event.route.id === '/(member)/today' && frame.home !== '/today') redirect(303, frame.home);
	return frame;
}
