import { generateApiKey } from '@supabase/lite';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Keys = {
	databasePassword: string;
	publishableKey: string;
	secretKey: string;
	jwtSecret: string;
	/** The private key that signs people's tokens; its public half is what the app checks with. */
	signingKey: JWK;
};

/** The keys of this installation: made at the first start, the same ever after. */
export async function readOrMakeKeys(file: string): Promise<Keys> {
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys;
	const { privateKey } = await generateKeyPair('ES256', { extractable: true });
	const keys: Keys = {
		databasePassword: randomBytes(18).toString('base64url'),
		publishableKey: (await generateApiKey('publishable')).key,
		secretKey: (await generateApiKey('secret')).key,
		jwtSecret: randomBytes(32).toString('base64url'),
		signingKey: { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex') }
	};
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(keys, null, '\t'), { mode: 0o600 });
	return keys;
}
