import { isHttpError, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { call, callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';
import {
	actsShape,
	neighbourhoodShape,
	organisationShape,
	type NeighbourhoodPage
} from './shapes.server';
import type { Role } from './roles';
import type { invitation, neighbourhood } from './schema';
import { slugOf } from './slug';

type Asking = Pick<RequestEvent, 'locals' | 'url'>;
type Supabase = App.Locals['supabase'];

/** The neighbourhoods, who rules them with me, and mail that did not arrive; 404 for all others. */
export const loadOrganisation = (asking: Asking) =>
	strongly(asking, () =>
		callPage(asking.locals.supabase, 'organisation_page', {}, organisationShape)
	);

/** One neighbourhood, as the organisation sees it: nobody who lives there. */
export const loadNeighbourhood = async (asking: Asking, slug: string) =>
	(await strongly(asking, () =>
		callPage(
			asking.locals.supabase,
			'organisation_neighbourhood_page',
			{ slug },
			neighbourhoodShape.nullable()
		)
	)) ?? notThere();

/** What the organisation did, newest first. */
export const loadActs = (asking: Asking) =>
	strongly(asking, () => callPage(asking.locals.supabase, 'organisation_acts_page', {}, actsShape));

/** Opens a neighbourhood and answers what it is called in addresses. */
export const openNeighbourhood = (
	supabase: Supabase,
	id: string,
	input: z.output<typeof neighbourhood>
) => call(supabase, 'open_neighbourhood', { id, slug: slugOf(input.name), ...columns(input) });

/** Changes what a neighbourhood says of itself. */
export const changeNeighbourhood = (
	supabase: Supabase,
	{ id }: NeighbourhoodPage,
	input: z.output<typeof neighbourhood>
) => call(supabase, 'change_neighbourhood', { neighbourhood_id: id, ...columns(input) });

/** Asks somebody by mail to take a role. */
export const invite = (
	supabase: Supabase,
	role: Role,
	neighbourhoodId: string | null,
	{ id, firstName, email, telephone }: z.output<typeof invitation>
) =>
	call(supabase, 'invite_to_role', {
		id,
		role,
		neighbourhood_id: neighbourhoodId,
		first_name: firstName,
		email,
		telephone
	});

/** Takes a question back that nobody answered yet. */
export const withdraw = (supabase: Supabase, id: string) =>
	call(supabase, 'withdraw_invitation', { appointment_id: id });

const columns = (input: z.output<typeof neighbourhood>) => ({
	name: input.name,
	intro: input.words,
	time_zone: input.timeZone,
	centre_name: input.placeName,
	centre_address: input.address
});

/** Leads to the second factor, and back, when a session has none yet. */
async function strongly<Page>({ url }: Asking, ask: () => Promise<Page>): Promise<Page> {
	try {
		return await ask();
	} catch (thrown) {
		if (isHttpError(thrown) && thrown.body.hint === 'second_factor_needed') {
			redirect(303, `/second-factor?next=${encodeURIComponent(url.pathname)}`);
		}
		throw thrown;
	}
}
