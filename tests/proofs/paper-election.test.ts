/**
 * An election with paper, a kiosk and the web, held in both homes: what is published tells them apart, adds up,
 * and is accepted by those who check it; and what is told otherwise is found.
 *
 * Talks to real stores and repositories. Invariant: the verifier is the command that anyone can run.
 */
import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { checkElection, ELECTION_CHECKS } from '../../src/domain/election-checks.ts'
import { boardHead, parseCheckpoint } from '../../src/domain/checkpoint.ts'
import { canonicalJson, isJson } from '../../src/domain/canonical-json.ts'
import type { SheetReading } from '../../src/domain/paper-sheet.ts'
import { readSnapshot, sealSnapshot, type Snapshot } from '../../src/domain/snapshot.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { ids } from '../support/builders.ts'
import type { Published } from '../support/held-election.ts'
import { inBothHomes, type Vote } from '../support/homes.ts'
import { aBatchId, boxPile, holdPile, typePile, valueOf } from '../support/paper-ballots.ts'
import { AFTER } from '../support/ports.ts'
import { reportOn } from './world.ts'

const NAMES = [
  ...['result.json', 'paper.json', 'results.csv', 'receipts.csv', 'issued.csv', 'used.txt'],
  ...['mark-key.txt', 'ballots.csv', 'ballots.pb', 'board.jsonl', 'reconciliation.json'],
  'payments.csv',
]
const SHEETS: readonly SheetReading[] = [
  ...Array.from({ length: 6 }, () => ({ choices: ids('bench') })),
  ...Array.from({ length: 3 }, () => ({ choices: ids('bench', 'park') })),
  { choices: [] },
  { invalid: 'unclear' },
  { invalid: 'torn' },
]
const [ONLINE, KIOSK] = [6, 2]

async function cast(vote: Vote, letter: number, channel: 'online' | 'kiosk'): Promise<void> {
  const outcome = await castBallot(vote, {
    ...{ roundId: vote.round.id, token: vote.letters[letter]!.token, channel },
    ...{ nonce: Uint8Array.from(randomBytes(16)), choices: ids('park') },
    ballotDigest: (await vote.content.round(vote.round.id))?.digest ?? '',
  })
  valueOf(outcome)
}

/** Six online, two at a kiosk, ten on paper, and two sheets that are no ballot; of 25 letters. */
async function holdVote(vote: Vote): Promise<void> {
  const { id } = vote.round
  const place = { roundId: id, batch: aBatchId('hall-1') }
  for (let at = 0; at < ONLINE + KIOSK; at++) await cast(vote, at, at < ONLINE ? 'online' : 'kiosk')
  const tokens = vote.letters.slice(8, 8 + SHEETS.length).map(({ token }) => token)
  await holdPile(vote, { ...place, tokens })
  vote.setNow(AFTER)
  const steps = await advanceRounds(vote)
  expect(steps.map(({ step, result }) => [step, result.ok])).toEqual([['close', true]])
  await typePile(vote, place, SHEETS)
  expect(await boxPile(vote, place)).toEqual({ recorded: 10, invalid: 2 })
  await advanceRounds(vote)
}

async function publishedOf(vote: Vote): Promise<Published> {
  const board: string[] = []
  for (let n = 0; ; n++) {
    const text = await vote.read('board', `${n}.json`)
    if (text === undefined) break
    board.push(text)
  }
  const paths = ['result.md', ...NAMES.map((name) => `results/1/${name}`)]
  const texts = await Promise.all(
    paths.map(async (path) => [path, await vote.read('content', path)]),
  )
  const files = texts.flatMap(([path = '', text]) => (text ? [[path, text] as const] : []))
  return { board, files: new Map(files) }
}

