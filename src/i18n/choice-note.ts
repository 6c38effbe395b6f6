/**
 * Choice notes: what a chosen proposal got on a ballot, in words: its number, points, for or against.
 *
 * Pure. Invariant: the same on the page that a function fills and in the browser.
 * Decided in docs/decisions/0011.
 */
import type { ballot } from './en/ballot.ts'

type Choice = string | { readonly points: number } | { readonly stance: 'for' | 'against' }

type Words = Pick<typeof ballot, 'place' | 'points' | 'for' | 'against'>

/** The note of the choice at a place (from 0); empty for a cross. */
export function choiceNote(
  choice: Choice,
  { place, type, words }: { readonly place: number; readonly type: string; readonly words: Words },
): string {
  if (typeof choice === 'string') return type === 'ranking' ? words.place(place + 1) : ''
  if ('points' in choice) return words.points(choice.points)
  return words[choice.stance]
}
