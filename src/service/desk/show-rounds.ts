/**
 * Shows the rounds of the council, with what of each may still be changed, and those that wait for the next build.
 *
 * Talks to content, the publisher, the ballot box and the desk's log. Invariant: as src/domain/round-freeze.ts; a
 * round that was started at the desk is listed from its commit on. Decided in docs/decisions/0028.
 */
import { LOG_HEAD } from '../../domain/desk-log.ts'
import { parseRoundId, type RoundId } from '../../domain/id.ts'
import { periodsOf } from '../../domain/phase.ts'
import { ok } from '../../domain/result.ts'
import { frozenFields } from '../../domain/round-freeze.ts'
import { openFile } from '../change-files.ts'
import type { Ports } from '../ports.ts'
import { roundState } from '../round-state.ts'
import { listRecords } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** Newest first, as in all rooms; before them those that no room has yet. */
export const showRounds: SignedUseCase<'show-rounds'> = async (ports) => {
  const { timeZone } = await ports.content.council()
  const ids = await ports.content.roundIds()
  const rounds = await Promise.all(
    ids.map(async (id) => {
      const [content, state] = await Promise.all([ports.content.round(id), roundState(ports, id)])
      const starts = periodsOf(content?.round.phases ?? [], timeZone).map((each) => each.startsAt)
      return {
        ...{ id, title: content?.round.title ?? id, state, isBuilt: true },
        isFrozen: frozenFields(state).length > 0,
        startsAt: Math.max(...starts),
      }
    }),
  )
  const sorted = rounds.toSorted((a, b) => b.startsAt - a.startsAt)
  return ok({ answer: { rounds: [...(await unbuiltRounds(ports, ids)), ...sorted] } })
}

/** The content of a deploy knows nothing of what was committed after it; the desk's logs name it. */
async function unbuiltRounds(ports: Ports, built: readonly RoundId[]) {
  const logs = await listRecords(ports, LOG_HEAD)
  const named = logs.flatMap(({ id }) => parseRoundId(id) ?? [])
  const rounds = named.filter((id) => !built.includes(id)).map((id) => unbuiltRound(ports, id))
  return (await Promise.all(rounds)).flat()
}

/** Nothing where no round was published by this id, or it was taken out again. */
async function unbuiltRound(ports: Ports, id: RoundId) {
  const file = await openFile(ports, `rounds/${id}/round.md`)
  if (file === undefined) return []
  const { title } = ports.content.fields(file.path, file.text).fields
  return [{ id, title: String(title ?? id), state: 'draft', isBuilt: false, isFrozen: false }]
}
