/**
 * Builders: rounds, proposals and papers of which a test states only what matters to it.
 *
 * Pure. Invariant: whatever a test leaves out is valid, and passed the real schema.
 */
import * as v from 'valibot'
import { printFile } from '../../src/adapters/content/front-matter.ts'
import { ballotPaper, type BallotPaper } from '../../src/domain/ballot.ts'
import { CouncilSchema, type Council } from '../../src/domain/council.ts'
import { ProposalIdSchema, RoundIdSchema, WHOLE } from '../../src/domain/id.ts'
import { ProposalSchema, type Proposal } from '../../src/domain/proposal.ts'
import { RoundSchema, type Round } from '../../src/domain/round.ts'

type Fields = Readonly<Record<string, unknown>>

export function aCouncil(fields: Fields = {}): Council {
  return v.parse(CouncilSchema, {
    schemaVersion: 1,
    name: 'Tranebro',
    kind: 'District council',
    country: 'Denmark',
    languages: ['en', 'da'],
    timeZone: 'Europe/Copenhagen',
    currency: 'DKK',
    contact: { name: 'The council office' },
    ...fields,
  })
}

/** A round that votes from 3 to 16 May 2027 on 75,000 kr. */
export function aRound(fields: Fields = {}): Round {
  const text = v.parse(RoundSchema, {
    schemaVersion: 1,
    title: 'Tranebro Decides',
    summary: 'Residents decide.',
    budget: 75_000,
    phases: [
      { phase: 'submission', from: '2027-03-01', to: '2027-03-31' },
      { phase: 'voting', from: '2027-05-03 08:00', to: '2027-05-16 20:00' },
    ],
    ballot: { type: 'approval' },
    lot: { order: [], drawn: 'In public.' },
    ...fields,
  })
  return { ...text, id: v.parse(RoundIdSchema, 'spring'), body: 'The story.' }
}

/** A proposal of 10,000 kr. */
export function aProposal(id: string, fields: Fields = {}): Proposal {
  const text = v.parse(ProposalSchema, {
    schemaVersion: 1,
    title: `The ${id}`,
    summary: 'What people get from it.',
    cost: 10_000,
    ...fields,
  })
  return { ...text, id: v.parse(ProposalIdSchema, id), body: 'The whole text.' }
}

/** The same as files of the round, by their paths. */
export function proposalFiles(
  costs: Readonly<Record<string, number>>,
): Readonly<Record<string, string>> {
  const files = Object.entries(costs).map(([id, cost]) => [
    `rounds/spring/proposals/${id}.md`,
    printFile(
      { schemaVersion: 1, title: `The ${id}`, summary: 'What people get from it.', cost },
      'The whole text.',
    ),
  ])
  return Object.fromEntries(files)
}

/** A paper of proposals with these costs in main units. */
export function aPaper(costs: Readonly<Record<string, number>>, fields: Fields = {}): BallotPaper {
  const proposals = Object.entries(costs).map(([id, cost]) => aProposal(id, { cost }))
  return ballotPaper(aRound(fields), proposals, WHOLE)
}

/** Ids as the domain knows them. */
export function ids(...names: readonly string[]) {
  return names.map((name) => v.parse(ProposalIdSchema, name))
}
