/**
 * The contract on a SQLite file, and what only a file can get wrong.
 *
 * Talks to files in a temporary folder. Invariant: what is asserted about the file is read from its raw
 * bytes. Decided in docs/decisions/0002.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/adapters/sqlite/database.ts'
import { StoreUnavailable } from '../../src/domain/fault.ts'
import { aCast, aMeta, anOpenRound, aRoundId, aSubmission, issue } from '../support/box-data.ts'
import { openStore, type OpenedStore, type StoreTarget } from '../support/open-store.ts'
import { ballotBoxContract } from './ballot-box.contract.ts'
import { chainContract } from './chain.contract.ts'
import { deskContract } from './desk.contract.ts'
import { inboxContract } from './inbox.contract.ts'
import { limiterContract } from './limiter.contract.ts'
import { paperContract } from './paper.contract.ts'
import { picturesContract } from './pictures.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'common-chest-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0

function aTarget(timeoutMs?: number): StoreTarget & { readonly kind: 'sqlite' } {
  files += 1
  const file = join(folder, `store-${files}.sqlite`)
  return { kind: 'sqlite', file, ...(timeoutMs === undefined ? {} : { timeoutMs }) }
}

async function open(): Promise<OpenedStore> {
  const target = aTarget()
  return {
    store: openStore(target),
    target,
    setMark: async (...given) => setMark(target.file, given),
  }
}

function setMark(file: string, [round, mark, state]: readonly [string, string, string]): void {
  const database = new DatabaseSync(file)
  database.prepare('UPDATE mark SET state = ? WHERE round = ? AND k = ?').run(state, round, mark)
  database.close()
}

ballotBoxContract('SQLite', open)
chainContract('SQLite', open)
deskContract('SQLite', open)
inboxContract('SQLite', open)
limiterContract('SQLite', open)
paperContract('SQLite', open)
picturesContract('SQLite', open)

describe('a store file', () => {
  test('keeps everything when it is opened again', async () => {
    const target = aTarget()
    const first = openStore(target)
    const round = await anOpenRound(first.box)
    await first.box.cast(aCast({ round }))
    first.close()
    const second = openStore(target)
    expect(await second.box.cast(aCast({ round }))).toMatchObject({ outcome: 'recorded' })
    expect((await second.box.counts(round)).recorded.get('online:all')).toBe(1)
    second.close()
  })

  test('that another program keeps locked is a fault, and the retry is recorded', async () => {
    const target = aTarget(50)
    const store = openStore(target)
    const round = await anOpenRound(store.box)
    const other = new DatabaseSync(target.file)
    other.exec('BEGIN IMMEDIATE')
    await expect(store.box.cast(aCast({ round }))).rejects.toThrow(StoreUnavailable)
    await expect(store.inbox.add(aSubmission(round), 5)).rejects.toThrow(StoreUnavailable)
    expect(await store.limiter.allow('caller', 0, 60, 0)).toBe(true)
    other.exec('ROLLBACK')
    other.close()
    expect(await store.box.cast(aCast({ round }))).toMatchObject({ outcome: 'recorded' })
    store.close()
    await expect(store.box.cast(aCast({ round }))).rejects.toThrow(StoreUnavailable)
  })

  test('of another version, or that is no store, is refused', () => {
    const target = aTarget()
    openStore(target).close()
    const file = new DatabaseSync(target.file)
    file.exec('PRAGMA user_version = 99')
    file.close()
    expect(() => openDatabase(target.file)).toThrow('another version')
    expect(() => openDatabase(join(folder, 'no', 'such', 'folder'))).toThrow('ENOENT')
  })

  test('overwrites what it deletes, writes through to the disk, and is its owner’s alone', () => {
    const { file } = aTarget()
    const database = openDatabase(file)
    const pragma = (name: string) =>
      database.one(v.record(v.string(), v.unknown()), `PRAGMA ${name}`)
    expect(pragma('secure_delete')).toEqual({ secure_delete: 1 })
    expect(pragma('synchronous')).toEqual({ synchronous: 2 })
    expect(pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(`${file}-wal`).mode & 0o777).toBe(0o600)
    database.close()
  })

  test('tells after the close no longer in which order codes and ballots came', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `voter-${index}`)
    const round = aRoundId()
    const forwards = await traceOf(round, names)
    const backwards = await traceOf(round, names.toReversed(), names)
    expect(forwards.open).not.toEqual(backwards.open)
    expect(forwards.closed).toEqual(backwards.closed)
    expect(forwards.log).toBe(0)
  })
})

/** Where receipts and used marks stand in the raw file, before the close and after it. */
async function traceOf(
  round: Parameters<typeof aCast>[0]['round'],
  order: readonly string[],
  codes = order,
) {
  const target = aTarget()
  const { box, close } = openStore(target)
  await issue(box, round, { codes })
  await box.open(round, aMeta(), codes.length)
  const casts = order.map((code) => aCast({ round, code, nonce: code }))
  for (const cast of casts) await box.cast(cast)
  const words = casts.flatMap(({ receipt, use }) => [receipt, use])
  const bytes = () => readFileSync(target.file)
  const inOrder = (file: Buffer) =>
    words.toSorted((a, b) => file.lastIndexOf(a) - file.lastIndexOf(b) || (a < b ? -1 : 1))
  const log = readFileSync(`${target.file}-wal`)
  const open = inOrder(Buffer.concat([bytes(), log]))
  await box.transition(round, 'close')
  const closed = inOrder(bytes())
  const left = statSync(`${target.file}-wal`).size
  close()
  return { open, closed, log: left }
}
