/**
 * The rooms of the desk, as its navigation lists them. A new room joins by one line.
 *
 * Pure. Invariant: what stands here is only what is shown; the rights are in src/domain/desk-action.ts.
 * Decided in docs/decisions/0022.
 */
import type { DeskRole } from '../domain/desk-person.ts'
import type { Reader } from './reader.ts'

/** `path` is what stands behind /desk/; a clerk sees also what a teller sees. */
export const DESK_ROOMS = [
  { id: 'today', path: '', needs: 'clerk' },
  { id: 'rounds', path: 'rounds', needs: 'clerk' },
  { id: 'submissions', path: 'submissions', needs: 'clerk' },
  { id: 'codes', path: 'codes', needs: 'clerk' },
  { id: 'voting', path: 'voting', needs: 'teller' },
  { id: 'paper', path: 'paper', needs: 'teller' },
  { id: 'count', path: 'count', needs: 'clerk' },
  { id: 'delivery', path: 'delivery', needs: 'clerk' },
  { id: 'texts', path: 'texts', needs: 'clerk' },
  { id: 'people', path: 'people', needs: 'clerk' },
  { id: 'log', path: 'log', needs: 'clerk' },
  { id: 'me', path: 'me', needs: 'teller' },
] as const satisfies readonly { id: string; path: string; needs: DeskRole }[]

export type DeskRoomId = (typeof DESK_ROOMS)[number]['id']

/** The sentences of a room for entries (components/DeskEntries.astro), with those of its own. */
export function entrySentences(
  { words }: Reader,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { entries } = words.desk
  return { ...entries, ...own, faults: words.ballot.errorHeading(1) }
}
