import { languages, textSizes, themes } from '$lib/account/appearance';
import { faces } from '$lib/account/schema';
import { m } from '$lib/paraglide/messages';

const faceWords: Record<(typeof faces)[number], () => string> = {
	initials: m.me_face_initials,
	fox: m.me_face_fox,
	owl: m.me_face_owl,
	cat: m.me_face_cat,
	hedgehog: m.me_face_hedgehog,
	swan: m.me_face_swan,
	tulip: m.me_face_tulip,
	tree: m.me_face_tree,
	bike: m.me_face_bike,
	boat: m.me_face_boat,
	sun: m.me_face_sun,
	teapot: m.me_face_teapot,
	kite: m.me_face_kite
};
const languageWords = { nl: m.me_language_nl, en: m.me_language_en };
const textSizeWords = { normal: m.me_text_size_normal, large: m.me_text_size_large };
const themeWords = { system: m.me_theme_system, light: m.me_theme_light, dark: m.me_theme_dark };

const describe = <Value extends string>(
	values: readonly Value[],
	words: Record<Value, () => string>
) => values.map((value) => ({ value, label: words[value]() }));

/** All there is to choose on the page, in words. */
export const options = () => ({
	faces: describe(faces, faceWords),
	languages: describe(languages, languageWords),
	textSizes: describe(textSizes, textSizeWords),
	themes: describe(themes, themeWords)
});
