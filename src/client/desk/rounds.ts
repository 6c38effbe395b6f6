/**
 * The room of rounds: begins a round or opens one, shows what would change, and publishes it.
 *
 * Talks to the desk. Invariant: nothing is published before it was shown, and what was typed is lost only where
 * the clerk says so. Decided in docs/decisions/0028.
 */
import type { FieldFault } from '../../domain/field-fault.ts'
import type { RoundId } from '../../domain/id.ts'
import type { Change } from '../../domain/round-difference.ts'
import { isSame, rebased, type DraftFields } from '../../domain/round-draft.ts'
import { ask } from './ask.ts'
import { beginRound, offerCopies } from './begin-round.ts'
import { keptRound, type OpenRound } from './kept-round.ts'
import { showFacts } from './round-facts.ts'
import { showFaults } from './round-faults.ts'
import { fillForm, readForm, type Draft } from './round-form.ts'
import { dressForm, watchForm } from './round-watch.ts'
import { showChanges, showConsequences, showReading } from './round-told.ts'
import { list, marked, part, put, show, startRoom, type Room } from './room.ts'

type Listed = {
  readonly id: RoundId
  readonly title: string
  readonly state: string
  readonly isFrozen: boolean
  /** Not so from its commit until the site is built again. */
  readonly isBuilt: boolean
}

type Shown = Draft & {
  readonly round: RoundId
  readonly seen: string
  readonly frozen: readonly string[]
}

type Previewed = {
  readonly faults: readonly FieldFault[]
  readonly changes: readonly Change[]
  readonly isStoryChanged: boolean
  readonly translations: readonly { readonly language: string; readonly isFilled: boolean }[]
  readonly lostCodes: number
}

let open: OpenRound | undefined

/** What the preview tells of. */
let previewed: Draft | undefined

startRoom(async (room) => {
  const form = formIn(room)
  room.on(part(room, '[data-begin]'), 'submit', async () => {
    const begun = await beginRound(room)
    if (begun === undefined) return
    const { draft, ...copied } = begun
    openForm(room, { ...copied, base: draft, frozen: [] }, draft)
  })
  room.on(form, 'submit', () => previewRound(room))
  for (const [act, work] of Object.entries(ACTS))
    for (const button of marked(room.root, 'act', act)) room.on(button, 'click', () => work(room))
  watchForm(room, form, () => typed(room))
  await showRounds(room)
  const kept = keptRound.read()
  if (kept === undefined) return
  openForm(room, kept, kept.typed)
  room.done(room.say('kept'))
})

const ACTS: Readonly<Record<string, (room: Room) => Promise<void>>> = {
  publish: publishRound,
  leave: leaveForm,
  'take-in': takeIn,
}

async function showRounds(room: Room): Promise<void> {
  const told = await room.ask<{ readonly rounds: readonly Listed[] }>('show-rounds', {})
  if (told === undefined) return
  show(room.root, { none: told.rounds.length === 0 })
  list(room.root, 'rounds', {
    items: told.rounds,
    fill: (row, { id, title, state, isFrozen, isBuilt }) => {
      const stands = room.say(`state.${state}`)
      const state0 = stands.charAt(0).toLocaleUpperCase() + stands.slice(1)
      put(row, {
        title,
        stands: room.say(isFrozen ? 'standsFrozen' : isBuilt ? 'standsFree' : 'standsUnbuilt', {
          state: state0,
        }),
      })
      for (const button of marked(row, 'act', 'edit')) {
        button.setAttribute('aria-label', room.say('editNamed', { title }))
        room.on(button, 'click', () => editRound(room, id))
      }
    },
  })
  offerCopies(room, told.rounds)
}

async function editRound(room: Room, round: RoundId): Promise<void> {
  const shown = await room.ask<Shown>('show-round', { round })
  if (shown !== undefined) openForm(room, opened(shown), shown)
}

function opened({ round, seen, frozen, fields, body }: Shown): OpenRound {
  return { round, seen, frozen, base: { fields, body } }
}

function openForm(room: Room, given: OpenRound, draft: Draft): void {
  const { round, base, frozen } = given
  open = { ...named(given), base, frozen }
  const form = formIn(room)
  fillForm(form, draft)
  dressForm(room, form, frozen)
  showFaults(room, form, [])
  const title = String(draft.fields['title'] ?? '')
  put(room.root, { 'form-title': room.say(round ? 'formOf' : 'formNew', { title }) })
  show(room.root, {
    outside: false,
    form: true,
    preview: false,
    newer: false,
    frozen: frozen.length > 0,
  })
  keep(room)
  showConsequences(room, draft.fields)
  room.done('')
  part(room, '[data-fill="form-title"]').focus()
}

