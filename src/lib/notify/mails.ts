import { z } from 'zod';
import { m } from '../paraglide/messages.js';

/** A mail that is due, as `claim_mail` hands it out: nothing of what it is about. */
export const dueMail = z.object({
	id: z.uuid(),
	kind: z.enum(['request_waits']),
	email: z.email(),
	language: z.enum(['nl', 'en']),
	neighbourhoodName: z.string()
});

export type DueMail = z.infer<typeof dueMail>;

/** Subject and text of a mail. Neither says what waits, or from whom: mail lies open. */
export function wordMail({ language, neighbourhoodName }: DueMail, origin: string) {
	const locale = { locale: language };
	const address = `${origin}/desk/contact`;
	return {
		subject: m.mail_waits_subject({}, locale),
		text: m.mail_waits_text({ neighbourhood: neighbourhoodName, address }, locale)
	};
}
