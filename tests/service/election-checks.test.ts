import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomBytes } from 'node:crypto'
import { lookUpReceipt } from '../../src/client/look-up-receipt.ts'
import { runElectionChecks, type CheckMessage } from '../../src/client/run-election-checks.ts'
import { boardTexts, readBoard } from '../../src/domain/board-file.ts'
import { boardHead } from '../../src/domain/checkpoint.ts'
import { checkElection, ELECTION_CHECKS } from '../../src/domain/election-checks.ts'
import { codeState, readCodes } from '../../src/domain/published-codes.ts'
import { makeToken, markOfUse, useOf } from '../../src/domain/token.ts'
import { fromBase64url, toHex } from '../../src/domain/encoding.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot, type Receipt } from '../../src/service/cast-ballot.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { reissueToken } from '../../src/service/reissue-token.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { updateBoard } from '../../src/service/update-board.ts'
import { aRound, ids } from '../support/builders.ts'
import { AFTER, testPorts, type TestPorts } from '../support/ports.ts'

const ROUND = aRound({ publication: { floor: 5 } })
const NAMES = [
  ...['result.json', 'paper.json', 'results.csv', 'receipts.csv', 'issued.csv', 'used.txt'],
  ...['mark-key.txt', 'ballots.csv', 'ballots.pb', 'board.jsonl'],
]

let ports: TestPorts
let letters: readonly Letter[]
let spare: readonly Letter[]
let files: ReadonlyMap<string, string>
const receipts: Receipt[] = []

/** 28 live letters and two in reserve; 26 vote, one is reissued, one stays at home. */
beforeAll(async () => {
  ports = await testPorts({ round: ROUND })
  const make = async (kind: 'live' | 'reserve', count: number) => {
    const request = { round: ROUND.id, pool: 'all', kind, count, keep: async () => {} } as const
    const made = await makeLetters(ports, request)
    return made.ok ? made.value : []
  }
  letters = await make('live', 28)
  spare = await make('reserve', 2)
  await openRound(ports, ROUND.id)
  for (const letter of letters.slice(0, 25)) receipts.push(await cast(letter, 'park'))
  await updateBoard(ports, ROUND)
  receipts.push(await cast(letters[25]!, 'bench'))
  const reissue = { roundId: ROUND.id, lost: letters[26]!.serial, reserve: spare[0]!.serial }
  expect(await reissueToken(ports, reissue)).toMatchObject({ ok: true })
  ports.setNow(AFTER)
  await advanceRounds(ports)
  expect(await publishResult(ports, ROUND.id, 'final')).toMatchObject({
    ok: true,
    value: { fresh: true },
  })
  const head = (await ports.publisher.head('content')) ?? ''
  const texts = NAMES.map(async (name) => {
    const text = await ports.publisher.read(head, `rounds/spring/results/1/${name}`)
    return [name, text ?? ''] as const
  })
  files = new Map(await Promise.all(texts))
})

afterAll(() => ports.close())

async function cast({ token }: Letter, choice: string): Promise<Receipt> {
  const { digest = '' } = (await ports.content.round('spring')) ?? {}
  const outcome = await castBallot(ports, {
    ...{ roundId: 'spring', token, nonce: Uint8Array.from(randomBytes(16)) },
    ...{ choices: ids(choice), ballotDigest: digest, channel: 'online' },
  })
  if (!outcome.ok) expect.fail(outcome.error.code)
  return outcome.value
}

type Changes = Readonly<Record<string, ((text: string) => string) | undefined>>

/** The files with some of them changed; undefined takes one out. */
function changed(changes: Changes = {}): ReadonlyMap<string, string> {
  return new Map(
    [...files].flatMap(([name, text]) => {
      if (!(name in changes)) return [[name, text] as const]
      const change = changes[name]
      if (change === undefined) return []
      expect(change(text)).not.toBe(text)
      return [[name, change(text)] as const]
    }),
  )
}

const digest = () => /"digest": "(\w{64})"\s*\}\s*$/.exec(files.get('result.json') ?? '')?.[1] ?? ''
const head = () => receipts.at(-1)?.board ?? ''

/** The checks that do not hold, by name. */
function failing(given: ReadonlyMap<string, string>, kept = head()) {
  const election = { round: 'spring', files: given, head: kept, digest: digest() }
  return ELECTION_CHECKS.map((check) => checkElection(election, check))
    .filter(({ verdict }) => verdict !== 'holds')
    .map(({ check, verdict }) => (verdict === 'differs' ? check : `${check}?`))
}

