/**
 * Paper in the reference of a random history: stubs held, sheets typed twice and settled, batches boxed.
 *
 * Pure. Invariant: a held code is used by the boxing of its batch and by nothing else, and a batch is boxed
 * once.
 */
import { PINNED, type Given, type Moment, type PoolName } from './histories-commands.ts'
import type { Reference, ReferenceMark, ReferencePile, Step } from './histories-reference.ts'

/** Stubs come in while voting goes on, and after the close until the seal. */
const HOLDING = ['open', 'paused', 'closed']

/** The seat at a sheet by its name in the table of what was typed. */
export function seatOf(pile: string, sheet: number, seat: string): string {
  return `${pile}/${sheet}:${seat}`
}

/** How many codes wait for the boxing of their ballots. */
export function heldIn({ marks }: Reference, pile?: string): number {
  const held = Object.values(marks).filter(({ word }) => word === 'held')
  return held.filter((mark) => pile === undefined || mark.pile === pile).length
}

export function begin(before: Reference, { pile, pool }: Given<'begin a pile'>): Step {
  if (!HOLDING.includes(before.state)) return [before, 'no']
  const known = before.piles[pile]
  if (known !== undefined)
    return [before, known.state === 'collecting' && known.pool === pool ? 'yes' : 'no']
  return [withPile(before, pile, { pool, state: 'collecting', sheets: 0, revision: 0 }), 'yes']
}

export function hold(before: Reference, { pile, code }: Given<'hold'>): Step {
  const known = before.piles[pile]
  if (known === undefined) return [before, 'batch-unknown']
  if (!HOLDING.includes(before.state) || known.state !== 'collecting')
    return [before, 'wrong-state']
  const mark = before.marks[code]
  const refusal = whyNotHeld(mark, known.pool)
  if (mark === undefined || refusal !== undefined) return [before, refusal ?? 'unknown']
  return [counted(withMark(before, code, { ...mark, word: 'held', pile }), pile, 1), 'held']
}

function whyNotHeld(mark: ReferenceMark | undefined, pool: PoolName): string | undefined {
  switch (mark?.word) {
    case 'revoked':
    case 'used':
      return mark.word
    case 'held':
      return 'already-held'
    case 'live':
      return mark.pool === pool ? undefined : 'other-pool'
    default:
      return 'unknown'
  }
}

export function release(before: Reference, { pile, code }: Given<'release'>): Step {
  const known = before.piles[pile]
  if (known === undefined) return [before, 'batch-unknown']
  if (known.state !== 'collecting') return [before, 'wrong-state']
  const mark = before.marks[code]
  if (mark?.word !== 'held' || mark.pile !== pile) return [before, 'not-held']
  const { pile: _, ...live } = mark
  return [counted(withMark(before, code, { ...live, word: 'live' }), pile, -1), 'released']
}

/** All of a pile at once, where as many are held as were seen. */
export function releaseAll(before: Reference, { pile, held }: Given<'release a pile'>): Step {
  const known = before.piles[pile]
  if (known === undefined) return [before, 'batch-unknown']
  if (known.state !== 'collecting') return [before, 'wrong-state']
  if (heldIn(before, pile) !== held) return [before, 'changed']
  const marks = Object.entries(before.marks).map(([code, mark]) => {
    const { pile: of, ...live } = mark
    return [code, mark.word === 'held' && of === pile ? { ...live, word: 'live' } : mark] as const
  })
  const { [`held:${pile}`]: _, ...counts } = before.counts
  return [{ ...before, marks: Object.fromEntries(marks) as Reference['marks'], counts }, 'released']
}

/** After the close, with as many sheets as stubs. */
export function separate(before: Reference, { pile, sheets }: Given<'separate'>): Step {
  const known = before.piles[pile]
  if (known === undefined) return [before, 'batch-unknown']
  if (known.state === 'separated' && known.sheets === sheets) return [before, 'separated']
  if (known.state !== 'collecting' || before.state !== 'closed') return [before, 'wrong-state']
  if (heldIn(before, pile) !== sheets) return [before, 'sheets-differ']
  return [moved(before, pile, { state: 'separated', sheets }), 'separated']
}

/** Two seats a sheet, each one person's. */
export function type(before: Reference, given: Given<'type a sheet'>): Step {
  const { pile, sheet, teller, says } = given
  const known = before.piles[pile]
  if (known === undefined) return [before, 'batch-unknown']
  if (known.state !== 'separated') return [before, 'wrong-state']
  if (sheet < 1 || sheet > known.sheets) return [before, 'sheet-unknown']
  const seat = ['first', 'second'].find((each) => {
    const there = before.sheets[seatOf(pile, sheet, each)]
    return there === undefined || there.startsWith(`${teller}:`)
  })
  if (seat === undefined) return [before, 'typed-twice']
  return [typed(before, given, seatOf(pile, sheet, seat), `${teller}:${says}`), 'entered']
}

