/**
 * Boxes a paper batch: in one step its codes are used and its ballots lie in the box among all others.
 *
 * Talks to content, keys and the ballot box. Invariant: it happens once, whoever asks how often; records and
 * codes come in orders that have nothing to do with each other. Decided in docs/decisions/0025.
 */
import { ballotsOf, settleSheets, type SheetState } from '../domain/paper-sheet.ts'
import type { Ballot } from '../domain/ballot.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { compareText, toBase64url } from '../domain/encoding.ts'
import { receiptOf } from '../domain/receipt.ts'
import { ok, type Result } from '../domain/result.ts'
import { findPaperBatch, type BatchRequest, type FoundBatch } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'
import type { BoxBatchRequest } from './ports-paper.ts'
import { readSheets } from './read-sheets.ts'
import { sealBallot } from './seal-ballot.ts'

/** How many sheets became ballots, and how many are none. */
export type BoxedBatch = { readonly recorded: number; readonly invalid: number }

const NONCE_BYTES = 16
const RETRY_BYTES = 32

/** Boxes it; asked again after a lost answer it says the same again. */
export async function boxBatch(
  ports: Ports,
  request: BatchRequest,
): Promise<Result<BoxedBatch, ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { round, batch } = found.value
  if (batch.state === 'collecting' || batch.state === 'separated')
    return refuseClerk('batch-state', { batch: batch.batch, state: batch.state })
  const states = settleSheets(batch.sheets, await readSheets(ports, found.value))
  const unsettled = states.filter(({ is }) => is !== 'settled').map(({ sheet }) => sheet)
  if (unsettled.length > 0) return refuseClerk('sheets-unsettled', { sheets: unsettled.join(', ') })
  const { ballots, invalid } = ballotsOf(states.flatMap(readingOf))
  if (batch.state === 'boxed') return ok({ recorded: ballots.length, invalid })
  const outcome = await ports.paper.box(round, makeRequest(ports, found.value, ballots))
  switch (outcome) {
    case 'boxed':
      ports.log.event('paper-boxed', { round, n: batch.sheets })
      return ok({ recorded: ballots.length, invalid })
    case 'ballot-changed':
      return refuseClerk('ballot-differs')
    // A receipt that lies there already is made of other random numbers the next time.
    case 'nonce-taken':
    case 'changed':
      return refuseClerk('batch-changed')
    case 'batch-unknown':
      return refuseClerk('batch-unknown', { batch: batch.batch })
    case 'wrong-state':
      return refuseClerk('batch-state', { batch: batch.batch, state: batch.state })
  }
}

function readingOf(state: SheetState) {
  return state.is === 'settled' ? [state.reading] : []
}

/** The receipts are nobody's, and made as a voter's browser makes them. */
function makeRequest(
  ports: Ports,
  { round, meta, paper, batch }: FoundBatch,
  ballots: readonly Ballot[],
): BoxBatchRequest {
  const { random } = ports
  const records = ballots.map((ballot) => {
    const receipt = receiptOf(round, random.bytes(NONCE_BYTES))
    return { receipt, record: sealBallot(ports, paper, { ballot, receipt }) }
  })
  return {
    ...{ batch: batch.batch, pool: batch.pool, revision: batch.revision, digest: meta.digest },
    records: records.toSorted((a, b) => compareText(a.receipt, b.receipt)),
    invalid: batch.sheets - ballots.length,
    retries: Array.from({ length: batch.sheets }, () => toBase64url(random.bytes(RETRY_BYTES))),
  }
}
