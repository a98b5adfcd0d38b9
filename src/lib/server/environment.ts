import { z } from 'zod';

const schema = z.object({
	SUPABASE_URL: z.url(),
	SUPABASE_PUBLISHABLE_KEY: z.string().min(1)
});

/** The variables the app needs, or an error whose one sentence names the first that is wrong. */
export function parseEnvironment(variables: Record<string, string | undefined>) {
	const parsed = schema.safeParse(variables);
	if (parsed.success) return parsed.data;
	const name = String(parsed.error.issues[0]?.path[0]);
	throw new Error(
		variables[name]
			? `The environment variable ${name} is not valid.`
			: `The environment variable ${name} is missing.`
	);
}
