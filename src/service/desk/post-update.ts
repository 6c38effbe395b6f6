/**
 * Posts an update of a project, in the proposal's own file, in one commit.
 *
 * Talks to content, the ballot box and the publisher. Invariant: what was told before stays, and a file that has
 * changed since it was seen is not written over. Decided in docs/decisions/0018.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { printMoney } from '../../domain/money.ts'
import { parseUpdate, type Update } from '../../domain/proposal-record.ts'
import { ok } from '../../domain/result.ts'
import { printDay } from '../../domain/time.ts'
import { changeFiles } from '../change-files.ts'
import { findDelivered } from '../find-delivered.ts'
import type { Ports } from '../ports.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the commit; the deploy that follows it shows the update. */
export const postUpdate: SignedUseCase<'post-update'> = async (ports, input) => {
  const { round, proposal, seen } = input
  const delivered = await findDelivered(ports, round)
  if (!delivered.ok) return delivered
  if (!delivered.value.some(({ id }) => id === proposal)) return refuseClerk('not-delivered')
  const { timeZone } = await ports.content.council()
  const read = parseUpdate(input.update)
  const today = printDay(ports.clock.now(), timeZone)
  if (read === undefined || read.date > today) return refuseClerk('update-invalid')
  const path = `rounds/${round}/proposals/${proposal}.md`
  const change = (text: string) => addUpdate(ports, { path, text }, read)
  return ok({
    log: { round, facts: { proposal } },
    effect: () => changeFiles(ports, `Update: ${round}, ${proposal}`, [{ path, seen, change }]),
  })
}

function addUpdate(
  { content }: Ports,
  { path, text }: { readonly path: string; readonly text: string },
  { date, text: told, spent, done }: Update,
): string {
  const { updates } = content.fields(path, text).fields
  const update = {
    ...{ date, text: told },
    ...(spent !== undefined && { spent: Number(printMoney(spent)) }),
    ...(done === true && { done }),
  }
  return content.edit(path, text, { updates: [...(Array.isArray(updates) ? updates : []), update] })
}
