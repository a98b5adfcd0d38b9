import { refuse } from '$lib/server/database-error';

/** The community centre of a neighbourhood, as the place of a new group; nothing where there is none. */
export async function loadCentre(supabase: App.Locals['supabase'], neighbourhoodId: string) {
	const { data, error, status } = await supabase
		.from('neighbourhoods')
		.select('centre_name, centre_address')
		.eq('id', neighbourhoodId)
		.maybeSingle();
	if (error) refuse(error, status);
	return data?.centre_name ? { placeName: data.centre_name, address: data.centre_address } : {};
}
