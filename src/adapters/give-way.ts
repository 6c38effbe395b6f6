/**
 * Giving way: a short pause of random length after a write that came too late.
 *
 * Talks to the clock and randomness. Invariant: the pauses grow with the tries, so that many at once spread out
 * and each of them gets its turn. Decided in docs/decisions/0022.
 */
import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

const SHORTEST_MS = 10
const DOUBLINGS = 5

/** Waits up to 20 ms after the first try, and up to a third of a second from the fifth on. */
export async function giveWay(tries: number): Promise<void> {
  await wait(randomInt(SHORTEST_MS * 2 ** Math.min(tries, DOUBLINGS)))
}
