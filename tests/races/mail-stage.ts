import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { build } from 'vite';
import { openBackend } from '../../supabase/local/backend.ts';
import { readOrMakeKeys } from '../../supabase/local/keys.ts';
import { freePort } from '../../supabase/local/postgres.ts';
import { openTestDatabase } from '../support/database.ts';
import { openNeighbourhood } from './neighbours.ts';

/** A copy of a mail that the mail server took, and from which process. */
export type Copy = { sender: number; text: string };

/** The outbox, a backend before it, a mail server behind it, and a clock that stands still. */
export async function openMailStage() {
	const directory = mkdtempSync(join(tmpdir(), 'buurtplein-outbox-'));
	const keys = await readOrMakeKeys(join(directory, 'keys.json'));
	const database = await openTestDatabase('outbox');
	const { sql } = database;
	const [port, smtpPort] = await Promise.all([freePort(), freePort()]);
	const backend = await (await openBackend(database.url, keys)).serve({ port, smtpPort });
	const program = await bundle(directory);
	const neighbourhoodId = await openNeighbourhood(sql);
	await sql`create table private.race_clock (moment timestamptz)`;
	await sql`insert into private.race_clock values ('2026-11-24 10:00+01')`;
	await sql`
		create or replace function private.clock() returns timestamptz
		language sql stable security definer set search_path = ''
		as 'select moment from private.race_clock'
	`;
	const server = mailServer();
	/** Of each sender how often it found nothing to send. */
	const running = new Map<ChildProcess, number>();
	return {
		sql,
		server,
		smtpPort,
		url: `http://127.0.0.1:${port}`,
		secretKey: keys.secretKey,
		post: async (mails: number) => {
			await sql`
				select private.post_mail('request_waits', ${neighbourhoodId}, email => 'piet@example.nl')
				from generate_series(1, ${mails})
			`;
		},
		pass: async (minutes: number) => {
			await sql`update private.race_clock set moment = moment + ${`${minutes} minutes`}::interval`;
		},
		/** How many are to be sent, and of those how many now. */
		left: async () => {
			const [row] = await sql<{ due: number; unsent: number }[]>`
				select count(*) filter (where next_try_at <= private.clock())::int as due,
					count(*)::int as unsent
				from private.outbox where sent_at is null
			`;
			return row!;
		},
		/** Until no sender has a mail in the hand and none finds one. */
		rest: async () => {
			const before = new Map(running);
			// The first time it may have asked before.
			while ([...running].some(([sender, times]) => times < (before.get(sender) ?? 0) + 2)) {
				await pause(5);
			}
		},
		start: () => {
			const sender = fork(program, [`http://127.0.0.1:${port}`, keys.secretKey, String(smtpPort)], {
				stdio: ['ignore', 'ignore', 'ignore', 'ipc']
			});
			running.set(sender, 0);
			sender.on('message', () => running.set(sender, (running.get(sender) ?? 0) + 1));
			sender.once('exit', () => running.delete(sender));
			return sender;
		},
		kill: async (sender: ChildProcess) => {
			const gone = once(sender, 'exit');
			sender.kill('SIGKILL');
			await gone;
		},
		stop: async () => {
			await Promise.all(
				[...running.keys()].map((sender) => (sender.kill('SIGKILL'), once(sender, 'exit')))
			);
			await server.close();
			await backend.stop();
			await database.close();
			rmSync(directory, { recursive: true, force: true });
		}
	};
}

/** One file, which starts five times as fast as the many it is made of. */
async function bundle(directory: string) {
	await build({
		configFile: false,
		logLevel: 'silent',
		ssr: { noExternal: true },
		build: { ssr: join(import.meta.dirname, 'sender-process.ts'), outDir: directory, minify: true }
	});
	return join(directory, 'sender-process.js');
}

function mailServer() {
	const copies = new Map<string, Copy[]>();
	/** What each sender handed over last. */
	const lastOf = new Map<number, string>();
	const steps = new EventEmitter<{ step: [] }>().setMaxListeners(0);
	/** Which mail the server refuses for now. */
	const whims = { refuses: () => false, thinks: () => 0 };
	let server: SMTPServer | undefined;
	const step = (done: () => void) => {
		steps.emit('step');
		done();
	};
	return {
		copies,
		lastOf,
		steps,
		whims,
		open: async (port: number) => {
			server = new SMTPServer({
				authOptional: true,
				disabledCommands: ['STARTTLS'],
				onConnect: (_, done) => step(done),
				onRcptTo: (_, __, done) => step(done),
				onData(stream, session, done) {
					steps.emit('step');
					const take = async (raw: Buffer) => {
						await pause(whims.thinks());
						if (whims.refuses())
							return done(Object.assign(new Error('later'), { responseCode: 451 }));
						const text = raw.toString();
						const id = /^message-id: <(.+)@buurtplein\.example>\r$/im.exec(text)?.[1] ?? text;
						const sender = Number(session.hostNameAppearsAs.replace('sender-', ''));
						// The date is of the moment of sending.
						copies.set(id, [
							...(copies.get(id) ?? []),
							{ sender, text: text.replace(/^date: .*$/im, '') }
						]);
						lastOf.set(sender, id);
						step(done);
					};
					// Half a mail, of a sender that died, is none.
					void buffer(stream).then(take, done);
				}
			});
			server.on('error', () => {});
			server.listen(port, '127.0.0.1');
			await once(server.server, 'listening');
		},
		close: async () => {
			await new Promise<void>((done) => (server ? server.close(done) : done()));
			server = undefined;
		}
	};
}
