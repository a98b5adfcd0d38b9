import fc from 'fast-check';

export const PEOPLE = 7;

const who = fc.nat({ max: PEOPLE - 1 });
const week = fc.nat({ max: 7 });
const weekday = fc.integer({ min: 1, max: 7 });
const time = fc.constantFrom('07:00', '10:30', '14:00', '19:30', '22:00');
const verb = <K extends string, T extends object>(
	kind: K,
	fields: { [F in keyof T]: fc.Arbitrary<T[F]> }
) => fc.record({ ...fields, kind: fc.constant(kind) }) as unknown as fc.Arbitrary<T & { kind: K }>;

const chairVerb = fc.oneof(
	verb('ask', { who }),
	verb('wait', { who }),
	verb('wait', { who }),
	verb('withdraw', { who }),
	verb('welcome', { other: who, facilitator: fc.boolean(), who }),
	verb('welcomeSomeone', {}),
	verb('leave', { who }),
	verb('undo', { who }),
	verb('handOver', { who, other: who }),
	verb('capacity', { chairs: fc.integer({ min: 3, max: 6 }) })
);
const weekVerb = fc.oneof(
	verb('skip', { who, week }),
	verb('skip', { who, week }),
	verb('attend', { who, week }),
	verb('guest', { who, week, comes: fc.boolean() }),
	verb('guest', { who, week, comes: fc.constant(true) }),
	verb('move', { week, days: fc.integer({ min: -9, max: 12 }), time }),
	verb('cancel', { week }),
	verb('restore', { week }),
	verb('pause', { days: fc.integer({ min: 1, max: 40 }) }),
	verb('resume', {}),
	verb('change', { weekday, time }),
	verb('clock', { minutes: fc.integer({ min: 1, max: 3 * 24 * 60 }) }),
	verb('clock', { minutes: fc.integer({ min: 1, max: 12 * 24 * 60 }) })
);
/** Anything a person of the group, or the clock, may do next. */
export const anyVerb = fc.oneof(chairVerb, chairVerb, weekVerb);
export type Verb = typeof anyVerb extends fc.Arbitrary<infer V> ? V : never;
