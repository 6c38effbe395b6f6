/**
 * An election for the linker: held by the real functions, with voters who come in an order that nobody knows.
 *
 * Talks to a linker's home. Invariant: the order in which voters come and what they choose are drawn apart
 * from their letters; only the judge's truth joins them.
 */
import { randomBytes } from 'node:crypto'
import { handle as advance } from '../../functions/advance-rounds.ts'
import { handle as publish } from '../../functions/publish-results.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { ballotDigest } from '../../src/domain/digest.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Round } from '../../src/domain/round.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { guard } from '../../src/http/guard.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { aRoundId } from '../support/box-data.ts'
import { aProposal, aRound } from '../support/builders.ts'
import { openStore } from '../support/open-store.ts'
import { valueOf } from '../support/paper-ballots.ts'
import { AFTER, DURING } from '../support/ports.ts'
import { callFunction } from './faults-function.ts'
import { makePorts } from './faults-ports.ts'
import { makeRandom, type Random } from './faults-random.ts'
import type { LinkerHome } from './linker-home.ts'
import { readStore } from './linker-store.ts'
import type { Sight } from './linker-sights.ts'

const MINUTES = 4 * 60_000
const PROPOSALS = ['bench', 'park', 'pool', 'library', 'skate-bowl'] as const

/** A ballot that was cast with the letter of this number. */
export type Cast = {
  readonly letter: number
  readonly nonce: Uint8Array
  readonly choices: readonly string[]
  readonly receipt: string
}

/** What a test may do between two steps; it is where leaks are planted. */
export type Planter = {
  /** Changes the ports of the whole election. */
  ports?(ports: Ports): Ports
  /** Done after each ballot; `at` is 0 for the first. */
  afterCast?(
    cast: Cast,
    where: Pick<Election, 'round' | 'secret' | 'letters'> & { readonly at: number },
  ): Promise<void>
}

export type Election = {
  readonly round: Round
  readonly secret: Uint8Array
  readonly letters: readonly Letter[]
  /** In the order in which they were cast. */
  readonly casts: readonly Cast[]
  readonly ports: Ports
  /** What was readable before any ballot was cast, in the middle, and when the result was out. */
  readonly sights: Readonly<Record<'before' | 'middle' | 'after', readonly Sight[]>>
  /** The store's own files in the middle, and when the result was out. */
  readonly raw: Readonly<Record<'middle' | 'after', readonly Sight[]>>
  /** So many ballots were in the box in the middle. */
  readonly middle: number
  close(): void
}

export type ElectionPlan = {
  readonly voters: number
  /** Letters that do not vote. */
  readonly abstainers?: number
  readonly seed: number
  readonly planter?: Planter
}

export async function holdForLinker(home: LinkerHome, plan: ElectionPlan): Promise<Election> {
  const random = makeRandom(plan.seed)
  const held = await prepare(home, plan)
  const before = await readStore(home.target, held.round.id)
  const opened = await openRound(held.ports, held.round.id)
  if (!opened.ok) throw new Error(opened.error.code)
  // A copy of the store may be taken in steps of 25 ballots.
  const middle = Math.floor(plan.voters / 50) * 25 || (plan.voters > 25 ? 25 : 0)
  const letters = random.shuffled(held.letters.map((_, at) => at)).slice(0, plan.voters)
  const casts: Cast[] = []
  let seen: readonly Sight[] = before
  let raw: readonly Sight[] = []
  for (const [at, letter] of letters.entries()) {
    if (at === middle && middle > 0) [seen, raw] = [await readAll(home, held), home.readRaw()]
    const cast = await castOne(held, { letter, at, random })
    casts.push(cast)
    await plan.planter?.afterCast?.(cast, { ...held, at })
    held.clock.now = DURING + (at + 1) * MINUTES
    if (at % 5 === 4) await runSchedule(held.ports, at)
  }
  if (middle === 0) raw = home.readRaw()
  held.clock.now = AFTER
  await runSchedule(held.ports, letters.length)
  valueOf(await publishResult(held.ports, held.round.id, 'final'))
  return {
    ...held,
    casts,
    middle,
    sights: { before, middle: seen, after: await readAll(home, held) },
    raw: { middle: raw, after: home.readRaw() },
  }
}

