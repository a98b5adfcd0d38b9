import { expect, test } from 'vitest';
import { wayIn } from './flow-state.server';

test.each([
	[{}, null],
	[{ firstName: 'Mo' }, null],
	[{ code: '10000001' }, null],
	[
		{ code: '10000001', firstName: 'Mo' },
		{ total: 4, before: '/join/name' }
	],
	[
		{ code: '10000001', supports: 'Sevda' },
		{ total: 3, before: '/join/10000001' }
	],
	[
		{ code: '10000001', firstName: 'Wil', claims: true },
		{ total: 3, before: '/join/10000001' }
	]
])('of %j the way in is %j', (flow, way) => {
	expect(wayIn(flow)).toEqual(way);
});
