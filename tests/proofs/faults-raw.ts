/**
 * The store as it lies there, read past the software: by redis-cli, or by SQL.
 *
 * Talks to a Redis by the program redis-cli, or to a SQLite file. Invariant: no adapter has a part in it,
 * so what an adapter hides from itself is still seen.
 */
import { execFileSync } from 'node:child_process'
import { DatabaseSync } from 'node:sqlite'

type Hash = ReadonlyMap<string, string>

/** What lies there of one round; a hash that is not there is empty. */
export type RawStore = {
  /** k -> state */
  readonly mark: Hash
  /** receipt -> record */
  readonly box: Hash
  readonly count: Hash
  readonly meta: Hash
  readonly chain: Hash
}

const PARTS = ['mark', 'box', 'count', 'meta', 'chain'] as const

/** What redis-cli prints between the answers of two commands. */
const LINE = '='.repeat(40)

/** Bytes: far more than the largest box of the proofs. */
const MOST_PRINTED = 256 * 1024 * 1024

/** Reads a round in Redis; its one box is `all`. One process of redis-cli reads everything. */
export function readRedis(port: number, round: string): RawStore {
  const input = PARTS.map((part) => {
    const name = part === 'box' ? 'box:all' : part
    return `HGETALL chest:round:${round}:${name}\nECHO ${LINE}\n`
  }).join('')
  const options = { encoding: 'utf8' as const, input, maxBuffer: MOST_PRINTED }
  const printed = execFileSync('redis-cli', ['-p', String(port)], options)
  const [mark, box, count, meta, chain] = printed.split(`${LINE}\n`).map(readHash)
  return whole({ mark, box, count, meta, chain })
}

function readHash(printed: string): Hash {
  const lines = printed.split('\n').slice(0, -1)
  const pairs = lines.flatMap((field, at) => (at % 2 ? [] : [[field, lines[at + 1]] as const]))
  return new Map(pairs.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])))
}

const QUERIES = {
  mark: 'SELECT k AS name, state AS value FROM mark WHERE round = ?',
  box: `SELECT receipt AS name, record AS value FROM ballot WHERE round = ? AND pool = 'all'`,
  count: 'SELECT name, number AS value FROM count WHERE round = ?',
  meta: `SELECT 'state' AS name, state AS value FROM meta WHERE round = ?1
    UNION ALL SELECT 'head', head FROM meta WHERE round = ?1`,
  chain: `SELECT 'n' AS name, n AS value FROM chain WHERE round = ?1
    UNION ALL SELECT 'kind', kind FROM chain WHERE round = ?1
    UNION ALL SELECT 'confirmed', confirmed FROM chain WHERE round = ?1`,
} as const

/** Reads a round in a SQLite file, through a connection of its own. */
export function readSqlite(file: string, round: string): RawStore {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  try {
    const read = (part: (typeof PARTS)[number]) =>
      new Map(
        database
          .prepare(QUERIES[part])
          .all(round)
          .map(({ name, value }) => [String(name), String(value)] as const),
      )
    const [mark, box, count, meta, chain] = PARTS.map(read)
    return whole({ mark, box, count, meta, chain })
  } finally {
    database.close()
  }
}

function whole(parts: { readonly [Part in (typeof PARTS)[number]]: Hash | undefined }): RawStore {
  const none: Hash = new Map()
  const { mark = none, box = none, count = none, meta = none, chain = none } = parts
  return { mark, box, count, meta, chain }
}
