/**
 * The limits of a round's rule: whether each is for something that is there, and what another method keeps of them.
 *
 * Pure. Invariant: a limit that another method cannot have is left out. Decided in docs/decisions/0006 and 0028.
 */
import type { FieldFault } from './field-fault.ts'
import type { Rule } from './rule.ts'

type Places = readonly { readonly id: string }[]

type Limited = { readonly rule: Rule; readonly themes: Places; readonly areas: Places }

/** Limits for a theme or an area that is not there: they would limit nothing, and nobody would see it. */
export function limitFaults({ rule, themes, areas }: Limited): FieldFault[] {
  const isThere = (places: Places, id: string | undefined) =>
    id === undefined || places.some((place) => place.id === id)
  const caps = (rule.caps ?? []).flatMap(({ theme, area, cost, count }, index): FieldFault[] => {
    const at = `rule.caps.${index}`
    const words = `${at}: write a cost, a count or both`
    return [
      ...(isThere(themes, theme) ? [] : [unknown(`${at}.theme`, 'theme', theme)]),
      ...(isThere(areas, area) ? [] : [unknown(`${at}.area`, 'area', area)]),
      ...((cost ?? count) === undefined
        ? [{ at: `${at}.cost`, code: 'missing', words } as const]
        : []),
    ]
  })
  const shares = rule.method === 'equalshares' ? Object.keys(rule.shares ?? {}) : []
  const strange = shares.filter((id) => !isThere(areas, id))
  return [...caps, ...strange.map((id) => unknown(`rule.shares.${id}`, 'area', id))]
}

function unknown(at: string, kind: 'theme' | 'area', id = ''): FieldFault {
  return { at, code: 'not-a-choice', words: `${at}: the round has no ${kind} "${id}"` }
}

/**
 * The rule with the limits of a round's own: caps, groups of which one is funded, the areas' shares, and
 * what a proposal needs to be funded at all; but for those that were `chosen` for it.
 */
export function withLimitsOf(own: Rule, rule: Rule, chosen: readonly string[] = []): Rule {
  const isOwn = (option: string) => !chosen.includes(option)
  const limits = {
    ...(own.exclusive && isOwn('exclusive') ? { exclusive: own.exclusive } : {}),
    ...(own.caps ? { caps: own.caps } : {}),
  }
  if (rule.method === 'phragmen' || own.method === 'phragmen') return { ...rule, ...limits }
  const needs = {
    fundWithoutVotes: own.fundWithoutVotes,
    ...(own.minVotes !== undefined && isOwn('minVotes') ? { minVotes: own.minVotes } : {}),
  }
  const shares = own.method === 'equalshares' ? own.shares : undefined
  if (rule.method !== 'equalshares' || shares === undefined) return { ...rule, ...limits, ...needs }
  return { ...rule, ...limits, ...needs, shares }
}
