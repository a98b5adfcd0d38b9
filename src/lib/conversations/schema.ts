import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { letter, optionalLine } from '$lib/server/fields';

export const MESSAGE_MAX = 2000;
export const REPORT_MAX = 280;

/** A message; its id was made with the form, so that sending twice sends one. */
export const message = z.object({
	id: z.uuid(),
	words: letter(MESSAGE_MAX).refine((text) => text.length > 0, {
		error: () => m.conversation_words_empty()
	})
});

export const quiet = z.object({ muted: z.stringbool() });

export const letIn = z.object({ residentId: z.uuid() });

/** What in a conversation somebody wants to report: a message, or a person in it. */
export const reported = z.object({ about: z.uuid({ error: () => m.report_about_missing() }) });

export const reasons = ['unsafe', 'unkind', 'money', 'not_help', 'other'] as const;

export const report = z.object({
	id: z.uuid(),
	reason: z.enum(reasons, { error: () => m.report_reason_missing() }),
	words: optionalLine(REPORT_MAX)
});
