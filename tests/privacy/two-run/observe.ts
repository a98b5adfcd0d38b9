import { Agent, request } from 'node:http';
import { masked } from './masks.ts';

/** One thing that somebody outside can see, by the channel through which they see it. */
export type Sight = { channel: string; text: string };
export type Difference = { channel: string; at: number; left: string; right: string };

export type Sent = { method: string; path: string; headers: Record<string, string>; body?: string };
export type Received = {
	status: number;
	reason: string;
	headers: [string, string][];
	body: string;
};

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends one request over a connection that stays open, and gives the answer as it came. */
export function send(port: number, { method, path, headers, body }: Sent) {
	return new Promise<Received>((done, fail) => {
		const outgoing = request(
			{ agent, host: '127.0.0.1', port, method, path, headers },
			(incoming) => {
				const chunks: Buffer[] = [];
				incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
				incoming.once('error', fail);
				incoming.once('end', () => {
					const raw = incoming.rawHeaders;
					done({
						status: incoming.statusCode ?? 0,
						reason: incoming.statusMessage ?? '',
						headers: raw.flatMap((name, at) =>
							at % 2 ? [] : [[name, raw[at + 1] ?? ''] as [string, string]]
						),
						// Every byte one character, so that no two byte strings look the same.
						body: Buffer.concat(chunks).toString('latin1')
					});
				});
			}
		);
		outgoing.once('error', fail);
		outgoing.end(body);
	});
}

/** All that an answer shows, in the order in which it shows it. */
export function sightsOf(answer: Received): Sight[] {
	const { status, reason, headers, body } = answer;
	return [
		{ channel: 'status', text: `${status} ${reason}` },
		// Before the headers: its length stands in one of them, and says less.
		{ channel: 'body', text: body },
		{ channel: 'header order', text: headers.map(([name]) => name).join('\n') },
		...headers.map(([name, value]) => ({
			channel: channelOf(name),
			text: /^set-cookie$/i.test(name) ? `${name}: ${shape(value)}` : `${name}: ${value}`
		})),
		{ channel: 'cookie', text: sessionIn(headers) }
	];
}

/** The first place where two rows of sights differ; the masks hide what must not count. */
export function firstDifference(left: Sight[], right: Sight[]): Difference | null {
	for (let n = 0; n < Math.max(left.length, right.length); n++) {
		const [a, b] = [masked(left[n]?.text ?? ''), masked(right[n]?.text ?? '')];
		if (a === b && left[n]?.channel === right[n]?.channel) continue;
		let at = 0;
		while (at < a.length && a[at] === b[at]) at++;
		const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
		const channel = left[n]?.channel ?? right[n]?.channel ?? '';
		return { channel, at, left: around(a), right: around(b) };
	}
	return null;
}

const channels: Record<string, string> = { location: 'redirect', 'set-cookie': 'cookie' };
const channelOf = (header: string) => channels[header.toLowerCase()] ?? 'header';

const SESSION = /^(sb-[\w-]+-auth-token(?:\.\d+)?)=([^;]*)/;

// A session is a text of its own inside its cookies: the length stays here, the text follows below.
const shape = (cookie: string) =>
	cookie.replace(SESSION, (_, name: string, value: string) => `${name}=(${value.length} bytes)`);

function sessionIn(headers: [string, string][]) {
	const parts = headers
		.filter(([name]) => /^set-cookie$/i.test(name))
		.flatMap(([, cookie]) => SESSION.exec(cookie)?.[2] ?? []);
	const whole = decodeURIComponent(parts.join(''));
	return whole.startsWith('base64-')
		? Buffer.from(whole.slice('base64-'.length), 'base64url').toString('latin1')
		: whole;
}
