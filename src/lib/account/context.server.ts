import { z } from 'zod';
import { contactShape } from '$lib/neighbourhood/contact';
import { callPage } from '$lib/server/call';
import { languages, textSizes, themes } from './appearance';

const faces = z.array(contactShape.pick({ role: true, firstName: true, face: true }));
const neighbourhood = z.object({ id: z.uuid(), name: z.string(), slug: z.string() });

const contextShape = z.object({
	settings: z
		.object({
			language: z.enum(languages),
			textSize: z.enum(textSizes),
			theme: z.enum(themes)
		})
		.nullable(),
	residents: z.array(
		z.object({
			id: z.uuid(),
			firstName: z.string(),
			face: z.string(),
			neighbourhood,
			contact: faces
		})
	),
	groupIds: z.array(z.uuid()),
	facilitates: z.array(neighbourhood.extend({ contact: faces })),
	worksAt: z.array(z.object({ id: z.uuid(), role: z.string() })),
	organises: z.boolean(),
	care: z.object({ worker: z.boolean(), administrator: z.boolean(), secondFactor: z.boolean() })
});

/** Who I am in my neighbourhoods and how I like the app: the frame of every member page. */
export const loadContext = (supabase: App.Locals['supabase']) =>
	callPage(supabase, 'my_context', {}, contextShape);
