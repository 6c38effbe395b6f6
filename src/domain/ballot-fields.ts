/**
 * Ballot fields: how choices stand in a plain form, with script and without.
 *
 * Pure. Invariant: choicesOfFields(fieldsOfChoices(x)) is x, for choices in canonical form; what a field
 * cannot mean is refused with a sentence, never guessed. Decided in docs/decisions/0011.
 */
import type { BallotType } from './ballot-form.ts'
import type { Choices } from './choice.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'

/** The kinds of fields: `choices` holds ids; in the others the id stands in the field's name. */
const CHOICES = 'choices'
const RANK = 'rank.'
const POINTS = 'points.'
const STANCE = 'stance.'

export type BallotField = readonly [name: string, value: string]

/** The names of fields, for pages. */
export const fieldName = {
  choices: CHOICES,
  rank: (id: string) => `${RANK}${id}`,
  points: (id: string) => `${POINTS}${id}`,
  stance: (id: string) => `${STANCE}${id}`,
}

/** Whether a form field says something about choices. */
export function isBallotField(name: string): boolean {
  return name === CHOICES || [RANK, POINTS, STANCE].some((prefix) => name.startsWith(prefix))
}

/** Whether the fields are numbers of a ranking, so that the ids in their order are one. */
export function holdRanking(names: Iterable<string>): boolean {
  return [...names].some((name) => name.startsWith(RANK))
}

/**
 * Reads the choices of a form as unknown text: ids and stances are for the schema to check. Fields of two
 * kinds at once mean nothing.
 */
export function choicesOfFields(
  fields: Iterable<BallotField>,
): Result<readonly unknown[], Refusal> {
  const filled = [...fields]
    .map(([name, value]): BallotField => [name, value.trim()])
    .filter(([name, value]) => isBallotField(name) && value !== '')
  const kinds = new Set(filled.map(([name]) => name.slice(0, name.indexOf('.') + 1)))
  const [kind] = kinds
  if (kinds.size > 1) return refuse('ballot-invalid')
  const named = filled.map(([name, value]) => ({
    proposal: name.slice(name.indexOf('.') + 1),
    value,
  }))
  if (kind === RANK) return readRanking(named)
  if (kind === POINTS) return readPoints(named)
  if (kind === STANCE) return ok(named.map(({ proposal, value }) => ({ proposal, stance: value })))
  return ok(named.map(({ value }) => value))
}

/** The fields that hold the choices. */
export function fieldsOfChoices(choices: Choices, type: BallotType): readonly BallotField[] {
  return choices.map((choice, place): BallotField => {
    if (typeof choice !== 'string')
      return 'points' in choice
        ? [fieldName.points(choice.proposal), String(choice.points)]
        : [fieldName.stance(choice.proposal), choice.stance]
    return type === 'ranking' ? [fieldName.rank(choice), String(place + 1)] : [CHOICES, choice]
  })
}

type Filled = { readonly proposal: string; readonly value: string }

const RANK_TEXT = /^[1-9]\d{0,4}$/
const POINTS_TEXT = /^[-−+]?\d{1,6}$/

/** The order of the ranks; that a place is left empty does no harm. */
function readRanking(ranks: readonly Filled[]): Result<readonly string[], Refusal> {
  if (ranks.some(({ value }) => !RANK_TEXT.test(value))) return refuse('ballot-invalid')
  const sorted = ranks.toSorted((a, b) => Number(a.value) - Number(b.value))
  const twice = sorted.find(({ value }, at) => Number(value) === Number(sorted[at + 1]?.value))
  if (twice) return refuse('rank-repeated', { rank: Number(twice.value) })
  return ok(sorted.map(({ proposal }) => proposal))
}

function readPoints(points: readonly Filled[]): Result<readonly unknown[], Refusal> {
  if (points.some(({ value }) => !POINTS_TEXT.test(value))) return refuse('points-not-whole')
  return ok(
    points.map(({ proposal, value }) => ({ proposal, points: Number(value.replace('−', '-')) })),
  )
}
