import { fork, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFloor } from './floor.ts';

const root = join(import.meta.dirname, '../..');
const directory = join(root, '.data/bench');
const ports = { app: 3960, floor: 3961, backend: 58321, mailbox: 58324, smtp: 58325 };

export type Servers = {
	app: string;
	floor: string;
	backend: { url: string; publishableKey: string; mailbox: string };
	/** Starts the production server once more, on another backend. Gives its address. */
	startApp: (port: number, backendUrl: string) => Promise<string>;
	stop: () => Promise<void>;
};

/** Starts the app as `npm start` does, on a fresh demo, and the floor beside it. */
export async function startServers(): Promise<Servers> {
	const running: ChildProcess[] = [];
	const stop = async () => {
		await Promise.all(running.map(end));
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void stop().finally(() => process.exit(1)));
	}
	const startServer = async (script: string, port: number, env: NodeJS.ProcessEnv = {}) => {
		const server = fork(script, {
			env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env }
		});
		running.push(server);
		await said(server, (tell) => server.once('message', tell));
		return `http://127.0.0.1:${port}`;
	};
	try {
		const app = launch();
		running.push(app);
		await said(app, (tell) =>
			app.stdout?.on('data', (text) => /Buurtplein is at/.test(String(text)) && tell())
		);
		const floor = await startServer(await buildFloor(), ports.floor);
		const backend = JSON.parse(readFileSync(join(directory, 'running.json'), 'utf8'));
		return {
			app: `http://127.0.0.1:${ports.app}`,
			floor,
			backend,
			startApp: (port, backendUrl) =>
				startServer(join(root, 'src/production-server.js'), port, {
					SUPABASE_URL: backendUrl,
					SUPABASE_PUBLISHABLE_KEY: backend.publishableKey
				}),
			stop
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

// Empty rather than absent: a variable that is set is not read from the .env file, so that the bench
// never touches a real Supabase.
function launch() {
	return spawn(process.execPath, ['supabase/local/launch.js', '--fresh'], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			...process.env,
			SUPABASE_URL: '',
			SUPABASE_PUBLISHABLE_KEY: '',
			DATA_DIR: directory,
			HOST: '127.0.0.1',
			PORT: String(ports.app),
			BACKEND_PORT: String(ports.backend),
			MAILBOX_PORT: String(ports.mailbox),
			MAILBOX_SMTP_PORT: String(ports.smtp)
		}
	});
}

function said(child: ChildProcess, listen: (tell: () => void) => void) {
	return new Promise<void>((done, fail) => {
		listen(() => done());
		child.once('exit', () => fail(new Error(`${child.spawnargs.join(' ')} ended before it ran.`)));
	});
}

function end(child: ChildProcess) {
	return new Promise<void>((done) => {
		if (child.exitCode !== null || child.signalCode !== null) return done();
		child.once('exit', () => done());
		child.kill('SIGTERM');
	});
}
