import { redirect, type RequestEvent } from '@sveltejs/kit';
import { leaveFlash } from '$lib/server/flash';

/** Goes on to another page after a form was accepted, with a word about what was done. */
export function onward(event: RequestEvent, path: string, notice?: string): never {
	if (notice) leaveFlash(event, { notice });
	redirect(303, path);
}
