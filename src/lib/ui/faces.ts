/** The drawn pictures a person can choose; each is a symbol in `static/faces.svg`. */
export const drawnFaces = [
	'fox',
	'owl',
	'cat',
	'hedgehog',
	'swan',
	'tulip',
	'tree',
	'bike',
	'boat',
	'sun',
	'teapot',
	'kite'
] as const;

/** How many calm colours initials can stand on. */
export const tones = 8;

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

function firstOf(word: string | undefined): string {
	return word ? ([...graphemes.segment(word)][0]?.segment ?? '') : '';
}

/** One or two letters of a name: the first of its first and of its last word. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/u);
	return (firstOf(words[0]) + (words.length > 1 ? firstOf(words.at(-1)) : '')).toLocaleUpperCase();
}

/** The colour of a name: always the same for the same name. */
export function toneOf(name: string): number {
	let hash = 7;
	for (const letter of name.trim()) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
	return hash % tones;
}
