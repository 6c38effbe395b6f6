/**
 * Reading the ballot box in Redis as a whole, page by page.
 *
 * Talks to Upstash Redis. Invariant: no ballot is read before the box was closed, and no answer grows
 * with the number of voters: a request to Upstash has 10 MB at most. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import { compareText } from '../../domain/encoding.ts'
import type { Pool, RoundId } from '../../domain/id.ts'
import type { Mark } from '../../domain/mark.ts'
import type { BoxCounts } from '../../service/ports.ts'
import { readCounts } from '../stored-counts.ts'
import { isClosed, notClosed } from '../stored-ballots.ts'
import { readMark } from '../stored-mark.ts'
import type { UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'

/** Entries that Redis is asked for at a time; a ballot has some 600 bytes, a proposal up to 10,000. */
const PAGE = 500

const PageSchema = v.strictTuple([v.string(), v.array(v.string())])

/** All marks that were made ready, with the kind that they were issued as. */
export async function readAllMarks(
  client: UpstashClient,
  round: RoundId,
): Promise<readonly Mark[]> {
  const keys = roundKeys(round)
  const states = await scanHash(client, keys.mark)
  // Read after the marks, so that whatever was seen as ready stands here already.
  const reserve = new Set(await scanSet(client, keys.reserve))
  return [...states]
    .map(([k, state]) => readMark(k, state, reserve.has(k) ? 'reserve' : 'live'))
    .filter((mark) => mark !== undefined)
}

/** All counters of a round. */
export async function readAllCounts(client: UpstashClient, round: RoundId): Promise<BoxCounts> {
  const counters = await scanHash(client, roundKeys(round).count)
  return readCounts(new Map([...counters].map(([name, number]) => [name, Number(number)])))
}

/** The box of a pool, sorted. A closed box never changes, so one look at the state is enough. */
export async function readBallots(client: UpstashClient, round: RoundId, pool: Pool) {
  const keys = roundKeys(round)
  const state = await client.command(v.nullable(v.string()), ['HGET', keys.meta, 'state'])
  if (!isClosed(state)) throw notClosed(round)
  const box = await scanHash(client, keys.box(pool))
  return [...box]
    .map(([receipt, record]) => ({ receipt, record }))
    .toSorted((a, b) => compareText(a.receipt, b.receipt))
}

/** A hash of any size. Redis may give an entry twice while the hash grows; a Map holds it once. */
export async function scanHash(client: UpstashClient, key: string): Promise<Map<string, string>> {
  const flat = await scan(client, 'HSCAN', key)
  const entries = new Map<string, string>()
  for (let at = 0; at < flat.length; at += 2) entries.set(flat[at] ?? '', flat[at + 1] ?? '')
  return entries
}

/** The members of a set of any size, some of them maybe twice. */
export function scanSet(client: UpstashClient, key: string): Promise<string[]> {
  return scan(client, 'SSCAN', key)
}

async function scan(
  client: UpstashClient,
  name: 'HSCAN' | 'SSCAN',
  key: string,
): Promise<string[]> {
  const found: string[] = []
  let cursor = '0'
  do {
    const page = await client.command(PageSchema, [name, key, cursor, 'COUNT', PAGE])
    found.push(...page[1])
    cursor = page[0]
  } while (cursor !== '0')
  return found
}
