/**
 * Codes in the reference of a random history: staged, made ready, frozen at the opening, reissued.
 *
 * Pure. Invariant: once a round was opened no mark is added to it.
 */
import type { Given } from './histories-commands.ts'
import type { Reference, ReferenceMark, Step } from './histories-reference.ts'

/** A code is staged in one batch only, and staging it there again changes nothing. */
export function stageCodes(before: Reference, given: Given<'stage codes'>): Step {
  const { batch, pool, kind, codes } = given
  const known = before.batches[batch]
  const own = known?.codes ?? []
  const differs = known && (known.isReady || known.pool !== pool || known.kind !== kind)
  const isTaken = codes.some((code) => before.marks[code] !== undefined && !own.includes(code))
  if (before.state !== 'draft' || differs || isTaken) return [before, 'no']
  const staged = { pool, kind, codes: [...new Set([...own, ...codes])], isReady: false }
  const marks = Object.fromEntries(
    codes.map((code) => [code, { word: 'draft', pool, kind }] as const),
  )
  const batches = { ...before.batches, [batch]: staged }
  return [{ ...before, batches, marks: { ...before.marks, ...marks } }, 'yes']
}

/** Ready is ready: asking for the same again is answered yes. */
export function activate(before: Reference, given: Given<'activate codes'>): Step {
  const { batch, pool, kind, expected } = given
  const known = before.batches[batch]
  if (before.state !== 'draft' || known === undefined) return [before, 'no']
  if (known.pool !== pool || known.kind !== kind || known.codes.length !== expected)
    return [before, 'no']
  if (known.isReady) return [before, 'yes']
  const ready = known.codes.map((code) => [code, { word: kind, pool, kind }] as const)
  const counter = `issued:${kind}:${pool}`
  const after = {
    ...before,
    batches: { ...before.batches, [batch]: { ...known, isReady: true } },
    marks: { ...before.marks, ...Object.fromEntries(ready) },
    counts: { ...before.counts, [counter]: (before.counts[counter] ?? 0) + expected },
  }
  return [after, 'yes']
}

/** REISSUE: refused unless old is live; the new one is a reserve of the same pool. */
export function reissue(before: Reference, { lost, reserve }: Given<'reissue'>): Step {
  const old = before.marks[lost]
  const next = before.marks[reserve]
  if (!['draft', 'open', 'paused'].includes(before.state) || old?.word !== 'live')
    return [before, 'not-live']
  if (next?.word !== 'reserve' || next.pool !== old.pool) return [before, 'no-reserve']
  const changed: Readonly<Record<string, ReferenceMark>> = {
    [lost]: { ...old, word: 'revoked' },
    [reserve]: { ...next, word: 'live' },
  }
  const { revoked = 0, reissued = 0 } = before.counts
  const counts = { ...before.counts, revoked: revoked + 1, reissued: reissued + 1 }
  return [{ ...before, counts, marks: { ...before.marks, ...changed } }, 'reissued']
}
