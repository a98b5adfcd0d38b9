import { z } from 'zod';
import { bookingMails, wordBookingMail } from '../bookings/mails.ts';
import { m } from '../paraglide/messages.js';

const addressed = z.object({
	id: z.uuid(),
	email: z.email(),
	language: z.enum(['nl', 'en']),
	neighbourhoodName: z.string()
});

/** A mail that is due, as `claim_mail` hands it out: of what it is about only what its text needs. */
export const dueMail = addressed.and(
	z.discriminatedUnion('kind', [
		z.object({ kind: z.literal('request_waits') }),
		z.object({
			kind: z.literal('appointment'),
			details: z.object({
				role: z.enum(['organiser', 'facilitator', 'contact_person', 'stand_in']),
				firstName: z.string(),
				secret: z.string().regex(/^[0-9a-f]{32}$/),
				until: z.iso.date()
			})
		}),
		...bookingMails
	])
);

export type DueMail = z.infer<typeof dueMail>;
type Appointment = Extract<DueMail, { kind: 'appointment' }>;

/** Subject and text of a mail. Neither says what waits for a neighbour, or from whom: mail lies open. */
export function wordMail(mail: DueMail, origin: string) {
	if (mail.kind === 'appointment') return wordAppointment(mail, origin);
	if (mail.kind !== 'request_waits') return wordBookingMail(mail, origin);
	const locale = { locale: mail.language };
	const address = `${origin}/desk/contact`;
	return {
		subject: m.mail_waits_subject({}, locale),
		text: m.mail_waits_text({ neighbourhood: mail.neighbourhoodName, address }, locale)
	};
}

const asked = {
	organiser: m.mail_appointment_organiser,
	facilitator: m.mail_appointment_facilitator,
	contact_person: m.mail_appointment_contact_person,
	stand_in: m.mail_appointment_stand_in
};

function wordAppointment({ language, neighbourhoodName, details }: Appointment, origin: string) {
	const locale = { locale: language };
	const day = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC'
	}).format(new Date(`${details.until}T12:00:00Z`));
	return {
		subject: m.mail_appointment_subject({}, locale),
		text: m.mail_appointment_text(
			{
				name: details.firstName,
				question: asked[details.role]({ neighbourhood: neighbourhoodName }, locale),
				address: `${origin}/invitation/${details.secret}`,
				day
			},
			locale
		)
	};
}
