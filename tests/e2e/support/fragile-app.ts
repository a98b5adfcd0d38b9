import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { root, running } from './app.ts';

/**
 * What the backend does with a request: answer, refuse it, do it but lose the answer, nothing, or say
 * that it does not take this session any more.
 */
type Mood = 'answers' | 'refuses' | 'loses answers' | 'is silent' | 'takes no session';

/** A second app on the same backend, which stands behind a line that the test can cut. */
export async function startFragileApp() {
	const backend = new URL(running().url);
	/** A mood holds for every request, or for those to some addresses only. */
	const line = { mood: 'answers' as Mood, only: /^/, address: '', stop };
	const between = createServer((incoming, response) => {
		if (!line.only.test(incoming.url ?? '')) pass(incoming, response);
		else if (line.mood === 'refuses') incoming.socket.destroy();
		else if (line.mood === 'takes no session') {
			incoming.resume();
			response.writeHead(401, { 'content-type': 'application/json' });
			response.end('{"code":"PGRST303","message":"JWT expired"}');
		} else if (line.mood !== 'is silent') pass(incoming, response);
	});
	await once(between.listen(0, '127.0.0.1'), 'listening');
	const port = await freePort();
	const app = fork('src/production-server.js', {
		cwd: root,
		silent: true,
		env: {
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: String(port),
			SUPABASE_URL: `http://127.0.0.1:${(between.address() as AddressInfo).port}`,
			SUPABASE_PUBLISHABLE_KEY: running().publishableKey
		}
	});
	await once(app, 'message');
	line.address = `http://localhost:${port}`;
	return line;

	function pass(incoming: IncomingMessage, response: ServerResponse) {
		const { method, headers, url: path } = incoming;
		const onward = request({ host: backend.hostname, port: backend.port, method, headers, path });
		onward.on('response', (answer) => {
			if (line.mood === 'loses answers') response.destroy();
			else answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
		});
		onward.on('error', () => response.destroy());
		incoming.pipe(onward);
	}

	async function stop() {
		between.closeAllConnections();
		between.close();
		if (app.exitCode === null && app.kill('SIGKILL')) await once(app, 'exit');
	}
}

async function freePort() {
	const server = createServer();
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
