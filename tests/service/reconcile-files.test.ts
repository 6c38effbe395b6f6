import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseOpeningRecord } from '../../src/domain/opening-record.ts'
import { reconcileFiles } from '../../src/domain/reconcile-files.ts'
import { failedRows } from '../../src/domain/reconciliation.ts'
import { SnapshotSchema } from '../../src/domain/snapshot.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { aRound, ids } from '../support/builders.ts'
import { AFTER, votingPorts, type TestPorts } from '../support/ports.ts'

const NAMES = [
  ...['result.json', 'paper.json', 'results.csv', 'receipts.csv', 'issued.csv', 'used.txt'],
  ...['ballots.csv', 'ballots.pb'],
]

let ports: TestPorts
let files: readonly { readonly path: string; readonly text: string }[]
let facts: Parameters<typeof reconcileFiles>[1]

/** The files of a round with six ballots, above its floor of five. */
beforeAll(async () => {
  const voting = await votingPorts(7, { round: aRound({ publication: { floor: 5 } }) })
  ports = voting
  const { digest = '' } = (await ports.content.round('spring')) ?? {}
  for (const { token } of voting.letters.slice(0, 6))
    await castBallot(ports, {
      ...{ roundId: 'spring', token, nonce: Uint8Array.from(randomBytes(16)) },
      ...{ choices: ids('park'), ballotDigest: digest, channel: 'online' },
    })
  ports.setNow(AFTER)
  await advanceRounds(ports)
  expect(await publishResult(ports, 'spring', 'final')).toMatchObject({ ok: true })
  const read = async (branch: 'content' | 'board', path: string) =>
    (await ports.publisher.read((await ports.publisher.head(branch)) ?? '', path)) ?? ''
  files = await Promise.all(
    NAMES.map(async (name) => ({
      path: `results/1/${name}`,
      text: await read('content', `rounds/spring/results/1/${name}`),
    })),
  )
  const snapshot = v.parse(v.pipe(v.string(), v.parseJson(), SnapshotSchema), files[0]?.text)
  const { issuedRoot } = parseOpeningRecord(await read('board', 'rounds/spring/0.json'))
  facts = { snapshot, issuedRoot }
})

afterAll(() => ports.close())

const withChange = (name: string, change: (text: string) => string) =>
  files.map(({ path, text }) =>
    path.endsWith(`/${name}`) ? { path, text: change(text) } : { path, text },
  )

const withoutLastLine = (text: string) => text.replace(/[^\n]+\n$/, '')

describe('reconcileFiles', () => {
  test('finds nothing in the files as they are', () => {
    expect(failedRows(reconcileFiles(files, facts))).toEqual([])
  })

  test.each([
    ['used.txt', withoutLastLine, ['files']],
    ['receipts.csv', withoutLastLine, ['files', 'result']],
    ['issued.csv', withoutLastLine, ['issued-file']],
    ['issued.csv', (text: string) => text.replace(';live;', ';reserve;'), ['issued-file']],
    ['ballots.csv', withoutLastLine, ['files', 'result']],
    ['results.csv', withoutLastLine, ['result']],
    ['paper.json', (text: string) => text.replace('The park', 'The lake'), ['result']],
  ])('a change of %s is named by its row', (name, change, rows) => {
    expect(failedRows(reconcileFiles(withChange(name, change), facts))).toEqual(rows)
  })

  test('sums alone have no lists to compare', () => {
    const provisional = {
      ...facts,
      snapshot: { ...facts.snapshot, status: 'provisional' as const },
    }
    expect(reconcileFiles(files, provisional).map(({ row }) => row)).toEqual(['result'])
  })
})
