/**
 * Token batches: the clerk's half of making voting codes.
 *
 * Pure; randomness is an argument. Invariant: what is sent to the ballot box (marks) is shuffled and
 * holds no token; letters with tokens stay with the clerk. Decided in docs/decisions/0003.
 */
import { toBase32 } from './encoding.ts'
import type { Serial } from './serial.ts'
import { makeToken, markOf, TOKEN_BYTES, type Token } from './token.ts'

/** What is printed on one letter. */
export type Letter = { readonly serial: Serial; readonly token: Token }

export type TokenBatch = {
  readonly batch: string
  readonly letters: readonly Letter[]
  /** `m` and serial of every letter, in an order that says nothing. */
  readonly marks: readonly { readonly mark: Uint8Array; readonly serial: Serial }[]
}

/** Most letters in one batch, so that it can be registered in one step. */
export const MOST_LETTERS = 5000

/** Makes `count` letters. `random(n)` gives n fresh random bytes. */
export function makeTokenBatch(
  round: string,
  count: number,
  random: (bytes: number) => Uint8Array,
): TokenBatch {
  if (count < 1 || count > MOST_LETTERS)
    throw new RangeError(`a batch has 1 to ${MOST_LETTERS} letters`)
  const batch = toBase32(random(4), 20)
  const width = String(count).length
  const letters = Array.from({ length: count }, (_, index): Letter => {
    const serial: Serial = `${batch}-${String(index + 1).padStart(width, '0')}`
    return { serial, token: makeToken(random(TOKEN_BYTES)) }
  })
  const marks = shuffle(letters, random).map(({ serial, token }) => ({
    mark: markOf(round, token),
    serial,
  }))
  return { batch, letters, marks }
}

/** Fisher-Yates with 32 random bits a step; the bias for 5,000 letters is below one in 800,000. */
function shuffle<T>(list: readonly T[], random: (bytes: number) => Uint8Array): T[] {
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const bytes = random(4)
    const at = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % (last + 1)
    const [a, b] = [shuffled[last], shuffled[at]]
    if (a !== undefined && b !== undefined) [shuffled[last], shuffled[at]] = [b, a]
  }
  return shuffled
}
