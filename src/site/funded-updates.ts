/**
 * What came of a result: the updates of the projects that it funds, in the order of the result.
 *
 * Pure. Invariant: a project that the published result does not fund is not among them.
 * Decided in docs/decisions/0018.
 */
import type { Language } from '../domain/council.ts'
import type { ProposalId } from '../domain/id.ts'
import type { RoundPage } from './load.ts'
import { textLanguage, type Reader } from './reader.ts'
import { updateNotes, type Note } from './record-view.ts'
import { isFunded } from './result-context.ts'

export type ProjectUpdates = {
  readonly id: ProposalId
  readonly title: string
  readonly lang: Language | undefined
  /** The newest first; at least one. */
  readonly notes: readonly Note[]
}

/** The funded projects of which something has been told. */
export function fundedUpdates(page: RoundPage, reader: Reader): readonly ProjectUpdates[] {
  const lines = (page.result?.pools ?? []).flatMap(({ allocation }) => allocation.lines)
  return lines.filter(isFunded).flatMap((line) => {
    const proposal = page.proposals.find(({ id }) => id === line.proposal)
    const notes = proposal ? updateNotes(proposal, reader) : []
    if (proposal === undefined || notes.length === 0) return []
    const { id, title, language } = proposal
    return { id, title, lang: textLanguage(reader, language), notes }
  })
}
