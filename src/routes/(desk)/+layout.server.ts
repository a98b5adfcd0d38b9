import { error } from '@sveltejs/kit';
import { loadFrame } from '$lib/account/frame.server';
import { m } from '$lib/paraglide/messages';

/** The desk is not there for who is no facilitator. What it shows is for the database to say. */
export async function load(event) {
	const frame = await loadFrame(event);
	if (!frame.facilitates) error(404, { message: m.error_not_found(), hint: 'not_found' });
	return frame;
}
