import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { makeRecord, printRecord, sealContext } from '../../src/domain/ballot-record.ts'
import { STORE_SCHEMA } from '../../src/domain/box-state.ts'
import { canonicalJson, isJson } from '../../src/domain/canonical-json.ts'
import { boardHead, checkpointHash, checkpointPath } from '../../src/domain/checkpoint.ts'
import { toBase64url, toHex } from '../../src/domain/encoding.ts'
import { RECONCILIATION_ROWS, type RowName } from '../../src/domain/reconciliation.ts'
import { markOf, useOf, type Token } from '../../src/domain/token.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { publishResults } from '../../src/service/publish-results.ts'
import { lettersOf } from '../support/box-data.ts'
import { ids } from '../support/builders.ts'
import { IS_HEAVY } from '../support/heavy.ts'
import { inBothHomes, type Home, type Vote } from '../support/homes.ts'
import { AFTER } from '../support/ports.ts'

/** What somebody with the store's password, or with the board's, writes into it. */
type Plant = (vote: Vote) => Promise<unknown>
type Case = readonly [row: RowName, what: string, plant: Plant]

const tokenOf = (vote: Vote, letter: number): Token => vote.letters[letter]!.token
const markIn = (vote: Vote, letter: number) =>
  vote.keys.storedMark(vote.round.id, markOf(vote.round.id, tokenOf(vote, letter)))
const setCount = (name: string, number: number): Plant => {
  return ({ tamper, round }) => tamper.count(round.id, name, number)
}
const useUp = (vote: Vote, letter: number, use: string) =>
  vote.tamper.mark(vote.round.id, markIn(vote, letter), `used:all:${lettersOf('t')}:${use}`)
const useIn = (vote: Vote, letter: number) =>
  toBase64url(useOf(vote.round.id, tokenOf(vote, letter)))

/** Six letters, of which the first three vote; planted after the seal, with the whole chain written. */
const AFTER_THE_SEAL: readonly Case[] = [
  ['codes', 'a code more is said to be issued', setCount('issued:live:all', 7)],
  [
    'issued-root',
    'a code is exchanged for one that nobody issued',
    async (vote) => {
      await vote.tamper.mark(vote.round.id, markIn(vote, 5), undefined)
      await vote.tamper.mark(vote.round.id, lettersOf('forged'), 'live:all')
    },
  ],
  ['used', 'a code is marked as used', (vote) => useUp(vote, 4, useIn(vote, 4))],
  [
    'used-issued',
    'a used key is exchanged for one that leads to no issued code',
    (vote) => useUp(vote, 0, lettersOf('no code')),
  ],
  [
    'invalid',
    'a code is marked as used by an invalid sheet that the board does not know',
    async (vote) => {
      await useUp(vote, 4, useIn(vote, 4))
      await vote.tamper.count(vote.round.id, 'invalid:paper:all', 1)
    },
  ],
  ['revoked', 'a code more is said to be revoked', setCount('revoked', 1)],
  ['reissued', 'a code more is said to be reissued', setCount('reissued', 1)],
  ['held', 'a paper ballot is said to wait', setCount('held:batch-1', 1)],
  [
    'ballots',
    'a used code and a count, but no ballot',
    async (vote) => {
      await useUp(vote, 4, useIn(vote, 4))
      await vote.tamper.count(vote.round.id, 'recorded:online:all', 4)
    },
  ],
  [
    'ballots-read',
    'the sealed part of a ballot is changed',
    async (vote) => {
      const [{ receipt, record } = { receipt: '', record: '' }] = await boxOf(vote)
      const changed = record.slice(0, -2) + (record.endsWith('AA') ? 'BB' : 'AA')
      await vote.tamper.record(vote.round.id, { pool: 'all', receipt }, changed)
    },
  ],
  [
    'chain',
    'a checkpoint in the middle of the board is changed',
    async (vote) => {
      const text = (await vote.read('board', '1.json')) ?? ''
      const event = '{"at":"2027-05-10T12:00:00Z","kind":"resume"}'
      await commit(vote, [[1, text.replace('"events":[]', `"events":[${event}]`)]])
    },
  ],
  ['head', 'receipts name another head', (vote) => vote.tamper.meta(vote.round.id, 'head', '2:0')],
  ['receipts-roots', 'the chain is written anew with another root', forgeRoot('receiptsRoot')],
  ['pairs-roots', 'the chain is written anew with other pairs', forgeRoot('pairsRoot')],
  ['ballots-root', 'the chain is written anew with other ballots', forgeRoot('ballotsRoot')],
  [
    'digest',
    'the chain is written anew with another digest',
    (vote) => forge(vote, (n, link) => (n === 0 ? { ...link, digest: '0'.repeat(64) } : link)),
  ],
  [
    'signatures',
    'the chain is written anew with another signing key',
    (vote) => {
      const signKey = 'GHOGzzwDm-SuGhUVcSzPBKpVqwpE5yrJ4kqUB3HTMbc'
      return forge(vote, (n, link) => (n === 0 ? { ...link, signKey } : link))
    },
  ],
]

