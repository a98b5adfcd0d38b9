import { takeFlash } from '$lib/server/flash';
import { describeUnsent } from '$lib/server/typed';

/** What was just done, said once on whichever page comes next; what was typed, for the error page. */
export const load = (event) => {
	const { locals, url } = event;
	return {
		flash: takeFlash(event),
		unsent: locals.typed ? describeUnsent(url.pathname + url.search, locals.typed) : null
	};
};
