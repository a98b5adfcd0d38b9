import type { ContactFace } from './contact';

/** The contact person as a small face at the top of every page. */
export type AtTop = { firstName: string; face: string; href: string };

/** Who stands at the top: the contact person, or the stand-in where there is no other. */
export function personAtTop(contact: readonly ContactFace[], href: string): AtTop | null {
	const person = contact.find(({ role }) => role === 'contact_person') ?? contact[0];
	return person ? { firstName: person.firstName, face: person.face, href } : null;
}
