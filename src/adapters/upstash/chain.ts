/**
 * The chain of checkpoints in Redis.
 *
 * Talks to Upstash Redis. Invariant: a checkpoint is staged once, on the one before it, and what it is
 * made of is read by one script. Decided in docs/decisions/0012.
 */
import * as v from 'valibot'
import { parseBoxEvent } from '../../domain/box-event.ts'
import { CHECKPOINT_KINDS } from '../../domain/checkpoint.ts'
import { compareText } from '../../domain/encoding.ts'
import type { Pool, RoundId } from '../../domain/id.ts'
import type { ChainState, ChainStore, StagedCheckpoint, Survey } from '../../service/ports-chain.ts'
import { boxedFrom, firstSeenIn, printPlaces } from '../stored-chain.ts'
import { readCounts } from '../stored-counts.ts'
import {
  CONFIRM_SCRIPT,
  LEASE_SCRIPT,
  RELEASE_SCRIPT,
  STAGE_SCRIPT,
  SURVEY_SCRIPT,
} from './chain-scripts.ts'
import { YesSchema, type UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'
import { NoneSchema, numberText } from './meta.ts'

const FIELDS = ['n', 'kind', 'at', 'recorded', 'events', 'confirmed'] as const

const ChainSchema = v.strictTuple([
  numberText,
  v.picklist(CHECKPOINT_KINDS),
  numberText,
  numberText,
  numberText,
  v.pipe(
    v.picklist(['0', '1']),
    v.transform((flag) => flag === '1'),
  ),
])

const texts = v.array(v.string())
const SurveySchema = v.strictTuple([texts, texts, texts, v.array(texts)])

/** Makes the port. */
export function makeUpstashChain(client: UpstashClient): ChainStore {
  return {
    state: (round) => readState(client, round),
    lease: (round, holder, { now, until }) =>
      client.run(YesSchema, LEASE_SCRIPT, {
        keys: [roundKeys(round).lease],
        values: [holder, now, until],
      }),
    release: async (round, holder) => {
      const given = { keys: [roundKeys(round).lease], values: [holder] }
      await client.run(YesSchema, RELEASE_SCRIPT, given)
    },
    survey: (round, pools) => survey(client, round, pools),
    stage: (round, staged) => stage(client, round, staged),
    text: async (round, n) => {
      const command = ['HGET', roundKeys(round).checkpoint, n] as const
      return (await client.command(v.nullable(v.string()), command)) ?? undefined
    },
    confirm: (round, n, head) =>
      client.run(YesSchema, CONFIRM_SCRIPT, {
        keys: [roundKeys(round).chain, roundKeys(round).meta],
        values: [n, head],
      }),
  }
}

async function readState(client: UpstashClient, round: RoundId): Promise<ChainState | undefined> {
  const command = ['HMGET', roundKeys(round).chain, ...FIELDS] as const
  const fields = await client.command(v.union([NoneSchema, ChainSchema]), command)
  if (fields === undefined) return undefined
  const [n, kind, at, recorded, events, confirmed] = fields
  return { n, kind, at, recorded, events, confirmed }
}

async function survey(
  client: UpstashClient,
  round: RoundId,
  pools: readonly Pool[],
): Promise<Survey> {
  const { count, event, checkpoint, box } = roundKeys(round)
  const [counters, events, checkpoints, boxes] = await client.run(SurveySchema, SURVEY_SCRIPT, {
    keys: [count, event, checkpoint, ...pools.map(box)],
    values: [],
  })
  const numbers = pairsOf(counters).map(([name, number]) => [name, Number(number)] as const)
  return {
    boxed: pools.flatMap((pool, at) =>
      pairsOf(boxes[at] ?? [])
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([receipt, leaf]) => boxedFrom(pool, receipt, leaf)),
    ),
    counts: readCounts(new Map(numbers)),
    events: events.map(parseBoxEvent),
    firstSeen: firstSeenIn(placesOf(checkpoints)),
  }
}

function stage(client: UpstashClient, round: RoundId, staged: StagedCheckpoint): Promise<boolean> {
  const { n, kind, at, recorded, events, text, places } = staged
  return client.run(YesSchema, STAGE_SCRIPT, {
    keys: [roundKeys(round).chain, roundKeys(round).checkpoint],
    values: [n, kind, at, recorded, events, text, printPlaces(places)],
  })
}

/** A hash as Redis lists it: name, value, name, value ... */
function pairsOf(flat: readonly string[]): (readonly [string, string])[] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as const] : []))
}

function placesOf(checkpoints: readonly string[]) {
  return pairsOf(checkpoints).flatMap(([name, places]) => {
    const [, n] = /^(\d+):places$/.exec(name) ?? []
    return n === undefined ? [] : [{ n: Number(n), places }]
  })
}
