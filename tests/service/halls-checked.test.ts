import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUpInBoxes } from '../../src/client/look-up-receipt.ts'
import { boardHead } from '../../src/domain/checkpoint.ts'
import { checkElection, ELECTION_CHECKS } from '../../src/domain/election-checks.ts'
import { toBase64url } from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import { HallIdSchema, RoundIdSchema } from '../../src/domain/id.ts'
import { readSnapshot } from '../../src/domain/snapshot.ts'
import { recountSnapshot } from '../../src/domain/recount.ts'
import { snapshotTexts } from '../../src/domain/snapshot-texts.ts'
import { electionWithHall } from '../support/halls.ts'

let election: Awaited<ReturnType<typeof electionWithHall>>
beforeAll(async () => void (election = await electionWithHall()))
afterAll(() => {
  election.office.close()
  election.laptop.close()
})

/** The files of the result by name, with some of them changed. */
function filesWith(changes: Readonly<Record<string, (text: string) => string>> = {}) {
  const files = new Map<string, string>()
  for (const [path, text] of election.published.files) {
    const [, name] = /^results\/1\/(.+)$/.exec(path) ?? []
    if (name !== undefined) files.set(name, changes[name]?.(text) ?? text)
  }
  return files
}

const headOfHall = () => {
  const [, first = ''] = (filesWith().get('hall-north.board.jsonl') ?? '').split('\n')
  return boardHead('spring', 1, `${first}\n`)
}

function verdicts(files: ReadonlyMap<string, string>) {
  const { digest } = readSnapshot(filesWith().get('result.json') ?? '').snapshot
  const own = { round: 'spring', files, digest, head: headOfHall() }
  return Object.fromEntries(
    ELECTION_CHECKS.map((check) => [check, checkElection(own, check).verdict]),
  )
}

const shorter = (text: string) => `${text.trim().split('\n').slice(0, -1).join('\n')}\n`

describe('what a reader’s browser checks of a result with a hall', () => {
  test('holds for an honest one, with the head of a hall', () => {
    expect(new Set(Object.values(verdicts(filesWith())))).toEqual(new Set(['holds']))
  })

  test.each([
    ['receipts', 'hall-north.receipts.csv', shorter],
    [
      'used',
      'hall-north.used.txt',
      (text: string) => text.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    ],
    ['numbers', 'hall-north.used.txt', shorter],
    ['issued', 'hall-north.issued.csv', shorter],
    ['board', 'hall-north.board.jsonl', shorter],
    ['ballots', 'ballots.csv', (text: string) => text.replace('bench', 'parks')],
    ['result', 'ballots.csv', shorter],
    ['paper', 'result.json', (text: string) => text.replace('the river', 'a lake')],
    [
      'paper',
      'board.jsonl',
      (text: string) => text.replace(/("hall":"north","signKey":")../, '$1xx'),
    ],
    [
      'paper',
      'hall-north.board.jsonl',
      (text: string) => text.replace(/("opensAt":"2027-05-)03/, '$102'),
    ],
  ] as const)('%s notices what was changed in %s', (check, name, change) => {
    expect(verdicts(filesWith({ [name]: change }))[check]).toBe('differs')
  })

  test('counts again to the same result, with no difference', () => {
    const { snapshot } = readSnapshot(filesWith().get('result.json') ?? '')
    const texts = snapshotTexts(snapshot, filesWith())
    expect(texts && recountSnapshot(texts).flatMap(({ differences }) => differences)).toEqual([])
  })

  test('finds the receipt of a hall, and knows that a lost one was signed there', async () => {
    const [, receipt = ''] = election.receipts
    const { keys, hall } = election.laptop
    const message = hash('receipt-signature', hall!.round, receipt)
    const signature = Buffer.from(await keys.sign(hall!.round, message)).toString('base64url')
    const given = { receipt, signature, board: headOfHall() }
    expect(await lookUpInBoxes('spring', given, filesWith())).toMatchObject({
      ...{ found: 'listed', signature: 'signed', head: true },
    })
    const without = (text: string) =>
      text
        .split('\n')
        .filter((line) => !line.startsWith(receipt))
        .join('\n')
    expect(
      await lookUpInBoxes('spring', given, filesWith({ 'hall-north.receipts.csv': without })),
    ).toMatchObject({ found: 'lost' })
  })

  test('knows a receipt that the laptop of a given-up hall signed', async () => {
    const { office } = election
    const receipt = '0123456789ABCDEF'
    const [round, mill] = [v.parse(RoundIdSchema, 'spring'), v.parse(HallIdSchema, 'mill')]
    const message = hash('receipt-signature', round, receipt)
    const sign = async (sitting: number) =>
      toBase64url(await office.keys.ofHall(round, mill, sitting).sign(round, message))
    const found = async (signature?: string) =>
      lookUpInBoxes('spring', { receipt, signature, board: undefined }, filesWith())
    expect(await found(await sign(1))).toMatchObject({
      ...{ found: 'given-up', reason: 'The laptop fell into the river.' },
    })
    expect(await found(await sign(2))).toMatchObject({ found: 'forged' })
    expect(await found()).toMatchObject({ found: 'missing' })
  })
})
