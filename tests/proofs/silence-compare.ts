/**
 * Twins beside each other: what differs of all that was heard, once the one root that may differ is named.
 *
 * Pure. Invariant: of a checkpoint only the root over the pairs is set equal, and the hashes of checkpoints
 * that are made of it; everything else is compared as it is, and every length before anything is set equal.
 */
import * as v from 'valibot'
import type { CommitRequest } from '../../src/service/ports.ts'
import { H } from './faults-protocol.ts'
import type { Heard } from './silence-twin.ts'
import { textOf } from '../support/text-of.ts'

const CheckpointSchema = v.object({ pairsRoot: v.object({ root: v.string() }) })

/** Where the two differ; empty where they are alike. */
export function differences(one: Told, other: Told): readonly string[] {
  const found = new Set<string>()
  const [a, b] = [one, other].map(({ heard }) => heard)
  if (a === undefined || b === undefined) return []
  if (a.length !== b.length) found.add('how much is said')
  a.forEach(({ where, text }, at) => {
    if (b[at] !== undefined && (b[at].where !== where || b[at].text.length !== text.length))
      found.add(`length: ${where}`)
  })
  const [equalled, others] = [named(one), named(other)]
  equalled.forEach(({ where, text }, at) => {
    if (others[at] !== undefined && others[at].text !== text) found.add(`bytes: ${where}`)
  })
  return [...found]
}

export type Told = { readonly heard: readonly Heard[]; readonly commits: readonly CommitRequest[] }

/** The same with names for the roots over pairs, and for the hashes of the checkpoints that hold them. */
function named({ heard, commits }: Told): readonly Heard[] {
  const names = commits
    .filter(({ branch }) => branch === 'board')
    .flatMap(({ files }) => files)
    .filter(({ path }) => /\/[1-9]\d*\.json$/.test(path))
    .flatMap((file, at) => {
      const text = textOf(file)
      const { root } = v.parse(CheckpointSchema, JSON.parse(text)).pairsRoot
      const hash = H('checkpoint', 'spring', text).toString('hex')
      return [
        [root, `PAIRS ${at}`],
        [hash, `LINK ${at}`],
        // As receipts name it.
        [`${at + 1}:${hash.slice(0, 8)}`, `HEAD ${at}`],
      ] as const
    })
  return heard.map(({ where, text }) => ({
    where,
    text: names.reduce((changed, [value, name]) => changed.replaceAll(value, name), text),
  }))
}
