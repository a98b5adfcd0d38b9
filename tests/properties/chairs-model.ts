/**
 * Chairs and line as a person would explain them, without a database: what each verb answers and
 * who then sits, asks and waits. People are numbers; ties between equally long members go by rank.
 */
export class Chairs {
	members: { who: number; since: number }[] = [];
	asking: number[] = [];
	line: number[] = [];
	host: number | null = null;
	capacity: number;
	now: number;
	#rank: (who: number) => string;
	#left = new Map<number, { since: number; at: number }>();

	constructor(starter: number, capacity: number, now: number, rank: (who: number) => string) {
		this.capacity = capacity;
		this.now = now;
		this.#rank = rank;
		this.members.push({ who: starter, since: now });
		this.host = starter;
	}

	ask(who: number) {
		if (this.#closed) return 'not_found';
		if (this.#sits(who)) return 'member';
		if (this.line.includes(who)) return 'waiting';
		if (this.#full) return 'group_full';
		if (!this.asking.includes(who)) this.asking.push(who);
		return 'asked';
	}

	wait(who: number) {
		if (this.#closed || !this.#full || this.#sits(who)) return this.ask(who);
		if (!this.line.includes(who)) this.line.push(who);
		return 'waiting';
	}

	withdraw(who: number) {
		this.asking = this.asking.filter((other) => other !== who);
		this.line = this.line.filter((other) => other !== who);
		return '';
	}

	welcome(by: number | 'facilitator', who: number) {
		const asks = this.asking.includes(who);
		if (this.#closed && !(by === 'facilitator' && asks)) return 'not_found';
		if (by !== 'facilitator' && by !== this.host) return 'host_only';
		if (this.#sits(who)) return 'member';
		if (this.line.includes(who)) return 'waiting';
		if (!asks) return 'request_withdrawn';
		this.#seat(who, this.now);
		this.#settleHost();
		return 'member';
	}

	leave(who: number) {
		const seat = this.members.find((member) => member.who === who);
		if (!seat) return '';
		this.#left.set(who, { since: seat.since, at: this.now });
		this.members = this.members.filter((member) => member !== seat);
		if (this.host === who) this.host = null;
		this.#settle();
		this.#settleHost();
		return '';
	}

	undo(who: number) {
		if (this.#sits(who)) return 'member';
		const left = this.#left.get(who);
		if (!left || left.at <= this.now - 86_400_000) {
			return this.line.includes(who) ? 'waiting' : 'undo_too_late';
		}
		if (this.#full) {
			this.line = [who, ...this.line.filter((other) => other !== who)];
			this.#left.delete(who);
			return 'waiting';
		}
		this.#seat(who, left.since);
		this.#settleHost();
		return 'member';
	}

	handOver(by: number, to: number) {
		if (this.#closed) return 'not_found';
		if (by !== this.host) return 'host_only';
		if (!this.#sits(to)) return 'not_a_member';
		this.host = to;
		return '';
	}

	changeCapacity(by: number, capacity: number) {
		if (this.#closed) return 'not_found';
		if (by !== this.host) return 'host_only';
		if (capacity < this.members.length) return 'capacity_below_members';
		this.capacity = capacity;
		this.#settle();
		return '';
	}

	get #closed() {
		return this.members.length === 0;
	}

	get #full() {
		return this.members.length >= this.capacity;
	}

	#sits(who: number) {
		return this.members.some((member) => member.who === who);
	}

	#seat(who: number, since: number) {
		this.withdraw(who);
		this.#left.delete(who);
		this.members.push({ who, since });
		this.#settle();
	}

	#settle() {
		const next = this.line[0];
		if (!this.#full && next !== undefined) {
			this.#seat(next, this.now);
		} else if (this.#full) {
			this.line.push(...this.asking);
			this.asking = [];
		}
	}

	#settleHost() {
		if (this.host !== null || this.#closed) return;
		const [longest] = this.members.toSorted(
			(a, b) => a.since - b.since || (this.#rank(a.who) < this.#rank(b.who) ? -1 : 1)
		);
		this.host = longest!.who;
	}
}
