import { expect, test } from 'vitest';
import { audienceWords } from './words.server';

const piet = { firstName: 'Piet' };

test.each([
	['of whom nobody else can read it', null, false, ['Anna leest dit. Je buren zien er niets van.']],
	[
		'and nobody else, also where both would',
		null,
		true,
		['Anna leest dit. Je buren zien er niets van.']
	],
	[
		'and later another',
		piet,
		false,
		[
			'Anna leest dit. Je buren zien er niets van.',
			'Leest Anna het niet op tijd? Dan leest Piet het ook.'
		]
	],
	['and another at once', piet, true, ['Anna leest dit, en Piet ook. Je buren zien er niets van.']]
])('who reads a question: Anna, %s', (_, other, bothSee, words) => {
	const answers = { role: 'contact_person', firstName: 'Anna', other, bothSee } as const;
	const plain = audienceWords(answers).map((text) => text.replace(/[\u2068\u2069]/g, ''));
	expect(plain).toEqual(words);
});
