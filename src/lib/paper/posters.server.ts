import { z } from 'zod';
import { contactShape } from '$lib/neighbourhood/contact';
import { call, callPage } from '$lib/server/call';
import { notThere } from '$lib/server/database-error';

type Supabase = App.Locals['supabase'];

const poster = z
	.object({
		id: z.uuid(),
		name: z.string(),
		slug: z.string(),
		contact: z.array(contactShape),
		centreName: z.string().nullable(),
		centreAddress: z.string().nullable(),
		groups: z.array(
			z.object({
				name: z.string(),
				weekday: z.number(),
				startsAt: z.string(),
				durationMinutes: z.number(),
				placeName: z.string()
			})
		)
	})
	.transform(({ centreName, centreAddress, ...rest }) => ({
		...rest,
		centre: { name: centreName, address: centreAddress }
	}));

export type Poster = z.output<typeof poster>;

/** What a poster of a neighbourhood says; 404 for who does not work there. */
export const loadPoster = async (supabase: Supabase, slug: string) =>
	(await callPage(supabase, 'poster_page', { slug }, poster.nullable())) ?? notThere();

/** A new code of eight digits for a poster, told this once; it is good for a year. */
export const makePosterCode = (supabase: Supabase, slug: string) =>
	call(supabase, 'make_poster_code', { slug });
