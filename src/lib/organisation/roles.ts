/** What the organisation can ask somebody to be; the first is for no neighbourhood. */
export const roles = ['organiser', 'facilitator', 'contact_person', 'stand_in'] as const;

export type Role = (typeof roles)[number];

/** The two who are rung; of each a neighbourhood has one. */
export const isRung = (role: Role) => role === 'contact_person' || role === 'stand_in';
