import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { extractLocaleFromRequest } from '$lib/paraglide/runtime';

/** Pages of words alone: no database, no clock, and nothing of who asks but the language. */
const pages = new Set(['/', '/join', '/sign-in']);

type Encoding = 'br' | 'gzip' | 'identity';
type Kept = { headers: Headers; bodies: Record<Encoding, Uint8Array<ArrayBuffer>> };

/**
 * Keeps the answers that are the same for everybody, compressed: those to a visitor without a single
 * cookie, one per page and language. Whoever has a cookie never gets one and never leaves one.
 */
export function keepOpenPages(): Handle {
	const kept = new Map<string, Kept>();
	return async ({ event, resolve }) => {
		if (!isTheSameForAll(event)) return resolve(event);
		const key = `${extractLocaleFromRequest(event.request)} ${event.url.pathname}`;
		let page = kept.get(key);
		if (!page) {
			const response = await resolve(event);
			if (response.status !== 200 || response.headers.has('set-cookie')) return response;
			const body = new Uint8Array(await response.arrayBuffer());
			page = kept.get(key) ?? compress(response.headers, body);
			kept.set(key, page);
		}
		return answer(page, chooseEncoding(event.request.headers));
	};
}

const isTheSameForAll = ({ isDataRequest, request, url }: RequestEvent) =>
	request.method === 'GET' &&
	!request.headers.has('cookie') &&
	pages.has(url.pathname) &&
	url.search === '' &&
	!isDataRequest;

const compress = (headers: Headers, body: Uint8Array<ArrayBuffer>): Kept => ({
	headers,
	bodies: {
		br: new Uint8Array(brotliCompressSync(body)),
		gzip: new Uint8Array(gzipSync(body, { level: 9 })),
		identity: body
	}
});

/** Only what is asked for in so many words; anything subtler is left to the server around this. */
function chooseEncoding(headers: Headers): Encoding {
	const accepted = headers.get('accept-encoding')?.split(/ *, */) ?? [];
	return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? 'identity';
}

function answer({ headers, bodies }: Kept, encoding: Encoding) {
	const response = new Response(bodies[encoding], { headers });
	response.headers.set('content-length', String(bodies[encoding].length));
	if (encoding !== 'identity') response.headers.set('content-encoding', encoding);
	return response;
}
