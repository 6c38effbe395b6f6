/**
 * The controls of the list of proposals: the themes, areas and ranges of cost that a reader can pick.
 *
 * Pure. Invariant: whatever can be picked leaves at least one proposal. Decided in docs/decisions/0035.
 */
import type { Language } from '../domain/council.ts'
import { HUNDREDTHS } from '../domain/money.ts'
import { findPeriod } from '../domain/phase.ts'
import { standings, usedThemes } from './list-pages.ts'
import type { RoundPage } from './load.ts'
import { textLanguage, type Reader } from './reader.ts'

type Option = { readonly value: string; readonly text: string }

export type ListControls = {
  /** Of the names of themes and areas. */
  readonly lang: Language | undefined
  readonly themes: readonly Option[]
  readonly areas: readonly Option[]
  readonly costs: readonly Option[]
}

const MOST_RANGES = 4

/** What can be picked; a list of less than two says nothing, and is left out. */
export function listControls(page: RoundPage, reader: Reader): ListControls {
  const { on } = standings(page)
  const used = new Set(on.map(({ area }) => area))
  const areas = page.round.areas.filter(({ id }) => used.has(id))
  const ranges = costRanges(
    on.map(({ cost }) => cost),
    reader,
  )
  return {
    lang: textLanguage(reader, page.round.language),
    themes: usedThemes(page).map(({ id, name }) => ({ value: id, text: name })),
    areas: areas.length < 2 ? [] : areas.map(({ id, name }) => ({ value: id, text: name })),
    costs: [...leftOption(page, reader), ...(ranges.length < 2 ? [] : ranges)],
  }
}

/** Up to four ranges between round amounts, without those that nothing costs. */
function costRanges(costs: readonly number[], { words: { list }, format }: Reader) {
  const step = roundStep(Math.max(HUNDREDTHS, ...costs) / MOST_RANGES)
  return Array.from({ length: MOST_RANGES }, (_, at) => ({
    least: at * step,
    most: (at + 1) * step,
  }))
    .filter(({ least, most }) => costs.some((cost) => cost >= least && cost <= most))
    .map(({ least, most }): Option => ({
      value: `${least / HUNDREDTHS}-${most / HUNDREDTHS}`,
      text:
        least === 0
          ? list.upTo(format.money(most))
          : list.between(format.money(least), format.money(most)),
    }))
}

/** The next of 1, 2, 5, 10, 20 … main units that is not smaller. */
function roundStep(least: number): number {
  const unit = 10 ** Math.floor(Math.log10(least / HUNDREDTHS)) * HUNDREDTHS
  return [1, 2, 5, 10].map((times) => times * unit).find((step) => step >= least) ?? least
}

/** What still fits is a question only where money limits the ballot, and while there is one to fill in. */
function leftOption({ round, periods, result }: RoundPage, { words }: Reader): readonly Option[] {
  const votes = round.ballot?.type === 'knapsack' && findPeriod(periods, 'voting') && !result
  return votes ? [{ value: 'left', text: words.list.left }] : []
}
