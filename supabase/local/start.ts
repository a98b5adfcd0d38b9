import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoText } from './demo.ts';
import { isFree, claim } from './running.ts';

const root = join(import.meta.dirname, '../..');
process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');

const { env } = process;
const args = process.argv.slice(2);
const dev = args.includes('--dev');
const embedded = !env.SUPABASE_URL && !env.SUPABASE_PUBLISHABLE_KEY;
const directory = resolve(env.DATA_DIR ?? '.data');
const ports = {
	app: portOf('PORT', 3000),
	backend: portOf('BACKEND_PORT', 54321),
	mailbox: portOf('MAILBOX_PORT', 54324),
	smtp: portOf('MAILBOX_SMTP_PORT', 54325)
};
const postgresPort = portOf('POSTGRES_PORT', undefined);
// The embedded backend has no second factor; a real Supabase has, and there the app refuses this.
const waiver = env.BUURTPLEIN_WAIVE_SECOND_FACTOR_FOR_DEVELOPMENT ?? 'yes';
// What the embedded backend holds is for trying: it is not for the whole network.
const host = env.HOST ?? (embedded ? '127.0.0.1' : '0.0.0.0');

/** What has to be stopped, newest last. */
const running: (() => Promise<void>)[] = [];
let stopping = false;
for (const end of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
	process.on(end as 'SIGINT', () => void stop(0));
}

try {
	await start();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	await stop(1);
}

function portOf<Otherwise>(name: string, otherwise: Otherwise) {
	const text = env[name];
	if (!text) return otherwise;
	const port = Number(text);
	if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
	console.error(`${name} must be a number from 1 to 65535, not "${text}".`);
	process.exit(1);
}

async function start() {
	await refuseTakenPorts();
	const supabase = embedded ? await startEmbedded() : {};
	if (stopping) return;
	const address = `http://localhost:${ports.app}`;
	const { SUPABASE_SECRET_KEY, ...open }: NodeJS.ProcessEnv = { ...env, ...supabase };
	await startApp({ ...open, HOST: host, PORT: String(ports.app) });
	if (stopping) return;
	if (SUPABASE_SECRET_KEY) startMailSender({ ORIGIN: address, ...open, SUPABASE_SECRET_KEY });
	console.log(`\nBuurtplein is at ${address}\n`);
	if (embedded) console.log(demoText(address, `http://localhost:${ports.mailbox}`));
	console.log('Ctrl-C stops it.');
}

async function refuseTakenPorts() {
	if (embedded && !(await claim(directory))) {
		throw new Error('Buurtplein already runs on this data. Stop that one first.');
	}
	const names = {
		app: 'PORT',
		backend: 'BACKEND_PORT',
		mailbox: 'MAILBOX_PORT',
		smtp: 'MAILBOX_SMTP_PORT'
	};
	for (const [part, name] of Object.entries(names)) {
		const port = ports[part as keyof typeof ports];
		if (part !== 'app' && !embedded) continue;
		if (await isFree(port, part === 'app' ? host : undefined)) continue;
		throw new Error(`Port ${port} is taken. Choose another one: ${name}=${port + 1000} npm start`);
	}
}

async function startEmbedded() {
	const { startMailSink } = await import('./mail-sink.ts');
	const { startBackend, wipeBackend } = await import('./backend.ts');
	if (args.includes('--fresh')) await wipeBackend(directory);
	const mail = await startMailSink({ smtp: ports.smtp, http: ports.mailbox });
	running.push(mail.stop);
	const backend = await startBackend({
		directory,
		port: ports.backend,
		postgresPort,
		smtpPort: ports.smtp,
		waiveSecondFactor: waiver === 'yes'
	});
	running.push(backend.stop);
	const { url, publishableKey, secretKey, databaseUrl } = backend;
	const file = join(directory, 'running.json');
	writeFileSync(file, JSON.stringify({ url, publishableKey, databaseUrl, mailbox: mail.url }), {
		mode: 0o600
	});
	running.push(async () => rmSync(file, { force: true }));
	return {
		SUPABASE_URL: url,
		SUPABASE_PUBLISHABLE_KEY: publishableKey,
		SUPABASE_SECRET_KEY: secretKey,
		SMTP_URL: `smtp://127.0.0.1:${ports.smtp}?ignoreTLS=true`,
		MAIL_FROM: 'buurtplein@example.nl',
		BUURTPLEIN_WAIVE_SECOND_FACTOR_FOR_DEVELOPMENT: waiver
	};
}

function startApp(variables: NodeJS.ProcessEnv) {
	const script = dev ? 'supabase/local/dev-server.ts' : 'src/production-server.js';
	const app = fork(script, { env: { NODE_ENV: dev ? 'development' : 'production', ...variables } });
	running.push(() => end(app));
	return new Promise<void>((ready) => {
		app.once('message', () => ready());
		app.once('exit', (code) => {
			ready();
			void stop(code ?? 1);
		});
	});
}

/** Apart from the app, which answers people and holds no secret key. */
function startMailSender(variables: NodeJS.ProcessEnv) {
	const sender = fork('src/mail-sender.ts', { env: variables });
	running.push(() => end(sender));
	sender.once('exit', (code) => void stop(code ?? 1));
}

function end(app: ChildProcess) {
	return new Promise<void>((done) => {
		if (app.exitCode !== null || app.signalCode !== null) return done();
		app.once('exit', () => done());
		app.kill('SIGTERM');
	});
}

async function stop(code: number) {
	if (stopping) return;
	stopping = true;
	setTimeout(() => process.exit(1), 15_000).unref();
	for (const part of running.reverse()) await part().catch(console.error);
	process.exit(code);
}
