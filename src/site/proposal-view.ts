/**
 * Proposals as pages show them: in the reader's language and money.
 *
 * Pure. Invariant: what a page shows passed the content's checks. Decided in docs/decisions/0004.
 */
import type { Language } from '../domain/council.ts'
import { WHOLE, type Pool, type ProposalId, type RoundId } from '../domain/id.ts'
import type { Proposal } from '../domain/proposal.ts'
import { poolBudget, poolsOf, type Round } from '../domain/round.ts'
import { isTurned, pictureOf, type Picture } from './drawing.ts'
import type { RoundPage } from './load.ts'
import { textLanguage, type Reader } from './reader.ts'

/** A file in the round's folder pictures/. */
export type Photo = { readonly round: RoundId; readonly file: string; readonly alt: string }

export type ProposalView = {
  readonly id: ProposalId
  readonly title: string
  readonly summary: string
  readonly lang: Language | undefined
  readonly cost: string
  readonly amount: number
  /** The money that it competes for, in hundredths. */
  readonly budget: number
  readonly theme: string | undefined
  readonly area: string | undefined
  readonly picture: Picture
  readonly turned: boolean
  /** Its own picture, where it has one. */
  readonly photo: Photo | undefined
  readonly standing: Proposal['standing']
  readonly reason: string | undefined
}

/** All proposals of a round for one reader, by title. */
export function proposalViews(
  { round, proposals }: RoundPage,
  reader: Reader,
): readonly ProposalView[] {
  const compare = new Intl.Collator(reader.language).compare
  return proposals
    .map((proposal) => proposalView(proposal, round, reader))
    .toSorted((a, b) => compare(a.title, b.title))
}

/** One proposal for one reader. */
export function proposalView(proposal: Proposal, round: Round, reader: Reader): ProposalView {
  const { id, title, summary, cost, standing, reason } = proposal
  return {
    ...{ id, title, summary, standing, reason },
    lang: textLanguage(reader, proposal.language),
    cost: reader.format.money(cost),
    amount: cost,
    budget: poolBudget(round, poolOf(proposal, round)),
    theme: round.themes.find((theme) => theme.id === proposal.theme)?.name,
    area: round.areas.find((area) => area.id === proposal.area)?.name,
    picture: pictureOf(proposal.theme),
    turned: isTurned(id),
    photo: proposal.picture && { round: round.id, ...proposal.picture },
  }
}

/** The ballot box that a proposal belongs to. */
export function poolOf({ area }: Proposal, round: Round): Pool {
  return poolsOf(round).find((pool) => pool === area) ?? WHOLE
}
