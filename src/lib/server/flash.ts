import type { Cookies } from '@sveltejs/kit';

/** What the next page says once about what was just done. */
export type Flash = {
	notice: string;
	/** The meetup that was declined as a guest, to come after all. */
	declined?: string;
};

const COOKIE = 'flash';

/** Leaves a word for the next page of this browser. */
export function leaveFlash(cookies: Cookies, flash: Flash, secure: boolean) {
	cookies.set(COOKIE, JSON.stringify(flash), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: 60
	});
}

/** Takes the word that was left, so that a reload does not say it again. */
export function takeFlash(cookies: Cookies): Flash | null {
	const left = cookies.get(COOKIE);
	if (!left) return null;
	cookies.delete(COOKIE, { path: '/' });
	try {
		return JSON.parse(left) as Flash;
	} catch {
		return null;
	}
}
