import type { Keys } from './keys.ts';
import { tokenTranslator } from './tokens.ts';

export type Answer = (request: Request) => Promise<Response>;

/** Does before and after Lite what Supabase does and Lite does not, for the app's sake. */
export async function likeSupabase(lite: Answer, keys: Keys): Promise<Answer> {
	const tokens = await tokenTranslator(keys.signingKey, keys.jwtSecret);
	return async (request) => {
		const { pathname } = new URL(request.url);
		if (pathname === '/auth/v1/.well-known/jwks.json') return Response.json(tokens.jwks);
		if (!/^\/(auth|rest)\/v1\//.test(pathname)) return new Response(null, { status: 404 });

		const headers = new Headers(request.headers);
		const token = /^Bearer (.+\..+\..+)$/.exec(headers.get('authorization') ?? '')?.[1];
		if (token) headers.set('authorization', `Bearer ${await tokens.inward(token)}`);

		if (pathname !== '/auth/v1/verify' || request.method !== 'POST') {
			const response = await lite(new Request(request, { headers }));
			return pathname === '/auth/v1/token' ? signed(response, tokens) : response;
		}
		const body = (await request.json()) as { type?: string };
		if (body.type === 'email') body.type = 'magiclink';
		headers.delete('content-length');
		const init = { method: 'POST', headers, body: JSON.stringify(body) };
		return signed(await lite(new Request(request.url, init)), tokens);
	};
}

async function signed(response: Response, tokens: Awaited<ReturnType<typeof tokenTranslator>>) {
	if (!response.ok) return response;
	const session = (await response.json()) as { access_token: string };
	const headers = new Headers(response.headers);
	headers.delete('content-length');
	return Response.json(
		{ ...session, access_token: await tokens.outward(session.access_token) },
		{ status: response.status, headers }
	);
}
