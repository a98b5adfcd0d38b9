import type { Cookies } from '@sveltejs/kit';
import { BORROWED_PHONE_COOKIE } from '$lib/server/supabase';

export const themes = ['system', 'light', 'dark'] as const;
export const textSizes = ['normal', 'large'] as const;
export const languages = ['nl', 'en'] as const;

export type Appearance = {
	theme: (typeof themes)[number];
	textSize: (typeof textSizes)[number];
};

const A_YEAR = 31_536_000;

const oneOf = <Value extends string>(values: readonly Value[], value: string | undefined) =>
	values.find((known) => known === value);

/** How this telephone shows the app; kept in cookies so that pages without an account have it too. */
export function readAppearance(cookies: Cookies): Appearance {
	return {
		theme: oneOf(themes, cookies.get('theme')) ?? 'system',
		textSize: oneOf(textSizes, cookies.get('text_size')) ?? 'normal'
	};
}

/** Keeps language, theme and size of letters on this telephone: for a year when it is one's own. */
export function writeAppearance(
	cookies: Cookies,
	{ language, theme, textSize }: Appearance & { language: (typeof languages)[number] }
) {
	const borrowed = cookies.get(BORROWED_PHONE_COOKIE) !== undefined;
	const options = {
		path: '/',
		sameSite: 'lax',
		httpOnly: true,
		maxAge: borrowed ? undefined : A_YEAR
	} as const;
	cookies.set('theme', theme, options);
	cookies.set('text_size', textSize, options);
	// Read in the browser as well, where pages change without a new document.
	cookies.set('language', language, { ...options, httpOnly: false });
}
