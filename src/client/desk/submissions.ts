/**
 * The room of submissions: reads what waits in a round, decides on each, and publishes what was chosen.
 *
 * Talks to the desk. Invariant: nothing is published or rejected before its consequence was said.
 * Decided in docs/decisions/0022.
 */
import { parseRoundId, type RoundId } from '../../domain/id.ts'
import '../picture-field.ts'
import { fillEnded } from './submission-ended.ts'
import { fillSubmission, rowId, type Shown, type Told, type Waiting } from './submission-row.ts'
import { list, marked, show, startRoom, type Room } from './room.ts'

startRoom(async (room) => {
  const choose = room.root.querySelector<HTMLElement>('[data-step="show"]')
  if (choose) room.on(choose, 'submit', () => showSubmissions(room))
  for (const button of marked(room.root, 'act', 'publish'))
    room.on(button, 'click', () => publish(room))
  for (const button of marked(room.root, 'act', 'merge'))
    room.on(button, 'click', () => merge(room))
  await showSubmissions(room)
})

function roundOf({ root }: Room): RoundId | undefined {
  return parseRoundId(root.querySelector<HTMLSelectElement>('#submissions-round')?.value ?? '')
}

async function showSubmissions(room: Room): Promise<void> {
  const round = roundOf(room)
  if (round === undefined) return show(room.root, { none: true, 'no-others': true, some: false })
  const told = await room.ask<Told>('show-submissions', { round })
  if (told === undefined) return
  const inState = (...states: readonly string[]) =>
    told.submissions.filter(({ state }) => states.includes(state))
  // What was approved and not published, because a run broke off, is published again.
  const [waiting, asked] = [inState('waiting', 'approved'), inState('changes-asked')]
  const ended = told.submissions.filter((each) => !waiting.includes(each) && !asked.includes(each))
  show(room.root, {
    ...{ none: waiting.length === 0, some: waiting.length > 0 },
    ...{ 'asked-any': asked.length > 0, 'no-others': ended.length === 0 },
  })
  const shown = { told, round, step: stepIn(room) }
  showRows(room, { waiting, asked }, shown)
  list(room.root, 'others', {
    items: ended,
    fill: (row, item) => fillEnded(room, row, { item, told, round }),
  })
}

/** A row whose text is still the same stays as it is, with all that was typed and chosen in it. */
function showRows(
  room: Room,
  lists: Readonly<Record<'waiting' | 'asked', readonly Waiting[]>>,
  shown: Omit<Shown, 'item'>,
): void {
  const rows = () => [...room.root.querySelectorAll<HTMLElement>('.submissions > li')]
  const stood = rows()
  for (const name of ['waiting', 'asked'] as const)
    list(room.root, name, {
      items: lists[name],
      fill: (row, item) => {
        row.id = rowId(item.id)
        row.dataset['read'] = `${item.state} ${item.seen}`
        if (!stood.some((other) => isSame(row, other)))
          fillSubmission(room, row, { ...shown, item })
      },
    })
  for (const row of rows()) {
    const before = stood.find(({ id }) => id === row.id)
    if (before === undefined) continue
    if (isSame(row, before)) row.replaceWith(before)
    else takeFile(before, row)
  }
}

function isSame(row: HTMLElement, other: HTMLElement): boolean {
  return row.id === other.id && row.dataset['read'] === other.dataset['read']
}

/** A file that was chosen and not sent goes along into the new row; no page can keep one longer. */
function takeFile(before: HTMLElement, row: HTMLElement): void {
  const [from, to] = [before, row].map((each) =>
    each.querySelector<HTMLInputElement>('input[type="file"]'),
  )
  if (!from?.files?.length || !to) return
  to.files = from.files
  to.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Where a step is refused, what stands there now is shown, and what was typed stays. */
function stepIn(room: Room): Shown['step'] {
  return async (name, input, { said, after }) => {
    const refused: [string, string][] = []
    const isDone = await room.ask(name, input, (...told) => void refused.push(told))
    if (isDone) after()
    await showSubmissions(room)
    if (isDone) room.done(said)
    for (const told of refused) room.tell(...told)
  }
}

type Chosen = { readonly id: string; readonly seen: string; readonly title: string }

function asRead({ id, seen }: Chosen) {
  return { id, seen }
}

function chosenIn({ root }: Room): readonly Chosen[] {
  return [...root.querySelectorAll<HTMLInputElement>('[name="chosen"]:checked')].map((box) => ({
    id: box.value,
    seen: box.dataset['seen'] ?? '',
    title: box.closest('li')?.querySelector('h3')?.textContent ?? '',
  }))
}

/** The chosen ones, where there are so many; else says how many are missing. */
function need(room: Room, count: number): readonly [Chosen, ...Chosen[]] | undefined {
  const [first, ...others] = chosenIn(room)
  if (first !== undefined && others.length >= count - 1) return [first, ...others]
  room.tell(room.say('chooseTitle'), room.say('choose', { count }))
  return undefined
}

async function publish(room: Room): Promise<void> {
  const [round, chosen] = [roundOf(room), need(room, 1)]
  if (round === undefined || chosen === undefined) return
  const count = chosen.length
  const titles = chosen.map(({ title }) => `– ${title}`).join('\n')
  if (!window.confirm(`${room.say('publishAsk', { count })}\n\n${titles}`)) return
  const asked = { round, chosen: chosen.map(asRead) }
  const said = room.say('published', { count })
  await stepIn(room)('publish-submissions', asked, { said, after: () => unchoose(room) })
}

async function merge(room: Room): Promise<void> {
  const [round, chosen] = [roundOf(room), need(room, 2)]
  if (round === undefined || chosen === undefined) return
  const [into, ...others] = chosen
  const { title } = into
  if (!window.confirm(room.say('mergeAsk', { count: chosen.length, title }))) return
  const asked = { round, into: asRead(into), others: others.map(asRead) }
  const said = room.say('merged', { title })
  await stepIn(room)('merge-submissions', asked, { said, after: () => unchoose(room) })
}

function unchoose({ root }: Room): void {
  for (const box of root.querySelectorAll<HTMLInputElement>('[name="chosen"]')) box.checked = false
}
