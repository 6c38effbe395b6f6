/**
 * A hall without internet: a laptop of its own with an embedded store, on which people voted at a kiosk.
 *
 * Talks to a temporary folder. Invariant: it shares with the council's software the content and one secret, made
 * for this hall, and nothing else.
 */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { toBase64url } from '../../src/domain/encoding.ts'
import { hallFileMessage, printHallFile, type HallFile } from '../../src/domain/hall-file.ts'
import { FIRST_SITTING } from '../../src/domain/hall-setting.ts'
import { hash } from '../../src/domain/hash.ts'
import { HallIdSchema, WHOLE } from '../../src/domain/id.ts'
import { findPeriod, periodsOf } from '../../src/domain/phase.ts'
import { printInstant } from '../../src/domain/time.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { makeHallFile } from '../../src/service/make-hall-file.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { giveUpHall, takeInHall } from '../../src/service/settle-hall.ts'
import { aRound, ids } from './builders.ts'
import { endedRound } from './ended-round.ts'
import { publishedBy } from './held-election.ts'
import { AFTER, DURING, testPorts, type TestPorts } from './ports.ts'

/** Two halls, as round.md names them. */
export const HALLS = [
  { id: 'north', name: 'The northern hall' },
  { id: 'mill', name: 'The mill' },
]

export type Laptop = TestPorts & { readonly letters: readonly Letter[] }

/** The laptop of a hall, with voting opened on it. */
export async function aLaptop(
  office: Pick<Ports, 'content' | 'keys'>,
  {
    hall,
    letters,
    round: id,
    copied = [],
    sitting = FIRST_SITTING,
  }: {
    readonly hall: string
    readonly letters: number
    readonly round: string
    /** Codes of other boxes that somebody registered here, too. */
    readonly copied?: readonly string[]
    readonly sitting?: number
  },
): Promise<Laptop> {
  const content = await office.content.round(id)
  if (content === undefined) throw new Error('the round is gone')
  const { round, proposals, digest } = content
  const period = findPeriod(
    periodsOf(round.phases, (await office.content.council()).timeZone),
    'voting',
  )
  if (period === undefined) throw new Error('nobody votes in the round')
  const opensAt = printInstant(period.startsAt)
  const place = { round: round.id, id: v.parse(HallIdSchema, hall), sitting, opensAt, digest }
  const given = await testPorts({ round, proposals })
  const ports = { ...given, hall: place, keys: office.keys.ofHall(place.round, place.id, sitting) }
  const request = { round: round.id, pool: 'all', kind: 'live', count: letters } as const
  const made = await makeLetters(ports, { ...request, keep: async () => {} })
  if (copied.length > 0) await copyCodes(ports, copied)
  const opened = await openRound(ports, round.id)
  if (!made.ok || !opened.ok) throw new Error(JSON.stringify([made, opened]))
  return { ...ports, letters: made.value }
}

async function copyCodes({ box, keys, hall }: Ports, codes: readonly string[]): Promise<void> {
  if (hall === undefined) return
  const { round } = hall
  const batch = { round, pool: WHOLE, kind: 'live', batch: 'copied' } as const
  const marks = codes.map((code, at) => ({
    mark: keys.storedMark(round, hash('mark', round, hash('use', round, code))),
    serial: keys.storedSerial(round, `copied-${at}`),
  }))
  await box.draftMarks({ ...batch, marks })
  if (!(await box.activateBatch(batch, codes.length))) throw new Error('codes were not copied')
}

/** Casts at the hall's kiosk, with the letter of this number or that of another box. */
export async function castInHall(
  laptop: Laptop,
  letter: number | Letter,
  words: string,
  nonce = Uint8Array.from(randomBytes(16)),
): Promise<string> {
  const [round = ''] = await laptop.content.roundIds()
  const outcome = await castBallot(laptop, {
    roundId: round,
    token: (typeof letter === 'number' ? laptop.letters[letter]! : letter).token,
    nonce,
    choices: ids(...words.split(' ').filter(Boolean)),
    ballotDigest: (await laptop.content.round(round))?.digest ?? '',
    channel: 'kiosk',
  })
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value.receipt
}

/** Casts online, for the first proposal of the round. */
export async function castAtOffice(ports: Ports, round: string, letter: Letter): Promise<void> {
  const content = await ports.content.round(round)
  const outcome = await castBallot(ports, {
    ...{ roundId: round, token: letter.token, channel: 'online' },
    choices: ids(content?.proposals[0]?.id ?? ''),
    nonce: Uint8Array.from(randomBytes(16)),
    ballotDigest: content?.digest ?? '',
  })
  if (!outcome.ok) throw new Error(outcome.error.code)
}

/** Closes and seals the hall's box by the schedule, and makes its file. */
export async function fileOf(laptop: Laptop): Promise<HallFile> {
  laptop.setNow(AFTER)
  await advanceRounds(laptop)
  const [round = ''] = await laptop.content.roundIds()
  const made = await makeHallFile(laptop, round)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

/** The file as the laptop itself would have signed it: whoever holds the laptop can sign anything. */
export async function signFile({ keys }: Pick<Ports, 'keys'>, file: HallFile): Promise<HallFile> {
  const { signature: _, ...rest } = file
  const signature = await keys.sign(file.round, hallFileMessage(rest))
  return { ...file, signature: toBase64url(signature) }
}

/**
 * A published election of an office and one hall, whose other hall was given up. The first voters of both boxes have the
 * same receipt. The caller closes both.
 */
export async function electionWithHall({ floor = 5 }: { readonly floor?: number } = {}) {
  const round = aRound({ halls: HALLS, publication: { floor } })
  const nonce = Uint8Array.from(randomBytes(16))
  const office = await endedRound(['park', 'park bench', ''], { round, nonce })
  office.setNow(DURING)
  const laptop = await aLaptop(office, { hall: 'north', round: round.id, letters: 4 })
  const receipts: string[] = []
  for (const [at, words] of ['bench', 'bench', 'park'].entries())
    receipts.push(await castInHall(laptop, at, words, at === 0 ? nonce : undefined))
  const file = await fileOf(laptop)
  office.setNow(AFTER)
  await advanceRounds(office)
  const taken = await takeInHall(office, round.id, printHallFile(file))
  const lost = { hall: v.parse(HallIdSchema, 'mill'), reason: 'The laptop fell into the river.' }
  const givenUp = await giveUpHall(office, round.id, lost)
  await advanceRounds(office)
  const published = await publishResult(office, round.id, 'final')
  if (!taken.ok || !givenUp.ok || !published.ok)
    throw new Error(JSON.stringify([taken, givenUp, office.events]))
  return { office, laptop, receipts, published: await publishedBy(office) }
}
