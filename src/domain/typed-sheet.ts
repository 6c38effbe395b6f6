/**
 * Typed sheets: what a teller types of a paper ballot, by the numbers that the proposals have on paper.
 *
 * Pure. Invariant: number n is the n-th proposal of the ballot paper, and what is printed of a reading can be
 * typed again. Decided in docs/decisions/0026.
 */
import { isCrosses } from './ballot-form.ts'
import type { BallotPaper } from './ballot.ts'
import type { Choice, Choices } from './choice.ts'
import type { SheetReading } from './paper-sheet.ts'

/** How a ballot is written on paper, and typed. */
export type Writing = 'crosses' | 'ranking' | 'points' | 'stances'

type Typed = Pick<BallotPaper, 'form'> & {
  readonly proposals: readonly Pick<BallotPaper['proposals'][number], 'id'>[]
}

/** Nothing is chosen. */
const BLANK = '0'

/** How the ballots of a type are written. */
export function writingOf({ type }: BallotPaper['form']): Writing {
  if (isCrosses(type)) return 'crosses'
  if (type === 'ranking') return 'ranking'
  return type === 'for-against' ? 'stances' : 'points'
}

/** Reads what was typed; `wrong` is the part that is no choice. Whether the ballot allows it is for others to say. */
export function readTypedSheet(
  text: string,
  paper: Typed,
): SheetReading | { readonly wrong: string } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  if (parts.length === 1 && parts[0] === BLANK)
    return paper.form.blank ? { choices: [] } : { invalid: 'blank' }
  const choices: Choice[] = []
  for (const part of parts) {
    const choice = readChoice(part, paper)
    if (choice === undefined) return { wrong: part }
    choices.push(choice)
  }
  // A list of one kind: the form of the ballot has only one.
  return { choices: choices as Choices }
}

const PATTERNS: Readonly<Record<Writing, RegExp>> = {
  crosses: /^(\d{1,5})$/,
  ranking: /^(\d{1,5})$/,
  points: /^(\d{1,5})[=:*](-?\d{1,5})$/,
  stances: /^(\d{1,5})([+-])$/,
}

function readChoice(part: string, { form, proposals }: Typed): Choice | undefined {
  const writing = writingOf(form)
  const [, number = '', rest = ''] = PATTERNS[writing].exec(part) ?? []
  const proposal = proposals[Number(number) - 1]?.id
  if (proposal === undefined) return undefined
  if (writing === 'points') return { proposal, points: Number(rest) }
  if (writing === 'stances') return { proposal, stance: rest === '+' ? 'for' : 'against' }
  return proposal
}

/** Choices as they are typed. */
export function printTypedSheet(choices: Choices, { proposals }: Typed): string {
  const numbers = new Map(proposals.map(({ id }, at) => [id, at + 1]))
  const parts = choices.map((choice) => {
    if (typeof choice === 'string') return String(numbers.get(choice) ?? '')
    const number = numbers.get(choice.proposal) ?? ''
    if ('points' in choice) return `${number}=${choice.points}`
    return `${number}${choice.stance === 'for' ? '+' : '-'}`
  })
  return parts.length === 0 ? BLANK : parts.join(' ')
}

/** What a ballot on paper says at its foot, of the digest of what is voted on: the numbers are those of one list. */
export function ballotMark(digest: string): string {
  return digest.slice(0, 8).replace(/(?<=^.{4})/, ' ')
}
