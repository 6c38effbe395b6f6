/**
 * Paper sheets: what two tellers, each for themselves, read on a numbered sheet, and what is made of it.
 *
 * Pure. Invariant: two equal readings settle a sheet, or else a third person's does; nothing of a sheet tells
 * whose it was. Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import { checkBallot, longestBallot, type Ballot, type BallotPaper } from './ballot.ts'
import { canonicalJson } from './canonical-json.ts'
import { ChoicesSchema, type Choices } from './choices.ts'
import { refuseClerk, type ClerkRefusal } from './clerk-refusal.ts'
import { lengthPrefixed, utf8 } from './encoding.ts'
import type { Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'

/** Why a sheet is no ballot. `blank` only where the round allows no blank ballot. */
export const INVALID_REASONS = [
  'blank',
  'unclear',
  'too-few',
  'too-many',
  'over-budget',
  'wrong-points',
  'wrong-list',
  'signed',
  'torn',
  'missing',
] as const

export type InvalidReason = (typeof INVALID_REASONS)[number]

/** Who types: the id of a person of the desk, never a name. */
export const TellerSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/), v.brand('Teller'))

export type Teller = v.InferOutput<typeof TellerSchema>

/** A person of the desk as a teller, by the id. */
export function tellerOf(id: string): Teller {
  return v.parse(TellerSchema, id)
}

/** What a person reads on a sheet: choices (none on a blank ballot), or why it is invalid. */
export const SheetReadingSchema = v.union([
  v.strictObject({ choices: ChoicesSchema }),
  v.strictObject({ invalid: v.picklist(INVALID_REASONS) }),
])

export type SheetReading = { readonly choices: Choices } | { readonly invalid: InvalidReason }

/** `first` and `second` are blind to each other; `third` is the look that settles a difference. */
export const SEATS = ['first', 'second', 'third'] as const

export type Seat = (typeof SEATS)[number]

/** A reading of a sheet with who made it. */
export type SheetEntry = {
  readonly sheet: number
  readonly seat: Seat
  readonly teller: Teller
  readonly reading: SheetReading
}

/** `open`: not typed twice yet. `differs`: a third person must look. */
export type SheetState =
  | { readonly is: 'open' | 'differs'; readonly sheet: number }
  | { readonly is: 'settled'; readonly sheet: number; readonly reading: SheetReading }

/** A reading in canonical form, if the paper allows it: a ballot by the rules of its type. */
export function checkReading(
  reading: SheetReading,
  paper: BallotPaper,
): Result<SheetReading, Refusal | ClerkRefusal> {
  if ('choices' in reading) return checkBallot(reading.choices, paper)
  if (reading.invalid === 'blank' && paper.form.blank) return refuseClerk('blank-is-ballot')
  return ok(reading)
}

/** Whether two people read the same. */
export function sameReading(a: SheetReading, b: SheetReading): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** Where sheets 1 to `sheets` stand by what was read on them. */
export function settleSheets(
  sheets: number,
  entries: readonly SheetEntry[],
): readonly SheetState[] {
  return Array.from({ length: sheets }, (_, at) => {
    const sheet = at + 1
    return settle(
      sheet,
      entries.filter((entry) => entry.sheet === sheet),
    )
  })
}

function settle(sheet: number, entries: readonly SheetEntry[]): SheetState {
  const [first, second, third] = SEATS.map(
    (seat) => entries.find((entry) => entry.seat === seat)?.reading,
  )
  if (first === undefined || second === undefined) return { is: 'open', sheet }
  if (sameReading(first, second)) return { is: 'settled', sheet, reading: first }
  return third === undefined ? { is: 'differs', sheet } : { is: 'settled', sheet, reading: third }
}

/** The ballots of settled sheets, and how many are none. */
export function ballotsOf(readings: readonly SheetReading[]): {
  readonly ballots: readonly Ballot[]
  readonly invalid: number
} {
  const ballots = readings.flatMap((reading) => ('choices' in reading ? [reading] : []))
  return { ballots, invalid: readings.length - ballots.length }
}

const BLOCK = 64
const LONGEST_FRAME = '{"choices":}'.length

/** A reading as it is sealed: of one length for all sheets of a paper, whatever is on them. */
export function sheetBytes(reading: SheetReading, paper: BallotPaper): Uint8Array {
  const shortest = LONGEST_FRAME + longestBallot(paper)
  const padded = new Uint8Array(Math.ceil((4 + Math.max(BLOCK, shortest)) / BLOCK) * BLOCK)
  padded.set(lengthPrefixed(utf8(canonicalJson(reading))))
  return padded
}

/** Reads it back. Throws on bytes that are no reading. */
export function parseSheetBytes(bytes: Uint8Array): SheetReading {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(4, 4 + length))
  return v.parse(v.pipe(v.string(), v.parseJson(), SheetReadingSchema), text)
}

/** What a reading is sealed for: it cannot be moved to another sheet, batch or person. */
export function sheetContext(place: {
  readonly round: string
  readonly pool: string
  readonly batch: string
  readonly sheet: number
  readonly teller: string
}): Uint8Array {
  const { round, pool, batch, sheet, teller } = place
  return lengthPrefixed('sheet', round, pool, batch, String(sheet), teller)
}
