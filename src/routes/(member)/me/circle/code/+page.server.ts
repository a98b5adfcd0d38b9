import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { requireCircleCode } from '$lib/circle/circle.server';
import { circleCode } from '$lib/circle/schema';
import { m } from '$lib/paraglide/messages';
import { formAction } from '$lib/server/form';

export const load = () => ({ title: m.circle_code(), back: '/me/circle' });

export const actions = {
	default: formAction(z.object({ code: circleCode }), async ({ code }, event) => {
		await requireCircleCode(event, code);
		redirect(303, `/me/circle/code/${code}`);
	})
};
