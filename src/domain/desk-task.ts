/**
 * Tasks: what a clerk has to do in a round, by its dates and by what waits.
 *
 * Pure; the time is an argument. Invariant: nothing in it depends on what anyone chose.
 * Decided in docs/decisions/0022.
 */
import { CLOSING_GRACE_SECONDS, complaintsEndAt, type BoxState } from './box-state.ts'
import { findPeriod, openPeriodAt, PHASES, type Period } from './phase.ts'
import { poolEligible, poolsOf, type Round } from './round.ts'
import type { Instant } from './time.ts'

export const TASK_CODES = [
  'read-submissions',
  'publish-approved',
  'draw-lot',
  'make-codes',
  'more-codes',
  'voting-late',
  'voting-opens',
  'voting-open',
  'voting-paused',
  'voting-closing',
  'enter-paper',
  'take-in-halls',
  'carry-box',
  'seal',
  'certify',
  'complaints',
  'purge',
  'phase-begins',
  'phase-ends',
] as const

export type TaskCode = (typeof TASK_CODES)[number]

export type DeskTask = {
  readonly code: TaskCode
  /** `now`: somebody must do something. `soon`: before the instant. `known`: nothing to do but to know it. */
  readonly when: 'now' | 'soon' | 'known'
  readonly at?: Instant
  readonly count?: number
  /** How many there should be. */
  readonly most?: number
  readonly phase?: Period['phase']
}

export type RoundFacts = {
  readonly round: Round
  readonly state: BoxState
  readonly now: Instant
  readonly periods: readonly Period[]
  /** Submissions that nobody has read. */
  readonly waiting: number
  /** Submissions that were taken and are not on the site. */
  readonly approved: number
  /** Codes that were made ready. */
  readonly codes: number
  readonly closesAt: Instant | undefined
  /** `out`: boxes of halls are still to be taken in. `here`: this is the laptop of one. */
  readonly halls?: 'out' | 'here' | undefined
}

const ORDER = { now: 0, soon: 1, known: 2 } as const

/** What is to be done: what cannot wait first, then by date. */
export function dueTasks(facts: RoundFacts): readonly DeskTask[] {
  const tasks = [...submissionTasks(facts), ...votingTasks(facts), ...phaseTasks(facts)]
  return tasks.toSorted(
    (a, b) => ORDER[a.when] - ORDER[b.when] || (a.at ?? Infinity) - (b.at ?? Infinity) || 0,
  )
}

function submissionTasks({ waiting, approved }: RoundFacts): DeskTask[] {
  return [
    ...(waiting > 0 ? [{ code: 'read-submissions', when: 'now', count: waiting } as const] : []),
    ...(approved > 0 ? [{ code: 'publish-approved', when: 'now', count: approved } as const] : []),
  ]
}

function votingTasks(facts: RoundFacts): DeskTask[] {
  const { state, now, closesAt } = facts
  const end = closesAt ?? now
  switch (state) {
    case 'draft':
      return tasksBeforeVoting(facts)
    case 'open':
      return [{ code: now < end ? 'voting-open' : 'voting-closing', when: 'known', at: end }]
    case 'paused':
      return [{ code: 'voting-paused', when: 'now', at: end }]
    case 'closed':
      return tasksBeforeSeal(facts, settled(end))
    case 'sealed':
      return [{ code: facts.halls === 'here' ? 'carry-box' : 'certify', when: 'now' }]
    case 'published':
      return afterResult(facts, end)
    case 'purged':
      return []
  }
}

function tasksBeforeSeal({ round, halls }: RoundFacts, at: Instant): DeskTask[] {
  const out = halls === 'out' ? [{ code: 'take-in-halls', when: 'now', at } as const] : []
  if (round.paper) return [...out, { code: 'enter-paper', when: 'now', at }]
  return out.length > 0 ? out : [{ code: 'seal', when: 'now', at }]
}

function settled(end: Instant): Instant {
  return end + CLOSING_GRACE_SECONDS * 1000
}

function tasksBeforeVoting({ round, now, periods, codes }: RoundFacts): DeskTask[] {
  const voting = findPeriod(periods, 'voting')
  if (voting === undefined || now >= voting.endsAt) return []
  const at = voting.startsAt
  const isLate = now >= at
  const when = isLate ? 'now' : 'soon'
  return [
    ...(round.lot === undefined ? [{ code: 'draw-lot', when, at } as const] : []),
    ...codeTasks(round, codes).map((task) => ({ ...task, when, at }) as const),
    isLate ? { code: 'voting-late', when, at } : { code: 'voting-opens', when: 'known', at },
  ]
}

/** Voting opens by itself, and no code can be added then: a batch for a trial would shut all others out. */
function codeTasks(round: Round, codes: number): Pick<DeskTask, 'code' | 'count' | 'most'>[] {
  if (codes === 0) return [{ code: 'make-codes' }]
  const most = poolsOf(round).reduce((sum, pool) => sum + (poolEligible(round, pool) ?? 0), 0)
  return codes < most ? [{ code: 'more-codes', count: codes, most }] : []
}

function afterResult({ round, now }: RoundFacts, end: Instant): DeskTask[] {
  const at = complaintsEndAt(end, round.publication.complaintDays)
  return [
    now < at ? { code: 'complaints', when: 'known', at } : { code: 'purge', when: 'known', at },
  ]
}

/** What begins next and what ends, but for voting, which has tasks of its own. */
function phaseTasks({ periods, now }: RoundFacts): DeskTask[] {
  return PHASES.filter((phase) => phase !== 'voting').flatMap((phase): DeskTask[] => {
    const open = openPeriodAt(periods, phase, now)
    if (open) {
      const at = open.endsAt
      return at === Infinity ? [] : [{ code: 'phase-ends', when: 'known', at, phase }]
    }
    const next = periods.find((period) => period.phase === phase && period.startsAt > now)
    return next ? [{ code: 'phase-begins', when: 'known', at: next.startsAt, phase }] : []
  })
}