/** What stands in the form now. */
function draftIn(room: Room): Draft {
  return open === undefined ? { fields: {}, body: '' } : readForm(formIn(room), open.base)
}

function typed(room: Room): void {
  const draft = keep(room)
  if (!isSame(draft, previewed)) show(room.root, { preview: false })
  showConsequences(room, draft.fields)
}

function keep(room: Room): Draft {
  const draft = draftIn(room)
  if (open !== undefined) keptRound.keep({ ...open, typed: draft })
  return draft
}

function sent(draft: Draft) {
  return { ...draft, ...named(open) }
}

/** Which round it is, what of it was seen, or what it is a copy of. */
function named({ round, seen, from }: Partial<OpenRound> = {}) {
  return {
    ...(round && { round }),
    ...(seen !== undefined && { seen }),
    ...(from && { from }),
  }
}

async function previewRound(room: Room): Promise<void> {
  const draft = keep(room)
  previewed = draft
  show(room.root, { preview: false })
  const told = await room.ask<Previewed>('preview-round', sent(draft))
  if (told === undefined) return lookForNewer(room)
  showFaults(room, formIn(room), told.faults)
  if (told.faults.length > 0 || open === undefined) return
  const isNew = open.round === undefined
  const isSomething = isNew || told.changes.length > 0 || told.isStoryChanged
  showChanges(room, told, [draft.fields, open.base.fields])
  showReading(room, draft)
  showFacts(room, draft.fields)
  list(room.root, 'translations', {
    items: told.translations,
    fill: (row, { language, isFilled }) =>
      put(row, {
        text: room.say(isFilled ? 'filled' : 'translated', {
          language: room.say(`language.${language}`),
        }),
      }),
  })
  put(room.root, { 'lost-codes': room.say('lostCodes', { count: told.lostCodes }) })
  show(room.root, { 'lost-codes': told.lostCodes > 0 })
  show(room.root, { preview: true, 'is-new': isNew, 'is-edited': !isNew && isSomething })
  show(room.root, { nothing: !isSomething, something: isSomething })
  part(room, '[data-fill="preview-heading"]').focus()
}

async function publishRound(room: Room): Promise<void> {
  if (!window.confirm(room.say('publishAsk'))) return
  const asked = sent(draftIn(room))
  const told = await room.ask<{ readonly round: RoundId; readonly commit?: string }>(
    'publish-round',
    asked,
  )
  if (told === undefined) return lookForNewer(room)
  close(room)
  const { round, commit } = told
  const language = document.documentElement.lang
  const address = `${location.origin}/${language}/rounds/${round}/`
  await showRounds(room)
  room.done(commit === undefined ? room.say('same') : room.say('published', { address }))
}

async function leaveForm(room: Room): Promise<void> {
  const isTouched = open !== undefined && !isSame(draftIn(room), open.base)
  if ((isTouched || open?.round === undefined) && !window.confirm(room.say('leaveAsk'))) return
  close(room)
  await showRounds(room)
}

function close(room: Room): void {
  open = undefined
  keptRound.forget()
  show(room.root, { outside: true, form: false, preview: false, newer: false })
}

/** After a refusal: whether the file is another one by now. What was refused stays told. */
async function lookForNewer(room: Room): Promise<void> {
  const newer = await newerState()
  show(room.root, { newer: newer !== undefined })
}

async function newerState(): Promise<Shown | undefined> {
  if (open?.round === undefined) return undefined
  const asked = await ask<Shown>('show-round', { round: open.round })
  return asked.outcome === 'done' && asked.value.seen !== open.seen ? asked.value : undefined
}

/** What the clerk typed, on what the colleague published. */
async function takeIn(room: Room): Promise<void> {
  const newer = await newerState()
  if (newer === undefined || open === undefined) return
  const mine = draftIn(room)
  const fields: DraftFields = rebased(open.base.fields, mine.fields, newer.fields)
  const body = mine.body === open.base.body ? newer.body : mine.body
  openForm(room, opened(newer), { fields, body })
  room.done(room.say('takenIn'))
}

function formIn(room: Room): HTMLFormElement {
  return part<HTMLFormElement>(room, '#round-form')
}
