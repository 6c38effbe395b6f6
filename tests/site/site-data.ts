import { asMoney } from '../../src/domain/money.ts'
import * as v from 'valibot'
import { CouncilSchema } from '../../src/domain/council.ts'
import { ProposalIdSchema, RoundIdSchema } from '../../src/domain/id.ts'
import { periodsOf } from '../../src/domain/phase.ts'
import { ProposalSchema, type Proposal } from '../../src/domain/proposal.ts'
import { RoundSchema, type Round } from '../../src/domain/round.ts'
import type { PoolResult, Snapshot } from '../../src/domain/snapshot.ts'
import type { RoundPage } from '../../src/site/load.ts'
import { makeReader, type Reader } from '../../src/site/reader.ts'

export const council = v.parse(CouncilSchema, {
  schemaVersion: 1,
  name: 'Lindevang',
  kind: 'Parish council',
  country: 'Denmark',
  languages: ['en', 'da', 'nl', 'de'],
  timeZone: 'Europe/Copenhagen',
  currency: 'DKK',
  contact: { name: 'the clerk' },
})

export function aReader(language: 'en' | 'da' | 'nl' | 'de' = 'en'): Reader {
  return makeReader(council, language)
}

export function aRound(changes: Readonly<Record<string, unknown>> = {}): Round {
  const text = v.parse(RoundSchema, {
    schemaVersion: 1,
    title: 'Lindevang Decides 2026',
    summary: 'Money for neighbours.',
    budget: 1000,
    phases: [
      { phase: 'submission', from: '2026-09-01', to: '2026-09-30' },
      { phase: 'voting', from: '2026-11-09 08:00', to: '2026-11-29 20:00' },
    ],
    ballot: { type: 'knapsack' },
    ...changes,
  })
  return { ...text, id: v.parse(RoundIdSchema, 'spring'), body: '' }
}

export function aProposal(id: string, changes: Readonly<Record<string, unknown>> = {}): Proposal {
  const text = v.parse(ProposalSchema, {
    schemaVersion: 1,
    title: `The ${id}`,
    summary: 'What people get from it.',
    cost: 100,
    ...changes,
  })
  return { ...text, id: v.parse(ProposalIdSchema, id), body: '' }
}

export function aRoundPage(
  round: Round,
  proposals: readonly Proposal[],
  pool?: Partial<PoolResult>,
): RoundPage {
  const periods = periodsOf(round.phases, council.timeZone)
  const result = pool && aSnapshot(round, pool)
  return { round, proposals, periods, digest: '0'.repeat(64), result, resultFiles: [] }
}

function aSnapshot(round: Round, pool: Partial<PoolResult>): Snapshot {
  return {
    schemaVersion: 1,
    round: round.id,
    snapshot: 1,
    status: 'final',
    asOf: '2026-11-29T19:00:00Z',
    supersedes: null,
    ballotDigest: '0'.repeat(64),
    rule: round.rule,
    pools: [
      {
        pool: 'all',
        budget: asMoney(100_000),
        eligible: 200,
        ballots: { recorded: 20, blank: 1 },
        allocation: { selected: [], cost: asMoney(0), leftover: asMoney(0), lines: [], lots: [] },
        ...pool,
      },
    ],
    digest: '0'.repeat(64),
  }
}
