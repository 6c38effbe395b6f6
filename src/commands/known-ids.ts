/**
 * Ids that a person types, held against those that there are.
 *
 * Pure. Invariant: an id that is not there, or stands twice, is never passed over in silence.
 * Decided in docs/decisions/0006.
 */
import { Refused } from './refused.ts'

/** The ids in the order given, if there are such proposals, each named once. */
export function knownIds<Id extends string>(
  option: string,
  given: readonly string[],
  known: readonly Id[],
): readonly Id[] {
  const ids = given.map((id) => {
    const found = known.find((each) => each === id)
    if (found === undefined) throw new Refused(`${option}: there is no proposal "${id}".`)
    return found
  })
  const twice = ids.find((id, at) => ids.indexOf(id) < at)
  if (twice !== undefined) throw new Refused(`${option} names "${twice}" twice.`)
  return ids
}

/** Groups of proposals of which one may be funded, each of two or more. */
export function knownGroups<Id extends string>(
  groups: readonly (readonly string[])[],
  known: readonly Id[],
): readonly (readonly Id[])[] {
  return groups.map((group) => {
    const ids = knownIds('--exclusive', group, known)
    if (ids.length < 2)
      throw new Refused(`--exclusive "${group.join(',')}": name two or more proposals.`)
    return ids
  })
}
