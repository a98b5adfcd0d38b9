/** Booking a speaker, for the manifest. */

/** See manifest.ts. */
export const bookingRoutes = {
	'/groups/[id]/speaker': {
		params: { id: 'group' },
		actions: {
			wish: { topic: 'speakerTopic', words: 'words' },
			withdraw: {},
			cancel: { reason: 'words' }
		}
	},
	'/desk/wishes/[wish]': {
		params: { wish: 'speakerWish' },
		actions: { confirm: { meetupId: 'meetup' }, withdraw: {}, cancel: { reason: 'words' } }
	},
	'/desk/wishes/[wish]/[speaker]': {
		params: { wish: 'speakerWish', speaker: 'speaker' },
		actions: { default: { id: 'fresh', days: 'meetup' } }
	},
	'/speaker/[token]': {
		params: { token: 'speakerLink' },
		actions: { accept: { meetupId: 'meetup' }, call: {}, decline: { reason: 'words' } }
	},
	'/speaker/done': {}
};

/** See manifest.ts. */
export const bookingFunctions = {
	accept_booking: { token: 'speakerLink' },
	ask_booking_call: { token: 'speakerLink' },
	ask_speaker: { id: 'fresh', wish_id: 'speakerWish', meetup_ids: 'meetups' },
	booking_page: { token: 'speakerLink' },
	cancel_speaker: { booking_id: 'booking', reason: 'words' },
	confirm_speaker: { booking_id: 'booking' },
	decline_booking: { token: 'speakerLink', reason: 'words' },
	thank_speaker: { booking_id: 'booking' },
	wish_page: { wish_id: 'speakerWish' },
	wish_speaker: { topic: 'speakerTopic' },
	withdraw_question: { booking_id: 'booking' },
	withdraw_wish: {}
};

/** See pools.ts. */
export const bookingIds: Record<string, [table: string, about: string]> = {
	booking: ['private.bookings', 'false'],
	speakerLink: ['(select private.booking_token(b.id) as id from private.bookings b) link', 'false'],
	speakerWish: ['private.speaker_wishes', 'false']
};
