import { loadFrame } from '$lib/account/frame.server';

/** Pages for people with a task. Each is there only for who has that task: the database says who. */
export const load = loadFrame;
