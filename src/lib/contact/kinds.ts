/** What somebody asks the contact person about, in the order of the picture cards. */
export const topics = ['question', 'app', 'worry', 'nuisance', 'other'] as const;

/** When it suits to be called. */
export const callTimes = ['any_time', 'morning', 'afternoon', 'evening'] as const;

export const nuisances = [
	'noise',
	'litter',
	'animals',
	'smell',
	'street',
	'unsafe',
	'other'
] as const;

export const nuisanceTimes = ['now', 'daytime', 'evening', 'night', 'always'] as const;

/** How bad nuisance is, from a little on. */
export const severities = ['1', '2', '3'] as const;

/** How somebody wants to talk about nuisance. */
export const talks = ['call_me', 'with_me', 'with_neighbours', 'together'] as const;

export const states = ['waiting', 'read', 'today', 'planned', 'closed'] as const;

export const serviceKinds = ['community_centre', 'police', 'housing', 'gp_post', 'other'] as const;

export const contactRoles = ['contact_person', 'stand_in'] as const;

export type Topic = (typeof topics)[number];
export type CallTime = (typeof callTimes)[number];
export type Nuisance = (typeof nuisances)[number];
export type NuisanceTime = (typeof nuisanceTimes)[number];
export type Severity = (typeof severities)[number];
export type Talk = (typeof talks)[number];
export type ServiceKind = (typeof serviceKinds)[number];

/** The questions whose answers make a request, in the order in which they are asked. */
export const parts = [
	'neighbourhood',
	'about',
	'what',
	'when',
	'severity',
	'talk',
	'words',
	'number'
] as const;

export type Part = (typeof parts)[number];
