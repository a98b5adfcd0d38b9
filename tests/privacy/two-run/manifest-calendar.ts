/** The part of the manifest (see manifest.ts) that is about agendas. */

const kind = 'calendarKind';
const address = { renew: { nonce: 'fresh' }, stop: {} };

export const calendarRoutes = {
	'/calendar/[token].ics': { params: { token: 'calendarToken' } },
	'/desk/agenda': { actions: address },
	'/me/calendar': { actions: address },
	'/meetups/[id]/buurtplein.ics': { params: { id: 'meetup' } }
};

export const calendarFunctions = {
	agenda_page: {},
	calendar_entry: {},
	calendar_feed: { token: 'calendarToken' },
	my_calendars: {},
	renew_calendar: { kind, nonce: 'fresh' },
	stop_calendar: { kind }
};
