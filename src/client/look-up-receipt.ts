/**
 * Looking up a receipt in the published list, and what a signature means where it is not there.
 *
 * Talks to WebCrypto. Invariant: a receipt is called lost only where the key of the board's opening record
 * verified its signature; what cannot be verified is never called good or bad. Decided in docs/decisions/0003.
 */
import { boardTexts, isHeadOf } from '../domain/board-file.ts'
import { boxFiles } from '../domain/box-files.ts'
import { parseRows } from '../domain/csv.ts'
import { readSignKey, verifyReceipt, type Verdict } from './check-receipt.ts'
import type { GivenReceipt } from './receipt-text.ts'

export type Looked = {
  /** `missing`: without a signature. `lost`: missing, and signed by the council. */
  readonly found: 'listed' | 'missing' | 'lost' | 'forged' | 'unchecked'
  /** The first entry of the board that holds a listed receipt. */
  readonly entry: string | undefined
  /** Of a listed receipt whose signature was given and could be checked. */
  readonly signature: 'signed' | 'unsigned' | undefined
  /** Whether the head that was given is on the board; undefined where there is none of both. */
  readonly head: boolean | undefined
}

const MISSING = { signed: 'lost', forged: 'forged', unchecked: 'unchecked' } as const

/** Looks it up in the box of the round itself and in those of halls; what the box that signed it says comes first. */
export async function lookUpInBoxes(
  round: string,
  given: GivenReceipt,
  files: ReadonlyMap<string, string>,
): Promise<Looked> {
  const boxes = boxFiles(files).map((box) => lookUpReceipt(round, given, box.files))
  const looked = await Promise.all(boxes)
  const heads = looked.flatMap(({ head }) => (head === undefined ? [] : [head]))
  const [best] = looked.toSorted((one, other) => rankOf(one) - rankOf(other))
  if (best === undefined) throw new RangeError('a result has at least one box')
  return { ...best, head: heads.length === 0 ? undefined : heads.includes(true) }
}

function rankOf({ found, signature }: Looked): number {
  return found === 'listed' && signature === 'signed' ? -1 : RANKS.indexOf(found)
}

const RANKS: readonly Looked['found'][] = ['lost', 'listed', 'unchecked', 'forged', 'missing']

/** Looks it up in receipts.csv, with the key and the entries of board.jsonl. Throws where the list is no table. */
export async function lookUpReceipt(
  round: string,
  given: GivenReceipt,
  files: ReadonlyMap<string, string>,
): Promise<Looked> {
  const texts = boardTexts(files.get('board.jsonl') ?? '')
  const entry = entryOf(given.receipt, files.get('receipts.csv') ?? '')
  const verdict = await verdictOf(round, given, texts[0] ?? '')
  const head =
    given.board === undefined || texts.length === 0
      ? undefined
      : isHeadOf(round, texts, given.board)
  if (entry === undefined)
    return {
      found: verdict ? MISSING[verdict] : 'missing',
      ...{ entry, head },
      signature: undefined,
    }
  const signature = verdict === 'signed' ? 'signed' : verdict === 'forged' ? 'unsigned' : undefined
  return { found: 'listed', ...{ entry, head, signature } }
}

/** Both parts of a line are compared as text: a list with other cells holds no receipt. */
function entryOf(receipt: string, list: string): string | undefined {
  return parseRows(list).find(([each]) => each === receipt)?.[1]
}

/** Undefined where no signature was given. */
async function verdictOf(
  round: string,
  { receipt, signature }: GivenReceipt,
  opening: string,
): Promise<Verdict | undefined> {
  if (signature === undefined) return undefined
  try {
    const key = readSignKey(JSON.parse(opening))
    return key ? await verifyReceipt(key, round, { receipt, signature, board: '' }) : 'unchecked'
  } catch {
    return 'unchecked'
  }
}
