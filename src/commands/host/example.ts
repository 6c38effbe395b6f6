/**
 * The example's vote: opened, with voting codes to try it.
 *
 * Talks to the live ports, after the settings were made. Invariant: only `npm start` calls this; a real
 * council's codes are never made here. Decided in docs/decisions/0007.
 */
import { live } from '../../adapters/live.ts'
import { printToken } from '../../domain/token.ts'
import { openRound } from '../../service/open-round.ts'
import { need } from '../clerk-command.ts'
import { makeLetters } from '../make-letters.ts'

const LIVE = 10
const RESERVE = 3

/** Opens a round of the example and answers with voting codes to try it. */
export async function prepareExample(round: string): Promise<readonly string[]> {
  const ports = await live()
  const request = { round, pool: 'all', keep: async () => {} }
  const letters = need(await makeLetters(ports, { ...request, kind: 'live', count: LIVE }))
  need(await makeLetters(ports, { ...request, kind: 'reserve', count: RESERVE }))
  need(await openRound(ports, round))
  return letters.map(({ token }) => printToken(token))
}
