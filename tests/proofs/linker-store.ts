/**
 * Everything that can be read of a round through a store's own interface: REST commands, or SQL.
 *
 * Talks to Redis through the REST bridge, or to a SQLite file. Invariant: nothing is put in order here, so
 * an order that the store gives away is seen. Left out are commands that show what passes by (MONITOR,
 * SLOWLOG): they are no stored values, and linker-watched.ts shows what they give away.
 */
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { makeUpstashClient, type UpstashClient } from '../../src/adapters/upstash/client.ts'
import type { StoreTarget } from '../support/open-store.ts'
import type { Sight } from './linker-sights.ts'

/** What is readable of one round; its id stands as ROUND, so that rounds are alike. */
export async function readStore(target: StoreTarget, round: string): Promise<Sight[]> {
  const sights =
    target.kind === 'sqlite'
      ? readSqlite(target.file, round)
      : await readRedis(makeUpstashClient(target), round)
  return sights.map(({ name, lines, ...sight }) => ({
    ...sight,
    name: `store ${name.replaceAll(round, 'ROUND')}`,
    lines: lines.map((line) => line.replaceAll(round, 'ROUND')),
  }))
}

const texts = v.array(v.string())
const PageSchema = v.strictTuple([v.string(), texts])

async function readRedis(client: UpstashClient, round: string): Promise<Sight[]> {
  const all: string[] = []
  let cursor = '0'
  do {
    const page = await client.command(PageSchema, ['SCAN', cursor, 'COUNT', 1000])
    all.push(...page[1])
    cursor = page[0]
  } while (cursor !== '0')
  const keys = all.filter((key) => key.includes(`:${round}:`))
  const facts = await Promise.all(keys.map((key) => factsOf(client, key)))
  const contents = await Promise.all(keys.map((key) => contentsOf(client, key)))
  // A key that names a party is a value as well, and there may be one for each.
  return [{ name: 'keys', lines: facts }, ...joined(contents.flat())]
}

/** Keys that differ in one value only are read as one sight. */
function joined(sights: readonly Sight[]): Sight[] {
  const byName = Map.groupBy(sights, ({ name }) => name.replace(/[A-Za-z0-9_-]{16,}/g, 'VALUE'))
  return [...byName].map(([name, each]) => ({
    ...each[0],
    name,
    lines: each.flatMap(({ lines }) => lines),
  }))
}

/** What Redis says of a key besides what it holds. Idle time is whole seconds since it was last touched. */
async function factsOf(client: UpstashClient, key: string): Promise<string> {
  const commands = [
    ['TYPE', key],
    ['PEXPIRETIME', key],
    ['OBJECT', 'ENCODING', key],
    ['OBJECT', 'REFCOUNT', key],
    ['OBJECT', 'IDLETIME', key],
    ['MEMORY', 'USAGE', key, 'SAMPLES', 0],
  ] as const
  const facts: unknown[] = []
  for (const command of commands) facts.push(await client.command(v.unknown(), command))
  return [key, ...facts].join(' ')
}

/** Entries in each order that Redis gives them, the length of each, and the key as it is dumped. */
async function contentsOf(client: UpstashClient, key: string): Promise<Sight[]> {
  const type = await client.command(v.string(), ['TYPE', key])
  const dump = await client.command(v.string(), ['DUMP', key])
  const dumped = { name: `${key} dumped`, lines: [dump], raw: true }
  switch (type) {
    case 'hash': {
      const scanned = await client.command(PageSchema, ['HSCAN', key, '0', 'COUNT', 100_000])
      const got = await client.command(texts, ['HGETALL', key])
      const lengths = await client.run(texts, LENGTHS, { keys: [key], values: [] })
      const keys = await client.command(texts, ['HKEYS', key])
      return [
        { name: key, lines: entriesOf(got) },
        { name: `${key} scanned`, lines: entriesOf(scanned[1]) },
        { name: `${key} lengths`, lines: lengths.toReversed() },
        { name: `${key} names`, lines: keys },
        dumped,
      ]
    }
    case 'list':
      return [{ name: key, lines: await client.command(texts, ['LRANGE', key, 0, -1]) }, dumped]
    case 'set':
      return [{ name: key, lines: await client.command(texts, ['SMEMBERS', key]) }, dumped]
    case 'string':
      return [{ name: key, lines: [await client.command(v.string(), ['GET', key])] }, dumped]
    default:
      throw new Error(`the linker cannot read a ${type}`)
  }
}

/** The length of every field's value by HSTRLEN, in one call. */
const LENGTHS = `
local lines = {}
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  lines[#lines + 1] = field .. ' ' .. redis.call('HSTRLEN', KEYS[1], field)
end
return lines
`

function entriesOf(flat: readonly string[]): string[] {
  return flat.flatMap((field, at) => (at % 2 === 0 ? [`${field} ${flat[at + 1] ?? ''}`] : []))
}

const NamesSchema = v.array(v.object({ name: v.string() }))

/** Every table as SQLite gives it without being asked for an order, with the length of each value. */
function readSqlite(file: string, round: string): Sight[] {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  try {
    const tables = v.parse(
      NamesSchema,
      database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all(),
    )
    return tables.flatMap(({ name }) => {
      const all = database.prepare(`SELECT * FROM "${name}"`).all()
      const rows = all.filter((row) => !('round' in row) || row['round'] === round)
      const lines = rows.map((row) => Object.values(row).map(String))
      return [
        { name, lines: lines.map((row) => row.join(' ')) },
        {
          name: `${name} lengths`,
          lines: lines.map((row) => [row[1], ...row.map((value) => value.length)].join(' ')),
        },
      ]
    })
  } finally {
    database.close()
  }
}