inBothHomes((home) => {
  let vote: Vote
  beforeEach(async () => {
    const fields = { paper: true, eligible: 40, publication: { floor: 5 } }
    vote = await home.vote(25, { fields })
    await holdVote(vote)
  })

  test('paper stands on the board by itself, together, before the seal', async () => {
    expect((await publishedOf(vote)).board).toHaveLength(2)
    expect(await changeRound(vote, vote.round.id, 'seal')).toEqual({ ok: true, value: 'sealed' })
    const board = (await publishedOf(vote)).board.slice(1).map(parseCheckpoint)
    const told = board.map(({ kind, recorded, invalid, held }) => ({
      ...{ kind, invalid, held },
      ...Object.fromEntries(recorded.map(({ channel, ballots }) => [channel, ballots])),
    }))
    const all = { invalid: [{ channel: 'paper', pool: 'all', ballots: 2 }], held: 0 }
    const boxed = { ...all, online: 6, kiosk: 2, paper: 10 }
    expect(told).toEqual([
      { kind: 'closing', invalid: undefined, held: 12, online: 6, kiosk: 2 },
      { kind: 'closing', ...boxed },
      { kind: 'final', ...boxed },
    ])
  })

  test('the result tells the ways apart, and whoever checks it agrees', async () => {
    valueOf(await changeRound(vote, vote.round.id, 'seal'))
    expect(await publishResult(vote, vote.round.id, 'final')).toMatchObject({
      ok: true,
      value: { fresh: true },
    })
    const published = await publishedOf(vote)
    expect(snapshotIn(published).pools[0]?.ballots).toEqual({
      ...{ recorded: 18, blank: 1, invalid: 2 },
      channels: { online: 6, kiosk: 2, paper: 10 },
    })
    const rows = published.files.get('results/1/reconciliation.json') ?? ''
    expect(rows).toMatch(/"row": "invalid",\s+"holds": true,\s+"values": \{\s+"counted": 2,/)
    expect(published.files.get('results/1/ballots.pb')).not.toMatch(/voting_method|internet/)
    const { findings, verdict } = reportOn(published, {})
    expect(findings.filter(({ state }) => state === 'fails')).toEqual([])
    expect(verdict).toBe('agrees')
    expect(await failedChecks(published)).toEqual([])
  })

  // What is published does not know its home.
  if (home.name === 'embedded')
    test('what is told otherwise is found: by the verifier, and by the page that checks', async () => {
      valueOf(await changeRound(vote, vote.round.id, 'seal'))
      valueOf(await publishResult(vote, vote.round.id, 'final'))
      const published = await publishedOf(vote)
      for (const [name, change] of TOLD_OTHERWISE) {
        const { findings } = reportOn(change(published), {})
        const found = findings.some(({ state }) => state === 'fails')
        expect([name, found]).toEqual([name, true])
        expect([name, await failedChecks(change(published))]).not.toEqual([name, []])
      }
    })
})

const TOLD_OTHERWISE: readonly (readonly [string, (published: Published) => Published])[] = [
  [
    'an invalid sheet less in the result',
    inResult(({ invalid: _, ...rest }) => ({ ...rest, invalid: 1 })),
  ],
  [
    'paper told as online in the result',
    inResult((ballots) => ({ ...ballots, channels: { online: 16, kiosk: 2, paper: 0 } })),
  ],
  [
    'no ways at all in the result',
    inResult(({ recorded, blank }) => ({ recorded, blank, invalid: 2 })),
  ],
  ['a used key less', inFile('used.txt', (text) => text.replace(/^.*\n/, ''))],
  ['no invalid sheets on the board', onBoard(({ invalid: _, ...rest }) => rest)],
  [
    'a paper ballot told as online on the board, after the close',
    onBoard((last) => ({ ...last, recorded: moved(last['recorded']) })),
  ],
  ['a code that is still held at the end', onBoard((last) => ({ ...last, held: 1 }))],
]

function snapshotIn({ files }: Published): Snapshot {
  return readSnapshot(files.get('results/1/result.json') ?? '').snapshot
}

/** The checks of the page that do not hold. */
async function failedChecks(published: Published): Promise<readonly string[]> {
  const files = new Map(NAMES.map((name) => [name, published.files.get(`results/1/${name}`) ?? '']))
  files.set('board.jsonl', published.board.join(''))
  const { round, digest } = snapshotIn(published)
  const head = boardHead(round, published.board.length - 1, published.board.at(-1) ?? '')
  return ELECTION_CHECKS.filter(
    (check) => checkElection({ round, files, digest, head }, check).verdict === 'differs',
  )
}

type Numbers = Snapshot['pools'][number]['ballots']

/** A result that says other numbers, with its digest made anew. */
function inResult(change: (ballots: Numbers) => Numbers) {
  return (published: Published): Published => {
    const { digest: _, ...snapshot } = snapshotIn(published)
    const pools = snapshot.pools.map((pool) => ({ ...pool, ballots: change(pool.ballots) }))
    const text = `${JSON.stringify(sealSnapshot({ ...snapshot, pools }), null, 2)}\n`
    return withFile(published, 'results/1/result.json', text)
  }
}

function inFile(name: string, change: (text: string) => string) {
  return (published: Published) => {
    const path = `results/1/${name}`
    return withFile(published, path, change(published.files.get(path) ?? ''))
  }
}

/** A board whose last entry says something else, and its copy with it. */
function onBoard(change: (last: Record<string, unknown>) => Record<string, unknown>) {
  return ({ board, files }: Published): Published => {
    const last = change(JSON.parse(board.at(-1) ?? '{}'))
    if (!isJson(last)) throw new TypeError('a checkpoint is JSON')
    const anew = [...board.slice(0, -1), `${canonicalJson(last)}\n`]
    return { board: anew, files: new Map(files).set('results/1/board.jsonl', anew.join('')) }
  }
}

function moved(recorded: unknown): unknown {
  if (!Array.isArray(recorded)) throw new TypeError('a checkpoint says how many were recorded')
  const by = { kiosk: 2, online: 7, paper: 9 }
  return Object.entries(by).map(([channel, ballots]) => ({ channel, pool: 'all', ballots }))
}

function withFile({ board, files }: Published, path: string, text: string): Published {
  return { board, files: new Map(files).set(path, text) }
}
