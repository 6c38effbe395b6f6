/**
 * One submission that waits: shown, and decided on.
 *
 * Talks to the desk. Invariant: what was sent in is shown beside whatever was made of it.
 * Decided in docs/decisions/0022.
 */
import type { DeskActionName, DeskSent } from '../../domain/desk-action.ts'
import type { RoundId } from '../../domain/id.ts'
import {
  NUMBER_MARKS,
  parseTypedMoney,
  printMoney,
  readMoney,
  typedMoney,
} from '../../domain/money.ts'
import { pictureIn, showWhenSeen, type Kept } from './picture-input.ts'
import { keepTyping } from './submission-draft.ts'
import { fillSent, nameIn } from './submission-sent.ts'
import { languageOf, marked, put, show, type Room } from './room.ts'

/** `cost` in main units. */
export type Text = {
  readonly title: string
  readonly summary: string
  readonly description: string
  readonly cost: string
  readonly area?: string
  readonly theme?: string
  readonly picture?: Kept
}

export type Waiting = {
  readonly id: string
  /** Names the text that is shown; whoever decides says which one it was. */
  readonly seen: string
  readonly receivedAt: number
  readonly state: string
  /** Why it was rejected, or what its proposer is asked to change. */
  readonly reason?: string
  /** What it became, or the submission that it is part of. */
  readonly proposal?: string
  readonly isEntered: boolean
  readonly proposerName: string
  readonly sent: Text
  readonly edition?: Text
  readonly holdsContact: boolean
}

export type Option = { readonly id: string; readonly name: string }

export type Told = {
  readonly themes: readonly Option[]
  readonly areas: readonly Option[]
  readonly submissions: readonly Waiting[]
}

export type Shown = {
  readonly item: Waiting
  readonly told: Told
  readonly round: RoundId
  /** Asks for a step, shows the room anew, and says what was done, or why it was not. */
  step<Name extends DeskActionName>(name: Name, input: DeskSent[Name], step: Step): Promise<void>
}

type Step = {
  readonly said: string
  /** Once it is done. */
  after(): void
}

type Contact = { readonly contactName: string; readonly contact: string; readonly payee?: string }

/** Of its row on the page. */
export function rowId(id: string): string {
  return `submission-${id}`
}

/** As it would be published. */
export function titleOf({ edition, sent }: Waiting): string {
  return (edition ?? sent).title
}

/** Fills the row of a submission, and makes its buttons work. */
export function fillSubmission(room: Room, row: HTMLElement, shown: Shown): void {
  const { item, told } = shown
  const text = item.edition ?? item.sent
  const { title, summary, description } = text
  const by = {
    ...{ name: item.proposerName, at: room.format.instant(item.receivedAt) },
    cost: room.format.money(readMoney(text.cost)),
  }
  const about = [
    ...[nameIn(told.themes, text.theme), nameIn(told.areas, text.area)],
    item.isEntered ? room.say('byColleague') : '',
  ].filter((each) => each !== '')
  put(row, { title, summary, description, by: room.say('by', by), about: about.join(' · ') })
  row.id = rowId(item.id)
  put(row, { question: item.reason ?? '' })
  const isAsked = item.state === 'changes-asked'
  show(row, { 'holds-contact': item.holdsContact, edited: item.edition !== undefined })
  show(row, { about: about.length > 0, choose: !isAsked, asked: isAsked })
  show(row, { theme: told.themes.length > 0, area: told.areas.length > 0 })
  for (const box of row.querySelectorAll<HTMLInputElement>('[name="chosen"]')) {
    box.value = item.id
    box.dataset['seen'] = item.seen
  }
  fillPicture(room, row, { ...shown, picture: text.picture })
  fillEdition(room, row, { text, told })
  fillSent(room, row, shown)
  const typing = keepTyping(room, row, item)
  show(row, { overtaken: typing.isOvertaken })
  listen(room, row, { ...shown, typing })
}

type Listened = Shown & { readonly typing: ReturnType<typeof keepTyping> }

function fillPicture(
  room: Room,
  row: HTMLElement,
  { item, round, picture }: Shown & { readonly picture: Kept | undefined },
): void {
  show(row, { picture: picture !== undefined })
  put(row, { 'picture-label': room.say(picture === undefined ? 'addPicture' : 'replace') })
  if (picture === undefined) return
  put(row, { alt: picture.alt })
  field(row, 'edit', 'pictureAlt').value = picture.alt
  const place = row.querySelector<HTMLElement>('[data-picture]')
  if (place) showWhenSeen(room, place, { ...picture, round, id: item.id })
}

