import type { SupabaseClient } from '@supabase/supabase-js';
import type { Transporter } from 'nodemailer';
import { z } from 'zod';
import { dueMail, wordMail } from './mails.ts';

type Sender = { supabase: SupabaseClient; transport: Transporter; from: string; origin: string };

const claimed = z.array(z.looseObject({ id: z.uuid() }));

/**
 * Sends the mail that is due, and answers how many went. What the mail server does not take comes
 * back later, longer each time; a mail keeps its Message-ID, so that twice can be known for once.
 */
export async function sendDueMail({ supabase, transport, from, origin }: Sender) {
	const { data, error } = await supabase.rpc('claim_mail');
	if (error) throw refused('claim_mail', error.code);
	let sent = 0;
	for (const due of claimed.parse(data)) {
		const { data: mail } = dueMail.safeParse(due);
		if (!mail) {
			console.error('mail', due.id, 'not as expected');
			continue;
		}
		const message = {
			from: { name: 'Buurtplein', address: from },
			to: mail.email,
			messageId: `<${mail.id}@${new URL(origin).hostname}>`,
			...wordMail(mail, origin)
		};
		const taken = await transport.sendMail(message).then(
			() => true,
			(failure: unknown) => console.error('mail', mail.id, codeOf(failure))
		);
		if (!taken) continue;
		sent++;
		const { error } = await supabase.rpc('settle_mail', { mail_id: mail.id });
		// What cannot be settled now goes twice: better one than all that were claimed.
		if (error) throw refused('settle_mail', error.code);
	}
	return sent;
}

/** What went wrong, for the log: a code or a name, never a message, which may hold an address. */
export function codeOf(failure: unknown) {
	const { code, name } = known.parse(failure);
	return code || name;
}

const known = z
	.object({ code: z.string().optional(), name: z.string() })
	.catch({ name: 'unknown' });

const refused = (verb: string, code: string) =>
	Object.assign(new Error(verb), { code: `${verb} ${code}`.trim() });
