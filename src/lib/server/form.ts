import { fail, isHttpError, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { leaveFlash, type Flash } from './flash';

/** What a page gets back when a form was not accepted: what was typed, and what to do about it. */
export type FormProblem = {
	values: Record<string, string | string[]>;
	/** One sentence per field. */
	errors: Record<string, string>;
	/** One sentence about the whole, when a rule said no. */
	problem?: string;
	hint?: string;
};

/**
 * An action that reads its form with a schema and acts. Bad input answers 400 and a refusal of the
 * database its own status; both keep what was typed. What went well leads back to the page by a
 * redirect, so that a reload sends nothing twice. List fields come from repeated names.
 */
export function formAction<Schema extends z.ZodType, Event extends RequestEvent>(
	schema: Schema,
	act: (input: z.output<Schema>, event: Event) => Promise<Flash | void> | Flash | void
): (event: Event) => Promise<ActionFailure<FormProblem>> {
	return async (event) => {
		const values = valuesOf(await event.request.formData());
		const parsed = schema.safeParse(values);
		if (!parsed.success) return fail(400, { values, errors: firstErrors(parsed.error) });
		try {
			const flash = await act(parsed.data, event);
			if (flash) leaveFlash(event.cookies, flash, event.url.protocol === 'https:');
		} catch (thrown) {
			if (!isHttpError(thrown)) throw thrown;
			const { message: problem, hint } = thrown.body;
			return fail(thrown.status, { values, errors: {}, problem, hint });
		}
		redirect(303, event.url.pathname);
	};
}

function valuesOf(form: FormData) {
	const values: FormProblem['values'] = {};
	for (const name of new Set(form.keys())) {
		const all = form.getAll(name).filter((value) => typeof value === 'string');
		values[name] = all.length > 1 ? all : (all[0] ?? '');
	}
	return values;
}

function firstErrors(error: z.ZodError) {
	const errors: FormProblem['errors'] = {};
	for (const issue of error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message;
	return errors;
}
