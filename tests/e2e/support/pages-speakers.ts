import { chooseFile, keepSpeaker } from './speakers.ts';
import { go, send, type Arrive } from './ways.ts';
import type { World } from './world.ts';

const bank = ({ neighbourhood }: World) => `/desk/speakers/${neighbourhood.slug}`;
const who = 'facilitator' as const;

/** Once there is a speaker. */
const speaking =
	(path: (world: World, speaker: string) => string): Arrive =>
	async (page, world) =>
		page.goto(path(world, await keepSpeaker(world.neighbourhood)));

/** The pages of the sprekersbank. See pages.ts. */
export const speakerPages = [
	{
		route: '(desk)/desk/speakers/[slug]',
		title: 'the sprekersbank, of who was put away',
		who,
		arrive: go((world) => `${bank(world)}?away=1`)
	},
	{
		route: '(desk)/desk/speakers/[slug]',
		title: 'the sprekersbank',
		who,
		arrive: speaking((world) => `${bank(world)}?topic=money`)
	},
	{
		route: '(desk)/desk/speakers/[slug]/[speaker]',
		title: 'a speaker of the sprekersbank',
		who,
		arrive: speaking((world, speaker) => `${bank(world)}/${speaker}`)
	},
	{
		route: '(desk)/desk/speakers/[slug]/[speaker]/change',
		title: 'writing down a speaker of the sprekersbank',
		who,
		arrive: async (page: Parameters<Arrive>[0], world: World) => {
			await page.goto(`${bank(world)}/new/change`);
			await send(page, 'Bewaar deze spreker');
			await page.getByRole('alert').waitFor();
		}
	},
	{
		route: '(desk)/desk/speakers/[slug]/import',
		title: 'a file of speakers that is not right',
		who,
		arrive: async (page: Parameters<Arrive>[0], world: World) => {
			await page.goto(`${bank(world)}/import`);
			await page.getByText('Wat staat er in de lijst?').click();
			await chooseFile(page, 'Naam;E-mailadres;Onderwerpen\nSamira;geen adres;sterren');
			await page.getByRole('heading', { name: /Rij 2/ }).waitFor();
		}
	},
	{
		route: '(desk)/desk/speakers/[slug]/import',
		title: 'a file of speakers that is right',
		who,
		arrive: async (page: Parameters<Arrive>[0], world: World) => {
			await page.goto(`${bank(world)}/import`);
			await chooseFile(page, 'Naam;E-mailadres;Onderwerpen\nSamira;samira@example.org;geld');
			await page.getByRole('button', { name: 'Bewaar deze lijst' }).waitFor();
		}
	}
];
