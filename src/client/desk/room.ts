/**
 * A room of the desk: its page, what is asked of the desk from it, and where the answers are told.
 *
 * Talks to the page and, by ask.ts, to the desk. Invariant: what comes from the desk enters the page as text,
 * and nothing of a room is seen before somebody is signed in. Decided in docs/decisions/0022.
 */
import { LANGUAGES, type Language } from '../../domain/council.ts'
import type { DeskActionName, DeskSent } from '../../domain/desk-action.ts'
import { makeFormat, type Format } from '../../i18n/format.ts'
import { stopOnce } from '../../i18n/sentence.ts'
import { showErrors } from '../error-summary.ts'
import { ask, type Asked } from './ask.ts'
import { forgetAll, keepFor } from './kept.ts'
import { knowsPasskeys } from './passkey.ts'
import { watchChoice } from './round-choice.ts'

export type Room = {
  readonly root: HTMLElement
  readonly format: Format
  /** The address of the desk's first room, in the page's language. */
  readonly home: string
  /** Asks the desk; undefined where it was refused or not answered, which is told then: on top, unless said. */
  ask<Value = object, Name extends DeskActionName = DeskActionName>(
    action: Name,
    input: DeskSent[Name],
    tell?: Room['tell'],
  ): Promise<Value | undefined>
  /** A sentence of the page, with what stands in braces filled in. */
  say(name: string, values?: Values): string
  /** Tells what was not done; `done` takes it away again. */
  tell(title: string, detail: string): void
  done(text: string): void
  /** Does something when a part is pressed, sent or chosen in, once at a time. */
  on(part: HTMLElement, event: 'click' | 'submit' | 'change', work: () => Promise<void>): void
}

export type Values = Readonly<Record<string, string | number>>

/** `usedAt`: undefined before it was used again after it was made. */
export type Passkey = { readonly id: string; readonly since: number; readonly usedAt?: number }

/** Who is signed in, as `show-me` tells it. */
export type Me = {
  readonly id: string
  readonly name: string
  readonly role: 'clerk' | 'teller'
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly {
    readonly id: string
    readonly since: number
    readonly isThis: boolean
  }[]
}

/** Opens a room to whoever is signed in; all others are led to the door. */
export function startRoom(enter: (room: Room, me: Me) => Promise<void>): void {
  start(async (room) => {
    const me = await room.ask<Me>('show-me', {})
    if (me === undefined) return 'outside'
    keepFor(me.id)
    showWho(room, me)
    watchChoice(room)
    await enter(room, me)
    return 'inside'
  })
}

/** Opens a page at the door, where nobody is signed in. */
export function startDoor(enter: (room: Room) => Promise<void>): void {
  start(async (room) => {
    await enter(room)
    return 'inside'
  })
}

/** The language in which amounts are typed here. */
export function languageOf(root: HTMLElement): Language {
  return LANGUAGES.find((each) => each === root.dataset['language']) ?? 'en'
}

