import type { PageData } from './$types';

type Card = PageData['shown'][number];

/** What a card of one kind shows. */
export type ItemOf<Kind extends Card['kind']> = Extract<Card, { kind: Kind }>['item'];
