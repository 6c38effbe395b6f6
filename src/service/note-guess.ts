/**
 * Notes a code that nobody issued: somebody guesses, or has a letter of another vote.
 *
 * Talks to keys, limiter and log. Invariant: only attempts that failed are counted, so a good code is
 * never held up by anyone's guesses; no address leaves here but as a hash that changes every day.
 * Decided in docs/decisions/0014.
 */
import type { RoundId } from '../domain/id.ts'
import { networkOf } from '../domain/network.ts'
import { printInstant } from '../domain/time.ts'
import type { Ports } from './ports.ts'

/** People mistype, but the check letter finds that before anything is sent. */
const MOST_AN_HOUR = 20
const HOUR = 3600

/** So many in a day, from anywhere, are an attack on the round and not a mistake. */
const MOST_A_DAY = 200
const DAY = 24 * HOUR

/** Whether the caller may be told so; false where there were too many from one network. Logs an alarm. */
export async function noteGuess(
  { clock, keys, limiter, log }: Ports,
  round: RoundId,
  address: string,
): Promise<boolean> {
  const now = clock.now()
  const from = keys.addressHash(printInstant(now).slice(0, 10), networkOf(address))
  const few = await limiter.allow(`guess:${from}`, MOST_AN_HOUR, HOUR, now)
  const fewInAll = await limiter.allow(`guesses:${round}`, MOST_A_DAY, DAY, now)
  if (!few || !fewInAll) log.fault('codes-guessed', undefined, { round })
  return few
}
