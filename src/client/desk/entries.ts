/**
 * A room in which a clerk adds entries to a proposal, changes them and takes them back: updates, assessments.
 *
 * Talks to the desk. Invariant: nothing is published before it was shown, and what was typed stays until it is
 * published or put aside. Decided in docs/decisions/0031.
 */
import { parseRoundId, type ProposalId, type RoundId } from '../../domain/id.ts'
import { clearErrors, showErrors } from '../error-summary.ts'
import { ask } from './ask.ts'
import { fillTyped, typedIn } from './entry-form.ts'
import { showPreview } from './entry-preview.ts'
import type { Answer, Entry, EntryRoom, KeptEntry, Open, Planned } from './entry-room.ts'
import { makeKept, type Kept } from './kept.ts'
import { list, marked, part, put, show, startRoom, type Room } from './room.ts'

type Desk = Room & {
  readonly given: EntryRoom
  readonly kept: Kept<KeptEntry>
  readonly form: HTMLFormElement
  readonly rounds: HTMLSelectElement
  readonly proposals: HTMLSelectElement
}

let shown: { readonly round: RoundId; readonly open: Open } | undefined

/** The entry that the form changes. */
let before: Entry | undefined

/** What the preview shows. */
let planned: Planned | undefined

/** Starts the room. */
export function startEntries(given: EntryRoom): void {
  startRoom(async (room) => {
    const desk: Desk = {
      ...{ ...room, given, kept: makeKept(given.name) },
      form: part(room, '[data-step="post"]'),
      rounds: part(room, `#${given.name}-round`),
      proposals: part(room, `#${given.name}-proposal`),
    }
    room.on(part(room, '[data-step="show"]'), 'submit', () => showRound(desk))
    room.on(desk.form, 'submit', () => lookFirst(desk))
    room.on(part(room, '[data-act="publish"]'), 'click', () => publish(desk))
    room.on(part(room, '[data-act="back"]'), 'click', async () => toForm(desk))
    room.on(part(room, '[data-act="leave"]'), 'click', () => begin(desk, undefined))
    room.on(desk.proposals, 'change', () => showProposal(desk))
    desk.form.addEventListener('input', () => typed(desk))
    given.fill(desk, undefined)
    await restore(desk)
  })
}

/** What this tab kept, where its round and proposal are still there. */
async function restore(desk: Desk): Promise<void> {
  const was = desk.kept.read()
  if (was !== undefined) desk.rounds.value = was.round
  await showRound(desk, was?.proposal)
  if (was === undefined || shown?.open.id !== was.proposal) return
  before = was.before
  fillTyped(desk.form, was.typed)
  follow(desk)
  desk.done(desk.say('kept'))
}

async function showRound(desk: Desk, proposal?: ProposalId): Promise<void> {
  const round = parseRoundId(desk.rounds.value)
  if (round === undefined) return show(desk.root, { none: true, some: false })
  const asked = { round, ...(proposal && { proposal }) }
  const told = await desk.ask<Answer>(desk.given.actions.show, asked)
  if (told === undefined) return
  desk.proposals.replaceChildren(...told.proposals.map(({ id, title }) => new Option(title, id)))
  show(desk.root, { none: told.open === undefined, some: told.open !== undefined })
  if (told.open !== undefined) showOpen(desk, round, told.open)
}

/** What is chosen is what is open: also where the desk did not answer, or yet another one was chosen meanwhile. */
async function showProposal(desk: Desk): Promise<void> {
  if (shown === undefined) return
  const { round, open } = shown
  const asked = { round, proposal: desk.proposals.value }
  const told = await desk.ask<Answer>(desk.given.actions.show, asked)
  desk.proposals.value = open.id
  if (told?.open !== undefined) showOpen(desk, round, told.open)
}

function showOpen(desk: Desk, round: RoundId, open: Open): void {
  const isOther = shown?.round !== round || shown.open.id !== open.id
  if (isOther && before !== undefined) desk.given.fill(desk, undefined)
  if (isOther) before = undefined
  shown = { round, open }
  desk.rounds.value = round
  desk.proposals.value = open.id
  show(desk.root, { nothing: open.entries.length === 0, preview: false })
  list(desk.root, 'entries', {
    items: open.entries.toReversed(),
    fill: (row, entry) => fillRow(desk, row, entry),
  })
  follow(desk)
}

