import { redirect } from '@sveltejs/kit';
import { languages, writeLanguage } from '$lib/account/appearance';

/** A way back inside this app, with its question mark; nothing that a browser could read as elsewhere. */
const ownAddress = /^\/(?![/\\])[\w\-/?=&%.]*$/;

/** Keeps the language that a visitor chose, and shows the same page in it. */
export async function POST(event) {
	const form = await event.request.formData();
	const language = languages.find((known) => known === form.get('language'));
	if (language) writeLanguage(event, language);
	const back = String(form.get('back'));
	redirect(303, ownAddress.test(back) ? back : '/');
}
