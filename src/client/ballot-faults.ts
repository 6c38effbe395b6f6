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
import type { BallotWords } from '../i18n/ballot-words.ts'
import type { Format } from '../i18n/format.ts'
import type { Fault } from './error-summary.ts'

/** The paper, and how its reader is told about it. */
export type BallotFacts = {
  readonly paper: BallotPaper
  readonly words: BallotWords
  readonly format: Format
}

/** What is wrong with the choices, in a sentence; undefined where they are a ballot. */
export function choicesFault(
  chosen: Result<Choices, Refusal>,
  facts: BallotFacts,
): string | undefined {
  const checked = chosen.ok ? checkBallot(chosen.value, facts.paper) : chosen
  return checked.ok ? undefined : refusalSentence(checked.error, facts)
}

/** What is too much, which no further choice can mend. */
const TOO_MUCH: readonly string[] = [
  'ballot-too-long',
  'ballot-over-budget',
  'points-over-sum',
  'points-out-of-range',
]

/** What is too much in choices that may not be finished yet; empty where nothing is. */
export function tooMuch(choices: Choices, facts: BallotFacts): string {
  const checked = checkBallot(choices, facts.paper)
  if (checked.ok || !TOO_MUCH.includes(checked.error.code)) return ''
  return refusalSentence(checked.error, facts)
}

function refusalSentence({ code, details }: Refusal, { words, format }: BallotFacts): string {
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
