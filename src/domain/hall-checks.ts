/**
 * Hall checks: that the boxes of a final result are those that were named, and are one election.
 *
 * Pure. Invariant: everything is computed again from the published files; what cannot be read throws.
 * Decided in docs/decisions/0032.
 */
import * as v from 'valibot'
import { canonicalJson, isJson } from './canonical-json.ts'
import { checkpointHash } from './checkpoint.ts'
import { FrozenPaperSchema } from './digest.ts'
import { toHex } from './encoding.ts'
import type { Reading } from './list-checks.ts'
import { isNamedHall, type OpeningRecord } from './opening-record.ts'
import { issuedOfUse } from './published-codes.ts'

const PaperText = v.pipe(v.string(), v.parseJson(), FrozenPaperSchema)

/** Every hall that was named before the first ballot is there, or is said not to be, as the final checkpoint fixed it. */
export function areHallsAsNamed([own, ...halls]: readonly Reading[]): boolean {
  if (own === undefined) return false
  const { opening, checkpoints } = own.board
  const told = own.snapshot.halls ?? []
  const fixed = checkpoints.at(-1)?.halls ?? []
  const ids = (all: readonly { readonly hall: string }[]) => all.map(({ hall }) => hall)
  const named = opening.halls ?? []
  return (
    opening.hall === undefined &&
    isSame(ids(told), named) &&
    isSame(ids(fixed), named) &&
    isSame(ids(opening.hallKeys ?? []), named) &&
    told.every((each) => !('reason' in each) || fixed.some((word) => isSame(word, each))) &&
    halls.every((each) => isEndFixed(each, fixed) && isOpenedAs(each, opening)) &&
    (own.shared('paper.json') === '' ||
      isSame(v.parse(PaperText, own.shared('paper.json')).halls, named))
  )
}

function isEndFixed({ hall, board, election }: Reading, fixed: readonly object[]): boolean {
  const n = board.texts.length - 1
  const head = toHex(checkpointHash(election.round, board.texts[n] ?? ''))
  return fixed.some((word) => isSame(word, { hall, n, head }))
}

/** With the key and at the hour that the round's own record named before the first ballot. */
function isOpenedAs({ hall, board }: Reading, own: OpeningRecord): boolean {
  return board.opening.hall === hall && isNamedHall(own, board.opening)
}

/** No used code of one box was issued in another. */
export function areCodesApart(boxes: readonly Reading[]): boolean {
  const read = boxes.map(({ codes, election: { round } }) => ({ codes, round }))
  return read.every(({ codes, round }, at) =>
    read.every(({ codes: other }, place) => {
      if (place === at) return true
      const issued = new Set(other.issued.map(({ k }) => k))
      return !codes.used.some((u) => issued.has(issuedOfUse(round, u, other.markKey)))
    }),
  )
}

function isSame(one: unknown, other: unknown): boolean {
  return isJson(one) && isJson(other) && canonicalJson(one) === canonicalJson(other)
}
