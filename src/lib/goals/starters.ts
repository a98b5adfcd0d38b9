import { m } from '$lib/paraglide/messages';

/** How a sentence can begin, for who likes a beginning. */
export const starters = {
	learn: m.plan_starter_learn,
	again: m.plan_starter_again,
	more: m.plan_starter_more,
	once: m.plan_starter_once,
	want: m.plan_starter_want,
	can: m.plan_starter_can,
	need: m.plan_starter_need
};

/** The dreams to begin with, as links say them. */
export const dreams = ['learn', 'again', 'more', 'once'] as const;

/** The beginning as it stands in the field: "Ik wil leren …" becomes "Ik wil leren ". */
export const begun = (starter: () => string) => starter().replace(/…$/u, '');