const dropLine = (text: string) => text.replace(/[^\n]+\n$/, '')
/** Without the code of the first who voted. */
const dropVoter = (text: string) => {
  const mark = markOfUse(ROUND.id, useOf(ROUND.id, letters[0]!.token))
  const k = toHex(fromBase64url(ports.keys.storedMark(ROUND.id, mark)))
  return text.replace(new RegExp(`^${k};.*\\n`, 'm'), '')
}
const repeatLine = (text: string) => text + (/[^\n]+\n$/.exec(text)?.[0] ?? '')
const everyLine = (text: string) => boardTexts(text)

describe('checkElection', () => {
  test('finds nothing in the files of a real result, and needs no head', () => {
    expect(readBoard(files.get('board.jsonl') ?? '').checkpoints.length).toBeGreaterThanOrEqual(2)
    expect(failing(files)).toEqual([])
  })

  test.each<readonly [string, Changes, readonly string[]]>([
    ['a receipt is taken out', { 'receipts.csv': dropLine }, ['receipts', 'numbers', 'result']],
    ['a receipt stands twice', { 'receipts.csv': repeatLine }, ['receipts', 'numbers', 'result']],
    [
      'a receipt is another one',
      { 'receipts.csv': (text) => text.replace(/\n\w{15}/, '\nZZZZZZZZZZZZZZZ') },
      ['receipts'],
    ],
    [
      'a receipt is said to have come earlier',
      { 'receipts.csv': (text) => text.replace(';2\n', ';1\n') },
      ['receipts'],
    ],
    ['a code is taken out', { 'issued.csv': dropVoter }, ['issued', 'used']],
    [
      'a code was added',
      { 'issued.csv': (text) => `${text}${'0'.repeat(64)};all;live;no\n` },
      ['issued'],
    ],
    [
      'a cancelled code is called good',
      { 'issued.csv': (text) => text.replace(';yes\n', ';no\n') },
      ['used'],
    ],
    ['a used key is taken out', { 'used.txt': dropLine }, ['numbers']],
    ['a used key stands twice', { 'used.txt': repeatLine }, ['used', 'numbers']],
    [
      'a used key is of no code',
      { 'used.txt': (text) => text.replace(/\w{64}/, '0'.repeat(64)) },
      ['used'],
    ],
    [
      'another key stands for the marks',
      { 'mark-key.txt': () => `${'00'.repeat(32)}\n` },
      ['used'],
    ],
    ['the key is no key', { 'mark-key.txt': () => 'nothing\n' }, ['used']],
    [
      'a ballot was changed',
      { 'ballots.csv': (text) => text.replace('bench', 'park') },
      ['ballots', 'result'],
    ],
    ['a ballot is taken out', { 'ballots.csv': dropLine }, ['result']],
    [
      'another paper is published',
      { 'paper.json': (text) => text.replace('The park', 'The car park') },
      ['paper', 'result'],
    ],
    [
      'the result was changed',
      { 'result.json': (text) => text.replace('"votes": 25', '"votes": 26') },
      ['result'],
    ],
    [
      'an entry was changed',
      { 'board.jsonl': (text) => text.replace('"held":0', '"held":1') },
      ['board', 'head'],
    ],
    [
      'an entry is missing',
      { 'board.jsonl': (text) => everyLine(text).toSpliced(1, 1).join('') },
      ['board', 'head'],
    ],
    [
      'the last entries are cut off',
      { 'board.jsonl': (text) => everyLine(text).slice(0, 2).join('') },
      ['board', 'receipts', 'used', 'numbers', 'ballots'],
    ],
    [
      'the board is empty',
      { 'board.jsonl': () => '' },
      ['board', 'head', 'paper', 'receipts', 'issued', 'used', 'numbers', 'ballots'],
    ],
  ])('sees that %s', (_, changes, expected) => {
    expect(failing(changed(changes))).toEqual(expected)
  })

  test('says what could not be checked where a file is missing', () => {
    expect(failing(changed({ 'board.jsonl': undefined }))).toEqual(
      ['board', 'head', 'paper', 'receipts', 'issued', 'used', 'numbers', 'ballots'].map(
        (name) => `${name}?`,
      ),
    )
    expect(failing(changed({ 'used.txt': undefined }))).toEqual(['used?', 'numbers?'])
  })

  test('sees by a head that somebody kept that the board is another one', () => {
    const texts = everyLine(files.get('board.jsonl') ?? '')
    const heads = texts.map((text, n) => boardHead('spring', n, text))
    for (const kept of heads) expect(failing(files, kept)).toEqual([])
    expect(failing(files, '1:00000000')).toEqual(['head'])
    expect(failing(files, `99:${heads[1]?.slice(2)}`)).toEqual(['head'])
  })
})

