/**
 * Private files: lists for one pair of eyes, which a command writes where the clerk says.
 *
 * Talks to the disk. Invariant: only its owner can read it, and nothing that is there is ever overwritten.
 * Decided in docs/decisions/0003.
 */
import { existsSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { Refused } from './refused.ts'

/** Writes a text, or the next part of it. */
export type Write = (text: string) => Promise<void>

/** A new file, which is not there before the first text is written. */
export function newPrivateFile(file: string): Write {
  if (existsSync(file)) throw new Refused(`${file} is there already. Choose another name.`)
  return (text) => appendFile(file, text, { mode: 0o600 })
}
