/**
 * The ballot box in Redis.
 *
 * Talks to Upstash Redis. Invariant: every change is one script, so that nothing is ever half done,
 * and a lost answer leaves only the question whether it happened. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import { printBoxEvent, type BoxEvent } from '../../domain/box-event.ts'
import { TRANSITIONS } from '../../domain/box-state.ts'
import { markState, parseMarkState } from '../../domain/mark.ts'
import type { RoundId } from '../../domain/id.ts'
import type { BallotBox, CastOutcome, CastRequest } from '../../service/ports.ts'
import { countName } from '../stored-counts.ts'
import { CAST_SCRIPT } from './cast-script.ts'
import { YesSchema, type Given, type UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'
import { readMeta } from './meta.ts'
import { readAllCounts, readAllMarks, readBallots } from './reading.ts'
import { activateBatch, draftMarks, lookUp, openBox, reissue } from './registration.ts'
import { EXTEND_SCRIPT, PIN_RESULT_SCRIPT, TRANSITION_SCRIPT } from './scripts.ts'

const REFUSALS = [
  'token-unknown',
  'token-revoked',
  'token-used',
  'first-choices-stand',
  'token-other-area',
  'reload',
  'voting-paused',
  'round-not-voting',
  'ballot-changed',
  'nonce-taken',
  'other-key',
] as const satisfies readonly CastOutcome['outcome'][]

const CastAnswerSchema = v.union([
  v.strictTuple([v.literal('recorded'), v.string()]),
  v.strictTuple([v.picklist(REFUSALS)]),
])

/** Makes the ballot box. */
export function makeUpstashBallotBox(client: UpstashClient): BallotBox {
  return {
    meta: (round) => readMeta(client, round),
    draftMarks: (batch) => draftMarks(client, batch),
    activateBatch: (batch, expected) => activateBatch(client, batch, expected),
    marks: (round) => readAllMarks(client, round),
    open: (round, meta, marks) => openBox(client, round, { meta, marks }),
    cast: (request) => cast(client, request),
    hasRecorded: (round, mark, retry) => hasRecorded(client, round, { mark, retry }),
    reissue: (round, lost, reserve) => reissue(client, round, { lost, reserve }),
    lookUp: (round, serial) => lookUp(client, round, serial),
    transition: (round, change, { event, closesAt = '' } = {}) =>
      client.run(YesSchema, TRANSITION_SCRIPT, {
        keys: [roundKeys(round).meta, roundKeys(round).event, roundKeys(round).count],
        values: [TRANSITIONS[change].to, printed(event), closesAt, ...TRANSITIONS[change].from],
      }),
    extend: (round, closesAt, event) =>
      client.run(YesSchema, EXTEND_SCRIPT, {
        keys: [roundKeys(round).meta, roundKeys(round).event],
        values: [closesAt, printed(event)],
      }),
    counts: (round) => readAllCounts(client, round),
    ballots: (round, pool) => readBallots(client, round, pool),
    pinResult: (round, snapshot, digest) =>
      client.run(v.string(), PIN_RESULT_SCRIPT, {
        keys: [roundKeys(round).result],
        values: [snapshot, digest],
      }),
  }
}

function printed(event: BoxEvent | undefined): string {
  return event === undefined ? '' : printBoxEvent(event)
}

/** Keys and arguments of the cast script, in its order. */
export function castGiven(request: CastRequest): Given {
  const { pool, retry, use } = request
  const { meta, mark, box, count } = roundKeys(request.round)
  return {
    keys: [meta, mark, box(pool), count],
    values: [
      request.mark,
      retry,
      markState.ready('live', pool),
      markState.used(pool, retry, use),
      request.receipt,
      request.record,
      request.digest,
      request.schema,
      request.fingerprint,
      request.now,
      countName.recorded(request.channel, pool),
    ],
  }
}

async function cast(client: UpstashClient, request: CastRequest): Promise<CastOutcome> {
  const [outcome, head = ''] = await client.run(CastAnswerSchema, CAST_SCRIPT, castGiven(request))
  return outcome === 'recorded' ? { outcome, head } : { outcome }
}

async function hasRecorded(
  client: UpstashClient,
  round: RoundId,
  { mark, retry }: { readonly mark: string; readonly retry: string },
): Promise<boolean> {
  const command = ['HGET', roundKeys(round).mark, mark] as const
  const state = await client.command(v.nullable(v.string()), command)
  if (state === null) return false
  const { word, retry: recorded } = parseMarkState(state)
  return word === 'used' && recorded === retry
}
