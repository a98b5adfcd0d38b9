type Problem = { errors?: Record<string, string>; problem?: string };

/** What came back of a form that was not accepted, or nothing. */
export type FormState = Problem | null | undefined;

/** What an error summary shows of a form that was not accepted: the rule that said no comes first. */
export function listErrors(form: FormState) {
	const { errors = {}, problem } = form ?? {};
	const fields = Object.entries(errors).map(([field, message]) => ({ field, message }));
	return problem ? [{ field: 'form', message: problem }, ...fields] : fields;
}
