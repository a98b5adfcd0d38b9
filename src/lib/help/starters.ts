import { m } from '$lib/paraglide/messages';
import type { Kind } from './kinds';

/** How somebody can begin: the first stands in the field, the others are a tap away. */
export const starters: Record<Kind, readonly (() => string)[]> = {
	offer: [m.help_starter_can, m.help_starter_like, m.help_starter_time],
	request: [m.help_starter_someone, m.help_starter_with, m.help_starter_who]
};
