import { createChunks, stringToBase64URL } from '@supabase/ssr';
import { CompactSign, decodeJwt, importJWK } from 'jose';
import type { Keys } from '../../../supabase/local/keys.ts';
import { captureMail } from './mail-capture.ts';
import { send } from './observe.ts';
import { BEGINNING, startDataApi, type Stage } from './stage.ts';

/** Who looks at both worlds, and as what. Who is part of a pair does not look at that pair. */
export const roles = {
	noor: 'resident without a group',
	fatima: 'host, asked for support by a group mate',
	gerrit: 'resident on a waiting list',
	mo: 'resident who asked for a chair',
	johanna: 'group mate and supporter',
	priya: 'group mate, in English',
	elif: 'group mate and supporter of several',
	kees: 'group mate with a supporter, of both sides',
	yusuf: 'client of another worker',
	truus: 'client of another worker',
	willem: 'host of a paused group, supporter',
	wouter: 'host of a moved group',
	marieke: 'facilitator',
	anna: 'contact person',
	piet: 'stand-in and group mate',
	wim: 'worker of the same organisation, not involved',
	ruben: 'worker of the same organisation',
	ineke: 'worker of another organisation',
	els: 'care administrator of another organisation',
	wil: 'organiser',
	bep: 'resident whose token ran out',
	buiten: 'account without a neighbourhood'
} as const;

export type Name = keyof typeof roles;

/** A person at the door of both worlds: the same token, the same cookie. Nobody is a visitor. */
export type Observer = {
	name: string;
	role: string;
	claims: Record<string, unknown>;
	token: string | null;
	refreshToken: string | null;
	cookies: [string, string][];
};

const secondFactor = new Set<string>(['wim', 'ruben', 'ineke', 'els', 'wil']);

/** Signs everybody in once, in the template: their sessions are in every copy of it. */
export async function signInAll(stage: Stage): Promise<Observer[]> {
	const mail = await captureMail();
	const api = await startDataApi(stage, stage.templateUrl, mail.port);
	const observers: Observer[] = [
		{
			name: 'visitor',
			role: 'visitor',
			claims: { role: 'anon' },
			token: null,
			refreshToken: null,
			cookies: []
		}
	];
	const ask = (path: string, body: object) =>
		send(api.port, {
			method: 'POST',
			path: `/auth/v1/${path}`,
			headers: { apikey: stage.keys.publishableKey, 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	for (const [name, role] of Object.entries(roles)) {
		const email = `${name}@example.nl`;
		await ask('otp', { email, create_user: false });
		const token = /^(\d{6})\r?$/m.exec(mail.mails.at(-1) ?? '')?.[1];
		const { status, body } = await ask('verify', { email, token, type: 'email' });
		if (status !== 200) throw new Error(`${name} could not sign in: ${status} ${body}`);
		const session = JSON.parse(body) as Session;
		if (name === 'bep') {
			// Who comes back after an hour: the app gets new tokens for them on the way.
			const expires_at = BEGINNING / 1000 - 60;
			const access_token = await resigned(session.access_token, { exp: expires_at }, stage.keys);
			observers.push(observer(name, role, { ...session, access_token, expires_at }));
			continue;
		}
		observers.push(observer(name, role, session));
		if (!secondFactor.has(name)) continue;
		// The embedded backend has no second factor to give; Supabase Auth says so in this claim.
		const access_token = await resigned(session.access_token, { aal: 'aal2' }, stage.keys);
		const strong = observer(name, `${role}, second factor`, { ...session, access_token });
		observers.push({ ...strong, name: `${name} (aal2)` });
	}
	await api.stop();
	await mail.stop();
	return observers;
}

type Session = { access_token: string; refresh_token: string; expires_at: number };

function observer(name: string, role: string, session: Session): Observer {
	const value = `base64-${stringToBase64URL(JSON.stringify(session))}`;
	const cookies = createChunks('sb-127-auth-token', value);
	return {
		name,
		role,
		claims: decodeJwt(session.access_token),
		token: session.access_token,
		refreshToken: session.refresh_token,
		cookies: cookies.map((cookie) => [cookie.name, cookie.value])
	};
}

async function resigned(token: string, change: Record<string, unknown>, keys: Keys) {
	const claims = { ...decodeJwt(token), ...change };
	return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
		.setProtectedHeader({ typ: 'JWT', alg: 'ES256', kid: keys.signingKey.kid })
		.sign(await importJWK(keys.signingKey, 'ES256'));
}
