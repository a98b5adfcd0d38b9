export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			absences: {
				Row: {
					meetup_id: string;
					resident_id: string;
				};
				ComputedFields: never;
				Insert: {
					meetup_id: string;
					resident_id: string;
				};
				Update: {
					meetup_id?: string;
					resident_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'absences_meetup_id_fkey';
						columns: ['meetup_id'];
						isOneToOne: false;
						referencedRelation: 'meetups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'absences_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			activity_wishes: {
				Row: {
					activity: Database['public']['Enums']['activity'];
					meetup_id: string;
					resident_id: string;
					words: string | null;
				};
				ComputedFields: never;
				Insert: {
					activity: Database['public']['Enums']['activity'];
					meetup_id: string;
					resident_id: string;
					words?: string | null;
				};
				Update: {
					activity?: Database['public']['Enums']['activity'];
					meetup_id?: string;
					resident_id?: string;
					words?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'activity_wishes_meetup_id_fkey';
						columns: ['meetup_id'];
						isOneToOne: false;
						referencedRelation: 'meetups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_wishes_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			balances: {
				Row: {
					ask_on: string | null;
					level: number;
					profile_id: string;
					set_at: string;
					words: string | null;
				};
				ComputedFields: never;
				Insert: {
					ask_on?: string | null;
					level: number;
					profile_id: string;
					set_at: string;
					words?: string | null;
				};
				Update: {
					ask_on?: string | null;
					level?: number;
					profile_id?: string;
					set_at?: string;
					words?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'balances_profile_id_fkey';
						columns: ['profile_id'];
						isOneToOne: true;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					}
				];
			};
			chair_requests: {
				Row: {
					asked_at: string;
					group_id: string;
					resident_id: string;
				};
				ComputedFields: never;
				Insert: {
					asked_at: string;
					group_id: string;
					resident_id: string;
				};
				Update: {
					asked_at?: string;
					group_id?: string;
					resident_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'chair_requests_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'chair_requests_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			contact_hours: {
				Row: {
					closes_at: string;
					opens_at: string;
					staff_id: string;
					weekday: number;
				};
				ComputedFields: never;
				Insert: {
					closes_at: string;
					opens_at: string;
					staff_id: string;
					weekday: number;
				};
				Update: {
					closes_at?: string;
					opens_at?: string;
					staff_id?: string;
					weekday?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'contact_hours_staff_id_fkey';
						columns: ['staff_id'];
						isOneToOne: false;
						referencedRelation: 'staff';
						referencedColumns: ['id'];
					}
				];
			};
			departures: {
				Row: {
					group_id: string;
					left_at: string;
					member_since: string;
					resident_id: string;
					was_host: boolean;
				};
				ComputedFields: never;
				Insert: {
					group_id: string;
					left_at: string;
					member_since: string;
					resident_id: string;
					was_host: boolean;
				};
				Update: {
					group_id?: string;
					left_at?: string;
					member_since?: string;
					resident_id?: string;
					was_host?: boolean;
				};
				Relationships: [
					{
						foreignKeyName: 'departures_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'departures_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			goal_sentences: {
				Row: {
					goal_id: string;
					id: string;
					kind: Database['public']['Enums']['sentence_kind'];
					meetup_id: string | null;
					outcome: Database['public']['Enums']['step_outcome'] | null;
					owner_id: string;
					words: string;
					written_at: string;
				};
				ComputedFields: never;
				Insert: {
					goal_id: string;
					id?: string;
					kind: Database['public']['Enums']['sentence_kind'];
					meetup_id?: string | null;
					outcome?: Database['public']['Enums']['step_outcome'] | null;
					owner_id: string;
					words: string;
					written_at: string;
				};
				Update: {
					goal_id?: string;
					id?: string;
					kind?: Database['public']['Enums']['sentence_kind'];
					meetup_id?: string | null;
					outcome?: Database['public']['Enums']['step_outcome'] | null;
					owner_id?: string;
					words?: string;
					written_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'goal_sentences_goal_id_owner_id_fkey';
						columns: ['goal_id', 'owner_id'];
						isOneToOne: false;
						referencedRelation: 'goals';
						referencedColumns: ['id', 'owner_id'];
					},
					{
						foreignKeyName: 'goal_sentences_meetup_id_fkey';
						columns: ['meetup_id'];
						isOneToOne: false;
						referencedRelation: 'meetups';
						referencedColumns: ['id'];
					}
				];
			};
			goals: {
				Row: {
					created_at: string;
					ends_on: string;
					feeling: number | null;
					id: string;
					owner_id: string;
					starts_on: string;
					state: Database['public']['Enums']['goal_state'];
					theme: Database['public']['Enums']['goal_theme'] | null;
				};
				ComputedFields: never;
				Insert: {
					created_at: string;
					ends_on: string;
					feeling?: number | null;
					id?: string;
					owner_id: string;
					starts_on: string;
					state?: Database['public']['Enums']['goal_state'];
					theme?: Database['public']['Enums']['goal_theme'] | null;
				};
				Update: {
					created_at?: string;
					ends_on?: string;
					feeling?: number | null;
					id?: string;
					owner_id?: string;
					starts_on?: string;
					state?: Database['public']['Enums']['goal_state'];
					theme?: Database['public']['Enums']['goal_theme'] | null;
				};
				Relationships: [
					{
						foreignKeyName: 'goals_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					}
				];
			};
			group_news: {
				Row: {
					details: NonNullable<Json>;
					group_id: string;
					happened_at: string;
					id: string;
					kind: Database['public']['Enums']['group_news_kind'];
					resident_id: string | null;
				};
				ComputedFields: never;
				Insert: {
					details?: NonNullable<Json>;
					group_id: string;
					happened_at: string;
					id?: string;
					kind: Database['public']['Enums']['group_news_kind'];
					resident_id?: string | null;
				};
				Update: {
					details?: NonNullable<Json>;
					group_id?: string;
					happened_at?: string;
					id?: string;
					kind?: Database['public']['Enums']['group_news_kind'];
					resident_id?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'group_news_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'group_news_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			group_places: {
				Row: {
					address: string;
					group_id: string;
				};
				ComputedFields: never;
				Insert: {
					address: string;
					group_id: string;
				};
				Update: {
					address?: string;
					group_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'group_places_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: true;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					}
				];
			};
			groups: {
				Row: {
					capacity: number;
					chairs_taken: number;
					closed_at: string | null;
					created_at: string;
					duration_minutes: number;
					id: string;
					likes: Database['public']['Enums']['activity'][];
					likes_words: string | null;
					name: string;
					neighbourhood_id: string;
					paused_until: string | null;
					place_name: string;
					planned_through: string;
					starts_at: string;
					waiting_count: number;
					weekday: number;
				};
				ComputedFields: never;
				Insert: {
					capacity?: number;
					chairs_taken?: number;
					closed_at?: string | null;
					created_at?: string;
					duration_minutes: number;
					id?: string;
					likes?: Database['public']['Enums']['activity'][];
					likes_words?: string | null;
					name: string;
					neighbourhood_id: string;
					paused_until?: string | null;
					place_name: string;
					planned_through?: string;
					starts_at: string;
					waiting_count?: number;
					weekday: number;
				};
				Update: {
					capacity?: number;
					chairs_taken?: number;
					closed_at?: string | null;
					created_at?: string;
					duration_minutes?: number;
					id?: string;
					likes?: Database['public']['Enums']['activity'][];
					likes_words?: string | null;
					name?: string;
					neighbourhood_id?: string;
					paused_until?: string | null;
					place_name?: string;
					planned_through?: string;
					starts_at?: string;
					waiting_count?: number;
					weekday?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'groups_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
						referencedColumns: ['id'];
					}
				];
			};
			guests: {
				Row: {
					comes: boolean;
					meetup_id: string;
					resident_id: string;
				};
				ComputedFields: never;
				Insert: {
					comes: boolean;
					meetup_id: string;
					resident_id: string;
				};
				Update: {
					comes?: boolean;
					meetup_id?: string;
					resident_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'guests_meetup_id_fkey';
						columns: ['meetup_id'];
						isOneToOne: false;
						referencedRelation: 'meetups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'guests_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			meetups: {
				Row: {
					activity: Database['public']['Enums']['activity'] | null;
					activity_words: string | null;
					ends_at: string;
					group_id: string;
					id: string;
					reason: string | null;
					starts_at: string;
					state: Database['public']['Enums']['meetup_state'];
					state_before_pause: Database['public']['Enums']['meetup_state'] | null;
					week: string;
				};
				ComputedFields: never;
				Insert: {
					activity?: Database['public']['Enums']['activity'] | null;
					activity_words?: string | null;
					ends_at: string;
					group_id: string;
					id?: string;
					reason?: string | null;
					starts_at: string;
					state?: Database['public']['Enums']['meetup_state'];
					state_before_pause?: Database['public']['Enums']['meetup_state'] | null;
					week: string;
				};
				Update: {
					activity?: Database['public']['Enums']['activity'] | null;
					activity_words?: string | null;
					ends_at?: string;
					group_id?: string;
					id?: string;
					reason?: string | null;
					starts_at?: string;
					state?: Database['public']['Enums']['meetup_state'];
					state_before_pause?: Database['public']['Enums']['meetup_state'] | null;
					week?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'meetups_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					}
				];
			};
			memberships: {
				Row: {
					group_id: string;
					is_host: boolean;
					resident_id: string;
					since: string;
				};
				ComputedFields: never;
				Insert: {
					group_id: string;
					is_host?: boolean;
					resident_id: string;
					since: string;
				};
				Update: {
					group_id?: string;
					is_host?: boolean;
					resident_id?: string;
					since?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'memberships_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'memberships_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			neighbourhoods: {
				Row: {
					created_at: string;
					id: string;
					intro: string;
					name: string;
					slug: string;
					time_zone: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id?: string;
					intro?: string;
					name: string;
					slug: string;
					time_zone?: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					intro?: string;
					name?: string;
					slug?: string;
					time_zone?: string;
				};
				Relationships: [];
			};
			profiles: {
				Row: {
					erase_on: string | null;
					id: string;
					language: string;
					text_size: string;
					theme: string;
				};
				ComputedFields: never;
				Insert: {
					erase_on?: string | null;
					id: string;
					language?: string;
					text_size?: string;
					theme?: string;
				};
				Update: {
					erase_on?: string | null;
					id?: string;
					language?: string;
					text_size?: string;
					theme?: string;
				};
				Relationships: [];
			};
			residents: {
				Row: {
					face: string;
					first_name: string;
					id: string;
					joined_at: string;
					neighbourhood_id: string;
					profile_id: string | null;
				};
				ComputedFields: never;
				Insert: {
					face?: string;
					first_name: string;
					id?: string;
					joined_at?: string;
					neighbourhood_id: string;
					profile_id?: string | null;
				};
				Update: {
					face?: string;
					first_name?: string;
					id?: string;
					joined_at?: string;
					neighbourhood_id?: string;
					profile_id?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'residents_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'residents_profile_id_fkey';
						columns: ['profile_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					}
				];
			};
			sentence_shares: {
				Row: {
					owner_id: string;
					sentence_id: string;
					shared_at: string;
					supporter_id: string;
				};
				ComputedFields: never;
				Insert: {
					owner_id: string;
					sentence_id: string;
					shared_at: string;
					supporter_id: string;
				};
				Update: {
					owner_id?: string;
					sentence_id?: string;
					shared_at?: string;
					supporter_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'sentence_shares_sentence_id_owner_id_fkey';
						columns: ['sentence_id', 'owner_id'];
						isOneToOne: false;
						referencedRelation: 'goal_sentences';
						referencedColumns: ['id', 'owner_id'];
					},
					{
						foreignKeyName: 'sentence_shares_supporter_id_owner_id_fkey';
						columns: ['supporter_id', 'owner_id'];
						isOneToOne: false;
						referencedRelation: 'supporters';
						referencedColumns: ['id', 'owner_id'];
					}
				];
			};
			staff: {
				Row: {
					face: string;
					first_name: string;
					id: string;
					neighbourhood_id: string;
					profile_id: string | null;
					role: Database['public']['Enums']['staff_role'];
					telephone: string | null;
				};
				ComputedFields: never;
				Insert: {
					face?: string;
					first_name: string;
					id?: string;
					neighbourhood_id: string;
					profile_id?: string | null;
					role: Database['public']['Enums']['staff_role'];
					telephone?: string | null;
				};
				Update: {
					face?: string;
					first_name?: string;
					id?: string;
					neighbourhood_id?: string;
					profile_id?: string | null;
					role?: Database['public']['Enums']['staff_role'];
					telephone?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'staff_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'staff_profile_id_fkey';
						columns: ['profile_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					}
				];
			};
			supporters: {
				Row: {
					accepted_at: string | null;
					call_asked_at: string | null;
					declined_at: string | null;
					id: string;
					invited_at: string;
					name: string | null;
					owner_id: string;
					sees_balance: boolean;
					sees_next_meetup: boolean;
					supporter_id: string | null;
				};
				ComputedFields: never;
				Insert: {
					accepted_at?: string | null;
					call_asked_at?: string | null;
					declined_at?: string | null;
					id?: string;
					invited_at: string;
					name?: string | null;
					owner_id: string;
					sees_balance?: boolean;
					sees_next_meetup?: boolean;
					supporter_id?: string | null;
				};
				Update: {
					accepted_at?: string | null;
					call_asked_at?: string | null;
					declined_at?: string | null;
					id?: string;
					invited_at?: string;
					name?: string | null;
					owner_id?: string;
					sees_balance?: boolean;
					sees_next_meetup?: boolean;
					supporter_id?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'supporters_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'supporters_supporter_id_fkey';
						columns: ['supporter_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					}
				];
			};
			waitlist: {
				Row: {
					group_id: string;
					resident_id: string;
					since: string;
				};
				ComputedFields: never;
				Insert: {
					group_id: string;
					resident_id: string;
					since: string;
				};
				Update: {
					group_id?: string;
					resident_id?: string;
					since?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'waitlist_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'waitlist_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
		};
		Views: {
			[_ in never]: never;
		};
		Functions: {
			accept_circle_code: {
				Args: { address: string; code: string; consent_version?: number };
				Returns: string;
			};
			allow_code_try: { Args: { email: string }; Returns: undefined };
			allow_sign_in_code: {
				Args: { address: string; email: string; may_create?: boolean };
				Returns: boolean;
			};
			answer_as_guest: { Args: { comes: boolean; meetup_id: string }; Returns: undefined };
			answer_proposal: {
				Args: { accept: boolean; id: string; sentence_id: string };
				Returns: undefined;
			};
			answer_support: { Args: { accept: boolean; id: string }; Returns: undefined };
			ask_call: { Args: { asked: boolean; reader_id: string }; Returns: undefined };
			ask_erasure: { Args: Record<PropertyKey, never>; Returns: string };
			ask_for_chair: { Args: { group_id: string }; Returns: string };
			attend_meetup: { Args: { meetup_id: string }; Returns: undefined };
			begin_look: { Args: { relation_id?: string; what: string }; Returns: Json };
			call_done: { Args: { id: string }; Returns: undefined };
			cancel_erasure: { Args: Record<PropertyKey, never>; Returns: undefined };
			cancel_meetup: { Args: { meetup_id: string; reason: string }; Returns: undefined };
			change_capacity: { Args: { capacity: number; group_id: string }; Returns: undefined };
			change_group: {
				Args: {
					address: string;
					group_id: string;
					likes: Database['public']['Enums']['activity'][];
					likes_words: string;
					name: string;
					place_name: string;
				};
				Returns: undefined;
			};
			change_moment: {
				Args: { duration_minutes: number; group_id: string; starts_at: string; weekday: number };
				Returns: undefined;
			};
			choose_activity: {
				Args: {
					activity: Database['public']['Enums']['activity'];
					meetup_id: string;
					words: string;
				};
				Returns: undefined;
			};
			circle_page: { Args: Record<PropertyKey, never>; Returns: Json };
			client_called: { Args: { relation_id: string }; Returns: undefined };
			client_page: { Args: { relation_id: string; visit: string }; Returns: Json };
			clients_page: { Args: { visit: string }; Returns: Json };
			end_relation: { Args: { on_day: string; relation_id: string }; Returns: undefined };
			group_page: { Args: { group_id: string }; Returns: Json };
			groups_page: { Args: Record<PropertyKey, never>; Returns: Json };
			hand_over: { Args: { group_id: string; resident_id: string }; Returns: undefined };
			invite_by_code: { Args: { name: string }; Returns: string };
			invite_client: { Args: { worker_id: string }; Returns: string };
			invite_supporter: { Args: { resident_id: string }; Returns: undefined };
			join_neighbourhood: {
				Args: { address: string; code: string; first_name: string };
				Returns: Json;
			};
			keep_balance: { Args: Record<PropertyKey, never>; Returns: undefined };
			leave_group: { Args: { group_id: string }; Returns: undefined };
			look_back: { Args: { feeling: number; goal_id: string; words: string }; Returns: undefined };
			look_up_circle_code: { Args: { address: string; code: string }; Returns: Json };
			look_up_invite: { Args: { address: string; code: string }; Returns: Json };
			meetup_page: { Args: { meetup_id: string }; Returns: Json };
			move_meetup: {
				Args: { at_time: string; meetup_id: string; on_date: string; reason: string };
				Returns: undefined;
			};
			my_context: { Args: Record<PropertyKey, never>; Returns: Json };
			my_data_page: { Args: Record<PropertyKey, never>; Returns: Json };
			my_export: { Args: Record<PropertyKey, never>; Returns: Json };
			my_looks: { Args: Record<PropertyKey, never>; Returns: Json };
			pause_group: { Args: { group_id: string; until: string }; Returns: undefined };
			plan_page: { Args: Record<PropertyKey, never>; Returns: Json };
			propose_sentence: {
				Args: {
					goal_id: string;
					kind: Database['public']['Enums']['sentence_kind'];
					reader_id: string;
					words: string;
				};
				Returns: undefined;
			};
			relations_page: { Args: { visit: string }; Returns: Json };
			replace_worker: {
				Args: { by_worker_id: string; from_day: string; worker_id: string };
				Returns: undefined;
			};
			restore_meetup: { Args: { meetup_id: string }; Returns: undefined };
			resume_group: { Args: { group_id: string }; Returns: undefined };
			run_due_jobs: { Args: Record<PropertyKey, never>; Returns: undefined };
			seen_by: { Args: { reader_id: string }; Returns: Json };
			set_balance: { Args: { level: number; words: string }; Returns: undefined };
			set_client_telephone: {
				Args: { relation_id: string; telephone: string };
				Returns: undefined;
			};
			set_reader: {
				Args: { reader_id: string; reads: boolean; sentence_id: string };
				Returns: undefined;
			};
			set_view: { Args: { reader_id: string; sees: boolean; what: string }; Returns: undefined };
			share_likewise: { Args: { agreed: boolean; relation_id: string }; Returns: boolean };
			skip_meetup: { Args: { meetup_id: string }; Returns: undefined };
			skip_until: { Args: { until: string }; Returns: number };
			start_goal: {
				Args: {
					ends_on: string;
					id: string;
					starts_on: string;
					theme: Database['public']['Enums']['goal_theme'];
					words: string;
				};
				Returns: string;
			};
			start_group: {
				Args: {
					address: string;
					capacity: number;
					duration_minutes: number;
					id: string;
					likes: Database['public']['Enums']['activity'][];
					likes_words: string;
					name: string;
					neighbourhood_id: string;
					place_name: string;
					starts_at: string;
					weekday: number;
				};
				Returns: string;
			};
			stop_supporting: { Args: { id: string }; Returns: undefined };
			supported_page: { Args: { id: string }; Returns: Json };
			today_page: { Args: Record<PropertyKey, never>; Returns: Json };
			undo_leave: { Args: { group_id: string }; Returns: string };
			wait_for_chair: { Args: { group_id: string }; Returns: string };
			welcome: { Args: { group_id: string; resident_id: string }; Returns: string };
			welcome_page: { Args: Record<PropertyKey, never>; Returns: Json };
			wish_activities: {
				Args: {
					activities: Database['public']['Enums']['activity'][];
					meetup_id: string;
					words: string;
				};
				Returns: undefined;
			};
			withdraw_consent: { Args: { relation_id: string }; Returns: undefined };
			withdraw_request: { Args: { group_id: string }; Returns: undefined };
			write_sentence: {
				Args: {
					goal_id: string;
					id: string;
					kind: Database['public']['Enums']['sentence_kind'];
					words: string;
				};
				Returns: undefined;
			};
		};
		Enums: {
			activity: 'walk' | 'game' | 'talk' | 'coffee' | 'chore' | 'speaker' | 'other';
			goal_state: 'open' | 'done' | 'let_go';
			goal_theme: 'home' | 'money' | 'activity' | 'support' | 'neighbourhood';
			group_news_kind:
				| 'started'
				| 'member_joined'
				| 'host_changed'
				| 'moment_changed'
				| 'place_changed'
				| 'meetup_moved'
				| 'meetup_cancelled'
				| 'meetup_restored'
				| 'paused'
				| 'resumed';
			meetup_state: 'planned' | 'moved' | 'cancelled' | 'paused';
			sentence_kind: 'want' | 'can' | 'need' | 'step' | 'look_back';
			staff_role: 'facilitator' | 'contact_person' | 'stand_in';
			step_outcome: 'done' | 'a_bit' | 'next_time';
		};
		CompositeTypes: {
			[_ in never]: never;
		};
	};
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
	DefaultSchemaTableNameOrOptions extends
		| keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		| { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
				DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
			DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
			Row: infer R;
		}
		? R
		: never
	: DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
				Row: infer R;
			}
			? R
			: never
		: never;

export type TablesInsert<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Insert: infer I;
		}
		? I
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Insert: infer I;
			}
			? I
			: never
		: never;

export type TablesUpdate<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Update: infer U;
		}
		? U
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Update: infer U;
			}
			? U
			: never
		: never;

export type Enums<
	DefaultSchemaEnumNameOrOptions extends
		keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
	EnumName extends (DefaultSchemaEnumNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
		: never) = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
	: DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
		? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
		: never;

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
		: never) = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
		? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
		: never;

export const Constants = {
	public: {
		Enums: {
			activity: ['walk', 'game', 'talk', 'coffee', 'chore', 'speaker', 'other'],
			goal_state: ['open', 'done', 'let_go'],
			goal_theme: ['home', 'money', 'activity', 'support', 'neighbourhood'],
			group_news_kind: [
				'started',
				'member_joined',
				'host_changed',
				'moment_changed',
				'place_changed',
				'meetup_moved',
				'meetup_cancelled',
				'meetup_restored',
				'paused',
				'resumed'
			],
			meetup_state: ['planned', 'moved', 'cancelled', 'paused'],
			sentence_kind: ['want', 'can', 'need', 'step', 'look_back'],
			staff_role: ['facilitator', 'contact_person', 'stand_in'],
			step_outcome: ['done', 'a_bit', 'next_time']
		}
	}
} as const;
