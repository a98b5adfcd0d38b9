import type { RequestEvent } from '@sveltejs/kit';

/** What a cookie belongs to: this browser, at this address. */
export type Visit = Pick<RequestEvent, 'cookies' | 'url'>;

/** Every cookie of ours: for the whole app, out of reach of scripts and other sites, secure over HTTPS. */
export const ours = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

type Span = { path?: string; maxAge?: number };

/** Keeps something in this browser: until it closes, or for so many seconds. */
export const keepCookie = ({ cookies, url }: Visit, name: string, value: string, span?: Span) =>
	cookies.set(name, value, { ...ours(url), ...span });

/** Takes it away, with what it was set with: a browser refuses to delete it otherwise. */
export const dropCookie = ({ cookies, url }: Visit, name: string, span?: Span) =>
	cookies.delete(name, { ...ours(url), ...span });
