/** What a plan can be about; choosing one is not needed. */
export const themes = ['home', 'money', 'activity', 'support', 'neighbourhood'] as const;

/** The sentences somebody can add to a wish, in the order in which a plan shows them. */
export const addedKinds = ['can', 'need', 'step'] as const;

export const kinds = ['want', ...addedKinds, 'look_back'] as const;

export const outcomes = ['done', 'a_bit', 'next_time'] as const;

export type Theme = (typeof themes)[number];
export type AddedKind = (typeof addedKinds)[number];
export type Kind = (typeof kinds)[number];
export type Outcome = (typeof outcomes)[number];
export type Feeling = 1 | 2 | 3;

/** How many plans can be open at a time; the database holds to it. */
export const MOST_OPEN = 3;
