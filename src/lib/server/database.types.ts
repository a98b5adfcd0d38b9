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
			answered_for: {
				Row: {
					by_id: string;
					meetup_id: string;
					resident_id: string;
				};
				ComputedFields: never;
				Insert: {
					by_id: string;
					meetup_id: string;
					resident_id: string;
				};
				Update: {
					by_id?: string;
					meetup_id?: string;
					resident_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'answered_for_by_id_fkey';
						columns: ['by_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'answered_for_meetup_id_fkey';
						columns: ['meetup_id'];
						isOneToOne: false;
						referencedRelation: 'meetups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'answered_for_resident_id_fkey';
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
			blocks: {
				Row: {
					blocked_id: string;
					blocker_id: string;
					made_at: string;
				};
				ComputedFields: never;
				Insert: {
					blocked_id: string;
					blocker_id: string;
					made_at: string;
				};
				Update: {
					blocked_id?: string;
					blocker_id?: string;
					made_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'blocks_blocked_id_fkey';
						columns: ['blocked_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'blocks_blocker_id_fkey';
						columns: ['blocker_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					}
				];
			};
			chair_offers: {
				Row: {
					from_group_id: string | null;
					group_id: string;
					offered_at: string;
					resident_id: string;
				};
				ComputedFields: never;
				Insert: {
					from_group_id?: string | null;
					group_id: string;
					offered_at: string;
					resident_id: string;
				};
				Update: {
					from_group_id?: string | null;
					group_id?: string;
					offered_at?: string;
					resident_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'chair_offers_from_group_id_fkey';
						columns: ['from_group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'chair_offers_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'chair_offers_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
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
			contact_counts: {
				Row: {
					month: string;
					neighbourhood_id: string;
					nuisance: Database['public']['Enums']['nuisance_kind'] | null;
					times: number;
					topic: Database['public']['Enums']['contact_topic'];
				};
				ComputedFields: never;
				Insert: {
					month: string;
					neighbourhood_id: string;
					nuisance?: Database['public']['Enums']['nuisance_kind'] | null;
					times: number;
					topic: Database['public']['Enums']['contact_topic'];
				};
				Update: {
					month?: string;
					neighbourhood_id?: string;
					nuisance?: Database['public']['Enums']['nuisance_kind'] | null;
					times?: number;
					topic?: Database['public']['Enums']['contact_topic'];
				};
				Relationships: [
					{
						foreignKeyName: 'contact_counts_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
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
			contact_numbers: {
				Row: {
					resident_id: string;
					telephone: string;
				};
				ComputedFields: never;
				Insert: {
					resident_id: string;
					telephone: string;
				};
				Update: {
					resident_id?: string;
					telephone?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'contact_numbers_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: true;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			contact_requests: {
				Row: {
					asked_at: string;
					author_id: string | null;
					both_see: boolean;
					call_time: Database['public']['Enums']['call_time'] | null;
					closed_at: string | null;
					handover_asked_at: string | null;
					helped: boolean | null;
					holder: Database['public']['Enums']['staff_role'];
					id: string;
					line: string | null;
					line_by_id: string | null;
					neighbourhood_id: string;
					nuisance: Database['public']['Enums']['nuisance_kind'] | null;
					nuisance_when: Database['public']['Enums']['nuisance_when'] | null;
					promised_at: string;
					severity: number | null;
					state: Database['public']['Enums']['contact_state'];
					talk: Database['public']['Enums']['nuisance_talk'] | null;
					telephone: string | null;
					topic: Database['public']['Enums']['contact_topic'];
					warned_at: string | null;
					words: string | null;
				};
				ComputedFields: never;
				Insert: {
					asked_at: string;
					author_id?: string | null;
					both_see: boolean;
					call_time?: Database['public']['Enums']['call_time'] | null;
					closed_at?: string | null;
					handover_asked_at?: string | null;
					helped?: boolean | null;
					holder: Database['public']['Enums']['staff_role'];
					id: string;
					line?: string | null;
					line_by_id?: string | null;
					neighbourhood_id: string;
					nuisance?: Database['public']['Enums']['nuisance_kind'] | null;
					nuisance_when?: Database['public']['Enums']['nuisance_when'] | null;
					promised_at: string;
					severity?: number | null;
					state?: Database['public']['Enums']['contact_state'];
					talk?: Database['public']['Enums']['nuisance_talk'] | null;
					telephone?: string | null;
					topic: Database['public']['Enums']['contact_topic'];
					warned_at?: string | null;
					words?: string | null;
				};
				Update: {
					asked_at?: string;
					author_id?: string | null;
					both_see?: boolean;
					call_time?: Database['public']['Enums']['call_time'] | null;
					closed_at?: string | null;
					handover_asked_at?: string | null;
					helped?: boolean | null;
					holder?: Database['public']['Enums']['staff_role'];
					id?: string;
					line?: string | null;
					line_by_id?: string | null;
					neighbourhood_id?: string;
					nuisance?: Database['public']['Enums']['nuisance_kind'] | null;
					nuisance_when?: Database['public']['Enums']['nuisance_when'] | null;
					promised_at?: string;
					severity?: number | null;
					state?: Database['public']['Enums']['contact_state'];
					talk?: Database['public']['Enums']['nuisance_talk'] | null;
					telephone?: string | null;
					topic?: Database['public']['Enums']['contact_topic'];
					warned_at?: string | null;
					words?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'contact_requests_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'contact_requests_line_by_id_fkey';
						columns: ['line_by_id'];
						isOneToOne: false;
						referencedRelation: 'staff';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'contact_requests_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
						referencedColumns: ['id'];
					}
				];
			};
			conversation_participants: {
				Row: {
					conversation_id: string;
					id: string;
					joined_at: string;
					left_at: string | null;
					muted: boolean;
					profile_id: string;
					seen_nth: number;
				};
				ComputedFields: never;
				Insert: {
					conversation_id: string;
					id?: string;
					joined_at: string;
					left_at?: string | null;
					muted?: boolean;
					profile_id: string;
					seen_nth?: number;
				};
				Update: {
					conversation_id?: string;
					id?: string;
					joined_at?: string;
					left_at?: string | null;
					muted?: boolean;
					profile_id?: string;
					seen_nth?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'conversation_participants_conversation_id_fkey';
						columns: ['conversation_id'];
						isOneToOne: false;
						referencedRelation: 'conversations';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'conversation_participants_profile_id_fkey';
						columns: ['profile_id'];
						isOneToOne: false;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					}
				];
			};
			conversations: {
				Row: {
					ended_at: string | null;
					id: string;
					kind: Database['public']['Enums']['conversation_kind'];
					last_at: string;
					last_nth: number;
					neighbourhood_id: string;
				};
				ComputedFields: never;
				Insert: {
					ended_at?: string | null;
					id?: string;
					kind: Database['public']['Enums']['conversation_kind'];
					last_at: string;
					last_nth?: number;
					neighbourhood_id: string;
				};
				Update: {
					ended_at?: string | null;
					id?: string;
					kind?: Database['public']['Enums']['conversation_kind'];
					last_at?: string;
					last_nth?: number;
					neighbourhood_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'conversations_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
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
				};
				ComputedFields: never;
				Insert: {
					group_id: string;
					left_at: string;
					member_since: string;
					resident_id: string;
				};
				Update: {
					group_id?: string;
					left_at?: string;
					member_since?: string;
					resident_id?: string;
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
			help_answers: {
				Row: {
					answered_at: string;
					answerer_id: string;
					id: string;
					line: string | null;
					post_id: string;
					post_version: number;
					withdrawn_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					answered_at: string;
					answerer_id: string;
					id?: string;
					line?: string | null;
					post_id: string;
					post_version?: number;
					withdrawn_at?: string | null;
				};
				Update: {
					answered_at?: string;
					answerer_id?: string;
					id?: string;
					line?: string | null;
					post_id?: string;
					post_version?: number;
					withdrawn_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'help_answers_answerer_id_fkey';
						columns: ['answerer_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_answers_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'help_posts';
						referencedColumns: ['id'];
					}
				];
			};
			help_asks: {
				Row: {
					asked_at: string;
					resident_id: string;
					telephone: string | null;
				};
				ComputedFields: never;
				Insert: {
					asked_at: string;
					resident_id: string;
					telephone?: string | null;
				};
				Update: {
					asked_at?: string;
					resident_id?: string;
					telephone?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'help_asks_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: true;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			help_choices: {
				Row: {
					answer_id: string;
					choice: Database['public']['Enums']['help_choice'];
					giver_id: string;
				};
				ComputedFields: never;
				Insert: {
					answer_id: string;
					choice: Database['public']['Enums']['help_choice'];
					giver_id: string;
				};
				Update: {
					answer_id?: string;
					choice?: Database['public']['Enums']['help_choice'];
					giver_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'help_choices_answer_id_fkey';
						columns: ['answer_id'];
						isOneToOne: false;
						referencedRelation: 'help_answers';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_choices_giver_id_fkey';
						columns: ['giver_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			help_matches: {
				Row: {
					answer_id: string;
					answerer_id: string;
					at_time: string | null;
					author_id: string;
					category: Database['public']['Enums']['help_category'];
					conversation_id: string | null;
					id: string;
					introduced_at: string | null;
					kind: Database['public']['Enums']['help_kind'];
					made_at: string;
					moment: Database['public']['Enums']['help_moment'];
					on_date: string | null;
					stopped_at: string | null;
					weekday: number | null;
					words: string;
				};
				ComputedFields: never;
				Insert: {
					answer_id: string;
					answerer_id: string;
					at_time?: string | null;
					author_id: string;
					category: Database['public']['Enums']['help_category'];
					conversation_id?: string | null;
					id?: string;
					introduced_at?: string | null;
					kind: Database['public']['Enums']['help_kind'];
					made_at: string;
					moment: Database['public']['Enums']['help_moment'];
					on_date?: string | null;
					stopped_at?: string | null;
					weekday?: number | null;
					words: string;
				};
				Update: {
					answer_id?: string;
					answerer_id?: string;
					at_time?: string | null;
					author_id?: string;
					category?: Database['public']['Enums']['help_category'];
					conversation_id?: string | null;
					id?: string;
					introduced_at?: string | null;
					kind?: Database['public']['Enums']['help_kind'];
					made_at?: string;
					moment?: Database['public']['Enums']['help_moment'];
					on_date?: string | null;
					stopped_at?: string | null;
					weekday?: number | null;
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'help_matches_answer_id_fkey';
						columns: ['answer_id'];
						isOneToOne: false;
						referencedRelation: 'help_answers';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_matches_answerer_id_fkey';
						columns: ['answerer_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_matches_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_matches_conversation_id_fkey';
						columns: ['conversation_id'];
						isOneToOne: false;
						referencedRelation: 'conversations';
						referencedColumns: ['id'];
					}
				];
			};
			help_pauses: {
				Row: {
					resident_id: string;
					until: string;
				};
				ComputedFields: never;
				Insert: {
					resident_id: string;
					until: string;
				};
				Update: {
					resident_id?: string;
					until?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'help_pauses_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: true;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			help_posts: {
				Row: {
					ask_at: string;
					at_time: string | null;
					audience: Database['public']['Enums']['help_audience'];
					author_id: string;
					category: Database['public']['Enums']['help_category'];
					declined_at: string | null;
					group_id: string | null;
					hidden_at: string | null;
					id: string;
					kind: Database['public']['Enums']['help_kind'];
					moment: Database['public']['Enums']['help_moment'];
					neighbourhood_id: string;
					on_date: string | null;
					placed_at: string;
					proposer_id: string | null;
					state: Database['public']['Enums']['help_state'];
					version: number;
					weekday: number | null;
					words: string;
				};
				ComputedFields: never;
				Insert: {
					ask_at: string;
					at_time?: string | null;
					audience: Database['public']['Enums']['help_audience'];
					author_id: string;
					category: Database['public']['Enums']['help_category'];
					declined_at?: string | null;
					group_id?: string | null;
					hidden_at?: string | null;
					id?: string;
					kind: Database['public']['Enums']['help_kind'];
					moment: Database['public']['Enums']['help_moment'];
					neighbourhood_id: string;
					on_date?: string | null;
					placed_at: string;
					proposer_id?: string | null;
					state: Database['public']['Enums']['help_state'];
					version?: number;
					weekday?: number | null;
					words: string;
				};
				Update: {
					ask_at?: string;
					at_time?: string | null;
					audience?: Database['public']['Enums']['help_audience'];
					author_id?: string;
					category?: Database['public']['Enums']['help_category'];
					declined_at?: string | null;
					group_id?: string | null;
					hidden_at?: string | null;
					id?: string;
					kind?: Database['public']['Enums']['help_kind'];
					moment?: Database['public']['Enums']['help_moment'];
					neighbourhood_id?: string;
					on_date?: string | null;
					placed_at?: string;
					proposer_id?: string | null;
					state?: Database['public']['Enums']['help_state'];
					version?: number;
					weekday?: number | null;
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'help_posts_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_posts_group_id_fkey';
						columns: ['group_id'];
						isOneToOne: false;
						referencedRelation: 'groups';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_posts_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_posts_proposer_id_fkey';
						columns: ['proposer_id'];
						isOneToOne: false;
						referencedRelation: 'staff';
						referencedColumns: ['id'];
					}
				];
			};
			help_reflections: {
				Row: {
					enjoy: Database['public']['Enums']['help_category'] | null;
					feeling: number;
					felt_safe: boolean | null;
					id: string;
					match_id: string;
					resident_id: string;
					settled_at: string | null;
					shares_words: boolean;
					telephone: string | null;
					wants_call: boolean;
					words: string | null;
					written_at: string;
				};
				ComputedFields: never;
				Insert: {
					enjoy?: Database['public']['Enums']['help_category'] | null;
					feeling: number;
					felt_safe?: boolean | null;
					id?: string;
					match_id: string;
					resident_id: string;
					settled_at?: string | null;
					shares_words?: boolean;
					telephone?: string | null;
					wants_call?: boolean;
					words?: string | null;
					written_at: string;
				};
				Update: {
					enjoy?: Database['public']['Enums']['help_category'] | null;
					feeling?: number;
					felt_safe?: boolean | null;
					id?: string;
					match_id?: string;
					resident_id?: string;
					settled_at?: string | null;
					shares_words?: boolean;
					telephone?: string | null;
					wants_call?: boolean;
					words?: string | null;
					written_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'help_reflections_match_id_fkey';
						columns: ['match_id'];
						isOneToOne: false;
						referencedRelation: 'help_matches';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_reflections_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			help_skips: {
				Row: {
					match_id: string;
					on_date: string;
					resident_id: string;
				};
				ComputedFields: never;
				Insert: {
					match_id: string;
					on_date: string;
					resident_id: string;
				};
				Update: {
					match_id?: string;
					on_date?: string;
					resident_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'help_skips_match_id_fkey';
						columns: ['match_id'];
						isOneToOne: false;
						referencedRelation: 'help_matches';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_skips_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			help_thanks: {
				Row: {
					from_id: string;
					match_id: string;
					sent_at: string;
					words: string;
				};
				ComputedFields: never;
				Insert: {
					from_id: string;
					match_id: string;
					sent_at: string;
					words: string;
				};
				Update: {
					from_id?: string;
					match_id?: string;
					sent_at?: string;
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'help_thanks_from_id_fkey';
						columns: ['from_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'help_thanks_match_id_fkey';
						columns: ['match_id'];
						isOneToOne: false;
						referencedRelation: 'help_matches';
						referencedColumns: ['id'];
					}
				];
			};
			local_services: {
				Row: {
					ask: string;
					hours: string | null;
					id: string;
					kind: Database['public']['Enums']['service_kind'];
					name: string;
					neighbourhood_id: string;
					telephone: string | null;
					website: string | null;
				};
				ComputedFields: never;
				Insert: {
					ask: string;
					hours?: string | null;
					id: string;
					kind: Database['public']['Enums']['service_kind'];
					name: string;
					neighbourhood_id: string;
					telephone?: string | null;
					website?: string | null;
				};
				Update: {
					ask?: string;
					hours?: string | null;
					id?: string;
					kind?: Database['public']['Enums']['service_kind'];
					name?: string;
					neighbourhood_id?: string;
					telephone?: string | null;
					website?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'local_services_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
						referencedColumns: ['id'];
					}
				];
			};
			meetups: {
				Row: {
					activity: Database['public']['Enums']['activity'] | null;
					activity_words: string | null;
					changed_at: string;
					ends_at: string;
					group_id: string;
					id: string;
					reason: string | null;
					revision: number;
					starts_at: string;
					state: Database['public']['Enums']['meetup_state'];
					state_before_pause: Database['public']['Enums']['meetup_state'] | null;
					week: string;
				};
				ComputedFields: never;
				Insert: {
					activity?: Database['public']['Enums']['activity'] | null;
					activity_words?: string | null;
					changed_at?: string;
					ends_at: string;
					group_id: string;
					id?: string;
					reason?: string | null;
					revision?: number;
					starts_at: string;
					state?: Database['public']['Enums']['meetup_state'];
					state_before_pause?: Database['public']['Enums']['meetup_state'] | null;
					week: string;
				};
				Update: {
					activity?: Database['public']['Enums']['activity'] | null;
					activity_words?: string | null;
					changed_at?: string;
					ends_at?: string;
					group_id?: string;
					id?: string;
					reason?: string | null;
					revision?: number;
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
			messages: {
				Row: {
					author_id: string | null;
					body: string;
					conversation_id: string;
					id: string;
					nth: number;
					sent_at: string;
				};
				ComputedFields: never;
				Insert: {
					author_id?: string | null;
					body: string;
					conversation_id: string;
					id: string;
					nth: number;
					sent_at: string;
				};
				Update: {
					author_id?: string | null;
					body?: string;
					conversation_id?: string;
					id?: string;
					nth?: number;
					sent_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'messages_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'conversation_participants';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'messages_conversation_id_fkey';
						columns: ['conversation_id'];
						isOneToOne: false;
						referencedRelation: 'conversations';
						referencedColumns: ['id'];
					}
				];
			};
			neighbourhoods: {
				Row: {
					centre_address: string | null;
					centre_name: string | null;
					created_at: string;
					id: string;
					intro: string;
					name: string;
					slug: string;
					time_zone: string;
				};
				ComputedFields: never;
				Insert: {
					centre_address?: string | null;
					centre_name?: string | null;
					created_at?: string;
					id?: string;
					intro?: string;
					name: string;
					slug: string;
					time_zone?: string;
				};
				Update: {
					centre_address?: string | null;
					centre_name?: string | null;
					created_at?: string;
					id?: string;
					intro?: string;
					name?: string;
					slug?: string;
					time_zone?: string;
				};
				Relationships: [];
			};
			organisers: {
				Row: {
					first_name: string;
					id: string;
					profile_id: string;
				};
				ComputedFields: never;
				Insert: {
					first_name: string;
					id?: string;
					profile_id: string;
				};
				Update: {
					first_name?: string;
					id?: string;
					profile_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'organisers_profile_id_fkey';
						columns: ['profile_id'];
						isOneToOne: true;
						referencedRelation: 'profiles';
						referencedColumns: ['id'];
					}
				];
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
			reach_notes: {
				Row: {
					resident_id: string;
					telephone: string | null;
					words: string | null;
				};
				ComputedFields: never;
				Insert: {
					resident_id: string;
					telephone?: string | null;
					words?: string | null;
				};
				Update: {
					resident_id?: string;
					telephone?: string | null;
					words?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'reach_notes_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: true;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
			};
			report_acts: {
				Row: {
					act: Database['public']['Enums']['report_act'];
					acted_at: string;
					nth: number;
					report_id: string;
					staff_id: string | null;
					until: string | null;
				};
				ComputedFields: never;
				Insert: {
					act: Database['public']['Enums']['report_act'];
					acted_at: string;
					nth: number;
					report_id: string;
					staff_id?: string | null;
					until?: string | null;
				};
				Update: {
					act?: Database['public']['Enums']['report_act'];
					acted_at?: string;
					nth?: number;
					report_id?: string;
					staff_id?: string | null;
					until?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'report_acts_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'reports';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'report_acts_staff_id_fkey';
						columns: ['staff_id'];
						isOneToOne: false;
						referencedRelation: 'staff';
						referencedColumns: ['id'];
					}
				];
			};
			reports: {
				Row: {
					about_id: string;
					appeal_words: string | null;
					appealed_at: string | null;
					copied: string | null;
					id: string;
					neighbourhood_id: string;
					post_id: string | null;
					reason: Database['public']['Enums']['report_reason'];
					reported_at: string;
					reporter_id: string;
					subject: Database['public']['Enums']['report_subject'];
					words: string | null;
				};
				ComputedFields: never;
				Insert: {
					about_id: string;
					appeal_words?: string | null;
					appealed_at?: string | null;
					copied?: string | null;
					id: string;
					neighbourhood_id: string;
					post_id?: string | null;
					reason: Database['public']['Enums']['report_reason'];
					reported_at: string;
					reporter_id: string;
					subject: Database['public']['Enums']['report_subject'];
					words?: string | null;
				};
				Update: {
					about_id?: string;
					appeal_words?: string | null;
					appealed_at?: string | null;
					copied?: string | null;
					id?: string;
					neighbourhood_id?: string;
					post_id?: string | null;
					reason?: Database['public']['Enums']['report_reason'];
					reported_at?: string;
					reporter_id?: string;
					subject?: Database['public']['Enums']['report_subject'];
					words?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'reports_about_id_fkey';
						columns: ['about_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'reports_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'reports_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'help_posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'reports_reporter_id_fkey';
						columns: ['reporter_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
						referencedColumns: ['id'];
					}
				];
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
			speaker_away: {
				Row: {
					first_on: string;
					last_on: string;
					speaker_id: string;
				};
				ComputedFields: never;
				Insert: {
					first_on: string;
					last_on: string;
					speaker_id: string;
				};
				Update: {
					first_on?: string;
					last_on?: string;
					speaker_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'speaker_away_speaker_id_fkey';
						columns: ['speaker_id'];
						isOneToOne: false;
						referencedRelation: 'speakers';
						referencedColumns: ['id'];
					}
				];
			};
			speaker_free_days: {
				Row: {
					part: Database['public']['Enums']['day_part'];
					speaker_id: string;
					weekday: number;
				};
				ComputedFields: never;
				Insert: {
					part: Database['public']['Enums']['day_part'];
					speaker_id: string;
					weekday: number;
				};
				Update: {
					part?: Database['public']['Enums']['day_part'];
					speaker_id?: string;
					weekday?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'speaker_free_days_speaker_id_fkey';
						columns: ['speaker_id'];
						isOneToOne: false;
						referencedRelation: 'speakers';
						referencedColumns: ['id'];
					}
				];
			};
			speaker_topics: {
				Row: {
					speaker_id: string;
					topic: Database['public']['Enums']['speaker_topic'];
				};
				ComputedFields: never;
				Insert: {
					speaker_id: string;
					topic: Database['public']['Enums']['speaker_topic'];
				};
				Update: {
					speaker_id?: string;
					topic?: Database['public']['Enums']['speaker_topic'];
				};
				Relationships: [
					{
						foreignKeyName: 'speaker_topics_speaker_id_fkey';
						columns: ['speaker_id'];
						isOneToOne: false;
						referencedRelation: 'speakers';
						referencedColumns: ['id'];
					}
				];
			};
			speakers: {
				Row: {
					archived_at: string | null;
					cost_cents: number | null;
					email: string;
					id: string;
					languages: string[];
					name: string;
					needs: string | null;
					neighbourhood_id: string;
					notes: string | null;
					organisation: string | null;
					own_topic: string | null;
					plain_language: boolean;
					steps_free_needed: boolean;
					telephone: string | null;
				};
				ComputedFields: never;
				Insert: {
					archived_at?: string | null;
					cost_cents?: number | null;
					email: string;
					id?: string;
					languages?: string[];
					name: string;
					needs?: string | null;
					neighbourhood_id: string;
					notes?: string | null;
					organisation?: string | null;
					own_topic?: string | null;
					plain_language?: boolean;
					steps_free_needed?: boolean;
					telephone?: string | null;
				};
				Update: {
					archived_at?: string | null;
					cost_cents?: number | null;
					email?: string;
					id?: string;
					languages?: string[];
					name?: string;
					needs?: string | null;
					neighbourhood_id?: string;
					notes?: string | null;
					organisation?: string | null;
					own_topic?: string | null;
					plain_language?: boolean;
					steps_free_needed?: boolean;
					telephone?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'speakers_neighbourhood_id_fkey';
						columns: ['neighbourhood_id'];
						isOneToOne: false;
						referencedRelation: 'neighbourhoods';
						referencedColumns: ['id'];
					}
				];
			};
			staff: {
				Row: {
					face: string;
					first_name: string;
					id: string;
					neighbourhood_id: string;
					not_now_until: string | null;
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
					not_now_until?: string | null;
					profile_id?: string | null;
					role: Database['public']['Enums']['staff_role'];
					telephone?: string | null;
				};
				Update: {
					face?: string;
					first_name?: string;
					id?: string;
					neighbourhood_id?: string;
					not_now_until?: string | null;
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
			staff_absences: {
				Row: {
					first_on: string;
					id: string;
					last_on: string;
					staff_id: string;
				};
				ComputedFields: never;
				Insert: {
					first_on: string;
					id: string;
					last_on: string;
					staff_id: string;
				};
				Update: {
					first_on?: string;
					id?: string;
					last_on?: string;
					staff_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'staff_absences_staff_id_fkey';
						columns: ['staff_id'];
						isOneToOne: false;
						referencedRelation: 'staff';
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
			waiting_moments: {
				Row: {
					part: Database['public']['Enums']['day_part'];
					resident_id: string;
					weekday: number;
				};
				ComputedFields: never;
				Insert: {
					part: Database['public']['Enums']['day_part'];
					resident_id: string;
					weekday: number;
				};
				Update: {
					part?: Database['public']['Enums']['day_part'];
					resident_id?: string;
					weekday?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'waiting_moments_resident_id_fkey';
						columns: ['resident_id'];
						isOneToOne: false;
						referencedRelation: 'residents';
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
			accept_booking: { Args: { meetup_id: string; token: string }; Returns: undefined };
			accept_circle_code: {
				Args: { address: string; code: string; consent_version?: number };
				Returns: string;
			};
			accept_invitation: { Args: { secret: string }; Returns: Json };
			act_on_report: {
				Args: { act: Database['public']['Enums']['report_act']; report_id: string; until: string };
				Returns: undefined;
			};
			agenda_page: { Args: Record<PropertyKey, never>; Returns: Json };
			allow_code_try: { Args: { email: string }; Returns: undefined };
			allow_sign_in_code: {
				Args: { address: string; email: string; may_create?: boolean };
				Returns: boolean;
			};
			answer_as_guest: { Args: { comes: boolean; meetup_id: string }; Returns: undefined };
			answer_contact_request: {
				Args: {
					line: string;
					planned_at: string;
					request_id: string;
					state: Database['public']['Enums']['contact_state'];
				};
				Returns: undefined;
			};
			answer_for: {
				Args: { comes: boolean; meetup_id: string; resident_id: string };
				Returns: undefined;
			};
			answer_handover: { Args: { agree: boolean; request_id: string }; Returns: boolean };
			answer_offer: { Args: { accepts: boolean; group_id: string }; Returns: string };
			answer_post: { Args: { line: string; post_id: string; version?: number }; Returns: string };
			answer_proposal: {
				Args: { accept: boolean; id: string; sentence_id: string };
				Returns: undefined;
			};
			answer_proposed_post: { Args: { accept: boolean; post_id: string }; Returns: undefined };
			answer_support: { Args: { accept: boolean; id: string }; Returns: undefined };
			answers_page: { Args: { meetup_id: string }; Returns: Json };
			appeal_report: { Args: { report_id: string; words: string }; Returns: undefined };
			appoint_host: { Args: { group_id: string; resident_id: string }; Returns: undefined };
			archive_speaker: { Args: { archive: boolean; speaker_id: string }; Returns: undefined };
			ask_booking_call: { Args: { token: string }; Returns: undefined };
			ask_call: { Args: { asked: boolean; reader_id: string }; Returns: undefined };
			ask_contact: {
				Args: {
					call_time: Database['public']['Enums']['call_time'];
					id: string;
					keep_number: boolean;
					neighbourhood_id: string;
					nuisance: Database['public']['Enums']['nuisance_kind'];
					nuisance_when: Database['public']['Enums']['nuisance_when'];
					severity: number;
					talk: Database['public']['Enums']['nuisance_talk'];
					telephone: string;
					topic: Database['public']['Enums']['contact_topic'];
					words: string;
				};
				Returns: string;
			};
			ask_erasure: { Args: Record<PropertyKey, never>; Returns: string };
			ask_for_chair: { Args: { group_id: string }; Returns: string };
			ask_handover: { Args: { request_id: string }; Returns: undefined };
			ask_help_placed: {
				Args: { neighbourhood_id: string; telephone: string };
				Returns: undefined;
			};
			ask_speaker: {
				Args: { id: string; meetup_ids: string[]; speaker_id: string; wish_id: string };
				Returns: undefined;
			};
			attend_meetup: { Args: { meetup_id: string }; Returns: undefined };
			begin_look: { Args: { relation_id?: string; what: string }; Returns: Json };
			block_neighbour: { Args: { resident_id: string }; Returns: undefined };
			booking_page: { Args: { token: string }; Returns: Json };
			bring_speaker_back: { Args: { first_on: string; speaker_id: string }; Returns: undefined };
			calendar_entry: { Args: { meetup_id: string }; Returns: Json };
			calendar_feed: { Args: { token: string }; Returns: Json };
			call_done: { Args: { id: string }; Returns: undefined };
			cancel_contact_request: { Args: { request_id: string }; Returns: undefined };
			cancel_erasure: { Args: Record<PropertyKey, never>; Returns: undefined };
			cancel_help_ask: { Args: { neighbourhood_id: string }; Returns: undefined };
			cancel_meetup: { Args: { meetup_id: string; reason: string }; Returns: undefined };
			cancel_speaker: { Args: { booking_id: string; reason: string }; Returns: undefined };
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
			change_neighbour: {
				Args: { first_name: string; resident_id: string; telephone: string; words: string };
				Returns: undefined;
			};
			change_neighbourhood: {
				Args: {
					centre_address: string;
					centre_name: string;
					intro: string;
					name: string;
					neighbourhood_id: string;
					time_zone: string;
				};
				Returns: undefined;
			};
			change_post: {
				Args: {
					at_time: string;
					audience: Database['public']['Enums']['help_audience'];
					category: Database['public']['Enums']['help_category'];
					group_id: string;
					moment: Database['public']['Enums']['help_moment'];
					on_date: string;
					post_id: string;
					weekday: number;
					words: string;
				};
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
			choose_answer: {
				Args: { answer_id: string; choice: Database['public']['Enums']['help_choice'] };
				Returns: string;
			};
			circle_page: { Args: Record<PropertyKey, never>; Returns: Json };
			claim_mail: { Args: Record<PropertyKey, never>; Returns: Json };
			client_called: { Args: { relation_id: string }; Returns: undefined };
			client_page: { Args: { relation_id: string; visit: string }; Returns: Json };
			clients_page: { Args: { visit: string }; Returns: Json };
			close_neighbourhood: { Args: { neighbourhood_id: string }; Returns: undefined };
			come_back: { Args: { absence_id: string }; Returns: undefined };
			confirm_speaker: { Args: { booking_id: string; meetup_id: string }; Returns: undefined };
			contact_desk: { Args: Record<PropertyKey, never>; Returns: Json };
			contact_page: { Args: { slug: string }; Returns: Json };
			contact_request_page: { Args: { request_id: string }; Returns: Json };
			conversation_changes: { Args: { after: number; conversation_id: string }; Returns: Json };
			conversation_page: { Args: { before?: number; conversation_id: string }; Returns: Json };
			conversations_page: { Args: Record<PropertyKey, never>; Returns: Json };
			decline_booking: { Args: { reason: string; token: string }; Returns: undefined };
			door_page: { Args: { slug: string }; Returns: Json };
			end_organiser: { Args: { organiser_id: string }; Returns: undefined };
			end_relation: { Args: { on_day: string; relation_id: string }; Returns: undefined };
			end_role: { Args: { staff_id: string }; Returns: undefined };
			erase_neighbour: { Args: { resident_id: string }; Returns: undefined };
			export_speakers: { Args: { slug: string }; Returns: Json };
			forget_contact_number: { Args: { neighbourhood_id: string }; Returns: undefined };
			go_away: {
				Args: { first_on: string; id: string; last_on: string; neighbourhood_id: string };
				Returns: undefined;
			};
			group_page: { Args: { group_id: string }; Returns: Json };
			groups_page: { Args: Record<PropertyKey, never>; Returns: Json };
			hand_over: { Args: { group_id: string; resident_id: string }; Returns: undefined };
			help_desk: { Args: Record<PropertyKey, never>; Returns: Json };
			help_new_page: { Args: Record<PropertyKey, never>; Returns: Json };
			help_page: {
				Args: {
					before?: string;
					before_id?: string;
					category?: Database['public']['Enums']['help_category'];
					group_id?: string;
					kind?: Database['public']['Enums']['help_kind'];
					weekday?: number;
				};
				Returns: Json;
			};
			help_post_page: { Args: { post_id: string }; Returns: Json };
			import_speakers: {
				Args: { dry_run: boolean; neighbourhood_id: string; speakers: Json };
				Returns: Json;
			};
			introduce_match: { Args: { match_id: string }; Returns: undefined };
			invite_by_code: { Args: { name: string }; Returns: string };
			invite_client: { Args: { worker_id: string }; Returns: string };
			invite_supporter: { Args: { resident_id: string }; Returns: undefined };
			invite_to_role: {
				Args: {
					email: string;
					first_name: string;
					id: string;
					neighbourhood_id: string;
					role: string;
					telephone: string;
				};
				Returns: undefined;
			};
			join_neighbourhood: {
				Args: { address: string; code: string; first_name: string };
				Returns: Json;
			};
			keep_balance: { Args: Record<PropertyKey, never>; Returns: undefined };
			keep_post: { Args: { post_id: string }; Returns: undefined };
			keep_service: {
				Args: {
					ask: string;
					hours: string;
					id: string;
					kind: Database['public']['Enums']['service_kind'];
					name: string;
					neighbourhood_id: string;
					telephone: string;
					website: string;
				};
				Returns: undefined;
			};
			keep_speaker: {
				Args: { id: string; neighbourhood_id: string; speaker: Json };
				Returns: undefined;
			};
			leave_conversation: { Args: { conversation_id: string }; Returns: undefined };
			leave_group: { Args: { group_id: string }; Returns: undefined };
			look_back: { Args: { feeling: number; goal_id: string; words: string }; Returns: undefined };
			look_up_circle_code: { Args: { address: string; code: string }; Returns: Json };
			look_up_invitation: { Args: { secret: string }; Returns: Json };
			look_up_invite: { Args: { address: string; code: string }; Returns: Json };
			make_group_card: { Args: { group_id: string }; Returns: string };
			make_neighbour_card: { Args: { resident_id: string }; Returns: string };
			make_poster_code: { Args: { slug: string }; Returns: string };
			match_page: { Args: { match_id: string }; Returns: Json };
			meetup_page: { Args: { meetup_id: string }; Returns: Json };
			message_author: { Args: { request_id: string }; Returns: string };
			message_contact: { Args: { neighbourhood_id: string }; Returns: string };
			moments_page: { Args: Record<PropertyKey, never>; Returns: Json };
			move_meetup: {
				Args: { at_time: string; meetup_id: string; on_date: string; reason: string };
				Returns: undefined;
			};
			move_neighbour: {
				Args: { from_group_id: string; resident_id: string; to_group_id: string };
				Returns: string;
			};
			move_page: { Args: { group_id: string; resident_id: string }; Returns: Json };
			mute_conversation: { Args: { conversation_id: string; muted: boolean }; Returns: undefined };
			my_calendars: { Args: Record<PropertyKey, never>; Returns: Json };
			my_contact_page: { Args: Record<PropertyKey, never>; Returns: Json };
			my_context: { Args: Record<PropertyKey, never>; Returns: Json };
			my_data_page: { Args: Record<PropertyKey, never>; Returns: Json };
			my_export: { Args: Record<PropertyKey, never>; Returns: Json };
			my_help_page: { Args: Record<PropertyKey, never>; Returns: Json };
			my_looks: { Args: Record<PropertyKey, never>; Returns: Json };
			neighbour_page: { Args: { resident_id: string }; Returns: Json };
			new_group_page: { Args: { slug: string }; Returns: Json };
			not_now: { Args: { minutes: number; neighbourhood_id: string }; Returns: undefined };
			note_nuisance: {
				Args: {
					call_time: Database['public']['Enums']['call_time'];
					id: string;
					neighbourhood_id: string;
					nuisance: Database['public']['Enums']['nuisance_kind'];
					nuisance_when: Database['public']['Enums']['nuisance_when'];
					severity: number;
					talk: Database['public']['Enums']['nuisance_talk'];
					telephone: string;
					words: string;
				};
				Returns: string;
			};
			offer_group: {
				Args: {
					address: string;
					duration_minutes: number;
					id: string;
					name: string;
					neighbourhood_id: string;
					place_name: string;
					resident_ids: string[];
					starts_at: string;
					weekday: number;
				};
				Returns: number;
			};
			open_neighbourhood: {
				Args: {
					centre_address: string;
					centre_name: string;
					id: string;
					intro: string;
					name: string;
					slug: string;
					time_zone: string;
				};
				Returns: string;
			};
			organisation_acts_page: { Args: Record<PropertyKey, never>; Returns: Json };
			organisation_neighbourhood_page: { Args: { slug: string }; Returns: Json };
			organisation_page: { Args: Record<PropertyKey, never>; Returns: Json };
			overview_page: { Args: Record<PropertyKey, never>; Returns: Json };
			pause_group: { Args: { group_id: string; until: string }; Returns: undefined };
			place_post: {
				Args: {
					at_time: string;
					category: Database['public']['Enums']['help_category'];
					group_id: string;
					id: string;
					kind: Database['public']['Enums']['help_kind'];
					moment: Database['public']['Enums']['help_moment'];
					neighbourhood_id: string;
					on_date: string;
					weekday: number;
					words: string;
				};
				Returns: string;
			};
			plan_page: { Args: Record<PropertyKey, never>; Returns: Json };
			poster_page: { Args: { slug: string }; Returns: Json };
			propose_move: {
				Args: { from_group_id: string; resident_id: string; to_group_id: string };
				Returns: string;
			};
			propose_post: {
				Args: {
					at_time: string;
					category: Database['public']['Enums']['help_category'];
					id: string;
					kind: Database['public']['Enums']['help_kind'];
					moment: Database['public']['Enums']['help_moment'];
					on_date: string;
					resident_id: string;
					weekday: number;
					words: string;
				};
				Returns: string;
			};
			propose_sentence: {
				Args: {
					goal_id: string;
					kind: Database['public']['Enums']['sentence_kind'];
					reader_id: string;
					words: string;
				};
				Returns: undefined;
			};
			read_contact_request: { Args: { request_id: string }; Returns: undefined };
			reflect_on_help: {
				Args: {
					enjoy: Database['public']['Enums']['help_category'];
					feeling: number;
					felt_safe: boolean;
					match_id: string;
					shares_words: boolean;
					telephone?: string;
					wants_call: boolean;
					words: string;
				};
				Returns: undefined;
			};
			relations_page: { Args: { visit: string }; Returns: Json };
			remove_service: { Args: { service_id: string }; Returns: undefined };
			remove_speaker: { Args: { speaker_id: string }; Returns: undefined };
			renew_calendar: {
				Args: { kind: Database['public']['Enums']['calendar_kind']; nonce: string };
				Returns: undefined;
			};
			replace_worker: {
				Args: { by_worker_id: string; from_day: string; worker_id: string };
				Returns: undefined;
			};
			report: {
				Args: {
					id: string;
					reason: Database['public']['Enums']['report_reason'];
					subject: Database['public']['Enums']['report_subject'];
					subject_id: string;
					words: string;
				};
				Returns: undefined;
			};
			restore_meetup: { Args: { meetup_id: string }; Returns: undefined };
			resume_group: { Args: { group_id: string }; Returns: undefined };
			retry_mails: { Args: { kind: string; neighbourhood_id: string }; Returns: undefined };
			revoke_code: { Args: { code_id: string }; Returns: undefined };
			revoke_neighbour_card: { Args: { resident_id: string }; Returns: undefined };
			run_due_jobs: { Args: Record<PropertyKey, never>; Returns: undefined };
			say_if_helped: { Args: { helped: boolean; request_id: string }; Returns: undefined };
			say_moments: { Args: { moments: string[] }; Returns: undefined };
			see_conversation: { Args: { conversation_id: string; nth: number }; Returns: undefined };
			seen_by: { Args: { reader_id: string }; Returns: Json };
			send_message: {
				Args: { body: string; conversation_id: string; id: string };
				Returns: number;
			};
			send_speaker_away: {
				Args: { first_on: string; last_on: string; speaker_id: string };
				Returns: undefined;
			};
			set_balance: { Args: { level: number; words: string }; Returns: undefined };
			set_client_telephone: {
				Args: { relation_id: string; telephone: string };
				Returns: undefined;
			};
			set_contact_hours: { Args: { hours: Json; neighbourhood_id: string }; Returns: undefined };
			set_reader: {
				Args: { reader_id: string; reads: boolean; sentence_id: string };
				Returns: undefined;
			};
			set_view: { Args: { reader_id: string; sees: boolean; what: string }; Returns: undefined };
			settle_mail: { Args: { mail_id: string }; Returns: undefined };
			settle_unsafe: { Args: { id: string }; Returns: undefined };
			share_likewise: { Args: { agreed: boolean; relation_id: string }; Returns: boolean };
			sheets_page: { Args: { group_id: string; slug: string }; Returns: Json };
			sign_up_neighbour: {
				Args: {
					first_name: string;
					group_id: string;
					id: string;
					neighbourhood_id: string;
					telephone: string;
					words: string;
				};
				Returns: string;
			};
			skip_help: { Args: { match_id: string; on_date: string; skip: boolean }; Returns: undefined };
			skip_meetup: { Args: { meetup_id: string }; Returns: undefined };
			skip_until: { Args: { until: string }; Returns: number };
			speaker_page: { Args: { slug: string; speaker_id: string }; Returns: Json };
			speakers_page: {
				Args: {
					archived: boolean;
					on_date: string;
					part: Database['public']['Enums']['day_part'];
					skip: number;
					slug: string;
					topic: Database['public']['Enums']['speaker_topic'];
					words: string;
				};
				Returns: Json;
			};
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
			stop_calendar: {
				Args: { kind: Database['public']['Enums']['calendar_kind'] };
				Returns: undefined;
			};
			stop_match: { Args: { match_id: string }; Returns: undefined };
			stop_supporting: { Args: { id: string }; Returns: undefined };
			supported_page: { Args: { id: string }; Returns: Json };
			thank: { Args: { match_id: string; words: string }; Returns: undefined };
			thank_speaker: { Args: { booking_id: string }; Returns: undefined };
			today_page: { Args: Record<PropertyKey, never>; Returns: Json };
			unblock_neighbour: { Args: { resident_id: string }; Returns: undefined };
			undo_leave: { Args: { group_id: string }; Returns: string };
			wait_for_chair: { Args: { group_id: string }; Returns: string };
			welcome: { Args: { group_id: string; resident_id: string }; Returns: string };
			wish_activities: {
				Args: {
					activities: Database['public']['Enums']['activity'][];
					meetup_id: string;
					words: string;
				};
				Returns: undefined;
			};
			wish_for: {
				Args: {
					activities: Database['public']['Enums']['activity'][];
					meetup_id: string;
					resident_id: string;
					words: string;
				};
				Returns: undefined;
			};
			wish_page: { Args: { wish_id: string }; Returns: Json };
			wish_speaker: {
				Args: {
					group_id: string;
					topic: Database['public']['Enums']['speaker_topic'];
					words: string;
				};
				Returns: undefined;
			};
			withdraw_answer: { Args: { answer_id: string }; Returns: undefined };
			withdraw_consent: { Args: { relation_id: string }; Returns: undefined };
			withdraw_invitation: { Args: { appointment_id: string }; Returns: undefined };
			withdraw_post: { Args: { post_id: string }; Returns: undefined };
			withdraw_question: { Args: { booking_id: string }; Returns: undefined };
			withdraw_request: { Args: { group_id: string }; Returns: undefined };
			withdraw_wish: { Args: { group_id: string }; Returns: undefined };
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
			calendar_kind: 'own' | 'facilitator';
			call_time: 'any_time' | 'morning' | 'afternoon' | 'evening';
			contact_state: 'waiting' | 'read' | 'today' | 'planned' | 'closed';
			contact_topic: 'question' | 'app' | 'worry' | 'nuisance' | 'other';
			conversation_kind: 'help_match' | 'direct' | 'contact';
			day_part: 'morning' | 'afternoon' | 'evening';
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
				| 'resumed'
				| 'speaker_booked'
				| 'speaker_cancelled';
			help_audience: 'neighbourhood' | 'group';
			help_category:
				| 'errands'
				| 'child_minding'
				| 'odd_job'
				| 'community_centre'
				| 'company'
				| 'device'
				| 'other';
			help_choice: 'yes' | 'no';
			help_kind: 'offer' | 'request';
			help_moment: 'any_time' | 'once' | 'weekly';
			help_state: 'proposed' | 'open' | 'resting' | 'withdrawn';
			meetup_state: 'planned' | 'moved' | 'cancelled' | 'paused';
			nuisance_kind: 'noise' | 'litter' | 'animals' | 'smell' | 'street' | 'unsafe' | 'other';
			nuisance_talk: 'call_me' | 'with_me' | 'with_neighbours' | 'together';
			nuisance_when: 'now' | 'daytime' | 'evening' | 'night' | 'always';
			report_act: 'hidden' | 'shown' | 'talked' | 'paused' | 'resumed' | 'nothing';
			report_reason: 'unsafe' | 'unkind' | 'money' | 'not_help' | 'other';
			report_subject: 'post' | 'answer' | 'message' | 'person';
			sentence_kind: 'want' | 'can' | 'need' | 'step' | 'look_back';
			service_kind: 'community_centre' | 'police' | 'housing' | 'gp_post' | 'other';
			speaker_topic: 'health' | 'money' | 'food' | 'digital' | 'police' | 'nature' | 'own';
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
			calendar_kind: ['own', 'facilitator'],
			call_time: ['any_time', 'morning', 'afternoon', 'evening'],
			contact_state: ['waiting', 'read', 'today', 'planned', 'closed'],
			contact_topic: ['question', 'app', 'worry', 'nuisance', 'other'],
			conversation_kind: ['help_match', 'direct', 'contact'],
			day_part: ['morning', 'afternoon', 'evening'],
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
				'resumed',
				'speaker_booked',
				'speaker_cancelled'
			],
			help_audience: ['neighbourhood', 'group'],
			help_category: [
				'errands',
				'child_minding',
				'odd_job',
				'community_centre',
				'company',
				'device',
				'other'
			],
			help_choice: ['yes', 'no'],
			help_kind: ['offer', 'request'],
			help_moment: ['any_time', 'once', 'weekly'],
			help_state: ['proposed', 'open', 'resting', 'withdrawn'],
			meetup_state: ['planned', 'moved', 'cancelled', 'paused'],
			nuisance_kind: ['noise', 'litter', 'animals', 'smell', 'street', 'unsafe', 'other'],
			nuisance_talk: ['call_me', 'with_me', 'with_neighbours', 'together'],
			nuisance_when: ['now', 'daytime', 'evening', 'night', 'always'],
			report_act: ['hidden', 'shown', 'talked', 'paused', 'resumed', 'nothing'],
			report_reason: ['unsafe', 'unkind', 'money', 'not_help', 'other'],
			report_subject: ['post', 'answer', 'message', 'person'],
			sentence_kind: ['want', 'can', 'need', 'step', 'look_back'],
			service_kind: ['community_centre', 'police', 'housing', 'gp_post', 'other'],
			speaker_topic: ['health', 'money', 'food', 'digital', 'police', 'nature', 'own'],
			staff_role: ['facilitator', 'contact_person', 'stand_in'],
			step_outcome: ['done', 'a_bit', 'next_time']
		}
	}
} as const;
