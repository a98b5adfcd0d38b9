import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { mailboxPage } from './mailbox-page.ts';

const KEPT = 500;

type Person = { Name: string; Address: string };

/** A message as Mailpit gives it. */
export type Message = {
	ID: string;
	From: Person;
	To: Person[];
	Subject: string;
	Date: string;
	Text: string;
	HTML: string;
};

/**
 * Takes all mail that is offered and keeps it in memory, newest first. Shows it on a page and at
 * two of Mailpit's addresses, since Mailpit is what Supabase's own local stack has in this place.
 */
export async function startMailSink(ports: { smtp: number; http: number }) {
	const messages: Message[] = [];
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			buffer(stream)
				.then((raw) => PostalMime.parse(raw))
				.then((email) => {
					const to = session.envelope.rcptTo.map(({ address }) => address);
					messages.unshift(likeMailpit(email, to));
					messages.splice(KEPT);
					done();
				})
				.catch(done);
		}
	});
	const http = createServer((request, response) => {
		const answer = route(new URL(request.url ?? '/', 'http://localhost'), messages);
		response.writeHead(answer ? 200 : 404, {
			'content-type': typeof answer === 'string' ? 'text/html; charset=utf-8' : 'application/json',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'"
		});
		response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
	});
	const stop = async () => {
		http.closeAllConnections();
		await Promise.all([
			new Promise((done) => http.close(done)),
			new Promise<void>((done) => smtp.close(() => done()))
		]);
	};
	try {
		await Promise.all([listen(smtp.server, ports.smtp), listen(http, ports.http)]);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url: `http://127.0.0.1:${ports.http}`, stop };
}

async function listen(server: Server, port: number) {
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
}

function route({ pathname, searchParams }: URL, messages: Message[]) {
	if (pathname === '/') return mailboxPage(messages);
	if (pathname === '/api/v1/messages') {
		const start = Number(searchParams.get('start') ?? 0);
		const page = messages.slice(start, start + Number(searchParams.get('limit') ?? 50));
		return {
			total: messages.length,
			messages_count: messages.length,
			start,
			messages: page.map(({ ID, From, To, Subject, Date, Text }) => {
				return { ID, From, To, Subject, Created: Date, Snippet: Text.slice(0, 250) };
			})
		};
	}
	const id = /^\/api\/v1\/message\/(\w+)$/.exec(pathname)?.[1];
	return id === 'latest' ? messages[0] : messages.find(({ ID }) => ID === id);
}

function likeMailpit(email: Email, to: string[]): Message {
	return {
		ID: randomBytes(11).toString('hex'),
		From: { Name: email.from?.name ?? '', Address: email.from?.address ?? '' },
		To: to.map((Address) => ({
			Name: email.to?.find(({ address }) => address === Address)?.name ?? '',
			Address
		})),
		Subject: email.subject ?? '',
		Date: new Date().toISOString(),
		Text: email.text ?? '',
		HTML: email.html ?? ''
	};
}
