import {
	error,
	fail,
	isHttpError,
	redirect,
	type ActionFailure,
	type RequestEvent
} from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { leaveFlash, type Flash } from './flash';
import { valuesOf, type Values } from './typed';
import { forgetWhenSent } from './unsent';

/** What a page gets back when a form was not accepted: what was typed, and what to do about it. */
export type FormProblem = {
	values: Values;
	/** One sentence per field. */
	errors: Record<string, string>;
	/** One sentence about the whole, when a rule said no. */
	problem?: string;
	hint?: string;
};

/** What a form of a page may hold, in bytes; the server itself lets in as much as a file may be. */
const MOST_BYTES = 512 * 1024;

/** A form that is only a button. */
export const nothing = z.object({});

/**
 * An action that reads its form with a schema and acts. Bad input answers 400 and a refusal of the
 * database its own status, as does `error` with a field; all keep what was typed. What went well leads back to the page by a
 * redirect, so that a reload sends nothing twice. List fields come from repeated names.
 */
export function formAction<Schema extends z.ZodType, Event extends RequestEvent>(
	schema: Schema,
	act: (input: z.output<Schema>, event: Event) => Promise<Flash | void> | Flash | void,
	mostBytes = MOST_BYTES
): (event: Event) => Promise<ActionFailure<FormProblem>> {
	return async (event) => {
		if (Number(event.request.headers.get('content-length')) > mostBytes)
			error(413, m.error_too_long());
		const values = valuesOf(await event.request.formData());
		// For the error page, when this page cannot be shown afterwards.
		event.locals.typed = values;
		forgetWhenSent(event);
		const parsed = schema.safeParse(values);
		if (!parsed.success) return fail(400, { values, errors: firstErrors(parsed.error) });
		try {
			if (event.locals.unreachable) error(503, m.error_unreachable());
			const flash = await act(parsed.data, event);
			if (flash) leaveFlash(event, flash);
		} catch (thrown) {
			if (!isHttpError(thrown)) throw thrown;
			const { message, hint, field } = thrown.body;
			const said = field ? { errors: { [field]: message } } : { errors: {}, problem: message };
			return fail(thrown.status, { values, ...said, hint });
		}
		redirect(303, event.url.pathname);
	};
}

function firstErrors(error: z.ZodError) {
	const errors: FormProblem['errors'] = {};
	for (const issue of error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message;
	return errors;
}
