/**
 * Gathers what a result is reconciled from: the boxes, the ledger of codes, and the whole board.
 *
 * Talks to a sealed box, its board and keys. Invariant: it changes nothing, and nothing of it is published
 * but sums. Decided in docs/decisions/0013.
 */
import { ballotPaper, checkBallot, type BallotPaper } from '../domain/ballot.ts'
import { parseRecord } from '../domain/ballot-record.ts'
import { checkpointPath, parseCheckpoint, placeOf } from '../domain/checkpoint.ts'
import { BoardDiffers } from '../domain/fault.ts'
import type { Pool, RoundId } from '../domain/id.ts'
import { markOfUse, type LedgerMark } from '../domain/ledger.ts'
import { parseOpeningRecord, signKeyOf } from '../domain/opening-record.ts'
import { receiptMessage } from '../domain/receipt.ts'
import type { BoxedBallot, Evidence } from '../domain/reconciliation.ts'
import { poolsOf, type Round } from '../domain/round.ts'
import { unsealBallot } from './count-round.ts'
import type { RoundContent } from './ports.ts'
import type { Survey } from './ports-chain.ts'
import type { SealedBox } from './ports-hall.ts'

/** Receipts that are signed again and checked with the published key. */
const SAMPLE = 20

/** Files of the board that are read at a time. */
const AT_ONCE = 10

/** Throws BoardDiffers where the board holds no chain, and unless the round was closed. */
export async function gatherEvidence(
  ports: SealedBox,
  content: RoundContent,
  meta: Evidence['meta'],
): Promise<Evidence> {
  const { round } = content
  const pools = poolsOf(round)
  const [marks, survey, texts] = await Promise.all([
    ports.archive.ledger(round.id),
    ports.chain.survey(round.id, pools),
    readBoard(ports, round),
  ])
  const boxes = await Promise.all(pools.map((pool) => readBox(ports, content, { pool, survey })))
  const boxed = boxes.flat()
  const board = readChain(texts)
  return {
    ...{
      round: round.id,
      hall: ports.hall?.id,
      meta,
      counts: survey.counts,
      marks,
      texts,
      boxed,
      ...board,
    },
    usedIssued: marks.filter((mark) => isOfItsUse(ports, round.id, mark)).length,
    signatures: await checkSignatures(ports, round.id, {
      boxed,
      signKey: signKeyOf(board.opening),
    }),
  }
}

/** Every text from the opening record to the newest checkpoint. */
async function readBoard(
  { publisher, chain, hall }: SealedBox,
  { id }: Round,
): Promise<readonly string[]> {
  const last = (await chain.state(id))?.n ?? 0
  const commit = await publisher.head('board')
  const texts: string[] = []
  for (let from = 0; from <= last; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, last - from + 1) }, (_, at) => from + at)
    const paths = numbers.map((n) => checkpointPath(id, n, hall?.id))
    const read = paths.map((path) => (commit ? publisher.read(commit, path) : undefined))
    texts.push(...(await Promise.all(read)).map((text) => text ?? missing()))
  }
  return texts
}

function missing(): never {
  throw new BoardDiffers('a checkpoint is missing on the board')
}

function readChain([opening = '', ...checkpoints]: readonly string[]) {
  try {
    return {
      opening: parseOpeningRecord(opening),
      checkpoints: checkpoints.map(parseCheckpoint),
    }
  } catch (cause) {
    throw new BoardDiffers('a file of the board is no checkpoint', { cause })
  }
}

async function readBox(
  ports: SealedBox,
  { round, proposals }: RoundContent,
  { pool, survey }: { readonly pool: Pool; readonly survey: Pick<Survey, 'firstSeen'> },
): Promise<readonly BoxedBallot[]> {
  const paper = ballotPaper(round, proposals, pool)
  const ballots = await ports.box.ballots(round.id, pool)
  return ballots.map(({ receipt, record }) => {
    const { leaf, commitment } = parseRecord(record)
    const first = survey.firstSeen.get(placeOf(pool, receipt))
    return { receipt, leaf, commitment, first, read: readBallot(ports, paper, { receipt, record }) }
  })
}

/** Whatever keeps a record from being opened makes it unreadable: that is what its row counts. */
function readBallot(
  ports: SealedBox,
  paper: BallotPaper,
  { receipt, record }: { readonly receipt: string; readonly record: string },
): BoxedBallot['read'] {
  try {
    const { ballot } = unsealBallot(ports, paper, receipt, record)
    if (!checkBallot([...ballot.choices], paper).ok) return 'invalid'
    return ballot.choices.length === 0 ? 'blank' : 'valid'
  } catch {
    return 'unreadable'
  }
}

function isOfItsUse({ keys }: SealedBox, round: RoundId, { k, use }: LedgerMark): boolean {
  return use !== undefined && keys.storedMark(round, markOfUse(round, use)) === k
}

/** A receipt is signed again, as its voter's was: Ed25519 gives the same signature for the same message. */
async function checkSignatures(
  { keys }: SealedBox,
  round: RoundId,
  { boxed, signKey }: { readonly boxed: readonly BoxedBallot[]; readonly signKey: Uint8Array },
): Promise<Evidence['signatures']> {
  const step = Math.max(1, Math.ceil(boxed.length / SAMPLE))
  const sample = boxed.filter((_, at) => at % step === 0)
  const verified = await Promise.all(
    sample.map(async ({ receipt }) => {
      const message = receiptMessage(round, receipt)
      return keys.verify(signKey, message, await keys.sign(round, message))
    }),
  )
  return { sampled: sample.length, verified: verified.filter(Boolean).length }
}
