import { dropCookie, keepCookie, type Visit } from './cookies';

/** What the next page says once about what was just done. */
export type Flash = {
	notice: string;
	/** The meetup that was declined as a guest, to come after all. */
	declined?: string;
};

const COOKIE = 'flash';

/** Leaves a word for the next page of this browser. */
export const leaveFlash = (visit: Visit, flash: Flash) =>
	keepCookie(visit, COOKIE, JSON.stringify(flash), { maxAge: 60 });

/** Takes the word that was left, so that a reload does not say it again. */
export function takeFlash(visit: Visit): Flash | null {
	const left = visit.cookies.get(COOKIE);
	if (!left) return null;
	dropCookie(visit, COOKIE);
	try {
		return JSON.parse(left) as Flash;
	} catch {
		return null;
	}
}
