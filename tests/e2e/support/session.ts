import type { BrowserContext } from '@playwright/test';

/** The cookies in which a telephone keeps a session. */
export async function sessionCookies(context: BrowserContext) {
	const cookies = await context.cookies();
	return cookies
		.filter(({ name }) => /^sb-.*-auth-token(\.\d+)?$/.test(name))
		.sort((a, b) => a.name.localeCompare(b.name));
}

/** Makes the app believe that the session's token has ended, so that it asks for a new one. */
export const endToken = (context: BrowserContext) => change(context, { expires_at: 1 });

/** Ends the session for good: its token is old, and no new one is to be had. */
export const endSession = (context: BrowserContext) =>
	change(context, { expires_at: 1, refresh_token: 'gone' });

async function change(context: BrowserContext, changes: Record<string, unknown>) {
	const cookies = await sessionCookies(context);
	const value = cookies.map((cookie) => cookie.value).join('');
	const session = JSON.parse(
		Buffer.from(value.replace('base64-', ''), 'base64url').toString()
	) as object;
	const changed = JSON.stringify({ ...session, ...changes });
	const ended = `base64-${Buffer.from(changed).toString('base64url')}`;
	const sizes = cookies.map((cookie) => cookie.value.length);
	let start = 0;
	await context.addCookies(
		cookies.map((cookie, n) => {
			const end = n === cookies.length - 1 ? undefined : start + sizes[n]!;
			const part = { ...cookie, value: ended.slice(start, end) };
			start = end ?? start;
			return part;
		})
	);
}
