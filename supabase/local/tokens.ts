import { compactVerify, CompactSign, decodeJwt, importJWK, type JWK } from 'jose';

const REMEMBERED = 1000;

/**
 * Hosted Supabase signs people's tokens with a private key, so that `getClaims()` checks them
 * without asking. Supabase Lite knows only a shared secret: this swaps one signature for the other
 * on the way out and back again on the way in.
 */
export async function tokenTranslator(signingKey: JWK, jwtSecret: string) {
	const { kty, crv, x, y, kid } = signingKey;
	const publicKey = { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
	const [signer, verifier] = await Promise.all([
		importJWK(signingKey, 'ES256'),
		importJWK(publicKey, 'ES256')
	]);
	const secret = new TextEncoder().encode(jwtSecret);
	const inward = new Map<string, string>();

	const sign = (token: string, header: { alg: string; kid?: string }, key: typeof signer) =>
		new CompactSign(new TextEncoder().encode(JSON.stringify(decodeJwt(token))))
			.setProtectedHeader({ typ: 'JWT', ...header })
			.sign(key);

	return {
		jwks: { keys: [publicKey] },
		/** A token of Lite's, signed the way Supabase does. */
		outward: (token: string) => sign(token, { alg: 'ES256', kid }, signer),
		/** The same token as Lite wants it; a forged one is passed on, for Lite to refuse. */
		async inward(token: string) {
			const known = inward.get(token);
			if (known) return known;
			try {
				await compactVerify(token, verifier);
			} catch {
				return token;
			}
			if (inward.size >= REMEMBERED) inward.clear();
			const translated = await sign(token, { alg: 'HS256' }, secret);
			inward.set(token, translated);
			return translated;
		}
	};
}
