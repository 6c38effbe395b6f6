/**
 * Looking up a receipt in the published list, and what a signature means where it is not there.
 *
 * Talks to WebCrypto. Invariant: a receipt is called lost, or of a box that was given up, only where a key of the
 * board's opening record verified its signature; what cannot be verified is never called good or bad.
 * Decided in docs/decisions/0003 and 0032.
 */
import { boardTexts, isHeadOf } from '../domain/board-file.ts'
import { boxFiles } from '../domain/box-files.ts'
import { parseRows } from '../domain/csv.ts'
import { readSignKey, verifyReceipt, type Verdict } from './check-receipt.ts'
import type { GivenReceipt } from './receipt-text.ts'

export type Looked = {
  /**
   * `missing`: without a signature. `lost`: missing, and signed by the council. `given-up`: signed by the laptop of a
   * hall whose box is not in the result.
   */
  readonly found: 'listed' | 'missing' | 'lost' | 'given-up' | 'forged' | 'unchecked'
  /** Why that box was given up, as the board says. */
  readonly reason?: string | undefined
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
  const looked = await Promise.all([...boxes, ...lookUpGivenUp(round, given, files)])
  const heads = looked.flatMap(({ head }) => (head === undefined ? [] : [head]))
  const [best] = looked.toSorted((one, other) => rankOf(one) - rankOf(other))
  if (best === undefined) throw new RangeError('a result has at least one box')
  return { ...best, head: heads.length === 0 ? undefined : heads.includes(true) }
}

function rankOf({ found, signature }: Looked): number {
  return found === 'listed' && signature === 'signed' ? -1 : RANKS.indexOf(found)
}

const RANKS: readonly Looked['found'][] = [
  'lost',
  'given-up',
  'listed',
  'unchecked',
  'forged',
  'missing',
]

/** With the key of each hall whose box was given up; nothing else of such a box is known. */
function lookUpGivenUp(
  round: string,
  given: GivenReceipt,
  files: ReadonlyMap<string, string>,
): readonly Promise<Looked>[] {
  const texts = boardTexts(files.get('board.jsonl') ?? '')
  const keys = listIn(texts[0], 'hallKeys')
  const halls = listIn(texts.at(-1), 'halls')
  return halls.flatMap(({ hall, reason }) => {
    const named = keys.find((each) => each['hall'] === hall)
    if (typeof reason !== 'string' || named === undefined) return []
    const none = { entry: undefined, signature: undefined, head: undefined }
    return verdictOf(round, given, named).then((verdict): Looked => {
      if (verdict === 'signed') return { ...none, found: 'given-up', reason }
      return { ...none, found: verdict ?? 'missing' }
    })
  })
}

type Fields = Readonly<Record<string, unknown>>

/** The rows of a list that stands in an entry of the board. */
function listIn(text: string | undefined, name: string): readonly Fields[] {
  const entry = parsed(text)
  const list = isFields(entry) ? entry[name] : undefined
  return Array.isArray(list) ? list.filter(isFields) : []
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** Undefined where the text is no JSON. */
function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** Looks it up in receipts.csv, with the key and the entries of board.jsonl. Throws where the list is no table. */
export async function lookUpReceipt(
  round: string,
  given: GivenReceipt,
  files: ReadonlyMap<string, string>,
): Promise<Looked> {
  const texts = boardTexts(files.get('board.jsonl') ?? '')
  const entry = entryOf(given.receipt, files.get('receipts.csv') ?? '')
  const verdict = await verdictOf(round, given, parsed(texts[0]))
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

/** By the key that stands there as `signKey`. Undefined where no signature was given. */
async function verdictOf(
  round: string,
  { receipt, signature }: GivenReceipt,
  named: unknown,
): Promise<Verdict | undefined> {
  if (signature === undefined) return undefined
  try {
    const key = readSignKey(named)
    return key ? await verifyReceipt(key, round, { receipt, signature, board: '' }) : 'unchecked'
  } catch {
    return 'unchecked'
  }
}
