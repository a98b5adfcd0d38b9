import type { Route } from './manifest.ts';

const neighbourhood = {
	name: 'name',
	words: 'words',
	placeName: 'name',
	address: 'words',
	timeZone: 'timeZone'
};
const whom = { id: 'fresh', firstName: 'name', email: 'email', telephone: 'telephone' };
const here = { slug: 'slug' };

/** The pages of the organisation, and the link of an invitation. */
export const organisationRoutes: Record<string, Route> = {
	'/invitation/[secret]': {
		params: { secret: 'invitationSecret' },
		actions: { begin: {}, accept: {} }
	},
	'/organisation': {
		actions: {
			withdraw: { id: 'appointment' },
			retry: { kind: 'mailKind', neighbourhoodId: 'neighbourhood' }
		}
	},
	'/organisation/acts': {},
	'/organisation/ask': { actions: { default: whom } },
	'/organisation/end/[organiser]': {
		params: { organiser: 'organiser' },
		actions: { default: {} }
	},
	'/organisation/new': { actions: { default: { id: 'fresh', ...neighbourhood } } },
	'/organisation/in/[slug]': {
		params: here,
		actions: { withdraw: { id: 'appointment' } }
	},
	'/organisation/in/[slug]/ask/[role]': {
		params: { ...here, role: 'staffRole' },
		query: ['new'],
		actions: { sure: {}, ask: whom }
	},
	'/organisation/in/[slug]/card/[group]': {
		params: { ...here, group: 'group' },
		actions: { make: {}, done: {} }
	},
	'/organisation/in/[slug]/change': { params: here, actions: { default: neighbourhood } },
	'/organisation/in/[slug]/close': { params: here, actions: { default: {} } },
	'/organisation/in/[slug]/codes': { params: here, actions: { revoke: { id: 'fresh' } } },
	'/organisation/in/[slug]/end/[staff]': {
		params: { ...here, staff: 'staff' },
		actions: { default: {} }
	}
};

/** Tables of the organisation that the Data API exposes. */
export const organisationTables = { organisers: 'organiser' };

/** Functions of the organisation, with the pools of their arguments. */
export const organisationFunctions: Record<string, Record<string, string>> = {
	accept_invitation: { secret: 'invitationSecret' },
	change_neighbourhood: organisationText(),
	close_neighbourhood: {},
	end_organiser: { organiser_id: 'organiser' },
	end_role: {},
	invite_to_role: { id: 'fresh' },
	look_up_invitation: { secret: 'invitationSecret' },
	make_group_card: {},
	open_neighbourhood: { id: 'fresh', slug: 'slug', ...organisationText() },
	organisation_acts_page: {},
	organisation_neighbourhood_page: { slug: 'slug' },
	organisation_page: {},
	retry_mails: { kind: 'mailKind' },
	revoke_code: { code_id: 'fresh' },
	withdraw_invitation: { appointment_id: 'appointment' }
};

function organisationText() {
	return {
		intro: 'words',
		time_zone: 'timeZone',
		centre_name: 'name',
		centre_address: 'words'
	};
}

/** Values to fill in, first the good ones. */
export const organisationPools: Record<string, [good: unknown[], bad: unknown[]]> = {
	invitationSecret: [['0123456789abcdef0123456789abcdef'], ['none']],
	mailKind: [['request_waits', 'appointment'], ['advert']],
	timeZone: [
		['Europe/Amsterdam', 'America/Aruba'],
		['Europe/Nowhere', '']
	]
};

/** Of each sort of id: the table, and which of its rows have to do with a person. */
export const organisationOwned: Record<string, [table: string, about: string]> = {
	appointment: ['private.appointments', 'false'],
	organiser: ['public.organisers', 'profile_id = p.id']
};
