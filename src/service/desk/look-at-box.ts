/**
 * Looks at the box in the file of a hall, before it is taken in: what a clerk holds against the note of the hall's people.
 *
 * Talks to content, the store, the board and keys. Invariant: changes nothing, and tells nothing of what was chosen.
 * Decided in docs/decisions/0032.
 */
import { readCounts } from '../../domain/hall-file.ts'
import { parseOpeningRecord } from '../../domain/opening-record.ts'
import { ok } from '../../domain/result.ts'
import { poolsOf } from '../../domain/round.ts'
import { hallNumbers } from '../../domain/turnout.ts'
import { lookAtHall } from '../settle-hall.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the facts of the box, by area; the box of everyone has no name. */
export const lookAtBox: SignedUseCase<'look-at-box'> = async (ports, { round: id, file: text }) => {
  const looked = await lookAtHall(ports, id, text)
  if (!looked.ok) return looked
  const { file, content } = looked.value
  const { round } = content
  const name = round.halls.find((hall) => hall.id === file.hall)?.name ?? file.hall
  const areas = poolsOf(round).map((pool) => {
    const area = round.areas.find((each) => each.id === pool)?.name
    return { ...hallNumbers(pool, readCounts(file)), ...(area !== undefined && { area }) }
  })
  const { opensAt } = parseOpeningRecord(file.board[0] ?? '')
  const { head, sealedAt } = file
  const ballots = file.ballots.length
  return ok({ answer: { name, ballots, areas, head, opensAt: Date.parse(opensAt), sealedAt } })
}
