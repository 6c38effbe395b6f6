/**
 * By which ways ballots came, in words.
 *
 * Pure. Invariant: nobody who took part is left out. Decided in docs/decisions/0025.
 */
import type { BallotNumbers } from '../domain/turnout.ts'
import type { Reader } from './reader.ts'

/** `12 online, 9 on paper, and 1 invalid on paper`; empty where nobody took part. */
export function waysText(
  { channels, invalid = 0 }: Pick<BallotNumbers, 'channels' | 'invalid'>,
  { words, format }: Reader,
): string {
  const { ways } = words.result
  const { online = 0, kiosk = 0, paper = 0 } = channels ?? {}
  const parts = [
    ...(online > 0 ? [ways.online(format.number(online))] : []),
    ...(kiosk > 0 ? [ways.kiosk(format.number(kiosk))] : []),
    ...(paper > 0 ? [ways.paper(format.number(paper))] : []),
    ...(invalid > 0 ? [ways.invalid(format.number(invalid))] : []),
  ]
  return parts.join(', ')
}
