/**
 * Published files: the downloads of the result that counts now.
 *
 * Pure. Invariant: only files that the round's folder holds are offered. Decided in docs/decisions/0001.
 */
import { roundAddresses } from './addresses.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'

export type PublishedFile = {
  readonly name: string
  readonly href: string
  readonly label: string
}

/** The files of the current snapshot: those with a description first, the others by name. */
export function publishedFiles(page: RoundPage, reader: Reader): readonly PublishedFile[] {
  const { result, resultFiles, round } = page
  if (result === undefined) return []
  const folder = `results/${result.snapshot}/`
  const labels: Readonly<Record<string, string>> = reader.words.result.files
  const known = Object.keys(labels)
  const place = ({ kind }: { readonly kind: string }) =>
    known.includes(kind) ? known.indexOf(kind) : known.length
  const areaOf = (pool: string | undefined) => round.areas.find(({ id }) => id === pool)?.name
  const to = roundAddresses(reader.language, round.id)
  return resultFiles
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length))
    .map((name) => ({ name, ...kindOf(name) }))
    .toSorted((a, b) => place(a) - place(b))
    .map(({ name, kind, pool }) => ({
      name,
      href: to.data(`${result.snapshot}/${name}`),
      label: [areaOf(pool), labels[kind] ?? name].filter((part) => part !== undefined).join(': '),
    }))
}

/** `ballots-north.pb` is the file `ballots.pb` of the pool `north`. */
function kindOf(name: string): { readonly kind: string; readonly pool?: string } {
  const [, stem, pool, end] = /^(ballots|certificate)-(.+)(\.pb|\.json)$/.exec(name) ?? []
  return pool === undefined ? { kind: name } : { kind: `${stem}${end}`, pool }
}
