/**
 * What is wrong with a typed voting code, in a sentence, before anybody looks whether it was issued.
 *
 * Pure. Invariant: with and without script the same is said. Decided in docs/decisions/0008.
 */
import type { BallotWords } from './ballot-words.ts'

const LETTERS = 16

/** Undefined where the letters fit; `fits` is whether they pass the check of a code. */
export function codeSentence(
  words: Pick<BallotWords, 'codeMissing' | 'codeLength' | 'codeTypo'>,
  letters: string,
  fits: boolean,
): string | undefined {
  if (letters === '') return words.codeMissing
  if (letters.length !== LETTERS) return words.codeLength(letters.length)
  return fits ? undefined : words.codeTypo
}
