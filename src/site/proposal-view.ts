/**
 * Proposals as pages show them: in the reader's language and money.
 *
 * Pure. Invariant: what a page shows passed the content's checks. Decided in docs/decisions/0004.
 */
import type { Language } from '../domain/council.ts'
import { WHOLE, type Pool, type ProposalId, type RoundId } from '../domain/id.ts'
import { tellProposal, type Proposal } from '../domain/proposal.ts'
import { poolBudget, poolsOf, type Round } from '../domain/round.ts'
import { isTurned, pictureOf, type Picture } from './drawing.ts'
import type { RoundPage } from './load.ts'
import { originalOf, textLanguage, type Original, type Reader } from './reader.ts'

/** A file in the round's folder pictures/. */
export type Photo = { readonly round: RoundId; readonly file: string; readonly alt: string }

export type ProposalView = {
  readonly id: ProposalId
  readonly title: string
  readonly summary: string
  /** The description in Markdown. */
  readonly body: string
  readonly proposer: string | undefined
  readonly beneficiaries: readonly string[]
  readonly lang: Language | undefined
  /** Where this is a translation: the title that is voted on, and its language. */
  readonly original: Original | undefined
  readonly cost: string
  readonly amount: number
  /** The money that it competes for, in hundredths. */
  readonly budget: number
  readonly theme: string | undefined
  readonly area: string | undefined
  /** Of the theme and the area. */
  readonly placeLang: Language | undefined
  readonly picture: Picture
  readonly turned: boolean
  /** Its own picture, where it has one. */
  readonly photo: Photo | undefined
  readonly standing: Proposal['standing']
  readonly reason: string | undefined
}

/** All proposals of a round for one reader, by the title that is voted on. */
export function proposalViews(
  { round, proposals }: RoundPage,
  reader: Reader,
): readonly ProposalView[] {
  const compare = new Intl.Collator(reader.language).compare
  return proposals
    .toSorted((a, b) => compare(a.title, b.title))
    .map((proposal) => proposalView(proposal, round, reader))
}

/** One proposal for one reader: in the reader's language where it has been translated. */
export function proposalView(proposal: Proposal, round: Round, reader: Reader): ProposalView {
  const told = tellProposal(proposal, reader.language)
  const { id, title, summary, body, cost, standing, reason, beneficiaries } = told
  return {
    ...{ id, title, summary, body, standing, reason, beneficiaries },
    proposer: told.proposer?.name,
    lang: textLanguage(reader, told.language),
    original: originalOf(told, reader, proposal.language),
    cost: reader.format.money(cost),
    amount: cost,
    budget: poolBudget(round, poolOf(proposal, round)),
    theme: round.themes.find((theme) => theme.id === proposal.theme)?.name,
    area: round.areas.find((area) => area.id === proposal.area)?.name,
    placeLang: textLanguage(reader, round.language),
    picture: pictureOf(proposal.theme),
    turned: isTurned(id),
    photo: told.picture && { round: round.id, ...told.picture },
  }
}

/** The ballot box that a proposal belongs to. */
export function poolOf({ area }: Proposal, round: Round): Pool {
  return poolsOf(round).find((pool) => pool === area) ?? WHOLE
}
