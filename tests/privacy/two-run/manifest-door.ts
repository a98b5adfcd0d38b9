/** Of the door: routes, tables and functions, in the form of manifest.ts. */

const person = { resident: 'resident' };
const likes = { activity: 'activity', words: 'words' };

export const doorRoutes = {
	'/desk/day/[slug]': { params: { slug: 'slug' } },
	'/desk/door/[slug]': { params: { slug: 'slug' } },
	'/desk/door/[slug]/new/[part]': {
		params: { slug: 'slug', part: 'doorPart' },
		query: ['check'],
		actions: {
			default: { firstName: 'name', telephone: 'telephone', words: 'words', groupId: 'group' }
		}
	},
	'/desk/door/[slug]/new/check': {
		params: { slug: 'slug' },
		actions: { default: { together: 'yes' } }
	},
	'/desk/neighbours/[resident]': { params: person, actions: { revoke: {} } },
	'/desk/neighbours/[resident]/card': { params: person, actions: { make: {}, done: {} } },
	'/desk/neighbours/[resident]/change': {
		params: person,
		actions: { default: { firstName: 'name', telephone: 'telephone', words: 'words' } }
	},
	'/desk/neighbours/[resident]/erase': { params: person, actions: { default: {} } },
	'/desk/neighbours/[resident]/leave/[group]': {
		params: { ...person, group: 'group' },
		actions: { default: {} }
	},
	'/desk/neighbours/[resident]/move': {
		params: person,
		query: ['from={group}'],
		actions: { default: { groupId: 'group', from: 'group', wish: 'yes' } }
	},
	'/groups/[id]/day': { params: { id: 'group' } },
	'/groups/[id]/move/[resident]': {
		params: { id: 'group', ...person },
		actions: { default: { groupId: 'group', wish: 'yes' } }
	},
	'/groups/[id]/week': { params: { id: 'group' } },
	'/meetups/[id]/for': {
		params: { id: 'meetup' },
		actions: { answer: { residentId: 'resident', comes: 'flag' } }
	},
	'/meetups/[id]/for/[resident]': {
		params: { id: 'meetup', ...person },
		actions: { default: likes }
	}
};

export const doorTables = { answered_for: 'meetup', reach_notes: 'resident' };

export const doorFunctions = {
	answer_for: {},
	answers_page: {},
	change_neighbour: {},
	door_page: { slug: 'slug' },
	erase_neighbour: {},
	make_neighbour_card: {},
	move_neighbour: { from_group_id: 'group', to_group_id: 'group' },
	move_page: {},
	neighbour_page: {},
	propose_move: { from_group_id: 'group', to_group_id: 'group' },
	revoke_neighbour_card: {},
	sheets_page: { slug: 'slug' },
	sign_up_neighbour: { id: 'fresh' },
	wish_for: {}
};
