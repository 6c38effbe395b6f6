/**
 * Typing in the room Paper: sheet after sheet by the keyboard, each person for themselves.
 *
 * Talks to the desk. Invariant: what a person sees here they typed themselves; what was refused can be typed
 * again and is not lost. Decided in docs/decisions/0025 and 0026.
 */
import type { DeskSent } from '../../domain/desk-action.ts'
import type { SheetReading } from '../../domain/paper-sheet.ts'
import { ballotMark } from '../../domain/typed-sheet.ts'
import {
  fieldOf,
  formOf,
  inTurn,
  leadTo,
  placeOf,
  sign,
  type Opened,
  type PaperDesk,
} from './paper-desk.ts'
import { howToType, readReading, tellReading, writeReading } from './paper-reading.ts'
import { list, marked, put } from './room.ts'
import { confirmFor } from './round-choice.ts'

/** As `show-typing` tells it. */
type Typing = {
  readonly own: readonly { readonly sheet: number; readonly reading: SheetReading }[]
  readonly free: readonly number[]
}

let own = new Map<number, SheetReading>()
let free = new Set<number>()
const queue = inTurn()

/** Lets the forms of this part work. */
export function startTyping(desk: PaperDesk): void {
  const { room } = desk
  const form = formOf(room, 'type')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    typeSheet(desk, form)
  })
  room.on(formOf(room, 'compare'), 'submit', () => compare(desk))
}

/** Shows where the typing of whoever is signed in stands. */
export async function fillTyping(desk: PaperDesk, opened: Opened): Promise<void> {
  const { room } = desk
  const typing = await room.ask<Typing>('show-typing', placeOf(opened))
  if (typing === undefined) return
  own = new Map(typing.own.map(({ sheet, reading }) => [sheet, reading]))
  free = new Set(typing.free)
  put(room.root, {
    'ballot-mark': room.say('ballotMark', { mark: ballotMark(opened.paper.digest) }),
    how: howToType(room, opened.ballot),
  })
  showProgress(desk, opened)
  const form = formOf(room, 'type')
  begin(form, opened, nextAfter(0))
  leadTo(fieldOf(form, 'choices'))
}

/** The fields are free for the next sheet at once. */
function typeSheet(desk: PaperDesk, form: HTMLFormElement): void {
  const { room } = desk
  const opened = desk.opened()
  if (opened === undefined) return
  const [sheet, most] = [Number(fieldOf(form, 'sheet').value), opened.batch.sheets]
  if (!Number.isInteger(sheet) || sheet < 1 || sheet > most) {
    sign(room, 'type', 'refused', room.say('sheetWrong', { most }))
    return fieldOf(form, 'sheet').focus()
  }
  const reading = readReading(room, form, opened.ballot)
  if ('fault' in reading) {
    sign(room, 'type', 'refused', reading.fault)
    return fieldOf(form, 'choices').focus()
  }
  const before = own.get(sheet)
  own.set(sheet, reading)
  begin(form, opened, nextAfter(sheet))
  queue(() => send(desk, opened, { sheet, reading, before }))
}

async function send(
  desk: PaperDesk,
  opened: Opened,
  typed: {
    readonly sheet: number
    readonly reading: SheetReading
    readonly before: SheetReading | undefined
  },
): Promise<void> {
  const { room } = desk
  const { sheet, reading, before } = typed
  const what = tellReading(room, reading, opened.ballot)
  const input = { ...placeOf(opened), sheet, reading: readingSent(reading) }
  const said = await room.ask('enter-sheet', input, (title, detail) => {
    const why = `${title}. ${detail}`
    sign(room, 'type', 'refused', room.say('refusedSheet', { sheet, text: what, why }))
  })
  if (said !== undefined) {
    free.delete(sheet)
    sign(room, 'type', 'taken', room.say('entered', { sheet, what }))
  } else {
    if (before === undefined) own.delete(sheet)
    else own.set(sheet, before)
    giveBack(desk, opened, { sheet, reading })
  }
  showProgress(desk, opened)
}

/** What was refused comes back into the fields, unless something else is typed there already. */
function giveBack(
  { room }: PaperDesk,
  { ballot }: Opened,
  { sheet, reading }: { readonly sheet: number; readonly reading: SheetReading },
): void {
  const form = formOf(room, 'type')
  const isTyping = fieldOf(form, 'choices').value !== ''
  if (isTyping) return
  fieldOf(form, 'sheet').value = String(sheet)
  writeReading(form, ballot, reading)
  fieldOf(form, 'choices').focus()
}

function showProgress(desk: PaperDesk, opened: Opened): void {
  const { room } = desk
  const left = [...free].filter((sheet) => !own.has(sheet)).length
  const numbers = { mine: own.size, all: opened.batch.sheets, left }
  put(room.root, { progress: room.say('progress', numbers) })
  list(room.root, 'mine', {
    items: [...own].toSorted(([a], [b]) => b - a),
    fill(row, [sheet, reading]) {
      const what = tellReading(room, reading, opened.ballot)
      put(row, { what: room.say('entered', { sheet, what }) })
      for (const button of marked(row, 'act', 'change')) {
        button.setAttribute('aria-label', room.say('changeNamed', { sheet }))
        button.addEventListener('click', () => begin(formOf(room, 'type'), opened, sheet))
      }
    },
  })
}

/** Leads to a sheet, with what was typed of it before. */
function begin(form: HTMLFormElement, { ballot }: Opened, sheet: number | undefined): void {
  fieldOf(form, 'sheet').value = sheet === undefined ? '' : String(sheet)
  writeReading(form, ballot, sheet === undefined ? undefined : own.get(sheet))
  fieldOf(form, 'choices').focus()
}

/** The next sheet that waits for this person: after that one, else from the first. */
function nextAfter(sheet: number): number | undefined {
  const waiting = [...free].filter((each) => !own.has(each)).toSorted((a, b) => a - b)
  return waiting.find((each) => each > sheet) ?? waiting[0]
}

async function compare(desk: PaperDesk): Promise<void> {
  const { room } = desk
  const opened = desk.opened()
  if (opened === undefined || !confirmFor(room, room.say('compareAsk'))) return
  const said = await room.ask<{ readonly settled: number; readonly differing: number }>(
    'compare-batch',
    placeOf(opened),
  )
  if (said === undefined) return
  await desk.reload()
  room.done(room.say('compared', said))
}

/** As it is sent: a list that may be written to, of one kind as the form of the ballot has it. */
export function readingSent(reading: SheetReading): DeskSent['enter-sheet']['reading'] {
  return 'choices' in reading ? { choices: [...reading.choices] as string[] } : reading
}
