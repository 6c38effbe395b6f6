/**
 * What an attack on the site's Markdown is: a class with a name, and texts that a resident could send.
 *
 * Pure. Invariant: every text tries to run RUN, to fetch from ELSEWHERE, or to leave its own part of the page.
 */

export type AttackClass = { readonly name: string; readonly texts: readonly string[] }

/**
 * The script of every attack: a function that the page of the trial has. Without quotes and an equals sign, so
 * that Markdown takes a tag for a tag where the value of its attribute stands bare.
 */
export const RUN = 'hit()'

/** A host that no page of ours ever asks; the tests' browser resolves no such name. */
export const ELSEWHERE = 'elsewhere.example'

/** Every text in every frame: `frame` says how one stands in the other. */
export function each(
  list: readonly string[],
  ...frames: readonly ((text: string) => string)[]
): readonly string[] {
  return frames.flatMap((frame) => list.map(frame))
}
