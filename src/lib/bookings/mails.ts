import { z } from 'zod';
import { m } from '../paraglide/messages.js';
import { speakerTopics } from '../speakers/kinds.ts';
import { wishWords } from './topics.ts';

const details = z.object({
	speaker: z.string(),
	asker: z.string().nullable()
});
const day = { startsAt: z.string(), timeZone: z.string() };
const link = { token: z.string().regex(/^[0-9a-f]{32}$/) };

/** The mails to a speaker: none says anything of who is in the group. */
export const bookingMails = [
	z.object({
		kind: z.literal('booking_asked'),
		details: details.extend({ ...link, topic: z.enum(speakerTopics), words: z.string().nullable() })
	}),
	z.object({ kind: z.literal('booking_moved'), details: details.extend(link) }),
	z.object({
		kind: z.literal('booking_cancelled'),
		details: details.extend({ ...day, reason: z.string().nullable() })
	}),
	z.object({
		kind: z.literal('booking_thanks'),
		details: details.extend({ ...day, thanks: z.number() })
	})
] as const;

type BookingMail = z.infer<(typeof bookingMails)[number]> & {
	language: 'nl' | 'en';
	neighbourhoodName: string;
};

/** Subject and text of a mail to a speaker. */
export function wordBookingMail(mail: BookingMail, origin: string) {
	const locale = { locale: mail.language };
	const { speaker, asker } = mail.details;
	const who = {
		name: speaker,
		neighbourhood: mail.neighbourhoodName,
		asker: asker ?? m.booking_mail_sender({}, locale)
	};
	switch (mail.kind) {
		case 'booking_asked': {
			const topic = wishWords(mail.details.topic, mail.details.words, locale);
			const address = addressOf(mail.details.token, origin);
			return {
				subject: m.booking_mail_asked_subject({ topic }, locale),
				text: m.booking_mail_asked_text({ ...who, topic, address }, locale)
			};
		}
		case 'booking_moved': {
			const address = addressOf(mail.details.token, origin);
			return {
				subject: m.booking_mail_moved_subject({}, locale),
				text: m.booking_mail_moved_text({ ...who, address }, locale)
			};
		}
		case 'booking_cancelled': {
			const { reason } = mail.details;
			const day = dayOf(mail);
			const why = reason ? m.booking_mail_reason({ reason }, locale) : '';
			return {
				subject: m.booking_mail_cancelled_subject({ day }, locale),
				text: m.booking_mail_cancelled_text({ ...who, day, reason: why }, locale)
			};
		}
		case 'booking_thanks': {
			const count = mail.details.thanks;
			// One alone could be told apart by who knows the group.
			const thanks =
				count > 1
					? m.booking_mail_thanks_count({ count }, locale)
					: m.booking_mail_thanks_plain({}, locale);
			return {
				subject: m.booking_mail_thanks_subject({}, locale),
				text: m.booking_mail_thanks_text({ ...who, day: dayOf(mail), thanks }, locale)
			};
		}
	}
}

const addressOf = (token: string, origin: string) => `${origin}/speaker/${token}`;

const dayOf = ({
	language,
	details: { startsAt, timeZone }
}: {
	language: 'nl' | 'en';
	details: { startsAt: string; timeZone: string };
}) =>
	new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		timeZone
	}).format(new Date(startsAt));
