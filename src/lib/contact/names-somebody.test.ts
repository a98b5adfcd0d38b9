import { expect, test } from 'vitest';
import { namesSomebody } from './names-somebody';

test.each([
	'Het is op Lindestraat 12.',
	'de lindelaan 4b, elke nacht',
	'1234 AB of 1234ab',
	'Op nummer 12 staat de muziek hard.',
	'nr. 7',
	'Meneer Jansen schreeuwt.',
	'Het is mevrouw van der Berg',
	'mijn buurman Kees',
	'familie De Wit',
	'De bovenbuurman Kees is het.',
	'Bovenbuurvrouw Bea',
	'mijn overbuurvrouw El Idrissi',
	'onderbuurman Jan',
	'De buurjongen Sem gooit.',
	'buurmeisje Noor',
	'hr. Jansen',
	'Hr Bakker',
	'mw. de Wit',
	'Mw van Dam',
	'Bij Lange Weg 3 is het.',
	'Het is in de Oude Gracht 12.'
])('asks about %j', (text) => {
	expect(namesSomebody(text)).toBe(true);
});

test.each([
	'De muziek staat hard, elke nacht.',
	'Sinds 2024 is het zo, al 3 keer per week.',
	'Op straat 3 keer vuurwerk.',
	'Op het plein 2 keer ruzie.',
	'Mijn bovenbuurman stampt. De buurjongen ook.',
	'Drie uur. Morgen weer.',
	'Mijn buurman maakt lawaai. Meneer is boos.',
	'De buurvrouw en ik praten er niet over.',
	'De hond blaft om 7 uur.',
	''
])('leaves %j alone', (text) => {
	expect(namesSomebody(text)).toBe(false);
});
