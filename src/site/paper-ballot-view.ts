/**
 * The ballot on paper in one language: how to fill it in, and its numbered proposals.
 *
 * Pure. Invariant: the numbers are those of the ballot paper, by which tellers type. Decided in docs/decisions/0026.
 */
import { ballotPaper } from '../domain/ballot.ts'
import type { Language } from '../domain/council.ts'
import type { Pool } from '../domain/id.ts'
import { tellProposal } from '../domain/proposal.ts'
import { writingOf, type Writing } from '../domain/typed-sheet.ts'
import { ballotSentence } from './ballot-view.ts'
import { limitsOf } from './ballot-limits.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'

export type PaperBallotView = {
  readonly language: Language
  readonly words: Reader['words']['paperBallot']
  readonly title: string
  readonly area: string | undefined
  readonly budget: string
  readonly writing: Writing
  /** What a ballot may hold, and how it is written down. */
  readonly how: string
  readonly lines: readonly { readonly title: string; readonly cost: string }[]
}

/** The ballot of one box in the reader's language. */
export function paperBallotView(page: RoundPage, pool: Pool, reader: Reader): PaperBallotView {
  const { round, proposals } = page
  const { format, language } = reader
  const words = reader.words.paperBallot
  const paper = ballotPaper(round, proposals, pool)
  const writing = writingOf(paper.form)
  const titleOf = (id: string, title: string) => {
    const proposal = proposals.find((each) => each.id === id)
    return proposal === undefined ? title : tellProposal(proposal, language).title
  }
  const sentences = [
    ballotSentence(round, reader, pool),
    ...limitsOf(paper.form, reader),
    words.how[writing],
  ]
  return {
    ...{ language, words, writing, title: round.title },
    area: round.areas.find(({ id }) => id === pool)?.name,
    budget: words.budget(format.money(paper.budget)),
    how: sentences.filter((text) => text !== undefined).join(' '),
    lines: paper.proposals.map(({ id, title, cost }) => ({
      title: titleOf(id, title),
      cost: format.money(cost),
    })),
  }
}
