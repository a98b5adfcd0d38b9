/** What a group can do together, in the order of the picture cards. */
export const activities = ['walk', 'game', 'talk', 'coffee', 'chore', 'speaker', 'other'] as const;
export type Activity = (typeof activities)[number];
