import { beginRequest } from '$lib/contact/draft.server';

/** To the first question that is open. */
export const GET = beginRequest;
