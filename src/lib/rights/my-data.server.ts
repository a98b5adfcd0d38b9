import { z } from 'zod';
import { actsShape } from '$lib/organisation/shapes.server';
import { callPage } from '$lib/server/call';

const names = z.array(z.string());
const flag = z.boolean();

const myDataShape = z.object({
	eraseOn: z.iso.date().nullable(),
	inSevenDays: z.iso.date(),
	neighbourhoods: z.array(
		z.object({
			name: z.string(),
			firstName: z.string(),
			face: z.string(),
			facilitators: names,
			contactPersons: names
		})
	),
	groups: names,
	asked: names,
	waiting: names,
	circle: z.array(
		z.object({
			id: z.uuid(),
			firstName: z.string(),
			face: z.string(),
			organisation: z.string().nullable(),
			startsOn: z.iso.date().nullable(),
			sentences: z.number(),
			seesBalance: flag,
			seesNextMeetup: flag,
			telephone: flag
		})
	),
	invited: names,
	supported: z.array(z.string().nullable()),
	work: z.array(
		z.object({
			role: z.enum(['facilitator', 'contact_person', 'stand_in']),
			firstName: z.string(),
			neighbourhoodName: z.string(),
			telephone: flag
		})
	),
	acts: actsShape
});
export type MyData = z.output<typeof myDataShape>;

const looksShape = z.array(
	z.object({
		/** When the last of them was, on that day. */
		lookedAt: z.string(),
		times: z.number(),
		firstName: z.string(),
		role: z.enum(['support_worker', 'care_administrator', 'other']),
		organisation: z.string().nullable(),
		what: z.enum(['list', 'plan', 'relation']),
		ground: z.enum(['consent', 'agreement', 'none']),
		refused: flag
	})
);
export type Look = z.output<typeof looksShape>[number];

/** What others see of me, per audience, and whether everything goes. */
export const loadMyData = (supabase: App.Locals['supabase']) =>
	callPage(supabase, 'my_data_page', {}, myDataShape);

/** Who looked at what of me, newest first. */
export const loadLooks = (supabase: App.Locals['supabase']) =>
	callPage(supabase, 'my_looks', {}, looksShape);
