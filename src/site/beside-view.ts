/**
 * Side by side: what another rule would have done with the same ballots, as a page shows it.
 *
 * Pure. Invariant: every number comes from the published snapshot; undefined where none is published.
 * Decided in docs/decisions/0006.
 */
import type { Language } from '../domain/council.ts'
import type { ProposalId } from '../domain/id.ts'
import { textLanguage } from './reader.ts'
import { titleOf, type ResultContext } from './result-context.ts'
import { ruleText, ruleTitle } from './rule-text.ts'

export type Named = {
  readonly id: ProposalId
  readonly title: string
  readonly lang: Language | undefined
}

export type BesideView = {
  readonly sentences: readonly string[]
  /** How the other rule works. */
  readonly how: string
  /** Undefined where both fund the same. */
  readonly columns:
    readonly { readonly title: string; readonly proposals: readonly Named[] }[] | undefined
}

/** The comparison of one ballot box. */
export function besideView(context: ResultContext): BesideView | undefined {
  const { page, pool, reader } = context
  const { words, format } = reader
  const { sideBySide } = pool
  if (sideBySide === undefined) return undefined
  const { rule, cost, onlyHere, onlyThere, served, prefer } = sideBySide
  const name = ruleTitle(rule, reader)
  const { how } = ruleText(rule, page, reader)
  const same = onlyHere.length === 0 && onlyThere.length === 0
  if (same) return { sentences: [words.beside.same(name)], how, columns: undefined }
  const [here, there, all] = [served.here, served.there, pool.ballots.recorded].map(format.number)
  const [more, less] = [prefer.here, prefer.there].map(format.number)
  return {
    sentences: [
      words.beside.differs(name, format.money(cost)),
      words.beside.served(here ?? '', there ?? '', all ?? ''),
      words.beside.prefer(more ?? '', less ?? ''),
    ],
    how,
    columns: [
      { title: words.beside.onlyHere, proposals: named(onlyHere, context) },
      { title: words.beside.onlyThere(name), proposals: named(onlyThere, context) },
    ],
  }
}

function named(ids: readonly ProposalId[], context: ResultContext): readonly Named[] {
  const { page, reader } = context
  return ids.map((id) => ({
    id,
    title: titleOf(context, id),
    lang: textLanguage(reader, page.proposals.find((proposal) => proposal.id === id)?.language),
  }))
}
