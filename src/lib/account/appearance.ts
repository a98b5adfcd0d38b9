import type { Cookies } from '@sveltejs/kit';
import { keepCookie, type Visit } from '$lib/server/cookies';
import { BORROWED_PHONE_COOKIE } from '$lib/server/supabase';

export const themes = ['system', 'light', 'dark'] as const;
export const textSizes = ['normal', 'large'] as const;
export const languages = ['nl', 'en'] as const;

export type Language = (typeof languages)[number];
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

/** Keeps language, theme and size of letters on this telephone. */
export function writeAppearance(
	visit: Visit,
	{ language, theme, textSize }: Appearance & { language: Language }
) {
	keep(visit, 'theme', theme);
	keep(visit, 'text_size', textSize);
	writeLanguage(visit, language);
}

/** Keeps the language alone, as a visitor without an account chooses it. */
export const writeLanguage = (visit: Visit, language: Language) =>
	keep(visit, 'language', language);

/** For a year when the telephone is one's own. */
function keep(visit: Visit, name: string, value: string) {
	const borrowed = visit.cookies.get(BORROWED_PHONE_COOKIE) !== undefined;
	keepCookie(visit, name, value, borrowed ? {} : { maxAge: A_YEAR });
}