/** What the report is made of does not know its home: in production only what reads the store apart. */
const ALSO_IN_PRODUCTION: readonly RowName[] = ['codes', 'used-issued', 'ballots-read', 'chain']

function plants({ name }: Home): readonly Case[] {
  if (IS_HEAVY || name === 'embedded') return AFTER_THE_SEAL
  return AFTER_THE_SEAL.filter(([row]) => ALSO_IN_PRODUCTION.includes(row))
}

inBothHomes((home) => {
  test('a vote that was not touched is reconciled, and the report is published with it', async () => {
    const vote = await sealed(home)
    expect(await publishResult(vote, vote.round.id, 'final')).toMatchObject({
      ok: true,
      value: { fresh: true },
    })
    const text = (await vote.read('content', 'results/1/reconciliation.json')) ?? '{}'
    const report = v.parse(ReportSchema, JSON.parse(text))
    expect(report.rows.map(({ row }) => row).toSorted()).toEqual(RECONCILIATION_ROWS.toSorted())
    expect(report.rows.filter(({ holds }) => !holds)).toEqual([])
    const codes = report.rows.find(({ row }) => row === 'codes')
    expect(codes?.parts).toEqual({ live: 3, reserve: 0, used: 3, revoked: 0, held: 0 })
  })

  test.each(plants(home))('%s: %s', async (row, _, plant) => {
    const vote = await sealed(home)
    const said: unknown[] = []
    const log: Vote['log'] = {
      ...vote.log,
      fault: (name, fault, fields) => {
        said.push(fields)
        vote.log.fault(name, fault, fields)
      },
    }
    await plant(vote)
    const refused = { error: { code: 'not-reconciled', details: { rows: row } } }
    expect(await publishResult({ ...vote, log }, vote.round.id, 'final')).toMatchObject(refused)
    expect(vote.events).toContain('fault numbers-differ')
    expect(said).toContainEqual({ round: vote.round.id, rows: row })
    expect(await vote.read('content', 'results/1/result.json')).toBeUndefined()
  })

  test('ballots-valid: a ballot that no rule allows lies in the box', async () => {
    const vote = await sealed(home, { before: stuff })
    expect(await publishResult(vote, vote.round.id, 'final')).toMatchObject({
      error: { code: 'not-reconciled', details: { rows: 'ballots-valid' } },
    })
  })

  test('sums are published by the next run of the schedule once the numbers agree again', async () => {
    const vote = await sealed(home, { fields: { publication: { result: 'provisional' } } })
    const said: unknown[] = []
    const fault: Vote['log']['fault'] = (_name, _fault, fields) => void said.push(fields)
    await vote.tamper.count(vote.round.id, 'revoked', 1)
    const refused = await publishResults({ ...vote, log: { ...vote.log, fault } })
    expect(refused).toMatchObject([{ outcome: 'refused' }])
    expect(said).toContainEqual({ round: vote.round.id, why: 'not-reconciled', rows: 'revoked' })
    await vote.tamper.count(vote.round.id, 'revoked', 0)
    expect(await publishResults(vote)).toMatchObject([{ outcome: 'published' }])
  })
})

