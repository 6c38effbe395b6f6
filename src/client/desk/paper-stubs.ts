/**
 * Stubs in the room Paper: codes are held by a scanner or the keyboard, until the stubs are torn off.
 *
 * Talks to the desk. Invariant: a code goes from its field to the desk and is not shown again; a scan that comes
 * while another is under way waits for its turn. Decided in docs/decisions/0025 and 0026.
 */
import { isToken, readTyped, type Token } from '../../domain/token.ts'
import {
  fieldOf,
  formOf,
  inTurn,
  placeOf,
  sign,
  type Opened,
  type PaperDesk,
} from './paper-desk.ts'
import { list, put, show } from './room.ts'
import { confirmFor } from './round-choice.ts'

type Refusal = { readonly n: number; readonly why: string }

let scans = 0
/** How many the batch holds, as the page shows it. */
let shown = 0
let refusals: readonly Refusal[] = []
const queue = inTurn()

/** Lets the forms of this part work. */
export function startStubs(desk: PaperDesk): void {
  const { room } = desk
  for (const step of ['hold', 'release'] as const) {
    const form = formOf(room, step)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      scan(desk, step, fieldOf(form, 'code'))
    })
  }
  room.on(formOf(room, 'release-batch'), 'submit', () => releaseBatch(desk))
  const form = formOf(room, 'separate')
  room.on(form, 'submit', () => separate(desk, form))
}

/** Shows how many are held, and whether the stubs can come off. */
export function fillStubs({ room }: PaperDesk, { batch, paper }: Opened): void {
  ;[scans, refusals] = [0, []]
  const isClosed = paper.state === 'closed'
  show(room.root, { 'can-separate': isClosed, 'separate-waits': !isClosed })
  showHeld({ room }, batch.sheets)
  showRefusals({ room })
}

function showHeld({ room }: Pick<PaperDesk, 'room'>, held: number): void {
  shown = held
  put(room.root, { held: room.say('held', { held: room.format.number(held) }) })
}

function showRefusals({ room }: Pick<PaperDesk, 'room'>): void {
  show(room.root, { refusals: refusals.length > 0 })
  list(room.root, 'refusals', {
    items: refusals,
    fill: (row, { n, why }) => put(row, { refusal: room.say('refusedScan', { n, why }) }),
  })
}

/** The field is free for the next scan at once; what is no code stays in it, to be looked at or written over. */
function scan(desk: PaperDesk, step: 'hold' | 'release', field: HTMLInputElement): void {
  const opened = desk.opened()
  if (opened === undefined || field.value.trim() === '') return
  const n = ++scans
  field.focus()
  const code = codeIn(field.value)
  if (code === undefined) {
    field.select()
    return refuse(desk, { step, n, why: desk.room.say('codeWrong') })
  }
  field.value = ''
  queue(() => send(desk, opened, { step, n, code }))
}

async function send(
  desk: PaperDesk,
  opened: Opened,
  {
    step,
    n,
    code,
  }: { readonly step: 'hold' | 'release'; readonly n: number; readonly code: Token },
): Promise<void> {
  const { room } = desk
  const action = step === 'hold' ? 'hold-stub' : 'release-stub'
  const input = { ...placeOf(opened), code }
  const said = await room.ask<{ readonly held: number }>(action, input, (title, detail) =>
    refuse(desk, { step, n, why: `${title}. ${detail}` }),
  )
  if (said === undefined) return
  const held = room.format.number(said.held)
  sign(room, step, 'taken', room.say(step === 'hold' ? 'taken' : 'released', { held }))
  showHeld(desk, said.held)
}

function refuse(
  desk: PaperDesk,
  { step, ...refusal }: Refusal & { readonly step: 'hold' | 'release' },
): void {
  refusals = [refusal, ...refusals].slice(0, 5)
  sign(desk.room, step, 'refused', desk.room.say('refused', { why: refusal.why }))
  showRefusals(desk)
}

/** A code as it was typed, or the end of the link that the square of a letter holds. */
function codeIn(text: string): Token | undefined {
  return [text, text.trim().slice(-16)].map(readTyped).find(isToken)
}

async function releaseBatch(desk: PaperDesk): Promise<void> {
  const { room } = desk
  const opened = desk.opened()
  if (opened === undefined) return
  const { batch } = opened.batch
  const told = { batch, held: room.format.number(shown) }
  if (!confirmFor(room, room.say('releaseBatchAsk', told))) return
  const input = { ...placeOf(opened), held: shown }
  if ((await room.ask('release-batch', input)) === undefined) return
  await desk.reload()
  room.done(room.say('releasedBatch', told))
}

async function separate(desk: PaperDesk, form: HTMLFormElement): Promise<void> {
  const { room } = desk
  const opened = desk.opened()
  const field = fieldOf(form, 'sheets')
  const sheets = Number(field.value)
  const isNumber = field.value !== '' && Number.isInteger(sheets) && sheets >= 0
  if (!isNumber) sign(room, 'separate', 'refused', room.say('countedMissing'))
  if (opened === undefined || !isNumber) return field.focus()
  sign(room, 'separate', 'taken', '')
  if (!confirmFor(room, room.say('separateAsk', { count: sheets }))) return
  const input = { ...placeOf(opened), sheets, isLast: fieldOf(form, 'last').checked }
  if ((await room.ask('separate-batch', input)) === undefined) return
  form.reset()
  await desk.reload()
  room.done(room.say('separated', { count: sheets }))
}
