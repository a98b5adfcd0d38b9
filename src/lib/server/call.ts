import type { SupabaseClient } from '@supabase/supabase-js';
import type { z } from 'zod';
import { refuse } from './database-error';
import type { Database } from './database.types';

type Functions = Database['public']['Functions'];
/** The generated types do not know which arguments may be null. */
type Arguments<Name extends keyof Functions> = {
	[Key in keyof Functions[Name]['Args']]: Functions[Name]['Args'][Key] | null;
};

/**
 * Calls one SQL function as the person of this request and gives its answer.
 * A refusal becomes an HTTP error with the sentence that belongs to its hint.
 */
export async function call<Name extends keyof Functions>(
	supabase: SupabaseClient<Database>,
	name: Name,
	args: Arguments<Name>
) {
	const { data, error, status } = await supabase.rpc(name, args as Functions[Name]['Args']);
	if (error) refuse(error, status);
	return data as Functions[Name]['Returns'];
}

/** The same for a function that answers a whole page as JSON; its shape is checked on the way in. */
export async function callPage<Name extends keyof Functions, Page>(
	supabase: SupabaseClient<Database>,
	name: Name,
	args: Arguments<Name>,
	page: z.ZodType<Page>
) {
	return page.parse(await call(supabase, name, args));
}
