/**
 * Changes one entry in a list of a proposal's file, its updates or its assessments, in one commit.
 *
 * Talks to content and the publisher. Invariant: the other entries stay as they were written, and a file that has
 * changed since it was seen is not written over. Decided in docs/decisions/0031.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { ProposalId, RoundId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import { changeFiles, openFile, type Beside } from './change-files.ts'
import type { Ports } from './ports.ts'

type Fields = Readonly<Record<string, unknown>>

/** A field of a proposal that is a list of entries. */
export type EntryList = 'updates' | 'assessment'

export type EntryPlace = {
  readonly round: RoundId
  readonly proposal: ProposalId
  readonly seen: string
  readonly at?: number | undefined
}

export type OpenEntries = {
  readonly seen: string
  readonly fields: Fields
  readonly entries: readonly unknown[]
}

/** The entries as the newest commit has them; undefined where there is no such file. */
export async function openEntries(
  ports: Ports,
  { round, proposal }: Pick<EntryPlace, 'round' | 'proposal'>,
  list: EntryList,
): Promise<OpenEntries | undefined> {
  const file = await openFile(ports, pathOf({ round, proposal }))
  if (file === undefined) return undefined
  const { fields } = ports.content.fields(file.path, file.text)
  return { seen: file.seen, fields, entries: entriesOf(fields[list]) }
}

/** The entries, of which the clerk saw the newest state; refused where somebody was quicker. */
export async function openSeenEntries(
  ports: Ports,
  place: EntryPlace,
  list: EntryList,
): Promise<Result<OpenEntries, ClerkRefusal>> {
  const open = await openEntries(ports, place, list)
  const { seen, at = 0 } = place
  const isThere = place.at === undefined || at < (open?.entries.length ?? 0)
  if (open?.seen !== seen || !isThere)
    return refuseClerk('changed-meanwhile', { path: pathOf(place) })
  return ok(open)
}

/** The entries with another one in its place, behind all where it has none, or without it where there is none. */
export function placeEntry(
  entries: readonly unknown[],
  at: number | undefined,
  entry: object | undefined,
): readonly unknown[] {
  if (at === undefined) return entry === undefined ? entries : [...entries, entry]
  return entries.toSpliced(at, 1, ...(entry === undefined ? [] : [entry]))
}

/** Publishes other fields of a proposal, and other files with them, in one commit. */
export function changeProposal(
  ports: Ports,
  place: EntryPlace,
  given: { readonly message: string; readonly fields: Fields; readonly beside?: Beside },
): Promise<Result<object, ClerkRefusal>> {
  const { round, proposal, seen } = place
  const path = pathOf(place)
  const change = (text: string) => ports.content.edit(path, text, given.fields)
  const message = `${given.message}: ${round}, ${proposal}`
  return changeFiles(ports, message, [{ path, seen, change }], given.beside)
}

/** An empty list is not written. */
export function listField(list: EntryList, entries: readonly unknown[]): Fields {
  return { [list]: entries.length === 0 ? undefined : entries }
}

/** A file may have a single entry without a list around it. */
function entriesOf(field: unknown): readonly unknown[] {
  if (field === undefined || field === null) return []
  return Array.isArray(field) ? field : [field]
}

function pathOf({ round, proposal }: Pick<EntryPlace, 'round' | 'proposal'>): string {
  return `rounds/${round}/proposals/${proposal}.md`
}
