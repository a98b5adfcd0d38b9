import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../supabase/local/postgres.ts';

/** Takes all mail of one world, and keeps what came over the line to the byte. */
export async function captureMail() {
	const mails: string[] = [];
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			buffer(stream)
				.then((raw) => {
					const { mailFrom, rcptTo } = session.envelope;
					const from = mailFrom ? mailFrom.address : '';
					const to = rcptTo.map(({ address }) => address).join(', ');
					mails.push(`from ${from} to ${to}\n${raw.toString('latin1')}`);
					done();
				})
				.catch(done);
		}
	});
	const port = await freePort();
	smtp.server.listen(port, '127.0.0.1');
	await once(smtp.server, 'listening');
	return { mails, port, stop: () => new Promise<void>((done) => smtp.close(() => done())) };
}
