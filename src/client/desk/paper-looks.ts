/**
 * The third look in the room Paper, and the box: what two people read differently, and the step that ends it.
 *
 * Talks to the desk. Invariant: nobody is named, and nothing is boxed without a yes to what it does.
 * Decided in docs/decisions/0025 and 0026.
 */
import type { SheetReading } from '../../domain/paper-sheet.ts'
import { formOf, placeOf, sign, type Opened, type PaperDesk } from './paper-desk.ts'
import { howToType, readReading, tellReading } from './paper-reading.ts'
import { list, put, show } from './room.ts'
import { confirmFor } from './round-choice.ts'
import { readingSent } from './paper-typing.ts'

/** As `show-differences` tells it. */
type Difference = {
  readonly sheet: number
  readonly isMine: boolean
  readonly readings: readonly SheetReading[]
}

/** Lets the forms of this part work. */
export function startLooks(desk: PaperDesk): void {
  desk.room.on(formOf(desk.room, 'box'), 'submit', () => box(desk))
}

/** Shows what differs, and whether the batch can be boxed. */
export async function fillLooks(desk: PaperDesk, opened: Opened): Promise<void> {
  const { room } = desk
  const told = await room.ask<{ readonly differing: readonly Difference[] }>(
    'show-differences',
    placeOf(opened),
  )
  if (told === undefined) return
  const { differing } = told
  const isSettled = differing.length === 0
  show(room.root, { differences: !isSettled, 'no-differences': isSettled })
  show(room.root, { 'can-box': isSettled, 'box-waits': !isSettled })
  put(room.root, { 'box-help': room.say('boxHelp', { count: opened.batch.sheets }) })
  list(room.root, 'differences', {
    items: differing,
    fill: (row, difference) => fillDifference(desk, opened, { row, difference }),
  })
}

function fillDifference(
  desk: PaperDesk,
  opened: Opened,
  { row, difference }: { readonly row: HTMLElement; readonly difference: Difference },
): void {
  const { room } = desk
  const { sheet, isMine, readings } = difference
  put(row, { sheet, how: howToType(room, opened.ballot) })
  show(row, { mine: isMine, 'not-mine': !isMine })
  list(row, 'readings', {
    items: readings,
    fill: (item, reading) => put(item, { what: tellReading(room, reading, opened.ballot) }),
  })
  const form = row.querySelector('form')
  if (form) room.on(form, 'submit', () => settle(desk, opened, { sheet, form }))
}

async function settle(
  desk: PaperDesk,
  opened: Opened,
  { sheet, form }: { readonly sheet: number; readonly form: HTMLFormElement },
): Promise<void> {
  const { room } = desk
  const reading = readReading(room, form, opened.ballot)
  if ('fault' in reading) return sign(room, 'look', 'refused', reading.fault)
  const input = { ...placeOf(opened), sheet, reading: readingSent(reading) }
  const said = await room.ask('settle-sheet', input)
  if (said === undefined) return
  await desk.reload()
  sign(room, 'look', 'taken', room.say('settled', { sheet }))
}

async function box(desk: PaperDesk): Promise<void> {
  const { room } = desk
  const opened = desk.opened()
  if (opened === undefined) return
  if (!confirmFor(room, room.say('boxAsk', { count: opened.batch.sheets }))) return
  const said = await room.ask<{ readonly recorded: number; readonly invalid: number }>(
    'box-batch',
    placeOf(opened),
  )
  if (said === undefined) return
  await desk.reload()
  room.done(room.say('boxed', said))
}
