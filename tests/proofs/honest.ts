/**
 * Honest elections of every kind that a council can hold, and what people hold of them.
 *
 * Pure. Invariant: nothing in them is wrong, so whatever is raised about one is a false alarm.
 */
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { ids } from '../support/builders.ts'
import { withChanged, withContent, withSteps } from '../support/forged-changes.ts'
import { shownToObservers, type Facts } from '../support/forged-facts.ts'
import { firstAbstainer, headAt, type Held, type Tampering, type World } from './world.ts'

export type Honest = {
  readonly name: string
  readonly base: Tampering['base']
  /** As published where it says nothing. */
  readonly facts?: (world: World) => Facts
  readonly held?: (world: World) => Held
  /** Whether everything can be checked; else nothing is wrong as far as it goes. */
  readonly whole?: boolean
}

const plan = (snapshot: number, status: Snapshot['status'], supersedes: number | null) => ({
  ...{ snapshot, status, supersedes },
  ...(status === 'corrected' ? { reason: 'A cost was printed wrongly.' } : {}),
})

function voterAt({ voters }: World, at: number) {
  const voter = voters[at]
  if (voter === undefined) throw new Error(`there is no voter ${at}`)
  return voter
}

/** The receipt of a voter, with its signature. */
function receiptOf(world: World, at: number): Held {
  const { receipt = '', signature = '' } = voterAt(world, at)
  return { receipt, signature }
}

const codeOf = (world: World, at: number): Held => ({ unused: voterAt(world, at).letter.token })
const observed = ({ facts }: World): Held => ({ shown: shownToObservers(facts) })
const ruled = (rule: Facts['round']['rule']) => (world: World) => withContent(world.facts, { rule })

const one = (name: string, given: Partial<Honest> = {}): Honest => ({
  ...{ name, base: 'one box', whole: true },
  ...given,
})
const two = (name: string, given: Partial<Honest> = {}): Honest => ({
  ...{ name, base: 'two areas', whole: false },
  ...given,
})

export const HONEST: readonly Honest[] = [
  one('files alone'),
  one('the first head', { held: (world) => ({ heads: [headAt(world, 0)] }) }),
  one('the heads of all receipts', {
    held: ({ voters }) => ({ heads: voters.flatMap(({ head }) => head ?? []) }),
  }),
  one('the head after the result', { held: (world) => ({ heads: [headAt(world, Infinity)] }) }),
  one('a signed receipt', { held: (world) => receiptOf(world, 0) }),
  one('a late signed receipt, typed in groups', {
    held: (world) => {
      const { receipt = '', ...rest } = receiptOf(world, 51)
      return { ...rest, receipt: receipt.toLowerCase().replace(/(.{4})/g, '$1 ') }
    },
  }),
  one('a receipt whose signature was lost', {
    held: (world) => ({ receipt: receiptOf(world, 30).receipt }),
  }),
  one('the code of somebody who did not vote', {
    held: (world) => codeOf(world, firstAbstainer(world)),
  }),
  one('a code for a lost letter, which did not vote', { held: (world) => codeOf(world, 58) }),
  one('a code that stayed in reserve', { held: (world) => codeOf(world, 59) }),
  one('what observers were shown', { held: observed }),
  one('everything that can be held at once', {
    held: (world) => ({
      ...{ ...receiptOf(world, 3), ...codeOf(world, firstAbstainer(world)), ...observed(world) },
      heads: [headAt(world, 2), headAt(world, Infinity)],
    }),
  }),
  one('a correction', {
    facts: ({ facts }) => ({ ...facts, plans: [plan(1, 'final', null), plan(2, 'corrected', 1)] }),
  }),
  one('what was corrected later', {
    facts: ({ facts }) => ({ ...facts, plans: [plan(1, 'final', null), plan(2, 'corrected', 1)] }),
    held: () => ({ snapshot: 1 }),
  }),
  one('a provisional result', {
    facts: ({ facts }) => ({ ...facts, plans: [plan(1, 'provisional', null)] }),
    whole: false,
  }),
  one('a final result after a provisional one', {
    facts: ({ facts }) => ({
      ...facts,
      plans: [plan(1, 'provisional', null), plan(2, 'final', 1)],
    }),
  }),
  one('equal shares', { facts: ruled({ method: 'equalshares', fundWithoutVotes: false }) }),
  one('equal shares, completed and compared', {
    facts: ruled({
      ...{ method: 'equalshares', fundWithoutVotes: false },
      ...{ completion: 'add1u', comparison: 'satisfaction' },
    }),
  }),
  one('Phragmén', { facts: ruled({ method: 'phragmen' }) }),
  one('votes for each unit of money', {
    facts: ruled({ method: 'greedy-per-cost', fundWithoutVotes: true, partFunding: true }),
  }),
  one('a lot order that was drawn', {
    facts: ({ facts }) =>
      withContent(facts, { lot: { order: ids('pool', 'bench', 'park'), drawn: 'In public.' } }),
  }),
  one('a later end of voting', {
    facts: ({ facts }) =>
      withSteps(facts, (step, n) => {
        const [at, closesAt] = ['2027-05-12T10:00:00Z', '2027-05-17T18:00:00Z']
        return n === 2 ? { ...step, events: [{ kind: 'extension', at, closesAt }] } : step
      }),
  }),
  one('no ballot at all', {
    facts: ({ facts }) => ({
      ...facts,
      secrets: [],
      marks: facts.marks.map((mark) =>
        mark.word === 'used' ? { ...mark, word: 'live', use: undefined } : mark,
      ),
    }),
    whole: false,
  }),
  two('two areas, one of them below the floor'),
  two('a receipt from below the floor', { held: (world) => receiptOf(world, 12) }),
  two('somebody below the floor who did not vote', { held: (world) => codeOf(world, 15) }),
  two('what observers were shown of both areas', { held: observed }),
  two('two voters of two areas with one receipt', {
    facts: (world) => {
      const { receipt = '' } = voterAt(world, 0)
      return withChanged(world.facts, voterAt(world, 12), { receipt })
    },
  }),
]