/** The elements that are marked with a name, `data-fill`, `data-if` or `data-act`. */
export function marked(root: ParentNode, mark: 'fill' | 'if' | 'act', name: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-${mark}="${name}"]`)]
}

/** A part that a room's page always has. Throws where it has not. */
export function part<Part extends HTMLElement>({ root }: Room, selector: string): Part {
  const found = root.querySelector<Part>(selector)
  if (found === null) throw new RangeError(`the room has no ${selector}`)
  return found
}

/** Writes texts into their places. */
export function put(root: ParentNode, values: Values): void {
  for (const [name, value] of Object.entries(values))
    for (const spot of marked(root, 'fill', name)) spot.textContent = String(value)
}

/** Shows the parts of these names, and hides the others that are named. */
export function show(root: ParentNode, parts: Readonly<Record<string, boolean>>): void {
  for (const [name, isShown] of Object.entries(parts))
    for (const part of marked(root, 'if', name)) part.hidden = !isShown
}

/** Makes a list anew: one copy of its template for each item. */
export function list<Item>(
  root: ParentNode,
  name: string,
  given: { readonly items: readonly Item[]; fill(row: HTMLElement, item: Item): void },
): void {
  const place = root.querySelector<HTMLElement>(`[data-list="${name}"]`)
  const template = place?.querySelector('template')
  if (!place || !template) return
  const rows = given.items.flatMap((item) => {
    const row = document.importNode(template.content, true).firstElementChild
    if (!(row instanceof HTMLElement)) return []
    given.fill(row, item)
    return [row]
  })
  place.replaceChildren(template, ...rows)
}

function start(enter: (room: Room) => Promise<'inside' | 'outside'>): void {
  const root = document.querySelector<HTMLElement>('[data-desk]')
  if (root === null) return
  spot(root, 'unscripted').hidden = true
  if (!knowsPasskeys()) {
    spot(root, 'no-passkeys').hidden = false
    return
  }
  const room = makeRoom(root)
  void busy(root, async () => {
    spot(root, 'inside').hidden = (await enter(room)) === 'outside'
    root.dataset['ready'] = ''
  })
}

function makeRoom(root: HTMLElement): Room {
  const { desk: home = '/', language = 'en', currency = '', timeZone = 'UTC' } = root.dataset
  const sentences: Record<string, string> = JSON.parse(root.dataset['say'] ?? '{}')
  const say: Room['say'] = (name, values = {}) =>
    stopOnce(
      (sentences[name] ?? name).replace(/\{([a-z]+)\}/g, (_, gap: string) =>
        String(values[gap] ?? ''),
      ),
    )
  const room: Room = {
    ...{ root, home, say, format: makeFormat({ language, currency, timeZone }).asOf(Date.now()) },
    ask: async (action, input, to = room.tell) => told(room, await ask(action, input), to),
    tell: (title, detail) => tell(root, title, detail),
    done: (text) => {
      spot(root, 'told').replaceChildren()
      spot(root, 'done').textContent = text
    },
    on: (button, event, work) =>
      button.addEventListener(event, (given) => {
        given.preventDefault()
        void busy(root, work)
      }),
  }
  return room
}

/** One thing at a time: a second press while the first is under way does nothing. */
async function busy(root: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (root.getAttribute('aria-busy') === 'true') return
  root.setAttribute('aria-busy', 'true')
  spot(root, 'busy').hidden = false
  try {
    await work()
  } finally {
    root.removeAttribute('aria-busy')
    spot(root, 'busy').hidden = true
  }
}

function told<Value>(room: Room, asked: Asked<Value>, to: Room['tell']): Value | undefined {
  switch (asked.outcome) {
    case 'done':
      spot(room.root, 'told').replaceChildren()
      return asked.value
    case 'refused':
      refused(room, asked, to)
      return undefined
    case 'signed-out':
      goToDoor(room)
      return undefined
    case 'silent':
      to(room.say('silentTitle'), room.say('silent'))
      return undefined
    case 'cancelled':
      to(room.say('cancelledTitle'), room.say('cancelled'))
      return undefined
    default:
      return asked satisfies never
  }
}

/** On the form itself, where the page has a place for it. */
function refused(
  room: Room,
  { title, detail, errors }: Asked<never> & { outcome: 'refused' },
  to: Room['tell'],
): void {
  const hasPlace = room.root.querySelector('[data-errors]') !== null
  if (hasPlace && errors.length > 0) showErrors(room.root, title, errors)
  else to(title, detail)
}

/** The room stands behind #, so that the door leads back to it. */
function goToDoor({ root, home }: Room): void {
  const path = location.pathname.slice(home.length).replace(/\/$/, '')
  root.dataset['leaving'] = ''
  location.assign(`${home}sign-in/${path === '' ? '' : `#${path}`}`)
}

function tell(root: HTMLElement, title: string, detail: string): void {
  const template = root.querySelector<HTMLTemplateElement>('[data-template="told"]')
  if (template === null) return
  const notice = document.importNode(template.content, true)
  put(notice, { title, detail })
  spot(root, 'done').textContent = ''
  spot(root, 'told').replaceChildren(notice)
  spot(root, 'told').focus()
}

function showWho(room: Room, me: Me): void {
  put(room.root, { 'my-name': me.name })
  for (const role of room.root.querySelectorAll<HTMLElement>('[data-role]'))
    role.hidden = role.dataset['role'] !== me.role
  for (const link of document.querySelectorAll<HTMLElement>('[data-needs]'))
    link.hidden = link.dataset['needs'] === 'clerk' && me.role !== 'clerk'
  document
    .querySelector('nav [aria-current]')
    ?.scrollIntoView({ block: 'nearest', inline: 'center' })
  spot(room.root, 'signed-in').hidden = false
  room.on(spot(room.root, 'sign-out'), 'click', async () => {
    const asked = await ask('sign-out', {})
    // Where the session was over already, whoever pressed this means to leave all the same.
    if (asked.outcome !== 'signed-out' && !told(room, asked, room.tell)) return
    forgetAll()
    location.assign(`${room.home}sign-in/`)
  })
}

function spot(root: HTMLElement, name: string): HTMLElement {
  return root.querySelector<HTMLElement>(`[data-${name}]`) ?? root
}
