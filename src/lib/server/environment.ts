import { z } from 'zod';

const SWITCH = 'BUURTPLEIN_WAIVE_SECOND_FACTOR_FOR_DEVELOPMENT';

const schema = z.object({
	SUPABASE_URL: z.url(),
	SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
	[SWITCH]: z.enum(['', 'yes']).optional()
});

/** The variables the app needs, or an error whose one sentence names the first that is wrong. */
export function parseEnvironment(variables: Record<string, string | undefined>) {
	const parsed = schema.safeParse(variables);
	if (parsed.success) return refuseWaiver(parsed.data);
	const name = String(parsed.error.issues[0]?.path[0]);
	throw new Error(
		variables[name]
			? `The environment variable ${name} is not valid.`
			: `The environment variable ${name} is missing.`
	);
}

// Not only in production: whoever starts the app by hand on real data may well leave NODE_ENV out.
function refuseWaiver<Variables extends z.output<typeof schema>>(variables: Variables) {
	if (!variables[SWITCH] || isOnThisMachine(variables.SUPABASE_URL)) return variables;
	throw new Error(
		`${SWITCH} is set, but SUPABASE_URL is not on this machine. Remove it: ` +
			'the second factor may be left out on the embedded backend only.'
	);
}

const isOnThisMachine = (url: string) =>
	['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
