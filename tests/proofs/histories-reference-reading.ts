/**
 * What can be read in the reference of a random history, and when.
 *
 * Pure. Invariant: neither a ballot nor the fate of a code is told before the close; a survey tells places
 * and numbers only.
 */
import { POOLS, type PoolName, type Reading } from './histories-commands.ts'
import { isRecorded } from './histories-reference-cast.ts'
import { heldIn } from './histories-reference-paper.ts'
import type { Reference } from './histories-reference.ts'

const CLOSED = ['closed', 'sealed', 'published', 'purged']

/** Answers a command that only looks. */
export function readFrom(reference: Reference, command: Reading): string {
  switch (command.do) {
    case 'ask whether recorded':
      return isRecorded(reference, command) ? 'yes' : 'no'
    case 'read a box':
      return boxOf(reference, command.pool)
    case 'read the ledger':
      return ledgerOf(reference)
    case 'survey':
      return surveyOf(reference)
  }
}

function whenClosed({ state }: Reference, lines: () => readonly string[]): string {
  return CLOSED.includes(state) ? ['read', ...lines()].join(' ') : 'not-closed'
}

/** Nonces and records of a box, in the order of the nonces. */
function boxOf(reference: Reference, pool: PoolName): string {
  return whenClosed(reference, () =>
    Object.entries(reference.box)
      .filter(([place]) => place.startsWith(`${pool}:`))
      .map(([place, record]) => `${place.split(':')[1]}=${record}`)
      .toSorted(),
  )
}

/** What became of each code that was made ready. */
function ledgerOf(reference: Reference): string {
  return whenClosed(reference, () =>
    Object.entries(reference.marks)
      .filter(([, { word }]) => word !== 'draft')
      .map(([code, { word, pool, kind }]) => `${code}=${[word, pool, kind].join('/')}`)
      .toSorted(),
  )
}

/** Places in the order of the boxes, counters, events, and when a place was first seen. */
function surveyOf(reference: Reference): string {
  const inOrder = POOLS.flatMap((pool) =>
    Object.entries(reference.box)
      .filter(([place]) => place.startsWith(`${pool}:`))
      .map(([place, record]) => `${place}=${record}`)
      .toSorted(),
  )
  const counts = [
    ...Object.entries(reference.counts).filter(([name]) => !name.startsWith('held:')),
    ...(heldIn(reference) > 0 ? [['held', heldIn(reference)] as const] : []),
  ].map(([name, number]) => `${name}=${number}`)
  const places = Object.entries(reference.places).map(([place, n]) => `${place}@${n}`)
  return ['read', inOrder, counts.toSorted(), reference.events, places.toSorted()].join(' ')
}