describe('what the cases cover', () => {
  test('every row but those about files, which only the software itself could make differ', () => {
    const covered = [...AFTER_THE_SEAL.map(([row]) => row), 'ballots-valid']
    const files = ['files', 'issued-file', 'result']
    expect([...covered, ...files].toSorted()).toEqual(RECONCILIATION_ROWS.toSorted())
  })
})

const ReportSchema = v.object({
  rows: v.array(
    v.object({
      row: v.string(),
      holds: v.boolean(),
      parts: v.optional(v.record(v.string(), v.number())),
    }),
  ),
})

type Sealed = { readonly before?: Plant; readonly fields?: Readonly<Record<string, unknown>> }

async function sealed(home: Home, { before, fields = {} }: Sealed = {}): Promise<Vote> {
  const vote = await home.vote(6, { fields })
  for (const [letter, choice] of ['park', 'bench', ''].entries())
    await vote.cast(letter, ...[choice].filter(Boolean))
  await before?.(vote)
  vote.setNow(AFTER)
  await advanceRounds(vote)
  return vote
}

const boxOf = (vote: Vote) => vote.box.ballots(vote.round.id, 'all')

/** Casts past the checks, as a function that was changed could: twice the same proposal. */
async function stuff(vote: Vote): Promise<void> {
  const content = await vote.content.round(vote.round.id)
  const [round, receipt] = [vote.round.id, 'Z'.repeat(16)]
  const paper = ballotPaper(vote.round, content?.proposals ?? [], 'all')
  const random = { salt: vote.random.bytes(16), pairing: vote.random.bytes(16) }
  const made = makeRecord(paper, { choices: ids('park', 'park') }, receipt, random)
  const sealed = vote.keys.seal(round, made.plain, sealContext(round, 'all', receipt))
  const outcome = await vote.box.cast({
    ...{ round, pool: 'all', receipt, mark: markIn(vote, 3), use: useIn(vote, 3) },
    ...{ retry: lettersOf('t'), record: printRecord(made, sealed), digest: content?.digest ?? '' },
    ...{ schema: STORE_SCHEMA, fingerprint: vote.keys.fingerprint(round), channel: 'online' },
    now: vote.clock.now(),
  })
  expect(outcome).toMatchObject({ outcome: 'recorded' })
}

type Link = Readonly<Record<string, unknown>>

/** Writes the whole chain anew, each link on the one before, and makes receipts name its head. */
async function forge(vote: Vote, edit: (n: number, link: Link) => Link): Promise<void> {
  const { id } = vote.round
  const texts: [number, string][] = []
  for (let n = 0; ; n++) {
    const text = await vote.read('board', `${n}.json`)
    if (text === undefined) break
    const before = texts[n - 1]?.[1]
    const previous = before && { previous: toHex(checkpointHash(id, before)) }
    const link = {
      ...edit(n, v.parse(v.record(v.string(), v.unknown()), JSON.parse(text))),
      ...previous,
    }
    if (!isJson(link)) expect.fail('a link is JSON')
    texts.push([n, `${canonicalJson(link)}\n`])
  }
  await commit(vote, texts)
  const [n, text] = texts.at(-1) ?? [0, '']
  await vote.tamper.meta(id, 'head', boardHead(id, n, text))
}

function forgeRoot(name: string): Plant {
  return (vote) =>
    forge(vote, (n, link) =>
      n === 2 ? { ...link, [name]: { size: 3, root: 'f'.repeat(64) } } : link,
    )
}

async function commit(vote: Vote, texts: readonly [number, string][]): Promise<void> {
  const expectedHead = await vote.publisher.head('board')
  const files = texts.map(([n, text]) => ({ path: checkpointPath(vote.round.id, n), text }))
  const request = { branch: 'board', expectedHead, message: 'Forged', files } as const
  expect(await vote.publisher.commit(request)).toMatchObject({ outcome: 'committed' })
}
