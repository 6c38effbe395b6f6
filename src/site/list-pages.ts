/**
 * List pages: the proposals of a round as plain pages of no more than sixty.
 *
 * Pure. Invariant: each proposal stands on one page of its list; the order is a shuffle by round and
 * proposal, the same at every build. Decided in docs/decisions/0035.
 */
import type { ThemeId } from '../domain/id.ts'
import type { Proposal } from '../domain/proposal.ts'
import { shuffled } from '../domain/shuffle.ts'
import type { Theme } from '../domain/round.ts'
import type { RoundPage } from './load.ts'

/** No page holds more. */
export const PAGE_LENGTH = 60

/** So few are seen at one glance, and need no search. */
const FEW = 6

/** `all` is on the ballot, `theme` the part of it with one theme, `off` what cannot be voted on. */
export type ListKind = 'all' | 'theme' | 'off'

export type ListPage = {
  readonly kind: ListKind
  readonly theme: Theme | undefined
  /** From 1. */
  readonly number: number
  readonly pages: number
  readonly proposals: readonly Proposal[]
}

/** Every page of every list of a round; the first list has a page even where it is empty. */
export function listPages(page: RoundPage): readonly ListPage[] {
  const { on, off } = standings(page)
  const themes = usedThemes(page)
  return [
    ...split(on, { kind: 'all', theme: undefined }),
    ...themes.flatMap((theme) =>
      split(
        on.filter((each) => each.theme === theme.id),
        { kind: 'theme', theme },
      ),
    ),
    ...(hasOffPages(page) ? split(off, { kind: 'off', theme: undefined }) : []),
  ]
}

type Standings = { readonly on: readonly Proposal[]; readonly off: readonly Proposal[] }

/** Shuffled once a round, whatever the language: every page of a long list asks for it. */
const known = new WeakMap<readonly Proposal[], Standings>()

/** The proposals on the ballot and the others, each shuffled. */
export function standings(page: RoundPage): Standings {
  const found = known.get(page.proposals)
  if (found) return found
  const mixed = shuffled(page.proposals, page.round.id)
  const made = {
    on: mixed.filter(({ standing }) => standing === 'ballot'),
    off: mixed.filter(({ standing }) => standing !== 'ballot'),
  }
  known.set(page.proposals, made)
  return made
}

/** Whether the list has a search and its other controls. */
export function hasControls(page: RoundPage): boolean {
  return standings(page).on.length > FEW
}

/** Whether the proposals that cannot be voted on are too many to stand below the others. */
export function hasOffPages(page: RoundPage): boolean {
  return page.proposals.length > PAGE_LENGTH && standings(page).off.length > 0
}

/** The themes that have a page of their own. */
export function usedThemes(page: RoundPage): readonly Theme[] {
  if (!hasControls(page)) return []
  const used = new Set(standings(page).on.map(({ theme }) => theme))
  return used.size > 1 ? page.round.themes.filter(({ id }) => used.has(id)) : []
}

/** The address of a list page below that of the list: `theme/green/page/2/`. */
export function listPath(list: {
  readonly kind: ListKind
  readonly theme?: { readonly id: ThemeId } | undefined
  readonly number: number
}): string {
  const theme = list.kind === 'theme' ? `theme/${list.theme?.id ?? ''}/` : ''
  const off = list.kind === 'off' ? 'standing/off/' : ''
  // Never `2/` alone: that is the address of a proposal with the id 2.
  return theme + off + (list.number > 1 ? `page/${list.number}/` : '')
}

function split(
  proposals: readonly Proposal[],
  list: Pick<ListPage, 'kind' | 'theme'>,
): readonly ListPage[] {
  const pages = Math.max(1, Math.ceil(proposals.length / PAGE_LENGTH))
  return Array.from({ length: pages }, (_, at) => ({
    ...list,
    ...{ number: at + 1, pages },
    proposals: proposals.slice(at * PAGE_LENGTH, (at + 1) * PAGE_LENGTH),
  }))
}
