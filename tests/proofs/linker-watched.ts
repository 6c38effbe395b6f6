/**
 * Commands that show what passes by, and a log that is made anew: Redis asked for more than stored values.
 *
 * Talks to Redis through the REST bridge. Invariant: the settings of a Redis that a test changes are put back.
 */
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import type { StoreTarget } from '../support/open-store.ts'
import type { Sight } from './linker-sights.ts'

const SLOW = 'slowlog-log-slower-than'
const MOST = 'slowlog-max-len'
const ENTRIES = 10_000

/** Everything that is done while every command counts as slow and none is forgotten, as the slow log tells it. */
export async function readSlowLog(target: StoreTarget, act: () => Promise<void>): Promise<Sight> {
  const client = clientOf(target)
  const before = await client.command(v.array(v.string()), ['CONFIG', 'GET', SLOW, MOST])
  await client.command(v.unknown(), ['CONFIG', 'SET', SLOW, 0, MOST, ENTRIES])
  await act()
  const log = await client.command(v.array(v.array(v.unknown())), ['SLOWLOG', 'GET', ENTRIES])
  await client.command(v.unknown(), ['CONFIG', 'SET', ...before])
  return { name: 'slow log', lines: log.map((entry) => entry.flat(2).join(' ')) }
}

/** Has the append-only file written anew from what is stored. */
export async function rewriteLog(target: StoreTarget): Promise<void> {
  const client = clientOf(target)
  await client.command(v.string(), ['BGREWRITEAOF'])
  const isRewriting = async () =>
    /aof_rewrite_(?:in_progress|scheduled):1/.test(
      await client.command(v.string(), ['INFO', 'persistence']),
    )
  while (await isRewriting()) await wait(20)
}

function clientOf(target: StoreTarget) {
  if (target.kind !== 'upstash') throw new Error('this is asked of Redis alone')
  return makeUpstashClient(target)
}
