/**
 * Ids: the short names by which rounds, proposals, areas, themes, events and halls are known in files and addresses.
 *
 * Pure. Invariant: an id is safe in a path, a store key and a form field without escaping.
 * Decided in docs/decisions/0001.
 */
import * as v from 'valibot'

const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

const idText = v.pipe(
  v.string(),
  v.regex(ID, 'use 1 to 64 small letters a-z, digits and dashes, as in "lit-path"'),
)

export const RoundIdSchema = v.pipe(idText, v.brand('RoundId'))
export const ProposalIdSchema = v.pipe(idText, v.brand('ProposalId'))
export const AreaIdSchema = v.pipe(
  idText,
  v.check((id) => id !== WHOLE, `"all" is kept for the whole council; choose another id`),
  v.brand('AreaId'),
)
export const ThemeIdSchema = v.pipe(idText, v.brand('ThemeId'))
export const EventIdSchema = v.pipe(idText, v.brand('EventId'))
export const HallIdSchema = v.pipe(idText, v.brand('HallId'))

export type RoundId = v.InferOutput<typeof RoundIdSchema>
export type ProposalId = v.InferOutput<typeof ProposalIdSchema>
export type AreaId = v.InferOutput<typeof AreaIdSchema>
export type ThemeId = v.InferOutput<typeof ThemeIdSchema>
export type HallId = v.InferOutput<typeof HallIdSchema>

/** A text as the id of a round; undefined where it is none. */
export function parseRoundId(text: string): RoundId | undefined {
  const parsed = v.safeParse(RoundIdSchema, text)
  return parsed.success ? parsed.output : undefined
}

/** The pool of a round that is not divided into areas with money of their own. */
export const WHOLE = 'all'

/** One ballot box: the id of an area with its own money, or `all`. */
export type Pool = AreaId | typeof WHOLE
