/**
 * The page of assessments: what departments say about a proposal, and the cost that they found.
 *
 * Talks to the page and, by entries.ts, to the desk. Invariant: that a cost changes, or cannot change any more, is
 * said before it is published. Decided in docs/decisions/0031.
 */
import { newCost } from '../../domain/found-cost.ts'
import { readMoney, typedMoney, type Money } from '../../domain/money.ts'
import { noonOf, parseLocalTime } from '../../domain/time.ts'
import '../character-count.ts'
import { startEntries } from './entries.ts'
import { amountIn, faultsOf, isPastDay, isWritten, sayMoney, today } from './entry-form.ts'
import type { Entry, Open, Planned, ReadForm } from './entry-room.ts'
import { languageOf, part, show, type Room } from './room.ts'

type Assessment = Entry & {
  readonly about?: string
  readonly body: string
  readonly outcome: string
  readonly reason: string
  readonly cost?: number | string
}

type Assessed = Open & { readonly cost: number | string; readonly isFrozen: boolean }

startEntries({
  name: 'assessments',
  actions: {
    ...{ show: 'show-assessments', post: 'post-assessment' },
    takeBack: 'take-back-assessment',
  },
  fill: fillForm,
  dress: dressForm,
  read: readForm,
  tell: tellAssessment,
  follows: tellCost,
})

function fieldsOf(room: Room) {
  return {
    about: part<HTMLSelectElement>(room, '#about'),
    body: part<HTMLInputElement>(room, '#body'),
    date: part<HTMLInputElement>(room, '#date'),
    outcome: part<HTMLSelectElement>(room, '#outcome'),
    reason: part<HTMLTextAreaElement>(room, '#reason'),
    cost: part<HTMLInputElement>(room, '#cost'),
  }
}

function fillForm(room: Room, assessment: Assessment | undefined): void {
  const fields = fieldsOf(room)
  part<HTMLFormElement>(room, '[data-step="post"]').reset()
  fields.date.max = today(room)
  fields.date.value = assessment?.date ?? today(room)
  if (assessment === undefined) return
  for (const name of ['body', 'outcome', 'reason'] as const) fields[name].value = assessment[name]
  fields.about.value = assessment.about ?? ''
  const { cost } = assessment
  fields.cost.value =
    cost === undefined ? '' : typedMoney(readMoney(String(cost)), languageOf(room.root))
}

/** An amount is asked for only where the answer is about the cost, and fixed once voting was opened. */
function dressForm(room: Room, { isFrozen }: Assessed): void {
  const { about, cost } = fieldsOf(room)
  cost.disabled = isFrozen
  show(room.root, { 'about-cost': about.value === 'cost', frozen: isFrozen, free: !isFrozen })
}

async function readForm(room: Room, before: Assessment | undefined): Promise<ReadForm> {
  const { about, body, date, outcome, reason, cost } = fieldsOf(room)
  const amount = about.value === 'cost' && !cost.disabled ? amountIn(room, cost) : undefined
  const faults = faultsOf(room, [
    { id: body.id, isRight: isWritten(body), words: 'bodyMissing' },
    { id: date.id, isRight: isPastDay(room, date), words: 'dateMissing' },
    { id: reason.id, isRight: isWritten(reason), words: 'textMissing' },
    { id: cost.id, isRight: amount !== 'wrong', words: 'amountWrong' },
  ])
  if (faults.length > 0) return { faults }
  const kept = about.value === 'cost' && cost.disabled ? before?.cost : amount
  const entry: Assessment = {
    ...(about.value !== '' && { about: about.value }),
    ...{ body: body.value, date: date.value, outcome: outcome.value, reason: reason.value },
    ...(kept !== undefined && { cost: kept }),
  }
  return { entry }
}

/** As residents will read it: the day and who, what came out, why, and the cost that was found. */
function tellAssessment(room: Room, given: Assessment): readonly string[] {
  const { about, body, date, outcome, reason, cost } = given
  const { timeZone = 'UTC' } = room.root.dataset
  const day = parseLocalTime(date)
  const told = day === undefined ? date : room.format.fullDay(noonOf(day, timeZone))
  const came = room.say(`outcome.${outcome}`)
  return [
    `${told} · ${body}`,
    about === undefined ? came : `${room.say(`about.${about}`)}: ${came}`,
    reason,
    ...(cost === undefined ? [] : [sayMoney(room, 'costFound', cost)]),
  ]
}

/** What becomes of the proposal's own cost. */
function tellCost(room: Room, open: Assessed, { before, entry }: Planned): string {
  const [was, will] = [before, entry].map(amountOf)
  const now = readMoney(String(open.cost))
  const cost = newCost({ cost: will }, { before: { cost: was }, now })
  if (cost !== undefined)
    return room.say('costChanges', { was: room.format.money(now), will: room.format.money(cost) })
  return was === undefined && will === undefined ? '' : sayMoney(room, 'costStays', open.cost)
}

function amountOf(
  entry: (Entry & { readonly cost?: number | string }) | undefined,
): Money | undefined {
  return entry?.cost === undefined ? undefined : readMoney(String(entry.cost))
}
