/**
 * Shows the count of a round: whether its numbers agree, and what the boxes decided, in sums.
 *
 * Talks to content, the store, the board, keys and the publisher. Invariant: nothing is counted before the
 * boxes are sealed, or while two numbers differ. Decided in docs/decisions/0013 and 0022.
 */
import type { BoxState } from '../../domain/box-state.ts'
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { countTable } from '../../domain/count-table.ts'
import type { AtDesk } from '../../domain/desk-refusal.ts'
import { periodsOf } from '../../domain/phase.ts'
import { failedRows } from '../../domain/reconciliation.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Round } from '../../domain/round.ts'
import { countRound } from '../count-round.ts'
import { findHome } from '../find-home.ts'
import { hallFates } from '../hall-fates.ts'
import { latestSnapshot } from '../latest-snapshot.ts'
import type { BoxMeta, Ports, RoundContent } from '../ports.ts'
import { reconcileRows } from '../reconcile-rows.ts'
import { hallsWithCodesTwice } from '../settle-hall.ts'
import type { SignedUseCase } from './use-case.ts'

/** The state alone, before the boxes are sealed and after they were cleared. */
export const showCount: SignedUseCase<'show-count'> = async (ports, { round: id }) => {
  const content = await ports.content.round(id)
  if (content === undefined) return refuseClerk('round-unknown', { round: id })
  const meta = await ports.box.meta(id)
  const { title, paper, phases } = content.round
  const periods = periodsOf(phases, (await ports.content.council()).timeZone)
  const stand = {
    ...{ title, paper, state: meta?.state ?? 'draft', closesAt: meta?.closesAt },
    home: await findHome(ports, id, { meta, periods }),
    ...(await tellHalls(ports, content.round, meta?.state)),
  }
  if (meta?.state !== 'sealed' && meta?.state !== 'published') return ok({ answer: stand })
  const counted = await tellCount(ports, content, meta)
  if (!counted.ok) return counted
  const latest = await latestSnapshot(ports, id)
  const { snapshot = 0, status, reason } = latest ?? {}
  return ok({
    answer: { ...stand, ...counted.value, published: latest && { snapshot, status, reason } },
  })
}

/** On the laptop of a hall only which it is; elsewhere what became of each, where there are any. */
async function tellHalls(ports: Ports, round: Round, state: BoxState | undefined): Promise<object> {
  const { hall: here } = ports
  if (here !== undefined)
    return { hall: round.halls.find(({ id }) => id === here.id)?.name ?? here.id }
  const known = await hallFates(ports, round)
  if (known.length === 0) return {}
  // Once it is sealed, nothing of it can be settled any more.
  const twice = state === 'closed' ? await hallsWithCodesTwice(ports, round) : []
  const halls = known.map(({ hall: { id, name }, fate }) => ({
    ...{ id, name, ...fate },
    ...(twice.includes(id) && { twice: true }),
  }))
  return { halls }
}

async function tellCount(
  ports: Ports,
  content: RoundContent,
  meta: BoxMeta,
): Promise<Result<object, AtDesk>> {
  const reconciled = await reconcileRows(ports, content, meta)
  if (!reconciled.ok) return reconciled
  const { rows } = reconciled.value
  if (failedRows(rows).length > 0) return ok({ rows, agreed: false })
  if (ports.hall !== undefined) return ok({ rows, agreed: true })
  const counts = await countRound(ports, content, meta)
  if (!counts.ok) return counts
  return ok({ rows, agreed: true, boxes: counts.value.map((pool) => countTable(pool, content)) })
}
