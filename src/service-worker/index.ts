// Contact without internet: whom to call, on a page that says nothing of now and of nobody who looks.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const pictures = ['/faces.svg', '/icons.svg', '/favicon.svg'];
const SIX_HOURS = 21_600_000;
const openCache = () => caches.open('contact');

worker.addEventListener('message', (event) => {
	const { path, lang } = event.data as { path: string; lang: string };
	event.waitUntil(keep(path, lang));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(pathname)));
	else if (pictures.includes(pathname)) {
		event.respondWith(fetch(request).catch(() => keptFile(pathname)));
	}
});

// Asked for as a visitor, in the language of who looks: what comes back is nobody's.
async function keep(path: string, lang: string) {
	const cache = await openCache();
	const before = await cache.match(path);
	const page = before && isFresh(before, lang) ? before : await ask(path, lang);
	if (!page.ok) return;
	// The newest comes last: it is shown where no other is asked for.
	const copy = new Response(await page.blob(), page);
	await cache.delete(path);
	await cache.put(path, copy);
	await cache.addAll(pictures);
}

const isFresh = ({ headers }: Response, lang: string) =>
	headers.get('content-language') === lang &&
	Date.now() - Date.parse(headers.get('date') ?? '') < SIX_HOURS;

async function ask(path: string, lang: string) {
	const page = await fetch(path, { credentials: 'omit', headers: { 'accept-language': lang } });
	const headers = new Headers(page.headers);
	headers.set('content-language', lang);
	return new Response(page.body, { status: page.status, headers });
}

/** The page of the neighbourhood that was asked for, or of the one that was looked at last. */
async function kept(pathname: string) {
	const cache = await openCache();
	const pages = (await cache.keys()).map(({ url }) => url).filter((url) => url.endsWith('/kept'));
	const asked = pages.find((url) => new URL(url).pathname === `${pathname}/kept`);
	return keptFile(asked ?? pages.at(-1) ?? '');
}

async function keptFile(path: string) {
	return (await (await openCache()).match(path)) ?? Response.error();
}
