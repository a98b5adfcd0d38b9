import { createServerClient } from '@supabase/ssr';
import { latestCode } from '../support/mailbox.ts';
import type { Servers } from './servers.ts';

export type Cookie = { name: string; value: string };

/** Signs a demo person in, with the code from their mail. Gives the cookies their browser would hold. */
export async function signIn({ url, publishableKey, mailbox }: Servers['backend'], email: string) {
	const cookies: Cookie[] = [];
	const supabase = createServerClient(url, publishableKey, {
		cookies: { getAll: () => [], setAll: (all) => void cookies.push(...all) }
	});
	await supabase.auth.signInWithOtp({ email });
	const token = await latestCode(mailbox, email);
	const { error } = await supabase.auth.verifyOtp({ email, token, type: 'email' });
	if (error) throw error;
	return cookies.map(({ name, value }) => ({ name, value }));
}

/** The header that sends these cookies. */
export const cookieHeader = (cookies: Cookie[]) =>
	cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Where the bar at the bottom of Vandaag leads for Mijn groep. */
export async function ownGroup(app: string, cookies: Cookie[]) {
	const response = await fetch(`${app}/today`, { headers: { cookie: cookieHeader(cookies) } });
	const path = /href="(\/groups\/[0-9a-f-]{36})"/.exec(await response.text())?.[1];
	if (!path) throw new Error('Vandaag has no link to one group: who is signed in?');
	return path;
}
