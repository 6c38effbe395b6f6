/**
 * Enters the order that was drawn by lot, in round.md, or takes it out again before voting opens.
 *
 * Talks to content, the ballot box and the publisher. Invariant: an order names each proposal on the ballot once,
 * and none is changed once voting was opened. Decided in docs/decisions/0006 and 0022.
 */
import { refuseClerk, type ClerkRefusal } from '../../domain/clerk-refusal.ts'
import type { DeskInputs } from '../../domain/desk-action.ts'
import { ok, type Result } from '../../domain/result.ts'
import { changeFiles } from '../change-files.ts'
import { findNewest } from '../find-newest.ts'
import type { Ports } from '../ports.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the commit; after the deploy that follows it, voting can be opened. */
export const enterLot: SignedUseCase<'enter-lot'> = (ports, input) =>
  takeStep(ports, input, async () => {
    const allowed = await checkLot(ports, input)
    if (!allowed.ok) return allowed
    const { round, seen, lot } = input
    const path = `rounds/${round}/round.md`
    const message = lot === null ? `Lot taken out: ${round}` : `Lot drawn: ${round}`
    const change = (text: string) => ports.content.edit(path, text, { lot: lot ?? undefined })
    return changeFiles(ports, message, [{ path, seen, change }])
  })

async function checkLot(
  ports: Ports,
  { round, lot }: DeskInputs['enter-lot'],
): Promise<Result<object, ClerkRefusal>> {
  const state = (await ports.box.meta(round))?.state ?? 'draft'
  if (state !== 'draft') return refuseClerk('state-wrong', { state })
  if (lot === null) return ok({})
  const content = await ports.content.round(round)
  if (content === undefined) return refuseClerk('round-unknown', { round })
  const newest = await findNewest(ports, content)
  if (!newest.ok) return newest
  const { proposals } = newest.value
  const onBallot = proposals.filter(({ standing }) => standing === 'ballot').map(({ id }) => id)
  const drawn = new Set(lot.order)
  const isWhole = drawn.size === lot.order.length && drawn.size === onBallot.length
  return isWhole && onBallot.every((id) => drawn.has(id)) ? ok({}) : refuseClerk('lot-incomplete')
}
