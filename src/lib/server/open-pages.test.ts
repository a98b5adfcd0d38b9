import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import { beforeEach, expect, test } from 'vitest';
import { keepOpenPages } from './open-pages';

type Asked = { path?: string; method?: string; headers?: HeadersInit; isDataRequest?: boolean };

let handle: ReturnType<typeof keepOpenPages>;
let made: number;

beforeEach(() => {
	handle = keepOpenPages();
	made = 0;
});

/** Asks for a page of which no two are the same when they are made. */
async function ask({ path = '/', isDataRequest = false, ...init }: Asked = {}, answer = {}) {
	const request = new Request(`http://localhost${path}`, init);
	const event = { request, url: new URL(request.url), isDataRequest } as RequestEvent;
	const resolve = () => new Response(`page ${++made}`, answer);
	return handle({ event, resolve });
}
const text = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).text();

test('a visitor gets the page that was made for the visitor before', async () => {
	expect([await text(), await text()]).toEqual(['page 1', 'page 1']);
});

test.each<[string, Asked]>([
	['any cookie', { headers: { cookie: 'theme=dark' } }],
	['an empty cookie', { headers: { cookie: '' } }],
	['a form', { method: 'POST' }],
	['a question', { path: '/?next=/me' }],
	['a page not in the list', { path: '/join/48276105' }],
	['the data of a page', { isDataRequest: true }]
])('with %s nobody gets what was kept, nor leaves anything', async (_, asked) => {
	expect([await text(asked), await text(asked)]).toEqual(['page 1', 'page 2']);
	expect([await text(), await text(asked), await text()]).toEqual(['page 3', 'page 4', 'page 3']);
});

test.each([
	['a redirect', { status: 303 }],
	['an error', { status: 503 }],
	['a cookie in it', { headers: { 'set-cookie': 'flash=word' } }]
])('an answer with %s is not kept', async (_, answer) => {
	expect([await text({}, answer), await text()]).toEqual(['page 1', 'page 2']);
});

test('each page and language is kept apart', async () => {
	const all = ['/', '/join', '/sign-in'].flatMap((path) =>
		['nl', 'en'].map((language) => ({ path, headers: { 'accept-language': language } }))
	);
	const first = await Promise.all(all.map((asked) => text(asked)));
	expect(new Set(first).size).toBe(6);
	expect(await Promise.all(all.map((asked) => text(asked)))).toEqual(first);
});

test.each([
	['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
	['gzip', 'gzip', gunzipSync],
	['gzip;q=0, br;q=0', null, Buffer.from],
	['', null, Buffer.from]
])('who accepts "%s" gets it as %s', async (accepted, encoding, decode) => {
	await ask();
	const response = await ask({ headers: { 'accept-encoding': accepted } });
	const body = Buffer.from(await response.arrayBuffer());
	expect(response.headers.get('content-encoding')).toBe(encoding);
	expect(response.headers.get('content-length')).toBe(String(body.length));
	expect(decode(body).toString()).toBe('page 1');
});

test('headers stay as they were made', async () => {
	const headers = { 'cache-control': 'private, no-store', etag: '"1"' };
	await ask({}, { headers });
	expect(Object.fromEntries((await ask()).headers)).toMatchObject(headers);
});
