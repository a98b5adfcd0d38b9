import { combineChunks, parseCookieHeader, stringFromBase64URL } from '@supabase/ssr';
import { z } from 'zod';

const session = z.object({ access_token: z.string() });
const claims = z.object({ sub: z.uuid() });
const BASE64 = 'base64-';

/**
 * Whose session this browser says it had. Nothing is verified, so it opens nothing: it only marks what
 * waits for that person. From the request itself, for the session may have been cleared meanwhile.
 */
export async function formerUser(request: Request) {
	const cookies = parseCookieHeader(request.headers.get('cookie') ?? '');
	const valueOf = (name: string) => cookies.find((cookie) => cookie.name === name)?.value;
	const first = cookies.find(({ name }) => /^sb-.+-auth-token(\.0)?$/.test(name));
	if (!first) return null;
	try {
		const kept = (await combineChunks(first.name.replace(/\.0$/, ''), valueOf)) ?? '';
		const text = kept.startsWith(BASE64) ? stringFromBase64URL(kept.slice(BASE64.length)) : kept;
		const [, payload = ''] = session.parse(JSON.parse(text)).access_token.split('.');
		return claims.parse(JSON.parse(stringFromBase64URL(payload))).sub;
	} catch {
		return null;
	}
}
