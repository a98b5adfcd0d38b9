/** How many cards Vandaag shows; the rest waits behind a fold. */
const MOST_IN_VIEW = 3;

/** Things of one kind as cards. */
export const cards = <Kind extends string, Item>(kind: Kind, items: readonly Item[]) =>
	items.map((item) => ({ kind, item }));

/** The cards in view and those behind the fold, the most important first. */
export const fold = <Card>(all: readonly Card[]) => ({
	shown: all.slice(0, MOST_IN_VIEW),
	folded: all.slice(MOST_IN_VIEW)
});