function fillRow(desk: Desk, row: HTMLElement, entry: Entry): void {
  const told = desk.given.tell(desk, entry)
  put(row, { entry: told.join('\n') })
  const works = [
    { act: 'change', words: 'changeNamed', work: () => begin(desk, entry) },
    {
      ...{ act: 'take-back', words: 'takeBackNamed' },
      work: async () => preview(desk, { before: entry }),
    },
  ]
  for (const { act, words, work } of works)
    for (const button of marked(row, 'act', act)) {
      button.setAttribute('aria-label', desk.say(words, { day: told[0] ?? '' }))
      desk.on(button, 'click', work)
    }
}

/** The form follows what is open: it adds or changes, and says where what it changed is gone. */
function follow(desk: Desk): void {
  if (shown === undefined) return
  const isMoved = before !== undefined && placeOf(before) === undefined
  if (isMoved) before = undefined
  const isChanging = before !== undefined
  put(desk.root, { 'form-title': desk.say(isChanging ? 'changeOne' : 'add') })
  show(desk.root, { changing: isChanging, moved: isMoved })
  desk.given.dress(desk, shown.open, before)
}

/** Where an entry stands in what is open; undefined where it does not. */
function placeOf(entry: Entry | undefined): number | undefined {
  const text = JSON.stringify(entry)
  const at = shown?.open.entries.findIndex((each) => JSON.stringify(each) === text) ?? -1
  return at < 0 ? undefined : at
}

/** An empty form, or one with an entry to change; what was typed is put aside only where the clerk says so. */
async function begin(desk: Desk, entry: Entry | undefined): Promise<void> {
  if (desk.kept.read() !== undefined && !window.confirm(desk.say('leaveAsk'))) return
  open(desk, entry)
  toForm(desk)
}

function open(desk: Desk, entry: Entry | undefined): void {
  before = entry
  desk.kept.forget()
  clearErrors(desk.root)
  desk.given.fill(desk, entry)
  follow(desk)
}

function typed(desk: Desk): void {
  if (shown === undefined) return
  const { round, open } = shown
  desk.kept.keep({ round, proposal: open.id, before, typed: typedIn(desk.form) })
  show(desk.root, { preview: false })
  desk.given.dress(desk, open, before)
}

async function lookFirst(desk: Desk): Promise<void> {
  clearErrors(desk.root)
  show(desk.root, { preview: false })
  const read = await desk.given.read(desk, before)
  if ('faults' in read) showErrors(desk.root, desk.say('faults'), read.faults)
  else preview(desk, { ...read, ...(before && { before }) })
}

function preview(desk: Desk, plan: Planned): void {
  if (shown === undefined) return
  planned = plan
  const { open } = shown
  const follows = desk.given.follows(desk, open, plan)
  showPreview(desk, plan, { tell: (entry) => desk.given.tell(desk, entry), follows })
}

async function publish(desk: Desk): Promise<void> {
  if (shown === undefined || planned === undefined) return
  const { round, open: there } = shown
  const isDone = await send(desk, planned, { round, proposal: there.id, seen: there.seen })
  if (!isDone) return lookForNewer(desk)
  const isGone = planned.entry === undefined
  // What is typed about another entry than the one that went stays.
  if (!isGone || planned.before === before) open(desk, undefined)
  await showRound(desk, there.id)
  const { lang } = document.documentElement
  const address = `${location.origin}/${lang}/rounds/${round}/proposals/${there.id}/`
  desk.done(isGone ? desk.say('takenBack') : desk.say('posted', { address }))
}

/** Whether it was done; where not, why is told. */
async function send(
  { given, ask: asks }: Desk,
  plan: Planned,
  place: { readonly round: RoundId; readonly proposal: ProposalId; readonly seen: string },
): Promise<boolean> {
  const { entry, picture } = plan
  const at = plan.before && placeOf(plan.before)
  if (entry === undefined)
    return at !== undefined && (await asks(given.actions.takeBack, { ...place, at })) !== undefined
  const placed = { ...place, entry, ...(at !== undefined && { at }) }
  return (await asks(given.actions.post, { ...placed, ...(picture && { picture }) })) !== undefined
}

/** After a refusal, which stays told: what a colleague may have done meanwhile, beside what was typed. */
async function lookForNewer(desk: Desk): Promise<void> {
  if (shown === undefined) return
  const { round, open } = shown
  show(desk.root, { preview: false })
  const asked = await ask<Answer>(desk.given.actions.show, { round, proposal: open.id })
  if (asked.outcome !== 'done' || asked.value.open === undefined) return
  if (asked.value.open.seen !== open.seen) showOpen(desk, round, asked.value.open)
}

function toForm(desk: Desk): void {
  show(desk.root, { preview: false })
  part(desk, '[data-fill="form-title"]').focus()
}
