import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boardHead } from '../../src/domain/checkpoint.ts'
import { toBase64url, toHex } from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import { HallIdSchema } from '../../src/domain/id.ts'
import { showBoxes } from '../../src/service/show-boxes.ts'
import { electionWithHall } from '../support/halls.ts'
import type { Published } from '../support/held-election.ts'
import { reportOn } from './world.ts'

let election: Awaited<ReturnType<typeof electionWithHall>>
beforeAll(async () => void (election = await electionWithHall()))
afterAll(() => {
  election.office.close()
  election.laptop.close()
})

const IN = 'results/1/'

/** The published files, with one of them changed; undefined takes it out. */
function changed(name: string, change: (text: string) => string | undefined): Published {
  const files = new Map(election.published.files)
  const text = change(files.get(IN + name) ?? '')
  if (text === undefined) files.delete(IN + name)
  else files.set(IN + name, text)
  return { ...election.published, files }
}

/** Another opening record, on the board and in its copy. */
function reopened(change: (text: string) => string): Published {
  const [opening = '', ...rest] = election.published.board
  const board = [change(opening), ...rest]
  return { ...changed('board.jsonl', () => board.join('')), board }
}

const fails = ({ findings }: ReturnType<typeof reportOn>) =>
  findings.filter(({ state }) => state === 'fails').map(({ check }) => check)
const lines = (text: string) => text.trim().split('\n')
const joined = (all: readonly string[]) => `${all.join('\n')}\n`

/** A list of codes with one more row. */
const withCode = (text: string, k: string) => {
  const [head = '', ...codes] = lines(text)
  return joined([head, ...[...codes, `${k};all;live;no`].toSorted()])
}

type Words = Readonly<Record<string, unknown>> & { readonly halls: readonly object[] }

const rewritten = (change: (result: Words) => object) =>
  changed('result.json', (text) => JSON.stringify(change(JSON.parse(text) as Words)))

