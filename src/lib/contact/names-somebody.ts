const streets =
	'straat|laan|weg|plein|kade|gracht|hof|dreef|pad|singel|steeg|dijk|plantsoen|park|markt|wal|baan';
const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;
const neighbours = ['', 'boven', 'onder', 'over'].flatMap((where) =>
	['man', 'vrouw', 'jongen', 'meisje'].map((who) => `${where}buur${who}`)
);
const titles = [
	...['meneer', 'mijnheer', 'mevrouw', 'familie', ...neighbours],
	...['dhr\\.?', 'hr\\.?', 'mevr\\.?', 'mw\\.?', 'mr\\.?', 'mrs\\.?', 'ms\\.?']
]
	// A capital only where a sentence begins; the name after it is told by its own.
	.map((title) => `[${capital(title)[0]}${title[0]}]${title.slice(1)}`)
	.join('|');

const signs = [
	// A postcode, "1234 AB"; "2026 is" is a year.
	/\b[1-9]\d{3} ?[A-Z]{2}\b/,
	/\b[1-9]\d{3}[a-z]{2}\b/i,
	// A street with a number, "Lindestraat 12", or a number alone, "nummer 12".
	new RegExp(`\\p{L}{2}(?:${streets}) +\\d{1,4} ?[a-z]?\\b`, 'iu'),
	// A street of two words, "Lange Weg 3"; "op straat 3 keer" is none.
	new RegExp(`\\p{Lu}\\p{L}+ (?:${streets.split('|').map(capital).join('|')}) +\\d`, 'u'),
	/\b(?:huisnummer|nummer|nr\.?) *\d/i,
	new RegExp(`(?<!\\p{L})(?:${titles}) +(?:(?:van|de|der|den|ten|ter|el) +)*\\p{Lu}`, 'u')
];

/** Whether a text looks as if it has somebody's address or name in it. It may be wrong; it only asks. */
export const namesSomebody = (text: string) => signs.some((sign) => sign.test(text));
