/**
 * The words of the ballot, by language, for the browser.
 *
 * Pure. Invariant: nothing but the ballot's own words, so that the vote page stays light.
 * Decided in docs/decisions/0008.
 */
import { ballot as da, ballotRefusals as daRefusals } from './da/ballot.ts'
import { ballot as de, ballotRefusals as deRefusals } from './de/ballot.ts'
import { ballot as en, ballotRefusals as enRefusals } from './en/ballot.ts'
import { ballot as nl, ballotRefusals as nlRefusals } from './nl/ballot.ts'

const ENGLISH = { ...en, refusals: enRefusals }

export type BallotWords = typeof ENGLISH

const WORDS: Readonly<Record<string, BallotWords>> = {
  en: ENGLISH,
  da: { ...da, refusals: daRefusals },
  nl: { ...nl, refusals: nlRefusals },
  de: { ...de, refusals: deRefusals },
}

/** The ballot's words in the page's language. */
export function ballotWords(language: string): BallotWords {
  return WORDS[language] ?? ENGLISH
}
