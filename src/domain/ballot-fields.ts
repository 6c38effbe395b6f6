/**
 * Ballot fields: how choices stand in a plain form, with script and without.
 *
 * Pure. Invariant: choicesOfFields(fieldsOfChoices(x)) is x, for choices in canonical form; what a field
 * cannot mean is refused with a sentence, never guessed. Decided in docs/decisions/0011.
 */
import type { Choices } from './choices.ts'
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

/** The ballot type that field names give away, as far as it decides what the choices mean. */
export function typeOfFields(names: Iterable<string>): 'ranking' | 'approval' {
  return [...names].some((name) => name.startsWith(RANK)) ? 'ranking' : 'approval'
}

/** Reads the choices of a form as unknown text: ids and stances are for the schema to check. */
export function choicesOfFields(
  fields: Iterable<BallotField>,
): Result<readonly unknown[], Refusal> {
  const filled = [...fields]
    .map(([name, value]): BallotField => [name, value.trim()])
    .filter(([, value]) => value !== '')
  const named = (prefix: string) =>
    filled
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => ({ proposal: name.slice(prefix.length), value }))
  const ranks = named(RANK)
  if (ranks.length > 0) return ranking(ranks)
  const points = named(POINTS)
  if (points.length > 0) return pointsOf(points)
  const stances = named(STANCE)
  if (stances.length > 0)
    return ok(stances.map(({ proposal, value }) => ({ proposal, stance: value })))
  return ok(filled.filter(([name]) => name === CHOICES).map(([, value]) => value))
}

/** The fields that hold the choices. */
export function fieldsOfChoices(choices: Choices, type: string): readonly BallotField[] {
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
function ranking(ranks: readonly Filled[]): Result<readonly string[], Refusal> {
  if (ranks.some(({ value }) => !RANK_TEXT.test(value))) return refuse('ballot-invalid')
  const sorted = ranks.toSorted((a, b) => Number(a.value) - Number(b.value))
  const twice = sorted.find(({ value }, at) => Number(value) === Number(sorted[at + 1]?.value))
  if (twice) return refuse('rank-repeated', { rank: Number(twice.value) })
  return ok(sorted.map(({ proposal }) => proposal))
}

function pointsOf(points: readonly Filled[]): Result<readonly unknown[], Refusal> {
  if (points.some(({ value }) => !POINTS_TEXT.test(value))) return refuse('points-not-whole')
  return ok(
    points.map(({ proposal, value }) => ({ proposal, points: Number(value.replace('−', '-')) })),
  )
}