function fillEdition(
  room: Room,
  row: HTMLElement,
  { text, told }: { readonly text: Text; readonly told: Told },
): void {
  for (const name of ['title', 'summary', 'description'] as const)
    field(row, 'edit', name).value = text[name]
  const cost = readMoney(text.cost)
  field(row, 'edit', 'cost').value = typedMoney(cost, languageOf(room.root))
  const lists = { theme: told.themes, area: told.areas }
  for (const name of ['theme', 'area'] as const) {
    const select = field(row, 'edit', name)
    const none = { id: '', name: room.say('noChoice') }
    select.replaceChildren(
      ...[none, ...lists[name]].map((option) => new Option(option.name, option.id)),
    )
    select.value = text[name] ?? ''
  }
}

function listen(room: Room, row: HTMLElement, shown: Listened): void {
  const { item, round, step, typing } = shown
  const { id, seen } = item
  const done = (said: string, form: string) => ({
    said: room.say(said),
    after: () => typing.sent(form),
  })
  for (const button of marked(row, 'act', 'contact'))
    room.on(button, 'click', async () => {
      const told = await room.ask<Contact>('show-contact', { round, id })
      if (told) showForAWhile(row, contactOf(room, told))
    })
  room.on(form(row, 'edit'), 'submit', () => save(room, row, shown))
  for (const button of marked(row, 'act', 'restore'))
    room.on(button, 'click', () =>
      step('edit-submission', { round, id, seen }, done('restored', 'edit')),
    )
  room.on(form(row, 'ask'), 'submit', async () => {
    const question = words(room, row, 'ask')
    if (question === undefined) return
    await step('ask-changes', { round, id, seen, question }, done('asked', 'ask'))
  })
  room.on(form(row, 'reject'), 'submit', async () => {
    const reason = words(room, row, 'reject')
    if (reason === undefined) return
    if (!window.confirm(room.say('rejectAsk', { title: titleOf(item) }))) return
    await step('reject-submission', { round, id, seen, reason }, done('rejected', 'reject'))
  })
}

/** As long as the passkey holds that was asked for, and no longer than the page is looked at. */
const CONTACT_SHOWN = 5 * 60_000

function showForAWhile(row: HTMLElement, contact: string): void {
  put(row, { contact })
  const hide = () => put(row, { contact: '' })
  setTimeout(hide, CONTACT_SHOWN)
  window.addEventListener('pagehide', hide, { once: true })
}

function contactOf(room: Room, { contactName: name, contact, payee }: Contact): string {
  const paid = payee === undefined ? '' : ` ${room.say('payee', { payee })}`
  return room.say('contactTold', { name, contact }) + paid
}

async function save(room: Room, row: HTMLElement, shown: Listened): Promise<void> {
  const { item, round, step, typing } = shown
  const typed = (name: string) => field(row, 'edit', name).value.trim()
  const cost = parseTypedMoney(typed('cost'), NUMBER_MARKS[languageOf(room.root)])
  if (!cost.ok) return room.tell(room.say('wordsTitle'), room.say('costWrong'))
  const picture = await pictureIn(form(row, 'edit'), (item.edition ?? item.sent).picture)
  if (picture === 'wrong') return room.tell(room.say('wordsTitle'), room.say('altMissing'))
  const edition = {
    ...{ title: typed('title'), summary: typed('summary'), description: typed('description') },
    cost: printMoney(cost.value),
    ...(typed('theme') !== '' && { theme: typed('theme') }),
    ...(typed('area') !== '' && { area: typed('area') }),
    ...(picture && { picture }),
  }
  const asked = { round, id: item.id, seen: item.seen, edition }
  const after = () => typing.sent('edit')
  await step('edit-submission', asked, { said: room.say('saved'), after })
}

function words(room: Room, row: HTMLElement, name: string): string | undefined {
  const typed = field(row, name, 'words').value.trim()
  if (typed.length > 1) return typed
  room.tell(room.say('wordsTitle'), room.say('wordsMissing'))
  return undefined
}

function form(row: HTMLElement, name: string): HTMLFormElement {
  const found = row.querySelector<HTMLFormElement>(`[data-form="${name}"]`)
  if (!found) throw new RangeError(`no form ${name} in the row of a submission`)
  return found
}

function field(
  row: HTMLElement,
  name: string,
  of: string,
): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const found = form(row, name).elements.namedItem(of)
  if (
    found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
  )
    return found
  throw new RangeError(`no field ${of} in the form ${name}`)
}
