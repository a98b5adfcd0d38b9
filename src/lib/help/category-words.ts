import { m } from '$lib/paraglide/messages';
import type { PictureName } from '$lib/ui/Picture.svelte';
import { categories, type Category } from './kinds';

/** What each sort of help is called. */
export const categoryWords: Record<Category, () => string> = {
	errands: m.help_errands,
	child_minding: m.help_child_minding,
	odd_job: m.help_odd_job,
	community_centre: m.help_community_centre,
	company: m.help_company,
	device: m.help_device,
	other: m.help_other
};

/** What is drawn on its card. */
export const categoryPictures: Record<Category, PictureName> = {
	errands: 'bag',
	child_minding: 'bear',
	odd_job: 'chore',
	community_centre: 'house',
	company: 'coffee',
	device: 'telephone',
	other: 'other'
};

/** The sorts of help as options of a form. */
export const categoryOptions = () =>
	categories.map((category) => ({ value: category, label: categoryWords[category]() }));
