/**
 * Elections of which one box is one ballot below its publication floor, and what they publish.
 *
 * Talks to temporary folders. Invariant: they are held and published by the real functions; what the floor is
 * changes nothing but what is published.
 */
import * as v from 'valibot'
import { parseChoices } from '../../src/domain/choices.ts'
import { ballotBytes } from '../../src/domain/ballot.ts'
import { BallotFormSchema } from '../../src/domain/ballot-form.ts'
import { aProposal } from '../support/builders.ts'
import { holdElection, publishedBy, type ElectionPlan } from '../support/held-election.ts'
import type { TestPorts } from '../support/ports.ts'
import type { Box, Files } from './floor-attack.ts'

export type Published = {
  readonly files: Files
  readonly close: () => void
  readonly ports: TestPorts
}

/** A kind of ballot whose floor is told by default, and one ballot fewer than it. */
export type Kind = {
  readonly name: string
  readonly floor: number
  readonly proposals: readonly string[]
  readonly fields: Readonly<Record<string, unknown>>
  readonly ballots: readonly unknown[][]
}

const THREE = ['bench', 'park', 'pond']
const SEVEN = [...THREE, 'library', 'trees', 'bridge', 'lamps']

export const CROSSES: Kind = {
  name: 'crosses',
  floor: 50,
  proposals: THREE,
  fields: { ballot: { type: 'approval' }, rule: { method: 'equalshares', completion: 'add1u' } },
  ballots: Array.from({ length: 49 }, (_, at) => THREE.filter((_id, n) => (at * (n + 3)) % 7 < 4)),
}

export const POINTS: Kind = {
  name: 'points',
  floor: 250,
  proposals: SEVEN,
  fields: { ballot: { type: 'points', maxSumPoints: 20 } },
  ballots: Array.from({ length: 249 }, (_, at) =>
    [at % 7, (at * 3 + 1) % 7]
      .toSorted()
      .filter((n, place, all) => all.indexOf(n) === place)
      .map((n) => ({ proposal: SEVEN[n], points: 1 + ((at + n) % 9) })),
  ),
}

/** Held and published; the board lies beside the files. */
export async function publishKind(
  { fields, proposals, ballots }: Kind,
  floor?: number,
): Promise<Published> {
  const publication = floor === undefined ? {} : { publication: { floor } }
  return publishPlan({
    fields: { ...fields, ...publication },
    proposals: proposals.map((id) => aProposal(id)),
    boxes: [{ pool: 'all', live: ballots.length + 1, ballots }],
  })
}

export async function publishPlan(plan: ElectionPlan): Promise<Published> {
  const { ports } = await holdElection(plan)
  return { files: await filesOf(ports), close: () => ports.close(), ports }
}

/** The files of the round and of the board, as they lie on the two branches now. */
export async function filesOf(ports: TestPorts): Promise<Files> {
  const { files, board } = await publishedBy(ports)
  return new Map([...files, ...board.map((text, n) => [`board/${n}.json`, text] as const)])
}

/** The box of a kind, and its ballots as they would be published. */
export function boxOf({ ballots, proposals, fields }: Kind): {
  readonly box: Box
  readonly guesses: readonly string[]
} {
  const form = v.parse(BallotFormSchema, fields['ballot'])
  const guesses = ballots.map((ballot) =>
    Buffer.from(ballotBytes(parseChoices(ballot) ?? [], form)).toString(),
  )
  const blank = ballots.filter(({ length }) => length === 0).length
  const box = { round: 'spring', pool: 'all', ballots: ballots.length, blank, proposals }
  return { box, guesses: [...new Set(guesses)] }
}
