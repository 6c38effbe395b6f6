/**
 * Making voting codes: batches of letters, and the marks that leave the browser.
 *
 * Pure but for the randomness that it is given. Invariant: two batches of an order never have the same name.
 * Decided in docs/decisions/0024.
 */
import type { LetterBatch } from '../domain/addressed-letter.ts'
import { toBase64url } from '../domain/encoding.ts'
import { makeTokenBatch } from '../domain/token-batch.ts'
import type { PlannedBatch } from '../domain/token-order.ts'
import type { RegisteredBatch } from '../domain/token-registration.ts'

/** A batch as it is in the clerk's hands: the letters stay, the marks go. */
export type MadeBatch = LetterBatch & RegisteredBatch

export type CodesRequest = { readonly round: string; readonly planned: readonly PlannedBatch[] }

/** Makes one batch after the other; `report` is told how many codes there are by now. */
export function makeCodes(
  { round, planned }: CodesRequest,
  random: (bytes: number) => Uint8Array,
  report: (made: number) => void,
): readonly MadeBatch[] {
  const made: MadeBatch[] = []
  let codes = 0
  for (const each of planned) {
    made.push(makeOther(each, { round, random, taken: made.map(({ batch }) => batch) }))
    codes += each.count
    report(codes)
  }
  return made
}

type Making = {
  readonly round: string
  readonly random: (bytes: number) => Uint8Array
  readonly taken: readonly string[]
}

/** A batch has a random name of 20 bits; of the few in one order two are the same once in a lifetime. */
function makeOther(
  { pool, kind, count }: PlannedBatch,
  { round, random, taken }: Making,
): MadeBatch {
  for (;;) {
    const { batch, letters, marks } = makeTokenBatch(round, count, random)
    if (taken.includes(batch)) continue
    const sent = marks.map(({ mark, serial }) => ({ mark: toBase64url(mark), serial }))
    return { pool, kind, batch, letters, marks: sent }
  }
}
