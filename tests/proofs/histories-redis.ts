/**
 * The side of a random history that is a real Redis, with the real scripts: by a plain socket, or by REST
 * as in production.
 *
 * Talks to Redis. Invariant: the socket only carries what the adapter's own client would have carried; keys,
 * scripts, arguments and the reading of answers are the adapter's.
 */
import { createClient } from 'redis'
import * as v from 'valibot'
import { makeUpstashArchive } from '../../src/adapters/upstash/archive.ts'
import { makeUpstashBallotBox } from '../../src/adapters/upstash/ballot-box.ts'
import { makeUpstashChain } from '../../src/adapters/upstash/chain.ts'
import { makeUpstashDesk } from '../../src/adapters/upstash/desk.ts'
import type { UpstashClient } from '../../src/adapters/upstash/client.ts'
import { makeUpstashInbox } from '../../src/adapters/upstash/inbox.ts'
import { roundKeys } from '../../src/adapters/upstash/keys.ts'
import { makeUpstashLimiter } from '../../src/adapters/upstash/limiter.ts'
import { makeUpstashPaper } from '../../src/adapters/upstash/paper.ts'
import { makeUpstashPictures } from '../../src/adapters/upstash/pictures.ts'
import { parseBoxEvent } from '../../src/domain/box-event.ts'
import type { RoundId } from '../../src/domain/id.ts'
import { BATCHES, PILES } from './histories-commands.ts'
import { textOfRecord } from './histories-names.ts'
import { POOL_IDS, portsOver, printEvent, type Side } from './histories-side.ts'
import type { Whole } from './histories-whole.ts'

export type Socket = UpstashClient & { close(): void }

/** RESP 2, because Upstash answers maps as flat lists. */
export async function openSocket(port: number): Promise<Socket> {
  const redis = createClient({ socket: { host: '127.0.0.1', port }, RESP: 2 })
  redis.on('error', () => undefined)
  await redis.connect()
  const send = (command: readonly (string | number)[]) =>
    redis.sendCommand<unknown>(command.map(String))
  return {
    command: async (schema, command) => v.parse(schema, await send(command)),
    run: async (schema, script, { keys, values }) =>
      v.parse(schema, await send(['EVAL', script, keys.length, ...keys, ...values])),
    close: () => redis.destroy(),
  }
}

/** `client`: what the adapter sends by; the same socket, or the one of production. */
export function redisSide(socket: Socket, client: UpstashClient = socket): Side {
  return {
    name: 'Redis',
    ports: portsOver({
      archive: makeUpstashArchive(client),
      box: makeUpstashBallotBox(client),
      chain: makeUpstashChain(client),
      desk: makeUpstashDesk(client),
      inbox: makeUpstashInbox(client),
      limiter: makeUpstashLimiter(client),
      paper: makeUpstashPaper(client),
      pictures: makeUpstashPictures(client),
    }),
    whole: (round) => readWhole(socket, round),
    renew: async () => void (await socket.command(v.literal('OK'), ['FLUSHDB'])),
    close: () => undefined,
  }
}

const FlatSchema = v.array(v.string())

async function readWhole(socket: Socket, round: RoundId): Promise<Whole> {
  const keys = roundKeys(round)
  const list = (...command: readonly [string, ...string[]]) => socket.command(FlatSchema, command)
  const hash = async (key: string) => pairsOf(await list('HGETALL', key))
  const row = (key: string, ...fields: readonly string[]) =>
    socket.command(v.array(v.nullable(v.string())), ['HMGET', key, ...fields])
  const [meta, chain, lease, texts] = await Promise.all([
    row(keys.meta, 'state', 'opensAt', 'closesAt', 'digest', 'schema', 'fingerprint', 'head'),
    row(keys.chain, 'n', 'kind', 'at', 'recorded', 'events', 'confirmed'),
    row(keys.lease, 'holder', 'endsAt'),
    hash(keys.checkpoint),
  ])
  const [marks, serials, counts, result, batches, piles] = await Promise.all(
    [keys.mark, keys.serial, keys.count, keys.result, keys.batch, keys.paper].map(hash),
  )
  const boxes = POOL_IDS.map(async (pool) =>
    [...(await hash(keys.box(pool)))].map(
      ([receipt, record]) => [`${pool}:${receipt}`, textOfRecord(record)] as const,
    ),
  )
  const drafts = BATCHES.map(async ({ batch }) =>
    (await list('SMEMBERS', keys.draft(batch))).map((k) => `${batch}/${k}`),
  )
  const sheets = PILES.map(async (pile) =>
    [...(await hash(keys.sheet(pile)))].map(([at, text]) => [`${pile}/${at}`, text] as const),
  )
  const held = PILES.map(async (pile) =>
    (await list('SMEMBERS', keys.held(pile))).map((member) => `${pile}/${member}`),
  )
  const none: ReadonlyMap<string, string> = new Map()
  return {
    ...{ meta: there(meta), chain: there(chain), lease: there(lease) },
    ...{ marks: marks ?? none, serials: serials ?? none, counts: counts ?? none },
    result: [...(result ?? none).values()],
    batches: new Map([...(batches ?? none)].map(([name, text]) => [name, printBatch(text)])),
    piles: new Map([...(piles ?? none)].map(([name, text]) => [name, printPile(text)])),
    sheets: new Map((await Promise.all(sheets)).flat()),
    held: (await Promise.all(held)).flat(),
    texts: new Map([...texts].filter(([name]) => !name.endsWith(':places'))),
    reserve: await list('SMEMBERS', keys.reserve),
    events: (await list('LRANGE', keys.event, '0', '-1')).map(parseBoxEvent).map(printEvent),
    box: new Map((await Promise.all(boxes)).flat()),
    drafts: (await Promise.all(drafts)).flat(),
  }
}

function there(fields: readonly (string | null)[]): readonly string[] {
  return fields.every((field) => field === null) ? [] : fields.map(String)
}

function pairsOf(flat: readonly string[]): Map<string, string> {
  return new Map(flat.flatMap((name, at) => (at % 2 ? [] : [[name, flat[at + 1] ?? '']])))
}

const BatchSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ pool: v.string(), kind: v.string(), count: v.number(), state: v.string() }),
)

function printPile(text: string): string {
  const [state, pool, ...numbers] = text.split(':')
  return [pool, state, ...numbers].join(' ')
}

function printBatch(text: string): string {
  const { pool, kind, count, state } = v.parse(BatchSchema, text)
  return [pool, kind, count, state].join(' ')
}
