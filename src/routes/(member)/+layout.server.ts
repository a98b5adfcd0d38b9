import { loadFrame } from '$lib/account/frame.server';

/** Pages for people who are signed in. Who may see what on them is for the database to say. */
export const load = loadFrame;
