/**
 * What must hold in every state of the model, and after every step.
 *
 * Pure. Invariant: each promise is checked by itself, and a broken one is told in words.
 */
import { retryOf } from './model-cast.ts'
import { printBox, type Scene, type State } from './model-world.ts'

/** Undefined where all promises are kept. As they hold in every state they hold for ever. */
export function brokenIn({ attempts }: Scene, state: State): string | undefined {
  const isBoxed = (number: number) => state.box.includes(String(number))
  for (const [number, told] of state.told.entries()) {
    if (told === 'both') return `of ballot ${number} a voter was told recorded, and not recorded`
    if (told === 'recorded' && !isBoxed(number))
      return `ballot ${number} is not in the box, though its voter was told recorded`
    if (told === 'no' && isBoxed(number))
      return `ballot ${number} is in the box, though its voter was told not recorded`
  }
  for (const token of [0, 1]) {
    const boxed = attempts.filter((each, number) => each.token === token && isBoxed(number))
    if (boxed.length > 1) return `token ${token} has ${boxed.length} ballots in the box`
    const used = boxed.map((each) => `used ${retryOf(each)}`).join()
    const mark = state.marks[token] ?? ''
    if (mark.startsWith('used') ? mark !== used : used !== '')
      return `token ${token} is ${mark}, and in the box it is "${used}"`
  }
  if (state.round === 'published' && state.published !== printBox(state))
    return `published is ${state.published}, and in the box is ${printBox(state)}`
  return undefined
}

/** A step that may not be: once closed, the box never changes. */
export function brokenBy(before: State, after: State): string | undefined {
  const wasClosed = before.round === 'closed' || before.round === 'published'
  return wasClosed && printBox(before) !== printBox(after)
    ? 'the box changed after the close'
    : undefined
}

/** Where everything can end well: published, nothing under way, and every voter knows. */
export function isEnd({ round, underWay, told }: State): boolean {
  return round === 'published' && underWay.length === 0 && !told.includes('nothing')
}
