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
  /** The choices of each voter by our ids; an id that the file does not explain is kept as it is. */
  readonly ballots: readonly (readonly string[])[]
}

/** Reads the election. Throws a PabulibError for a kind of ballot that is not counted here. */
export function electionOf({ meta, projects, votes }: Pabulib): Election {
  const proposals = projects.map((row, index) => proposalOf(row, index))
  const ids = new Map(proposals.map(({ sourceId, id }) => [sourceId, id]))
  return {
    description: meta['description'] ?? meta['instance'] ?? 'An election',
    budget: moneyOf('budget', meta['budget']),
    form: formOf(meta),
    proposals,
    lot: proposals.toSorted((a, b) => compareText(a.sourceId, b.sourceId)).map(({ id }) => id),
    ballots: votes.map((row) =>
      parseList(row['vote']).map((sourceId) => ids.get(sourceId) ?? sourceId),
    ),
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

/** An approval ballot with a limit on its cost is a knapsack ballot; choose-1 is an approval of one. */
function formOf(meta: Pabulib['meta']): BallotForm {
  const type = meta['vote_type']
  if (type !== 'approval' && type !== 'choose-1')
    throw new PabulibError(`META: vote_type is ${type ?? 'missing'}, expected approval or choose-1`)
  const most = type === 'choose-1' ? 1 : Number(meta['max_length'] ?? Infinity)
  const maxCost = meta['max_sum_cost']
  return v.parse(BallotFormSchema, {
    type: maxCost === undefined ? 'approval' : 'knapsack',
    minLength: Number(meta['min_length'] ?? 1),
    ...(Number.isFinite(most) ? { maxLength: most } : {}),
    ...(maxCost === undefined ? {} : { maxCost }),
  })
}

function moneyOf(field: string, text: string | undefined): Money {
  const parsed = v.safeParse(MoneySchema, text)
  if (!parsed.success)
    throw new PabulibError(
      `${field}: found "${text ?? ''}", expected an amount with at most two decimals`,
    )
  return parsed.output
}
