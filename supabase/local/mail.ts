import type { EmailDriver } from '@supabase/lite';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

/** Sends Supabase Lite's mail over SMTP, with a plain text that says what the HTML says. */
export function smtpDriver(port: number): EmailDriver {
	const template = readFileSync(join(import.meta.dirname, '../templates/code.txt'), 'utf8');
	const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
	return {
		async send({ to, subject, html, text }) {
			// Lite's own text is English and holds a link; of it, only the code is wanted.
			const code = /\b\d{6}\b/.exec(text ?? '')?.[0] ?? '';
			await transport.sendMail({
				from: { name: 'Buurtplein', address: 'buurtplein@example.nl' },
				to,
				subject,
				html,
				text: template.replace('{{ .Token }}', code)
			});
		}
	};
}
