/**
 * Election checks: what anyone can check of a final result from its published files alone.
 *
 * Pure. Invariant: `holds` only after everything was computed again from the files; a file that is
 * missing or holds something else never makes a check hold. Decided in docs/decisions/0013.
 */
import type { Difference } from './difference.ts'
import { areCodesApart, areHallsAsNamed } from './hall-checks.ts'
import { LIST_CHECKS, Reading, readingsOf, type PublishedElection } from './list-checks.ts'
import { recountSnapshot } from './recount.ts'
import { readSnapshot } from './snapshot.ts'
import { snapshotTexts } from './snapshot-texts.ts'

/** In the order in which they are done; `head` only where a reader gave one. */
export const ELECTION_CHECKS = [
  'board',
  'head',
  'paper',
  'receipts',
  'issued',
  'used',
  'numbers',
  'ballots',
  'result',
] as const

export type CheckName = (typeof ELECTION_CHECKS)[number]

/** `unpublished`: what the check needs is not among the files of this result. */
export type Verdict = 'holds' | 'differs' | 'unpublished'

export type CheckFinding = Difference | { readonly kind: 'digest' | 'unreadable' }

/** `findings`: what a recount found wrong; none for the other checks. */
export type Checked = {
  readonly check: CheckName
  readonly verdict: Verdict
  readonly findings: readonly CheckFinding[]
}

/** Does one check. Whatever cannot be read differs. */
export function checkElection(
  election: PublishedElection,
  check: CheckName,
  progress?: (steps: number) => void,
): Checked {
  if (NEEDED[check].some((file) => !election.files.has(file)))
    return { check, verdict: 'unpublished', findings: [] }
  try {
    if (check === 'result') return recounted(election, progress)
    const verdict = holds(election, check) ? 'holds' : 'differs'
    return { check, verdict, findings: [] }
  } catch {
    return { check, verdict: 'differs', findings: [{ kind: 'unreadable' }] }
  }
}

/** In every box; ballots are listed for all together, and a head is of one of them. */
function holds(election: PublishedElection, check: Exclude<CheckName, 'result'>): boolean {
  if (check === 'ballots') return LIST_CHECKS.ballots(new Reading(election))
  const boxes = readingsOf(election)
  if (check === 'head') return boxes.some(LIST_CHECKS.head)
  return (
    boxes.every(LIST_CHECKS[check]) &&
    (check !== 'paper' || areHallsAsNamed(boxes)) &&
    (check !== 'used' || areCodesApart(boxes))
  )
}

/** The files without which a check cannot be done. */
const NEEDED: Readonly<Record<CheckName, readonly string[]>> = {
  board: ['board.jsonl'],
  head: ['board.jsonl'],
  paper: ['board.jsonl', 'paper.json', 'result.json'],
  receipts: ['board.jsonl', 'receipts.csv'],
  issued: ['board.jsonl', 'issued.csv'],
  used: ['board.jsonl', 'issued.csv', 'used.txt', 'mark-key.txt'],
  numbers: ['board.jsonl', 'receipts.csv', 'used.txt', 'result.json'],
  ballots: ['board.jsonl', 'ballots.csv', 'result.json'],
  result: ['result.json', 'paper.json'],
}

function recounted(
  { files, digest }: PublishedElection,
  progress: ((steps: number) => void) | undefined,
): Checked {
  const { snapshot, digest: found } = readSnapshot(files.get('result.json') ?? '')
  const isSame = found === snapshot.digest && found === digest
  const texts = snapshotTexts(snapshot, files)
  const recounts = texts ? recountSnapshot(texts, {}, progress ? { progress } : {}) : []
  const findings: CheckFinding[] = [
    ...(isSame ? [] : [{ kind: 'digest' } as const]),
    ...recounts.flatMap(({ differences }) => differences),
  ]
  const isCounted = recounts.some(({ allocation }) => allocation !== undefined)
  const verdict = findings.length > 0 ? 'differs' : isCounted ? 'holds' : 'unpublished'
  return { check: 'result', verdict, findings }
}
