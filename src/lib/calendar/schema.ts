import { z } from 'zod';

/** The form that makes an address, or a new one: the id is made once a form. */
export const renewal = z.object({ nonce: z.uuid() });

/** Whose meetups: where I go myself, or all of the neighbourhoods where I am facilitator. */
export type CalendarKind = 'own' | 'facilitator';
