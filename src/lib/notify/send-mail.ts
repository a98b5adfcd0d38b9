import { setTimeout as pause } from 'node:timers/promises';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Transporter } from 'nodemailer';
import { z } from 'zod';
import { dueMail, wordMail } from './mails.ts';

/** After a claim nothing is begun that another could have taken over before it is done. */
const BEGIN_WITHIN = 120_000;
/** All that a silent mail server can make us wait lies within what is left of the claim. */
export const timeouts = {
	connectionTimeout: 30_000,
	greetingTimeout: 30_000,
	socketTimeout: 60_000
};

export type Sender = {
	supabase: SupabaseClient;
	transport: Transporter;
	from: string;
	origin: string;
};

const claimed = z.array(z.looseObject({ id: z.uuid() }));

/**
 * Sends the mail that is due, and answers how many went. What the mail server does not take comes
 * back later, longer each time; a mail keeps its Message-ID, by which twice is known for once.
 */
export async function sendDueMail({ supabase, transport, from, origin }: Sender) {
	const begun = performance.now();
	const { data, error } = await supabase.rpc('claim_mail');
	if (error) throw refused('claim_mail', error.code);
	let sent = 0;
	for (const due of claimed.parse(data)) {
		if (performance.now() - begun > BEGIN_WITHIN) break;
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

/** Sends until told to stop: again at once as long as there is mail to send, else after the pause. */
export async function keepSending(sender: Sender, pauseMs: number, stop: AbortSignal) {
	while (!stop.aborted) {
		const sent = await sendDueMail(sender).catch((failure: unknown) => {
			console.error('mail', codeOf(failure));
			return 0;
		});
		if (!sent) await pause(pauseMs, undefined, { signal: stop }).catch(() => {});
	}
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
