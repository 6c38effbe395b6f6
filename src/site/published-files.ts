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
  const nameOf = (names: readonly { readonly id: string; readonly name: string }[], of?: string) =>
    names.find(({ id }) => id === of)?.name
  const to = roundAddresses(reader.language, round.id)
  return resultFiles
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length))
    .map((name) => ({ name, ...kindOf(name) }))
    .toSorted((a, b) => place(a) - place(b))
    .map(({ name, kind, pool, hall }) => ({
      name,
      href: to.data(`${result.snapshot}/${name}`),
      label: [nameOf(round.halls, hall), nameOf(round.areas, pool), labels[kind] ?? name]
        .filter((part) => part !== undefined)
        .join(': '),
    }))
}

type Kind = { readonly kind: string; readonly pool?: string; readonly hall?: string }

/** `ballots-north.pb` is the file `ballots.pb` of the pool `north`, `hall-mill.used.txt` the `used.txt` of a hall. */
function kindOf(name: string): Kind {
  const [, hall, own] = /^hall-([a-z0-9-]+)\.(.+)$/.exec(name) ?? []
  if (hall !== undefined && own !== undefined) return { kind: own, hall }
  const [, stem, pool, end] = /^(ballots|certificate)-(.+)(\.pb|\.json)$/.exec(name) ?? []
  return pool === undefined ? { kind: name } : { kind: `${stem}${end}`, pool }
}
