/**
 * The checks of an election, one after the other, in the page's language.
 *
 * Talks to nothing but the listener that it is given. Invariant: what is checked is that of
 * src/domain/election-checks.ts. Decided in docs/decisions/0013.
 */
import {
  checkElection,
  ELECTION_CHECKS,
  type CheckName,
  type Verdict,
} from '../domain/election-checks.ts'
import type { PublishedElection } from '../domain/list-checks.ts'
import { makeFormat } from '../i18n/format.ts'
import { recountWords } from '../i18n/recount-words.ts'
import { differenceTexts } from './difference-text.ts'

export type CheckRequest = PublishedElection & {
  readonly language: string
  readonly currency: string
  readonly timeZone: string
}

/** `doing` when a check begins, then what came out; `lines` say what a recount found wrong. */
export type CheckMessage = {
  readonly check: CheckName
  readonly verdict: Verdict | 'doing'
  readonly lines: readonly string[]
}

/** Does all checks; without a head from a receipt, all but that one. Pauses before each, to be seen. */
export async function runElectionChecks(
  request: CheckRequest,
  tell: (message: CheckMessage) => void,
  pause: () => Promise<void>,
): Promise<void> {
  const said = { words: recountWords(request.language), format: makeFormat(request) }
  for (const check of ELECTION_CHECKS) {
    if (check === 'head' && request.head === undefined) continue
    tell({ check, verdict: 'doing', lines: [] })
    await pause()
    const { verdict, findings } = checkElection(request, check)
    // What a list lacks is said by its own line; only a recount says more.
    const lines = check === 'result' ? differenceTexts(findings, said) : []
    tell({ check, verdict, lines })
  }
}
