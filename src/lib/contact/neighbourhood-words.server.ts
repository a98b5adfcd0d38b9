import { describeContacts, telephoneWords } from '$lib/neighbourhood/contact-words.server';
import type { Contact } from '$lib/neighbourhood/contact';
import { serviceKindWords } from './kind-words';
import type { Service } from './shapes.server';

type Neighbourhood = { contact: Contact[]; services: Service[]; timeZone?: string };

/** Whom to reach in a neighbourhood: contact person and stand-in, doctor out of hours, who does what. */
export const describeNeighbourhood = ({ contact, services, timeZone }: Neighbourhood) => ({
	contact: describeContacts(contact, timeZone),
	doctor: services.find(({ kind }) => kind === 'gp_post')?.telephone ?? null,
	services: services.map((service) => ({
		...service,
		kind: serviceKindWords[service.kind](),
		telephone: service.telephone && telephoneWords(service.telephone)
	}))
});
