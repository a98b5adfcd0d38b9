import { error } from '@sveltejs/kit';
import type { AuthError } from '@supabase/supabase-js';
import { m } from '$lib/paraglide/messages';
import { refuse } from '$lib/server/database-error';

type Supabase = App.Locals['supabase'];

/** The second factor this account has, verified; null before it is set up. */
export async function findFactor(supabase: Supabase) {
	const { data, error: failure } = await supabase.auth.mfa.listFactors();
	if (failure) unreachable(failure);
	return data.totp[0]?.id ?? null;
}

/** Begins to set up a second factor; what was begun before and never finished is taken away. */
export async function enrolFactor(supabase: Supabase) {
	const { data: known, error: failure } = await supabase.auth.mfa.listFactors();
	if (failure) unreachable(failure);
	for (const { id, status } of known.all) {
		if (status === 'unverified') await supabase.auth.mfa.unenroll({ factorId: id });
	}
	const enrolled = await supabase.auth.mfa.enroll({
		factorType: 'totp',
		issuer: m.app_name(),
		friendlyName: m.app_name()
	});
	if (enrolled.error) unreachable(enrolled.error);
	const { id, totp } = enrolled.data;
	return { factorId: id, picture: totp.qr_code.trim(), secret: totp.secret };
}

/** Opens this session further with six digits; 400 when they are not the ones of now. */
export async function proveFactor(supabase: Supabase, factorId: string, code: string) {
	const { error: failure } = await supabase.auth.mfa.challengeAndVerify({ factorId, code });
	if (!failure) return;
	if (failure.status === 429) error(429, m.second_factor_wait());
	if (failure.status && failure.status < 500) error(400, m.second_factor_wrong());
	unreachable(failure);
}

function unreachable({ code, status }: AuthError): never {
	refuse({ code }, status && status < 500 ? 500 : 503);
}
