/**
 * Listed ballots: the rows of ballots.csv, each held against its commitment and the limits of the ballot.
 *
 * Pure. Invariant: a row without a fault is a ballot that could be cast, in the form in which it was
 * committed to. Decided in docs/decisions/0011.
 */
import { ballotBytes, checkBallot, type Ballot, type BallotPaper } from './ballot.ts'
import { parseChoicesText } from './choices.ts'
import { parseRows } from './csv.ts'
import type { Difference } from './difference.ts'
import { fromHex, sameBytes, toHex, utf8 } from './encoding.ts'
import { hash } from './hash.ts'

/** A row that is no ballot of this paper is counted as a blank one, beside its fault. */
export type ListedBallot = { readonly ballot: Ballot; readonly faults: readonly Difference[] }

const BLANK: Ballot = { choices: [] }

/** The ballots of one box: each row is commitment, salt, pool, choices. */
export function listedBallots(text: string, paper: BallotPaper): readonly ListedBallot[] {
  const [, ...rows] = parseRows(text)
  return rows
    .filter(([, , pool]) => pool === paper.pool)
    .map(([commitment = '', salt = '', pool = '', choices = '']) => {
      const made = hash('ballot', paper.round, pool, fromHex(salt), utf8(choices))
      const ballot = readBallot(choices, paper)
      return {
        ballot: ballot ?? BLANK,
        faults: [
          ...(toHex(made) === commitment ? [] : [{ kind: 'commitment', commitment } as const]),
          ...(ballot ? [] : [{ kind: 'limits', commitment } as const]),
        ],
      }
    })
}

/** The ballot, where it could be cast and stands in its canonical form. */
function readBallot(text: string, paper: BallotPaper): Ballot | undefined {
  const choices = parseChoicesText(text)
  const checked = choices && checkBallot(choices, paper)
  if (!checked?.ok) return undefined
  const canonical = ballotBytes(checked.value.choices, paper.form)
  return sameBytes(canonical, utf8(text)) ? checked.value : undefined
}