const TAMPERED: readonly (readonly [string, () => Published, string])[] = [
  [
    'a receipt left out of the list of a hall',
    () => changed('hall-north.receipts.csv', (text) => joined(lines(text).slice(0, -1))),
    'receipts (north)',
  ],
  [
    'a used code left out of the list of a hall',
    () => changed('hall-north.used.txt', (text) => joined(lines(text).slice(1))),
    'used (north)',
  ],
  [
    'a code added to those of a hall',
    () => changed('hall-north.issued.csv', (text) => withCode(text, 'a'.repeat(64))),
    'issued (north)',
  ],
  [
    'a ballot changed, wherever it came from',
    () => changed('ballots.csv', (text) => text.replace('bench', 'parks')),
    'ballots',
  ],
  [
    'a ballot left out',
    () => changed('ballots.csv', (text) => joined(lines(text).slice(0, -1))),
    'ballots',
  ],
  [
    'a checkpoint of a hall changed',
    () => changed('hall-north.board.jsonl', (text) => text.replace('"revoked":0', '"revoked":1')),
    'chain (north)',
  ],
  [
    'the end of the chain of a hall cut off',
    () => changed('hall-north.board.jsonl', (text) => joined(lines(text).slice(0, -1))),
    'halls',
  ],
  [
    'the board of a hall taken out',
    () => changed('hall-north.board.jsonl', () => undefined),
    'halls',
  ],
  [
    'a hall dropped',
    () => rewritten((result) => ({ ...result, halls: result.halls.slice(1) })),
    'halls',
  ],
  ['all halls dropped', () => rewritten(({ halls: _, ...result }) => result), 'halls'],
  [
    'a hall called lost that was there',
    () =>
      rewritten((result) => ({
        ...result,
        halls: [{ hall: 'north', reason: 'It was lost.' }, ...result.halls.slice(1)],
      })),
    'halls',
  ],
  [
    'an area of a hall that the ballot does not have',
    () =>
      rewritten((result) => ({
        ...result,
        halls: result.halls.map((hall) =>
          'pools' in hall && Array.isArray(hall.pools)
            ? { ...hall, pools: [...hall.pools, { ...hall.pools[0], pool: 'ghost' }] }
            : hall,
        ),
      })),
    'halls',
  ],
  [
    'another key of a hall in the opening record',
    () => reopened((text) => text.replace(/("hall":"north","signKey":")../, '$1xx')),
    'halls',
  ],
  [
    'no keys of halls in the opening record',
    () => reopened((text) => text.replace(/"hallKeys":\[.*?\],/, '')),
    'halls',
  ],
  [
    'another hour in the opening record of a hall',
    () =>
      changed('hall-north.board.jsonl', (text) => text.replace(/("opensAt":"2027-05-)03/, '$102')),
    'halls',
  ],
  [
    'another reason for what is not there',
    () => changed('result.json', (text) => text.replace('fell into the river', 'was stolen')),
    'halls',
  ],
  [
    'ballots of a hall called those of the round itself',
    () =>
      rewritten((result) => ({
        ...result,
        halls: [
          { hall: 'north', pools: [{ pool: 'all', ballots: { recorded: 2 } }] },
          ...result.halls.slice(1),
        ],
      })),
    'numbers (north)',
  ],
  [
    'the report of a hall that does not hold',
    () =>
      changed('hall-north.reconciliation.json', (text) =>
        text.replace('"recorded": 3', '"recorded": 4'),
      ),
    'reconciliation (north)',
  ],
  [
    'a code that was used in a hall and issued by the round itself, too',
    () => {
      const { office, laptop } = election
      const round = laptop.hall!.round
      const u = hash('use', round, laptop.letters[0]!.token)
      const k = office.keys.storedMark(round, hash('mark', round, u))
      return changed('issued.csv', (text) => withCode(text, toHex(Buffer.from(k, 'base64url'))))
    },
    'halls',
  ],
]

describe('the verifier', () => {
  test('agrees with an honest election of two boxes, and says which one is not in it', () => {
    const { verdict, findings } = reportOn(election.published, {})
    expect(findings.filter(({ state }) => state === 'fails')).toEqual([])
    expect(verdict).toBe('agrees')
    expect(findings.find(({ check }) => check === 'halls')?.says).toContain(
      'mill is NOT in it: "The laptop fell into the river."',
    )
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['chain (north)', 'receipts (north)', 'used (north)']),
    )
  })

  test('is told of no box how many of its ballots are blank', () => {
    const reports = [...election.published.files].filter(([name]) =>
      name.endsWith('reconciliation.json'),
    )
    expect(reports).toHaveLength(2)
    for (const [name, text] of reports) {
      const { rows } = JSON.parse(text) as { rows: { row: string }[] }
      expect(
        rows.find(({ row }) => row === 'ballots-read'),
        name,
      ).toEqual({
        ...{ row: 'ballots-read', holds: true, values: { boxed: 3, read: 3 } },
      })
    }
  })

  test('knows receipts, heads and codes of a hall', async () => {
    const { laptop, receipts, published, office } = election
    const [, receipt = ''] = receipts
    const { round } = laptop.hall!
    const message = hash('receipt-signature', round, receipt)
    const signature = Buffer.from(await laptop.keys.sign(round, message)).toString('base64url')
    expect(fails(reportOn(published, { receipt }))).toEqual([])
    expect(fails(reportOn(published, { receipt, signature }))).toEqual([])
    const board = lines(published.files.get(`${IN}hall-north.board.jsonl`) ?? '')
    const head = boardHead(round, 1, `${board[1]}\n`)
    expect(fails(reportOn(published, { heads: [head] }))).toEqual([])
    expect(fails(reportOn(published, { heads: ['1:00000000'] }))).toEqual(['heads'])
    expect(fails(reportOn(published, { unused: laptop.letters[3]!.token }))).toEqual([])
    expect(fails(reportOn(published, { unused: laptop.letters[0]!.token }))).toEqual(['code'])
    const shown = await showBoxes(office, round)
    if (!shown.ok) throw new Error(shown.error.code)
    expect(fails(reportOn(published, { shown: shown.value }))).toEqual([])
    // One receipt is in both boxes, for two voters had the same random number.
    const [twice = '', other = ''] = receipts
    const rows = lines(shown.value).map((line) => line.split(';'))
    expect(rows.filter(([, , R]) => R === twice).map(([hall]) => hall)).toEqual(
      expect.arrayContaining(['', 'north']),
    )
    const moved = shown.value.replace(new RegExp(`north(;\\w+;${other};)`), '$1')
    expect(fails(reportOn(published, { shown: moved }))).toEqual(['observers'])
    // As docs/security.md says: to observers, and with the ballots that are published, a hall is a group.
    const ofHall = rows.filter(([hall]) => hall === 'north').map(([, , , c]) => c)
    const group = lines(published.files.get(`${IN}ballots.csv`) ?? '').flatMap((line) => {
      const [c, , , choices = ''] = line.split(';')
      return ofHall.includes(c) ? [choices.replace(/\W/g, '')] : []
    })
    expect(group.toSorted()).toEqual(['bench', 'bench', 'park'])
    // A ballot that was lost in the hall is proved by its receipt.
    const lost = changed('hall-north.receipts.csv', (text) =>
      joined(lines(text).filter((line) => !line.startsWith(receipt))),
    )
    expect(fails(reportOn(lost, { receipt, signature }))).toContain('receipt')
  })

  test('proves a receipt of a hall that was given up, and no other by its key', async () => {
    const { laptop, published, office } = election
    const { round } = laptop.hall!
    const receipt = '0123456789ABCDEF'
    const mill = office.keys.ofHall(round, v.parse(HallIdSchema, 'mill'), 1)
    const sign = async (text: string) =>
      toBase64url(await mill.sign(round, hash('receipt-signature', round, text)))
    const held = { receipt, signature: await sign(receipt) }
    const report = reportOn(published, held)
    expect(fails(report)).toEqual([])
    expect(report.findings.find(({ check }) => check === 'receipt')?.says).toContain(
      'signed by the laptop of mill. Its box was given up: "The laptop fell into the river."',
    )
    const other = await sign('0123456789ABCDEG')
    expect(fails(reportOn(published, { receipt, signature: other }))).toEqual(['receipt'])
  })

  test.each(TAMPERED)('finds %s', (_, tamper, check) => {
    expect(fails(reportOn(tamper(), {}))).toContain(check)
  })
})
