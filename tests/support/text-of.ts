/**
 * The text of a published file, for tests of what is published about a vote.
 *
 * Pure. Invariant: a picture among such files is a mistake, and is never passed over.
 */
import type { PublishedFile } from '../../src/service/ports.ts'

/** Throws where the file is no text. */
export function textOf(file: PublishedFile): string {
  if ('text' in file) return file.text
  throw new TypeError(`${file.path} is no text`)
}
