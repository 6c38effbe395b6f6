/**
 * Paper ballots in Redis.
 *
 * Talks to Upstash Redis. Invariant: every change is one script, and no command holds a code and a choice.
 * Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import { compareText } from '../../domain/encoding.ts'
import type { RoundId } from '../../domain/id.ts'
import { MOST_SHEETS, type PaperBatch, type PaperBatchId } from '../../domain/paper-batch.ts'
import type { BoxBatchRequest, PaperStore, StoredEntry, Stub } from '../../service/ports-paper.ts'
import { countName } from '../stored-counts.ts'
import { bySheet, HOLD_OUTCOMES, HOLD_STATES, readBatch, readEntry } from '../stored-paper.ts'
import { YesSchema, type Given, type UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'
import {
  BEGIN_BATCH_SCRIPT,
  BOX_BATCH_SCRIPT,
  ENTER_SHEET_SCRIPT,
  FREEZE_SHEETS_SCRIPT,
  HOLD_SCRIPT,
  RELEASE_BATCH_SCRIPT,
  RELEASE_STUB_SCRIPT,
  SEPARATE_SCRIPT,
  SETTLE_SHEET_SCRIPT,
} from './paper-scripts.ts'
import { scanHash } from './reading.ts'

function refusedOr<const Words extends readonly string[]>(...words: Words) {
  return v.picklist(['batch-unknown', 'wrong-state', ...words])
}

const HoldSchema = refusedOr(...HOLD_OUTCOMES)
const ReleaseSchema = refusedOr('released', 'not-held')
const ReleaseBatchSchema = refusedOr('released', 'changed')
const SeparateSchema = refusedOr('separated', 'sheets-differ')
const EnterSchema = refusedOr('entered', 'sheet-unknown', 'typed-twice')
const FreezeSchema = refusedOr('frozen', 'changed')
const SettleSchema = refusedOr('settled', 'sheet-unknown', 'third-person-needed')
const BoxSchema = refusedOr('boxed', 'changed', 'ballot-changed', 'nonce-taken')

/** Makes the port. */
export function makeUpstashPaper(client: UpstashClient): PaperStore {
  return {
    begin: (round, batch, pool) => {
      const { meta, paper } = roundKeys(round)
      const values = [batch, `collecting:${pool}:0:0`, ...HOLD_STATES]
      return client.run(YesSchema, BEGIN_BATCH_SCRIPT, { keys: [meta, paper], values })
    },
    batches: (round) => readBatches(client, round),
    hold: (round, batch, stub) =>
      client.run(HoldSchema, HOLD_SCRIPT, holdGiven(round, batch, stub)),
    release: (round, batch, stub) =>
      client.run(ReleaseSchema, RELEASE_STUB_SCRIPT, releaseGiven(round, batch, stub)),
    releaseBatch: (round, batch, seen) => {
      const { mark, paper, held, count } = roundKeys(round)
      const values = [batch, seen, countName.held(batch)]
      const given = { keys: [mark, paper, held(batch), count], values }
      return client.run(ReleaseBatchSchema, RELEASE_BATCH_SCRIPT, given)
    },
    separate: (round, batch, sheets) => {
      const { meta, paper, held } = roundKeys(round)
      const given = { keys: [meta, paper, held(batch)], values: [batch, sheets] }
      return client.run(SeparateSchema, SEPARATE_SCRIPT, given)
    },
    enter: (round, batch, entry) =>
      client.run(EnterSchema, ENTER_SHEET_SCRIPT, entryGiven(round, batch, entry)),
    freeze: (round, batch, revision) => {
      const given = { keys: [roundKeys(round).paper], values: [batch, revision] }
      return client.run(FreezeSchema, FREEZE_SHEETS_SCRIPT, given)
    },
    settle: (round, batch, entry) =>
      client.run(SettleSchema, SETTLE_SHEET_SCRIPT, entryGiven(round, batch, entry)),
    entries: (round, batch) => readEntries(client, round, batch),
    box: (round, request) => client.run(BoxSchema, BOX_BATCH_SCRIPT, boxGiven(round, request)),
  }
}

function holdGiven(round: RoundId, batch: PaperBatchId, { mark, use }: Stub): Given {
  const keys = roundKeys(round)
  return {
    keys: [keys.meta, keys.mark, keys.paper, keys.held(batch), keys.count],
    values: [batch, mark, use, countName.held(batch), MOST_SHEETS, ...HOLD_STATES],
  }
}

function releaseGiven(round: RoundId, batch: PaperBatchId, { mark, use }: Stub): Given {
  const keys = roundKeys(round)
  return {
    keys: [keys.mark, keys.paper, keys.held(batch), keys.count],
    values: [batch, mark, use, countName.held(batch)],
  }
}

function entryGiven(
  round: RoundId,
  batch: PaperBatchId,
  { sheet, teller, sealed }: Omit<StoredEntry, 'seat'>,
): Given {
  const { paper, sheet: sheets } = roundKeys(round)
  return { keys: [paper, sheets(batch)], values: [batch, sheet, teller, sealed] }
}

function boxGiven(round: RoundId, request: BoxBatchRequest): Given {
  const { batch, pool, revision, digest, records, invalid, retries } = request
  const { meta, mark, paper, held, count, box } = roundKeys(round)
  return {
    keys: [meta, mark, paper, held(batch), count, box(pool)],
    values: [
      ...[batch, revision, digest, invalid, records.length],
      ...[countName.held(batch), countName.recorded('paper', pool), countName.invalid(pool)],
      ...retries,
      ...records.flatMap(({ receipt, record }) => [receipt, record]),
    ],
  }
}

async function readBatches(client: UpstashClient, round: RoundId): Promise<readonly PaperBatch[]> {
  const { paper, count } = roundKeys(round)
  const batches = await scanHash(client, paper)
  const counters = await scanHash(client, count)
  return [...batches]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([batch, text]) => {
      const [state, pool, sheets, revision] = text.split(':')
      const stored = { batch, state, pool, sheets: Number(sheets), revision: Number(revision) }
      return readBatch(stored, Number(counters.get(countName.held(batch)) ?? 0))
    })
}

async function readEntries(
  client: UpstashClient,
  round: RoundId,
  batch: PaperBatchId,
): Promise<readonly StoredEntry[]> {
  const entries = await scanHash(client, roundKeys(round).sheet(batch))
  return [...entries]
    .map(([place, text]) => {
      const [sheet, seat] = place.split(':')
      const [teller, sealed] = text.split(':')
      return readEntry({ sheet: Number(sheet), seat, teller, sealed })
    })
    .toSorted(bySheet)
}
