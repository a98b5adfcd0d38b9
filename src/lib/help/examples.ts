import { m } from '$lib/paraglide/messages';
import type { Category, Kind } from './kinds';

/** A sentence somebody else could have written, for who finds a beginning hard. */
export const examples: Record<Kind, Record<Category, () => string>> = {
	offer: {
		errands: m.help_example_offer_errands,
		child_minding: m.help_example_offer_child_minding,
		odd_job: m.help_example_offer_odd_job,
		community_centre: m.help_example_offer_community_centre,
		company: m.help_example_offer_company,
		device: m.help_example_offer_device,
		other: m.help_example_offer_other
	},
	request: {
		errands: m.help_example_request_errands,
		child_minding: m.help_example_request_child_minding,
		odd_job: m.help_example_request_odd_job,
		community_centre: m.help_example_request_community_centre,
		company: m.help_example_request_company,
		device: m.help_example_request_device,
		other: m.help_example_request_other
	}
};
