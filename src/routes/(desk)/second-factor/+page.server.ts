import { redirect } from '@sveltejs/kit';
import { ownPath } from '$lib/account/sign-in.server';
import { proof } from '$lib/care/schema';
import { enrolFactor, findFactor, proveFactor } from '$lib/care/second-factor.server';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';
import { notThere } from '$lib/server/database-error';

const nextOf = (url: URL) => ownPath(url.searchParams.get('next')) ?? '/today';

export async function load({ locals, parent, url }) {
	const { care, organises } = await parent();
	const next = nextOf(url);
	if (!care.worker && !care.administrator && !organises) {
		notThere();
	}
	if (care.secondFactor) redirect(303, next);
	return {
		title: m.second_factor_title(),
		next: encodeURIComponent(next),
		factorId: await findFactor(locals.supabase)
	};
}

export const actions = {
	enrol: async ({ locals }) => ({ enrolment: await enrolFactor(locals.supabase) }),
	prove: formAction(proof, async ({ factorId, digits }, { locals, url }) => {
		await proveFactor(locals.supabase, factorId, digits);
		redirect(303, nextOf(url));
	})
};
