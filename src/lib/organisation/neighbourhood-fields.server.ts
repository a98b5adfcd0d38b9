import { m } from '$lib/paraglide/messages';
import { timeZones } from './schema';

const names: Record<(typeof timeZones)[number], () => string> = {
	'Europe/Amsterdam': m.organisation_zone_amsterdam,
	'Europe/Brussels': m.organisation_zone_brussels,
	'America/Kralendijk': m.organisation_zone_kralendijk,
	'America/Aruba': m.organisation_zone_aruba,
	'America/Curacao': m.organisation_zone_curacao,
	'America/Lower_Princes': m.organisation_zone_sint_maarten
};

/** The clocks to choose from, by where they hang. */
export const zoneOptions = () =>
	timeZones.map((value) => ({ value: String(value), label: names[value]() }));
