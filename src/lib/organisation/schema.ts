import { z } from 'zod';
import { email, firstName } from '$lib/account/schema';
import { TELEPHONE } from '$lib/circle/schema';
import { m } from '$lib/paraglide/messages';
import { letter, line, optionalLine, requiredLine } from '$lib/server/fields';

export const NEIGHBOURHOOD_NAME_MAX = 60;
export const INTRO_MAX = 400;
export const CENTRE_NAME_MAX = 60;
export const CENTRE_ADDRESS_MAX = 120;

/** The clocks that a neighbourhood can go by. */
export const timeZones = [
	'Europe/Amsterdam',
	'Europe/Brussels',
	'America/Kralendijk',
	'America/Aruba',
	'America/Curacao',
	'America/Lower_Princes'
] as const;

/** What the organisation says of a neighbourhood. */
export const neighbourhood = z
	.object({
		name: requiredLine(NEIGHBOURHOOD_NAME_MAX, () => m.organisation_error_name(), 2),
		words: letter(INTRO_MAX),
		placeName: optionalLine(CENTRE_NAME_MAX),
		address: optionalLine(CENTRE_ADDRESS_MAX),
		timeZone: z.enum(timeZones)
	})
	.refine(({ placeName, address }) => placeName || !address, {
		path: ['placeName'],
		error: () => m.organisation_error_centre()
	});

export const newNeighbourhood = z.intersection(neighbourhood, z.object({ id: z.uuid() }));

/** Whom to ask for a role; the number is of who is rung. */
export const invitation = z.object({
	id: z.uuid(),
	firstName,
	email,
	telephone: line
		.default('')
		.transform((text) => text || null)
		.refine((text) => text === null || TELEPHONE.test(text), {
			error: () => m.circle_telephone_wrong()
		})
});

export const oneInvitation = z.object({ id: z.uuid() });
export const oneCode = z.object({ id: z.uuid() });
export const lostMail = z.object({ kind: z.string(), neighbourhoodId: z.uuid() });
