import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '$lib/server/database.types';
import type { Values } from '$lib/server/typed';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** The database's word for what is the matter, such as `group_full`. */
			hint?: string;
			/** The field of a form that it is about. */
			field?: string;
		}
		interface Locals {
			supabase: SupabaseClient<Database>;
			userId: string | null;
			/** There is a session, and nobody to ask whether it is good. */
			unreachable?: boolean;
			/** What the form of this request held. */
			typed?: Values;
		}
	}
}

export {};
