/**
 * The board as a file of a result: every entry of the public board, one a line (board.jsonl).
 *
 * Pure. Invariant: a line with its line feed is, byte for byte, what stands on the board under its number.
 * Decided in docs/decisions/0013.
 */
import { boardHead, parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { parseOpeningRecord, type OpeningRecord } from './opening-record.ts'

export type Board = {
  /** The text of every entry, from the opening record on. */
  readonly texts: readonly string[]
  readonly opening: OpeningRecord
  readonly checkpoints: readonly Checkpoint[]
}

/** The file, from the texts of all entries in order. */
export function printBoard(texts: readonly string[]): string {
  return texts.join('')
}

/** The texts of the entries, each with its line feed. */
export function boardTexts(file: string): readonly string[] {
  return file.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Reads the file. Throws where a line is no entry of a board. */
export function readBoard(file: string): Board {
  const texts = boardTexts(file)
  const [opening = '', ...checkpoints] = texts
  return {
    texts,
    opening: parseOpeningRecord(opening),
    checkpoints: checkpoints.map(parseCheckpoint),
  }
}

/** Whether a head, as receipts name it, is the number and the hash of an entry of this board. */
export function isHeadOf(round: string, texts: readonly string[], head: string): boolean {
  const n = Number(head.split(':')[0])
  const text = texts[n]
  return text !== undefined && boardHead(round, n, text) === head
}
