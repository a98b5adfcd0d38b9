import type { Entry } from './pages.ts';
import { go, send } from './ways.ts';

const made = (path: string): Entry['arrive'] => {
	return async (page) => {
		await page.goto(path);
		const make = page.getByRole('button', { name: 'Ja, in mijn agenda' });
		if (await make.isVisible()) await send(page, 'Ja, in mijn agenda');
		await page.getByLabel('Kopieer dit adres').waitFor();
	};
};

/** The pages of agendas. */
export const calendarPages: Entry[] = [
	{
		route: '(member)/me/calendar',
		title: 'no calendar yet',
		who: 'mover',
		arrive: go(() => '/me/calendar')
	},
	{
		route: '(member)/me/calendar',
		title: 'the address of my calendar',
		who: 'host',
		arrive: made('/me/calendar')
	},
	{
		route: '(desk)/desk/agenda',
		title: 'the agenda of a facilitator',
		who: 'facilitator',
		arrive: made('/desk/agenda')
	}
];
