import { newAddress, newInvite, openNeighbourhood } from './database.ts';
import { askForRole, invitationPath, loseMail } from './organisation.ts';
import { go, send, type Arrive } from './ways.ts';
import type { World } from './world.ts';

const long = 'Maria Wilhelmina Antonia Geertruida';
const here = ({ neighbourhood }: World, end = '') => `/organisation/in/${neighbourhood.slug}${end}`;
const page = (route: string, title: string, arrive: Arrive) => ({
	route: `(desk)/organisation${route}`,
	title,
	who: 'organiser' as const,
	arrive
});

/** The pages of the organisation, and the link of an invitation. */
export const organisationPages = [
	page('', 'the organisation', async (page, { neighbourhood, organiser }) => {
		const email = `${'lange-naam-'.repeat(4)}${newAddress()}`;
		await askForRole(organiser, 'organiser', null, { firstName: long, email });
		await askForRole(organiser, 'facilitator', neighbourhood, { firstName: long, email });
		await loseMail(email);
		await page.goto('/organisation');
	}),
	page('/new', 'opening a neighbourhood, mistyped', async (page) => {
		await page.goto('/organisation/new');
		await send(page, 'Open deze buurt');
		await page.getByRole('alert').waitFor();
	}),
	page('/ask', 'asking an organiser, mistyped', async (page) => {
		await page.goto('/organisation/ask');
		await send(page, 'Stuur de vraag');
		await page.getByRole('alert').waitFor();
	}),
	page('/acts', 'what the organisation did', async (page, { neighbourhood, organiser }) => {
		const whom = { firstName: long, email: newAddress() };
		await askForRole(organiser, 'facilitator', neighbourhood, whom);
		await page.goto('/organisation/acts');
	}),
	page('/end/[organiser]', 'ending an organiser', async (page) => {
		await page.goto('/organisation');
		await page
			.getByRole('link', { name: /Stop deze taak:/ })
			.first()
			.click();
		await page.getByRole('button', { name: 'Ja, stop de taak' }).waitFor();
	}),
	page('/in/[slug]', 'a neighbourhood, for the organisation', async (page, world) => {
		const whom = { firstName: long, email: `${'lange-naam-'.repeat(4)}${newAddress()}` };
		await askForRole(world.organiser, 'facilitator', world.neighbourhood, whom);
		await page.goto(here(world));
	}),
	page(
		'/in/[slug]/ask/[role]',
		'asking for somebody after the contact person',
		async (page, world) => {
			await page.goto(here(world, '/ask/contact_person'));
		}
	),
	page('/in/[slug]/ask/[role]', 'asking a stand-in, mistyped', async (page, world) => {
		await page.goto(here(world, '/ask/stand_in?new'));
		await send(page, 'Stuur de vraag');
		await page.getByRole('alert').waitFor();
	}),
	page('/in/[slug]/end/[staff]', 'ending a role', async (page, world) => {
		await page.goto(here(world));
		await page.getByRole('link', { name: /Stop deze taak: .Marieke/ }).click();
		await page.getByRole('button', { name: 'Ja, stop de taak' }).waitFor();
	}),
	page(
		'/in/[slug]/change',
		'changing a neighbourhood',
		go((world) => here(world, '/change'))
	),
	page('/in/[slug]/close', 'closing a neighbourhood', async (page) => {
		await page.goto(`/organisation/in/${(await openNeighbourhood()).slug}/close`);
	}),
	page('/in/[slug]/codes', 'the codes that work', async (page, world) => {
		await newInvite(world.neighbourhood, { groupId: world.group.id });
		await page.goto(here(world, '/codes'));
		await page.getByText('Stop deze code').first().click();
	}),
	page('/in/[slug]/card/[group]', 'a personal card', async (page, world) => {
		await page.goto(here(world, `/card/${world.group.id}`));
		await send(page, 'Maak de kaart');
		await page.locator('.code').waitFor();
	}),
	{
		route: '(open)/invitation/[secret]',
		title: 'what an invitation asks',
		arrive: (async (page, { neighbourhood, organiser }) => {
			const email = `${'lange-naam-'.repeat(4)}${newAddress()}`;
			await askForRole(organiser, 'facilitator', neighbourhood, { firstName: long, email });
			await page.goto(await invitationPath(email));
		}) satisfies Arrive
	}
];
