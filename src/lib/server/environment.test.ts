import { expect, test } from 'vitest';
import { parseEnvironment } from './environment';

const SWITCH = 'BUURTPLEIN_WAIVE_SECOND_FACTOR_FOR_DEVELOPMENT';
const embedded = {
	SUPABASE_URL: 'http://127.0.0.1:54321',
	SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x'
};
const parse = (variables: Record<string, string>) => () =>
	parseEnvironment({ ...embedded, ...variables });

test('the two variables of Supabase are needed, and named when one is missing or wrong', () => {
	expect(parse({})).not.toThrow();
	expect(parse({ SUPABASE_URL: '' })).toThrow('SUPABASE_URL is missing.');
	expect(parse({ SUPABASE_URL: 'here' })).toThrow('SUPABASE_URL is not valid.');
	expect(parse({ SUPABASE_PUBLISHABLE_KEY: '' })).toThrow('SUPABASE_PUBLISHABLE_KEY is missing.');
});

test.each(['http://127.0.0.1:54321', 'http://localhost:54321', 'http://[::1]:54321'])(
	'the second factor may be waived on %s',
	(SUPABASE_URL) => {
		expect(parse({ SUPABASE_URL, [SWITCH]: 'yes', NODE_ENV: 'production' })).not.toThrow();
	}
);

test.each([
	'https://abcdefghijklmnop.supabase.co',
	'http://10.0.0.5:8000',
	'http://0.0.0.0:54321',
	'http://localhost.example.nl',
	'http://127.0.0.1.example.nl',
	'http://127.0.0.1@example.nl',
	'http://localhost:54321@example.nl/',
	'https://example.nl/#127.0.0.1',
	'https://example.nl/?localhost'
])('the second factor is never waived on %s, however the app was started', (SUPABASE_URL) => {
	for (const NODE_ENV of ['production', 'development', '']) {
		expect(parse({ SUPABASE_URL, [SWITCH]: 'yes', NODE_ENV })).toThrow(
			`${SWITCH} is set, but SUPABASE_URL is not on this machine. Remove it: ` +
				'the second factor may be left out on the embedded backend only.'
		);
	}
});

test.each(['no', 'true', '1', 'YES', ' yes'])('%j is no way to set the switch', (value) => {
	expect(parse({ [SWITCH]: value })).toThrow(`The environment variable ${SWITCH} is not valid.`);
});

test('an empty switch is no switch', () => {
	expect(
		parse({ [SWITCH]: '', SUPABASE_URL: 'https://abcdefghijklmnop.supabase.co' })
	).not.toThrow();
});
