import { loadDoor } from '$lib/door/door.server';
import { m } from '$lib/paraglide/messages';

export async function load({ locals, params, parent }) {
	const [{ name, slug, facilitates, people }, frame] = await Promise.all([
		loadDoor(locals.supabase, params.slug),
		parent()
	]);
	return {
		title: m.door_title(),
		name: frame.facilitated.length > 1 ? name : null,
		slug,
		back: facilitates ? '/desk' : '/desk/contact',
		facilitated: facilitates,
		people: people.map(({ groupNames, ...person }) => ({
			...person,
			where: groupNames.length ? groupNames.join(', ') : m.door_no_group()
		}))
	};
}
