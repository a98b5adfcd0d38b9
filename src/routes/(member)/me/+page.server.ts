import { redirect } from '@sveltejs/kit';
import { readAppearance, writeAppearance } from '$lib/account/appearance';
import { loadContext } from '$lib/account/context.server';
import { aboutMe, settings } from '$lib/account/schema';
import { leaveTelephone, signOutElsewhere } from '$lib/account/sign-out.server';
import { dateWords } from '$lib/dates/words.server';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { refuse } from '$lib/server/database-error';
import { formAction, nothing } from '$lib/server/form';
import { options } from './options.server';

export async function load({ cookies, locals, url }) {
	const { data, error, status } = await locals.supabase
		.from('profiles')
		.select('erase_on')
		.maybeSingle();
	if (error) refuse(error, status);
	return {
		erasedOn: data?.erase_on ? dateWords(data.erase_on) : null,
		title: m.me_title(),
		options: options(),
		appearance: { ...readAppearance(cookies), language: getLocale() },
		notice: url.searchParams.has('saved') ? m.me_settings_saved() : null
	};
}

export const actions = {
	aboutMe: formAction(aboutMe, async ({ firstName, face }, { locals }) => {
		const { residents } = await loadContext(locals.supabase);
		const { error, status } = await locals.supabase
			.from('residents')
			.update({ first_name: firstName, face })
			.in(
				'id',
				residents.map(({ id }) => id)
			);
		if (error) refuse(error, status);
		return { notice: m.me_person_saved() };
	}),
	settings: formAction(settings, async (input, event) => {
		const { language, textSize, theme } = input;
		const { supabase, userId } = event.locals;
		const { error, status } = await supabase
			.from('profiles')
			.update({ language, text_size: textSize, theme })
			.eq('id', userId ?? '');
		if (error) refuse(error, status);
		writeAppearance(event, input);
		redirect(303, '/me?saved');
	}),
	signOut: async (event) => {
		await leaveTelephone(event);
		redirect(303, '/');
	},
	signOutOthers: formAction(nothing, async (_, { locals }) => {
		await signOutElsewhere(locals.supabase);
		return { notice: m.me_sign_out_others_done() };
	})
};
