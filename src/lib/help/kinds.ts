/** Somebody offers help, or asks for it. */
export const kinds = ['offer', 'request'] as const;

/** What help can be about, in the order of the picture cards. */
export const categories = [
	'errands',
	'child_minding',
	'odd_job',
	'community_centre',
	'company',
	'device',
	'other'
] as const;

export const moments = ['any_time', 'once', 'weekly'] as const;

/** The questions whose answers make a post, in the order in which they are asked. */
export const parts = ['neighbourhood', 'kind', 'what', 'words', 'when', 'who'] as const;

/** Those of which the answer can be changed afterwards. */
export const changeable = ['what', 'words', 'when', 'who'] as const;

export type Kind = (typeof kinds)[number];
export type Category = (typeof categories)[number];
export type Part = (typeof parts)[number];
