import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { requiredLine } from '$lib/server/fields';
import { drawnFaces } from '$lib/ui/faces';
import { languages, textSizes, themes } from './appearance';

export const FIRST_NAME_MAX = 40;

export const firstName = requiredLine(FIRST_NAME_MAX, () => m.error_first_name_empty());

export const email = z
	.string()
	.transform((text) => text.replace(/\s/g, '').toLowerCase())
	.pipe(z.email({ error: () => m.error_email() }).max(254, { error: () => m.error_email() }));

export const emailCode = z
	.string()
	.transform((text) => text.replace(/\D/g, ''))
	.pipe(z.string().length(6, { error: () => m.error_email_code_length() }));

export const faces = ['initials', ...drawnFaces] as const;

const oneOf = <const Values extends readonly string[]>(values: Values) =>
	z.enum(values, { error: () => m.me_option_missing() });

export const aboutMe = z.object({ firstName, face: oneOf(faces) });

export const settings = z.object({
	language: oneOf(languages),
	textSize: oneOf(textSizes),
	theme: oneOf(themes)
});

export const confirmation = z.object({
	digits: emailCode,
	ownPhone: z
		.enum(['yes', 'no'], { error: () => m.error_own_phone() })
		.transform((answer) => answer === 'yes')
});
