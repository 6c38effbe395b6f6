/**
 * Shows the rounds of the council, with what of each may still be changed.
 *
 * Talks to content, the publisher and the ballot box. Invariant: as src/domain/round-freeze.ts. Decided in docs/decisions/0028.
 */
import { periodsOf } from '../../domain/phase.ts'
import { ok } from '../../domain/result.ts'
import { frozenFields } from '../../domain/round-freeze.ts'
import { roundState } from '../round-state.ts'
import type { SignedUseCase } from './use-case.ts'

/** Newest first, as in all rooms. */
export const showRounds: SignedUseCase<'show-rounds'> = async (ports) => {
  const { timeZone } = await ports.content.council()
  const ids = await ports.content.roundIds()
  const rounds = await Promise.all(
    ids.map(async (id) => {
      const [content, state] = await Promise.all([ports.content.round(id), roundState(ports, id)])
      const starts = periodsOf(content?.round.phases ?? [], timeZone).map((each) => each.startsAt)
      return {
        ...{ id, title: content?.round.title ?? id, state },
        isFrozen: frozenFields(state).length > 0,
        startsAt: Math.max(...starts),
      }
    }),
  )
  return ok({ answer: { rounds: rounds.toSorted((a, b) => b.startsAt - a.startsAt) } })
}
