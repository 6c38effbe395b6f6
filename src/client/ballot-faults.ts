/**
 * What keeps a ballot from being sent, found before anything is sent.
 *
 * Pure. Invariant: the limits of a ballot are checked by the domain's own checkBallot; the server checks
 * them again. Decided in docs/decisions/0003.
 */
import { checkBallot, type BallotPaper } from '../domain/ballot.ts'
import type { Choices } from '../domain/choices.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import { isToken, readTyped } from '../domain/token.ts'
import type { BallotWords } from '../i18n/ballot-words.ts'
import type { Format } from '../i18n/format.ts'
import type { Fault } from './error-summary.ts'

/** What is wrong with a typed code, in a sentence; undefined where its letters fit. */
export function codeFault(typed: string, words: BallotWords): string | undefined {
  const letters = readTyped(typed)
  if (letters === '') return words.codeMissing
  if (letters.length !== 16) return words.codeLength(letters.length)
  return isToken(letters) ? undefined : words.codeTypo
}

/** What is wrong with the choices, in a sentence; undefined where they are a ballot. */
export function choicesFault(
  chosen: Result<Choices, Refusal>,
  {
    paper,
    words,
    format,
  }: { readonly paper: BallotPaper; readonly words: BallotWords; readonly format: Format },
): string | undefined {
  const checked = chosen.ok ? checkBallot(chosen.value, paper) : chosen
  if (checked.ok) return undefined
  const { code, details } = checked.error
  const texts: Readonly<Record<string, BallotWords['refusals'][keyof BallotWords['refusals']]>> =
    words.refusals
  return texts[code]?.sentence(details, format) ?? code
}

/** Both, as faults of their fields. */
export function ballotFaults(
  code: string | undefined,
  choices: string | undefined,
): readonly Fault[] {
  return [
    ...(code ? [{ sentence: code, field: 'token' }] : []),
    ...(choices ? [{ sentence: choices, field: 'choices' }] : []),
  ]
}
