/**
 * The records of the desk in Redis: one hash a kind, and beside it when each of them ends.
 *
 * Talks to Upstash Redis. Invariant: all changes of a write are checked before the first is made, by one
 * script. Decided in docs/decisions/0022.
 */
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { compareText } from '../../domain/encoding.ts'
import type { Instant } from '../../domain/time.ts'
import type { DeskChange, DeskStore, StoredRecord } from '../../service/ports-desk.ts'
import type { UpstashClient } from './client.ts'
import { deskKeys } from './keys.ts'
import { scanHash } from './reading.ts'

/** A record is a line of two numbers, the version and when it ends (0: never), and its text after that. */
const LINES = /^(\d+) (\d+)\n([\s\S]*)$/

/** Answers 0 where everything was written, else the number of the first change whose version differs. */
const WRITE_SCRIPT = String.raw`
local now = tonumber(ARGV[1])
                          -- KEYS: of each change its hash (id -> record) and its sorted set (id by its end)
                          -- from ARGV[2] on, of each change: id, expected version or any, end or 0, record or empty
local changes = #KEYS / 2
for at = 1, changes do
  local over = redis.call('ZRANGEBYSCORE', KEYS[2 * at], '-inf', now, 'LIMIT', 0, 50)
  if #over > 0 then
    redis.call('HDEL', KEYS[2 * at - 1], unpack(over))
    redis.call('ZREM', KEYS[2 * at], unpack(over))
  end
end
for at = 1, changes do
  local id, expected = ARGV[4 * at - 2], tonumber(ARGV[4 * at - 1])
  local known = redis.call('HGET', KEYS[2 * at - 1], id)
  local version, ends = 0, 0
  if known then
    local first, second = string.match(known, '^(%d+) (%d+)\n')
    version, ends = tonumber(first), tonumber(second)
  end
  if ends > 0 and ends <= now then version = 0 end
  if expected and version ~= expected then return at end
end
for at = 1, changes do
  local id, ends, record = ARGV[4 * at - 2], tonumber(ARGV[4 * at]), ARGV[4 * at + 1]
  if record == '' then
    redis.call('HDEL', KEYS[2 * at - 1], id)
  else
    redis.call('HSET', KEYS[2 * at - 1], id, record)
  end
  if record ~= '' and ends > 0 then
    redis.call('ZADD', KEYS[2 * at], ends, id)
  else
    redis.call('ZREM', KEYS[2 * at], id)
  end
end
return 0
`

/** Makes the store. */
export function makeUpstashDesk(client: UpstashClient): DeskStore {
  return {
    get: async (kind, id, now) => {
      const command = ['HGET', deskKeys(kind).records, id] as const
      const lines = await client.command(v.nullable(v.string()), command)
      return lines === null ? undefined : readRecord(id, lines, now)
    },
    list: async (kind, now) =>
      [...(await scanHash(client, deskKeys(kind).records))]
        .map(([id, lines]) => readRecord(id, lines, now))
        .filter((record) => record !== undefined)
        .toSorted((a, b) => compareText(a.id, b.id)),
    write: (changes, now) => write(client, changes, now),
    giveWay: (milliseconds) => wait(milliseconds),
  }
}

async function write(
  client: UpstashClient,
  changes: readonly DeskChange[],
  now: Instant,
): Promise<DeskChange | undefined> {
  const stale = await client.run(v.number(), WRITE_SCRIPT, {
    keys: changes.flatMap(({ kind }) => [deskKeys(kind).records, deskKeys(kind).ends]),
    values: [now, ...changes.flatMap(printChange)],
  })
  return stale === 0 ? undefined : changes[stale - 1]
}

function printChange(change: DeskChange): (string | number)[] {
  const { id, expected } = change
  if (change.text === undefined) return [id, expected, 0, '']
  const { endsAt = 0, text } = change
  return [id, expected, endsAt, `${change.expected + 1} ${endsAt}\n${text}`]
}

function readRecord(id: string, lines: string, now: Instant): StoredRecord | undefined {
  const [, version, endsAt, text = ''] = LINES.exec(lines) ?? []
  const isOver = Number(endsAt) > 0 && Number(endsAt) <= now
  return isOver ? undefined : { id, version: Number(version), text }
}
