/**
 * Static paths: every page in every language of the council.
 *
 * Pure. Invariant: a page exists in all languages or in none. Decided in docs/decisions/0004.
 */
import type { Language } from '../domain/council.ts'
import { WHOLE, type Pool } from '../domain/id.ts'
import type { Proposal } from '../domain/proposal.ts'
import { poolsOf, type Round } from '../domain/round.ts'
import { listPages, listPath } from './list-pages.ts'
import type { RoundPage, Site } from './load.ts'
import { hasPoster } from './poster-view.ts'
import { makeReader, type Reader } from './reader.ts'
import { tellSite } from './told-site.ts'

export type PageProps = { readonly site: Site; readonly reader: Reader }
export type RoundProps = PageProps & { readonly page: RoundPage }

/** One page in each language. */
export function languagePaths(site: Site) {
  return site.council.languages.map((lang: Language) => ({
    params: { lang },
    props: {
      site: tellSite(site, lang),
      reader: makeReader(site.council, lang),
    } satisfies PageProps,
  }))
}

/** One page for each round in each language. */
export function roundPaths(site: Site) {
  return languagePaths(site).flatMap(({ params, props }) =>
    props.site.rounds.map((page) => ({
      params: { ...params, round: page.round.id },
      props: { ...props, page } satisfies RoundProps,
    })),
  )
}

/** One page for each round that has a vote, in each language. */
export function votePaths(site: Site) {
  return roundPaths(site).filter(({ props }) => props.page.round.ballot !== undefined)
}

/** One page for each proposal of each round in each language. */
export function proposalPaths(site: Site) {
  return roundPaths(site).flatMap(({ params, props }) =>
    props.page.proposals.map((proposal: Proposal) => ({
      params: { ...params, id: proposal.id },
      props: { ...props, proposal },
    })),
  )
}

/** One page for each proposal that a poster can invite to vote on, in each language. */
export function posterPaths(site: Site) {
  return proposalPaths(site).filter(({ props }) => hasPoster(props.page, props.proposal))
}

/** One page for every sixty proposals of each list of each round in each language. */
export function proposalListPaths(site: Site) {
  return roundPaths(site).flatMap(({ params, props }) =>
    listPages(props.page).map((list) => ({
      params: { ...params, list: listPath(list).replace(/\/$/, '') || undefined },
      props: { ...props, list },
    })),
  )
}

/** One page for each ballot box, and where areas have their own one more, to choose the area. */
export function poolPaths(site: Site) {
  return roundPaths(site).flatMap(({ params, props }) =>
    ballotPages(props.page.round).map((pool) => ({
      params: { ...params, area: pool === WHOLE ? undefined : pool },
      props: { ...props, pool },
    })),
  )
}

/** One page for each guide in each language. */
export function guidePaths(site: Site) {
  return languagePaths(site).flatMap(({ params, props }) =>
    props.site.guides.map((guide) => ({
      params: { ...params, id: guide.id },
      props: { ...props, guide },
    })),
  )
}

function ballotPages(round: Round): readonly Pool[] {
  if (round.ballot === undefined) return []
  const pools = poolsOf(round)
  return pools[0] === WHOLE ? pools : [WHOLE, ...pools]
}
