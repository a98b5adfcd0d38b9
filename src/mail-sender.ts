// The process that sends mail: the only one that holds the secret key, and it answers nobody.
import { createClient } from '@supabase/supabase-js';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { keepSending, timeouts } from './lib/notify/send-mail.ts';

const HALF_A_MINUTE = 30_000;

const settings = z
	.object({
		SUPABASE_URL: z.url(),
		SUPABASE_SECRET_KEY: z.string().min(1),
		SMTP_URL: z.url(),
		MAIL_FROM: z.email(),
		ORIGIN: z.url()
	})
	.safeParse(process.env);
if (!settings.success) {
	console.error(`${String(settings.error.issues[0]?.path[0])} is missing or not valid.`);
	process.exit(1);
}

const { SUPABASE_URL, SUPABASE_SECRET_KEY, SMTP_URL, MAIL_FROM, ORIGIN } = settings.data;
const sender = {
	supabase: createClient(SUPABASE_URL, SUPABASE_SECRET_KEY, { auth: { persistSession: false } }),
	transport: createTransport({ url: SMTP_URL, ...timeouts }),
	from: MAIL_FROM,
	origin: ORIGIN
};
const stopping = new AbortController();
for (const end of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(end, () => stopping.abort());

await keepSending(sender, HALF_A_MINUTE, stopping.signal);
process.exit();
