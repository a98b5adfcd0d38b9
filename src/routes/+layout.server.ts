import { loadFrame } from '$lib/account/frame.server';
import { visitedContact } from '$lib/contact/visitor.server';
import { takeFlash } from '$lib/server/flash';
import { BORROWED_PHONE_COOKIE } from '$lib/server/supabase';
import { describeUnsent } from '$lib/server/typed';

/**
 * What was just done, said once on whichever page comes next. For the error page: what was typed, and
 * on a path that does not exist the frame of who is signed in.
 */
export async function load(event) {
	const { locals, route, url } = event;
	return {
		visited: await visitedContact(event),
		/** Nothing is kept on a telephone that is somebody else's. */
		ownPhone: event.cookies.get(BORROWED_PHONE_COOKIE) === undefined,
		flash: takeFlash(event),
		unsent: locals.typed ? describeUnsent(url.pathname + url.search, locals.typed) : null,
		frame: route.id === null && locals.userId ? await loadFrame(event).catch(() => null) : null
	};
}
