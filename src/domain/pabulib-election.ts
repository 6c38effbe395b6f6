/**
 * An election in a Pabulib file, in our own terms: what is voted on, and every ballot.
 *
 * Pure. Invariant: ids of the file are kept as `sourceId`; our ids are made from them, one for one.
 * Source: pabulib.org/format. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { BallotFormSchema, type BallotForm } from './ballot-form.ts'
import { compareText } from './encoding.ts'
import { ProposalIdSchema, type ProposalId } from './id.ts'
import { MoneySchema, type Money } from './money.ts'
import { parseList, type Pabulib, type PabulibRow } from './pabulib.ts'
import { PabulibError } from './pabulib-scan.ts'
import { VOTE_TYPES } from './reading.ts'

export type ElectionProposal = {
  readonly id: ProposalId
  readonly sourceId: string
  readonly title: string
  readonly cost: Money
}

export type Election = {
  readonly description: string
  readonly budget: Money
  readonly form: BallotForm
  readonly proposals: readonly ElectionProposal[]
  /** Ties: by source id in code units, which stands for a lot. */
  readonly lot: readonly ProposalId[]
  /** The choices of each voter as they would be sent; an id that the file does not explain is kept as it is. */
  readonly ballots: readonly (readonly SentChoice[])[]
}

export type SentChoice = string | { readonly proposal: string; readonly points: number }

/** Reads the election. Throws a PabulibError for a kind of ballot that cannot be cast here. */
export function electionOf({ meta, projects, votes }: Pabulib): Election {
  const proposals = projects.map((row, index) => proposalOf(row, index))
  const ids = new Map(proposals.map(({ sourceId, id }) => [sourceId, id]))
  return {
    description: meta['description'] ?? meta['instance'] ?? 'An election',
    budget: moneyOf('budget', meta['budget']),
    form: formOf(meta),
    proposals,
    lot: proposals.toSorted((a, b) => compareText(a.sourceId, b.sourceId)).map(({ id }) => id),
    ballots: votes.map((row) => {
      const idOf = (sourceId: string) => ids.get(sourceId) ?? sourceId
      return choicesOf(row, meta['vote_type'] === 'ordinal', idOf)
    }),
  }
}

function proposalOf(row: PabulibRow, index: number): ElectionProposal {
  const sourceId = row['project_id'] ?? ''
  const own = v.safeParse(ProposalIdSchema, sourceId)
  const id = own.success ? own.output : v.parse(ProposalIdSchema, `project-${index + 1}`)
  return {
    id,
    sourceId,
    title: row['name'] || `Project ${sourceId}`,
    cost: moneyOf('cost', row['cost']),
  }
}

/** Points stand in the same order as the ids; a missing one is none. Those beside a ranking follow from it. */
function choicesOf(
  row: PabulibRow,
  ranked: boolean,
  idOf: (sourceId: string) => string,
): readonly SentChoice[] {
  const ids = parseList(row['vote']).map(idOf)
  if (row['points'] === undefined || ranked) return ids
  const points = parseList(row['points']).map(Number)
  return ids.map((proposal, at) => ({ proposal, points: points[at] ?? 0 }))
}

/** An approval ballot with a limit on its cost is a knapsack ballot. */
function formOf(meta: Pabulib['meta']): BallotForm {
  const number = (field: string) => {
    const value = meta[field] || undefined
    return value === undefined || value === 'None' ? undefined : Number(value)
  }
  const lengths = { minLength: number('min_length'), maxLength: number('max_length') }
  const maxPoints = number('max_points')
  const fields = {
    approval: { type: 'approval', ...lengths },
    'choose-1': { type: 'choose-1' },
    ordinal: { type: 'ranking', ...lengths },
    cumulative: { type: 'points', ...lengths, maxPoints, maxSumPoints: number('max_sum_points') },
    scoring: { type: 'score', ...lengths, maxPoints, minPoints: number('min_points') },
  }
  const type = VOTE_TYPES.find((each) => each === meta['vote_type'])
  const maxCost = meta['max_sum_cost']
  const knapsack = type === 'approval' && maxCost ? { type: 'knapsack', maxCost } : {}
  const parsed = v.safeParse(BallotFormSchema, { ...(type && fields[type]), ...knapsack })
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const field = (v.getDotPath(issue) ?? 'type')
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .toLowerCase()
  throw new PabulibError(
    `META: ${field === 'type' ? 'vote_type' : field}: ${issue.message}, so that such ballots can be cast`,
  )
}

function moneyOf(field: string, text: string | undefined): Money {
  const parsed = v.safeParse(MoneySchema, text)
  if (!parsed.success)
    throw new PabulibError(
      `${field}: found "${text ?? ''}", expected an amount with at most two decimals`,
    )
  return parsed.output
}
