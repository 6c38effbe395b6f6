/**
 * The room Delivery: what became of a round's projects, told in one form.
 *
 * Talks to the desk. Invariant: the clerk reads the whole update before it is published, and what was typed stays
 * until it is, over a reload too. Decided in docs/decisions/0018 and 0022.
 */
import { parseRoundId, type ProposalId, type RoundId } from '../../domain/id.ts'
import { NUMBER_MARKS, parseTypedMoney, printMoney, readMoney } from '../../domain/money.ts'
import { noonOf, parseLocalTime, printDay } from '../../domain/time.ts'
import { ask } from './ask.ts'
import { forget, keep, kept } from './kept.ts'
import { languageOf, list, part, put, show, startRoom, type Room } from './room.ts'

type Update = {
  readonly date: string
  readonly text: string
  readonly spent?: number | string
  readonly done?: boolean
}

type Project = {
  readonly id: ProposalId
  readonly title: string
  readonly seen: string
  readonly updates: readonly Update[]
}

let shown: { readonly round: RoundId; readonly projects: readonly Project[] } | undefined

startRoom(async (room) => {
  room.on(part(room, '[data-step="show"]'), 'submit', () => showProjects(room))
  room.on(part(room, '[data-step="post"]'), 'submit', () => postUpdate(room))
  projectField(room).addEventListener('change', () => showUpdates(room))
  dateField(room).value = today(room)
  dateField(room).max = today(room)
  await takeKept(room)
  room.root.addEventListener('input', () => keep(KEPT, typedIn(room)))
})

/** Fields by their ids, as they were typed. */
type Typed = Readonly<Record<string, string | boolean>>

const KEPT = 'delivery'
const FIELDS = ['round', 'proposal', 'date', 'text', 'spent', 'done'] as const

function typedIn(room: Room): Typed {
  const fields = FIELDS.map((name) => part<HTMLInputElement>(room, `#delivery-${name}`))
  return Object.fromEntries(
    fields.map(({ id, type, checked, value }) => [id, type === 'checkbox' ? checked : value]),
  )
}

/** Shows the projects of the round that was chosen, and what was typed before the page was loaded again. */
async function takeKept(room: Room): Promise<void> {
  const typed = kept<Typed>(KEPT) ?? {}
  const take = (name: (typeof FIELDS)[number]) => {
    const field = part<HTMLInputElement>(room, `#delivery-${name}`)
    const value = typed[field.id]
    if (typeof value === 'string') field.value = value
    if (typeof value === 'boolean') field.checked = value
  }
  take('round')
  await showProjects(room)
  for (const name of FIELDS) take(name)
  showUpdates(room)
}

async function showProjects(room: Room): Promise<void> {
  const round = parseRoundId(part<HTMLSelectElement>(room, '#delivery-round').value)
  if (round === undefined) return
  const told = await room.ask<{ readonly projects: readonly Project[] }>('show-delivery', { round })
  if (told === undefined) return
  fillProjects(room, round, told.projects)
}

/** The project that was chosen stays so. */
function fillProjects(room: Room, round: RoundId, projects: readonly Project[]): void {
  shown = { round, projects }
  const field = projectField(room)
  const chosen = field.value
  field.replaceChildren(...projects.map(({ id, title }) => new Option(title, id)))
  if (projects.some(({ id }) => id === chosen)) field.value = chosen
  show(room.root, { none: projects.length === 0, some: projects.length > 0 })
  showUpdates(room)
}

function showUpdates(room: Room): void {
  const updates = chosenProject(room)?.updates ?? []
  show(room.root, { nothing: updates.length === 0 })
  list(room.root, 'updates', {
    items: updates.toReversed(),
    fill: (row, update) => put(row, { update: tellUpdate(room, update).join(' · ') }),
  })
}

async function postUpdate(room: Room): Promise<void> {
  const project = chosenProject(room)
  if (shown === undefined || project === undefined) return
  const update = readUpdate(room)
  if (update === undefined) return
  const { round } = shown
  const { id: proposal, seen, title } = project
  const told = tellUpdate(room, update).join('\n')
  const words = { title, update: told, where: room.say('where'), cost: room.say('cost') }
  if (!window.confirm(room.say('ask', words))) return
  const posted = await room.ask('post-update', { round, proposal, seen, update })
  if (posted === undefined) return lookForNewer(room, round)
  forget(KEPT)
  part<HTMLFormElement>(room, '[data-step="post"]').reset()
  projectField(room).value = proposal
  dateField(room).value = today(room)
  await showProjects(room)
  const language = document.documentElement.lang
  const address = `${location.origin}/${language}/rounds/${round}/proposals/${proposal}/`
  room.done(room.say('posted', { address }))
}

/** After a refusal, which stays told: what a colleague may have told meanwhile, beside what was typed. */
async function lookForNewer(room: Room, round: RoundId): Promise<void> {
  const asked = await ask<{ readonly projects: readonly Project[] }>('show-delivery', { round })
  if (asked.outcome === 'done') fillProjects(room, round, asked.value.projects)
}

/** The update as it was typed; undefined where a field is not right, which is told there. */
function readUpdate(room: Room): Update | undefined {
  const date = dateField(room)
  const text = part<HTMLTextAreaElement>(room, '#delivery-text')
  const spent = part<HTMLInputElement>(room, '#delivery-spent')
  const { length } = text.value.trim()
  const amount = parseTypedMoney(spent.value, NUMBER_MARKS[languageOf(room.root)])
  const isEmpty = spent.value.trim() === ''
  const isDay = parseLocalTime(date.value) !== undefined && date.value <= today(room)
  const rows = [
    { field: date, isRight: isDay, words: 'dateMissing' },
    {
      field: text,
      isRight: length >= text.minLength && length <= text.maxLength,
      words: 'textMissing',
    },
    { field: spent, isRight: isEmpty || amount.ok, words: 'spentWrong' },
  ]
  for (const { field, isRight } of rows) field.setAttribute('aria-invalid', String(!isRight))
  const wrong = rows.find(({ isRight }) => !isRight)
  if (wrong !== undefined) {
    room.done(room.say(wrong.words))
    wrong.field.focus()
    return undefined
  }
  return {
    ...{ date: date.value, text: text.value },
    ...(!isEmpty && amount.ok && { spent: printMoney(amount.value) }),
    ...(part<HTMLInputElement>(room, '#delivery-done').checked && { done: true }),
  }
}

/** As residents will read it: the day, that it is finished, the text, and the money. */
function tellUpdate(room: Room, { date, text, spent, done }: Update): string[] {
  const { timeZone = 'UTC' } = room.root.dataset
  const day = parseLocalTime(date)
  const money = spent === undefined ? '' : room.format.money(readMoney(String(spent)))
  return [
    day === undefined ? date : room.format.fullDay(noonOf(day, timeZone)),
    ...(done === true ? [room.say('isDone')] : []),
    text,
    ...(spent === undefined ? [] : [room.say('spentSoFar', { money })]),
  ]
}

function chosenProject(room: Room): Project | undefined {
  const id = projectField(room).value
  return shown?.projects.find((project) => project.id === id)
}

function projectField(room: Room): HTMLSelectElement {
  return part(room, '#delivery-proposal')
}

function dateField(room: Room): HTMLInputElement {
  return part(room, '#delivery-date')
}

function today({ root }: Room): string {
  return printDay(Date.now(), root.dataset['timeZone'] ?? 'UTC')
}
