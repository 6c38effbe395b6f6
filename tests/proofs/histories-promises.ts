/**
 * The promises of the vote, held against what lies in a store at the end of a history.
 *
 * Pure. Invariant: whatever was asked in whatever order, the numbers agree and each used code has its one
 * ballot.
 */
import type { Reference } from './histories-reference.ts'

/** What is broken, in words; empty where nothing is. A purged round keeps its counters only. */
export function brokenPromises(reference: Reference): readonly string[] {
  if (reference.state === 'purged') return []
  const { box, counts, marks } = reference
  const words = Object.values(marks).map(({ word }) => word)
  const number = (wanted: string) => words.filter((word) => word === wanted).length
  const summed = (prefix: string) =>
    Object.entries(counts).reduce((sum, [name, n]) => (name.startsWith(prefix) ? sum + n : sum), 0)
  const boxed = Object.keys(box).length
  const ready = words.length - number('draft')
  const votes = Object.values(marks).flatMap(({ vote, pool }) =>
    vote && !vote.startsWith('paper.') ? [[pool, vote]] : [],
  )
  const lost = votes.filter(([pool, vote = '']) => {
    const record = box[`${pool}:${vote.split('.')[0]}`]
    return record === undefined || !record.startsWith(`${vote}.`)
  })
  const promises: Readonly<Record<string, boolean>> = {
    'as many codes used as ballots boxed and sheets invalid':
      number('used') === boxed + summed('invalid:'),
    'held codes are counted': summed('held:') === number('held'),
    'as many recorded as boxed': summed('recorded:') === boxed,
    'issued = live + reserve + used + revoked + held': summed('issued:') === ready,
    'as many revoked as reissued': counts['revoked'] === counts['reissued'],
    'revoked codes are counted': (counts['revoked'] ?? 0) === number('revoked'),
    'each used code has its ballot': lost.length === 0,
  }
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [promise]))
}
