// A process that sends mail as src/mail-sender.ts does, without its pauses: to be killed at any moment.
import { createClient } from '@supabase/supabase-js';
import { createTransport } from 'nodemailer';
import { keepSending } from '../../src/lib/notify/send-mail.ts';

const [url = '', key = '', port] = process.argv.slice(2);
/** Says so when there was nothing to send. */
const ask: typeof fetch = async (input, init) => {
	const response = await fetch(input, init);
	if (!String(input).endsWith('claim_mail')) return response;
	const text = await response.text();
	if (text === '[]') process.send?.('nothing');
	return new Response(text, response);
};
const sender = {
	supabase: createClient(url, key, { auth: { persistSession: false }, global: { fetch: ask } }),
	// By this name the mail server knows who handed a mail over.
	transport: createTransport({
		host: '127.0.0.1',
		port: Number(port),
		ignoreTLS: true,
		name: `sender-${process.pid}`
	}),
	from: 'buurtplein@example.nl',
	origin: 'https://buurtplein.example'
};

await keepSending(sender, 20, new AbortController().signal);