export function freeze(before: Reference, { pile, isStale }: Given<'freeze'>): Step {
  const known = before.piles[pile]
  if (known === undefined) return [before, 'batch-unknown']
  if (known.state !== 'separated') return [before, 'wrong-state']
  if (isStale) return [before, 'changed']
  return [moved(before, pile, { state: 'compared' }), 'frozen']
}

/** By neither of those who typed the sheet. */
export function settle(before: Reference, given: Given<'settle a sheet'>): Step {
  const { pile, sheet, teller, says } = given
  const known = before.piles[pile]
  if (known === undefined) return [before, 'batch-unknown']
  if (known.state !== 'compared') return [before, 'wrong-state']
  if (sheet < 1 || sheet > known.sheets) return [before, 'sheet-unknown']
  const isOwn = ['first', 'second'].some((each) =>
    before.sheets[seatOf(pile, sheet, each)]?.startsWith(`${teller}:`),
  )
  if (isOwn) return [before, 'third-person-needed']
  return [typed(before, given, seatOf(pile, sheet, 'third'), `${teller}:${says}`), 'settled']
}

/** All of its codes and all of its ballots, at once and once. */
export function box(before: Reference, given: Given<'box'>, moment: Moment): Step {
  const { pile, isStale, digest, nonces, invalid } = given
  const known = before.piles[pile]
  if (known === undefined) return [before, 'batch-unknown']
  if (known.state === 'boxed') return [before, 'boxed']
  if (known.state !== 'compared') return [before, 'wrong-state']
  if (isStale) return [before, 'changed']
  if (digest !== PINNED.digest) return [before, 'ballot-changed']
  if (heldIn(before, pile) !== nonces.length + invalid) return [before, 'changed']
  if (nonces.some((nonce) => before.box[`${known.pool}:${nonce}`] !== undefined))
    return [before, 'nonce-taken']
  return [boxed(before, { ...given, pool: known.pool }, moment), 'boxed']
}

function boxed(
  before: Reference,
  { pile, pool, nonces, invalid }: Given<'box'> & { readonly pool: PoolName },
  moment: Moment,
): Reference {
  const marks = Object.entries(before.marks).map(([code, mark]) => {
    if (mark.pile !== pile) return [code, mark] as const
    const { pile: _, ...rest } = mark
    return [code, { ...rest, word: 'used', vote: paperVote(moment) }] as const
  })
  const records = nonces.map((nonce) => [`${pool}:${nonce}`, paperRecord(nonce, moment)] as const)
  const { [`held:${pile}`]: _, ...counts } = before.counts
  const more = { [`recorded:paper:${pool}`]: nonces.length, [`invalid:paper:${pool}`]: invalid }
  const added = Object.entries(more).flatMap(([name, number]) =>
    number > 0 ? [[name, (counts[name] ?? 0) + number] as const] : [],
  )
  const after = {
    ...before,
    marks: Object.fromEntries(marks),
    box: { ...before.box, ...Object.fromEntries(records) },
    counts: { ...counts, ...Object.fromEntries(added) },
  }
  return moved(after, pile, { state: 'boxed' })
}

/** What stands in the used mark of a paper ballot where others have their retry hash. */
export function paperVote({ turn }: Moment): string {
  return `paper.${turn}`
}

/** A ballot on paper as the store keeps it. */
export function paperRecord(nonce: string, { turn }: Moment): string {
  return `${nonce}.paper.${turn}`
}

function withPile(before: Reference, pile: string, stand: ReferencePile): Reference {
  return { ...before, piles: { ...before.piles, [pile]: stand } }
}

/** Whatever happens to a batch, what was read of it before is no more the newest. */
function moved(before: Reference, pile: string, change: Partial<ReferencePile>): Reference {
  const known = before.piles[pile]
  if (known === undefined) return before
  return withPile(before, pile, { ...known, ...change, revision: known.revision + 1 })
}

function typed(
  before: Reference,
  { pile }: { readonly pile: string },
  seat: string,
  text: string,
): Reference {
  return moved({ ...before, sheets: { ...before.sheets, [seat]: text } }, pile, {})
}

function withMark(before: Reference, code: string, mark: ReferenceMark): Reference {
  return { ...before, marks: { ...before.marks, [code]: mark } }
}

function counted(before: Reference, pile: string, more: number): Reference {
  const name = `held:${pile}`
  return { ...before, counts: { ...before.counts, [name]: (before.counts[name] ?? 0) + more } }
}
