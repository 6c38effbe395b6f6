/**
 * Stores that must be found out: the real cast with one of its checks taken away.
 *
 * Talks to the store that it changes. Invariant: nothing but the cast is changed, and a change that does not
 * apply to the real script any more is an error, not a store that passes.
 */
import { makeSqliteBallotBox } from '../../src/adapters/sqlite/ballot-box.ts'
import { openDatabase, type SqliteDatabase } from '../../src/adapters/sqlite/database.ts'
import { makeUpstashBallotBox } from '../../src/adapters/upstash/ballot-box.ts'
import { CAST_SCRIPT } from '../../src/adapters/upstash/cast-script.ts'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import type { BallotBox } from '../../src/service/ports.ts'
import type { Mutation } from './faults-world.ts'

export const MUTANTS = ['writes before it checks', 'knows no retry', 'ignores the close'] as const

export type Mutant = (typeof MUTANTS)[number]

/** A mutation of either store. */
export function mutant(name: Mutant): Mutation {
  return (target, store) => {
    if (target.kind === 'sqlite') {
      const database = openDatabase(target.file, target.timeoutMs)
      const { close } = store
      const box = { ...store.box, cast: IN_SQLITE[name](database) }
      return { ...store, box, close: () => [close(), database.close()] }
    }
    const client = makeUpstashClient(target)
    const script = inRedis(name)
    const run: typeof client.run = (schema, text, given) =>
      client.run(schema, text === CAST_SCRIPT ? script : text, given)
    const { cast } = makeUpstashBallotBox({ ...client, run })
    return { ...store, box: { ...store.box, cast } }
  }
}

/** What is taken out of the script, and what is put there instead. */
const IN_LUA: Readonly<Record<Mutant, readonly (readonly [old: string, changed: string])[]>> = {
  'writes before it checks': [
    [
      "local meta = redis.call('HMGET'",
      "redis.call('HSETNX', BOX, receipt, record)\nlocal meta = redis.call('HMGET'",
    ],
    ["if redis.call('HSETNX', BOX, receipt, record) == 0 then return { 'nonce-taken' } end", ''],
  ],
  'knows no retry': [["'^used:[^:]*:([^:]*):') == retry", "'^used:[^:]*:([^:]*):') == ''"]],
  'ignores the close': [
    ["if meta[1] ~= 'open' then return { 'round-not-voting' } end", ''],
    [
      "if now < tonumber(meta[2]) or now >= tonumber(meta[3]) then return { 'round-not-voting' } end",
      '',
    ],
  ],
}

function inRedis(name: Mutant): string {
  return IN_LUA[name].reduce((script, [old, changed]) => {
    if (script.split(old).length !== 2) throw new Error(`the cast script has no "${old}" to change`)
    return script.replace(old, () => changed)
  }, CAST_SCRIPT)
}

type Cast = BallotBox['cast']

const IN_SQLITE: Readonly<Record<Mutant, (database: SqliteDatabase) => Cast>> = {
  'writes before it checks': (database) => {
    const sql = `INSERT INTO ballot (round, pool, receipt, record) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING`
    const alreadyWritten = { ...database, run: claimWritten(database) }
    const { cast } = makeSqliteBallotBox(alreadyWritten)
    return (request) => {
      const { round, pool, receipt, record } = request
      database.write(() => database.run(sql, round, pool, receipt, record))
      return cast(request)
    }
  },
  'knows no retry': (database) => {
    const { cast } = makeSqliteBallotBox(database)
    return (request) => cast({ ...request, retry: fresh() })
  },
  'ignores the close': (database) =>
    makeSqliteBallotBox({ ...database, one: alwaysOpen(database) }).cast,
}

function alwaysOpen(database: SqliteDatabase): SqliteDatabase['one'] {
  return (schema, sql, ...values) => {
    const row = database.one(schema, sql, ...values)
    const isMeta = row !== undefined && /\bFROM meta\b/.test(sql)
    return isMeta ? Object.assign({}, row, { state: 'open', closesAt: Infinity }) : row
  }
}

function claimWritten(database: SqliteDatabase): SqliteDatabase['run'] {
  return (sql, ...values) => {
    const changed = database.run(sql, ...values)
    return sql.startsWith('INSERT INTO ballot') ? 1 : changed
  }
}

let times = 0

function fresh(): string {
  times += 1
  return `retry-${times}`
}
