import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '$lib/server/database.types';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** The database's word for what is the matter, such as `group_full`. */
			hint?: string;
		}
		interface Locals {
			supabase: SupabaseClient<Database>;
			userId: string | null;
		}
	}
}

export {};
