import type { SupabaseClient } from '@supabase/supabase-js';
import type { Transporter } from 'nodemailer';
import { z } from 'zod';
import { dueMail, wordMail } from './mails.ts';

type Sender = { supabase: SupabaseClient; transport: Transporter; from: string; origin: string };

/**
 * Sends the mail that is due, and answers how many went. What the mail server does not take comes
 * back later, longer each time; a mail keeps its Message-ID, so that twice can be known for once.
 */
export async function sendDueMail({ supabase, transport, from, origin }: Sender) {
	const { data, error } = await supabase.rpc('claim_mail');
	if (error) throw new Error(`claim_mail: ${error.code} ${error.message}`);
	let sent = 0;
	for (const mail of z.array(dueMail).parse(data)) {
		const message = {
			from: { name: 'Buurtplein', address: from },
			to: mail.email,
			messageId: `<${mail.id}@${new URL(origin).hostname}>`,
			...wordMail(mail, origin)
		};
		const taken = await transport.sendMail(message).then(
			() => true,
			(failure: Error) => console.error('mail', failure.message)
		);
		if (!taken) continue;
		await supabase.rpc('settle_mail', { mail_id: mail.id });
		sent++;
	}
	return sent;
}
