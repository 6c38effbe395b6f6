/**
 * Shows what other rules would have made of the ballots of a sealed round.
 *
 * Talks to content, the store, the board and keys. Invariant: nothing before the boxes are sealed and their
 * numbers agree, and nothing of a box below the publication floor. Decided in docs/decisions/0016 and 0022.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { ruleName } from '../../domain/rule-name.ts'
import { whatIf } from '../../domain/what-if.ts'
import { countRound } from '../count-round.ts'
import { reconcileRound } from '../reconcile-round.ts'
import type { SignedUseCase } from './use-case.ts'

/** For each box the outcomes beside its own; none of a box that holds too few ballots. */
export const showOtherRules: SignedUseCase<'show-other-rules'> = async (ports, { round: id }) => {
  const content = await ports.content.round(id)
  if (content === undefined) return refuseClerk('round-unknown', { round: id })
  const meta = await ports.box.meta(id)
  if (meta === undefined) return refuseClerk('state-wrong', { state: 'draft' })
  const reconciled = await reconcileRound(ports, content, meta)
  if (!reconciled.ok) return reconciled
  const counts = await countRound(ports, content, meta)
  if (!counts.ok) return counts
  return ok({
    answer: {
      rule: ruleName(content.round.rule),
      boxes: counts.value.map((counted) => ({
        pool: counted.paper.pool,
        others: whatIf(counted, content)?.map(({ rule, ...outcome }) => ({
          ...{ rule: ruleName(rule), ...outcome },
        })),
      })),
    },
  })
}
