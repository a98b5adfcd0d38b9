import { m } from '$lib/paraglide/messages';

export const load = ({ setHeaders }) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { title: m.booking_done_title() };
};