type Held = Pick<Election, 'round' | 'secret' | 'letters' | 'ports' | 'close'> & {
  readonly clock: { now: number }
  readonly digest: string
  readonly lines: readonly string[]
}

async function prepare(home: LinkerHome, plan: ElectionPlan): Promise<Held> {
  const round = { ...aRound({ publication: { floor: 5 } }), id: aRoundId() }
  const proposals: readonly Proposal[] = PROPOSALS.map((id) => aProposal(id))
  const secret = Uint8Array.from(randomBytes(32))
  const clock = { now: DURING }
  const lines: string[] = []
  const { close, ...store } = openStore(home.target)
  const { publisher } = home
  const write = (line: string) => void lines.push(line)
  const given = { store, publisher, secret, round, proposals, now: () => clock.now, write }
  const made = makePorts(given)
  const ports = plan.planter?.ports?.(made) ?? made
  const count = plan.voters + (plan.abstainers ?? 0)
  const letterPlan = { round: round.id, pool: 'all', count, keep: async () => {} }
  const letters = await makeLetters(ports, { ...letterPlan, kind: 'live' })
  if (!letters.ok) throw new Error(letters.error.code)
  const digest = ballotDigest(round, proposals)
  return { round, secret, letters: letters.value, ports, close, clock, digest, lines }
}

async function castOne(
  held: Held,
  { letter, at, random }: { letter: number; at: number; random: Random },
): Promise<Cast> {
  const nonce = Uint8Array.from(randomBytes(16))
  const choices = PROPOSALS.filter(() => random.below(2) === 1)
  const send = (chosen: readonly string[], code: string) =>
    callFunction(held.ports, {
      round: held.round.id,
      requestId: `r-${at + 1}`,
      address: `192.0.2.${at % 250}`,
      body: {
        token: code,
        nonce: Buffer.from(nonce).toString('base64url'),
        choices: chosen,
        ballotDigest: held.digest,
        lang: 'en',
      },
    })
  const { token } = held.letters[letter]!
  const told = await send(choices, token)
  if (told.outcome !== 'recorded') throw new Error(`a ballot was not recorded: ${told.outcome}`)
  const { receipt } = told
  if (at % SELDOM === 3) {
    const again = await send(choices, token)
    const changed = await send(
      PROPOSALS.filter((id) => !choices.includes(id)),
      token,
    )
    const heard = again.outcome === 'recorded' && again.receipt === receipt
    if (!heard || changed.outcome === 'recorded') throw new Error('a retry was not taken for one')
  }
  return { letter, nonce, choices, receipt }
}

/** One voter of so many sends again, and then other choices: ways that few take may leak as well. */
const SELDOM = 16

/** Everything that the timetable does. */
export async function runSchedule(ports: Ports, at: number): Promise<void> {
  const request = new Request('http://localhost/.netlify/functions/schedule')
  const work = { 'advance-rounds': () => advance(ports), 'publish-results': () => publish(ports) }
  for (const name of ['advance-rounds', 'publish-results'] as const) {
    const { status } = await guard(ports, { request, requestId: `r-${at}`, name }, work[name])
    if (status !== 200) throw new Error(`the schedule answered ${status}`)
  }
}

/** The store, the ports, the board and the files with their history, and the log. */
export async function readAll(
  home: LinkerHome,
  held: Pick<Held, 'round' | 'lines' | 'ports'>,
): Promise<Sight[]> {
  const { round, lines, ports } = held
  const marks = await ports.box.marks(round.id)
  return [
    ...(await readStore(home.target, round.id)),
    ...home.readGit(round.id),
    { name: 'log', lines: lines.map((line) => line.replaceAll(round.id, 'ROUND')) },
    { name: 'port marks', lines: marks.map(({ k }) => k) },
  ]
}
