import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { cookieHeader, type Cookie } from './member.ts';
import type { Servers } from './servers.ts';

const ports = { proxy: 3963, app: 3962 };

export type RoundTrips = { calls: number; atOnce: number };

/** What each page asks of the backend: how often, and how much of that at the same time. */
export async function countRoundTrips(servers: Servers, pages: string[], cookies: Cookie[]) {
	const proxy = await startProxy(servers.backend.url);
	try {
		const app = await servers.startApp(ports.app, proxy.url);
		const visit = async (page: string) => {
			const response = await fetch(app + page, { headers: { cookie: cookieHeader(cookies) } });
			if (!response.ok) throw new Error(`${page} answered ${response.status}.`);
			await response.text();
		};
		const counts: Record<string, RoundTrips> = {};
		for (const page of pages) {
			// The first visit also fetches the key set of the tokens, which the app keeps.
			await visit(page);
			proxy.reset();
			await visit(page);
			counts[page] = proxy.seen();
		}
		return counts;
	} finally {
		await proxy.stop();
	}
}

async function startProxy(target: string) {
	let calls = 0;
	let open = 0;
	let atOnce = 0;
	const server = createServer((incoming, response) => {
		calls++;
		atOnce = Math.max(atOnce, ++open);
		const { method, headers, url } = incoming;
		const onward = request(target + url, { method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
			answer.pipe(response);
			answer.once('end', () => open--);
		});
		onward.once('error', () => response.writeHead(502).end());
		incoming.pipe(onward);
	});
	server.listen(ports.proxy, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${ports.proxy}`,
		reset: () => (calls = open = atOnce = 0),
		seen: (): RoundTrips => ({ calls, atOnce }),
		stop: async () => {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		}
	};
}
