/**
 * Elections that are tampered with, what those who took part hold of them, and who then notices.
 *
 * Talks to temporary folders. Invariant: what people hold comes from the honest election, unless the
 * tampering happened before they got it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyElection, type Report, type Request } from '../../src/commands/verify.ts'
import { boardHead } from '../../src/domain/checkpoint.ts'
import { publishForged } from '../support/forged-election.ts'
import { factsOf, shownToObservers, type Facts } from '../support/forged-facts.ts'
import {
  holdElection,
  publishedBy,
  saveElection,
  type ElectionPlan,
  type Published,
  type Voter,
} from '../support/held-election.ts'

/** An honest election, with everything that anybody knows of it. */
export type World = {
  readonly facts: Facts
  readonly published: Published
  readonly voters: readonly Voter[]
}

/**
 * What is held beside the published files. `old head`: of the second checkpoint, or the last one before it;
 * `last head`: of the final one; `receipt`: signed, of the voter whose ballot it is about; `code`: of the
 * person who did not vote; `observers`: what they were shown of all boxes.
 */
export const EVIDENCE = ['old head', 'last head', 'receipt', 'code', 'observers'] as const

export type Evidence = 'files' | (typeof EVIDENCE)[number]

export type Tampering = {
  readonly name: string
  readonly base: 'one box' | 'two areas'
  /** Whether board, roots, result and report were all made anew after it, so that they fit. */
  readonly rehashed: boolean
  /** Facts are published by the forger; files stand as they are. */
  readonly tamper: (world: World) => Published | Facts | Promise<Published>
  /** With what it is found; `files` are enough wherever they are named. */
  readonly found: readonly Evidence[]
  /** The voter whose receipt is held, and the one who did not vote; the first and the default unless said. */
  readonly victim?: number
  readonly abstainer?: number
  /** Done before the seal: heads and observers then know nothing else. */
  readonly beforeSeal?: boolean
  /** Observers are shown the boxes only afterwards, as the forger wants them. */
  readonly lateObservers?: boolean
}

/** Makes the world of a plan. The caller closes its ports. */
export async function worldOf(plan: ElectionPlan): Promise<World> {
  const { ports, voters } = await holdElection(plan)
  const published = await publishedBy(ports)
  return { facts: await factsOf(ports, published), published, voters }
}

/** What a tampered election looks like, and what its forger knows. */
async function tampered(world: World, { tamper }: Tampering) {
  const made = await tamper(world)
  if ('board' in made) return { published: made, facts: world.facts }
  return { published: await publishForged(made), facts: made }
}

/** With which evidence the verifier finds it: files alone first, then each other alone. */
export async function foundWith(world: World, row: Tampering): Promise<readonly Evidence[]> {
  const { published, facts } = await tampered(world, row)
  const held = row.beforeSeal ? { ...world, published } : world
  const shown = row.beforeSeal || row.lateObservers ? facts : world.facts
  if (verdictOn(published, {}) === 'fails') return ['files']
  const { letter, receipt, signature } = held.voters[row.victim ?? 0] ?? {}
  const code = held.voters[row.abstainer ?? firstAbstainer(world)]?.letter.token
  if (letter === undefined || receipt === undefined || code === undefined)
    throw new Error('a row names a voter who is none')
  const requests: Readonly<Record<(typeof EVIDENCE)[number], Held>> = {
    'old head': { heads: [headAt(held, 2)] },
    'last head': { heads: [headAt(held, Infinity)] },
    receipt: { receipt, ...(signature === undefined ? {} : { signature }) },
    code: { unused: code },
    observers: { shown: shownToObservers(shown) },
  }
  return EVIDENCE.filter((each) => verdictOn(published, requests[each]) === 'fails')
}

/** The head of a checkpoint: the second where there are so many that it was written while voting went on. */
export function headAt({ published: { board }, facts }: World, n: number): string {
  const last = board.length - 1
  const at = n === Infinity ? last : Math.min(n, last - 2)
  return boardHead(facts.round.id, at, board[at] ?? '')
}

export function firstAbstainer({ voters }: World): number {
  return voters.findIndex(({ receipt, kind }) => receipt === undefined && kind === 'live')
}

export type Held = Partial<Request> & { readonly shown?: string }

/** The report on published files with what somebody holds. */
export function reportOn(published: Published, { shown, ...held }: Held): Report {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'))
  const observed = join(folder, 'observed.csv')
  if (shown !== undefined) writeFileSync(observed, shown)
  try {
    const request = { ...saveElection(folder, published), ...held }
    return verifyElection(shown === undefined ? request : { ...request, observed })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function verdictOn(published: Published, held: Held): Report['verdict'] {
  return reportOn(published, held).verdict
}
