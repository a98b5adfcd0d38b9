import { z } from 'zod';
import { m } from '$lib/paraglide/messages';

/** Text of one line: spaces folded, control and direction characters taken out, cut nowhere. */
export const line = z.string().transform((text) =>
	text
		.normalize('NFC')
		.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
		.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
		.replace(/\s+/g, ' ')
		.trim()
);

/** A line that must say something, of at most `max` characters as the database counts them. */
export const requiredLine = (max: number, empty: () => string, min = 1) =>
	line
		.refine((text) => characters(text) >= min, { error: empty })
		.refine((text) => characters(text) <= max, { error: () => m.error_line_too_long({ max }) });

/** A line that may stay empty; empty becomes null. */
export const optionalLine = (max: number) =>
	line
		.refine((text) => characters(text) <= max, { error: () => m.error_line_too_long({ max }) })
		.transform((text) => text || null);

/** What somebody writes, over as many lines as they like: as typed, without what cannot be seen. */
export const letter = (max: number) =>
	z
		.string()
		.transform((text) =>
			text
				.normalize('NFC')
				.replace(/\r\n?|[\u2028\u2029]/g, '\n')
				.replace(/\t/g, ' ')
				.replace(/[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
				.trim()
		)
		.refine((text) => characters(text) <= max, { error: () => m.error_line_too_long({ max }) });

const characters = (text: string) => Array.from(text).length;
