import { takeFlash } from '$lib/server/flash';

/** What was just done, said once on whichever page comes next. */
export const load = ({ cookies }) => ({ flash: takeFlash(cookies) });
