/**
 * The list of proposals: which of them a reader asked for, and in which order.
 *
 * Pure. Invariant: what is equal by the order that was asked for stands in the shuffled order, so that no
 * proposal is favoured by its name. Decided in docs/decisions/0035.
 */
import { HUNDREDTHS } from '../domain/hundredths.ts'
import { shuffled } from '../domain/shuffle.ts'
import type { Entry } from './list-entries.ts'
import type { ListState } from './list-state.ts'

export type ListFacts = {
  /** The seed of the order that the page was built with. */
  readonly builtSeed: string
  readonly language: string
  /** Whether a proposal is on the reader's own ballot, or still fits on it. */
  readonly fits: (entry: Entry) => boolean
}

/** Letters that no mark over a plain letter makes. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
}

/** Text without capitals and marks, as people type who are in a hurry: `Øster Ålekiste` as `oster alekiste`. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßłđ]/g, (letter) => LETTERS[letter] ?? letter)
}

/** The proposals that were asked for, in order. */
export function chosenOf(
  entries: readonly Entry[],
  state: ListState,
  facts: ListFacts,
): readonly Entry[] {
  const words = fold(state.text).split(/\s+/).filter(Boolean)
  const wanted = entries.filter(
    (entry) =>
      (state.theme === '' || entry.theme?.id === state.theme) &&
      (state.area === '' || entry.area?.id === state.area) &&
      isInRange(entry, state.cost, facts) &&
      words.every((word) => textOf(entry).includes(word)),
  )
  return inOrder(wanted, state, facts)
}

const texts = new WeakMap<Entry, string>()

/** Every word that a search looks at, folded once. */
function textOf(entry: Entry): string {
  const { title, summary, theme, area } = entry
  const text = texts.get(entry) ?? fold([title, summary, theme?.name, area?.name].join(' '))
  texts.set(entry, text)
  return text
}

function isInRange(entry: Entry, cost: string, { fits }: ListFacts): boolean {
  if (cost === 'left') return fits(entry)
  const [, least, most] = /^(\d{0,9})-(\d{0,9})$/.exec(cost) ?? []
  const isLeast = !least || entry.cost >= Number(least) * HUNDREDTHS
  return isLeast && (!most || entry.cost <= Number(most) * HUNDREDTHS)
}

function inOrder(
  entries: readonly Entry[],
  { order, seed }: ListState,
  { builtSeed, language }: ListFacts,
): readonly Entry[] {
  const mixed = shuffled(entries, seed || builtSeed)
  switch (order) {
    case 'lot':
      return mixed
    case 'cheap':
      return mixed.toSorted((a, b) => a.cost - b.cost)
    case 'dear':
      return mixed.toSorted((a, b) => b.cost - a.cost)
    case 'title': {
      const { compare } = new Intl.Collator(language, { numeric: true })
      return mixed.toSorted((a, b) => compare(a.title, b.title))
    }
  }
}