describe('runElectionChecks', () => {
  const settings = { language: 'en', currency: 'DKK', timeZone: 'Europe/Copenhagen' }

  async function run(given: ReadonlyMap<string, string>, kept: string | undefined) {
    const said: CheckMessage[] = []
    const request = { round: 'spring', files: given, head: kept, digest: digest(), ...settings }
    await runElectionChecks(
      request,
      (message) => void said.push(message),
      async () => {},
    )
    return said
  }

  test('says of each check when it begins and what came out', async () => {
    const said = await run(files, undefined)
    const names = ELECTION_CHECKS.filter((name) => name !== 'head')
    expect(said.map(({ check, verdict }) => `${check} ${verdict}`)).toEqual(
      names.flatMap((name) => [`${name} doing`, `${name} holds`]),
    )
    expect((await run(files, head())).some(({ check }) => check === 'head')).toBe(true)
  })

  test('says in words what a recount found', async () => {
    const said = await run(
      changed({ 'ballots.csv': (text) => text.replace('bench', 'park') }),
      undefined,
    )
    expect(said.at(-1)?.lines).toContain(
      'One ballot is not the one that was put into the ballot box.',
    )
  })
})

describe('codeState', () => {
  const codes = () =>
    readCodes({
      issued: files.get('issued.csv') ?? '',
      used: files.get('used.txt') ?? '',
      markKey: files.get('mark-key.txt') ?? '',
    })

  test.each([
    ['used', 'voted', () => letters[0]],
    ['revoked', 'was reissued', () => letters[26]],
    ['unused', 'stayed at home', () => letters[27]],
    ['unused', 'got a letter from the reserve', () => spare[0]],
  ] as const)('is "%s" for somebody who %s', (state, _, letter) => {
    expect(codeState('spring', letter()!.token, codes())).toBe(state)
  })

  test('is "unknown" for a code that was never issued, or was for another round', () => {
    expect(codeState('spring', makeToken(new Uint8Array(10)), codes())).toBe('unknown')
    expect(codeState('autumn', letters[0]!.token, codes())).toBe('unknown')
  })

  test('sees a vote that somebody else cast with the code, whatever issued.csv says', () => {
    const { token } = letters[27]!
    const use = toHex(useOf('spring', token))
    expect(codeState('spring', token, { ...codes(), used: [use], issued: [] })).toBe('used')
  })
})

describe('lookUpReceipt', () => {
  const look = (given: Partial<Receipt>, from = files) =>
    lookUpReceipt(
      'spring',
      { receipt: '', ...{ signature: undefined, board: undefined }, ...given },
      from,
    )
  const lost = () =>
    changed({ 'receipts.csv': (text) => text.replace(receipts[0]!.receipt, '0'.repeat(16)) })
  const first = () => receipts[0]!

  test('finds a receipt with its entry, its signature and its head', async () => {
    expect(await look(first())).toEqual({
      ...{ found: 'listed', entry: '1', signature: 'signed', head: true },
    })
    const { receipt } = receipts.at(-1)!
    expect(await look({ receipt })).toMatchObject({ found: 'listed', entry: '2' })
  })

  test('calls a missing receipt lost only where the council signed it', async () => {
    const { receipt, signature } = first()
    const other = receipts[1]!.signature
    expect(await look({ receipt }, lost())).toMatchObject({ found: 'missing' })
    expect(await look({ receipt, signature }, lost())).toMatchObject({ found: 'lost' })
    expect(await look({ receipt, signature: other }, lost())).toMatchObject({ found: 'forged' })
  })

  test('cannot check a signature without the opening record, or with one that is none', async () => {
    for (const board of [undefined, () => 'nothing\n', () => '{"signKey":"AA"}\n'])
      expect(
        await look(
          first(),
          new Map(
            [...lost()].flatMap(([name, text]) =>
              name !== 'board.jsonl'
                ? [[name, text] as const]
                : board
                  ? [[name, board()] as const]
                  : [],
            ),
          ),
        ),
      ).toMatchObject({ found: 'unchecked' })
  })

  test('says that a head is not on the board, and that a signature is of another receipt', async () => {
    const { receipt } = first()
    const { signature } = receipts[1]!
    expect(await look({ receipt, signature, board: '1:00000000' })).toEqual({
      ...{ found: 'listed', entry: '1', signature: 'unsigned', head: false },
    })
  })
})
