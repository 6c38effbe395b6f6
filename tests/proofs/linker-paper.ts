/**
 * An election on paper for the linker: stubs scanned in an order that nobody knows, and sheets that the clerk
 * forgot to shuffle, so that only what is stored stands between a code and its sheet.
 *
 * Talks to a linker's home. Invariant: whoever voted on paper chose what nobody else did; only the judge uses
 * that, to know whose ballot is whose.
 */
import { randomBytes } from 'node:crypto'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { ballotDigest } from '../../src/domain/digest.ts'
import { PaperBatchIdSchema } from '../../src/domain/paper-batch.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import type { Round } from '../../src/domain/round.ts'
import * as v from 'valibot'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { unsealBallot } from '../../src/service/count-round.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { aRoundId } from '../support/box-data.ts'
import { aProposal, aRound, ids } from '../support/builders.ts'
import { openStore } from '../support/open-store.ts'
import { boxPile, holdPile, typePile, valueOf } from '../support/paper-ballots.ts'
import { AFTER, DURING } from '../support/ports.ts'
import { makePorts } from './faults-ports.ts'
import { makeRandom } from './faults-random.ts'
import { readAll, runSchedule } from './linker-election.ts'
import type { LinkerHome } from './linker-home.ts'
import { ballotOf, holderOf } from './linker-readings.ts'
import type { Party } from './linker-sights.ts'
import type { Reading } from './linker.ts'

const PROPOSALS = ['bench', 'park', 'pool', 'library', 'skate-bowl', 'garden'] as const
const MINUTE = 60_000

export type PaperElection = {
  readonly round: Round
  /** Letters on paper, in the order in which their stubs were scanned. */
  readonly scanned: readonly number[]
  /** What can be read while sheets are typed, and when the result is out. */
  readonly typed: Reading
  readonly after: Reading
  close(): void
}

/** Half vote online, all others on paper in one batch. */
export async function holdOnPaper(
  home: LinkerHome,
  plan: { readonly voters: number; readonly seed: number },
): Promise<PaperElection> {
  const held = await prepare(home, plan.voters)
  const { ports, letters, round, clock } = held
  const order = makeRandom(plan.seed).shuffled(letters.map((_, at) => at))
  const half = Math.floor(plan.voters / 2)
  const [online, scanned] = [order.slice(0, half), order.slice(half)]
  for (const letter of online) {
    await castOnline(held, letter)
    clock.now += MINUTE
  }
  const place = { roundId: round.id, batch: v.parse(PaperBatchIdSchema, 'hall-1') }
  await holdPile(ports, { ...place, tokens: scanned.map((letter) => letters[letter]!.token) })
  clock.now = AFTER
  await runSchedule(ports, 1)
  await typePile(
    ports,
    place,
    scanned.map((letter) => ({ choices: ids(...choicesOf(letter)) })),
  )
  const typed = await readingOfSheets(home, held, scanned)
  await boxPile(ports, place)
  valueOf(await changeRound(ports, round.id, 'seal'))
  await runSchedule(ports, 2)
  valueOf(await publishResult(ports, round.id, 'final'))
  return {
    round,
    scanned,
    typed,
    after: await readingOfBox(home, held, scanned),
    close: held.close,
  }
}

type Held = {
  readonly round: Round
  readonly secret: Uint8Array
  readonly letters: readonly Letter[]
  readonly ports: Ports
  readonly lines: readonly string[]
  readonly clock: { now: number }
  readonly digest: string
  close(): void
}

async function prepare(home: LinkerHome, voters: number): Promise<Held> {
  const round = { ...aRound({ paper: true, publication: { floor: 5 } }), id: aRoundId() }
  const proposals = PROPOSALS.map((id) => aProposal(id))
  const secret = Uint8Array.from(randomBytes(32))
  const clock = { now: DURING }
  const lines: string[] = []
  const { close, ...store } = openStore(home.target)
  const write = (line: string) => void lines.push(line)
  const { publisher } = home
  const given = { store, publisher, secret, round, proposals, now: () => clock.now, write }
  const ports = makePorts(given)
  const plan = { round: round.id, pool: 'all', count: voters, keep: async () => {} } as const
  const letters = valueOf(await makeLetters(ports, { ...plan, kind: 'live' }))
  valueOf(await openRound(ports, round.id))
  const digest = ballotDigest(round, proposals)
  return { round, secret, letters, ports, lines, clock, digest, close }
}

async function castOnline({ ports, round, letters, digest }: Held, letter: number): Promise<void> {
  const ballot = {
    ...{ roundId: round.id, token: letters[letter]!.token, ballotDigest: digest },
    ...{ nonce: Uint8Array.from(randomBytes(16)), channel: 'online' as const },
  }
  valueOf(await castBallot(ports, { ...ballot, choices: ids(...choicesOf(letter)) }))
}

/** The letter's number in twos: no two people choose alike. */
function choicesOf(letter: number): readonly string[] {
  return PROPOSALS.filter((_, bit) => (letter >> bit) & 1)
}

/** Everybody who voted on paper against every sheet. */
async function readingOfSheets(
  home: LinkerHome,
  held: Held,
  scanned: readonly number[],
): Promise<Reading> {
  const entries = await held.ports.paper.entries(
    held.round.id,
    v.parse(PaperBatchIdSchema, 'hall-1'),
  )
  const sheets = scanned.map((_, at): Party => {
    const own = entries.filter(({ sheet }) => sheet === at + 1)
    return own.map(({ seat, sealed }) => ({
      kind: `sealed ${seat}`,
      ...{ bytes: Buffer.from(sealed, 'base64url'), texts: [sealed] },
    }))
  })
  const people = scanned.toSorted((a, b) => a - b)
  return {
    round: held.round.id,
    people: people.map((letter) => holderOf(held, letter)),
    ballots: sheets,
    sights: await readAll(home, held),
    truth: people.map((letter) => scanned.indexOf(letter)),
  }
}

/** Everybody who voted on paper against every ballot that came on paper. */
async function readingOfBox(
  home: LinkerHome,
  held: Held,
  scanned: readonly number[],
): Promise<Reading> {
  const { ports, round } = held
  const people = scanned.toSorted((a, b) => a - b)
  const all = await ports.box.ballots(round.id, 'all')
  const chosen = ({ receipt, record }: (typeof all)[number]) =>
    unsealBallot(ports, { round: round.id, pool: 'all' }, receipt, record).ballot.choices.join()
  const byChoices = new Map(all.map((boxed) => [chosen(boxed), boxed]))
  const own = people.map((letter) =>
    byChoices.get(
      ids(...choicesOf(letter))
        .toSorted()
        .join(),
    )!,
  )
  const ballots = own.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1))
  return {
    round: round.id,
    people: people.map((letter) => holderOf(held, letter)),
    ballots: ballots.map(({ receipt, record }) => ballotOf(receipt, record)),
    sights: await readAll(home, held),
    truth: own.map((boxed) => ballots.indexOf(boxed)),
  }
}
