import { setTimeout as pause } from 'node:timers/promises';

/**
 * Answers after a fixed time whatever the work found, so that the time does not tell whether an
 * e-mail is known. Work that takes longer goes on behind the answer; its failure is only logged.
 */
export async function atSteadyPace(milliseconds: number, work: () => Promise<unknown>) {
	const running = work().catch((failure: unknown) => console.error('sign-in code', failure));
	await pause(milliseconds);
	void running;
}
