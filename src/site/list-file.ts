/**
 * The list file of a round, from its content.
 *
 * Pure. Invariant: it holds exactly the proposals that are on the ballot, in the order of the plain pages.
 * Decided in docs/decisions/0035.
 */
import { tellProposal } from '../domain/proposal.ts'
import type { ListFile, ListRow } from '../domain/list-file.ts'
import { isTurned, pictureOf } from './drawing.ts'
import { standings } from './list-pages.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'
import { isFunded } from './result-context.ts'

/** Makes it for one reader. */
export function listFile(page: RoundPage, { council, language }: Reader): ListFile {
  const { themes, areas } = page.round
  const funded = new Map(
    page.result?.pools.flatMap(({ allocation }) =>
      allocation.lines.map((line) => [line.proposal, isFunded(line) ? 1 : 0] as const),
    ),
  )
  return {
    themes: themes.map(({ id, name }) => ({ id, name, picture: pictureOf(id) })),
    areas: areas.map(({ id, name }) => ({ id, name })),
    proposals: standings(page)
      .on.map((proposal) => tellProposal(proposal, language))
      .map((each): ListRow => [
        ...([each.id, each.title, each.summary, each.cost] as const),
        themes.findIndex(({ id }) => id === each.theme),
        areas.findIndex(({ id }) => id === each.area),
        each.language ?? council.languages[0] ?? '',
        isTurned(each.id) ? 1 : 0,
        funded.get(each.id) ?? -1,
      ]),
  }
}
