/**
 * Recounts a .pb file by any rule.
 *
 * Talks to the file system only. Invariant: it reads that file and nothing else.
 * Decided in docs/decisions/0006.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { explain } from '../domain/explain.ts'
import type { IndexedReason } from '../domain/explained.ts'
import { compareText } from '../domain/encoding.ts'
import { asMoney } from '../domain/money.ts'
import { readContest, type FileContest } from '../domain/pabulib-contest.ts'
import type { Reading } from '../domain/reading.ts'
import type { Rule } from '../domain/rule.ts'
import { ruleName } from '../domain/rule-name.ts'
import { countContest } from '../domain/rules/count-contest.ts'
import type { Outcome } from '../domain/rules/outcome.ts'
import { sideBySide } from '../domain/side-by-side.ts'
import { inFilePoints } from './explanation-units.ts'
import { fileRule } from './file-rule.ts'
import type { RuleFields } from './named-rule.ts'
import { knownGroups, knownIds } from './known-ids.ts'
import { printedTime, type Explanation, type RecountOutcome } from './recount-outcome.ts'
import { Refused } from './refused.ts'

export type FileOptions = {
  readonly rule: string
  readonly compare?: string | undefined
  readonly reading?: Reading | undefined
  /** Options of the rule as round.md writes them. */
  readonly fields: RuleFields
  /** Ids of the file, first drawn first. */
  readonly lot?: readonly string[] | undefined
  /** Groups of ids of which one may be funded. */
  readonly exclusive?: readonly (readonly string[])[] | undefined
  /** Whether the file's own budgets of categories and neighbourhoods bind. */
  readonly caps?: boolean | undefined
  readonly explain: boolean
}

/** Counts the file. Refuses a file that is not there and a rule that is not known. */
export async function recountFile(path: string, options: FileOptions): Promise<RecountOutcome> {
  const bytes = await readFile(path).catch(() => {
    throw new Refused(`There is no file ${path}.`)
  })
  const file = withGroups(readContest(bytes, options), options.exclusive ?? [])
  const { contest, ids } = file
  knownIds('--ties', options.lot ?? [], ids)
  const rule = fileRule(file, options.rule, options.fields)
  const started = performance.now()
  const outcome = countByRule(file, rule)
  const milliseconds = performance.now() - started
  return {
    name: basename(path),
    rule: ruleName(rule),
    selected: outcome.funded.map((each) => ids[each]!).toSorted(compareText),
    cost: asMoney(costOf(outcome)),
    budget: asMoney(contest.budget),
    voters: contest.voters,
    lots: outcome.lots.length,
    milliseconds: printedTime(milliseconds),
    notes: [...file.notes, ...withoutVotes(file, outcome)],
    ...(options.explain ? { explanation: explainFile(file, rule, outcome) } : {}),
    ...(options.compare === undefined
      ? {}
      : { comparison: compareFile(file, outcome, fileRule(file, options.compare, {})) }),
  }
}

/** The format has no groups of its own, so that they come with the command. */
function withGroups(file: FileContest, groups: readonly (readonly string[])[]): FileContest {
  const { ids, limits } = file
  const exclusive = knownGroups(groups, ids).map((group) => group.map((id) => ids.indexOf(id)))
  return { ...file, limits: { ...limits, exclusive } }
}

/** Applies the rule to the file's contest. */
export function countByRule({ contest, themes, limits }: FileContest, rule: Rule): Outcome {
  return countContest(contest, { rule, limits, themes })
}

/** What is funded only because other programs fund it too. */
function withoutVotes({ contest, ids }: FileContest, { funded }: Outcome): readonly string[] {
  const unwanted = funded.filter((each) => contest.score[each]! <= 0).map((each) => ids[each]!)
  if (unwanted.length === 0) return []
  return [
    `Funded without votes or points, as other programs do where money is left: ${unwanted.toSorted(compareText).join(', ')}. A round does so only with fundWithoutVotes: true.`,
  ]
}

function costOf({ paid }: Outcome): number {
  return [...paid.values()].reduce((sum, each) => sum + each, 0)
}

function explainFile(
  { contest, ids, themes, limits, pointScale }: FileContest,
  rule: Rule,
  outcome: Outcome,
): readonly Explanation[] {
  const named = (reason: IndexedReason): Explanation['reason'] => {
    if (reason.kind === 'excluded') return { ...reason, by: ids[reason.by]! }
    if (reason.kind !== 'over-cap') return reason
    const { cap: _, ...rest } = reason
    return rest
  }
  return explain(contest, outcome, { rule, limits, themes }).map(({ proposal, reason }) =>
    inFilePoints(
      {
        proposal: ids[proposal]!,
        votes: contest.votes[proposal]!,
        score: contest.score[proposal]!,
        cost: asMoney(contest.cost[proposal]!),
        reason: named(reason),
      },
      pointScale,
    ),
  )
}

function compareFile(
  file: FileContest,
  own: Outcome,
  other: Rule,
): NonNullable<RecountOutcome['comparison']> {
  const { contest, ids } = file
  const second = countByRule(file, other)
  const { onlyFirst, onlySecond, served, prefer } = sideBySide(contest, own.funded, second.funded)
  const names = (list: readonly number[]) => list.map((each) => ids[each]!).toSorted(compareText)
  return {
    rule: ruleName(other),
    selected: names(second.funded),
    cost: asMoney(costOf(second)),
    onlyHere: names(onlyFirst),
    onlyThere: names(onlySecond),
    served,
    prefer,
  }
}
