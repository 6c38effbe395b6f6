/**
 * What no line of a log may hold, in every form in which it could slip in.
 *
 * Pure. Invariant: a canary is looked for as text, hex, base64 and base64url, in large and small letters.
 */
import { markState } from '../../src/domain/mark.ts'
import { printToken } from '../../src/domain/token.ts'
import { namesOfCode, receiptOfNonce, retryOfBallot } from './faults-protocol.ts'
import type { Voter } from './faults-voter.ts'
import { CHOICES, type World } from './faults-world.ts'

export type Canary = { readonly what: string; readonly text: string }

/** Everything secret of a run's voters. */
export function canariesOf(world: World, voters: readonly Voter[]): readonly Canary[] {
  return [
    ...CHOICES.flatMap((choice) => forms('choice', choice)),
    ...voters.flatMap((voter) => ofVoter(world, voter)),
  ]
}

function ofVoter({ secret, round }: World, { letter, address, attempts }: Voter): Canary[] {
  const { use, mark, k } = namesOfCode(secret, round.id, letter.token)
  return [
    ...forms('code', letter.token),
    ...forms('printed code', printToken(letter.token)),
    ...forms('use', use),
    ...forms('mark', mark),
    ...forms('stored mark', k),
    ...forms('state of a mark', markState.ready('live', 'all')),
    ...forms('serial', letter.serial),
    ...forms('address', address),
    ...attempts.flatMap(({ nonce, choices }) => [
      ...forms('nonce', nonce),
      ...forms('receipt', receiptOfNonce(round.id, nonce)),
      ...forms('retry', retryOfBallot(round.id, nonce, choices)),
    ]),
  ]
}

/** A value as it is, if it is text, and as its bytes are usually written. */
export function forms(what: string, value: string | Uint8Array): Canary[] {
  const bytes = Buffer.from(value)
  const encoded = (['hex', 'base64', 'base64url'] as const).map((form) => bytes.toString(form))
  const texts = [...(typeof value === 'string' ? [value] : []), ...encoded]
  return texts.map((text) => ({ what, text: text.replace(/=+$/, '') }))
}

/** What the lines hold of it, by kind; empty where they hold nothing. */
export function foundIn(lines: readonly string[], canaries: readonly Canary[]): readonly string[] {
  const said = lines.join('\n').toLowerCase()
  const found = canaries.filter(({ text }) => said.includes(text.toLowerCase()))
  return [...new Set(found.map(({ what }) => `the log holds a ${what}`))]
}
